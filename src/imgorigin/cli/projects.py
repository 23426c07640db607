"""`imgorigin projects`: the first part of every address, and what may be done in each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Annotated, Any, Final

import typer

from imgorigin.catalog.changes import checked_name
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.cli import secrets
from imgorigin.cli.catalog import opened
from imgorigin.cli.options import with_settings
from imgorigin.cli.project_models import check_model, is_served, with_model_found
from imgorigin.cli.project_options import flag, with_changes
from imgorigin.cli.purging import SETTINGS
from imgorigin.cli.shelves import move_to_shelves
from imgorigin.cli.shown import NOTHING, AsJson, moment, show_json, show_table
from imgorigin.errors import SettingsError
from imgorigin.settings import Settings

OF_SHELVES: Final = frozenset(("private", "revalidate"))
"""Settings that say on which shelf of the store a project's pictures lie."""

app = typer.Typer(
    name="projects",
    help="Projects: the first part of every address, and what may be done in each.",
    no_args_is_help=True,
)
app.add_typer(secrets.app)

Name = Annotated[str, typer.Argument(help="The first part of its addresses: acme", metavar="NAME")]
Default = Annotated[
    bool, typer.Option("--default", help="Make it the one that is meant where none is named.")
]


@app.command()
@with_settings("data", "catalog")
@with_changes
def create(name: Name, default: Default = False, *, changes: Mapping[str, Any], settings: Settings) -> None:
    """Make a project. What is not said is as of a project that is open and public."""
    changes = with_model_found(settings, changes)
    check_model(settings, checked_name(name), ProjectSettings(**changes), changes)
    project = asyncio.run(_create(settings, name, changes, is_default=default))
    typer.echo(f"The project {project.name} is there: {_summary(project)}")
    _advise(settings, project)


@app.command("set")
@with_settings(*(name for name in SETTINGS if name != "model"))  # which is the project's here
@with_changes
def set_(name: Name, default: Default = False, *, changes: Mapping[str, Any], settings: Settings) -> None:
    """Change a project: only what is said. A running server knows within seconds."""
    if not (changes or default):
        raise SettingsError("Nothing is said to change. `imgorigin projects set --help` lists what may be.")
    changes = with_model_found(settings, changes)
    project = asyncio.run(_set(settings, name, changes, is_default=default))
    typer.echo(f"The project {project.name} is set: {_summary(project)}")
    _advise(settings, project)


@app.command("list")
@with_settings("data", "catalog")
def list_(as_json: AsJson = False, *, settings: Settings) -> None:
    """List all projects."""
    projects = asyncio.run(_all(settings))
    if as_json:
        show_json([_as_json(project) for project in projects])
        return
    show_table(
        ("Project", "Paint", "Seen by", "Model", "Pictures", "Created", "Default"),
        [
            (
                project.name,
                project.settings.paint,
                "keys" if project.settings.private else "anyone",
                project.settings.default_model or NOTHING,
                str(project.image_count),
                moment(project.created),
                "yes" if project.is_default else "",
            )
            for project in projects
        ],
    )


@app.command()
@with_settings("data", "catalog")
def show(name: Name, as_json: AsJson = False, *, settings: Settings) -> None:
    """Show all that is set of one project."""
    found = _as_json(asyncio.run(_one(settings, name)))
    if as_json:
        show_json(found)
        return
    show_table(("Setting", "Value"), [(key, _told(value)) for key, value in found.items()])


async def _create(
    settings: Settings, name: str, changes: Mapping[str, Any], *, is_default: bool
) -> ProjectRow:
    async with opened(settings, make=True) as office:
        project = await office.catalog.projects.create(
            office.account.id, name, ProjectSettings(**changes), is_default=is_default
        )
        await office.note("create-project", project.public_id, project.name, **changes)
    return project


async def _set(settings: Settings, name: str, changes: Mapping[str, Any], *, is_default: bool) -> ProjectRow:
    async with opened(settings) as office:
        before = await office.catalog.projects.get(office.account.id, name)
        check_model(settings, before.name, replace(before.settings, **changes), changes)
        after = await office.catalog.projects.set(before.id, changes, is_default=is_default)
        detail = {**changes, "is_default": True} if is_default else changes
        await office.note("set-project", after.public_id, after.name, **detail)
    if any(getattr(before.settings, one) != getattr(after.settings, one) for one in OF_SHELVES):
        await move_to_shelves(settings, before, after)
    return after


async def _all(settings: Settings) -> tuple[ProjectRow, ...]:
    async with opened(settings) as office:
        return await office.catalog.projects.all(office.account.id)


async def _one(settings: Settings, name: str) -> ProjectRow:
    async with opened(settings) as office:
        return await office.catalog.projects.get(office.account.id, name)


def _summary(project: ProjectRow) -> str:
    return f"paint {project.settings.paint}, {'private' if project.settings.private else 'public'}"


def _advise(settings: Settings, project: ProjectRow) -> None:
    """What is still missing for new pictures to be made as it was said."""
    now = project.settings
    if now.default_model and not is_served(settings, now.default_model):
        typer.echo(
            f"Only a server that has the model paints there: imgorigin serve --model {now.default_model}",
            err=True,
        )
    if now.paint == "referer" and not now.origins:
        typer.echo(
            f"No site may paint yet: imgorigin projects set {project.name} {flag('origins')} URL", err=True
        )
    if now.paint == "signed" and not now.signing_secrets:
        typer.echo(f"Nobody can sign yet: imgorigin projects secret add {project.name}", err=True)


def _as_json(project: ProjectRow) -> dict[str, Any]:
    """Without its secrets: how many there are."""
    return {
        "name": project.name,
        "project_id": project.public_id,
        "is_default": project.is_default,
        **asdict(project.settings),
        "signing_secrets": len(project.settings.signing_secrets),
        "image_count": project.image_count,
        "created": project.created,
    }


def _told(value: object) -> str:
    if isinstance(value, str):
        return value or NOTHING
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or NOTHING
    if value is None:
        return "no bound"
    if isinstance(value, datetime):
        return moment(value)
    return json.dumps(value, default=str).strip('"')
