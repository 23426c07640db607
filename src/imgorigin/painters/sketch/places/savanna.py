"""The savanna: tall dry grass, umbrella thorns, a lone mountain far off."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import main_x
from imgorigin.painters.sketch.elements.foliage import acacia, fringe
from imgorigin.painters.sketch.elements.land import Range, hill, mountains
from imgorigin.painters.sketch.elements.plants import Ground
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import outdoors, seasonal
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_GRASSES = ("#d9b45a", "#cfa64e", "#c8ad5c", "#d6a24a")


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.62, deepest=560)
    depth = stage.h - horizon
    light = stage.light
    grass = seasonal(stage, outdoors(stage, stage.stream("grass").pick(_GRASSES), 0.8))
    middle = main_x(stage, 0.22, margin=210)
    paint_sky(stage, horizon)
    _far_mountain(stage, horizon)
    with stage.layer("far-plain") as rng:
        far = palette.mix(grass, light.horizon, 0.5)
        plain = hill(stage, rng, horizon + 4, 6, (far, palette.mix(far, grass, 0.5)), frequency=0.5)
    _far_trees(stage, plain)
    with stage.layer("plain") as rng:
        fill = (palette.mix(grass, light.sun, 0.18), palette.mix(grass, light.near, 0.14))
        ground = hill(stage, rng, horizon + depth * 0.22, 10, fill, frequency=0.4)
    leaf, wood = (palette.mix(outdoors(stage, tone), light.near, 0.3) for tone in ("#5f7d3a", "#5a4030"))
    leaf = seasonal(stage, leaf, turned="#a8873a", share=0.5)
    with stage.layer("acacias") as rng:
        side = 1 if middle < stage.w / 2 else -1
        tall = min(470.0, stage.w * 0.42)
        x = middle + side * tall * 0.95
        acacia(
            stage,
            rng,
            x,
            ground(x) + 10,
            tall * 0.52,
            wood=palette.mix(wood, light.horizon, 0.2),
            leaf=palette.mix(leaf, light.horizon, 0.2),
        )
        acacia(stage, rng, middle, ground(middle) + 60, tall, wood=wood, leaf=leaf)
        for index in range(int(stage.w / 1500)):
            x = stage.w / 2 + side * (index + 1) * 700 + rng.spread(120)
            acacia(stage, rng, x, ground(x) + 6, rng.between(170, 240), wood=wood, leaf=leaf)
    _near_grass(stage, grass, horizon + depth * 0.5)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.15, size=420, air=horizon * 0.45, tall=horizon))
    fringe(stage, "front-grass", stage.h + 14, size=66, color=palette.mix(grass, light.near, 0.42), pitch=15)


def _far_mountain(stage: Stage, horizon: float) -> None:
    light = stage.light
    with stage.layer("range") as rng:
        tall = rng.between(90, 230)
        chain = Range(
            base=horizon + 6,
            height=tall,
            step=tall * 5.5,
            color=palette.mix(light.far, light.horizon, 0.3),
            haze=light.horizon,
            contrast=0.14,
            snow=tall > 190,
            bottom=horizon + 10,
        )
        mountains(stage, rng, chain)


def _far_trees(stage: Stage, ground: Ground) -> None:
    tone = palette.mix(
        palette.mix(outdoors(stage, "#7d8a4a"), stage.light.near, 0.2), stage.light.horizon, 0.4
    )
    with stage.layer("far-acacias") as rng:
        for _ in range(int(stage.w / 190)):
            x = rng.between(0, stage.w)
            acacia(stage, rng, x, ground(x) + 4, rng.between(46, 84), wood=tone, leaf=tone)


def _near_grass(stage: Stage, color: str, top: float) -> None:
    for row in range(3):
        y = top + (stage.h - top) * row / 3
        tone = palette.mix(color, stage.light.near if row % 2 else stage.light.sun, 0.08 + 0.06 * row)
        with stage.layer(f"grass-{row}") as rng:
            fill = (tone, palette.mix(tone, stage.light.near, 0.16))
            hill(stage, rng, y + 16, 12, fill, frequency=0.6)
        fringe(stage, f"blades-{row}", y + 22, size=30 + 16 * row, color=tone, pitch=9 + 3 * row)


SAVANNA = Place(
    name="savanna",
    paint=paint,
    words="savanna savannah serengeti safari african_plains african_savanna bush_country",
    phrase="on the savanna",
    alone="acacia trees on the savanna",
    times=("golden", "sunset", "day"),
)
