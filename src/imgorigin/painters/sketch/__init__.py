"""The painter that needs no model: words -> Scene -> one SVG drawing, in milliseconds and without chance.

    reading     words -> Scene, by its grammar and notes     edits     instructions -> a changed Scene
    places      what each place looks like           elements  what places are made of: sky, land, plants ...
    subjects    icons and drawings, and where they stand        describe  Scene -> alt text and title
    finish      what is done to the finished picture             layers    its subjects, and the rest
    light       colours of a time and a weather      palette, svg, chance  colour, text, seeded randomness

The same recipe gives the same bytes on every machine, for as long as MODEL.revision is the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from imgorigin.painters.base import Painting
from imgorigin.painters.sketch.describe import alt_of, slug_of, tags_of, title_of
from imgorigin.painters.sketch.edits import edited
from imgorigin.painters.sketch.finish import finished
from imgorigin.painters.sketch.reading import read
from imgorigin.recipe import Model, Recipe

MODEL: Final = Model(name="sketch", revision="1", native_area=1920 * 1080, divisor=2, max_ratio=8)


def paint(recipe: Recipe) -> Painting:
    """The drawing of a recipe. Facts: `alt`, `title`, `tags`, `slug`, `unknown` words, and
    instructions `not_done`.

    Raises NotUnderstood if the recipe has instructions and no part of any was understood.
    """
    scene = read(recipe.prompt, recipe.seed)
    if recipe.style:
        scene = replace(scene, moods=scene.moods | read(recipe.style, recipe.seed).moods)
    scene, not_done = edited(scene, recipe.instructions)
    data, form, problems = finished(scene, recipe.canvas.width, recipe.canvas.height)
    facts = {
        "alt": alt_of(scene),
        "title": title_of(scene),
        "tags": tags_of(scene),
        "slug": slug_of(scene),
        "unknown": list(scene.unknown),
        "not_done": [*not_done, *problems],
    }
    return Painting(data, form, facts)
