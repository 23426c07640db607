"""Green fields with trees and far hills; a meadow in bloom."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import far_country
from imgorigin.painters.sketch.elements.land import hill
from imgorigin.painters.sketch.elements.plants import flowers, grass, trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.56, deepest=620)
    depth = stage.h - horizon
    color = grass_color(stage)
    paint_sky(stage, horizon)
    _land(stage, horizon, color)
    if stage.has("flowers") or not (stage.scene.subjects or stage.has("snow", "autumn")):
        with stage.layer("flowers") as rng:
            flowers(stage, rng, horizon + depth * 0.34, color)
    else:
        with stage.layer("grass") as rng:
            grass(stage, rng, horizon + depth * 0.5, color)
    put_subjects(
        stage, Spot(ground=stage.h - depth * 0.15, size=430, air=horizon * 0.55, tall=horizon * 0.98)
    )


def _land(stage: Stage, horizon: float, color: str) -> None:
    light = stage.light
    depth = stage.h - horizon
    far_country(stage, horizon, color)
    with stage.layer("middle-hill") as rng:
        fill = (palette.mix(color, light.sun, 0.16), palette.mix(color, light.near, 0.12))
        ground = hill(stage, rng, horizon + depth * 0.2, 40, fill, frequency=0.5)
    near = palette.mix(color, light.near, 0.42)
    side = min(stage.w * 0.30, 560)
    with stage.layer("left-trees") as rng:
        trees(stage, rng, ground, max(3, int(side / 90)), 170, color=near, right=side)
    with stage.layer("right-trees") as rng:
        trees(stage, rng, ground, max(2, int(side / 130)), 150, color=near, left=stage.w - side * 0.75)
    if stage.w > 2600:
        with stage.layer("more-trees") as rng:
            count = int(stage.w / 500)
            trees(stage, rng, ground, count, 150, color=near, left=side, right=stage.w - side)
    with stage.layer("near-hill") as rng:
        fill = (palette.mix(color, light.sun, 0.05), palette.mix(color, light.near, 0.38))
        hill(stage, rng, horizon + depth * 0.46, 30, fill, frequency=0.45)


FIELD = Place(
    name="field",
    paint=paint,
    words="field fields meadow meadows countryside grass grassland hills "
    "prairie lawn picnic pasture backyard orchard rural landscape nature_scene",
    phrase="in a green field",
    alone="a meadow",
)
