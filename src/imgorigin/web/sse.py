"""Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, Final

from starlette.responses import StreamingResponse

MEDIA_TYPE: Final = "text/event-stream"
HEARTBEAT: Final = 15.0
"""Seconds: below the patience of proxies, of which nginx's is a minute."""
_BEAT: Final = b": still here\n\n"
_HEADERS: Final = {"cache-control": "no-store", "x-accel-buffering": "no"}


def event(name: str, data: Mapping[str, Any] | str) -> bytes:
    """One event; of no name if that is empty. Text must be of one line."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    named = f"event: {name}\n" if name else ""
    return f"{named}data: {text}\n\n".encode()


def streamed(
    events: AsyncGenerator[bytes], headers: Mapping[str, str] | None = None, *, heartbeat: float = HEARTBEAT
) -> StreamingResponse:
    """An answer that sends each event as it comes, buffered by nobody, and a comment where none came for
    `heartbeat` seconds: that keeps the connection, and shows whether the client is there. When it is not,
    `events` is closed."""
    body = _beating(events, heartbeat)
    return StreamingResponse(body, headers={**_HEADERS, **(headers or {})}, media_type=MEDIA_TYPE)


async def _beating(events: AsyncGenerator[bytes], seconds: float) -> AsyncIterator[bytes]:
    async with aclosing(events):
        coming: asyncio.Future[bytes | None] | None = None
        try:
            while True:
                coming = coming or asyncio.ensure_future(anext(events, None))
                await asyncio.wait({coming}, timeout=seconds)
                if not coming.done():
                    yield _BEAT
                    continue
                if (one := coming.result()) is None:
                    return
                coming = None
                yield one
        finally:
            await _ended(coming)


async def _ended(coming: asyncio.Future[bytes | None] | None) -> None:
    """A generator cannot be closed while it runs."""
    if coming and not coming.done():
        coming.cancel()
        await asyncio.wait({coming})
