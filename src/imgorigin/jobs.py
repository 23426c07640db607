"""Jobs: what is asked for now and painted in its own time. They outlive the process that took them.

    jobs.register(Kind(name="openai.image", perform=..., check=...))       once, before the server runs
    job = await jobs.submit(project, "openai.image", request, caller=caller)
    batch = await jobs.submit_batch(project, "openai.image", requests, caller=caller)
    job = await jobs.get(scope, job.id)

Once `submit` has returned, the job is done, cancelled or told to have failed, whatever becomes of this
process: see catalog.jobs and runner.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, Final

from cachetools import TTLCache

from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.job_rows import ACTIVE, STATUSES, BatchRow, JobRow, Share, Status
from imgorigin.catalog.jobs import JobTable, Submission
from imgorigin.catalog.pages import Page
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.scope import Scope
from imgorigin.errors import ImgoriginError, InvalidRequest, ItemRefused, Unauthorized
from imgorigin.job_kinds import Kind
from imgorigin.queue import Lane
from imgorigin.runner import Runner

MOST_REQUESTS: Final = 256
"""Of one batch."""
KNOWN_SECONDS: Final = 5.0
"""For so long it is not measured again how long jobs take."""
LOOK_SECONDS: Final = 0.5
"""After which it is seen what other processes have done."""
TELLING: Final = 0.05
"""A part of a job that tells how long the rest takes."""

Pace = Callable[[str], float]
"""Seconds until a painting by this model would be done if it were ordered now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(JobRow):
    """`estimate` are seconds until it will have ended, measured by the last ones; 0 if it has."""

    estimate: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(BatchRow):
    """`estimate` as of Job."""

    estimate: float


