"""Renaming pictures: the old address leads to the new one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import counts, documents, tagging
from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import Database
from imgorigin.catalog.expiry import closed, gone
from imgorigin.catalog.records import Asset, Moved, read_assets, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets, expired, now, projects, redirects
from imgorigin.catalog.words import clean
from imgorigin.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Renamed:
    """A picture before and after: the files of the old address are to go."""

    before: Asset
    after: Asset


@dataclass(frozen=True, slots=True)
class Redirects:
    database: Database

    async def rename(self, scope: Scope, content_id: str, project_id: int, slug: str) -> tuple[Renamed, ...]:
        """Give a picture another address, in this project or another of the account, and with it all edits of
        it, whose addresses begin with its own. First comes the picture itself.

        Raises NotFound if there is no such content or project, Conflict if an address is taken.
        """
        async with self.database.write() as connection:
            old = await _with_edits(connection, scope, content_id)
            target = await _project(connection, scope, project_id)
            before = await read_assets(connection, _of(old))
            moves = {row.number: slug + row.slug[len(old[0].slug) :] for row in old}
            if (old[0].project_id, old[0].slug) != (project_id, slug):
                await _make_way(connection, target, moves)
                await _move(connection, before, target, moves)
            after = {asset.number: asset for asset in await read_assets(connection, _of(old))}
            return tuple(
                Renamed(asset, after[asset.number])
                for asset in sorted(before, key=lambda asset: asset.number != old[0].number)
            )


async def leading(connection: AsyncConnection, project_id: int, slugs: Collection[str]) -> Sequence[str]:
    """Those of the slugs whose pictures were renamed."""
    query = select(redirects.c.slug).where(redirects.c.project_id == project_id, redirects.c.slug.in_(slugs))
    return (await connection.scalars(query)).all()


_WHERE_IT_IS: Final = projects.alias()
_LEFT: Final = select(_WHERE_IT_IS.c.name, assets.c.slug, expired.c.at).select_from(
    projects.outerjoin(
        redirects, and_(redirects.c.project_id == projects.c.id, redirects.c.slug == bindparam("left"))
    )
    .outerjoin(assets, assets.c.number == redirects.c.asset)
    .outerjoin(_WHERE_IT_IS, _WHERE_IT_IS.c.id == assets.c.project_id)
    .outerjoin(expired, and_(expired.c.project_id == projects.c.id, expired.c.slug == bindparam("left")))
)
"""One row of a project: what became of the address `left` in it."""


async def moved(connection: AsyncConnection, project: ColumnElement[bool], slug: str) -> Moved | None:
    """Where a picture is that had this slug in the project. Raises Expired if one that had it was swept
    away."""
    row = (await connection.execute(_LEFT.where(project), {"left": slug})).first()
    if row and row.at:
        raise gone(slug, row.at)
    return Moved(row.name, row.slug) if row and row.name else None


async def _with_edits(connection: AsyncConnection, scope: Scope, content_id: str) -> Sequence[Row[Any]]:
    """The picture's row, then those of its edits, locked."""
    columns = select(assets.c.number, assets.c.project_id, assets.c.slug)
    first = (
        await connection.execute(
            columns.where(scope.holds, assets.c.content_id == clean(content_id)).with_for_update()
        )
    ).first()
    if not first:
        raise NotFound(f"There is no content {content_id!r}.")
    edits = columns.where(
        assets.c.project_id == first.project_id,
        assets.c.slug > f"{first.slug}/",
        assets.c.slug < f"{first.slug}0",  # the character behind the slash
    )
    others = await connection.execute(edits.order_by(assets.c.number).with_for_update())
    return [cast(Row[Any], first), *cast(Sequence[Row[Any]], others.all())]


async def _project(connection: AsyncConnection, scope: Scope, project_id: int) -> Scope:
    found = await connection.scalar(
        select(projects.c.id).where(projects.c.id == project_id, projects.c.account_id == scope.account_id)
    )
    if found is None:
        raise NotFound("There is no such project to move the picture to.")
    return Scope(scope.account_id, project_id)


def _of(rows: Sequence[Row[Any]]) -> Any:
    return select_assets().where(assets.c.number.in_([row.number for row in rows])).order_by(assets.c.number)


async def _make_way(connection: AsyncConnection, target: Scope, moves: dict[int, str]) -> None:
    """Redirects that lead to these very pictures go; any other is an address that is taken."""
    here = and_(redirects.c.project_id == target.project_id, redirects.c.slug.in_(moves.values()))
    await connection.execute(delete(redirects).where(here, redirects.c.asset.in_(moves)))
    if (taken := await connection.scalar(select(redirects.c.slug).where(here))) is not None:
        raise _taken(taken)
    if target.project_id is not None and (
        gone := await closed(connection, target.project_id, moves.values())
    ):
        raise _taken(gone[0])


async def _move(
    connection: AsyncConnection, before: Sequence[Asset], target: Scope, moves: dict[int, str]
) -> None:
    try:
        await connection.execute(
            update(assets)
            .where(assets.c.number == bindparam("asset_number"))
            .values(project_id=target.project_id, slug=bindparam("new_slug")),
            [{"asset_number": number, "new_slug": slug} for number, slug in moves.items()],
        )
    except IntegrityError:
        raise _taken(next(iter(moves.values()))) from None
    leaving = [
        {"project_id": asset.project_id, "slug": asset.slug, "asset": asset.number, "created": now()}
        for asset in before
    ]
    adding = insert(connection, redirects)
    await connection.execute(
        adding.on_conflict_do_update(
            index_elements=[redirects.c.project_id, redirects.c.slug],
            set_={"asset": adding.excluded.asset, "created": adding.excluded.created},
        ),
        leaving,
    )
    if target.project_id != before[0].project_id:
        await tagging.move(connection, before, target)
        await counts.add(connection, [(asset.scope, asset.number) for asset in before], -1)
        await counts.add(connection, [(target, asset.number) for asset in before], 1)
    await documents.index(connection, list(moves))


def _taken(slug: str) -> Conflict:
    return Conflict(f"The address {slug!r} is taken in that project.")
