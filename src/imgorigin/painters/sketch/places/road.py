"""A country road that winds over hills to the horizon."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import far_country, knoll
from imgorigin.painters.sketch.elements.plants import Ground, grass, trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors
from imgorigin.painters.sketch.elements.ways import Knot, dashes, ribbon, winding
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import is_vehicle
from imgorigin.painters.sketch.svg import box

_WIDTHS = (10.0, 32.0, 90.0, 800.0)
"""Of the road: on the crests of three hills, far to near, and at the picture's lower edge."""
_HILLS = ((0.05, 20, 70), (0.20, 26, 150), (0.46, 22, 0))
"""Far to near: depth below the horizon as a share of the land's, swell, and height of the trees on it."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.54, deepest=680)
    depth = stage.h - horizon
    color = grass_color(stage)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    if any(is_vehicle(one.name) for one in stage.scene.subjects):
        _passing(stage, horizon, depth, color)
        return
    xs = _crossings(stage)
    for index, (share, swell, tall) in enumerate(_HILLS):
        y = horizon + depth * share
        ground = knoll(stage, f"hill-{index}", y, swell, color, deep=0.2 + 0.08 * index, frequency=0.6)
        if not tall:
            with stage.layer("grass") as rng:
                grass(stage, rng, y + depth * 0.1, color)
        low = stage.h + 40 if index == len(_HILLS) - 1 else horizon + depth * (_HILLS[index + 1][0] + 0.1)
        start = (xs[index], ground(xs[index]), _WIDTHS[index])
        _stretch(stage, f"road-{index}", start, (xs[index + 1], low, _WIDTHS[index + 1]))
        if tall:
            _trees(stage, f"trees-{index}", ground, tall, xs[index])
    put_subjects(stage, Spot(ground=stage.h - depth * 0.12, size=430, air=horizon * 0.5, tall=horizon))


def _passing(stage: Stage, horizon: float, depth: float, color: str) -> None:
    """A road across the picture, for a vehicle that is seen from its side."""
    ground = knoll(stage, "hill-0", horizon + depth * 0.1, 24, color, deep=0.24, frequency=0.5)
    with stage.layer("trees-0") as rng:
        tone = palette.mix(color, stage.light.near, 0.42)
        trees(stage, rng, ground, int(stage.w / 190), 150, color=tone)
    knoll(stage, "hill-1", horizon + depth * 0.32, 20, color, deep=0.3, frequency=0.4)
    draw, top, wide = stage.draw, stage.h - depth * 0.42, depth * 0.3
    asphalt = _asphalt(stage)
    with stage.layer("fence"):
        post = outdoors(stage, "#f3efe6" if not stage.has("snow") else "#c9b8a0")
        posts = "".join(box(x, top - 62, 9, 54) for x in range(30, int(stage.w), 120))
        draw.path(posts + box(-5, top - 50, stage.w + 10, 9) + box(-5, top - 30, stage.w + 10, 9), post)
    with stage.layer("road"):
        draw.rect(-5, top - 12, stage.w + 10, wide + 24, palette.mix(asphalt, stage.lit("#d9c79a"), 0.5))
        draw.rect(-5, top, stage.w + 10, wide, draw.gradient(palette.lighter(asphalt, 0.08), asphalt))
        white = outdoors(stage, "#f6f1e2", 0.6)
        draw.rect(-5, top + 10, stage.w + 10, 5, white, opacity=0.8)
        draw.rect(-5, top + wide - 15, stage.w + 10, 5, white, opacity=0.8)
        draw.path("".join(box(x, top + wide * 0.46, 92, 8) for x in range(-40, int(stage.w), 190)), white)
    put_subjects(stage, Spot(ground=top + wide * 0.74, size=430, air=horizon * 0.5, tall=horizon))
    knoll(stage, "verge", stage.h - depth * 0.09, 8, color, deep=0.42, frequency=0.6)
    with stage.layer("grass") as rng:
        grass(stage, rng, stage.h - depth * 0.09, color)


def _asphalt(stage: Stage) -> str:
    asphalt = outdoors(stage, "#6b7079", 0.8)
    return palette.mix(asphalt, stage.lit("#dfe8ef"), 0.45) if stage.has("snow") else asphalt


def _crossings(stage: Stage) -> list[float]:
    """Where the road crosses each crest, by turns left and right of the one before, and the lower edge."""
    rng = stage.stream("crossings")
    side = rng.pick((-1, 1))
    near = stage.w / 2 + side * min(stage.w * 0.12, 260) * rng.between(0.5, 1)
    middle = near - side * rng.between(90, 150)
    return [middle + side * rng.between(40, 70), middle, near, stage.w / 2 - side * rng.between(0, 120)]


def _stretch(stage: Stage, name: str, start: Knot, end: Knot) -> None:
    """The road down one hill, from its crest."""
    with stage.layer(name) as rng:
        knots = winding(rng, start, end, sway=(end[2] - start[2]) * 0.16, bends=1.6)
        asphalt = _asphalt(stage)
        draw = stage.draw
        verge = [(x, y, width * 1.16) for x, y, width in knots]
        draw.path(ribbon(verge), palette.mix(asphalt, stage.lit("#d9c79a"), 0.5))
        draw.path(ribbon(knots), draw.gradient(palette.mix(asphalt, stage.light.horizon, 0.25), asphalt))
        white = outdoors(stage, "#f6f1e2", 0.6)
        for edge in (-0.9, 0.9):
            line = [(x + edge * width / 2, y, width * 0.014) for x, y, width in knots]
            draw.path(ribbon(line), white, opacity=0.8)
        draw.path(dashes(knots, 0.022), white)


def _trees(stage: Stage, name: str, ground: Ground, height: float, gap: float) -> None:
    """Groups left and right of where the road goes over the hill."""
    color = palette.mix(grass_color(stage), stage.light.near, 0.42)
    with stage.layer(name) as rng:
        for side in (-1, 1):
            start = gap + side * height * rng.between(0.7, 1.3)
            reach = min(stage.w * 0.4, height * rng.between(3, 7))
            left, right = sorted((start, start + side * reach))
            trees(
                stage, rng, ground, int(reach / height * 1.1) + 1, height, color=color, left=left, right=right
            )


ROAD = Place(
    name="road",
    paint=paint,
    words="road country_road highway road_trip roadside racetrack race_track motorway driveway winding_road "
    "open_road route_66",
    phrase="on a country road",
    alone="a country road winding over green hills",
)
