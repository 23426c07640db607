"""What ImageAPI tells of itself and of plans, its tools for prompts, who may ask, and from where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imgorigin.catalog.keys import KeyScope
from imgorigin.prompting import composer
from imgorigin.web.dialects import imageapi
from tests.web.imageapi.site import Site, open_site

FOX = {"prompt": "a red fox"}
KEYED = [one.operation for one in imageapi.CALLS if one.scope]
OPEN = [one.operation for one in imageapi.CALLS if not one.scope]
PLANS = {"free": {"requests_per_day": 2, "requests_per_month": 1500, "requests_per_minute": 0}}


async def test_models_are_told_to_everyone_the_default_one_first(site: Site) -> None:
    told = (await site.get("/api/v1/models", key="")).json()
    assert told["success"] is True
    assert told["data"]["models"] == [{"slug": "fake", "name": "fake", "description": "", "default": True}]


async def test_a_model_has_its_name_and_description(tmp_path: Path) -> None:
    card = (
        '[fake]\nname = "The Fake"\ndescription = "Flat colours."\nsource = "x/y"\nfamily = "FluxPipeline"\n'
    )
    (tmp_path / "models.toml").write_text(card)
    async with open_site(tmp_path) as site:
        (model,) = (await site.get("/api/v1/models", key="")).json()["data"]["models"]
        assert (model["name"], model["description"]) == ("The Fake", "Flat colours.")


async def test_health_is_told_to_everyone(site: Site) -> None:
    told = (await site.get("/api/v1/health", key="")).json()
    assert (told["success"], told["status"]) == (True, "healthy")
    assert told["components"] == {"painter": "ok", "disk": "ok", "leases": "ok", "catalog": "ok"}


async def test_usage_is_counted_by_the_day_and_the_month(tmp_path: Path) -> None:
    async with open_site(tmp_path, plans=PLANS, plan="free") as site:
        await site.post("/api/v1/generate", FOX)
        for refused in ({"width": 1}, {"model": "none"}):
            assert (await site.post("/api/v1/generate", FOX | refused)).status_code == 400
        told = (await site.get("/api/v1/usage")).json()
        counts = {"requestCount": 1, "imageCount": 1}
        assert told["data"] == {
            "usage": {"today": counts, "this_month": counts},
            "plan": {
                "name": "Free", "slug": "free", "requests_per_month": 1500, "requests_per_day": 2,
                "remaining_today": 1, "remaining_month": 1499,
            },
        }  # fmt: skip
        await site.post("/api/v1/prompt/enhance", FOX)
        answer = await site.post("/api/v1/generate", FOX)
        refused = answer.json()
        assert (answer.status_code, refused["code"]) == (429, "too_many_requests")
        assert refused["error"] == "The plan Free allows 2 requests a day. None is left."
        assert answer.headers["retry-after"] == str(refused["retry_after"])
        assert (await site.get("/api/v1/usage")).json()["data"]["plan"]["remaining_today"] == 0


async def test_a_plan_without_bounds_has_none_to_tell(site: Site) -> None:
    plan = (await site.get("/api/v1/usage")).json()["data"]["plan"]
    assert plan == {
        "name": "Unlimited", "slug": "unlimited", "requests_per_month": None, "requests_per_day": None,
        "remaining_today": None, "remaining_month": None,
    }  # fmt: skip


async def test_a_minute_has_so_many_requests(tmp_path: Path) -> None:
    async with open_site(tmp_path, plans={"free": {"requests_per_minute": 1}}, plan="free") as site:
        good = await site.get("/api/v1/usage")
        assert (good.headers["x-ratelimit-limit"], good.headers["x-ratelimit-remaining"]) == ("1", "0")
        answer = await site.get("/api/v1/usage")
        told = answer.json()
        assert (answer.status_code, told["success"]) == (429, False)
        assert answer.headers["retry-after"] == str(told["retry_after"])
        assert "x-ratelimit-reset" in answer.headers


@pytest.mark.parametrize("operation", KEYED, ids=lambda one: one.id)
async def test_a_key_is_needed(site: Site, operation: Any) -> None:
    for key in ("", "imgorigin_wrong"):
        answer = await site.ask(operation.method.upper(), operation.path, key=key, json=FOX)
        told = answer.json()
        assert (answer.status_code, told["success"], told["code"]) == (401, False, "unauthorized")
        assert told["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize(("scope", "status"), [("read", 403), ("paint", 200), ("manage", 200)])
async def test_the_key_must_be_one_that_paints(site: Site, scope: KeyScope, status: int) -> None:
    _, key = await site.origin.parts.catalog.keys.create(site.account, "x", scope)
    assert (await site.post("/api/v1/generate", FOX, key=key)).status_code == status
    by_header = await site.post("/api/v1/generate", FOX, key="", headers={"x-api-key": key})
    assert by_header.status_code == status


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"[1]", {"content-type": "application/json"}, 400, "invalid_request"),
        (b"{", {"content-type": "application/json"}, 400, "invalid_request"),
        (b"prompt=x", {"content-type": "application/x-www-form-urlencoded"}, 415, "unsupported_type"),
        (b'{"prompt": "' + b"x" * 1_000_000 + b'"}', {"content-type": "application/json"}, 413, "too_large"),
    ],
)
async def test_bodies_that_are_none(
    site: Site, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    answer = await site.ask("POST", "/api/v1/generate", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/v1", 404), ("GET", "/api/v1/nothing", 404), ("PUT", "/api/v1/generate", 405)],
)
async def test_what_is_no_call(site: Site, method: str, path: str, status: int) -> None:
    answer = await site.ask(method, path)
    told = answer.json()
    assert (answer.status_code, told["success"]) == (status, False)
    assert told["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        ({"prompt": "robot reading a book"}, composer.enhance("robot reading a book").prompt),
        (
            {"prompt": "robot reading a book", "tone": "anime, cozy"},
            composer.enhance("robot reading a book", "anime, cozy").prompt,
        ),
    ],
)
async def test_a_prompt_is_enhanced(site: Site, body: dict[str, str], prompt: str) -> None:
    told = (await site.post("/api/v1/prompt/enhance", body)).json()
    assert (told["success"], told["data"]) == (True, {"prompt": prompt})
    again = await site.post("/api/v1/prompt/enhance", {**body, "prompt": prompt})
    assert again.json()["data"] == {"prompt": prompt}


async def test_what_is_left_out_of_a_prompt_is_told(site: Site) -> None:
    fields = {"subject": "a beach", "setting": "at night", "lighting": "midday sun"}
    told = (await site.post("/api/v1/prompt/build", fields)).json()["data"]
    assert told == {"prompt": "a beach at night", "ignored": ["lighting: midday sun"]}


async def test_a_prompt_is_built(site: Site) -> None:
    body = {"subject": "fox in a scarf", "setting": "snowy forest", "mood": "cozy", "art_style": "watercolor"}
    told = (await site.post("/api/v1/prompt/build", body)).json()
    assert told["data"] == {"prompt": "fox in a scarf, snowy forest, cozy mood, watercolor painting"}


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("enhance", {}, "prompt must be text of 1 to 2000 characters"),
        ("enhance", {"prompt": "x", "tone": "y" * 501}, "tone must be text of at most 500 characters"),
        (
            "build",
            {"subject": " ", "style": "x"},
            "body must be an object with at least one of subject, setting, mood, art_style, lighting, "
            "camera, extras",
        ),
        ("build", {"camera": 7}, "camera must be text of at most 500 characters"),
    ],
)
async def test_tools_refuse_what_is_none(site: Site, path: str, body: dict[str, Any], error: str) -> None:
    answer = await site.post(f"/api/v1/prompt/{path}", body)
    assert (answer.status_code, answer.json()["error"]) == (400, error)


PREFLIGHT = {
    "origin": "https://shop.example.com",
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization, content-type",
}


async def test_every_sites_scripts_may_send_a_key(site: Site) -> None:
    asked = await site.ask("OPTIONS", "/api/v1/generate", key="", headers=PREFLIGHT)
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "Authorization" in asked.headers["access-control-allow-headers"]
    assert "POST" in asked.headers["access-control-allow-methods"]
    assert int(asked.headers["access-control-max-age"]) >= 3600
    answer = await site.post("/api/v1/generate", {}, headers={"origin": "https://shop.example.com"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (400, "*")


@pytest.mark.parametrize(
    ("origin", "is_welcome"),
    [
        ("https://shop.example.com", True),
        ("https://a.example.org", True),
        ("https://shop.example.com.evil.test", False),
        ("null", False),
    ],
)
async def test_sites_may_be_listed(tmp_path: Path, origin: str, *, is_welcome: bool) -> None:
    async with open_site(tmp_path, cors_origins="https://shop.example.com, *.example.org") as site:
        asked = await site.ask("OPTIONS", "/api/v1/generate", key="", headers={**PREFLIGHT, "origin": origin})
        answer = await site.post("/api/v1/generate", {}, headers={"origin": origin})
        for one in (asked, answer):
            assert one.headers.get("access-control-allow-origin") == (origin if is_welcome else None)
            assert ("access-control-max-age" in asked.headers) is is_welcome
            assert one.headers["vary"] == "Origin"
        elsewhere = await site.get("/content/images", headers={"origin": origin})
        assert elsewhere.headers["access-control-allow-origin"] == "*"


async def test_the_document_describes_every_call(site: Site) -> None:
    paths = (await site.get("/openapi.json", key="")).json()["paths"]
    for operation in imageapi.OPERATIONS:
        told = paths[operation.path][operation.method]
        assert told["operationId"] == operation.id
        assert bool(told["security"]) is (operation in KEYED)
    assert {one.path for one in OPEN} == {"/api/v1/models", "/api/v1/health"}
