"""A living room; for one who reads, an armchair under a lamp."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import (
    armchair,
    bookcase,
    floor_lamp,
    pictures,
    planks,
    put,
    rug,
    window,
)
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_WALLS = ("#e7c9a9", "#a9c4bd", "#e0b3a4", "#b9c2dc", "#d9cfa8")
_FABRICS = ("#c8553d", "#3d6f8f", "#4f7a5b", "#8a5a83")


def paint(stage: Stage) -> None:
    floor = stage.horizon(0.74, deepest=430)
    wall = _wall_color(stage)
    draw = stage.draw
    with stage.layer("wall"):
        draw.rect(0, 0, stage.w, floor, draw.gradient(palette.lighter(wall, 0.18), wall))
    wide = stage.w > 1250
    with stage.layer("window"):
        w, h = (430, 400) if wide else (min(400, stage.w * 0.42), 400)
        for x in _spaced(stage.w * 0.09, stage.w / 2 - 950, 1100):
            window(stage, x, floor - h - 150, w, h, frame=stage.lit("#fbf7f0"))
    if not (wide and _someone_reads(stage)):
        with stage.layer("pictures") as rng:
            size = 270 if wide else min(290, stage.w * 0.32)
            pictures(stage, rng, stage.w * (0.62 if not wide else 0.61), floor - 560, size)
    with stage.layer("floor") as rng:
        planks(stage, rng, floor, stage.lit(palette.mix("#b07c4f", wall, 0.15)))
        draw.rect(0, floor - 18, stage.w, 18, stage.lit("#fbf7f0"))
    _furniture(stage, floor, wall, wide=wide)
    depth = stage.h - floor
    reading = _someone_reads(stage)
    ground = stage.h - depth * (0.37 if reading else 0.34)
    put_subjects(stage, Spot(ground=ground, size=500 if reading else 440, tall=floor * 0.85))


def _spaced(start: float, end: float, step: float) -> list[float]:
    """From `start` on by `step`, as far as `end`: what a long wall has several of."""
    return [start + index * step for index in range(1 + max(0, int((end - start) / step)))]


def _someone_reads(stage: Stage) -> bool:
    return any(subject.holding for subject in stage.scene.subjects)


def _wall_color(stage: Stage) -> str:
    owned = any(subject.color for subject in stage.scene.subjects)
    own = stage.scene.color if not owned else ""
    picked = stage.stream("wall").pick(_WALLS)
    return stage.lit(palette.lighter(own, 0.35) if own else picked)


def _furniture(stage: Stage, floor: float, wall: str, *, wide: bool) -> None:
    rng = stage.stream("fabrics")
    first, second = rng.shuffled(_FABRICS)[:2]
    depth, x = stage.h - floor, stage.w / 2
    names = {subject.name for subject in stage.scene.subjects}
    reading = _someone_reads(stage)
    with stage.layer("rug"):
        rug(stage, x, stage.h - depth * 0.26, min(700, stage.w * 0.62), stage.lit(first))
    if wide:
        with stage.layer("bookcase") as books:
            for left in _spaced(stage.w / 2 + min(stage.w * 0.34, 700), stage.w * 0.84, 620):
                bookcase(stage, books, left, floor + 24, w=250, h=560, wood=stage.lit("#9a6b45"))
    with stage.layer("furniture"):
        if wide and not names & {"sofa", "bed"}:
            if reading:
                put(stage, "potted-plant", stage.w * 0.055, floor + 60, 340)
            else:
                put(stage, "sofa", stage.w * 0.2, floor + 60, 430, color=second)
        if not wide:
            put(stage, "potted-plant", stage.w * 0.90, floor + 56, 330)
        if reading:
            armchair(stage, x, stage.h - depth * 0.30, 620, stage.lit(second))
            floor_lamp(stage, x + 400 if stage.w > 900 else x + stage.w * 0.36, floor + 70, 640)


ROOM = Place(
    name="room",
    paint=paint,
    words="room living_room bedroom kitchen library interior interiors study apartment classroom "
    "dining_room bathroom nursery lounge fireplace at_home hotel_room",
    phrase="in a cozy room",
    alone="a cozy living room",
    indoors=True,
    shade=0.5,
)
