"""A drawing as a small grid of colours: what styles that paint in cells and strokes copy from."""

from __future__ import annotations

from dataclasses import dataclass

import pyvips

from imgorigin.painters.sketch.svg import document

Color = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Raster:
    """`cells` are the colours, row by row; a cell is `step` units wide and high."""

    cells: tuple[Color, ...]
    columns: int
    rows: int
    step: tuple[float, float]

    def at(self, x: float, y: float) -> Color:
        """The colour at a point of the picture, or of the nearest cell."""
        return self.cells[self.index(x, y)]

    def index(self, x: float, y: float) -> int:
        """Of that cell."""
        column, row = int(x / self.step[0]), int(y / self.step[1])
        column = 0 if column < 0 else column if column < self.columns else self.columns - 1
        row = 0 if row < 0 else row if row < self.rows else self.rows - 1
        return row * self.columns + column


def rasterized(drawing: str, w: float, h: float, columns: int, rows: int) -> Raster:
    """The same on every run on a platform: no part of it is left to chance."""
    svg = document(drawing, w, h, (columns, rows), title="", about="")
    image = pyvips.Image.svgload_buffer(svg.encode()).flatten(background=[255.0])
    data = bytes(image.write_to_memory())
    cells = tuple(zip(data[::3], data[1::3], data[2::3], strict=True))
    return Raster(cells, image.width, image.height, (w / image.width, h / image.height))


def text_of(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
