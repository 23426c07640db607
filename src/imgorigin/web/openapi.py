"""One OpenAPI 3.1 document of all that is answered over HTTP, made from a table of operations.

    Operation("get", "/content/tags/{tag}", "pictures_of_tag", "Pictures that have a tag", "Tags",
        parameters=(Parameter("tag", "path", description="In any case."),),
        replies={200: Reply("The pictures", list[Image]), **errors(Problem, NotFound)},
        security=Security("read"))

Types are whatever pydantic knows: models, `Literal[...]`, `Annotated[int, Field(ge=1, le=100)]`. A file in a
multipart form is a field of type `bytes`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, Field, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from imgorigin.errors import ImgoriginError

Method = Literal["get", "head", "post", "put", "patch", "delete", "options"]
Where = Literal["path", "query", "header"]
Schema = dict[str, Any]
Direction = Literal["validation", "serialization"]
"""Whether a value comes in or goes out: a field with a default may be left out of what comes in."""

JSON: Final = "application/json"
PROBLEM_JSON: Final = "application/problem+json"
MULTIPART: Final = "multipart/form-data"

SCHEMES: Final[Mapping[str, Schema]] = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "`Authorization: Bearer imgorigin_...`"},
    "apiKey": {
        "type": "apiKey",
        "in": "header",
        "name": "X-API-Key",
        "description": "`X-API-Key: imgorigin_...`",
    },
}
_BY_MODULE: Final = re.compile(
    r"imgorigin__web__dialects__(?P<dialect>[a-z]+)__(?:[a-z_]+__)*(?P<name>[A-Z]\w*)"
)
_REFERENCE: Final = "#/components/schemas/{model}"
_NAMES: Final = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """Those of the path are always required."""

    name: str
    where: Where
    type: Any = str
    description: str = ""
    required: bool = False
    example: Any = None


@dataclass(frozen=True, slots=True)
class Body:
    """What a request sends, in one media type."""

    type: Any
    media_type: str = JSON
    required: bool = True
    example: Any = None


@dataclass(frozen=True, slots=True)
class Header:
    """Of a reply."""

    description: str
    type: Any = str


RETRY_AFTER: Final = Header("Seconds after which another try is worth it", int)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one status tells. `type` None: a body that has no schema, such as a picture; no `media_types`: no
    body at all. It may as well be of one of the types `bare`, which have no schema: streams of events."""

    description: str
    type: Any = None
    media_types: tuple[str, ...] = (JSON,)
    headers: Mapping[str, Header] = field(default_factory=dict)
    example: Any = None
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Security:
    """A key of this scope or a higher one (empty: of any); if not `required`, only where the project asks for
    it."""

    scope: Literal["", "read", "paint", "manage"] = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `id` is unique in the document and never changes: clients are generated with
    it. `group` is the heading it stands under. `bodies` are the forms that the request's body may have; no
    `security`: open to everyone. Texts may have `code` in backticks."""

    method: Method
    path: str
    id: str
    summary: str
    group: str
    description: str = field(default="", kw_only=True)
    parameters: tuple[Parameter, ...] = field(default=(), kw_only=True)
    bodies: tuple[Body, ...] = field(default=(), kw_only=True)
    replies: Mapping[int, Reply] = field(kw_only=True)
    security: Security | None = field(default=None, kw_only=True)
    is_deprecated: bool = field(default=False, kw_only=True)


def parameters_of(model: type[BaseModel], where: Where = "query") -> tuple[Parameter, ...]:
    """A parameter for each field of a model, by its alias if it has one."""
    return tuple(
        Parameter(
            name=info.alias or name,
            where=where,
            type=_typed(info),
            description=info.description or "",
            required=info.is_required(),
        )
        for name, info in model.model_fields.items()
    )


def _typed(info: FieldInfo) -> Any:
    """Its annotation with bounds and default, without its alias: that belongs to a field of a model."""
    default = () if info.default is PydanticUndefined else (Field(default=info.default),)
    return (
        Annotated[info.annotation, *info.metadata, *default]
        if (info.metadata or default)
        else info.annotation
    )


def errors(model: Any, *kinds: type[ImgoriginError], media_type: str = JSON) -> dict[int, Reply]:
    """A reply for each status that these errors have, told by their titles."""
    by_status: dict[int, list[type[ImgoriginError]]] = {}
    for kind in kinds:
        by_status.setdefault(kind.status, []).append(kind)
    return {
        status: Reply(
            ". ".join(dict.fromkeys(kind.title for kind in of_status)),
            model,
            (media_type,),
            {"Retry-After": RETRY_AFTER} if any(kind.retry_after for kind in of_status) else {},
        )
        for status, of_status in sorted(by_status.items())
    }


def document(
    operations: Sequence[Operation], *, title: str, version: str, description: str = ""
) -> dict[str, Any]:
    """The document. Raises ValueError for two operations with one id or one method and path, and for a path
    whose parameters are not those of its operation."""
    _check(operations)
    schemas = _Schemas(operations)
    paths: dict[str, Any] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version, "description": description},
        "servers": [{"url": "/"}],
        "tags": [{"name": group} for group in dict.fromkeys(one.group for one in operations)],
        "paths": paths,
        "components": {"schemas": schemas.named, "securitySchemes": dict(SCHEMES)},
    }


def _check(operations: Sequence[Operation]) -> None:
    for name, told in (
        ("id", [one.id for one in operations]),
        ("method and path", [f"{one.method} {one.path}" for one in operations]),
    ):
        if twice := {each for each in told if told.count(each) > 1}:
            raise ValueError(f"several operations have the {name} {', '.join(sorted(twice))}")
    for one in operations:
        described = {each.name for each in one.parameters if each.where == "path"}
        if described != set(_NAMES.findall(one.path)):
            raise ValueError(f"{one.method} {one.path} describes {sorted(described)} of its path")


class _Schemas:
    """The schemas of all types of a table, made in one go: only so do types of one name get two."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        wanted = list(_types(operations))
        keyed = {(id(kind), direction): kind for kind, direction in wanted}
        found, rest = TypeAdapter.json_schemas(
            [(key, direction, TypeAdapter(kind)) for (key, direction), kind in keyed.items()],
            ref_template=_REFERENCE,
        )
        if len(_plainly_named(rest.get("$defs", {}))) < len(rest.get("$defs", {})):
            raise ValueError("a dialect has two types of one name")
        rest, found = _plainly_named(rest), {key: _plainly_named(schema) for key, schema in found.items()}
        self._found = found
        self._kept = wanted  # an id is that of a type only while the type is there
        self.named: dict[str, Any] = dict(sorted(rest.get("$defs", {}).items()))

    def of(self, kind: Any, direction: Direction) -> Schema:
        return dict(self._found[id(kind), direction])


