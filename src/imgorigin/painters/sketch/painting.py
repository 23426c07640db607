"""A recipe's drawing, and what can be said of it."""

from __future__ import annotations

from dataclasses import replace

from imgorigin.painters.base import Painting
from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.describe import alt_of, slug_of, tags_of, title_of
from imgorigin.painters.sketch.edits import edited
from imgorigin.painters.sketch.finish import finished
from imgorigin.painters.sketch.reading import abstracted, read, style_named
from imgorigin.painters.sketch.scene import Scene
from imgorigin.recipe import Recipe


def painting_of(recipe: Recipe) -> Painting:
    """As `sketch.paint`, which says what it is."""
    scene, not_done = scene_of(recipe)
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


def scene_of(recipe: Recipe) -> tuple[Scene, tuple[str, ...]]:
    """And what of its instructions could not be done. Raises NotUnderstood, as `sketch.paint`."""
    scene = read(recipe.prompt, recipe.seed)
    if recipe.style:
        scene = in_style(scene, recipe.style)
    return edited(scene, recipe.instructions, recipe.canvas)


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
