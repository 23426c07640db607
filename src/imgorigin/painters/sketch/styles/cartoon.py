"""Cartoon: loud colours, thick outlines, and the dots of a printed comic."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop, weight_of
from imgorigin.painters.sketch.svg import box, trace

_INK: Final = "#17131f"
_PITCH: Final = 25.0
"""Units between the dots of the print."""
_MUCH: Final = 9000
"""Characters from which a shape is too fine to be outlined: a forest far away."""
_REACH: Final = 700.0
"""How far from a corner they fade."""


def dress(sheet: Sheet) -> str:
    drawing = palette.recolored(sheet.drawing, _loud)

    def redraw(shape: Shape) -> str:
        if not shape.fill:
            return _line(shape)
        if shape.opacity < 0.5:
            return shape.filled(shape.written_fill, opacity=0.7) if shape.blend else ""
        if shape.is_speck or is_backdrop(shape, sheet.w):
            return shape.filled(shape.written_fill)
        if shape.is_texture and (len(shape.markup) > _MUCH or shape.opacity < 0.7):
            return shape.filled(shape.written_fill, opacity=shape.own_opacity)
        if shape.is_texture:
            return shape.lined(_INK, 4) + shape.filled(shape.written_fill)
        width = weight_of(shape) * (1.5 if shape.is_icon else 1.1)
        return shape.lined(_INK, 2 * width) + shape.filled(shape.written_fill)

    return redrawn(drawing, redraw) + _print(sheet)


def _line(shape: Shape) -> str:
    if shape.opacity < 0.5 or shape.width < 5:
        return shape.lined(shape.stroke, shape.width, opacity=shape.opacity)
    return shape.lined(_INK, shape.width + 6) + shape.lined(shape.stroke, shape.width)


def _loud(color: str) -> str:
    """Few and saturated: lightness in steps, more colour."""
    lightness, a, b = palette.lab(color)
    return palette.from_lab(min(1.0, round(lightness * 12) / 12 + 0.02), a * 1.3, b * 1.3)


def _print(sheet: Sheet) -> str:
    """Halftone dots that shrink from two corners on, and the frame of a comic's panel."""
    draw, w, h = sheet.overlay(), sheet.w, sheet.h
    shape = ""
    for row in range(int(h / _PITCH * 1.42) + 2):
        y = row * _PITCH * 0.71
        for column in range(int(w / _PITCH) + 2):
            x = (column + row % 2 / 2) * _PITCH
            near = 1 - min(x + h - y, w - x + y) / _REACH
            if near > 0.05:
                shape += _dot(x, y, _PITCH * 0.46 * near**0.7)
    draw.path(shape, _INK, opacity=0.15)
    draw.line(box(7, 7, w - 14, h - 14), palette.WHITE, 14)
    draw.line(box(17, 17, w - 34, h - 34), _INK, 7)
    return draw.text()


def _dot(x: float, y: float, r: float) -> str:
    """With eight corners, which costs a third of a round one."""
    s, k = r * 0.42, r * 0.58
    return trace(
        ("M", x - s, y - r),
        ("h", 2 * s),
        ("l", k, k),
        ("v", 2 * s),
        ("l", -k, k),
        ("h", -2 * s),
        ("l", -k, -k),
        ("v", -2 * s),
        "z",
    )


CARTOON = Style("cartoon", phrase="A cartoon of", label="cartoon", dress=dress)
