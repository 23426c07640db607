"""Pictures: bound to an address once, described, found, renamed, deleted."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, and_, bindparam, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import counts, documents, tagging
from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import Database
from imgorigin.catalog.expiry import check_kept, closed
from imgorigin.catalog.records import (
    Asset,
    Bound,
    Kind,
    Moved,
    read_assets,
    recipe_of,
    select_assets,
    tagged,
    tagged_asset,
    with_tags,
)
from imgorigin.catalog.redirects import leading, moved
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets, now, projects, versions
from imgorigin.catalog.wordindex import INDEXES
from imgorigin.catalog.words import clean, fold_label
from imgorigin.errors import InvalidRequest, NotFound
from imgorigin.recipe import Recipe

MOST_CONTENTS: Final = 200
"""That one call may name."""
SORTED_TITLE: Final = 120
"""Characters of a title that its place among others depends on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAsset:
    """What an address is to be bound to. The size and format are those of the address. `recipe` is None for
    an upload as it came, which has an `upload` and a `prompt` of its own."""

    scope: Scope
    slug: str
    address: str
    kind: Kind
    width: int
    height: int
    format: str
    recipe: Recipe | None = None
    prompt: str = ""
    upload: str | None = None
    title: str = ""
    alt: str = ""
    caption: str = ""
    custom_metadata: Mapping[str, Any] = field(default_factory=dict)
    tags: Sequence[str] = ()
    created_by: str = ""
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Painted:
    """A picture, and which of its versions is meant."""

    asset: Asset
    version: int

    @property
    def is_shown(self) -> bool:
        return self.version == self.asset.version


@dataclass(frozen=True, slots=True)
class Description:
    """What people say of a picture; None: as it was."""

    title: str | None = None
    alt: str | None = None
    caption: str | None = None
    custom_metadata: Mapping[str, Any] | None = None


