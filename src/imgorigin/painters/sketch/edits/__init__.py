"""Edits: instructions -> a changed scene. The same seed, so that the picture stays the same picture.

    request  a clause in words we know         light   time, weather, season, mood, style
    things   subjects                          places  place, backdrop, sky
    nature   clouds, the sun, trees
    clothes  what someone wears                seen    whether a change is to be seen at all

What no scene can say (a border, a text, a turn) is a finishing step, kept in the scene in the order of the
words; see `imgorigin.painters.retouch` for their reading and `finish` for their drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from imgorigin.address import Size
from imgorigin.errors import NotUnderstood
from imgorigin.painters.retouch.clauses import Clause, clauses
from imgorigin.painters.retouch.lettering import writable
from imgorigin.painters.retouch.reading import is_removal, steps_of, undone
from imgorigin.painters.retouch.retouched import MAX_REPORT, leftover, refusal
from imgorigin.painters.retouch.shapes import is_zoom_out, turn_of
from imgorigin.painters.retouch.step import NotPossible, Step
from imgorigin.painters.retouch.words import GROUPS
from imgorigin.painters.sketch.edits.clothes import with_clothes
from imgorigin.painters.sketch.edits.light import relit, restyled
from imgorigin.painters.sketch.edits.nature import with_nature
from imgorigin.painters.sketch.edits.places import with_place
from imgorigin.painters.sketch.edits.request import Request, is_known, is_style
from imgorigin.painters.sketch.edits.seen import USUAL, is_seen
from imgorigin.painters.sketch.edits.things import farther, with_things
from imgorigin.painters.sketch.languages.instructions import instruction_in_english
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene

MAX_STEPS: Final = 24
"""Finishing steps of one picture."""

UNDERSTOOD: Final = {
    "the time of day": "make it night, golden hour",
    "weather and season": "add snow, make it rainy, northern lights, autumn",
    "mood and style": "warmer, pastel, black and white, watercolor",
    "subjects": "add a red balloon, remove the umbrella, replace the dog with a cat, make the car blue",
    "the place": "move it to the beach, white background, purple sky",
    **GROUPS,
}

_EDITORS: Final[tuple[Callable[[Scene, Request], Scene | None], ...]] = (
    with_clothes,
    with_nature,
    with_things,
    with_place,
    relit,
)
"""All that apply; but the colours and places that stand with a thing are the thing's: "add a red balloon"."""


def edited(scene: Scene, instructions: Iterable[str], canvas: Size = USUAL) -> tuple[Scene, tuple[str, ...]]:
    """The scene after all instructions, and what of them could not be done, with the reason if there is one.
    An edit counts if it is seen in the picture of that shape.

    Raises NotUnderstood if nothing could be done of one of them: it names that one.
    """
    not_done = list[str]()
    for instruction in instructions:
        scene, problems = _instructed(scene, instruction, canvas)
        not_done += problems
    return scene, tuple(dict.fromkeys(line[:MAX_REPORT] for line in not_done))


def _instructed(scene: Scene, instruction: str, canvas: Size) -> tuple[Scene, list[str]]:
    done, not_done, before = 0, list[str](), scene
    for clause in clauses(instruction_in_english(instruction, is_known)):
        changed, problems = _after(scene, clause)
        if changed is None and clause.is_led:
            changed, problems = _after(scene, clause.alone)
        if changed is not None and changed != scene and not is_seen(scene, changed, canvas):
            changed, problems = None, [f"{clause.text}: nothing of it is to be seen in this picture"]
        done += changed is not None
        scene = changed or scene
        not_done += problems
    if not done:
        raise NotUnderstood(refusal(not_done or [instruction], UNDERSTOOD))
    if scene == before and not not_done:
        return scene, [f"{instruction}: it is so already"]
    return scene, not_done


def _after(scene: Scene, clause: Clause) -> tuple[Scene | None, list[str]]:
    """The scene after one clause, None if that changes nothing; and what it could not do."""
    try:
        if (name := undone(clause)) and any(step.name == name for step in scene.finish):
            return replace(scene, finish=tuple(step for step in scene.finish if step.name != name)), []
        steps, rest = steps_of(clause, grading=False)
        if not steps:
            return _repainted(scene, clause)
        if is_zoom_out(steps[0]):
            return farther(scene, steps[0]), leftover(rest, steps)
        finished = _finished(scene, steps, clause)
    except NotPossible as reason:
        return None, [f"{clause.text}: {reason}"]
    if clause.letters or not rest:
        return finished, leftover(rest, steps)
    also, problems = _repainted(finished, replace(clause, text=" ".join(rest), words=rest, letters=""))
    return also or finished, [*problems, *leftover((), steps)]


def _repainted(scene: Scene, clause: Clause) -> tuple[Scene | None, list[str]]:
    request = Request(clause)
    if (styled := restyled(scene, request)) is not None:
        return styled, []
    changed: Scene | None = None
    problems: list[str] = []
    for edit in _EDITORS:
        if changed is not None and edit in (with_nature, with_things, with_place):
            continue
        try:
            after = edit(changed or scene, request)
        except NotPossible as reason:
            problems.append(f"{clause.text}: {reason}")
        else:
            changed = after or changed
    if changed is None:
        return None, problems or [clause.text]
    strange = request.strange()
    return changed, [*problems, *([strange] if strange else [])]


def _finished(scene: Scene, steps: list[Step], clause: Clause) -> Scene:
    for step in steps:
        if is_removal(step, clause):
            raise NotPossible(f"there is no {step.name} to remove")
        if step.name in ("rotate", "upside down") and not turn_of(step):
            raise NotPossible("a whole turn leaves it as it is")
        if step.name in ("cutout", "blur background") and not (scene.subjects or PLACES[scene.place].company):
            raise NotPossible("the picture has no subject to set apart from its background")
        if step.name == "fill" and "cutout" not in {one.name for one in (*scene.finish, *steps)}:
            raise NotPossible("only a subject without its background is enlarged so")
        if step.name == "text":
            writable(step.text)
    if len(scene.finish) + len(steps) > MAX_STEPS:
        raise NotPossible(f"a picture takes {MAX_STEPS} finishing steps at the most")
    return replace(scene, finish=(*scene.finish, *(_out_of_the_way(step, scene) for step in steps)))


def _out_of_the_way(step: Step, scene: Scene) -> Step:
    """A text stands above the subjects where the words do not say, and a zoom is one on them."""
    side = {"text": "top", "zoom": "bottom"}.get(step.name)
    if side and scene.subjects and not {"top", "bottom", "middle"} & set(step.where):
        return replace(step, where=(*step.where, side))
    return step


__all__ = ["UNDERSTOOD", "edited", "is_style"]
