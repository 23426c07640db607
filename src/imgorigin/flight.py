"""Single flight in a process: everyone who asks for the same thing while it is being made gets that one.

After groupcache's singleflight, with two things asyncio adds: the work is a task of its own, so a caller
that goes away takes nothing with it; and an exception is one more result that everyone gets.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Flight(Generic[T]):
    task: asyncio.Task[T]
    callers: int = 0


class Flights(Generic[T]):
    """Flights of one kind, by key. One that `ends_unwanted` is cancelled when its last caller goes away; who
    comes then starts another. Errors that are `personal` concern who started it alone: who joined starts
    another."""

    def __init__(
        self,
        name: str,
        *,
        ends_unwanted: bool = False,
        personal: tuple[type[Exception], ...] = (),
    ) -> None:
        self._name = name
        self._ends_unwanted = ends_unwanted
        self._personal = personal
        self._flights: dict[str, _Flight[T]] = {}
        self._tasks: set[asyncio.Task[T]] = set()

    def __len__(self) -> int:
        return len(self._flights)

    def __contains__(self, key: str) -> bool:
        return key in self._flights

    async def join(self, key: str, make: Callable[[], Awaitable[T]]) -> T:
        """The result of the flight at `key`, which `make` starts if there is none. Raises what it raises.

        `make` has to look once more whether the thing is there by now: between a caller's look and its
        joining, a flight may have landed.
        """
        while flight := self._flights.get(key):
            with contextlib.suppress(*self._personal):
                return await self._landing(key, flight)
        return await self._landing(key, self._start(key, make))

    async def _landing(self, key: str, flight: _Flight[T]) -> T:
        flight.callers += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.callers -= 1
            if self._ends_unwanted and not flight.callers and not flight.task.done():
                self._forget(key, flight)
                flight.task.cancel()

    async def drain(self) -> None:
        """Wait until nothing is in the air."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _start(self, key: str, make: Callable[[], Awaitable[T]]) -> _Flight[T]:
        task = asyncio.create_task(_awaited(make), name=f"{self._name} {key}")
        flight = self._flights[key] = _Flight(task)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._landed(key, flight))
        return flight

    def _landed(self, key: str, flight: _Flight[T]) -> None:
        self._tasks.discard(flight.task)
        self._forget(key, flight)
        looked_at(flight.task)  # the callers may all be gone

    def _forget(self, key: str, flight: _Flight[T]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]


async def finished(work: Awaitable[T]) -> T:
    """Its result. Who is cancelled meanwhile is cancelled when it is done, not before."""
    task: asyncio.Future[T] = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # looked at
        raise


def looked_at(task: asyncio.Future[Any]) -> None:
    """One that nobody may wait for any more: its failure is nobody's."""
    if not task.cancelled():
        task.exception()


async def _awaited(make: Callable[[], Awaitable[Any]]) -> Any:
    return await make()
