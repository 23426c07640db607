"""Errors in the envelope of OpenAI's API:
`{"error": {"message": "...", "type": "missing_prompt", "param": "prompt", "code": "missing_prompt"}}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    ItemRefused,
    MethodNotAllowed,
    NotFound,
    NotUnderstood,
    PainterUnavailable,
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


class MissingPrompt(InvalidRequest):
    """There are no words."""

    def __init__(self) -> None:
        super().__init__("prompt", "it is missing", "words that say what to paint")


class MissingFile(InvalidRequest):
    """There is no picture in the form."""


class WrongFile(UnsupportedType):
    """The file of a field is no picture of a kind that is taken."""

    def __init__(self, field: str, allowed: str) -> None:
        super().__init__(f"{field}: it is no picture of a kind that is taken. Allowed: {allowed}.")
        self.field = field


class FileTooLarge(TooLarge):
    """One picture is."""


class NoProvider(NotFound):
    """No painter serves the model."""


class MismatchedProject(Unauthorized):
    """The header names a project that the key does not open."""


class BatchTooLarge(InvalidRequest):
    """More requests than one batch takes."""


BAD: Final = "invalid_request_error"
OURS: Final = "server_error"

WORDS: Final[Mapping[type[ImgoriginError], tuple[str, str]]] = {
    MissingPrompt: ("missing_prompt", "missing_prompt"),
    MissingFile: ("missing_file", "missing_file"),
    FileTooLarge: ("file_too_large", "file_too_large"),
    TooLarge: ("request_too_large", "request_too_large"),
    UnsupportedType: ("unsupported_media_type", "unsupported_media_type"),
    NoProvider: ("no_provider", "no_provider"),
    BatchTooLarge: ("too_large", "too_large"),
    MismatchedProject: (BAD, "mismatched_project"),
    Unauthorized: (BAD, "invalid_api_key"),
    Forbidden: (BAD, "forbidden"),
    NotFound: (BAD, "not_found"),
    MethodNotAllowed: (BAD, "method_not_allowed"),
    Conflict: (BAD, "conflict"),
    Expired: (BAD, "expired"),
    InvalidRequest: (BAD, "invalid_value"),
    Unsupported: (BAD, "unsupported_value"),
    NotUnderstood: (BAD, "instruction_not_understood"),
    ContentRefused: ("image_generation_user_error", "moderation_blocked"),
    TooManyRequests: ("rate_limit_error", "rate_limit_exceeded"),
    PaintFailed: ("upstream_error", "upstream_error"),
    PainterUnavailable: ("upstream_error", "upstream_error"),
    StillPainting: (OURS, "still_painting"),
    Busy: (OURS, "overloaded"),
    Unavailable: (OURS, "unavailable"),
    RequestError: (BAD, "invalid_request"),
    ImgoriginError: (OURS, "internal_error"),
}
"""Type and code, by the class of an error or the nearest above it."""

STATUSES: Final[Mapping[type[ImgoriginError], int]] = {
    NotUnderstood: 400,
    PaintFailed: 502,
    PainterUnavailable: 502,
}
"""Where this API has another status than ours."""

PARAMS: Final[Mapping[str, str]] = {
    "width": "size",
    "height": "size",
    "format": "output_format",
    "images": "image",
    "instruction": "prompt",
}
"""Fields of this API, by the core's names for them where those differ."""


def words_of(kind: type[ImgoriginError]) -> tuple[str, str]:
    """Type and code."""
    return next(WORDS[one] for one in kind.__mro__ if one in WORDS)


def _kinds(above: type[ImgoriginError]) -> Iterator[type[ImgoriginError]]:
    yield above
    for kind in above.__subclasses__():
        yield from _kinds(kind)


_BY_CODE: Final = {kind.code: words_of(kind) for kind in _kinds(ImgoriginError) if "code" in vars(kind)}
"""Type and code, by the core's code, which is what is kept of a job that failed."""


def fault(error: ImgoriginError) -> TypedFault:
    if isinstance(error, ItemRefused):
        reason = fault(error.reason)
        param = f"requests[{error.index}]" + (f".body.{reason.param}" if reason.param else "")
        return reason.model_copy(update={"message": error.detail, "param": param})
    kind, code = words_of(type(error))
    return TypedFault(message=error.detail, type=kind, param=_param(error), code=code)


def fault_of_kept(error: Mapping[str, Any]) -> TypedFault:
    """Of a job that failed (see job_kinds.error_of)."""
    kind, code = _BY_CODE.get(error["code"], WORDS[ImgoriginError])
    field: str = error.get("field", "")
    return TypedFault(message=error["message"], type=kind, param=PARAMS.get(field, field) or None, code=code)


def status_of(error: ImgoriginError) -> int:
    if isinstance(error, ItemRefused):
        return status_of(error.reason)
    return next((STATUSES[one] for one in type(error).__mro__ if one in STATUSES), error.status)


def told(error: ImgoriginError, **more: Any) -> Response:
    """See calls.Telling."""
    headers = {} if error.retry_after is None else {"retry-after": str(error.retry_after)}
    return reply({**more, "error": fault(error).model_dump()}, status_of(error), headers)


def _param(error: ImgoriginError) -> str | None:
    if isinstance(error, NoProvider):
        return "model"
    return PARAMS.get(error.field, error.field) if isinstance(error, InvalidRequest | WrongFile) else None
