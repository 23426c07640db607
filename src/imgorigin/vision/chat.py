"""A vision model that is somebody's server: any that speaks OpenAI's chat completions and takes pictures."""

from __future__ import annotations

import asyncio
import base64
from typing import Any, Final

import httpx
import pyvips

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.completions import MOST_BYTES, Chat, Server
from imgorigin.vision.reading import QUESTION, SCHEMA, read_answer
from imgorigin.vision.seeing import Hints, Seen

LONGEST_SIDE: Final = 1024
"""Pixels: servers cut what is larger, and charge for it."""
QUALITY: Final = 85
MOST_TOKENS: Final = 600


class ChatSeer:
    """Implements Model. `timeout` is in seconds, for one picture, waiting for others included."""

    def __init__(
        self, server: Server, *, timeout: float, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._chat = Chat(
            server,
            called="vision server",
            refused="look at it",
            failure=VisionUnavailable,
            timeout=timeout,
            extras=_EXTRAS,
            transport=transport,
        )

    async def start(self) -> None:
        pass

    async def close(self) -> None:
        await self._chat.close()

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        image = await asyncio.to_thread(_as_url, picture)
        content = [{"type": "text", "text": QUESTION}, {"type": "image_url", "image_url": {"url": image}}]
        return read_answer(await self._chat.answer([{"role": "user", "content": content}]))


_EXTRAS: Final[dict[str, Any]] = {
    "max_tokens": MOST_TOKENS,
    "temperature": 0,
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "picture", "strict": True, "schema": SCHEMA},
    },
}


def _as_url(picture: bytes) -> str:
    """A JPEG on white, as small as is enough."""
    image = pyvips.Image.thumbnail_buffer(picture, LONGEST_SIDE, height=LONGEST_SIDE, size="down")
    image = image.colourspace("srgb")
    if image.hasalpha():
        image = image.flatten(background=[255, 255, 255])
    data: bytes = image.write_to_buffer(".jpg", Q=QUALITY, keep="none")
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"


__all__ = ["MOST_BYTES", "ChatSeer", "Server"]
