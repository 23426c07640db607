"""A vision model that is somebody's server: any that speaks OpenAI's chat completions and takes pictures.

https://platform.openai.com/docs/api-reference/chat. A server that takes no JSON schema, no temperature or no
bound of its answer is asked once more without them, and so from then on.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
import pyvips
import structlog

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.reading import QUESTION, SCHEMA, read_answer
from imgorigin.vision.seeing import Hints, Seen
from imgorigin.vision.text import line

LONGEST_SIDE: Final = 1024
"""Pixels: servers cut what is larger, and charge for it."""
QUALITY: Final = 85
MOST_TOKENS: Final = 600
MOST_BYTES: Final = 2**20
"""Of one answer."""
AT_ONCE: Final = 4

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Server:
    """`url` ends in its version (https://host/v1); `model` is its own name for the model; `key` is sent as a
    bearer."""

    url: str
    model: str
    key: str = field(default="", repr=False)


class ChatSeer:
    """Implements Model. `timeout` is in seconds, for one picture, waiting for others included."""

    def __init__(
        self, server: Server, *, timeout: float, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._model = server.model
        self._timeout = timeout
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._extras: Mapping[str, Any] = _EXTRAS
        self._client = httpx.AsyncClient(
            base_url=server.url.rstrip("/") + "/",
            headers={"Authorization": f"Bearer {server.key}"} if server.key else {},
            timeout=timeout,
            transport=transport,
            follow_redirects=False,
        )

    async def start(self) -> None:
        pass

    async def close(self) -> None:
        await self._client.aclose()

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        try:
            async with asyncio.timeout(self._timeout), self._at_once:
                return read_answer(await self._answer(await asyncio.to_thread(_as_url, picture)))
        except (TimeoutError, httpx.TimeoutException) as error:
            raise VisionUnavailable(f"{self._host} did not answer within {self._timeout:g} s.") from error
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            raise VisionUnavailable(f"{self._host} failed ({reason}).") from error

    @property
    def _host(self) -> str:
        return f"The vision server at {self._client.base_url.host}"

    async def _answer(self, image: str) -> str:
        """What it says of a picture. Raises VisionUnavailable and httpx.HTTPError."""
        extras = self._extras
        status, body = await self._asked(image, extras)
        if status in (400, 422) and extras:
            log.info("vision server takes no JSON schema", host=self._client.base_url.host, status=status)
            status, body = await self._asked(image, {})
            if status == 200:
                self._extras = {}
        if status != 200:
            raise VisionUnavailable(f"{self._host} answered {status}: {_error_of(body)}")
        return self._content(body)

    async def _asked(self, image: str, extras: Mapping[str, Any]) -> tuple[int, bytes]:
        content = [{"type": "text", "text": QUESTION}, {"type": "image_url", "image_url": {"url": image}}]
        body = {"model": self._model, "messages": [{"role": "user", "content": content}], **extras}
        async with self._client.stream("POST", "chat/completions", json=body) as answer:
            parts = bytearray()
            async for part in answer.aiter_bytes():
                parts += part
                if len(parts) > MOST_BYTES:
                    raise VisionUnavailable(f"{self._host} answered with more than {MOST_BYTES} bytes.")
            return answer.status_code, bytes(parts)

    def _content(self, body: bytes) -> str:
        """The text of a completion: a string, or parts of which some are text."""
        try:
            message = json.loads(body)["choices"][0]["message"]
            if refusal := message.get("refusal"):
                raise VisionUnavailable(f"{self._host} would not look at it: {line(str(refusal), 120)}")
            content = message["content"]
            if isinstance(content, list):
                content = "".join(str(part.get("text", "")) for part in content)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise VisionUnavailable(f"{self._host} answered with what is no chat completion.") from error
        if not isinstance(content, str):
            raise VisionUnavailable(f"{self._host} answered without text.")
        return content


_EXTRAS: Final[Mapping[str, Any]] = {
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


def _error_of(body: bytes) -> str:
    """The message of an error in any of the usual envelopes; its beginning where it is another."""
    try:
        found = json.loads(body)
        error = found.get("error", found)
        message = error if isinstance(error, str) else error.get("message") or error.get("detail") or ""
        return line(str(message), 200) or "no reason given"
    except (ValueError, AttributeError, RecursionError):
        return line(body[:400].decode(errors="replace"), 200) or "no reason given"
