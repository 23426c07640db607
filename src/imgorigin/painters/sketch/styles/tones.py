"""Styles that are a matter of colour: one hue, pastel tones."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.scene import Scene
from imgorigin.painters.sketch.styles.base import Sheet, Style

_HUES: Final = (4.5, 5.6, 0.55, 2.9, 3.6, 1.5)
"""What the seed picks from when the words name no colour: blue, plum, terracotta, green, teal, olive."""
_GRAY: Final = 0.04


def one_hue(sheet: Sheet) -> str:
    """Every colour's lightness, in one hue: most of it in the middle tones."""
    hue = _hue(sheet.scene)

    def change(color: str) -> str:
        lightness = 0.17 + 0.80 * palette.lab(color).lightness
        return palette.from_hue(
            lightness, 0.34 * lightness * (1.06 - lightness), hue + 0.2 * (lightness - 0.5)
        )

    return palette.recolored(sheet.drawing, change)


def _hue(scene: Scene) -> float:
    subjects = (subject.color for subject in scene.subjects)
    for color in filter(None, (scene.backdrop, scene.color, scene.tint, *subjects)):
        if palette.lab(color).chroma > _GRAY:
            return palette.lab(color).hue
    return Sheet("", 0, 0, scene).stream("hue").pick(_HUES)


def pastel(sheet: Sheet) -> str:
    """Nothing dark and nothing loud, the shadows mauve."""

    def change(color: str) -> str:
        lightness, a, b = palette.lab(color)
        soft = palette.from_lab(0.50 + 0.48 * lightness, a * 0.68, b * 0.68)
        return palette.mix(soft, "#e9c8e6", 0.34 * (1 - lightness) + 0.05)

    return palette.recolored(sheet.drawing, change)


MONOCHROME = Style("monochrome", phrase="A monochrome picture of", label="in one color", dress=one_hue)
PASTEL = Style("pastel", phrase="A pastel picture of", label="in pastel", dress=pastel)
