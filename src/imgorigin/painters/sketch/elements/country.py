"""Open country seen from a meadow: what lies before the horizon, and where the main thing stands."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.land import Range, hill, mountains
from imgorigin.painters.sketch.elements.plants import Ground, trees
from imgorigin.painters.sketch.stage import Stage


def main_x(stage: Stage, share: float = 0.24, *, margin: float = 0.0) -> float:
    """Where a place's main thing stands: left or right, away from the sun, with room for words beside it.

    `share` of the width from the edge, but not so far that a wide picture loses it, nor nearer than `margin`.
    """
    inset = max(margin, min(stage.w * share, 300 + stage.w * share * 0.5))
    return inset if stage.sun_x > stage.w / 2 else stage.w - inset


def far_country(stage: Stage, horizon: float, color: str, *, wooded: bool = True) -> Ground:
    """Distant ridges, and a hill with trees on the horizon. Returns the hill's height at x.

    The seed makes the ridges a chain of peaks, low downs, or none; in the Alps they are high and under snow.
    """
    light = stage.light
    alpine = stage.has("alpine")
    sort = stage.stream("country").pick(("peaks", "peaks", "downs", "plain"))
    if sort == "peaks" or alpine:
        height = min(horizon * 0.8, 440) if alpine else stage.stream("peaks").between(120, 250)
        chain = Range(
            base=horizon + 8,
            height=height,
            step=height * (1.6 if alpine else 3.3),
            color=palette.mix(light.far, light.horizon, 0.1 if alpine else 0.25),
            haze=light.horizon,
            contrast=0.2,
            snow=alpine or stage.has("snow"),
        )
        with stage.layer("range") as rng:
            mountains(stage, rng, chain)
    elif sort == "downs":
        for index in range(2):
            tone = palette.mix(palette.mix(light.far, color, 0.12 + 0.2 * index), light.horizon, 0.34)
            with stage.layer(f"downs-{index}") as rng:
                fill = (tone, palette.mix(tone, light.horizon, 0.4))
                hill(stage, rng, horizon - 48 + 34 * index, 44, fill, frequency=0.55 + 0.25 * index)
    with stage.layer("far-hill") as rng:
        fill = (palette.mix(color, light.horizon, 0.42), palette.mix(color, light.horizon, 0.2))
        ground = hill(stage, rng, horizon + 20, 34, fill, frequency=0.7)
    if wooded:
        far = palette.mix(palette.mix(color, light.near, 0.5), light.horizon, 0.25)
        with stage.layer("far-trees") as rng:
            trees(stage, rng, ground, int(stage.w / 60), 62, color=far)
    return ground


def knoll(
    stage: Stage, name: str, y: float, swell: float, color: str, *, deep: float = 0.2, frequency: float = 0.5
) -> Ground:
    """A layer of rolling meadow about `y`, sunlit at its top and `deep` in shade below."""
    with stage.layer(name) as rng:
        fill = (palette.mix(color, stage.light.sun, 0.12), palette.mix(color, stage.light.near, deep))
        return hill(stage, rng, y, swell, fill, frequency=frequency)
