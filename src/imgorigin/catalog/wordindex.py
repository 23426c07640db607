"""The index of the words of assets: FTS5 in SQLite, a tsvector under GIN in PostgreSQL.

Both hold the same list of words of each asset (see `words.document`): what is in it, of whom it is and how it
is tagged are words too, so that a whole search is one question to the index. FTS5 answers in the order of
numbers, from the newest or from any number on, and stops when the page is full.
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
    bindparam,
    cast,
    column,
    delete,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.expression import FromClause

from imgorigin.catalog.engine import POSTGRESQL, SQLITE
from imgorigin.catalog.expression import And, Expression, Has, Not, Or, Words
from imgorigin.catalog.words import facet, words

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
        """Where more assets match than these, of all, it is better asked about one after the other than about
        all at once."""
        ...

    def looked_up(self, number: ColumnElement[int]) -> ColumnElement[int]:
        """A number that is to be looked up among many that match, rather than led to by them."""
        ...

    def matches(self, scope: str, expression: Expression) -> ColumnElement[bool]:
        """Whether an asset that has the word `scope` matches; the words are parameters, never SQL."""
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


_FTS5: Final = _Syntax(lambda found: f'"{" ".join(found)}"', " AND ", " OR ", " NOT ")
_TSQUERY: Final = _Syntax(lambda found: " <-> ".join(f"'{word}'" for word in found), " & ", " | ", " & !")


def query(expression: Expression, scope: str, syntax: _Syntax) -> str:
    """An expression in the language of an index. `scope` is a word that everything asked about has."""
    everything = syntax.phrase([scope])

    def told(part: Expression) -> str:
        match part:
            case Words(text):
                return f"({syntax.phrase(words(text))})"
            case Has(field, value):
                return syntax.phrase([facet(field, ALIASES.get((field, value.lower()), value))])
            case Not(inner):
                return f"({everything}{syntax.but_not}{told(inner)})"
            case Or(parts):
                return f"({syntax.either.join(map(told, parts))})"
            case And(parts):
                wanted = syntax.both.join(told(one) for one in parts if not isinstance(one, Not))
                unwanted = syntax.either.join(told(one.part) for one in parts if isinstance(one, Not))
                base = f"({wanted or everything})"
                return f"({base}{syntax.but_not}({unwanted}))" if unwanted else base

    return f"{everything}{syntax.both}{told(expression)}"


class _Fts5:
    source = table("asset_words", column("rowid", BigInteger), column("document", Text))
    number = source.c.rowid
    dense = 0.1

    def looked_up(self, number: ColumnElement[int]) -> ColumnElement[int]:
        return number + 0  # else SQLite goes the other way round

    def matches(self, scope: str, expression: Expression) -> ColumnElement[bool]:
        asked = query(expression, scope, _FTS5)
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

    def looked_up(self, number: ColumnElement[int]) -> ColumnElement[int]:
        return number  # PostgreSQL knows the better way

    def matches(self, scope: str, expression: Expression) -> ColumnElement[bool]:
        asked = query(expression, scope, _TSQUERY)
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
