"""How a job of this API is checked and done: as the same request without `async` would have been."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from imgorigin.caller import Caller
from imgorigin.catalog.job_rows import JobRow, Status
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.tables import now
from imgorigin.commissions import Accepted
from imgorigin.job_kinds import Kind, Report, Work
from imgorigin.progress import Progress
from imgorigin.queue import Lane
from imgorigin.web.dialects.imageai.desk import Desk
from imgorigin.web.dialects.imageai.errors import fault_of_kept
from imgorigin.web.dialects.imageai.making import PREFIX, Maker, read
from imgorigin.web.dialects.imageai.shapes import Generate, told
from imgorigin.web.dialects.several import in_turn

KIND: Final = "imageai.image"

STATUSES: Final[Mapping[Status, str]] = {
    "queued": "queued",
    "processing": "processing",
    "done": "completed",
    "failed": "failed",
    "cancelled": "cancelled",
}
"""By the core's names."""


def request_of(sent: Generate, project: ProjectRow, base: str) -> Mapping[str, Any]:
    """What is kept of a request, as JSON; its URLs will begin with `base`."""
    body = sent.model_dump(
        mode="json", by_alias=True, exclude_unset=True, exclude={"is_async", "webhook_url"}
    )
    return {"body": body, "project": project.public_id, "base": base, "model": project.settings.default_model}


def state(job: JobRow, signed: Callable[[str], str]) -> dict[str, Any]:
    """As it is polled, and as its webhook is told. `signed` signs the URLs of a private project's pictures,
    which are kept as they are."""
    found = {"id": PREFIX + job.id, "status": STATUSES[job.status], "progress": round(job.progress, 3)}
    if job.status == "done" and job.result:
        return {**_signed(job.result, signed), **found, "progress": 1.0}
    if job.status == "failed" and job.error:
        return {**found, "error": fault_of_kept(job.error).model_dump()}
    return found


def kind(desk: Desk) -> Kind:
    """To be registered once."""

    async def check(request: Mapping[str, Any], project: ProjectRow, caller: Caller) -> None:
        wanted, _ = _maker(desk, request, project, caller).commission()
        await desk.commissions.check(project, wanted, caller)

    async def perform(work: Work, report: Report) -> Mapping[str, Any]:
        project = await desk.catalog.projects.get(work.account_id, work.request["project"])
        desk.projects.learn(project)
        maker = _maker(desk, work.request, project, work.caller, Lane(work.lane))
        taken = await maker.take()
        pictures = await in_turn(
            taken, maker.picture, partial(_progress, desk), lambda made: made.url, report
        )
        return told(pictures, now())

    return Kind(name=KIND, perform=perform, check=check, payload=partial(state, signed=desk.signer.signed))


def _maker(
    desk: Desk, request: Mapping[str, Any], project: ProjectRow, caller: Caller, lane: Lane = Lane.API
) -> Maker:
    sent = read(request["body"], desk)
    base = str(request["base"])
    return Maker(
        desk=desk,
        project=project,
        caller=caller,
        sent=sent,
        url=lambda path: base + path,
        lane=lane,
        is_job=True,
    )


def _signed(result: Mapping[str, Any], signed: Callable[[str], str]) -> Mapping[str, Any]:
    if "images" in result:
        return {**result, "images": [_signed(one, signed) for one in result["images"]]}
    return {**result, "url": signed(result["url"])}


def _progress(desk: Desk, one: Accepted) -> Progress | None:
    return desk.service.progress(one.address)
