"""Errors in the envelope of ImagineoAI's API:
`{"error": {"code": "invalid_parameter", "message": "Invalid value for parameter 'guidance'. Must be between 1
and 20."}}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel
from starlette.responses import Response

from imgorigin.errors import (
    Busy,
    Conflict,
    ContentRefused,
    Expired,
    Forbidden,
    ImgoriginError,
    InvalidRequest,
    ItemRefused,
    MethodNotAllowed,
    NotFound,
    NotUnderstood,
    PaintFailed,
    RequestError,
    TooLarge,
    TooManyRequests,
    Unauthorized,
    Unavailable,
    Unsupported,
    UnsupportedType,
)
from imgorigin.web.dialects.replies import reply

CODES: Final[Mapping[type[ImgoriginError], str]] = {
    InvalidRequest: "invalid_parameter",
    Unsupported: "unsupported_parameter",
    ContentRefused: "content_refused",
    NotUnderstood: "not_understood",
    RequestError: "bad_request",
    Unauthorized: "unauthorized",
    Forbidden: "forbidden",
    NotFound: "not_found",
    MethodNotAllowed: "method_not_allowed",
    Conflict: "conflict",
    Expired: "gone",
    TooLarge: "too_large",
    UnsupportedType: "unsupported_media_type",
    TooManyRequests: "rate_limit_exceeded",
    PaintFailed: "generation_failed",
    Busy: "overloaded",
    Unavailable: "service_unavailable",
    ImgoriginError: "server_error",
}
"""By the class of an error, or the nearest above it."""

CODES_OF: Final[Mapping[str, str]] = {
    kind.code: code for kind, code in CODES.items() if kind not in (RequestError, Unavailable)
}
"""By our own codes: what is kept of a job that failed."""

PARAMETERS: Final[Mapping[str, str]] = {
    "prompt": "positive_prompt",
    "model": "model_id",
    "lora": "model_id",
    "size": "width",
}
"""Fields of this API, by the core's names for them where those differ."""

_RANGE: Final = re.compile(r"(-?[0-9.]+) to (-?[0-9.]+)")


class Fault(BaseModel):
    """`code` is for programs and never changes."""

    code: str
    message: str


class Problem(BaseModel):
    error: Fault


def code_of(error: ImgoriginError) -> str:
    if isinstance(error, ItemRefused):
        return code_of(error.reason)
    return next(CODES[kind] for kind in type(error).__mro__ if kind in CODES)


def message_of(error: ImgoriginError) -> str:
    if isinstance(error, ItemRefused):
        return f"Request {error.index}: {message_of(error.reason)}"
    if isinstance(error, InvalidRequest):
        return invalid(error.field, error.problem, error.allowed)
    return error.detail


def invalid(field: str, problem: str, allowed: str) -> str:
    """A range speaks for itself; anything else is said as well."""
    start = f"Invalid value for parameter '{PARAMETERS.get(field, field)}'"
    if between := _RANGE.fullmatch(allowed):
        return f"{start}. Must be between {between[1]} and {between[2]}."
    return f"{start}: {problem}. Allowed: {allowed}."


def fault_of(kept: Mapping[str, Any]) -> Fault:
    """Of what is kept of a job that failed (see job_kinds.error_of)."""
    code = CODES_OF.get(str(kept.get("code")), CODES[PaintFailed])
    if "field" in kept:
        return Fault(code=code, message=invalid(kept["field"], kept["problem"], kept["allowed"]))
    return Fault(code=code, message=str(kept.get("message", "")))


def told(error: ImgoriginError, **more: Any) -> Response:
    """The answer, with its true status; one that clients of this API do not know is a 400."""
    headers = {} if error.retry_after is None else {"retry-after": str(error.retry_after)}
    status = 400 if isinstance(error, NotUnderstood) else error.status
    problem = Problem(error=Fault(code=code_of(error), message=message_of(error)))
    return reply({**problem.model_dump(), **more}, status, headers)
