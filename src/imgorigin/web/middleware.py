"""What every answer but a picture's gets on its way out; pictures see to themselves (images)."""

from __future__ import annotations

import itertools
import re
import secrets
from collections.abc import Mapping
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REQUEST_ID: Final = re.compile(rb"[\x21-\x7e]{1,128}")


_PROCESS: Final = secrets.token_hex(6)
_NUMBERS: Final = itertools.count(1)


def request_id(request: Mapping[bytes, bytes]) -> bytes:
    """The client's X-Request-Id, if it is one that can be handed on; else a new one, of this process's random
    name and a number."""
    given = request.get(b"x-request-id")
    if given and _REQUEST_ID.fullmatch(given):
        return given
    return f"{_PROCESS}-{next(_NUMBERS):x}".encode()


class RequestIds:
    """ASGI: puts the request's id into the scope (`request_id`) and into the answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        known = request_id(dict(scope["headers"]))

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), (b"x-request-id", known)]
            await send(message)

        return await self._app({**scope, "request_id": known.decode()}, receive, send_with_id)
