"""A word of another language, and the English term it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from imgorigin.painters.sketch.vocabulary import Meaning, meaning

MARKS: Final = frozenset({"(nothing)", "(of)", "(at)", "(subject)", "(start)"})
"""What a table says of words that have no English term."""
_SETTINGS: Final = frozenset({"place", "time", "condition"})
_QUALITIES: Final = frozenset({"size", "look", "material"})


@dataclass(frozen=True)
class Item:
    """`term` is English, or a mark, or the word as written where nothing is known of it. `many` is whether
    its form says that it is several; `sure` is False for a thing that it may mean, no more."""

    term: str
    many: bool = False
    sure: bool = True
    known: bool = True

    @cached_property
    def meaning(self) -> Meaning:
        found = meaning(self.term) or meaning(self.term.rsplit(" ", 1)[-1])
        return found or Meaning()

    @property
    def relation(self) -> str:
        return self._named("relation")

    @property
    def count(self) -> int:
        return int(self._named("count") or 0)

    @property
    def is_thing(self) -> bool:
        return bool(self.meaning.subject)

    @property
    def is_setting(self) -> bool:
        return not self.is_thing and any(family in _SETTINGS for family, _ in self.meaning.tags)

    @property
    def is_noun(self) -> bool:
        return self.is_thing or bool(self._named("place") or self._named("cast") or self._named("garment"))

    @property
    def is_noun_or_setting(self) -> bool:
        return self.is_noun or self.is_setting

    @property
    def is_quality(self) -> bool:
        return bool(self.meaning.color) or any(family in _QUALITIES for family, _ in self.meaning.tags)

    def _named(self, family: str) -> str:
        return dict(self.meaning.tags).get(family, "")
