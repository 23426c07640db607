"""The open sea, a far coast on its horizon."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.boats import HULLS, sailing_boat
from imgorigin.painters.sketch.elements.country import main_x
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
    _sails(stage, horizon)
    afloat = horizon + (stage.h - horizon) * 0.46
    put_subjects(
        stage,
        Spot(ground=afloat, size=400, water=afloat, air=horizon * 0.5, shadow=False, tall=horizon * 1.05),
    )
    rough = stage.has("waves")
    with stage.layer("surf") as rng:
        top = horizon + 60 if rough and not stage.scene.subjects else afloat + 20
        surf(stage, rng, top, swell=2.4 if rough else 1.0)


def _sails(stage: Stage, horizon: float) -> None:
    """Boats far out, one of them nearer unless the picture has a subject."""
    depth = stage.h - horizon
    with stage.layer("sails") as rng:
        for _ in range(1 + int(stage.w / 1500)):
            x, size = rng.between(0.05, 0.95) * stage.w, rng.between(34, 60)
            sailing_boat(stage, x, horizon + depth * 0.05, size, "#f2efe6")
        x, size, color = main_x(stage, 0.3, margin=250), rng.between(190, 250), rng.pick(HULLS)
        if not (stage.scene.subjects or stage.has("waves")):
            sailing_boat(stage, x, horizon + depth * 0.34, size, color, lean=rng.spread(4))


SEA = Place(
    name="sea",
    paint=paint,
    words="sea seascape ocean bay wave waves sailing cruise regatta offshore",
    phrase="on the sea",
    alone="a sailing boat on the sea",
)
