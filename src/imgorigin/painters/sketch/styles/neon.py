"""Night neon: dark shapes outlined by glowing tubes."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.shapes import Shape
from imgorigin.painters.sketch.styles.strokes import Hand, outlined

_GRAY: Final = 0.035
"""Chroma below which a tube takes one of the sign-maker's own colours."""


def dress(sheet: Sheet) -> str:
    return outlined(sheet, Hand(_fill, _tube, _tube, _glow, weight=1.1))


def _fill(shape: Shape) -> str:
    lightness, a, b = palette.lab(shape.fill or shape.stroke)
    return palette.from_lab(0.13 + 0.06 * lightness, 0.012 + a * 0.22, b * 0.22 - 0.03)


def _tube(shape: Shape) -> str:
    key = palette.lab(shape.fill or shape.stroke)
    if key.chroma < _GRAY:
        return palette.from_hue(0.82, 0.13, -1.2 if key.lightness > 0.7 else 4.0 + key.lightness * 3)
    return palette.from_hue(0.76 + 0.1 * key.lightness, 0.2, key.hue)


def _glow(shape: Shape, ink: str, width: float) -> str:
    return (
        shape.lined(ink, width * 5, opacity=0.16)
        + shape.lined(ink, width * 2.4, opacity=0.35)
        + shape.lined(palette.lighter(ink, 0.55), width * 0.8)
    )


NEON = Style("neon", phrase="A neon drawing of", label="in neon", dress=dress)