def _plainly_named(schema: Any) -> Any:
    """Types that share a name with another by their dialect and that: `ImageapiProblem`. Pydantic sets them
    apart by their modules."""
    if isinstance(schema, dict):
        return {_plain_name(key): _plainly_named(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_plainly_named(one) for one in schema]
    return _plain_name(schema) if isinstance(schema, str) else schema


def _plain_name(name: str) -> str:
    return _BY_MODULE.sub(lambda found: found["dialect"].title() + found["name"], name)


def _types(operations: Sequence[Operation]) -> Iterator[tuple[Any, Direction]]:
    for one in operations:
        yield from ((parameter.type, "validation") for parameter in one.parameters)
        yield from ((body.type, "validation") for body in one.bodies)
        for reply in one.replies.values():
            if reply.type is not None:
                yield reply.type, "serialization"
            yield from ((header.type, "serialization") for header in reply.headers.values())


def _operation(one: Operation, schemas: _Schemas) -> dict[str, Any]:
    return {
        "operationId": one.id,
        "summary": one.summary,
        **({"description": one.description} if one.description else {}),
        "tags": [one.group],
        **({"deprecated": True} if one.is_deprecated else {}),
        "parameters": [_parameter(each, schemas) for each in one.parameters],
        **({"requestBody": _body(one.bodies, schemas)} if one.bodies else {}),
        "responses": {str(status): _reply(reply, schemas) for status, reply in sorted(one.replies.items())},
        "security": _security(one.security),
    }


def _parameter(one: Parameter, schemas: _Schemas) -> dict[str, Any]:
    schema = _not_null(schemas.of(one.type, "validation"))
    schema.pop("description", None)  # it is the parameter's
    return {
        "name": one.name,
        "in": one.where,
        "required": one.required or one.where == "path",
        **({"description": one.description} if one.description else {}),
        "schema": schema,
        **_example(one.example),
    }


def _not_null(schema: Schema) -> Schema:
    """Without null, which no parameter can be: it is left out."""
    some = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if some:
        rest = {name: value for name, value in schema.items() if name != "anyOf"}
        schema = rest | (some[0] if len(some) == 1 else {"anyOf": some})
    return {name: value for name, value in schema.items() if (name, value) != ("default", None)}


def _body(bodies: Collection[Body], schemas: _Schemas) -> dict[str, Any]:
    return {
        "required": all(one.required for one in bodies),
        "content": {
            one.media_type: {"schema": schemas.of(one.type, "validation"), **_example(one.example)}
            for one in bodies
        },
    }


def _reply(one: Reply, schemas: _Schemas) -> dict[str, Any]:
    schema = {} if one.type is None else {"schema": schemas.of(one.type, "serialization")}
    headers = {
        name: {"description": each.description, "schema": schemas.of(each.type, "serialization")}
        for name, each in one.headers.items()
    }
    content = {kind: {**schema, **_example(one.example)} for kind in one.media_types}
    content |= {kind: {} for kind in one.bare}
    return {
        "description": one.description,
        **({"headers": headers} if headers else {}),
        **({"content": content} if content else {}),
    }


def _security(one: Security | None) -> list[dict[str, list[str]]]:
    if not one:
        return []
    scopes: list[str] = [one.scope] if one.scope else []
    keyed = [{name: scopes} for name in SCHEMES]
    return keyed if one.required else [{}, *keyed]


def _example(value: Any) -> dict[str, Any]:
    return {} if value is None else {"example": value}
