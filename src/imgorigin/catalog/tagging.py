"""The rows behind tags: which asset has which, and how many have each. Parts of a transaction, whose caller
has locked the assets and indexes them afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.dialects import insert
from imgorigin.catalog.records import Asset
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import asset_tags, tag_counts, tags
from imgorigin.catalog.words import fold_label, label
from imgorigin.errors import InvalidRequest

LONGEST_TAG: Final = 100
MOST_TAGS: Final = 50
"""In one call."""


async def add(
    connection: AsyncConnection, account_id: int, places: Mapping[int, int], names: Iterable[str]
) -> None:
    """To assets; `places` are their projects, by number. Raises InvalidRequest."""
    ids = await _ids(connection, account_id, names)
    rows = [
        {"asset": number, "tag": tag, "project_id": project_id}
        for number, project_id in sorted(places.items())
        for tag in sorted(ids)
    ]
    if rows:
        adding = insert(connection, asset_tags).values(rows).on_conflict_do_nothing()
        returned = await connection.execute(adding.returning(asset_tags.c.tag, asset_tags.c.project_id))
        await _count(connection, [(tag, project_id) for tag, project_id in returned], 1)


async def remove(
    connection: AsyncConnection, numbers: Collection[int], tag_ids: Collection[int] | None = None
) -> None:
    """From assets, these tags or all."""
    gone = delete(asset_tags).where(asset_tags.c.asset.in_(numbers))
    if tag_ids is not None:
        gone = gone.where(asset_tags.c.tag.in_(tag_ids))
    returned = await connection.execute(gone.returning(asset_tags.c.tag, asset_tags.c.project_id))
    await _count(connection, [(tag, project_id) for tag, project_id in returned], -1)


async def move(connection: AsyncConnection, before: Sequence[Asset], target: Scope) -> None:
    """To another project, with their tags."""
    moving = (
        update(asset_tags)
        .where(asset_tags.c.asset.in_([asset.number for asset in before]))
        .values(project_id=target.project_id)
        .returning(asset_tags.c.tag, asset_tags.c.project_id)
    )
    arrived = [(tag, project_id) for tag, project_id in await connection.execute(moving)]
    left = [(tag, before[0].project_id) for tag, _ in arrived]
    await _count(connection, left, -1)
    await _count(connection, arrived, 1)


async def known(connection: AsyncConnection, account_id: int, names: Iterable[str]) -> Mapping[str, int]:
    """The ids of the tags that there are, by folded name."""
    query = select(tags.c.folded, tags.c.id).where(
        tags.c.account_id == account_id, tags.c.folded.in_({fold_label(name) for name in names})
    )
    return {row.folded: row.id for row in await connection.execute(query)}


def checked(names: Iterable[str]) -> dict[str, str]:
    """Each once, as it is kept, by its folded name. Raises InvalidRequest."""
    found: dict[str, str] = {}
    for name in names:
        kept = label(name)
        if not (folded := fold_label(name)) or len(kept) > LONGEST_TAG:
            raise InvalidRequest("tags", f"{name!r}", f"1 to {LONGEST_TAG} characters, one of them visible")
        found.setdefault(folded, kept)
    if len(found) > MOST_TAGS:
        raise InvalidRequest("tags", f"{len(found)} tags", f"{MOST_TAGS} at the most in one call")
    return found


async def _ids(connection: AsyncConnection, account_id: int, names: Iterable[str]) -> Collection[int]:
    wanted = checked(names)
    found = dict(await known(connection, account_id, wanted))
    missing = [
        {"account_id": account_id, "folded": folded, "name": wanted[folded]}
        for folded in sorted(set(wanted) - set(found))
    ]
    if missing:
        await connection.execute(insert(connection, tags).on_conflict_do_nothing(), missing)
        found = dict(await known(connection, account_id, wanted))
    return found.values()


async def _count(connection: AsyncConnection, placed: Iterable[tuple[int, int]], amount: int) -> None:
    """In one order, so that those who count the same tags at once do so in turn."""
    rows: list[dict[str, Any]] = [
        {"tag": tag, "project_id": project_id, "count": many * amount}
        for (tag, project_id), many in sorted(Counter(placed).items())
    ]
    if rows:
        adding = insert(connection, tag_counts)
        await connection.execute(
            adding.on_conflict_do_update(
                index_elements=[tag_counts.c.tag, tag_counts.c.project_id],
                set_={"count": tag_counts.c.count + adding.excluded["count"]},
            ),
            rows,
        )
