"""Versions of pictures over HTTP, for whoever holds a key: history, reroll, pin, undo.

GET  /content/versions/{address}
POST /content/reroll/{address}   {"seed": 7}      a drawn one if it is left out
POST /content/pin/{address}      {"version": 2}
POST /content/undo/{address}
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import quote, unquote_to_bytes

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import Scope

from imgorigin.address import Address, Limits, parse
from imgorigin.caller import Caller
from imgorigin.catalog.keys import KeyScope
from imgorigin.errors import (
    Busy,
    CatalogUnavailable,
    Conflict,
    ContentRefused,
    Forbidden,
    ImgoriginError,
    InvalidRequest,
    MethodNotAllowed,
    MovedPermanently,
    NotFound,
    NotUnderstood,
    PainterUnavailable,
    PaintFailed,
    StoreUnavailable,
    TooLarge,
    TooManyRequests,
    Unauthorized,
    Unsupported,
)
from imgorigin.policy import check_key
from imgorigin.projects import Projects
from imgorigin.rates import Allowance
from imgorigin.recipe import MAX_SEED
from imgorigin.rerolls import Rerolls
from imgorigin.versions import Versions
from imgorigin.web.openapi import Body, Header, Operation, Reply, Security
from imgorigin.web.operations import ID, PICTURE, PROJECT, edited, problems
from imgorigin.web.problems import handle
from imgorigin.web.version_shapes import HistoryDetails, PinBody, RerollBody, Rerolling, told_of
from imgorigin.web.waiting import held

ROOT: Final = "/content"
GROUP: Final = "Versions"
MOST_BODY: Final = 10_000
"""Bytes: far beyond any there is."""
POLL_AFTER: Final = 2
_METHODS: Final = {"GET": ("GET", "HEAD"), "POST": ("POST",)}
NO_STORE: Final = {"cache-control": "no-store"}

Model = TypeVar("Model", bound=BaseModel)
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What these routes work with. `caller_of` tells who asks; raises Unauthorized, TooManyRequests;
    `stranger_of` takes whoever it is for somebody without a key. `url_of` gives a path as who asks can open
    it. `count` counts the request against the plan of who asks. `wait` is how many seconds a client is held
    while its picture is made."""

    versions: Versions
    rerolls: Rerolls
    projects: Projects
    limits: Limits
    caller_of: Callable[[Scope], Awaitable[Caller]]
    url_of: Callable[[str, Caller], str]
    stranger_of: Callable[[Scope], Caller]
    count: Callable[[Caller], Awaitable[Allowance]]
    wait: float

    async def history(self, request: Request) -> Response:
        address, caller = await self._asked(request, "read")
        return await self._told(address, caller)

    async def reroll(self, request: Request) -> Response:
        address, caller = await self._asked(request, "paint")
        wanted = await _body(request, RerollBody)
        try:
            await held(self.rerolls.reroll(address, caller, seed=wanted.seed), self.wait)
        except TimeoutError:
            return _json(Rerolling(status="generating"), 202, {"retry-after": str(POLL_AFTER)})
        return await self._told(address, caller)

    async def pin(self, request: Request) -> Response:
        address, caller = await self._asked(request, "manage")
        await self.versions.pin(address, (await _body(request, PinBody)).version, caller)
        return await self._told(address, caller)

    async def undo(self, request: Request) -> Response:
        address, caller = await self._asked(request, "manage")
        await self.versions.undo(address, caller)
        return await self._told(address, caller)

    async def _asked(self, request: Request, needed: KeyScope) -> tuple[Address, Caller]:
        """The key is looked at before the address: strangers learn nothing of what there is."""
        caller = await self.caller_of(request.scope)
        allowance = await self.count(caller)
        request.state.counted = allowance.headers
        allowance.check()
        if not caller.key:
            raise Unauthorized(f"This needs a key with the scope {needed}.")
        address = parse(_path(request))
        self.limits.check(address)
        check_key(await self.projects.get(address.project), caller, needed)
        return address, caller

    async def _told(self, address: Address, caller: Caller) -> Response:
        history = await self.versions.history(address)
        return _json(told_of(address, history, lambda path: self.url_of(path, caller)))


def _path(request: Request) -> str:
    """Of the picture. Raises NotFound for one that is not UTF-8: decoded, it is another picture's."""
    try:
        unquote_to_bytes(request.scope["raw_path"]).decode()
    except UnicodeDecodeError:
        raise NotFound("The path is not valid UTF-8.") from None
    return quote(request.path_params["path"])


