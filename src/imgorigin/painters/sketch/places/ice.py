"""Polar ice: bergs in a cold sea, floes, and a plain of snow to stand on."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import main_x
from imgorigin.painters.sketch.elements.land import Range, hill, mountains
from imgorigin.painters.sketch.elements.rocks import iceberg
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import outdoors, snow_color
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import trace

_ICE = "#d9edf7"


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.54, deepest=600)
    depth = stage.h - horizon
    paint_sky(stage, horizon)
    with stage.draw.group('id="mirrored"'):
        _far_ice(stage, horizon)
        _bergs(stage, horizon)
    water(stage, horizon, stage.h, mirrors="mirrored")
    _floes(stage, horizon, depth)
    _shore(stage, horizon, depth)
    put_subjects(
        stage,
        Spot(
            ground=stage.h - depth * 0.12,
            size=400,
            air=horizon * 0.42,
            water=horizon + depth * 0.34,
            tall=horizon,
        ),
    )


def _far_ice(stage: Stage, horizon: float) -> None:
    light = stage.light
    snow = palette.mix(snow_color(stage), light.far, 0.45)
    chain = Range(
        base=horizon + 3,
        height=170,
        step=430,
        color=snow,
        haze=light.horizon,
        contrast=0.16,
        snow=True,
        bottom=horizon + 3,
    )
    with stage.layer("range") as rng:
        mountains(stage, rng, chain)


def _bergs(stage: Stage, horizon: float) -> None:
    ice = palette.mix(snow_color(stage), stage.lit(_ICE), 0.4 * (not stage.light.dark))
    main = main_x(stage, 0.26, margin=250)
    with stage.layer("bergs") as rng:
        for _ in range(2 + int(stage.w / 900)):
            x, w = rng.between(0, stage.w), rng.between(110, 210)
            far = palette.mix(ice, stage.light.horizon, 0.3)
            iceberg(stage, rng, x, horizon + 3, w=w, h=w * rng.between(0.4, 0.7), color=far)
        other = (
            stage.w - main * rng.between(0.3, 0.7)
            if main < stage.w / 2
            else (stage.w - main) * rng.between(0.3, 0.7)
        )
        iceberg(stage, rng, other, horizon + 4, w=300, h=170, color=ice)
        iceberg(stage, rng, main, horizon + 5, w=rng.between(480, 620), h=rng.between(270, 380), color=ice)


def _floes(stage: Stage, horizon: float, depth: float) -> None:
    draw, ice = stage.draw, palette.lighter(snow_color(stage), 0.2)
    rim = palette.mix(outdoors(stage, "#7cc0dd"), stage.light.near, 0.15)
    with stage.layer("floes") as rng:
        for _ in range(int(stage.w / 130)):
            share = rng.between(0.06, 0.5)
            x, y, w = (
                rng.between(0, stage.w),
                horizon + depth * share,
                (50 + 190 * share) * rng.between(0.5, 1.1),
            )
            h = w * 0.13
            shape = trace(
                ("M", x - w, y),
                ("L", x - w * 0.55, y - h),
                ("L", x + w * 0.3, y - h * 0.9),
                ("L", x + w, y - h * 0.1),
                ("L", x + w * 0.45, y + h),
                ("L", x - w * 0.5, y + h * 0.8),
                "z",
            )
            with draw.group(f'transform="translate(0 {h * 0.5:.1f})"'):
                draw.path(shape, rim)
            draw.path(shape, ice)


def _shore(stage: Stage, horizon: float, depth: float) -> None:
    """The snow in front, in three soft waves."""
    light = stage.light
    snow = snow_color(stage)
    shade = palette.mix(snow, palette.mix("#7fb4d6", light.near, 0.2), 0.42)
    for index, share in enumerate((0.55, 0.68, 0.84)):
        with stage.layer(f"snow-{index}") as rng:
            fill = (palette.mix(snow, light.sun, 0.25), palette.mix(snow, shade, 0.75))
            hill(stage, rng, horizon + depth * share, 20, fill, frequency=0.5 + 0.1 * index)


ICE = Place(
    name="ice",
    paint=paint,
    words="ice_field on_ice on_the_ice arctic "
    "antarctic antarctica polar iceberg icebergs glacier glaciers north_pole "
    "south_pole tundra greenland",
    phrase="on the polar ice",
    alone="icebergs in a polar sea",
    times=("day", "dawn", "day"),
)
