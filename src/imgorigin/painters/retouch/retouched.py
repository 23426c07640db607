"""An instruction carried out on pixels."""

from __future__ import annotations

from typing import Final

import pyvips

from imgorigin.errors import NotUnderstood
from imgorigin.painters.retouch.clauses import Clause, clauses
from imgorigin.painters.retouch.lettering import unwritable
from imgorigin.painters.retouch.operations import done
from imgorigin.painters.retouch.pixels import plain
from imgorigin.painters.retouch.reading import is_removal, steps_of
from imgorigin.painters.retouch.step import NotPossible, Step
from imgorigin.painters.retouch.words import GRADING_GROUP, GROUPS

MAX_REPORT: Final = 120


def retouched(image: pyvips.Image, instruction: str) -> tuple[pyvips.Image, tuple[str, ...]]:
    """The picture after an instruction, and what of it could not be done, with the reason where there is one.

    The result may have another size: a turned or a cropped picture has its own (`shapes.placed` brings it
    into a frame). Raises NotUnderstood if nothing at all could be done.
    """
    image, not_done, count = plain(image), [], 0
    for clause in clauses(instruction):
        try:
            steps, rest = steps_of(clause, grading=True)
        except NotPossible as reason:
            not_done.append(f"{clause.text}: {reason}")
            continue
        if not steps:
            not_done.append(clause.text)
            continue
        carried_out = []
        for step in steps:
            try:
                image = _after(image, step, clause)
                carried_out.append(step)
            except NotPossible as reason:
                not_done.append(f"{clause.text}: {reason}")
        not_done += leftover(rest, carried_out)
        count += len(carried_out)
    if not count:
        raise NotUnderstood(refusal(not_done or [instruction], {**GRADING_GROUP, **GROUPS}))
    return image, tuple(line[:MAX_REPORT] for line in dict.fromkeys(not_done))


def _after(image: pyvips.Image, step: Step, clause: Clause) -> pyvips.Image:
    if is_removal(step, clause):
        raise NotPossible(f"no {step.name} can be taken out of a finished picture")
    return done(image, step)


def leftover(rest: tuple[str, ...], steps: list[Step]) -> list[str]:
    """What of a clause that was carried out has to be reported all the same."""
    signs = "".join(unwritable(step.text) for step in steps if step.text)
    return [*([" ".join(rest)] if rest else []), *([signs] if signs else [])]


def refusal(not_done: list[str], groups: dict[str, str]) -> str:
    """The sentence for an instruction of which nothing was carried out."""
    quoted = "; ".join(repr(line[:MAX_REPORT]) for line in not_done[:4])
    known = "; ".join(f"{name} ({examples})" for name, examples in groups.items())
    return f"Nothing of this could be done: {quoted}. What is understood: {known}."
