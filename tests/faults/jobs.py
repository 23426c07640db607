"""The server of `tests.faults.origin` with jobs that each want one picture, asked for at `/jobs`.

POST /jobs          a prompt each line -> 202 and the ids of its jobs
POST /jobs?batch=1  the same as one batch
GET /jobs           status, progress and tries by id
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from imgorigin.address import parse
from imgorigin.app import application
from imgorigin.caller import OPERATOR
from imgorigin.job_kinds import Kind, Report, Work, following
from imgorigin.parts import Parts
from imgorigin.queue import Lane
from tests.faults.origin import parts_of, serve


def with_jobs(parts: Parts) -> ASGIApp:
    async def perform(work: Work, report: Report) -> Mapping[str, Any]:
        address = parse(f"/demo/{work.request['prompt'].replace(' ', '-')}_64x64.png")
        painting = parts.service.picture(address, Lane(work.lane), work.caller)
        await following(painting, lambda: parts.service.progress(address), report)
        return {"address": address.text}

    async def submit(request: Request) -> JSONResponse:
        project = await parts.catalog.projects.by_name("demo")
        asked = [{"prompt": line} for line in (await request.body()).decode().splitlines()]
        if request.query_params.get("batch"):
            batch = await parts.jobs.submit_batch(project, "picture", asked, caller=OPERATOR)
            made = [job.id for job in await parts.jobs.jobs_of(batch)]
        else:
            made = [(await parts.jobs.submit(project, "picture", one, caller=OPERATOR)).id for one in asked]
        return JSONResponse(made, 202)

    async def told(request: Request) -> JSONResponse:
        project = await parts.catalog.projects.by_name("demo")
        page = await parts.jobs.list(project.scope, limit=500)
        return JSONResponse({job.id: [job.status, job.progress, job.tries] for job in page.items})

    parts.jobs.register(Kind(name="picture", perform=perform))
    origin = application(parts)
    routes = [Route("/jobs", submit, methods=["POST"]), Route("/jobs", told)]
    jobs = Starlette(routes=routes)

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        await (jobs if scope.get("path") == "/jobs" else origin)(scope, receive, send)

    return both


if __name__ == "__main__":
    chosen, parts = parts_of(sys.argv[1:])
    serve(chosen, with_jobs(parts))
