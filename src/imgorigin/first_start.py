"""What a server finds when it starts, or makes: the tables, an account, projects, and a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from imgorigin import projects_file
from imgorigin.admin_key import ensure_admin_key, kept_admin_key
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectSettings

FIRST_PROJECT: Final = "demo"


@dataclass(frozen=True, slots=True)
class Made:
    """What this start made. `admin_key` is the file that a new key to everything is in; `kept_key` that of an
    earlier start, if its key is still good."""

    admin_key: Path | None = None
    kept_key: Path | None = None


async def first_start(catalog: Catalog, data: Path) -> Made:
    """To be done at every start: later ones find all there. Any number of processes may at once, on one data
    folder or on one PostgreSQL. Raises SettingsError for files that are wrong or cannot be written,
    CatalogUnavailable."""
    declared = projects_file.load(data)
    await catalog.start()
    account = await catalog.accounts.ensure()
    await _declare(catalog, account.id, declared)
    found = await catalog.projects.all()
    if not found:
        await catalog.projects.ensure(account.id, FIRST_PROJECT, ProjectSettings())
    for project in found:
        if project.settings.private and not project.settings.signing_secrets:  # of an earlier version
            await catalog.projects.set(project.id, {})
    if made := await ensure_admin_key(catalog, account.id, data):
        return Made(admin_key=made)
    return Made(kept_key=await kept_admin_key(catalog, data))


async def _declare(catalog: Catalog, account_id: int, declared: Mapping[str, Mapping[str, Any]]) -> None:
    for name, said in declared.items():
        project = await catalog.projects.ensure(account_id, name, replace(ProjectSettings(), **said))
        if replace(project.settings, **said) != project.settings:
            await catalog.projects.set(project.id, said)
