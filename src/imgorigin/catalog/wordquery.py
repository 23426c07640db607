"""What an index of words is asked: an expression in its language, and which of all answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, true

from imgorigin.catalog.expression import And, Expression, Has, Not, Or, Words
from imgorigin.catalog.words import facet, words

ALIASES: Final = {("format", "jpeg"): "jpg"}


@dataclass(frozen=True, slots=True)
class Span:
    """The next `limit` numbers behind `after`, falling or rising; None: from the end on."""

    after: int | None
    falling: bool
    limit: int

    def behind(self, number: ColumnElement[int]) -> ColumnElement[bool]:
        if self.after is None:
            return true()
        return number < self.after if self.falling else number > self.after

    def cut(self, query: Select[Any], number: ColumnElement[int]) -> Select[Any]:
        return query.order_by(number.desc() if self.falling else number).limit(self.limit)


@dataclass(frozen=True, slots=True)
class Syntax:
    phrase: Callable[[Sequence[str]], str]
    both: str
    either: str
    but_not: str


def query(expression: Expression, scope: str, syntax: Syntax) -> str:
    """An expression in the language of an index, for assets that have the word `scope`."""
    everything = syntax.phrase([scope])

    def told(part: Expression) -> str:
        match part:
            case Words() | Has():
                return f"({syntax.phrase(phrase(part))})"
            case Not(inner):
                return f"({everything}{syntax.but_not}{told(inner)})"
            case Or(parts):
                return f"({syntax.either.join(map(told, parts))})"
            case And(parts):
                wanted = syntax.both.join(told(one) for one in parts if not isinstance(one, Not))
                unwanted = syntax.either.join(told(one.part) for one in parts if isinstance(one, Not))
                base = f"({wanted or everything})"
                return f"({base}{syntax.but_not}({unwanted}))" if unwanted else base

    return told(expression)


def phrase(part: Words | Has) -> list[str]:
    """Words that stand side by side in what the index has of an asset."""
    if isinstance(part, Words):
        return words(part.text)
    return [facet(part.field, ALIASES.get((part.field, part.value.lower()), part.value))]
