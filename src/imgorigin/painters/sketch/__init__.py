"""The painter that needs no model: words -> Scene -> one SVG drawing, in milliseconds and without chance.

    painting    recipe -> drawing and facts, by all that follows
    reading     words -> Scene                       edits     instructions -> a changed Scene
    grammar, lexicon, naming, ideas: tables of words, looked up in `vocabulary`
    languages   words of other languages -> English terms
    places      what each place looks like           elements  what places are made of: sky, land, plants ...
    subjects    icons and drawings, and where they stand        describe  Scene -> alt text and title
    finish      what is done to the finished picture             layers    its subjects, and the rest
    styles      watercolour, line art, pixels ...: the finished drawing drawn another way
    focus       where one looks: what crops are centred on
    light       colours of a time and a weather      palette, svg, chance  colour, text, seeded randomness

The same recipe gives the same bytes for as long as MODEL.revision is the same; on every machine, but for
the styles that copy colours from a small raster: for these, with the same version of librsvg.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.base import Painting
from imgorigin.recipe import Abilities, Model, Recipe

MODEL: Final = Model(
    name="sketch",
    revision="1",
    native_area=1920 * 1080,
    divisor=2,
    max_ratio=8,
    abilities=Abilities(instructions=True, inpaint=True, pixels=False),
)


def paint(recipe: Recipe) -> Painting:
    """The drawing of a recipe. Facts: `alt`, `title`, `tags`, `slug`, `focus`, `unknown` words, and
    instructions `not_done`.

    Raises NotUnderstood if the recipe has an instruction of which nothing could be done.
    """
    from imgorigin.painters.sketch.painting import painting_of  # noqa: PLC0415  slow to load

    return painting_of(recipe)


def check(recipe: Recipe) -> None:
    """Raises NotUnderstood where `paint` would; draws nothing."""
    from imgorigin.painters.sketch.painting import scene_of  # noqa: PLC0415  slow to load

    scene_of(recipe)
