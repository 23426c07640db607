"""Low-poly: straight edges, and every surface folded into triangles that catch the light differently."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.outline import Box, Segment
from imgorigin.painters.sketch.styles.placing import UNMOVED
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop
from imgorigin.painters.sketch.svg import Point

_FOLDS: Final = 3.3
"""Triangles' sides in the square root of a shape's box, about."""
_SIDES: Final = (24.0, 135.0)
"""The shortest and the longest of them, in units."""
_RELIEF: Final = 0.085
"""How much lighter or darker a triangle is, at most."""
_SHADES, _STEPS = 3, 8
"""So many shades to either side of a surface's colour, and so many colours of a gradient."""
_PLAIN: Final = 3600
"""Square units up to which a part of a thing is left as it is."""
_SEAMLESS: Final = 'shape-rendering="crispEdges"'
"""Neighbouring triangles drawn softly would let what is behind show between them."""
_WORN: Final = 0.4

Triangle = tuple[Point, Point, Point]


def dress(sheet: Sheet) -> str:
    folds = _Folds(sheet)

    def redraw(shape: Shape) -> str:
        if not shape.fill or shape.is_texture or shape.is_speck or shape.opacity < 0.7:
            return shape.markup
        if shape.is_icon and shape.box.area < _PLAIN:
            return shape.markup
        return folds.folded(shape, flat=is_backdrop(shape, sheet.w))

    return redrawn(sheet.drawing, redraw)


class _Folds:
    """Triangles for any box of the picture, the same wherever boxes overlap."""

    def __init__(self, sheet: Sheet) -> None:
        rng = sheet.stream("folds")
        self.w, self.h = sheet.w, sheet.h
        self.shifts = [(rng.spread(_WORN), rng.spread(_WORN)) for _ in range(509)]
        self.lights = [rng.spread(1.0) for _ in range(509)]
        self.count = 0

    def folded(self, shape: Shape, *, flat: bool) -> str:
        place, (left, top, right, bottom) = shape.place, shape.box
        box = Box(max(left, 0), max(top, 0), min(right, self.w), min(bottom, self.h))
        if box.width <= 0 or box.height <= 0:
            return ""
        flat = flat and box.top < 2
        side = min(_SIDES[1], max(_SIDES[0], math.sqrt(box.area) / _FOLDS))
        edges = shape.markup if flat else ""
        path = "" if flat else _straight(shape.segments, shape.scale)
        moved, digits = place != UNMOVED, 1 if shape.scale < 4 else 2
        facets: dict[tuple[int, int], str] = {}
        for index, triangle in enumerate(self._triangles(box, side)):
            tone = self._tone(shape, triangle, index)
            corners = tuple(place.back(x, y) for x, y in triangle) if moved else triangle
            text = "L".join(f"{x:.{digits}f} {y:.{digits}f}" for x, y in corners)
            facets[tone] = f"{facets.get(tone, '')}M{text}z"
        pieces = (f'<path d="{path}" fill="{_color(shape, tone)}"/>' for tone, path in facets.items())
        if flat:
            return f"{edges}<g {_SEAMLESS}>{''.join(pieces)}</g>"
        self.count += 1
        name = f"p{self.count}"
        turn = f' transform="{shape.attributes["transform"]}"' if "transform" in shape.attributes else ""
        clip = f'<clipPath id="{name}"><path d="{path}"/></clipPath>'
        return (
            f'<g{turn}>{clip}<path d="{path}" fill="{shape.fill}"/>'
            f'<g clip-path="url(#{name})" {_SEAMLESS}>{"".join(pieces)}</g></g>'
        )

    def _triangles(self, box: Box, side: float) -> Iterator[Triangle]:
        first, last = math.floor(box.left / side - 0.7), math.ceil(box.right / side + 0.4)
        low = math.floor(box.top / side - 0.4)
        upper = [self._corner(column, low, side) for column in range(first, last + 1)]
        for row in range(low, math.ceil(box.bottom / side + 0.4)):
            lower = [self._corner(column, row + 1, side) for column in range(first, last + 1)]
            for at, column in enumerate(range(first, last)):
                one, two, four, three = upper[at], upper[at + 1], lower[at], lower[at + 1]
                halves = (
                    ((one, two, three), (one, three, four))
                    if (column * 7 + row * 13) % 3
                    else ((one, two, four), (two, three, four))
                )
                yield from (triangle for triangle in halves if _meets(triangle, box))
            upper = lower

    def _corner(self, column: int, row: int, side: float) -> Point:
        dx, dy = self.shifts[(column * 31 + row * 97) % 509]
        return (column + dx + row % 2 * 0.3) * side, (row + dy) * side

    def _tone(self, shape: Shape, triangle: Triangle, index: int) -> tuple[int, int]:
        """Of a facet: how far down a gradient its colour is, and how much lighter or darker; in steps, for
        facets of one colour are drawn at once."""
        (ax, ay), (bx, by), (cx, cy) = triangle
        x, y, box = (ax + bx + cx) / 3, (ay + by + cy) / 3, shape.box
        down = round((y - box.top) / (box.height or 1) * _STEPS) if shape.blend else 0
        key = int(x * 3.1) * 17 + int(y * 2.3) * 29 + index
        slope = 0.35 - (x - box.left) / (box.width or 1) * 0.7
        return down, round(_SHADES * (0.7 * self.lights[key % 509] + 0.5 * slope))


def _color(shape: Shape, tone: tuple[int, int]) -> str:
    down, lift = tone
    color = palette.between(shape.blend.colors, down / _STEPS) if shape.blend else shape.fill
    return palette.toned(color, _RELIEF * lift / _SHADES)


def _meets(triangle: Triangle, box: Box) -> bool:
    (ax, ay), (bx, by), (cx, cy) = triangle
    return (
        (ax > box.left or bx > box.left or cx > box.left)
        and (ax < box.right or bx < box.right or cx < box.right)
        and (ay > box.top or by > box.top or cy > box.top)
        and (ay < box.bottom or by < box.bottom or cy < box.bottom)
    )


def _straight(segments: tuple[Segment, ...], scale: float) -> str:
    """An outline of straight lines: two or three for each curve."""
    text, digits = "", 1 if scale < 4 else 2
    here: Point = (0, 0)
    for kind, points in segments:
        if kind == "C":
            (ax, ay), (bx, by), end = points
            count = min(5, 1 + int(math.dist(here, end) * scale / 26))
            for share in (step / count for step in range(1, count + 1)):
                rest = 1 - share
                x = (
                    rest**3 * here[0]
                    + 3 * rest**2 * share * ax
                    + 3 * rest * share**2 * bx
                    + share**3 * end[0]
                )
                y = (
                    rest**3 * here[1]
                    + 3 * rest**2 * share * ay
                    + 3 * rest * share**2 * by
                    + share**3 * end[1]
                )
                text += f"L{x:.{digits}f} {y:.{digits}f}"
        elif kind != "Z":
            text += f"{kind}{points[0][0]:.{digits}f} {points[0][1]:.{digits}f}"
        else:
            text += "Z"
        here = points[-1] if points else here
    return text


LOWPOLY = Style("lowpoly", phrase="A low-poly picture of", label="low-poly", dress=dress)
