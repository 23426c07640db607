"""The bodies of the calls that name and make pictures, and of those that tell of the plan."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from imgorigin.address import FORMATS
from imgorigin.catalog.tagging import MOST_TAGS
from imgorigin.vision.slugs import SHORTEST
from imgorigin.web.dialects.inliner.fields import Extension, Line, Sent, Side, Text, Told, Words
from imgorigin.web.numbers import Whole

# What requests bring


class RequestQuery(Sent):
    data: bool = Field(True, description="`0` leaves out the bytes of the picture")


class Recommending(Sent):
    prompt: Words
    project: str | None = None
    width: Side | None = Field(None, description="Pixels, within the bounds of the server; else 1024")
    height: Side | None = Field(None, description="Pixels, within the bounds of the server; else 1024")
    extension: Extension | None = Field(None, description=f"One of {', '.join(FORMATS)}; else png")


class Generate(Recommending):
    slug: str | None = Field(None, max_length=200, description="Free, or bound to the same prompt")
    mode: Literal["auto", "cheap"] | None = Field(
        None, description="`cheap` takes the model that costs least; a `model` that is named comes first"
    )
    model: Line | None = None


class Editing(Sent):
    image_url: str = Field(max_length=8192)
    instructions: Words


class Upload(Sent):
    """Fields of a multipart form. Title, description and tags that are left out are told from the picture."""

    file: bytes = Field(description="PNG, JPEG, WebP or AVIF")
    project: str | None = Field(None, description="Its name or projectId; else the default one")
    prompt: str | None = Field(None, max_length=200, description="The slug; else `uploaded-{id}`")
    title: Line | None = None
    description: Text | None = None
    collection_id: str | None = Field(None, description="Passed over: there are no collections")
    tags: Annotated[list[str], Field(max_length=MOST_TAGS)] = Field([], alias="tags[]")


class Looking(Sent):
    content_id: str
    max_length: Annotated[Whole, Field(ge=SHORTEST)] | None = Field(
        None, description="Characters of a slug, at the most"
    )


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


class Made(Told):
    """A picture and where it is."""

    image_url: str
    width: int
    height: int
    format: str
    content_id: str | None


class Ready(Made):
    """`mediaAsset` is there unless `data=0` was asked for."""

    status: Literal["ready"] = "ready"
    media_asset: MediaAsset | None = Field(None, exclude_if=lambda asset: asset is None)


class Coming(Made):
    """`state` is queued, loading or painting; `progress` goes from 0 to 1."""

    status: Literal["generating"] = "generating"
    state: str
    progress: float


class Generated(Ready):
    """`prompt` is the path: `project/slug_WxH.ext`."""

    prompt: str


class Generating(Coming):
    """`prompt` is the path: `project/slug_WxH.ext`."""

    prompt: str


class Edited(Told):
    success: Literal[True] = True
    edited_image_url: str


class Content(Told):
    """`prompt` is the path: `project/slug.ext`."""

    content_id: str
    prompt: str
    original_requested_url: str | None = None
    media_asset_id: str
    thumbnail_asset_id: str | None = None
    assigned_collection_id: str | None = None


class Uploaded(Told):
    success: Literal[True] = True
    message: str
    image_id: str
    image_url: str
    content: Content
