"""URLs of a private project's pictures, as each API tells them: good without a key, for a while."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from imgorigin.address import parse
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.catalog.tables import projects
from imgorigin.first_start import first_start
from imgorigin.signing import Verdict, from_query, sign, verify
from imgorigin.web.dialects.signer import Signer
from tests.callers import SECRET, project
from tests.web.inliner.shop import Shop, open_shop

FOX = {"prompt": "a red fox"}
PATH = "/acme/red-fox_64x48.png"
NOW = 1_800_000_001.5
KNOWN: dict[str, ProjectRow] = {"acme": project(private=True)}


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    """Whose project is private."""
    async with open_shop(tmp_path) as shop:
        await shop.settings("acme", private=True)
        yield shop


async def told(shop: Shop, path: str, body: Any) -> Any:
    answer = await shop.post(path, body)
    assert answer.is_success, answer.text
    return answer.json()


async def done(shop: Shop, path: str) -> Any:
    """What is told once it has ended."""
    async with asyncio.timeout(20):
        while True:
            found = (await shop.get(path)).json()
            if found["status"] in ("PROCESSED", "completed", "DONE"):
                return found
            await asyncio.sleep(0.02)


async def inliner(shop: Shop) -> str:
    made = await told(shop, "/content/generate", {**FOX, "project": "acme"})
    (listed,) = (await shop.get("/content/images")).json()["images"]
    assert listed["url"].partition("?")[0] == made["imageUrl"].partition("?")[0]
    assert (await shop.origin.get(listed["url"])).status_code == 200
    return str(made["imageUrl"])


async def imageapi(shop: Shop) -> str:
    return str((await told(shop, "/api/v1/generate", FOX))["data"]["image"])


async def imageapi_items(shop: Shop) -> str:
    return str((await told(shop, "/api/v1/generate", {"items": [FOX]}))["data"]["results"][0]["image"])


async def imageai(shop: Shop) -> str:
    return str((await told(shop, "/api/generate-image", FOX))["url"])


async def imageai_later(shop: Shop) -> str:
    job = await told(shop, "/api/generate-image", {**FOX, "async": True, "n": 2})
    return str((await done(shop, job["status_url"]))["images"][1]["url"])


async def imagineo(shop: Shop) -> str:
    run = await told(shop, "/v1/generate", {"positive_prompt": "a red fox"})
    return str((await done(shop, f"/v1/generations/{run['run_id']}"))["image_url"])


async def openai(shop: Shop) -> str:
    return str((await told(shop, "/v1/images/generations", FOX))["data"][0]["url"])


async def openai_later(shop: Shop) -> str:
    job = await told(shop, "/v1/images/generations", {**FOX, "async": True})
    return str((await done(shop, f"/v1/jobs/{job['id']}"))["result_url"])


async def openai_batch(shop: Shop) -> str:
    request = {"endpoint": "/v1/images/generations", "body": FOX}
    batch = await told(shop, "/v1/batches", {"requests": [request]})
    (job,) = (await done(shop, f"/v1/batches/{batch['id']}"))["jobs"]
    return str(job["result"]["data"][0]["url"])


@pytest.mark.parametrize(
    "asked",
    [
        inliner, imageapi, imageapi_items, imageai, imageai_later, imagineo, openai, openai_later,
        openai_batch,
    ],
)  # fmt: skip
async def test_who_is_told_a_url_can_open_it(shop: Shop, asked: Callable[[Shop], Awaitable[str]]) -> None:
    url = await asked(shop)
    assert (await shop.origin.get(url)).headers["cache-control"].startswith("private")
    plain = url.partition("?")[0]
    assert (await shop.origin.get(plain)).status_code == 404
    other = plain.replace("_1024x1024", "_64x64").replace("_512x512", "_64x64")
    assert (await shop.origin.get(f"{other}?{url.partition('?')[2]}")).status_code == 404


async def test_what_is_not_there_yet_is_told_without_a_signature(shop: Shop) -> None:
    named = await told(shop, "/url/recommend", {**FOX, "project": "acme"})
    assert "?" not in named["fullUrl"]


@pytest.mark.parametrize("host", ["", "https://img.example.com"])
def test_a_signature_is_good_for_as_long_as_it_is_set(host: str) -> None:
    url = Signer(KNOWN.get, 3600, lambda: NOW).signed(host + PATH)
    plain, _, query = url.partition("?")
    assert plain == host + PATH
    signature = from_query(query.encode())
    assert signature
    assert 3600 <= signature.expires - NOW <= 3900
    assert verify(parse(PATH), signature, [SECRET], NOW) is Verdict.GOOD
    assert Signer(KNOWN.get, 3600, lambda: NOW + 1).signed(host + PATH) == url  # for browsers to find
    assert Signer(KNOWN.get, 3600, lambda: NOW + 600).signed(host + PATH) != url


@pytest.mark.parametrize(
    "path", ["", "/", "/v1/jobs/x", "/other/red-fox_64x48.png", "https://img.example.com"]
)
def test_other_urls_stay_as_they_are(path: str) -> None:
    assert Signer({**KNOWN, "other": project()}.get, 3600).signed(path) == path


async def test_a_private_project_has_a_secret(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        rows = shop.origin.parts.catalog.projects
        public = await rows.create(shop.account, "public", ProjectSettings())
        hidden = await rows.create(shop.account, "hidden", ProjectSettings(private=True))
        assert (public.settings.signing_secrets, len(hidden.settings.signing_secrets)) == ((), 1)
        turned = await rows.set(public.id, {"private": True})
        assert len(turned.settings.signing_secrets) == 1
        assert turned.settings.signing_secrets != hidden.settings.signing_secrets
        assert (await rows.set(hidden.id, {"style": "watercolor"})).settings.signing_secrets == (
            hidden.settings.signing_secrets
        )
        async with shop.origin.parts.catalog.database.write() as connection:  # of an earlier version
            await connection.execute(update(projects).values(signing_secrets="[]"))
        await first_start(shop.origin.parts.catalog, tmp_path)
        assert len((await rows.by_name("hidden")).settings.signing_secrets) == 1
        assert (await rows.by_name("acme")).settings.signing_secrets == ()


async def heard(shop: Shop, path: str, **more: Any) -> str:
    """The URL that the last event tells."""
    answer = await shop.origin.client.get(f"/content/events{path}", **more)
    return str(json.loads(answer.text.rsplit("data: ", 1)[1])["url"])


async def facts(shop: Shop, path: str, **more: Any) -> str:
    plain, _, query = path.partition("?")
    return str((await shop.origin.client.get(f"{plain}.json?{query}", **more)).json()["url"])


def of_key(secret: str) -> dict[str, Any]:
    return {"headers": {"x-api-key": secret}}


@pytest.mark.parametrize("asked", [heard, facts])
async def test_who_has_a_signed_url_is_told_it_and_none_that_is_good_for_longer(
    shop: Shop, asked: Callable[..., Awaitable[str]]
) -> None:
    (secret, *_) = (await shop.origin.parts.projects.get("acme")).settings.signing_secrets
    mine = f"{PATH}?{sign(parse(PATH), secret, int(time.time()) + 60)}"
    assert await asked(shop, mine) == mine
    assert (await shop.origin.get(mine)).status_code == 200
    assert await asked(shop, mine, **of_key(await shop.key("read"))) == mine


@pytest.mark.parametrize("asked", [heard, facts])
async def test_keys_are_told_urls_that_open_without_them(
    shop: Shop, asked: Callable[..., Awaitable[str]]
) -> None:
    for key in (shop.secret, await shop.key("read")):
        url = await asked(shop, PATH, **of_key(key))
        assert (await shop.origin.get(url)).status_code == 200
        assert url.startswith(f"{PATH}?expires=")
    await shop.settings("acme", paint="signed")  # where a further size is refused
    assert await asked(shop, PATH, **of_key(await shop.key("read"))) == PATH
    await shop.settings("acme", private=False)
    assert await asked(shop, PATH, **of_key(shop.secret)) == PATH


async def test_versions_are_told_by_urls_that_a_reading_key_has_nothing_painted_by(shop: Shop) -> None:
    rerolled = (await shop.post(f"/content/reroll{PATH}", {})).json()
    for url in (rerolled["url"], *(one["url"] for one in rerolled["versions"])):
        assert (await shop.origin.get(url)).status_code == 200
    read = (await shop.get(f"/content/versions{PATH}", key=await shop.key("read"))).json()
    assert "?" not in read["url"] + read["versions"][0]["url"]
