"""The painting of one batch after another in a painter process."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from imgorigin.errors import OutOfMemory, PainterUnavailable, PaintFailed
from imgorigin.painters.base import Bench, Job
from imgorigin.painters.inbox import Batch, Inbox
from imgorigin.painters.outbox import Finisher, Outbox

STEP_SECONDS: Final = 0.1
"""Steps within such a time of each other are not all told."""


class Shift:
    """`inbox` tells of a job whether anybody waits for it, and looks at previews of it."""

    def __init__(self, bench: Bench, outbox: Outbox, finisher: Finisher, inbox: Inbox) -> None:
        self._bench = bench
        self._outbox = outbox
        self._finisher = finisher
        self._inbox = inbox

    def paint(self, batch: Batch) -> None:
        """Every job of it is answered, but for those being finished."""
        self._outbox.send({"batch": batch.number, "began": True})
        started = time.perf_counter()
        self._paint(batch.number, list(zip(batch.ids, batch.jobs, strict=True)))
        self._outbox.send({"batch": batch.number, "ended": time.perf_counter() - started})

    def _paint(self, batch: int, jobs: list[tuple[int, Job]]) -> None:
        """If it fails as a whole, the jobs are painted one by one: it may be the fault of one of them."""
        left, failure = self._painted(batch, [job for job in jobs if self._inbox.is_wanted(job[0])])
        is_ours = isinstance(failure, PainterUnavailable) and not isinstance(failure, OutOfMemory)
        if failure and len(jobs) > 1 and not is_ours:
            for job in left:
                self._paint(batch, [job])
            return
        for number, _ in left:
            self._outbox.fail(number, failure or PaintFailed("The painter gave this picture up."))

    def _painted(
        self, batch: int, jobs: list[tuple[int, Job]]
    ) -> tuple[list[tuple[int, Job]], Exception | None]:
        """The jobs that came to nothing, and what was raised."""
        left = dict(enumerate(jobs))
        watch = _Watch(self._outbox, batch, [number for number, _ in jobs], self._inbox)
        try:
            if jobs:
                for index, finish in self._bench.paint([job for _, job in jobs], watch):
                    self._finisher.put(left.pop(index)[0], finish)
        except Exception as error:
            return list(left.values()), error
        return list(left.values()), None


class _Watch:
    """Implements base.Watch."""

    def __init__(self, outbox: Outbox, batch: int, ids: Sequence[int], inbox: Inbox) -> None:
        self._outbox = outbox
        self._batch = batch
        self._ids = ids
        self._inbox = inbox
        self._told_at = 0.0

    def loading(self) -> None:
        self._outbox.send({"batch": self._batch, "loading": True})

    def loaded(self) -> None:
        self._outbox.send({"batch": self._batch, "loading": False})

    def step(self, done: int, steps: int) -> None:
        now = time.monotonic()
        if done >= steps or now - self._told_at >= STEP_SECONDS:
            self._told_at = now
            self._outbox.send({"batch": self._batch, "step": [done, steps]})

    def preview(self, index: int, png: bytes) -> None:
        self._outbox.send({"job": self._ids[index], "preview": True}, png)

    def is_wanted(self, index: int) -> bool:
        return self._inbox.is_wanted(self._ids[index])

    def is_watched(self, index: int) -> bool:
        return self._inbox.is_watched(self._ids[index])
