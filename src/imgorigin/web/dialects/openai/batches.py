"""Many jobs at once: batches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

from pydantic import BaseModel, Field
from starlette.responses import Response

from imgorigin.catalog.job_rows import BatchRow
from imgorigin.catalog.projects import ProjectRow
from imgorigin.errors import Conflict, ImgoriginError, InvalidRequest, ItemRefused, NotFound
from imgorigin.jobs import MOST_REQUESTS, Batch
from imgorigin.web.dialects.openai.calls import PROJECT, Call, call
from imgorigin.web.dialects.openai.desk import Asked, own_of, project_of
from imgorigin.web.dialects.openai.errors import BatchTooLarge
from imgorigin.web.dialects.openai.fields import LONGEST_URL, Sent
from imgorigin.web.dialects.openai.jobs import IDEMPOTENCY, MOST_LISTED, JobWhole, paged, whole
from imgorigin.web.dialects.openai.order import Order
from imgorigin.web.dialects.openai.performing import KIND, request_of, wish_of
from imgorigin.web.dialects.replies import reply

LONGEST_LABEL: Final = 200

State = Literal["PENDING", "PROCESSING", "DONE"]


class BatchRequest(Sent):
    endpoint: Literal["/v1/images/generations"]
    body: dict[str, Any] = Field(description="As it would be sent to the endpoint")


class Submitted(Sent):
    label: str = Field("", max_length=LONGEST_LABEL)
    webhook_url: str = Field("", max_length=LONGEST_URL, description="Told of the end of all")
    requests: list[BatchRequest] = Field(min_length=1, description="At most 256")


class BatchTold(BaseModel):
    id: str
    object: Literal["inference.batch"] = "inference.batch"
    label: str
    status: State
    total: int
    queued: int
    processing: int
    processed: int
    failed: int
    canceled: int
    progress: float = Field(description="0 to 1")
    created: int = Field(description="Unix seconds")
    estimate: float = Field(description="Seconds until it will have ended")


class BatchWhole(BatchTold):
    jobs: list[JobWhole] = Field(description="In the order of the requests")


class BatchesTold(BaseModel):
    object: Literal["list"] = "list"
    data: list[BatchTold]
    first_id: str | None
    last_id: str | None
    has_more: bool


class BatchesQuery(BaseModel):
    limit: int = Field(50, ge=1, le=MOST_LISTED)
    after: str = Field("", description="The last_id of the page before")


def told(batch: Batch) -> dict[str, Any]:
    counts = batch.counts
    begun = counts["queued"] < batch.total
    state: State = "DONE" if batch.ended else "PROCESSING" if begun else "PENDING"
    return BatchTold(
        id=batch.id,
        label=batch.label,
        status=state,
        total=batch.total,
        queued=counts["queued"],
        processing=counts["processing"],
        processed=counts["done"],
        failed=counts["failed"],
        canceled=counts["cancelled"],
        progress=round(batch.progress, 3),
        created=int(batch.created.timestamp()),
        estimate=round(batch.estimate, 1),
    ).model_dump()


def message(batch: BatchRow) -> dict[str, Any]:
    """To the webhook of a batch that has ended: the batch as it is listed."""
    data = told(Batch(**{name: getattr(batch, name) for name in BatchRow.__slots__}, estimate=0.0))
    ended = batch.ended.isoformat() if batch.ended else None
    return {"type": "batch.ended", "timestamp": ended, "data": data}


async def submit(asked: Asked) -> Response:
    """All or, if one of them is not to be done, none."""
    sent = await asked.body(Submitted)
    if len(sent.requests) > MOST_REQUESTS:
        raise BatchTooLarge("requests", f"{len(sent.requests)} of them", f"{MOST_REQUESTS} at the most")
    project = await project_of(asked)
    batch = await asked.desk.jobs.submit_batch(
        project,
        KIND,
        [_request(asked, index, item, project) for index, item in enumerate(sent.requests)],
        caller=asked.caller,
        idempotency_key=asked.request.headers.get(IDEMPOTENCY, ""),
        webhook_url=sent.webhook_url,
        label=sent.label,
    )
    return reply(told(batch), 202)


async def listed(asked: Asked) -> Response:
    query = asked.query(BatchesQuery)
    page = await asked.desk.jobs.batches(
        await own_of(asked), kinds=(KIND,), limit=query.limit, after=query.after
    )
    return reply(paged([told(one) for one in page.items], has_more=page.next_cursor is not None))


async def one(asked: Asked) -> Response:
    batch, signed = await _batch(asked), asked.desk.signer.signed
    jobs = [whole(job, signed).model_dump(exclude_none=True) for job in await asked.desk.jobs.jobs_of(batch)]
    return reply({**told(batch), "jobs": jobs})


async def cancel(asked: Asked) -> Response:
    batch = await _batch(asked)
    return reply(told(await asked.desk.jobs.cancel_batch(asked.own, batch.id)))


def _request(asked: Asked, index: int, item: BatchRequest, project: ProjectRow) -> Mapping[str, Any]:
    """As a job keeps it. Raises ItemRefused."""
    try:
        order = Order(kind="image_generation", wish=wish_of(item.body))
        if order.painting.stream:
            raise InvalidRequest("stream", "true", "false: nobody listens to a batch")
        if order.wish.webhook_url:
            raise InvalidRequest("webhook_url", "set", "one beside `requests`, told of the end of all")
        return request_of(order, project, asked.url(""), asked.desk.model(order.wish.model, project).name)
    except ImgoriginError as error:
        raise ItemRefused(index, error) from error


async def _batch(asked: Asked) -> Batch:
    """Raises NotFound, also for one of another API."""
    batch = await asked.desk.jobs.batch(await own_of(asked), asked.part["id"])
    if batch.kind != KIND:
        raise NotFound(f"There is no batch {batch.id!r}.")
    return batch


_ID: Final = {"id": "Of the batch"}

CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/v1/batches", "openai_submit_batch", "Have many pictures painted", submit,
        group="Batches", scope="paint", headers=(PROJECT,), body=Submitted, gives=BatchTold, status=202,
        fails=(NotFound, Conflict, InvalidRequest),
        description="All requests are checked before any is taken.",
    ),
    call(
        "get", "/v1/batches", "openai_batches", "Batches, the latest first", listed,
        group="Batches", scope="read", headers=(PROJECT,), query=BatchesQuery, gives=BatchesTold,
    ),
    call(
        "get", "/v1/batches/{id}", "openai_batch", "A batch and its jobs", one,
        group="Batches", scope="read", headers=(PROJECT,), parts=_ID, gives=BatchWhole, fails=(NotFound,),
    ),
    call(
        "post", "/v1/batches/{id}/cancel", "openai_cancel_batch", "Cancel a batch", cancel,
        group="Batches", scope="paint", headers=(PROJECT,), parts=_ID, gives=BatchTold, fails=(NotFound,),
    ),
)  # fmt: skip
