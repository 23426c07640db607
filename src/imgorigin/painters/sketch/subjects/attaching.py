"""How one group is put to another: on it, under it, around it.

Each relation is a function from the subject that carries (the base), its group and the groups that are
carried to one group; to add one, add a row to ATTACHED and its words to `grammar.RELATIONS`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.groups import Group, Piece
from imgorigin.painters.sketch.subjects.icon import GRID
from imgorigin.painters.sketch.subjects.measures import SEATS, SPREADING, STOOD_ON, VESSELS, can_be_ridden
from imgorigin.painters.sketch.subjects.traits import is_person

_ROOF: Final = {"umbrella": 0.56, "table": 0.7}
"""Share of the height of what others are under that is free below it."""
_AT_SIDE: Final = 0.1
"""Between a thing and what is left or right of it."""
_HEAPED, _LARGEST = 0.86, 2.4
"""A heap in a vessel is made no smaller than this for it; and how much the vessel may grow."""
_WIDEST: Final = 0.86
"""Of what it sits on, the share that those who sit take."""


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
    total = _width(groups)
    share = min(1.0, room / total) if total else 1.0
    gap = max(0.0, (room - total) / (len(groups) + 1)) * 0.5
    x, placed = -(total * share + gap * (len(groups) - 1)) / 2, []
    for group in groups:
        fitted = group.scaled(share)
        placed.append(fitted.moved(x - fitted.left, 0))
        x += fitted.width + gap
    return placed


def _width(groups: list[Group]) -> float:
    return sum(group.width for group in groups)


def _aloft(group: Group) -> Group:
    """Off the ground: nothing of it has a shadow there."""
    return group.each(lambda piece: replace(piece, shadow=False))


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
    heaps = [_heaped(one) for one in carried]
    group = _roomy(base, group, heaps)
    main = _main(group, base)
    _, rim = _point(main, main.icon.middle, VESSELS[main.subject.name])
    placed = []
    for one in _row(heaps, main.width * 0.74):
        lowest = max(piece.height for piece in one.pieces)
        sunk = lowest * (0.32 if one.height > main.height * 0.5 else 0.5)
        placed.append(_aloft(one).moved(main.x, rim + sunk))
    return group.with_(*placed, behind=True)


def _roomy(base: Subject, group: Group, heaps: list[Group]) -> Group:
    """A vessel as large as holds a heap of things; one thing is made to fit it."""
    if max(len(one.pieces) for one in heaps) < 3:
        return group
    main = _main(group, base)
    return group.scaled(min(_LARGEST, max(1.0, _HEAPED * _width(heaps) / (main.width * 0.74))))


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
    placed = _row(carried, max(group.width, _width(carried)))
    return group.with_(*(_aloft(one).moved(group.width * 0.08, group.top - gap) for one in placed))


def _under(base: Subject, group: Group, carried: list[Group]) -> Group:
    if base.name not in SPREADING:
        return _beside(base, group, carried)
    left, right = SPREADING[base.name]
    main = _main(group, base)
    free = main.height * _ROOF.get(base.name, 0.5)
    group = group.scaled(max(1.0, max(one.height for one in carried) / free))
    main = _main(group, base)
    room = (right - left) / GRID * main.size
    placed = _row(carried, max(room, _width(carried)))
    aside = 0.0 if len(carried) > 1 or base.name == "table" else -0.16 * room
    return group.with_(*(one.moved(main.x + aside, 0.05) for one in placed), behind=base.name == "table")


def _behind(base: Subject, group: Group, carried: list[Group]) -> Group:
    """Looking out at its right, or over it if it is low."""
    low = group.height < max(one.height for one in carried) * 0.8
    aside = 0.0 if low else group.width * 0.46
    placed = _row(carried, max(group.width, _width(carried)))
    return group.with_(*(one.moved(aside, -0.08) for one in placed), behind=True)


def _before(base: Subject, group: Group, carried: list[Group]) -> Group:
    placed = _row(carried, _width(carried))
    return group.with_(*(one.moved(-group.width * 0.16, 0.14) for one in placed))


def _riding(base: Subject, group: Group, carried: list[Group]) -> Group:
    main = _main(group, base)
    if not can_be_ridden(base.name):
        return _beside(base, group, carried)
    back = (main.icon.middle + 1.5, main.icon.box[1] + 0.36 * main.icon.height)
    x, y = _point(main, *SEATS.get(base.name, back))
    riders = _row(carried, _width(carried))
    if base.name in STOOD_ON or all(piece.icon.seat for one in riders for piece in one.pieces):
        return group.with_(*(_rested(one).moved(x, y) for one in riders))
    return group.with_(*(_aloft(one).moved(x, y + one.height * 0.24) for one in riders), behind=True)


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


def _left(base: Subject, group: Group, carried: list[Group]) -> Group:
    return group.with_(*_apart(carried, group.left - _AT_SIDE, -1))


def _right(base: Subject, group: Group, carried: list[Group]) -> Group:
    return group.with_(*_apart(carried, group.right + _AT_SIDE, 1))


def _apart(groups: list[Group], x: float, side: int) -> Iterator[Group]:
    """One after the other, from x to that side."""
    for one in groups:
        yield one.moved(x - (one.left if side > 0 else one.right), 0)
        x += side * (one.width + _AT_SIDE)


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


ATTACHED: Final[dict[str, Callable[[Subject, Group, list[Group]], Group]]] = {
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
    "left": _left,
    "right": _right,
}
"""What makes one group of two. Those that are beside each other, or with each other, stand in a row."""
