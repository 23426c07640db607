"""Kinds of jobs: who checks one, who does it, and what its webhook is told. A dialect registers its own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

from imgorigin.caller import Caller
from imgorigin.catalog.job_rows import BatchRow, JobRow
from imgorigin.catalog.projects import ProjectRow
from imgorigin.errors import ImgoriginError, InvalidRequest
from imgorigin.progress import Progress

T = TypeVar("T")

LOOK_SECONDS: Final = 0.25
"""Between two looks at how far a painting is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(JobRow):
    """A job that is to be done, for whom: they pay for it."""

    caller: Caller


Report = Callable[[float], Awaitable[None]]
"""Is told how far a job is, 0..1."""
Performer = Callable[[Work, Report], Awaitable[Mapping[str, Any]]]
"""Does one request and gives its result (JSON). It may be called again for a job that a process died over, so
it must come to the same when it does. Whoever cancels it wants nothing of it any more."""
Check = Callable[[Mapping[str, Any], ProjectRow, Caller], Awaitable[None]]
"""Raises what keeps a request from being done for this caller: ImgoriginError."""


def standard_payload(job: JobRow) -> Mapping[str, Any]:
    """As the Standard Webhooks specification advises: type, timestamp, data."""
    data = {
        "id": job.id,
        "kind": job.kind,
        "status": job.status,
        "attempt": job.attempt,
        "request": job.request,
        "result": job.result,
        "error": job.error,
        "created": job.created.isoformat(),
    }
    return {"type": f"job.{job.status}", "timestamp": _moment(job.ended), "data": data}


def standard_batch_payload(batch: BatchRow) -> Mapping[str, Any]:
    data = {
        "id": batch.id,
        "kind": batch.kind,
        "label": batch.label,
        "total": batch.total,
        "counts": dict(batch.counts),
        "created": batch.created.isoformat(),
    }
    return {"type": "batch.ended", "timestamp": _moment(batch.ended), "data": data}


def model_of(request: Mapping[str, Any]) -> str:
    """The model that it names, for estimates; empty: the project's."""
    model = request.get("model")
    return model if isinstance(model, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`payload` and `batch_payload` are the bodies that webhooks are sent when one has ended."""

    name: str
    perform: Performer
    check: Check | None = None
    model_of: Callable[[Mapping[str, Any]], str] = model_of
    payload: Callable[[JobRow], Mapping[str, Any]] = standard_payload
    batch_payload: Callable[[BatchRow], Mapping[str, Any]] = standard_batch_payload


def error_of(failure: ImgoriginError) -> Mapping[str, Any]:
    """As it is kept of a job, for any dialect to tell in its own words."""
    found: dict[str, Any] = {
        "code": failure.code,
        "message": failure.detail,
        "status": failure.status,
        "retry_after": failure.retry_after,
    }
    if isinstance(failure, InvalidRequest):
        found |= {"field": failure.field, "problem": failure.problem, "allowed": failure.allowed}
    return found


async def following(
    work: Awaitable[T],
    look: Callable[[], Progress | None],
    report: Report,
    *,
    begin: float = 0.0,
    end: float = 1.0,
) -> T:
    """The result of `work`, and meanwhile reports of how far it is, as the part of a job from `begin` to
    `end`. `look` finds the progress, if there is one yet: `lambda: service.progress(address)`."""
    task: asyncio.Future[T] = asyncio.ensure_future(work)
    try:
        while not (await asyncio.wait([task], timeout=LOOK_SECONDS))[0]:
            if progress := look():
                await report(begin + (end - begin) * progress.state.part)
    finally:
        task.cancel()
    result = await task
    await report(end)
    return result


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
