"""What kitchens are fitted with, each piece of the counter as wide as the next."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import bottle, put, window
from imgorigin.painters.sketch.elements.rooms import Piece, Room, lamplit
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import disc, trace

COUNTER: Final = 236
"""Height of a worktop."""
_STEEL: Final = "#c3cad4"
_WIDE: Final = 340.0


def _cupboard(stage: Stage, room: Room, x: float, w: float, front: str, *, drawers: bool = False) -> None:
    """The lower part of the counter and its worktop."""
    draw, y = stage.draw, room.floor + 34
    top = y - COUNTER
    draw.rect(x - w / 2, top, w + 1, COUNTER - 22, palette.darker(front, 0.1))
    draw.rect(x - w / 2, y - 24, w + 1, 24, palette.darker(front, 0.5))
    if drawers:
        for row in range(3):
            high = (COUNTER - 40) / 3
            draw.rect(x - w / 2 + 8, top + 10 + row * high, w - 16, high - 8, front, corner=5)
            draw.rect(x - 36, top + 10 + row * high + high * 0.4, 72, 9, stage.lit("#e7c98c"), corner=4)
    else:
        for side in (-1, 1):
            left = x + (side - 1) / 2 * (w / 2 - 4) + (4 if side > 0 else -0)
            draw.rect(left, top + 10, w / 2 - 12, COUNTER - 46, front, corner=5)
            draw.rect(x + side * 16 - 4, top + 40, 9, 56, stage.lit("#e7c98c"), corner=4)


def _worktop(stage: Stage, room: Room, x: float, w: float, color: str) -> None:
    top = room.floor + 34 - COUNTER
    stage.draw.rect(x - w / 2, top - 20, w + 1, 24, palette.lighter(color, 0.2))
    stage.draw.rect(x - w / 2, top + 4, w + 1, 10, palette.BLACK, opacity=0.14)


def sink_piece(front: str, wood: str) -> Piece:
    """A window over the sink."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, top = stage.draw, room.floor + 34 - COUNTER
        _cupboard(stage, room, x, _WIDE + 80, front)
        _worktop(stage, room, x, _WIDE + 80, wood)
        high = min(330.0, top - room.top - 150)
        window(stage, x - 165, top - 60 - high, 330, high, frame=room.trim)
        steel = stage.lit(_STEEL)
        draw.line(trace(("M", x + 20, top - 18), ("v", -78), ("c", 0, -44, -62, -44, -62, 6)), steel, 13)
        put(stage, "herb", x - 110, top - 14, 104, shadow=False)
        bottle(stage, x + 118, top - 18, 92, "#5a9a6b")

    return Piece(_WIDE + 80, paint)


