"""`imgorigin sign`."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import typer

from imgorigin import signing
from imgorigin.address import Address, parse
from imgorigin.catalog.projects import ProjectRow
from imgorigin.cli.catalog import opened
from imgorigin.cli.durations import span
from imgorigin.cli.options import with_settings
from imgorigin.errors import SettingsError
from imgorigin.settings import Settings

UNPAINTED: Final = {
    "keyed": "the project paints for keys (--paint keyed).",
    "frozen": "the project is frozen (--paint frozen).",
}
"""Why a signed URL has nothing painted, by the kind of the project."""


@with_settings("data", "catalog")
def sign(
    url: Annotated[str, typer.Argument(help="A URL or path: /demo/red-fox_800x600.png", show_default=False)],
    expires: Annotated[
        str, typer.Option(metavar="", help="How long it is good: 90s, 45m, 12h, 30d or 4w.")
    ] = "30d",
    secret: Annotated[
        str,
        typer.Option(
            metavar="",
            envvar="SIGNING_SECRET",
            show_envvar=False,
            show_default=False,
            help="What to sign with (or SIGNING_SECRET, which stays out of the shell's history). "
            "Without it: the newest of the project's secrets.",
        ),
    ] = "",
    *,
    settings: Settings,
) -> None:
    """Sign a URL: who has it may see this one picture, and have it painted, until it expires.

    In a project with --paint keyed or frozen it does not have the picture painted: it shows what is there.

    The last line of the output is the signed URL, with the path in its canonical form.
    """
    parts = urlsplit(url)
    address = parse(parts.path)
    until = int(time.time() + span("expires", expires).total_seconds())
    if not secret:
        project = asyncio.run(_project_of(address, settings))
        secret = project.settings.signing_secrets[0]
        if told := UNPAINTED.get(project.settings.paint):
            typer.echo(
                f"The URL shows the picture if it is painted, and does not have it painted: {told}", err=True
            )
    query = signing.sign(address, secret, until)
    others = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in signing.NAMES]
    signed = "&".join(filter(None, (query, urlencode(others))))
    typer.echo(parts._replace(path=address.path, query=signed, fragment="").geturl())


async def _project_of(address: Address, settings: Settings) -> ProjectRow:
    """Raises SettingsError if it has no secret."""
    async with opened(settings) as office:
        project = await office.catalog.projects.get(office.account.id, address.project)
    if not project.settings.signing_secrets:
        raise SettingsError(
            f"The project {address.project!r} has no signing secret. `imgorigin projects secret add "
            f"{address.project}` makes one; --secret names one that is elsewhere."
        )
    return project
