"""A city park: a path with lamps and a bench under old trees, the town behind."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import knoll
from imgorigin.painters.sketch.elements.foliage import bush
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.elements.houses import street_lamp
from imgorigin.painters.sketch.elements.plants import Ground, grass, trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.skyline import WARM_WINDOWS, Skyline, skyline, stone
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors
from imgorigin.painters.sketch.elements.ways import ribbon, winding
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

SIGHTS = frozenset("eiffel-tower tokyo-tower statue-of-liberty ferris-wheel".split())
"""Seen from afar, over the trees."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.54, deepest=620)
    depth = stage.h - horizon
    color = grass_color(stage)
    tone = palette.mix(color, stage.light.near, 0.42)
    side = -1 if stage.sun_x > stage.w / 2 else 1
    paint_sky(stage, horizon)
    _town(stage, horizon)
    far = knoll(stage, "far-lawn", horizon + depth * 0.06, 12, palette.mix(color, stage.light.horizon, 0.25))
    with stage.layer("far-trees") as rng:
        trees(stage, rng, far, int(stage.w / 74), 132, color=palette.mix(tone, stage.light.horizon, 0.22))
    sights = [one for one in stage.scene.subjects if one.name in SIGHTS]
    _sights(stage, sights, horizon, depth)
    lawn = knoll(stage, "lawn", horizon + depth * 0.22, 14, color, deep=0.3, frequency=0.4)
    with stage.layer("grass") as rng:
        grass(stage, rng, horizon + depth * 0.6, color)
    _path(stage, lawn(stage.w / 2), side)
    with stage.layer("trees") as rng:
        edge = stage.w * 0.5 + side * min(stage.w * 0.36, 900)
        left, right = sorted((edge, stage.w / 2 + side * (stage.w / 2 + 60)))
        trees(
            stage,
            rng,
            lambda x: lawn(x) + 26,
            2 + int((right - left) / 260),
            430,
            color=tone,
            left=left,
            right=right,
        )
    if stage.has("blossom"):
        _orchard(stage, lawn, side, tone)
    _furniture(stage, horizon, depth, side)
    with stage.layer("bushes") as rng:
        for share in (0.02, 0.12, 0.90, 1.0):
            x, r = stage.w * share, rng.between(64, 110)
            bush(stage, rng, x, stage.h + 16, r, color=palette.mix(color, stage.light.near, 0.36), bloom=14)
    others = [one for one in stage.scene.subjects if one not in sights]
    if others or not sights:
        spot = Spot(ground=stage.h - depth * 0.12, size=410, air=horizon * 0.42, tall=horizon)
        put_subjects(stage, spot, others)


def _sights(stage: Stage, sights: list[Subject], horizon: float, depth: float) -> None:
    """What stands high above the trees, lit up when it is dark."""
    if not sights:
        return
    foot, x = horizon + depth * 0.2, 0.62 if stage.w > stage.h else 0.5
    if stage.light.lamps:
        with stage.layer("floodlight"):
            stage.draw.glow(stage.w * x, foot - horizon * 0.3, horizon * 0.6, "#ffcf7a", 0.5)
    put_subjects(stage, Spot(ground=foot, size=720, x=x, tall=horizon * 1.06, shadow=False), sights)


def _orchard(stage: Stage, lawn: Ground, side: int, tone: str) -> None:
    """Trees on the lawn, for those who come to see them in blossom; their petals lie below."""
    draw, fallen = stage.draw, stage.lit("#f9c9dc", 0.6)
    with stage.layer("orchard") as rng:
        for start, end, tall, sink in ((0.16, 0.4, 240, 22), (-0.5, -0.2, 300, 40)):
            left, right = sorted((stage.w * (0.5 + side * start), stage.w * (0.5 + side * end)))
            middle, reach = (left + right) / 2, (right - left) / 2
            draw.ellipse(middle, lawn(middle) + sink, reach * 1.2, tall * 0.08, fallen, opacity=0.55)
            count = 2 + int((right - left) / 220)
            trees(stage, rng, _below(lawn, sink), count, tall, color=tone, left=left, right=right)


def _below(lawn: Ground, sink: float) -> Ground:
    return lambda x: lawn(x) + sink


def _town(stage: Stage, horizon: float) -> None:
    lamps = stage.light.lamps
    row = Skyline(
        name="town",
        base=horizon + 20,
        low=90,
        high=min(300.0, horizon * 0.5),
        color=stone(stage, 0.2),
        windows=WARM_WINDOWS if lamps else (),
        lit=0.4,
    )
    skyline(stage, row)
    haze = stage.light.horizon
    stage.draw.rect(0, horizon - 220, stage.w, 260, stage.draw.gradient((haze, 0), (haze, 0.6)))


def _path(stage: Stage, top: float, side: int) -> None:
    gravel = outdoors(stage, "#e3d2ae") if not stage.has("snow") else outdoors(stage, "#dfe5ea")
    with stage.layer("path") as rng:
        start = (stage.w / 2 - side * min(stage.w * 0.12, 260), top + 6, 30.0)
        knots = winding(rng, start, (stage.w / 2 + side * 40, stage.h + 30, 560.0), sway=170, bends=2.0)
        edge = [(x, y, width * 1.06) for x, y, width in knots]
        stage.draw.path(ribbon(edge), palette.mix(gravel, stage.light.near, 0.35))
        stage.draw.path(ribbon(knots), stage.draw.gradient(palette.darker(gravel, 0.12), gravel))


def _furniture(stage: Stage, horizon: float, depth: float, side: int) -> None:
    """Lamps along the path, and a bench where it is shady."""
    middle = stage.w / 2
    with stage.layer("lamps"):
        for out, down, tall in ((150, 0.26, 170), (300, 0.36, 250), (520, 0.52, 380)):
            if out < middle - 40:
                street_lamp(stage, middle - side * out, horizon + depth * down, tall)
        street_lamp(stage, middle + side * 130, horizon + depth * 0.30, 200)
    if all(one.name != "bench" for one in stage.scene.subjects):
        with stage.layer("bench"):
            put(stage, "bench", middle + side * min(stage.w * 0.27, 480), horizon + depth * 0.58, 270)


PARK = Place(
    name="park",
    paint=paint,
    words="park parks city_park public_park central_park park_path promenade",
    phrase="in a park",
    alone="a park with a bench and lamps along a path",
    times=("day", "day", "golden"),
)
