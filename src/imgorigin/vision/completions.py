"""A chat model that is somebody's server: any that speaks OpenAI's chat completions.

https://platform.openai.com/docs/api-reference/chat. A server that takes none of the extras (a JSON schema, a
temperature, a bound of its answer) is asked once more without them, and so from then on.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
import structlog

from imgorigin.errors import Unavailable
from imgorigin.vision.text import line

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


class Chat:
    """`called` is what errors, of the kind `failure`, call the server: "vision server". `refused` is what it
    did if it refuses. `timeout` is in seconds, for one answer, waiting for others included."""

    def __init__(
        self,
        server: Server,
        *,
        called: str,
        refused: str,
        failure: type[Unavailable],
        timeout: float,
        extras: Mapping[str, Any],
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._model = server.model
        self._called = called
        self._refused = refused
        self._failure = failure
        self._timeout = timeout
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._extras = extras
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

    async def answer(self, messages: Sequence[Mapping[str, Any]]) -> str:
        """What it says. Raises the `failure` that it is made with."""
        try:
            async with asyncio.timeout(self._timeout), self._at_once:
                return await self._answer(messages)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise self._failure(f"{self._host} did not answer within {self._timeout:g} s.") from error
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            raise self._failure(f"{self._host} failed ({reason}).") from error

    @property
    def _host(self) -> str:
        return f"The {self._called} at {self._client.base_url.host}"

    async def _answer(self, messages: Sequence[Mapping[str, Any]]) -> str:
        extras = self._extras
        status, body = await self._asked(messages, extras)
        if status in (400, 422) and extras:
            log.info(f"{self._called} takes no extras", host=self._client.base_url.host, status=status)
            status, body = await self._asked(messages, {})
            if status == 200:
                self._extras = {}
        if status != 200:
            raise self._failure(f"{self._host} answered {status}: {_error_of(body)}")
        return self._content(body)

    async def _asked(
        self, messages: Sequence[Mapping[str, Any]], extras: Mapping[str, Any]
    ) -> tuple[int, bytes]:
        body = {"model": self._model, "messages": list(messages), **extras}
        async with self._client.stream("POST", "chat/completions", json=body) as answer:
            parts = bytearray()
            async for part in answer.aiter_bytes():
                parts += part
                if len(parts) > MOST_BYTES:
                    raise self._failure(f"{self._host} answered with more than {MOST_BYTES} bytes.")
            return answer.status_code, bytes(parts)

    def _content(self, body: bytes) -> str:
        """The text of a completion: a string, or parts of which some are text."""
        try:
            message = json.loads(body)["choices"][0]["message"]
            if refusal := message.get("refusal"):
                raise self._failure(f"{self._host} would not {self._refused}: {line(str(refusal), 120)}")
            content = message["content"]
            if isinstance(content, list):
                content = "".join(str(part.get("text", "")) for part in content)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise self._failure(f"{self._host} answered with what is no chat completion.") from error
        if not isinstance(content, str):
            raise self._failure(f"{self._host} answered without text.")
        return content


def _error_of(body: bytes) -> str:
    """The message of an error in any of the usual envelopes; its beginning where it is another."""
    try:
        found = json.loads(body)
        error = found.get("error", found)
        message = error if isinstance(error, str) else error.get("message") or error.get("detail") or ""
        return line(str(message), 200) or "no reason given"
    except (ValueError, AttributeError, RecursionError):
        return line(body[:400].decode(errors="replace"), 200) or "no reason given"
