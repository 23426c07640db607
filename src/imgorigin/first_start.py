"""What a start finds or makes: the tables, an account, the projects of `projects.toml`, and if there
is none at all the project `demo`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from imgorigin import projects_file
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectSettings

FIRST_PROJECT: Final = "demo"


async def first_start(catalog: Catalog, data: Path) -> None:
    """Raises SettingsError for a file or tables that cannot be read, CatalogUnavailable. To be done at every
    start; any number of processes may at once."""
    await catalog.start()
    account = await catalog.accounts.ensure()
    for name, declared in projects_file.load(data).items():
        wanted = replace(ProjectSettings(), **declared.changes)
        project = await catalog.projects.ensure(account.id, name, wanted)
        if replace(project.settings, **declared.changes) != project.settings:
            await catalog.projects.set(project.id, declared.changes)
    if not await catalog.projects.all():
        await catalog.projects.ensure(account.id, FIRST_PROJECT, ProjectSettings())
