"""Versions over HTTP: who may do what, and what is answered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from imgorigin.address import parse
from imgorigin.caller import OPERATOR
from imgorigin.catalog.keys import KeyScope
from imgorigin.web.openapi import Operation
from imgorigin.web.versions import OPERATIONS
from tests.origin import Origin, running_origin

FOX: Final = "/demo/red-fox_64x48.png"
NIGHT: Final = f"{FOX}/make-it-night.webp"


@dataclass
class Site:
    """An origin, and keys of it by scope."""

    origin: Origin
    keys: dict[str, str]

    async def ask(self, method: str, path: str, *, key: str = "manage", **more: Any) -> httpx.Response:
        headers = {"x-api-key": self.keys[key]} if key else {}
        return await self.origin.client.request(method, path, headers=headers, **more)

    async def get(self, path: str, key: str = "read") -> httpx.Response:
        return await self.ask("GET", f"/content/versions{path}", key=key)

    async def post(
        self, call: str, path: str = FOX, body: Any = None, *, key: str = "manage"
    ) -> httpx.Response:
        return await self.ask("POST", f"/content/{call}{path}", key=key, json=body)

    async def picture(self, path: str = FOX) -> bytes:
        answer = await self.origin.get(path)
        assert answer.status_code == 200
        return answer.content


SCOPES: Final[tuple[KeyScope, ...]] = ("read", "paint", "manage")


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    (tmp_path / "projects.toml").write_text("[demo]\n[secret]\nprivate = true\n")
    async with running_origin(tmp_path, wait=5.0) as origin:
        keys, projects = origin.parts.catalog.keys, origin.parts.projects
        demo, secret = await projects.get("demo"), await projects.get("secret")
        made: dict[str, str] = {
            scope: (await keys.create(demo.account_id, scope, scope))[1] for scope in SCOPES
        }
        _, made["secret"] = await keys.create(demo.account_id, "secret", "manage", project_id=secret.id)
        _, made["demo"] = await keys.create(demo.account_id, "demo", "manage", project_id=demo.id)
        yield Site(origin, made)


async def test_reroll_history_pin_and_undo(site: Site) -> None:
    before = await site.picture()
    rerolled = await site.post("reroll", body={"seed": 7}, key="paint")
    assert rerolled.status_code == 200
    assert rerolled.headers["cache-control"] == "no-store"
    told = rerolled.json()
    assert (told["url"], told["version"], told["previous_version"]) == (FOX, 1, 0)
    old, new = told["versions"]
    assert old["url"] == "/demo/red-fox~v0_64x48.png"
    assert (old["shown"], new["shown"], new["seed"], new["model"]) == (False, True, 7, "fake")
    assert (await site.get(FOX)).json() == told
    after = await site.picture()
    assert after != before
    assert await site.picture(old["url"]) == before
    assert await site.picture(new["url"]) == after
    assert (await site.post("undo")).json()["version"] == 0
    assert await site.picture() == before
    assert (await site.post("pin", body={"version": 1})).json()["previous_version"] == 0
    assert await site.picture() == after


async def test_a_seed_is_drawn_without_a_body(site: Site) -> None:
    first = (await site.ask("POST", f"/content/reroll{FOX}")).json()
    assert [one["version"] for one in first["versions"]] == [0, 1]
    assert first["versions"][0]["seed"] != first["versions"][1]["seed"]
    assert (await site.post("reroll", body={})).json()["version"] == 2


async def test_a_path_that_is_no_utf_8_binds_nothing(site: Site) -> None:
    for call, method in (("reroll", "POST"), ("versions", "GET"), ("pin", "POST"), ("undo", "POST")):
        answer = await site.ask(method, f"/content/{call}/demo/%ff.png")
        assert (answer.status_code, answer.json()["detail"]) == (404, "The path is not valid UTF-8.")
    named = await site.ask("POST", "/content/reroll/demo/caf%C3%A9_64x48.png")
    assert named.json()["url"] == "/demo/caf%C3%A9_64x48.png"


async def test_edits_have_histories_of_their_own(site: Site) -> None:
    await site.picture(NIGHT)
    told = (await site.get(NIGHT)).json()
    assert told["url"] == NIGHT
    lasting = told["versions"][0]["url"]
    assert lasting == "/demo/red-fox~v0_64x48.png/make-it-night~v0.webp"
    before = await site.picture(lasting)
    await site.post("reroll")
    assert await site.picture(lasting) == before != await site.picture(NIGHT)
    again = (await site.get(NIGHT)).json()
    assert again["versions"][0]["url"] == "/demo/red-fox~v1_64x48.png/make-it-night~v0.webp"
    assert (await site.get(lasting)).json()["versions"][0]["url"] == lasting
    twice = f"{NIGHT}/add-snow_32x32.webp"
    await site.picture(twice)
    deep = (await site.get(twice)).json()["versions"][0]["url"]
    assert deep == "/demo/red-fox~v1_64x48.png/make-it-night~v0.webp/add-snow~v0_32x32.webp"
    refused = await site.post("reroll", NIGHT)
    assert (refused.status_code, refused.json()["type"]) == (400, "urn:imgorigin:problem:unsupported")


@pytest.mark.parametrize(
    ("method", "call", "needs"),
    [("GET", "versions", 0), ("POST", "reroll", 1), ("POST", "pin", 2), ("POST", "undo", 2)],
)
async def test_each_call_needs_a_scope(site: Site, method: str, call: str, needs: int) -> None:
    await site.picture()
    await site.post("reroll")
    body = {"version": 0} if call == "pin" else None
    for at, scope in enumerate(SCOPES):
        answer = await site.ask(method, f"/content/{call}{FOX}", key=scope, json=body)
        assert answer.status_code == (200 if at >= needs else 403), (scope, answer.json())
        if answer.status_code == 403:
            assert f"`imgorigin keys create --scope {SCOPES[needs]}`" in answer.json()["detail"]
    stranger = await site.ask(method, f"/content/{call}{FOX}", key="")
    assert stranger.status_code == 401
    assert stranger.headers["content-type"] == "application/problem+json"
    assert stranger.headers["www-authenticate"].startswith("Bearer")


async def test_a_key_of_another_project_learns_nothing(site: Site) -> None:
    for path in ("/secret/red-fox.png", "/nowhere/red-fox.png"):
        assert (await site.get(path, key="")).status_code == 401
        answer = await site.get(path, key="demo")
        assert answer.status_code == 404
        assert answer.json()["detail"] == f"There is no project {path.split('/')[1]!r} on this server."
    assert (await site.get("/secret/red-fox.png", key="secret")).json()["detail"].endswith("no versions.")
    assert (await site.post("reroll", "/secret/red-fox_64x48.png", key="secret")).status_code == 200


@pytest.mark.parametrize(
    ("call", "path", "body", "told"),
    [
        ("pin", FOX, {}, (400, "version")),
        ("pin", FOX, {"version": -1}, (400, "version")),
        ("pin", FOX, {"version": 10**30}, (400, "version")),
        ("pin", FOX, {"version": 9}, (404, None)),
        ("pin", FOX, [], (400, "body")),
        ("reroll", FOX, {"seed": 2**31}, (400, "seed")),
        ("reroll", FOX, {"seeds": 1}, (400, "seeds")),
        ("reroll", FOX, {"seed": "x" * 20_000}, (413, None)),
        ("reroll", "/demo/red-fox.gif", {}, (400, "format")),
        ("reroll", "/demo/red-fox_1x1.png", {}, (400, "width")),
        ("reroll", "/demo", {}, (404, None)),
        ("reroll", "/", {}, (404, None)),
        ("undo", FOX, None, (409, None)),
        ("undo", "/demo/blue-fox.png", None, (404, None)),
    ],
)
async def test_mistakes(site: Site, call: str, path: str, body: Any, told: tuple[int, str | None]) -> None:
    await site.picture()
    answer = await site.post(call, path, body)
    assert (answer.status_code, answer.json().get("field")) == told, answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"


async def test_every_answer_tells_what_is_left_of_the_plan(tmp_path: Path) -> None:
    async with running_origin(tmp_path, plan="free") as origin:
        demo = await origin.parts.projects.get("demo")
        _, secret = await origin.parts.catalog.keys.create(demo.account_id, "k", "read")
        most = origin.parts.plans.of("").requests_per_minute
        assert most
        for left in reversed(range(most)):
            answer = await origin.get(f"/content/versions{FOX}", x_api_key=secret)
            assert (answer.status_code, answer.headers["x-ratelimit-remaining"]) == (404, str(left))
        refused = await origin.get(f"/content/versions{FOX}", x_api_key=secret)
        assert (refused.status_code, refused.headers["x-ratelimit-limit"]) == (429, str(most))
        assert refused.headers["content-type"] == "application/problem+json"
        assert int(refused.headers["retry-after"]) > 0
        for method, path, key, status in (
            ("GET", FOX, "wrong", 401),
            ("GET", "/nowhere/red-fox.png", "", 401),
            ("DELETE", FOX, "", 405),
        ):
            headers = {"x-api-key": key} if key else {}
            answer = await origin.client.request(method, f"/content/versions{path}", headers=headers)
            assert (answer.status_code, answer.headers["x-ratelimit-limit"]) == (status, str(most))


async def test_another_method_is_refused(site: Site) -> None:
    assert (await site.ask("POST", f"/content/versions{FOX}")).status_code == 405
    answer = await site.ask("GET", f"/content/reroll{FOX}")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_a_renamed_picture_leads_on(site: Site) -> None:
    await site.picture()
    catalog = site.origin.parts.catalog
    asset = (await site.origin.parts.versions.history(parse(FOX))).asset
    await catalog.redirects.rename(asset.scope, asset.content_id, asset.project_id, "crimson-fox")
    answer = await site.get(FOX)
    assert (answer.status_code, answer.headers["location"]) == (
        308,
        "/content/versions/demo/crimson-fox_64x48.png",
    )


async def test_what_takes_longer_than_a_client_is_held_goes_on(tmp_path: Path) -> None:
    async with running_origin(tmp_path, wait=0.05) as origin:
        demo = await origin.parts.projects.get("demo")
        _, secret = await origin.parts.catalog.keys.create(demo.account_id, "k", "paint")
        await origin.get(FOX)
        origin.painter.gate.clear()
        answer = await origin.client.post(f"/content/reroll{FOX}", headers={"x-api-key": secret})
        assert (answer.status_code, answer.json()) == (202, {"status": "generating"})
        assert answer.headers["retry-after"] == "2"
        origin.painter.gate.set()
        await origin.parts.rerolls.close()
        assert (await origin.parts.versions.undo(parse(FOX), OPERATOR)).previous_version == 1


async def test_the_document_tells_of_every_call(site: Site) -> None:
    document = (await site.origin.get("/openapi.json")).json()
    for operation in OPERATIONS:
        assert described(document, operation)["summary"] == operation.summary
    told = described(document, OPERATIONS[1])["responses"]
    assert {"200", "202", "308", "400", "401", "403", "404", "413", "503"} <= set(told)


def described(document: Any, operation: Operation) -> Any:
    return document["paths"][operation.path][operation.method]
