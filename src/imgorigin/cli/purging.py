"""A purger for verbs: a server may be running meanwhile, and others on other hosts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import typer

from imgorigin.cli.catalog import Office, opened
from imgorigin.crew import known_models
from imgorigin.errors import SettingsError
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
    """At the end caches in front have been told: that is waited for. Raises SettingsError, also if one was
    not, and CatalogUnavailable."""
    async with open_store(settings) as store, opened(settings, make=True) as office:
        hook, host = cdn_hook(settings), Bookmark(store.disk.root).host
        yield Purger(store, office.catalog, known_models(settings), hook, host=host), office
        if hook.is_telling:
            typer.echo("Waiting until the CDN is told.", err=True)
        await hook.close()
    if hook.untold:
        raise SettingsError(
            f"Gone here, but the CDN could not be told of {', '.join(hook.untold)}. `imgorigin purge` of "
            "such a path, or by --project, tells it again."
        )
