"""Computers, from a rack of servers to the one in a pocket."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker, lighter
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, block, oval, shape, stroke, tones

_BEZEL: Final = "#191c26"
_SCREEN: Final = "#24407d"
_APPS: Final = ("#ff7a59", "#ffc94d", "#4fc98a", "#4fa8f0", "#9a7df0", "#f06fa0", "#5fd0d0", "#f0f2f6")


def _wallpaper(x: float, y: float, w: float, h: float) -> str:
    """Hills before an evening sky, as screens show them."""
    foot = y + h
    return (
        block(x, y, w, h, _SCREEN)
        + block(x, y + h * 0.34, w, h * 0.66, "#5a6fc0")
        + block(x, y + h * 0.56, w, h * 0.44, "#e88aa0")
        + oval(x + w * 0.66, y + h * 0.5, h * 0.15, h * 0.15, "#ffe3a8")
        + shape(
            f"M{x:g} {foot:g}V{y + h * 0.66:.2f}L{x + w * 0.26:.2f} {y + h * 0.42:.2f}"
            f"L{x + w * 0.5:.2f} {y + h * 0.7:.2f}L{x + w * 0.74:.2f} {y + h * 0.56:.2f}L"
            f"{x + w:g} {y + h * 0.78:.2f}V{foot:g}z",
            "#4a3f8a",
        )
        + shape(
            f"M{x:g} {foot:g}v-{h * 0.2:.2f}Q{x + w * 0.4:.2f} {y + h * 0.62:.2f} {x + w:g} "
            f"{y + h * 0.9:.2f}V{foot:g}z",
            "#2a2a66",
        )
    )


def _code(x: float, y: float, w: float, rows: int, step: float) -> str:
    """Lines of a program, in colours."""
    inks = ("#7fd0f0", "#ffc94d", "#f08fb0", "#9ae08a", "#c9d3e6")
    lines = ""
    for row in range(rows):
        start = x + w * (0, 0.08, 0.16, 0.16, 0.08, 0)[row % 6]
        first, second = w * (0.22, 0.16, 0.3, 0.12)[row % 4], w * (0.3, 0.42, 0.18)[row % 3]
        lines += stroke(f"M{start:.2f} {y + row * step:.2f}h{first:.2f}", inks[row % 5], step * 0.36)
        lines += stroke(
            f"M{start + first + 1:.2f} {y + row * step:.2f}h{second:.2f}", inks[(row + 2) % 5], step * 0.36
        )
    return lines


def laptop(color: str) -> str:
    """Open, seen from the front; the colour is its case's."""
    case = tones(color)
    return (
        block(1.8, 6.4, 28.4, 19.4, case.base, corner=1.3)
        + block(2.4, 7, 27.2, 18.8, _BEZEL, corner=0.9)
        + _wallpaper(3.4, 8.1, 25.2, 16)
        + shape("M3.4 8.1h11.4l-7.4 16h-4z", "#ffffff", 0.1)
        + oval(16, 7.55, 0.25, 0.25, "#5d6575")
        + shape("M-1.6 26.2h35.2v1.6c0 1.2-1 2-2.2 2H.6c-1.2 0-2.2-.8-2.2-2z", case.base)
        + shape("M-1.6 26.2h35.2v1H-1.6z", case.light)
        + shape("M-1.6 28h35.2c0 1.2-1 1.8-2.2 1.8H.6c-1.2 0-2.2-.6-2.2-1.8z", case.shade)
        + shape("M12.4 26.2h7.2c0 .8-.5 1.2-1.2 1.2h-4.8c-.7 0-1.2-.4-1.2-1.2z", case.shade)
        + block(2, 29.7, 3, 0.7, case.deep, corner=0.3)
        + block(27, 29.7, 3, 0.7, case.deep, corner=0.3)
    )


def monitor(color: str) -> str:
    """A wide screen on its foot, a program on it."""
    case = tones(color)
    return (
        shape("M13.4 22h5.2l.8 6.4h-6.8z", case.shade)
        + shape("M16.6 22h2l.8 6.4h-2.4z", case.deep)
        + shape("M8.6 30.4c0-1.4 1-2.2 2.4-2.2h10c1.4 0 2.4.8 2.4 2.2z", case.base)
        + shape("M8.6 30.4c0-.4 0-.7.2-1h14.4c.2.3.2.6.2 1z", case.shade)
        + block(-2, 3, 36, 21.4, case.base, corner=1.3)
        + block(-1.2, 3.8, 34.4, 18, "#1d2333", corner=0.6)
        + block(-1.2, 3.8, 9, 18, "#262e42")
        + stroke("M.6 6.4h4.6M.6 8.6h3.4M.6 10.8h5M.6 13h3M.6 15.2h4.2", "#56627f", 0.6)
        + _code(9.6, 6.4, 21, 8, 1.9)
        + shape("M22 3.8h11.2v4.4L26.4 21.8h-9z", "#ffffff", 0.05)
        + block(-2, 22, 36, 2.4, case.base, corner=1)
        + block(-2, 23.4, 36, 1, case.shade, corner=0.5)
        + oval(16, 22.9, 0.5, 0.5, case.deep)
    )


