"""Runs: jobs that paint the picture at an address, and what is told of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from imgorigin.address import Address, Size, parse
from imgorigin.catalog import job_rows
from imgorigin.commission import Commission
from imgorigin.commissions import Accepted
from imgorigin.errors import MovedPermanently, NotFound
from imgorigin.job_kinds import Kind, Report, Work, following
from imgorigin.jobs import Job
from imgorigin.queue import Lane
from imgorigin.service import Service
from imgorigin.web.dialects.imagineo.errors import Fault, fault_of
from imgorigin.web.dialects.imagineo.shapes import Run, RunWhole, Status

KIND: Final = "imagineo.run"
PREFIX: Final = "gen_"
BULK: Final = "bulk_"
FORMAT: Final = "png"

STATUSES: Final[Mapping[job_rows.Status, Status]] = {
    "queued": "queued",
    "processing": "processing",
    "done": "completed",
    "failed": "failed",
    "cancelled": "failed",
}
"""Of this API, by ours."""
CANCELLED: Final = Fault(code="cancelled", message="The run was cancelled.")


@dataclass(frozen=True, slots=True)
class Runs:
    """Does them. What a run has bound is painted at its address, so one that is done again finds it."""

    service: Service

    def kind(self) -> Kind:
        return Kind(name=KIND, perform=self.perform)

    async def perform(self, work: Work, report: Report) -> Mapping[str, Any]:
        address = parse(work.request["address"])
        try:
            return await self._painted(address, work, report)
        except MovedPermanently as moved:
            return await self._painted(parse(moved.location), work, report)

    async def _painted(self, address: Address, work: Work, report: Report) -> Mapping[str, Any]:
        painting = self.service.picture(address, Lane(work.lane), work.caller)
        await following(painting, lambda: self.service.progress(address), report)
        return result_of(address)


def result_of(address: Address) -> Mapping[str, Any]:
    """Of a job that has painted the picture there."""
    return {"address": address.path}


def request_of(accepted: Accepted, wish: Commission | None, idle: Collection[str] = ()) -> dict[str, Any]:
    """The request of a job (JSON). Without a `wish` the picture cannot be varied. `idle` are fields that
    change nothing, beside those that the model makes nothing of."""
    told = {one.name: getattr(wish, one.name) for one in fields(wish)} if wish else None
    if told and wish:
        told |= {"size": [wish.size.width, wish.size.height], "images": list(wish.images)}
    return {
        "address": accepted.address.path,
        "model": accepted.recipe.model,
        "seed": accepted.recipe.seed,
        "ignored": [*accepted.ignored, *idle],
        "wish": told,
    }


def wish_of(job: Job) -> Commission | None:
    """What was asked for."""
    told = job.request.get("wish")
    if not told:
        return None
    return Commission(**{**told, "size": Size(*told["size"]), "images": tuple(told["images"])})


def job_id(run_id: str) -> str:
    """Raises NotFound."""
    if not run_id.startswith(PREFIX):
        raise no_run(run_id)
    return run_id.removeprefix(PREFIX)


def check_ours(kind: str, named: str) -> None:
    """Raises NotFound for a job of another API."""
    if kind != KIND:
        raise no_run(named)


def no_run(named: str) -> NotFound:
    return NotFound(f"There is no run {named[:60]!r}.")


def run_of(job: Job) -> Run:
    return Run(run_id=PREFIX + job.id, status=STATUSES[job.status], estimated_time=math.ceil(job.estimate))


def generation_of(job: Job, url: Callable[[str], str]) -> RunWhole:
    is_done = job.status == "done"
    path = job.result["address"] if is_done and job.result else None
    return RunWhole(
        run_id=PREFIX + job.id,
        status=STATUSES[job.status],
        progress=100 if is_done else min(99, math.floor(job.progress * 100)),
        image_url=url(path) if path else None,
        estimated_time=math.ceil(job.estimate),
        seed=job.request["seed"],
        ignored=job.request["ignored"],
        error=_fault(job),
    )


def _fault(job: Job) -> Fault | None:
    if job.status == "cancelled":
        return CANCELLED
    if job.status != "failed":
        return None
    return fault_of(job.error or {})
