"""How far a picture is, as it is made, for pages: server-sent events.

GET /content/events/{address}

    event: progress   {"state": "painting", "progress": 0.4, "step": 8, "steps": 20}
    event: preview    {"step": 8, "steps": 20, "preview": "data:image/png;base64,..."}
    event: ready      {"url": "/demo/red-fox_800x600.png", "width": 800, "height": 600, "format": "png"}
    event: failed     as an error's JSON

The last event is `ready` or `failed`: the client closes then, for an EventSource would ask again.
"""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal

import structlog
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import Scope

from imgorigin.address import Address, Limits, parse
from imgorigin.caller import Caller
from imgorigin.errors import ImgoriginError, MovedPermanently
from imgorigin.progress import State
from imgorigin.queue import Lane
from imgorigin.service import Rendition, Service
from imgorigin.web import respond, sse
from imgorigin.web.openapi import Operation, Reply, Security
from imgorigin.web.operations import ID, PICTURE, PICTURES, PROJECT, REFUSED, SIGNED, edited, problems
from imgorigin.web.problems import details, handle

ROOT: Final = "/content/events"
ANY_PAGE: Final = {"access-control-allow-origin": "*"}
PREFLIGHT: Final = {name.decode(): value.decode() for name, value in respond.PREFLIGHT}

Steps = AsyncIterator[State | Rendition]

log = structlog.get_logger(__name__)


class Event(BaseModel):
    """One of the stream."""

    event: Literal["progress", "preview", "ready", "failed"]
    data: str = Field(
        description="JSON. Of `progress`: `state` (queued, loading, painting), `progress` (0 to 1), and "
        "`step` and `steps` where there are any; of `preview`: `step`, `steps`, and `preview`, a PNG as a "
        "data URL; of `ready`: `url`, `width`, `height`, `format`; of `failed`: an error's JSON."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What this route works with. `caller_of` tells who asks; raises Unauthorized, TooManyRequests;
    `url_of` gives a path as who asks can open it."""

    service: Service
    limits: Limits
    caller_of: Callable[[Scope], Awaitable[Caller]]
    url_of: Callable[[str, Caller], str]
    heartbeat: float = sse.HEARTBEAT

    async def events(self, request: Request) -> Response:
        """What is refused is refused by its status; what fails later is told as an event."""
        if request.method == "OPTIONS":
            return Response(None, 204, PREFLIGHT)
        try:
            address = parse(request.scope["raw_path"].removeprefix(ROOT.encode()))
            self.limits.check(address)
            caller = await self.caller_of(request.scope)
            steps = self.service.watch(address, Lane.INTERACTIVE, caller)
            first = await anext(steps)
        except MovedPermanently as moved:
            headers = {"location": f"{ROOT}{moved.location}", "cache-control": "no-store"}
            return Response(status_code=308, headers=headers | ANY_PAGE)
        except ImgoriginError as error:
            return await handle(request, error)
        ready = partial(_ready, address, lambda: self.url_of(address.path, caller))
        told = _told(address, first, steps, request.scope["request_id"], ready)
        return sse.streamed(told, ANY_PAGE, heartbeat=self.heartbeat)


def routes(desk: Desk) -> list[Mount]:
    """The rest of the path is an address, with all its slashes."""
    return [Mount(ROOT, routes=[Route("/{path:path}", desk.events, methods=["GET", "OPTIONS"])])]


async def _told(
    address: Address,
    first: State | Rendition,
    steps: AsyncGenerator[State | Rendition],
    request_id: str,
    ready: Callable[[], dict[str, Any]],
) -> AsyncGenerator[bytes]:
    async with aclosing(steps):
        try:
            shown = b""
            async for step in _with_first(first, steps):
                if isinstance(step, Rendition):
                    yield sse.event("ready", ready())
                    return
                if step.preview and step.preview != shown:
                    shown = step.preview
                    yield sse.event("preview", _preview(step))
                if step.state != "done":  # painted; it is not there before it is cut
                    yield sse.event("progress", _progress(step))
        except ImgoriginError as error:
            yield sse.event("failed", details(error, request_id))
        except Exception:
            log.exception("unforeseen error", path=address.path, request_id=request_id)
            broken = ImgoriginError("Something broke that should not have; the log tells more.")
            yield sse.event("failed", details(broken, request_id))


async def _with_first(first: State | Rendition, steps: Steps) -> Steps:
    yield first
    async for step in steps:
        yield step


def _progress(state: State) -> dict[str, Any]:
    told = {"state": state.state, "progress": round(state.part, 3)}
    return told | ({"step": state.step, "steps": state.steps} if state.steps else {})


def _preview(state: State) -> dict[str, Any]:
    picture = base64.b64encode(state.preview or b"").decode()
    return {"step": state.step, "steps": state.steps, "preview": f"data:image/png;base64,{picture}"}


def _ready(address: Address, url: Callable[[], str]) -> dict[str, Any]:
    size = address.size
    return {"url": url(), "width": size.width, "height": size.height, "format": address.format}


_EVENTS: Final = Operation(
    "get",
    f"{ROOT}/{{project}}/{{picture}}",
    "watch_picture",
    "How far a picture is",
    PICTURES,
    description="Server-sent events, from now until it is there: `progress` (queued, loading, painting), "
    "`preview` (a small picture of how far it is, where the server makes previews), and at last `ready` with "
    "its path, signed where the project is private, or `failed` with what is wrong. The picture is painted "
    "if it is not there yet. Who stops listening stops nothing that others wait for.",
    parameters=(PROJECT, PICTURE, *SIGNED),
    replies={
        200: Reply("Events, each as this has it", Event, (sse.MEDIA_TYPE,), ID),
        308: Reply("The picture was renamed", media_types=()),
        **problems(*REFUSED),
    },
    security=Security("paint", required=False),
)
OPERATIONS: Final = (_EVENTS, edited(_EVENTS))
