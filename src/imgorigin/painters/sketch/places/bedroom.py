"""A bedroom: a made bed between two lamps."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import planks, rug
from imgorigin.painters.sketch.elements.rooms import Piece, Room, curtained, flanks, walls
from imgorigin.painters.sketch.elements.soft import (
    FABRICS,
    WOODS,
    bed,
    chest,
    chest_piece,
    framed,
    plant_piece,
    table_lamp,
    window_piece,
)
from imgorigin.painters.sketch.elements.spots import on_something
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_WALLS: Final = ("#c3cfe0", "#e3cfc4", "#b9cbbd", "#d8cde6", "#e8d9bd", "#8b9cb8")
_CURTAINS: Final = ("#f3e9da", "#cfd8e6", "#dcb9a4", "#a9b9a4")


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    color, wood, curtain = choice.pick(_WALLS), choice.pick(WOODS), choice.pick(_CURTAINS)
    cover, carpet = choice.shuffled(FABRICS)[:2]
    room = walls(stage, palette.lighter(stage.scene.color, 0.4) if stage.scene.color else color)
    with stage.layer("floor") as rng:
        planks(stage, rng, room.floor, stage.lit(palette.mix(wood, "#c8a582", 0.5)))
    x, depth = stage.w / 2, stage.h - room.floor
    with stage.layer("rug"):
        rug(
            stage,
            x,
            room.floor + depth * 0.62,
            min(820, stage.w * 0.7),
            stage.lit(palette.lighter(carpet, 0.3)),
        )
    wide = 600.0 if room.narrow else 660.0
    if room.narrow:
        with stage.layer("window"):
            curtained(
                stage, room, x, 400, min(380, room.floor - 480), sill=410, color=curtain, view="country"
            )
    else:
        with stage.layer("pictures") as rng:
            for side in (-1, 1):
                framed(
                    stage,
                    rng,
                    (x + side * 130, room.floor - 520, 200, rng.between(150, 200)),
                    stage.lit("#5b4636"),
                )
    beside = _nightstand(wood)
    with stage.layer("nightstands") as rng:
        for side in (-1, 1):
            beside.paint(stage, rng, room, x + side * (wide / 2 + 105))
    flanks(
        stage,
        room,
        wide / 2 + 185,
        [plant_piece(), chest_piece(wood), _wardrobe(wood)],
        first=window_piece(curtain, w=220),
    )
    with stage.layer("bed"):
        bed(stage, x, room.floor + 96, wide, cover=stage.lit(cover), wood=stage.lit(wood))
    spot = Spot(ground=stage.h - depth * 0.14, size=400, tall=room.floor * 0.8)
    put_subjects(stage, on_something(stage, spot, wood))


def _nightstand(wood: str) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        chest(stage, x, room.floor + 44, w=150, h=170, wood=stage.lit(wood))
        table_lamp(stage, x, room.floor - 132, 165)

    return Piece(170, paint)


def _wardrobe(wood: str) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, tone = stage.draw, stage.lit(palette.lighter(wood, 0.2))
        draw.rect(x - 170, room.floor - 590, 340, 620, tone, corner=8)
        for side in (-1, 1):
            draw.rect(x + side * 82 - 74, room.floor - 570, 148, 570, palette.lighter(tone, 0.16), corner=6)
            draw.rect(x + side * 18 - 5, room.floor - 310, 10, 60, stage.lit("#e7c27a"), corner=5)

    return Piece(340, paint)


BEDROOM = Place(
    name="bedroom",
    paint=paint,
    words="bedroom bedrooms hotel_room guest_room bedside bedtime",
    phrase="in a bedroom",
    alone="a bedroom with a made bed",
    indoors=True,
    shade=0.5,
)
