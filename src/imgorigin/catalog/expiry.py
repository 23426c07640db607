"""Pictures that were kept for a time, and the addresses that show nothing once it is over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import Database
from imgorigin.catalog.records import Asset, read_assets, select_assets
from imgorigin.catalog.tables import assets, expired, now, projects, redirects
from imgorigin.errors import Expired


@dataclass(frozen=True, slots=True)
class Expiry:
    database: Database

    async def due(self, at: datetime, *, limit: int) -> tuple[Asset, ...]:
        """Those whose time is over, of one project, the earliest first."""
        query = select_assets().where(assets.c.expires <= at).order_by(assets.c.expires, assets.c.number)
        async with self.database.read() as connection:
            found = await read_assets(connection, query.limit(limit))
        return tuple(asset for asset in found if asset.scope == found[0].scope)

    async def slugs(self, project: str) -> frozenset[str]:
        """Of the pictures of a project, by its name, that have an end."""
        named = select(projects.c.id).where(projects.c.name == project).scalar_subquery()
        query = select(assets.c.slug).where(assets.c.project_id == named, assets.c.expires.is_not(None))
        async with self.database.read() as connection:
            return frozenset((await connection.scalars(query)).all())

    async def close(self, gone: Collection[Asset]) -> None:
        """Have nothing bound again to the addresses of these pictures, old ones included."""
        numbers = [asset.number for asset in gone]
        own = select(assets.c.project_id, assets.c.slug, assets.c.expires).where(assets.c.number.in_(numbers))
        old = (
            select(redirects.c.project_id, redirects.c.slug, assets.c.expires)
            .join(assets, assets.c.number == redirects.c.asset)
            .where(assets.c.number.in_(numbers))
        )
        async with self.database.write() as connection:
            for query in (own, old):
                rows = [
                    {"project_id": project_id, "slug": slug, "at": expires or now()}
                    for project_id, slug, expires in await connection.execute(query)
                ]
                if rows:
                    await connection.execute(insert(connection, expired).on_conflict_do_nothing(), rows)


def check_kept(asset: Asset) -> None:
    """Raises Expired for a picture whose time is over, swept away or not."""
    if asset.expires and asset.expires <= now():
        raise gone(asset.slug, asset.expires)


async def closed(connection: AsyncConnection, project_id: int, slugs: Collection[str]) -> Sequence[str]:
    """Those of the slugs whose pictures were swept away."""
    query = select(expired.c.slug).where(expired.c.project_id == project_id, expired.c.slug.in_(slugs))
    return (await connection.scalars(query)).all()


def gone(slug: str, at: datetime) -> Expired:
    """What to raise for an address whose picture was swept away."""
    return Expired(f"{slug!r} was kept until {at:%Y-%m-%d %H:%M} UTC, and is gone for good.")
