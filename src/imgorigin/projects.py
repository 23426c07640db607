"""Projects: the first part of every address, and what may be done in each.

They stand in `projects.toml` in the data folder, which a first start writes:

    [demo]
    paint = "open"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from imgorigin.address import PROJECT_NAMES, is_project_name
from imgorigin.errors import NoProject, SettingsError
from imgorigin.recipe import Manner, Model
from imgorigin.validation import in_words

FILE: Final = "projects.toml"

FIRST: Final = """\
# The projects of this origin: the first part of every address. Read at start.

[demo]
paint = "open"            # open: anyone's new picture is painted; frozen: only what is there is served
tell_prompt = false       # write the words of a picture into its file (XMP)
background = "#ffffff"    # what shows through where a format has no transparency
# model = "sketch"        # the painter's model; without this line, the server's default
# style, negative_prompt, lora and lora_weight: how all pictures of the project are painted
"""


class Project(BaseModel):
    """What may be done in a project, how it is painted and how its files are written. The empty `model` is
    the server's default."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paint: Literal["open", "frozen"] = "open"
    tell_prompt: bool = False
    background: str = Field("#ffffff", pattern=r"^#[0-9a-fA-F]{6}$")
    model: str = ""
    style: str = Field("", max_length=200)
    negative_prompt: str = Field("", max_length=2000)
    lora: str = ""
    lora_weight: float = Field(1.0, ge=-4, le=4, allow_inf_nan=False)

    @property
    def manner(self) -> Manner:
        return Manner(self.style, self.negative_prompt, self.lora, self.lora_weight)


_PROJECTS: Final = TypeAdapter(dict[str, Project])


@dataclass(frozen=True, slots=True)
class Projects:
    """All projects, by name."""

    by_name: Mapping[str, Project]

    @classmethod
    def load(cls, data: Path) -> Projects:
        """Read `projects.toml`, and write the first one if there is none. Raises SettingsError."""
        path = data / FILE
        try:
            if not path.exists():
                path.write_text(FIRST)
            found: dict[str, Any] = tomllib.loads(path.read_text())
            projects = cls(_PROJECTS.validate_python(found))
        except OSError as error:
            raise SettingsError(f"{path}: {error.strerror}.") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path} is not TOML: {error}.") from error
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise SettingsError(f"{path}, {where}: {in_words(first, Project.model_fields)}") from None
        for name in projects.by_name:
            if not is_project_name(name):
                raise SettingsError(f"{path}: {name!r} cannot be a project. Allowed: {PROJECT_NAMES}.")
        return projects

    @property
    def open(self) -> list[str]:
        """Names of those in which anyone's picture is painted."""
        return [name for name, project in self.by_name.items() if project.paint == "open"]

    def check(self, models: Mapping[str, Model], default: str) -> None:
        """Raises SettingsError for a project whose model there is none, or cannot do what is asked of it."""
        for name, project in self.by_name.items():
            model = models.get(project.model or default)
            if not model:
                known = ", ".join(sorted(models))
                raise SettingsError(
                    f"{FILE}, {name}.model: there is no {project.model!r} on this server. Known: {known}."
                )
            able = model.abilities
            for field, is_able in (("negative_prompt", able.negative_prompt), ("lora", able.loras)):
                if getattr(project, field) and not is_able:
                    raise SettingsError(f"{FILE}, {name}.{field}: the model {model.name} takes none.")

    def get(self, name: str) -> Project:
        """Raises NotFound."""
        try:
            return self.by_name[name]
        except KeyError:
            raise NoProject(name) from None
