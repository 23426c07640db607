"""`imgorigin projects secret`: what URLs of a project are signed with."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import sys
from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer

from imgorigin import signing
from imgorigin.catalog.projects import Changes, ProjectSettings
from imgorigin.cli.catalog import opened
from imgorigin.cli.options import with_settings
from imgorigin.cli.shown import AsJson, show_json, show_table
from imgorigin.errors import Conflict, NotFound, SettingsError
from imgorigin.settings import Settings

MARK_LENGTH: Final = 8

app = typer.Typer(
    name="secret",
    help="Secrets that URLs of a project are signed with. Several may be good at a time, for rotation.",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(help="The project: acme", metavar="NAME")]


@app.command()
@with_settings("data", "catalog")
def add(
    name: Name,
    from_stdin: Annotated[
        bool, typer.Option("--stdin", help="Take the secret from standard input, one that is shared already.")
    ] = False,
    *,
    settings: Settings,
) -> None:
    """Make a secret, and print it, this once, as the last line. Those there are stay good.

    `imgorigin sign` signs with the newest.
    """
    secret = signing.checked_secret(_typed() if from_stdin else secrets.token_urlsafe(32))

    def added(now: ProjectSettings) -> Mapping[str, Any]:
        if secret in now.signing_secrets:
            raise Conflict(f"{name} has this secret already: its mark is {mark(secret)}.")
        return {"signing_secrets": (secret, *now.signing_secrets)}

    asyncio.run(_change(settings, name, "add-secret", mark(secret), added))
    if from_stdin:
        typer.echo(f"The secret {mark(secret)} of {name} is added")
        return
    typer.echo(f"Secret {mark(secret)} of {name}. Shown this once:", err=True)
    typer.echo(secret)


@app.command("list")
@with_settings("data", "catalog")
def list_(name: Name, as_json: AsJson = False, *, settings: Settings) -> None:
    """List the marks of a project's secrets, the newest first. A mark says nothing of its secret."""
    marks = asyncio.run(_marks(settings, name))
    if as_json:
        show_json(marks)
    else:
        show_table(("Secret",), [(one,) for one in marks])


@app.command()
@with_settings("data", "catalog")
def remove(
    name: Name,
    which: Annotated[str, typer.Argument(help="Its mark, as listed.", metavar="MARK")],
    *,
    settings: Settings,
) -> None:
    """Take a secret away: URLs signed with it are good no longer."""

    def without(now: ProjectSettings) -> Mapping[str, Any]:
        left = tuple(secret for secret in now.signing_secrets if mark(secret) != which)
        if left == now.signing_secrets:
            raise NotFound(
                f"{name} has no secret of this mark. `imgorigin projects secret list {name}` lists them."
            )
        return {"signing_secrets": left}

    asyncio.run(_change(settings, name, "remove-secret", which, without))
    typer.echo(f"The secret {which} of {name} is removed")


def mark(secret: str) -> str:
    """What a secret is recognised by: the first characters of its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()[:MARK_LENGTH]


def _typed() -> str:
    """Raises SettingsError for bytes that are no text."""
    try:
        return sys.stdin.read().strip()
    except UnicodeDecodeError:
        raise SettingsError("What standard input has is no text.") from None


async def _marks(settings: Settings, name: str) -> list[str]:
    async with opened(settings) as office:
        project = await office.catalog.projects.get(office.account.id, name)
    return [mark(secret) for secret in project.settings.signing_secrets]


async def _change(settings: Settings, name: str, action: str, which: str, change: Changes) -> None:
    async with opened(settings) as office:
        project = await office.catalog.projects.get(office.account.id, name)
        await office.catalog.projects.set(project.id, change)
        await office.note(action, project.public_id, project.name, mark=which)
