"""Jobs and batches, as the contract has them."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from imgorigin.catalog.projects import ProjectSettings
from imgorigin.catalog.records import Bound
from imgorigin.errors import PaintFailed
from tests.web.inliner.shop import Shop, open_shop, photo
from tests.web.openai.server import EDITS, VARIATIONS, error_of, generate, send

ENDPOINT = "/v1/images/generations"


async def submitted(shop: Shop, prompt: str = "a red fox", **fields: Any) -> dict[str, Any]:
    answer = await generate(shop, prompt, **{"async": True}, **fields)
    assert answer.status_code == 202, answer.text
    job: dict[str, Any] = answer.json()
    return job


async def ended(shop: Shop, path: str, *states: str) -> dict[str, Any]:
    """What is told at a path once its status is one of these."""
    async with asyncio.timeout(20):
        while True:
            told: dict[str, Any] = (await shop.get(path)).json()
            if told["status"] in states:
                return told
            await asyncio.sleep(0.02)


async def test_a_job_gives_what_the_request_would_have(shop: Shop) -> None:
    job = await submitted(shop, n=2, size="64x64", user="u1")
    assert {name: job[name] for name in ("object", "status", "inference_type", "model")} == {
        "object": "inference.job",
        "status": "QUEUED",
        "inference_type": "IMAGE",
        "model": "fake",
    }
    assert isinstance(job["created"], int)
    assert job["queued_at"]
    done = await ended(shop, f"/v1/jobs/{job['id']}", "PROCESSED")
    assert done["progress"] == 1
    assert done["result_url"] == done["result"]["data"][0]["url"]
    direct = (await generate(shop, n=2, size="64x64", user="u1")).json()
    assert done["result"]["data"] == direct["data"]
    assert done["result"]["ignored"] == direct["ignored"] == ["user"]
    assert (await shop.origin.get(done["result_url"])).status_code == 200


@pytest.mark.parametrize(("path", "fields"), [(EDITS, {"prompt": "make it warmer"}), (VARIATIONS, {})])
async def test_what_is_asked_by_a_form_may_be_a_job_too(
    shop: Shop, path: str, fields: dict[str, Any]
) -> None:
    files = {"image": ("a.png", photo())}
    job = await send(shop, path, files, **fields, **{"async": "true"})
    assert (job.status_code, job.json()["status"]) == (202, "QUEUED")
    done = await ended(shop, f"/v1/jobs/{job.json()['id']}", "PROCESSED", "FAILED")
    direct = (await send(shop, path, files, **fields)).json()
    assert done["result"] == direct | {"created": done["result"]["created"]}


async def test_jobs_tell_urls_alone(shop: Shop) -> None:
    job = await submitted(shop, response_format="b64_json", stream=True)
    done = await ended(shop, f"/v1/jobs/{job['id']}", "PROCESSED")
    assert "b64_json" not in done["result"]["data"][0]
    assert done["result"]["ignored"] == ["response_format", "stream"]


async def test_what_a_job_paints_is_kept_as_long_as_this_api_says(tmp_path: Path) -> None:
    async with open_shop(tmp_path, retention={"openai": 9, "web": 1}) as shop:
        job = await submitted(shop)
        await ended(shop, f"/v1/jobs/{job['id']}", "PROCESSED")
        found = await shop.origin.parts.catalog.assets.find("acme", "red-fox")
        assert isinstance(found, Bound)
        assert found.asset.expires
        assert round((found.asset.expires - datetime.now(UTC)) / timedelta(days=1)) == 9


async def test_webhooks_of_jobs_and_batches_are_told_what_polling_tells(tmp_path: Path) -> None:
    hook: dict[str, Any] = {"webhook_url": "http://127.0.0.1:9/hook"}
    async with open_shop(tmp_path, webhook_networks="127.0.0.0/8") as shop:
        job = await submitted(shop, **hook)
        done = await ended(shop, f"/v1/jobs/{job['id']}", "PROCESSED")
        answer = await shop.post("/v1/batches", {"requests": requests("a fox"), **hook})
        batch = await ended(shop, f"/v1/batches/{answer.json()['id']}", "DONE")
        told = (await shop.origin.parts.catalog.deliveries.page(shop.account)).items
        payloads = [json.loads(one.payload) for one in told]
        assert [(one["type"], one["data"]) for one in payloads] == [
            ("batch.ended", {name: value for name, value in batch.items() if name != "jobs"}),
            ("job.done", done),
        ]
        assert done["result"]["ignored"] == []


async def test_a_webhook_goes_to_public_addresses_and_belongs_to_the_whole(shop: Shop) -> None:
    hook: dict[str, Any] = {"webhook_url": "http://127.0.0.1:9/hook"}
    refused = await generate(shop, **{"async": True, **hook})
    assert error_of(refused) == (400, "invalid_request_error", "invalid_value", "webhook_url")
    item = {"endpoint": ENDPOINT, "body": {"prompt": "a fox", **hook}}
    of_one = await shop.post("/v1/batches", {"requests": [item]})
    assert error_of(of_one)[3] == "requests[0].body.webhook_url"
    assert (await generate(shop, **hook)).json()["ignored"] == ["webhook_url"]


async def test_the_same_key_is_the_same_job(shop: Shop) -> None:
    async def send(prompt: str) -> Any:
        body = {"prompt": prompt, "async": True}
        return await shop.ask("POST", ENDPOINT, json=body, headers={"idempotency-key": "k1"})

    first, again, other = await send("a fox"), await send("a fox"), await send("a dog")
    assert first.json()["id"] == again.json()["id"]
    assert error_of(other)[:3] == (409, "invalid_request_error", "conflict")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"prompt": ""}, (400, "missing_prompt", "missing_prompt", "prompt")),
        ({"size": "8x8"}, (400, "invalid_request_error", "invalid_value", "size")),
        ({"model": "nobody"}, (404, "no_provider", "no_provider", "model")),
    ],
)
async def test_what_is_not_to_be_done_is_told_at_once(
    shop: Shop, fields: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    assert error_of(await generate(shop, **{"async": True, **fields})) == expected
    assert (await shop.get("/v1/jobs")).json()["data"] == []


async def test_a_job_that_fails_says_why_and_is_tried_again(shop: Shop) -> None:
    shop.origin.painter.failures.append(PaintFailed("It broke."))
    job = await submitted(shop)
    path = f"/v1/jobs/{job['id']}"
    failed = await ended(shop, path, "FAILED")
    assert failed["error"]["code"] == "upstream_error"
    assert "result_url" not in failed
    refused = await shop.post(f"{path}/cancel", {})
    assert error_of(refused)[:3] == (409, "invalid_request_error", "conflict")
    again = await shop.post(f"{path}/retry", {})
    assert (again.status_code, again.json()["status"]) == (202, "QUEUED")
    await ended(shop, path, "FAILED", "PROCESSED")


async def test_a_job_is_cancelled(shop: Shop) -> None:
    shop.origin.painter.gate.clear()
    job = await submitted(shop)
    path = f"/v1/jobs/{job['id']}"
    answer = await shop.post(f"{path}/cancel", {})
    assert answer.json() == {"id": job["id"], "status": "CANCELED", "canceled": True}
    assert (await shop.get(path)).json()["status"] == "CANCELED"
    shop.origin.painter.gate.set()
    assert (await shop.post(f"{path}/retry", {})).status_code == 202
    done = await ended(shop, path, "PROCESSED")
    late = await shop.post(f"{path}/retry", {})
    assert error_of(late)[0] == 409
    assert done["result_url"]


async def test_jobs_are_listed(shop: Shop) -> None:
    first = await submitted(shop, "a fox")
    await ended(shop, f"/v1/jobs/{first['id']}", "PROCESSED")
    shop.origin.painter.gate.clear()
    second = await submitted(shop, "a dog")

    async def ids(**query: Any) -> list[str]:
        return [job["id"] for job in (await shop.get("/v1/jobs", params=query)).json()["data"]]

    assert await ids() == [second["id"], first["id"]]
    assert await ids(active=1) == [second["id"]]
    assert await ids(status="PROCESSED") == [first["id"]]
    assert await ids(limit=1) == [second["id"]]
    page = (await shop.get("/v1/jobs", params={"limit": 1})).json()
    assert (page["first_id"], page["last_id"], page["has_more"]) == (second["id"], second["id"], True)
    assert await ids(limit=1, after=page["last_id"]) == [first["id"]]
    nothing = await shop.get("/v1/jobs", params={"after": first["id"]})
    assert nothing.json() == {
        "object": "list", "data": [], "first_id": None, "last_id": None, "has_more": False,
    }  # fmt: skip
    for path in ("/v1/jobs", "/v1/batches"):
        unknown = await shop.get(path, params={"after": "nope"})
        assert error_of(unknown) == (400, "invalid_request_error", "invalid_value", "after")
    wrong = await shop.get("/v1/jobs", params={"status": "DONE"})
    assert error_of(wrong) == (400, "invalid_request_error", "invalid_value", "status")
    shop.origin.painter.gate.set()


async def test_jobs_of_others_are_not_there(shop: Shop) -> None:
    job = await submitted(shop)
    catalog = shop.origin.parts.catalog
    other = await catalog.accounts.ensure("other")
    _, secret = await catalog.keys.create(other.id, "other", "manage")
    for path in (f"/v1/jobs/{job['id']}", "/v1/jobs/nope", "/v1/batches/nope"):
        assert error_of(await shop.get(path, key=secret))[:3] == (404, "invalid_request_error", "not_found")


async def test_a_key_sees_its_own_jobs_and_one_that_manages_all(shop: Shop) -> None:
    shop.origin.painter.gate.clear()
    mine, yours, reads = await shop.key("paint"), await shop.key("paint"), await shop.key("read")

    async def send(prompt: str, key: str) -> Any:
        body = {"prompt": prompt, "async": True}
        return await shop.post(ENDPOINT, body, key=key, headers={"idempotency-key": "k1"})

    job, other = [(await send(*each)).json()["id"] for each in (("a fox", mine), ("a dog", yours))]
    batch = (await shop.post("/v1/batches", {"requests": requests("an owl")}, key=mine)).json()["id"]
    for key, seen in ((mine, 2), (yours, 1), (reads, 0), (shop.secret, 3)):
        assert len((await shop.get("/v1/jobs", key=key)).json()["data"]) == seen
    for path in (f"/v1/jobs/{job}/cancel", f"/v1/batches/{batch}/cancel"):
        assert error_of(await shop.post(path, {}, key=yours))[0] == 404
    assert (await shop.post(f"/v1/jobs/{other}/cancel", {}, key=shop.secret)).status_code == 200
    shop.origin.painter.gate.set()


def requests(*prompts: str) -> list[dict[str, Any]]:
    return [{"endpoint": ENDPOINT, "body": {"prompt": prompt, "size": "64x64"}} for prompt in prompts]


async def test_a_batch(shop: Shop) -> None:
    answer = await shop.post("/v1/batches", {"label": "autumn", "requests": requests("a fox", "a dog")})
    assert answer.status_code == 202, answer.text
    batch = answer.json()
    assert (batch["label"], batch["total"], batch["failed"]) == ("autumn", 2, 0)
    assert batch["queued"] + batch["processing"] + batch["processed"] == 2
    done = await ended(shop, f"/v1/batches/{batch['id']}", "DONE")
    assert (done["processed"], done["progress"], done["estimate"]) == (2, 1, 0)
    assert [job["result_url"].split("/")[-1] for job in done["jobs"]] == ["fox_64x64.png", "dog_64x64.png"]
    assert {job["batch_id"] for job in done["jobs"]} == {batch["id"]}
    assert [one["id"] for one in (await shop.get("/v1/batches")).json()["data"]] == [batch["id"]]
    rest = await shop.get("/v1/batches", params={"after": batch["id"]})
    assert (rest.json()["data"], rest.json()["has_more"]) == ([], False)


async def test_a_batch_is_taken_whole_or_not_at_all(shop: Shop) -> None:
    bad = await shop.post("/v1/batches", {"requests": requests("a fox", "")})
    assert error_of(bad) == (400, "missing_prompt", "missing_prompt", "requests[1].body.prompt")
    small = [*requests("a fox"), {"endpoint": ENDPOINT, "body": {"prompt": "a fox", "size": "8x8"}}]
    assert error_of(await shop.post("/v1/batches", {"requests": small})) == (
        400, "invalid_request_error", "invalid_value", "requests[1].body.size",
    )  # fmt: skip
    heard = [{"endpoint": ENDPOINT, "body": {"prompt": "a fox", "stream": True}}]
    assert error_of(await shop.post("/v1/batches", {"requests": heard})) == (
        400, "invalid_request_error", "invalid_value", "requests[0].body.stream",
    )  # fmt: skip
    many = await shop.post("/v1/batches", {"requests": requests(*["a fox"] * 257)})
    assert error_of(many) == (400, "too_large", "too_large", "requests")
    none = await shop.post("/v1/batches", {"requests": []})
    assert error_of(none) == (400, "invalid_request_error", "invalid_value", "requests")
    other = await shop.post("/v1/batches", {"requests": [{"endpoint": "/v1/chat", "body": {}}]})
    assert error_of(other) == (400, "invalid_request_error", "invalid_value", "requests[0].endpoint")
    assert (await shop.get("/v1/batches")).json()["data"] == []
    assert (await shop.get("/v1/jobs")).json()["data"] == []
    assert not shop.origin.painter.paints


@pytest.mark.parametrize("path", ["/v1/jobs", "/v1/jobs/{job}", "/v1/batches", "/v1/batches/x", "/v1/models"])
async def test_a_project_that_the_key_does_not_open_is_refused_everywhere(shop: Shop, path: str) -> None:
    refused = await shop.get(path, headers={"openai-project": "nope"})
    assert error_of(refused)[:3] == (401, "invalid_request_error", "mismatched_project")


async def test_jobs_and_batches_are_of_the_project_that_is_named(shop: Shop) -> None:
    await shop.origin.parts.catalog.projects.create(shop.account, "zoo", ProjectSettings())
    job = await submitted(shop)
    await shop.post("/v1/batches", {"requests": requests("a fox")})

    async def listed(path: str, project: str) -> int:
        answer = await shop.get(path, headers={"openai-project": project})
        return len(answer.json()["data"])

    assert [await listed("/v1/jobs", name) for name in ("acme", "zoo", "proj_nobody_knows", "")] == [
        2,
        0,
        2,
        2,
    ]
    assert [await listed("/v1/batches", name) for name in ("acme", "zoo")] == [1, 0]
    path = f"/v1/jobs/{job['id']}"
    assert (await shop.get(path, headers={"openai-project": "zoo"})).status_code == 404
    assert (await shop.get(path, headers={"openai-project": "acme"})).status_code == 200


async def test_a_batch_is_cancelled(shop: Shop) -> None:
    shop.origin.painter.gate.clear()
    batch = (await shop.post("/v1/batches", {"requests": requests("a fox", "a dog")})).json()
    answer = await shop.post(f"/v1/batches/{batch['id']}/cancel", {})
    assert (answer.json()["status"], answer.json()["canceled"]) == ("DONE", 2)
    shop.origin.painter.gate.set()
