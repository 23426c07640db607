"""Things the icons lack, or show less well than a picture's subject deserves."""

from __future__ import annotations

from itertools import pairwise

from imgorigin.painters.sketch.palette import darker, lighter, mix
from imgorigin.painters.sketch.subjects.drawn.base import Drawn, block, oval, shape, stroke


def mug(color: str) -> str:
    """Full and steaming."""
    return cup(color) + "".join(
        stroke(f"M{x} 7.2q-1.5-1.5 0-3t0-3", "#ffffff", 0.9, 0.55) for x in (11.6, 14.8, 18)
    )


def cup(color: str) -> str:
    """A mug that has cooled down."""
    side = "v14.2a5.6 5.6 0 0 1-5.6 5.6"
    return (
        stroke("M23 13.2h2.6a4.4 4.4 0 0 1 0 11.4H22", darker(color, 0.25), 2.1)
        + shape(f"M6 10.6h17.6{side}h-6.4A5.6 5.6 0 0 1 6 24.8z", color)
        + shape(f"M17.5 10.6h6.1{side}h-3.2c2.4-4 2.9-12 2.7-19.8z", darker(color, 0.25), 0.55)
        + stroke("M8.1 13.9c0 5 .1 8.6 1.3 12.2", lighter(color, 0.38), 1.1)
        + oval(14.8, 10.6, 8.8, 2.3, lighter(color, 0.38))
        + oval(14.8, 10.7, 7.7, 1.75, darker(color, 0.42))
        + oval(14.8, 11.1, 6.9, 1.25, "#6b4028")
        + stroke("M10.4 11.2q1.6-.9 4-.9", "#8a5a3b", 0.5)
    )


def hot_air_balloon(color: str) -> str:
    """Five gores, of two colours by turns, and a basket."""
    pale, shade = mix(color, "#fff6e5", 0.72), darker(color, 0.18)
    seams = (-1, -0.62, -0.22, 0.22, 0.62, 1)
    gores = ""
    for index, (left, right) in enumerate(pairwise(seams)):
        path = (
            f"M16 1.2C{16 + 15 * left:.2f} 1.2 {16 + 15.5 * left:.2f} 14.5 {16 + 3.2 * left:.2f} 22.6"
            f"L{16 + 3.2 * right:.2f} 22.6C{16 + 15.5 * right:.2f} 14.5 {16 + 15 * right:.2f} 1.2 16 1.2z"
        )
        gores += shape(path, shade if index == 4 else (color, pale)[index % 2])
    return (
        gores
        + stroke("M13.2 22.6l.9 3.4M18.8 22.6l-.9 3.4", "#5a4030", 0.4)
        + shape("M13.7 26h4.6l-.5 4.4h-3.6z", "#8a5a33")
        + shape("M13.5 25.7h5v1.2h-5z", "#6b4426")
    )


