"""Homes in the country: a family's house and a cabin of logs."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import mix
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    LIT,
    WINDOW,
    Drawn,
    block,
    both_sides,
    oval,
    shape,
    stroke,
    tones,
)

_WHITE: Final = "#fbf7ee"
_PANE, _GLINT = WINDOW
_WARM, _WARM_GLINT = LIT
_LEAF: Final = tones("#4f9a52")
_BRICK: Final = tones("#b5624a")
_STONE: Final = tones("#a8a39b")


def _window(x: float, y: float, w: float, h: float, *, pane: str = _PANE, frame: str = _WHITE) -> str:
    """With a cross of bars and a sill."""
    glint = _WARM_GLINT if pane == _WARM else _GLINT
    return (
        block(x - 0.5, y - 0.5, w + 1, h + 1, frame, corner=0.2)
        + block(x, y, w, h, pane)
        + shape(f"M{x:g} {y + h:g}L{x + w * 0.75:g} {y:g}H{x:g}z", glint, 0.7)
        + stroke(f"M{x + w / 2:g} {y:g}v{h:g}M{x:g} {y + h * 0.45:g}h{w:g}", frame, 0.4)
        + block(x - 0.9, y + h + 0.4, w + 1.8, 0.6, frame, corner=0.2)
    )


def _bush(x: float, r: float) -> str:
    y = FOOT - r * 0.5
    return (
        oval(x, y, r, r * 0.56, _LEAF.shade)
        + oval(x - r * 0.3, y - r * 0.16, r * 0.62, r * 0.46, _LEAF.base)
        + oval(x - r * 0.42, y - r * 0.3, r * 0.3, r * 0.2, _LEAF.light)
    )


def house(color: str) -> str:
    """A gable in front of a long roof, a door between two windows; its walls have the colour."""
    wall, roof = tones(color), tones(mix("#5b4a57", color, 0.14))
    door = tones("#8a4f38" if _is_cool(color) else "#35606b")
    tiles = "".join(
        stroke(f"M{4.4 - 0.55 * n:.2f} {10.4 + 2 * n}H{27.6 + 0.9 * n:.2f}", roof.shade, 0.35)
        for n in range(4)
    )
    return (
        block(22.8, 3.6, 3.2, 8, _BRICK.base)
        + block(24.6, 3.6, 1.4, 8, _BRICK.shade)
        + block(22.3, 3, 4.2, 1.2, _BRICK.deep, corner=0.3)
        + block(3, 16.6, 26, 13.8, wall.base)
        + block(25.4, 16.6, 3.6, 13.8, wall.shade)
        + block(3, 17.6, 26, 1.3, wall.deep)
        + shape("M5 8h21.6l5 9.2c.2.5 0 .9-.6.9H.8c-.5 0-.7-.4-.5-.9z", roof.base)
        + shape("M26.6 8l5 9.2c.2.5 0 .9-.6.9h-2.4L24.4 8z", roof.shade)
        + tiles
        + shape("M4.8 17.8L10.2 10l5.6 7.8v12.6h-11z", wall.light)
        + shape("M15.8 17.8v12.6h-1.5V17z", wall.shade)
        + stroke("M4 18.2L10.2 9.4l6.4 8.8", wall.deep, 0.9)
        + stroke("M3.3 17.2L10.2 7.6l7.1 9.6", roof.shade, 1.7)
        + stroke("M3.3 16.9L10.2 7.3", roof.light, 0.6)
        + oval(10.2, 14.8, 1.7, 1.7, _WHITE)
        + oval(10.2, 14.8, 1.2, 1.2, _PANE)
        + stroke("M10.2 13.7v2.2M9.1 14.8h2.2", _WHITE, 0.35)
        + _window(8, 20, 4.4, 5)
        + both_sides(block(5.9, 19.6, 1.3, 5.9, door.base, corner=0.2), about=10.2)
        + _window(24, 20.8, 2.8, 4)
        + shape("M16.9 21.2l3.1-2 3.1 2v.9h-6.2z", roof.base)
        + block(17.6, 22, 4.8, 8.4, _WHITE)
        + block(18.2, 22.6, 3.6, 7.8, door.base)
        + block(18.8, 23.4, 2.4, 2, _WARM, corner=0.2)
        + block(18.8, 26.2, 2.4, 3, door.shade, corner=0.2)
        + oval(21.2, 26, 0.3, 0.3, "#f2c84b")
        + block(16.6, 29.6, 6.8, 0.8, _STONE.light, corner=0.2)
        + _bush(6.4, 2.6)
        + _bush(13.4, 2)
        + _bush(26.8, 2.5)
    )


def _is_cool(color: str) -> bool:
    return int(color[5:7], 16) > int(color[1:3], 16)


def cabin(color: str) -> str:
    """Logs under a steep roof, a lit window, a chimney of stone; the colour is that of the wood."""
    wood, roof = tones(color), tones(mix("#4a4038", color, 0.2))
    logs = "".join(
        block(4.6, 17.4 + 1.86 * n, 22.8, 1.86, wood.base if n % 2 else wood.light, corner=0.9)
        + stroke(f"M5.4 {19.2 + 1.86 * n:.2f}H26.6", wood.shade, 0.3)
        for n in range(7)
    )
    ends = "".join(
        oval(5, 18.35 + 1.86 * n, 1.1, 0.92, wood.shade) + oval(5, 18.35 + 1.86 * n, 0.6, 0.5, wood.light)
        for n in range(7)
    )
    gable = "".join(
        stroke(f"M{x} {17.6}V{6.4 + abs(x - 16) * 1.02:.2f}", wood.shade, 0.3)
        for x in (8, 10, 12, 14, 16, 18, 20, 22, 24)
    )
    return (
        block(22.4, 5.6, 3.8, 11, _STONE.base)
        + stroke("M22.6 8h3.4M22.6 10.4h3.4M24.4 5.8V8M23.6 8.2v2", _STONE.deep, 0.35)
        + block(21.9, 4.8, 4.8, 1.2, _STONE.shade, corner=0.3)
        + logs
        + ends
        + f'<g transform="translate(32 0) scale(-1 1)">{ends}</g>'
        + shape("M16 6L27 17.6H5z", wood.base)
        + gable
        + block(4.6, 17, 22.8, 1, wood.deep)
        + shape("M16 2.8L30.8 18.4c.4.5.1 1-.5 1h-1.7L16 6.2 3.4 19.4H1.7c-.6 0-.9-.5-.5-1z", roof.base)
        + shape("M16 2.8L1.2 18.4c-.4.5-.1 1 .5 1L16 4.2z", roof.light)
        + _window(14.2, 11.4, 3.6, 3.4, pane=_WARM, frame=wood.deep)
        + block(8, 20.6, 5.6, 9.8, wood.deep, corner=0.3)
        + block(8.7, 21.3, 4.2, 9.1, mix(wood.shade, "#7a3b2a", 0.5))
        + stroke("M10.8 21.5v8.8", wood.deep, 0.3)
        + block(9.3, 22.4, 3, 2.4, _WARM, corner=0.2)
        + oval(12.3, 26.6, 0.35, 0.35, "#f2c84b")
        + _window(17.8, 21.6, 5.2, 4.2, pane=_WARM, frame=wood.deep)
        + block(6.8, 29.4, 8, 1, _STONE.light, corner=0.3)
        + _bush(25.8, 2.6)
    )


HOUSES: Final = {
    "house": Drawn(house, ("#ecdcbc", "#a9c6d8", "#e0a58c", "#f1ede2", "#bcd0a4"), (0.3, 3, 31.7, FOOT)),
    "cabin": Drawn(cabin, ("#b07a48", "#96633c"), (1, 2.8, 31, FOOT)),
}
