"""A steep coast: headlands one behind the other, the sea at their feet."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import knoll
from imgorigin.painters.sketch.elements.plants import grass
from imgorigin.painters.sketch.elements.rocks import Cliff, boulder, cliff
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, hazy, outdoors
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import kind_of
from imgorigin.painters.sketch.svg import Point, smooth, trace

_ROCKS = ("#c9bfae", "#b89a7c", "#a58f86", "#e6dfd0")
_Headland = tuple[float, float, float, float]
_HEADLANDS: tuple[_Headland, ...] = (
    (0.58, 0.24, 0.03, 0.5),
    (0.46, 0.36, 0.10, 0.26),
    (0.34, 0.52, 0.30, 0.0),
)
"""Far to near: reach as a share of the width, height above the sea and foot below the horizon as shares of
the horizon's height and the sea's depth, and haze."""
_CROWNED: tuple[_Headland, ...] = ((0.78, 0.14, 0.03, 0.5), (0.70, 0.16, 0.16, 0.26), (0.60, 0.14, 0.76, 0.0))
"""Those where something is built on the nearest."""
_CROWNS = frozenset({"lighthouse", "castle", "modern-house", "windmill", "pagoda"})


def paint(stage: Stage) -> None:
    crowned = any(
        kind_of(one.name).startswith("place") or one.name in _CROWNS for one in stage.scene.subjects
    )
    horizon = stage.horizon(0.62 if crowned else 0.54, deepest=640)
    depth = stage.h - horizon
    side = -1 if stage.sun_x > stage.w / 2 else 1
    afloat = horizon + depth * 0.42
    paint_sky(stage, horizon)
    water(stage, horizon, stage.h)
    crest = _headlands(stage, horizon, depth, side, _CROWNED if crowned else _HEADLANDS)
    _gulls(stage, horizon, side)
    if crowned:
        x, y = crest
        middle = x * 0.5 if side < 0 else (x + stage.w) / 2
        put_subjects(stage, Spot(ground=y, size=400, x=middle / stage.w, air=horizon * 0.3, tall=y * 0.88))
        return
    _ledge(stage)
    put_subjects(stage, Spot(ground=stage.h - 60, size=380, air=horizon * 0.42, water=afloat, tall=horizon))


def _headlands(
    stage: Stage, horizon: float, depth: float, side: int, headlands: tuple[_Headland, ...]
) -> Point:
    """Returns the brink of the nearest."""
    crest = (0.0, 0.0)
    rock, green = outdoors(stage, stage.stream("rock").pick(_ROCKS)), grass_color(stage)
    high, wide = min(horizon, 900), min(stage.w, 2400)
    for index, (reach, tall, sink, haze) in enumerate(headlands):
        foot = horizon + depth * sink
        one = Cliff(
            side=side,
            reach=wide * reach,
            top=horizon - high * tall,
            foot=foot,
            rock=hazy(stage, rock, haze),
            cover=hazy(stage, green, haze * 0.8),
        )
        with stage.layer(f"cliff-{index}") as rng:
            crest = (cliff(stage, rng, one), one.top)
        _surf(stage, f"surf-{index}", one, 8 + 10 * index)
    with stage.layer("stacks") as rng:
        stone = hazy(stage, rock, 0.12)
        for place, size in ((0.43, 62), (0.50, 34)) if headlands is _HEADLANDS else ():
            x, y = wide * (place + rng.spread(0.02)), horizon + depth * 0.24
            x = x if side < 0 else stage.w - x
            boulder(stage, rng, x, y, r=size, color=stone)
            stage.draw.ellipse(x, y, size * 1.5, size * 0.13, palette.WHITE, opacity=0.6)
    return crest


def _surf(stage: Stage, name: str, one: Cliff, size: float) -> None:
    """Foam along a headland's foot."""
    with stage.layer(name) as rng:
        out = one.reach * rng.between(1.04, 1.1)
        edge = [(0.0, one.foot - size * 0.3)]
        steps = max(6, int(out / (size * 2.4)))
        edge += [(out * k / steps, one.foot + size * rng.between(-0.1, 0.9)) for k in range(1, steps)]
        edge += [(out, one.foot), (out * 0.6, one.foot - size * 0.7), (0.0, one.foot - size * 0.9)]
        foam = [(x if one.side < 0 else stage.w - x, y) for x, y in edge]
        white = palette.mix(palette.WHITE, stage.light.horizon, 0.25 if not stage.light.dark else 0.75)
        stage.draw.path(smooth([(x, y + size * 0.8) for x, y in foam]) + "Z", white, opacity=0.4)
        stage.draw.path(smooth(foam) + "Z", white, opacity=0.85)


def _gulls(stage: Stage, horizon: float, side: int) -> None:
    with stage.layer("gulls") as rng:
        wings = ""
        for _ in range(5):
            x = stage.w / 2 - side * rng.between(-0.1, 0.3) * min(stage.w, 2000)
            y, w = horizon - min(horizon, 900) * rng.between(0.3, 0.72), rng.between(13, 26)
            wings += trace(
                ("M", x - w, y - w * 0.2),
                ("q", w * 0.6, -w * 0.35, w, w * 0.25),
                ("q", w * 0.4, -w * 0.6, w, -w * 0.25),
            )
        stage.draw.line(wings, palette.mix(palette.WHITE, stage.light.near, 0.55), 3.4, opacity=0.85)


def _ledge(stage: Stage) -> None:
    """The grass one stands on."""
    color = grass_color(stage)
    knoll(stage, "ledge", stage.h - 118, 24, color, deep=0.4, frequency=0.7)
    with stage.layer("grass") as rng:
        grass(stage, rng, stage.h - 110, color)


CLIFFS = Place(
    name="cliffs",
    paint=paint,
    words="cliff cliffs sea_cliff sea_cliffs cliffside clifftop rocky_coast headland coastal_cliffs "
    "promontory",
    phrase="on a cliff above the sea",
    alone="cliffs above the sea",
    times=("day", "day", "dawn", "golden"),
)
