"""A bathroom: a tub under a window, a basin with a round mirror."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import put, rug, window
from imgorigin.painters.sketch.elements.rooms import (
    Piece,
    Room,
    flanks,
    lamplit,
    shade_under,
    tiled_floor,
    walls,
)
from imgorigin.painters.sketch.elements.soft import plant_piece
from imgorigin.painters.sketch.elements.spots import on_something
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, trace

_TILES: Final = ("#9fc9cc", "#a8bfdc", "#e3b9a8", "#9fc0a6", "#c9b8d8", "#d9cdb8")
_TOWELS: Final = ("#e07a5f", "#3d6f8f", "#e9c46a", "#81a684")


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    tile, towel = stage.scene.color or choice.pick(_TILES), choice.pick(_TOWELS)
    room = walls(stage, "#f3f1ec")
    _tiling(stage, room, stage.lit(tile))
    tiled_floor(stage, room.floor, stage.lit("#e9e6df"), palette.mix(stage.lit(tile), "#6d7a86", 0.35))
    x, depth = stage.w / 2, stage.h - room.floor
    wide = 620.0
    with stage.layer("window"):
        high = min(340.0, room.floor - room.top - 400)
        window(stage, x - 210, room.floor - 340 - high, 420, high, frame=room.trim)
    flanks(
        stage, room, wide / 2 + 40, [_basin(), plant_piece("#e3ded2", 380), _towels(towel)], first=_basin()
    )
    with stage.layer("rug"):
        rug(stage, x, room.floor + depth * 0.66, min(480, stage.w * 0.45), stage.lit(towel))
    with stage.layer("tub"):
        _tub(stage, x, room.floor + 74, wide)
    spot = Spot(ground=stage.h - depth * 0.16, size=360, tall=room.floor * 0.7)
    put_subjects(stage, on_something(stage, spot, "#c99a6b"))


def _tiling(stage: Stage, room: Room, color: str) -> None:
    """Square tiles half way up the wall, in slightly differing shades."""
    draw, side = stage.draw, 74
    top = room.floor - 6 * side
    with stage.layer("tiles") as rng:
        draw.rect(0, top, stage.w, room.floor - top, color)
        pale, deep = "", ""
        for column in range(int(stage.w / side) + 1):
            for line in range(6):
                kind, piece = (
                    rng.between(),
                    trace(
                        ("M", column * side, top + line * side), ("h", side), ("v", side), ("h", -side), "z"
                    ),
                )
                if kind < 0.2:
                    pale += piece
                elif kind > 0.86:
                    deep += piece
        draw.path(pale, palette.WHITE, opacity=0.16)
        draw.path(deep, palette.INK, opacity=0.05)
        seams = "".join(trace(("M", x, top), ("V", room.floor)) for x in range(0, int(stage.w) + side, side))
        seams += "".join(trace(("M", 0, top + line * side), ("H", stage.w)) for line in range(6))
        draw.line(seams, palette.lighter(color, 0.6), 4)
        draw.rect(0, top - 16, stage.w, 18, room.trim)


def _tub(stage: Stage, x: float, y: float, w: float) -> None:
    draw, china = stage.draw, stage.lit("#fbfcfd")
    shade = palette.mix(china, "#8fa3b5", 0.4)
    gold = stage.lit("#d9b35f")
    shade_under(stage, x, y, w * 0.46)
    draw.line(trace(("M", x + w * 0.32, y - 210), ("v", -110), ("c", 0, -50, -70, -50, -70, 10)), gold, 14)
    for side in (-1, 1):
        draw.path(
            trace(("M", x + side * w * 0.30, y - 46), ("l", side * 30, 46), ("h", -side * 40), "z"), gold
        )
    for dx, dy, r in (
        (-0.34, -222, 44),
        (-0.25, -240, 54),
        (-0.14, -226, 46),
        (-0.02, -238, 50),
        (0.09, -222, 40),
        (-0.42, -214, 28),
    ):
        draw.circle(x + dx * w, y + dy + 8, r, palette.mix(china, "#cfe6f2", 0.5))
        draw.circle(x + dx * w - r * 0.3, y + dy - r * 0.2, r * 0.22, palette.WHITE)
    body = trace(
        ("M", x - w * 0.48, y - 212),
        ("H", x + w * 0.48),
        ("C", x + w * 0.46, y - 90, x + w * 0.38, y - 30, x + w * 0.28, y - 30),
        ("H", x - w * 0.28),
        ("C", x - w * 0.38, y - 30, x - w * 0.46, y - 90, x - w * 0.48, y - 212),
        "z",
    )
    draw.path(body, draw.gradient(china, china, shade, towards=(0.5, 1)))
    draw.rect(x - w * 0.51, y - 226, w * 1.02, 28, palette.lighter(china, 0.5), corner=14)
    draw.rect(x - w * 0.49, y - 202, w * 0.98, 8, shade, opacity=0.5)


def _basin() -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y, wood = stage.draw, room.floor + 30, stage.lit("#b98a5e")
        mirror = room.floor - 470
        lamplit(stage, x, mirror, 300, 0.55)
        draw.circle(x, mirror, 132, stage.lit("#d9b35f"))
        draw.circle(
            x, mirror, 120, draw.gradient(palette.lighter(room.wall, 0.7), "#b9d3dd", towards=(0.7, 1))
        )
        draw.line(
            trace(("M", x - 60, mirror + 30), ("l", 80, -90), ("M", x - 20, mirror + 50), ("l", 60, -66)),
            palette.WHITE,
            9,
            opacity=0.7,
        )
        shade_under(stage, x, y, 150)
        draw.rect(x - 150, y - 210, 300, 200, wood, corner=10)
        for side in (-1, 1):
            draw.rect(x + side * 72 - 64, y - 190, 128, 168, palette.lighter(wood, 0.14), corner=6)
            draw.circle(x + side * 18, y - 110, 8, stage.lit("#f0d9a0"))
        draw.rect(x - 166, y - 226, 332, 22, stage.lit("#f7f5f0"), corner=8)
        bowl = trace(
            ("M", x - 96, y - 276),
            ("h", 192),
            ("c", -6, 34, -46, 52, -96, 52),
            ("c", -50, 0, -90, -18, -96, -52),
            "z",
        )
        draw.path(bowl, draw.gradient(stage.lit("#ffffff"), stage.lit("#d3dde4")))
        draw.line(
            trace(("M", x + 60, y - 276), ("v", -40), ("c", 0, -30, -44, -30, -44, 4)),
            stage.lit("#d9b35f"),
            10,
        )
        put(stage, "soap", x - 126, y - 222, 54, shadow=False)

    return Piece(330, paint)


def _towels(color: str) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, tone, top = stage.draw, stage.lit(color), room.floor - 400
        draw.rect(x - 110, top, 220, 12, stage.lit("#d9b35f"), corner=6)
        draw.path(disc(x - 110, top + 6, 13) + disc(x + 110, top + 6, 13), stage.lit("#d9b35f"))
        for dx, tall, cloth in ((-80, 210, tone), (10, 170, stage.lit("#fbf8f2"))):
            draw.rect(
                x + dx,
                top + 2,
                78,
                tall,
                draw.gradient(palette.lighter(cloth, 0.2), palette.darker(cloth, 0.08)),
                corner=6,
            )
            draw.rect(x + dx, top + tall - 34, 78, 10, palette.darker(cloth, 0.15))

    return Piece(230, paint)


BATHROOM = Place(
    name="bathroom",
    paint=paint,
    words="bathroom bathrooms restroom washroom bathtub bubble_bath shower_room",
    phrase="in a bathroom",
    alone="a bathroom with a bathtub",
    indoors=True,
    shade=0.45,
)
