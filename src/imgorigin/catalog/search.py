"""Pictures by expression, in pages; and by offset, from wherever in a million."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import counts
from imgorigin.catalog.assets import titled
from imgorigin.catalog.engine import Database
from imgorigin.catalog.expression import And, Expression, Words, parse
from imgorigin.catalog.pages import MOST_COUNTED, Cursor, Page, Total, check_limit
from imgorigin.catalog.records import Asset, read_assets, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets
from imgorigin.catalog.wordindex import INDEXES, WordIndex
from imgorigin.catalog.words import words
from imgorigin.errors import InvalidRequest

SortBy = Literal["created", "title"]
Direction = Literal["asc", "desc"]

MOST_ASKED: Final = 100
"""Words that a search box takes notice of."""
MOST_SKIPPED: Final = 1_000
"""By the offset of a list of what matches some words: they are found one by one."""


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
        """A page of what matches, and the cursor of the next. Raises InvalidRequest, for an expression with
        the column."""
        check_limit(limit, "max_results")
        question = (scope, expression, sort_by, direction)
        start = Cursor.read(cursor, *question, types=_TYPES[sort_by]) if cursor else None
        asked = parse(expression)
        async with self.database.read() as connection:
            view = _View(connection, scope, asked, direction == "desc")
            read = view.by_number if sort_by == "created" else view.by_title
            found, total = await read(limit + 1, start)
        following = None
        if len(found) > limit:
            last = found[limit - 1]
            place = (last.number,) if sort_by == "created" else (titled(last.title), last.number)
            following = Cursor(place, total).write(*question)
        return Page(found[:limit], total.count, following, total.is_exact)

    async def listing(self, scope: Scope, *, limit: int, offset: int = 0, text: str = "") -> Page[Asset]:
        """The newest first, but for the `offset` newest; with `text`, those that have all its words. Without
        it no offset is slower than another. Raises InvalidRequest."""
        check_limit(limit)
        asked = _all_words(text)
        most = MOST_SKIPPED if asked else 2**63 - 1
        if not 0 <= offset <= most:
            raise InvalidRequest("offset", str(offset), f"0 to {most}; a search by expression has cursors")
        async with self.database.read() as connection:
            if asked:
                view = _View(connection, scope, asked, falling=True)
                found, total = await view.by_number(limit, None, offset)
                return Page(found, total.count, is_exact=total.is_exact)
            place = await counts.place(connection, scope, offset)
            if place.block < 0:
                return Page((), place.total)
            numbers = select(assets.c.number).where(scope.holds, assets.c.number < place.below)
            page = numbers.order_by(assets.c.number.desc()).offset(place.skip).limit(limit)
            return Page(await read_assets(connection, _of(page.subquery(), falling=True)), place.total)


_TYPES: Final[dict[SortBy, tuple[type, ...]]] = {"created": (int,), "title": (str, int)}


def _all_words(text: str) -> Expression | None:
    found = tuple(Words(word) for word in words(text)[:MOST_ASKED])
    return And(found) if len(found) > 1 else found[0] if found else None


@dataclass(frozen=True, slots=True)
class _View:
    """What is asked for, of whom, in what direction."""

    connection: AsyncConnection
    scope: Scope
    asked: Expression | None
    falling: bool

    @property
    def _index(self) -> WordIndex:
        return INDEXES[self.connection.dialect.name]

    async def by_number(
        self, limit: int, start: Cursor | None, offset: int = 0
    ) -> tuple[tuple[Asset, ...], Total]:
        """In the order of creation. The first page reads on as far as is counted: what the index found for
        the count, it need not find again for the page."""
        if not self.asked:
            page = self._numbers(assets.c.number, self.scope.holds, start).limit(limit)
            total = start.total if start else Total(await counts.total(self.connection, self.scope))
            return await read_assets(self.connection, _of(page.subquery(), falling=self.falling)), total
        numbers = await self._matching(self.asked, limit if start else offset + limit, start)
        total = start.total if start else await self._total(numbers, offset + limit)
        page = select_assets().where(assets.c.number.in_(numbers[offset : offset + limit]))
        order = assets.c.number.desc() if self.falling else assets.c.number
        return await read_assets(self.connection, page.order_by(order)), total

    async def by_title(self, limit: int, start: Cursor | None) -> tuple[tuple[Asset, ...], Total]:
        """In the order of folded titles, then of creation. Few matches are sorted; of many, titles are gone
        through in order until a page of them has matched."""
        title: ColumnElement[str] = assets.c.sort_title
        query = select_assets().where(self.scope.holds).limit(limit)
        if self.asked:
            numbers = await self._matching(self.asked, 0, None)
            total = await self._total(numbers)
            if total.is_exact:
                query, title = query.where(assets.c.number.in_(numbers)), title.concat("")  # by no index
            else:
                query = query.where(self._one_by_one(self.asked, numbers))
        else:
            total = Total(await counts.total(self.connection, self.scope))
        place = tuple_(title, assets.c.number)
        query = query.order_by(*(part.desc() if self.falling else part for part in place.clauses))
        if start:
            query = query.where(place < start.after if self.falling else place > start.after)
        return await read_assets(self.connection, query), start.total if start else total

    def _numbers(
        self, number: ColumnElement[int], where: ColumnElement[bool], start: Cursor | None
    ) -> Select[Any]:
        query = select(number.label("number")).where(where)
        if start:
            (after,) = start.after
            query = query.where(number < after if self.falling else number > after)
        return query.order_by(number.desc() if self.falling else number)

    async def _matching(self, asked: Expression, least: int, start: Cursor | None) -> Sequence[int]:
        """Numbers of assets, in order: as many as the page needs, and on the first as many as are counted."""
        matches = self._index.matches(self.scope.word, asked)
        query = self._numbers(self._index.number, matches, start)
        limit = least if start else max(least, MOST_COUNTED + 1)
        return (await self.connection.scalars(query.limit(limit))).all()

    async def _total(self, numbers: Sequence[int], least: int = 0) -> Total:
        """Exact up to MOST_COUNTED; beyond, as many as there are if they are spread as the first are."""
        if len(numbers) <= max(least - 1, MOST_COUNTED):
            return Total(len(numbers))
        highest = await self.connection.scalar(select(func.max(assets.c.number)))
        return Total(max(len(numbers), round(_density(numbers) * (highest or 0))), is_exact=False)

    def _one_by_one(self, asked: Expression, numbers: Sequence[int]) -> ColumnElement[bool]:
        matches = self._index.matches(self.scope.word, asked)
        if _density(numbers) < self._index.dense:
            # The index is asked once, for all numbers; titles are looked up in them.
            return self._index.looked_up(assets.c.number).in_(select(self._index.number).where(matches))
        # The index is asked about each title, in turn.
        this = select(self._index.number).where(matches, self._index.number == assets.c.number)
        return this.scalar_subquery() == assets.c.number


def _density(numbers: Sequence[int]) -> float:
    """How many of all numbers are of assets that match, by the first that do."""
    return len(numbers) / (abs(numbers[0] - numbers[-1]) + 1)


def _of(page: Any, *, falling: bool) -> Select[Any]:
    """The assets of a page, once their numbers are found in an index alone."""
    query = select_assets().join(page, page.c.number == assets.c.number)
    return query.order_by(page.c.number.desc() if falling else page.c.number)
