"""`imgorigin purge`."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import urlsplit

import typer

from imgorigin.address import SHELVES, Address, parse
from imgorigin.catalog.changes import checked_name
from imgorigin.cli.catalog import Office
from imgorigin.cli.durations import past
from imgorigin.cli.options import with_settings
from imgorigin.cli.purging import SETTINGS, purging
from imgorigin.errors import SettingsError
from imgorigin.purger import Purger
from imgorigin.settings import Settings

WAYS: Final = ("paths", "--project", "--since")


@with_settings(*SETTINGS)
def purge(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Paths or URLs: /demo/red-fox_800x600.png", show_default=False)
    ] = None,
    picture: Annotated[
        bool,
        typer.Option(
            "--picture", help="The whole picture: every size and format, every edit of it, and its masters."
        ),
    ] = False,
    project: Annotated[
        str, typer.Option("--project", help="All files of a project; its masters stay.", show_default=False)
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            "--since",
            help="All files that were cut since: 12h, 2027-01-01T12:30; their masters stay.",
            show_default=False,
        ),
    ] = "",
    *,
    settings: Settings,
) -> None:
    """Forget pictures.

    Servers on the same data folder or catalog stop serving them within seconds, and caches in front are told.
    The next request has a purged file cut anew from its master; after --picture it has it painted anew, by
    the recipe that it is bound to.
    """
    addresses = [parse(urlsplit(path).path) for path in paths or ()]
    named = [way for way, given in zip(WAYS, (addresses, project, since), strict=True) if given]
    if not named:
        raise SettingsError("Name what to purge: either paths, or a project by --project, or --since when.")
    if len(named) > 1:
        raise SettingsError(
            f"{' and '.join(named)} do not go together: purge by one of these, not by {len(named)}."
        )
    if picture and not addresses:
        raise SettingsError(
            "--picture is of paths. --project has all files of a project go, not its masters; so has --since."
        )
    if since:
        asyncio.run(_purge_since(past("since", since, datetime.now(UTC)), settings))
    elif project:
        asyncio.run(_purge_project(checked_name(project), settings))
    else:
        asyncio.run(_purge(addresses, settings, whole=picture))


async def _purge(addresses: list[Address], settings: Settings, *, whole: bool) -> None:
    async with purging(settings) as (purger, office):
        for address in addresses:
            if whole:
                gone = await purger.purge(address.project, address.slug, whole=True)
            else:
                gone = await purger.purge_address(address)
            await _check_known(address.project, gone, purger, office)
            await office.note("purge", address.text, address.project, whole=whole, files=gone)
            _tell(address.text, gone)


async def _purge_since(moment: datetime, settings: Settings) -> None:
    async with purging(settings) as (purger, office):
        gone = await purger.purge_since(int(moment.timestamp()))
        await office.note("purge", f"since {moment.isoformat()}", files=gone)
        _tell(f"since {moment.isoformat()}", gone)


async def _purge_project(name: str, settings: Settings) -> None:
    async with purging(settings) as (purger, office):
        gone = await purger.purge_project(name)
        await _check_known(name, gone, purger, office)
        await office.note("purge", name, name, files=gone)
        _tell(name, gone)


async def _check_known(project: str, gone: int, purger: Purger, office: Office) -> None:
    """Files may be left of a project that is known no more. Raises SettingsError where there are none."""
    known = [one.name for one in await office.catalog.projects.all()]
    if gone or project in known:
        return
    for shelf in SHELVES:
        if await purger.store.keys_anywhere(f"{shelf}/{project}/"):
            return
    raise SettingsError(f"There is no project {project!r}. Projects here: {', '.join(known) or 'none'}.")


def _tell(subject: str, gone: int) -> None:
    typer.echo(f"{subject}: {gone} removed" if gone else f"{subject}: nothing there")
