"""Pictures by expression, in pages; and by offset, from wherever in a million."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from imgorigin.catalog import counts
from imgorigin.catalog.assets import titled
from imgorigin.catalog.engine import Database
from imgorigin.catalog.expression import And, Expression, Words, parse
from imgorigin.catalog.pages import Cursor, Page, check_limit
from imgorigin.catalog.records import Asset
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.view import View
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
            view = View(connection, scope, asked, direction == "desc")
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
                view = View(connection, scope, asked, falling=True)
                found, total = await view.by_number(limit, None, offset)
                return Page(found, total.count, is_exact=total.is_exact)
            place = await counts.place(connection, scope, offset)
            if place.block < 0:
                return Page((), place.total)
            newest = View(connection, scope, None, falling=True)
            return Page(await newest.from_place(place, limit), place.total)


_TYPES: Final[dict[SortBy, tuple[type, ...]]] = {"created": (int,), "title": (str, int)}


def _all_words(text: str) -> Expression | None:
    found = tuple(Words(word) for word in words(text)[:MOST_ASKED])
    return And(found) if len(found) > 1 else found[0] if found else None
