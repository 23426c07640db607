"""The open sea, a far coast on its horizon."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.land import Range, mountains
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.water import surf, water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.58)
    light = stage.light
    paint_sky(stage, horizon)
    chain = Range(
        base=horizon + 4,
        height=120,
        step=500,
        color=palette.mix(light.far, light.horizon, 0.25),
        haze=light.horizon,
        contrast=0.2,
        bottom=horizon + 4,
    )
    with stage.layer("coast") as rng:
        mountains(stage, rng, chain)
    water(stage, horizon, stage.h)
    afloat = horizon + (stage.h - horizon) * 0.46
    put_subjects(
        stage,
        Spot(ground=afloat, size=400, water=afloat, air=horizon * 0.5, shadow=False, tall=horizon * 1.05),
    )
    with stage.layer("surf") as rng:
        surf(stage, rng)


SEA = Place(
    name="sea",
    paint=paint,
    words="sea seascape ocean bay wave waves sailing cruise regatta offshore",
    phrase="on the sea",
    alone="the sea",
)
