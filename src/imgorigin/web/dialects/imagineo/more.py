"""Pictures that were made, larger or in other versions."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from starlette.responses import Response

from imgorigin.address import parse
from imgorigin.errors import Conflict, Expired, NotFound, Unsupported
from imgorigin.jobs import Job
from imgorigin.recipe import seed_of
from imgorigin.web.dialects.imagineo.bulk import taken
from imgorigin.web.dialects.imagineo.calls import Call, call
from imgorigin.web.dialects.imagineo.desk import Asked
from imgorigin.web.dialects.imagineo.fields import Enlarge, Vary
from imgorigin.web.dialects.imagineo.generations import IDEMPOTENT, RUN_ID, job_of, submitted
from imgorigin.web.dialects.imagineo.runs import run_of, wish_of
from imgorigin.web.dialects.imagineo.shapes import Run, Runs
from imgorigin.web.dialects.replies import reply


async def upscale(asked: Asked) -> Response:
    job, sent = await _done(asked), await asked.body(Enlarge)
    address = parse((job.result or {})["address"])
    accepted = await asked.desk.commissions.enlarge(address, sent.scale, asked.caller)
    await asked.note("upscale", accepted.asset, scale=sent.scale)
    return reply(run_of(await submitted(asked, accepted, None)))


async def vary(asked: Asked) -> Response:
    """Their seeds follow from the first one's, so the same request gives the same pictures."""
    job, sent = await job_of(asked), await asked.body(Vary)
    if not (wish := wish_of(job)):
        raise Unsupported("An upscaled picture cannot be varied. Vary the one that it was made from.")
    seeds = [seed_of(f"{job.request['seed']}/{number}") for number in range(1, sent.count + 1)]
    project = await asked.project(await _project(asked, job))
    return reply(await taken(asked, project, [replace(wish, seed=seed) for seed in seeds]))


async def _done(asked: Asked) -> Job:
    """Raises Conflict."""
    job = await job_of(asked)
    if job.status != "done":
        raise Conflict(f"The run is {job.status}. It can be upscaled once it is completed.")
    return job


async def _project(asked: Asked, job: Job) -> str:
    rows = await asked.catalog.projects.all(job.account_id)
    return next(row.name for row in rows if row.id == job.project_id)


CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/v1/generations/{run_id}/upscale", "imagineo_upscale", "The same picture, larger", upscale,
        group="Generations", scope="paint", parts=RUN_ID, body=Enlarge, gives=Run, headers=(IDEMPOTENT,),
        fails=(NotFound, Conflict, Expired),
        description="By its model, tile by tile, if that can paint over pictures; a drawing is drawn larger.",
    ),
    call(
        "post", "/v1/generations/{run_id}/variations", "imagineo_vary", "The same words, other seeds", vary,
        group="Generations", scope="paint", parts=RUN_ID, body=Vary, gives=Runs, headers=(IDEMPOTENT,),
        fails=(NotFound,),
    ),
)  # fmt: skip
