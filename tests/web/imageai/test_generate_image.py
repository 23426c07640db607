"""The Image AI API, call by call."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pyvips
from standardwebhooks import Webhook

from imgorigin.catalog.records import Bound
from imgorigin.errors import PaintFailed, TooManyRequests
from imgorigin.web.dialects import imageai
from tests.web.imageapi.site import Site, open_site

PATH = "/api/generate-image"
LAKE = {"prompt": "A serene mountain lake at sunset"}
FIELDS = {"id", "url", "width", "height", "created_at", "prompt", "seed", "ignored"}
STYLED = {
    "photorealistic": "photorealistic photograph",
    "painting": "oil painting, visible brushstrokes, rich colours",
    "cartoon": "cartoon illustration, bold outlines, flat bright colours",
    "sketch": "pencil sketch, hand-drawn lines, shaded by hatching",
    "abstract": "abstract art, bold shapes, expressive colours",
}


async def made(site: Site, **fields: Any) -> dict[str, Any]:
    answer = await site.post(PATH, {**LAKE, **fields})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def ended(site: Site, queued: dict[str, Any]) -> dict[str, Any]:
    """What the status URL tells once it has."""
    while (told := (await site.get(queued["status_url"])).json())["status"] in ("queued", "processing"):
        await asyncio.sleep(0.05)
    state: dict[str, Any] = told
    return state


async def test_a_picture_is_told_with_its_url_and_seed(site: Site) -> None:
    told = await made(site, width=512, height=768)
    assert set(told) == FIELDS
    assert told["id"].startswith("img_")
    assert told["prompt"] == LAKE["prompt"]
    assert datetime.strptime(told["created_at"], "%Y-%m-%dT%H:%M:%SZ").year >= 2024
    image = await site.origin.client.get(told["url"])
    shown = pyvips.Image.new_from_buffer(image.content, "")
    assert (shown.width, shown.height) == (told["width"], told["height"]) == (512, 768)
    assert await made(site, width=512, height=768, seed=told["seed"]) == told
    assert sum(site.origin.painter.paints.values()) == 1
    again = (await site.get(f"{PATH}/{told['id']}")).json()
    assert (again["status"], again["url"], again["seed"]) == ("completed", told["url"], told["seed"])
    assert again["prompt"] == LAKE["prompt"]
    larger = await made(site, width=1024, height=1536)
    assert larger["id"] != told["id"]
    again = (await site.get(f"{PATH}/{larger['id']}")).json()
    assert (again["url"], again["width"], again["height"]) == (larger["url"], 1024, 1536)


async def test_a_picture_has_1024_pixels_a_side_unless_told(site: Site) -> None:
    told = await made(site, width=None)
    assert (told["width"], told["height"]) == (1024, 1024)


@pytest.mark.parametrize("style", STYLED)
async def test_a_style_is_painted(site: Site, style: str) -> None:
    told = await made(site, style=style)
    assert list(site.origin.painter.paints) == [f"{LAKE['prompt']}, {STYLED[style]}"]
    assert told["prompt"] == LAKE["prompt"]


async def test_without_a_style_words_that_name_another_hold(site: Site) -> None:
    await made(site)
    await made(site, prompt="Watercolor of a lake")
    assert list(site.origin.painter.paints) == [
        f"{LAKE['prompt']}, {STYLED['photorealistic']}", "Watercolor of a lake"
    ]  # fmt: skip


async def test_styles_may_be_added(tmp_path: Path) -> None:
    file = tmp_path / "templates.toml"
    file.write_text('[line-art]\nprompt = "{prompt}, line art"\n')
    async with open_site(tmp_path, templates=str(file)) as site:
        await made(site, style="line-art")
        assert list(site.origin.painter.paints) == [f"{LAKE['prompt']}, line art"]
        answer = await site.post(PATH, {**LAKE, "style": "product"})
        assert answer.json()["error"]["message"].endswith("cartoon, sketch, abstract, or line-art")


async def test_several_have_seeds_of_their_own(site: Site) -> None:
    told = await made(site, n=3, seed=42)
    assert set(told) == {"images", "created_at"}
    images = told["images"]
    assert all(set(image) == FIELDS for image in images)
    assert images[0]["seed"] == 42
    assert len({image["seed"] for image in images}) == len({image["url"] for image in images}) == 3
    assert [image["url"] for image in (await made(site, n=3, seed=42))["images"]] == [
        image["url"] for image in images
    ]
    assert (await made(site, seed=images[2]["seed"]))["url"] == images[2]["url"]


ONE_OF = "must be one of 512, 768, 1024, 1536, or 1920"


@pytest.mark.parametrize(
    ("param", "value", "message"),
    [
        ("prompt", None, "prompt must be text of 1 to 1000 characters"),
        ("prompt", " ", "prompt must be text of 1 to 1000 characters"),
        ("prompt", "x" * 1001, "prompt must be text of 1 to 1000 characters"),
        ("style", "cubist", "style must be one of photorealistic, painting, cartoon, sketch, or abstract"),
        ("width", 513, f"width {ONE_OF}"),
        ("width", "1024", f"width {ONE_OF}"),
        ("height", 2048, f"height {ONE_OF}"),
        ("height", 0, f"height {ONE_OF}"),
        ("seed", -1, "seed must be a whole number from 0 to 2147483647"),
        ("seed", 2147483648, "seed must be a whole number from 0 to 2147483647"),
        ("guidance_scale", 0.9, "guidance_scale must be a number from 1.0 to 20.0"),
        ("guidance_scale", 20.1, "guidance_scale must be a number from 1.0 to 20.0"),
        ("n", 0, "n must be a whole number from 1 to 10"),
        ("seed", "42", "seed must be a whole number from 0 to 2147483647"),
        ("guidance_scale", True, "guidance_scale must be a number from 1.0 to 20.0"),
        ("n", True, "n must be a whole number from 1 to 10"),
        ("n", 11, "n must be a whole number from 1 to 10"),
        ("async", "perhaps", "async must be true or false"),
        ("negative_prompt", 5, "negative_prompt must be text of at most 2000 characters"),
    ],
)
async def test_what_is_out_of_range_is_refused(site: Site, param: str, value: Any, message: str) -> None:
    answer = await site.post(PATH, {**LAKE, param: value})
    assert answer.status_code == 400
    assert answer.json() == {
        "error": {
            "message": f"Invalid parameter: {message}",
            "type": "invalid_parameter",
            "param": param,
            "code": "parameter_invalid",
        }
    }
    assert not site.origin.painter.paints


async def test_the_ends_of_ranges_are_good_and_unknown_fields_passed_over(site: Site) -> None:
    ends = {"prompt": "x" * 1000, "width": 1920, "height": 512, "seed": 2147483647, "negative_prompt": "blur"}
    assert (await made(site, **ends, guidance_scale=20.0, quality="hd"))["width"] == 1920
    told = await made(site, seed=0, guidance_scale=1)
    assert (told["seed"], told["ignored"]) == (0, ["guidance_scale"])


async def test_prohibited_content_is_forbidden(tmp_path: Path) -> None:
    (tmp_path / "blocked.txt").write_text("lake\n")
    async with open_site(tmp_path, blocklist=str(tmp_path / "blocked.txt")) as site:
        for more in ({}, {"async": True}):
            answer = await site.post(PATH, {**LAKE, **more})
            error = answer.json()["error"]
            assert (answer.status_code, error["type"], error["code"]) == (
                403, "content_policy", "content_prohibited"
            )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "status", "kind"),
    [("", 401, "authentication_error"), ("imgorigin_wrong", 401, "authentication_error")],
)
async def test_a_key_is_needed(site: Site, key: str, status: int, kind: str) -> None:
    for operation in imageai.OPERATIONS:
        path = operation.path.replace("{id}", "img_1")
        answer = await site.ask(operation.method.upper(), path, key=key, json=LAKE)
        error = answer.json()["error"]
        assert (answer.status_code, error["type"], error["code"]) == (status, kind, "invalid_api_key")


async def test_limits_are_told_on_every_answer(tmp_path: Path) -> None:
    plans = {"starter": {"requests_per_minute": 2}}
    async with open_site(tmp_path, plans=plans, plan="starter") as site:
        good, bad = await site.post(PATH, LAKE), await site.post(PATH, {})
        late = await site.post(PATH, LAKE)
        assert [one.status_code for one in (good, bad, late)] == [200, 400, 429]
        assert [one.headers["x-ratelimit-remaining"] for one in (good, bad, late)] == ["1", "0", "0"]
        assert {one.headers["x-ratelimit-limit"] for one in (good, bad, late)} == {"2"}
        assert int(late.headers["retry-after"]) > 0
        assert late.json()["error"]["code"] == "rate_limit_exceeded"


async def test_a_month_has_so_many_images(tmp_path: Path) -> None:
    async with open_site(tmp_path, plans={"starter": {"images_per_month": 2}}, plan="starter") as site:
        answer = await site.post(PATH, {**LAKE, "n": 3})
        assert (answer.status_code, answer.json()["error"]["type"]) == (429, "rate_limit")


async def test_what_is_no_call(site: Site) -> None:
    for method, path, status in (
        ("PUT", PATH, 405),
        ("GET", f"{PATH}/a/b", 404),
        ("GET", f"{PATH}/img_x", 404),
    ):
        answer = await site.ask(method, path)
        assert (answer.status_code, set(answer.json())) == (status, {"error"})


@pytest.mark.parametrize("n", [1, 2])
async def test_a_job_is_polled(site: Site, n: int) -> None:
    site.origin.painter.gate.clear()
    answer = await site.post(PATH, {**LAKE, "async": True, "n": n})
    queued = answer.json()
    assert answer.status_code == 202
    assert queued == {
        "id": queued["id"], "status": "queued", "status_url": f"http://origin{PATH}/{queued['id']}"
    }  # fmt: skip
    assert queued["id"].startswith("img_")
    assert (await site.get(queued["status_url"])).json()["status"] in ("queued", "processing")
    site.origin.painter.gate.set()
    done = await ended(site, queued)
    assert (done["id"], done["status"], done["progress"]) == (queued["id"], "completed", 1)
    atonce = await made(site, n=n)
    if n == 1:
        assert done["url"] == atonce["url"]
    else:
        assert done["images"] == atonce["images"]
    assert sum(site.origin.painter.paints.values()) == n


async def test_several_are_painted_or_none(site: Site) -> None:
    await site.settings(paints_per_month=2)
    refused = await site.post(PATH, {**LAKE, "n": 3})
    assert refused.status_code == 429
    assert "has fewer than 3 left" in refused.text
    assert not site.origin.painter.paints
    assert (await site.post(PATH, {**LAKE, "n": 2})).status_code == 200
    assert (await site.post(PATH, {**LAKE, "n": 2})).status_code == 200  # which are there


async def test_what_was_painted_of_several_is_told_though_a_budget_ended(site: Site) -> None:
    site.origin.painter.failures.append(TooManyRequests("It is used up.", retry_after=9))
    refused = await site.post(PATH, {**LAKE, "n": 2})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "9")
    message = refused.json()["error"]["message"]
    assert message.startswith("It is used up. 1 of 2 were painted: http")
    there = await site.origin.get(message.split(": ")[1])
    assert (there.status_code, sum(site.origin.painter.paints.values())) == (200, 2)


async def test_the_same_job_is_told_for_the_same_key_of_idempotency(site: Site) -> None:
    headers = {"idempotency-key": "one"}
    first = (await site.post(PATH, {**LAKE, "async": True}, headers=headers)).json()
    assert (await site.post(PATH, {**LAKE, "async": True}, headers=headers)).json()["id"] == first["id"]
    assert (await site.post(PATH, {**LAKE, "async": True})).json()["id"] != first["id"]


async def test_a_job_that_failed_tells_why(site: Site) -> None:
    site.origin.painter.failures.append(PaintFailed("The painter refused it."))
    done = await ended(site, (await site.post(PATH, {**LAKE, "async": True})).json())
    assert (done["status"], done["error"]) == (
        "failed",
        {
            "message": "The painter refused it.", "type": "server_error", "param": None,
            "code": "generation_failed",
        },
    )  # fmt: skip


async def test_a_job_of_another_account_is_none(site: Site) -> None:
    queued = (await site.post(PATH, {**LAKE, "async": True})).json()
    rows = site.origin.parts.catalog
    other = await rows.accounts.ensure("other")
    _, secret = await rows.keys.create(other.id, "x", "paint")
    assert (await site.get(f"{PATH}/{queued['id']}", key=secret)).status_code == 404


@pytest.fixture
async def listener() -> AsyncIterator[tuple[str, asyncio.Queue[tuple[dict[str, str], bytes]]]]:
    """The URL of a server on the loopback, and what it was POSTed."""
    posted: asyncio.Queue[tuple[dict[str, str], bytes]] = asyncio.Queue()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        posted.put_nowait((headers, await reader.readexactly(int(headers["content-length"]))))
        writer.write(b"HTTP/1.1 204 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook", posted


async def test_the_webhook_is_told_what_polling_tells_and_signed(
    tmp_path: Path, listener: tuple[str, asyncio.Queue[tuple[dict[str, str], bytes]]]
) -> None:
    url, posted = listener
    async with open_site(tmp_path, webhook_networks="127.0.0.0/8") as site:
        queued = (await site.post(PATH, {**LAKE, "webhook_url": url})).json()
        async with asyncio.timeout(60):
            headers, body = await posted.get()
        secret = await site.origin.parts.catalog.keys.webhook_secret(site.key.id)
        Webhook(secret).verify(body, headers)
        assert json.loads(body) == await ended(site, queued)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/hook", "http://10.0.0.1/", "ftp://example.com/", "x"])
async def test_webhooks_to_where_nobody_outside_is_are_refused(site: Site, url: str) -> None:
    answer = await site.post(PATH, {**LAKE, "webhook_url": url})
    error = answer.json()["error"]
    assert (answer.status_code, error["type"], error["param"]) == (400, "invalid_parameter", "webhook_url")


async def test_the_document_describes_every_call(site: Site) -> None:
    paths = (await site.get("/openapi.json", key="")).json()["paths"]
    for operation in imageai.OPERATIONS:
        assert paths[operation.path][operation.method]["operationId"] == operation.id


async def days_kept(site: Site) -> int | None:
    told = await made(site, width=512, height=512)
    rows = site.origin.parts.catalog
    slug = told["url"].rsplit("/", 1)[1].partition("_")[0]
    bound = await rows.assets.find("acme", slug)
    assert isinstance(bound, Bound)
    asset = bound.asset
    return round((asset.expires - asset.created) / timedelta(days=1)) if asset.expires else None


@pytest.mark.parametrize(
    ("settings", "days"),
    [
        ({}, 30),
        ({"retention": {"openai": 5}}, 30),
        ({"retention": {"imageai": 7}}, 7),
        ({"retention": {"imageai": 0}}, None),
        ({"plans": {"starter": {"retention_days": 3}}, "plan": "starter"}, 3),
    ],
)
async def test_pictures_are_kept_for_a_time(
    tmp_path: Path, settings: dict[str, Any], days: int | None
) -> None:
    async with open_site(tmp_path, **settings) as site:
        assert await days_kept(site) == days
