"""What is asked for of a scope, in an order: numbers found in indexes alone, rows read for one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import counts
from imgorigin.catalog.dialects import one_of
from imgorigin.catalog.expression import Expression
from imgorigin.catalog.pages import MOST_COUNTED, Cursor, Total
from imgorigin.catalog.records import Asset, read_assets, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets
from imgorigin.catalog.wordindex import INDEXES, WordIndex
from imgorigin.catalog.wordquery import Span

PATIENCE: Final = 3
"""Times as many titles as should have a page of matches among them are asked about, one after the other."""
LOOKING: Final = 16
"""How many titles are gone through in the time that it takes to look up that of a match."""

Found = tuple[tuple[Asset, ...], Total]


@dataclass(frozen=True, slots=True)
class View:
    connection: AsyncConnection
    scope: Scope
    asked: Expression | None
    falling: bool

    @property
    def _index(self) -> WordIndex:
        return INDEXES[self.connection.dialect.name]

    async def from_place(self, place: counts.Place, limit: int) -> tuple[Asset, ...]:
        numbers = self._sorted(assets.c.number).where(self.scope.holds, assets.c.number < place.below)
        return await self._read(numbers.offset(place.skip).limit(limit))

    async def by_number(self, limit: int, start: Cursor | None, offset: int = 0) -> Found:
        """In the order of creation. The first page reads on as far as is counted: what the index found for
        the count, it need not find again for the page."""
        if not self.asked:
            numbers = self._sorted(assets.c.number, start=start).where(self.scope.holds)
            return await self._read(numbers.limit(limit)), await self._all(start)
        if start:
            found, total = await self._matching(self.asked, start.after[0], limit), start.total
        else:
            found, total, _ = await self._counted(self.asked, offset + limit)
        page = select_assets().where(one_of(self.connection, assets.c.number, found[offset : offset + limit]))
        return await read_assets(self.connection, page.order_by(*self._turned([assets.c.number]))), total

    async def by_title(self, limit: int, start: Cursor | None) -> Found:
        """In the order of folded titles, then of creation. Few matches are sorted; for many, titles are gone
        through in order until a page of them has matched."""
        if not self.asked:
            return await self._read(self._titles(start).limit(limit)), await self._all(start)
        found: Sequence[int] = ()
        if start and not start.total.is_exact:
            every, total = await counts.total(self.connection, self.scope), start.total
        else:
            found, total, every = await self._counted(self.asked)
        if total.is_exact:
            few = self._by_no_index(start).where(one_of(self.connection, assets.c.number, found))
            page = await self._read(few.limit(limit))
        else:
            page = await self._many_by_title(self.asked, limit, start, total.count, every)
        return page, start.total if start else total

    async def _many_by_title(
        self, asked: Expression, limit: int, start: Cursor | None, matching: int, every: int
    ) -> tuple[Asset, ...]:
        """If one in some matches, a page of them is soon met with: unless they all stand together, elsewhere
        in the alphabet."""
        titles, of, leading = self._titles(start), (assets.c.number, self.scope.word, asked), False
        asking = round(limit * max(1, every / max(1, matching)))
        if asking * self._index.asking < matching:
            end = (await self.connection.execute(titles.offset(PATIENCE * asking).limit(1))).first()
            near = titles.where(self._index.each(*of), self._until(end) if end else true())
            found = await self._read(near.limit(limit))
            if len(found) == limit or not end:
                return found
        if matching * matching * LOOKING < limit * every:
            titles, leading = self._by_no_index(start), True
        return await self._read(titles.where(self._index.among(*of, leading=leading)).limit(limit))

    def _titles(self, start: Cursor | None) -> Select[Any]:
        return self._sorted(*_TITLE, start=start).where(self.scope.holds)

    def _by_no_index(self, start: Cursor | None) -> Select[Any]:
        return self._sorted(assets.c.sort_title.concat("").label("sort_title"), assets.c.number, start=start)

    def _until(self, end: Row[Any]) -> ColumnElement[bool]:
        return tuple_(*_TITLE) >= tuple(end) if self.falling else tuple_(*_TITLE) <= tuple(end)

    def _sorted(self, *place: ColumnElement[Any], start: Cursor | None = None) -> Select[Any]:
        """The places of assets, from behind that of `start`."""
        query = select(*place).order_by(*self._turned(place))
        if not start:
            return query
        at = tuple_(*place)
        return query.where(at < start.after if self.falling else at > start.after)

    async def _read(self, places: Select[Any]) -> tuple[Asset, ...]:
        page = places.subquery()
        query = select_assets().join(page, page.c.number == assets.c.number)
        return await read_assets(self.connection, query.order_by(*self._turned(page.c)))

    def _turned(self, place: Iterable[ColumnElement[Any]]) -> list[ColumnElement[Any]]:
        return [part.desc() if self.falling else part for part in place]

    async def _matching(self, asked: Expression, after: int | None, limit: int) -> Sequence[int]:
        span = Span(after, self.falling, limit)
        return await self._index.first(self.connection, self.scope.word, asked, span)

    async def _counted(self, asked: Expression, least: int = 0) -> tuple[Sequence[int], Total, int]:
        """The numbers of the first that match, and of how many: exact up to MOST_COUNTED; beyond, as many as
        there are if they are spread as the first are. Last, if so, how many assets there are in the scope."""
        most = max(least, MOST_COUNTED + 1)
        found = await self._matching(asked, None, most)
        if len(found) < most:
            return found, Total(len(found)), 0
        ends = (
            select(func.max(assets.c.number)).scalar_subquery(),
            counts.sum_of(self.scope).scalar_subquery(),
        )
        highest, every = (await self.connection.execute(select(*ends))).one()
        density = len(found) / (abs(found[0] - found[-1]) + 1)
        return found, Total(max(len(found), round(density * (highest or 0))), is_exact=False), int(every)

    async def _all(self, start: Cursor | None) -> Total:
        return start.total if start else Total(await counts.total(self.connection, self.scope))


_TITLE: Final = (assets.c.sort_title, assets.c.number)
