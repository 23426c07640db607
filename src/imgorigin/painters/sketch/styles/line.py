"""Line art: ink on white paper, shapes washed in pale grays."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.shapes import Shape
from imgorigin.painters.sketch.styles.strokes import Hand, outlined

_INK: Final = "#1d1f2a"
_PAPER: Final = "#fdfdfb"
_GRAYS: Final = ((0.34, "#c9ccd3"), (0.52, "#e0e2e6"), (0.72, "#f0f1f2"))
"""Lightness of a shape up to which it is washed in a gray."""


def dress(sheet: Sheet) -> str:
    return outlined(sheet, Hand(_wash, _ink, _dot, weight=1.25))


def _dot(shape: Shape) -> str:
    """Pupils, buttons: solid where they are dark."""
    return _INK if shape.lightness < 0.45 else ""


def _wash(shape: Shape) -> str:
    if shape.layer == "sky" and shape.lightness > 0.45:
        return _PAPER
    return next((gray for limit, gray in _GRAYS if shape.lightness < limit), _PAPER)


def _ink(shape: Shape) -> str:
    """Paler for what is pale: hills far away, clouds."""
    return palette.mix(_INK, _PAPER, 0 if shape.is_icon else max(0.0, shape.lightness - 0.6) * 0.9)


LINE = Style("line", phrase="A line drawing of", label="line drawing", dress=dress)
