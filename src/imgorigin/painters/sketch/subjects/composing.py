"""Subjects put together as the words relate them: a cat on a sofa, a man leaning on a car.

Who carries whom, and as what: people sit on what one sits on. `attaching` has where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.attaching import ATTACHED
from imgorigin.painters.sketch.subjects.groups import Group, group_of
from imgorigin.painters.sketch.subjects.measures import (
    FUSED,
    RESTED_ON,
    SEATS,
    SITTING,
    STOOD_ON,
    can_be_ridden,
)
from imgorigin.painters.sketch.subjects.traits import is_person, kind_of
from imgorigin.painters.sketch.subjects.variants import posed_of

_PETS: Final = frozenset({"cat", "dog"})
"""Icons of one colour: of a cat and a dog in one picture, the second gets another coat."""
_YOUNGSTERS: Final = frozenset({"child", "boy", "girl"})
_OPENED: Final = {"package": "open-box", "sailboat": "canoe"}
_SHARED: Final = frozenset({"on", "in", "under", "around", "behind", "before"})
_MOST: Final = {
    "on": 3.4,
    "under": 2.1,
    "above": 2.3,
    "behind": 2.0,
    "before": 2.0,
    "riding": 2.2,
    "leaning": 1.1,
}
"""How many times as high as what it carries a base may be."""
_SADDLED: Final = frozenset({"bicycle", "motorcycle", "motor-scooter"})


@dataclass(frozen=True, slots=True)
class Composition:
    """`root` is the subject that all the others of the group are seen from."""

    root: Subject
    group: Group


def compositions(
    subjects: Sequence[Subject], seed: int, airy: frozenset[int] = frozenset()
) -> list[Composition]:
    """One for each subject that stands by itself, with all that is on it, under it, around it."""
    subjects = _fused([_mounted(one, subjects) for one in subjects])
    firsts = _firsts(subjects)
    carriers = [_carrier(subjects, index) for index in range(len(subjects))]

    def build(index: int, trail: tuple[int, ...]) -> Group:
        seen = _opened(_posed(subjects, index, carriers[index]), carriers, index)
        group = group_of(seen, seed, first=firsts[index], airy=index in airy)
        trail = (*trail, index)
        for relation, attached in ATTACHED.items():
            carried = [
                build(other, trail)
                for other, carrier in enumerate(carriers)
                if carrier == (relation, index) and other not in trail
            ]
            if carried:
                group = attached(subjects[index], _tamed(group, carried, relation), carried)
        return group

    roots = [index for index, (relation, _) in enumerate(carriers) if not relation]
    return [Composition(subjects[index], build(index, ())) for index in roots or range(len(subjects))]


def _fused(subjects: Sequence[Subject]) -> Sequence[Subject]:
    """The subjects, those that belong together in one drawing as one."""
    for at, one in enumerate(subjects):
        for to, other in enumerate(subjects):
            whole = FUSED.get((one.name, other.name))
            if whole and (one.other == to or other.other == at or one.other < 0):
                fused = replace(one, name=whole, count=1, relation="", other=-1)
                rest = (each for index, each in enumerate(subjects) if index not in (at, to))
                return [fused, *(replace(each, relation="", other=-1) for each in rest)]
    return subjects


def _mounted(one: Subject, subjects: Sequence[Subject]) -> Subject:
    """Who is on an animal, or a bicycle, rides it."""
    if one.relation != "on" or not is_person(one.name) or not 0 <= one.other < len(subjects):
        return one
    other = subjects[one.other].name
    rides = other in _SADDLED or (other in SEATS and kind_of(other).startswith("animal"))
    return replace(one, relation="riding") if rides else one


def _carrier(subjects: Sequence[Subject], index: int) -> tuple[str, int]:
    """By what relation, and to which other, a subject belongs; an empty one for who stands by itself.

    "A girl with a dog under a tree": both are under it.
    """
    one = subjects[index]
    if not 0 <= one.other < len(subjects):
        return "", -1
    if one.relation in ATTACHED:
        return one.relation, one.other
    other = subjects[one.other]
    if other.relation in _SHARED and other.other != index and 0 <= other.other < len(subjects):
        return other.relation, other.other
    return "", -1


def _tamed(group: Group, carried: list[Group], relation: str) -> Group:
    """What carries others, no larger beside them than lets them be seen."""
    most = _MOST.get(relation)
    tallest = max(one.height for one in carried)
    return group.scaled(min(1.0, most * tallest / group.height)) if most else group


def _firsts(subjects: Sequence[Subject]) -> list[int]:
    """How many of the people, or of a kind, each subject comes after: no two of them look the same."""
    seen: dict[str, int] = {}
    firsts = []
    for one in subjects:
        kind = "people" if is_person(one.name) else "pets" if one.name in _PETS else one.name
        firsts.append(seen.get(kind, 0))
        seen[kind] = firsts[-1] + one.count
    return firsts


def _posed(subjects: Sequence[Subject], index: int, carrier: tuple[str, int]) -> Subject:
    """People sit on what one sits on, lean on what they lean on; so do those who are with them there."""
    one = subjects[index]
    if carrier[0] == "on" and one.relation != "on":
        one = replace(one, relation="on", other=carrier[1])
    if not 0 <= one.other < len(subjects):
        return _still(one)
    other = subjects[one.other].name
    if not is_person(one.name):
        return _still(_settled(one, other))
    pose = {"leaning": "leaning", "chasing": "running"}.get(one.relation, one.pose)
    if one.relation == "riding":
        pose = "riding" if can_be_ridden(other) and other not in STOOD_ON else "standing"
    elif one.relation == "on" and other in SITTING and one.pose not in ("standing", "dancing", "jumping"):
        pose = "sitting"
    return _still(replace(one, pose=pose))


def _settled(one: Subject, other: str) -> Subject:
    """Animals sit on what people sit on, and run after others."""
    if one.relation == "on" and other in RESTED_ON and one.pose in ("", "standing", "walking"):
        return replace(one, pose="sitting")
    return replace(one, pose="running") if one.relation == "chasing" else one


def _opened(one: Subject, carriers: list[tuple[str, int]], index: int) -> Subject:
    """A box is open if something is in it, and a boat has no sail in the way."""
    return replace(one, name=_OPENED.get(one.name, one.name)) if ("in", index) in carriers else one


def _still(one: Subject) -> Subject:
    """Poses that are none of the body, unless they are drawn."""
    if posed_of(one) != one.name or one.name == "baby":
        return one
    if one.pose == "sitting" and one.relation != "on":
        return replace(one, pose="standing")
    other = {
        "reading": "standing",
        "sleeping": "standing",
        "playing": "jumping" if one.name in _YOUNGSTERS else "standing",
        "flying": "standing",
    }
    return replace(one, pose=other.get(one.pose, one.pose))
