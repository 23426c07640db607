"""Things that stand for ideas of business and computing, which the icons lack."""

from __future__ import annotations

from imgorigin.painters.sketch.palette import darker, lighter
from imgorigin.painters.sketch.subjects.drawn.base import Drawn, block, oval, shape, stroke


def database(color: str) -> str:
    """Three drums on each other."""
    shade, shine, text = darker(color, 0.22), lighter(color, 0.45), ""
    for y in (22.2, 14.6, 7.0):
        text += shape(f"M5 {y}v4.6c0 2.3 4.9 4 11 4s11-1.7 11-4V{y}z", color)
        text += shape(f"M20 {y}v8.3c4.2-.6 7-2 7-3.700V{y}z", shade, 0.7)
        text += oval(16, y, 11, 3.9, shine)
        text += oval(9, y + 5.4, 0.9, 0.9, "#7dffb3") + oval(12.2, y + 6, 0.9, 0.9, "#ffd166")
    return text


def server(color: str) -> str:
    """A rack of four units, their lamps lit."""
    units = "".join(
        block(6.4, y, 19.2, 5.2, color, corner=1)
        + oval(9.4, y + 2.6, 0.8, 0.8, "#5ff0a0")
        + oval(12, y + 2.6, 0.8, 0.8, "#ffd166")
        + stroke(f"M16 {y + 1.8}h7M16 {y + 3.4}h7", darker(color, 0.35), 0.6)
        for y in (3.6, 9.8, 16.0, 22.2)
    )
    return (
        block(4.6, 1.6, 22.8, 27.6, darker(color, 0.55), corner=2)
        + block(7, 29, 4, 1.4, "#2a2d3d")
        + block(21, 29, 4, 1.4, "#2a2d3d")
        + units
    )


def flag(color: str) -> str:
    """Waving on a pole."""
    return (
        block(6, 2, 1.8, 28.4, "#6b7390", corner=0.9)
        + oval(6.9, 2.2, 1.5, 1.5, "#f0b429")
        + shape(
            "M7.8 4C12 1.8 15.5 6 20 4.6c2.8-.9 5-1.2 7.5-.4v12.8c-2.5-.8-4.7-.5-7.5.4-4.5 1.4-8-2.8-12.2-.6",
            color,
        )
        + shape("M20 4.6c2.8-.9 5-1.2 7.5-.4v12.800c-2.5-.8-4.7-.5-7.5.4z", darker(color, 0.18), 0.6)
    )


def funnel(color: str) -> str:
    """Wide above, narrow below; a coin falls out."""
    rows = (
        (4, 14, 11.6, color),
        (10.6, 11.2, 8.6, lighter(color, 0.22)),
        (17.2, 8.2, 5.4, lighter(color, 0.42)),
    )
    cones = "".join(
        shape(f"M{16 - top} {y}h{2 * top}L{16 + foot} {y + 5.6}h{-2 * foot}z", tone)
        for y, top, foot, tone in rows
    )
    return (
        cones
        + oval(16, 4, 14, 2, darker(color, 0.25))
        + oval(16, 27.4, 3, 3, "#f0a92b")
        + oval(16, 27, 2, 2, "#ffd166")
    )


def gavel(color: str) -> str:
    """A judge's hammer on its block."""
    dark, brass = darker(color, 0.3), "#e7b84c"
    head = (
        block(4, 6.4, 17, 8.6, color, corner=1.2)
        + block(6.4, 6, 2, 9.4, brass)
        + block(16.6, 6, 2, 9.4, brass)
    )
    return (
        f'<g transform="rotate(-28 14 12)">{block(11.3, 13, 2.7, 19, dark, corner=1.2)}</g>'
        + f'<g transform="rotate(-28 14 12)">{head}</g>'
        + shape("M3 30.400v-2.400a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v2.400z", dark)
        + block(2, 28.6, 17, 1.8, color, corner=0.6)
    )


def check_badge(color: str) -> str:
    """A scalloped seal with a check mark."""
    return (
        "".join(
            oval(16, 5.4, 4.2, 4.2, color).replace("/>", f' transform="rotate({turn} 16 16)"/>')
            for turn in range(0, 360, 30)
        )
        + oval(16, 16, 12, 12, color)
        + oval(16, 16, 9.6, 9.6, lighter(color, 0.2))
        + stroke("M11 16.4l3.6 3.6 6.8-7.4", "#ffffff", 2.6)
    )


