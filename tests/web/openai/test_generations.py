"""POST /v1/images/generations, as the contract has it."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from imgorigin import masters
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.errors import ContentRefused, PainterUnavailable, PaintFailed, TooManyRequests
from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.recipe import Abilities
from imgorigin.web.dialects.several import telling
from tests.web.inliner.shop import Shop, open_shop
from tests.web.openai.server import GENERATIONS, error_of, events, generate, picture


async def test_a_prompt_is_a_picture_at_a_url_that_stays(shop: Shop) -> None:
    answer = await generate(shop, "a red fox", size="640x480")
    assert answer.status_code == 200
    told = answer.json()
    (one,) = told["data"]
    assert one["url"] == "http://origin/acme/red-fox_640x480.png"
    assert one["revised_prompt"] == "a red fox"
    assert "b64_json" not in one
    assert (told["size"], told["output_format"], told["background"]) == ("640x480", "png", "opaque")
    file = await shop.origin.get("/acme/red-fox_640x480.png")
    assert file.status_code == 200
    assert "; hit" in file.headers["cache-status"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-ratelimit-limit"]


async def test_base64_is_the_very_file_at_the_url(shop: Shop) -> None:
    (one,) = (await generate(shop, size="64x48", response_format="b64_json")).json()["data"]
    assert base64.b64decode(one["b64_json"]) == (await shop.origin.get(one["url"])).content


@pytest.mark.parametrize(("form", "kind"), [("png", "png"), ("jpeg", "jpg"), ("webp", "webp")])
async def test_formats(shop: Shop, form: str, kind: str) -> None:
    (one,) = (await generate(shop, size="64x48", output_format=form)).json()["data"]
    assert one["url"].endswith(f"_64x48.{kind}")


async def test_compression_presses_base64_and_leaves_the_url_as_it_is(shop: Shop) -> None:
    async def pressed(**fields: Any) -> bytes:
        (one,) = (await generate(shop, **asked, **fields)).json()["data"]
        return base64.b64decode(one["b64_json"])

    asked = {"size": "256x256", "output_format": "jpeg", "response_format": "b64_json"}
    usual = await pressed()
    hard, soft = await pressed(output_compression=0), await pressed(output_compression=100)
    assert len({usual, hard, soft}) == 3
    assert all(b"adobe:ns:meta" in data or b"xmpmeta" in data for data in (hard, soft))
    assert (await shop.origin.get("/acme/red-fox_256x256.jpg")).content == usual
    assert shop.origin.painter.paints["a red fox"] == 1


async def test_several_pictures_have_seeds_that_follow_from_the_first(shop: Shop) -> None:
    first = (await generate(shop, n=4, size="64x64")).json()["data"]
    assert len({one["seed"] for one in first}) == len({one["url"] for one in first}) == 4
    again = (await generate(shop, n=4, size="64x64")).json()["data"]
    assert again == first
    (third,) = (await generate(shop, seed=first[2]["seed"], size="64x64")).json()["data"]
    assert third["url"] == first[2]["url"]
    assert shop.origin.painter.paints["a red fox"] == 4


async def test_a_seed_is_heeded_and_told(shop: Shop) -> None:
    (one,) = (await generate(shop, seed=41)).json()["data"]
    (other,) = (await generate(shop, seed=42)).json()["data"]
    assert (one["seed"], other["seed"]) == (41, 42)
    assert one["url"] != other["url"]


async def test_a_subject_alone(shop: Shop) -> None:
    told = (await generate(shop, background="transparent")).json()
    assert told["background"] == "transparent"
    refused = await generate(shop, background="transparent", output_format="jpeg")
    assert error_of(refused) == (400, "invalid_request_error", "invalid_value", "output_format")
    assert refused.json()["error"]["message"].endswith("Allowed: png, webp.")


async def test_what_changes_nothing_is_told(shop: Shop) -> None:
    answer = await generate(
        shop, quality="hd", style="vivid", user="u1", moderation="low", n=1, frames=3, negative_prompt="rain"
    )
    assert answer.json()["ignored"] == ["frames", "moderation", "negative_prompt", "quality", "style", "user"]
    plain = await generate(shop, quality="auto", moderation="auto", user=None, size=None)
    assert plain.json()["ignored"] == []
    unpressed = await generate(shop, output_format="webp", output_compression=50, partial_images=2)
    assert unpressed.json()["ignored"] == ["output_compression", "partial_images"]


@pytest.mark.parametrize(
    ("fields", "steps", "ignored"),
    [
        ({}, 8, []),
        ({"quality": "low"}, 4, []),
        ({"quality": "medium"}, 8, []),
        ({"quality": "standard"}, 8, []),
        ({"quality": "high"}, 10, []),
        ({"quality": "hd"}, 10, []),
        ({"quality": "low", "steps": 6}, 6, ["quality"]),
    ],
    ids=str,
)
async def test_quality_is_steps_of_a_model_that_takes_them(
    tmp_path: Path, fields: dict[str, Any], steps: int, ignored: list[str]
) -> None:
    photo = replace(
        MODEL, name="photo", trained=True, steps=8, steps_range=(2, 10), abilities=Abilities(steps=True)
    )
    async with open_shop(tmp_path, FakePainter(photo)) as shop:
        told = (await generate(shop, model="photo", **fields)).json()
        slug = told["data"][0]["url"].removeprefix("http://origin/acme/").partition("_")[0]
        (recipe,) = await shop.origin.parts.catalog.versions.recipes("acme", slug)
    assert (recipe.steps, told["ignored"]) == (steps, ignored)


async def test_names_that_servers_of_open_models_use(shop: Shop) -> None:
    answer = await generate(shop, num_inference_steps=4, guidance_scale=3.5)
    assert answer.json()["ignored"] == ["guidance", "steps"]


async def test_usage_is_counted_by_size_and_quality(shop: Shop) -> None:
    told = (await generate(shop, "eight characters, twice.", size="1024x1536", quality="low")).json()
    assert told["usage"] == {
        "input_tokens": 6,
        "input_tokens_details": {"image_tokens": 0, "text_tokens": 6},
        "output_tokens": 408,
        "output_tokens_details": {"image_tokens": 408, "text_tokens": 0},
        "total_tokens": 414,
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"prompt": ""}, (400, "missing_prompt", "missing_prompt", "prompt")),
        ({"prompt": None}, (400, "missing_prompt", "missing_prompt", "prompt")),
        ({"prompt": " \n"}, (400, "missing_prompt", "missing_prompt", "prompt")),
        ({"prompt": "x" * 32_001}, (413, "request_too_large", "request_too_large", None)),
        ({"prompt": 7}, (400, "invalid_request_error", "invalid_value", "prompt")),
        ({"n": 0}, (400, "invalid_request_error", "invalid_value", "n")),
        ({"n": 11}, (400, "invalid_request_error", "invalid_value", "n")),
        ({"n": "2"}, (400, "invalid_request_error", "invalid_value", "n")),
        ({"n": True}, (400, "invalid_request_error", "invalid_value", "n")),
        ({"async": "yes"}, (400, "invalid_request_error", "invalid_value", "async")),
        ({"steps": 0}, (400, "invalid_request_error", "invalid_value", "steps")),
        ({"guidance": -1}, (400, "invalid_request_error", "invalid_value", "guidance")),
        ({"style": "baroque"}, (400, "invalid_request_error", "invalid_value", "style")),
        ({"background": "red"}, (400, "invalid_request_error", "invalid_value", "background")),
        ({"moderation": "none"}, (400, "invalid_request_error", "invalid_value", "moderation")),
        ({"size": "large"}, (400, "invalid_request_error", "invalid_value", "size")),
        ({"size": "8x8"}, (400, "invalid_request_error", "invalid_value", "size")),
        ({"size": "99999x99999"}, (400, "invalid_request_error", "invalid_value", "size")),
        ({"response_format": "gif"}, (400, "invalid_request_error", "invalid_value", "response_format")),
        ({"quality": "best"}, (400, "invalid_request_error", "invalid_value", "quality")),
        ({"output_format": "bmp"}, (400, "invalid_request_error", "invalid_value", "output_format")),
        ({"output_compression": 101}, (400, "invalid_request_error", "invalid_value", "output_compression")),
        ({"partial_images": 4}, (400, "invalid_request_error", "invalid_value", "partial_images")),
        ({"seed": -1}, (400, "invalid_request_error", "invalid_value", "seed")),
        ({"model": "dall-e-3"}, (404, "no_provider", "no_provider", "model")),
    ],
    ids=lambda value: str(value)[:40],
)
async def test_refusals(shop: Shop, fields: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert error_of(await generate(shop, **fields)) == expected
    assert not shop.origin.painter.paints


async def test_bodies_that_are_none(shop: Shop) -> None:
    json = {"content-type": "application/json"}
    broken = await shop.ask("POST", GENERATIONS, content=b"{", headers=json)
    assert error_of(broken)[:3] == (400, "invalid_request_error", "invalid_value")
    listed = await shop.ask("POST", GENERATIONS, content=b"[1]", headers=json)
    assert error_of(listed)[:3] == (400, "invalid_request_error", "invalid_value")
    large = await shop.ask("POST", GENERATIONS, content=b" " * 1_000_001, headers=json)
    assert error_of(large)[:3] == (413, "request_too_large", "request_too_large")
    form = await shop.ask("POST", GENERATIONS, data={"prompt": "a fox"})
    assert error_of(form)[:3] == (415, "unsupported_media_type", "unsupported_media_type")


async def test_keys(shop: Shop) -> None:
    bad = await shop.ask("POST", GENERATIONS, json={"prompt": "a fox"}, key="imgorigin_wrong")
    assert error_of(bad) == (401, "invalid_request_error", "invalid_api_key", None)
    none = await shop.origin.client.post(GENERATIONS, json={"prompt": "a fox"})
    assert error_of(none)[:3] == (401, "invalid_request_error", "invalid_api_key")
    reader = await shop.post(GENERATIONS, {"prompt": "a fox"}, key=await shop.key("read"))
    assert error_of(reader)[:3] == (403, "invalid_request_error", "forbidden")


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (PaintFailed("It broke."), (502, "upstream_error", "upstream_error")),
        (ContentRefused("Not that."), (400, "image_generation_user_error", "moderation_blocked")),
    ],
)
async def test_failures_of_the_painter(shop: Shop, failure: Exception, expected: tuple[Any, ...]) -> None:
    shop.origin.painter.failures.append(failure)
    assert error_of(await generate(shop))[:3] == expected


async def test_a_painter_that_is_gone(shop: Shop) -> None:
    shop.origin.painter.failures += [PainterUnavailable("It died.")] * 3
    answer = await generate(shop)
    assert error_of(answer)[:3] == (502, "upstream_error", "upstream_error")
    assert answer.headers["retry-after"]


async def test_what_takes_longer_than_a_client_is_held(tmp_path: Path) -> None:
    async with open_shop(tmp_path, wait=0.05) as shop:
        shop.origin.painter.gate.clear()
        late = await generate(shop)
        assert error_of(late)[:3] == (503, "server_error", "still_painting")
        assert late.headers["retry-after"]
        shop.origin.painter.gate.set()
        async with asyncio.timeout(10):
            while (await generate(shop)).status_code != 200:
                await asyncio.sleep(0)
        assert shop.origin.painter.paints["a red fox"] == 1


async def test_a_project_by_header(shop: Shop) -> None:
    parts = shop.origin.parts
    parts.projects.learn(await parts.catalog.projects.create(shop.account, "zoo", ProjectSettings()))

    async def where(named: str, key: str | None = None) -> str:
        headers = {"openai-project": named}
        answer = await shop.ask("POST", GENERATIONS, json={"prompt": "a fox"}, headers=headers, key=key)
        return str(answer.json()["data"][0]["url"]).split("/")[3]

    assert await where("zoo") == "zoo"
    assert await where("proj_nobody_knows") == "acme"
    assert await where("zoo", await shop.key("paint", "zoo")) == "zoo"


@pytest.mark.parametrize(("named", "own"), [("nope", ""), ("acme", "zoo"), ("\xe9 0", "")])
async def test_a_project_that_the_key_does_not_open_is_refused(shop: Shop, named: str, own: str) -> None:
    await shop.origin.parts.catalog.projects.create(shop.account, "zoo", ProjectSettings())
    headers = {"openai-project": named.encode()}
    answer = await shop.post(
        GENERATIONS, {"prompt": "a fox"}, headers=headers, key=await shop.key("paint", own)
    )
    assert error_of(answer) == (401, "invalid_request_error", "mismatched_project", None)
    assert "this key does not open" in answer.json()["error"]["message"]
    assert not shop.origin.painter.paints


async def test_without_storage_there_is_only_the_picture_itself(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = shop.origin.parts.catalog
    _, key = await catalog.keys.create(shop.account, "x", "paint", storage=False)
    fields = {"prompt": "a red fox", "size": "64x64", "n": 2, "response_format": "b64_json"}
    for refused in (
        await shop.post(GENERATIONS, {"prompt": "a red fox"}, key=key),
        await shop.post(GENERATIONS, {**fields, "stream": True}, key=key),
        await shop.post(GENERATIONS, {**fields, "async": True}, key=key),
        await shop.ask("POST", "/v1/images/edits", files={"image": b"x"}, data={"prompt": "x"}, key=key),
        await shop.post("/v1/generate", {"positive_prompt": "a red fox"}, key=key),
        await shop.post("/api/generate-image", {"prompt": "a red fox"}, key=key),
    ):
        assert refused.status_code == 400
        assert "No picture of this key is kept" in refused.text
    assert not shop.origin.painter.paints
    logs: list[tuple[str, Any]] = []
    monkeypatch.setattr(
        masters, "log", SimpleNamespace(info=lambda event, **told: logs.append((event, told)))
    )
    data = (await shop.post(GENERATIONS, fields, key=key)).json()["data"]
    assert [event for event, _ in logs] == ["painted", "painted"]
    assert "red fox" not in str(logs)
    assert ["url" in one for one in data] == [False, False]
    assert [picture(one["b64_json"]).width for one in data] == [64, 64]
    assert await catalog.assets.find("acme", "red-fox") is None
    again = (await shop.post(GENERATIONS, {**fields, "n": 1, "seed": data[1]["seed"]}, key=key)).json()
    assert again["data"][0]["b64_json"] == data[1]["b64_json"]


async def test_a_frozen_project_takes_nothing(shop: Shop) -> None:
    await shop.settings("acme", paint="frozen")
    assert error_of(await generate(shop))[:3] == (404, "invalid_request_error", "not_found")


async def test_a_stream_ends_with_the_whole_picture(shop: Shop) -> None:
    answer = await generate(shop, size="64x48", stream=True, partial_images=2)
    assert answer.headers["content-type"].startswith("text/event-stream")
    ((name, told),) = events(answer.text)  # a painter without previews
    assert name == told["type"] == "image_generation.completed"
    assert picture(told["b64_json"]).width == 64
    assert told["ignored"] == ["partial_images"]
    assert (told["size"], told["output_format"], told["background"]) == ("64x48", "png", "opaque")
    assert told["usage"]["total_tokens"] == told["usage"]["input_tokens"] + told["usage"]["output_tokens"]
    assert (await shop.origin.get(told["url"])).status_code == 200


async def test_a_stream_that_is_refused_is_an_error_at_once(shop: Shop) -> None:
    assert error_of(await generate(shop, stream=True, size="8x8"))[0] == 400


async def test_a_stream_whose_painting_fails_says_so(shop: Shop) -> None:
    shop.origin.painter.failures.append(PaintFailed("It broke."))
    ((name, told),) = events((await generate(shop, stream=True)).text)
    assert name == "error"
    assert told["error"]["code"] == "upstream_error"


async def test_several_are_painted_in_one_minute_or_by_a_job(shop: Shop) -> None:
    await shop.settings("acme", paints_per_minute=2)
    fields: dict[str, Any] = {"size": "64x64", "n": 3}
    refused = await generate(shop, **fields)
    assert error_of(refused) == (429, "rate_limit_error", "rate_limit_exceeded", None)
    assert "in a minute: 2 pictures. Ask for fewer at once, or for a job" in refused.text
    assert not shop.origin.painter.paints
    fields["async"] = True
    assert (await generate(shop, **fields)).status_code == 202
    async with asyncio.timeout(20):
        while sum(shop.origin.painter.paints.values()) < 2:  # and the third in the next minute
            await asyncio.sleep(0.02)


async def test_what_was_painted_of_several_is_told_though_a_budget_ended(shop: Shop) -> None:
    """As when who asked at the same time was quicker to the last that it had."""
    shop.origin.painter.failures.append(TooManyRequests("It is used up.", retry_after=9))
    refused = await generate(shop, size="64x64", n=3)
    assert error_of(refused) == (429, "rate_limit_error", "rate_limit_exceeded", None)
    start, _, urls = refused.json()["error"]["message"].partition(": ")
    assert start == "It is used up. 2 of 3 were painted"
    assert [(await shop.origin.get(url)).status_code for url in urls.split(", ")] == [200, 200]
    assert refused.headers["retry-after"] == "9"


async def test_without_storage_several_are_painted_or_none(shop: Shop) -> None:
    await shop.settings("acme", paints_per_month=2)
    _, key = await shop.origin.parts.catalog.keys.create(shop.account, "x", "paint", storage=False)
    fields = {"prompt": "a red fox", "size": "64x64", "response_format": "b64_json"}
    assert (await shop.post(GENERATIONS, {**fields, "n": 3}, key=key)).status_code == 429
    assert not shop.origin.painter.paints
    assert (await shop.post(GENERATIONS, {**fields, "n": 2}, key=key)).status_code == 200
    with pytest.raises(TooManyRequests, match="1 of 2 were painted: nothing of them"), telling([None], 2):
        raise TooManyRequests
