"""Chalk on a blackboard."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.hand import grain
from imgorigin.painters.sketch.styles.shapes import Shape
from imgorigin.painters.sketch.styles.strokes import Hand, outlined
from imgorigin.painters.sketch.svg import box

_BOARD: Final = "#25332f"


def dress(sheet: Sheet) -> str:
    hand = Hand(_rubbed, _chalk, _chalk, _stroke, weight=1.35, crowd=_crowd)
    return outlined(sheet, hand) + _board(sheet)


def _rubbed(shape: Shape) -> str:
    """Figures and things are filled in with the flat of the chalk; the rest is board."""
    return palette.mix(_BOARD, _chalk(shape), 0.34 if shape.is_icon or shape.layer == "sun" else 0.05)


def _crowd(shape: Shape) -> str:
    """Flowers, windows, snow: dabs of chalk, firm where they are light; dark woods are rubbed in."""
    return palette.toned(palette.mix(_BOARD, _chalk(shape), 0.28 + 0.6 * shape.lightness), 0, 1.5)


def _board(sheet: Sheet) -> str:
    """Dust that a sponge left, the grain of the board, and its wooden frame."""
    draw, rng, w, h = sheet.overlay(), sheet.stream("board"), sheet.w, sheet.h
    for _ in range(4):
        x, y, r = rng.between(0, w), rng.between(0, h), rng.between(100, 280)
        draw.glow(x, y, r, "#dfe8e2", 0.09, ry=r * 0.4)
    for size, color, opacity in ((2.0, _BOARD, 0.5), (2.8, _BOARD, 0.5), (1.5, palette.WHITE, 0.16)):
        draw.line(grain(rng, w, h, 500, size), color, size, opacity=opacity, cap="butt")
    draw.line(box(9, 9, w - 18, h - 18), "#8a5a34", 20)
    draw.line(box(19, 19, w - 38, h - 38), "#4f3119", 4)
    draw.line(box(3, 3, w - 6, h - 6), "#a8733f", 5)
    return draw.text()


def _chalk(shape: Shape) -> str:
    """A pale chalk of the shape's own hue."""
    lightness, a, b = palette.lab(shape.fill or shape.stroke)
    return palette.from_lab(0.80 + 0.14 * lightness, a * 0.75, b * 0.75)


def _stroke(shape: Shape, ink: str, width: float) -> str:
    """A broad faint stroke and a firm one in it: chalk crumbles at its edges."""
    return shape.lined(ink, width * 1.7, opacity=0.30) + shape.lined(ink, width * 1.1, opacity=0.8)


CHALK = Style("chalk", phrase="A chalk drawing of", label="chalk drawing", dress=dress)
