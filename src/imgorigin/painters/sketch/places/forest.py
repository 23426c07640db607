"""A pine forest: rows of trees, each farther one paler in the mist."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.land import Range, hill, mountains
from imgorigin.painters.sketch.elements.plants import Ground, flowers, pines
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_ROWS = 5
_MOONLIT_SNOW = "#8fb0d6"
_TURNED = ("#f0b85a", "#e39a3c", "#d9752e", "#c2562a", "#8f3d28")
"""Larches in autumn, from the farthest row to the nearest."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.62)
    paint_sky(stage, horizon, clouds=stage.has("clouds"))
    light = stage.light
    chain = Range(
        base=horizon + 20,
        height=240,
        step=500,
        color=palette.mix(light.far, light.horizon, 0.3),
        haze=light.horizon,
        contrast=0.15,
        snow=stage.has("snow"),
    )
    with stage.layer("range") as rng:
        mountains(stage, rng, chain)
    for row in range(_ROWS):
        _row(stage, row, horizon)
        if row == _ROWS - 2 and stage.has("more trees"):
            _thicket(stage, horizon)
    if stage.has("flowers"):
        with stage.layer("flowers") as rng:
            flowers(stage, rng, horizon + (stage.h - horizon) * 0.5, _colors(stage, 1)[1])
    put_subjects(stage, Spot(ground=stage.h - (stage.h - horizon) * 0.13, size=380, air=horizon * 0.6))


def _row(stage: Stage, row: int, horizon: float) -> None:
    light, snow = stage.light, stage.has("snow")
    near = row / (_ROWS - 1)
    y = horizon + (stage.h - horizon) * (0.02 + 0.62 * near**1.2)
    color, ground_color = _colors(stage, near)
    with stage.layer(f"ground-{row}") as rng:
        fill = (ground_color, palette.mix(ground_color, light.near, 0.28))
        ground = hill(stage, rng, y, 18 + 16 * near, fill, frequency=0.6)
    height = 170 + 360 * near**1.25
    with stage.layer(f"pines-{row}") as rng:
        if row < _ROWS - 1:
            count = int(stage.w / (height * (0.22 + 0.22 * near)))
            pines(stage, rng, ground, count, height, color=color, snow=snow)
        else:
            _frame(stage, rng, ground, height * 1.2)
    if row < _ROWS - 2 and not light.dark:
        mist = stage.draw.gradient((light.horizon, 0), (light.horizon, 0.5), (light.horizon, 0))
        stage.draw.rect(0, y - 130, stage.w, 170, mist)


def _thicket(stage: Stage, horizon: float) -> None:
    """More trees between the rows, denser away from the middle."""
    y = horizon + (stage.h - horizon) * 0.42
    for name, left, right in (("left", -60.0, stage.w * 0.36), ("right", stage.w * 0.64, stage.w + 60)):
        with stage.layer(f"thicket-{name}") as rng:
            count = max(3, int((right - left) / 105))
            color = _colors(stage, 0.62)[0]
            snow = stage.has("snow")
            pines(
                stage, rng, lambda x: y, count, 400, color=color, snow=snow, left=left, right=right, sink=30
            )


def _frame(stage: Stage, rng: Stream, ground: Ground, height: float) -> None:
    """The nearest trees stand left and right of what there is to see."""
    snow = stage.has("snow")
    wide = min(stage.w * 0.24, 430)
    count = max(2, int(wide / (height * 0.18)))
    for left in (-40, stage.w - wide * 0.85):
        pines(
            stage,
            rng,
            ground,
            count,
            height,
            color=_colors(stage, 1)[0] if stage.light.dark or stage.has("autumn") else stage.light.near,
            snow=snow,
            left=left,
            right=left + wide,
            sink=40,
        )


def _colors(stage: Stage, near: float) -> tuple[str, str]:
    """Of a row's trees and of the ground under them."""
    light = stage.light
    snow = stage.has("snow")
    nearest = palette.mix(light.near, light.far, 0.16) if light.dark else light.near
    if stage.has("autumn"):
        nearest = palette.mix(
            palette.between(_TURNED, near), nearest, 0.72 if light.dark else 0.5 if light.lamps else 0.12
        )
    color = palette.mix(light.far, nearest, 0.25 + 0.75 * near)
    if not snow and not light.lamps and not stage.has("autumn"):
        color = palette.mix(color, light.ground, 0.25)
    if not snow:
        turf = palette.mix(light.ground, "#e0a04a", 0.5) if stage.has("autumn") else light.ground
        return color, palette.mix(color, turf, 0.5)
    lying = _MOONLIT_SNOW if light.dark else palette.mix(light.horizon, "#eef4fb", 0.55)
    return color, palette.mix(light.horizon, lying, 0.35 + 0.65 * near)


FOREST = Place(
    name="forest",
    paint=paint,
    words="forest forests woods woodland woodlands pine pines pine_trees trees grove "
    "taiga wilderness redwoods",
    phrase="in a forest",
    alone="a pine forest",
    times=("day", "day", "dawn"),
)
