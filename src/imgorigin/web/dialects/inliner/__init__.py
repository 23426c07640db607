"""The API of Inliner (https://inliner.ai), as its SDKs, its command line and its MCP server speak it.

Routes:     routes(desk)        what the document says of them:     OPERATIONS
"""

from __future__ import annotations

from typing import Final

from starlette.routing import Route

from imgorigin.web.dialects.inliner import (
    calls,
    changes,
    making,
    naming,
    pictures,
    plan,
    projects,
    tags,
    uploading,
)
from imgorigin.web.dialects.inliner.desk import Desk
from imgorigin.web.openapi import Operation

CALLS: Final = (
    *pictures.CALLS, *tags.CALLS, *changes.CALLS, *naming.CALLS, *making.CALLS, *uploading.CALLS,
    *projects.CALLS, *plan.CALLS,
)  # fmt: skip
OPERATIONS: Final[tuple[Operation, ...]] = tuple(one.operation for one in CALLS)


def routes(desk: Desk) -> list[Route]:
    """All calls, and an answer in this API's words for whatever else is asked below their roots."""
    return calls.DIALECT.routes(desk, CALLS)
