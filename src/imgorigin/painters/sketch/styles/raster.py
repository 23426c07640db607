"""A drawing as a small grid of colours: what styles that paint in cells and strokes copy from."""

from __future__ import annotations

from dataclasses import dataclass

import pyvips

from imgorigin.painters.sketch.svg import document

Color = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Raster:
    """`data` holds red, green and blue of each cell, row by row; a cell is `step` units wide and high."""

    data: bytes
    columns: int
    rows: int
    step: tuple[float, float]

    def at(self, x: float, y: float) -> Color:
        """The colour at a point of the picture, or of the nearest cell."""
        return self.cell(int(x / self.step[0]), int(y / self.step[1]))

    def cell(self, column: int, row: int) -> Color:
        column = min(max(column, 0), self.columns - 1)
        row = min(max(row, 0), self.rows - 1)
        start = 3 * (row * self.columns + column)
        return self.data[start], self.data[start + 1], self.data[start + 2]


def rasterized(drawing: str, w: float, h: float, columns: int, rows: int) -> Raster:
    """The same on every run on a platform: no part of it is left to chance."""
    svg = document(drawing, w, h, (columns, rows), title="", about="")
    image = pyvips.Image.svgload_buffer(svg.encode()).flatten(background=[255.0])
    return Raster(
        bytes(image.write_to_memory()), image.width, image.height, (w / image.width, h / image.height)
    )


def text_of(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
