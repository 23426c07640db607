"""`imgorigin backup` and `imgorigin restore`."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from imgorigin import logs, projects_file
from imgorigin.cli.catalog import check_catalog
from imgorigin.cli.options import with_settings
from imgorigin.cli.purging import SETTINGS, purging
from imgorigin.errors import CatalogUnavailable, SettingsError, StoreUnavailable
from imgorigin.parts import STORE_FOLDER
from imgorigin.settings import Settings

if TYPE_CHECKING:
    from imgorigin.catalog.backup import Backup

CLOCKS_APART: Final = 60
"""Seconds by which the clocks of two hosts may differ."""
FILES: Final = (projects_file.FILE,)
"""Of the data folder, that go with the catalog."""


@with_settings("data", "catalog")
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write: catalog.jsonl.gz", dir_okay=False)],
    *,
    settings: Settings,
) -> None:
    """Write all that is known of pictures, projects and keys into one file, as it is now.

    The server may go on serving. With this file every picture that was painted can be painted again as it
    was; uploads, which cannot, are in store/uploads of the data folder, or in S3: copy them too. A backup of
    SQLite restores into PostgreSQL, and the other way round. What URLs are signed with is in it: keep it
    where nobody else reads it.
    """
    if not (settings.catalog or settings.data.is_dir()):
        raise SettingsError(f"{settings.data.resolve()} is no data folder of a server. Name it by --data.")
    files = _files(settings.data)
    check_catalog(settings)
    with logs.silenced():
        written = asyncio.run(_backup(file, files, settings))
    _tell(written, f"written to {file}")


@with_settings(*SETTINGS)
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `imgorigin backup` wrote", dir_okay=False)],
    *,
    settings: Settings,
) -> None:
    """Put what a backup holds in the place of all that the catalog has.

    The server may go on serving: it sees what was there before until all is restored. What was there is gone
    then, the keys too: `imgorigin backup` keeps it. Files that were cut since the backup are removed, for
    what is restored may know other pictures by their addresses; they are cut anew when they are asked for.
    """
    with logs.silenced():
        found = asyncio.run(_restore(file, settings))
        asyncio.run(_note(file, settings))
    for name in FILES:
        if name in found.files:
            _put(settings.data / name, found.files[name])
        elif (settings.data / name).exists():
            typer.echo(
                f"{settings.data / name} stays: the backup has none. The next start goes by it.", err=True
            )
    _tell(found, f"restored from {file}")
    _forget(found, settings)


async def _backup(file: Path, files: Mapping[str, str], settings: Settings) -> Backup:
    from imgorigin.catalog import backup, schema  # noqa: PLC0415  slow to load, for whoever types another verb
    from imgorigin.catalog.engine import open_database  # noqa: PLC0415

    database = open_database(settings.catalog, settings.data, timeout=None)
    try:
        await schema.upgrade(database)
        return await backup.write(database, file, files)
    except OSError as error:
        raise SettingsError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        await database.close()


async def _restore(file: Path, settings: Settings) -> Backup:
    from imgorigin.catalog import backup  # noqa: PLC0415
    from imgorigin.catalog.engine import open_database  # noqa: PLC0415

    try:
        file.open("rb").close()  # before anything is made
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"{error.filename}: {error.strerror}.") from error
    database = open_database(settings.catalog, settings.data, timeout=None)
    try:
        return await backup.restore(database, file)
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror or error}.") from error
    finally:
        await database.close()


async def _note(file: Path, settings: Settings) -> None:
    """Into the audit that is there now."""
    from imgorigin.cli.catalog import opened  # noqa: PLC0415

    async with opened(settings) as office:
        await office.note("restore", file.name)


def _forget(found: Backup, settings: Settings) -> None:
    """What lies in the store and was cut since. Raises SettingsError."""
    if not (settings.data / STORE_FOLDER).is_dir():
        return
    since = max(0, found.made - CLOCKS_APART)
    try:
        gone = asyncio.run(_purge(since, found.others, settings))
    except (StoreUnavailable, CatalogUnavailable) as error:
        moment = datetime.fromtimestamp(since, UTC).isoformat()
        raise SettingsError(
            f"The catalog is restored, but not all files that were cut since the backup are removed: "
            f"{error.detail} Once that is mended: imgorigin purge --since {moment}"
        ) from error
    files = f"{gone:,} file{'' if gone == 1 else 's'}"
    typer.echo(
        f"{files} that were cut since the backup are removed; they are cut anew when asked for.", err=True
    )


async def _purge(since: int, others: Iterable[str], settings: Settings) -> int:
    """And move what is left to where the projects have it now."""
    async with purging(settings) as (purger, office):
        gone = await purger.purge_since(since)
        for name in others:
            gone += await purger.purge_project(name)
        for project in await office.catalog.projects.all():
            if await purger.has_misplaced(project):
                await purger.reshelve(project)
        return gone


def _files(data: Path) -> Mapping[str, str]:
    """Raises SettingsError."""
    try:
        return {name: (data / name).read_text() for name in FILES if (data / name).is_file()}
    except OSError as error:
        raise SettingsError(f"{error.filename} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{' or '.join(FILES)} in {data} is no text: {error.reason}.") from error


def _put(path: Path, text: str) -> None:
    """Whole or not at all. Raises SettingsError."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        temporary.write_text(text)
        temporary.replace(path)
    except OSError as error:
        raise SettingsError(
            f"The catalog is restored, but {path} cannot be written: {error.strerror}."
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _tell(found: Backup, done: str) -> None:
    pictures, projects, keys = (
        f"{found.rows.get(table, 0):,} {word}{'' if found.rows.get(table, 0) == 1 else 's'}"
        for table, word in (("assets", "picture"), ("projects", "project"), ("keys", "key"))
    )
    typer.echo(f"{pictures}, {projects} and {keys} {done}")
