"""What its document announces: upscaling, variations, access, bulk operations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.recipe import Abilities, Worn
from tests.web.imagineo.client import MUG, ask, ended, error_of, generate, generated
from tests.web.inliner.shop import Shop, open_shop

PHOTO = replace(
    MODEL,
    name="photo",
    trained=True,
    abilities=Abilities(image_to_image=True, loras=True),
    loras=(Worn("tea"),),
)


async def size_of(shop: Shop, url: str) -> tuple[int, int]:
    facts = (await shop.origin.client.get(f"{url}.json")).json()
    return facts["width"], facts["height"]


async def test_a_drawing_is_drawn_larger_at_its_own_address(shop: Shop) -> None:
    done = await generated(shop)
    run = await ask(shop, "POST", f"/v1/generations/{done['run_id']}/upscale", {"scale": 3})
    larger = await ended(shop, run.json()["run_id"])
    assert larger["image_url"] == done["image_url"].replace("_64x64", "_192x192")
    assert await size_of(shop, larger["image_url"]) == (192, 192)
    assert sum(shop.origin.painter.paints.values()) == 1


async def test_a_photograph_is_painted_over_larger(tmp_path: Path) -> None:
    photo = FakePainter(PHOTO)
    async with open_shop(tmp_path, photo) as shop:
        done = await generated(shop, model_id="photo", width=256, height=128)
        run = await ask(shop, "POST", f"/v1/generations/{done['run_id']}/upscale", {})
        larger = await ended(shop, run.json()["run_id"])
        assert larger["status"] == "completed"
        assert await size_of(shop, larger["image_url"]) == (512, 256)
        slug = larger["image_url"].removeprefix("http://origin/acme/").partition("_")[0]
        (recipe,) = await shop.origin.parts.catalog.versions.recipes("acme", slug)
        again = await ask(shop, "POST", f"/v1/generations/{done['run_id']}/upscale", {"scale": 2})
        assert (await ended(shop, again.json()["run_id"]))["image_url"] == larger["image_url"]
    assert recipe.upscale
    assert recipe.source
    assert recipe.canvas.pixels == pytest.approx(512 * 256, rel=0.05)
    assert sum(photo.paints.values()) == 2
    assert photo.inputs[recipe.prompt].images


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"scale": 1}, "Invalid value for parameter 'scale'. Must be between 2 and 4."),
        ({"scale": 5}, "Invalid value for parameter 'scale'. Must be between 2 and 4."),
    ],
)
async def test_a_scale_that_is_none(shop: Shop, body: dict[str, Any], message: str) -> None:
    done = await generated(shop)
    path = f"/v1/generations/{done['run_id']}/upscale"
    answer = await ask(shop, "POST", path, body)
    assert (await ask(shop, "POST", path)).json()["status"] == "queued"  # no body: twice as large
    assert error_of(answer) == (400, "invalid_parameter", message)


async def test_what_is_not_completed_is_not_upscaled(shop: Shop) -> None:
    shop.origin.painter.gate.clear()
    run = (await generate(shop)).json()["run_id"]
    assert error_of(await ask(shop, "POST", f"/v1/generations/{run}/upscale", {}))[:2] == (409, "conflict")
    shop.origin.painter.gate.set()
    await ended(shop, run)


async def test_variations_have_the_same_words_and_other_seeds(shop: Shop) -> None:
    done = await generated(shop)
    path = f"/v1/generations/{done['run_id']}/variations"
    runs = (await ask(shop, "POST", path, {"count": 3})).json()["runs"]
    made = [await ended(shop, run["run_id"]) for run in runs]
    assert len({done["seed"], *(one["seed"] for one in made)}) == 4
    assert len({done["image_url"], *(one["image_url"] for one in made)}) == 4
    again = (await ask(shop, "POST", path, {"count": 3})).json()["runs"]
    assert [(await ended(shop, run["run_id"]))["image_url"] for run in again] == [
        one["image_url"] for one in made
    ]
    assert dict(shop.origin.painter.paints) == {MUG: 4}
    answer = await ask(shop, "POST", path, {"count": 17})
    assert error_of(answer)[2] == "Invalid value for parameter 'count'. Must be between 1 and 16."


async def test_bulk_is_taken_whole_and_told_whole(shop: Shop) -> None:
    requests = [{"positive_prompt": f"a mug, number {n}", "width": 64, "height": 64} for n in range(3)]
    taken = (await ask(shop, "POST", "/v1/bulk", {"requests": requests})).json()
    assert taken["bulk_id"].startswith("bulk_")
    for run in taken["runs"]:
        assert (await ended(shop, run["run_id"]))["status"] == "completed"
    told = (await ask(shop, "GET", f"/v1/bulk/{taken['bulk_id']}")).json()
    assert (told["status"], told["progress"], told["total"]) == ("completed", 100, 3)
    assert (told["completed"], told["failed"]) == (3, 0)
    assert [one["run_id"] for one in told["runs"]] == [run["run_id"] for run in taken["runs"]]


@pytest.mark.parametrize(
    ("wrong", "code", "message"),
    [
        ({"guidance": 30}, "invalid_parameter", "Must be between 1 and 20."),
        ({"model_id": "none"}, "invalid_parameter", "Request 1: Invalid value for parameter 'model_id'"),
        ({"width": 7}, "invalid_parameter", "Request 1: Invalid value for parameter 'width'"),
    ],
)
async def test_one_that_is_wrong_keeps_all_from_being_taken(
    shop: Shop, wrong: dict[str, Any], code: str, message: str
) -> None:
    requests = [{"positive_prompt": MUG}, {"positive_prompt": MUG, **wrong}]
    answer = await ask(shop, "POST", "/v1/bulk", {"requests": requests})
    assert error_of(answer)[:2] == (400, code)
    assert message in error_of(answer)[2]
    assert (await ask(shop, "GET", "/v1/generations")).json()["generations"] == []
    assert (await shop.origin.parts.catalog.projects.get(shop.account, "acme")).image_count == 0


async def test_bulk_is_cancelled(shop: Shop) -> None:
    shop.origin.painter.gate.clear()
    requests = [{"positive_prompt": f"a mug, number {n}"} for n in range(2)]
    taken = (await ask(shop, "POST", "/v1/bulk", {"requests": requests})).json()
    told = (await ask(shop, "POST", f"/v1/bulk/{taken['bulk_id']}/cancel")).json()
    shop.origin.painter.gate.set()
    assert (told["status"], told["failed"]) == ("failed", 2)
    assert {one["error"]["code"] for one in told["runs"]} == {"cancelled"}


async def test_keys_are_made_listed_and_revoked(shop: Shop) -> None:
    made = (await ask(shop, "POST", "/v1/keys", {"name": "ci", "scope": "read", "project": "acme"})).json()
    assert (made["name"], made["scope"], made["project"]) == ("ci", "read", "acme")
    assert (await ask(shop, "GET", "/v1/models", key=made["api_key"])).status_code == 200
    assert error_of(await generate_by(shop, made["api_key"]))[:2] == (403, "forbidden")
    listed = (await ask(shop, "GET", "/v1/keys")).json()["keys"]
    assert [one["name"] for one in listed] == ["admin", "shop", "ci"]
    assert all("api_key" not in one for one in listed)
    assert (await ask(shop, "DELETE", f"/v1/keys/{made['id']}")).status_code == 200
    assert [one["name"] for one in (await ask(shop, "GET", "/v1/keys")).json()["keys"]] == ["admin", "shop"]
    assert error_of(await ask(shop, "DELETE", f"/v1/keys/{made['id']}"))[:2] == (404, "not_found")


async def test_a_key_of_one_project_makes_and_sees_those_of_that_alone(shop: Shop) -> None:
    acme = await shop.origin.parts.catalog.projects.get(shop.account, "acme")
    await shop.origin.parts.catalog.projects.create(shop.account, "other", acme.settings)
    narrow = await shop.key("manage", "acme")
    made = (await ask(shop, "POST", "/v1/keys", {"name": "mine"}, key=narrow)).json()
    assert made["project"] == "acme"
    assert {one["project"] for one in (await ask(shop, "GET", "/v1/keys", key=narrow)).json()["keys"]} == {
        "acme"
    }
    beyond = await ask(shop, "POST", "/v1/keys", {"name": "x", "project": "other"}, key=narrow)
    assert error_of(beyond)[:2] == (404, "not_found")


async def generate_by(shop: Shop, key: str) -> Any:
    return await ask(shop, "POST", "/v1/generate", {"positive_prompt": MUG}, key=key)


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/v1/generate", 405, "method_not_allowed"),
        ("GET", "/v1/bulk/bulk_0", 404, "not_found"),
        ("GET", "/v1/bulk/x", 404, "not_found"),
        ("GET", "/v1/generations/gen_0/x", 404, "not_found"),
        ("POST", "/v1/generations/gen_0/variations", 404, "not_found"),
    ],
)
async def test_whatever_else_is_asked(shop: Shop, method: str, path: str, status: int, code: str) -> None:
    body: Any = {} if method == "POST" else None
    assert error_of(await ask(shop, method, path, body))[:2] == (status, code)


async def test_browsers_may_ask(shop: Shop) -> None:
    asked = await shop.origin.client.options("/v1/generate")
    assert (asked.status_code, asked.headers["access-control-allow-methods"]) == (204, "OPTIONS, POST")


async def test_no_key_and_a_wrong_one(shop: Shop) -> None:
    for headers in ({}, {"x-api-key": "wrong"}):
        answer = await shop.origin.client.get("/v1/generations/gen_0", headers=headers)
        assert error_of(answer)[:2] == (401, "unauthorized")


@pytest.mark.parametrize(("plan", "most"), [("free", "10"), ("basic", "30"), ("premium", "100")])
async def test_plans_have_so_many_requests_a_minute(tmp_path: Path, plan: str, most: str) -> None:
    async with open_shop(tmp_path, plan=plan) as shop:
        assert (await ask(shop, "GET", "/v1/generations")).headers["x-ratelimit-limit"] == most


async def test_limits_are_told_and_kept(tmp_path: Path) -> None:
    async with open_shop(tmp_path, plan="own", plans={"own": {"requests_per_minute": 2}}) as shop:
        answers = [await ask(shop, "GET", "/v1/generations") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer.headers["x-ratelimit-remaining"] for answer in answers] == ["1", "0", "0"]
    assert answers[0].headers["x-ratelimit-limit"] == "2"
    assert int(answers[0].headers["x-ratelimit-reset"]) > 1_600_000_000
    assert error_of(answers[2])[1] == "rate_limit_exceeded"


async def test_models_are_one_answer_for_two_apis(tmp_path: Path) -> None:
    photo = replace(PHOTO, since=1_700_000_000, loras=(Worn("tea", since=1_700_000_060),))
    async with open_shop(tmp_path, FakePainter(photo)) as shop:
        told = (await ask(shop, "GET", "/v1/models")).json()
    assert told["data"][1]["created"] == 1_700_000_000
    assert told["data"][0]["created"] > 1_700_000_000  # drawn by rules: as old as the program
    assert [one["id"] for one in told["data"]] == ["fake", "photo"]
    assert [one["id"] for one in told["models"]] == ["fake", "photo", "photo+tea"]
    assert told["models"][2] == {
        "id": "photo+tea",
        "name": "tea",
        "description": "LoRA for photo",
        "created_at": "2023-11-14T22:14:20Z",
    }
