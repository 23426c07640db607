"""Green fields with trees and far hills; a meadow in bloom, or a road through it."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.land import Range, hill, mountains
from imgorigin.painters.sketch.elements.plants import flowers, grass, trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_ROAD_DEPTH = 130


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.56, deepest=620)
    depth = stage.h - horizon
    road = stage.scene.place == "road"
    color = _grass_color(stage)
    paint_sky(stage, horizon)
    _land(stage, horizon, color)
    if stage.has("flowers") or not (road or stage.scene.subjects or stage.has("snow", "autumn")):
        with stage.layer("flowers") as rng:
            flowers(stage, rng, horizon + depth * 0.34, color)
    else:
        with stage.layer("grass") as rng:
            grass(stage, rng, horizon + depth * 0.5, color)
    if road:
        _road(stage)
    ground = stage.h - (_ROAD_DEPTH * 0.62 if road else depth * 0.15)
    put_subjects(stage, Spot(ground=ground, size=430, air=horizon * 0.55, tall=horizon * 0.98))


def _grass_color(stage: Stage) -> str:
    color = "#d08a35" if stage.has("autumn") else stage.light.ground
    if stage.has("snow"):
        color = "#ecf3f8"
    return stage.lit(color, 0.6)


def _land(stage: Stage, horizon: float, color: str) -> None:
    light = stage.light
    depth = stage.h - horizon
    chain = Range(
        base=horizon + 8,
        height=150,
        step=550,
        color=palette.mix(light.far, light.horizon, 0.25),
        haze=light.horizon,
        contrast=0.2,
        snow=stage.has("snow"),
    )
    with stage.layer("range") as rng:
        mountains(stage, rng, chain)
    with stage.layer("far-hill") as rng:
        fill = (palette.mix(color, light.horizon, 0.42), palette.mix(color, light.horizon, 0.2))
        ground = hill(stage, rng, horizon + 20, 34, fill, frequency=0.7)
    far = palette.mix(palette.mix(color, light.near, 0.5), light.horizon, 0.25)
    with stage.layer("far-trees") as rng:
        trees(stage, rng, ground, int(stage.w / 60), 62, color=far)
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


def _road(stage: Stage) -> None:
    top = stage.h - _ROAD_DEPTH * 1.5
    draw = stage.draw
    with stage.layer("road"):
        asphalt = draw.gradient(stage.lit("#5b6068"), stage.lit("#464b53"))
        draw.rect(0, top, stage.w, _ROAD_DEPTH, asphalt)
        draw.rect(0, top, stage.w, 5, palette.WHITE, opacity=0.5)
        draw.rect(0, top + _ROAD_DEPTH - 6, stage.w, 6, stage.light.near, opacity=0.25)
        marks = "".join(f"M{x} {top + _ROAD_DEPTH * 0.55:.0f}h70" for x in range(10, int(stage.w), 140))
        draw.line(marks, stage.lit("#f4e9c6"), 6, opacity=0.85)


FIELD = Place(
    name="field",
    paint=paint,
    words="field fields meadow meadows farm farmland countryside grass grassland park hill hills valley "
    "garden prairie lawn village picnic pasture backyard orchard vineyard rural landscape "
    "playground nature_scene",
    phrase="in a green field",
    alone="a meadow",
)
ROAD = Place(
    name="road",
    paint=paint,
    words="road country_road highway road_trip roadside racetrack race_track motorway driveway",
    phrase="on a country road",
    alone="a country road",
)
