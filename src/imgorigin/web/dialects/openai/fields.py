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

from imgorigin.recipe import MAX_SEED

LONGEST_PROMPT: Final = 32_000
MOST: Final = 10
"""Pictures of one request."""
MOST_IMAGES: Final = 16
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


SizeText = Annotated[str, AfterValidator(_size), Field(examples=["1024x1024"])]


class Sent(BaseModel):
    """Null counts as left out. What is not known is told back as ignored."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _without_null(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if value is not None}


class Wish(Sent):
    """Of every request for pictures."""

    model: str = Field("", max_length=200, description="Its id in /v1/models; none: that of the project")
    n: int = Field(1, ge=1, le=MOST, description="Each with a seed that follows from the first one's")
    size: SizeText = Field(AUTO, description="Any the server allows; auto: 1024x1024, or as the picture sent")
    response_format: ResponseFormat = "url"
    user: str = Field("", max_length=1_000, description="Ignored")
    is_async: bool = Field(False, alias="async", description="Answers at once with a job")


class Painting(Wish):
    """Of requests that have words."""

    prompt: str = Field("", description="At most 32000 characters")
    quality: Quality = Field("auto", description="Counted by in usage; changes no picture")
    background: Background = Field("auto", description="transparent: the subject alone")
    output_format: Annotated[OutputFormat, BeforeValidator(_format)] = "png"
    output_compression: int | None = Field(
        None, ge=0, le=100, description="Quality of JPEG and WebP in b64_json; URLs are in the server's own"
    )
    moderation: Literal["low", "auto"] = Field("auto", description="Ignored: the server's own rules hold")
    style: str = Field("", max_length=100, description="Ignored")
    stream: bool = False
    partial_images: int = Field(0, ge=0, le=3)
    seed: int | None = Field(None, ge=0, le=MAX_SEED)
    steps: int | None = Field(None, validation_alias=AliasChoices("steps", "num_inference_steps"))
    guidance: float | None = Field(None, validation_alias=AliasChoices("guidance", "guidance_scale"))
    negative_prompt: str = Field("", max_length=LONGEST_PROMPT)


class Generation(Painting):
    """POST /v1/images/generations."""


class Editing(Painting):
    """POST /v1/images/edits, but for its files."""

    strength: float | None = None


class Varying(Wish):
    """POST /v1/images/variations, but for its file."""

    seed: int | None = Field(None, ge=0, le=MAX_SEED)


class EditingForm(Editing):
    """As the document describes it."""

    image: list[bytes] = Field(min_length=1, max_length=MOST_IMAGES, description="Also as image[]")
    mask: bytes | None = Field(None, description="PNG: what is transparent is changed")


class VaryingForm(Varying):
    """As the document describes it."""

    image: bytes
