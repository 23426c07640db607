"""What jobs cost beside their painting: batches of 256 that have nothing to do, taken, told of and done; and
batches of 256 small sketches, against as many that are painted without jobs."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks import servers
from benchmarks.report import Table, median, milliseconds
from imgorigin import logs
from imgorigin.address import parse
from imgorigin.caller import OPERATOR
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.job_kinds import Kind, Report, Work
from imgorigin.jobs import MOST_REQUESTS, Jobs
from imgorigin.parts import build
from imgorigin.queue import Lane
from imgorigin.runner import Runner
from imgorigin.service import Service
from imgorigin.settings import Settings

ROUNDS: Final = 5
PAINTED_ROUNDS: Final = 3
SIZE: Final = "320x200"
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
    return [table, _painted()]


def _painted() -> Table:
    with logs.silenced(), tempfile.TemporaryDirectory() as folder:
        rounds = asyncio.run(_with_and_without(Path(folder)))
    table = Table(
        "A batch of pictures",
        f"{MOST_REQUESTS} sketches of {SIZE}, {SLOTS} at once, as a batch and without jobs; medians of "
        f"{PAINTED_ROUNDS} rounds in turn. The ratio is to those without in the same round.",
        ["", "seconds", "ratio"],
    )
    table.add("without jobs", milliseconds(median(bare for bare, _ in rounds)), "1.00")
    ratio = median(batch / bare for bare, batch in rounds)
    table.add("as a batch", milliseconds(median(batch for _, batch in rounds)), f"{ratio:.2f}")
    return table


async def _with_and_without(folder: Path) -> list[tuple[float, float]]:
    """Seconds, by round."""
    parts = build(Settings(data=folder, access_log="none", job_slots=SLOTS))

    async def perform(work: Work, report: Report) -> Mapping[str, Any]:
        address = parse(work.request["address"])
        await parts.service.picture(address, Lane(work.lane), work.caller)
        return {"address": address.path}

    parts.jobs.register(Kind(name="picture", perform=perform))
    async with parts.running():
        project = await parts.catalog.projects.by_name("demo")
        await parts.service.picture(parse(f"/demo/warm-up_{SIZE}.webp"))
        found = []
        for number in range(PAINTED_ROUNDS):
            bare = await _timed(_all_at(parts.service, _addresses(f"bare-{number}")))
            found.append((bare, await _timed(_batch(parts.jobs, project, _addresses(f"batch-{number}")))))
    return found


def _addresses(name: str) -> list[str]:
    return [f"/demo/red-fox-{name}-{at}_{SIZE}.webp" for at in range(MOST_REQUESTS)]


async def _all_at(service: Service, addresses: Iterable[str]) -> None:
    slots = asyncio.Semaphore(SLOTS)

    async def one(address: str) -> None:
        async with slots:
            await service.picture(parse(address), Lane.BATCH)

    await asyncio.gather(*map(one, addresses))


async def _batch(jobs: Jobs, project: ProjectRow, addresses: Iterable[str]) -> None:
    requests = [{"address": address} for address in addresses]
    batch = await jobs.submit_batch(project, "picture", requests, caller=OPERATOR)
    while not (batch := await jobs.batch(project.scope, batch.id)).ended:
        await asyncio.sleep(0.2)
    if batch.counts["done"] < batch.total:
        raise RuntimeError(f"Of a batch of {batch.total} this came: {batch.counts}")


async def _timed(work: Awaitable[None]) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


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
