"""Whatever is wrong with a request, the answer is in this API's words, and never a 5xx."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import AsyncIterator
from typing import Any

import pytest

from imgorigin import errors
from imgorigin.errors import (
    ImgoriginError,
    InvalidRequest,
    ItemRefused,
    MovedPermanently,
    NoProject,
    NotFound,
    RangeNotSatisfiable,
)
from imgorigin.web.dialects import inliner
from imgorigin.web.dialects.inliner.errors import name_of
from tests.web.inliner.api import Api

NAMES = {
    400: {"InvalidRequest", "Unsupported", "ContentRefused"},
    401: {"InvalidApiKey"},
    403: {"Forbidden"},
    404: {"NotFound"},
    405: {"MethodNotAllowed"},
    409: {"Conflict"},
    413: {"PayloadTooLarge"},
    415: {"UnsupportedMediaType"},
    429: {"RateLimitExceeded"},
    500: {"InternalError", "GenerationFailed"},
    503: {"ServiceUnavailable"},
}
"""As the contract has them, by status."""

WRITES = [
    ("PATCH", "/content/details/x"),
    ("POST", "/content/tags"),
    ("POST", "/content/tags/remove"),
    ("POST", "/content/tags/replace"),
    ("POST", "/content/delete"),
    ("POST", "/content/rename/x"),
    ("POST", "/account/projects"),
    ("PATCH", "/account/projects/acme"),
]
WITH_BODIES = [
    *WRITES,
    *(("POST", f"/content/{call}") for call in ("generate", "edit", "search")),
    *(("POST", f"/url/{call}") for call in ("recommend", "recommend-from-content")),
]
JSON = {"content-type": "application/json"}
NOT_JSON = {
    "empty": b"",
    "torn": b'{"contentIds": ["a"',
    "no object": b'["a"]',
    "null": b"null",
    "nothing that is UTF-8": b'{"tags": ["\xff\xfe"]}',
    "half a character": b'{"contentIds": ["\\ud800"], "tags": ["\\ud800"], "title": "\\ud800", '
    b'"newUrl": "\\ud800", "project": "\\ud800", "displayName": "\\ud800"}',
    "very deep": b"[" * 100_000,
    "very deep inside": b'{"customMetadata": ' + b'{"a": ' * 5_000 + b"1" + b"}" * 5_001,
    "a number of many digits": b'{"title": 1' + b"0" * 9_000 + b', "displayName": "a", "project": "b"}',
}
WRONG_TYPES: list[Any] = [5, 1e300, True, [], {}, [[]], [{}], [5], {"a": 5}, "", "\0", "x" * 6_000]
FIELDS = [
    "contentIds", "tags", "newUrl", "title", "caption", "altText", "customMetadata", "project", "displayName",
    "description", "isDefault", "customPrompt", "style", "defaultModel", "referenceImages", "whoMayGenerate",
]  # fmt: skip


def check(answer: Any, *statuses: int) -> dict[str, Any]:
    """It is the envelope, of one of these statuses."""
    assert answer.status_code in statuses, answer.text
    assert answer.headers["content-type"] == "application/json"
    told: dict[str, Any] = answer.json()
    assert set(told) - {"success"} == {"error", "message", "status"}
    assert told["status"] == answer.status_code
    assert told["error"] in NAMES[answer.status_code]
    assert told["message"]
    return told


def every_error() -> list[type[ImgoriginError]]:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    return [kind for kind in kinds if issubclass(kind, ImgoriginError)]


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_has_a_name(kind: type[ImgoriginError]) -> None:
    made = {
        InvalidRequest: lambda: InvalidRequest("width", "0 pixels", "16 to 4096"),
        RangeNotSatisfiable: lambda: RangeNotSatisfiable(5),
        NoProject: lambda: NoProject("acme"),
        MovedPermanently: lambda: MovedPermanently("/acme/red-fox.png"),
        ItemRefused: lambda: ItemRefused(3, NotFound()),
    }.get(kind, kind)()
    name = name_of(made)
    assert name.isalpha()
    if made.status < 500:
        assert name != "InternalError"


async def test_an_answer_as_the_documentation_shows_it(api: Api) -> None:
    answer = await api.ask("GET", "/content/images", key="", headers={"authorization": "Bearer inl_wrong"})
    assert check(answer, 401) == {
        "error": "InvalidApiKey",
        "message": "The provided API key is invalid or has been revoked.",
        "status": 401,
    }


async def test_every_call_needs_a_key(api: Api) -> None:
    for operation in inliner.OPERATIONS:
        path = operation.path.replace("{", "").replace("}", "")
        check(await api.ask(operation.method.upper(), path, key=""), 401)


async def test_a_key_in_another_header(api: Api) -> None:
    answer = await api.ask("GET", "/content/images", key="", headers={"x-api-key": api.keys["read"]})
    assert answer.status_code == 200


@pytest.mark.parametrize("key", ["read", "paint"])
async def test_who_may_not_manage_changes_nothing(api: Api, key: str) -> None:
    for method, path in WRITES:
        told = check(await api.ask(method, path, key=key, json={}), 403)
        assert "manage" in told["message"]


async def test_a_key_of_one_project_sees_that_alone(api: Api) -> None:
    theirs, ours = await api.picture("owl", api.other), await api.picture("red-fox")
    listed = (await api.get("/content/images", key="acme")).json()
    assert [one["contentId"] for one in listed["images"]] == [ours.content_id]
    projects = (await api.get("/account/projects", key="acme")).json()["projects"]
    assert [one["project"] for one in projects] == ["acme"]
    found = (await api.get("/content/search", key="acme", expression="owl")).json()
    assert found["images"] == []
    for method, path, body in [
        ("GET", "/content/images?project=other", None),
        ("GET", "/content/search?project=other", None),
        ("GET", f"/content/details/{theirs.content_id}", None),
        ("PATCH", f"/content/details/{theirs.content_id}", {"title": "Mine"}),
        ("POST", "/content/tags", {"contentIds": [theirs.content_id], "tags": ["a"]}),
        ("POST", "/content/delete", {"contentIds": [theirs.content_id]}),
        ("POST", f"/content/rename/{theirs.content_id}", {"newUrl": "acme/owl"}),
        ("POST", f"/content/rename/{ours.content_id}", {"newUrl": "other/red-fox"}),
        ("GET", "/account/projects/other", None),
        ("PATCH", f"/account/projects/{api.other.public_id}", {"displayName": "Mine"}),
    ]:
        check(await api.ask(method, path, key="acme", json=body), 404)
    new = {"project": "new", "displayName": "New"}
    check(await api.post("/account/projects", new, key="acme"), 403)
    check(await api.ask("PATCH", "/account/projects/acme", key="acme", json={"isDefault": True}), 403)


@pytest.mark.parametrize("body", NOT_JSON.values(), ids=NOT_JSON)
async def test_bodies_that_are_no_json(api: Api, body: bytes) -> None:
    for method, path in WITH_BODIES:
        check(await api.ask(method, path, content=body, headers=JSON), 400)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_bodies_of_another_type(api: Api, kind: str) -> None:
    for method, path in WITH_BODIES:
        check(await api.ask(method, path, content=b"{}", headers={"content-type": kind}), 415)


async def test_a_body_that_is_too_large_is_not_read(api: Api) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 65_536
            yield b" " * 65_536

    answer = await api.ask("POST", "/content/delete", content=endless(), headers=JSON)
    check(answer, 413)
    assert read < 2_000_000
    told_before = JSON | {"content-length": "99999999999999999999"}
    check(await api.ask("POST", "/content/delete", content=b"{}", headers=told_before), 413)


@pytest.mark.parametrize(("method", "path"), WRITES)
async def test_values_of_wrong_types(api: Api, method: str, path: str) -> None:
    whole = {"contentIds": ["a"], "tags": ["b"], "newUrl": "c", "project": "acme", "displayName": "d"}
    for field, value in itertools.product(FIELDS, WRONG_TYPES):
        answer = await api.ask(method, path, json={**whole, field: value})
        if answer.status_code != 200:
            check(answer, 400, 404, 409)


@pytest.mark.parametrize(
    "query",
    [
        "limit=0", "limit=-1", "limit=x", "limit=1.5", "offset=-1", "page=-1", "pageSize=0",
        "limit=" + "9" * 5_000, "offset=" + "9" * 40, "page=" + "9" * 12, "search=a&offset=999999",
    ],
)  # fmt: skip
async def test_lists_that_cannot_be(api: Api, query: str) -> None:
    check(await api.get(f"/content/images?{query}"), 400)


@pytest.mark.parametrize(
    "query",
    [
        "sort_by=size", "direction=up", "max_results=0", "next_cursor=x", "next_cursor=%00", "next_cursor=é",
        "expression=" + "a" * 2_000, "expression=" + "(" * 500, "expression=%22",
    ],
)  # fmt: skip
async def test_searches_that_cannot_be(api: Api, query: str) -> None:
    check(await api.get(f"/content/search?{query}"), 400)


@pytest.mark.parametrize("text", ["%00", "%F0%9F%A6%8A", "%FF", "a%00b", "'%20OR%201=1--", "%ED%A0%80", "%"])
async def test_odd_names_find_nothing(api: Api, text: str) -> None:
    check(await api.get(f"/content/details/{text}"), 404)
    check(await api.get(f"/account/projects/{text}"), 404)
    check(await api.get(f"/content/images?project={text}"), 404)
    assert (await api.get(f"/content/tags/{text}")).json() == []
    assert (await api.get(f"/content/search?expression=%22a{text}%22")).json()["images"] == []


@pytest.mark.parametrize(
    "new_url",
    [
        "", "/", "acme/", "a/b/c", "acme/!!!", "https://evil.example/acme/fox", "//evil.example/acme/fox",
        "ftp://origin/acme/fox", "javascript:alert(1)", "http://[::1/acme/fox", "acme/" + "x" * 300,
        "acme/../../etc", "\0", "acme/\0", "http://origin@evil.example/acme/fox",
    ],
)  # fmt: skip
async def test_addresses_that_cannot_be(api: Api, new_url: str) -> None:
    asset = await api.picture()
    check(await api.post(f"/content/rename/{asset.content_id}", {"newUrl": new_url}), 400, 404)
    assert api.purged == []


async def test_what_there_is_no_call_for(api: Api) -> None:
    for path in ("/content", "/content/", "/content/nothing", "/account/x/y", "/url", "/content/images/"):
        check(await api.get(path), 404)
    answer = await api.ask("DELETE", "/content/images")
    check(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    check(await api.ask("PUT", "/content/tags"), 405)


async def test_scripts_of_other_sites_may_ask(api: Api) -> None:
    before = await api.ask("OPTIONS", "/content/tags", key="", headers={"origin": "https://shop.example"})
    assert before.status_code == 204
    assert before.headers["access-control-allow-origin"] == "*"
    assert before.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS, POST"
    assert "Authorization" in before.headers["access-control-allow-headers"]
    assert (await api.get("/content/tags")).headers["access-control-allow-origin"] == "*"


async def test_rates_are_told_on_every_answer(api: Api) -> None:
    assert (await api.get("/content/images")).headers["x-ratelimit-remaining"] == "999"
    assert (await api.get("/content/details/x")).headers["x-ratelimit-remaining"] == "998"
    api.requests_left = 0
    answer = await api.get("/content/images")
    check(answer, 429)
    assert answer.headers["retry-after"] == "7"
    assert answer.headers["x-ratelimit-remaining"] == "0"


async def test_a_catalog_that_is_gone(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(*args: object, **more: object) -> None:
        raise errors.CatalogUnavailable

    monkeypatch.setattr(type(api.catalog.tags), "all", gone)
    answer = await api.get("/content/tags")
    check(answer, 503)
    assert answer.headers["retry-after"] == "5"


async def test_what_nobody_foresaw(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*args: object, **more: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(type(api.catalog.tags), "all", fail)
    told = check(await api.get("/content/tags"), 500)
    assert "secret" not in told["message"]


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"project": "x", "displayName": ""}, "displayName: it is empty. Allowed: text."),
        ({"project": "x", "displayName": "d" * 400}, "displayName: too long. Allowed: 300 characters at the"),
    ],
)
async def test_texts_are_told_of_as_texts(api: Api, sent: dict[str, str], message: str) -> None:
    told = check(await api.post("/account/projects", sent), 400)
    assert told["message"].startswith(message)
