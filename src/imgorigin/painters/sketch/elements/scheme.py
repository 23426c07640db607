"""The colours of an abstract picture: tones of one hue, two of its neighbours, one from across the wheel."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.stage import Stage

_HUES: Final = (18, 45, 150, 185, 215, 250, 268, 290, 310, 345)
"""Degrees in OKLab from which schemes start: all but the yellows, whose dark shades look muddy."""
_YELLOWS: Final = range(75, 130)
_WARM: Final = range(35, 130)
"""Degrees whose dark shades are browns, and whose neighbours towards green are olives: they have none."""
_GRAY: Final = 0.03
"""Chroma below which a colour gives the picture no hue."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """`tones` from dark to pale, `kin` of neighbouring hues, and an accent from across the colour wheel."""

    tones: tuple[str, ...]
    kin: tuple[str, str]
    accent: str
    dark: bool

    @property
    def paper(self) -> str:
        return self.tones[0] if self.dark else self.tones[-1]


def scheme_of(stage: Stage) -> Scheme:
    """Of the scene's colour, else of one by chance; pale where it is to be pastel."""
    rng = stage.stream("scheme")
    hue = math.radians(rng.pick(_HUES) + rng.spread(10))
    neighbour = rng.between(0.25, 0.5) * rng.pick((-1, 1))
    dark = rng.chance(0.35)
    key = palette.lab(stage.scene.color or stage.scene.backdrop or palette.from_hue(0.62, 0.15, hue))
    chroma = key.chroma if key.chroma < _GRAY else max(0.07, key.chroma)
    pastel = "pastel" in stage.scene.moods

    def tone(lightness: float, turn: float, share: float = 1.0) -> str:
        lightness = 0.58 + 0.39 * lightness if pastel else lightness
        return palette.from_hue(lightness, chroma * share * (0.85 if pastel else 1), key.hue + turn)

    tones = (
        tone(0.30, -neighbour * 0.4, 0.8),
        tone(0.48, neighbour * 0.4),
        tone(0.62, -neighbour * 0.6),
        tone(0.74, neighbour, 0.9),
        tone(0.86, neighbour * 0.4, 0.5),
        tone(0.95, neighbour * 0.6, 0.16),
    )
    across = key.hue + rng.pick((2.3, 2.7, -2.5))
    yellow = math.degrees(across) % 360 // 1 in _YELLOWS
    colorful = key.chroma > _GRAY
    accent = palette.from_hue(0.86 if yellow or pastel else 0.76, 0.13 if colorful else 0.0, across)
    warm = colorful and math.degrees(key.hue) % 360 // 1 in _WARM
    kin = (tone(0.72, -0.34), tone(0.64, -0.8)) if warm else (tone(0.68, 0.85), tone(0.66, -0.85))
    asked = stage.light.dark or "dark" in stage.scene.moods
    return Scheme(tones, kin, accent, (dark and not pastel and not warm) or asked)
