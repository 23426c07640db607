"""A gallery: large pictures under lamps on a white wall, a bench on a polished floor."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import planks
from imgorigin.painters.sketch.elements.rooms import Room, plain_floor, shade_under, walls
from imgorigin.painters.sketch.elements.soft import framed
from imgorigin.painters.sketch.elements.spots import is_small_thing
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_WALLS: Final = ("#f4f2ee", "#e9e4dc", "#3f4a5f", "#7d3f45", "#3f5f57", "#e6ebef")
_FRAMES: Final = ("#c9a052", "#3a332e", "#8f6a45", "#d8d2c6")


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, frame, parquet = choice.pick(_WALLS), choice.pick(_FRAMES), choice.chance(0.6)
    room = walls(stage, stage.scene.color or wall, trim="#fbfaf7", share=0.76, deepest=400, skirting=30)
    if parquet:
        with stage.layer("floor") as rng:
            planks(stage, rng, room.floor, stage.lit("#b88a5c"))
    else:
        plain_floor(stage, room.floor, stage.lit("#b9bcc2"), gloss=0.45)
    _pictures(stage, room, stage.lit(frame))
    ground = stage.h - (stage.h - room.floor) * 0.34
    subjects = stage.scene.subjects
    if subjects and is_small_thing(subjects[0]):
        ground -= _plinth(stage, room, ground)
    elif not subjects:
        _bench(stage, ground + 30)
    put_subjects(stage, Spot(ground=ground, size=400, tall=room.floor * 0.7))


def _pictures(stage: Stage, room: Room, frame: str) -> None:
    """Of several shapes, spaced along the wall, each with its lamp."""
    draw = stage.draw
    count = max(1, round(stage.w / 560))
    step, middle = stage.w / count, room.floor - 400
    with stage.layer("pictures") as rng:
        for index in range(count):
            x = step * (index + 0.5)
            w, h = rng.pick(((300, 380), (400, 320), (340, 340), (260, 400)))
            top = middle - h / 2
            beam = [
                (x - 40, top - 110),
                (x + 40, top - 110),
                (x + w * 0.8, top + h + 70),
                (x - w * 0.8, top + h + 70),
            ]
            draw.polygon(beam, draw.gradient(("#fff3d0", 0.6), ("#fff3d0", 0.0)))
            framed(stage, rng, (x, middle, w, h), frame)
            draw.rect(x - 62, top - 120, 124, 16, stage.lit("#4a4540"), corner=8)
            draw.rect(x - 50, top - 106, 100, 6, "#fff3d0", corner=3)
            draw.rect(x + w / 2 + 34, middle + h / 2 - 50, 46, 34, stage.lit("#fffdf8"))
            reflection = draw.gradient((palette.WHITE, 0.07), (palette.WHITE, 0))
            draw.rect(x - w / 2, room.floor + 10, w, 150, reflection)
    with stage.layer("rail"):
        draw.rect(0, max(room.top + 24, middle - 380), stage.w, 7, stage.lit("#4a4540"), opacity=0.5)


def _bench(stage: Stage, y: float) -> None:
    draw, x, tone = stage.draw, stage.w / 2, stage.lit("#6f4a35")
    with stage.layer("bench"):
        shade_under(stage, x, y, 280)
        for dx in (-220, 196):
            draw.rect(x + dx, y - 84, 24, 84, stage.lit("#2f2b2a"))
        draw.rect(x - 260, y - 112, 520, 40, draw.gradient(palette.lighter(tone, 0.3), tone), corner=12)


def _plinth(stage: Stage, room: Room, y: float) -> float:
    """A white block for what is shown; returns its height."""
    draw, x, high = stage.draw, stage.w / 2, min(250.0, room.floor * 0.3)
    white = stage.lit("#fbfaf7")
    with stage.layer("plinth"):
        shade_under(stage, x, y + 6, 250)
        draw.rect(
            x - 190,
            y - high,
            380,
            high + 6,
            draw.gradient(white, palette.mix(white, "#8f949e", 0.35), towards=(1, 0)),
        )
        draw.polygon(
            [
                (x - 160, y - high - 34),
                (x + 160, y - high - 34),
                (x + 200, y - high + 4),
                (x - 200, y - high + 4),
            ],
            palette.lighter(white, 0.5),
        )
        draw.rect(x - 200, y - high + 2, 400, 14, palette.mix(white, "#8f949e", 0.3))
    return high + 14


GALLERY = Place(
    name="gallery",
    paint=paint,
    words="gallery art_gallery museum_hall exhibition exhibit art_exhibition art_museum showroom",
    phrase="in an art gallery",
    alone="an art gallery with pictures on the wall",
    indoors=True,
    shade=0.45,
)
