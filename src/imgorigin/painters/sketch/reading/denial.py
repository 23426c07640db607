"""What the words say is not there: "without furniture", "no dogs or cats"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from imgorigin.painters.sketch import grammar
from imgorigin.painters.sketch.vocabulary import Meaning

_WORDS: Final = frozenset(grammar.NEGATIONS.split())
_GOING_ON: Final = frozenset({"or", "nor", "and"})
_ARTICLES: Final = frozenset({"a", "an", "the", "one", "some"})
_OF_A_THING: Final = frozenset({"size", "material", "look", "mood", "count", "trait"})
"""Families of words before a thing's name."""
_ENDING: Final = frozenset({"relation", "pose"})


@dataclass(slots=True)
class Denial:
    """`denied` are the terms after "no", in their order. `open` says that the next one may be another."""

    denied: list[str] = field(default_factory=list)
    open: bool = False
    _paused: str = ""

    def hears(self, term: str, found: Meaning | None) -> bool:
        """Whether the term is part of a denial, and so is not to be seen."""
        if term in _WORDS:
            self.open, self._paused = True, ""
            return True
        if self._paused:
            return self._goes_on(term, found)
        return self.open and self._takes(term, found)

    def _goes_on(self, term: str, found: Meaning | None) -> bool:
        """After a thing denied: "or" goes on, "and" too, but not "and a lamp"."""
        paused, self._paused = self._paused, ""
        if paused == "thing" and term in _GOING_ON:
            self._paused = term
            return term != "and"
        self.open = paused != "thing" and (paused != "and" or term not in _ARTICLES)
        return self.open and self._takes(term, found)

    def _takes(self, term: str, found: Meaning | None) -> bool:
        families = {family for family, _ in found.tags} if found else set()
        thing = found is None or bool(found.subject or found.hint)
        if not thing and families & _ENDING:
            self.open = False
            return False
        if thing or families - _OF_A_THING:
            self.denied.append(term)
            self._paused = "thing"
        return True
