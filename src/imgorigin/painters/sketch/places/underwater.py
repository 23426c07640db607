"""Under the sea: shafts of light, weeds and bubbles."""

from __future__ import annotations

import math

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.land import hill
from imgorigin.painters.sketch.elements.reef import reef
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.onstage import draw_icon
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, smooth

_WATER = ("#7fe3ea", "#2bb3d6", "#1273b0", "#0c3f7d")
_AT_NIGHT = ("#1f6f96", "#14517f", "#0b335f", "#071f45")
_DEEP = "#0b2f5e"
_WEEDS = ("#1f9e7a", "#e76f8a", "#f3a25a", "#15806b", "#7b5fc4")
_SHOAL = ("tropical-fish", "fish", "turtle")


def paint(stage: Stage) -> None:
    draw = stage.draw
    with stage.layer("sea"):
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(*(_AT_NIGHT if stage.light.dark else _WATER)))
    _shafts(stage)
    with stage.layer("seabed") as rng:
        for index in range(3):
            color = palette.mix("#1b6fa8", _DEEP, index / 2)
            fill = (color, palette.mix(color, "#e7cf9a", 0.1))
            hill(stage, rng, stage.h - 200 + 70 * index, 40, fill, frequency=0.9)
    reef(stage)
    _weeds(stage)
    _bubbles(stage)
    middle = stage.h * 0.47
    if stage.scene.subjects:
        put_subjects(
            stage,
            Spot(ground=middle + 200, size=420, water=middle + 190, air=middle, shadow=False, waves=False),
        )
    else:
        _shoal(stage)


def _shafts(stage: Stage) -> None:
    fill = stage.draw.gradient((palette.WHITE, 0.28), (palette.WHITE, 0))
    reach = min(stage.h, 1500)
    with stage.layer("shafts") as rng:
        for _ in range(int(stage.w / 210) + 2):
            x, w = rng.between(-0.1, 1) * stage.w, rng.between(40, 130)
            corners = [(x, 0), (x + w, 0), (x + w * 2.4 - 160, reach), (x - w * 0.8 - 160, reach)]
            stage.draw.polygon(corners, fill)


def _weeds(stage: Stage) -> None:
    with stage.layer("weeds") as rng:
        for _ in range(int(stage.w / 75)):
            x, h, color = rng.between(0, stage.w), rng.between(100, 300), rng.pick(_WEEDS)
            stem = [
                (x + math.sin(joint * 0.9 + x) * h * 0.07, stage.h + 10 - h * joint / 6) for joint in range(7)
            ]
            stage.draw.line(smooth(stem), palette.mix(color, _DEEP, 0.25), rng.between(9, 20))


def _bubbles(stage: Stage) -> None:
    with stage.layer("bubbles") as rng:
        rings = ""
        for _ in range(int(stage.w * min(stage.h, 2000) / 40_000)):
            rings += disc(rng.between(0, stage.w), rng.between(0, stage.h * 0.9), rng.between(3, 13))
        stage.draw.line(rings, palette.WHITE, 1.6, opacity=0.55)


def _shoal(stage: Stage) -> None:
    with stage.layer("shoal") as rng:
        count = 5 + int(max(stage.w, stage.h) / 500)
        for index, slot in enumerate(rng.shuffled(range(count))):
            icon = icon_of(Subject(_SHOAL[index % len(_SHOAL)], "fish"), stage.scene.seed + index)
            size = rng.between(120, 320)
            along, across = 0.06 + 0.88 * (slot + rng.between(0.2, 0.8)) / count, rng.between(0.16, 0.66)
            x, y = (along, across) if stage.w >= stage.h else (across + 0.1, along * 0.8)
            x, y = x * stage.w, y * stage.h
            draw_icon(stage, icon, x, y + size / 2, size, shadow=False, flip=rng.chance(0.4))


UNDERWATER = Place(
    name="underwater",
    paint=paint,
    words="underwater under_water reef coral_reef aquarium diving scuba undersea deep_sea seabed snorkeling",
    phrase="under water",
    alone="an underwater reef with fish",
    indoors=True,
    shade=0.3,
    company=True,
)
