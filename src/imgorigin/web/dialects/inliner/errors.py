"""Errors as this API tells them: `{"error": "InvalidApiKey", "message": "...", "status": 401}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel
from starlette.responses import Response

from imgorigin.errors import (
    Conflict,
    ContentRefused,
    Expired,
    Forbidden,
    ImgoriginError,
    InvalidRequest,
    MethodNotAllowed,
    NotFound,
    NotUnderstood,
    PaintFailed,
    PreconditionFailed,
    RangeNotSatisfiable,
    RequestError,
    TooLarge,
    TooManyRequests,
    Unauthorized,
    Unavailable,
    Unsupported,
    UnsupportedType,
)
from imgorigin.web.dialects.replies import reply

NAMES: Final[Mapping[type[ImgoriginError], str]] = {
    NotFound: "NotFound",
    InvalidRequest: "InvalidRequest",
    Unauthorized: "InvalidApiKey",
    Forbidden: "Forbidden",
    MethodNotAllowed: "MethodNotAllowed",
    Conflict: "Conflict",
    Expired: "Gone",
    PreconditionFailed: "PreconditionFailed",
    TooLarge: "PayloadTooLarge",
    UnsupportedType: "UnsupportedMediaType",
    RangeNotSatisfiable: "RangeNotSatisfiable",
    NotUnderstood: "InstructionNotUnderstood",
    TooManyRequests: "RateLimitExceeded",
    Unsupported: "Unsupported",
    ContentRefused: "ContentRefused",
    Unavailable: "ServiceUnavailable",
    PaintFailed: "GenerationFailed",
    RequestError: "InvalidRequest",
    ImgoriginError: "InternalError",
}
"""By the class of an error, or the nearest above it."""


class Problem(BaseModel):
    """`error` is for programs and never changes, `message` for whoever reads it."""

    error: str
    message: str
    status: int


STATUSES: Final = {NotUnderstood.status: RequestError.status}
"""Of statuses that clients of this API do not know, those that they are told."""


def name_of(error: ImgoriginError) -> str:
    return next(NAMES[kind] for kind in type(error).__mro__ if kind in NAMES)


def told(error: ImgoriginError, **more: Any) -> Response:
    """The answer, with its true status; `more` are fields that a call adds of its own."""
    headers = {} if error.retry_after is None else {"retry-after": str(error.retry_after)}
    status = STATUSES.get(error.status, error.status)
    problem = Problem(error=name_of(error), message=error.detail, status=status)
    return reply({**more, **problem.model_dump()}, status, headers)
