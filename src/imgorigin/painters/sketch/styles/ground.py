"""The ground of a finished drawing: an opaque sheet under everything."""

from __future__ import annotations

import re
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.layers import LEADING
from imgorigin.painters.sketch.svg import num

_BEYOND: Final = 9
"""Units that it reaches beyond the picture."""
_FILL: Final = re.compile(r' fill="(#[0-9a-fA-F]{3,6}|url\(#([^)]+)\))"')
_STOP: Final = re.compile(r'stop-color="(#[0-9a-fA-F]{3,6})"')


def grounded(drawing: str, w: float, h: float) -> str:
    """The drawing on a sheet without holes: where two antialiased edges meet, what is behind them shows.

    Its colour is that which its first shape ends in: of the sky at the horizon, of a wall at the floor.
    """
    opening = LEADING.match(drawing)
    start = opening.end() if opening else 0
    sheet = (
        f'<rect x="{-_BEYOND}" y="{-_BEYOND}" width="{num(w + 2 * _BEYOND)}" height="{num(h + 2 * _BEYOND)}" '
        f'fill="{_color(drawing, start)}"/>'
    )
    return drawing[:start] + sheet + drawing[start:]


def _color(drawing: str, start: int) -> str:
    fill = _FILL.search(drawing, start)
    if not fill:
        return palette.WHITE
    if not fill[2]:
        return fill[1]
    gradient = drawing.find(f'id="{fill[2]}"')
    stops = _STOP.findall(drawing, gradient, drawing.find("Gradient>", gradient))
    return stops[-1] if stops else palette.WHITE
