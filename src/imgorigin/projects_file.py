"""`projects.toml` in the data folder: projects as a file that can be kept under version control.

    [acme]
    paint = "open"
    style = "watercolor"

There need not be one. Where there is, what it says of a project holds at every start, whatever was set
before; projects and settings that it does not name are the catalog's own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from imgorigin.catalog.changes import checked, checked_name
from imgorigin.errors import InvalidRequest, SettingsError

FILE: Final = "projects.toml"
RENAMED: Final[Mapping[str, str]] = {"model": "default_model"}
"""Of the file's names those that the catalog has other ones for."""


def load(data: Path) -> Mapping[str, Mapping[str, Any]]:
    """What it says of each project, by the names of ProjectSettings. Raises SettingsError, with
    a line for each project of which something is wrong."""
    path = data / FILE
    try:
        found = tomllib.loads(path.read_text())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error
    said: dict[str, Mapping[str, Any]] = {}
    wrong: list[str] = []
    for name, table in found.items():
        try:
            said[name] = _said(path, name, table)
        except SettingsError as error:
            wrong.append(error.detail)
    if wrong:
        raise SettingsError("\n".join(wrong))
    return said


def _said(path: Path, name: str, table: Any) -> Mapping[str, Any]:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}, {name}: no table. Write [{name}], and its lines below it.")
    try:
        checked_name(name)
        return checked({RENAMED.get(key, key): value for key, value in table.items()})
    except InvalidRequest as error:
        raise SettingsError(f"{path}, {name}.{error.detail}") from None
