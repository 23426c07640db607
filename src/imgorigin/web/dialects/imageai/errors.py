"""Errors as this API tells them:
`{"error": {"message": "Invalid parameter: width must be one of 512, 768, 1024, 1536, or 1920",
"type": "invalid_parameter", "param": "width", "code": "parameter_invalid"}}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.responses import Response

from imgorigin.errors import (
    Busy,
    Conflict,
    ContentRefused,
    Expired,
    Forbidden,
    ImgoriginError,
    InvalidRequest,
    MethodNotAllowed,
    NotFound,
    PaintFailed,
    RequestError,
    StillPainting,
    TooLarge,
    TooManyRequests,
    Unauthorized,
    Unavailable,
    Unsupported,
    UnsupportedType,
)
from imgorigin.web.dialects.faults import TypedFault
from imgorigin.web.dialects.replies import reply

INVALID: Final = "invalid_parameter"
WORDS: Final[Mapping[type[ImgoriginError], tuple[str, str]]] = {
    InvalidRequest: (INVALID, "parameter_invalid"),
    Unsupported: (INVALID, "parameter_unsupported"),
    Unauthorized: ("authentication_error", "invalid_api_key"),
    Forbidden: ("permission_error", "forbidden"),
    ContentRefused: ("content_policy", "content_prohibited"),
    NotFound: ("not_found", "not_found"),
    MethodNotAllowed: ("invalid_request", "method_not_allowed"),
    Conflict: ("invalid_request", "conflict"),
    Expired: ("not_found", "expired"),
    TooLarge: ("invalid_request", "body_too_large"),
    UnsupportedType: ("invalid_request", "media_type_unsupported"),
    TooManyRequests: ("rate_limit", "rate_limit_exceeded"),
    PaintFailed: ("server_error", "generation_failed"),
    StillPainting: ("server_error", "still_generating"),
    Busy: ("server_error", "overloaded"),
    Unavailable: ("server_error", "unavailable"),
    RequestError: ("invalid_request", "request_invalid"),
    ImgoriginError: ("server_error", "internal_error"),
}
"""Type and code, by the class of an error or the nearest above it."""
STATUSES: Final[Mapping[type[ImgoriginError], int]] = {ContentRefused: Forbidden.status}
"""Where this API has another status than ours."""
_BY_CODE: Final = {kind.code: told for kind, told in reversed(tuple(WORDS.items()))}


def told(error: ImgoriginError, **more: Any) -> Response:
    """See calls.Telling."""
    kind, code = next(WORDS[one] for one in type(error).__mro__ if one in WORDS)
    field = error.field if isinstance(error, InvalidRequest) else None
    headers = {} if error.retry_after is None else {"retry-after": str(error.retry_after)}
    return reply(
        {**more, "error": _fault(error.detail, kind, field, code).model_dump()},
        STATUSES.get(type(error), error.status),
        headers,
    )


def fault_of_kept(error: Mapping[str, Any]) -> TypedFault:
    """Of a job that failed (see job_kinds.error_of)."""
    kind, code = _BY_CODE.get(error["code"], WORDS[ImgoriginError])
    return _fault(error["message"], kind, error.get("field"), code)


def _fault(message: str, kind: str, field: str | None, code: str) -> TypedFault:
    shown = f"Invalid parameter: {message}" if field else message
    return TypedFault(message=shown, type=kind, param=field, code=code)
