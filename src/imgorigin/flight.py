"""Single flight in a process: everyone who asks for the same thing while it is being made gets that one.

After groupcache's singleflight, with two things asyncio adds: the work is a task of its own, so a caller
that goes away takes nothing with it; and an exception is one more result that everyone gets.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Flights(Generic[T]):
    """Flights of one kind, by key."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tasks: dict[str, asyncio.Task[T]] = {}

    def __len__(self) -> int:
        return len(self._tasks)

    def __contains__(self, key: str) -> bool:
        return key in self._tasks

    async def join(self, key: str, make: Callable[[], Awaitable[T]]) -> T:
        """The result of the flight at `key`, which `make` starts if there is none. Raises what it raises.

        `make` has to look once more whether the thing is there by now: between a caller's look and its
        joining, a flight may have landed.
        """
        task = self._tasks.get(key)
        if not task:
            task = self._tasks[key] = asyncio.create_task(_awaited(make), name=f"{self._name} {key}")
            task.add_done_callback(lambda done: self._landed(key, done))
        return await asyncio.shield(task)

    async def drain(self) -> None:
        """Wait until nothing is in the air."""
        while self._tasks:
            await asyncio.wait(self._tasks.values())

    def _landed(self, key: str, task: asyncio.Task[Any]) -> None:
        del self._tasks[key]
        if not task.cancelled():
            task.exception()  # looked at: the callers may all be gone


async def _awaited(make: Callable[[], Awaitable[T]]) -> T:
    return await make()
