"""/openapi.json and /docs, and that the document is true of what is answered."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import BaseModel, Field
from starlette.routing import Route

from imgorigin.web.openapi import MULTIPART, Body, Operation, Parameter, Reply, Security, document
from imgorigin.web.operations import OPERATIONS
from imgorigin.web.pages.docs import render
from tests.origin import Origin

FOX = "/demo/red-fox_64x64.png"


async def test_the_document_is_valid_and_may_be_read_from_other_sites(origin: Origin) -> None:
    answer = await origin.get("/openapi.json")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.headers["access-control-allow-origin"] == "*"
    made = answer.json()
    OpenAPIV31SpecValidator(made).validate()
    assert made["openapi"] == "3.1.0"


async def test_types_have_names_that_are_no_modules_of_ours(origin: Origin) -> None:
    made = (await origin.get("/openapi.json")).json()
    assert [name for name in made["components"]["schemas"] if "__" in name or "-" in name] == []


async def test_every_route_of_the_server_is_described(origin: Origin) -> None:
    described = set((await origin.get("/openapi.json")).json()["paths"])
    starlette = origin.app
    while not hasattr(starlette, "routes"):
        starlette = vars(starlette)["_app"]
    routes = [route for route in starlette.routes if isinstance(route, Route) and route.include_in_schema]
    assert {route.path.replace(":path", "") for route in routes} <= described


@pytest.mark.parametrize(
    ("method", "template", "path", "status"),
    [
        ("GET", "/{project}/{picture}", FOX, 200),
        ("HEAD", "/{project}/{picture}", FOX, 200),
        ("GET", "/{project}/{picture}", "/demo/Red_Fox.PNG", 308),
        ("GET", "/{project}/{picture}", "/nowhere/red-fox.png", 404),
        ("GET", "/{project}/{picture}", "/demo/red-fox_1x1.png", 400),
        ("GET", "/{project}/{picture}.json", f"{FOX}.json", 200),
        ("GET", "/{project}/{picture}/{edit}", f"{FOX}/make-it-night.png", 200),
        ("GET", "/{project}/{picture}/{edit}.json", f"{FOX}/make-it-night.png.json", 200),
        ("GET", "/livez", "/livez", 200),
        ("GET", "/readyz", "/readyz", 200),
        ("GET", "/metrics", "/metrics", 200),
        ("GET", "/openapi.json", "/openapi.json", 200),
        ("GET", "/docs", "/docs", 200),
        ("GET", "/", "/", 200),
    ],
)
async def test_answers_are_as_the_document_says(
    origin: Origin, method: str, template: str, path: str, status: int
) -> None:
    made = (await origin.get("/openapi.json")).json()
    answer = await origin.client.request(method, path)
    assert answer.status_code == status
    told = made["paths"][template][method.lower()]["responses"][str(status)]
    for name in told.get("headers", {}):
        if name in ("Location", "X-Request-Id"):
            assert name in answer.headers
    if not answer.content:
        assert "content" not in told
        return
    kind = answer.headers["content-type"].partition(";")[0]
    schema = told["content"][kind].get("schema")
    if schema and kind.endswith("json"):
        whole = {**schema, "components": made["components"]}
        assert list(OAS31Validator(whole).iter_errors(answer.json())) == []


async def test_the_page_names_every_operation_and_needs_nothing_from_elsewhere(origin: Origin) -> None:
    answer = await origin.get("/docs")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = answer.text
    for operation in OPERATIONS:
        assert f'<details id="{operation.id}">' in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//|@import|url\(', page)
    identities, targets = _links(page)
    assert len(identities) == len(set(identities))
    assert {target[1:] for target in targets if target.startswith("#")} <= set(identities)


class Upload(BaseModel):
    file: bytes
    tags: list[str] = Field([], alias="tags[]")


class Wish(BaseModel):
    prompt: str = Field(description="Words with <b>markup</b> and `code`", max_length=9)
    width: int = Field(1024, ge=16)


WISH = Operation(
    "post", "/wishes/{project}", "wish", "Wish <i>for</i> it", "Wishes",
    parameters=(Parameter("project", "path", example="acme"),),
    bodies=(Body(Wish),),
    replies={200: Reply("Granted", list[Wish])},
    security=Security("paint"),
)  # fmt: skip
UPLOAD = Operation(
    "post", "/files", "upload", "Upload", "Wishes", bodies=(Body(Upload, MULTIPART),),
    replies={204: Reply("Kept", media_types=())},
)  # fmt: skip


def test_bodies_types_and_keys_are_shown_and_nothing_is_taken_for_markup() -> None:
    page = _page(WISH, UPLOAD)
    assert "Wish &lt;i&gt;for&lt;/i&gt; it" in page
    assert "Words with &lt;b&gt;markup&lt;/b&gt; and <code>code</code>" in page
    assert "needs a key of scope paint" in page
    assert '<code class="must">prompt</code><td>text, up to 9 characters' in page
    assert "whole number, from 16, else <code>1024</code>" in page
    assert 'list of <a href="#type-Wish">Wish</a>' in page
    curl = "curl -X POST &#39;http://localhost:8000/wishes/acme&#39;"
    assert curl in page
    assert "-d &#39;{&#34;prompt&#34;: &#34;text&#34;}&#39;" in page
    assert "-F &#39;file=@file&#39;" in page


def _page(*operations: Operation) -> str:
    return render(document(operations, title="Wishes", version="1"))


def _links(page: str) -> tuple[list[str], list[str]]:
    identities, targets = [], []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Any) -> None:
            found = dict(attrs)
            identities.extend([found["id"]] if "id" in found else [])
            targets.extend([found["href"]] if tag == "a" else [])

    Reader().feed(page)
    return identities, targets
