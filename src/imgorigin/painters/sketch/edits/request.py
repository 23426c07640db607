"""A clause in the words the painter knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from imgorigin.painters.retouch import words as retouch
from imgorigin.painters.retouch.clauses import Clause
from imgorigin.painters.retouch.reading import told
from imgorigin.painters.retouch.words import ADDING, AMOUNTS, CHANGING, REMOVING
from imgorigin.painters.sketch.reading.terms import scan
from imgorigin.painters.sketch.vocabulary import Meaning, comparative, meaning, tokens

REPLACING: Final = frozenset("replace swap exchange turn change transform convert make switch".split())
MOVING: Final = frozenset("move take bring put place set transport relocate change switch transform".split())
BACKGROUND: Final = frozenset("background backdrop scenery setting wall walls surroundings".split())
SKY: Final = frozenset({"sky", "skies"})
SIZES: Final = {
    word: size
    for size, words in {
        1.4: "bigger larger enlarge grow big large increase",
        1.8: "huge giant gigantic enormous",
        0.7: "smaller littler shrink small little decrease",
        0.45: "tiny minuscule",
    }.items()
    for word in words.split()
}
"""Word -> the factor of a subject's size."""
_INTO: Final = frozenset("with by into to for".split())
_SIZES: Final = frozenset({"big", "large", "small", "huge", "little", "thin", "thick"})
_AMOUNTS: Final = frozenset(" ".join(AMOUNTS.values()).split())
_GENERAL: Final = frozenset("him her them subject object thing instead another more".split())
_VERBS: Final = ADDING | CHANGING | REMOVING
_READABLE: Final = frozenset("clear less no without".split())
"""Verbs and such that mean something to a picture as well, or stop a term from running on."""
_OF_STEPS: Final = frozenset(
    word
    for table in (retouch.OPERATIONS, retouch.GRADING, retouch.AMOUNTS, retouch.WHERE, retouch.UNITS)
    for terms in table.values()
    for word in terms.replace("_", " ").split()
)
_KNOWN: Final = (
    _OF_STEPS
    | _VERBS
    | retouch.VERBS
    | retouch.TEXT
    | retouch.IDLE
    | REPLACING
    | MOVING
    | BACKGROUND
    | SKY
    | SIZES.keys()
    | _GENERAL
)


@dataclass(frozen=True)
class Request:
    """`terms` are the words in order, each with its meaning; verbs have none and are left out."""

    clause: Clause

    @cached_property
    def words(self) -> list[str]:
        return tokens(" ".join(self.clause.words))

    @cached_property
    def terms(self) -> list[tuple[str, Meaning | None]]:
        return list(scan([word for word in self.words if word not in _VERBS - _READABLE], meaning_in_edits))

    @cached_property
    def removes(self) -> bool:
        return bool(REMOVING & set(self.words)) or "away" in self.words

    @cached_property
    def adds(self) -> bool:
        return bool(ADDING & set(self.words)) and not self.removes

    def has(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.words)

    def tags(self, family: str) -> list[str]:
        """The names of a family, in the order of the words."""
        return [name for _, found in self.terms if found for kind, name in found.tags if kind == family]

    @cached_property
    def icons(self) -> list[str]:
        """The things it names."""
        return [found.subject for _, found in self.terms if found and found.subject]

    @cached_property
    def color(self) -> tuple[str, str]:
        """Name and `#rrggbb` of the last colour it names; both empty for none."""
        named = [(term, found.color) for term, found in self.terms if found and found.color]
        return named[-1] if named else ("", "")

    @cached_property
    def halves(self) -> tuple[str, str]:
        """What is before and after "with", "into", ...; "instead of" turns them round."""
        words = [word for word in self.words if word not in _VERBS - _INTO]
        if "instead" in words:
            at = words.index("instead")
            return " ".join(words[at + 1 :]), " ".join(words[:at])
        at = next((index for index, word in enumerate(words) if word in _INTO), len(words))
        return " ".join(words[:at]), " ".join(words[at + 1 :])

    @cached_property
    def phrase(self) -> str:
        """All of it but the verbs."""
        return " ".join(word for word in self.words if word not in _VERBS or word in ("with", "without"))

    @cached_property
    def amount(self) -> float:
        for amount, words in AMOUNTS.items():
            if (set(words.split()) - _SIZES) & set(self.words):
                return amount
        return 1.0

    def strange(self) -> str:
        """The words nothing is known of."""
        known = BACKGROUND | SKY | SIZES.keys() | _AMOUNTS | _GENERAL
        return " ".join(
            told(tuple(term for term, found in self.terms if found is None and term not in known))
        )


def is_more(request: Request) -> bool:
    """Whether it wants something added to what is there."""
    return request.adds or "more" in request.words


def meaning_in_edits(term: str) -> Meaning | None:
    return meaning(term) or comparative(term)


def is_style(word: str) -> bool:
    """Whether a word names a style of painting."""
    found = meaning(word)
    return found is not None and any(family == "style" for family, _ in found.tags)


def is_known(word: str) -> bool:
    """Whether a word means anything in an edit in English."""
    return word in _KNOWN or word.isdecimal() or meaning_in_edits(word) is not None
