"""Previews on the stream come from the running painting."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import replace
from pathlib import Path

import httpx

from imgorigin.painters.base import NOBODY, NOTHING, Inputs, Onlooker, Painting
from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.progress import State
from imgorigin.recipe import Recipe
from imgorigin.web.dialects.openai.streaming import is_due
from tests.origin import running_origin
from tests.web.inliner.shop import Shop
from tests.web.openai.listening import listening
from tests.web.openai.server import GENERATIONS, events, generate

STEPS = 8


class Showing(FakePainter):
    """Shows a preview after each step."""

    async def paint(self, recipe: Recipe, inputs: Inputs = NOTHING, watch: Onlooker = NOBODY) -> Painting:
        await asyncio.sleep(0)
        for step in range(1, STEPS + 1):
            watch.step(step, STEPS)
            watch.preview(b"preview %d" % step)
            for _ in range(20):
                await asyncio.sleep(0)
        return await super().paint(recipe, inputs, watch)


async def test_as_many_as_are_asked_for_then_the_picture(tmp_path: Path) -> None:
    async with running_origin(tmp_path, Showing(replace(MODEL, name="showing"))) as origin:
        account = await origin.parts.catalog.accounts.ensure()
        _, secret = await origin.parts.catalog.keys.create(account.id, "key", "manage")
        shop = Shop(origin, account.id, secret)
        body = (
            await generate(shop, model="showing", stream=True, partial_images=3, output_format="webp")
        ).text
    found = events(body)
    assert [name.partition(".")[2] for name, _ in found] == ["partial_image"] * 3 + ["completed"]
    previews = [told for _, told in found[:-1]]
    assert [told["partial_image_index"] for told in previews] == [0, 1, 2]
    assert [base64.b64decode(told["b64_json"]) for told in previews] == [
        b"preview 2",
        b"preview 4",
        b"preview 6",
    ]
    assert {told["output_format"] for told in previews} == {"png"}
    assert found[-1][1]["output_format"] == "webp"


def test_previews_are_spread_over_the_painting() -> None:
    due = [step for step in range(11) if is_due(State("painting", step, 10), 0, 1)]
    assert due[0] == 5
    assert not is_due(State(), 0, 3)


async def test_who_leaves_stops_nothing_for_others(shop: Shop) -> None:
    shop.origin.painter.gate.clear()
    async with listening(shop.origin.app) as url, httpx.AsyncClient(base_url=url) as client:
        headers = {"authorization": f"Bearer {shop.secret}"}
        body = {"prompt": "a red fox", "stream": True, "partial_images": 1}
        async with client.stream("POST", GENERATIONS, json=body, headers=headers) as answer:
            assert answer.status_code == 200  # and goes
        other = asyncio.create_task(generate(shop, "a red fox"))
        shop.origin.painter.gate.set()
        assert (await other).status_code == 200
    assert shop.origin.painter.paints["a red fox"] == 1
    assert not shop.origin.painter.given_up
