"""The API of Inliner (https://inliner.ai), as its SDKs, its command line and its MCP server speak it.

Routes:     routes(desk)        what the document says of them:     OPERATIONS
"""

from __future__ import annotations

from typing import Final

from starlette.routing import Route

from imgorigin.web.dialects.inliner import calls, changes, pictures, projects, tags
from imgorigin.web.dialects.inliner.desk import Desk
from imgorigin.web.openapi import Operation

CALLS: Final = (*pictures.CALLS, *tags.CALLS, *changes.CALLS, *projects.CALLS)
OPERATIONS: Final[tuple[Operation, ...]] = tuple(one.operation for one in CALLS)


def routes(desk: Desk) -> list[Route]:
    """All calls, and an answer in this API's words for whatever else is asked below their roots."""
    return calls.routes(desk, CALLS)
