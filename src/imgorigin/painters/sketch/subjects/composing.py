"""Subjects put together as the words relate them: a cat on a sofa, a man leaning on a car.

Each relation is a function from the group of what carries (the base) and that of what is carried to one
group; to add one, add a row to ATTACHED and its words to `grammar.RELATIONS`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.groups import Group, Piece, group_of
from imgorigin.painters.sketch.subjects.icon import GRID
from imgorigin.painters.sketch.subjects.measures import (
    FUSED,
    RESTED_ON,
    SEATS,
    SITTING,
    SPREADING,
    STOOD_ON,
    VESSELS,
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
_ROOF: Final = {"umbrella": 0.56, "table": 0.7}
"""Share of the height of what others are under that is free below it."""
_WIDEST: Final = 0.86
"""Of what it sits on, the share that those who sit take."""


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
        base = subjects[index]
        group = group_of(
            _opened(_posed(subjects, index), carriers, index), seed, first=firsts[index], airy=index in airy
        )
        for relation in ATTACHED:
            carried = [
                build(other, (*trail, index))
                for other, one in enumerate(subjects)
                if carriers[other] == (relation, index) and other not in trail and other != index
            ]
            if carried:
                group = ATTACHED[relation](base, _tamed(group, carried, relation), carried)
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


def _posed(subjects: Sequence[Subject], index: int) -> Subject:
    """People sit on what one sits on, lean on what they lean on."""
    one = subjects[index]
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
    if posed_of(one) != one.name:
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


# -------------------------------------------------------------------------------------------- places


def _point(piece: Piece, x: float, y: float) -> tuple[float, float]:
    """Where a point of a piece's grid is in its group."""
    across = -1 if piece.flip else 1
    return (
        piece.x + across * (x - piece.icon.middle) / GRID * piece.size,
        piece.y + (y - piece.icon.foot) / GRID * piece.size,
    )


def _main(group: Group, base: Subject) -> Piece:
    return next((piece for piece in group.pieces if piece.subject.name == base.name), group.pieces[-1])


def _row(groups: list[Group], room: float) -> list[Group]:
    """Side by side about 0, no wider than `room`."""
    total = sum(group.width for group in groups)
    share = min(1.0, room / total) if total else 1.0
    gap = max(0.0, (room - total) / (len(groups) + 1)) * 0.5
    x, placed = -(total * share + gap * (len(groups) - 1)) / 2, []
    for group in groups:
        fitted = group.scaled(share)
        placed.append(fitted.moved(x - fitted.left, 0))
        x += fitted.width + gap
    return placed


def _on(base: Subject, group: Group, carried: list[Group]) -> Group:
    main = _main(group, base)
    seat = SEATS.get(base.name, (main.icon.middle, main.icon.box[1] + 0.4))
    x, y = _point(main, *seat)
    placed = _row(carried, max(main.width * _WIDEST, max(one.width for one in carried) * 0.7))
    return group.with_(*(_rested(one).moved(x, y) for one in placed))


def _rested(group: Group) -> Group:
    """With the seats of those who sit, or else their feet, at y = 0."""

    def rest(piece: Piece) -> Piece:
        if not piece.icon.seat:
            return replace(piece, shadow=False)
        down = (piece.icon.foot - piece.icon.seat[1]) / GRID * piece.size
        return replace(piece, y=piece.y + down, shadow=False)

    return group.each(rest)


def _in(base: Subject, group: Group, carried: list[Group]) -> Group:
    if group.pieces[-1].subject.name not in VESSELS:
        return _before(base, group, carried)
    main = _main(group, base)
    _, rim = _point(main, main.icon.middle, VESSELS[main.subject.name])
    room = main.width * 0.74
    placed = []
    for one in _row([_heaped(one) for one in carried], room):
        height = one.height
        placed.append(one.moved(main.x, rim + height * (0.42 if height > main.height * 0.5 else 0.5)))
    return group.with_(*(one.each(lambda piece: replace(piece, shadow=False)) for one in placed), behind=True)


def _heaped(group: Group) -> Group:
    """Several as a heap: a row, and on its gaps the next."""
    count = len(group.pieces)
    if count < 3:
        return group
    below = math.ceil(count * 0.6)
    wide, high = group.pieces[0].width, group.pieces[0].height
    placed = []
    for index, piece in enumerate(group.pieces):
        row, place = (0, index) if index < below else (1, index - below)
        length = below if row == 0 else count - below
        placed.append(replace(piece, x=(place - (length - 1) / 2) * wide * 0.86, y=-row * high * 0.55))
    return Group(tuple(reversed(placed)))


