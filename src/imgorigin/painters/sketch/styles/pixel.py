"""Pixel art: the picture in ninety rows of square cells, in few colours, skies dithered."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.raster import Color, text_of
from imgorigin.painters.sketch.styles.reduced import nearest, reduced

_CELL: Final = 1000 / 90
"""Units of a cell: the shorter side of every picture is 90 of them."""
_COLORS: Final = 30
_BAYER: Final = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
_DITHER: Final = 13.0
"""How far apart in brightness (of 255) colours may be for cells to alternate between them."""


def dress(sheet: Sheet) -> str:
    raster = Sheet(palette.recolored(sheet.drawing, _bold), sheet.w, sheet.h, sheet.scene).raster(_CELL)
    cells = raster.cells
    colors = reduced(cells, _COLORS)
    known: dict[Color, int] = {}
    paths: list[list[str]] = [[] for _ in colors]
    for y in range(raster.rows):
        row = []
        for x in range(raster.columns):
            shift = int((_BAYER[y % 4][x % 4] / 15 - 0.5) * _DITHER)
            red, green, blue = cells[y * raster.columns + x]
            wanted = (red + shift, green + shift, blue + shift)
            key = wanted[0] >> 3, wanted[1] >> 3, wanted[2] >> 3
            if key not in known:
                known[key] = nearest(colors, wanted)
            row.append(known[key])
        _runs(row, y, paths)
    shapes = "".join(
        f'<path fill="{text_of(color)}" d="{"".join(runs)}"/>'
        for color, runs in zip(colors, paths, strict=True)
        if runs
    )
    across, down = raster.step
    return f'<g transform="scale({across:.5f} {down:.5f})" shape-rendering="crispEdges">{shapes}</g>'


def _runs(row: list[int], y: int, paths: list[list[str]]) -> None:
    """Neighbouring cells of one colour, as one piece of that colour's path."""
    start = 0
    for x in range(1, len(row) + 1):
        if x == len(row) or row[x] != row[start]:
            paths[row[start]].append(f"M{start} {y}h{x - start}v1h{start - x}z")
            start = x


def _bold(color: str) -> str:
    lightness, a, b = palette.lab(color)
    return palette.from_lab(min(1.0, lightness * 1.06 - 0.02), a * 1.25, b * 1.25)


PIXEL = Style("pixel", phrase="Pixel art of", label="pixel art", dress=dress)
