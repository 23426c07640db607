"""The rows of pictures as they leave the catalog, and how they are read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import asset_tags, assets, projects, tags
from imgorigin.catalog.words import fold_label
from imgorigin.recipe import Recipe

Kind = Literal["generated", "edited", "uploaded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A picture: what all its sizes, formats and versions have in common.

    `slug` is all the words of its address behind the project: `red-fox`, or of an edit `red-fox/add-a-hat`.
    `address`, `width`, `height` and `format` are those first asked for; `prompt`, `model` and `seed` are of
    the version shown. `upload` is the SHA-256 of an uploaded picture. `previous_version` is what an undo
    would show. It is kept until `expires`; None: for good.
    """

    number: int
    content_id: str
    account_id: int
    project_id: int
    project: str
    slug: str
    address: str
    kind: Kind
    prompt: str
    title: str
    alt: str
    caption: str
    custom_metadata: Mapping[str, Any] = field(hash=False)
    tags: tuple[str, ...]
    width: int
    height: int
    format: str
    model: str
    seed: int | None
    upload: str | None
    version: int
    previous_version: int
    gpu_seconds: float
    created: datetime
    created_by: str
    expires: datetime | None = None

    @property
    def scope(self) -> Scope:
        return Scope(self.account_id, self.project_id)


@dataclass(frozen=True, slots=True)
class Version:
    """One painting of an asset. `recipe` is None for an upload as it came."""

    version: int
    recipe: Recipe | None
    created: datetime
    created_by: str


@dataclass(frozen=True, slots=True)
class Bound:
    """An address that is taken: its asset, and the recipe of the version shown. `is_new` if this call bound
    it."""

    asset: Asset
    recipe: Recipe | None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that was renamed: where its picture is now."""

    project: str
    slug: str


_BETWEEN: Final = "\n"
"""Names of tags, none of which has one."""
_COLUMNS: Final = tuple(column for column in assets.c if column is not assets.c.sort_title)

_NAMES: Final = (*(column.name for column in _COLUMNS), "project")
_ASSETS: Final = (
    select(*_COLUMNS, projects.c.name.label("project"))
    .select_from(assets)
    .join(projects, projects.c.id == assets.c.project_id)
)


_TAG_NAMES: Final = (
    select(func.aggregate_strings(tags.c.name, _BETWEEN))
    .join(asset_tags, asset_tags.c.tag == tags.c.id)
    .where(asset_tags.c.asset == assets.c.number)
    .correlate(assets)
    .scalar_subquery()
    .label("tag_names")
)


def select_assets(*more: Any) -> Select[Any]:
    """To be read by `read_assets`."""
    return _ASSETS.add_columns(*more)


def tagged(*more: Any) -> Select[Any]:
    """As `select_assets`, to be read by `tagged_asset`."""
    return select_assets(_TAG_NAMES, *more)


def tagged_asset(row: Row[Any]) -> Asset:
    names = row.tag_names.split(_BETWEEN) if row.tag_names else ()
    return asset_of(row, tuple(sorted(names, key=fold_label)))


async def read_assets(connection: AsyncConnection, query: Select[Any]) -> tuple[Asset, ...]:
    """In the order of the query, which locks nothing: a row that was waited for would bring old tags."""
    return tuple(map(tagged_asset, await connection.execute(query.add_columns(_TAG_NAMES))))


async def with_tags(connection: AsyncConnection, rows: Iterable[Row[Any]]) -> tuple[Asset, ...]:
    rows = list(rows)
    tagged = await tags_of(connection, [row.number for row in rows])
    return tuple(asset_of(row, tagged.get(row.number, ())) for row in rows)


async def tags_of(connection: AsyncConnection, numbers: Collection[int]) -> Mapping[int, tuple[str, ...]]:
    """By number of asset, in the order of the alphabet."""
    if not numbers:
        return {}
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    query = (
        select(asset_tags.c.asset, tags.c.name)
        .join(tags, tags.c.id == asset_tags.c.tag)
        .where(asset_tags.c.asset.in_(numbers))
        .order_by(asset_tags.c.asset, tags.c.folded)
    )
    for number, name in await connection.execute(query):
        found[number] += (name,)
    return found


def asset_of(row: Row[Any], tagged: tuple[str, ...]) -> Asset:
    """Of a row of `select_assets`."""
    values = dict(zip(_NAMES, row, strict=False))
    values["custom_metadata"] = json.loads(values["custom_metadata"])
    return Asset(**values, tags=tagged)


def recipe_of(text: str | None) -> Recipe | None:
    return Recipe.from_dict(json.loads(text)) if text else None
