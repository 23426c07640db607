"""ImageAPI (https://imageapi.org): pictures, one or several, product shots, logos, and tools for prompts.

Routes:     routes(desk, origins)        what the document says of them:     OPERATIONS
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from starlette.routing import Route

from imgorigin.web.dialects.cors import narrowed
from imgorigin.web.dialects.imageapi import about, making, performing, prompts
from imgorigin.web.dialects.imageapi.calls import DIALECT
from imgorigin.web.dialects.imageapi.desk import Desk
from imgorigin.web.openapi import Operation

CALLS: Final = (*making.CALLS, *prompts.CALLS, *about.CALLS)
OPERATIONS: Final[tuple[Operation, ...]] = tuple(one.operation for one in CALLS)


def routes(desk: Desk, origins: Collection[str] = ()) -> list[Route]:
    """All calls, and an answer in this API's words for whatever else is asked below its root. `origins` are
    the sites whose scripts may read the answers; none listed: all. Its jobs are done from now on."""
    desk.jobs.register(performing.kind(desk.service))
    return narrowed(DIALECT.routes(desk, CALLS), origins)
