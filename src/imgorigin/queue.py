"""A bounded queue for a few slots: the more urgent lane first, then who came first.

Full means full: the next caller is told at once when to come back, rather than left to wait in a queue that
grows faster than it drains.
"""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import math
import time
from collections.abc import AsyncIterator
from enum import IntEnum
from typing import Final

from imgorigin.errors import Busy

LONGEST_RETRY: Final = 60
"""Seconds: whatever the backlog, a client may ask again after a minute."""
SMOOTHING: Final = 0.2
"""Weight of the newest turn in the running mean of how long a turn takes."""


class Lane(IntEnum):
    """Lower is more urgent. A lane waits while a more urgent one has anyone waiting."""

    INTERACTIVE = 0
    API = 1
    BATCH = 2


class WorkQueue:
    """`slots` turns run at once; `capacity` callers may wait."""

    def __init__(self, name: str, *, slots: int, capacity: int) -> None:
        self.name = name
        self._slots = slots
        self._capacity = capacity
        self._running = 0
        self._waiting: list[tuple[Lane, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._mean_seconds = 1.0

    def depth(self, lane: Lane) -> int:
        """How many callers wait in the lane."""
        return sum(1 for waiting in self._waiting if waiting[0] is lane)

    @contextlib.asynccontextmanager
    async def turn(self, lane: Lane) -> AsyncIterator[float]:
        """Wait for a slot and hold it. Gives the seconds waited. Raises Busy if the queue is full."""
        asked = time.perf_counter()
        await self._enter(lane)
        started = time.perf_counter()
        try:
            yield started - asked
        finally:
            self._mean_seconds += SMOOTHING * (time.perf_counter() - started - self._mean_seconds)
            self._leave()

    async def _enter(self, lane: Lane) -> None:
        if self._running < self._slots and not self._waiting:
            self._running += 1
            return
        if len(self._waiting) >= self._capacity:
            raise Busy(f"{self._capacity} wait to be {self.name}.", retry_after=self._retry_after())
        place = (lane, next(self._order), asyncio.get_running_loop().create_future())
        heapq.heappush(self._waiting, place)
        try:
            await place[2]
        except asyncio.CancelledError:
            if place in self._waiting:
                self._waiting.remove(place)
                heapq.heapify(self._waiting)
            elif not place[2].cancelled():  # called up in the same moment: pass the slot on
                self._leave()
            raise

    def _leave(self) -> None:
        while self._waiting:
            called = heapq.heappop(self._waiting)[2]
            if not called.done():  # else: its caller is being cancelled
                called.set_result(None)
                return
        self._running -= 1

    def _retry_after(self) -> int:
        """Seconds until half of those who wait now will have had their turn."""
        seconds = self._mean_seconds * len(self._waiting) / 2 / self._slots
        return min(LONGEST_RETRY, max(1, math.ceil(seconds)))
