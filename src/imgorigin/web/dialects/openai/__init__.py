"""OpenAI's API for images, as its SDKs speak it, with what servers of open models add to it: seeds, steps,
jobs and batches.

Routes:     routes(desk)        what the document says of them:     OPERATIONS
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from starlette.routing import Route

from imgorigin.web.dialects.openai import batches, jobs, models, performing, pictures
from imgorigin.web.dialects.openai.calls import DIALECT
from imgorigin.web.dialects.openai.desk import Desk
from imgorigin.web.openapi import Operation

CALLS: Final = (*pictures.CALLS, models.LIST, *models.CALLS, *jobs.CALLS, *batches.CALLS)
OPERATIONS: Final[tuple[Operation, ...]] = tuple(one.operation for one in CALLS)


def routes(desk: Desk) -> list[Route]:
    """All calls, and an answer in this API's words for whatever else is asked below /v1. Its jobs are done
    from now on."""
    told = partial(jobs.message, signed=desk.signer.signed)
    desk.jobs.register(replace(performing.kind(desk), payload=told, batch_payload=batches.message))
    return DIALECT.routes(desk, CALLS)
