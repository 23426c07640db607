"""Mountains; with a lake before them where the words ask for water."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.land import Range, hill, mountains
from imgorigin.painters.sketch.elements.plants import pines
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import traits

_SNOW_LIGHT = "#f2f7fc"
_BANK = 110.0
"""How high a lake's near bank is where someone stands on it."""


def paint(stage: Stage) -> None:
    standing = any(traits(one.name).stance not in ("air", "water") for one in stage.scene.subjects)
    wet = stage.has("water") or stage.scene.place == "lake"
    horizon = stage.horizon(0.60 if wet else 0.66)
    height = min(stage.h, stage.w * 1.1) * 0.44
    paint_sky(stage, horizon)
    if wet:
        with stage.draw.group('id="mirrored"'):
            _ranges(stage, horizon, height, bottom=horizon + 60)
            _far_shore(stage, horizon, height)
        water(stage, horizon, stage.h, mirrors="mirrored")
        _near_shore(stage, height, _BANK if standing else 22)
    else:
        _ranges(stage, horizon, height, bottom=horizon + 300)
        _foothills(stage, horizon, height)
    depth = stage.h - horizon
    put_subjects(
        stage,
        Spot(
            ground=stage.h - (max(depth * 0.07, 24) if not wet else _BANK * 0.45),
            size=380,
            air=horizon - height * 1.05,
            water=horizon + depth * 0.55 if wet else None,
        ),
    )


def _ranges(stage: Stage, horizon: float, height: float, bottom: float) -> None:
    light = stage.light
    snow = stage.has("snow") or (not light.low and not light.dark) or stage.scene.time == "dawn"
    haze = palette.mix(light.horizon, light.far, 0.15)
    peaks = []
    for index, depth in enumerate((0.12, 0.38)):
        chain = Range(
            base=horizon + 10,
            height=height * (1 - 0.26 * index),
            step=height * (1.25 - 0.25 * index),
            color=palette.mix(light.far, light.near, depth),
            haze=haze,
            snow=snow,
            bottom=bottom,
        )
        with stage.layer(f"range-{index}") as rng:
            peaks.append(mountains(stage, rng, chain))
    if not light.low:
        x, y = min(peaks, key=lambda peak: peak[1])
        stage.attend(x, y + height * 0.2)


def _foothills(stage: Stage, horizon: float, height: float) -> None:
    light, snow = stage.light, stage.has("snow")
    for index, nearness in enumerate((0.55, 0.78, 1.0)):
        y = horizon + (stage.h - horizon) * (0.16 + 0.34 * index)
        far, near = palette.mix(light.far, light.ground, 0.5), palette.mix(light.near, light.ground, 0.35)
        color = palette.mix(far, near, nearness)
        if stage.has("autumn"):
            color = palette.mix(color, stage.lit("#c9852f"), 0.4)
        if snow:
            color = palette.mix(color, stage.lit(_SNOW_LIGHT, 1.5), 0.62)
        trees = palette.mix(palette.mix(far, light.near, 0.5 + 0.25 * index), light.near, nearness * 0.7)
        with stage.layer(f"hill-{index}") as rng:
            fill = (color, palette.mix(color, light.near, 0.45))
            ground = hill(stage, rng, y, height * 0.10, fill, frequency=0.55 + 0.1 * index)
        with stage.layer(f"pines-{index}") as rng:
            count = int(stage.w / (15 + 17 * index))
            pines(stage, rng, ground, count, height * (0.13 + 0.13 * index), color=trees, snow=snow)


def _far_shore(stage: Stage, horizon: float, height: float) -> None:
    light = stage.light
    with stage.layer("far-shore") as rng:
        fill = (palette.mix(light.far, light.near, 0.62), palette.mix(light.far, light.near, 0.5))
        hill(stage, rng, horizon + 6, height * 0.06, fill, frequency=0.8)
    with stage.layer("far-pines") as rng:
        color = palette.mix(light.far, light.near, 0.78)
        if stage.has("autumn"):
            color = palette.mix(color, stage.lit("#c9652f"), 0.5)
        pines(
            stage,
            rng,
            lambda _: horizon + 2,
            int(stage.w / 16),
            height * 0.17,
            color=color,
            snow=stage.has("snow"),
        )


def _near_shore(stage: Stage, height: float, high: float) -> None:
    """A bank about so high, with pines left and right."""
    light = stage.light
    with stage.layer("near-shore") as rng:
        bank = palette.mix(light.near, light.ground, 0.25 if high < _BANK else 0.5)
        ground = hill(stage, rng, stage.h - high, 32, (bank, light.near), frequency=0.5)
    snow = stage.has("snow")
    with stage.layer("near-pines") as rng:
        pines(
            stage,
            rng,
            ground,
            5,
            height * 0.85,
            color=light.near,
            snow=snow,
            left=-30,
            right=min(360, stage.w * 0.2),
        )
        right = max(stage.w - 290, stage.w * 0.84)
        pines(stage, rng, ground, 4, height * 0.7, color=light.near, snow=snow, left=right)


MOUNTAINS = Place(
    name="mountains",
    paint=paint,
    words="mountains mountain mountain_range peak alps alpine summit canyon highlands "
    "himalayas rockies ridge valley valleys valley_view hike trekking",
    phrase="in the mountains",
    alone="mountains",
    times=("day", "day", "dawn"),
)
LAKE = Place(
    name="lake",
    paint=paint,
    words="lake pond fjord reservoir lakeside lakeshore",
    phrase="on a mountain lake",
    alone="a mountain lake",
    times=("day", "day", "dawn"),
)
