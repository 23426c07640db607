"""The calls of this API are those of a dialect whose errors tell the request's id."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from imgorigin.web.dialects import calls
from imgorigin.web.dialects.imageapi.desk import Asked, Desk
from imgorigin.web.dialects.imageapi.errors import Problem, told
from imgorigin.web.dialects.replies import reply

Call = calls.Call[Desk]


def of_request(request: Request) -> dict[str, str]:
    return {"request_id": str(request.scope.get("request_id", ""))}


DIALECT: Final[calls.Dialect[Desk]] = calls.Dialect(
    "ImageAPI", Problem, told, roots=("api/v1",), of_request=of_request
)
call: Final = DIALECT.call


def done(asked: Asked, data: Any) -> Response:
    """What all good answers are wrapped in."""
    return reply({"success": True, "data": data, **of_request(asked.request)})
