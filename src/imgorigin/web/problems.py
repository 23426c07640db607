"""Errors as HTTP answers: problem details (RFC 9457), or for an <img> a picture that says what is wrong."""

from __future__ import annotations

import json
import textwrap
from typing import Any, Final
from xml.sax.saxutils import escape

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from imgorigin.errors import (
    ImgoriginError,
    InvalidRequest,
    MethodNotAllowed,
    NotFound,
    RangeNotSatisfiable,
    Unauthorized,
)
from imgorigin.web.respond import NO_STORE, SHARED, Answer, Headers

TYPE_PREFIX: Final = "urn:imgorigin:problem:"
CHALLENGE: Final = b'Bearer realm="imgorigin"'
"""RFC 6750. Browsers ask nobody for a password because of it, as they would for Basic."""
LINE_WIDTH: Final = 46
LINES: Final = 4


def problem(error: ImgoriginError, request_id: str, *, as_image: bool = False) -> Answer:
    """The answer that tells of an error, with its true status either way."""
    if as_image:
        body, media_type = _picture(error), b"image/svg+xml"
    else:
        body = json.dumps(details(error, request_id), ensure_ascii=False).encode()
        media_type = b"application/problem+json"
    headers: Headers = [
        (b"content-type", media_type),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", NO_STORE),
        *SHARED,
    ]
    if error.retry_after is not None:
        headers.append((b"retry-after", b"%d" % error.retry_after))
    if isinstance(error, MethodNotAllowed):
        headers.append((b"allow", b"GET, HEAD, OPTIONS"))
    if isinstance(error, Unauthorized):
        headers.append((b"www-authenticate", CHALLENGE))
    if isinstance(error, RangeNotSatisfiable):
        headers.append((b"content-range", b"bytes */%d" % error.size))
    return Answer(error.status, headers, body, cache="error")


async def handle(request: Request, error: Exception) -> Response:
    """Starlette's exception handler for the routes behind the edge."""
    if isinstance(error, HTTPException):
        known = next(
            (kind for kind in (NotFound, MethodNotAllowed) if kind.status == error.status_code), None
        )
        error = known() if known else ImgoriginError(error.detail)
    if not isinstance(error, ImgoriginError):
        error = ImgoriginError()
    answer = problem(error, request.scope["request_id"])
    headers = {name.decode(): value.decode() for name, value in answer.headers}
    return Response(answer.body, answer.status, headers)


def wants_image(accept: bytes) -> bool:
    """Whether the client is an <img> that shows SVG, going by its Accept header."""
    shows_svg = any(kind in accept for kind in (b"image/svg+xml", b"image/*", b"*/*"))
    return accept.lstrip().startswith(b"image/") and shows_svg


def details(error: ImgoriginError, request_id: str) -> dict[str, Any]:
    """As RFC 9457 has them."""
    told: dict[str, Any] = {
        "type": TYPE_PREFIX + error.code,
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "request_id": request_id,
    }
    if isinstance(error, InvalidRequest):
        told |= {"field": error.field, "allowed": error.allowed}
    if error.retry_after is not None:
        told["retry_after"] = error.retry_after
    return told


def _picture(error: ImgoriginError) -> bytes:
    lines = textwrap.wrap(error.detail, LINE_WIDTH)[:LINES]
    text = "".join(
        f'<text x="48" y="{238 + 34 * at}" font-size="24">{escape(line)}</text>'
        for at, line in enumerate(lines)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" role="img">'
        f"<title>{escape(error.title)}</title>"
        '<rect width="640" height="400" fill="#f3efe6"/><rect width="640" height="10" fill="#d9534a"/>'
        '<g font-family="system-ui, sans-serif" fill="#33302b">'
        f'<text x="46" y="128" font-size="76" font-weight="700" fill="#d9534a">{error.status}</text>'
        f'<text x="48" y="184" font-size="26" font-weight="600">{escape(error.title)}</text>{text}</g></svg>'
    ).encode()
