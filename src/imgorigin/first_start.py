"""What a server finds when it starts, or makes: the tables, an account, projects, and a key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from imgorigin.admin_key import ensure_admin_key
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.projects_import import import_projects

FIRST_PROJECT: Final = "demo"


@dataclass(frozen=True, slots=True)
class Made:
    """What this start made. `imported` are the projects of `projects.toml`; `admin_key` is the file that a
    new key to everything is in."""

    imported: tuple[str, ...] = ()
    admin_key: Path | None = None


async def first_start(catalog: Catalog, data: Path) -> Made:
    """To be done at every start: later ones find all there. Any number of processes may at once, on one data
    folder or on one PostgreSQL. Raises SettingsError for files that are wrong or cannot be written,
    CatalogUnavailable."""
    await catalog.start()
    account = await catalog.accounts.ensure()
    imported = await import_projects(catalog, account.id, data)
    if not await catalog.projects.all():
        await catalog.projects.ensure(account.id, FIRST_PROJECT, ProjectSettings())
    return Made(imported, await ensure_admin_key(catalog, account.id, data))
