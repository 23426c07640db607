"""Oil: brush strokes along what is drawn, broad ones first, fine ones where there is more to see; figures
and things on top, in streaks of a dry brush."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.blends import without_unused
from imgorigin.painters.sketch.styles.hand import unsteady
from imgorigin.painters.sketch.styles.outline import Bend
from imgorigin.painters.sketch.styles.raster import Color, Raster, text_of
from imgorigin.painters.sketch.styles.shapes import Shape, picked, redrawn
from imgorigin.painters.sketch.svg import Point

_CELL: Final = 14.0
_BRUSHES: Final = ((54.0, 67.0, 0, 60, 1.0, 0.06), (18.0, 38.0, 30, 999, 0.75, 0.0))
"""Width of a brush, units between its strokes, the changes of brightness from which and up to which it is
taken up, and its opacity: where there is much to see, the drawing shows through. At last how far a stroke is
bent in its middle, in lengths. (Curves take three times as long, and nobody sees that it is none.)"""
_SMALL: Final = 1100
"""Square units up to which a part of a thing is done with one touch."""
_REACH: Final = 1.5
"""The most that a stroke goes to either side of its middle, in widths."""
_STAY: Final = 70
"""It ends where the colour differs by this much (in sums of channels)."""
_MIXED: Final = 10
"""Steps of a channel (of 255) between the colours of strokes."""
_BRISTLES: Final = (
    '<defs><linearGradient id="bristles" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2=".8" y2="1.9" '
    'spreadMethod="reflect"><stop offset="0" stop-color="#ffffff" stop-opacity=".2"/>'
    '<stop offset=".3" stop-color="#ffffff" stop-opacity="0"/><stop offset=".55" stop-color="#1a1030" '
    'stop-opacity=".12"/><stop offset=".7" stop-color="#1a1030" stop-opacity="0"/>'
    '<stop offset="1" stop-color="#ffffff" stop-opacity=".14"/></linearGradient></defs>'
)


def dress(sheet: Sheet) -> str:
    hand = unsteady(sheet.stream("hand"), 2.4, 90)
    bare = redrawn(sheet.drawing, lambda shape: "" if shape.is_icon else shape.markup, keep=True)
    figures = picked(sheet.drawing, lambda shape: _dry(shape, hand) if shape.is_icon else "")
    strokes = _strokes(Sheet(bare, sheet.w, sheet.h, sheet.scene))
    return without_unused(_BRISTLES + bare + strokes + figures)


def _strokes(sheet: Sheet) -> str:
    """Those of one brush and colour are one path: a drawing takes as long as it has shapes."""
    raster, flow, text = sheet.raster(_CELL), sheet.stream("flow").wave(0.6, 2), ""
    gray = [0.4 * red + 0.45 * green + 0.15 * blue for red, green, blue in raster.cells]
    for width, step, least, most, opacity, bow in _BRUSHES:
        rng, strokes = sheet.stream(f"brush {width}"), dict[str, str]()
        reach = max(_CELL, width * 0.5)
        for row in range(int(sheet.h / step) + 2):
            for column in range(int(sheet.w / step) + 2):
                x, y = (column + rng.spread(0.5)) * step, (row + rng.spread(0.5)) * step
                turn, tone = rng.spread(0.35), rng.spread(0.07)
                dx = gray[raster.index(x + reach, y)] - gray[raster.index(x - reach, y)]
                dy = gray[raster.index(x, y + reach)] - gray[raster.index(x, y - reach)]
                change = abs(dx) + abs(dy)
                if least <= change <= most:
                    angle = math.atan2(dx, -dy) if change > 14 else 0.6 * flow(x + 2 * y) - 0.25
                    color = text_of(_toned(raster.at(x, y), 1 + tone))
                    stroke = _stroke(raster, (x, y), angle + turn, width, bow)
                    strokes[color] = strokes.get(color, "") + stroke
        brush = f'stroke-opacity="{opacity}" stroke-width="{width}" stroke-linecap="square"'
        paths = (f'<path d="{path}" stroke="{color}"/>' for color, path in strokes.items())
        text += f'<g fill="none" {brush}>{"".join(paths)}</g>'
    return text


def _stroke(raster: Raster, middle: Point, angle: float, width: float, bow: float) -> str:
    x, y = middle
    across, down = math.cos(angle), math.sin(angle)
    back = _free(raster, middle, (-across, -down), width)
    length = back + _free(raster, middle, (across, down), width)
    start, end = (
        f"M{x - across * back:.0f} {y - down * back:.0f}",
        f"{across * length:.0f} {down * length:.0f}",
    )
    if not bow:
        return f"{start}l{end}"
    aside, half = bow * length, length / 2
    left, down_left = across * half - down * aside, down * half + across * aside
    return f"{start}l{left:.0f} {down_left:.0f} {across * length - left:.0f} {down * length - down_left:.0f}"


def _free(raster: Raster, middle: Point, way: Point, width: float) -> float:
    """How far a stroke may go before it comes where the colour is another."""
    color = raster.at(*middle)
    for step in (0.5, 1.0, _REACH):
        reach = (step + 0.5) * width
        if _apart(raster.at(middle[0] + way[0] * reach, middle[1] + way[1] * reach), color) > _STAY:
            return max(0.5, (step - 0.5) * width)
    return _REACH * width


def _dry(shape: Shape, hand: Bend) -> str:
    if not shape.fill or shape.is_speck or shape.opacity < 0.5:
        return shape.markup
    wet = shape.bent(hand)
    body = wet.rimmed(shape.written_fill, palette.darker(shape.fill, 0.28), 2.2, opacity=0.75)
    return body if shape.box.area < _SMALL else body + wet.filled("url(#bristles)")


def _toned(color: Color, tone: float) -> Color:
    """Lighter or darker, and a little more colourful; of so many colours as a palette can be mixed to."""
    gray = sum(color) / 3
    red, green, blue = (
        min(255, max(0, round((gray + (channel - gray) * 1.15) * tone / _MIXED) * _MIXED))
        for channel in color
    )
    return red, green, blue


def _apart(one: Color, two: Color) -> int:
    return abs(one[0] - two[0]) + abs(one[1] - two[1]) + abs(one[2] - two[2])


OIL = Style("oil", phrase="An oil painting of", label="oil painting", dress=dress)
