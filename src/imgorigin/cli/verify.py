"""`imgorigin verify`."""

from __future__ import annotations

import asyncio

import typer

from imgorigin.cli.options import with_settings
from imgorigin.parts import open_store
from imgorigin.settings import Settings
from imgorigin.stores.disk import DiskStore


@with_settings("data")
def verify(*, settings: Settings) -> None:
    """Read every file of the data folder and remove those that do not match their checksum.

    The server does so for each file that it reads; this is for files that only nginx reads. What is removed
    is made again when it is asked for. The exit status is 1 if anything was damaged.
    """
    sound, damaged = asyncio.run(_verify(open_store(settings).disk))
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
