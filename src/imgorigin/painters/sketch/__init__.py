"""The painter that needs no model: words -> Scene -> one SVG drawing, in milliseconds and without chance.

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

from dataclasses import replace
from typing import Final

from imgorigin.painters.base import Painting
from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.describe import alt_of, slug_of, tags_of, title_of
from imgorigin.painters.sketch.edits import edited
from imgorigin.painters.sketch.finish import finished
from imgorigin.painters.sketch.reading import abstracted, read, style_named
from imgorigin.painters.sketch.scene import Scene
from imgorigin.recipe import Model, Recipe

MODEL: Final = Model(name="sketch", revision="1", native_area=1920 * 1080, divisor=2, max_ratio=8)


def in_style(scene: Scene, style: str) -> Scene:
    """The scene as an address's style asks for it: what that says of style and mood, and nothing else.

    A style nobody knows, or nobody here paints, is among the unknown words.
    """
    asked = read(style, scene.seed)
    if style.strip().lower() == lexicon.ABSTRACT_STYLE:
        return abstracted(scene)
    name = style_named(style)
    if not name and not asked.moods:
        return replace(scene, unknown=tuple(dict.fromkeys([*scene.unknown, style[:100]])))
    styles = frozenset({name}) if name else scene.styles
    return replace(scene, moods=scene.moods | asked.moods, styles=styles)


def paint(recipe: Recipe) -> Painting:
    """The drawing of a recipe. Facts: `alt`, `title`, `tags`, `slug`, `focus`, `unknown` words, and
    instructions `not_done`.

    Raises NotUnderstood if the recipe has an instruction of which nothing could be done.
    """
    scene = read(recipe.prompt, recipe.seed)
    if recipe.style:
        scene = in_style(scene, recipe.style)
    scene, not_done = edited(scene, recipe.instructions, recipe.canvas)
    picture = finished(scene, recipe.canvas.width, recipe.canvas.height)
    facts = {
        "alt": alt_of(scene),
        "title": title_of(scene),
        "tags": tags_of(scene),
        "slug": slug_of(scene),
        "focus": picture.focus,
        "unknown": list(scene.unknown),
        "not_done": [*not_done, *picture.problems],
    }
    return Painting(picture.data, picture.form, facts)
