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
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from imgorigin.address import PROJECT_NAMES, is_project_name
from imgorigin.errors import SettingsError
from imgorigin.validation import in_words

FILE: Final = "projects.toml"


class Declared(BaseModel):
    """What the file may say of a project; see catalog.projects.ProjectSettings for what it means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paint: Literal["open", "referer", "signed", "keyed", "frozen"] = "open"
    private: bool = False
    revalidate: bool = False
    tell_prompt: bool = False
    background: str = Field("#ffffff", pattern=r"^#[0-9a-fA-F]{6}$")
    model: str = ""
    style: str = Field("", max_length=200)
    custom_prompt: str = Field("", max_length=2000)
    negative_prompt: str = Field("", max_length=2000)
    lora: str = ""
    lora_weight: float = Field(1.0, ge=-4, le=4, allow_inf_nan=False)
    origins: tuple[str, ...] = ()
    paints_per_minute: int | None = Field(None, ge=0)
    paints_per_month: int | None = Field(None, ge=0)
    gpu_seconds_per_month: float | None = Field(None, ge=0)

    @property
    def changes(self) -> Mapping[str, Any]:
        """What it says, by the names of ProjectSettings; what it does not say is left out."""
        said = {name: getattr(self, name) for name in self.model_fields_set}
        if "model" in said:
            said["default_model"] = said.pop("model")
        return said


_FILE: Final = TypeAdapter(dict[str, Declared])


def load(data: Path) -> Mapping[str, Declared]:
    """By name; none if there is no file. Raises SettingsError."""
    path = data / FILE
    if not path.exists():
        return {}
    try:
        found: dict[str, Any] = tomllib.loads(path.read_text())
        declared = _FILE.validate_python(found)
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise SettingsError(f"{path}, {where}: {in_words(first, Declared.model_fields)}") from None
    for name in declared:
        if not is_project_name(name):
            raise SettingsError(f"{path}: {name!r} cannot be a project. Allowed: {PROJECT_NAMES}.")
    return declared
