"""A clause -> finishing steps. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from imgorigin.painters.colors import COLORS
from imgorigin.painters.retouch.clauses import Clause
from imgorigin.painters.retouch.step import NotPossible, Step
from imgorigin.painters.retouch.words import (
    ADDING,
    AMOUNTS,
    CHANGING,
    GRADING,
    IDLE,
    OPERATIONS,
    REMOVING,
    REPAINTED,
    TEXT,
    UNITS,
    WHERE,
)

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_RATIO: Final = re.compile(r"\b(\d+(?:[.,]\d+)?) (?:(?:[:x×/-]|by|to) )?(\d+(?:[.,]\d+)?)\b")
"""As clauses cut it up: "16 : 9", "4 by 5", or "16 9" and "16 - 9" as an address may have it."""
_WIDEST: Final = 8.0
"""What a picture's sides may be to each other, whichever is longer."""
_NEGATED: Final = {
    "blur background": "",
    "brighten": "darken",
    "darken": "brighten",
    "contrast": "flatten",
    "saturate": "desaturate",
    "sharpen": "blur",
    "warmer": "cooler",
    "cooler": "warmer",
}
"""What "less" and "reduce" turn a step into."""
_LESSENING: Final = frozenset({"less", "reduce", "lower", "decrease"})
_UNDOABLE: Final = frozenset(
    "text border shadow vignette rounded tint blur pixelate posterise sepia grayscale invert zoom crop "
    "rotate flip sharpen".split()
) | {"blur background"}
"""Steps that "remove the ..." takes back, if the chain of edits has made them."""
_TAKING_AWAY: Final = frozenset("remove delete erase undo without no drop lose reset".split())
_NOTHING: Final = frozenset({"0", "0.0", "zero"})
_BY_HOW_MUCH: Final = frozenset("rotate zoom brighten darken contrast blur border rounded tint".split())
"""Steps that by nothing are none."""
_LETTERS: Final = frozenset("letters letter font bold type typed".split())


def steps_of(clause: Clause, *, grading: bool) -> tuple[list[Step], tuple[str, ...]]:
    """The steps a clause asks for, and the words of it that say something else.

    Raises NotPossible for one that would change nothing ("rotate by 0 degrees").
    `grading` reads words of light and weather too, as grades of the pixels; without it, only where they say
    how much ("slightly warmer"): a painter that knows the scene repaints it.
    """
    if clause.letters:
        where, color, amount, rest = _details(clause.words)
        text = Step("text", amount, color=color, text=clause.letters, where=where)
        return [text], tuple(told(tuple(word for word in rest if word not in TEXT | _LETTERS)))
    words, steps = clause.words, []
    while found := _first(words, grading=grading):
        step, words = found
        steps.append(step)
    return steps, _told(words)


def undone(clause: Clause) -> str:
    """The name of the step that a clause takes back: "remove the border"; empty for none."""
    if clause.letters or not REMOVING & set(clause.words):
        return ""
    if TEXT & set(clause.words):
        return "text"
    name, _ = _match(set(clause.words), OPERATIONS) or ("", ())
    return name if name in _UNDOABLE else ""


def is_removal(step: Step, clause: Clause) -> bool:
    """Whether a clause would have a step taken away that nobody has made: "remove the border"."""
    if step.name == "cutout" or step.name not in _UNDOABLE:
        return False
    said = set(clause.words)
    return bool(_TAKING_AWAY & said)


_VERBS: Final = ADDING | CHANGING | REMOVING


def _first(words: tuple[str, ...], *, grading: bool) -> tuple[Step, tuple[str, ...]] | None:
    """The step the words name most plainly, and the words it leaves."""
    said = set(words)
    match = _match(said, OPERATIONS) or _graded(words, grading=grading)
    if match is None:
        return _crop_of(words)
    name, term = match
    if name == "crop" and (ratio := _ratio(words)):
        where, _, _, rest = _details(tuple(word for word in ratio[1] if word not in term))
        return Step("crop", number=ratio[0], unit="ratio", where=where), _told(rest)
    if name == "flip" and said & ADDING and "flip" not in said:
        return None
    rest = tuple(word for word in words if word not in term)
    where, color, amount, rest = _details((*rest, *(word for word in term if word in _where())))
    number, unit, rest = _number(rest)
    if _NOTHING & said and not number and name in _BY_HOW_MUCH:
        raise NotPossible("by nothing it stays as it is")
    if said & _LESSENING and name in _NEGATED and not set(term) & _LESSENING:
        name, rest = _NEGATED[name] or name, tuple(word for word in rest if word not in _LESSENING)
    return Step(name, amount, number, unit, color, where=where), _told(rest)