def headphones(color: str) -> str:
    """Seen from the front: a padded band and two cups."""
    shade, deep, shine = darker(color, 0.2), darker(color, 0.62), lighter(color, 0.45)
    left = (
        block(4.4, 16.6, 5.6, 12.2, color, corner=2.7)
        + shape("M7.4 16.6h-.3a2.7 2.7 0 0 0-2.7 2.7v6.8a2.7 2.7 0 0 0 2.7 2.7h.3c-1-3-1-9.2 0-12.2z", shade)
        + block(9.2, 17.3, 3.1, 10.8, deep, corner=1.5)
        + block(9.8, 18.3, 0.9, 8.8, lighter(deep, 0.16), corner=0.45)
        + block(6.3, 13.4, 2.1, 4.6, shade, corner=0.9)
        + stroke("M8.6 18.8v7.4", shine, 0.5)
    )
    return (
        stroke("M7.4 15.4C7.4 7.6 11 3.4 16 3.4s8.6 4.2 8.6 12", shade, 2.6)
        + stroke("M7.4 14.8C7.4 7.3 11 3 16 3s8.6 4.3 8.6 11.8", color, 1.9)
        + stroke("M9.9 9.1C11.2 6.3 13.3 5 16 5s4.8 1.3 6.1 4.1", deep, 1.1)
        + stroke("M10.6 5.4C12 3.8 13.8 3 16 3", shine, 0.6)
        + left
        + f'<g transform="matrix(-1 0 0 1 32 0)">{left}</g>'
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


def bench(color: str) -> str:
    """A park bench with iron feet."""
    dark, iron = darker(color, 0.22), "#3a3f4a"
    legs = "".join(
        stroke(f"M{x} 13v17M{x} 24.2h{reach}M{x + reach} 24.2v6", iron, 0.9)
        for x, reach in ((5, -1.8), (27, 1.8))
    )
    slats = "".join(block(1.5, y, 29, 2.1, color, corner=0.5) for y in (13.4, 16.3, 19.2))
    return (
        slats + legs + block(0.5, 23, 31, 1.7, color, corner=0.5) + block(0, 24.9, 32, 1.3, dark, corner=0.5)
    )


def bottle(color: str) -> str:
    """Glass, with a label."""
    shade, shine = darker(color, 0.28), lighter(color, 0.5)
    body = "M13.6 9.5c0 3-3.6 3.6-3.6 7.5v11.4a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V17c0-3.9-3.6-4.5-3.6-7.5V4h-4.8z"
    return (
        shape(body, color)
        + shape(
            "M18.4 4v5.5c0 3 3.6 3.6 3.6 7.5v11.4a2 2 0 0 1-2 2h-2.4c1.4-4 1.4-10 .6-14-.7-3-1.6-4-1.6-7V4z",
            shade,
            0.6,
        )
        + block(13.1, 1.6, 5.8, 3, "#3a3f4a", corner=0.8)
        + block(10, 18.5, 12, 7, "#fbf6ea")
        + block(12, 20.4, 8, 1.1, shade)
        + block(13.2, 22.4, 5.6, 0.9, shade)
        + stroke("M11.7 16.2c.3-1.5 1.5-2.4 2.3-3.7", shine, 0.8, 0.8)
    )


def perfume(color: str) -> str:
    """A flask with a golden cap."""
    shade, shine = darker(color, 0.2), lighter(color, 0.55)
    return (
        block(12.6, 2, 6.8, 6.4, "#d9b25f", corner=1)
        + block(12.6, 2, 2.2, 6.4, "#f0d592", corner=1)
        + block(14, 8, 4, 2.4, "#b98f3f")
        + block(5.6, 10, 20.8, 20.4, lighter(color, 0.35), corner=3.4)
        + shape(
            "M7.6 18.5h16.8v7.3a2.6 2.6 0 0 1-2.6 2.6H10.2a2.6 2.6 0 0 1-2.6-2.6z",
            color,
        )
        + shape("M19 18.5h5.4v7.3a2.6 2.6 0 0 1-2.6 2.6H17c1.7-2.7 2.3-6 2-9.9z", shade, 0.6)
        + block(12, 20, 8, 4.6, "#fffaf0", corner=0.6)
        + stroke("M14 22.3h4", shade, 0.7)
        + stroke("M8.3 13v9", shine, 1.1, 0.9)
    )


def lighthouse(color: str) -> str:
    """On its rock, banded in white."""
    bands = "".join(
        shape(f"M{16 - w:.2f} {y}h{2 * w:.2f}l{0.36} 4h{-2 * w - 0.72:.2f}z", tone)
        for y, w, tone in ((10, 3.0, color), (14, 3.36, "#fbf7ef"), (18, 3.72, color), (22, 4.08, "#fbf7ef"))
    )
    return (
        bands
        + shape("M17.5 10h1.5l1.44 16h-2.3z", "#101030", 0.12)
        + block(12, 9, 8, 1.3, "#3a3f4a", corner=0.4)
        + block(13.6, 5.6, 4.8, 3.6, "#ffe9a8")
        + stroke("M13.6 5.6v3.6M16 5.6v3.6M18.4 5.6v3.6", "#3a3f4a", 0.4)
        + shape("M12.6 5.8Q16 0 19.4 5.8z", darker(color, 0.15))
        + block(15, 22.6, 2, 3.4, "#3a3f4a", corner=0.9)
        + shape("M4 30.4q1.5-4 6-4.6 6-1.2 12 0 5 .8 6 4.6z", "#6d6f78")
        + shape("M4 30.4q1.5-4 6-4.6l3 2.6-2 2z", "#878993")
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


THINGS = {
    "mug": Drawn(mug, ("#e76f51", "#2a9d8f", "#3d7dd8", "#f4f1ea"), (6, 1, 30, 30.4)),
    "cup": Drawn(cup, ("#f4f1ea", "#e9c46a", "#2a9d8f", "#e76f51"), (6, 8, 30, 30.4)),
    "hot-air-balloon": Drawn(hot_air_balloon, ("#e5533d", "#3d7dd8", "#c2559b"), (4.7, 1.2, 27.3, 30.4)),
    "headphones": Drawn(headphones, ("#3a4157", "#e5e2ea", "#e5533d", "#2a9d8f"), (4.4, 1.7, 27.6, 28.8)),
    "bench": Drawn(bench, ("#9a6236", "#7d5a3c", "#4f7a5b"), (0, 13, 32, 30.4)),
    "bottle": Drawn(bottle, ("#3f7d5a", "#3d7dd8", "#8a4f2d"), (10, 1.6, 22, 30.4)),
    "perfume": Drawn(perfume, ("#e8a5b4", "#c7a6e0", "#f0c37a"), (5.6, 2, 26.4, 30.4)),
    "lighthouse": Drawn(lighthouse, ("#d64545", "#2f5f9f"), (4, 2, 28, 30.4)),
    "held-book": Drawn(book, ("#c8413b", "#2f6f8f", "#3f7d4f", "#8a4f7d"), (1.6, 9.2, 30.4, 30.4)),
    "umbrella": Drawn(umbrella, ("#e5383b", "#f4a623", "#2a9d8f", "#7b3fc4"), (4, 3, 28, 29.2)),
    "robot": Drawn(robot, ("#dfe4ee", "#d9e6ea", "#e8e2d8"), (7.2, 0.8, 24.8, 30.4)),
}
