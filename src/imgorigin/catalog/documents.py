"""What the index of words knows of an asset, kept up with what is known of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.records import Asset, read_assets, select_assets
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import assets
from imgorigin.catalog.wordindex import INDEXES
from imgorigin.catalog.words import document, facet


async def index(connection: AsyncConnection, numbers: Collection[int]) -> tuple[Asset, ...]:
    """Anew, from the tables; gives the assets as they are now. Whoever calls this has written to their rows
    or locked them."""
    found = await read_assets(connection, select_assets().where(assets.c.number.in_(numbers)))
    await INDEXES[connection.dialect.name].put(
        connection, {asset.number: document_of(asset) for asset in found}
    )
    return found


def document_of(asset: Asset) -> list[str]:
    return document(_facets(asset), (asset.prompt, asset.title, asset.alt, asset.caption))


def _facets(asset: Asset) -> Iterator[str]:
    yield Scope(asset.account_id).word
    yield asset.scope.word
    yield facet("project", asset.project)
    yield facet("format", asset.format)
    yield facet("kind", asset.kind)
    if asset.model:
        yield facet("model", asset.model)
    for tag in asset.tags:
        yield facet("tags", tag)
