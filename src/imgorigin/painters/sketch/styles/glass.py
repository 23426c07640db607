"""Stained glass: glowing panes set in lead, large ones cut by more of it."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop, weight_of
from imgorigin.painters.sketch.svg import box, polyline

_LEAD: Final = "#15131a"
_GLOW: Final = (
    '<defs><radialGradient id="glow" cx=".5" cy=".42" r=".75"><stop offset="0" stop-color="#ffffff" '
    'stop-opacity=".42"/><stop offset=".45" stop-color="#ffffff" stop-opacity=".08"/>'
    '<stop offset="1" stop-color="#0a0620" stop-opacity=".34"/></radialGradient></defs>'
)
_PANE: Final = 150.0
"""Units of a pane of what goes from side to side."""


def dress(sheet: Sheet) -> str:
    drawing = palette.recolored(sheet.drawing, _glass)
    panes = sheet.stream("panes")

    def redraw(shape: Shape) -> str:
        if not shape.fill:
            return (
                shape.lined(_LEAD, shape.width + 5) + shape.lined(shape.stroke, shape.width)
                if shape.opacity > 0.5 and shape.width > 5
                else ""
            )
        if shape.opacity < 0.5:
            return ""
        if is_backdrop(shape, sheet.w):
            return shape.markup + _panes(panes, sheet.w, shape)
        if shape.is_speck or shape.is_texture:
            return shape.lined(_LEAD, 3) + shape.filled(shape.written_fill)
        lead = 2 * weight_of(shape) * 1.5
        return shape.lined(_LEAD, lead) + shape.filled(shape.written_fill) + shape.filled("url(#glow)")

    frame = sheet.overlay()
    frame.line(box(9, 9, sheet.w - 18, sheet.h - 18), _LEAD, 20)
    return _GLOW + redrawn(drawing, redraw) + frame.text()


def _glass(color: str) -> str:
    lightness, a, b = palette.lab(color)
    return palette.from_lab(0.10 + 0.82 * lightness, a * 1.55, b * 1.55)


def _panes(rng: Stream, w: float, shape: Shape) -> str:
    """A sheet of glass in worn diamonds, no two of them quite alike in colour."""
    top, bottom = shape.box.top, shape.box.bottom
    columns, rows = max(2, round(w / _PANE)), max(1, round((bottom - top) / _PANE))
    grid = [
        [
            (
                (column + (rng.spread(0.3) if 0 < column < columns else 0)) * w / columns,
                top + (row + (rng.spread(0.3) if 0 < row < rows else 0)) * (bottom - top) / rows,
            )
            for column in range(columns + 1)
        ]
        for row in range(rows + 1)
    ]
    text = ""
    for row in range(rows):
        for column in range(columns):
            one, two, three, four = (grid[row + j][column + i] for i, j in ((0, 0), (1, 0), (1, 1), (0, 1)))
            corners = (
                ((one, two, three), (one, three, four))
                if (row + column) % 2
                else ((one, two, four), (two, three, four))
            )
            for pane in corners:
                light = rng.spread(1.0)
                color = palette.WHITE if light > 0 else "#120a3a"
                text += (
                    f'<path d="{polyline(pane)}Z" fill="{color}" fill-opacity="{abs(light) * 0.22:.2f}" '
                    f'stroke="{_LEAD}" stroke-width="5" stroke-linejoin="round"/>'
                )
    return text


GLASS = Style("glass", phrase="A stained-glass picture of", label="stained glass", dress=dress)
