"""Documents made from tables of operations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import BaseModel, Field

from imgorigin.errors import Busy, NotFound, StillPainting
from imgorigin.web.openapi import (
    MULTIPART,
    Body,
    Header,
    Operation,
    Parameter,
    Reply,
    Security,
    document,
    errors,
    parameters_of,
)


class Paged(BaseModel):
    limit: int = Field(20, ge=1, le=100, description="How many")
    project: str | None = None
    sort: Literal["name", "created"] = Field("name", alias="sort_by")
    expression: str


class Node(BaseModel):
    name: str
    child: Node | None = None
    tags: list[str] = []


class Form(BaseModel):
    file: bytes
    tags: list[str] = Field([], alias="tags[]")


class Wrong(BaseModel):
    error: str


OPERATION = Operation(
    "post",
    "/content/{contentId}",
    "change_content",
    "Change it",
    "Content",
    parameters=(Parameter("contentId", "path", example="x1"), *parameters_of(Paged)),
    bodies=(Body(Form, MULTIPART), Body(Node)),
    replies={
        200: Reply("Done", list[Node], headers={"X-Left": Header("How many are left", int)}),
        204: Reply("Nothing to tell", media_types=()),
        **errors(Wrong, NotFound, Busy, StillPainting),
    },
    security=Security("manage"),
)


def made(*operations: Operation) -> dict[str, Any]:
    made = document(operations, title="Fox", version="1")
    OpenAPIV31SpecValidator(made).validate()
    return made


def test_an_operation_is_described_whole() -> None:
    found = made(OPERATION)
    told = found["paths"]["/content/{contentId}"]["post"]
    assert (told["operationId"], told["tags"], told["security"]) == (
        "change_content",
        ["Content"],
        [{"bearer": ["manage"]}, {"apiKey": ["manage"]}],
    )
    assert told["requestBody"]["content"].keys() == {"multipart/form-data", "application/json"}
    form = found["components"]["schemas"]["Form"]
    assert form["properties"]["file"]["format"] == "binary"
    assert form["properties"].keys() == {"file", "tags[]"}
    assert told["responses"].keys() == {"200", "204", "404", "503"}
    assert "content" not in told["responses"]["204"]
    assert told["responses"]["200"]["headers"]["X-Left"]["schema"] == {"type": "integer"}


def test_parameters_are_those_of_the_model() -> None:
    parameters = {
        one["name"]: one for one in made(OPERATION)["paths"]["/content/{contentId}"]["post"]["parameters"]
    }
    assert parameters["contentId"]["required"]
    assert parameters["contentId"]["example"] == "x1"
    assert parameters["limit"]["schema"] == {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}
    assert parameters["limit"]["description"] == "How many"
    assert parameters["project"]["schema"] == {"type": "string"}  # null cannot be written into a URL
    assert parameters["sort_by"]["schema"]["enum"] == ["name", "created"]
    assert [name for name, one in parameters.items() if one["required"]] == ["contentId", "expression"]


def test_errors_of_one_status_are_one_reply_that_says_when_to_come_back() -> None:
    replies = errors(Wrong, NotFound, Busy, StillPainting)
    assert replies[503].description == f"{Busy.title}. {StillPainting.title}"
    assert "Retry-After" in replies[503].headers
    assert not replies[404].headers


def test_what_comes_in_may_leave_out_what_goes_out_always() -> None:
    class Defaulted(BaseModel):
        name: str = "fox"

    there_and_back = replace(OPERATION, bodies=(Body(Defaulted),), replies={200: Reply("Done", Defaulted)})
    told = made(there_and_back)["paths"]["/content/{contentId}"]["post"]
    assert "schema" in told["requestBody"]["content"]["application/json"]


@pytest.mark.parametrize(
    ("security", "told"),
    [
        (None, []),
        (Security(), [{"bearer": []}, {"apiKey": []}]),
        (Security("paint", required=False), [{}, {"bearer": ["paint"]}, {"apiKey": ["paint"]}]),
    ],
)
def test_security(security: Security | None, told: object) -> None:
    found = made(replace(OPERATION, security=security))
    assert found["paths"]["/content/{contentId}"]["post"]["security"] == told


@pytest.mark.parametrize(
    ("operations", "told"),
    [
        ([OPERATION, OPERATION], "id change_content"),
        ([OPERATION, replace(OPERATION, id="other")], r"method and path post /content/\{contentId\}"),
        ([replace(OPERATION, path="/content")], r"post /content describes \['contentId'\] of its path"),
        ([replace(OPERATION, parameters=())], r"describes \[\] of its path"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(operations: list[Operation], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        document(operations, title="Fox", version="1")
