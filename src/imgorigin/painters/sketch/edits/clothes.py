"""Edits of what someone wears, and of hair: "add glasses", "make her hair red", "give the fox a scarf"."""

from __future__ import annotations

from dataclasses import replace

from imgorigin.painters.retouch.step import NotPossible
from imgorigin.painters.sketch.edits.request import BACKGROUND, REPLACING, SKY, Request
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.subjects.traits import is_being


def with_clothes(scene: Scene, request: Request) -> Scene | None:
    """None if the request names nothing that is worn, or nobody there could wear it."""
    kinds = request.tags("garment")
    wearers = _wearers(scene, request)
    if not kinds or not wearers or request.has(BACKGROUND | SKY) or "instead" in request.words:
        return None
    if request.removes:
        return _undressed(scene, wearers, kinds)
    if request.has(REPLACING - {"make", "change", "turn"}):
        return None
    return _dressed(scene, wearers, request)


def _wearers(scene: Scene, request: Request) -> list[int]:
    """Those whom the words name; where they name nobody, all who can wear anything."""
    beings = [at for at, one in enumerate(scene.subjects) if is_being(one.name)]
    named = [at for at in beings if scene.subjects[at].name in request.icons]
    return named or beings


def _dressed(scene: Scene, wearers: list[int], request: Request) -> Scene | None:
    """Each in what the words say, in place of what they have on of that kind; in its own colour still, if
    the words say none."""
    subjects = [*scene.subjects]
    for at in wearers:
        before = subjects[at]
        said = read(f"{before.noun} in {_said(request)}", scene.seed).subjects[:1]
        new = said[0].wearing if said else ()
        if new:
            subjects[at] = replace(before, wearing=_together(before.wearing, new))
    return replace(scene, subjects=tuple(subjects)) if subjects != [*scene.subjects] else None


def _said(request: Request) -> str:
    """The colours before the clothes, as a prompt has them: "make her hair red" -> "red hair"."""
    worn = [term for term, found in request.terms if found and "garment" in dict(found.tags)]
    color, _ = request.color
    return f"{color} {' and '.join(worn)}".strip()


def _together(worn: tuple[Subject, ...], new: tuple[Subject, ...]) -> tuple[Subject, ...]:
    kinds = {one.name: one for one in worn}
    for one in new:
        before = kinds.get(one.name)
        kinds[one.name] = (
            replace(one, color=before.color, color_name=before.color_name)
            if (before and not one.color)
            else one
        )
    return tuple(kinds.values())


def _undressed(scene: Scene, wearers: list[int], kinds: list[str]) -> Scene | None:
    subjects = [*scene.subjects]
    for at in wearers:
        kept = tuple(one for one in subjects[at].wearing if one.name not in kinds)
        subjects[at] = replace(subjects[at], wearing=kept)
    if subjects == [*scene.subjects]:
        if any(one.name in kinds for one in scene.subjects):
            return None
        raise NotPossible(f"nobody in the picture wears a {kinds[0]}")
    return replace(scene, subjects=tuple(subjects))
