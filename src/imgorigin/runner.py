"""Takes up jobs and does them, a few at a time; any number of runners share one catalog.

A runner says every second that it still does what it does. What one leaves behind that was killed is taken up
by another, or the next, once its claim has run out: `lease` seconds. Nothing is painted twice for that, for a
picture that is painted is found (see service), and one that is being painted has a lease of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import partial
from typing import Any, Final

import structlog

from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.claims import Claims, Ending
from imgorigin.catalog.deliveries import Message
from imgorigin.catalog.job_rows import BatchRow, JobRow, Status
from imgorigin.catalog.jobs import Announcer, JobTable
from imgorigin.catalog.keys import Key, Keys
from imgorigin.catalog.tables import now
from imgorigin.endings import Endings
from imgorigin.errors import (
    Busy,
    CatalogUnavailable,
    ImgoriginError,
    InvalidRequest,
    OutOfMemory,
    PainterUnavailable,
    PaintFailed,
    TooManyRequests,
    Unauthorized,
    Unavailable,
)
from imgorigin.flight import Flights, finished
from imgorigin.job_kinds import Kind, Work, error_of

BEAT_SECONDS: Final = 1.0
MOST_TRIES: Final = 5
"""Of one attempt: a job that takes its process down each time is not to do so for ever."""
PATIENCE: Final[tuple[tuple[type[Unavailable], int], ...]] = (
    (OutOfMemory, 1),
    (PainterUnavailable, 3),
    (Unavailable, MOST_TRIES),
)
"""How often a job is begun that ends so. What takes painters down is the picture itself, more often than
not."""
LONGEST_WAIT: Final = 120
"""Seconds that a job waits for a budget; one that is used up for longer fails it."""
PAUSE_SECONDS: Final = 1.0
"""Until the catalog is told again how a job ended."""
TIDY_SECONDS: Final = 3600.0

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Running:
    job: JobRow
    task: asyncio.Task[None]
    part: float = 0.0


class Runner:
    """`slots` jobs at once; `lease` is in seconds; jobs and their results are kept for so many `days` after
    they ended. `told` hears of each that was done or failed here, as it was taken up."""

    def __init__(
        self,
        table: JobTable,
        claims: Claims,
        keys: Keys,
        *,
        slots: int,
        lease: float,
        days: float,
        told: Callable[[JobRow, Status], None] = lambda job, status: None,
    ) -> None:
        self.slots = slots
        self.announcer = Announcer(self._message, self._batch_message)
        self._table = table
        self._claims = claims
        self._keys = keys
        self._lease = timedelta(seconds=lease)
        self._beat_seconds = min(BEAT_SECONDS, lease / 3)
        self._kept = timedelta(days=days)
        self._told = told
        self._kinds: dict[str, Kind] = {}
        self._holder = secrets.token_hex(8)
        self._running: dict[int, _Running] = {}
        self._endings = Endings(claims, self._holder, self.announcer)
        self._lookups: Flights[Key | None] = Flights("payer")
        self._woken = asyncio.Event()
        self.next_end = asyncio.Event()
        """Set when the next job has ended here; then there is another."""
        self._is_closing = False
        self._is_more_due = False
        self._hold_at = 0.0
        self._tidy_at = 0.0

    def register(self, kind: Kind) -> None:
        self._kinds[kind.name] = kind

    def kind(self, name: str) -> Kind:
        """Raises InvalidRequest."""
        try:
            return self._kinds[name]
        except KeyError:
            raise InvalidRequest(
                "kind", f"there are no jobs of the kind {name!r}", sorted(self._kinds)
            ) from None

    def part(self, number: int) -> float | None:
        """How far a job is, if this runner does it."""
        running = self._running.get(number)
        return running.part if running else None

    def stop(self, number: int) -> None:
        """Nobody wants it any more."""
        if running := self._running.get(number):
            running.task.cancel()

    def wake(self) -> None:
        """There may be something to do."""
        self._woken.set()

    async def run(self) -> None:
        """For ever. While the catalog is down nothing is taken up."""
        while True:
            with contextlib.suppress(CatalogUnavailable):  # the log has it
                await finished(self._turn())  # a cancelled statement leaves its connection open
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, self._hold_at - time.monotonic())):
                    await self._woken.wait()
            self._woken.clear()

    async def beat(self) -> None:
        """Say what is still being done, and take up what there is room for. Raises CatalogUnavailable."""
        self._hold_at = time.monotonic() + self._beat_seconds
        await self._hold()
        await self._take_up()
        if time.monotonic() >= self._tidy_at:
            self._tidy_at = time.monotonic() + TIDY_SECONDS
            await self._table.forget(now() - self._kept)

    async def _turn(self) -> None:
        """A beat, if it is time for one. What ends in between makes room for others."""
        await (self.beat() if time.monotonic() >= self._hold_at else self._take_up())

    async def _take_up(self) -> None:
        room = self.slots - len(self._running)
        kinds = tuple(self._kinds)
        if room <= 0 or self._is_closing or not (self._is_more_due or await self._claims.any_due(kinds)):
            return
        taken = await self._claims.take(self._holder, now() + self._lease, kinds, room)
        self._is_more_due = len(taken) == room
        for job in taken:
            self._begin(job)

    async def finish(self) -> None:
        """Begin nothing more, and wait for what is under way."""
        self._is_closing = True
        while self._running:
            await asyncio.wait([running.task for running in self._running.values()])

    async def close(self) -> None:
        """Give up what is under way: it is taken up again, and counted as not begun."""
        self._is_closing = True
        left = list(self._running.values())
        for running in left:
            running.task.cancel()
        await asyncio.gather(*(running.task for running in left), return_exceptions=True)
        with contextlib.suppress(CatalogUnavailable):
            for running in left:
                await self._claims.put_back(self._holder, running.job, now(), is_counted=False)

    async def _hold(self) -> None:
        if not (told := dict(self._running)):
            return
        parts = {number: running.part for number, running in told.items()}
        held = await self._claims.hold(self._holder, now() + self._lease, parts)
        for number, running in told.items():
            if (number, running.job.attempt) not in held:
                running.task.cancel()

    def _begin(self, job: JobRow) -> None:
        if before := self._running.pop(job.number, None):  # of an attempt that was cancelled
            before.task.cancel()
        task = asyncio.create_task(self._do(job), name=f"job {job.id}")
        running = self._running[job.number] = _Running(job, task)
        task.add_done_callback(lambda done: self._ended(running))

    def _ended(self, running: _Running) -> None:
        if self._running.get(running.job.number) is running:
            del self._running[running.job.number]
        self.next_end.set()
        self.next_end = asyncio.Event()
        self.wake()

    async def _do(self, job: JobRow) -> None:
        try:
            result = await self._result(job)
        except ImgoriginError as error:
            if (again := _seconds_until_again(job, error)) is None:
                await self._keep(Ending(job, "failed", error=error_of(error)))
            else:
                later = now() + timedelta(seconds=again)
                is_counted = not isinstance(error, Busy | TooManyRequests)
                await self._told_catalog(
                    lambda: self._claims.put_back(self._holder, job, later, is_counted=is_counted)
                )
        except Exception:
            log.exception("job failed", job=job.id, kind=job.kind)
            await self._keep(Ending(job, "failed", error=error_of(ImgoriginError())))
        else:
            await self._keep(Ending(job, "done", result))

    async def _result(self, job: JobRow) -> Mapping[str, Any]:
        if job.tries > MOST_TRIES:
            raise PaintFailed(f"It was begun {MOST_TRIES} times, and the server went down each time.")
        work = Work(
            **{each.name: getattr(job, each.name) for each in fields(job)}, caller=await self._caller(job)
        )
        return await self._kinds[job.kind].perform(work, partial(self._report, job))

    async def _report(self, job: JobRow, part: float) -> None:
        running = self._running.get(job.number)
        if running and running.job is job:
            running.part = min(1.0, max(running.part, part))

    async def _caller(self, job: JobRow) -> Caller:
        """Who pays. Raises Unauthorized if their key was revoked meanwhile."""
        said = job.asked_by
        if said.get("operator"):
            return OPERATOR
        key = await self._key(job.account_id, said["key"]) if said.get("key") else None
        if key and key.revoked:
            raise Unauthorized(f"The key {key.prefix}... that this was asked with was revoked.")
        told = {name: said.get(name, "") for name in ("client", "site", "dialect")}
        return Caller(key=key, **told)

    async def _key(self, account_id: int, key_id: str) -> Key | None:
        """Jobs that are taken up together ask for it once."""
        return await self._lookups.join(f"{account_id}/{key_id}", lambda: self._keys.get(account_id, key_id))

    async def _keep(self, ending: Ending) -> None:
        job = ending.job

        async def keep() -> None:
            if await self._endings.tell(ending):
                log.info("job ended", job=job.id, kind=job.kind, status=ending.status)
                self._told(job, ending.status)

        await self._told_catalog(keep)

    async def _told_catalog(self, tell: Callable[[], Any]) -> None:
        """What is known here alone is told until the catalog hears it."""
        while True:
            with contextlib.suppress(CatalogUnavailable):
                await finished(tell())
                return
            await asyncio.sleep(PAUSE_SECONDS)

    def _message(self, job: JobRow) -> Message | None:
        kind = self._kinds.get(job.kind)
        return _message_of(job, f"job.{job.status}", kind.payload(job)) if kind else None

    def _batch_message(self, batch: BatchRow) -> Message | None:
        kind = self._kinds.get(batch.kind)
        return _message_of(batch, "batch.ended", kind.batch_payload(batch)) if kind else None


def _message_of(of: JobRow | BatchRow, event: str, payload: Mapping[str, Any]) -> Message:
    return Message(
        account_id=of.account_id,
        key_id=of.asked_by.get("key"),
        subject=of.id,
        event=event,
        url=of.webhook,
        payload=payload,
    )


def _seconds_until_again(job: JobRow, error: ImgoriginError) -> float | None:
    """None: it would go no better."""
    if isinstance(error, TooManyRequests):
        wait = error.retry_after or 1
        return wait if wait <= LONGEST_WAIT else None
    if isinstance(error, Busy):
        return error.retry_after or 1
    most = next((tries for kind, tries in PATIENCE if isinstance(error, kind)), 0)
    return max(error.retry_after or 1, 2.0**job.tries) if job.tries < most else None
