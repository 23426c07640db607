"""Subjects as pieces of a composition: one alone, or several of a kind, loosely grouped."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch import grammar, palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.folk import AS_HELD, is_figure
from imgorigin.painters.sketch.subjects.icon import GRID, Icon
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.measures import together
from imgorigin.painters.sketch.subjects.traits import is_person, kind_of

_YOUNG: Final = {"young": 0.74, "baby": 0.7}
_CALLED: Final = {"giant": (2.8, math.inf), "tiny": (0.0, 0.5)}
"""The least and the most, in sizes of a dog, that such a word makes of anything beside others."""
_HELD: Final = {"open-book": (0.40, 0.0, 0.17), "balloon": (0.5, -0.56, 0.5)}
_IN_HANDS: Final = (0.34, 0.0, 0.24)
_IN_MOUTH: Final = (0.30, -0.46, 0.34)
"""What is held: its size in the holder's, and where its foot is: from the holder's middle, and how far up."""
_IN_LINE: Final = frozenset({"a row of", "a line of", "a pair of", "two", "a couple of"})
_BOUND: Final = frozenset({"running", "walking", "flying", "jumping"})
"""Poses in which all of a group go the same way."""
_FAMILY: Final = "family"
"""Parents, and as many children as there are."""
_ONE_ROW: Final = 4
"""So many stand side by side; more stand in rows behind each other."""
_BACK_OF_ANIMALS: Final = 0.38
_BACK: Final = 0.26
"""How much higher a row stands than that before it, in its own heights."""

_IN_PAIRS: Final = frozenset({"running-shoe", "hiking-boot", "high-heeled-shoe"})
"""What one drawing shows two of."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An icon standing on (x, y) of a composition, y upwards negative; `size` is the side of its grid.

    A `turn` is in degrees, clockwise, about its foot.
    """

    subject: Subject
    icon: Icon
    x: float
    y: float
    size: float
    flip: bool = False
    turn: float = 0
    shadow: bool = True

    @property
    def width(self) -> float:
        return self.icon.width / GRID * self.size

    @property
    def height(self) -> float:
        return self.icon.height / GRID * self.size


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces in drawing order about x = 0, on the ground y = 0."""

    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        return min(piece.x - piece.width / 2 for piece in self.pieces)

    @property
    def right(self) -> float:
        return max(piece.x + piece.width / 2 for piece in self.pieces)

    @property
    def top(self) -> float:
        return min(piece.y - piece.height for piece in self.pieces)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return -self.top

    def moved(self, dx: float, dy: float) -> Group:
        return self.each(lambda piece: replace(piece, x=piece.x + dx, y=piece.y + dy))

    def scaled(self, share: float) -> Group:
        return self.each(
            lambda piece: replace(piece, x=piece.x * share, y=piece.y * share, size=piece.size * share)
        )

    def each(self, change: Callable[[Piece], Piece]) -> Group:
        return Group(tuple(map(change, self.pieces)))

    def with_(self, *others: Group, behind: bool = False) -> Group:
        """This group and others before it, or behind it."""
        pieces = tuple(piece for other in others for piece in other.pieces)
        return Group((*pieces, *self.pieces) if behind else (*self.pieces, *pieces))


def size_of(subject: Subject) -> float:
    """Beside others, as the words say or as it is."""
    called = _size_name(subject.size)
    share = grammar.SCALE.get(called, 1.0) * _YOUNG.get(subject.size, 1.0)
    least, most = _CALLED.get(called, (0.0, math.inf))
    return min(most, max(least, together(subject.name) * share))


def scale_of(subject: Subject) -> float:
    """How much larger or smaller than usual the words call it, and edits have made it."""
    return subject.scale * grammar.SCALE.get(_size_name(subject.size), 1.0) * _YOUNG.get(subject.size, 1.0)


def _size_name(word: str) -> str:
    return next((name for name, words in grammar.SIZES.items() if word and word in words.split()), "")


def _painted(subject: Subject) -> int:
    """Shoes are drawn in pairs."""
    return (subject.count + 1) // 2 if subject.name in _IN_PAIRS else subject.count


def members(subject: Subject, first: int = 0) -> list[tuple[Subject, int]]:
    """Each one of them, and the how many-th of the picture's people or of its kind it is."""
    cast = next((names for word, names in _casts() if word == subject.noun), ())
    if subject.noun == _FAMILY:
        cast = (*cast, *grammar.CAST["kids"] * 3)
    named = [cast[index % len(cast)] if cast else subject.name for index in range(_painted(subject))]
    return [(replace(subject, name=name, count=1), first + index) for index, name in enumerate(named)]


def _casts() -> Iterable[tuple[str, tuple[str, ...]]]:
    for name, words in grammar.CAST_WORDS.items():
        yield from ((word.replace("_", " "), grammar.CAST[name]) for word in words.split())


