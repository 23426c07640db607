"""Pictures that are painted, when their project turns private, public, or to be asked for each time."""

from __future__ import annotations

import asyncio
from typing import Final

import typer

from imgorigin.catalog.projects import ProjectRow
from imgorigin.cli.purging import purging
from imgorigin.parts import STORE_FOLDER
from imgorigin.projects import REFRESH_SECONDS
from imgorigin.settings import Settings

KNOWN_AFTER: Final = 2 * REFRESH_SECONDS
"""Seconds until every server knows. What it stored before lies where it was."""


async def move_to_shelves(settings: Settings, project: ProjectRow) -> None:
    """Called once the catalog says what was told of a project's `private` or `revalidate`."""
    if not (settings.data / STORE_FOLDER).is_dir():
        return
    async with purging(settings) as (purger, _):
        moved = await purger.reshelve(project)
        await asyncio.sleep(KNOWN_AFTER)
        moved += await purger.reshelve(project)
    typer.echo(f"Files of {project.name} moved to where it has them now: {moved}.", err=True)
