"""Pages for people."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from imgorigin.address import Address, Limits, Segment, Size
from imgorigin.errors import InvalidRequest
from imgorigin.projects import Projects

WORDS: Final = "sunset-over-mountains"
"""Of the picture that a first start points at."""
LARGE: Final = (Size(1920, 1080), Size(1280, 720), Size(960, 540), Size(640, 360), Size(320, 180))

_WELCOME: Final = Path(__file__).with_name("welcome.html")


def example(projects: Projects, limits: Limits, form: str = "png") -> Address | None:
    """A picture that this server would paint for anyone; None if it paints for nobody."""
    for project in projects.open:
        for size in LARGE:
            address = Address(project, Segment(WORDS, form, size))
            try:
                limits.check(address)
            except InvalidRequest:
                continue
            return address
    return None


def routes(projects: Projects, limits: Limits) -> list[Route]:
    """The welcome page, with pictures that this server paints."""
    page = _WELCOME.read_text()

    async def welcome(request: Request) -> Response:
        shown = example(projects, limits, "webp")
        return HTMLResponse(_filled(page, shown), headers={"cache-control": "no-cache"})

    return [Route("/", welcome)]


def _filled(page: str, shown: Address | None) -> str:
    values = {
        "project": shown.project if shown else "",
        "size": str(shown.size) if shown else "",
        "path": shown.path if shown else "",
        "closed": "" if shown else "closed",
    }
    for name, value in values.items():
        page = page.replace(f"{{{{{name}}}}}", value)
    return page
