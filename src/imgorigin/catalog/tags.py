"""Tags of pictures, each spelled as it was first, and compared without case and accents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import documents, tagging
from imgorigin.catalog.assets import locked
from imgorigin.catalog.engine import Database
from imgorigin.catalog.pages import Cursor, Page, Total, check_limit
from imgorigin.catalog.records import Asset, read_assets, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import asset_tags, assets, tag_counts, tags


@dataclass(frozen=True, slots=True)
class TagCount:
    tag: str
    count: int


@dataclass(frozen=True, slots=True)
class Tags:
    database: Database

    async def add(self, scope: Scope, content_ids: Collection[str], names: Sequence[str]) -> None:
        """To each of the pictures. Raises NotFound, InvalidRequest."""
        async with self.database.write() as connection:
            rows = await locked(connection, scope, content_ids)
            await tagging.add(connection, scope.account_id, _places(rows), names)
            await documents.index(connection, [row.number for row in rows])

    async def remove(self, scope: Scope, content_ids: Collection[str], names: Sequence[str]) -> None:
        """From each of the pictures; those that none has are passed over. Raises NotFound."""
        async with self.database.write() as connection:
            rows = await locked(connection, scope, content_ids)
            numbers = [row.number for row in rows]
            ids = await tagging.known(connection, scope.account_id, names)
            await tagging.remove(connection, numbers, list(ids.values()))
            await documents.index(connection, numbers)

    async def replace(self, scope: Scope, content_ids: Collection[str], names: Sequence[str]) -> None:
        """Each picture has these and no others. Raises NotFound, InvalidRequest."""
        async with self.database.write() as connection:
            rows = await locked(connection, scope, content_ids)
            numbers = [row.number for row in rows]
            await tagging.remove(connection, numbers)
            await tagging.add(connection, scope.account_id, _places(rows), names)
            await documents.index(connection, numbers)

    async def all(self, scope: Scope) -> tuple[TagCount, ...]:
        """Those that a picture has, the most frequent first."""
        count = func.sum(tag_counts.c.count)
        query = (
            select(tags.c.name, count.label("count"))
            .join(tag_counts, tag_counts.c.tag == tags.c.id)
            .where(tags.c.account_id == scope.account_id)
            .group_by(tags.c.id, tags.c.name, tags.c.folded)
            .having(count > 0)
            .order_by(count.desc(), tags.c.folded)
        )
        if scope.project_id is not None:
            query = query.where(tag_counts.c.project_id == scope.project_id)
        async with self.database.read() as connection:
            return tuple(TagCount(name, int(many)) for name, many in await connection.execute(query))

    async def tagged(self, scope: Scope, name: str, *, limit: int, cursor: str = "") -> Page[Asset]:
        """The pictures that have a tag, the newest first; none if there is no such tag. Raises InvalidRequest
        for a limit or a cursor."""
        check_limit(limit)
        question = (scope, "tag", name)
        after = Cursor.read(cursor, *question, types=(int,)) if cursor else None
        async with self.database.read() as connection:
            ids = await tagging.known(connection, scope.account_id, [name])
            if not ids:
                return Page((), 0)
            (tag,) = ids.values()
            total = after.total if after else Total(await _total(connection, scope, tag))
            query = (
                select_assets()
                .join(asset_tags, asset_tags.c.asset == assets.c.number)
                .where(asset_tags.c.tag == tag)
                .order_by(asset_tags.c.asset.desc())
                .limit(limit + 1)
            )
            if scope.project_id is not None:
                query = query.where(asset_tags.c.project_id == scope.project_id)
            if after:
                query = query.where(asset_tags.c.asset < after.after[0])
            found = await read_assets(connection, query)
        more = len(found) > limit
        following = Cursor((found[limit - 1].number,), total).write(*question) if more else None
        return Page(found[:limit], total.count, following)


async def _total(connection: AsyncConnection, scope: Scope, tag: int) -> int:
    query = select(func.coalesce(func.sum(tag_counts.c.count), 0)).where(tag_counts.c.tag == tag)
    if scope.project_id is not None:
        query = query.where(tag_counts.c.project_id == scope.project_id)
    return int(await connection.scalar(query) or 0)


def _places(rows: Sequence[Row[Any]]) -> dict[int, int]:
    return {row.number: row.project_id for row in rows}
