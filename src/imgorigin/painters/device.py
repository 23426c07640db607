"""One worker process as its keeper sees it: started, handed batches, watched, and replaced after its end."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import math
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterable, Mapping
from typing import Any, Final, Protocol

import structlog

from imgorigin.errors import PainterUnavailable
from imgorigin.painters.batching import Order
from imgorigin.painters.frames import Frame, packed, receive
from imgorigin.painters.handover import Batch, Limits, again, answer, bodies, told

PAUSES: Final = (1.0, 60.0)
"""Seconds until a process that did not start is tried again: at first, and at the most."""

log = structlog.get_logger(__name__)


class WorkerDied(Exception):
    """The process ended, or was ended for hanging, before it had answered."""


class Keeper(Protocol):
    """Who is told what happens at a device."""

    def freed(self) -> None:
        """It may be able to take a batch now."""
        ...

    def lost(self, blamed: list[Order], others: list[Order], reason: str) -> None:
        """The process is gone, and these with it: those of which one may be the cause, and the others."""
        ...

    def painted(self, device: Device, pictures: int, seconds: float) -> None:
        """It has painted a batch."""
        ...


class Device:
    """A process that runs `target` (see worker) with `config`. `failure` is why it did not start, until it is
    tried again; `trouble` tells of it until it is up."""

    def __init__(
        self, name: str, target: str, config: Mapping[str, Any], limits: Limits, keeper: Keeper
    ) -> None:
        self.name = name
        self.starts = 0
        self.model = ""
        self.failure: PainterUnavailable | None = None
        self.trouble = ""
        self._target = target
        self._config = config
        self._limits = limits
        self._keeper = keeper
        self._process: Process | None = None
        self._life: asyncio.Task[None] | None = None
        self._is_alive = False
        self._ready = asyncio.Event()
        self._batches: dict[int, Batch] = {}
        self._numbers = itertools.count(1)
        self._alarm: asyncio.Timeout | None = None
        self._pause = PAUSES[0]
        self._retry_at = 0.0

    @property
    def is_up(self) -> bool:
        return self._is_alive and self._ready.is_set()

    @property
    def is_starting(self) -> bool:
        return self._is_alive and not self._ready.is_set()

    @property
    def may_start(self) -> bool:
        return not self._is_alive and (not self.failure or _now() >= self._retry_at)

    @property
    def is_empty(self) -> bool:
        """It has nothing to paint, and nothing to finish."""
        return not self._batches

    @property
    def is_idle(self) -> bool:
        """It has nothing to paint."""
        return self._front is None

    @property
    def is_nearly_done(self) -> bool:
        """No step is left of what it paints."""
        return self._front is not None and self._front.is_at_last_step

    @property
    def is_full(self) -> bool:
        """It paints a batch and has the next one, or has a job that nothing may be painted beside."""
        unended = sum(not batch.has_ended for batch in self._batches.values())
        orders = (order for batch in self._batches.values() for order in batch.orders.values())
        return unended > 1 or any(order.tries for order in orders)

    async def start(self) -> None:
        """Be up. Raises PainterUnavailable; for a while after a failure, without another try."""
        self.begin()
        await self._ready.wait()
        if self.failure:
            raise again(self.failure)

    def begin(self) -> None:
        """Start if it is not up, and may."""
        if self.may_start:
            self._ready.clear()
            self.failure = None
            self._is_alive = True
            self._life = asyncio.create_task(self._live(), name=f"painter process {self.name}")

    def hand(self, orders: Iterable[Order]) -> None:
        """Have these painted together."""
        batch = Batch(next(self._numbers), {order.number: order for order in orders}, _now())
        jobs = [order.job for order in batch.orders.values()]
        self._batches[batch.number] = batch
        self.model = jobs[0].recipe.model
        listed = [told(number, order.job) for number, order in batch.orders.items()]
        self._tell_watched(batch)
        self._send({"batch": batch.number, "jobs": listed}, *(body for job in jobs for body in bodies(job)))
        self._set_alarm()

    def give_up(self, order: Order) -> None:
        """Nobody waits for it any more."""
        for batch in self._batches.values():
            if batch.orders.pop(order.number, None):
                self._send({"unwanted": [order.number]})
        self._clear()

    async def end(self) -> None:
        """Let it finish what it has, if that goes on; one that has nothing ends at once."""
        if not (self.is_up and self._life and self._process and self._process.stdin):
            return
        self._process.stdin.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(self._limits.silence, self._limits.whole)):
                await asyncio.shield(self._life)

    async def kill(self) -> None:
        if self._life:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)

    async def _live(self) -> None:
        """From the start of a process to its end."""
        self.starts += 1
        reason, process = "it was stopped", None
        try:
            process = self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "imgorigin.painters.worker", self._target, stdin=PIPE, stdout=PIPE
            )
            await self._warm_up(process)
            self._pause, self.trouble = PAUSES[0], ""
            self._ready.set()
            self._keeper.freed()
            await self._listen(process)
        except (PainterUnavailable, WorkerDied, OSError) as error:
            reason = getattr(error, "strerror", "") or str(error)
            if not self._ready.is_set():
                self._fail(error, reason)
        finally:
            if process:
                await _kill(process)
            self._is_alive = False
            self._ready.set()
            self._lose(reason)

    async def _warm_up(self, process: Process) -> None:
        """Raises WorkerDied, or PainterUnavailable if the painter says why it cannot."""
        self._send({"config": dict(self._config)})
        try:
            async with asyncio.timeout(self._limits.start):
                frame = await _received(process)
        except TimeoutError:
            raise WorkerDied(f"it was not ready within {self._limits.start:g} seconds") from None
        if reason := frame.head.get("failed"):
            raise PainterUnavailable(reason)

    async def _listen(self, process: Process) -> None:
        """Until it ends, or shows no sign of life. Raises WorkerDied."""
        while True:
            try:
                async with asyncio.timeout_at(self._deadline()) as self._alarm:
                    frame = await _received(process)
            except TimeoutError:
                raise WorkerDied(self._reproach()) from None
            finally:
                self._alarm = None
            self._heard(frame)

    def _set_alarm(self) -> None:
        if self._alarm and not self._alarm.expired():
            self._alarm.reschedule(self._deadline())

    def _deadline(self) -> float | None:
        """When the process counts as hung, in the loop's time."""
        return min((batch.ends_at(self._limits) for batch in self._watched()), default=None)

    def _reproach(self) -> str:
        late = min(self._watched(), key=lambda batch: batch.ends_at(self._limits), default=None)
        return late.reproach(self._limits, _now()) if late else "no sign of life"

    def _watched(self) -> list[Batch]:
        return [batch for batch in self._batches.values() if batch.began_at or batch is self._front]

    @property
    def _front(self) -> Batch | None:
        """The batch that is being painted, or will be next."""
        return next((batch for batch in self._batches.values() if not batch.has_ended), None)

    def _heard(self, frame: Frame) -> None:
        head = frame.head
        if "job" in head:
            self._heard_of_job(head["job"], frame)
        elif batch := self._batches.get(head["batch"]):
            batch.sign_at = _now()
            if "step" in head:
                self._stepped(batch, *head["step"])
            elif "ended" in head:
                self._ended(batch, head["ended"])
            elif head.get("loading"):
                batch.is_loading = True
                for order in batch.orders.values():
                    order.watch.loading()
            else:
                batch.is_loading, batch.began_at = False, _now()
                for order in batch.orders.values():
                    order.watch.began()

    def _heard_of_job(self, number: int, frame: Frame) -> None:
        if "finishing" in frame.head:
            self._see_them_finished()
            return
        batch = next((batch for batch in self._batches.values() if number in batch.orders), None)
        if not batch:
            return  # it was given up
        batch.sign_at = _now()
        if "preview" in frame.head:
            batch.orders[number].watch.preview(frame.bodies[0])
            return
        future = batch.orders.pop(number).future
        if not future.done():
            answer(future, frame)
        self._clear()

    def _see_them_finished(self) -> None:
        """Pictures are finished one by one: that one's turn has come is a sign for all that wait."""
        for batch in self._batches.values():
            if batch.has_ended or batch.is_at_last_step:
                batch.sign_at = _now()

    def _stepped(self, batch: Batch, done: int, steps: int) -> None:
        for order in batch.orders.values():
            order.watch.step(done, steps)
        self._tell_watched(batch)
        if done >= steps and not batch.is_at_last_step:
            batch.is_at_last_step = True
            self._keeper.freed()

    def _tell_watched(self, batch: Batch) -> None:
        """Somebody may have come since the last step."""
        watched = {number for number, order in batch.orders.items() if order.watch.is_watched}
        if new := watched - batch.watched:
            batch.watched |= new
            self._send({"watched": sorted(new)})

    def _ended(self, batch: Batch, seconds: float) -> None:
        batch.has_ended, batch.is_loading = True, False
        if self._front:
            self._front.sign_at = _now()
        self._keeper.painted(self, batch.size, seconds)
        self._clear()

    def _clear(self) -> None:
        """Forget what is done."""
        for batch in [batch for batch in self._batches.values() if batch.is_done]:
            del self._batches[batch.number]
        self._keeper.freed()

    def _fail(self, error: Exception, reason: str) -> None:
        is_told = isinstance(error, PainterUnavailable)
        sentence = reason if is_told else f"The painter process does not start: {reason}."
        self.failure = PainterUnavailable(sentence, retry_after=math.ceil(self._pause))
        self.trouble = sentence
        self._retry_at = _now() + self._pause
        self._pause = min(2 * self._pause, PAUSES[1])
        log.error("painter process does not start", process=self.name, reason=sentence)

    def _lose(self, reason: str) -> None:
        batches, self._batches = list(self._batches.values()), {}
        blamed = [batch for batch in batches if batch.began_at or batch is batches[0]]
        others = [batch for batch in batches if batch not in blamed]
        self._keeper.lost(
            [order for batch in blamed for order in batch.orders.values()],
            [order for batch in others for order in batch.orders.values()],
            reason,
        )

    def _send(self, head: dict[str, Any], *bodies: bytes) -> None:
        assert self._process and self._process.stdin  # noqa: S101  it was asked for
        if not self._process.stdin.is_closing():  # else the answer will be missing, and says why
            self._process.stdin.write(packed(head, *bodies))


async def _received(process: Process) -> Frame:
    """Raises WorkerDied."""
    assert process.stdout  # noqa: S101  it was asked for
    try:
        return await receive(process.stdout)
    except (asyncio.IncompleteReadError, ValueError, ConnectionError) as error:
        await _kill(process)
        raise WorkerDied(f"it ended with status {process.returncode}") from error


async def _kill(process: Process) -> None:
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()  # `wait` alone never ends if more was written than is read


def _now() -> float:
    return asyncio.get_running_loop().time()