class Jobs:
    """`check_webhook` raises InvalidRequest for a URL that is not to be told; `pace` is asked where nothing
    has been measured yet."""

    def __init__(
        self,
        table: JobTable,
        runner: Runner,
        *,
        check_webhook: Callable[[str], Awaitable[None]],
        pace: Pace,
    ) -> None:
        self._table = table
        self._runner = runner
        self._check_webhook = check_webhook
        self._pace = pace
        self._measured: TTLCache[tuple[str, str], float | None] = TTLCache(1_000, KNOWN_SECONDS)

    def register(self, kind: Kind) -> None:
        """Before the server runs."""
        self._runner.register(kind)

    async def submit(
        self,
        project: ProjectRow,
        kind: str,
        request: Mapping[str, Any],
        *,
        caller: Caller,
        idempotency_key: str = "",
        webhook_url: str = "",
        result: Mapping[str, Any] | None = None,
    ) -> Job:
        """Take a request (JSON), in the lane of APIs. The same one with the same key within a day is the
        same job. One whose `result` is known is done at once, unless a webhook is to be told of it. Raises
        Conflict for another with that key, InvalidRequest for the key or the URL, Unauthorized for a webhook
        without a key to sign it, and what the kind's check does."""
        asked = replace(
            self._submission(project, kind, [request], caller),
            idempotency_key=idempotency_key,
            webhook=webhook_url,
        )
        if result is not None and not webhook_url:
            asked = replace(asked, result=result)
            await self._check(asked, project, caller)
            if row := await self._table.note(asked):
                return await self._told(row)
        return await self.get(project.scope, await self._taken(asked, project, caller))

    async def submit_batch(
        self,
        project: ProjectRow,
        kind: str,
        requests: Sequence[Mapping[str, Any]],
        *,
        caller: Caller,
        idempotency_key: str = "",
        webhook_url: str = "",
        label: str = "",
        lane: Lane = Lane.BATCH,
    ) -> Batch:
        """Take 1 to 256 requests, or none of them. Raises ItemRefused for the first
        that is not to be done, and what `submit` does. `webhook_url` is told once all have ended."""
        if not 1 <= len(requests) <= MOST_REQUESTS:
            raise InvalidRequest("requests", f"{len(requests)} of them", f"1 to {MOST_REQUESTS}")
        asked = replace(
            self._submission(project, kind, requests, caller),
            idempotency_key=idempotency_key,
            webhook=webhook_url,
            label=label,
            lane=lane,
            as_batch=True,
        )
        return await self.batch(project.scope, await self._taken(asked, project, caller))

    async def get(self, scope: Scope, job_id: str) -> Job:
        """Raises NotFound."""
        return await self._told(await self._table.get(scope, job_id))

    async def list(
        self,
        scope: Scope,
        *,
        kinds: Collection[str] = (),
        statuses: Collection[Status] = STATUSES,
        active: bool = False,
        limit: int = 50,
        cursor: str = "",
        after: str = "",
    ) -> Page[Job]:
        """The latest first; of these statuses, or only what has not ended; from a cursor, or `after` the job
        of this id. Raises InvalidRequest."""
        wanted = tuple(one for one in statuses if not active or one in ACTIVE)
        if not wanted:
            return Page((), -1)
        page = await self._table.page(
            scope, kinds=kinds, statuses=wanted, limit=limit, cursor=cursor, after=after
        )
        items = tuple([await self._told(row) for row in page.items])
        return Page(items, page.total, page.next_cursor)

    async def cancel(self, scope: Scope, job_id: str) -> Job:
        """Raises NotFound, and Conflict for one that is done or failed."""
        row = await self._table.cancel(scope, job_id, self._runner.announcer)
        self._runner.stop(row.number)
        return await self._told(row)

    async def retry(self, scope: Scope, job_id: str, *, caller: Caller | None = None) -> Job:
        """Another attempt, paid for by the `caller`, if one is named. Raises NotFound, and Conflict for one
        that neither failed nor was cancelled."""
        row = await self._table.retry(scope, job_id, asked_by(caller) if caller else None)
        self._runner.wake()
        return await self._told(row)

    async def batch(self, scope: Scope, batch_id: str) -> Batch:
        """Raises NotFound."""
        return await self._told_batch(await self._table.batch(scope, batch_id))

    async def jobs_of(self, batch: BatchRow) -> Sequence[Job]:
        """In the order of its requests."""
        return [await self._told(row) for row in await self._table.jobs_of(batch)]

    async def ended(self, batch: BatchRow, seconds: float) -> Sequence[Job]:
        """Its jobs, when all have ended or so much time is over, whoever does them."""
        scope, end = Scope(batch.account_id, batch.project_id), time.monotonic() + seconds
        while not batch.ended and (left := end - time.monotonic()) > 0:
            next_end = self._runner.next_end
            batch = await self._table.batch(scope, batch.id)
            if not batch.ended:
                await _waited(next_end, min(left, LOOK_SECONDS))
        return await self.jobs_of(batch)

    async def batches(
        self,
        scope: Scope,
        *,
        kinds: Collection[str] = (),
        limit: int = 50,
        cursor: str = "",
        after: str = "",
    ) -> Page[Batch]:
        """As `list`. Raises InvalidRequest."""
        page = await self._table.batch_page(scope, kinds=kinds, limit=limit, cursor=cursor, after=after)
        items = tuple([await self._told_batch(row) for row in page.items])
        return Page(items, page.total, page.next_cursor)

    async def cancel_batch(self, scope: Scope, batch_id: str) -> Batch:
        """All of it that has not ended. Raises NotFound."""
        row = await self._table.cancel_batch(scope, batch_id, self._runner.announcer)
        for job in await self._table.jobs_of(row):
            self._runner.stop(job.number)
        return await self._told_batch(row)

    async def run(self) -> None:
        """Do jobs, for good."""
        await self._runner.run()

    async def finish(self) -> None:
        """Begin nothing more, and wait for what is under way."""
        await self._runner.finish()

    async def close(self) -> None:
        """Give up what is under way: another process, or the next one, takes it up."""
        await self._runner.close()

    def _submission(
        self, project: ProjectRow, kind: str, requests: Sequence[Mapping[str, Any]], caller: Caller
    ) -> Submission:
        named = self._runner.kind(kind).model_of
        return Submission(
            account_id=project.account_id,
            project_id=project.id,
            kind=kind,
            requests=tuple(requests),
            models=tuple(named(request) or project.settings.default_model for request in requests),
            lane=Lane.API,
            asked_by=asked_by(caller),
            owner=caller.key.owner if caller.key else "",
        )

    async def _taken(self, asked: Submission, project: ProjectRow, caller: Caller) -> str:
        """The id of the job or batch. What was taken before is not checked once more: it is there."""
        if first := await self._table.repeated(asked):
            return first
        await self._check(asked, project, caller)
        identity = await self._table.submit(asked)
        self._runner.wake()
        return identity

    async def _check(self, asked: Submission, project: ProjectRow, caller: Caller) -> None:
        check = self._runner.kind(asked.kind).check
        if check:
            for index, request in enumerate(asked.requests):
                try:
                    await check(request, project, caller)
                except ImgoriginError as error:
                    if asked.as_batch:
                        raise ItemRefused(index, error) from error
                    raise
        if asked.webhook:
            if not caller.key:
                raise Unauthorized("A webhook needs a key: its secret signs what is sent.")
            await self._check_webhook(asked.webhook)

    async def _told(self, row: JobRow) -> Job:
        """With what this process knows better than the catalog."""
        part = self._runner.part(row.number) if row.status == "processing" else None
        if part is not None:
            row = replace(row, progress=part)
        return Job(**_values(row), estimate=await self._estimate(row))

    async def _told_batch(self, row: BatchRow) -> Batch:
        """Its jobs share the slots with nobody, for all that is known; one takes no less for that."""
        alone, together = 0.0, 0.0
        for model, share in row.shares.items():
            if share.left:
                each = await self._each(row.kind, model, share)
                alone = max(alone, each * min(1.0, share.left))
                together += each * share.left / self._runner.slots
        return Batch(**_values(row), estimate=max(alone, together))

    async def _each(self, kind: str, model: str, share: Share) -> float:
        """Seconds that one takes: as usual at first, and more and more as those before it in the batch."""
        usual, slots = await self._seconds(kind, model), self._runner.slots
        return (usual * slots + share.seconds) / (slots + share.done)

    async def _estimate(self, row: JobRow) -> float:
        if not row.is_active:
            return 0.0
        if row.status == "queued" or not row.started:
            return await self._seconds(row.kind, row.model) * (1 + row.ahead / self._runner.slots)
        elapsed = max(0.0, (datetime.now(UTC) - row.started).total_seconds())
        if row.progress >= TELLING:
            return elapsed * (1 - row.progress) / row.progress
        return max(0.0, await self._seconds(row.kind, row.model) - elapsed)

    async def _seconds(self, kind: str, model: str) -> float:
        """That a job takes, once it is taken up."""
        asked = (kind, model)
        if asked not in self._measured:
            self._measured[asked] = await self._table.seconds(kind, model)
        measured = self._measured.get(asked)
        return self._pace(model) if measured is None else measured


def asked_by(caller: Caller) -> Mapping[str, Any]:
    """What is kept of a caller: enough to have them pay, and to keep what they asked for as long as their API
    says."""
    if caller is OPERATOR:
        return {"operator": True}
    key = caller.key.id if caller.key else None
    return {"key": key, "client": caller.client, "site": caller.site, "dialect": caller.dialect}


async def _waited(event: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


def _values(row: JobRow | BatchRow) -> dict[str, Any]:
    return {each.name: getattr(row, each.name) for each in fields(row)}
