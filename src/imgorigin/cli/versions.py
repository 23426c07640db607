"""`imgorigin versions`, `imgorigin reroll`, `imgorigin pin` and `imgorigin undo`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated
from urllib.parse import urlsplit

import typer

from imgorigin.address import Address, parse
from imgorigin.caller import OPERATOR
from imgorigin.catalog.records import Asset
from imgorigin.cli.catalog import opened, see_to_folder
from imgorigin.cli.options import with_settings
from imgorigin.cli.paint import MODELS
from imgorigin.cli.purging import SETTINGS, purging
from imgorigin.cli.shown import NOTHING, AsJson, moment, show_json, show_table
from imgorigin.parts import build
from imgorigin.recipe import MAX_SEED
from imgorigin.retelling import Retelling
from imgorigin.settings import Settings
from imgorigin.versions import History, Versions, history_of

Path = Annotated[str, typer.Argument(metavar="PATH", help="Path or URL: /demo/red-fox_800x600.png")]


@with_settings("data", "catalog")
def versions(path: Path, as_json: AsJson = False, *, settings: Settings) -> None:
    """List the versions of a picture, each with the address that shows it for good."""
    address = _address(path)
    history = asyncio.run(_history(settings, address))
    rows = [
        {
            "version": one.version,
            "shown": one.version == history.asset.version,
            "url": history.at(one.version).path,
            "seed": one.recipe.seed if one.recipe else None,
            "model": one.recipe.model if one.recipe else None,
            "created": one.created,
            "created_by": one.created_by,
        }
        for one in history.versions
    ]
    if as_json:
        show_json(rows)
        return
    show_table(
        ("Version", "Shown", "Address", "Seed", "Model", "Made", "By"),
        [
            (
                str(one.version),
                "yes" if one.version == history.asset.version else "",
                history.at(one.version).path,
                str(one.recipe.seed) if one.recipe else NOTHING,
                one.recipe.model if one.recipe else NOTHING,
                moment(one.created),
                one.created_by,
            )
            for one in history.versions
        ],
    )


@with_settings(*dict.fromkeys((*SETTINGS, *MODELS, "classifier", "classifier_target", "blocklist")))
def reroll(
    path: Path,
    seed: Annotated[
        int | None, typer.Option(min=0, max=MAX_SEED, help="Of the new painting; drawn if not given.")
    ] = None,
    *,
    settings: Settings,
) -> None:
    """Paint a picture anew, by another seed, and show that from now on.

    It is painted by this command, also while a server runs: a model is loaded for it, and has to find room on
    the device. Where there is none, let the server do it: POST /content/reroll/PATH with a key.
    """
    _tell(_address(path), asyncio.run(_reroll(settings, _address(path), seed)))


@with_settings(*SETTINGS)
def pin(
    path: Path,
    version: Annotated[int, typer.Argument(min=0, help="Its number, as `imgorigin versions` lists it.")],
    *,
    settings: Settings,
) -> None:
    """Show this version of a picture from now on."""
    _tell(_address(path), asyncio.run(_pin(settings, _address(path), version)))


@with_settings(*SETTINGS)
def undo(path: Path, *, settings: Settings) -> None:
    """Show the version of a picture that was shown before."""
    _tell(_address(path), asyncio.run(_undo(settings, _address(path))))


def _address(path: str) -> Address:
    return parse(urlsplit(path).path)


def _tell(address: Address, asset: Asset) -> None:
    plain = address.at(None).text
    typer.echo(f"{plain}: version {asset.version} is shown; before it was {asset.previous_version}.")


async def _reroll(settings: Settings, address: Address, seed: int | None) -> Asset:
    see_to_folder(settings, make=False)
    parts = build(settings)
    async with parts.running():
        return await parts.rerolls.reroll(address, OPERATOR, seed=seed)


async def _history(settings: Settings, address: Address) -> History:
    async with opened(settings) as office:
        return await history_of(office.catalog, address)


async def _pin(settings: Settings, address: Address, version: int) -> Asset:
    async with _versions(settings) as kept:
        return await kept.pin(address, version, OPERATOR)


async def _undo(settings: Settings, address: Address) -> Asset:
    async with _versions(settings) as kept:
        return await kept.undo(address, OPERATOR)


@asynccontextmanager
async def _versions(settings: Settings) -> AsyncIterator[Versions]:
    async with purging(settings) as (purger, office):
        yield Versions(office.catalog, purger.purge, Retelling(office.catalog, purger.store))
