"""A harbour: tall bright houses along a quay, boats moored before them, open water beside."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.boats import (
    HULLS,
    fishing_boat,
    moored_yacht,
    rowing_boat,
    sailing_boat,
)
from imgorigin.painters.sketch.elements.buildings import BRIGHT_WALLS, ROOFS, Look, gable
from imgorigin.painters.sketch.elements.land import Range, mountains
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import outdoors, seasonal
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box

_FLEET = (moored_yacht, fishing_boat, moored_yacht, rowing_boat)
_QUAY = 34
"""Height of its wall above the water."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.58, deepest=560)
    depth = stage.h - horizon
    side = -1 if stage.sun_x > stage.w / 2 else 1
    reach = min(stage.w * 0.62, 500 + stage.w * 0.22)
    paint_sky(stage, horizon)
    with stage.draw.group('id="mirrored"'):
        _coast(stage, horizon)
        _row_of_houses(stage, horizon, reach, side)
    water(stage, horizon, stage.h, mirrors="mirrored")
    _boats(stage, horizon, depth, reach, side)
    _pier(stage)
    afloat = horizon + depth * 0.46
    put_subjects(stage, Spot(ground=stage.h - 46, size=360, water=afloat, air=horizon * 0.42, tall=horizon))


def _coast(stage: Stage, horizon: float) -> None:
    light = stage.light
    chain = Range(
        base=horizon + 3,
        height=150,
        step=520,
        color=palette.mix(light.far, light.horizon, 0.2),
        haze=light.horizon,
        contrast=0.2,
        snow=stage.has("snow"),
        bottom=horizon + 3,
    )
    with stage.layer("coast") as rng:
        mountains(stage, rng, chain)


def _row_of_houses(stage: Stage, horizon: float, reach: float, side: int) -> None:
    """From the picture's edge out to `reach`, lower and lower, before a wooded slope."""
    light = stage.light
    slope = seasonal(stage, palette.mix(palette.mix(light.far, light.near, 0.45), light.ground, 0.25))
    end = -60.0 if side < 0 else stage.w + 60
    with stage.draw.clipped(box(0, 0, stage.w, horizon + 2)), stage.layer("slope") as rng:
        wave = rng.wave(2.2, 3)
        points = []
        for step in range(25):
            share = step / 24
            x = end - side * share * reach * 1.06
            points.append((x, horizon - 330 * (1 - share**2.2) ** 0.8 - 16 * wave(x) * (1 - share)))
        stage.draw.polygon(
            [(end, horizon), *points, (points[-1][0], horizon)],
            stage.draw.gradient(slope, palette.mix(slope, light.horizon, 0.3)),
        )
    base = horizon - _QUAY
    with stage.layer("houses") as rng:
        at, last = -30.0, ""
        while at < reach - 130:
            w, share = rng.between(92, 142), at / reach
            h = (rng.between(200, 310)) * (1 - 0.42 * max(0.0, share))
            walls = [wall for wall in BRIGHT_WALLS if wall != last]
            last = rng.pick(walls)
            x = at if side < 0 else stage.w - at - w
            gable(stage, rng, x, base, w=w, h=h, look=Look(last, rng.pick(ROOFS), 0.06))
            at += w + rng.pick((0, 0, 6))
    with stage.layer("quay"):
        stone = outdoors(stage, "#a89f92")
        x = -20 if side < 0 else stage.w - reach + 20
        fill = stage.draw.gradient(palette.lighter(stone, 0.2), palette.darker(stone, 0.3))
        stage.draw.rect(x, base, reach, _QUAY + 4, fill)
        stage.draw.rect(x, base, reach, 7, seasonal(stage, palette.lighter(stone, 0.35), turned="#cbbfae"))


def _boats(stage: Stage, horizon: float, depth: float, reach: float, side: int) -> None:
    with stage.layer("far-sails") as rng:
        for index in range(1 + int(stage.w / 1600)):
            x = reach + (stage.w - reach) * rng.between(0.25, 0.8) * (index + 1) / (1 + int(stage.w / 1600))
            x = x if side < 0 else stage.w - x
            sailing_boat(stage, x, horizon + depth * 0.10, rng.between(62, 92), "#f2efe6")
    with stage.layer("boats") as rng:
        hulls = rng.shuffled(HULLS)
        count = max(3, int(reach / 330))
        for index in range(count):
            share = (index + rng.between(0.3, 0.7)) / count
            x = 30 + share * (reach - 60)
            size, down = rng.between(210, 270), 0.17 + 0.06 * (index % 2)
            x = x if side < 0 else stage.w - x
            _FLEET[index % len(_FLEET)](stage, x, horizon + depth * down, size, hulls[index % len(hulls)])


def _pier(stage: Stage) -> None:
    """Boards along the lower edge, with bollards."""
    draw, top = stage.draw, stage.h - 96
    wood = seasonal(stage, outdoors(stage, "#a67c52"), turned="#a67c52", share=0.6)
    dark = palette.darker(wood, 0.4)
    with stage.layer("pier") as rng:
        draw.rect(0, top, stage.w, 18, palette.lighter(wood, 0.22))
        draw.rect(0, top + 18, stage.w, 80, draw.gradient(wood, palette.darker(wood, 0.25)))
        joints = "".join(box(x + rng.spread(6), top, 3, 98) for x in range(30, int(stage.w), 92))
        draw.path(joints, dark, opacity=0.6)
        for share in (0.07, 0.93):
            x = stage.w * share
            draw.rect(
                x - 17,
                top - 44,
                34,
                60,
                draw.gradient(dark, palette.darker(dark, 0.3), towards=(1, 0)),
                corner=5,
            )
            draw.rect(x - 24, top - 54, 48, 17, palette.lighter(dark, 0.12), corner=8)


HARBOR = Place(
    name="harbor",
    paint=paint,
    words="harbor harbour marina port fishing_village fishing_port coastal_village coastal_town "
    "seaside_village seaside_town quay wharf dock pier seaport",
    phrase="in a harbour",
    alone="a harbour with boats and colourful houses on the quay",
    contents="boat,fishing boat,ship,sailboat,house",
    times=("day", "day", "golden", "sunset"),
)
