"""Jobs as a dialect sees them: taken, done, told how far, by the runner of a whole origin."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from imgorigin.address import parse
from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.job_rows import Status
from imgorigin.catalog.jobs import JobTable, Submission
from imgorigin.catalog.keys import Key
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.tables import jobs, now
from imgorigin.errors import (
    Busy,
    CatalogUnavailable,
    Conflict,
    Forbidden,
    ImgoriginError,
    InvalidRequest,
    ItemRefused,
    OutOfMemory,
    PainterUnavailable,
    PaintFailed,
    TooManyRequests,
    Unauthorized,
)
from imgorigin.gauges import Gauges
from imgorigin.job_kinds import Kind, Report, Work, following
from imgorigin.jobs import Batch, Job, Jobs
from imgorigin.metrics import Metrics
from imgorigin.parts import Parts
from imgorigin.progress import Progress
from imgorigin.queue import Lane, WorkQueue
from tests.origin import running_origin


async def until(happened: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(20):
        while not await happened():
            await asyncio.sleep(0.02)


@dataclass
class Doing:
    """A performer that notes its works, and does what the request says; `go` lets those go on that wait."""

    works: list[Work] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    go: asyncio.Event = field(default_factory=asyncio.Event)

    async def perform(self, work: Work, report: Report) -> Mapping[str, Any]:
        self.works.append(work)
        if self.failures:
            raise self.failures.pop(0)
        if "wait" in work.request:
            await report(work.request["wait"])
            try:
                await self.go.wait()
            except asyncio.CancelledError:
                self.left.append(work.id)
                raise
        return {"did": work.request["prompt"], "attempt": work.attempt}

    async def check(self, request: Mapping[str, Any], project: ProjectRow, caller: Caller) -> None:
        if request["prompt"] == "bad":
            raise InvalidRequest("prompt", "it is bad", "good ones")
        if request["prompt"] == "forbidden":
            raise Forbidden("Not for you.")


@dataclass
class House:
    parts: Parts
    doing: Doing
    project: ProjectRow
    key: Key

    @property
    def jobs(self) -> Jobs:
        return self.parts.jobs

    @property
    def caller(self) -> Caller:
        return Caller(client="192.0.2.1", key=self.key, site="https://shop.example.com", dialect="openai")

    async def submit(self, prompt: str = "fox", **more: Any) -> Job:
        return await self.jobs.submit(
            self.project, "test", {"prompt": prompt, **more.pop("request", {})}, caller=self.caller, **more
        )

    async def batch(self, *prompts: str, **more: Any) -> Batch:
        requests = [{"prompt": prompt} for prompt in prompts]
        return await self.jobs.submit_batch(self.project, "test", requests, caller=self.caller, **more)

    async def ended(self, job: Job) -> Job:
        await until(lambda: self._has_ended(job.id))
        return await self.jobs.get(self.project.scope, job.id)

    async def _has_ended(self, job_id: str) -> bool:
        return not (await self.jobs.get(self.project.scope, job_id)).is_active


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with running_origin(tmp_path, job_slots=2, lease=1) as origin:
        catalog, doing = origin.parts.catalog, Doing()
        origin.parts.jobs.register(Kind(name="test", perform=doing.perform, check=doing.check))
        project = await catalog.projects.by_name("demo")
        key, _ = await catalog.keys.create(project.account_id, "jobs", "paint")
        yield House(origin.parts, doing, project, key)
        doing.go.set()


async def test_a_job_is_done_for_its_caller(house: House) -> None:
    job = await house.submit("fox")
    assert (job.status, job.estimate > 0) == ("queued", True)
    done = await house.ended(job)
    assert (done.status, done.progress, done.estimate) == ("done", 1.0, 0.0)
    assert done.result == {"did": "fox", "attempt": 1}
    (work,) = house.doing.works
    assert work.caller == house.caller
    assert Lane(work.lane) is Lane.API


async def test_the_operator_stays_the_operator(house: House) -> None:
    job = await house.jobs.submit(house.project, "test", {"prompt": "fox"}, caller=OPERATOR)
    await house.ended(job)
    assert house.doing.works[0].caller is OPERATOR


async def test_only_so_many_are_done_at_once(house: House) -> None:
    jobs = [await house.submit(request={"wait": 0.5}) for _ in range(4)]
    await until(lambda: _is(lambda: len(house.doing.works) == 2))
    await house.parts.jobs._runner.beat()
    assert len(house.doing.works) == 2
    house.doing.go.set()
    assert {(await house.ended(job)).status for job in jobs} == {"done"}


async def test_it_is_told_how_far_a_job_is_and_how_long_it_takes(house: House) -> None:
    job = await house.submit(request={"wait": 0.25})
    await until(lambda: _is(lambda: bool(house.doing.works)))
    running = await house.jobs.get(house.project.scope, job.id)
    assert (running.status, running.progress) == ("processing", 0.25)
    assert running.estimate >= 0
    await house.parts.jobs._runner.beat()
    kept = await house.parts.catalog.jobs.get(house.project.scope, job.id)
    assert kept.progress == 0.25  # for the other processes
    behind = [await house.submit(request={"wait": 0.1}) for _ in range(3)]
    told = [(await house.jobs.get(house.project.scope, each.id)).estimate for each in behind[1:]]
    assert told[0] < told[1]


async def test_a_batch_takes_as_long_as_its_models_do(house: House) -> None:
    for model, seconds in (("quick", 1), ("slow", 9), ("quick", 0)):
        job = await house.ended(await house.submit(request={"model": model}))
        took = {"started": job.created, "ended": job.created + timedelta(seconds=seconds)}
        async with house.parts.catalog.database.write() as connection:
            await connection.execute(update(jobs).where(jobs.c.id == job.id).values(**took))

    async def estimate(*models: str) -> float:
        requests = [{"prompt": "a", "wait": 0.1, "model": model} for model in models]
        return (await house.jobs.submit_batch(house.project, "test", requests, caller=house.caller)).estimate

    house.jobs._measured.clear()
    assert await estimate("quick", "slow", "slow", "slow") == 14  # two at once
    assert await estimate("slow") == 9


async def test_a_batch_is_measured_more_and_more_by_itself(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nine(kind: str, model: str) -> float:
        return 9.0

    monkeypatch.setattr(house.jobs, "_seconds", nine)
    requests = [{"prompt": "a", "wait": 0.0} for _ in range(4)]
    batch = await house.jobs.submit_batch(house.project, "test", requests, caller=house.caller)
    assert batch.estimate == 18  # two at once
    first = [job.id for job in (await house.jobs.jobs_of(batch))[:2]]
    took = {"status": "done", "started": batch.created, "ended": batch.created + timedelta(seconds=1)}
    async with house.parts.catalog.database.write() as connection:
        await connection.execute(update(jobs).where(jobs.c.id.in_(first)).values(**took))
    now_told = await house.jobs.batch(house.project.scope, batch.id)
    assert (now_told.estimate, now_told.progress) == (5, 0.5)  # 9, 9, 1, 1 for two, two at once


async def test_a_running_job_is_cancelled_and_can_be_tried_again(house: House) -> None:
    job = await house.submit(request={"wait": 0.5})
    await until(lambda: _is(lambda: bool(house.doing.works)))
    assert (await house.jobs.cancel(house.project.scope, job.id)).status == "cancelled"
    await until(lambda: _is(lambda: house.doing.left == [job.id]))
    house.doing.go.set()
    again = await house.jobs.retry(house.project.scope, job.id)
    assert again.attempt == 2
    assert (await house.ended(job)).result == {"did": "fox", "attempt": 2}
    with pytest.raises(Conflict):
        await house.jobs.retry(house.project.scope, job.id)


async def test_a_job_that_another_process_cancelled_is_given_up(house: House) -> None:
    job = await house.submit(request={"wait": 0.5})
    await until(lambda: _is(lambda: bool(house.doing.works)))
    await house.parts.catalog.jobs.cancel(house.project.scope, job.id)
    await until(lambda: _is(lambda: house.doing.left == [job.id]))
    assert (await house.jobs.get(house.project.scope, job.id)).status == "cancelled"


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (PaintFailed("It cannot be."), {"code": "paint-failed", "message": "It cannot be.", "status": 500}),
        (InvalidRequest("size", "large", "less"), {"code": "invalid-request", "field": "size"}),
        (TooManyRequests("Used up.", retry_after=86_400), {"code": "too-many-requests", "status": 429}),
        (RuntimeError("a secret"), {"code": "internal-error", "message": "Something broke on our side"}),
    ],
)
async def test_a_failure_is_told(house: House, failure: Exception, told: Mapping[str, Any]) -> None:
    house.doing.failures = [failure]
    failed = await house.ended(await house.submit())
    assert failed.status == "failed"
    assert failed.error is not None
    assert told.items() <= failed.error.items()
    assert len(house.doing.works) == 1


@pytest.mark.parametrize(
    "failure", [Busy("Full.", retry_after=1), PainterUnavailable("Gone.", retry_after=1)]
)
async def test_what_passes_is_waited_for(house: House, failure: Exception) -> None:
    house.doing.failures = [failure]
    assert (await house.ended(await house.submit())).status == "done"
    assert [work.tries for work in house.doing.works] == [1, 1 if isinstance(failure, Busy) else 2]


@pytest.mark.parametrize("failure", [OutOfMemory("Too large."), PaintFailed("It cannot be.")])
async def test_what_would_go_no_better_is_not_tried_again(house: House, failure: ImgoriginError) -> None:
    house.doing.failures = [failure, failure]
    failed = await house.ended(await house.submit())
    assert failed.error is not None
    assert (failed.error["code"], len(house.doing.works)) == (failure.code, 1)


async def test_a_job_that_takes_servers_down_is_given_up(house: House) -> None:
    catalog, runner = house.parts.catalog, house.jobs._runner
    asked = Submission(
        account_id=house.project.account_id,
        project_id=house.project.id,
        kind="deadly",
        requests=({"prompt": "fox"},),
        models=("",),
        lane=1,
        asked_by={"operator": True},
    )
    identity = await catalog.jobs.submit(asked)
    for _ in range(5):
        assert await catalog.claims.take("dead", now() - timedelta(seconds=1), ("deadly",), 1)
    runner.register(Kind(name="deadly", perform=house.doing.perform))
    failed = await house.ended(await house.jobs.get(house.project.scope, identity))
    assert failed.error is not None
    assert failed.error["message"] == "It was begun 5 times, and the server went down each time."
    assert house.doing.works == []


async def test_a_key_that_was_revoked_pays_for_nothing_more(house: House) -> None:
    first = await house.submit(request={"wait": 0.5})
    await house.submit(request={"wait": 0.5})
    last = await house.submit()
    await until(lambda: _is(lambda: len(house.doing.works) == 2))
    await house.parts.catalog.keys.revoke(house.key.account_id, house.key.id)
    house.doing.go.set()
    failed = await house.ended(last)
    assert failed.error is not None
    assert (failed.status, failed.error["code"]) == ("failed", "unauthorized")
    assert (await house.ended(first)).status == "done"


async def test_a_batch_is_taken_whole_or_not_at_all(house: House) -> None:
    with pytest.raises(ItemRefused, match=r"requests\[1\]: prompt: it is bad") as bad:
        await house.batch("a", "bad", "c")
    assert (bad.value.status, bad.value.code, bad.value.index) == (400, "invalid-request", 1)
    with pytest.raises(ItemRefused) as forbidden:
        await house.batch("a", "b", "forbidden")
    assert (forbidden.value.status, forbidden.value.code) == (403, "forbidden")
    for count in (0, 257):
        with pytest.raises(InvalidRequest, match="1 to 256"):
            await house.batch(*["a"] * count)
    assert (await house.jobs.list(house.project.scope)).items == ()
    batch = await house.batch("a", "b", "c", label="mine")
    assert (batch.total, batch.label) == (3, "mine")
    jobs = [await house.ended(job) for job in await house.jobs.jobs_of(batch)]
    assert [job.result and job.result["did"] for job in jobs] == ["a", "b", "c"]
    assert {work.lane for work in house.doing.works} == {Lane.BATCH}
    whole = await house.jobs.batch(house.project.scope, batch.id)
    assert (whole.counts["done"], whole.estimate, whole.ended is not None) == (3, 0.0, True)


async def test_what_was_taken_before_is_found_whatever_is_allowed_now(house: House) -> None:
    job = await house.submit(idempotency_key="k")
    batch = await house.batch("a", "b", idempotency_key="of a batch")

    async def refuse(request: Mapping[str, Any], project: ProjectRow, caller: Caller) -> None:
        raise Forbidden("No longer.")

    house.jobs.register(Kind(name="test", perform=house.doing.perform, check=refuse))
    assert (await house.submit(idempotency_key="k")).id == job.id
    assert (await house.batch("a", "b", idempotency_key="of a batch")).id == batch.id
    with pytest.raises(Conflict, match="another request"):
        await house.submit("owl", idempotency_key="k")
    with pytest.raises(Conflict, match="another request"):
        await house.submit(idempotency_key="of a batch")
    with pytest.raises(Forbidden):
        await house.submit(idempotency_key="another")


async def test_a_cancelled_batch_is_given_up(house: House) -> None:
    requests = [{"prompt": "a", "wait": 0.1} for _ in range(4)]
    batch = await house.jobs.submit_batch(house.project, "test", requests, caller=house.caller)
    await until(lambda: _is(lambda: len(house.doing.works) == 2))
    cancelled = await house.jobs.cancel_batch(house.project.scope, batch.id)
    assert cancelled.counts["cancelled"] == 4
    await until(lambda: _is(lambda: len(house.doing.left) == 2))


async def test_jobs_are_counted(house: House) -> None:
    house.doing.failures = [PaintFailed("It cannot be.")]
    await house.ended(await house.submit())
    await house.ended(await house.submit())
    waiting = [await house.submit(request={"wait": 0.5}) for _ in range(3)]
    await until(lambda: _is(lambda: len(house.doing.works) == 4))
    assert await _metric(house, 'imgorigin_jobs{kind="test",status="processing"}') == 2
    assert await _metric(house, 'imgorigin_jobs{kind="test",status="queued"}') == 1
    for job in waiting:
        await house.jobs.cancel(house.project.scope, job.id)
    assert await _metric(house, 'imgorigin_jobs{kind="test",status="queued"}') == 0
    assert await _metric(house, 'imgorigin_jobs_ended_total{kind="test",status="failed"}') == 1
    assert await _metric(house, 'imgorigin_jobs_ended_total{kind="test",status="done"}') == 1
    assert await _metric(house, 'imgorigin_job_seconds_count{kind="test"}') == 1


class Down(JobTable):
    """Of a catalog that cannot be asked now."""

    async def active(self) -> Mapping[tuple[str, Status], int]:
        raise CatalogUnavailable("It is down.")


async def test_metrics_are_told_while_the_catalog_is_down(house: House) -> None:
    parts, metrics, queue = house.parts, Metrics(), WorkQueue("cut", slots=1, capacity=1)
    down = Down(parts.catalog.database)
    metrics.probe(Gauges(metrics, parts.store.memory, parts.eviction, parts.painters, queue, down).measure)
    for _ in range(2):
        assert b'imgorigin_queue_depth{lane="api",queue="cut"} 0.0' in await metrics.exposition()


async def _metric(house: House, name: str) -> float:
    exposition = (await house.parts.metrics.exposition()).decode()
    (line,) = [line for line in exposition.splitlines() if line.startswith(f"{name} ")]
    return float(line.rpartition(" ")[2])


async def test_lists_are_by_status(house: House) -> None:
    done = await house.ended(await house.submit())
    waits = await house.submit(request={"wait": 0.5})
    scope = house.project.scope
    assert [job.id for job in (await house.jobs.list(scope)).items] == [waits.id, done.id]
    assert [job.id for job in (await house.jobs.list(scope, active=True)).items] == [waits.id]
    assert [job.id for job in (await house.jobs.list(scope, statuses=["done"])).items] == [done.id]
    assert (await house.jobs.list(scope, statuses=["done"], active=True)).items == ()


async def test_a_webhook_needs_a_key_and_a_public_url(house: House) -> None:
    with pytest.raises(
        InvalidRequest, match=r"webhook_url: the host 127\.0\.0\.1 has an address that is not public"
    ):
        await house.submit(webhook_url="http://127.0.0.1/hook")
    with pytest.raises(Unauthorized, match="needs a key"):
        await house.jobs.submit(
            house.project, "test", {"prompt": "a"}, caller=OPERATOR, webhook_url="https://192.0.2.1"
        )
    assert (await house.jobs.list(house.project.scope)).items == ()


async def test_an_unknown_kind_is_refused(house: House) -> None:
    with pytest.raises(InvalidRequest, match="no jobs of the kind 'sound'"):
        await house.jobs.submit(house.project, "sound", {}, caller=house.caller)


async def test_what_a_stop_interrupts_is_done_by_the_next_server(tmp_path: Path) -> None:
    async def running(doing: Doing) -> AsyncIterator[House]:
        async with running_origin(tmp_path, shutdown=0, lease=600) as origin:
            origin.parts.jobs.register(Kind(name="test", perform=doing.perform))
            project = await origin.parts.catalog.projects.by_name("demo")
            key, _ = await origin.parts.catalog.keys.create(project.account_id, "jobs", "paint")
            yield House(origin.parts, doing, project, key)

    first, second = Doing(), Doing()
    async for house in running(first):
        job = await house.submit(request={"wait": 0.5})
        await until(lambda: _is(lambda: bool(first.works)))
    second.go.set()
    async for house in running(second):
        assert (await house.ended(job)).status == "done"
    assert [work.tries for work in second.works] == [1]


async def test_the_progress_of_a_painting_is_that_of_its_part_of_a_job() -> None:
    progress, reported, go = Progress(), list[float](), asyncio.Event()

    async def report(part: float) -> None:
        reported.append(part)
        if part == 0.75:
            go.set()

    async def work() -> str:
        progress.step(1, 2)
        await go.wait()
        return "painted"

    assert await following(work(), lambda: progress, report, begin=0.5, end=1.0) == "painted"
    assert reported[0] == 0.75
    assert reported[-1] == 1.0


async def test_a_picture_of_a_job_is_painted_once_and_kept(house: House) -> None:
    service, address = house.parts.service, parse("/demo/red-fox_64x64.png")

    async def perform(work: Work, report: Report) -> Mapping[str, Any]:
        made = await following(
            service.picture(address, Lane(work.lane), work.caller), lambda: service.progress(address), report
        )
        return {"bytes": len(made.blob.data)}

    house.jobs.register(Kind(name="picture", perform=perform))
    jobs = [
        await house.jobs.submit(house.project, "picture", {"n": n}, caller=house.caller) for n in range(3)
    ]
    results = [(await house.ended(job)).result for job in jobs]
    blob = await service.stored(address)
    assert blob
    assert results == [{"bytes": len(blob.blob.data)}] * 3


async def _is(happened: Callable[[], bool]) -> bool:
    return happened()
