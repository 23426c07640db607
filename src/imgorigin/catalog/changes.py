"""What may be set of a project, checked in one place: for the command line, `projects.toml` and the APIs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from imgorigin.address import PROJECT_NAMES, is_project_name
from imgorigin.catalog.projects import Paint
from imgorigin.catalog.words import clean, label
from imgorigin.errors import InvalidRequest
from imgorigin.origins import FORMS, canonical
from imgorigin.plans import MOST_DAYS
from imgorigin.validation import masked, meant

MOST_ORIGINS: Final = 100
LONGEST_TOLD: Final = 60
"""Characters of a wrong value that are said back."""
NO_BOUND: Final = ("", "none", "unlimited")


def _origin(text: str) -> str:
    try:
        return canonical(text)
    except InvalidRequest as error:
        raise ValueError(error.problem) from None


def _unbounded(value: object) -> object:
    if isinstance(value, bool):  # to Python a number
        raise ValueError("it is no number")  # noqa: TRY004  pydantic tells of no other
    return None if isinstance(value, str) and value.strip().lower() in NO_BOUND else value


def _some(value: object) -> object:
    """An empty text stands for no origin at all."""
    return [one for one in value if one != ""] if isinstance(value, list | tuple) else value


_Text = Annotated[str, AfterValidator(clean)]
_Line = Annotated[str, AfterValidator(label)]
_Origins = Annotated[
    tuple[Annotated[str, AfterValidator(_origin)], ...],
    BeforeValidator(_some),
    AfterValidator(lambda origins: tuple(dict.fromkeys(origins))),
]
_Count = Annotated[int | None, BeforeValidator(_unbounded)]
_Days = Annotated[
    int | None,
    BeforeValidator(lambda value: None if value in (0, "0") else value),
    BeforeValidator(_unbounded),  # first
]
_Seconds = Annotated[float | None, BeforeValidator(_unbounded)]


class ProjectChanges(BaseModel):
    """Settings of a project that are to change: those that were given. The description of each says what it
    may be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    display_name: _Line = Field("", max_length=200, description="up to 200 characters")
    description: _Text = Field("", max_length=2000, description="up to 2000 characters")
    paint: Paint = Field("open", description="open, referer, signed, keyed, frozen")
    private: bool = Field(False, description="true, false")
    revalidate: bool = Field(False, description="true, false")
    tell_prompt: bool = Field(False, description="true, false")
    background: str = Field(
        "#ffffff", pattern=r"^#[0-9a-fA-F]{6}$", description="a colour as #rrggbb, such as #ffffff"
    )
    custom_prompt: _Text = Field("", max_length=2000, description="up to 2000 characters")
    negative_prompt: _Text = Field("", max_length=2000, description="up to 2000 characters")
    style: _Line = Field("", max_length=200, description="up to 200 characters")
    default_model: _Line = Field("", max_length=200, description="up to 200 characters: a model's name")
    reference_image: str = Field(
        "", pattern=r"^([0-9a-f]{64})?$", description="the SHA-256 of an upload, in hexadecimal"
    )
    lora: _Line = Field("", max_length=200, description="up to 200 characters: the name of a LoRA")
    lora_weight: float = Field(1.0, ge=-4, le=4, allow_inf_nan=False, description="-4 to 4")
    origins: _Origins = Field(
        (),
        max_length=MOST_ORIGINS,
        description=f"up to {MOST_ORIGINS} {FORMS}",
    )
    paints_per_minute: _Count = Field(None, ge=0, le=2**31, description="0 or more, or none")
    paints_per_month: _Count = Field(None, ge=0, le=2**31, description="0 or more, or none")
    gpu_seconds_per_month: _Seconds = Field(
        None, ge=0, le=1e12, allow_inf_nan=False, description="0 or more, or none"
    )
    storage: bool = Field(True, description="true, false")
    retention_days: _Days = Field(
        None, ge=1, le=MOST_DAYS, description=f"1 to {MOST_DAYS}, or none: as the plan or API has it"
    )


def checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """These settings of a project, by name, as `ProjectRows.set` takes them; budgets, as keys have them, too.
    Raises InvalidRequest, which names the first that is wrong and what it may be."""
    try:
        return ProjectChanges.model_validate(values).model_dump(exclude_unset=True)
    except ValidationError as error:
        first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else "settings"
    fields = ProjectChanges.model_fields
    if name not in fields:
        close = meant(name, fields).strip(" ?")
        problem = f"there is no such setting ({close}?)" if close else "there is no such setting"
        raise InvalidRequest(name, problem, list(fields))
    raise InvalidRequest(name, _told(first["input"]), fields[name].description or "")


def checked_name(name: str) -> str:
    """The name of a project, if it can be one. Raises InvalidRequest."""
    if not is_project_name(name):
        raise InvalidRequest("project", f"{_told(name)} cannot be a project", PROJECT_NAMES)
    return name


def _told(value: object) -> str:
    if isinstance(value, str) and len(value) > LONGEST_TOLD:
        return f"{len(value)} characters long"
    if isinstance(value, list | tuple):
        return f"{len(value)} of them"
    told = masked(repr(value))
    return told if len(told) <= LONGEST_TOLD else f"not of a type that is taken: {type(value).__name__}"
