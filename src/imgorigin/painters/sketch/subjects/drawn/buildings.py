"""What people live, pray and work in."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker, difference
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    IRON,
    METAL,
    Drawn,
    arched,
    block,
    moved,
    oval,
    shape,
    stroke,
    tones,
)

_PANE: Final = "#a9d3ee"
_WOOD: Final = "#7d5236"


def _merlons(x: float, y: float, count: int, color: str, *, size: float = 1.1) -> str:
    """The teeth of a battlement, from x to the right, standing on y."""
    return "".join(block(x + 2 * size * n, y - size, size, size + 0.1, color) for n in range(count))


def castle(color: str) -> str:
    """Walls and four towers with pointed roofs."""
    stone = tones(color)
    roof = tones("#4a66a8" if difference(color, "#b8483f") < 0.22 else "#b8483f")

    def tower(x: float, top: float, w: float, peak: float) -> str:
        r, right = w / 2, w * 0.32
        return (
            block(x - r, top, w, FOOT - top, stone.base)
            + block(x + r - right, top, right, FOOT - top, stone.shade)
            + block(x - r - 0.5, top - 0.2, w + 1, 1.3, stone.light)
            + shape(f"M{x - r - 0.9:g} {top:g}L{x:g} {peak:g}L{x + r + 0.9:g} {top:g}z", roof.base)
            + shape(f"M{x:g} {peak:g}L{x + r + 0.9:g} {top:g}H{x + r * 0.15:.2f}z", roof.shade)
            + stroke(f"M{x:g} {peak:g}v-2", IRON, 0.25)
            + shape(f"M{x:g} {peak - 2.1:g}l2.4.7-2.4.8z", "#f2c14e")
        )

    return (
        tower(12.2, 10.4, 4.2, 4.6)
        + tower(20.4, 8, 4.6, 1.6)
        + arched(12, 15.8, 1.2, 2.2, stone.deep)
        + arched(20.2, 13.6, 1.3, 2.4, stone.deep)
        + block(6, 18.4, 20, 12, stone.base)
        + _merlons(7.2, 18.4, 8, stone.base)
        + block(6, 18.4, 20, 0.7, stone.light)
        + "".join(
            block(x, y, 1.7, 0.7, stone.shade) for x, y in ((8.6, 21), (10.6, 25), (22.4, 21.6), (20.6, 27))
        )
        + tower(4.6, 14.6, 6, 7.6)
        + tower(27.4, 14.6, 6, 7.6)
        + arched(4.4, 20.4, 1.4, 2.8, stone.deep)
        + arched(27.2, 20.4, 1.4, 2.8, stone.deep)
        + arched(16, FOOT, 6.4, 8.2, stone.shade)
        + arched(16, FOOT, 5, 7.2, "#4a3428")
        + stroke("M14.2 24.6v5.8M16 23.4v7M17.8 24.6v5.8M13.6 26h4.8M13.6 28.2h4.8", "#2e211a", 0.35)
        + arched(11.4, 24.4, 1.1, 2, stone.deep)
        + arched(20.6, 24.4, 1.1, 2, stone.deep)
    )


def greek_temple(color: str) -> str:
    """Six columns under a gable, on three steps."""
    stone = tones(color)
    columns = ""
    for x in (3.2, 8.3, 13.4, 18.6, 23.7, 28.8):
        columns += (
            block(x - 1.3, 13.2, 2.6, 12.6, stone.base)
            + block(x + 0.3, 13.2, 1, 12.6, stone.shade)
            + stroke(f"M{x - 0.6:g} 14.6v10.4", stone.light, 0.4)
            + block(x - 1.8, 12.4, 3.6, 1.1, stone.light, corner=0.3)
            + block(x - 1.7, 25.2, 3.4, 0.9, stone.light, corner=0.3)
        )
    return (
        block(2, 12.6, 28, 13.4, stone.deep)
        + block(13.4, 15.4, 5.2, 10.6, darker(color, 0.62))
        + columns
        + block(0.6, 9.8, 30.8, 2.8, stone.base)
        + block(0.6, 11.9, 30.8, 0.7, stone.shade)
        + "".join(
            block(x, 10.4, 0.9, 1.3, stone.shade) for x in (3, 6.2, 9.4, 12.6, 15.6, 18.6, 21.8, 25, 28.2)
        )
        + shape("M16 2.2L32 9.8H0z", stone.light)
        + shape("M16 4.2L27.6 9.4H4.4z", stone.shade)
        + oval(16, 7.3, 1.4, 1.4, stone.light)
        + stroke("M12.8 8.6h-4M19.2 8.6h4", stone.light, 0.6)
        + block(0.4, 26, 31.2, 1.6, stone.light)
        + block(-0.6, 27.4, 33.2, 1.6, stone.base)
        + block(-1.6, 28.8, 35.2, 1.6, stone.shade)
    )


def pagoda(color: str) -> str:
    """Five storeys, each under a roof with upturned eaves."""
    wall, roof = tones(color), tones("#3d4a5c")
    floors = ""
    for level in range(5):
        y, r = 26.4 - 4.9 * level, 7.6 - 1.1 * level
        eave, peak = r + 3.6, y - 3.7
        floors += (
            block(16 - r, y - 3.6, 2 * r, 4.2, wall.base)
            + block(16 + r * 0.45, y - 3.6, r * 0.55, 4.2, wall.shade)
            + "".join(block(16 + r * at - 0.6, y - 2.2, 1.2, 1.8, "#ffe3a3") for at in (-0.6, 0, 0.6))
            + shape(
                f"M{16 - eave:.1f} {peak - 0.4:.1f}q1.6 1.5 3.4.6L{16 - r + 1:.1f} "
                f"{peak - 1.9:.1f}H{15 + r:.1f}"
                f"l{eave - r - 2.4:.1f} 2.1q1.8.9 3.4-.6-.6 2.3-2.6 2.4H{18.6 - eave:.1f}q-2-.1-2.6-2.4z",
                roof.base,
            )
            + shape(
                f"M{18.6 - eave:.1f} {peak + 1.2:.1f}h{2 * eave - 5.2:.1f}v.8h{5.2 - 2 * eave:.1f}z",
                wall.deep,
            )
            + stroke(f"M{17 - r:.1f} {peak - 1.6:.1f}h{2 * r - 2:.1f}", roof.light, 0.4)
        )
    return (
        block(6.4, 28.6, 19.2, 1.8, "#a9a49b")
        + block(7.4, 26.9, 17.2, 1.8, "#c7c2b8")
        + floors
        + arched(16, 28.6, 3, 4.2, "#5a2f26")
        + stroke("M16 1.4V-3.4", "#d9a441", 0.6)
        + "".join(
            stroke(f"M{16 - w} {y}h{2 * w}", "#d9a441", 0.45)
            for y, w in ((0.4, 1.1), (-0.8, 0.85), (-2, 0.6))
        )
    )


def modern_house(color: str) -> str:
    """Two storeys of white planes, wood and glass; the colour is that of the boards."""
    wall, wood = tones("#f3f1ec"), tones(color)
    boards = "".join(stroke(f"M{x} 9.4v7.6", wood.shade, 0.25) for x in (12, 13.4, 14.8, 16.2))
    return (
        block(3, 17, 27, 13.4, wall.shade)
        + block(10, 8, 20, 9.6, wall.base)
        + block(10.8, 9, 6.4, 8, wood.base)
        + boards
        + block(18.4, 9.8, 10.2, 6.6, _PANE)
        + shape("M18.4 16.4l5-6.6h3l-5 6.6z", "#d5ecfa")
        + stroke("M23.5 9.8v6.6", IRON, 0.4)
        + block(8.6, 6.6, 22.8, 1.5, wall.light)
        + block(8.6, 7.7, 22.8, 0.6, wall.deep)
        + block(0.6, 16.6, 30.8, 1.6, wall.light)
        + block(0.6, 17.8, 30.8, 0.7, wall.deep)
        + block(12, 19.6, 11.6, 9.6, "#ffe6b0")
        + shape("M12 29.2l6.4-9.6h3.4l-6.4 9.6z", "#fff3d6")
        + stroke("M12 19.6h11.6v9.6H12zM15.9 19.6v9.6M19.7 19.6v9.6", IRON, 0.45)
        + block(4.4, 19.6, 4.4, 10.8, wood.base)
        + block(7.6, 19.6, 1.2, 10.8, wood.shade)
        + stroke("M8 25v1.6", METAL, 0.5)
        + stroke("M1.6 18.4v12", IRON, 0.7)
        + block(0.4, 29.2, 31.2, 1.2, "#b9b3a8")
        + oval(26.2, 28, 2.5, 2, "#4f8f52")
        + oval(28.6, 28.3, 2.2, 1.7, "#3f7a45")
        + oval(25.6, 27.3, 1.3, 0.9, "#6bab68")
    )


def skyscraper(color: str) -> str:
    """A glass tower between two lower ones."""
    glass = tones(color)
    rows = "".join(f"M10.6 {y:g}h10.8" for y in (8.4 + 2 * n for n in range(11)))
    lit = (
        (11.4, 9),
        (15.4, 13),
        (13.4, 17),
        (17.4, 15),
        (11.4, 21),
        (15.4, 23),
        (13.4, 25),
        (17.4, 21),
        (17.4, 9),
    )
    return (
        block(2.6, 17.4, 7, 13, glass.shade)
        + block(2.6, 17.4, 2, 13, glass.base)
        + stroke("M3.4 19.8h5.4M3.4 22.4h5.4M3.4 25h5.4M3.4 27.6h5.4", glass.light, 0.7)
        + block(22.6, 14, 6.8, 16.4, glass.deep)
        + block(22.6, 14, 2.4, 16.4, glass.shade)
        + stroke(
            "M23.6 16.6h4.8M23.6 19.4h4.8M23.6 22.2h4.8M23.6 25h4.8M23.6 27.8h4.8", glass.light, 0.7, 0.7
        )
        + stroke("M16-4v8", METAL, 0.5)
        + shape("M12.6 4.4L16 1.6l3.4 2.8v2.4h-6.8z", glass.shade)
        + block(9.8, 6.6, 12.4, 23.8, glass.base)
        + block(18.6, 6.6, 3.6, 23.8, glass.shade)
        + shape("M9.8 24.4V13.6l8.8-7h3.6z", glass.light, 0.45)
        + stroke(rows, glass.deep, 0.3, 0.7)
        + stroke("M12.8 6.8v22M15 6.8v22M17.2 6.8v22M19.6 6.8v22", glass.deep, 0.25, 0.6)
        + "".join(block(x - 0.3, y - 0.4, 1.7, 1.5, "#ffe9a8") for x, y in lit)
        + block(13.4, 27.4, 5.2, 3, "#26303f")
        + block(15.8, 27.4, 0.4, 3, METAL)
    )


def lighthouse(color: str) -> str:
    """On its rock, banded in white."""
    white = "#fbf7ef"
    bands = "".join(
        shape(f"M{16 - w:.2f} {y}h{2 * w:.2f}l.36 4h{-2 * w - 0.72:.2f}z", tone)
        for y, w, tone in ((10, 3.0, color), (14, 3.36, white), (18, 3.72, color), (22, 4.08, white))
    )
    return (
        bands
        + shape("M17.5 10h1.5l1.44 16h-2.3z", "#101030", 0.14)
        + shape("M13.4 10h1l-.6 16h-1.7z", "#ffffff", 0.3)
        + stroke("M11.4 8.6v-1.4h9.2v1.4", IRON, 0.3)
        + block(13.6, 5.6, 4.8, 3.6, "#ffe9a8")
        + oval(16, 7.4, 1, 1.2, "#fff8dc")
        + stroke("M13.6 5.6v3.6M18.4 5.6v3.6", IRON, 0.4)
        + block(11.6, 9, 8.8, 1.3, IRON, corner=0.4)
        + shape("M12.6 5.8Q16 0 19.4 5.8z", darker(color, 0.15))
        + oval(16, 2.6, 0.5, 0.5, IRON)
        + block(15, 22.6, 2, 3.4, IRON, corner=0.9)
        + block(15.2, 15.2, 1.6, 1.9, GLASS, corner=0.6)
        + shape("M4 30.4q1.5-4 6-4.6 6-1.2 12 0 5 .8 6 4.6z", "#6d6f78")
        + shape("M4 30.4q1.5-4 6-4.6l3 2.6-2 2z", "#878993")
    )


def _sale_sign(color: str) -> str:
    """A board hung from a post."""
    board, wood = tones(color), tones("#f4efe6")
    return (
        block(5.4, 2.4, 2.2, 28, wood.base, corner=0.6)
        + block(6.7, 2.4, 0.9, 28, wood.shade, corner=0.4)
        + block(5.4, 5.2, 21.6, 1.8, wood.base, corner=0.6)
        + stroke("M12 7v2.600M24 7v2.600", "#6d7480", 0.5)
        + block(9, 9.4, 18, 13.4, board.shade, corner=1.2)
        + block(9, 9.4, 18, 12.6, board.base, corner=1.2)
        + shape("M18 10.8l4.600 3.800h-1.300v3.600h-6.600v-3.600h-1.300z", "#ffffff")
        + block(17.1, 15.4, 1.8, 2.8, board.base)
        + block(12, 19.3, 12, 1.3, board.light, corner=0.6)
    )


def house_for_sale(color: str) -> str:
    """With the sign that says so before it."""
    sign = "#d9483b" if difference(color, "#d9483b") > 0.2 else "#2f6fbf"
    return modern_house(color) + moved(_sale_sign(sign), -14.2, 11.4, scale=0.62)


BUILDINGS: Final = {
    "castle": Drawn(castle, ("#cfc8c0", "#c4bdb6", "#d8c9ae"), (0.7, -0.5, 31.3, FOOT)),
    "classical-building": Drawn(greek_temple, ("#ece4d4", "#e6e2dc"), (-1.6, 2.2, 33.6, FOOT)),
    "pagoda": Drawn(pagoda, ("#c8413b", "#b5483a"), (4.8, -3.6, 27.2, FOOT)),
    "modern-house": Drawn(modern_house, ("#b9793f", "#8a5f3f", "#5f6b75"), (0.4, 6.6, 31.6, FOOT)),
    "house-for-sale": Drawn(house_for_sale, ("#b9793f", "#8a5f3f", "#5f6b75"), (-11, 6.6, 31.6, FOOT)),
    "skyscraper": Drawn(skyscraper, ("#4f8fc0", "#5f7fb0", "#3f9aa0"), (2.6, -4.2, 29.4, FOOT)),
    "lighthouse": Drawn(lighthouse, ("#d64545", "#2f5f9f"), (4, 2, 28, FOOT)),
}
