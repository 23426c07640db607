"""A green hill that stands out from the land, something on its top and a path up to it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import far_country, knoll
from imgorigin.painters.sketch.elements.plants import Ground, grass, trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors
from imgorigin.painters.sketch.elements.ways import ribbon, winding
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import is_being
from imgorigin.painters.sketch.svg import Point, smooth

_ALONE = Subject("deciduous-tree", "tree")
"""On the hill where the words name nothing."""
_SHARE = 0.60
"""Where, of the width, the top of the hill is."""
_STEP = 40


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.66, deepest=460)
    color = grass_color(stage)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    top = horizon - min(stage.h * 0.12, 150)
    ground = _mound(stage, top, horizon, color)
    _path(stage, ground, color)
    _woods(stage, ground, top, color)
    knoll(stage, "near", stage.h - 70, 20, color, deep=0.45, frequency=0.6)
    with stage.layer("grass") as rng:
        grass(stage, rng, stage.h - 96, color)
    subjects: Sequence[Subject] = stage.scene.subjects or (_ALONE,)
    size = 300.0 if is_being(subjects[0].name) else 400.0
    spot = Spot(ground=top + 22, size=size, x=_SHARE, air=horizon * 0.3, tall=top * 0.86)
    put_subjects(stage, spot, subjects)


def _mound(stage: Stage, top: float, horizon: float, color: str) -> Ground:
    """The hill: flat on its top, steeper below, running out into the plain. Returns its height at x."""
    middle, reach = stage.w * _SHARE, min(stage.w * 0.34, 620)
    rise = horizon + 70 - top

    def ground(x: float) -> float:
        return top + rise * (1 - math.exp(-(abs((x - middle) / reach) ** 2.6)))

    with stage.layer("mound"):
        edge: list[Point] = [(float(x), ground(x)) for x in range(-_STEP, int(stage.w) + 2 * _STEP, _STEP)]
        lit, deep = palette.mix(color, stage.light.sun, 0.16), palette.mix(color, stage.light.near, 0.34)
        shape = smooth(edge) + f"L{stage.w + 80:.0f} {stage.h + 5:.0f}L-80 {stage.h + 5:.0f}Z"
        stage.draw.path(shape, stage.draw.gradient(lit, palette.mix(lit, deep, 0.5), deep))
        away = 0.3 if stage.sun_x < middle else 0.0
        stage.draw.path(
            shape,
            stage.draw.gradient((stage.light.near, 0.3 - away), (stage.light.near, away), towards=(1, 0)),
        )
    return ground


def _path(stage: Stage, ground: Ground, color: str) -> None:
    """From the viewer up to the top, in bends."""
    sand = outdoors(stage, "#e6d3a8") if not stage.has("snow") else outdoors(stage, "#dfe5ea")
    middle = stage.w * _SHARE
    with stage.layer("path") as rng:
        foot = middle - min(stage.w * 0.2, 420) * rng.pick((-1, 1))
        end = (foot, stage.h + 30.0, 240.0)
        knots = winding(rng, (middle, ground(middle) + 16, 16.0), end, sway=150, bends=3.4)
        stage.draw.path(ribbon([(x, y, w * 1.12) for x, y, w in knots]), palette.mix(color, sand, 0.45))
        stage.draw.path(ribbon(knots), stage.draw.gradient(palette.mix(sand, color, 0.25), sand))


def _woods(stage: Stage, ground: Ground, top: float, color: str) -> None:
    """Trees about the foot of the hill, and a few on its flanks."""
    tone = palette.mix(color, stage.light.near, 0.44)
    middle, reach = stage.w * _SHARE, min(stage.w * 0.34, 620)
    with stage.layer("woods") as rng:
        for side in (-1, 1):
            for start, end, tall, sink in ((0.78, 1.25, 110, 22), (1.2, 1.9, 150, 60)):
                left, right = sorted((middle + side * reach * start, middle + side * reach * end))
                count = 2 + int((right - left) / 90)
                trees(stage, rng, _below(ground, sink), count, tall, color=tone, left=left, right=right)


def _below(ground: Ground, sink: float) -> Ground:
    return lambda x: ground(x) + sink


HILLTOP = Place(
    name="hilltop",
    paint=paint,
    words="hill hilltop hill_top knoll hillside on_a_hill on_the_hill top_of_a_hill",
    phrase="on a green hill",
    alone="a lone tree on a green hill",
    times=("day", "day", "golden", "dawn"),
    company=True,
)
