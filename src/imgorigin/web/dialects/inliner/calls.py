"""A call of the API: what the document says of it, and what answers it; and the way each goes.

who asks -> against the plan -> may the key do this -> answer, or an error in this API's words
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import structlog
from pydantic import BaseModel
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope as AsgiScope

from imgorigin.catalog.keys import KeyScope
from imgorigin.errors import (
    CatalogUnavailable,
    Forbidden,
    ImgoriginError,
    InvalidRequest,
    MethodNotAllowed,
    NotFound,
    RequestError,
    TooLarge,
    TooManyRequests,
    Unauthorized,
    UnsupportedType,
)
from imgorigin.web.dialects.inliner.desk import Asked, Desk
from imgorigin.web.dialects.inliner.errors import Problem, told
from imgorigin.web.dialects.inliner.replies import preflight
from imgorigin.web.openapi import Body, Method, Operation, Parameter, Reply, Security, errors, parameters_of

Answering = Callable[[Asked], Awaitable[Response]]
Group = Literal["Pictures", "Making pictures", "Tags", "Projects", "Plan"]

ALWAYS: Final = (InvalidRequest, Unauthorized, Forbidden, TooManyRequests, ImgoriginError, CatalogUnavailable)
OF_BODIES: Final = (TooLarge, UnsupportedType)
ROOTS: Final = ("content", "account", "url")
_WITH_SLASHES: Final = ("tag", "path")
"""Parts of a path that may hold slashes."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """`refusal` are fields that errors of this call have beside the usual."""

    operation: Operation
    answer: Answering
    scope: KeyScope
    refusal: Mapping[str, Any]


def call(
    method: Method,
    path: str,
    id: str,  # noqa: A002  as Operation calls it
    summary: str,
    answer: Answering,
    *,
    group: Group,
    scope: KeyScope,
    gives: Any,
    description: str = "",
    parts: Mapping[str, str] | None = None,
    query: type[BaseModel] | None = None,
    headers: Sequence[Parameter] = (),
    body: Body | type[BaseModel] | None = None,
    also: Mapping[int, Reply] | None = None,
    fails: Sequence[type[ImgoriginError]] = (),
    refusal: Mapping[str, Any] | None = None,
) -> Call:
    """`parts` describe the parameters of the path, by name; `gives` is the type of a 200's body, `also` what
    else it may answer, `fails` the errors beside those that every call has."""
    bodies = (body,) if isinstance(body, Body) else (Body(body),) if body else ()
    kinds = (*ALWAYS, *(OF_BODIES if bodies else ()), *fails)
    operation = Operation(
        method,
        path,
        id,
        summary,
        f"Inliner: {group}",
        description=description,
        parameters=(
            *(Parameter(name, "path", description=text) for name, text in (parts or {}).items()),
            *(parameters_of(query) if query else ()),
            *headers,
        ),
        bodies=bodies,
        replies={200: Reply(summary, gives), **(also or {}), **errors(Problem, *kinds)},
        security=Security(scope),
    )
    return Call(operation, answer, scope, refusal or {})


def routes(desk: Desk, calls: Sequence[Call]) -> list[Route]:
    """Those of the calls, and behind them one for whatever else is asked below their roots."""
    found = [_route(desk, one) for one in calls]

    async def anything_else(request: Request) -> Response:
        methods = sorted(set(_methods(found, request.scope)) | {"OPTIONS"})
        if request.method == "OPTIONS":
            return preflight(", ".join(methods))
        if len(methods) == 1:
            return told(NotFound(f"There is no call {request.url.path} in this API."))
        answer = told(
            MethodNotAllowed(f"{request.method} is not for this call. Allowed: {', '.join(methods)}.")
        )
        answer.headers["allow"] = ", ".join(methods)
        return answer

    rest = [
        Route(f"/{root}{tail}", anything_else, include_in_schema=False)
        for root in ROOTS
        for tail in ("", "/{rest:path}")
    ]
    for route in rest:
        route.methods = None  # any
    return [*found, *rest]


def _route(desk: Desk, one: Call) -> Route:
    path = one.operation.path
    for name in _WITH_SLASHES:
        path = path.replace(f"{{{name}}}", f"{{{name}:path}}")

    async def endpoint(request: Request) -> Response:
        return await _answered(desk, one, request)

    return Route(path, endpoint, methods=[one.operation.method.upper()], name=one.operation.id)


async def _answered(desk: Desk, one: Call, request: Request) -> Response:
    counted: Mapping[str, str] = {}
    try:
        asked = Asked(desk, request, await desk.authenticate(request))
        allowance = await desk.count(asked.caller)
        counted = allowance.headers
        allowance.check()
        asked.may(one.scope)
        answer = await one.answer(asked)
    except ImgoriginError as error:
        answer = told(error, **one.refusal)
    except ClientDisconnect:
        answer = told(RequestError("The request ended before its body did."))
    except Exception:
        log.exception("unforeseen error", path=request.scope["path"], call=one.operation.id)
        answer = told(ImgoriginError("Something broke that should not have; the log tells more."))
    for name, value in counted.items():
        answer.headers[name] = value
    return answer


def _methods(routes: Sequence[Route], scope: AsgiScope) -> Iterator[str]:
    """That a path may be asked with."""
    for route in routes:
        if route.matches(scope)[0] is not Match.NONE:
            yield from route.methods or ()
