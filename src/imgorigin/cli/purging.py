"""A purger for verbs: a server may be running meanwhile, and others on other hosts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from imgorigin.cli.catalog import Office, opened
from imgorigin.crew import known_models
from imgorigin.news import Bookmark
from imgorigin.parts import cdn_hook, open_store
from imgorigin.purger import Purger
from imgorigin.settings import Settings

SETTINGS: Final = (
    "data",
    "catalog",
    "model",
    "s3",
    "s3_timeout",
    "public_origins",
    "purge_webhook",
    "purge_webhook_key",
    "purge_command",
)


@asynccontextmanager
async def purging(settings: Settings) -> AsyncIterator[tuple[Purger, Office]]:
    """At the end caches in front have been told. Raises SettingsError, CatalogUnavailable."""
    async with open_store(settings) as store, opened(settings) as office:
        hook, host = cdn_hook(settings), Bookmark(store.disk.root).host
        yield Purger(store, office.catalog, known_models(settings), hook, host=host), office
        await hook.close()
