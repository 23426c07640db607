"""The bodies that calls take, and those that they answer with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, Field

from imgorigin.catalog.assets import MOST_CONTENTS
from imgorigin.catalog.projects import Paint
from imgorigin.catalog.tagging import MOST_TAGS
from imgorigin.web.dialects.inliner.fields import Line, Metadata, Sent, Text, Told

DEFAULT_PAGE: Final = 20
LARGEST_PAGE: Final = 100
"""Who asks for more gets this many."""

PageSize = Annotated[int, Field(ge=1, description=f"{LARGEST_PAGE} at the most")]
ContentIds = Annotated[list[str], Field(min_length=1, max_length=MOST_CONTENTS)]


def moment(at: datetime) -> str:
    """`2024-03-01T09:00:00Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# What requests bring


class ListQuery(Sent):
    project: str | None = Field(None, description="A project's name or projectId")
    project_id: str | None = Field(None, description="As `project`")
    limit: PageSize = DEFAULT_PAGE
    offset: Annotated[int, Field(ge=0)] = 0
    search: str | None = Field(None, description="Words that all pictures of the list have")
    page: Annotated[int, Field(ge=0, le=10**9)] | None = Field(
        None, description="From 1. With it, or `pageSize`, the answer is a bare list"
    )
    page_size: PageSize | None = None


class SearchQuery(Sent):
    expression: str = Field("", description="`tags:fox AND (format:png OR format:webp) NOT night`")
    project: str | None = None
    sort_by: Literal["created", "created_at", "createdAt", "title"] = Field("created", alias="sort_by")
    direction: Literal["asc", "desc"] = "desc"
    max_results: PageSize = Field(DEFAULT_PAGE, alias="max_results")
    next_cursor: str | None = Field(None, alias="next_cursor", description="Of the page before")


class TaggedQuery(Sent):
    limit: PageSize = LARGEST_PAGE
    next_cursor: str | None = Field(None, alias="next_cursor", description="Of the `Link` of the page before")


class Details(Sent):
    title: Line | None = None
    caption: Text | None = None
    alt_text: Text | None = None
    custom_metadata: Metadata | None = None


class Tagging(Sent):
    content_ids: ContentIds
    tags: Annotated[list[str], Field(max_length=MOST_TAGS)]


class Contents(Sent):
    content_ids: ContentIds


class Renaming(Sent):
    new_url: str = Field(max_length=4096, examples=["marketing/new-hero"])


class NewProject(Sent):
    project: str = Field(max_length=100, examples=["my-website"])
    display_name: Annotated[Line, Field(min_length=1)]
    description: Text | None = None
    is_default: bool | None = None


class ProjectChanges(Sent):
    display_name: Line | None = None
    description: Text | None = None
    is_default: Literal[True] | None = None
    custom_prompt: Text | None = Field(None, description="Words that all new pictures are painted with")
    negative_prompt: Text | None = None
    style: Line | None = None
    default_model: Line | None = None
    reference_images: Annotated[list[str], Field(max_length=1)] | None = Field(
        None, description="The contentId of an uploaded picture, or an empty list"
    )
    who_may_generate: Paint | None = None


# What they are answered with


class Image(Told):
    """`description` are the words of its address."""

    image_id: str
    content_id: str
    url: str
    description: str
    title: str
    tags: tuple[str, ...]
    width: int
    height: int
    format: str
    created_at: str


class ImageList(Told):
    images: list[Image]
    total: int
    limit: int
    offset: int


class Found(Told):
    images: list[Image]
    total: int
    next_cursor: str | None = Field(alias="next_cursor")


class Detailed(Told):
    content_id: str
    title: str
    caption: str
    alt_text: str
    custom_metadata: Mapping[str, Any]
    url: str
    prompt: str
    project: str
    tags: tuple[str, ...]
    width: int
    height: int
    format: str
    model: str
    seed: int | None
    created_at: str


class TagWithCount(Told):
    tag: str
    count: int


class Done(BaseModel):
    success: Literal[True] = True
    message: str


class Success(BaseModel):
    success: Literal[True] = True


class Message(BaseModel):
    message: str


class Project(Told):
    project_id: str
    project: str
    name: str
    display_name: str
    description: str
    is_default: bool
    image_count: int
    created_at: str


class ProjectDetails(Project):
    custom_prompt: str
    negative_prompt: str
    style: str
    default_model: str
    reference_images: list[str]
    who_may_generate: Paint
    is_private: bool


class ProjectList(Told):
    projects: list[Project]


class ProjectMade(Told):
    success: Literal[True] = True
    project: Project
