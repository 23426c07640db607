"""The catalog, for verbs that work on it directly: a server may be running meanwhile, and sees it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from imgorigin import logs
from imgorigin.caller import OPERATOR
from imgorigin.catalog.audit import Deed
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.engine import SQLITE_FILE
from imgorigin.catalog.projects import Account
from imgorigin.errors import SettingsError
from imgorigin.settings import Settings


@dataclass(frozen=True, slots=True)
class Office:
    """A catalog that is open, and the account that whoever runs the server works for."""

    catalog: Catalog
    account: Account

    async def note(self, action: str, subject: str, project: str = "", **detail: Any) -> None:
        """Into the audit."""
        deed = Deed(
            account_id=self.account.id,
            who=OPERATOR.who,
            action=action,
            subject=subject,
            project=project,
            detail=detail,
        )
        await self.catalog.audit.note(deed)


@asynccontextmanager
async def opened(settings: Settings, *, make: bool = False) -> AsyncIterator[Office]:
    """The catalog that the settings name, brought up to date; `make` it, and the data folder, if there is
    none. Raises SettingsError, CatalogUnavailable."""
    see_to_folder(settings, make=make)
    if not make:
        check_catalog(settings)
    with logs.silenced():
        catalog = Catalog.open(settings.catalog, settings.data)
        try:
            await catalog.start()
            yield Office(catalog, await catalog.accounts.ensure())
        finally:
            await catalog.close()


def check_catalog(settings: Settings) -> None:
    """Lest one be made where a folder was misspelled. Raises SettingsError."""
    if not (settings.catalog or (settings.data / SQLITE_FILE).exists()):
        raise SettingsError(
            f"There is no catalog in {settings.data.resolve()}: no server was started there. Name the data "
            "folder of one by --data, or its catalog by --catalog."
        )


def see_to_folder(settings: Settings, *, make: bool) -> None:
    """Raises SettingsError."""
    if settings.catalog or settings.data.is_dir():
        return
    if not make:
        raise SettingsError(f"{settings.data.resolve()} is no data folder of a server. Name it by --data.")
    try:
        settings.data.mkdir(parents=True)
    except OSError as error:
        raise SettingsError(f"The data folder {settings.data} cannot be made: {error.strerror}.") from error
