"""The bodies of the calls that name and make pictures, and of those that tell of the plan."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from imgorigin.web.dialects.inliner.fields import Extension, Line, Sent, Side, Told, Words

# What requests bring


class Recommending(Sent):
    prompt: Words
    project: str | None = None
    width: Side | None = None
    height: Side | None = None
    extension: Extension | None = None


class Generating(Recommending):
    slug: str | None = Field(None, max_length=200)
    mode: Literal["auto", "cheap"] | None = Field(
        None, description="`cheap` takes the model that costs least; a `model` that is named comes first"
    )
    model: Line | None = None


class Editing(Sent):
    image_url: str = Field(max_length=8192)
    instructions: Words


class Looking(Sent):
    content_id: str
    max_length: Annotated[int, Field(ge=1)] | None = None


# What they are answered with


class Recommended(Told):
    recommended_slug: str
    recommended_slug_too: str = Field(serialization_alias="recommended_slug")
    alternative_slugs: list[str]
    full_path: str
    full_url: str


class Suggested(Told):
    recommended: str
    suggestions: list[str]


class BillingPeriod(Told):
    start: str
    end: str


class UsageSums(Told):
    """A limit of null: none."""

    images_generated: int
    images_limit: int | None
    remaining: int | None
    edits_made: int
    images_painted: int
    gpu_seconds: float


class PlanUsage(Told):
    plan: str
    billing_period: BillingPeriod
    usage: UsageSums


class Plan(Told):
    plan: str
    images_per_month: int | None
    requests_per_minute: int | None
    concurrent_generations: int | None
    features: list[str]


class MediaAsset(BaseModel):
    data: str = Field(description="`data:image/png;base64,...`")


class Ready(Told):
    status: Literal["ready"] = "ready"
    image_url: str
    width: int
    height: int
    format: str
    content_id: str | None
    media_asset: MediaAsset | None = None


class Coming(Told):
    """`state` is queued, loading or painting; `progress` goes from 0 to 1."""

    status: Literal["generating"] = "generating"
    image_url: str
    width: int
    height: int
    format: str
    content_id: str | None
    state: str
    progress: float
