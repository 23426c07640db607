"""Pictures that are painted, when their project turns private, public, or to be asked for each time."""

from __future__ import annotations

import typer

from imgorigin.catalog.projects import ProjectRow
from imgorigin.settings import Settings


async def move_to_shelves(settings: Settings, before: ProjectRow, after: ProjectRow) -> None:
    """Called once, after the catalog says otherwise than before of a project's `private` or `revalidate`."""
    typer.echo(
        f"Pictures of {after.name} that are painted stay as they are. `imgorigin purge` has them made anew.",
        err=True,
    )
