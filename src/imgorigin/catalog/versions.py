"""The paintings of a picture: each reroll adds one, one of them is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import documents
from imgorigin.catalog.assets import locked, recipe_columns
from imgorigin.catalog.engine import Database
from imgorigin.catalog.records import Asset, Version, read_assets, recipe_of, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets, now, projects, versions
from imgorigin.catalog.words import clean
from imgorigin.errors import NotFound
from imgorigin.recipe import Recipe

LAST: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Versions:
    database: Database

    async def all(self, scope: Scope, content_id: str) -> tuple[Version, ...]:
        """The oldest first. Raises NotFound if there is no such content."""
        query = _select().where(scope.holds, assets.c.content_id == clean(content_id))
        async with self.database.read() as connection:
            rows = (await connection.execute(query.order_by(versions.c.version))).all()
        if not rows:
            raise NotFound(f"There is no content {content_id!r}.")
        return tuple(map(_version, rows))

    async def at(self, project: str, slug: str, version: int) -> Version | None:
        """For the address that a version has for good."""
        if not 0 <= version <= LAST:
            return None
        where: ColumnElement[bool] = assets.c.slug == slug
        query = _select().join(projects, projects.c.id == assets.c.project_id)
        async with self.database.read() as connection:
            rows = await connection.execute(
                query.where(where, projects.c.name == project, versions.c.version == version)
            )
            row = rows.first()
        return _version(row) if row else None

    async def recipes(self, project: str, slug: str) -> tuple[Recipe, ...]:
        """Of all versions, the oldest first. Empty for an address that is free, and for an upload as it
        came."""
        query = _select().join(projects, projects.c.id == assets.c.project_id)
        where = (projects.c.name == project, assets.c.slug == slug, versions.c.recipe.is_not(None))
        async with self.database.read() as connection:
            rows = (await connection.execute(query.where(*where).order_by(versions.c.version))).all()
        return tuple(found for row in rows if (found := recipe_of(row.recipe)))

    async def add(self, scope: Scope, content_id: str, recipe: Recipe, created_by: str = "") -> Asset:
        """A new version, shown from now on. Of several at once each gets a number. Raises NotFound."""
        async with self.database.write() as connection:
            (row,) = await locked(connection, scope, [content_id])
            last = await connection.scalar(
                select(func.max(versions.c.version)).where(versions.c.asset == row.number)
            )
            number = int(last if last is not None else -1) + 1
            await connection.execute(
                versions.insert().values(
                    asset=row.number,
                    version=number,
                    recipe_key=recipe.key,
                    recipe=recipe.canonical_json(),
                    created=now(),
                    created_by=clean(created_by),
                )
            )
            return await _show(connection, row, number, recipe)

    async def pin(self, scope: Scope, content_id: str, version: int) -> Asset:
        """Show this version. Raises NotFound."""
        async with self.database.write() as connection:
            (row,) = await locked(connection, scope, [content_id])
            return await _pin(connection, row, version)

    async def undo(self, scope: Scope, content_id: str) -> Asset:
        """Show what was shown before; twice: what was before the undo. Raises NotFound."""
        async with self.database.write() as connection:
            (row,) = await locked(connection, scope, [content_id])
            return await _pin(connection, row, row.previous_version)


async def _pin(connection: AsyncConnection, row: Any, version: int) -> Asset:
    if not 0 <= version <= LAST:
        raise NotFound(f"There is no version {version} of {row.content_id!r}.")
    found = (
        await connection.execute(
            select(versions.c.recipe).where(versions.c.asset == row.number, versions.c.version == version)
        )
    ).first()
    if not found:
        raise NotFound(f"There is no version {version} of {row.content_id!r}.")
    return await _show(connection, row, version, recipe_of(found.recipe))


async def _show(connection: AsyncConnection, row: Any, version: int, recipe: Recipe | None) -> Asset:
    if version != row.version:
        changes = {"version": version, "previous_version": row.version, **recipe_columns(recipe)}
        await connection.execute(update(assets).where(assets.c.number == row.number).values(**changes))
        await documents.index(connection, [row.number])
    (asset,) = await read_assets(connection, select_assets().where(assets.c.number == row.number))
    return asset


def _select() -> Any:
    return select(versions.c.version, versions.c.recipe, versions.c.created, versions.c.created_by).join(
        assets, assets.c.number == versions.c.asset
    )


def _version(row: Any) -> Version:
    return Version(row.version, recipe_of(row.recipe), row.created, row.created_by)
