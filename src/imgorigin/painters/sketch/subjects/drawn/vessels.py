"""Jars, bottles and vases.

Clear glass is a pale blue that shows on white, with what is behind it shining through.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker, lab, lighter, mix
from imgorigin.painters.sketch.subjects.drawn.base import (
    CLEAR,
    COLORLESS,
    FOOT,
    GOLD,
    IRON,
    RIM,
    Drawn,
    block,
    both_sides,
    oval,
    shape,
    stroke,
    tones,
)
from imgorigin.painters.sketch.svg import disc


def _stained(color: str) -> str:
    """The colour of glass: "white" or "clear" glass is a pale blue."""
    tint = lab(color)
    return CLEAR if tint.chroma < COLORLESS and tint.lightness > 0.7 else color


def jar(color: str) -> str:
    """Of glass, with a lid of metal, half full of what the colour says."""
    filling = tones("#e9a63c" if lab(color).chroma < COLORLESS else color)
    body = (
        "M8.4 9h15.2c2.2 1.2 3.4 2.8 3.4 5.4v12.4c0 2.2-1.4 3.6-3.6 3.6H8.6C6.4 30.4 5 29 5 26.8"
        "V14.4C5 11.8 6.2 10.2 8.4 9z"
    )
    return (
        shape(body, CLEAR, 0.85)
        + shape("M6.2 15.6h19.6v10.8c0 1.8-1.1 2.9-2.9 2.9H9.1c-1.8 0-2.9-1.1-2.9-2.9z", filling.base)
        + shape("M21.4 15.6h4.4v10.8c0 1.8-1.1 2.9-2.9 2.9h-3.4c1.6-3.4 2.2-9 1.9-13.7z", filling.shade)
        + oval(16, 15.6, 9.8, 1.4, filling.light)
        + block(9, 18.4, 12.4, 7.6, "#fffaf0", corner=0.8)
        + stroke("M11.4 20.8h7.6M12.6 23.4h5.2", filling.deep, 0.8)
        + stroke(body, RIM, 0.55)
        + stroke("M7.6 14.2c0-1.4.6-2.4 1.8-3.2M7.4 16.6v9.2", "#ffffff", 1.1, 0.9)
        + block(7, 7.6, 18, 1.8, "#b9c0cc", corner=0.6)
        + block(6.6, 2.6, 18.8, 5.4, "#d3d8e0", corner=1.3)
        + shape("M20.4 2.6h3.7a1.3 1.3 0 0 1 1.3 1.3v2.8A1.3 1.3 0 0 1 24.1 8h-3.7z", "#a3abb9")
        + stroke("M8.4 4.4h9", "#ffffff", 0.9)
        + stroke("".join(f"M{x} 5.8v1.4" for x in range(8, 25, 2)), "#a3abb9", 0.4)
    )


def bottle(color: str) -> str:
    """Glass, with a label."""
    glass = tones(_stained(color))
    body = "M13.6 9.5c0 3-3.6 3.6-3.6 7.5v11.4a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V17c0-3.9-3.6-4.5-3.6-7.5V4h-4.8z"
    return (
        shape(body, glass.base)
        + shape(
            "M18.4 4v5.5c0 3 3.6 3.6 3.6 7.5v11.4a2 2 0 0 1-2 2h-2.4c1.4-4 1.4-10 .6-14-.7-3-1.6-4-1.6-7V4z",
            glass.shade,
            0.8,
        )
        + block(13.1, 1.6, 5.8, 3, IRON, corner=0.8)
        + stroke("M14.2 2.4h1.6", "#7d8696", 0.5)
        + block(10, 18.5, 12, 7, "#fbf6ea")
        + block(19.6, 18.5, 2.4, 7, "#e2dac8")
        + block(12, 20.4, 8, 1.1, glass.deep)
        + block(13.2, 22.4, 5.6, 0.9, glass.deep)
        + stroke("M11.7 16.2c.3-1.5 1.5-2.4 2.3-3.7M11.6 27v1.2", glass.shine, 0.8, 0.9)
    )


def perfume(color: str) -> str:
    """A flask with a golden cap; clear glass holds a golden scent."""
    clear = _stained(color) == CLEAR
    glass, scent = tones(CLEAR if clear else lighter(color, 0.35)), tones("#eebf72" if clear else color)
    return (
        block(12.2, 1.4, 7.6, 6.8, GOLD, corner=1)
        + block(17.4, 1.4, 2.4, 6.8, "#b5842c", corner=0.8)
        + block(13.2, 2.2, 1.4, 5.2, "#f6e2a8", corner=0.6)
        + block(13.8, 8, 4.4, 2.6, "#a87a2a")
        + block(5.6, 10, 20.8, 20.4, glass.base, corner=3.4)
        + shape("M21 10h2a3.4 3.4 0 0 1 3.4 3.4V27a3.4 3.4 0 0 1-3.4 3.4h-2z", glass.shade)
        + block(7.4, 11.8, 17.2, 16.8, lighter(glass.base, 0.5), corner=2.2)
        + shape("M7.4 17.4h17.2v9a2.2 2.2 0 0 1-2.2 2.2H9.6a2.2 2.2 0 0 1-2.2-2.2z", scent.base)
        + shape("M19.4 17.4h5.2v9a2.2 2.2 0 0 1-2.2 2.2h-5c1.7-2.9 2.3-7 2-11.2z", scent.shade, 0.75)
        + stroke("M7.6 17.4h16.8", scent.light, 0.7)
        + stroke("M16 11.8v14", mix(glass.shade, "#ffffff", 0.3), 0.45)
        + block(11.4, 19.6, 9.2, 5.4, "#fffaf0", corner=0.5)
        + stroke("M13.4 21.4h5.2M14.4 23.2h3.2", scent.deep, 0.6)
        + stroke("M8.8 13.6v11", "#ffffff", 0.9, 0.9)
        + stroke(
            "M5.7 13.4A3.3 3.3 0 0 1 9 10.1h14a3.3 3.3 0 0 1 3.3 3.3V27a3.3 3.3 0 0 1-3.3 3.3H9"
            "A3.3 3.3 0 0 1 5.7 27z",
            RIM if clear else scent.shade,
            0.3,
        )
    )


def vase(color: str) -> str:
    """A bunch of garden flowers in it."""
    clay = tones(color)
    stems = (
        "M16 19.6C15.4 14 13 9.6 9.4 7.6M16 19.6C16 13 16 8 16.4 4.6M16.4 19.6c.6-5.4 2.8-8.6 "
        "6.6-10.4M15.4 19.6C14 15.6 11 14 7.8 13.6M16.8 19.6c1-3.4 3.6-5 7.4-5.2"
    )
    leaves = (
        oval(11.4, 16, 2.4, 1, "#4f9a5b", turn=-32),
        oval(21, 16.6, 2.4, 1, "#3f8a52", turn=30),
        oval(13.6, 12, 2, 0.9, "#63ad68", turn=60),
        oval(18.6, 11.6, 2, 0.9, "#4f9a5b", turn=-58),
    )
    return (
        stroke(stems, "#3f8a52", 0.7)
        + "".join(leaves)
        + _flower(7, 13.2, 2.5, "#f2a33c", "#8a4a1f")
        + _flower(24.8, 14, 2.5, "#b58ae0", "#fff0b8")
        + _flower(9, 6.8, 3.1, "#f0708a", "#ffd35c")
        + _flower(23.2, 8.4, 3, "#fbfaf5", "#f2b632")
        + _flower(16.4, 4.2, 3.3, "#f4b8cf" if lab(color).lightness < 0.9 else "#e5533d", "#ffd35c")
        + shape(
            "M12.6 18.4h6.8c-.4 2 3.6 3.6 3.6 7.4 0 2.6-1.6 4.6-3.8 4.6h-6.4c-2.2 "
            "0-3.8-2-3.8-4.6 0-3.8 4-5.4 3.6-7.4z",
            clay.base,
        )
        + shape(
            "M17.4 18.4h2c-.4 2 3.6 3.6 3.6 7.4 0 2.6-1.6 4.6-3.8 4.6h-2.4c4.6-4 1.2-8 .6-12z", clay.shade
        )
        + block(11.8, 17.6, 8.4, 1.5, clay.light, corner=0.7)
        + stroke("M10.9 25.4c.2-1.2.8-2.1 1.5-3", clay.shine, 0.9)
    )


def _flower(x: float, y: float, r: float, color: str, heart: str) -> str:
    """Eight petals about a heart."""
    petals = "".join(
        f'<ellipse cx="{x}" cy="{y - r * 0.6:.2f}" rx="{r * 0.3:.2f}" ry="{r * 0.46:.2f}" '
        f'fill="{tone}" transform="rotate({turn} {x} {y})"/>'
        for turn, tone in ((45 * n, color if n % 2 else darker(color, 0.1)) for n in range(8))
    )
    return petals + oval(x, y, r * 0.34, r * 0.34, heart)


def candle(color: str) -> str:
    """In a glass, its flame lit."""
    wax = tones(color)
    return (
        shape(disc(16, 8.6, 6.8), "#ffd98a", 0.16)
        + shape(disc(16, 8.6, 4.6), "#ffd98a", 0.24)
        + block(7, 14, 18, 16.4, wax.base, corner=2.2)
        + shape("M20.4 14H25v14.200a2.2 2.2 0 0 1-2.2 2.200h-2.400z", wax.shade)
        + oval(16, 14.4, 9, 2, wax.light)
        + oval(16, 14.6, 7.2, 1.3, mix(wax.light, "#ffe6a8", 0.6))
        + stroke("M16 14.400v-3.2", "#4a3a32", 0.5)
        + shape(
            "M16 3.400c2.8 3.2 3.4 5 3 6.6-.4 1.7-1.6 2.6-3 2.600s-2.6-.9-3-2.600c-.4-1.6.2-3.4 3-6.600z",
            "#ff9f2e",
        )
        + shape(
            "M16 6.800c1.4 1.8 1.8 2.8 1.6 3.8-.2.9-.8 1.4-1.6 1.400s-1.4-.5-1.6-1.400c-.2-1 .2-2 1.6-3.800z",
            "#ffe79a",
        )
        + block(10.6, 20, 10.8, 6.6, "#fffaf0", corner=0.6)
        + stroke("M13 22.200h6M14.2 24.400h3.6", wax.deep, 0.6)
        + stroke("M8.8 18v9.4", wax.shine, 0.9)
    )


def lotion(color: str) -> str:
    """A bottle with a pump."""
    tone = tones(color)
    return (
        stroke("M16 8.400V4.400M16.8 3.800H10.800v1.4", tone.deep, 1.6)
        + block(13.4, 7.6, 5.2, 3, tone.shade, corner=0.8)
        + block(8.4, 10.4, 15.2, 20, tone.base, corner=3)
        + shape("M19.8 10.400h.8a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-.8z", tone.shade)
        + block(8.4, 16, 15.2, 8.6, "#fffaf0")
        + block(19.8, 16, 3.8, 8.6, "#e6dfd2")
        + both_sides(shape("M16 22.800c-2.4-.8-3.4-2.6-3-4.8 2 .6 3 2.2 3 4.800z", "#7fb069"))
        + stroke("M10.4 12.800v1.400M10.4 26.400v1.2", tone.shine, 1)
    )


VESSELS: Final = {
    "jar": Drawn(jar, ("#e9a63c", "#c8413b", "#8a5fb0"), (4.8, 2.6, 27.2, FOOT)),
    "bottle": Drawn(bottle, ("#3f7d5a", "#3d7dd8", "#8a4f2d"), (10, 1.6, 22, FOOT)),
    "perfume": Drawn(perfume, ("#e8a5b4", "#c7a6e0", "#f0c37a"), (5.6, 1.4, 26.4, FOOT)),
    "vase-of-flowers": Drawn(vase, ("#4f7fa8", "#e9e2d4", "#3f8a7f"), (4.4, 1, 27.4, FOOT)),
    "candle": Drawn(candle, ("#e8ddd0", "#d9a08a", "#a8b5a0"), (7, 1, 25, FOOT)),
    "lotion-bottle": Drawn(lotion, ("#9fc7b5", "#e8b5a0", "#b5a8d6"), (8.4, 3, 23.6, FOOT)),
}
