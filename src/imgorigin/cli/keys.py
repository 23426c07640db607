"""`imgorigin keys`: who may call, and what for."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Final

import typer

from imgorigin.catalog.keys import SHOWN, START, Key, KeyScope
from imgorigin.catalog.words import label
from imgorigin.cli.catalog import Office, opened
from imgorigin.cli.durations import to_come
from imgorigin.cli.options import with_settings
from imgorigin.cli.project_options import with_budgets
from imgorigin.cli.shown import NOTHING, AsJson, counted, moment, show_json, show_table
from imgorigin.errors import InvalidRequest, NotFound, SettingsError
from imgorigin.settings import Settings

LONGEST_NAME: Final = 200
ENDLESS: Final = ("never", "none")
BUDGETS: Final = {
    "paints_per_minute": "paints a minute",
    "paints_per_month": "paints a month",
    "gpu_seconds_per_month": "GPU seconds a month",
}

app = typer.Typer(
    name="keys",
    help="Keys: who may call the API, see private pictures and paint where a key is needed.",
    no_args_is_help=True,
)

Which = Annotated[str, typer.Argument(help="Its id, or its first characters as listed.", metavar="ID|PREFIX")]
Expires = Annotated[
    str | None, typer.Option(help="When it ends: 30d, 12h, or a day as 2027-01-01.", show_default=False)
]


@app.command()
@with_settings("data", "catalog")
@with_budgets
def create(
    name: Annotated[str, typer.Option(help="What it is for, for people.")],
    project: Annotated[
        str | None, typer.Option(help="The one project it is for; else it is for all.")
    ] = None,
    scope: Annotated[
        KeyScope, typer.Option(help="read: see pictures and lists; paint: make pictures, too; manage: all.")
    ] = "paint",
    expires: Expires = None,
    *,
    changes: Mapping[str, Any],
    settings: Settings,
) -> None:
    """Make a key, and print it, this once, as the last line.

    Only a hash of it is kept. Send it as `Authorization: Bearer KEY` or as `X-API-Key: KEY`.
    """
    ends = to_come("--expires", expires, datetime.now(UTC)) if expires is not None else None
    key, secret = asyncio.run(_create(settings, project, _named(name), scope, {**changes, "expires": ends}))
    _hand_over(key, secret)


@app.command("set")
@with_settings("data", "catalog")
@with_budgets
def set_(
    which: Which,
    name: Annotated[str | None, typer.Option(help="What it is for, for people.", show_default=False)] = None,
    expires: Annotated[
        str | None,
        typer.Option(help="When it ends: 30d, 12h, a day as 2027-01-01, or never.", show_default=False),
    ] = None,
    *,
    changes: Mapping[str, Any],
    settings: Settings,
) -> None:
    """Change a key: only what is said. A running server knows within seconds.

    What it is a key to stays: its project and its scope. `imgorigin keys create` makes another.
    """
    said = dict(changes)
    if name is not None:
        said["name"] = _named(name)
    if expires is not None:
        is_endless = expires.strip().lower() in ENDLESS
        said["expires"] = None if is_endless else to_come("--expires", expires, datetime.now(UTC))
    if not said:
        raise SettingsError("Nothing is said to change. `imgorigin keys set --help` lists what may be.")
    key = asyncio.run(_set(settings, which, said))
    typer.echo(f"The key {key.prefix}… ({key.name}) is set: {_ends(key)}, {_budgets(key)}")


@app.command("list")
@with_settings("data", "catalog")
def list_(as_json: AsJson = False, *, settings: Settings) -> None:
    """List all keys, the oldest first, also those that are no longer good."""
    keys = asyncio.run(_all(settings))
    if as_json:
        show_json([_as_json(key) for key in keys])
        return
    show_table(
        ("ID", "Prefix", "Name", "Project", "Scope", "State", "Created", "Expires", "Last used", "Budgets"),
        [
            (
                key.id, key.prefix, key.name, key.project or "all", key.scope, _state(key),
                moment(key.created), moment(key.expires), moment(key.last_used), _budgets(key, NOTHING),
            )
            for key in keys
        ],
    )  # fmt: skip


@app.command()
@with_settings("data", "catalog")
def revoke(which: Which, *, settings: Settings) -> None:
    """End a key. A running server refuses it from the next second on."""
    key = asyncio.run(_revoke(settings, which))
    typer.echo(f"The key {key.prefix}… ({key.name}) is revoked")


@app.command()
@with_settings("data", "catalog")
def rotate(
    which: Which,
    keep_old: Annotated[
        str | None,
        typer.Option(help="How long the old one stays good beside it: 1d.", show_default=False),
    ] = None,
    expires: Expires = None,
    *,
    settings: Settings,
) -> None:
    """Make a key that may do what another may, print it as the last line, and end the other.

    Unless --expires says otherwise, it lives as long as the other was made to live.
    """
    now = datetime.now(UTC)
    old_until = to_come("--keep-old", keep_old, now) if keep_old is not None else None
    ends = to_come("--expires", expires, now) if expires is not None else None
    key, secret = asyncio.run(_rotate(settings, which, old_until, ends))
    _hand_over(key, secret)


@app.command("webhook-secret")
@with_settings("data", "catalog")
def webhook_secret(
    which: Which,
    rotate: Annotated[
        bool, typer.Option("--rotate", help="Make another; the old one signs no more.")
    ] = False,
    *,
    settings: Settings,
) -> None:
    """Print the secret that signs the webhooks of a key, by the Standard Webhooks specification.

    It is made when it is first asked for.
    """
    typer.echo(asyncio.run(_webhook_secret(settings, which, rotate=rotate)))


async def _create(
    settings: Settings,
    project: str | None,
    name: str,
    scope: KeyScope,
    values: Mapping[str, Any],
) -> tuple[Key, str]:
    async with opened(settings, make=True) as office:
        is_named = project is not None
        found = await office.catalog.projects.get(office.account.id, project or "") if is_named else None
        key, secret = await office.catalog.keys.create(
            office.account.id,
            name,
            scope,
            project_id=found.id if found else None,
            **values,
        )
        await _note(office, "create-key", key)
    return key, secret


async def _all(settings: Settings) -> tuple[Key, ...]:
    async with opened(settings) as office:
        return await office.catalog.keys.all(office.account.id)


async def _set(settings: Settings, which: str, changes: Mapping[str, Any]) -> Key:
    async with opened(settings) as office:
        key = await office.catalog.keys.set(office.account.id, _asked(which), changes)
        told = {name: moment(to) if isinstance(to, datetime) else to for name, to in changes.items()}
        await _note(office, "set-key", key, changed=told)
    return key


async def _revoke(settings: Settings, which: str) -> Key:
    async with opened(settings) as office:
        key = await office.catalog.keys.revoke(office.account.id, _asked(which))
        await _note(office, "revoke-key", key)
    return key


async def _rotate(
    settings: Settings, which: str, old_until: datetime | None, expires: datetime | None
) -> tuple[Key, str]:
    async with opened(settings) as office:
        old = await _good(office, which)
        if old.expires:
            old_until = min(old_until, old.expires) if old_until else None
            expires = expires or datetime.now(UTC) + (old.expires - old.created)
        key, secret = await office.catalog.keys.rotate(
            office.account.id, old.id, old_until=old_until, expires=expires
        )
        await _note(office, "rotate-key", key, old=old.id)
    return key, secret


async def _webhook_secret(settings: Settings, which: str, *, rotate: bool) -> str:
    async with opened(settings) as office:
        key = await _good(office, which)
        secret = await office.catalog.keys.webhook_secret(key.id, rotate=rotate)
        await _note(office, "rotate-webhook-secret" if rotate else "show-webhook-secret", key)
    return secret


async def _good(office: Office, which: str) -> Key:
    """Raises NotFound."""
    asked = _asked(which)
    keys = await office.catalog.keys.all(office.account.id)
    found = [key for key in keys if asked in (key.id, key.prefix) and key.is_good(datetime.now(UTC))]
    if len(found) != 1:
        raise NotFound(f"There is no key {asked!r} in use. `imgorigin keys list` lists them.")
    return found[0]


async def _note(office: Office, action: str, key: Key, **more: Any) -> None:
    detail = {"name": key.name, "prefix": key.prefix, "scope": key.scope, **more}
    await office.note(action, key.id, key.project or "", **detail)


def _asked(which: str) -> str:
    """A whole key is cut to its prefix: an error would show it."""
    return which[:SHOWN] if which.startswith(START) else which


def _hand_over(key: Key, secret: str) -> None:
    of = f"the project {key.project}" if key.project else "all projects"
    told = f"scope {key.scope}, {of}, {_ends(key)}, {_budgets(key)}"
    typer.echo(f"Key {key.id} ({key.name}): {told}. Shown this once:", err=True)
    typer.echo(secret)


def _named(name: str) -> str:
    """Raises InvalidRequest."""
    if not label(name):
        raise InvalidRequest("--name", "empty", "words that tell what the key is for")
    if len(label(name)) > LONGEST_NAME:
        raise InvalidRequest("--name", f"{len(label(name))} characters long", f"up to {LONGEST_NAME}")
    return name


def _ends(key: Key) -> str:
    return f"until {moment(key.expires)} UTC" if key.expires else "for good"


def _budgets(key: Key, none: str = "no budget") -> str:
    """Those that are set."""
    told = [
        counted(f"{getattr(key, name):,.12g}", words)
        for name, words in BUDGETS.items()
        if getattr(key, name) is not None
    ]
    return ", ".join(told) or none


def _state(key: Key) -> str:
    if key.revoked:
        return "revoked"
    return "good" if key.is_good(datetime.now(UTC)) else "expired"


def _as_json(key: Key) -> Mapping[str, Any]:
    names = (
        "id",
        "prefix",
        "name",
        "project",
        "scope",
        "created",
        "expires",
        "revoked",
        "last_used",
        "storage",
    )
    return {name: getattr(key, name) for name in (*names, *BUDGETS)} | {"state": _state(key)}
