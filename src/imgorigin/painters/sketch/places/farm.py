"""A farm: a barn and a silo by the fields, a fence before them."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.buildings import Look, barn, cottage, silo, windmill
from imgorigin.painters.sketch.elements.country import far_country, knoll, main_x
from imgorigin.painters.sketch.elements.plants import Ground, grass, trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, seasonal
from imgorigin.painters.sketch.elements.ways import strips
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, trace

_BARNS = (("#c23b32", "#5c5560"), ("#b8352f", "#7a6a5e"), ("#e9e2d3", "#a2483a"), ("#8a5a3f", "#4f4a50"))
_CROPS = ("#e2b84a", "#8fbf4d", "#d9c25a", "#6fae57")


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.52, deepest=660)
    depth = stage.h - horizon
    color = grass_color(stage)
    middle = main_x(stage, 0.27, margin=290)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    ground = knoll(stage, "yard", horizon + depth * 0.13, 10, color, frequency=0.4)
    _crops(stage, horizon + depth * 0.19, color)
    _buildings(stage, ground, middle)
    stage.attend(middle, horizon)
    edge = horizon + depth * 0.52
    near = knoll(stage, "meadow", edge, 16, color, deep=0.34, frequency=0.4)
    _fence(stage, near)
    with stage.layer("grass") as rng:
        grass(stage, rng, edge + depth * 0.1, color)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.13, size=420, air=horizon * 0.5, tall=horizon))


def _crops(stage: Stage, top: float, color: str) -> None:
    """Rows that run to the horizon."""
    light = stage.light
    rng = stage.stream("crop")
    crop = seasonal(stage, outdoors(stage, rng.pick(_CROPS)), turned="#b9843f", share=0.6)
    vanishing = (stage.w * rng.between(0.4, 0.6), top - 70)
    with stage.layer("crops"):
        draw = stage.draw
        draw.rect(0, top, stage.w, stage.h - top, draw.gradient(palette.mix(crop, light.horizon, 0.3), crop))
        rows = strips(vanishing, top, stage.h, stage.w, pitch=210, fill=0.46)
        draw.path(rows, palette.mix(crop, palette.mix(color, light.near, 0.55), 0.5))


def _buildings(stage: Stage, ground: Ground, middle: float) -> None:
    tone = palette.mix(grass_color(stage), stage.light.near, 0.4)
    with stage.layer("windbreak") as rng:
        trees(stage, rng, ground, 7, 170, color=tone, left=middle - 420, right=middle + 420)
    with stage.layer("farm") as rng:
        wall, roof = rng.pick(_BARNS)
        base, w = ground(middle) + 52, 205.0
        mill = rng.chance(0.35)
        silos = rng.whole(1, 2)
        if mill:
            x = middle - 250 if middle > 420 else middle + 430
            windmill(stage, rng, x, ground(x) + 34, h=250, look=Look("#efe6d6", "#7a4a3c", 0.1))
        for index in range(silos):
            silo(stage, middle - 122 - 76 * index, base - 10, w=70, h=300 - 60 * index)
        cottage(
            stage, rng, middle + 260, ground(middle + 260) + 40, w=150, look=Look("#f4ead8", "#8f4a3a", 0.08)
        )
        barn(stage, middle - 95, base, w, Look(wall, roof))
    with stage.layer("yard-trees") as rng:
        trees(stage, rng, lambda x: ground(x) + 56, 2, 150, color=tone, left=middle + 330, right=middle + 460)


def _fence(stage: Stage, ground: Ground) -> None:
    wood, pitch = outdoors(stage, "#f3ece0" if not stage.has("snow") else "#a98d70"), 118
    posts = ""
    rails = ["", ""]
    with stage.layer("fence") as rng:
        for post in range(-1, int(stage.w / pitch) + 2):
            x = post * pitch + rng.spread(4)
            y = ground(x)
            posts += box(x - 7, y - 78, 14, 92)
            for index, high in enumerate((58, 28)):
                rails[index] += trace(("L" if rails[index] else "M", x, y - high))
        for rail in rails:
            stage.draw.line(rail, palette.darker(wood, 0.1), 9)
        stage.draw.path(posts, stage.draw.gradient(wood, palette.darker(wood, 0.16)))


FARM = Place(
    name="farm",
    paint=paint,
    words="farm farms farmland farmyard farmhouse barn barnyard ranch homestead agriculture silo crops "
    "cropland",
    phrase="on a farm",
    alone="a farm with a barn and a silo among crop rows",
    times=("day", "day", "golden"),
)
