"""What jobs cost beside their painting: batches of 256 that have nothing to do, taken, told of and done."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks import servers
from benchmarks.report import Table, median, milliseconds
from imgorigin import logs
from imgorigin.caller import OPERATOR
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.job_kinds import Kind, Report, Work
from imgorigin.jobs import MOST_REQUESTS, Jobs
from imgorigin.runner import Runner

ROUNDS: Final = 5
SLOTS: Final = 8
STEPS: Final = ("the batch is taken", "its state is told", "its jobs are told", "it is done")


def run() -> list[Table]:
    """Raises Missing without a PostgreSQL."""
    table = Table(
        "Jobs",
        f"A batch of {MOST_REQUESTS} jobs that have nothing to do, {SLOTS} at once; medians of {ROUNDS}.",
        ["Until", "SQLite", "PostgreSQL"],
    )
    with logs.silenced(), tempfile.TemporaryDirectory() as folder, servers.postgresql() as url:
        columns = [asyncio.run(_measured("", Path(folder))), asyncio.run(_measured(url, Path(folder)))]
    for name in STEPS:
        table.add(name, *(milliseconds(median(column[name])) for column in columns))
    return [table]


async def _measured(url: str, folder: Path) -> dict[str, list[float]]:
    catalog = Catalog.open(url, folder)
    await catalog.start()
    account = await catalog.accounts.ensure()
    project = await catalog.projects.ensure(account.id, "acme", ProjectSettings())
    runner = Runner(catalog.jobs, catalog.claims, catalog.keys, slots=SLOTS, lease=10, days=30)
    jobs = Jobs(catalog.jobs, runner, check_webhook=_anything, pace=lambda model: 1.0)
    jobs.register(Kind(name="nothing", perform=_nothing))
    found: dict[str, list[float]] = {name: [] for name in STEPS}
    requests = [{"prompt": f"a red fox {number}"} for number in range(MOST_REQUESTS)]
    for _ in range(ROUNDS):
        running = asyncio.create_task(_run_when(jobs, go := asyncio.Event()))
        began = time.perf_counter()
        batch = await jobs.submit_batch(project, "nothing", requests, caller=OPERATOR)
        found[STEPS[0]].append(time.perf_counter() - began)
        began = time.perf_counter()
        await jobs.batch(project.scope, batch.id)
        found[STEPS[1]].append(time.perf_counter() - began)
        began = time.perf_counter()
        await jobs.jobs_of(batch)
        found[STEPS[2]].append(time.perf_counter() - began)
        began = time.perf_counter()
        go.set()
        while not (await jobs.batch(project.scope, batch.id)).ended:
            await asyncio.sleep(0.05)
        found[STEPS[3]].append(time.perf_counter() - began)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    await catalog.close()
    return found


async def _run_when(jobs: Jobs, go: asyncio.Event) -> None:
    await go.wait()
    await jobs.run()


async def _nothing(work: Work, report: Report) -> Mapping[str, Any]:
    return {"address": work.request["prompt"]}


async def _anything(url: str) -> None:
    """Any URL will do."""
