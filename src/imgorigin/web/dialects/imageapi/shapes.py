"""The bodies that calls take, and those that they answer with."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, Field

from imgorigin.recipe import MAX_SEED
from imgorigin.web.dialects.rules import Sent, Text, Words
from imgorigin.web.numbers import Whole

LONGEST_PROMPT: Final = 2_000
LONGEST_FIELD: Final = 500

Side = Annotated[Whole, Field(ge=256, le=1024)]
Field_ = Annotated[Text, Field(max_length=LONGEST_FIELD)]


class Generate(Sent):
    prompt: Annotated[Words, Field(min_length=1, max_length=LONGEST_PROMPT)]
    negative_prompt: Annotated[Text, Field(max_length=1_000)] = ""
    width: Side = 512
    height: Side = 512
    num_inference_steps: Annotated[Whole, Field(ge=1, le=50)] | None = None
    seed: Annotated[Whole, Field(ge=0, le=MAX_SEED)] | None = None
    model: Annotated[Text, Field(max_length=200)] = Field("", description="A slug; else the project's model")


class Batch(Sent):
    items: list[Generate] = Field(
        min_length=1,
        description="Each for itself: one that is wrong does not keep the others from being made",
    )


class Enhance(Sent):
    prompt: Annotated[Words, Field(min_length=1, max_length=LONGEST_PROMPT)]
    tone: Field_ = Field("", examples=["anime, cozy"])


class Build(Sent):
    """At least one."""

    subject: Field_ = Field("", examples=["fox in a scarf"])
    setting: Field_ = Field("", examples=["snowy forest"])
    mood: Field_ = Field("", examples=["cozy"])
    art_style: Field_ = Field("", examples=["watercolor"])
    lighting: Field_ = ""
    camera: Field_ = ""
    extras: Field_ = ""


RULES: Final = {
    "prompt": f"text of 1 to {LONGEST_PROMPT} characters",
    "negative_prompt": "text of at most 1000 characters",
    "width": "a whole number from 256 to 1024",
    "height": "a whole number from 256 to 1024",
    "num_inference_steps": "a whole number from 1 to 50",
    "seed": f"a whole number from 0 to {MAX_SEED}",
    "model": "the slug of a model, as GET /api/v1/models lists them",
    **dict.fromkeys(("tone", *Build.model_fields), f"text of at most {LONGEST_FIELD} characters"),
}
"""What each field must be."""


class Storage(BaseModel):
    """`plan` is the name of the account's."""

    enabled: bool
    stored: bool
    plan: str


class Picture(BaseModel):
    """`image` is its URL, for good; without storage `data:image/png;base64,...`. `ignored` names fields that
    the model makes nothing of."""

    image: str
    seed: int
    model: str
    storage: Storage
    ignored: list[str] = []


class Item(Picture):
    success: Literal[True] = True


class Failed(BaseModel):
    success: Literal[False] = False
    error: str


class Results(BaseModel):
    """In the order of the items."""

    results: list[Item | Failed]


class Prompt(BaseModel):
    prompt: str
    ignored: list[str] | None = Field(
        None, description="Words that say the contrary of others, or for which there is no room"
    )


class Model(BaseModel):
    slug: str
    name: str
    description: str
    default: bool


class Models(BaseModel):
    models: list[Model]


class Counts(BaseModel):
    request_count: int = Field(alias="requestCount")
    image_count: int = Field(alias="imageCount", description="Pictures that were painted")


class Periods(BaseModel):
    """By days and months of UTC."""

    today: Counts
    this_month: Counts


class Allowed(BaseModel):
    """null: no bound."""

    name: str
    slug: str
    requests_per_month: int | None
    requests_per_day: int | None
    remaining_today: int | None
    remaining_month: int | None


class Usage(BaseModel):
    usage: Periods
    plan: Allowed


class _Good(BaseModel):
    success: Literal[True] = True
    request_id: str


class Generated(_Good):
    data: Picture | Results


class Prompted(_Good):
    data: Prompt


class Listed(_Good):
    data: Models


class Told(_Good):
    data: Usage


class Health(_Good):
    """Parts by name: `ok` or `failing`."""

    status: Literal["healthy", "degraded"]
    components: dict[str, Any]
