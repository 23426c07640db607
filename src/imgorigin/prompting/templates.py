"""Named ways to wrap a prompt: styles, presets of products and logos, and those of who runs the server."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Annotated, Final

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    field_validator,
)

from imgorigin.errors import InvalidRequest, SettingsError
from imgorigin.prompting.composer import is_said, joined, speaks_of, tidy
from imgorigin.validation import in_words

HOLE: Final = "{prompt}"
SHIPPED: Final = "templates.toml"

_Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Template(BaseModel):
    """One table of the file. The `prompt` has the words of whoever asks in its middle."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prompt: str = Field(max_length=1_000)
    negative_prompt: str = Field("", max_length=1_000)
    title: str = Field("", max_length=100)

    @field_validator("prompt")
    @classmethod
    def _one_hole(cls, text: str) -> str:
        if text.count(HOLE) != 1:
            raise ValueError(f"{text!r} is no template. Allowed: text that has {HOLE} in it once.")
        return text

    def wrapped(self, words: str, *, firmly: bool = False) -> str:
        """The words within the template, without those of its phrases that say what they say already, or
        another thing of the same matter. `firmly`: the user has asked for this template, so that it also
        stands against the words. Wrapping twice adds nothing."""
        before, _, after = self.prompt.partition(HOLE)
        said = tidy(words)
        first = before.strip(" ,")
        if first and self._is_wanted(first, said, firmly=firmly):
            said = before.lstrip() + said
        for phrase in _phrases(after):
            if self._is_wanted(phrase, words, firmly=firmly):
                said = f"{said}, {phrase}"
        return said

    def unwrapped(self, said: str) -> str:
        """The words that were wrapped, where the whole template is around them; else what is said."""
        before, _, after = self.prompt.partition(HOLE)
        words = said.removeprefix(before.lstrip()).removesuffix(after.rstrip())
        return words if self.prompt.replace(HOLE, words).strip() == said else said

    def avoided(self, words: str, negative_prompt: str = "") -> str:
        """What is not to be seen, besides what the user says so of: nothing that the words ask for."""
        said = tidy(negative_prompt)
        for phrase in _phrases(self.negative_prompt):
            if not is_said(phrase, said) and not is_said(phrase, words):
                said = joined(said, phrase)
        return said

    def _is_wanted(self, phrase: str, words: str, *, firmly: bool) -> bool:
        if is_said(phrase, words):
            return False
        return firmly or not (speaks_of(phrase) & speaks_of(words))


@dataclass(frozen=True, slots=True)
class Templates:
    by_name: Mapping[str, Template]

    def of(self, name: str, field: str) -> Template:
        """Raises InvalidRequest for the `field` that names it."""
        if found := self.by_name.get(name):
            return found
        raise InvalidRequest(field, f"there is no {name[:60]!r}", sorted(self.by_name))


def load(path: Path | None = None) -> Templates:
    """Those of the package, and those of a file over them. Raises SettingsError."""
    shipped = _read(resources.files(__package__).joinpath(SHIPPED).read_text(encoding="utf-8"), SHIPPED)
    if not path:
        return Templates(shipped)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"The templates {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is no text in UTF-8.") from error
    return Templates(shipped | _read(text, str(path)))


def _read(text: str, name: str) -> dict[str, Template]:
    try:
        return _TABLES.validate_python(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} is not TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"] if part != "[key]")
        raise SettingsError(f"{name}, [{place}]: {in_words(first, Template.model_fields)}") from None


def _phrases(text: str) -> Iterator[str]:
    return filter(None, map(tidy, text.split(",")))


_TABLES: Final = TypeAdapter(dict[_Name, Template])