def server_rack(color: str) -> str:
    """A cabinet of seven servers, their lights on."""
    case, units = tones(color), ""
    for row in range(7):
        y = 3.4 + 3.5 * row
        units += (
            block(8, y, 16, 2.9, lighter(color, 0.16), corner=0.4)
            + block(8, y, 16, 0.8, lighter(color, 0.3), corner=0.3)
            + stroke(f"M9.4 {y + 1.4:.2f}h5.4M9.4 {y + 2.2:.2f}h5.4", darker(color, 0.5), 0.35)
            + oval(17, y + 1.75, 0.42, 0.42, ("#4be08a", "#4fc3ff")[row % 2])
            + oval(18.6, y + 1.75, 0.42, 0.42, ("#4be08a", "#ffc94d", "#4be08a")[row % 3])
            + oval(20.2, y + 1.75, 0.42, 0.42, "#4fc3ff")
            + block(21.4, y + 1.1, 1.8, 1.3, darker(color, 0.5), corner=0.2)
        )
    return (
        block(5.6, 0.6, 20.8, 28.8, case.base, corner=1)
        + block(7, 2.2, 18, 26, _BEZEL, corner=0.5)
        + units
        + block(25, 1.6, 1.4, 27, case.shade)
        + block(5.6, 0.6, 20.8, 0.8, case.light, corner=0.4)
        + block(7, 29.2, 3, 1.2, _BEZEL, corner=0.3)
        + block(22, 29.2, 3, 1.2, _BEZEL, corner=0.3)
    )


def smartphone(color: str) -> str:
    """Upright, its home screen lit."""
    case = tones(color)
    icons = "".join(
        block(
            10.5 + 2.95 * (n % 4), 14.4 + 3.1 * (n // 4), 2.15, 2.15, _APPS[(n * 3 + n // 4) % 8], corner=0.6
        )
        for n in range(12)
    )
    return (
        block(23.3, 9, 0.7, 4, case.shade, corner=0.3)
        + block(8.2, 1.2, 15.6, 29.2, case.base, corner=2.9)
        + shape("M20.9 1.2a2.9 2.9 0 0 1 2.9 2.9v23.4a2.9 2.9 0 0 1-2.9 2.9z", case.shade)
        + block(8.9, 1.9, 14.2, 27.8, _BEZEL, corner=2.3)
        + _phone_screen(9.5, 2.5, 13, 26.6)
        + icons
        + stroke("M11.8 26.7h8.4", "#ffffff", 3, 0.35)
        + "".join(block(10.9 + 2.7 * n, 25.7, 2, 2, _APPS[(n * 2 + 3) % 8], corner=0.55) for n in range(4))
        + block(13.9, 3.2, 4.2, 1.1, _BEZEL, corner=0.55)
        + stroke("M12 9.4h8M13.6 11.4h4.8", "#ffffff", 0.8, 0.9)
        + shape("M9.5 4.4a1.9 1.9 0 0 1 1.9-1.9h6.2L9.5 20z", "#ffffff", 0.12)
    )


def _phone_screen(x: float, y: float, w: float, h: float) -> str:
    """Three bands of dusk in rounded corners."""
    return (
        block(x, y, w, h, "#3f4fae", corner=1.8)
        + shape(f"M{x} {y + h * 0.42:.2f}q{w / 2} -4 {w} 1v{h * 0.4:.2f}h-{w}z", "#7a5cc0")
        + shape(
            f"M{x} {y + h * 0.68:.2f}q{w / 2} 4 {w} -1.6V{y + h - 1.8:.2f}a1.8 1.8 0 0 1-1.8 1.8"
            f"H{x + 1.8}a1.8 1.8 0 0 1-1.8-1.8z",
            "#e07aa0",
        )
    )


def tablet(color: str) -> str:
    """Upright, a chart and cards on its screen."""
    case = tones(color)
    return (
        block(4.4, 1.2, 23.2, 29.2, case.base, corner=2)
        + shape("M25.6 1.2a2 2 0 0 1 2 2v25.2a2 2 0 0 1-2 2z", case.shade)
        + block(5.2, 2, 21.6, 27.6, _BEZEL, corner=1.4)
        + block(6.6, 3.8, 18.8, 23.8, "#eef3fa", corner=0.4)
        + block(6.6, 3.8, 18.8, 3.2, "#4f7fe0", corner=0.4)
        + stroke("M8.2 5.4h5", "#ffffff", 0.8)
        + oval(23.4, 5.4, 0.9, 0.9, "#cfe0ff")
        + block(8, 8.4, 16, 8, "#ffffff", corner=0.6)
        + shape("M8.8 15.6v-2l3-1.6 3 1 3.4-2.8 4.8-1.4v6.8z", "#bfe3d6")
        + stroke("M8.8 13.6l3-1.6 3 1 3.4-2.8 4.8-1.4", "#2a9d8f", 0.7)
        + block(8, 17.8, 7.4, 8.4, "#ffffff", corner=0.6)
        + oval(11.7, 22, 2.6, 2.6, "#ffc94d")
        + shape("M11.7 22v-2.6a2.6 2.6 0 0 1 2.3 3.8z", "#f0705a")
        + block(16.6, 17.8, 7.4, 8.4, "#ffffff", corner=0.6)
        + stroke("M18 19.6h4.6M18 21.4h3.4M18 23.2h4.6M18 25h2.6", "#a8b5cc", 0.6)
        + shape("M6.6 3.8h9L6.6 22z", "#ffffff", 0.16)
        + oval(16, 28.6, 0.5, 0.5, "#4a5162")
    )


COMPUTERS: Final = {
    "laptop": Drawn(laptop, ("#c9ced8", "#b8bfcc"), (-1.6, 6.4, 33.6, FOOT)),
    "desktop-computer": Drawn(monitor, ("#c9ced8", "#3a4050"), (-2, 3, 34, FOOT)),
    "server-rack": Drawn(server_rack, ("#3a4256", "#2f3a4f"), (5.6, 0.6, 26.4, FOOT)),
    "mobile-phone": Drawn(smartphone, ("#3a4050", "#c9ced8", "#e0a08f"), (8.2, 1.2, 24, FOOT)),
    "tablet": Drawn(tablet, ("#c9ced8", "#3a4050"), (4.4, 1.2, 27.6, FOOT)),
}
