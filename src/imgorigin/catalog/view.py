"""What is asked for of a scope, in an order: numbers found in indexes alone, rows read for one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import counts
from imgorigin.catalog.expression import Expression
from imgorigin.catalog.pages import MOST_COUNTED, Cursor, Total
from imgorigin.catalog.records import Asset, read_assets, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets
from imgorigin.catalog.wordindex import INDEXES, WordIndex

PATIENCE: Final = 4
"""Times as many titles as should have a page of matches among them are asked about, one after the other."""

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
        found = await self._matching(self.asked, limit if start else offset + limit, start)
        total = start.total if start else await self._total(found, offset + limit)
        page = self._sorted(assets.c.number).where(assets.c.number.in_(found[offset : offset + limit]))
        return await self._read(page), total

    async def by_title(self, limit: int, start: Cursor | None) -> Found:
        """In the order of folded titles, then of creation. Few matches are sorted; for many, titles are gone
        through in order until a page of them has matched."""
        if not self.asked:
            return await self._read(self._titles(start).limit(limit)), await self._all(start)
        if start and not start.total.is_exact:
            return await self._many_by_title(self.asked, limit, start, start.total), start.total
        found = await self._matching(self.asked, 0, None)
        total = await self._total(found)
        if total.is_exact:
            by_no_index = assets.c.sort_title.concat("").label("sort_title")
            few = self._sorted(by_no_index, assets.c.number, start=start).where(assets.c.number.in_(found))
            page = await self._read(few.limit(limit))
        else:
            page = await self._many_by_title(self.asked, limit, start, total)
        return page, start.total if start else total

    async def _many_by_title(
        self, asked: Expression, limit: int, start: Cursor | None, total: Total
    ) -> tuple[Asset, ...]:
        """If one in some matches, a page of them is soon met with: unless they all stand together, elsewhere
        in the alphabet."""
        titles, of = self._titles(start), (assets.c.number, self.scope.word, asked)
        share = total.count / max(1, total.count, await counts.total(self.connection, self.scope))
        if share > self._index.dense:
            asking = round(PATIENCE * limit / share)
            end = (await self.connection.execute(titles.offset(asking).limit(1))).first()
            near = titles.where(self._index.each(*of), self._until(end) if end else true())
            found = await self._read(near.limit(limit))
            if len(found) == limit or not end:
                return found
        return await self._read(titles.where(self._index.among(*of)).limit(limit))

    def _titles(self, start: Cursor | None) -> Select[Any]:
        return self._sorted(*_TITLE, start=start).where(self.scope.holds)

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

    async def _matching(self, asked: Expression, least: int, start: Cursor | None) -> Sequence[int]:
        """Numbers of assets, in order: as many as the page needs, and on the first as many as are counted."""
        query = self._sorted(self._index.number, start=start).where(
            self._index.matches(self.scope.word, asked)
        )
        limit = least if start else max(least, MOST_COUNTED + 1)
        return (await self.connection.scalars(query.limit(limit))).all()

    async def _all(self, start: Cursor | None) -> Total:
        return start.total if start else Total(await counts.total(self.connection, self.scope))

    async def _total(self, numbers: Sequence[int], least: int = 0) -> Total:
        """Exact up to MOST_COUNTED; beyond, as many as there are if they are spread as the first are."""
        if len(numbers) <= max(least - 1, MOST_COUNTED):
            return Total(len(numbers))
        highest = await self.connection.scalar(select(func.max(assets.c.number)))
        density = len(numbers) / (abs(numbers[0] - numbers[-1]) + 1)
        return Total(max(len(numbers), round(density * (highest or 0))), is_exact=False)


_TITLE: Final = (assets.c.sort_title, assets.c.number)
