"""How the items of a request are done: each is a job that paints the picture at its address, so whoever asked
may go away, and the server be killed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from imgorigin.address import Address, parse
from imgorigin.caller import Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.commissions import Accepted
from imgorigin.errors import MovedPermanently
from imgorigin.job_kinds import Kind, Report, Work, following
from imgorigin.jobs import Job
from imgorigin.queue import Lane
from imgorigin.service import Service
from imgorigin.web.dialects.imageapi.desk import Desk

KIND: Final = "imageapi.item"
STILL: Final = "The image is still being generated. Send the same request again to get it."
CANCELLED: Final = "The image is not generated any more: its job was cancelled."


def kind(service: Service) -> Kind:
    """To be registered once."""

    async def perform(work: Work, report: Report) -> Mapping[str, Any]:
        address = parse(work.request["address"])
        try:
            await _painted(service, address, work, report)
        except MovedPermanently as moved:
            await _painted(service, parse(moved.location), work, report)
        return {"address": address.path}

    return Kind(name=KIND, perform=perform)


async def painted(
    desk: Desk, project: ProjectRow, accepted: Sequence[Accepted], caller: Caller
) -> Mapping[str, str]:
    """Have them painted, for as long as a client is held. Gives what is wrong with those that are not there
    then, by their path."""
    missing = {
        one.address.path: one for one in accepted if not await desk.service.stored(one.address, caller)
    }
    if not missing:
        return {}
    requests = [{"address": path, "model": one.recipe.model} for path, one in missing.items()]
    batch = await desk.jobs.submit_batch(project, KIND, requests, caller=caller, lane=Lane.API)
    jobs = await desk.jobs.ended(batch, desk.wait)
    return {job.request["address"]: _wrong(job) for job in jobs if job.status != "done"}


async def _painted(service: Service, address: Address, work: Work, report: Report) -> None:
    painting = service.picture(address, Lane(work.lane), work.caller)
    await following(painting, lambda: service.progress(address), report)


def _wrong(job: Job) -> str:
    if job.is_active:
        return STILL
    return str(job.error["message"]) if job.error else CANCELLED
