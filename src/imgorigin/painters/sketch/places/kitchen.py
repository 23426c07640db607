"""A fitted kitchen behind an island; the subjects stand on the island."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import pendant, planks
from imgorigin.painters.sketch.elements.kitchenware import (
    COUNTER,
    fridge_piece,
    shelf_wall_piece,
    sink_piece,
    stove_piece,
)
from imgorigin.painters.sketch.elements.rooms import Room, row, walls
from imgorigin.painters.sketch.elements.spots import parted
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import trace

_FRONTS: Final = ("#4f7a6b", "#3f5f86", "#e8e2d6", "#c98565", "#7d8f6a", "#5a6470", "#d9b36a")
_WALLS: Final = ("#efe6d8", "#dde6e6", "#f0ddcf", "#e3e2ee")
_WOODS: Final = ("#c08a52", "#d6ac78", "#8f5f3c")
_FRIDGES: Final = ("#dfe4ea", "#e9d6b0", "#a8c8c4", "#d97f6b")
_USUAL: Final = (
    (Subject("green-salad", "salad"), Subject("bread", "bread")),
    (Subject("red-apple", "apple"), Subject("lemon", "lemon")),
    (Subject("tomato", "tomato"), Subject("cheese-wedge", "cheese")),
)


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    front, wall, wood = choice.pick(_FRONTS), choice.pick(_WALLS), choice.pick(_WOODS)
    fridge, usual = choice.pick(_FRIDGES), choice.pick(_USUAL)
    front = stage.lit(stage.scene.color or front)
    room = walls(stage, wall, share=0.70, deepest=480, skirting=0)
    _backsplash(stage, room)
    with stage.layer("floor") as rng:
        planks(stage, rng, room.floor, stage.lit(palette.mix(wood, "#8a6a4a", 0.3)))
    top = stage.lit(wood)
    sink, stove, shelves = sink_piece(front, top), stove_piece(front, top), shelf_wall_piece(front, top)
    row(stage, "counter", [sink, stove, shelves, fridge_piece(fridge)], room, more=[shelves, sink])
    edge = stage.h - 190
    with stage.layer("lamps"):
        for index in range(count := max(2, round(stage.w / 520))):
            pendant(
                stage,
                stage.w * (index + 0.5) / count,
                max(120.0, room.floor - 560),
                42,
                stage.lit("#e0a83f"),
                drop=8,
            )
    beings, things = parted(stage.scene.subjects or usual)
    put_subjects(stage, Spot(ground=edge + 130, size=500, tall=room.floor * 0.9, shadow=False), beings)
    _island(stage, edge, front, top)
    put_subjects(
        stage,
        Spot(ground=edge + 44, size=400 if not beings else 260, tall=560, x=0.5 if not beings else 0.3),
        things,
    )


def _backsplash(stage: Stage, room: Room) -> None:
    """Small tiles between the worktop and the height of a head."""
    draw, end = stage.draw, room.floor + 34 - COUNTER
    top = end - 210
    with stage.layer("tiles"):
        draw.rect(0, top, stage.w, end - top, palette.lighter(room.wall, 0.45))
        seams = "".join(trace(("M", 0, top + line * 42), ("H", stage.w)) for line in range(6))
        for line in range(5):
            offset = 46 * (line % 2)
            seams += "".join(
                trace(("M", x + offset, top + line * 42), ("v", 42)) for x in range(0, int(stage.w), 92)
            )
        draw.line(seams, palette.darker(room.wall, 0.12), 2.5, opacity=0.6)


def _island(stage: Stage, y: float, front: str, wood: str) -> None:
    """The counter before the viewer, which the picture's edges cut off."""
    draw = stage.draw
    with stage.layer("island"):
        draw.glow(stage.w / 2, y + 20, stage.w * 0.6, palette.INK, 0.4, ry=80)
        draw.rect(
            0,
            y + 60,
            stage.w,
            stage.h - y - 60,
            draw.gradient(palette.darker(front, 0.12), palette.darker(front, 0.35)),
        )
        seams = "".join(trace(("M", x, y + 110), ("V", stage.h)) for x in range(40, int(stage.w), 210))
        draw.line(seams, palette.darker(front, 0.5), 5, opacity=0.5)
        draw.polygon(
            [(-40, y + 76), (30, y), (stage.w - 30, y), (stage.w + 40, y + 76)],
            draw.gradient(palette.lighter(wood, 0.45), palette.lighter(wood, 0.12)),
        )
        draw.rect(0, y + 74, stage.w, 26, palette.darker(wood, 0.18))


KITCHEN = Place(
    name="kitchen",
    paint=paint,
    words="kitchen kitchens kitchenette cooking_class pantry",
    phrase="in a kitchen",
    alone="a kitchen with fresh food on the counter",
    indoors=True,
    shade=0.5,
    company=True,
)
