"""`imgorigin purge`."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from typing import Annotated
from urllib.parse import urlsplit

import typer

from imgorigin.address import Address, parse
from imgorigin.app import open_store
from imgorigin.cli.options import with_settings
from imgorigin.errors import RequestError
from imgorigin.imaging.master import master_key
from imgorigin.painters.sketch import MODEL
from imgorigin.recipe import recipe_for
from imgorigin.settings import Settings
from imgorigin.stores.tiered import TieredStore


@with_settings("data", "s3", "s3_timeout")
def purge(
    paths: Annotated[list[str], typer.Argument(help="Paths or URLs: /demo/red-fox_800x600.png")],
    picture: Annotated[
        bool,
        typer.Option(
            "--picture", help="The whole picture: every size and format, every edit of it, and its masters."
        ),
    ] = False,
    *,
    settings: Settings,
) -> None:
    """Forget pictures. Servers on the same data folder stop serving them within a second.

    The next request has a purged file cut anew from its master; after --picture it has it painted anew.
    """
    addresses = [parse(urlsplit(path).path) for path in paths]
    asyncio.run(_purge(addresses, settings, whole=picture))


async def _purge(addresses: list[Address], settings: Settings, *, whole: bool) -> None:
    async with open_store(settings) as store:
        for address in addresses:
            keys = await _keys_of_picture(store, address) if whole else {address.key}
            gone = [key for key in sorted(keys) if await store.get(key)]
            for key in gone:
                await store.delete(key)
            typer.echo(f"{address.text}: {len(gone)} removed" if gone else f"{address.text}: nothing there")


async def _keys_of_picture(store: TieredStore, address: Address) -> set[str]:
    """Every rendition of the picture and of its edits, and the masters they were cut from."""
    words = _words(address)
    renditions = {address}
    async for key in store.keys(f"images/{address.project}/{words[0]}"):
        with contextlib.suppress(RequestError, UnicodeError):  # not ours: x.png.bak
            found = Address.from_key(key)
            if _words(found)[: len(words)] == words:
                renditions.add(found)
    recipes = {recipe_for(found, MODEL) for found in renditions}
    recipes |= {replace(recipe, canvas=canvas) for recipe in recipes for canvas in MODEL.canvases()}
    return {found.key for found in renditions} | {master_key(recipe) for recipe in recipes}


def _words(address: Address) -> list[str]:
    return [segment.words for segment in address.segments]
