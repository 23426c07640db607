"""Pictures that are asked for now and fetched later: jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

from pydantic import BaseModel, Field
from starlette.responses import Response

from imgorigin.catalog.job_rows import JobRow, Status
from imgorigin.catalog.projects import ProjectRow
from imgorigin.errors import Conflict, NotFound
from imgorigin.jobs import Job
from imgorigin.web.dialects.faults import TypedFault
from imgorigin.web.dialects.openai.calls import PROJECT, Call, call
from imgorigin.web.dialects.openai.desk import Asked, own_of
from imgorigin.web.dialects.openai.errors import fault_of_kept
from imgorigin.web.dialects.openai.order import Order
from imgorigin.web.dialects.openai.performing import KIND, request_of
from imgorigin.web.dialects.openai.shapes import Pictures
from imgorigin.web.dialects.replies import reply

IDEMPOTENCY: Final = "idempotency-key"
MOST_LISTED: Final = 200

StatusTold = Literal["QUEUED", "PROCESSING", "PROCESSED", "FAILED", "CANCELED"]
STATUSES: Final[Mapping[Status, StatusTold]] = {
    "queued": "QUEUED",
    "processing": "PROCESSING",
    "done": "PROCESSED",
    "failed": "FAILED",
    "cancelled": "CANCELED",
}
"""By the core's names."""


class JobTold(BaseModel):
    """`created` are Unix seconds, other moments ISO 8601."""

    id: str
    object: Literal["inference.job"] = "inference.job"
    status: StatusTold
    inference_type: Literal["IMAGE"] = "IMAGE"
    model: str = Field(description="That it is painted by")
    created: int
    queued_at: str


class JobWhole(JobTold):
    started_at: str | None = None
    completed_at: str | None = None
    progress: float = Field(description="0 to 1")
    estimate: float = Field(description="Seconds until it will have ended")
    batch_id: str | None = None
    result_url: str | None = Field(None, description="Of the first picture")
    result: Pictures | None = Field(None, description="As it would have been answered without async")
    error: TypedFault | None = None


class JobsTold(BaseModel):
    object: Literal["list"] = "list"
    data: list[JobWhole]
    first_id: str | None
    last_id: str | None
    has_more: bool


class Cancelled(BaseModel):
    id: str
    status: StatusTold
    canceled: bool


class JobsQuery(BaseModel):
    status: StatusTold | None = None
    active: bool = Field(False, description="Only what has not ended")
    limit: int = Field(50, ge=1, le=MOST_LISTED)
    after: str = Field("", description="The last_id of the page before")


def told(job: Job) -> JobTold:
    return JobTold(**_head(job))


def whole(job: Job, signed: Callable[[str], str]) -> JobWhole:
    """`signed` signs the URLs of a private project's pictures, which are kept as they are."""
    result = _signed(Pictures.model_validate(job.result), signed) if job.result else None
    return JobWhole(
        **_head(job),
        started_at=_moment(job.started),
        completed_at=_moment(job.ended),
        progress=round(job.progress, 3),
        estimate=round(job.estimate, 1),
        batch_id=job.batch,
        result_url=result.data[0].url if result else None,
        result=result,
        error=fault_of_kept(job.error) if job.error else None,
    )


def message(job: JobRow, signed: Callable[[str], str]) -> dict[str, Any]:
    """To the webhook of a job that has ended: the job as it is polled."""
    data = whole(Job(**{name: getattr(job, name) for name in JobRow.__slots__}, estimate=0.0), signed)
    return {
        "type": f"job.{job.status}",
        "timestamp": _moment(job.ended),
        "data": data.model_dump(mode="json", exclude_none=True),
    }


async def submit(asked: Asked, project: ProjectRow, order: Order) -> Response:
    """202 with the job. The same request with the same Idempotency-Key is the same job."""
    job = await asked.desk.jobs.submit(
        project,
        KIND,
        request_of(order, project, asked.url(""), asked.desk.model(order.wish.model, project).name),
        caller=asked.caller,
        idempotency_key=asked.request.headers.get(IDEMPOTENCY, ""),
        webhook_url=order.wish.webhook_url,
    )
    return reply(told(job), 202)


async def listed(asked: Asked) -> Response:
    query, signed = asked.query(JobsQuery), asked.desk.signer.signed
    page = await asked.desk.jobs.list(
        await own_of(asked),
        kinds=(KIND,),
        statuses=[own for own, name in STATUSES.items() if query.status in (None, name)],
        active=query.active,
        limit=query.limit,
        after=query.after,
    )
    jobs = [whole(job, signed).model_dump(exclude_none=True) for job in page.items]
    return reply(paged(jobs, has_more=page.next_cursor is not None))


def paged(data: Sequence[Mapping[str, Any]], *, has_more: bool) -> dict[str, Any]:
    """A list as OpenAI's clients page through it: they ask for what comes after its last id."""
    first, last = (data[0]["id"], data[-1]["id"]) if data else (None, None)
    return {"object": "list", "data": data, "first_id": first, "last_id": last, "has_more": has_more}


async def one(asked: Asked) -> Response:
    return reply(whole(await _job(asked), asked.desk.signer.signed).model_dump(exclude_none=True))


async def cancel(asked: Asked) -> Response:
    job = await _job(asked)
    ended = await asked.desk.jobs.cancel(asked.own, job.id)
    return reply(Cancelled(id=ended.id, status=STATUSES[ended.status], canceled=True))


async def retry(asked: Asked) -> Response:
    job = await _job(asked)
    return reply(told(await asked.desk.jobs.retry(asked.own, job.id, caller=asked.caller)), 202)


async def _job(asked: Asked) -> Job:
    """Raises NotFound, also for one of another API."""
    job = await asked.desk.jobs.get(await own_of(asked), asked.part["id"])
    if job.kind != KIND:
        raise NotFound(f"There is no job {job.id!r}.")
    return job


def _signed(told: Pictures, signed: Callable[[str], str]) -> Pictures:
    data = [one.model_copy(update={"url": one.url and signed(one.url)}) for one in told.data]
    return told.model_copy(update={"data": data})


def _head(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "status": STATUSES[job.status],
        "model": job.model,
        "created": int(job.created.timestamp()),
        "queued_at": job.created.isoformat(),
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


_ID: Final = {"id": "Of the job"}

CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/v1/jobs", "openai_jobs", "Jobs, the latest first", listed,
        group="Jobs", scope="read", headers=(PROJECT,), query=JobsQuery, gives=JobsTold,
    ),
    call(
        "get", "/v1/jobs/{id}", "openai_job", "A job", one,
        group="Jobs", scope="read", headers=(PROJECT,), parts=_ID, gives=JobWhole, fails=(NotFound,),
    ),
    call(
        "post", "/v1/jobs/{id}/cancel", "openai_cancel_job", "Cancel a job", cancel,
        group="Jobs", scope="paint", headers=(PROJECT,), parts=_ID, gives=Cancelled,
        fails=(NotFound, Conflict),
    ),
    call(
        "post", "/v1/jobs/{id}/retry", "openai_retry_job", "Try a job again", retry,
        group="Jobs", scope="paint", headers=(PROJECT,), parts=_ID, gives=JobTold, status=202,
        fails=(NotFound, Conflict),
        description="One that failed or was cancelled.",
    ),
)  # fmt: skip