def wind_turbine(color: str) -> str:
    """Three blades on a mast over a green hill."""
    blade = "M16 12.500c-1.6-3-1.4-7.5 0-11.5 1.4 4 1.6 8.5 0 11.500z"
    blades = "".join(
        f'<g transform="rotate({turn} 16 12.5)">{shape(blade, color)}</g>' for turn in (12, 132, 252)
    )
    return (
        shape("M15.3 12.500h1.400l.8 17.900h-3z", darker(color, 0.12))
        + shape("M2 30.400c3-4.6 24-4.6 28 0z", "#58b368")
        + blades
        + oval(16, 12.5, 1.5, 1.5, darker(color, 0.25))
    )


def wallet(color: str) -> str:
    """With notes that show and a clasp."""
    return (
        block(7, 5, 18, 12, "#6cc08b", corner=1.4)
        + oval(16, 9.4, 2.6, 2.6, "#d9f2e0")
        + block(9.5, 7.6, 18, 12, "#4fa573", corner=1.4)
        + block(2.6, 10, 26, 20.4, color, corner=3)
        + block(2.6, 10, 26, 4, darker(color, 0.2), corner=2)
        + block(19.6, 16.6, 10.4, 6.6, darker(color, 0.3), corner=2.2)
        + oval(23.2, 19.9, 1.5, 1.5, "#ffd166")
    )


def question_mark(color: str) -> str:
    """In a round bubble."""
    return (
        shape("M7 24l-3.4 6.4 9-3.400z", darker(color, 0.2))
        + oval(16, 15.4, 13, 12.8, color)
        + oval(16, 14.6, 11.4, 11, lighter(color, 0.16))
        + stroke("M12.2 11.800a3.9 3.9 0 1 1 6.2 3.200c-1.6 1.1-2.3 1.8-2.3 3.6", "#ffffff", 2.4)
        + oval(16.1, 22.2, 1.6, 1.6, "#ffffff")
    )


def mountain(color: str) -> str:
    """Two peaks with snow on them, the light from the left."""
    shade, far = darker(color, 0.24), lighter(color, 0.22)
    return (
        shape("M11.6 30.4L22.6 12.4 33.4 30.4z", far)
        + shape("M22.6 12.4L33.4 30.4H25.2L21.8 22z", color)
        + shape("M22.6 12.4l3.100 5.100-1.9 1.5-1.5-1.3-1.6 1.3-1-2z", "#ffffff")
        + shape("M-1.4 30.4L12 4.6 26.4 30.4z", color)
        + shape("M12 4.6L26.4 30.4H13.6L10 20.6l2.6-4.800z", shade)
        + shape("M12 4.6l4.5 8.1-2.5 2-2.1-2-2.3 2.2-1.9-2.3z", "#ffffff")
        + shape("M12 4.6l4.5 8.1-2.5 2-1.5-1.500z", "#dfe8f2")
    )


SYMBOLS = {
    "mountain": Drawn(mountain, ("#4d6a8f", "#3f7d74", "#5b6cc0"), (-1.4, 4.6, 33.4, 30.4)),
    "question-mark": Drawn(question_mark, ("#5b6cf0", "#e5533d", "#1f9e9a"), (3, 2.6, 29, 30.4)),
    "database": Drawn(database, ("#5b7cfa", "#2aa8a0", "#8f63e8"), (5, 3, 27, 30.8)),
    "server": Drawn(server, ("#aab6d6", "#9fc3cf"), (4.6, 1.6, 27.4, 30.4)),
    "flag": Drawn(flag, ("#e5533d", "#2a9d8f", "#3d7dd8"), (5.4, 0.7, 27.5, 30.4)),
    "funnel": Drawn(funnel, ("#5b6cf0", "#1f9e9a", "#d6567f"), (2, 2, 30, 30.4)),
    "gavel": Drawn(gavel, ("#9a5f34", "#8a4f2d"), (2, 3, 25, 30.4)),
    "check-badge": Drawn(check_badge, ("#3d7dd8", "#22a06b", "#7b61e8"), (1.2, 1.2, 30.8, 30.8)),
    "wind-turbine": Drawn(wind_turbine, ("#eef3fa",), (2, 1, 30, 30.4)),
    "wallet": Drawn(wallet, ("#9a5f34", "#4b5fb8", "#b5503f"), (2.6, 5, 30, 30.4)),
}
"""Rows for DRAWN."""
