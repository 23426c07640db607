"""Things the icons lack, or show less well than a picture's subject deserves."""

from __future__ import annotations

from imgorigin.painters.sketch.palette import darker, difference, lighter
from imgorigin.painters.sketch.subjects.drawn.base import (
    Drawn,
    block,
    both_sides,
    oval,
    shape,
    stroke,
    tones,
)


def umbrella(color: str) -> str:
    """Open, upright."""
    return stroke("M16 6V26.6a2.2 2.2 0 0 0 4.4 0", "#3b3b46", 0.9) + canopy(color, 16, 16, 12)


def canopy(color: str, x: float, y: float, r: float) -> str:
    """An umbrella's roof with its rim at y."""
    ribs = (-1, -0.52, 0, 0.52, 1)
    tones = (color, lighter(color, 0.3), lighter(color, 0.08), darker(color, 0.14))
    panels = ""
    for left, right, tone in zip(ribs, ribs[1:], tones, strict=False):
        middle = (left + right) / 2
        panels += shape(
            f"M{x} {y - r * 0.92:.2f}C{x + r * left * 0.7:.2f} {y - r * 0.86:.2f} {x + r * left:.2f} "
            f"{y - r * 0.42:.2f} {x + r * left:.2f} {y}Q{x + r * middle:.2f} {y - r * 0.17:.2f} "
            f"{x + r * right:.2f} {y}C{x + r * right:.2f} {y - r * 0.42:.2f} {x + r * right * 0.7:.2f} "
            f"{y - r * 0.86:.2f} {x} {y - r * 0.92:.2f}z",
            tone,
        )
    return stroke(f"M{x} {y - r * 1.04:.2f}v{r * 0.14:.2f}", "#3b3b46", 0.7) + panels


def robot(color: str) -> str:
    """A friendly one, its hands before its chest: they can hold a book."""
    shade, deep, accent = darker(color, 0.16), darker(color, 0.4), "#ff7a59"
    arm = stroke("M10.7 17.2L8.3 20.8 12 22.6", shade, 2.1) + oval(12.4, 22.7, 1.35, 1.35, deep)
    leg = block(12.1, 23.6, 2.7, 5.4, deep) + shape("M10.9 30.4a2.6 2.4 0 0 1 5 0z", shade)
    return (
        stroke("M16 2.6v2.2", deep, 0.7)
        + oval(16, 1.9, 1.15, 1.15, accent)
        + leg
        + f'<g transform="matrix(-1 0 0 1 32 0)">{leg}</g>'
        + block(14.4, 13.2, 3.2, 2.2, deep)
        + block(10.3, 14.8, 11.4, 9.6, color, corner=2.8)
        + shape(
            "M10.3 20.2h11.4v1.4a2.8 2.8 0 0 1-2.8 2.8h-5.8a2.8 2.8 0 0 1-2.8-2.8z",
            shade,
        )
        + oval(16, 17.6, 1.2, 1.2, accent)
        + block(7.7, 7.2, 1.8, 4, accent, corner=0.8)
        + block(22.5, 7.2, 1.8, 4, accent, corner=0.8)
        + block(9, 4.4, 14, 9.4, color, corner=3.2)
        + shape("M9 10.4h14v.2a3.2 3.2 0 0 1-3.2 3.2h-7.6A3.2 3.2 0 0 1 9 10.6z", shade)
        + block(10.5, 6.2, 11, 5.4, "#232a3d", corner=2.3)
        + oval(13.5, 8.7, 1.2, 1.2, "#5fe1f0")
        + oval(18.5, 8.7, 1.2, 1.2, "#5fe1f0")
        + oval(13.9, 8.3, 0.4, 0.4, "#e9fcff")
        + oval(18.9, 8.3, 0.4, 0.4, "#e9fcff")
        + stroke("M15.2 10.3q.8.5 1.6 0", "#5fe1f0", 0.45)
        + arm
        + f'<g transform="matrix(-1 0 0 1 32 0)">{arm}</g>'
    )


def book(color: str) -> str:
    """Open, its covers towards the viewer, as one sees it who looks at a reader."""
    shade, page = darker(color, 0.22), "#fbf6ea"
    return (
        shape("M2.6 9.2L15.6 11.8 16.4 11.8 29.4 9.2V27.2L16 30 2.6 27.2z", page)
        + shape("M1.6 10.4L15.5 13.2V30.4L1.6 27.8z", color)
        + shape("M30.4 10.4L16.5 13.2V30.4L30.4 27.8z", shade)
        + shape("M15.5 13.2h1V30.4h-1z", darker(color, 0.4))
        + shape("M4.8 15.3l7.2 1.4v1.3l-7.2-1.4z", page, 0.75)
        + shape("M4.8 18.3l5 1v1.1l-5-1z", page, 0.6)
    )


def gift(color: str) -> str:
    """A box with a bow."""
    box = tones(color)
    ribbon = tones("#f7d774" if difference(color, "#f7d774") > 0.25 else "#d8404f")
    bow = shape("M16 8.4C12.4 8.8 8 8.2 8.2 5.2 8.4 2 13.6 2.4 16 8.4z", ribbon.base) + shape(
        "M16 8.4c-2.4.2-5-.2-5-1.900 0-1.700 3-1.200 5 1.900z", ribbon.shade
    )
    return (
        block(4, 13.6, 24, 16.8, box.base, corner=1)
        + shape("M21.4 13.6H28v15.8a1 1 0 0 1-1 1h-5.6z", box.shade)
        + block(13.6, 13.6, 4.8, 16.8, ribbon.base)
        + block(16.6, 13.6, 1.8, 16.8, ribbon.shade)
        + shape("M4 13.6h24v1.3H4z", box.deep, 0.55)
        + block(2.6, 8.4, 26.8, 5.6, box.light, corner=1)
        + shape("M22.4 8.4h6a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1h-6z", box.base)
        + block(13.4, 8.4, 5.2, 5.6, ribbon.light)
        + block(16.6, 8.4, 2, 5.6, ribbon.base)
        + both_sides(bow)
        + oval(16, 7.8, 1.8, 1.5, ribbon.light)
        + stroke("M5.8 16.6v9", box.shine, 0.8)
    )


def sword(color: str) -> str:
    """Held upright, its hilt below."""
    blade = tones(color)
    return (
        shape("M14.600 22.400V4.400L16 1.600V22.400z", blade.light)
        + shape("M17.400 22.400V4.400L16 1.600V22.400z", blade.shade)
        + block(11, 22, 10, 1.700, "#d9a93f", corner=0.8)
        + block(15.100, 23.700, 1.800, 4.600, "#5a3b28", corner=0.5)
        + oval(16, 29, 1.500, 1.400, "#d9a93f")
    )


THINGS = {
    "sword": Drawn(sword, ("#c3ccd8",), (11, 1.6, 21, 30.4)),
    "wrapped-gift": Drawn(gift, ("#e5533d", "#3d7dd8", "#8a5fc0", "#2a9d8f"), (2.6, 3.4, 29.4, 30.4)),
    "held-book": Drawn(book, ("#c8413b", "#2f6f8f", "#3f7d4f", "#8a4f7d"), (1.6, 9.2, 30.4, 30.4)),
    "umbrella": Drawn(umbrella, ("#e5383b", "#f4a623", "#2a9d8f", "#7b3fc4"), (4, 3, 28, 29.2)),
    "robot": Drawn(robot, ("#dfe4ee", "#d9e6ea", "#e8e2d8"), (7.2, 0.8, 24.8, 30.4)),
}
