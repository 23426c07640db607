"""POST /v1/generate and GET /v1/generations/{run_id}, as the contract has them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pyvips

from imgorigin.errors import PaintFailed
from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.recipe import Abilities, Worn
from tests.web.imagineo.client import GENERATE, MUG, ask, ended, error_of, generate, generated, told
from tests.web.inliner.shop import Shop, open_shop

BETWEEN = "Invalid value for parameter '{}'. Must be between {} and {}."


async def test_a_run_is_queued_then_completed(shop: Shop) -> None:
    answer = await generate(shop)
    run = answer.json()
    assert answer.status_code == 200
    assert set(run) == {"run_id", "status", "estimated_time"}
    assert run["run_id"].startswith("gen_")
    assert run["status"] == "queued"
    assert isinstance(run["estimated_time"], int)
    done = await ended(shop, run["run_id"])
    assert (done["run_id"], done["status"], done["progress"]) == (run["run_id"], "completed", 100)
    picture = await shop.origin.client.get(done["image_url"])
    image = pyvips.Image.new_from_buffer(picture.content, "")
    assert (picture.headers["content-type"], image.width, image.height) == ("image/png", 64, 64)


async def test_every_field_of_the_contract_is_taken(tmp_path: Path) -> None:
    able = Abilities(negative_prompt=True, guidance=True, loras=True)
    fields = {
        "positive_prompt": MUG,
        "negative_prompt": "blurry, low quality",
        "model_id": "photo+coffee",
        "lora_weight": 0.8,
        "guidance": 7.5,
        "width": 512,
        "height": 512,
    }
    photo = replace(
        MODEL, name="photo", trained=True, guidance=3.0, abilities=able, loras=(Worn("coffee", 0.5),)
    )
    async with open_shop(tmp_path, FakePainter(photo)) as shop:
        run = (await ask(shop, "POST", GENERATE, fields)).json()
        done = await ended(shop, run["run_id"])
        path = done["image_url"].removeprefix("http://origin/acme/").partition("_")[0]
        recipe = (await shop.origin.parts.catalog.versions.recipes("acme", path))[0]
    assert (recipe.model, recipe.lora, recipe.lora_weight) == ("photo", "coffee", 0.4)
    assert (recipe.negative_prompt, recipe.guidance) == ("blurry, low quality", 7.5)
    assert done["ignored"] == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"guidance": 0.5}, BETWEEN.format("guidance", 1, 20)),
        ({"guidance": 20.5}, BETWEEN.format("guidance", 1, 20)),
        ({"lora_weight": -0.1}, BETWEEN.format("lora_weight", 0, 2)),
        ({"lora_weight": 2.1}, BETWEEN.format("lora_weight", 0, 2)),
        ({"seed": -1}, BETWEEN.format("seed", 0, 2**31 - 1)),
        ({"width": 8}, BETWEEN.format("width", 16, 4096)),
        ({"height": 5000}, BETWEEN.format("height", 16, 4096)),
        ({"height": -796}, BETWEEN.format("height", 16, 4096)),
        ({"width": 0}, BETWEEN.format("width", 16, 4096)),
        ({"positive_prompt": None}, "Invalid value for parameter 'positive_prompt': it is missing."),
        ({"positive_prompt": " "}, "Invalid value for parameter 'positive_prompt': it is empty."),
        ({"positive_prompt": 7}, "Invalid value for parameter 'positive_prompt': 7 is no text."),
        ({"guidance": "much"}, BETWEEN.format("guidance", 1, 20)),
        ({"guidance": True}, BETWEEN.format("guidance", 1, 20)),
        ({"guidance": "7"}, BETWEEN.format("guidance", 1, 20)),
        ({"lora_weight": []}, BETWEEN.format("lora_weight", 0, 2)),
        ({"width": "512"}, "Invalid value for parameter 'width': '512' is no whole number."),
        ({"model_id": "model_123"}, "Invalid value for parameter 'model_id': there is no 'model_123'"),
    ],
)
async def test_what_is_out_of_bounds_is_refused_by_name(
    shop: Shop, fields: dict[str, Any], message: str
) -> None:
    status, code, told_so = error_of(await ask(shop, "POST", GENERATE, {"positive_prompt": MUG} | fields))
    assert (status, code) == (400, "invalid_parameter")
    assert told_so.startswith(message)
    assert not shop.origin.painter.paints


@pytest.mark.parametrize("fields", [{"unknown": 1}, {"guidance": 1}, {"guidance": 20}, {"lora_weight": 2}])
async def test_what_the_model_makes_nothing_of_is_taken_and_told(shop: Shop, fields: dict[str, Any]) -> None:
    done = await generated(shop, **fields)
    assert done["ignored"] == [name for name in fields if name != "unknown"]


async def test_progress_is_that_of_the_painting(shop: Shop) -> None:
    painter = shop.origin.painter
    painter.gate.clear()
    painter.step = (3, 4)
    run = (await generate(shop)).json()
    async with asyncio.timeout(30):
        while (now := await told(shop, run["run_id"]))["progress"] == 0:
            await asyncio.sleep(0.02)
    assert (now["status"], now["progress"], now["image_url"]) == ("processing", 75, None)
    painter.gate.set()
    assert (await ended(shop, run["run_id"]))["progress"] == 100


async def test_a_run_that_fails_says_why(shop: Shop) -> None:
    shop.origin.painter.failures.append(PaintFailed("The painter dropped its brush."))
    failed = await generated(shop)
    assert (failed["status"], failed["image_url"]) == ("failed", None)
    assert failed["error"] == {"code": "generation_failed", "message": "The painter dropped its brush."}


async def test_the_same_picture_is_painted_once(shop: Shop) -> None:
    first = await generated(shop)
    again = (await generate(shop)).json()
    assert (again["status"], again["estimated_time"]) == ("completed", 0)
    second = await told(shop, again["run_id"])
    assert first["run_id"] != second["run_id"]
    assert first["image_url"] == second["image_url"]
    deeds = (await shop.origin.parts.catalog.audit.page(shop.account, limit=9)).items
    assert [deed.action for deed in deeds] == ["generate"]  # by whom it was made, not by whom it is asked for
    assert sum(shop.origin.painter.paints.values()) == 1
    other = await generated(shop, seed=5)
    assert (other["seed"], other["image_url"] != first["image_url"]) == (5, True)


async def test_a_repeat_with_its_key_is_the_same_run(shop: Shop) -> None:
    body = {"positive_prompt": MUG}
    headers = {"x-api-key": shop.secret, "idempotency-key": "once"}
    client = shop.origin.client
    runs = [(await client.post(GENERATE, json=body, headers=headers)).json()["run_id"] for _ in range(2)]
    assert runs[0] == runs[1]
    other = await client.post(GENERATE, json={"positive_prompt": "a fox"}, headers=headers)
    assert error_of(other)[:2] == (409, "conflict")


async def test_runs_are_listed_the_latest_first(shop: Shop) -> None:
    made = [(await generate(shop, f"a mug, number {n}")).json()["run_id"] for n in range(3)]
    page = (await ask(shop, "GET", "/v1/generations?limit=2")).json()
    assert [one["run_id"] for one in page["generations"]] == made[:0:-1]
    rest = (await ask(shop, "GET", f"/v1/generations?cursor={page['next_cursor']}")).json()
    assert [one["run_id"] for one in rest["generations"]] == made[:1]
    assert rest["next_cursor"] is None
    foul = await ask(shop, "GET", "/v1/generations?cursor=zzz")
    assert error_of(foul)[:2] == (400, "invalid_parameter")
    assert "parameter 'cursor'" in error_of(foul)[2]


async def test_a_webhook_is_told_as_ignored(shop: Shop) -> None:
    hook = {"webhook_url": "https://example.com/hook"}
    assert (await generated(shop, **hook))["ignored"] == ["webhook_url"]
    body = {"requests": [{"positive_prompt": "a fox"}, {"positive_prompt": "a dog"} | hook]}
    for more, ignored in (({}, [[], ["webhook_url"]]), (hook, [["webhook_url"]] * 2)):
        bulk = (await ask(shop, "POST", "/v1/bulk", body | more)).json()
        assert [(await told(shop, run["run_id"]))["ignored"] for run in bulk["runs"]] == ignored


async def test_runs_are_listed_by_their_status(shop: Shop) -> None:
    shop.origin.painter.gate.clear()
    bulk = (await ask(shop, "POST", "/v1/bulk", {"requests": [{"positive_prompt": MUG}]})).json()
    await ask(shop, "POST", f"/v1/bulk/{bulk['bulk_id']}/cancel")
    await generate(shop, "a fox")
    for status, runs in (("failed", [bulk["runs"][0]["run_id"]]), ("completed", [])):
        listed = (await ask(shop, "GET", f"/v1/generations?status={status}")).json()
        assert [one["run_id"] for one in listed["generations"]] == runs
    wrong = error_of(await ask(shop, "GET", "/v1/generations?status=done"))
    assert wrong[:2] == (400, "invalid_parameter")
    assert "'queued', 'processing', 'completed' or 'failed'" in wrong[2]
    shop.origin.painter.gate.set()


async def test_a_run_is_of_who_asked_for_it(shop: Shop) -> None:
    run = (await generate(shop)).json()["run_id"]
    await shop.origin.parts.catalog.projects.create(shop.account, "other", (await _acme(shop)).settings)
    stranger = await shop.key("manage", "other")
    for path in (f"/v1/generations/{run}", "/v1/generations/gen_0", f"/v1/generations/{run[4:]}"):
        key = stranger if path.endswith(run) else ""
        named = path.rpartition("/")[2]
        assert error_of(await ask(shop, "GET", path, key=key)) == (
            404, "not_found", f"There is no run {named!r}."
        )  # fmt: skip


async def test_pictures_of_this_api_are_kept_as_long_as_its_setting_says(tmp_path: Path) -> None:
    async with open_shop(tmp_path, retention={"imagineo": 3}) as shop:
        done = await generated(shop)
        picture = await shop.origin.client.get(done["image_url"])
        assert picture.headers["cache-control"] == "public, no-cache"


async def _acme(shop: Shop) -> Any:
    return await shop.origin.parts.catalog.projects.get(shop.account, "acme")
