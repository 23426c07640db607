"""Pictures that are asked for, and how far they are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from pydantic import BaseModel, Field
from starlette.responses import Response

from imgorigin.address import Size
from imgorigin.commission import Commission
from imgorigin.commissions import Accepted
from imgorigin.errors import Expired, InvalidRequest, NotFound
from imgorigin.jobs import Job
from imgorigin.web.dialects.imagineo.calls import Call, call
from imgorigin.web.dialects.imagineo.desk import Asked
from imgorigin.web.dialects.imagineo.fields import Generate
from imgorigin.web.dialects.imagineo.runs import (
    FORMAT,
    KIND,
    STATUSES,
    check_ours,
    generation_of,
    job_id,
    no_run,
    request_of,
    result_of,
    run_of,
)
from imgorigin.web.dialects.imagineo.shapes import Listed, Run, RunWhole, Status
from imgorigin.web.dialects.models import chosen
from imgorigin.web.dialects.replies import reply
from imgorigin.web.openapi import Parameter

IDEMPOTENCY: Final = "Idempotency-Key"
RUN_ID: Final = {"run_id": "As it was given when the run was taken"}


class ListQuery(BaseModel):
    status: Status | None = Field(None, description="Only such; those that were cancelled are failed")
    limit: int = Field(20, ge=1, le=100, description="How many")
    cursor: str = Field("", description="The next_cursor of the page before")


async def generate(asked: Asked) -> Response:
    """What cannot be made is told at once; what can be has its address from now on."""
    sent = await asked.body(Generate)
    wish = commission(asked, sent)
    accepted = await asked.desk.commissions.accept(await asked.project(), wish, asked.caller)
    if accepted.is_new:
        await asked.note("generate", accepted.asset, prompt=wish.prompt)
    return reply(run_of(await submitted(asked, accepted, wish, sent.idle)))


async def status(asked: Asked) -> Response:
    job = await job_of(asked)
    headers = {"retry-after": str(max(1, round(job.estimate)))} if job.is_active else {}
    return reply(generation_of(job, asked.url), 200, headers)


async def listed(asked: Asked) -> Response:
    query = asked.query(ListQuery)
    statuses = [own for own, name in STATUSES.items() if query.status in (None, name)]
    try:
        page = await asked.desk.jobs.list(
            asked.own, kinds=[KIND], statuses=statuses, limit=query.limit, cursor=query.cursor
        )
    except InvalidRequest as error:  # of the only value that has not been read yet
        raise InvalidRequest("cursor", error.problem, error.allowed) from None
    told = [generation_of(job, asked.url) for job in page.items]
    return reply(Listed(generations=told, next_cursor=page.next_cursor))


def commission(asked: Asked, sent: Generate) -> Commission:
    """In the core's words. Raises InvalidRequest."""
    model = chosen(asked.desk.painters, sent.model_id, "model_id")
    return Commission(
        prompt=sent.positive_prompt,
        size=Size(sent.width, sent.height),
        format=FORMAT,
        model=model.model,
        negative_prompt=sent.negative_prompt,
        seed=sent.seed,
        guidance=sent.guidance,
        lora=model.lora,
        lora_weight=sent.lora_weight,
    )


async def submitted(
    asked: Asked, accepted: Accepted, wish: Commission | None, idle: Collection[str] = ()
) -> Job:
    """A run of a picture that is there is completed. Raises Conflict for a key of idempotency that stands
    for something else."""
    is_there = await asked.desk.service.stored(accepted.address, asked.caller)
    return await asked.desk.jobs.submit(
        accepted.project,
        KIND,
        request_of(accepted, wish, idle),
        caller=asked.caller,
        idempotency_key=asked.request.headers.get(IDEMPOTENCY, ""),
        result=result_of(accepted.address) if is_there else None,
    )


async def job_of(asked: Asked) -> Job:
    """That the path names. Raises NotFound."""
    named = asked.part["run_id"]
    try:
        job = await asked.desk.jobs.get(asked.own, job_id(named))
    except NotFound:
        raise no_run(named) from None
    check_ours(job.kind, named)
    return job


IDEMPOTENT: Final = Parameter(
    IDEMPOTENCY, "header", str, "The same request with the same key within a day is the same run"
)
CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/v1/generate", "imagineo_generate", "Ask for a picture", generate,
        group="Generations", scope="paint", body=Generate, gives=Run, headers=(IDEMPOTENT,),
        fails=(NotFound, Expired),
    ),
    call(
        "get", "/v1/generations/{run_id}", "imagineo_generation", "How far a picture is", status,
        group="Generations", scope="read", parts=RUN_ID, gives=RunWhole, fails=(NotFound,),
    ),
    call(
        "get", "/v1/generations", "imagineo_generations", "What was asked for, the latest first", listed,
        group="Generations", scope="read", query=ListQuery, gives=Listed,
    ),
)  # fmt: skip
