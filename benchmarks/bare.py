"""What hits are measured against: the file PICTURE by a bare ASGI callable, and by FileResponse."""

from __future__ import annotations

import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

PICTURE = Path(os.environ["PICTURE"])
BODY = PICTURE.read_bytes()
HEADERS = [(b"content-type", b"image/png"), (b"content-length", b"%d" % len(BODY))]


async def callable(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: A001
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send({"type": "http.response.body", "body": BODY})


async def _file(request: Request) -> Response:
    return FileResponse(PICTURE, media_type="image/png")


file_response = Starlette(routes=[Route("/{path:path}", _file)])
