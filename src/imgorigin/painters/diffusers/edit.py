"""An instruction by URL: what is done to the pixels, what the model is told, and which it was.

What a model cannot do exactly (turn, crop, frame, letter, cut out...) is done classically for every model.
The rest goes to the model's own editing where it has one, else to image-to-image; if it has neither, the
classical grades of light and weather are what there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pyvips

from imgorigin.address import Size
from imgorigin.painters.diffusers.traits import Task
from imgorigin.painters.retouch.clauses import Clause, clauses
from imgorigin.painters.retouch.reading import steps_of
from imgorigin.painters.retouch.retouched import retouched
from imgorigin.painters.retouch.shapes import placed
from imgorigin.painters.retouch.words import REMOVING
from imgorigin.recipe import Recipe

_EXACT_GRADES: Final = frozenset({"grayscale", "sepia"})
"""Of the words of light and mood, those that say exactly what is to be done; the others are the model's."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`task` and `prompt` are for the model; None if it has nothing to do. `classical` is the part that
    `finished` carries out afterwards."""

    task: Task | None
    prompt: str
    classical: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def finished(self, image: pyvips.Image, canvas: Size) -> tuple[pyvips.Image, tuple[str, ...]]:
        """The picture after the classical part, and what of it was not done."""
        if not self.classical:
            return image, ()
        image, not_done = retouched(image, self.classical)
        return placed(image, canvas.width, canvas.height), not_done


def divided(recipe: Recipe, source: pyvips.Image, *, by_model: bool, by_picture: bool) -> Edit:
    """Who does what of the recipe's last instruction. The classical part comes last."""
    exact, rest = _split(recipe.instruction)
    if not rest or not (by_model or by_picture):
        return Edit(None, "", recipe.instruction, {"edited_by": "classical"})
    if by_model:
        return Edit("edit", ", ".join(rest), ", ".join(exact), {"edited_by": "model"})
    told = [text for instruction in recipe.instructions for text in _split(instruction)[1]]
    prompt = ", ".join([recipe.prompt, *(told or rest)])
    return Edit("picture", prompt, ", ".join(exact), {"edited_by": "image-to-image"})


def _split(instruction: str) -> tuple[list[str], list[str]]:
    """The clauses that are exact operations, and the others, as they were written."""
    found = clauses(instruction)
    if not found:
        return [], [instruction]
    exact = [clause for clause in found if _is_exact(clause)]
    return [one.text for one in exact], [one.text for one in found if one not in exact]


def _is_exact(clause: Clause) -> bool:
    """Whether it names operations on pixels alone, or a grade with how much of it."""
    steps, rest = steps_of(clause, grading=False)
    if not steps:
        steps, rest = steps_of(clause, grading=True)
        if not _EXACT_GRADES.issuperset(step.name for step in steps):
            return False
    takes_away = REMOVING & set(clause.words) and "less" not in clause.words
    is_named = all(step.name == "cutout" for step in steps) if takes_away else True
    return bool(steps) and not rest and is_named
