"""`imgorigin sign`."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

import typer

from imgorigin import signing
from imgorigin.address import Address, parse
from imgorigin.cli.catalog import opened
from imgorigin.cli.durations import span
from imgorigin.cli.options import with_settings
from imgorigin.errors import SettingsError
from imgorigin.settings import Settings


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

    The last line of the output is the signed URL, with the path in its canonical form.
    """
    parts = urlsplit(url)
    address = parse(parts.path)
    until = int(time.time() + span("expires", expires).total_seconds())
    query = signing.sign(address, secret or asyncio.run(_secret_of(address, settings)), until)
    others = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in signing.NAMES]
    signed = "&".join(filter(None, (query, urlencode(others))))
    typer.echo(parts._replace(path=address.path, query=signed, fragment="").geturl())


async def _secret_of(address: Address, settings: Settings) -> str:
    """The newest of the project's. Raises SettingsError if it has none."""
    async with opened(settings) as office:
        project = await office.catalog.projects.get(office.account.id, address.project)
    if not project.settings.signing_secrets:
        raise SettingsError(
            f"The project {address.project!r} has no signing secret. `imgorigin projects secret add "
            f"{address.project}` makes one; --secret names one that is elsewhere."
        )
    return project.settings.signing_secrets[0]
