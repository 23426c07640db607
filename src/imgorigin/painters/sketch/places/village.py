"""A village among hills: cottages about a church, and a path that leads there."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.buildings import ROOFS, WALLS, Look, church, cottage
from imgorigin.painters.sketch.elements.country import far_country, knoll, main_x
from imgorigin.painters.sketch.elements.plants import Ground, grass, pines, trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors
from imgorigin.painters.sketch.elements.ways import ribbon, winding
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_ROWS = ((-26, 108, 0.34, 5), (6, 140, 0.16, 5), (52, 178, 0.0, 4))
"""Of houses, far to near: how much below the first hill's ground, their width, haze, and number."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.52, deepest=660)
    depth = stage.h - horizon
    color = grass_color(stage)
    middle = main_x(stage, 0.30, margin=330)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    ground = knoll(stage, "village-hill", horizon + depth * 0.17, 22, color)
    _houses(stage, ground, middle)
    stage.attend(middle, horizon)
    near = knoll(stage, "near-hill", horizon + depth * 0.46, 26, color, deep=0.36, frequency=0.4)
    with stage.layer("grass") as rng:
        grass(stage, rng, horizon + depth * 0.62, color)
    with stage.layer("path") as rng:
        start, end = (middle + 40, near(middle + 40), 26.0), (stage.w / 2, stage.h + 30, 330.0)
        earth = palette.mix(outdoors(stage, "#d9bf92"), color, 0.2 if not stage.has("snow") else 0.6)
        knots = winding(rng, start, end, sway=130, bends=2.2)
        stage.draw.path(ribbon(knots), stage.draw.gradient(palette.mix(earth, color, 0.35), earth))
    with stage.layer("side-trees") as rng:
        left, right = (stage.w - 240, stage.w + 60) if middle < stage.w / 2 else (-60.0, 240.0)
        _wood(stage, rng, near, 3, height=230, span=(left, right))
    put_subjects(stage, Spot(ground=stage.h - depth * 0.11, size=400, air=horizon * 0.5, tall=horizon))


def _houses(stage: Stage, ground: Ground, middle: float) -> None:
    """Row before row, the church in the midst, trees between them."""
    for index, (sink, w, far, count) in enumerate(_ROWS):
        spread = w * (1.25 + 0.1 * index)
        if index == 1:
            with stage.layer("church") as rng:
                x = middle + rng.spread(90)
                church(stage, x, ground(x) + sink, 330, Look("#f1e8d8", "#7c5a52", 0.12))
        with stage.layer(f"houses-{index}") as rng:
            for house in range(count):
                x = middle + (house - count / 2) * spread + rng.spread(w * 0.2) - w * 0.25 * (index % 2)
                size = w * rng.between(0.85, 1.1)
                look = Look(rng.pick(WALLS), rng.pick(ROOFS), far)
                cottage(stage, rng, x, ground(x + size / 2) + sink + 8, w=size, look=look)
        with stage.layer(f"garden-trees-{index}") as rng:
            reach = spread * (count / 2 + 0.8)
            span, lower = (middle - reach, middle + reach), _lower(ground, sink + 14)
            _wood(stage, rng, lower, 4 + index, height=w * 0.72, span=span, far=far * 0.5)


def _wood(
    stage: Stage,
    rng: Stream,
    ground: Ground,
    count: int,
    *,
    height: float,
    span: tuple[float, float],
    far: float = 0,
) -> None:
    """Trees among the houses: in the mountains they are pines."""
    (left, right), light, snow = span, stage.light, stage.has("snow")
    grown = grass_color(stage)
    if not stage.has("alpine"):
        color = palette.mix(palette.mix(grown, light.near, 0.42), light.horizon, far)
        trees(stage, rng, ground, count, height, color=color, left=left, right=right)
        return
    green = light.near if snow else palette.mix(light.near, grown, 0.3)
    color = palette.mix(green, light.horizon, far + 0.1)
    pines(stage, rng, ground, count + 2, height * 1.25, color=color, snow=snow, left=left, right=right)


def _lower(ground: Ground, by: float) -> Ground:
    return lambda x: ground(x) + by


VILLAGE = Place(
    name="village",
    paint=paint,
    words="village villages hamlet small_town countryside_village old_town medieval_town alpine_village "
    "church_spire",
    phrase="outside a village",
    alone="a village of red-roofed houses around a church",
    times=("day", "day", "golden"),
)
