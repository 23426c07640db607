"""A volcano: its glow on the smoke, lava down its flank."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.country import knoll, main_x
from imgorigin.painters.sketch.elements.foliage import fern
from imgorigin.painters.sketch.elements.land import Range, mountains
from imgorigin.painters.sketch.elements.plants import trees
from imgorigin.painters.sketch.elements.rocks import boulder
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import outdoors, seasonal, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import Point, disc, polyline, smooth

_LAVA = ("#ff5a1f", "#ffb02e", "#fff0a8")
_MOUTH = 78
"""Half the width of the crater."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.62, deepest=520)
    light = stage.light
    x = main_x(stage, 0.36, margin=360)
    high = min(horizon * 0.66, 560)
    top = horizon + 20 - high
    paint_sky(stage, horizon, clouds=False)
    chain = Range(
        base=horizon + 10,
        height=130,
        step=420,
        color=palette.mix(light.far, light.horizon, 0.2),
        haze=light.horizon,
        contrast=0.2,
    )
    with stage.layer("range") as rng:
        mountains(stage, rng, chain)
    stage.attend(x, top + high * 0.3)
    _smoke(stage, x, top, high)
    _cone(stage, x, top, horizon + 20, high)
    _foreland(stage, horizon)
    depth = stage.h - horizon
    put_subjects(stage, Spot(ground=stage.h - depth * 0.13, size=390, air=horizon * 0.4, tall=horizon))


def _smoke(stage: Stage, x: float, top: float, high: float) -> None:
    """A plume leaning with the wind, lit from below."""
    draw, light = stage.draw, stage.light
    wind = 1 if x < stage.w / 2 else -1
    ash = palette.mix(palette.mix("#5b5560", light.horizon, 0.25), light.near, 0.45 if light.lamps else 0.05)
    with stage.layer("smoke") as rng:
        draw.glow(x, top, high * 0.9, _LAVA[0], 0.6 if light.lamps else 0.32)
        puffs = []
        for index in range(15):
            share = index / 14
            reach = 36 + 84 * share
            px = x + wind * (share**1.4) * high * 1.05 + rng.spread(reach * 0.4)
            puffs.append(
                (px, top - 14 - share**0.8 * min(high * 0.62, top * 0.62) + rng.spread(20), reach, share)
            )
        for px, py, r, share in reversed(puffs):
            warm = max(0.0, 0.62 - share * 1.3)
            tone = palette.mix(ash, _LAVA[0], warm)
            tone = palette.mix(tone, light.horizon, 0.28 * share)
            draw.circle(
                px,
                py,
                r,
                draw.gradient(
                    palette.mix(tone, light.sun, 0.16), palette.mix(tone, _LAVA[0], 0.2 * (1 - share))
                ),
            )
            draw.circle(
                px - r * 0.2, py - r * 0.25, r * 0.62, palette.mix(tone, light.sun, 0.14), opacity=0.55
            )


def _cone(stage: Stage, x: float, top: float, foot: float, high: float) -> None:
    draw, light = stage.draw, stage.light
    rock = outdoors(stage, stage.stream("rock").pick(("#7d6a66", "#6f6a74", "#8a6c5c")))
    with stage.layer("cone") as rng:
        left = [
            (x - _MOUTH - high * 1.12 * s**1.7 - rng.between(-8, 8), top + high * s)
            for s in (0, 0.2, 0.42, 0.66, 1)
        ]
        right = [
            (x + _MOUTH + high * 1.12 * s**1.7 + rng.between(-8, 8), top + high * s)
            for s in (0, 0.2, 0.42, 0.66, 1)
        ]
        rim = [(x - _MOUTH * 0.5, top + 16), (x - _MOUTH * 0.1, top + 6), (x + _MOUTH * 0.4, top + 20)]
        draw.ellipse(x, top + 4, _MOUTH, 22, _LAVA[1])
        body = smooth(left[::-1]) + "L" + polyline(rim)[1:] + "L" + smooth(right)[1:] + "Z"
        draw.path(
            body,
            draw.gradient(
                palette.mix(rock, _LAVA[0], 0.22), rock, palette.mix(rock, light.horizon, 0.4), at=(0, 0.3, 1)
            ),
        )
        away = right if stage.sun_x < x else left
        inner = [(x + (px - x) * (0.12 + 0.10 * rng.between()), py) for px, py in reversed(away)]
        shade = palette.mix(rock, light.near, 0.6)
        draw.path(smooth(away) + "L" + smooth(inner)[1:] + "Z", draw.gradient((shade, 0.75), (shade, 0.1)))
        if stage.has("snow"):
            _snowcap(stage, rng, left, right, x=x, top=top)
    with stage.layer("lava") as rng:
        for start, drift, reach in ((-0.3, -0.42, 0.86), (0.15, 0.1, 0.55), (0.5, 0.5, 0.7)):
            _stream(stage, rng, x + start * _MOUTH, top + 12, drift=drift, length=high * reach)


