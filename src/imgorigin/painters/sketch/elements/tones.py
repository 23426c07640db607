"""Colours of things out of doors: what the hour and the season make of them."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.stage import Stage

SNOW: Final = "#ecf3f8"
_MOONLIT: Final = "#8fb0d6"
_TURNED: Final = "#d08a35"
_MEADOW: Final = "#7da447"
_OF_THE_DARK: Final = {"dark": 0.40, "dusk": 0.32, "overcast": 0.14, "clear": 0.0}
"""How much of the land's own darkness things take on."""


def outdoors(stage: Stage, color: str, share: float = 1.0) -> str:
    """A thing's own colour under the open sky: deep against a sunset, deeper by night."""
    light = stage.light
    sort = "dark" if light.dark else "overcast" if light.overcast else "dusk" if light.lamps else "clear"
    return palette.mix(stage.lit(color, 1.2 * share), light.near, _OF_THE_DARK[sort] * share)


def snow_color(stage: Stage) -> str:
    """Of snow and ice: blue by moonlight."""
    if stage.light.dark:
        return palette.mix(_MOONLIT, stage.light.ambient, 0.12 + 0.2 * (stage.scene.time == "neon"))
    return outdoors(stage, SNOW, 0.7)


def seasonal(stage: Stage, color: str, *, turned: str = _TURNED, share: float = 0.75) -> str:
    """A plant's or the ground's colour: `turned` in autumn, white under snow."""
    if stage.has("snow"):
        return palette.mix(color, snow_color(stage), share)
    return palette.mix(color, outdoors(stage, turned, 0.6), share) if stage.has("autumn") else color


def grass_color(stage: Stage) -> str:
    """Of the ground in the country."""
    green = palette.mix(stage.light.ground, _MEADOW, 0.3 if stage.light.low else 0.0)
    color = _TURNED if stage.has("autumn") else green
    return palette.mix(snow_color(stage), color, 0.12) if stage.has("snow") else stage.lit(color, 0.6)


def hazy(stage: Stage, color: str, far: float) -> str:
    """A colour at a distance: `far` 1 is lost in the haze on the horizon."""
    return palette.mix(color, palette.mix(stage.light.far, stage.light.horizon, 0.5), far)


def glass(stage: Stage, lot: float) -> str:
    """Of a window: by lamplight three of four are lit, by day it mirrors the sky. `lot` is 0 to 1."""
    if stage.light.lamps:
        return "#ffd98a" if lot < 0.78 else palette.mix(stage.light.near, stage.light.far, 0.3)
    return palette.mix(stage.light.sky[0], "#22384f", 0.45 + 0.25 * lot)
