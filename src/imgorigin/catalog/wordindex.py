"""The index of the words of assets: FTS5 in SQLite, a tsvector under GIN in PostgreSQL.

Both hold the same list of words of each asset (see `words.document`): what is in it, of whom it is and how it
is tagged are words too, so that a whole search is one question to the index. FTS5 answers in the order of
numbers, from the newest or from any number on, and stops when the page is full. In the order of titles no
index answers: those go through the titles and ask it about each, or find all that match and look titles up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    MetaData,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    column,
    delete,
    func,
    literal,
    not_,
    or_,
    select,
    table,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.expression import FromClause

from imgorigin.catalog.engine import POSTGRESQL, SQLITE
from imgorigin.catalog.expression import And, Expression, Has, Not, Or, Words
from imgorigin.catalog.words import BOUNDARY, facet, words

ALIASES: Final = {("format", "jpeg"): "jpg"}

Documents = Mapping[int, Sequence[str]]
"""The words of assets, by number."""


class WordIndex(Protocol):
    @property
    def source(self) -> FromClause: ...

    @property
    def number(self) -> ColumnElement[int]: ...

    @property
    def dense(self) -> float:
        """Where more assets of a scope match than these, of all it has, it is better asked about one after
        the other than about all at once."""
        ...

    def matches(self, scope: str, expression: Expression) -> ColumnElement[bool]:
        """Whether an asset that has the word `scope` matches; the words are parameters, never SQL."""
        ...

    def each(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        """Whether an asset of the scope matches: asked about each that nothing else has ruled out."""
        ...

    def among(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        """The same: all that match are found first, and each number is looked up among them."""
        ...

    async def put(self, connection: AsyncConnection, documents: Documents) -> None:
        """Whatever was there of these assets goes."""
        ...

    async def drop(self, connection: AsyncConnection, numbers: Collection[int]) -> None: ...


@dataclass(frozen=True, slots=True)
class _Syntax:
    phrase: Callable[[Sequence[str]], str]
    both: str
    either: str
    but_not: str


_NOWHERE: Final = BOUNDARY * 2
"""A word that no asset has."""

_FTS5: Final = _Syntax(lambda found: f'"{" ".join(found)}"', " AND ", " OR ", " NOT ")
_TSQUERY: Final = _Syntax(lambda found: " <-> ".join(f"'{word}'" for word in found), " & ", " | ", " & !")


def query(expression: Expression, scope: str, syntax: _Syntax) -> str:
    """An expression in the language of an index, for assets that have the word `scope`."""
    everything = syntax.phrase([scope])

    def told(part: Expression) -> str:
        match part:
            case Words() | Has():
                return f"({syntax.phrase(_phrase(part))})"
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


def _phrase(part: Words | Has) -> list[str]:
    """Words that stand side by side in what the index has of an asset."""
    if isinstance(part, Words):
        return words(part.text)
    return [facet(part.field, ALIASES.get((part.field, part.value.lower()), part.value))]


class _Fts5:
    source = table("asset_words", column("rowid", BigInteger), column("document", Text))
    number = source.c.rowid
    dense = 0.02

    def matches(self, scope: str, expression: Expression) -> ColumnElement[bool]:
        # FTS5 takes every word of an AND a step further in turn, in brackets too. NOT keeps it from that:
        # the long list of a scope is then asked for what has all the other words, not for what has one.
        asked = query(expression, scope, _FTS5)
        return self._match(f'"{scope}" AND ({asked} NOT "{_NOWHERE}")')

    def each(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        # It is slow to begin a search; the words themselves are soon read.
        spaced = literal(" ") + self.source.c.document + " "

        def holds(part: Expression) -> ColumnElement[bool]:
            match part:
                case Words() | Has():
                    return func.instr(spaced, f" {' '.join(_phrase(part))} ") > 0
                case Not(inner):
                    return not_(holds(inner))
                case Or(parts):
                    return or_(*map(holds, parts))
                case And(parts):
                    return and_(*map(holds, parts))

        return select(holds(expression)).where(self.number == number).scalar_subquery().is_(true())

    def among(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        found = select(self.number).where(self._match(query(expression, scope, _FTS5)))
        return (number + 0).in_(found)  # else SQLite goes the other way round

    def _match(self, asked: str) -> ColumnElement[bool]:
        return self.source.c.document.bool_op("MATCH")(bindparam("asked", asked, unique=True))

    async def put(self, connection: AsyncConnection, documents: Documents) -> None:
        rows = [{"rowid": number, "document": " ".join(found)} for number, found in documents.items()]
        if rows:
            await connection.execute(
                text("INSERT OR REPLACE INTO asset_words (rowid, document) VALUES (:rowid, :document)"), rows
            )

    async def drop(self, connection: AsyncConnection, numbers: Collection[int]) -> None:
        await connection.execute(delete(self.source).where(self.number.in_(numbers)))


class _Tsvector:
    source = Table(
        "asset_words",
        MetaData(),
        Column("number", BigInteger, primary_key=True),
        Column("document", TSVECTOR, nullable=False),
    )
    number = source.c.number
    dense = 0.005

    def matches(self, scope: str, expression: Expression) -> ColumnElement[bool]:
        return self._match(f"'{scope}' & {query(expression, scope, _TSQUERY)}")

    def each(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        asked = self._match(query(expression, scope, _TSQUERY))
        return select(asked).where(self.number == number).scalar_subquery()

    def among(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        return number.in_(select(self.number).where(self.matches(scope, expression)))

    def _match(self, asked: str) -> ColumnElement[bool]:
        return self.source.c.document.bool_op("@@")(
            cast(bindparam("asked", asked, type_=Text, unique=True), TSQUERY)
        )

    async def put(self, connection: AsyncConnection, documents: Documents) -> None:
        rows = [{"put_number": number, "put_words": _places(found)} for number, found in documents.items()]
        if not rows:
            return
        put = insert(self.source).values(
            number=bindparam("put_number", type_=BigInteger),
            document=cast(bindparam("put_words", type_=Text), TSVECTOR),
        )
        await connection.execute(
            put.on_conflict_do_update(
                index_elements=[self.source.c.number], set_={"document": put.excluded.document}
            ),
            rows,
        )

    async def drop(self, connection: AsyncConnection, numbers: Collection[int]) -> None:
        await connection.execute(delete(self.source).where(self.number.in_(numbers)))


def _places(found: Sequence[str]) -> str:
    """Words as PostgreSQL reads a tsvector: with their places, from 1. No word has a quote in it."""
    return " ".join(f"'{word}':{place}" for place, word in enumerate(found, 1))


INDEXES: Final[dict[str, WordIndex]] = {SQLITE: _Fts5(), POSTGRESQL: _Tsvector()}
