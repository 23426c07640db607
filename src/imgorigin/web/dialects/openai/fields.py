"""Fields of requests, as OpenAI's API has them and as servers of open models add to them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from imgorigin.capability import MOST_GUIDANCE, MOST_STEPS
from imgorigin.recipe import MAX_SEED
from imgorigin.web.dialects.reading import between, plain
from imgorigin.web.numbers import Number, Whole

LONGEST_PROMPT: Final = 32_000
MOST: Final = 10
"""Pictures of one request."""
MOST_IMAGES: Final = 16
MOST_PARTIAL: Final = 3
LONGEST_URL: Final = 2_000
AUTO: Final = "auto"

_SIZE: Final = re.compile(r"([1-9][0-9]{0,4})[xX×]([1-9][0-9]{0,4})")

ResponseFormat = Literal["url", "b64_json"]
Quality = Literal["auto", "low", "medium", "high", "xhigh", "max", "standard", "hd"]
Background = Literal["transparent", "opaque", "auto"]
OutputFormat = Literal["png", "jpeg", "webp"]


def _size(text: str) -> str:
    if text != AUTO and not _SIZE.fullmatch(text):
        raise PydanticCustomError(
            "fault", "{problem}", {"problem": f"{text[:20]!r}", "allowed": "WIDTHxHEIGHT in pixels, auto"}
        )
    return text.lower().replace("×", "x")


def _format(text: Any) -> Any:
    return "jpeg" if text == "jpg" else text


Seed = Annotated[
    Whole | None, between(0, MAX_SEED), Field(json_schema_extra={"minimum": 0, "maximum": MAX_SEED})
]
SizeText = Annotated[str, AfterValidator(_size), Field(examples=["1024x1024"])]


class Sent(BaseModel):
    """Null counts as left out. What is not known is told back as ignored."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _plainly(cls, given: Any) -> Any:
        return plain(given)


class Wish(Sent):
    """Of every request for pictures."""

    model: str = Field("", max_length=200, description="Its id in /v1/models; none: that of the project")
    n: Annotated[Whole, between(1, MOST)] = Field(
        1,
        description="Each with a seed that follows from the first one's",
        json_schema_extra={"minimum": 1, "maximum": MOST},
    )
    size: SizeText = Field(AUTO, description="Any the server allows; auto: 1024x1024, or as the picture sent")
    response_format: ResponseFormat = "url"
    user: str = Field("", max_length=1_000, description="Ignored")
    is_async: bool = Field(False, alias="async", description="Answers at once with a job")
    webhook_url: str = Field("", max_length=LONGEST_URL, description="Of a job: told of its end")


class Painting(Wish):
    """Of requests that have words."""

    prompt: str = Field("", description="At most 32000 characters")
    quality: Quality = Field(
        "auto",
        description="low: fewer steps than the model's own, high: more, where it takes a number of them. "
        "Counted by in usage",
    )
    background: Background = Field("auto", description="transparent: the subject alone")
    output_format: Annotated[OutputFormat, BeforeValidator(_format)] = "png"
    output_compression: Annotated[Whole | None, between(0, 100)] = Field(
        None,
        description="Quality of JPEG and WebP in b64_json; URLs are in the server's own",
        json_schema_extra={"minimum": 0, "maximum": 100},
    )
    moderation: Literal["low", "auto"] = Field("auto", description="Ignored: the server's own rules hold")
    style: Literal["vivid", "natural"] | None = Field(None, description="Ignored")
    stream: bool = False
    partial_images: Annotated[Whole, between(0, MOST_PARTIAL)] = Field(
        0, description="Of a stream", json_schema_extra={"minimum": 0, "maximum": MOST_PARTIAL}
    )
    seed: Seed = None
    steps: Annotated[Whole | None, between(1, MOST_STEPS)] = Field(
        None, validation_alias=AliasChoices("steps", "num_inference_steps")
    )
    guidance: Annotated[Number | None, between(0, round(MOST_GUIDANCE))] = Field(
        None, validation_alias=AliasChoices("guidance", "guidance_scale")
    )
    negative_prompt: str = Field("", max_length=LONGEST_PROMPT)


class Generation(Painting):
    """POST /v1/images/generations. Text is no number, as it is in forms, and neither is `true`."""

    model_config = ConfigDict(strict=True)


class Editing(Painting):
    """POST /v1/images/edits, but for its files."""

    strength: Number | None = None


class Varying(Wish):
    """POST /v1/images/variations, but for its file."""

    seed: Seed = None


class EditingForm(Editing):
    """As the document describes it."""

    image: list[bytes] = Field(min_length=1, max_length=MOST_IMAGES, description="Also as image[]")
    mask: bytes | None = Field(None, description="PNG: what is transparent is changed")


class VaryingForm(Varying):
    """As the document describes it."""

    image: bytes