_BOUND: Final = tagged(versions.c.recipe).join(
    versions, and_(versions.c.asset == assets.c.number, versions.c.version == assets.c.version)
)
_WITH_RECIPE: Final = (
    tagged(versions.c.version.label("painted"))
    .join(versions, versions.c.asset == assets.c.number)
    .where(assets.c.project_id == bindparam("project"))
    .where(versions.c.recipe_key.in_(bindparam("keys", expanding=True)))
    .where(assets.c.slug.not_like("%/%"))
    .where(or_(assets.c.expires.is_(None), assets.c.expires > bindparam("at", type_=assets.c.expires.type)))
    .order_by((versions.c.version != assets.c.version), assets.c.number, versions.c.version)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Assets:
    database: Database

    async def find(self, project: str, slug: str) -> Bound | Moved | None:
        """What an address is bound to, by the name of its project; None if it is free. Raises Expired."""
        named = projects.c.name == project
        async with self.database.read() as connection:
            found = await _find(connection, and_(named, assets.c.slug == slug))
            return found or await moved(connection, named, slug)

    async def bind(self, new: NewAsset) -> Bound | Moved:
        """Bind an address to its recipe, unless it is bound already: then what it is bound to. Of any number
        who bind one address at once, in whatever processes, one does, and the others are told what it did.
        Raises Expired.
        """
        project_id = new.scope.project_id
        where = and_(assets.c.project_id == project_id, assets.c.slug == new.slug)
        async with self.database.write() as connection:
            while True:
                number = await _insert(connection, new)
                # Only now: a rename that was under way is over, or has not begun.
                if target := await moved(connection, projects.c.id == project_id, new.slug):
                    await connection.rollback()
                    return target
                if number is not None:
                    return await _complete(connection, new, number)
                if bound := await _find(connection, where):
                    return bound  # else it was deleted after it had stood in our way

    async def get(self, scope: Scope, content_id: str) -> Asset:
        """Raises NotFound."""
        (asset,) = await self.some(scope, [content_id])
        return asset

    async def some(self, scope: Scope, content_ids: Collection[str]) -> tuple[Asset, ...]:
        """By number. Raises NotFound if one of them is not there."""
        async with self.database.read() as connection:
            rows = (await connection.execute(_chosen(scope, content_ids))).all()
            return await with_tags(connection, _all_of(rows, content_ids))

    async def taken(self, project_id: int, slugs: Collection[str]) -> Mapping[str, str]:
        """Those of the slugs that are bound, redirect or are gone, and the prompt each is bound to (else
        empty)."""
        async with self.database.read() as connection:
            return await _taken(connection, project_id, slugs)

    async def with_recipe(self, project_id: int, keys: Collection[str]) -> Painted | None:
        """The picture of the project, not an edit of another, of which a version has one of these recipes;
        before others one that shows it, then the oldest."""
        given = {"project": project_id, "keys": sorted(keys), "at": now()}
        async with self.database.read() as connection:
            row = (await connection.execute(_WITH_RECIPE, given)).first()
        return Painted(tagged_asset(row), row.painted) if row else None

    async def use(self, keys: Collection[str]) -> bool:
        """Whether a version of any picture, in whatever project, has one of these recipes."""
        query = select(versions.c.asset).where(versions.c.recipe_key.in_(keys)).limit(1)
        async with self.database.read() as connection:
            return (await connection.execute(query)).first() is not None

    async def keep_until(self, scope: Scope, content_id: str, end: datetime | None) -> Asset:
        """Keep a picture for longer than it was to be kept; None: for good. A shorter time changes nothing.
        Raises NotFound."""
        async with self.database.write() as connection:
            (row,) = await locked(connection, scope, [content_id])
            if row.expires and (end is None or end > row.expires):
                await connection.execute(
                    update(assets).where(assets.c.number == row.number).values(expires=end)
                )
            found = await read_assets(connection, select_assets().where(assets.c.number == row.number))
            return found[0]

    async def describe(self, scope: Scope, content_id: str, description: Description) -> Asset:
        """Raises NotFound."""
        async with self.database.write() as connection:
            (row,) = await locked(connection, scope, [content_id])
            changes = _described(description)
            if changes:
                await connection.execute(
                    update(assets).where(assets.c.number == row.number).values(**changes)
                )
            (asset,) = await documents.index(connection, [row.number])
            return asset

    async def spend(self, number: int, gpu_seconds: float) -> None:
        """Add to what a picture has cost."""
        async with self.database.write() as connection:
            await connection.execute(
                update(assets)
                .where(assets.c.number == number)
                .values(gpu_seconds=assets.c.gpu_seconds + gpu_seconds)
            )

    async def delete(self, scope: Scope, content_ids: Collection[str]) -> tuple[Asset, ...]:
        """What was deleted, that its files may go too. Their edits stay: they are pictures of their own.
        Raises NotFound, and deletes nothing, if one of them is not there."""
        async with self.database.write() as connection:
            rows = await locked(connection, scope, content_ids)
            gone = await with_tags(connection, rows)
            numbers = [asset.number for asset in gone]
            await INDEXES[connection.dialect.name].drop(connection, numbers)
            await tagging.remove(connection, numbers)
            await connection.execute(delete(assets).where(assets.c.number.in_(numbers)))
            await counts.add(connection, [(asset.scope, asset.number) for asset in gone], -1)
            return gone


async def locked(
    connection: AsyncConnection, scope: Scope, content_ids: Collection[str]
) -> Sequence[Row[Any]]:
    """The rows, to be read by `with_tags`; until the end of the transaction nobody else changes them, or what
    is derived of them. Raises NotFound if one of them is not there."""
    query = _chosen(scope, content_ids).with_for_update(of=assets)
    return _all_of((await connection.execute(query)).all(), content_ids)


def titled(title: str) -> str:
    """A title as it is sorted."""
    return fold_label(title)[:SORTED_TITLE]


def recipe_columns(recipe: Recipe | None) -> dict[str, Any]:
    """What an asset tells of the recipe of its version."""
    return {"model": recipe.model, "seed": recipe.seed, "prompt": clean(recipe.prompt)} if recipe else {}


def _chosen(scope: Scope, content_ids: Collection[str]) -> Any:
    if len(content_ids) > MOST_CONTENTS:
        raise InvalidRequest("contentIds", f"{len(content_ids)} of them", f"{MOST_CONTENTS} at the most")
    return (
        select_assets()
        .where(scope.holds, assets.c.content_id.in_([clean(one) for one in content_ids]))
        .order_by(assets.c.number)
    )


def _all_of(rows: Sequence[Row[Any]], content_ids: Collection[str]) -> Sequence[Row[Any]]:
    if missing := sorted(set(content_ids) - {row.content_id for row in rows}):
        raise NotFound(f"There is no content {missing[0]!r}.")
    return rows


async def _find(connection: AsyncConnection, where: Any) -> Bound | None:
    row = (await connection.execute(_BOUND.where(where))).first()
    if not row:
        return None
    asset = tagged_asset(row)
    check_kept(asset)
    return Bound(asset, recipe_of(row.recipe))


async def _taken(connection: AsyncConnection, project_id: int, slugs: Collection[str]) -> Mapping[str, str]:
    from_assets = select(assets.c.slug, assets.c.prompt).where(
        assets.c.project_id == project_id, assets.c.slug.in_(slugs)
    )
    found = {row.slug: row.prompt for row in await connection.execute(from_assets)}
    old = [*await leading(connection, project_id, slugs), *await closed(connection, project_id, slugs)]
    return dict.fromkeys(old, "") | found


async def _insert(connection: AsyncConnection, new: NewAsset) -> int | None:
    """Its number; None if the address is bound."""
    values = {
        "content_id": str(uuid.uuid4()),
        "account_id": new.scope.account_id,
        "project_id": new.scope.project_id,
        "slug": new.slug,
        "address": new.address,
        "kind": new.kind,
        "prompt": clean(new.prompt),
        "width": new.width,
        "height": new.height,
        "format": new.format,
        "upload": new.upload,
        "version": 0,
        "previous_version": 0,
        "created": now(),
        "created_by": clean(new.created_by),
        "expires": new.expires,
    }
    described = _described(Description(new.title, new.alt, new.caption, new.custom_metadata))
    adding = (
        insert(connection, assets)
        .values(**values | described | recipe_columns(new.recipe))
        .on_conflict_do_nothing(index_elements=[assets.c.project_id, assets.c.slug])
        .returning(assets.c.number)
    )
    number: int | None = await connection.scalar(adding)
    return number


async def _complete(connection: AsyncConnection, new: NewAsset, number: int) -> Bound:
    recipe, project_id = new.recipe, new.scope.project_id
    await connection.execute(
        insert(connection, versions).values(
            asset=number,
            version=0,
            recipe_key=recipe.key if recipe else None,
            recipe=recipe.canonical_json() if recipe else None,
            created=now(),
            created_by=clean(new.created_by),
        )
    )
    if new.tags and project_id is not None:
        await tagging.add(connection, new.scope.account_id, {number: project_id}, new.tags)
    (asset,) = await documents.index(connection, [number])
    await counts.add(connection, [(new.scope, number)], 1)
    return Bound(asset, recipe, is_new=True)


def _described(description: Description) -> dict[str, Any]:
    texts = {"title": description.title, "alt": description.alt, "caption": description.caption}
    changes: dict[str, Any] = {name: clean(text) for name, text in texts.items() if text is not None}
    if "title" in changes:
        changes["sort_title"] = titled(changes["title"])
    if description.custom_metadata is not None:
        changes["custom_metadata"] = json.dumps(dict(description.custom_metadata), separators=(",", ":"))
    return changes
