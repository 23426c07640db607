"""`imgorigin verify`."""

from __future__ import annotations

import asyncio

import typer

from imgorigin.cli.options import with_settings
from imgorigin.parts import open_store
from imgorigin.settings import Settings
from imgorigin.stores.disk import DiskStore
from imgorigin.stores.eviction import Eviction


@with_settings("data")
def verify(*, settings: Settings) -> None:
    """Read every file of the data folder and remove those that do not match their checksum.

    The server does so for each file that it reads; this is for files that only nginx reads. What is removed
    is made again when it is asked for. Checksums of files that are there no longer go too, but for those that
    went within the last minute. The exit status is 1 if anything was damaged.
    """
    disk = open_store(settings).disk
    sound, damaged = asyncio.run(_verify(disk))
    Eviction(disk, 0).sweep()
    for key in damaged:
        typer.echo(f"damaged, removed: {key}")
    typer.echo(f"{sound} files sound, {len(damaged)} damaged")
    if damaged:
        raise typer.Exit(1)


async def _verify(disk: DiskStore) -> tuple[int, list[str]]:
    sound, damaged = 0, []
    async for key in disk.keys(""):
        if await disk.get(key):
            sound += 1
        else:
            damaged.append(key)
    return sound, damaged
