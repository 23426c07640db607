"""Single things that belong to no larger kind: a typewriter, a barrel, a gondola, a pyramid ..."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lighter
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GOLD,
    IRON,
    METAL,
    Drawn,
    block,
    both_sides,
    moved,
    oval,
    shape,
    stroke,
    tones,
)

_WOOD: Final = tones("#a56a3a")
_PAPER: Final = "#fbf7ec"
_SKIN: Final = tones("#e9b48a")


def typewriter(color: str) -> str:
    """A sheet in its roller, four rows of round keys."""
    case, keys = tones(color), ""
    for row, (y, count) in enumerate(((20.6, 8), (22.9, 9), (25.2, 10))):
        for n in range(count):
            x = 16 + (n - (count - 1) / 2) * (2.1 + 0.12 * row)
            keys += oval(x, y + 0.25, 0.86, 0.7, case.deep) + oval(x, y, 0.82, 0.66, _PAPER)
    return (
        block(9, 0.8, 14, 11, _PAPER, corner=0.3)
        + stroke("M11 3.4h10M11 5.4h10M11 7.4h6.4", "#9aa3b0", 0.6)
        + block(3.6, 9.4, 24.8, 3.8, IRON, corner=1.6)
        + block(3.6, 9.9, 24.8, 1, "#5b6270", corner=0.5)
        + block(1, 9.8, 2.8, 3, METAL, corner=0.8)
        + block(28.2, 9.8, 2.8, 3, METAL, corner=0.8)
        + stroke("M3.6 9.6L.8 6.4", METAL, 0.9)
        + shape("M5.6 13h20.8l2 5.6H3.6z", case.base)
        + shape("M10.4 13.8h11.2l1 3.6H9.4z", case.deep)
        + stroke("M11.4 17l3-2.6M14.2 17l1.2-2.6M17.8 17l-1.2-2.6M20.6 17l-3-2.6", METAL, 0.45)
        + shape("M3.6 18.6h24.8l3 9.6c.2 1-.3 1.6-1.2 1.6H1.8c-.9 0-1.4-.6-1.2-1.6z", case.light)
        + shape("M.6 28.2h30.8c.2 1-.3 2.2-1.2 2.2H1.8c-.9 0-1.4-1.2-1.2-2.2z", case.shade)
        + keys
        + block(9.6, 27, 12.8, 1.4, _PAPER, corner=0.7)
    )


def coffee_beans(color: str) -> str:
    """A small heap of roasted ones."""
    bean = tones(color)
    return "".join(
        oval(x, y, 4.6, 3.3, bean.shade, turn=turn)
        + oval(x - 0.3, y - 0.4, 4.2, 2.8, bean.base, turn=turn)
        + f'<g transform="rotate({turn} {x} {y})">'
        + stroke(f"M{x - 4:g} {y:g}q2-1.4 4 0t4 0", bean.deep, 0.7)
        + "</g>"
        for x, y, turn in (
            (7, 27, -12),
            (25, 27, 14),
            (16, 26.8, 4),
            (11, 22, 24),
            (20.6, 22, -20),
            (16, 17.6, 8),
        )
    )


def kitchen_knife(color: str) -> str:
    """A cook's, its point down to the left."""
    grip = tones(color)
    return (
        '<g transform="translate(0 -2.35) rotate(-58 16 16)">'
        + shape("M-3 17.4Q4 13 11 12.8h8.4v6.4H4.6Q0 19-3 17.4z", METAL)
        + shape("M-3 17.4Q0 19 4.6 19.2h14.8v-1.8H5Q1 17.6-3 17.4z", "#e9edf3")
        + block(19.2, 12.4, 1.8, 6.8, "#8a93a3", corner=0.4)
        + shape("M21 12.6h10.4q1.8.4 1.8 2.4t-2.2 2l-10 .8z", grip.base)
        + "".join(oval(x, 15, 0.55, 0.55, METAL) for x in (23.4, 26.6, 29.8))
        + "</g>"
    )


