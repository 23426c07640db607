"""From the start of a server to its end: what runs meanwhile, and how long it has to finish."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import signal
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from functools import partial
from types import FrameType
from typing import Any

import structlog

log = structlog.get_logger(__name__)


class Stop:
    """How much of the time to finish is left. It runs from the signal: before the server tells us to end, it
    waits for its requests."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asked_at: float | None = None

    def seconds_left(self) -> float:
        if self._asked_at is None:
            self._asked_at = time.monotonic()
        return max(0.0, self._asked_at + self._seconds - time.monotonic())

    @contextlib.contextmanager
    def noted(self) -> Iterator[None]:
        """While signals to stop are noted, then handled as before."""
        before: dict[int, Callable[[int, FrameType | None], Any]] = {}
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                handler = signal.getsignal(number)
                if callable(handler):
                    before[number] = handler
                    signal.signal(number, partial(self._note, handler))
        try:
            yield
        finally:
            for noted, handler in before.items():
                signal.signal(noted, handler)

    def _note(
        self, handler: Callable[[int, FrameType | None], Any], number: int, frame: FrameType | None
    ) -> None:
        if self._asked_at is None:
            self._asked_at = time.monotonic()
        handler(number, frame)


@contextlib.contextmanager
def stopped_with_parent() -> Iterator[None]:
    """Where this is one of several HTTP processes: stop, as if told to, when the process that keeps them is
    gone. Nobody else would, and the port would stay taken."""
    if not (parent := multiprocessing.parent_process()):
        yield
        return
    loop, sentinel = asyncio.get_running_loop(), parent.sentinel

    def stop() -> None:
        loop.remove_reader(sentinel)
        log.error("the process that keeps this one is gone")
        signal.raise_signal(signal.SIGTERM)

    loop.add_reader(sentinel, stop)
    try:
        yield
    finally:
        loop.remove_reader(sentinel)


@contextlib.asynccontextmanager
async def in_background(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Gone when the block is left: nothing that is cancelled half-way outlives what it uses."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextlib.asynccontextmanager
async def for_at_most(seconds: float) -> AsyncIterator[None]:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            yield
