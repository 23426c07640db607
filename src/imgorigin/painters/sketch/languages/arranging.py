"""The order in which English wants the terms of other languages. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from imgorigin.painters.sketch.languages.item import MARKS, Item
from imgorigin.painters.sketch.languages.language import Language
from imgorigin.painters.sketch.nouns import is_uncounted, plural
from imgorigin.painters.sketch.vocabulary import meaning

_OF_PLACE: Final = frozenset("on in under above beside behind before around".split())
"""Relations that Chinese puts behind the noun; its others are verbs before it."""

_SEATS: Final = frozenset("sofa armchair chair bed bench branch house bicycle motorcycle horse seat".split())


def arranged(items: Sequence[Item], language: Language) -> list[Item]:
    """As English has it: relations and qualities before their nouns, plurals after numbers, no particles."""
    kept = [item for item in _without_guesses(items) if item.term != "(nothing)"]
    if language.has("order", "relations after"):
        kept = _Relating(verbs_between=language.has("order", "verbs between")).taken(kept)
    kept = [item for item in _located(kept) if item.term not in MARKS]
    return _named(_counted(_qualities_first(kept, always=language.has("order", "adjectives after"))))


def _without_guesses(items: Sequence[Item]) -> list[Item]:
    """Things that a word may mean, where nothing plainly means one."""
    plain = any(item.sure and item.known and item.is_thing for item in items)
    return [item for item in items if item.sure or not plain]


def _located(items: Sequence[Item]) -> list[Item]:
    """Words that mean "in" as well as "on": on what one sits on, in all else."""
    found: list[Item] = []
    for index, item in enumerate(items):
        if item.term == "(at)":
            noun = next((one for one in items[index:] if one.is_noun_or_setting), item)
            found.append(Item("on" if noun.meaning.subject in _SEATS else "in"))
        else:
            found.append(item)
    return found


def _qualities_first(items: Sequence[Item], *, always: bool) -> list[Item]:
    """ "Car red" -> "red car". Unless the language has it so `always`, not where a noun follows that the
    quality may belong to."""
    found: list[Item] = []
    at = -1
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        free = always or following is None or not (following.is_noun_or_setting or following.is_quality)
        if item.is_quality and not item.is_thing and at >= 0 and free:
            found.insert(at, item)
            continue
        at = len(found) if item.is_noun_or_setting else -1
        found.append(item)
    return found


def _counted(items: Sequence[Item]) -> list[Item]:
    """With plurals where a form or a number says so."""
    found: list[Item] = []
    several = False
    for item in items:
        several = several or item.count > 1
        term = item.term
        if item.is_noun:
            if (several or item.many) and item.is_thing and not is_uncounted(term):
                many = plural(term)
                known = meaning(many)
                term = many if known and known.subject == item.meaning.subject else term
            several = False
        found.append(replace(item, term=term))
    return found


def _named(items: Sequence[Item]) -> list[Item]:
    """With colours that are part of a name: a "red fox" is not painted red."""
    found: list[Item] = []
    for item in items:
        if found and found[-1].meaning.color and item.is_thing:
            name = f"{found[-1].term} {item.term}"
            known = meaning(name)
            if known and known.subject:
                found[-1] = replace(item, term=name)
                continue
        found.append(item)
    return found


@dataclass
class _Relating:
    """Relations behind their nouns -> before them.

    "Sofa on (of) cat" -> "cat on sofa": what such a phrase stands before, it belongs to. "Cat (subject) sofa
    on" -> "cat on sofa": what has been closed by a particle before, it follows.
    """

    verbs_between: bool
    done: list[Item] = field(default_factory=list)
    chunk: list[Item] = field(default_factory=list)
    held: list[list[Item]] = field(default_factory=list)

    def taken(self, items: Sequence[Item]) -> list[Item]:
        for index, item in enumerate(items):
            following = items[index + 1].term if index + 1 < len(items) else ""
            self._take(item, following)
        if not self.chunk and not self.done and self.held:
            self._part_last()
        self._close()
        return self.done

    def _take(self, item: Item, following: str) -> None:
        if item.term in ("(subject)", "(start)"):
            self._close()
        elif item.term == "(of)":
            self._hold_verb()
        elif item.term == "(at)":
            self._locate(following)
        elif item.relation and (item.relation in _OF_PLACE or not self.verbs_between):
            self._relate(item, following)
        elif item.term == "and":
            self._close()
            self.done.append(item)
        else:
            self.chunk.append(item)

    def _locate(self, following: str) -> None:
        """A particle that says "there": on things, at places."""
        if self.chunk and self.chunk[-1].is_thing:
            self._relate(Item("on"), following)
        elif self.chunk:
            self.done += self.chunk
            self.chunk = []

    def _relate(self, relation: Item, following: str) -> None:
        if not any(item.is_noun_or_setting or not item.known for item in self.chunk):
            return
        phrase, self.chunk = [relation, *self.chunk], []
        if any(item.is_noun for item in self.done) and following != "(of)":
            self.done += phrase
        else:
            self.held.append(phrase)

    def _hold_verb(self) -> None:
        """ "Wearing hat (of) cat" -> "cat wearing hat"."""
        at = next((at for at, item in enumerate(self.chunk) if item.relation), -1)
        if self.verbs_between and at >= 0:
            self.held.append(self.chunk[at:])
            del self.chunk[at:]

    def _part_last(self) -> None:
        """ "Cat sofa on", and nothing after it: only the last noun is what it is on."""
        relation, *rest = self.held[-1]
        nouns = [at for at, item in enumerate(rest) if item.is_noun]
        if len(nouns) > 1:
            self.chunk, self.held[-1] = rest[: nouns[-2] + 1], [relation, *rest[nouns[-2] + 1 :]]

    def _close(self) -> None:
        """What one holds or wears comes before where one is."""
        self.done += self.chunk
        for phrase in sorted(self.held, key=lambda phrase: phrase[0].relation in _OF_PLACE):
            self.done += phrase
        self.chunk, self.held = [], []
