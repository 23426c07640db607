"""What one sits on, puts things into and warms oneself at."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker, difference, mix
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    IRON,
    METAL,
    Drawn,
    block,
    both_sides,
    oval,
    shape,
    stroke,
    tones,
)

_WOOD: Final = tones("#a56a3a")
_SPINES: Final = ("#c8503f", "#e9b44c", "#2a9d8f", "#3d6fb0", "#f0e6d2", "#7d5a8f", "#4f8f5b", "#d98a5f")


def sofa(color: str) -> str:
    """For three, with two cushions."""
    cloth = tones(color)
    accent = tones("#f0b953" if difference(color, "#f0b953") > 0.2 else "#5f7fa6")
    arm = (
        block(-3.4, 17.4, 5.2, 11, cloth.base, corner=2.2)
        + block(-3.4, 17.4, 5.2, 5, cloth.light, corner=2.2)
        + block(-3.4, 20.4, 5.2, 8, cloth.base, corner=1)
        + block(0.8, 19.6, 1, 8.8, cloth.shade, corner=0.5)
        + block(-2, 28, 1.5, 2.4, _WOOD.shade, corner=0.4)
    )
    return (
        block(-1.2, 12.2, 34.4, 14, cloth.shade, corner=2.6)
        + block(-0.4, 12.2, 16, 12, cloth.base, corner=2.4)
        + block(16.4, 12.2, 16, 12, cloth.base, corner=2.4)
        + stroke("M2 13.4h11.4M18.8 13.4h11.2", cloth.light, 0.7)
        + block(0, 24.6, 32, 4, cloth.shade, corner=0.8)
        + block(1, 21.2, 15, 4.6, cloth.light, corner=1.7)
        + block(16, 21.2, 15, 4.6, cloth.light, corner=1.7)
        + block(1, 24, 15, 1.8, cloth.base, corner=0.9)
        + block(16, 24, 15, 1.8, cloth.base, corner=0.9)
        + shape("M2.4 21.4l1.3-6.2q3.2-.9 6.2.5l-.7 5.9z", accent.base)
        + shape("M8.6 15.2l1.3.5-.7 5.9-1.7-.1z", accent.shade)
        + shape("M22.6 21.6l-.5-5.6q3-1.2 6.4-.4l1 5.8z", mix(accent.light, "#ffffff", 0.45))
        + stroke("M23 17.6q3-1 6-.2M23.2 19.6q3-.8 6-.1", accent.base, 0.5)
        + both_sides(arm)
    )


def armchair(color: str) -> str:
    """With a high back and slanted wooden legs."""
    cloth = tones(color)
    arm = (
        shape(
            "M3.2 16.4c2.8-.6 4.6.8 4.8 3.4l.4 6.8H4.4c-.9 0-1.4-.5-1.5-1.4L2 18.8c-.1-1.2.2-2.2 1.2-2.4z",
            cloth.light,
        )
        + shape("M6.8 18.2c.8.4 1.2 1 1.2 1.9l.4 6.5H6.8z", cloth.base)
        + stroke("M7.6 27.4l-1 2.6", _WOOD.shade, 1.3)
    )
    return (
        shape(
            "M8 5.4c4.8-1.9 11.2-1.9 16 0 1.6.6 2 1.6 1.9 3.2L24.6 24H7.4L6.1 8.6C6 7 6.4 6 8 5.4z",
            cloth.base,
        )
        + shape(
            "M20.6 4.4c1.2.2 2.3.5 3.4 1 1.6.6 2 1.6 1.9 3.2L24.6 24h-3.8c1.4-7 1.4-13.4-.2-19.6z",
            cloth.shade,
        )
        + stroke("M8.6 6.9c4-1.5 9-1.7 12-1", cloth.light, 0.8)
        + "".join(
            oval(x, y, 0.5, 0.5, cloth.deep)
            for x, y in ((12.2, 10.4), (16, 10.4), (19.8, 10.4), (14.1, 14.2), (17.9, 14.2))
        )
        + block(5.6, 24, 20.8, 4, cloth.shade, corner=1.4)
        + block(7.2, 20.2, 17.6, 5.4, cloth.light, corner=2)
        + block(7.2, 23.4, 17.6, 2.2, cloth.base, corner=1.1)
        + both_sides(arm)
    )


def bookshelf(color: str) -> str:
    """Four boards of books, a plant and a globe among them."""
    wood, books = tones(color), ""
    gaps = {(0, 6), (0, 7), (1, 0), (1, 1), (2, 5), (3, 3), (3, 4), (3, 5)}
    for row in range(4):
        foot, x = 8.1 + 7.1 * row, 5.2
        for place in range(10):
            tint = tones(_SPINES[(place * 3 + row * 5) % len(_SPINES)])
            high = 5 - 0.5 * ((place * 7 + row * 3) % 4)
            if (row, place) not in gaps:
                books += block(x, foot - high, 1.9, high, tint.base, corner=0.2)
                books += block(x + 1.4, foot - high, 0.5, high, tint.shade)
                books += block(x, foot - high + 1, 1.9, 0.6, tint.light)
            x += 2.16
    return (
        block(3, 1.4, 26, 29, wood.base, corner=0.6)
        + block(4.4, 2.6, 23.2, 27, darker(color, 0.5))
        + books
        + "".join(
            block(4.4, 8.1 + 7.1 * n, 23.2, 1, wood.light) + block(4.4, 8.9 + 7.1 * n, 23.2, 0.5, wood.deep)
            for n in range(4)
        )
        + block(27.6, 2, 1.4, 28.4, wood.shade)
        + shape("M18.6 5.6h3.6l-.5 2.5h-2.6z", "#e8e2d6")
        + oval(19.4, 4.6, 1.4, 0.9, "#5da267", turn=40)
        + oval(21.4, 4.5, 1.4, 0.9, "#3f8a52", turn=-40)
        + oval(7.2, 12.8, 1.9, 1.9, "#4f9fd0")
        + shape("M6.2 11.6q1.4-.9 1.7.3t.8 1.3q-1.4 1.3-2.3-.1z", "#7fc47f")
        + stroke("M7.2 14.7v.4M6 15.1h2.4", _WOOD.light, 0.5)
        + shape("M11.8 29h5.4v-3.4h-5.4z", "#d9b98a")
        + stroke("M13.6 26.8h1.8", "#8a6a3f", 0.5)
    )


def desk(color: str) -> str:
    """A writing desk with drawers, a lamp, a screen and a cup on it."""
    wood = tones(color)
    return (
        block(0, 18.4, 1.6, 12, wood.shade)
        + block(-1, 16.4, 34, 2.1, wood.light, corner=0.4)
        + block(-1, 17.7, 34, 0.8, wood.base, corner=0.3)
        + block(22, 18.5, 10, 11, wood.base)
        + block(30.6, 18.5, 1.4, 11, wood.shade)
        + "".join(block(22.8, y, 7.4, 3, wood.light, corner=0.4) for y in (19.3, 22.8, 26.3))
        + stroke("M25.4 20.8h2.2M25.4 24.3h2.2M25.4 27.8h2.2", wood.deep, 0.5)
        + block(22.4, 29.4, 1.2, 1, wood.deep)
        + block(30.4, 29.4, 1.2, 1, wood.deep)
        + block(9.6, 5.4, 14, 8.6, IRON, corner=0.7)
        + block(10.2, 6, 12.8, 7.2, "#dbe9f7")
        + block(11.4, 7.2, 5, 4.8, "#6f9fe0", corner=0.4)
        + stroke("M17.8 8h4M17.8 9.6h4M17.8 11.2h2.6", "#9db4d0", 0.6)
        + shape("M15.4 14h2.4l.5 2.4h-3.4z", "#8a919e")
        + block(13.8, 15.8, 5.6, 0.7, METAL, corner=0.3)
        + stroke("M4.8 16V9.6L8 5.6", IRON, 0.55)
        + shape("M6.6 3.6l3.6 2.6-1.2 2.4c-2.4-.2-4.2-1.6-4.6-3.6z", "#e9a93c")
        + block(2.8, 15.6, 4, 0.9, IRON, corner=0.4)
        + block(26.4, 13.4, 2.6, 3, "#e5533d", corner=0.5)
        + stroke("M29 14.2h.5a.8.8 0 0 1 0 1.5H29", "#b83f30", 0.4)
    )


def fireplace(color: str) -> str:
    """Of brick under a wooden shelf, its fire lit."""
    brick, rows = tones(color), ""
    for row in range(11):
        y = 8.4 + 2 * row
        rows += stroke(f"M2 {y:g}h28", brick.shade, 0.28)
        rows += stroke(
            "".join(f"M{x:g} {y:g}v2" for x in (4.6 + 4 * n + (row % 2) * 2 for n in range(7)) if x < 30),
            brick.shade,
            0.28,
        )
    flame = (
        "M16 14.6c.6 3.2 4.6 4.8 4.6 9 0 2.8-2 4.4-4.6 4.4s-4.8-1.6-4.8-4.4c0-1.9 1-3 1.8-4.4.4.9.8 "
        "1.3 1.4 1.6-.2-2.6.4-4.6 1.6-6.2z"
    )
    return (
        block(2, 7, 28, 23.4, brick.base)
        + rows
        + shape("M26.4 7H30V30.4H26.4z", "#20101a", 0.14)
        + shape("M6.6 29.2v-9.6c0-5 4-8 9.4-8s9.4 3 9.4 8v9.6z", brick.light)
        + shape("M8 29.2v-9.4c0-4.2 3.4-6.8 8-6.8s8 2.6 8 6.8v9.4z", "#2a1a1e")
        + oval(16, 25.4, 7.4, 3.6, "#6b2a1c")
        + shape(flame, "#f4652a")
        + shape(
            "M12.4 21c-2 2-2.6 3.6-2 5.4.5 1.2 1.6 1.7 3 1.7zM20.4 21.4c1.4 1.6 2 3.2 1.5 4.9-.4 "
            "1.2-1.4 1.8-2.8 1.8z",
            "#f4652a",
        )
        + shape("M16.2 19c.4 2 2.6 3 2.6 5.6 0 1.9-1.3 3-2.8 3s-3-1.1-3-3c0-2.4 2.4-3.2 3.2-5.6z", "#ffb02e")
        + oval(16, 26.2, 1.3, 1.8, "#ffe79a")
        + stroke("M10.4 28.8l10.4-2M11.2 26.8l10.6 2", "#7a4a2c", 1.5)
        + stroke("M10.4 28.6l4-.8M17 28l4 .7", "#a56a3f", 0.4)
        + block(0.4, 4.6, 31.2, 2.6, _WOOD.base, corner=0.5)
        + block(0.4, 4.6, 31.2, 0.8, _WOOD.light, corner=0.4)
        + block(1.6, 7.2, 28.8, 0.9, _WOOD.deep)
        + block(0.4, 28.8, 31.2, 1.6, "#9a948f", corner=0.3)
        + block(0.4, 28.8, 31.2, 0.5, "#bdb7b1", corner=0.2)
        + block(5, 1.2, 1.4, 3.4, "#f6efe0", corner=0.2)
        + shape("M5.7-.8c.8.9.6 1.9 0 2-.7-.1-.8-1.1 0-2z", "#ffb02e")
        + block(7.6, 2.4, 1.4, 2.2, "#f6efe0", corner=0.2)
        + shape("M8.3.4c.8.9.6 1.9 0 2-.7-.1-.8-1.1 0-2z", "#ffb02e")
        + block(21.4, -0.6, 6, 5.2, "#d9b25f", corner=0.3)
        + block(22.1, 0.1, 4.6, 3.8, "#cfe3ee")
        + shape("M22.1 3.9l1.8-2.2 1.3 1.3.6-.6.9 1.5z", "#5f9f7f")
    )


def bench(color: str) -> str:
    """A park bench with iron feet."""
    wood = tones(color)
    legs = "".join(
        stroke(f"M{x} 13v17M{x} 24.2h{reach}M{x + reach} 24.2v6", IRON, 0.9)
        for x, reach in ((5, -1.8), (27, 1.8))
    )
    slats = "".join(
        block(1.5, y, 29, 2.1, wood.base, corner=0.5) + block(1.5, y, 29, 0.7, wood.light, corner=0.35)
        for y in (13.4, 16.3, 19.2)
    )
    return (
        slats
        + legs
        + block(0.5, 22.8, 31, 1.9, wood.base, corner=0.5)
        + block(0.5, 22.8, 31, 0.7, wood.light, corner=0.35)
        + block(0, 24.7, 32, 1.4, wood.shade, corner=0.5)
    )


def floor_lamp(color: str) -> str:
    """A standing lamp with a cloth shade, lit."""
    cloth = tones(color)
    return (
        shape("M8.4 11.4h15.2l5.4 19H3z", "#ffe9a8", 0.22)
        + stroke("M16 11v18.6", IRON, 0.8)
        + shape("M11 30.4q.4-1.4 5-1.4t5 1.4z", IRON)
        + oval(16, 12, 1.4, 1.4, "#fff6d8")
        + shape("M11.8 2.4h8.4l3.4 9H8.4z", cloth.base)
        + shape("M18 2.4h2.2l3.4 9h-4z", cloth.shade)
        + shape("M11.8 2.4h2.6l-2 9H8.4z", cloth.light)
        + stroke("M8.7 11.2h14.6", "#fff6d8", 0.5)
    )


def desk_lamp(color: str) -> str:
    """One on two joints, its shade to the left."""
    tone = tones(color)
    return (
        shape("M2 30.4L5.4 14.2l9.4 3.4-1.4 12.8z", "#ffe9a8", 0.3)
        + stroke("M22.6 28L25.6 16.6 14.4 8", IRON, 1.1)
        + oval(25.6, 16.6, 1.5, 1.5, tone.shade)
        + oval(22.6, 27.6, 1.3, 1.3, tone.shade)
        + shape("M16.4 30.4c0-1.8 1.4-2.7 6-2.7s6 .9 6 2.7z", tone.base)
        + shape("M23 27.7c3.8.1 5.4 1 5.4 2.7h-3.2c0-1.4-.6-2.3-2.2-2.7z", tone.shade)
        + oval(9.8, 15.8, 4.9, 1.7, "#fff3c4", turn=20)
        + shape(
            "M4.8 14.4C5.4 9.6 9 5.8 13.4 5.6l3.2 1.2c2.2 3.2 1.6 7.6-1.6 11.2-2.6-2.8-6.4-4-10.2-3.6z",
            tone.base,
        )
        + shape(
            "M13.4 5.6l3.2 1.2c2.2 3.2 1.6 7.6-1.6 11.2-.6-.7-1.3-1.3-2.1-1.8 2.4-3.2 2.7-7 .5-10.6z",
            tone.shade,
        )
        + stroke("M7 11.6c1-2 2.4-3.4 4.2-4.2", tone.shine, 0.7)
    )


FURNITURE: Final = {
    "sofa": Drawn(sofa, ("#3f7f8a", "#c8654a", "#5f74a8", "#7d8a5f"), (-3.4, 12.2, 35.4, FOOT)),
    "armchair": Drawn(armchair, ("#d99a3c", "#3f8a7f", "#b5566a"), (2, 3.9, 30, FOOT)),
    "bookshelf": Drawn(bookshelf, ("#a56a3a", "#8a5a3b", "#d9b98a"), (3, 1.4, 29, FOOT)),
    "writing-desk": Drawn(desk, ("#b98350", "#9a6236"), (-1, 3.6, 33, FOOT)),
    "fireplace": Drawn(fireplace, ("#b5624a", "#a89a90"), (0.4, -0.8, 31.6, FOOT)),
    "bench": Drawn(bench, ("#9a6236", "#7d5a3c", "#4f7a5b"), (0, 13, 32, FOOT)),
    "floor-lamp": Drawn(floor_lamp, ("#e9c98a", "#e8a06a", "#8fb5a6"), (3, 2.4, 29, FOOT)),
    "desk-lamp": Drawn(desk_lamp, ("#d8503f", "#2a9d8f", "#e9b44c"), (2, 5.6, 28.4, FOOT)),
}
