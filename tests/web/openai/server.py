"""A whole origin, and OpenAI's API as a client with a key sees it."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Mapping
from typing import Any

import httpx
import pyvips
from PIL import Image

from tests.web.inliner.shop import Shop

GENERATIONS = "/v1/images/generations"
EDITS = "/v1/images/edits"
VARIATIONS = "/v1/images/variations"


async def generate(shop: Shop, prompt: str = "a red fox", **fields: Any) -> httpx.Response:
    return await shop.post(GENERATIONS, {"prompt": prompt, **fields})


async def send(shop: Shop, path: str, files: Any, **fields: Any) -> httpx.Response:
    return await shop.ask("POST", path, files=files, data=fields)


def error_of(answer: httpx.Response) -> tuple[int, str, str, str | None]:
    """Status, type, code, param; and see that the envelope has all that OpenAI's has."""
    told = answer.json()["error"]
    assert set(told) == {"message", "type", "param", "code"}
    assert told["message"]
    return answer.status_code, told["type"], told["code"], told["param"]


def picture(data: str) -> pyvips.Image:
    """Of base64."""
    return pyvips.Image.new_from_buffer(base64.b64decode(data, validate=True), "")


def events(body: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Names and data of server-sent events, which end each with an empty line."""
    found = []
    for block in body.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if line[:1] != ":")
        if lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


def mask(width: int = 300, height: int = 200, *, hole: bool = True) -> bytes:
    """A PNG whose left half is transparent."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 255))
    if hole:
        image.paste((0, 0, 0, 0), (0, 0, width // 2, height))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
