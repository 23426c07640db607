"""A painter that is somebody else's server: any that speaks the OpenAI images API.

    words            POST {url}/images/generations   JSON
    a picture edited POST {url}/images/edits         multipart: image[], mask, prompt

https://platform.openai.com/docs/api-reference/images. What servers take beyond prompt, model, n and size
differs (OpenAI itself refuses a `seed`), so a remote says what its server takes.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx
import pyvips
import structlog

from imgorigin.errors import (
    ContentRefused,
    ImgoriginError,
    PainterUnavailable,
    PaintFailed,
    ShuttingDown,
    Unsupported,
)
from imgorigin.painters.base import NOBODY, NOTHING, Inputs, Onlooker, Painting
from imgorigin.recipe import Model, Recipe

TAKES: Final = ("response_format", "seed", "steps", "guidance", "negative_prompt")
"""What may be sent beyond prompt, model, n and size."""
TRIES: Final = 2
PAUSE: Final = 0.5
"""Seconds before a server that failed is asked once more."""
CHECK_TIMEOUT: Final = 5.0
LONGEST_RETRY: Final = 600
MOST_BYTES: Final = 128 * 2**20
"""Of one answer: more is no picture of ours."""
MODERATED: Final = frozenset({"content_policy_violation", "moderation_blocked", "content-refused"})
"""Codes of an error that mean: not this picture."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Remote:
    """A server. `url` ends in its version (https://host/v1); `model` is its own name for the model; `key` is
    sent as a bearer; `takes` are the fields of TAKES that it understands."""

    url: str
    model: str
    key: str = ""
    takes: tuple[str, ...] = TAKES


class RemotePainter:
    """Implements Painter. `timeout` is in seconds, for one picture."""

    restarts = 0

    def __init__(
        self,
        model: Model,
        remote: Remote,
        *,
        timeout: float,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.models = {model.name: model}
        self._remote = remote
        headers = {"Authorization": f"Bearer {remote.key}"} if remote.key else {}
        base = remote.url.rstrip("/") + "/"
        self._client = httpx.AsyncClient(
            base_url=base, headers=headers, timeout=timeout, transport=transport, follow_redirects=False
        )
        self._pictures = httpx.AsyncClient(timeout=timeout, transport=transport)  # elsewhere, without our key

    async def start(self) -> None:
        await self.check()

    async def check(self) -> None:
        """Whether anybody answers there, and knows our key. Raises PainterUnavailable."""
        try:
            answer = await self._client.get("models", timeout=CHECK_TIMEOUT)
        except httpx.HTTPError as error:
            raise PainterUnavailable(f"{self._host} does not answer ({_reason(error)}).") from error
        if answer.status_code in (401, 403) or answer.status_code >= 500:
            raise self._unavailable(answer)

    async def paint(self, recipe: Recipe, inputs: Inputs = NOTHING, watch: Onlooker = NOBODY) -> Painting:
        if self._client.is_closed:
            raise ShuttingDown
        watch.began()
        for attempt in range(1, TRIES + 1):
            try:
                data = await self._asked(recipe, inputs)
            except httpx.TimeoutException as error:
                raise PainterUnavailable(f"{self._host} did not answer in time.") from error
            except (httpx.HTTPError, _Again) as error:
                log.warning("remote painter failed", host=self._host, reason=_reason(error), attempt=attempt)
                if attempt == TRIES:
                    raise PainterUnavailable(f"{self._host} failed ({_reason(error)}).") from error
                await asyncio.sleep(PAUSE)
            else:
                return Painting(await asyncio.to_thread(_on_canvas, data, recipe), "png")
        raise AssertionError

    async def close(self) -> None:
        await self._client.aclose()
        await self._pictures.aclose()

    @property
    def _host(self) -> str:
        return f"The remote painter at {self._client.base_url.host}"

    async def _asked(self, recipe: Recipe, inputs: Inputs) -> bytes:
        fields = {name: value for name, value in self._fields(recipe).items() if value is not None}
        if inputs.images:
            files = [("image[]", (f"{n}.png", data, "image/png")) for n, data in enumerate(inputs.images)]
            if inputs.mask:
                files.append(("mask", ("mask.png", _alpha_mask(inputs.mask), "image/png")))
            form = {name: str(value) for name, value in fields.items()}
            answer = await self._client.post("images/edits", data=form, files=files)
        else:
            answer = await self._client.post("images/generations", json=fields)
        if answer.status_code != 200:
            raise self._refusal(answer)
        return await self._picture(answer)

    def _fields(self, recipe: Recipe) -> dict[str, Any]:
        optional = {
            "response_format": "b64_json",
            "seed": recipe.seed,
            "steps": recipe.steps,
            "guidance": recipe.guidance,
            "negative_prompt": recipe.negative_prompt or None,
        }
        return {
            "model": self._remote.model,
            "prompt": recipe.instruction or recipe.prompt,
            "n": 1,
            "size": str(recipe.canvas),
            **{name: value for name, value in optional.items() if name in self._remote.takes},
        }

    async def _picture(self, answer: httpx.Response) -> bytes:
        try:
            first: Mapping[str, str] = answer.json()["data"][0]
            if encoded := first.get("b64_json"):
                return base64.b64decode(encoded.partition(",")[2] or encoded, validate=True)
            url = first["url"]
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, binascii.Error) as error:
            raise PaintFailed(f"{self._host} answered with no picture.") from error
        async with self._pictures.stream("GET", answer.request.url.join(url)) as found:
            if found.status_code != 200:
                raise _Again(f"its picture answered {found.status_code}")
            parts = bytearray()
            async for part in found.aiter_bytes():
                parts += part
                if len(parts) > MOST_BYTES:
                    raise PaintFailed(f"{self._host} answered with more than {MOST_BYTES} bytes.")
            return bytes(parts)

    def _refusal(self, answer: httpx.Response) -> Exception:
        """What an answer that is none means: that of the caller, of the operator, or of the server."""
        code, message = _error_of(answer)
        if code in MODERATED:
            return ContentRefused(message)
        if answer.status_code in (400, 413, 422):
            return Unsupported(f"{self._host} refuses: {message}")
        if answer.status_code in (401, 403, 404, 429) or answer.is_redirect:
            return self._unavailable(answer)
        return _Again(f"{answer.status_code} {message}")

    def _unavailable(self, answer: httpx.Response) -> ImgoriginError:
        """Of which the operator has to know, and the caller little."""
        message = _error_of(answer)[1]
        log.error("remote painter refuses", host=self._host, status=answer.status_code, message=message)
        wait = answer.headers.get("retry-after", "")
        retry_after = min(LONGEST_RETRY, int(wait)) if wait.isdecimal() and int(wait) else None
        reason = {401: "does not accept the key", 403: "does not accept the key", 429: "has too much to do"}
        detail = f"{self._host} {reason.get(answer.status_code, f'answers {answer.status_code}')}."
        return PainterUnavailable(detail, retry_after=retry_after)


