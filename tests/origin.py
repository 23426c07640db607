"""A whole origin on a folder, with a painter that can be watched."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import httpx
from starlette.types import ASGIApp, Message

from imgorigin.app import application
from imgorigin.painters.base import Painter
from imgorigin.painters.fake import FakePainter
from imgorigin.parts import Parts, build
from imgorigin.settings import Settings


@dataclass
class Origin:
    """A running origin and a client of it."""

    parts: Parts
    painter: FakePainter
    client: httpx.AsyncClient
    app: ASGIApp

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """`headers` with _ for -."""
        return await self.client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    async def get_raw(self, path: bytes) -> int:
        """The status of a path that no well-behaved client would send."""
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {
            "type": "http", "method": "GET", "headers": [], "query_string": b"", "root_path": "",
            "path": unquote(path.decode("latin-1")), "raw_path": path,
        }  # fmt: skip
        await self.app(scope, receive, send)
        return int(sent[0]["status"])


@contextlib.asynccontextmanager
async def running_origin(data: Path, *others: Painter, **settings: object) -> AsyncIterator[Origin]:
    """Run an origin on `data`, which may be shared with others; the `others` paint beside its own painter."""
    painter = FakePainter()
    parts = build(Settings(data=data, access_log="none", **settings), painter, *others)
    app = application(parts)
    transport = httpx.ASGITransport(app)
    async with parts.running(), httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
        yield Origin(parts, painter, client, app)
