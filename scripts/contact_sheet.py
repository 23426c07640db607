"""Look at the sketch painter: prompts and shapes on one sheet.

    .venv/bin/python scripts/contact_sheet.py out.png ["a prompt" ...]

A prompt may end with a size ("sunset over mountains 9:16" or "... 800x100") and with edits after "/"
("happy dog / make it night"). Without prompts: the sixteen that every change to the painter is judged by.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import pyvips

from imgorigin.address import Size
from imgorigin.painters.sketch import MODEL, paint
from imgorigin.recipe import Recipe, seed_of

PROMPTS = (
    "sunset over mountains",
    "happy dog playing",
    "modern office team meeting",
    "futuristic city skyline at night",
    "cozy coffee shop",
    "blue ceramic coffee mug on wooden table",
    "serene mountain lake at sunset",
    "minimalist product photo of white headphones",
    "northern lights over snowy forest",
    "tropical beach with palm trees",
    "robot reading a book in a cozy room",
    "abstract geometric pattern purple",
    "desert dunes at golden hour",
    "rocket launch into space",
    "spring meadow with wildflowers",
    "person with yellow umbrella on a rainy city street",
)
CELL_AREA = 480 * 270
LONGEST = 480
"""The most pixels of a cell's side."""
COLUMNS = 4
GAP = 8


def main() -> None:
    target, *prompts = sys.argv[1:]
    pictures = [rendered(prompt) for prompt in prompts or PROMPTS]
    columns = min(COLUMNS, len(pictures))
    sheet = pyvips.Image.arrayjoin(
        pictures, across=columns, shim=GAP, background=[255, 255, 255], halign="centre", valign="centre"
    )
    sheet.write_to_file(target)


def rendered(line: str) -> pyvips.Image:
    """One cell of the sheet."""
    words, *edits = (part.strip() for part in line.split("/"))
    size = Size(16, 9)
    if shape := re.fullmatch(r"(.+) (\d+)[:x](\d+)", words):
        words, size = shape[1], Size(int(shape[2]), int(shape[3]))
    canvas = MODEL.canvas(size)
    recipe = Recipe(
        prompt=words,
        model=MODEL.name,
        revision=MODEL.revision,
        seed=seed_of(words.replace(" ", "-")),
        canvas=canvas,
    )
    for instruction in edits:
        recipe = replace(recipe, source=recipe, instruction=instruction)
    scale = min((CELL_AREA / canvas.pixels) ** 0.5, LONGEST / canvas.width, LONGEST / canvas.height)
    width, height = round(canvas.width * scale), round(canvas.height * scale)
    return pyvips.Image.thumbnail_buffer(paint(recipe).data, width, height=height, size="force").flatten()


if __name__ == "__main__":
    main()
