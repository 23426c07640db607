"""ImagineoAI's API as a client with a key sees it."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from tests.web.inliner.shop import Shop

GENERATE = "/v1/generate"
MUG = "A blue ceramic coffee mug on a wooden table"


async def ask(shop: Shop, method: str, path: str, body: Any = None, *, key: str = "") -> httpx.Response:
    """By the header that this API has keys in."""
    headers = {"x-api-key": key or shop.secret}
    return await shop.origin.client.request(method, path, json=body, headers=headers)


async def generate(shop: Shop, prompt: str = MUG, **fields: Any) -> httpx.Response:
    return await ask(shop, "POST", GENERATE, {"positive_prompt": prompt, "width": 64, "height": 64, **fields})


async def generated(shop: Shop, prompt: str = MUG, **fields: Any) -> dict[str, Any]:
    """Once it has ended."""
    answer = await generate(shop, prompt, **fields)
    assert answer.status_code == 200, answer.text
    return await ended(shop, answer.json()["run_id"])


async def told(shop: Shop, run_id: str) -> dict[str, Any]:
    found: dict[str, Any] = (await ask(shop, "GET", f"/v1/generations/{run_id}")).json()
    return found


async def ended(shop: Shop, run_id: str) -> dict[str, Any]:
    async with asyncio.timeout(30):
        while (now := await told(shop, run_id))["status"] in ("queued", "processing"):
            await asyncio.sleep(0.02)
    return now


def error_of(answer: httpx.Response) -> tuple[int, str, str]:
    """Status, code, message; and see that the envelope has nothing else."""
    (envelope,) = answer.json().items()
    assert envelope[0] == "error"
    assert set(envelope[1]) == {"code", "message"}
    return answer.status_code, envelope[1]["code"], envelope[1]["message"]