def vase_of_roses(color: str) -> str:
    """A dozen in a glass vase."""
    petals = tones(color)
    heads = (
        (16, 1.6),
        (11.6, 3),
        (20.4, 3),
        (7.6, 6),
        (13.8, 5.4),
        (18.4, 5.4),
        (24.4, 6),
        (10.6, 8.4),
        (16, 9),
        (21.4, 8.4),
        (6.8, 10),
        (25.2, 10),
    )
    stems = "".join(f"M16 27L{16 + (x - 16) * 0.24:g} 18L{x:g} {y:g}" for x, y in heads)
    roses = "".join(
        oval(x, y, 2.5, 2.4, petals.base)
        + shape(f"M{x - 2.5:g} {y - 0.2:g}a2.5 2.4 0 0 0 5 0q-1.4 1.8-2.5 1.6t-2.5-1.6z", petals.shade)
        + stroke(f"M{x - 1.2:g} {y - 0.4:g}q.2-1.2 1.3-1.2t1.2 1q-.2 1-1.2.9t-.7-.9", petals.deep, 0.4)
        for x, y in heads
    )
    leaves = "".join(
        oval(x, y, 1.9, 0.9, "#4f8f5b", turn=t)
        for x, y, t in ((9, 13, 30), (23, 13, -30), (12.4, 14.6, 50), (19.6, 14.6, -50), (16, 13.4, 90))
    )
    return (
        stroke(stems, "#3f7d4a", 0.6)
        + leaves
        + roses
        + shape(
            "M11.6 16.4h8.8l-1 3.2q3 2.8 2.6 6.6-.3 3.4-1.8 4.2h-8.4q-1.5-.8-1.8-4.2-.4-3.8 2.6-6.6z",
            "#cfe4f2",
            0.55,
        )
        + shape("M10.2 24.2q5.8 1.4 11.6 0 .6 5-1.6 6.2h-8.4q-2.2-1.2-1.6-6.2z", "#9cc8e4", 0.55)
        + stroke("M12.8 21.4q-1.6 2-1.2 5.4", "#ffffff", 0.7, 0.8)
        + block(11.2, 15.9, 9.6, 0.9, "#e8f3fa", corner=0.4)
    )


def barrel(color: str) -> str:
    """Standing, of oak staves in iron hoops."""
    oak = tones(color)
    seams = "M11.2 5.4Q9.2 17 11.2 29.4M16 5.2V30M20.8 5.4Q22.8 17 20.8 29.4"
    hoops = ((6.8, 7.4, 1.8), (11.8, 4.9, 1.6), (22.4, 4.9, 1.6), (27.2, 7.2, 1.8))
    return (
        shape("M7.4 4.6h17.2q5.2 12.9 0 25.8H7.4Q2.2 17.5 7.4 4.6z", oak.base)
        + shape("M20.4 4.6h4.2q5.2 12.9 0 25.8h-4.2q4-12.9 0-25.8z", oak.shade)
        + shape("M9 5.6q-3.6 12 0 24h1.6q-3-12 0-24z", oak.light)
        + stroke(seams, oak.deep, 0.4)
        + "".join(
            shape(
                f"M{x:g} {y:g}q{16 - x:g} 1.6 {32 - 2 * x:g} 0v{h:g}q{x - 16:g} 1.6 {2 * x - 32:g} 0z", IRON
            )
            for y, x, h in hoops
        )
        + oval(16, 4.6, 8.6, 1.7, oak.light)
        + oval(16, 4.6, 7.4, 1.2, oak.shade)
    )


def gondola(color: str) -> str:
    """Black and slender, its bow of iron, one with an oar at the stern."""
    hull = tones(color)
    return (
        stroke("M24.4 10.6L31 30.1", _WOOD.light, 0.6)
        + shape("M21.8 22.4l.7-6.6h3.4l.6 6.6h-1.6l-.7-4.2-.7 4.2z", "#2b2d3a")
        + shape("M22.1 16.4l.4-5c.1-1 .7-1.5 1.7-1.5s1.7.5 1.8 1.5l.4 5z", _PAPER)
        + stroke("M22.4 11.8h3.7M22.3 13.2h3.9M22.2 14.6h4.1", "#3d5fa8", 0.6)
        + stroke("M25.2 11.2l.6 2.6", _PAPER, 1.2)
        + oval(24.2, 8.2, 1.4, 1.6, _SKIN.base)
        + shape("M21.6 7.4h5.2l-.5.8h-4.2z", "#d9b25f")
        + shape("M22.8 7.4c0-1.4.6-1.9 1.4-1.9s1.4.5 1.4 1.9z", "#e9c878")
        + block(22.8, 6.7, 2.8, 0.6, "#c8413b")
        + shape(
            "M-4.4 17.4q-.6 3 2 5.4Q2 26.8 9 27.6h14q7.6-.6 11.4-6.6l1.2-4.2-1-.2-1.6 3.2q-3.6 3-9.4 3H8.6"
            "Q1.2 22.6-3 17.8z",
            hull.base,
        )
        + shape(
            "M-3 17.8Q1.2 22.6 8.6 22.8h15q5.8 0 9.4-3l-.6 1.6q-3.4 3-9 3H8.8Q1.4 24-2.6 19.4z", hull.light
        )
        + shape("M-4.4 17.4l-1-3.4 1.4-3.2 1.6.6-.8 2 .9.7-.7 1.1.9.8-.6 1.4.7.9-1 .5z", METAL)
        + block(8.4, 20, 6.4, 3.4, "#a5303c", corner=0.8)
        + block(8.4, 20, 6.4, 1, "#c8505a", corner=0.5)
        + stroke("M10 25.4h12", GOLD, 0.5)
    )


