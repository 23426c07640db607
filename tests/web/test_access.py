"""Who sees and who paints, by address: the door of a whole origin."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from imgorigin.address import PRIVATE, REVALIDATED, parse
from imgorigin.catalog.keys import KeyScope
from imgorigin.catalog.projects import Paint, ProjectSettings
from imgorigin.signing import sign
from tests.origin import Origin, running_origin

FOX = "/demo/red-fox_64x48.png"
CAT = "/demo/cat_64x48.png"
SECRET = "a-secret-of-the-tests-that-is-long-enough"
SHOP = "https://shop.example.com"


async def turned(origin: Origin, **settings: Any) -> None:
    """Set the project `demo`, and let the server know."""
    projects = origin.parts.projects
    demo = await projects.get("demo")
    await origin.parts.catalog.projects.set(demo.id, settings)
    projects._read_at = -1.0
    await projects.refresh()


async def key(origin: Origin, scope: KeyScope) -> dict[str, str]:
    """The headers of a new key."""
    demo = await origin.parts.projects.get("demo")
    _, secret = await origin.parts.catalog.keys.create(demo.account_id, "test", scope)
    return {"authorization": f"Bearer {secret}"}


def signed(path: str, secret: str = SECRET, seconds: int = 60) -> str:
    return f"{path}?{sign(parse(path), secret, int(time.time()) + seconds)}"


def is_nowhere(answer: httpx.Response) -> bool:
    return answer.status_code == 404 and answer.json()["detail"].startswith("There is no project 'demo'")


@pytest.mark.parametrize("more", ["", ".json"])
async def test_a_private_project_is_nowhere_for_strangers(origin: Origin, more: str) -> None:
    assert (await origin.get(FOX)).status_code == 200
    await turned(origin, private=True)
    for path in (FOX, CAT, "/demo/red-fox~v0_64x48.png"):
        assert is_nowhere(await origin.get(path + more))
        assert (await origin.client.head(path + more)).status_code == 404
    answer = await origin.get(FOX + more, **await key(origin, "read"))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-cache"
    assert is_nowhere(await origin.get(FOX + more))
    assert is_nowhere(await origin.get(FOX + more, authorization="Basic eDp5"))


@pytest.mark.parametrize("more", ["", ".json"])
async def test_a_picture_that_was_renamed_into_a_private_project_is_gone_for_strangers(
    origin: Origin, more: str
) -> None:
    await origin.get(FOX)
    catalog, demo = origin.parts.catalog, await origin.parts.projects.get("demo")
    hidden = await catalog.projects.create(demo.account_id, "hidden", ProjectSettings(private=True))
    origin.parts.projects.learn(hidden)
    moved = await origin.parts.bindings.asset(parse(FOX))
    assert moved
    await catalog.redirects.rename(moved.scope, moved.content_id, hidden.id, "secret-fox")
    await origin.parts.purger.purge("demo", "red-fox")
    answer = await origin.get(FOX + more)
    assert answer.status_code == 404
    assert not {"hidden", "secret"} & set(answer.text.replace("/", " ").replace("-", " ").split())
    answer = await origin.get(FOX + more, **await key(origin, "read"))
    assert (answer.status_code, answer.headers["location"]) == (308, f"/hidden/secret-fox_64x48.png{more}")


async def test_a_private_picture_lies_where_nginx_does_not_look(origin: Origin) -> None:
    await turned(origin, private=True)
    assert (await origin.get(FOX, **await key(origin, "paint"))).status_code == 200
    keys = [name async for name in origin.parts.store.keys("")]
    assert any(name.startswith(f"{PRIVATE}/demo/") for name in keys)
    assert not any(name.startswith("images/demo/") for name in keys)


async def test_a_signed_url_is_good_for_its_picture_alone(origin: Origin) -> None:
    await turned(
        origin, private=True, paint="signed", signing_secrets=["an-older-secret-of-the-tests", SECRET]
    )
    assert (await origin.get(signed(FOX))).status_code == 200
    assert is_nowhere(await origin.get(f"{CAT}?{signed(FOX).partition('?')[2]}"))
    assert is_nowhere(await origin.get(signed(FOX, "a-secret-of-nobody-at-all")))
    assert (await origin.get(signed(FOX, seconds=-1))).status_code == 403
    assert origin.painter.paints.total() == 1


async def test_only_a_signed_url_has_it_painted(origin: Origin) -> None:
    await turned(origin, paint="signed", signing_secrets=[SECRET])
    assert (await origin.get(FOX)).status_code == 403
    painted = await origin.get(signed(FOX))
    assert painted.status_code == 200
    assert painted.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (await origin.get(FOX)).content == painted.content


@pytest.mark.parametrize(("scope", "status"), [(None, 401), ("read", 403), ("paint", 200), ("manage", 200)])
async def test_keys_have_it_painted(origin: Origin, scope: KeyScope | None, status: int) -> None:
    await turned(origin, paint="keyed")
    assert (await origin.get(FOX, **(await key(origin, scope) if scope else {}))).status_code == status
    assert origin.painter.paints.total() == (status == 200)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"referer": "https://evil.example/page"}, 403),
        ({"referer": f"{SHOP}/page?q=1"}, 200),
        ({"origin": SHOP}, 200),
        ({"origin": "null", "referer": f"{SHOP}/"}, 200),
    ],
)
async def test_pages_of_listed_sites_have_it_painted(
    origin: Origin, headers: dict[str, str], status: int
) -> None:
    await turned(origin, paint="referer", origins=[SHOP])
    assert (await origin.get(FOX, **headers)).status_code == status
    answer = await origin.get(FOX)
    assert (answer.status_code == 200) == (status == 200)  # once painted, it is everyone's


async def test_a_frozen_project_shows_what_it_has(origin: Origin) -> None:
    fox = await origin.get(FOX)
    await turned(origin, paint="frozen")
    assert (await origin.get(FOX)).content == fox.content
    for path in (CAT, "/demo/red-fox_32x32.png"):
        answer = await origin.get(path, **await key(origin, "manage"))
        assert answer.status_code == 404
        assert "frozen" in answer.json()["detail"]


@pytest.mark.parametrize("paint", ["keyed", "referer"])
async def test_other_sizes_of_what_is_painted_are_everyones(origin: Origin, paint: Paint) -> None:
    await origin.get(FOX)
    await turned(origin, paint=paint)
    assert (await origin.get("/demo/red-fox_32x24.webp")).status_code == 200
    assert (await origin.get("/demo/red-fox_24x32.webp")).status_code in (401, 403)  # another painting
    assert origin.painter.paints.total() == 1


async def test_each_file_of_a_signed_project_needs_a_signature(origin: Origin) -> None:
    await turned(origin, paint="signed", signing_secrets=[SECRET])
    assert (await origin.get(signed(FOX))).status_code == 200
    small = "/demo/red-fox_32x24.webp"
    assert (await origin.get(small)).status_code == 403
    assert (await origin.get(signed(small))).status_code == 200
    assert (await origin.get(small)).status_code == 200
    assert origin.painter.paints.total() == 1


async def test_a_wrong_key_hears_so_only_where_one_is_asked_for(origin: Origin) -> None:
    wrong = {"authorization": "Bearer imgorigin_wrong"}
    assert (await origin.get(FOX, **wrong)).status_code == 401
    await origin.get(FOX)
    assert (await origin.get(FOX, **wrong)).status_code == 200


async def test_a_project_may_have_browsers_ask_each_time(origin: Origin) -> None:
    await turned(origin, revalidate=True)
    answer = await origin.get(FOX)
    assert answer.headers["cache-control"] == "public, no-cache"
    assert [key async for key in origin.parts.store.keys(REVALIDATED)]
    again = await origin.get(FOX, if_none_match=answer.headers["etag"])
    assert again.status_code == 304
    assert again.headers["cache-control"] == "public, no-cache"
    lasting = await origin.get("/demo/red-fox~v0_64x48.png")
    assert lasting.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert lasting.content == answer.content


async def test_misses_are_503_and_hits_are_served_while_the_catalog_is_down(tmp_path: Path) -> None:
    async with running_origin(tmp_path) as origin:
        await origin.get(FOX)
    _break_catalog(tmp_path)
    async with running_origin(tmp_path) as origin:
        assert (await origin.get(FOX)).status_code == 200
        missed = await origin.get(CAT)
        assert missed.status_code == 503
        assert missed.json()["type"] == "urn:imgorigin:problem:catalog-unavailable"
        ready = await origin.get("/readyz")
        assert ready.status_code == 503


def _break_catalog(data: Path) -> None:
    for file in data.glob("catalog.sqlite*"):
        file.unlink()
    (data / "catalog.sqlite").mkdir()