def stove_piece(front: str, wood: str) -> Piece:
    """An oven with pots on it, under a hood."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y = stage.draw, room.floor + 34
        top, steel, dark = y - COUNTER, stage.lit(_STEEL), stage.lit("#2c313d")
        draw.rect(x - _WIDE / 2, top, _WIDE + 1, COUNTER - 4, steel)
        _worktop(stage, room, x, _WIDE, wood)
        draw.rect(x - 140, top + 66, 280, 130, dark, corner=10)
        draw.glow(x, top + 140, 120, "#ff9f4a", 0.5)
        draw.rect(x - 130, top + 48, 260, 11, palette.lighter(steel, 0.5), corner=5)
        draw.path("".join(disc(x + dx, top + 24, 11) for dx in (-120, -74, 74, 120)), dark)
        draw.rect(x - 26, top + 13, 52, 22, "#5fe0c0" if stage.light.lamps else dark, corner=4)
        hood = trace(
            ("M", x - 56, room.top),
            ("H", x + 56),
            ("V", top - 420),
            ("L", x + 165, top - 330),
            ("v", 34),
            ("H", x - 165),
            ("v", -34),
            ("L", x - 56, top - 420),
            "z",
        )
        draw.path(
            hood,
            draw.gradient(
                palette.darker(steel, 0.06),
                palette.lighter(steel, 0.3),
                palette.darker(steel, 0.12),
                towards=(1, 0),
            ),
        )
        lamplit(stage, x, top - 230, 260, 0.5)
        _pot(stage, x - 74, top - 20, 110, stage.lit("#c8553d"))
        _pot(stage, x + 84, top - 20, 86, stage.lit("#3f6f8f"))

    return Piece(_WIDE, paint)


def _pot(stage: Stage, x: float, y: float, w: float, color: str) -> None:
    draw, h = stage.draw, w * 0.62
    draw.rect(x - w * 0.64, y - h * 0.78, w * 1.28, 11, palette.darker(color, 0.3), corner=5)
    draw.rect(
        x - w / 2,
        y - h,
        w,
        h,
        draw.gradient(palette.lighter(color, 0.25), color, palette.darker(color, 0.2), towards=(1, 0)),
        corner=10,
    )
    draw.rect(x - w * 0.54, y - h - 10, w * 1.08, 14, palette.lighter(color, 0.15), corner=7)
    draw.circle(x, y - h - 14, 8, palette.darker(color, 0.3))


def shelf_wall_piece(front: str, wood: str) -> Piece:
    """Drawers, and open shelves with crockery above."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, top = stage.draw, room.floor + 34 - COUNTER
        _cupboard(stage, room, x, _WIDE, front, drawers=True)
        _worktop(stage, room, x, _WIDE, wood)
        for up in (170, 330):
            y, left = top - up, x - 120.0
            while left < x + 120:
                kind = rng.between()
                if kind < 0.4:
                    put(
                        stage,
                        "cup",
                        left,
                        y + 2,
                        66,
                        color=rng.pick(("#f4f1ea", "#e9c46a", "#2a9d8f", "#e76f51")),
                        shadow=False,
                    )
                    left += 72
                elif kind < 0.75:
                    _plates(stage, left, y, stage.lit(rng.pick(("#f4f1ea", "#cfe0e6", "#f0d9c4"))))
                    left += 92
                else:
                    bottle(stage, left, y, rng.between(64, 96), rng.pick(("#d9a441", "#7d9a5a", "#b5654a")))
                    left += 52
            draw.rect(x - 155, y, 310, 14, wood, corner=3)
            draw.rect(x - 155, y + 14, 310, 9, palette.BLACK, opacity=0.12)
        put(
            stage,
            rng.pick(("teapot", "potted-plant", "bread", "honey-pot")),
            x - 60,
            top - 16,
            110,
            shadow=False,
        )
        bottle(stage, x + 70, top - 18, 100, "#7a4a2f")
        bottle(stage, x + 112, top - 18, 78, "#d9b04a")

    return Piece(_WIDE, paint)


def _plates(stage: Stage, x: float, y: float, china: str) -> None:
    for index in range(4):
        stage.draw.rect(
            x - 34 + index,
            y - 10 - index * 9,
            68 - 2 * index,
            7,
            palette.darker(china, 0.05 * (index % 2)),
            corner=3,
        )


def fridge_piece(color: str) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y, tone = stage.draw, room.floor + 34, stage.lit(color)
        draw.rect(
            x - 140,
            y - 620,
            280,
            612,
            draw.gradient(palette.lighter(tone, 0.25), tone, palette.darker(tone, 0.12), towards=(1, 0)),
            corner=22,
        )
        draw.rect(x - 140, y - 250, 280, 6, palette.darker(tone, 0.3))
        for top, tall in ((y - 420, 130), (y - 220, 90)):
            draw.rect(x - 116, top, 14, tall, palette.lighter(tone, 0.6), corner=7)
        for dx, dy, note in ((40, -520, "#ffd166"), (80, -470, "#8fd3c1")):
            draw.rect(x + dx, y + dy, 46, 46, stage.lit(note), corner=3)

    return Piece(300, paint)