def pyramid(color: str) -> str:
    """A great one, two smaller behind it."""
    stone = tones(color)

    def one(x: float, half: float, high: float, foot: float) -> str:
        edge = x + half * 0.28
        courses = "".join(
            stroke(
                f"M{x - half * t:g} {foot - high * (1 - t):g}H{edge * t + x * (1 - t):g}", stone.shade, 0.22
            )
            for t in (0.2, 0.35, 0.5, 0.65, 0.8, 0.92)
        )
        return (
            shape(f"M{x:g} {foot - high:g}L{edge:g} {foot:g}H{x - half:g}z", stone.light)
            + courses
            + shape(f"M{x:g} {foot - high:g}L{x + half:g} {foot - 0.8:g}L{edge:g} {foot:g}z", stone.shade)
        )

    return one(37, 14, 15, 29.2) + one(-6, 15, 17, 29.6) + one(15, 25, 31, FOOT)


def mermaid(color: str) -> str:
    """Sitting on a rock, her tail to the left."""
    tail, hair = tones(color), tones("#b5432f")
    scales = "".join(
        stroke(f"M{x:g} {y:g}q.8 1 1.6 0", tail.shade, 0.35)
        for x, y in (
            (14, 21.4),
            (16, 21.8),
            (12.6, 23.2),
            (14.8, 23.6),
            (10.6, 24.4),
            (12.6, 25),
            (8.6, 24.6),
        )
    )
    return (
        shape("M7.4 30.4c0-3.6 3-5 6-5.2 2-2.8 7-3.2 10-.8 3.6.2 5.4 2.6 5.6 6z", "#8b8f9c")
        + shape("M18 25c3.4-1.6 6 .2 7.4 2.4l1.6 3h-7z", "#757988")
        + shape(
            "M17 4.6c-3.4 0-5.2 2.6-5 6 .2 3.4-1 5-2 6.4 2.6.6 4.6 0 5.6-1.4l5.6.4c1.4 2.4 2.8 2.8 4.6 "
            "2.4-1.8-2-2.8-4.2-3.2-7.6-.4-4-2.2-6.2-5.6-6.2z",
            hair.base,
        )
        + stroke("M20.2 16.2l3 4.4-1.2 3", _SKIN.base, 1.5)
        + shape("M14 14.6q3.2-1.2 6.2 0l-.4 6.6h-5.2z", _SKIN.base)
        + block(15.9, 11.6, 2.3, 3.6, _SKIN.shade, corner=0.8)
        + oval(17, 9.4, 3.1, 3.6, _SKIN.light)
        + shape(
            "M13.8 9.6c-.2-3 1.2-4.2 3.2-4.2s3.4 1.2 3.2 4.2c-.8-1.4-1.8-2.2-3-2.4-.8 1.2-2 2-3.4 2.4z",
            hair.light,
        )
        + oval(15.8, 9.8, 0.36, 0.48, "#2b2d3a")
        + oval(18.2, 9.8, 0.36, 0.48, "#2b2d3a")
        + stroke("M16.2 11.4q.8.6 1.6 0", "#a5403a", 0.4)
        + oval(15.6, 17.2, 1.3, 1.1, "#c2559b")
        + oval(18.6, 17.2, 1.3, 1.1, "#c2559b")
        + shape(
            "M14.2 20.2h5.8c1.2 2.6.4 5.4-2.6 6.2-4.4 1.2-8.4.8-11-2.4-.8-1-1.4-2-1.6-3.2l1.6-.4c1.4 2 3.6 "
            "2.6 5.4 1.8 1.2-.4 2-1 2.4-2z",
            tail.base,
        )
        + shape("M19.6 20.2h.4c1.2 2.6.4 5.4-2.6 6.2-3 .8-6 .9-8.4-.2 4.4.4 9.6-.6 10.6-6z", tail.shade, 0.5)
        + scales
        + shape(
            "M6.4 20.6c-2.4-.6-4.4-2.4-4.6-5.2 1.6.2 3 1 3.6 2.2.4-1.4 1.6-2.6 3.4-2.8.4 2.8-.4 4.8-2.4 5.8z",
            tail.light,
        )
        + stroke("M14.2 15.8l-3.2 4.2 2.4 2", _SKIN.base, 1.4)
    )


