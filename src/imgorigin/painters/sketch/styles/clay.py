"""Clay: every shape rounded by light from the upper left, with a soft shadow under it."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.blends import Glaze
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop

_SHADOW: Final = "#241a3a"
_DEEP: Final = "#1b1236"
_BALL: Final = (
    (0, palette.WHITE, 0.55),
    (0.3, palette.WHITE, 0.16),
    (0.55, palette.WHITE, 0),
    (1, _DEEP, 0.42),
)
_SLAB: Final = (
    (0, palette.WHITE, 0.3),
    (0.3, palette.WHITE, 0.08),
    (0.6, palette.WHITE, 0),
    (1, _DEEP, 0.26),
)
"""Light on a ball of clay, and on a slab: what is large is flat. (A round gradient takes three times as long
to fill as an upright one.)"""
_LARGE: Final = 60000
"""Square units from which a shape is a slab."""
_MUCH: Final = 5000
"""Characters from which a shape is of very many pieces."""
_SMALL: Final = 3.0
"""Units of softness up to which one shadow is enough."""


def dress(sheet: Sheet) -> str:
    drawing = palette.recolored(sheet.drawing, _clay)
    ball = Glaze("ball", "radialGradient", 'cx=".34" cy=".24" r=".95"', _BALL)
    slab = Glaze("slab", "linearGradient", 'x2="0" y2="1"', _SLAB)

    def redraw(shape: Shape) -> str:
        if not shape.fill:
            return _roll(shape)
        if shape.is_texture and shape.opacity > 0.7:
            return _relief(shape)
        plain = shape.is_texture or shape.is_speck or shape.opacity < 0.5
        if plain or is_backdrop(shape, sheet.w):
            return shape.filled(shape.written_fill, opacity=shape.own_opacity)
        box = shape.box
        soft = min(9.0, min(box.width, box.height) * 0.09)
        if box.width > 0.8 * sheet.w:
            return _land(shape)
        if soft < 1:
            return shape.filled(shape.fill)
        shadow = "".join(
            shape.moved(soft * 0.3, soft * 0.5, shape.lined(_SHADOW, soft * grow, opacity=0.10))
            for grow in ((2.2, 1.0) if soft > _SMALL else (1.6,))
        )
        paint = (slab if box.area > _LARGE else ball).on(shape.fill)
        return shadow + shape.rimmed(paint, paint, soft * 0.7)

    model = redrawn(drawing, redraw)
    return f"<defs>{ball.text()}{slab.text()}</defs>{model}"


def _land(shape: Shape) -> str:
    """What goes from side to side: a rounded edge, and no more, for the rest of it is hidden."""
    return (
        shape.moved(0, -3, shape.lined(_SHADOW, 12, opacity=0.12))
        + shape.filled(shape.written_fill)
        + shape.moved(0, 5, shape.lined(palette.lighter(shape.fill, 0.5), 7, opacity=0.35))
    )


def _relief(shape: Shape) -> str:
    """Many small pieces at once: lit on one side, dark on the other; of very many, only dark."""
    shadow = shape.moved(2, 3, shape.filled(_SHADOW, opacity=0.22))
    if len(shape.markup) > _MUCH:
        return shadow + shape.filled(palette.lighter(shape.fill, 0.08))
    lit = shape.moved(-1, -1.4, shape.filled(palette.lighter(shape.fill, 0.35)))
    return shadow + lit + shape.filled(shape.fill)


def _roll(shape: Shape) -> str:
    """A line: a roll of clay, dark below and lit above."""
    if shape.opacity < 0.5 or shape.width < 3:
        return shape.lined(shape.stroke, shape.width, opacity=shape.opacity)
    width = shape.width
    return (
        shape.lined(palette.darker(shape.stroke, 0.25), width * 1.08)
        + shape.moved(-width * 0.06, -width * 0.08, shape.lined(shape.stroke, width * 0.8))
        + shape.moved(
            -width * 0.16, -width * 0.18, shape.lined(palette.lighter(shape.stroke, 0.3), width * 0.28)
        )
    )


def _clay(color: str) -> str:
    lightness, a, b = palette.lab(color)
    return palette.from_lab(0.18 + 0.76 * lightness, a * 1.08, b * 1.08)


CLAY = Style("clay", phrase="A clay model of", label="in clay", dress=dress)
