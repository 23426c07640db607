"""Edits of subjects: add, remove, replace, recolour, resize."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from imgorigin.painters.retouch.step import NotPossible, Step
from imgorigin.painters.sketch.edits.request import BACKGROUND, REPLACING, SIZES, SKY, Request
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.subjects.traits import is_being, is_person
from imgorigin.painters.sketch.vocabulary import Meaning

MOST: Final = 6
"""Subjects of one scene."""
MOST_OF_A_KIND: Final = 12

_SMALLEST, _LARGEST = 0.25, 2.2
_NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "pair": 2, "couple": 2,
    "few": 3, "several": 4, "many": 7,
}  # fmt: skip
_ARTICLES: Final = frozenset("a an the some two three".split())
"""Before what it is to be: "make it a cat"; "make it pop" is no man."""
_ANEW: Final = frozenset("add another insert include more second".split())
"""What makes one more of a thing that is there; "put the dog on the beach" does not."""
_GENERAL: Final = frozenset({"it", "subject", "him", "her", "them", "this", "object", "thing", "one"})
_SILENT: Final = Meaning()
"""A word that says nothing a picture could show."""
_ON: Final = {
    "on": "on", "onto": "on", "under": "under", "below": "under", "beside": "beside", "behind": "behind",
    "above": "above", "over": "above", "in": "in", "near": "beside",
}  # fmt: skip


def with_things(scene: Scene, request: Request) -> Scene | None:
    """None if the request is not about subjects. Raises NotPossible for one that is not there."""
    for edit in _EDITS:
        changed = edit(scene, request)
        if changed is not None:
            return changed
    return None


def farther(scene: Scene, step: Step) -> Scene:
    """Zoomed out: less near if it was zoomed in, else the subjects smaller, and so more of what is around.
    Raises NotPossible where there is no subject."""
    if any(one.name == "zoom" for one in scene.finish):
        return replace(scene, finish=tuple(one for one in scene.finish if one.name != "zoom"))
    if not scene.subjects or all(one.scale <= _SMALLEST for one in scene.subjects):
        raise NotPossible("the picture shows all there is")
    by = 1 / (1 + (step.number / 100 if step.unit == "%" else 0.4 * step.amount))
    smaller = (replace(one, scale=max(_SMALLEST, one.scale * by)) for one in scene.subjects)
    return replace(scene, subjects=tuple(smaller))


# ------------------------------------------------------------------------------------------ each edit


def _removed(scene: Scene, request: Request) -> Scene | None:
    if not request.removes:
        return None
    if "people" in request.tags("detail") and "people" in scene.details:
        return replace(scene, details=scene.details - {"people"})
    names = request.icons or _general(scene, request)
    if not names:
        return None
    if not _named(scene, names):
        raise NotPossible(f"there is no {_listed(request)} in the picture")
    return _without(scene, names)


def _replaced(scene: Scene, request: Request) -> Scene | None:
    if not request.has(REPLACING) and "instead" not in request.words:
        return None
    old, new = _old_and_new(scene, request)
    if new is None:
        return None
    if not old:
        raise NotPossible("what is to be replaced is not in the picture")
    subjects = [*scene.subjects]
    subjects[old[0]] = _instead(subjects[old[0]], new, request)
    return replace(scene, subjects=tuple(subjects))


def _instead(before: Subject, new: Subject, request: Request) -> Subject:
    """A subject replaced, or what it holds; where it stands, and what it holds else, stays."""
    if before.holding and before.holding.name in request.icons and before.name not in request.icons:
        return replace(before, holding=new)
    held = new.holding or (before.holding if is_being(new.name) else None)
    return replace(new, scale=before.scale, relation=before.relation, other=before.other, holding=held)


def _old_and_new(scene: Scene, request: Request) -> tuple[list[int], Subject | None]:
    """Which subjects a request replaces, and by what: "replace A with B", "turn it into B", "make A a B"."""
    before, after = request.halves
    if after and (found := read(after, scene.seed).subjects):
        names = [subject.name for subject in read(before, scene.seed).subjects]
        if found[0].name in _names(scene) and not names:
            return [], None
        return _named(scene, names or _first(scene)), found[0]
    known = [name for name in request.icons if name in _names(scene)]
    strange = [name for name in request.icons if name not in _names(scene)]
    if not strange or not (known or (request.has(_GENERAL) and request.has(_ARTICLES))):
        return [], None
    new = next((one for one in read(request.phrase, scene.seed).subjects if one.name in strange), None)
    return _named(scene, known or _first(scene)), new


def _resized(scene: Scene, request: Request) -> Scene | None:
    factor = next((SIZES[word] for word in request.words if word in SIZES), None)
    if factor is None or request.adds or any(name not in _names(scene) for name in request.icons):
        return None
    if not scene.subjects:
        raise NotPossible("there is no subject in the picture to resize")
    at = _named(scene, request.icons or _first(scene))
    by = factor**request.amount if request.amount != 1 else factor

    def resized(subject: Subject) -> Subject:
        return replace(subject, scale=min(_LARGEST, max(_SMALLEST, subject.scale * by)))

    return _each(scene, at, resized)


def _painted(scene: Scene, request: Request) -> Scene | None:
    """A colour goes to the subjects named with it."""
    name, color = request.color
    known = [icon for icon in request.icons if icon in {*_names(scene), *_held(scene)}]
    if not request.icons and len(scene.subjects) == 1 and _is_of_it(request):
        known = _first(scene)
    if not (color and known) or request.has(BACKGROUND | SKY) or len(known) < len(request.icons):
        return None

    def painted(subject: Subject) -> Subject:
        if subject.name in known:
            subject = replace(subject, color=color, color_name=name)
        if subject.holding and subject.holding.name in known:
            subject = replace(subject, holding=replace(subject.holding, color=color, color_name=name))
        return subject

    return replace(scene, subjects=tuple(map(painted, scene.subjects)))


def _is_of_it(request: Request) -> bool:
    """Whether a request says nothing but a colour: "make it blue" is the car, if that is all there is."""
    said = [found for term, found in request.terms if term not in _GENERAL]
    return not request.adds and all(found is not None and (found.color or found == _SILENT) for found in said)


def _added(scene: Scene, request: Request) -> Scene | None:
    """New subjects, as the words would paint them. What is there already may say where: "on the bench"."""
    asked = read(request.phrase, scene.seed)
    if "give" in request.words and scene.subjects and (given := _given(scene, asked.subjects)):
        return replace(scene, subjects=(replace(scene.subjects[0], holding=given), *scene.subjects[1:]))
    new = [one for one in asked.subjects if _is_new(one, scene, request)]
    if not new or not request.icons:
        return None
    if len(scene.subjects) + len(new) > MOST:
        raise NotPossible(f"a picture has room for {MOST} subjects")
    new = [_among(one, asked.subjects, new, scene) for one in new]
    if len(new) == 1 and (count := _count(request)) > 1:
        new = [replace(new[0], count=count)]
    relation, other = _relation(scene, request)
    if relation and not new[0].relation:
        new[0] = replace(new[0], relation=relation, other=other)
    place = asked.place if scene.place == "abstract" else scene.place
    return replace(scene, subjects=(*scene.subjects, *new), place=place)


def _is_new(one: Subject, scene: Scene, request: Request) -> bool:
    """Whether it is not there yet, or asked for once more."""
    return one.name not in _names(scene) or (request.has(_ANEW) and not _is_a_place_word(one, request))


_EDITS: Final[tuple[Callable[[Scene, Request], Scene | None], ...]] = (
    _removed,
    _replaced,
    _resized,
    _painted,
    _added,
)
"""In the order in which they are tried."""

# ------------------------------------------------------------------------------------------- subjects


def _names(scene: Scene) -> list[str]:
    return [subject.name for subject in scene.subjects]


def _held(scene: Scene) -> list[str]:
    return [subject.holding.name for subject in scene.subjects if subject.holding]


def _first(scene: Scene) -> list[str]:
    return _names(scene)[:1]


def _general(scene: Scene, request: Request) -> list[str]:
    return _first(scene) if request.has(frozenset({"subject", "object", "him", "her"})) else []


def _named(scene: Scene, names: list[str]) -> list[int]:
    """Which subjects are, or hold, what is named. "Person" is any of them."""
    anyone = "person" in names
    return (
        [
            at
            for at, subject in enumerate(scene.subjects)
            if subject.name in names
            or (subject.holding and subject.holding.name in names)
            or (anyone and is_person(subject.name))
        ]
        if names
        else []
    )


def _without(scene: Scene, names: list[str]) -> Scene:
    """Less the subjects of those names, and what is held of them. Who stood on one of them stands alone."""
    gone = [at for at in _named(scene, names) if not _only_holds(scene.subjects[at], names)]
    kept = [at for at in range(len(scene.subjects)) if at not in gone]

    def settled(subject: Subject) -> Subject:
        if subject.holding and subject.holding.name in names:
            subject = replace(subject, holding=None)
        if subject.other in kept:
            return replace(subject, other=kept.index(subject.other))
        return replace(subject, relation="", other=-1)

    return replace(scene, subjects=tuple(settled(scene.subjects[at]) for at in kept))


def _only_holds(subject: Subject, names: list[str]) -> bool:
    held = subject.holding is not None and subject.holding.name in names
    return held and subject.name not in names and not ("person" in names and is_person(subject.name))


def _each(scene: Scene, at: list[int], change: Callable[[Subject], Subject]) -> Scene:
    subjects = (change(one) if index in at else one for index, one in enumerate(scene.subjects))
    return replace(scene, subjects=tuple(subjects))


def _given(scene: Scene, asked: tuple[Subject, ...]) -> Subject | None:
    """What the first subject is given, if it has hands: "give the dog a red balloon"."""
    if not is_being(scene.subjects[0].name):
        return None
    held = next((one.holding for one in asked if one.holding), None)
    return held or next((one for one in asked if one.name not in _names(scene)), None)


def _among(one: Subject, asked: tuple[Subject, ...], new: list[Subject], scene: Scene) -> Subject:
    """A new subject, its relation told by the numbers that subjects will have in the scene."""
    if one.other < 0:
        return one
    target, there = asked[one.other], _names(scene)
    if target in new:
        return replace(one, other=len(there) + new.index(target))
    known = target.name in there
    return replace(one, other=there.index(target.name)) if known else replace(one, relation="", other=-1)


def _is_a_place_word(subject: Subject, request: Request) -> bool:
    """Whether a subject that is there already is only named to say where a new one goes, or for whom it is:
    several people ("kids") have no icon of their own."""
    icons = request.icons
    others = [name for name in icons if name != subject.name]
    if not others or subject.name not in icons:
        return bool(others)
    return icons.index(others[0]) < icons.index(subject.name)


def _relation(scene: Scene, request: Request) -> tuple[str, int]:
    words = request.words
    where = next((_ON[word] for word in words if word in _ON), "")
    known = [name for name in request.icons if name in _names(scene)]
    return (where, _names(scene).index(known[-1])) if where and known else ("", -1)


def _count(request: Request) -> int:
    for word in request.words:
        if word in _NUMBERS:
            return _NUMBERS[word]
        if word.isascii() and word.isdigit():
            return min(MOST_OF_A_KIND, max(1, int(word[:3])))
    return 1


def _listed(request: Request) -> str:
    return " or ".join(term for term, found in request.terms if found and found.subject) or "such thing"
