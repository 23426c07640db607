"""Look at the sketch painter: prompts and shapes on one sheet.

    .venv/bin/python -m scripts.contact_sheet [--seed 2] [--cell 200x200] out.png ["a prompt" ...]

A prompt may end with a size ("sunset over mountains 9:16" or "... 800x100") and with edits after "/"
("happy dog / make it night"). Without prompts: the sixteen that every change to the painter is judged by.
`--seed` mixes a number into the seed of each prompt, `--cell` paints every prompt at that size.
"""

from __future__ import annotations

import argparse
import re

import pyvips

from imgorigin.address import Size
from imgorigin.painters.sketch import MODEL
from imgorigin.recipe import seed_of
from tests.painters.sketch.pictures import PROMPTS, painted

CELL_AREA = 480 * 270
LONGEST = 480
"""The most pixels of a cell's side."""
COLUMNS = 4
GAP = 8


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", default="")
    parser.add_argument("--cell", type=lambda text: Size(*map(int, text.split("x"))))
    parser.add_argument("target")
    parser.add_argument("prompts", nargs="*")
    asked = parser.parse_args()
    pictures = [rendered(prompt, asked.seed, asked.cell) for prompt in asked.prompts or PROMPTS]
    sheet_of(pictures, min(COLUMNS, len(pictures))).write_to_file(asked.target)


def sheet_of(pictures: list[pyvips.Image], columns: int) -> pyvips.Image:
    """All of them, in rows, each in the middle of its cell."""
    return pyvips.Image.arrayjoin(
        pictures, across=columns, shim=GAP, background=[255, 255, 255], halign="centre", valign="centre"
    )


def rendered(line: str, seed: str = "", cell: Size | None = None) -> pyvips.Image:
    """One cell of the sheet."""
    words, *edits = (part.strip() for part in line.split("/"))
    size = Size(16, 9)
    if shape := re.fullmatch(r"(.+) (\d+)[:x](\d+)", words):
        words, size = shape[1], Size(int(shape[2]), int(shape[3]))
    size = cell or size
    canvas = MODEL.canvas(size)
    picture = painted(words, *edits, size=size, seed=seed_of(words + seed))
    scale = min((CELL_AREA / canvas.pixels) ** 0.5, LONGEST / canvas.width, LONGEST / canvas.height)
    width, height = round(canvas.width * scale), round(canvas.height * scale)
    if cell:
        width, height = cell.width, cell.height
    return pyvips.Image.thumbnail_buffer(picture.data, width, height=height, size="force").flatten()


if __name__ == "__main__":
    main()
