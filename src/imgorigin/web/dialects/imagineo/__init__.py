"""ImagineoAI's API: runs that are asked for, polled, enlarged and varied. Its `GET /v1/models` is one answer
with OpenAI's (see openai.models).

Routes:     routes(desk)        what the document says of them:     OPERATIONS
Jobs:       Runs(...).kind()    to be registered before the server runs
"""

from __future__ import annotations

from typing import Final

from starlette.routing import Route

from imgorigin.web.dialects.imagineo import access, bulk, generations, more
from imgorigin.web.dialects.imagineo.calls import DIALECT
from imgorigin.web.dialects.imagineo.desk import Desk
from imgorigin.web.openapi import Operation

CALLS: Final = (*generations.CALLS, *more.CALLS, *bulk.CALLS, *access.CALLS)
OPERATIONS: Final[tuple[Operation, ...]] = tuple(one.operation for one in CALLS)


def routes(desk: Desk) -> list[Route]:
    """All calls, and an answer in this API's words for whatever else is asked below its roots."""
    return DIALECT.routes(desk, CALLS)
