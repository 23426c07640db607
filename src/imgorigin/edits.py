"""The recipe of an upload that is changed as it is told. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from imgorigin.address import Size
from imgorigin.capability import MOST_AREA
from imgorigin.recipe import PLAIN, Model, Recipe, recipe_by, seed_of


def edited_upload(
    sha256: str, size: Size, instructions: Sequence[str], editor: Model, *, prompt: str = ""
) -> Recipe:
    """The upload of that size after one instruction or more, each on what the one before left. `prompt` says
    what it shows, for models that paint over a picture by words.

    All sizes of such an address share the master: it shows all of the upload. Whether the editor can do it
    is `capability.check`'s to say.
    """
    recipe = _edit(editor, canvas_of(editor, size), instructions[0], prompt, images=(sha256,))
    for instruction in instructions[1:]:
        recipe = _edit(editor, recipe.canvas, instruction, prompt, source=recipe)
    return recipe


def canvas_of(editor: Model, size: Size) -> Size:
    """What a picture of that size is changed on. Who follows rules works at any size, so the picture keeps
    its own, bounded, and what is not changed of it keeps its very pixels; a trained model has its
    canvases."""
    if editor.trained or editor.sizes:
        return editor.canvas(size)
    scale = min(1.0, math.sqrt(editor.native_area * MOST_AREA / size.pixels))
    return Size(max(1, int(size.width * scale)), max(1, int(size.height * scale)))


def _edit(
    editor: Model,
    canvas: Size,
    instruction: str,
    prompt: str,
    *,
    images: tuple[str, ...] = (),
    source: Recipe | None = None,
) -> Recipe:
    strength = None if editor.abilities.instructions else editor.strength
    return recipe_by(
        editor,
        PLAIN,
        prompt=prompt,
        seed=source.seed if source else seed_of("/".join(images)),
        canvas=canvas,
        instruction=instruction,
        images=images,
        source=source,
        strength=strength,
    )
