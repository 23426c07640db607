"""What `imgorigin doctor` looks at in the catalog. Nothing is made there, and nothing changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imgorigin import projects_file
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.engine import Database, open_database
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.schema import HEAD, revision
from imgorigin.crew import trained
from imgorigin.errors import CatalogUnavailable, SettingsError
from imgorigin.models.registry import Registry
from imgorigin.painters.sketch import MODEL as SKETCH
from imgorigin.projects import check_manner
from imgorigin.recipe import Model
from imgorigin.settings import Settings

NEW: Final = "the project demo, from the first start on"


async def of_catalog(settings: Settings) -> str:
    if not _is_there(settings):
        return "made by the first start"
    database = open_database(settings.catalog, settings.data)
    try:
        found = await _revision(database)
        async with database.write():  # nothing, but it says whether one may
            pass
    finally:
        await database.close()
    if found is None:
        return f"{database.shown} is empty: the first start makes its tables"
    if found > HEAD:
        raise SettingsError(f"{database.shown} is of a newer release: its tables are at {found}, not {HEAD}.")
    older = f", and the next start brings them from {found} to {HEAD}" if found < HEAD else ""
    return f"{database.shown} can be read and written{older}"


async def of_projects(settings: Settings) -> str:
    """Of the file and of the catalog: all that is wrong, a line each."""
    wrong: list[str] = []
    try:
        projects_file.load(settings.data)
    except SettingsError as error:
        wrong.append(error.detail)
    rows: tuple[ProjectRow, ...] = ()
    try:
        rows = await _rows(settings)
        wrong += _of_models(settings, rows)
    except CatalogUnavailable:  # whose own line tells why
        wrong.append("Without the catalog nobody can tell.")
    except SettingsError as error:
        wrong.append(error.detail)
    if wrong:
        raise SettingsError("\n".join(wrong))
    return ", ".join(f"{row.name} ({row.settings.paint})" for row in rows) or NEW


def _is_there(settings: Settings) -> bool:
    return bool(settings.catalog) or (settings.data / "catalog.sqlite").exists()


async def _revision(database: Database) -> str | None:
    async with database.read() as connection:
        return await revision(connection)


async def _rows(settings: Settings) -> tuple[ProjectRow, ...]:
    if not _is_there(settings):
        return ()
    catalog = Catalog.open(settings.catalog, settings.data)
    try:
        if await _revision(catalog.database) != HEAD:
            return ()
        return await catalog.projects.all()
    finally:
        await catalog.close()


def _of_models(settings: Settings, rows: tuple[ProjectRow, ...]) -> list[str]:
    """What a server would not start with."""
    named = [card.model() for card in Registry.load(settings.data).chosen(trained(settings))]
    models: Mapping[str, Model] = {model.name: model for model in (*named, SKETCH)}
    is_sketch = not named or settings.model[0] == SKETCH.name
    default = SKETCH.name if is_sketch else named[0].name
    wrong = []
    for row in rows:
        try:
            check_manner(row.name, row.settings, models, default)
        except SettingsError as error:
            wrong.append(error.detail)
    return wrong
