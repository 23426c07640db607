"""A small green island with palms, in a turquoise sea."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import main_x
from imgorigin.painters.sketch.elements.foliage import bush
from imgorigin.painters.sketch.elements.plants import palm
from imgorigin.painters.sketch.elements.rocks import boulder
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import outdoors, seasonal
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import dome, trace

_PALMS = ((-0.30, 0.66, -0.5), (0.06, 0.92, 0.35), (0.32, 0.58, 0.8))
"""Place on the island in its radii, height and lean."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.56, deepest=620)
    depth = stage.h - horizon
    paint_sky(stage, horizon)
    _far_islands(stage, horizon)
    x = stage.w / 2 if stage.scene.subjects and stage.w < 1300 else main_x(stage, 0.32, margin=380)
    r = min(430.0, stage.w * 0.36)
    y = horizon + depth * 0.30
    water(stage, horizon, stage.h)
    _shallows(stage, x, y, r)
    _island(stage, x, y, r, min(horizon * 0.9, 560))
    stage.attend(x, y - r * 0.4)
    afloat = horizon + depth * 0.72
    grounded = Spot(ground=afloat, size=380, water=afloat, air=horizon * 0.4, shadow=False, tall=horizon)
    put_subjects(stage, grounded)


def _far_islands(stage: Stage, horizon: float) -> None:
    tone = palette.mix(stage.light.far, stage.light.horizon, 0.3)
    with stage.layer("far-islands") as rng:
        for _ in range(2 + int(stage.w / 1400)):
            x, w = rng.between(0, stage.w), rng.between(120, 300)
            h = w * rng.between(0.16, 0.34)
            shape = trace(
                ("M", x - w, horizon + 3),
                ("C", x - w * 0.5, horizon - h * 0.3, x - w * 0.35, horizon - h, x, horizon - h),
                ("C", x + w * 0.3, horizon - h, x + w * 0.4, horizon - h * 0.3, x + w, horizon + 3),
                "z",
            )
            stage.draw.path(shape, stage.draw.gradient(tone, palette.mix(tone, stage.light.horizon, 0.5)))


def _shallows(stage: Stage, x: float, y: float, r: float) -> None:
    """Bright water over the sand about the island."""
    pale = palette.mix(outdoors(stage, "#5fd6cf"), stage.light.horizon, 0.2)
    with stage.layer("shallows"):
        stage.draw.ellipse(x, y + 26, r * 1.75, r * 0.26, pale, opacity=0.35)
        stage.draw.ellipse(x, y + 18, r * 1.42, r * 0.19, pale, opacity=0.55)
        stage.draw.ellipse(x, y + 12, r * 1.16, r * 0.13, palette.lighter(pale, 0.5), opacity=0.7)


def _island(stage: Stage, x: float, y: float, r: float, tall: float) -> None:
    draw, light = stage.draw, stage.light
    sand = seasonal(stage, outdoors(stage, "#f1d9a7"), turned="#e5c48e", share=0.5)
    green = seasonal(stage, palette.mix(outdoors(stage, "#4fa85a"), light.near, 0.1))
    bark, leaf = (
        outdoors(stage, "#8a5f3c"),
        seasonal(stage, outdoors(stage, "#2f9e5b"), turned="#9aa33f", share=0.5),
    )
    with stage.layer("island") as rng:
        draw.path(dome(x, y + 14, r * 1.06, r * 0.17), draw.gradient(palette.lighter(sand, 0.2), sand))
        draw.ellipse(x, y + 13, r * 1.06, r * 0.055, palette.mix(sand, "#8a6a45", 0.18))
        draw.path(
            dome(x - r * 0.04, y - r * 0.02, r * 0.72, r * 0.24),
            draw.gradient(palette.mix(green, light.sun, 0.2), green),
        )
        for place, size in ((-0.78, 34), (0.8, 46), (0.66, 26)):
            boulder(stage, rng, x + place * r, y + 8, r=size, color=outdoors(stage, "#a49a90"))
    with stage.layer("palms") as rng:
        shift = rng.spread(0.06)
        for place, high, lean in _PALMS:
            foot = y - r * 0.10 - (0.12 * r if abs(place) < 0.2 else 0)
            palm(stage, rng, x + (place + shift) * r, foot, tall * high, lean=lean, bark=bark, leaf=leaf)
    with stage.layer("bushes") as rng:
        for place in (-0.52, -0.2, 0.2, 0.46):
            bush(
                stage,
                rng,
                x + place * r,
                y + 2,
                r * rng.between(0.10, 0.15),
                color=palette.mix(green, light.near, 0.2),
                bloom=12,
            )


ISLAND = Place(
    name="island",
    paint=paint,
    words="island islands tropical_island desert_island deserted_island paradise_island atoll "
    "archipelago maldives",
    phrase="by a small island",
    alone="a small island with palm trees",
    times=("day", "day", "sunset"),
)
