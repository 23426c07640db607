"""The index of words in PostgreSQL: a tsvector and the block that its number is in, under GIN."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    MetaData,
    Table,
    Text,
    bindparam,
    cast,
    delete,
    func,
    literal_column,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR, array, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.expression import Expression
from imgorigin.catalog.wordquery import Span, Syntax, query
from imgorigin.catalog.words import Documents

_SYNTAX: Final = Syntax(lambda found: " <-> ".join(f"'{word}'" for word in found), " & ", " | ", " & !")

_BITS: Final = 12
"""Of a number, that it has for itself within its block: as the index has it."""
_FIRST: Final = 2
"""Blocks that are asked for first."""
_MOST: Final = 64
"""Blocks that are asked for at once."""
_AMPLE: Final = 1.5
"""Times as many blocks as should have enough."""
_BLOCK: Final = literal_column(f"ARRAY[asset_words.number >> {_BITS}]", ARRAY(BigInteger))


class Tsvector:
    source = Table(
        "asset_words",
        MetaData(),
        Column("number", BigInteger, primary_key=True),
        Column("document", TSVECTOR, nullable=False),
    )
    number = source.c.number
    asking = 2

    async def first(
        self, connection: AsyncConnection, scope: str, expression: Expression, span: Span
    ) -> Sequence[int]:
        # GIN finds all that match, in no order: it is asked for those in a few blocks of numbers, then for
        # those in as many more as should have enough, then for the rest.
        matches = self._matches(scope, expression)
        if span.after is None and span.falling:
            found, span = await self._newest(connection, span, *matches)
            if not found:
                return await self._found(connection, span, *matches)
        else:
            span = replace(span, after=span.after or 0)
            found = await self._found(connection, span, *matches, _within(span, _FIRST))
        rest = replace(_beyond(span, _FIRST), limit=span.limit - len(found))
        enough = math.ceil(_AMPLE * rest.limit * _FIRST / len(found)) if found else 0
        if 0 < enough <= _MOST:
            more = await self._found(connection, rest, *matches, _within(rest, enough))
            found, rest = [*found, *more], replace(_beyond(rest, enough), limit=rest.limit - len(more))
        if rest.limit and not (rest.falling and (rest.after or 0) <= 0):
            found = [*found, *await self._found(connection, rest, *matches)]
        return found

    def each(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        asked = self._match(query(expression, scope, _SYNTAX))
        return select(asked).where(self.number == number).scalar_subquery()

    def among(
        self, number: ColumnElement[int], scope: str, expression: Expression, *, leading: bool
    ) -> ColumnElement[bool]:
        found = number.in_(select(self.number).where(*self._matches(scope, expression)))
        return found if leading else found.is_(true())  # which is no join, whichever way round

    async def _newest(
        self, connection: AsyncConnection, span: Span, *where: ColumnElement[bool]
    ) -> tuple[Sequence[int], Span]:
        """What is found in the first blocks; and where they begin, if anything is."""
        highest = select(func.max(self.number)).scalar_subquery()
        last = select(func.max(self.number).op(">>")(literal_column(str(_BITS)))).scalar_subquery()
        blocks = array([last - literal_column(str(back), BigInteger) for back in range(_FIRST)])
        found = select(self.number).where(*where, _BLOCK.bool_op("&&")(blocks)).cte("found")
        number = found.prefix_with("MATERIALIZED").c.number
        rows = (await connection.execute(span.cut(select(number, highest), number))).all()
        return [row[0] for row in rows], replace(span, after=rows[0][1] + 1) if rows else span

    async def _found(
        self, connection: AsyncConnection, span: Span, *where: ColumnElement[bool]
    ) -> Sequence[int]:
        """By the index of words, and sorted: the planner would go through all rows in order, as if those that
        match were spread evenly."""
        all_ = select(self.number).where(*where, span.behind(self.number)).cte("found")
        number = all_.prefix_with("MATERIALIZED").c.number
        return (await connection.scalars(span.cut(select(number), number))).all()

    def _matches(self, scope: str, expression: Expression) -> tuple[ColumnElement[bool], ...]:
        # In one, the long list of a scope would be gone through for every word that is asked for.
        return self._match(query(expression, scope, _SYNTAX)), self._match(f"'{scope}'")

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


def _first_block(span: Span) -> int:
    after = span.after or 0
    return (after - 1 if span.falling else after + 1) >> _BITS


def _within(span: Span, blocks: int) -> ColumnElement[bool]:
    """The next blocks, of which the first may have begun before."""
    first = _first_block(span)
    near = range(first, first - blocks, -1) if span.falling else range(first, first + blocks)
    return _BLOCK.bool_op("&&")(bindparam("blocks", list(near), type_=ARRAY(BigInteger), unique=True))


def _beyond(span: Span, blocks: int) -> Span:
    """Behind so many blocks."""
    first = _first_block(span)
    after = (first - blocks + 1) << _BITS if span.falling else ((first + blocks) << _BITS) - 1
    return replace(span, after=after)


def _places(found: Sequence[str]) -> str:
    """Words as PostgreSQL reads a tsvector: with their places, from 1. No word has a quote in it."""
    return " ".join(f"'{word}':{place}" for place, word in enumerate(found, 1))
