"""Many pictures at once: all of them are taken, or none."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Collection, Sequence
from typing import Final

from starlette.responses import Response

from imgorigin.catalog.projects import ProjectRow
from imgorigin.commission import Commission
from imgorigin.errors import Conflict, Expired, ImgoriginError, ItemRefused, NotFound
from imgorigin.jobs import Batch
from imgorigin.web.dialects.imagineo.calls import Call, call
from imgorigin.web.dialects.imagineo.desk import Asked
from imgorigin.web.dialects.imagineo.fields import Bulk
from imgorigin.web.dialects.imagineo.generations import IDEMPOTENCY, IDEMPOTENT, commission
from imgorigin.web.dialects.imagineo.runs import BULK, KIND, generation_of, request_of, run_of
from imgorigin.web.dialects.imagineo.shapes import BulkTold, Runs, Status
from imgorigin.web.dialects.replies import reply

BULK_ID: Final = {"bulk_id": "As it was given when the runs were taken"}


async def generate(asked: Asked) -> Response:
    sent, wishes = await asked.body(Bulk), list[Commission]()
    for index, one in enumerate(sent.requests):
        try:
            wishes.append(commission(asked, one))
        except ImgoriginError as error:
            raise ItemRefused(index, error) from None
    idle = [sent.idle or one.idle for one in sent.requests]
    return reply(await taken(asked, await asked.project(), wishes, idle))


async def taken(
    asked: Asked, project: ProjectRow, wishes: Sequence[Commission], idle: Sequence[Collection[str]] = ()
) -> Runs:
    """`idle` are fields of each that change nothing. Raises ItemRefused; then no run is taken."""
    for index, wish in enumerate(wishes):
        try:
            await asked.desk.commissions.check(project, wish, asked.caller)
        except ImgoriginError as error:
            raise ItemRefused(index, error) from None
    requests = []
    for wish, unheeded in zip(wishes, idle or [()] * len(wishes), strict=True):
        accepted = await asked.desk.commissions.accept(project, wish, asked.caller)
        await asked.note("generate", accepted.asset, prompt=wish.prompt)
        requests.append(request_of(accepted, wish, unheeded))
    batch = await asked.desk.jobs.submit_batch(
        project,
        KIND,
        requests,
        caller=asked.caller,
        idempotency_key=asked.request.headers.get(IDEMPOTENCY, ""),
    )
    jobs = await asked.desk.jobs.jobs_of(batch)
    return Runs(bulk_id=BULK + batch.id, runs=list(map(run_of, jobs)))


async def status(asked: Asked) -> Response:
    return reply(await _told(asked, await _batch(asked)))


async def cancel(asked: Asked) -> Response:
    """What is completed stays."""
    batch = await _batch(asked)
    return reply(await _told(asked, await asked.desk.jobs.cancel_batch(asked.own, batch.id)))


async def _batch(asked: Asked) -> Batch:
    named = asked.part["bulk_id"]
    with contextlib.suppress(NotFound):
        batch = await asked.desk.jobs.batch(asked.own, named.removeprefix(BULK))
        if named.startswith(BULK) and batch.kind == KIND:
            return batch
    raise NotFound(f"There is no bulk {named[:60]!r}.")


async def _told(asked: Asked, batch: Batch) -> BulkTold:
    told = [generation_of(job, asked.url) for job in await asked.desk.jobs.jobs_of(batch)]
    counts = batch.counts
    ended = counts["done"] + counts["failed"] + counts["cancelled"]
    return BulkTold(
        bulk_id=BULK + batch.id,
        status=_status(batch),
        progress=sum(100 if one.status == "failed" else one.progress for one in told) // batch.total,
        total=batch.total,
        completed=counts["done"],
        failed=ended - counts["done"],
        estimated_time=math.ceil(batch.estimate),
        runs=told,
    )


def _status(batch: Batch) -> Status:
    """Failed only if nothing came of any."""
    counts = batch.counts
    if counts["queued"] == batch.total:
        return "queued"
    if counts["queued"] + counts["processing"]:
        return "processing"
    return "completed" if counts["done"] else "failed"


CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/v1/bulk", "imagineo_bulk", "Ask for many pictures", generate,
        group="Bulk", scope="paint", body=Bulk, gives=Runs, headers=(IDEMPOTENT,),
        fails=(NotFound, Conflict, Expired),
    ),
    call(
        "get", "/v1/bulk/{bulk_id}", "imagineo_bulk_status", "How far they are", status,
        group="Bulk", scope="read", parts=BULK_ID, gives=BulkTold, fails=(NotFound,),
    ),
    call(
        "post", "/v1/bulk/{bulk_id}/cancel", "imagineo_bulk_cancel", "Give up what is not made yet", cancel,
        group="Bulk", scope="paint", parts=BULK_ID, gives=BulkTold, fails=(NotFound,),
    ),
)  # fmt: skip
