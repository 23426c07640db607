"""`projects.toml` in the data folder, as releases before the catalog had it: read once, into the catalog.

[acme]
paint = "open"
model = "sketch"
"""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.changes import checked, checked_name
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.errors import InvalidRequest, SettingsError

FILE: Final = "projects.toml"
IMPORTED: Final = "projects.toml.imported"
RENAMED: Final[Mapping[str, str]] = {"model": "default_model"}
"""Of the file's names those that the catalog has other ones for."""


async def import_projects(catalog: Catalog, account_id: int, data: Path) -> tuple[str, ...]:
    """Make the projects of the file, if it is there, and put it aside. One that the catalog has already stays
    as it is. Gives the names in the file. Any number of processes may do so at once: the file is put aside
    after all is made, so whoever does not find it finds the projects. Raises SettingsError, before anything
    is made, for a file that is wrong."""
    path = data / FILE
    wanted = _read(path)
    for name, settings in wanted.items():
        await catalog.projects.ensure(account_id, name, settings)
    if wanted or path.exists():
        _put_aside(path)
    return tuple(wanted)


def _read(path: Path) -> Mapping[str, ProjectSettings]:
    try:
        found = tomllib.loads(path.read_text())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error
    return {name: _settings(path, name, table) for name, table in found.items()}


def _settings(path: Path, name: str, table: Any) -> ProjectSettings:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}, {name}: no table. Write [{name}], and its lines below it.")
    try:
        checked_name(name)
        values: dict[str, Any] = {RENAMED.get(key, key): value for key, value in table.items()}
        return ProjectSettings(**checked(values))
    except InvalidRequest as error:
        raise SettingsError(f"{path}, {name}.{error.detail}") from None


def _put_aside(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError):  # somebody else has
        try:
            path.replace(path.with_name(IMPORTED))
        except PermissionError as error:
            raise SettingsError(f"{path} cannot be renamed: {error.strerror}.") from error