def _above(base: Subject, group: Group, carried: list[Group]) -> Group:
    gap = 0.10 * group.height + 0.12
    placed = _row(carried, max(group.width, sum(one.width for one in carried)))
    aloft = [one.moved(group.width * 0.08, group.top - gap) for one in placed]
    return group.with_(*(one.each(lambda piece: replace(piece, shadow=False)) for one in aloft))


def _under(base: Subject, group: Group, carried: list[Group]) -> Group:
    if base.name not in SPREADING:
        return _beside(base, group, carried)
    left, right = SPREADING[base.name]
    main = _main(group, base)
    tallest = max(one.height for one in carried)
    roof = _ROOF.get(base.name, 0.5)
    grown = max(1.0, tallest / (main.height * roof))
    group = group.scaled(grown)
    main = _main(group, base)
    room = (right - left) / GRID * main.size
    company = len(carried) > 1
    placed = _row(carried, max(room, sum(one.width for one in carried)))
    aside = 0.0 if company or base.name == "table" else -0.16 * room
    return group.with_(*(one.moved(main.x + aside, 0.05) for one in placed), behind=base.name == "table")


def _behind(base: Subject, group: Group, carried: list[Group]) -> Group:
    """Looking out at its right, or over it if it is low."""
    low = group.height < max(one.height for one in carried) * 0.8
    aside = 0.0 if low else group.width * 0.46
    placed = _row(carried, max(group.width, sum(one.width for one in carried)))
    return group.with_(*(one.moved(aside, -0.08) for one in placed), behind=True)


def _before(base: Subject, group: Group, carried: list[Group]) -> Group:
    placed = _row(carried, sum(one.width for one in carried))
    return group.with_(*(one.moved(-group.width * 0.16, 0.14) for one in placed))


def _riding(base: Subject, group: Group, carried: list[Group]) -> Group:
    main = _main(group, base)
    if not can_be_ridden(base.name):
        return _beside(base, group, carried)
    back = (main.icon.middle + 1.5, main.icon.box[1] + 0.36 * main.icon.height)
    x, y = _point(main, *SEATS.get(base.name, back))
    riders = _row(carried, sum(one.width for one in carried))
    if base.name in STOOD_ON or all(piece.icon.seat for one in riders for piece in one.pieces):
        return group.with_(*(_rested(one).moved(x, y) for one in riders))
    sunk = [one.moved(x, y + one.height * 0.24) for one in riders]
    return group.with_(*(one.each(lambda piece: replace(piece, shadow=False)) for one in sunk), behind=True)


def _leaning(base: Subject, group: Group, carried: list[Group]) -> Group:
    placed = []
    for one in carried:
        x = group.right + one.width * 0.28
        placed.append(one.moved(x, 0.03).each(lambda piece: replace(piece, turn=-7)))
    return group.with_(*placed)


def _chasing(base: Subject, group: Group, carried: list[Group]) -> Group:
    x, placed = group.right + 0.35, []
    for one in carried:
        placed.append(one.moved(x - one.left, 0))
        x += one.width + 0.2
    return group.with_(*placed).each(lambda piece: replace(piece, flip=False))


def _beside(base: Subject, group: Group, carried: list[Group]) -> Group:
    x, placed = group.left - 0.08, []
    for one in carried:
        placed.append(one.moved(x - one.right, 0))
        x -= one.width + 0.08
    return group.with_(*placed)


def _around(base: Subject, group: Group, carried: list[Group]) -> Group:
    """Behind and at both sides of it, looking at it."""
    pieces = [piece for one in carried for piece in one.pieces]
    wide = max(piece.width for piece in pieces)
    reach = group.width / 2 + wide * (0.5 + 0.16 * len(pieces))
    ring = []
    for index, piece in enumerate(pieces):
        angle = math.pi * (0.04 + 0.92 * (index + 0.5) / len(pieces)) if len(pieces) > 2 else math.pi * index
        x, y = -math.cos(angle) * reach, -math.sin(angle) * reach * 0.22
        ring.append(replace(piece, x=x, y=y, flip=x < 0 and not is_person(piece.subject.name)))
    return group.with_(Group(tuple(sorted(ring, key=lambda piece: piece.y))), behind=True)


ATTACHED: Final = {
    "on": _on,
    "in": _in,
    "riding": _riding,
    "behind": _behind,
    "under": _under,
    "before": _before,
    "above": _above,
    "leaning": _leaning,
    "chasing": _chasing,
    "around": _around,
}
"""What makes one group of two. Those that are beside each other, or with each other, stand in a row."""
