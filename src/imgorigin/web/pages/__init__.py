"""Pages for people."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

_WELCOME = Path(__file__).with_name("welcome.html")


def routes() -> list[Route]:
    page = _WELCOME.read_text()

    async def welcome(request: Request) -> Response:
        return HTMLResponse(page, headers={"cache-control": "no-cache"})

    return [Route("/", welcome)]
