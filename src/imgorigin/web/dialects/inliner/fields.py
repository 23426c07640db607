"""Types of the fields that requests bring."""

from __future__ import annotations

import json
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from imgorigin.address import FORMATS
from imgorigin.catalog.words import clean, label
from imgorigin.web.numbers import Whole

LONGEST_PROMPT: Final = 4_000
LONGEST_TITLE: Final = 300
LONGEST_TEXT: Final = 5_000
LONGEST_METADATA: Final = 16_000
"""Characters as JSON."""
MOST_PIXELS: Final = 65_535
"""Along a side, of any server."""
MOST_DIGITS: Final = 999_999
"""Of a side that is read at all: what is out of bounds is told by those of this server (see Limits)."""


class Sent(BaseModel):
    """Of a request. Fields that are not known are passed over, and null counts as left out."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, frozen=True)


class Told(BaseModel):
    """Of an answer."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, frozen=True)


def _fault(problem: str, allowed: str) -> PydanticCustomError:
    return PydanticCustomError("fault", "{problem}", {"problem": problem, "allowed": allowed})


def _one_line(text: str) -> str:
    """Without what no database takes, and with single spaces between words."""
    if not (kept := label(text)):
        raise _fault("it is empty", "some words")
    return kept


def _format(text: str) -> str:
    name = text.strip().lower().lstrip(".").replace("jpeg", "jpg")
    if name not in FORMATS:
        raise _fault(f"{text[:20]!r} is none we write", ", ".join(FORMATS))
    return name


def _metadata(value: dict[str, Any]) -> dict[str, Any]:
    try:
        size = len(json.dumps(value, allow_nan=False))
    except ValueError:
        raise _fault("a number that JSON does not have", "finite numbers") from None
    if size > LONGEST_METADATA:
        raise _fault(f"{size} characters", f"{LONGEST_METADATA} characters of JSON at the most")
    return value


def _object(value: Any) -> Any:
    """PHP writes an empty object as an empty list."""
    return {} if value == [] else value


Words = Annotated[str, Field(min_length=1, max_length=LONGEST_PROMPT), AfterValidator(_one_line)]
Line = Annotated[str, Field(max_length=LONGEST_TITLE), AfterValidator(label)]
Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean)]
Side = Annotated[
    Whole,
    Field(ge=-MOST_DIGITS, le=MOST_DIGITS, json_schema_extra={"minimum": 1, "maximum": MOST_PIXELS}),
]
Extension = Annotated[str, Field(max_length=10, examples=["png"]), AfterValidator(_format)]
Metadata = Annotated[dict[str, Any], BeforeValidator(_object), AfterValidator(_metadata)]