class _Again(Exception):
    """A failure of the server that another try may not meet."""


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


def _error_of(answer: httpx.Response) -> tuple[str, str]:
    """The code and message of an error in any of the usual envelopes."""
    try:
        body = answer.json()
        error = body.get("error", body)
        if isinstance(error, str):
            return str(body.get("code") or ""), error[:500]
        message = error.get("message") or error.get("detail") or answer.reason_phrase
        return str(error.get("code") or ""), str(message)[:500]
    except (ValueError, AttributeError):
        return "", answer.reason_phrase or str(answer.status_code)


def _on_canvas(data: bytes, recipe: Recipe) -> bytes:
    """A PNG of the recipe's canvas. A server that has sizes of its own is scaled and cropped to it."""
    try:
        image = pyvips.Image.thumbnail_buffer(
            data, recipe.canvas.width, height=recipe.canvas.height, size="both", crop="centre"
        )
        png: bytes = image.colourspace("srgb").write_to_buffer(".png", compression=1, keep="none")
    except pyvips.Error as error:
        raise PaintFailed("The remote painter answered with what is no picture.") from error
    return png


def _alpha_mask(mask: bytes) -> bytes:
    """Ours is light where the picture may change; theirs is transparent there."""
    weights = pyvips.Image.new_from_buffer(mask, "").colourspace("b-w")
    if weights.hasalpha():
        weights = weights.extract_band(0) * weights.extract_band(weights.bands - 1) / 255
    black = weights.extract_band(0).new_from_image([0, 0, 0]).copy(interpretation="srgb")
    png: bytes = black.bandjoin(255 - weights.extract_band(0)).cast("uchar").write_to_buffer(".png")
    return png
