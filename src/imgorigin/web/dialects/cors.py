"""Whose scripts may read the answers of an API: everyone's, or those of the sites that a setting lists.

Who else calls it, such as a server, never asks (Fetch, 3.2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imgorigin.origins import is_listed, origin_of

_ALLOWED = b"access-control-allow-origin"


class StrictCors:
    """ASGI: takes from answers that are open to every site what opens them, but for sites that are listed."""

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self._app = app
        self._origins = tuple(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        site = dict(scope["headers"]).get(b"origin", b"").decode("latin-1")
        is_welcome = is_listed(origin_of(site), self._origins)

        async def send_narrowed(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [
                    (name, value)
                    for name, value in message["headers"]
                    if name != _ALLOWED and (is_welcome or not name.startswith(b"access-control-"))
                ]
                opened = [(_ALLOWED, site.encode("latin-1"))] if is_welcome else []
                message = {**message, "headers": [*kept, *opened, (b"vary", b"Origin")]}
            await send(message)

        await self._app(scope, receive, send_narrowed)


def narrowed(routes: Iterable[Route], origins: Collection[str]) -> list[Route]:
    """The same routes, for scripts of these sites alone; for all sites where none is listed."""
    found = list(routes)
    for route in found if origins else ():
        route.app = StrictCors(route.app, origins)
    return found
