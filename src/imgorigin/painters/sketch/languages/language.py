"""What a word of a language means: as written, without accents, by its stem, or in parts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from imgorigin.painters.sketch.languages.item import MARKS, Item
from imgorigin.painters.sketch.languages.segments import segments

LONGEST_TERM: Final = 4
"""Words of the longest term looked for: "pôr do sol"."""
LONGEST_COMPOUND: Final = 40
_SHORTEST_STEM: Final = 3
_SHORTEST_PART: Final = 3
_NO_NOUNS: Final = frozenset({None, *MARKS})
_UNMARKED: Final = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "đ": "d"})
_FOLDED_SCRIPTS: Final = frozenset({"latin", "arabic"})
"""Scripts whose marks one may leave out."""


def folded(word: str) -> str:
    """Without accents: "bäume" -> "baume"."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word.translate(_UNMARKED))
    return "".join(char for char in plain if unicodedata.category(char) != "Mn")


@dataclass(frozen=True)
class Language:
    """`rows` and `hints`: word -> English term it plainly means, or may mean. `settings`: see `__init__`."""

    code: str
    script: str
    rows: Mapping[str, str]
    hints: Mapping[str, str]
    settings: Mapping[str, tuple[str, ...]]

    def has(self, setting: str, value: str = "") -> bool:
        """Whether the settings have a value."""
        values = self.settings.get(setting, ())
        return value in values if value else bool(values)

    # ------------------------------------------------------------------------------------ a whole text

    def items(self, words: Sequence[str]) -> list[Item]:
        """The terms of a text, the longest first."""
        words = [part for word in words for part in self._split(word)]
        found: list[Item] = []
        start = 0
        while start < len(words):
            for length in range(min(LONGEST_TERM, len(words) - start), 0, -1):
                items = self.lookup(" ".join(words[start : start + length]), thorough=length == 1)
                if items:
                    break
            else:
                length, items = 1, (Item(words[start], known=False),)
            found += items
            start += length
        return found

    def _split(self, word: str) -> list[str]:
        return segments(word, self.plainly) if self.has("order", "no spaces") else [word]

    def score(self, words: Sequence[str], *, thorough: bool) -> float:
        """How many of the words it knows; such as it must guess at count for less."""
        if self.has("order", "no spaces"):
            return max(0.0, sum(self._coverage(word) for word in words))
        total, start = 0.0, 0
        while start < len(words):
            for length in range(min(LONGEST_TERM, len(words) - start), 0, -1):
                term = " ".join(words[start : start + length])
                if worth := self._worth(term, thorough=thorough and length == 1):
                    total += worth * length
                    break
            else:
                length = 1
            start += length
        return total

    def _worth(self, term: str, *, thorough: bool) -> float:
        if term in self.rows:
            return 1.0
        if term in self._folded:
            return 0.9
        if term in self.hints:
            return 0.5
        if not thorough:
            return 0.0
        if not self.lookup(term):
            return 0.0
        return 0.25 if self._head(term) and not self._inflected(term) and not self._compound(term) else 0.75

    def _coverage(self, word: str) -> float:
        parts = segments(word, self.plainly)
        told = sum(len(part) for part in parts if self.plainly(part))
        return (told - 0.1 * len(parts)) / len(word)

    # ------------------------------------------------------------------------------------ a single term

    def plainly(self, word: str) -> bool:
        """Whether a word is known as it is written."""
        return word in self.rows or word in self.hints

    def lookup(self, term: str, *, thorough: bool = True) -> tuple[Item, ...]:
        """The items a term stands for; none for a term nothing is known of."""
        found = next(filter(None, map(self._direct, self._spelled(term))), None) or self._inflected(term)
        if found:
            return (found,)
        if english := self.hints.get(term):
            return (Item(english, sure=False),)
        if not thorough or " " in term:
            return ()
        return self._with_particle(term) or self._elided(term) or self._compound(term) or self._head(term)

    def _direct(self, word: str) -> Item | None:
        english = self.rows.get(word) or self._folded.get(self._plain(word))
        return Item(english) if english else None

    def _spelled(self, term: str) -> Iterator[str]:
        """As it is written, and as it may be meant: "baeume", "bäume"."""
        yield term
        meant = term
        for pair in self.settings.get("spellings", ()):
            written, letter = pair.split(">")
            meant = meant.replace(written, letter)
        if meant != term:
            yield meant

    def _inflected(self, term: str) -> Item | None:
        """By the longest stem it shares with a known word, the endings of both being some of the language."""
        if len(term) <= _SHORTEST_STEM:
            return None
        for meant in self._spelled(term):
            word = self._plain(meant)
            if known := self._singular(word):
                return Item(self._folded[known], many=True)
            for stem in self._stems(word):
                known = self._by_stem.get(stem, "")
                if known and (len(stem) >= self._shortest_stem or stem in (word, known)):
                    return Item(self._folded[known])
        return None

    def _singular(self, word: str) -> str:
        """The known word of which it is the plural; empty for none."""
        for plural in self.settings.get("plurals", ()):
            before, _, after = self._plain(plural).rpartition(">")
            one = word.removesuffix(after) + before
            if word.endswith(after) and len(one) >= _SHORTEST_STEM and self._folded.get(one) not in _NO_NOUNS:
                return one
        return ""

    def _stems(self, word: str) -> Iterator[str]:
        """The word and what is left of it without an ending, the longest first."""
        yield word
        *before, last = word.split(" ")
        for ending in self._endings:
            if last.endswith(ending) and len(last) - len(ending) >= _SHORTEST_STEM:
                yield " ".join([*before, last[: len(last) - len(ending)]])

    def _plain(self, word: str) -> str:
        """Without the marks that one may leave out in its script."""
        return folded(word) if self.script in _FOLDED_SCRIPTS else word

    @cached_property
    def _shortest_stem(self) -> int:
        """Letters of a stem that two words must share of which neither is the stem."""
        return int(next(iter(self.settings.get("stems", ())), "4"))

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        plain = map(self._plain, self.settings.get("endings", ()))
        return tuple(sorted(dict.fromkeys(plain), key=lambda ending: (len(ending), ending)))

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for word, english in self.rows.items():
            found.setdefault(self._plain(word), english)
        return found

    @cached_property
    def _by_stem(self) -> Mapping[str, str]:
        """Stem -> the word it is of; of several that which loses least."""
        found: dict[str, str] = {}
        words = [word for word, english in self._folded.items() if english not in MARKS or len(word) > 4]
        for word in words:
            for stem in self._stems(word):
                if len(word) - len(stem) < len(found.get(stem, stem + "~" * 9)) - len(stem):
                    found[stem] = word
        return found

    def _with_particle(self, word: str) -> tuple[Item, ...]:
        for particle in sorted(self.settings.get("particles", ()), key=len, reverse=True):
            if word.endswith(particle) and len(word) > len(particle):
                before = self.lookup(word[: -len(particle)])
                if before and before[0].known:
                    return (*before, Item(self.rows.get(particle, "(nothing)")))
        return ()

    def _elided(self, word: str) -> tuple[Item, ...]:
        for article in sorted(self.settings.get("elisions", ()), key=len, reverse=True):
            noun = word.removeprefix(article)
            if noun != word and folded(noun[:1]) in [*"aeiouyh"] and (found := self.lookup(noun)):
                return found
        return ()

    def _compound(self, word: str) -> tuple[Item, ...]:
        """In two known parts: "Winterwald"."""
        for at in self._cuts(word):
            last = self._part(word[at:])
            if last and (first := self._first_part(word[:at])):
                return (Item(f"{first.term} {last.term}", many=last.many),)
        return ()

    def _head(self, word: str) -> tuple[Item, ...]:
        """By its last part alone, the longest that is known: "Laubfrosch" is a frog."""
        parts = (self._part(word[at:]) for at in self._cuts(word) if len(word) - at > _SHORTEST_PART)
        return next(((part,) for part in parts if part), ())

    def _cuts(self, word: str) -> range:
        long_enough = self.has("joints") and len(word) <= LONGEST_COMPOUND
        return range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1) if long_enough else range(0)

    def _part(self, word: str) -> Item | None:
        found = self._direct(word) or self._inflected(word)
        return found if found and found.sure and found.is_noun_or_setting else None

    def _first_part(self, word: str) -> Item | None:
        for joint in ("", *self.settings["joints"]):
            bare = word.removesuffix(joint)
            if len(bare) >= _SHORTEST_PART and (found := self._direct(bare)):
                return found if found.sure and found.term not in MARKS else None
        return None
