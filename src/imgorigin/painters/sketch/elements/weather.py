"""What falls or drifts between the viewer and the picture."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import disc, trace

_DROP_AREA: Final = 5200
"""Square units for each raindrop."""
_FLAKES: Final = ((10_000, 1.6, 3.2, 0.75), (36_000, 3.4, 6.5, 0.9))
"""Flakes far and near: square units for each, smallest and largest radius, opacity."""
_PETAL_AREA: Final = 26_000
_MAX_COUNT: Final = 900


def paint_weather(stage: Stage) -> None:
    """Rain, snow, petals and fog over everything painted before."""
    if stage.has("rain"):
        _rain(stage)
    if stage.has("snow"):
        _snow(stage)
    if stage.has("blossom"):
        _petals(stage)
    if stage.has("fog"):
        _fog(stage)


def _rain(stage: Stage) -> None:
    with stage.layer("rain") as rng:
        drops = ""
        for _ in range(_count(stage, _DROP_AREA)):
            x, y = rng.between(0, stage.w * 1.1), rng.between(-50, stage.h)
            length = rng.between(22, 60)
            drops += trace(("M", x, y), ("l", -length * 0.22, length))
        stage.draw.line(drops, "#e6f0f7", 2, opacity=0.34)


def _snow(stage: Stage) -> None:
    with stage.layer("snowfall") as rng:
        for area, smallest, largest, opacity in _FLAKES:
            flakes = ""
            for _ in range(_count(stage, area)):
                x, y = rng.between(0, stage.w), rng.between(0, stage.h)
                flakes += disc(x, y, rng.between(smallest, largest))
            stage.draw.path(flakes, palette.WHITE, opacity=opacity)


def _petals(stage: Stage) -> None:
    with stage.layer("petals") as rng:
        pale, deep = "", ""
        for index in range(_count(stage, _PETAL_AREA)):
            x, y = rng.between(0, stage.w), rng.between(0, stage.h)
            r, lean = rng.between(4, 9), rng.spread()
            petal = trace(
                ("M", x, y),
                ("q", r, -r * (0.9 + lean * 0.6), 2 * r, lean * r),
                ("q", -r, r, -2 * r, -lean * r),
                "z",
            )
            pale, deep = (pale + petal, deep) if index % 2 else (pale, deep + petal)
        stage.draw.path(pale, stage.lit("#fde3ec", 0.4), opacity=0.9)
        stage.draw.path(deep, stage.lit("#f49abd", 0.4), opacity=0.85)


def _fog(stage: Stage) -> None:
    haze = stage.light.horizon
    fill = stage.draw.gradient((haze, 0), (haze, 0.45), (haze, 0.22), (haze, 0.06))
    with stage.layer("fog"):
        stage.draw.rect(0, stage.h * 0.38, stage.w, stage.h * 0.62, fill)


def _count(stage: Stage, area: float) -> int:
    return min(_MAX_COUNT, int(stage.w * stage.h / area))