def chopping_board(color: str) -> str:
    """Lying, its handle to the right."""
    wood = tones(color)
    board = (
        shape("M2 24.2L6.6 19.8h17.2l2 1.4h4.2c1.8 0 2.2 2.6.4 3h-3.4l1 2.6H1.6z", wood.light)
        + shape("M1.6 26.8h26.4v1.8c0 .9-.5 1.4-1.4 1.4H3c-.9 0-1.4-.5-1.4-1.4z", wood.shade)
        + stroke("M6.4 22.4h14M5 24.6h18", lighter(wood.light, 0.3), 0.4)
        + oval(28.6, 22.7, 0.9, 0.5, wood.deep)
    )
    return moved(board, 0, 0.4)


def street_lamp(color: str) -> str:
    """Of cast iron, its lantern lit."""
    iron = tones(color)
    return (
        both_sides(shape("M16 27.6h2.6l1.4 2.8H16z", iron.shade))
        + block(15.2, 9.6, 1.6, 18.4, iron.base)
        + block(15.2, 9.6, 0.5, 18.4, iron.light)
        + block(14.4, 16, 3.2, 0.9, iron.light, corner=0.4)
        + block(14.4, 24.6, 3.2, 1.2, iron.light, corner=0.4)
        + shape("M13.6 9.6L12.4 3.6h7.2l-1.2 6z", "#ffe49a")
        + shape("M16 4.6c1 1.2 1.4 2 1.4 2.8a1.4 1.4 0 0 1-2.8 0c0-.8.4-1.6 1.4-2.8z", "#fff6d8")
        + stroke("M13.6 9.6L12.4 3.6M18.4 9.6l1.2-6M16 3.6v6", iron.base, 0.5)
        + block(13, 9.4, 6, 0.9, iron.base, corner=0.3)
        + shape("M11.8 3.7L16 1.2l4.2 2.5z", iron.base)
        + oval(16, 1, 0.6, 0.6, iron.light)
    )


ODDMENTS: Final[dict[str, Drawn]] = {
    "typewriter": Drawn(typewriter, ("#3f8a86", "#c8503f", "#4d5a78"), (0.4, 0.8, 31.6, FOOT)),
    "coffee-beans": Drawn(coffee_beans, ("#6b432c",), (2.4, 14.2, 29.6, FOOT)),
    "kitchen-knife": Drawn(kitchen_knife, ("#3a3038",), (5, -2, 26, FOOT)),
    "vase-of-roses": Drawn(vase_of_roses, ("#c8313f", "#d9486a"), (4.3, -0.8, 27.7, FOOT)),
    "barrel": Drawn(barrel, ("#a5703f", "#94602f"), (4.8, 3, 27.2, FOOT)),
    "gondola": Drawn(gondola, ("#23252f",), (-5.4, 5.4, 35.6, FOOT)),
    "pyramid": Drawn(pyramid, ("#d9b06a",), (-21, -0.6, 51, FOOT)),
    "mermaid": Drawn(mermaid, ("#2a9d8f", "#3d7dd8"), (1.8, 4.6, 29, FOOT)),
    "chopping-board": Drawn(chopping_board, ("#c08a52",), (1.6, 20.2, 31.6, FOOT)),
    "street-lamp": Drawn(street_lamp, ("#2f3a44",), (11.8, 0.4, 20.2, FOOT)),
}