def _graded(words: tuple[str, ...], *, grading: bool) -> tuple[str, tuple[str, ...]] | None:
    """A tone that the words name; without `grading`, only one that no repainting does as well."""
    match = _match(set(words), GRADING)
    repainted = match and not grading and (match[0] in REPAINTED or not _says_how_much(words))
    return None if repainted else match


def _crop_of(words: tuple[str, ...]) -> tuple[Step, tuple[str, ...]] | None:
    """The crop that a ratio asks for by itself: "4:5", "make it 16:9"."""
    ratio = _ratio(words) if ":" in words else None
    if ratio is None or _told(tuple(word for word in ratio[1] if word not in _VERBS)):
        return None
    return Step("crop", number=ratio[0], unit="ratio"), ()


def _ratio(words: tuple[str, ...]) -> tuple[float, tuple[str, ...]] | None:
    """Width by height, and the words left; None where no such ratio is named."""
    text = " ".join(words)
    found = _RATIO.search(text)
    if found is None:
        return None
    wide, tall = (float(number.replace(",", ".")) for number in found.groups())
    if not (wide and tall and 1 / _WIDEST <= wide / tall <= _WIDEST):
        return None
    return wide / tall, tuple((text[: found.start()] + text[found.end() :]).split())


def _match(said: set[str], table: Mapping[str, str]) -> tuple[str, tuple[str, ...]] | None:
    best: tuple[str, tuple[str, ...]] | None = None
    for name, term in _terms(tuple(table.items())):
        if said.issuperset(term) and (best is None or len(term) > len(best[1])):
            best = name, term
    return best


@cache
def _terms(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(term.split("_"))) for name, terms in table for term in terms.split())


def _says_how_much(words: tuple[str, ...]) -> bool:
    amounts = _amounts()
    return any(word in amounts or _NUMBER.fullmatch(word) for word in words)


def _details(words: tuple[str, ...]) -> tuple[tuple[str, ...], str, float, tuple[str, ...]]:
    """Where, in which colour, how much, and the words left."""
    places, amounts = _where(), _amounts()
    where = tuple(dict.fromkeys(places[word] for word in words if word in places))
    amount = next((amounts[word] for word in words if word in amounts), 1.0)
    color, of_color = color_in(words)
    known = places.keys() | amounts.keys() | of_color
    return where, color, amount, tuple(word for word in words if word not in known)


def color_in(words: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """The colour the words name (`#rrggbb`, empty for none), and the words it is named with."""
    for first, second in pairwise(words):
        if color := COLORS.get(f"{first} {second}"):
            return color, frozenset({first, second})
    word = next((word for word in words if word in COLORS), "")
    return COLORS.get(word, ""), frozenset({word} - {""})


def _number(words: tuple[str, ...]) -> tuple[float, str, tuple[str, ...]]:
    at = next((index for index, word in enumerate(words) if _NUMBER.fullmatch(word)), None)
    if at is None:
        return 0.0, "", words
    units = _units()
    unit = units.get(words[at + 1], "") if at + 1 < len(words) else ""
    rest = words[:at] + words[at + (2 if unit else 1) :]
    return min(float(words[at].replace(",", ".")), 1e6), unit, rest


def _told(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say something: what is left of a clause and has to be read, or reported."""
    left = tuple(word for word in words if word not in IDLE and any(map(str.isalnum, word)))
    return left if set(left) - _VERBS else ()


def told(words: tuple[str, ...]) -> Iterator[str]:
    """Words worth a report."""
    return (word for word in _told(words) if word not in _VERBS)


@cache
def _amounts() -> dict[str, float]:
    return {word: amount for amount, words in AMOUNTS.items() for word in words.split()}


@cache
def _where() -> dict[str, str]:
    return {word: name for name, words in WHERE.items() for word in words.split()}


@cache
def _units() -> dict[str, str]:
    return {word: name for name, words in UNITS.items() for word in words.split()}
