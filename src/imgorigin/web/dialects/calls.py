"""A call of a dialect: what the document says of it, and what answers it; and the way each goes.

who asks -> against the plan -> may the key do this -> answer, or an error in the words of that API
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, Protocol

import structlog
from pydantic import BaseModel
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope as AsgiScope

from imgorigin.caller import Caller
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
from imgorigin.web.dialects.asking import Asked, Desk, Reception
from imgorigin.web.dialects.replies import preflight
from imgorigin.web.openapi import (
    Body,
    Header,
    Method,
    Operation,
    Parameter,
    Reply,
    Security,
    errors,
    parameters_of,
)

ALWAYS: Final = (InvalidRequest, Unauthorized, Forbidden, TooManyRequests, ImgoriginError, CatalogUnavailable)
OF_BODIES: Final = (TooLarge, UnsupportedType)
_RATES: Final = {
    "X-RateLimit-Limit": Header("Requests a minute that the plan has", int),
    "X-RateLimit-Remaining": Header("How many of them are left", int),
    "X-RateLimit-Reset": Header("The Unix second at which there are more", int),
}

log = structlog.get_logger(__name__)


class Telling(Protocol):
    """Answers with an error, with its true status; `more` are fields that a call adds of its own."""

    def __call__(self, error: ImgoriginError, **more: Any) -> Response: ...


@dataclass(frozen=True, slots=True)
class Call(Generic[Desk]):
    """`scope` is what a key has to have; None: nobody needs one. `refusal` are fields that errors of this
    call have beside the usual."""

    operation: Operation
    answer: Callable[[Asked[Desk]], Awaitable[Response]]
    scope: KeyScope | None
    refusal: Mapping[str, Any] = field(default_factory=dict)


def _nothing(request: Request) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Dialect(Generic[Desk]):
    """One of the APIs. `name` stands before the headings of the document; `problem` is the shape of its
    errors and `told` writes them. It answers for whatever is asked below its `roots`. Parts of a path that
    are named `with_slashes` may hold some. `of_request` gives fields that errors have of their requests."""

    name: str
    problem: type[BaseModel]
    told: Telling
    roots: tuple[str, ...]
    with_slashes: tuple[str, ...] = ()
    of_request: Callable[[Request], Mapping[str, Any]] = _nothing

    def call(
        self,
        method: Method,
        path: str,
        id: str,  # noqa: A002  as Operation calls it
        summary: str,
        answer: Callable[[Asked[Desk]], Awaitable[Response]],
        *,
        group: str,
        scope: KeyScope | None,
        gives: Any,
        status: int = 200,
        description: str = "",
        parts: Mapping[str, str] | None = None,
        query: type[BaseModel] | None = None,
        headers: Sequence[Parameter] = (),
        body: Body | type[BaseModel] | None = None,
        also: Mapping[int, Reply] | None = None,
        fails: Sequence[type[ImgoriginError]] = (),
        refusal: Mapping[str, Any] | None = None,
    ) -> Call[Desk]:
        """`parts` describe the parameters of the path, by name; `gives` is the type of the body, or a whole
        reply, where all went well (`status`), `also` what else it may answer, `fails` the errors beside those
        that every call has."""
        bodies = (body,) if isinstance(body, Body) else (Body(body),) if body else ()
        always = ALWAYS if scope else (ImgoriginError,)
        kinds = (*always, *(OF_BODIES if bodies else ()), *fails)
        good = gives if isinstance(gives, Reply) else Reply(summary, gives, headers=_RATES)
        operation = Operation(
            method,
            path,
            id,
            summary,
            f"{self.name}: {group}",
            description=description,
            parameters=(
                *(Parameter(name, "path", description=text) for name, text in (parts or {}).items()),
                *(parameters_of(query) if query else ()),
                *headers,
            ),
            bodies=bodies,
            replies={status: good, **(also or {}), **errors(self.problem, *kinds)},
            security=Security(scope) if scope else None,
        )
        return Call(operation, answer, scope, refusal or {})

    def routes(self, desk: Desk, calls: Sequence[Call[Desk]]) -> list[Route]:
        """Those of the calls, and behind them one for whatever else is asked below the roots."""
        found = [self._route(desk, one) for one in calls]
        rest = [
            Route(f"/{root}{tail}", self._anything_else(desk, found), include_in_schema=False)
            for root in self.roots
            for tail in ("", "/{rest:path}")
        ]
        for route in rest:
            route.methods = None  # any
        return [*found, *rest]

    def _anything_else(self, desk: Desk, found: Sequence[Route]) -> Callable[[Request], Awaitable[Response]]:
        async def anything_else(request: Request) -> Response:
            methods = sorted(set(_methods(found, request.scope)) | {"OPTIONS"})
            if request.method == "OPTIONS":
                return preflight(", ".join(methods))
            answer = self._no_call(request, methods)
            answer.headers.update(await _counted(desk, request))
            return answer

        return anything_else

    def _no_call(self, request: Request, methods: Sequence[str]) -> Response:
        if len(methods) == 1:
            error: ImgoriginError = NotFound(f"There is no call {request.url.path} in this API.")
            return self.told(error, **self.of_request(request))
        error = MethodNotAllowed(f"{request.method} is not for this call. Allowed: {', '.join(methods)}.")
        answer = self.told(error, **self.of_request(request))
        answer.headers["allow"] = ", ".join(methods)
        return answer

    def _route(self, desk: Desk, one: Call[Desk]) -> Route:
        path = one.operation.path
        for name in self.with_slashes:
            path = path.replace(f"{{{name}}}", f"{{{name}:path}}")

        async def endpoint(request: Request) -> Response:
            return await self._answered(desk, one, request)

        return Route(path, endpoint, methods=[one.operation.method.upper()], name=one.operation.id)

    async def _answered(self, desk: Desk, one: Call[Desk], request: Request) -> Response:
        counted: Mapping[str, str] = {}
        more = {**one.refusal, **self.of_request(request)}
        try:
            asked = Asked(desk, request, await desk.authenticate(request) if one.scope else Caller())
            if one.scope:
                allowance = await desk.count(asked.caller)
                counted = allowance.headers
                allowance.check()
                asked.may(one.scope)
            answer = await one.answer(asked)
        except ImgoriginError as error:
            answer = self.told(error, **more)
        except ClientDisconnect:
            answer = self.told(RequestError("The request ended before its body did."), **more)
        except Exception:
            log.exception("unforeseen error", path=request.scope["path"], call=one.operation.id)
            answer = self.told(_broken(), **more)
        answer.headers.update(counted or await _strangers(desk, request))
        return answer


async def _counted(desk: Reception, request: Request) -> Mapping[str, str]:
    """Of whoever sends a request that is no call."""
    try:
        return (await desk.count(await desk.authenticate(request))).headers
    except ImgoriginError:
        return await _strangers(desk, request)


async def _strangers(desk: Reception, request: Request) -> Mapping[str, str]:
    """Of who needs no key, has a wrong one, or one that cannot be looked up now: by client address."""
    return (await desk.count(desk.stranger(request))).headers


def _broken() -> ImgoriginError:
    return ImgoriginError("Something broke that should not have; the log tells more.")


def _methods(routes: Sequence[Route], scope: AsgiScope) -> Iterator[str]:
    """That a path may be asked with."""
    for route in routes:
        if route.matches(scope)[0] is not Match.NONE:
            yield from route.methods or ()