def group_of(subject: Subject, seed: int, *, first: int = 0, airy: bool = False) -> Group:
    """The subject, or as many of it as there are; `airy` ones keep apart, as in the sky."""
    rng = Stream(seed, "group", subject.name, subject.noun)
    pieces = []
    for one, nth in members(subject, first):
        icon = icon_of(one, seed, nth)
        jitter = rng.spread(0.07) if subject.count > 1 and not is_person(one.name) else 0.0
        turned = (
            rng.chance(0.4)
            and subject.count > 1
            and subject.count <= _ONE_ROW
            and one.pose not in _BOUND
            and kind_of(one.name).startswith("animal")
        )
        pieces.append(Piece(one, icon, 0, 0, size_of(one) * (1 + jitter), flip=turned))
    if len(pieces) == 1:
        return _with_held(Group(tuple(pieces)), seed)
    if subject.pose == "shaking hands" and len(pieces) == 2:
        return _facing(*pieces)
    if airy:
        return _scattered(pieces, rng)
    if subject.counted in _IN_LINE or len(pieces) <= _ONE_ROW + 2 * (subject.noun == _FAMILY):
        return _with_held(Group(tuple(_side_by_side(pieces, rng))), seed)
    return _in_rows(pieces, rng)


def _with_held(group: Group, seed: int) -> Group:
    """What animals and robots hold is drawn before them; people have it in their hands."""
    held = []
    for piece in group.pieces:
        thing = piece.subject.holding
        if thing and not is_figure(piece.subject.name):
            share, across, up = _HELD.get(thing.name, _IN_HANDS if _has_hands(piece) else _IN_MOUTH)
            icon = icon_of(replace(thing, name=AS_HELD.get(thing.name, thing.name)), seed)
            x, y = piece.x + across * piece.width * (-1 if piece.flip else 1), piece.y - up * piece.height
            held.append(Piece(thing, icon, x, y, piece.size * share, shadow=False))
    return group.with_(Group(tuple(held))) if held else group


def _has_hands(piece: Piece) -> bool:
    return kind_of(piece.subject.name).startswith("face-costume")


def _side_by_side(pieces: list[Piece], rng: Stream) -> list[Piece]:
    gap = 1.06 if not is_person(pieces[0].subject.name) else 0.96
    total = sum(piece.width for piece in pieces) * gap
    x, placed = -total / 2, []
    for index, piece in enumerate(pieces):
        depth = (-0.05 if index % 2 else 0.0) * piece.height * (1 + rng.spread(0.3)) * (len(pieces) > 2)
        placed.append(replace(piece, x=x + piece.width * gap / 2, y=depth))
        x += piece.width * gap
    return sorted(placed, key=lambda piece: piece.y)


def _facing(one: Piece, other: Piece) -> Group:
    """Hand in hand: the right hands, a little inside their boxes, meet in the middle."""
    reach = (one.icon.width / 2 - 1.5) / GRID * one.size
    return Group((replace(one, x=-reach), replace(other, x=reach, flip=True)))


def _in_rows(pieces: list[Piece], rng: Stream) -> Group:
    """The rows behind are fewer, and stand in the gaps."""
    rows = 2 if len(pieces) <= 7 else 3
    front = -(-(len(pieces) + rows) // rows)
    cut, counts = len(pieces), []
    for row in range(rows):
        counts.append(min(cut, front - row) if row < rows - 1 else cut)
        cut -= counts[-1]
    placed: list[Piece] = []
    start, own = 0, kind_of(pieces[0].subject.name).startswith("animal")
    for row, count in enumerate(counts):
        line = _side_by_side(pieces[start : start + count], rng)
        if own and row % 2 and (counts[row - 1] - count) % 2 == 0:
            line = [replace(one, x=one.x + pieces[0].width / 2) for one in line]
        rise = -row * (_BACK_OF_ANIMALS if own else _BACK) * pieces[0].height
        share = (0.82 if own else 0.92) ** row
        placed = [
            *(_farther(replace(one, y=one.y + rise, size=one.size * share), row) for one in line),
            *placed,
        ]
        start += count
    return Group(tuple(placed))


def _farther(piece: Piece, row: int) -> Piece:
    """A little darker, so that things of one colour stand out from those before them."""
    if not row or is_person(piece.subject.name):
        return piece
    dim = palette.recolored(piece.icon.markup, lambda color: palette.darker(color, 0.07 * row))
    return replace(piece, icon=replace(piece.icon, markup=dim), shadow=False)


def _scattered(pieces: list[Piece], rng: Stream) -> Group:
    """On a slanting grid, so that none hides another."""
    across = 3 if len(pieces) > 4 else len(pieces)
    wide = max(piece.width for piece in pieces) * 1.25
    high = max(piece.height for piece in pieces) * 0.95
    placed = []
    for index, piece in enumerate(pieces):
        row, column = divmod(index, across)
        x = (column - (across - 1) / 2 + 0.4 * (row % 2)) * wide + rng.spread(0.14) * wide
        y = -row * high + (column % 2) * high * 0.42 + rng.spread(0.12) * high
        placed.append(replace(piece, x=x, y=y, size=piece.size * rng.between(0.82, 1.12), shadow=False))
    return Group(tuple(placed)).moved(0, -max(piece.y for piece in placed))