def routes(desk: Desk) -> list[Mount]:
    """The rest of each path is an address, with all its slashes."""
    return [
        Mount(f"{ROOT}/{name}", routes=[_any_method(_followed(desk, call, name, method))])
        for name, method, call in (
            ("versions", "GET", desk.history),
            ("reroll", "POST", desk.reroll),
            ("pin", "POST", desk.pin),
            ("undo", "POST", desk.undo),
        )
    ]


def _any_method(endpoint: Endpoint) -> Route:
    route = Route("/{path:path}", endpoint)
    route.methods = None
    return route


def _followed(desk: Desk, call: Endpoint, name: str, method: str) -> Endpoint:
    """Where a picture was renamed, the same call is redirected to its new address. Every answer, a refusal
    too, tells what is left of the plan."""

    async def answer(request: Request) -> Response:
        try:
            if request.method not in _METHODS[method]:
                raise MethodNotAllowed(f"{request.method} is not for this call. Allowed: {method}.")
            made = await call(request)
        except MovedPermanently as moved:
            headers = {"location": f"{ROOT}/{name}{moved.location}", **NO_STORE}
            made = Response(status_code=308, headers=headers)
        except ImgoriginError as error:
            made = await handle(request, error)
            if isinstance(error, MethodNotAllowed):
                made.headers["allow"] = ", ".join(_METHODS[method])
        if not hasattr(request.state, "counted"):
            request.state.counted = (await desk.count(desk.stranger_of(request.scope))).headers
        made.headers.update(request.state.counted)
        return made

    return answer


async def _body(request: Request, model: type[Model]) -> Model:
    """None at all is an empty one. Raises InvalidRequest, TooLarge."""
    data = b""
    async for chunk in request.stream():
        data += chunk
        if len(data) > MOST_BODY:
            raise TooLarge(f"The body is too large. Allowed: {MOST_BODY} bytes at the most.")
    try:
        return model.model_validate_json(data or b"{}")
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "body"
        raise InvalidRequest(field, first["msg"].lower(), _ALLOWED[model]) from None


def _json(told: BaseModel, status: int = 200, headers: Mapping[str, str] = NO_STORE) -> Response:
    return Response(told.model_dump_json(), status, dict(headers) | NO_STORE, "application/json")


_ALLOWED: Final[Mapping[type[BaseModel], str]] = {
    RerollBody: f'a JSON object such as {{"seed": 7}}, 0 to {MAX_SEED}, or no body',
    PinBody: 'a JSON object such as {"version": 2}, a number of the history',
}

_ASKED: Final = (InvalidRequest, Unauthorized, Forbidden, NotFound, TooManyRequests, CatalogUnavailable)
_PAINTING: Final = (
    Unsupported, ContentRefused, TooLarge, Conflict, NotUnderstood, ImgoriginError, PaintFailed, Busy,
    PainterUnavailable, StoreUnavailable,
)  # fmt: skip
_MOVED: Final = Reply(
    "The picture was renamed",
    media_types=(),
    headers={"Location": Header("The same call of its new address")},
)


def _operation(
    name: str,
    id_: str,
    summary: str,
    scope: KeyScope,
    description: str,
    *refused: type[ImgoriginError],
    body: type[BaseModel] | None = None,
) -> Operation:
    """Every one of them answers with the history."""
    return Operation(
        "get" if scope == "read" else "post",
        f"{ROOT}/{name}/{{project}}/{{picture}}",
        id_,
        summary,
        GROUP,
        description=description,
        parameters=(PROJECT, PICTURE),
        bodies=(Body(body, required=body is PinBody),) if body else (),
        replies={
            200: Reply("Its versions", HistoryDetails, headers=ID),
            **({202: Reply("It is being painted", Rerolling, headers=ID)} if body is RerollBody else {}),
            308: _MOVED,
            **problems(*_ASKED, *refused),
        },
        security=Security(scope),
    )


_OPERATIONS: Final = (
    _operation(
        "versions",
        "list_versions_of_picture",
        "The versions of a picture",
        "read",
        "Each has an address of its own, which shows it for good.",
    ),
    _operation(
        "reroll",
        "reroll_picture",
        "Paint a picture anew",
        "paint",
        "With another seed: a new version, which the plain address shows from now on, in every size and "
        "format, and in its edits.",
        *_PAINTING,
        body=RerollBody,
    ),
    _operation(
        "pin",
        "pin_version_of_picture",
        "Show a version of a picture",
        "manage",
        "The plain address shows it from now on.",
        *(TooLarge, Conflict, StoreUnavailable),
        body=PinBody,
    ),
    _operation(
        "undo",
        "undo_version_of_picture",
        "Show the version of a picture that was shown before",
        "manage",
        "Done twice, it shows what was shown before the undo.",
        *(Conflict, StoreUnavailable),
    ),
)
OPERATIONS: Final = (*_OPERATIONS, *map(edited, _OPERATIONS))
