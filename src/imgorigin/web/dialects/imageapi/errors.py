"""Errors as this API tells them: `{"success": false, "error": "...", "code": "invalid_request",
"request_id": "..."}`, and `retry_after` in seconds where another try is worth it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field
from starlette.responses import Response

from imgorigin.errors import ImgoriginError
from imgorigin.web.dialects.replies import reply


class Problem(BaseModel):
    """`code` is for programs and never changes, `error` for whoever reads it."""

    success: Literal[False] = False
    error: str
    code: str
    request_id: str
    retry_after: int | None = Field(None, description="Seconds; where another try is worth it")


def told(error: ImgoriginError, **more: Any) -> Response:
    """See calls.Telling. `more` has the request's id."""
    body = {"success": False, "error": error.detail, "code": error.code.replace("-", "_"), **more}
    if error.retry_after is None:
        return reply(body, error.status)
    headers = {"retry-after": str(error.retry_after)}
    return reply({**body, "retry_after": error.retry_after}, error.status, headers)
