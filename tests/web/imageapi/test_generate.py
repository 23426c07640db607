"""Pictures through ImageAPI."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path
from typing import Any

import pytest
import pyvips

from imgorigin.address import parse
from imgorigin.errors import PaintFailed
from tests.origin import running_origin
from tests.web.imageapi.site import Site, open_site

GENERATE = "/api/v1/generate"
ALIKE = (GENERATE, "/api/v1/generate-product", "/api/v1/product", "/api/v1/generate-logo", "/api/v1/logo")
FOX = {"prompt": "a red fox"}


async def made(site: Site, path: str = GENERATE, **fields: Any) -> dict[str, Any]:
    answer = await site.post(path, {**FOX, **fields})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert set(told) == {"success", "data", "request_id"}
    assert told["success"] is True
    assert told["request_id"] == answer.headers["x-request-id"]
    data: dict[str, Any] = told["data"]
    return data


async def shown(site: Site, url: str) -> pyvips.Image:
    answer = await site.origin.client.get(url)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    return pyvips.Image.new_from_buffer(answer.content, "")


async def test_a_picture_has_a_url_for_good(site: Site) -> None:
    data = await made(site)
    assert set(data) == {"image", "seed", "model", "storage", "ignored"}
    assert data["image"] == "http://origin/acme/red-fox_512x512.png"
    assert data["storage"] == {"enabled": True, "stored": True, "plan": "Unlimited"}
    assert data["model"] == "fake"
    assert 0 <= data["seed"] < 2**31
    image = await shown(site, data["image"])
    assert (image.width, image.height) == (512, 512)
    assert await made(site) == data
    assert await made(site, seed=data["seed"]) == data
    assert site.origin.painter.paints == {"a red fox": 1}


async def test_every_field_is_heeded_or_told_to_be_ignored(site: Site) -> None:
    data = await made(
        site,
        negative_prompt="blurry",
        width=1024,
        height=256,
        num_inference_steps=4,
        seed=12345,
        model="FAKE",
    )
    assert (data["seed"], data["model"]) == (12345, "fake")
    image = await shown(site, data["image"])
    assert (image.width, image.height) == (1024, 256)
    assert data["ignored"] == ["negative_prompt", "num_inference_steps"]
    assert (await made(site))["image"] != data["image"]


async def test_fields_that_are_not_known_and_null_are_passed_over(site: Site) -> None:
    assert await made(site, style="x", width=None, seed=None, items=None, n=3) == await made(site)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"prompt": None}, "prompt must be text of 1 to 2000 characters"),
        ({"prompt": ""}, "prompt must be text of 1 to 2000 characters"),
        ({"prompt": " \n"}, "prompt must be text of 1 to 2000 characters"),
        ({"prompt": "x" * 2001}, "prompt must be text of 1 to 2000 characters"),
        ({"prompt": 7}, "prompt must be text of 1 to 2000 characters"),
        ({"negative_prompt": "x" * 1001}, "negative_prompt must be text of at most 1000 characters"),
        ({"width": 255}, "width must be a whole number from 256 to 1024"),
        ({"width": 1025}, "width must be a whole number from 256 to 1024"),
        ({"width": 512.5}, "width must be a whole number from 256 to 1024"),
        ({"height": 255}, "height must be a whole number from 256 to 1024"),
        ({"width": "512"}, "width must be a whole number from 256 to 1024"),
        ({"seed": True}, "seed must be a whole number from 0 to 2147483647"),
        ({"height": "tall"}, "height must be a whole number from 256 to 1024"),
        ({"num_inference_steps": 0}, "num_inference_steps must be a whole number from 1 to 50"),
        ({"num_inference_steps": 51}, "num_inference_steps must be a whole number from 1 to 50"),
        ({"seed": -1}, "seed must be a whole number from 0 to 2147483647"),
        ({"seed": 2**31}, "seed must be a whole number from 0 to 2147483647"),
        ({"model": "dall-e"}, "model: there is no 'dall-e' on this server. Allowed: fake."),
        ({"items": []}, "items must be a list of 1 to 16 objects"),
        ({"items": [FOX] * 17}, "items must be a list of 1 to 16 objects"),
        ({"items": "x"}, "items must be a list of 1 to 16 objects"),
    ],
)
async def test_what_is_out_of_range_is_refused(site: Site, fields: dict[str, Any], error: str) -> None:
    answer = await site.post(GENERATE, {**FOX, **fields})
    told = answer.json()
    assert (answer.status_code, told["error"]) == (400, error)
    assert told == {
        "success": False, "error": error, "code": "invalid_request",
        "request_id": answer.headers["x-request-id"],
    }  # fmt: skip
    assert not site.origin.painter.paints


@pytest.mark.parametrize("side", [256, 1024])
async def test_the_ends_of_ranges_are_good(site: Site, side: int) -> None:
    fields: dict[str, Any] = {
        "prompt": "x" * 2000,
        "negative_prompt": "y" * 1000,
        "width": side,
        "height": side,
    }
    data = await made(site, **fields, num_inference_steps=50, seed=2**31 - 1)
    assert (await shown(site, data["image"])).width == side


async def test_of_several_one_that_is_bad_does_not_keep_the_others(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked.txt"
    blocked.write_text("cursed\n")
    async with open_site(tmp_path, blocklist=str(blocked)) as site:
        await several(site)


async def test_one_that_fails_alone_is_told_with_the_id_to_ask_about(site: Site) -> None:
    site.origin.painter.failures.append(PaintFailed("The painter refused it."))
    answer = await site.post(GENERATE, FOX)
    told = answer.json()
    assert (answer.status_code, told["success"], told["code"]) == (500, False, "paint_failed")
    assert told["request_id"] == answer.headers["x-request-id"]


async def several(site: Site) -> None:
    items = [
        FOX,
        {"prompt": ""},
        {"prompt": "a cursed fox"},
        "x",
        {"prompt": "an owl", "width": 256, "height": 256},
    ]
    answer = await site.post(GENERATE, {"items": items})
    told = answer.json()
    assert (answer.status_code, told["success"], set(told["data"])) == (200, True, {"results"})
    first, empty, cursed, text, owl = told["data"]["results"]
    assert first == {"success": True, **await made(site)}
    assert empty == {"success": False, "error": "prompt must be text of 1 to 2000 characters"}
    assert cursed == {
        "success": False,
        "error": "The words of this picture are on the blocklist of this server.",
    }
    assert text == {"success": False, "error": "item must be a JSON object"}
    assert owl["image"] == "http://origin/acme/owl_256x256.png"


async def test_an_item_that_cannot_be_painted_is_told_alone(site: Site) -> None:
    site.origin.painter.failures.append(PaintFailed("The painter refused it."))
    answer = await site.post(GENERATE, {"items": [FOX, FOX, {"prompt": "an owl"}]})
    told = answer.json()["data"]["results"]
    errors = [one.get("error") for one in told]
    refused = "The painter refused it."
    assert errors in ([refused, refused, None], [None, None, refused])  # whichever was painted first
    assert site.origin.painter.paints.total() == 2


async def test_items_that_take_longer_than_a_client_is_held_go_on(tmp_path: Path) -> None:
    async with open_site(tmp_path, wait=0.2) as site:
        site.origin.painter.gate.clear()
        items = {"items": [FOX, {"prompt": ""}]}
        still, empty = (await site.post(GENERATE, items)).json()["data"]["results"]
        assert "still being generated" in still["error"]
        assert "prompt must be" in empty["error"]
        site.origin.painter.gate.set()
        while not (told := (await site.post(GENERATE, items)).json()["data"]["results"][0])["success"]:
            pass
        assert told["image"] == "http://origin/acme/red-fox_512x512.png"
        assert site.origin.painter.paints == {"a red fox": 1}


async def test_items_are_painted_though_nobody_waits_and_the_server_stops(tmp_path: Path) -> None:
    async with open_site(tmp_path, shutdown=0, lease=1) as site:
        site.origin.painter.gate.clear()
        asking = asyncio.create_task(site.post(GENERATE, {"items": [FOX, {"prompt": "an owl"}]}))
        while not site.origin.painter.paints:
            await asyncio.sleep(0.01)
        asking.cancel()
    async with running_origin(tmp_path, lease=1) as origin, asyncio.timeout(20):
        for slug in ("red-fox", "owl"):
            while not await origin.parts.store.get(parse(f"/acme/{slug}_512x512.png").key):
                await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/api/v1/generate-product", "professional product photograph"),
        ("/api/v1/product", "professional product photograph"),
        ("/api/v1/generate-logo", "logo, flat vector design"),
        ("/api/v1/logo", "logo, flat vector design"),
    ],
)
async def test_a_preset_wraps_the_prompt(site: Site, path: str, words: str) -> None:
    data = await made(site, path)
    (prompt,) = site.origin.painter.paints
    assert prompt.startswith(f"a red fox, {words}")
    await made(site, path, prompt="x" * 2000)
    assert max(site.origin.painter.paints, key=len).startswith(f"{'x' * 2000}, {words}")
    assert data["image"] != (await made(site))["image"]
    assert data["ignored"] == []


async def off_by_project(site: Site) -> str:
    await site.settings(storage=False)
    return site.secret


async def off_by_key(site: Site) -> str:
    _, secret = await site.origin.parts.catalog.keys.create(site.account, "x", "paint", storage=False)
    return secret


@pytest.mark.parametrize("off", [off_by_project, off_by_key])
@pytest.mark.parametrize("path", ALIKE)
async def test_without_storage_the_picture_itself_is_told_and_nothing_is_kept(
    site: Site, path: str, off: Any
) -> None:
    before, key = site.files, await off(site)
    answer = await site.post(path, {**FOX, "width": 300, "seed": 7}, key=key)
    data = answer.json()["data"]
    kind, _, encoded = data["image"].partition(",")
    assert kind == "data:image/png;base64"
    image = pyvips.Image.new_from_buffer(base64.b64decode(encoded, validate=True), "")
    assert (image.width, image.height, data["seed"]) == (300, 512, 7)
    assert data["storage"] == {"enabled": False, "stored": False, "plan": "Unlimited"}
    assert site.files == before
    assert not await site.taken("red-fox")
    await site.post(path, {**FOX, "width": 300, "seed": 7}, key=key)
    assert list(site.origin.painter.paints.values()) == [2]


async def test_without_storage_what_others_keep_stays(site: Site) -> None:
    kept = await made(site)
    before = site.files
    key = await off_by_key(site)
    told = (await site.post(GENERATE, FOX, key=key)).json()["data"]
    assert told["image"].startswith("data:")
    assert site.files == before
    assert site.origin.painter.paints == {"a red fox": 1}
    assert (await site.origin.client.get(kept["image"])).status_code == 200


async def test_without_storage_what_somebody_keeps_meanwhile_stays(site: Site) -> None:
    key, painter = await off_by_key(site), site.origin.painter
    painter.gate.clear()
    passing = asyncio.create_task(site.post(GENERATE, FOX, key=key))
    keeping = asyncio.create_task(site.post(GENERATE, FOX))
    while not (painter.paints and await site.taken("red-fox")):
        await asyncio.sleep(0.01)
    painter.gate.set()
    assert (await passing).json()["data"]["image"].startswith("data:")
    image = (await keeping).json()["data"]["image"]
    assert painter.paints == {"a red fox": 1}
    assert (await site.origin.client.get(image.replace("512x512", "256x256"))).status_code == 200
    assert painter.paints == {"a red fox": 1}


async def test_what_takes_longer_than_a_client_is_held_is_told_and_goes_on(tmp_path: Path) -> None:
    async with open_site(tmp_path, wait=0.2) as site:
        site.origin.painter.gate.clear()
        answer = await site.post(GENERATE, FOX)
        told = answer.json()
        assert (answer.status_code, told["code"]) == (503, "still_painting")
        assert answer.headers["retry-after"] == str(told["retry_after"])
        site.origin.painter.gate.set()
        while (answer := await site.post(GENERATE, FOX)).status_code == 503:
            pass
        assert answer.json()["data"]["image"] == "http://origin/acme/red-fox_512x512.png"
        assert site.origin.painter.paints == {"a red fox": 1}


async def test_a_key_to_one_project_paints_there(site: Site) -> None:
    rows = site.origin.parts.catalog
    other = await rows.projects.create(site.account, "other", (await rows.projects.by_name("acme")).settings)
    _, secret = await rows.keys.create(site.account, "x", "paint", project_id=other.id)
    told = (await site.post(GENERATE, FOX, key=secret)).json()
    assert told["data"]["image"] == "http://origin/other/red-fox_512x512.png"