def _snowcap(
    stage: Stage, rng: Stream, left: list[Point], right: list[Point], *, x: float, top: float
) -> None:
    edge = [
        (left[1][0] + (right[1][0] - left[1][0]) * k / 8, left[1][1] + (34 if k % 2 else -14))
        for k in range(9)
    ]
    rim = [(x + _MOUTH * 0.4, top + 20), (x - _MOUTH * 0.1, top + 6), (x - _MOUTH * 0.5, top + 16)]
    stage.draw.polygon([left[0], left[1], *edge[1:-1], right[1], right[0], *rim], snow_color(stage))


def _stream(stage: Stage, rng: Stream, x: float, y: float, *, drift: float, length: float) -> None:
    """Lava: red at its edges, bright within, broader as it slows."""
    wave = rng.wave(5, 2)
    steps = [
        (x + drift * length * (k / 8) ** 1.3 + 12 * wave(60.0 * k) * k / 8, y + length * k / 8)
        for k in range(9)
    ]
    for tone, wide in zip(_LAVA, (1.0, 0.6, 0.24), strict=True):
        left = [(px - wide * (7 + 13 * k / 8), py) for k, (px, py) in enumerate(steps)]
        right = [(px + wide * (7 + 13 * k / 8), py) for k, (px, py) in enumerate(steps)]
        stage.draw.path(smooth(left) + "L" + smooth(right[::-1])[1:] + "Z", tone)


def _foreland(stage: Stage, horizon: float) -> None:
    """Woods at the foot, then black sand and rocks."""
    depth, light = stage.h - horizon, stage.light
    green = seasonal(stage, palette.mix(stage.lit(light.ground), light.near, 0.3))
    sand = seasonal(stage, outdoors(stage, "#6a5f5e"), turned="#7a5f4e")
    ground = knoll(stage, "woods", horizon + depth * 0.16, 18, green, deep=0.3)
    with stage.layer("trees") as rng:
        trees(stage, rng, ground, int(stage.w / 46), 86, color=palette.mix(green, light.near, 0.4))
    near = knoll(stage, "slope", horizon + depth * 0.42, 20, palette.mix(green, sand, 0.4), deep=0.34)
    knoll(stage, "sand", horizon + depth * 0.66, 16, sand, deep=0.4, frequency=0.7)
    edge = min(stage.w * 0.22, 330)
    with stage.layer("rocks") as rng:
        for x, r in ((edge * 0.3, 90), (edge, 44), (stage.w - edge * 0.4, 76), (stage.w - edge * 1.1, 36)):
            boulder(
                stage, rng, x, stage.h - depth * rng.between(0.05, 0.2), r=r, color=outdoors(stage, "#6b6266")
            )
        embers = "".join(
            disc(rng.between(0, stage.w), horizon - rng.between(0, 300), rng.between(1.5, 3.6))
            for _ in range(40)
        )
    if light.lamps and not light.overcast:
        stage.draw.path(embers, _LAVA[1], opacity=0.75)
    with stage.layer("ferns") as rng:
        for x in (edge * 0.7, stage.w - edge * 0.8):
            fern(stage, rng, x, near(x) + depth * 0.5, 110, color=palette.mix(green, light.near, 0.35))


VOLCANO = Place(
    name="volcano",
    paint=paint,
    words="volcano volcanoes volcanic eruption lava erupting_volcano magma crater_lake",
    phrase="before a volcano",
    alone="an erupting volcano",
    times=("day", "sunset", "golden", "night"),
)
