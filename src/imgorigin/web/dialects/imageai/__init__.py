"""Image AI API (https://imageaiapi.com): pictures in a style, at once or by a job that a webhook tells of.

Routes:     routes(desk, origins)        what the document says of them:     OPERATIONS
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from starlette.routing import Route

from imgorigin.web.dialects.cors import narrowed
from imgorigin.web.dialects.imageai import generating, performing
from imgorigin.web.dialects.imageai.calls import DIALECT
from imgorigin.web.dialects.imageai.desk import Desk
from imgorigin.web.openapi import Operation

CALLS: Final = generating.CALLS
OPERATIONS: Final[tuple[Operation, ...]] = tuple(one.operation for one in CALLS)


def routes(desk: Desk, origins: Collection[str] = ()) -> list[Route]:
    """All calls, and an answer in this API's words for whatever else is asked below its root. `origins` are
    the sites whose scripts may read the answers; none listed: all. To be called once: its jobs are done from
    then on."""
    desk.jobs.register(performing.kind(desk))
    return narrowed(DIALECT.routes(desk, CALLS), origins)
