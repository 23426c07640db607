"""How large compositions are painted, and how they share the room of a spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.composing import Composition
from imgorigin.painters.sketch.subjects.groups import Group, scale_of, size_of
from imgorigin.painters.sketch.subjects.spot import CENTRED, Spot
from imgorigin.painters.sketch.subjects.traits import traits

HEADROOM: Final = 24
"""Units that a subject keeps from the upper edge."""
_GAP: Final = 0.07
"""Between subjects in a row, in sizes of a dog."""
_ROOM: Final = 0.88
"""Share of the picture's width they may take together."""
_STRIP: Final = 7.5
"""The ratio from which a picture may be shown as an even narrower strip of it."""
_IN_STRIP: Final = 0.38
"""What subjects take of its shorter side, so that they are whole in that strip."""
BESIDE_TEXT: Final = 0.44
"""That share where the picture leaves a side to text."""
_EDGE: Final = 0.04
"""Share of the width that one who stands aside keeps from the edge."""
_ALONE: Final = (0.85, 1.3)
"""The first subject is shown no smaller or larger than this, in sizes of the spot, whatever its size."""
_TOGETHER: Final = 1.2
"""Subjects that are one composition are no smaller than this as a whole, in sizes of the spot."""
_MOST: Final = 2.8
"""How many times as high as the smallest anything may be beside it."""
_SAID: Final = (0.6, 1.35)
"""And this is the most that "tiny" and "giant" make of it."""


def evened(found: list[Composition]) -> list[Composition]:
    """None so large beside the others that they would be dots."""
    most = _MOST * min(one.group.height for one in found) if found else 0
    return [replace(one, group=one.group.scaled(min(1.0, most / one.group.height))) for one in found]


def in_row(stage: Stage, found: list[Composition], spot: Spot) -> list[tuple[Composition, Group]]:
    """The compositions in units of the picture, as a row about the spot."""
    scale = _scale(stage, found, spot)
    row = [(one, one.group.scaled(scale)) for one in _in_order(found)]
    gap = _GAP * scale
    x = stage.w * spot.x - (sum(group.width for _, group in row) + gap * (len(row) - 1)) / 2
    placed = []
    for one, group in row:
        placed.append((one, group.moved(x - group.left, 0)))
        x += group.width + gap
    return placed


def _in_order(found: list[Composition]) -> list[Composition]:
    """The first in the middle; the second before it, to the left, for that is where icons face."""
    return [*found[1:2], *found[:1], *found[2:]]


def _scale(stage: Stage, found: Sequence[Composition], spot: Spot) -> float:
    """Units of the picture to a dog's size: the first subject as large as the spot wants it, if all have
    room."""
    scale = _wanted(stage, found, spot)
    width = sum(one.group.width for one in found) + _GAP * (len(found) - 1)
    height = max(one.group.height for one in found)
    tall = spot.tall
    if len(found) == 1 and _is_of_several_kinds(found[0]):
        scale = max(scale, spot.size * _TOGETHER / max(height, width * 0.7))
        if stage.scene.place not in CENTRED:
            tall = max(tall, min(stage.h * 0.82, tall * 1.4, spot.ground - HEADROOM))
    share = min(_ROOM, 2 * (min(spot.x, 1 - spot.x) - _EDGE)) if spot.x != 0.5 else _ROOM
    if stage.calm in ("left", "right"):
        share = BESIDE_TEXT
    if stage.w >= _STRIP * stage.h:
        tall = min(tall, stage.h * _IN_STRIP)
    if stage.h >= _STRIP * stage.w:
        share = _IN_STRIP
    return min(scale, stage.w * share / width, tall / height)


def _wanted(stage: Stage, found: Sequence[Composition], spot: Spot) -> float:
    """The scale at which the first subject is as large as the spot wants it."""
    first, pieces = found[0].root, found[0].group.pieces
    if len(found) > 1 or len(pieces) > 1:
        lead = stage.scene.subjects[0] if stage.scene.subjects else first
        return spot.size * _within(_ALONE, size_of(lead)) / size_of(lead)
    own = _within(_ALONE, traits(first.name).size)
    return spot.size * own * _within(_SAID, scale_of(first)) / pieces[0].size


def _is_of_several_kinds(one: Composition) -> bool:
    return any(piece.subject.noun != one.root.noun for piece in one.group.pieces)


def _within(bounds: tuple[float, float], value: float) -> float:
    least, most = bounds
    return min(most, max(least, value))
