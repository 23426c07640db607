"""A city's skyline over water; towers of tomorrow where the words say so."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.skyline import (
    DAY_WINDOWS,
    NEON_WINDOWS,
    WARM_WINDOWS,
    Skyline,
    skyline,
    stone,
)
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import traits
from imgorigin.painters.sketch.svg import disc

_ROWS = ((0.15, 620, 0.16), (0.55, 520, 0.34), (0.95, 360, 0.46))
"""Back to front: nearness, height of the tallest, share of windows lit."""
_TRAILS = ("#7df9ff", "#ff7de9", "#ffe17d")


def paint(stage: Stage) -> None:
    light, future = stage.light, stage.has("future")
    horizon = stage.horizon(0.76, deepest=420)
    taller = min(1.45, stage.h / 1000) * (1.12 if future else 1)
    paint_sky(stage, horizon)
    glare = "#e0457f" if stage.scene.time == "neon" else light.horizon
    with stage.draw.group('id="mirrored"'):
        for index, (near, high, lit) in enumerate(_ROWS):
            row = Skyline(
                name=f"skyline-{index}",
                base=horizon,
                low=high * taller * 0.3,
                high=high * taller,
                color=stone(stage, near),
                narrow=44 + 14 * index,
                broad=92 + 34 * index,
                windows=_windows(stage, index),
                lit=lit if light.lamps else 0.5,
                future=future,
            )
            skyline(stage, row)
            if index < 2:
                haze = stage.draw.gradient((glare, 0), (glare, 0.34))
                stage.draw.rect(0, horizon - 360, stage.w, 360, haze)
        if future:
            _traffic(stage, horizon)
    water(stage, horizon, stage.h, mirrors="mirrored")
    stage.draw.rect(0, horizon - 3, stage.w, 6, stone(stage, 0.9))
    if any(traits(one.name).stance in ("ground", "bust") for one in stage.scene.subjects):
        _quay(stage, stage.h - 0.36 * (stage.h - horizon))
    put_subjects(
        stage,
        Spot(
            ground=stage.h - 34,
            size=400,
            air=horizon - 640 * taller * 0.85,
            water=horizon + (stage.h - horizon) * 0.6,
        ),
    )


def _quay(stage: Stage, y: float) -> None:
    """A paved bank on this side of the water, with a railing, for those who stand there."""
    draw, slab = stage.draw, stage.lit("#c3bfb8")
    with stage.layer("quay"):
        rail = stage.lit("#3b4250")
        posts = "".join(f"M{x} {y:.0f}v-86" for x in range(30, int(stage.w) + 60, 120))
        draw.line(posts, rail, 9)
        draw.line(f"M-10 {y - 86:.0f}H{stage.w + 10:.0f}M-10 {y - 46:.0f}H{stage.w + 10:.0f}", rail, 6)
        fill = draw.gradient(palette.darker(slab, 0.1), slab)
        draw.rect(0, y, stage.w, stage.h - y, fill)
        draw.rect(0, y - 4, stage.w, 14, palette.lighter(slab, 0.4))
        joints = "".join(
            f"M{x} {y + 12:.0f}L{x - 40} {stage.h:.0f}" for x in range(0, int(stage.w) + 60, 150)
        )
        draw.line(joints, palette.darker(slab, 0.22), 2.5, opacity=0.6)


def _windows(stage: Stage, row: int) -> tuple[str, ...]:
    if stage.scene.time == "neon":
        return NEON_WINDOWS
    if stage.light.lamps:
        return WARM_WINDOWS
    return DAY_WINDOWS if row == 2 else ()


def _traffic(stage: Stage, horizon: float) -> None:
    """Flying cars with trails of light, and beams into the sky after dark."""
    draw, depth = stage.draw, min(horizon, 900)
    with stage.layer("traffic") as rng:
        for _ in range(int(stage.w / 180)):
            x, y = rng.between(0, stage.w), horizon - depth * rng.between(0.25, 0.75)
            w, color = rng.between(60, 170), rng.pick(_TRAILS)
            trail = draw.gradient((color, 0), (color, 0.9), towards=(1, 0))
            draw.rect(x, y, w, 2.8, trail, corner=1.3)
            draw.path(disc(x + w, y + 1.4, 3.6), palette.WHITE)
    if stage.light.dark:
        with stage.layer("beams") as rng:
            fill = draw.gradient(("#b58cff", 0), ("#7df9ff", 0.16))
            for _ in range(3):
                x = rng.between(0.08, 0.92) * stage.w
                draw.polygon([(x, horizon), (x - 60, horizon - depth), (x + 30, horizon - depth)], fill)


CITY = Place(
    name="city",
    paint=paint,
    words="city cities skyline city_skyline downtown urban metropolis cityscape skyscraper skyscrapers "
    "town manhattan new_york nyc tokyo london hong_kong chicago dubai paris waterfront",
    phrase="in a city",
    alone="a city skyline",
)
