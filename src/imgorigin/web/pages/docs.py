"""The OpenAPI document as a page for people: all of it comes from here, so that it works offline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from imgorigin.web.openapi import JSON, MULTIPART, Operation, document

LOCAL: Final = "http://localhost:8000"
"""Stands in examples until the page is somewhere, and puts its own origin there."""
NO_CACHE: Final = {"cache-control": "no-cache"}
MOST_VALUES: Final = 12

Schema = Mapping[str, Any]

_CODE: Final = re.compile(r"`([^`]+)`")
_TYPES: Final = {
    "string": "text", "integer": "whole number", "number": "number", "boolean": "true or false",
    "object": "object", "array": "list", "null": "null",
}  # fmt: skip
_BOUNDS: Final = (
    ("minimum", "from {}"), ("maximum", "up to {}"), ("minLength", "at least {} characters"),
    ("maxLength", "up to {} characters"), ("minItems", "at least {}"), ("maxItems", "at most {}"),
)  # fmt: skip
_SAMPLES: Final = {
    "string": "text", "integer": 1, "number": 1.0, "boolean": True, "array": [], "object": {}, "null": None,
}  # fmt: skip


def routes(
    operations: Sequence[Operation], *, title: str, version: str, description: str = ""
) -> list[Route]:
    """/openapi.json, and /docs. Raises ValueError for a table that contradicts itself."""
    made = document(operations, title=title, version=version, description=description)
    body, page = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode(), render(made)

    async def openapi(request: Request) -> Response:
        shared = {"access-control-allow-origin": "*"}  # other tools read it from their own pages
        return Response(body, media_type=JSON, headers=NO_CACHE | shared)

    async def docs(request: Request) -> Response:
        return HTMLResponse(page, headers=NO_CACHE)

    return [Route("/openapi.json", openapi), Route("/docs", docs)]


def render(made: Mapping[str, Any]) -> str:
    """The page of a document."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"said": _said, "path": _path, "type": _type}
    environment.globals |= {"access": _access, "curl": _curl, "fields": _fields}
    groups = [
        (tag["name"], [one for one in _operations(made) if one["tags"] == [tag["name"]]])
        for tag in made["tags"]
    ]
    return environment.get_template("docs.html").render(
        info=made["info"],
        groups=groups,
        schemas=made["components"]["schemas"],
        schemes=made["components"]["securitySchemes"],
    )


def _operations(made: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each with its path and method, and `samples`: what a request may send, by media type."""
    for path, methods in made["paths"].items():
        for method, one in methods.items():
            content = one.get("requestBody", {}).get("content", {})
            samples = {kind: _sample_of(each, made) for kind, each in content.items()}
            yield one | {"path": path, "method": method, "samples": samples}


def _said(text: str) -> Markup:
    """A text with code in backticks."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704  escaped before


def _path(path: str) -> Markup:
    """Its parameters set off."""
    return Markup(re.sub(r"(\{[^}]+\})", r"<i>\1</i>", str(escape(path))))  # noqa: S704


def _type(schema: Schema) -> Markup:
    """What a value may be, in words; types of ours are links."""
    if reference := schema.get("$ref"):
        name = reference.rpartition("/")[2]
        return Markup('<a href="#type-{0}">{0}</a>').format(name)
    if some := schema.get("anyOf") or schema.get("oneOf"):
        return Markup(" or ").join(map(_type, some))
    if "const" in schema:
        return Markup("<code>{}</code>").format(schema["const"])
    if values := schema.get("enum"):
        told = Markup(", ").join(Markup("<code>{}</code>").format(one) for one in values[:MOST_VALUES])
        return told + (", …" if len(values) > MOST_VALUES else "")
    return _plain_type(schema)


def _plain_type(schema: Schema) -> Markup:
    kind = schema.get("type", "")
    if schema.get("format") == "binary":
        told = Markup("file")
    elif kind == "array" and (items := schema.get("items")):
        told = Markup("list of {}").format(_type(items))
    else:
        told = escape(_TYPES.get(kind, "anything"))
    bounds = [form.format(schema[name]) for name, form in _BOUNDS if name in schema]
    return told + "".join(f", {bound}" for bound in bounds)


def _fields(schema: Schema) -> list[tuple[str, Schema, bool]]:
    """Of an object: name, schema, and whether it must be there."""
    required = schema.get("required", ())
    return [(name, each, name in required) for name, each in schema.get("properties", {}).items()]


def _access(one: Mapping[str, Any]) -> str:
    security = one["security"]
    if not security:
        return ""
    scopes = next(iter(security[-1].values()))
    key = f"a key of scope {scopes[0]}" if scopes else "a key"
    return f"{key}, where the project wants one" if {} in security else f"needs {key}"


def _curl(one: Mapping[str, Any]) -> str:
    """A request that can be pasted into a shell."""
    path = one["path"]
    for parameter in one["parameters"]:
        if parameter["in"] == "path" and "example" in parameter:
            path = path.replace(f"{{{parameter['name']}}}", str(parameter["example"]))
    method = {"get": "", "head": " --head"}.get(one["method"], f" -X {one['method'].upper()}")
    parts = [f"curl{method} '{LOCAL}{path}'"]
    if one["security"] and {} not in one["security"]:
        parts.append('-H "Authorization: Bearer $KEY"')
    if JSON in one["samples"]:
        sample = json.dumps(one["samples"][JSON], ensure_ascii=False).replace("'", r"'\''")
        parts += [f"-H 'Content-Type: {JSON}'", f"-d '{sample}'"]
    elif MULTIPART in one["samples"]:
        parts += [
            f"-F '{name}={'@' if value is ... else ''}{'file' if value is ... else value}'"
            for name, value in one["samples"][MULTIPART].items()
        ]
    return " \\\n  ".join(parts)


def _sample_of(content: Schema, made: Mapping[str, Any]) -> Any:
    if "example" in content:
        return content["example"]
    return _sample(content.get("schema", {}), made["components"]["schemas"], depth=0)


def _sample(schema: Schema, named: Mapping[str, Schema], *, depth: int) -> Any:
    """A value of the schema: of an object what must be there. `...` stands for a file."""
    if reference := schema.get("$ref"):
        schema = named[reference.rpartition("/")[2]]
    for known in ("example", "default", "const"):
        if schema.get(known) is not None:
            return schema[known]
    if examples := schema.get("examples") or schema.get("enum"):
        return examples[0]
    if some := schema.get("anyOf"):
        return _sample(some[0], named, depth=depth)
    if schema.get("format") == "binary":
        return ...
    if schema.get("type") == "array" and depth < 3:
        return [_sample(schema.get("items", {}), named, depth=depth + 1)]
    if "properties" in schema and depth < 3:
        wanted = [(name, each) for name, each, must in _fields(schema) if must]
        return {name: _sample(each, named, depth=depth + 1) for name, each in wanted}
    return _SAMPLES.get(schema.get("type", ""), "text")
