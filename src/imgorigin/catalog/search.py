"""Pictures by expression, in pages; and by offset, from wherever in a million."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import counts
from imgorigin.catalog.assets import titled
from imgorigin.catalog.engine import POSTGRESQL, Database
from imgorigin.catalog.expression import And, Expression, Words, parse
from imgorigin.catalog.pages import MOST_COUNTED, Cursor, Page, check_limit
from imgorigin.catalog.records import Asset, read_assets, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets
from imgorigin.catalog.wordindex import INDEXES
from imgorigin.catalog.words import words
from imgorigin.errors import InvalidRequest

SortBy = Literal["created", "title"]
Direction = Literal["asc", "desc"]

MOST_ASKED: Final = 100
"""Words that a search box takes notice of."""


@dataclass(frozen=True, slots=True)
class Search:
    database: Database

    async def page(
        self,
        scope: Scope,
        expression: str = "",
        *,
        limit: int,
        cursor: str = "",
        sort_by: SortBy = "created",
        direction: Direction = "desc",
    ) -> Page[Asset]:
        """A page of what matches, and the cursor of the next. The total is exact up to MOST_COUNTED; one more
        stands for whatever is beyond, except where nothing but the scope is asked for: then it is exact.

        Raises InvalidRequest, for an expression with the column.
        """
        check_limit(limit, "max_results")
        question = (scope, expression, sort_by, direction)
        types = (int,) if sort_by == "created" else (str, int)
        after = Cursor.read(cursor, *question, types=types) if cursor else None
        asked = parse(expression)
        async with self.database.read() as connection:
            total = after.total if after else await _total(connection, scope, asked)
            order = _ORDERS[sort_by](connection, scope, asked, direction == "desc", total <= MOST_COUNTED)
            found = await order.rows(limit + 1, after.after if after else None)
        following = None
        if len(found) > limit:
            following = Cursor(order.place(found[limit - 1]), total).write(*question)
        return Page(found[:limit], total, following)

    async def listing(self, scope: Scope, *, limit: int, offset: int = 0, text: str = "") -> Page[Asset]:
        """The newest first, but for the `offset` newest; with `text`, those that have all its words. Without
        it no offset is slower than another. Raises InvalidRequest."""
        check_limit(limit)
        if offset < 0:
            raise InvalidRequest("offset", str(offset), "0 or more")
        if asked := _all_words(text):
            return await self._matching(scope, asked, limit, offset)
        async with self.database.read() as connection:
            place = await counts.place(connection, scope, offset)
            if place.block < 0:
                return Page((), place.total)
            numbers = select(assets.c.number).where(scope.holds, assets.c.number < place.below)
            page = numbers.order_by(assets.c.number.desc()).offset(place.skip).limit(limit)
            return Page(await read_assets(connection, _of(page, falling=True)), place.total)

    async def _matching(self, scope: Scope, asked: Expression, limit: int, offset: int) -> Page[Asset]:
        if offset > MOST_COUNTED:
            raise InvalidRequest(
                "offset", str(offset), f"0 to {MOST_COUNTED} in a search; /content/search has cursors beyond"
            )
        async with self.database.read() as connection:
            total = await _total(connection, scope, asked)
            order = _ByNumber(connection, scope, asked, falling=True)
            return Page(await order.rows(limit, None, offset), total)


def _all_words(text: str) -> Expression | None:
    found = tuple(Words(word) for word in words(text)[:MOST_ASKED])
    return And(found) if len(found) > 1 else found[0] if found else None


async def _total(connection: AsyncConnection, scope: Scope, asked: Expression | None) -> int:
    if asked is None:
        return await counts.total(connection, scope)
    index = INDEXES[connection.dialect.name]
    some = select(index.number).where(index.matches(scope.word, asked)).limit(MOST_COUNTED + 1)
    return int(await connection.scalar(select(func.count()).select_from(some.subquery())) or 0)


def _of(numbers: Select[Any], *, falling: bool) -> Select[Any]:
    """The assets of a page, once their numbers are found in an index alone."""
    page = numbers.subquery()
    query = select_assets().join(page, page.c.number == assets.c.number)
    return query.order_by(page.c.number.desc() if falling else page.c.number)


@dataclass(frozen=True, slots=True)
class _ByNumber:
    """In the order of creation. The index of words has the numbers in order: a page is all that is read."""

    connection: AsyncConnection
    scope: Scope
    asked: Expression | None
    falling: bool
    few: bool = False

    async def rows(self, limit: int, after: tuple[Any, ...] | None, offset: int = 0) -> tuple[Asset, ...]:
        number: ColumnElement[int] = assets.c.number
        where = self.scope.holds
        if self.asked:
            index = INDEXES[self.connection.dialect.name]
            number, where = index.number, index.matches(self.scope.word, self.asked)
        query = select(number.label("number")).where(where).limit(limit).offset(offset)
        query = query.order_by(number.desc() if self.falling else number)
        if after:
            query = query.where(number < after[0] if self.falling else number > after[0])
        return await read_assets(self.connection, _of(query, falling=self.falling))

    def place(self, last: Asset) -> tuple[Any, ...]:
        return (last.number,)


@dataclass(frozen=True, slots=True)
class _ByTitle:
    """In the order of folded titles, then of creation. `few` matches are sorted; of many, titles are gone
    through in order until a page of them has matched."""

    connection: AsyncConnection
    scope: Scope
    asked: Expression | None
    falling: bool
    few: bool

    async def rows(self, limit: int, after: tuple[Any, ...] | None) -> tuple[Asset, ...]:
        # Of few, no index of titles is to be gone through: there is none of what is made of them.
        title = assets.c.sort_title.concat("") if self.few and self.asked else assets.c.sort_title
        place = tuple_(title, assets.c.number)
        query = select_assets().where(self.scope.holds).limit(limit)
        query = query.order_by(*(part.desc() if self.falling else part for part in place.clauses))
        if self.asked:
            query = await self._of_those_that_match(query, self.asked)
        if after:
            query = query.where(place < after if self.falling else place > after)
        return await read_assets(self.connection, query)

    async def _of_those_that_match(self, query: Select[Any], asked: Expression) -> Select[Any]:
        index = INDEXES[self.connection.dialect.name]
        matching = index.matches(self.scope.word, asked)
        numbers = select(index.number.label("number")).where(matching)
        if self.few:
            found = numbers.cte("found").prefix_with("MATERIALIZED")
            return query.join(found, found.c.number == assets.c.number)
        if self.connection.dialect.name == POSTGRESQL:
            return query.where(assets.c.number.in_(numbers))
        if await self._every_tenth(numbers):
            # Asking the index about one title after the other soon fills a page.
            return query.where(numbers.where(index.number == assets.c.number).exists())
        # The index is asked once for all numbers, which the titles are then looked up in. (The addition
        # keeps SQLite from going the other way round.)
        return query.where((assets.c.number + 0).in_(numbers))

    async def _every_tenth(self, numbers: Select[Any]) -> bool:
        """Whether at least every tenth asset matches, by the first ones that do."""
        some = numbers.limit(MOST_COUNTED).subquery()
        span = select(func.max(some.c.number) - func.min(some.c.number))
        return int(await self.connection.scalar(span) or 0) < 10 * MOST_COUNTED

    def place(self, last: Asset) -> tuple[Any, ...]:
        return (titled(last.title), last.number)


_ORDERS: Final[dict[SortBy, type[_ByNumber | _ByTitle]]] = {"created": _ByNumber, "title": _ByTitle}
