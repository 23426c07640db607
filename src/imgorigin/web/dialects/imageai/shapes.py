"""The bodies that calls take, and those that they answer with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, Field

from imgorigin.recipe import MAX_SEED
from imgorigin.web.dialects.rules import Sent, Text, Words
from imgorigin.web.numbers import Number, Whole

LONGEST_PROMPT: Final = 1_000
LONGEST_NEGATIVE: Final = 2_000
LONGEST_URL: Final = 2_048
MOST_PICTURES: Final = 10
STYLES: Final = ("photorealistic", "painting", "cartoon", "sketch", "abstract")
"""Those of the API. Whoever runs the server may add some (see prompting.templates)."""

Side = Literal[512, 768, 1024, 1536, 1920]


class Generate(Sent):
    """With `async`, or a `webhook_url`, a job. `guidance_scale` left out is that which the model is made for;
    a model that takes none passes it over."""

    prompt: Annotated[Words, Field(min_length=1, max_length=LONGEST_PROMPT)]
    style: str = Field("", examples=list(STYLES), description="Left out: photorealistic")
    width: Side = 1024
    height: Side = 1024
    seed: Annotated[Whole, Field(ge=0, le=MAX_SEED)] | None = None
    guidance_scale: Annotated[Number, Field(ge=1, le=20)] | None = None
    negative_prompt: Annotated[Text, Field(max_length=LONGEST_NEGATIVE)] = ""
    n: Annotated[Whole, Field(ge=1, le=MOST_PICTURES)] = 1
    is_async: bool = Field(False, alias="async")
    webhook_url: Annotated[str, Field(max_length=LONGEST_URL)] = ""

    @property
    def is_job(self) -> bool:
        return self.is_async or bool(self.webhook_url)


def one_of(names: tuple[object, ...]) -> str:
    """`one of 512, 768, or 1024`."""
    *others, last = map(str, names)
    return f"one of {', '.join(others)}, or {last}"


RULES: Final = {
    "prompt": f"text of 1 to {LONGEST_PROMPT} characters",
    "style": one_of(STYLES),
    "width": one_of(get_args(Side)),
    "height": one_of(get_args(Side)),
    "seed": f"a whole number from 0 to {MAX_SEED}",
    "guidance_scale": "a number from 1.0 to 20.0",
    "negative_prompt": f"text of at most {LONGEST_NEGATIVE} characters",
    "n": f"a whole number from 1 to {MOST_PICTURES}",
    "async": "true or false",
    "webhook_url": f"a URL of at most {LONGEST_URL} characters",
}
"""What each field must be."""


class Picture(BaseModel):
    """`prompt` is as it was sent; with it and the `seed` the same picture comes again. `ignored` names fields
    of the request that the model made nothing of."""

    id: str
    url: str
    width: int
    height: int
    created_at: str
    prompt: str
    seed: int
    ignored: list[str] = []


class Pictures(BaseModel):
    images: list[Picture]
    created_at: str


class Queued(BaseModel):
    id: str
    status: Literal["queued"] = "queued"
    status_url: str


class State(BaseModel):
    """A job. Once it is `completed` it has the fields of its picture, or `images`; if `failed`, `error`."""

    model_config = {"extra": "allow"}

    id: str
    status: Literal["queued", "processing", "completed", "failed", "cancelled"]
    progress: float = Field(description="0 to 1")


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def told(pictures: list[Picture], at: datetime) -> dict[str, Any]:
    """One as it is, several in a list."""
    if len(pictures) == 1:
        return pictures[0].model_dump()
    return Pictures(images=pictures, created_at=moment(at)).model_dump()
