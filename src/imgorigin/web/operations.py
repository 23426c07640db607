"""What is answered besides the APIs: pictures and their facts, and what whoever runs the server looks at.

A path of OpenAPI ends each parameter at a slash, so a chain of edits is described by its first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from imgorigin.address import MAX_EDITS
from imgorigin.errors import (
    Busy,
    CatalogUnavailable,
    ContentRefused,
    Expired,
    Forbidden,
    ImgoriginError,
    InvalidRequest,
    NotFound,
    NotUnderstood,
    PainterUnavailable,
    PaintFailed,
    PreconditionFailed,
    RangeNotSatisfiable,
    StillPainting,
    StoreUnavailable,
    TooManyRequests,
    Unauthorized,
    Unsupported,
)
from imgorigin.web.openapi import PROBLEM_JSON, Header, Operation, Parameter, Reply, Security, errors
from imgorigin.web.respond import MEDIA_TYPES

PICTURES: Final = "Pictures"
RUNNING: Final = "Running the server"

_FORMS: Final = r"\.(png|jpg|webp|avif|svg)$"


class ProblemDetails(BaseModel):
    """An error (RFC 9457)."""

    type: str = Field(description="`urn:imgorigin:problem:` and a code for programs, which never changes")
    title: str
    status: int
    detail: str = Field(description="What is wrong, for people")
    request_id: str
    field: str | None = Field(None, description="The part of the request that is out of bounds")
    allowed: str | None = Field(None, description="What it may be")
    retry_after: int | None = Field(None, description="Seconds after which another try is worth it")


class Facts(BaseModel):
    """What is known of a picture at one address."""

    model_config = ConfigDict(extra="allow")

    status: Literal["ready"]
    url: str = Field(description="Its path, without a host")
    width: int
    height: int
    format: str
    model: str
    seed: int
    alt: str | None = None
    title: str | None = None
    tags: list[str] | None = None
    slug: str | None = None
    thumbhash: str | None = Field(None, description="A tiny preview, in base64 (ThumbHash)")
    dominant_color: str | None = Field(None, alias="dominantColor", description="As #rrggbb")
    focus: list[float] | None = Field(
        None, min_length=2, max_length=2, description="Where one looks, in parts of width and height"
    )
    unknown: list[str] | None = Field(None, description="Words that the painter could make nothing of")
    not_done: list[str] | None = Field(None, description="Instructions likewise")


class FactsComing(BaseModel):
    """A picture that is being made: ask again."""

    status: Literal["generating"]
    url: str
    state: str = Field(description="queued, loading or painting")
    progress: Annotated[float, Field(ge=0, le=1)]


class Readiness(BaseModel):
    """Beside `status`, each part that is looked at by its name: `ok`, or what is wrong."""

    model_config = ConfigDict(extra="allow")

    status: Literal["ready", "degraded", "not ready"]


PROJECT: Final = Parameter(
    "project",
    "path",
    Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")],
    "The project",
    example="demo",
)
PICTURE: Final = Parameter(
    "picture",
    "path",
    Annotated[str, Field(pattern=_FORMS)],
    "The words of the picture, `_WIDTHxHEIGHT` if it is not to be 1024x1024, `@2x` or `@3x` for dense "
    "screens, and the format. Words of any script are read; other spellings are redirected to the one that "
    "is canonical.",
    example="red-fox_800x600.webp",
)
EDIT: Final = Parameter(
    "edit",
    "path",
    Annotated[str, Field(pattern=_FORMS)],
    "What to change, in words; its size is the picture's unless it says one. Edits may be chained, "
    f"{MAX_EDITS} at the most: each further one stands behind another slash.",
    example="make-it-night.webp",
)
SIGNED: Final = (
    Parameter("expires", "query", str, "Of a signed URL: until when it is good, in seconds since 1970"),
    Parameter("signature", "query", str, "Of a signed URL: its HMAC-SHA256, in hexadecimal"),
)
_PREFER: Final = Parameter(
    "Prefer", "header", str, "`wait=5`: how many seconds to be held while the picture is made (RFC 7240)"
)
_CONDITIONS: Final = tuple(
    Parameter(name, "header", str, told)
    for name, told in (
        ("If-None-Match", "Answer 304 if the picture still has this ETag"),
        ("If-Modified-Since", "Likewise, by its date"),
        ("If-Match", "Answer 412 if it has not"),
        ("If-Unmodified-Since", "Likewise, by its date"),
    )
)
_RANGE: Final = Parameter("Range", "header", str, "Only these bytes: `bytes=0-1023`")

ID: Final = {"X-Request-Id": Header("The request's id, which the log has too")}
_OF_PICTURES: Final = {
    "Cache-Control": Header("A picture never changes: `public, max-age=31536000, immutable`"),
    "ETag": Header("Strong"),
    "Last-Modified": Header("When it was made"),
    **ID,
}
_TOLD: Final = {
    "Cache-Status": Header("Whether it was there: RFC 9211"),
    "Server-Timing": Header("Where the time went, if it was not"),
    "X-Imgorigin-Unknown": Header("Words that the painter could make nothing of, percent-encoded"),
    "X-Imgorigin-Not-Done": Header("Instructions likewise"),
}

REFUSED: Final = (
    InvalidRequest, Unsupported, ContentRefused, Unauthorized, Forbidden, NotFound, Expired, NotUnderstood,
    TooManyRequests, ImgoriginError, PaintFailed, Busy, StillPainting, PainterUnavailable, StoreUnavailable,
    CatalogUnavailable,
)  # fmt: skip
_CANONICAL: Final = Reply(
    "Another spelling of an address, or one that was renamed",
    media_types=(),
    headers={"Location": Header("Where it is")},
)


def problems(*kinds: type[ImgoriginError]) -> dict[int, Reply]:
    return errors(ProblemDetails, *kinds, media_type=PROBLEM_JSON)


_PAINTS: Final = Security("paint", required=False)
_FORMATS: Final = tuple(MEDIA_TYPES.values())

_GET: Final = Operation(
    "get",
    "/{project}/{picture}",
    "get_picture",
    "A picture",
    PICTURES,
    description="What is not there yet is painted, if the project lets whoever asks have pictures painted; "
    "from then on it is a file. All sizes, densities and formats of the same words show one painting.",
    parameters=(PROJECT, PICTURE, *SIGNED, _PREFER, *_CONDITIONS, _RANGE),
    replies={
        200: Reply("The picture", None, _FORMATS, _OF_PICTURES | _TOLD),
        206: Reply(
            "The bytes asked for",
            None,
            _FORMATS,
            {**_OF_PICTURES, "Content-Range": Header("Which these are")},
        ),
        304: Reply("It is as you have it", media_types=(), headers=_OF_PICTURES),
        308: _CANONICAL,
        **problems(*REFUSED, PreconditionFailed, RangeNotSatisfiable),
    },
    security=_PAINTS,
)
_HEAD: Final = Operation(
    "head",
    "/{project}/{picture}",
    "head_picture",
    "The headers of a picture",
    PICTURES,
    description="Paints nothing: of a picture that is not there yet the answer is 200, without a length.",
    parameters=(PROJECT, PICTURE, *SIGNED, *_CONDITIONS),
    replies={
        200: Reply("It is there, or would be painted", media_types=(), headers=ID),
        304: Reply("It is as you have it", media_types=()),
        308: _CANONICAL,
        **{
            status: replace(reply, media_types=())
            for status, reply in problems(*REFUSED, PreconditionFailed).items()
        },
    },
    security=_PAINTS,
)
_FACTS: Final = Operation(
    "get",
    "/{project}/{picture}.json",
    "get_picture_facts",
    "What is known of a picture",
    PICTURES,
    description="Alt text, title, tags, dominant colour and ThumbHash, for pages, builds and agents. The "
    "picture is painted if it is not there yet.",
    parameters=(PROJECT, PICTURE, *SIGNED, _PREFER),
    replies={
        200: Reply("The facts", Facts, headers=ID),
        202: Reply("It is being made", FactsComing, headers={"Retry-After": Header("Seconds", int), **ID}),
        308: _CANONICAL,
        **problems(*REFUSED),
    },
    security=_PAINTS,
)


def edited(one: Operation) -> Operation:
    """The same of an edit of a picture."""
    return replace(
        one,
        path=one.path.replace("{picture}", "{picture}/{edit}"),
        id=one.id.replace("picture", "edit"),
        summary=one.summary.replace("a picture", "an edit").replace("A picture", "An edit of a picture"),
        parameters=(*one.parameters[:2], EDIT, *one.parameters[2:]),
    )


def _plain(
    path: str, id_: str, summary: str, replies: Mapping[int, Reply], description: str = ""
) -> Operation:
    return Operation("get", path, id_, summary, RUNNING, replies=replies, description=description)


OPERATIONS: Final[tuple[Operation, ...]] = (
    *(_GET, _HEAD, _FACTS),
    *map(edited, (_GET, _HEAD, _FACTS)),
    _plain("/livez", "live", "Whether the process is alive", {200: Reply("It is", str, ("text/plain",), ID)}),
    _plain(
        "/readyz",
        "ready",
        "Whether pictures can be served and painted",
        {
            200: Reply("They can, or nearly all", Readiness, headers=ID),
            503: Reply("Not now", Readiness, headers=ID),
        },
        "`degraded` is ready: a part is missing that other hosts share.",
    ),
    _plain(
        "/metrics", "metrics", "Metrics for Prometheus", {200: Reply("Metrics", str, ("text/plain",), ID)}
    ),
    _plain("/openapi.json", "openapi", "This document", {200: Reply("OpenAPI 3.1", dict, headers=ID)}),
    _plain("/docs", "docs", "This document, for people", {200: Reply("A page", str, ("text/html",), ID)}),
    _plain("/", "welcome", "A page to try words at", {200: Reply("A page", str, ("text/html",), ID)}),
)
