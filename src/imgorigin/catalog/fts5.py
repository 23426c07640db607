"""The index of words in SQLite: FTS5, which answers in the order of numbers, from any on, and stops when the
page is full."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    and_,
    bindparam,
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
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.expression import And, Expression, Has, Not, Or, Words
from imgorigin.catalog.wordquery import Span, Syntax, phrase, query
from imgorigin.catalog.words import BOUNDARY, Documents

_SYNTAX: Final = Syntax(lambda found: f'"{" ".join(found)}"', " AND ", " OR ", " NOT ")
_NOWHERE: Final = BOUNDARY * 2
"""A word that no asset has."""


class Fts5:
    source = table("asset_words", column("rowid", BigInteger), column("document", Text))
    number = source.c.rowid
    asking = 9

    async def first(
        self, connection: AsyncConnection, scope: str, expression: Expression, span: Span
    ) -> Sequence[int]:
        found = select(self.number).where(self._matches(scope, expression), span.behind(self.number))
        found = span.cut(found, self.number)
        return (await connection.scalars(found)).all()

    def each(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        # It is slow to begin a search; the words themselves are soon read.
        spaced = literal(" ") + self.source.c.document + " "

        def holds(part: Expression) -> ColumnElement[bool]:
            match part:
                case Words() | Has():
                    return func.instr(spaced, f" {' '.join(phrase(part))} ") > 0
                case Not(inner):
                    return not_(holds(inner))
                case Or(parts):
                    return or_(*map(holds, parts))
                case And(parts):
                    return and_(*map(holds, parts))

        return select(holds(expression)).where(self.number == number).scalar_subquery().is_(true())

    def among(
        self, number: ColumnElement[int], scope: str, expression: Expression, *, leading: bool
    ) -> ColumnElement[bool]:
        if leading:
            return number.in_(select(self.number).where(self._matches(scope, expression)))
        # Not asked about the scope, which all numbers that come have. A sum leads nowhere.
        found = select(self.number).where(self._match(query(expression, scope, _SYNTAX)))
        return (number + 0).in_(found)

    def _matches(self, scope: str, expression: Expression) -> ColumnElement[bool]:
        # FTS5 takes every word of an AND a step further in turn, in brackets too. NOT keeps it from that:
        # the long list of a scope is then asked for what has all the other words, not for what has one.
        asked = query(expression, scope, _SYNTAX)
        return self._match(f'"{scope}" AND ({asked} NOT "{_NOWHERE}")')

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
