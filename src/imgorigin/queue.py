"""A bounded queue for a few slots: the more urgent lane first, in it owners by turns, and each owner's in the
order in which they came.

A slot goes to the owner who holds the fewest, so a flood of one leaves the waits of others alone; and no
owner can have a full queue turn the others away. Full means full: whoever cannot wait is told at once when to
come back, rather than left to wait in a queue that grows faster than it drains.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from imgorigin.errors import Busy

LONGEST_RETRY: Final = 60
"""Seconds: whatever the backlog, a client may ask again after a minute."""
SMOOTHING: Final = 0.2
"""Weight of the newest turn in the running mean of how long a turn takes."""


class Lane(IntEnum):
    """Lower is more urgent. A lane waits while a more urgent one has anyone waiting who may go."""

    INTERACTIVE = 0
    API = 1
    BATCH = 2


class Holders:
    """How many turns each account holds, in all queues that share this."""

    def __init__(self) -> None:
        self._turns: Counter[str] = Counter()
        self._told: list[Callable[[], None]] = []

    def tell(self, fewer: Callable[[], None]) -> None:
        """Call this when an account holds fewer turns than before."""
        self._told.append(fewer)

    def may_take(self, place: Place) -> bool:
        return place.at_most is None or self._turns[place.account] < place.at_most

    def take(self, place: Place) -> None:
        self._turns[place.account] += 1

    def give_back(self, place: Place) -> None:
        _take_one(self._turns, place.account)
        for fewer in self._told:
            fewer()


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """Of somebody who waits. `called` is given True when the turn comes, False when the place is needed for
    another."""

    lane: Lane
    owner: str
    account: str
    at_most: int | None
    called: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    @property
    def line(self) -> tuple[str, str]:
        """Those of one line go in the order in which they came."""
        return self.owner, self.account


class WorkQueue:
    """`slots` turns run at once; `capacity` callers may wait. Queues that share `holders` count the turns of
    an account together."""

    def __init__(self, name: str, *, slots: int, capacity: int, holders: Holders | None = None) -> None:
        self.name = name
        self._slots = slots
        self._capacity = capacity
        self._running: Counter[str] = Counter()
        """By owner."""
        self._lines: dict[Lane, dict[tuple[str, str], deque[Place]]] = {lane: {} for lane in Lane}
        """None of them is empty. The first had its turn longest ago."""
        self._holders = holders or Holders()
        self._holders.tell(self._call_up)
        self._mean_seconds = 1.0

    def depth(self, lane: Lane) -> int:
        """How many callers wait in the lane."""
        return sum(map(len, self._lines[lane].values()))

    def expected_seconds(self) -> float:
        """Until a turn that is asked for now would end, by the mean of those before."""
        return self._mean_seconds * (1 + self._waiting() / self._slots)

    @contextlib.asynccontextmanager
    async def turn(
        self, lane: Lane, owner: str = "", at_most: int | None = None, account: str = ""
    ) -> AsyncIterator[float]:
        """Wait for a slot and hold it. Gives the seconds waited. Owners share the slots evenly; `at_most` is
        how many turns at once, 1 or more, their account may have (the owner itself, where none is named).
        Raises Busy if the queue is full, or fills up with owners who have fewer waiting."""
        asked = time.perf_counter()
        place = Place(lane, owner, account or owner, at_most)
        await self._enter(place)
        started = time.perf_counter()
        try:
            yield started - asked
        finally:
            self._mean_seconds += SMOOTHING * (time.perf_counter() - started - self._mean_seconds)
            self._leave(place)

    async def _enter(self, place: Place) -> None:
        if self._has_room_for(place):  # whoever waits may not go now
            self._begin(place)
            return
        if self._waiting() >= self._capacity:
            self._make_way(place)
        self._lines[place.lane].setdefault(place.line, deque()).append(place)
        try:
            is_called = await place.called
        except asyncio.CancelledError:
            if not self._withdraw(place) and not place.called.cancelled() and place.called.result():
                self._leave(place)  # called up in the same moment: pass the slot on
            raise
        if not is_called:
            raise self._busy()

    def _has_room_for(self, place: Place) -> bool:
        return self._running.total() < self._slots and self._holders.may_take(place)

    def _begin(self, place: Place) -> None:
        self._running[place.owner] += 1
        self._holders.take(place)

    def _leave(self, place: Place) -> None:
        _take_one(self._running, place.owner)
        self._holders.give_back(place)

    def _call_up(self) -> None:
        while place := self._next():
            self._withdraw(place)
            if not place.called.done():  # else: its caller is being cancelled
                self._begin(place)
                self._last(place)
                place.called.set_result(True)

    def _next(self) -> Place | None:
        """Of the most urgent lane in which anyone may go: the first of the owner who holds the fewest turns,
        and of those who hold as few, of the one whose turn is longest ago."""
        for lines in self._lines.values():
            heads = [line[0] for line in lines.values() if self._has_room_for(line[0])]
            if heads:
                return min(heads, key=lambda place: self._running[place.owner])
        return None

    def _last(self, place: Place) -> None:
        """The owner had a turn: all the others come first."""
        lines = self._lines[place.lane]
        for line in [line for line in lines if line[0] == place.owner]:
            lines[line] = lines.pop(line)

    def _make_way(self, newcomer: Place) -> None:
        """The last of the owner with the most waiting gives its place up, if that owner still has no fewer
        than the newcomer's then. Raises Busy."""
        waiting: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self._places():
            waiting[place.owner].append(place)
        most = max(waiting.values(), key=len, default=[])
        if len(most) <= len(waiting[newcomer.owner]) + 1:
            raise self._busy()
        last = most[-1]
        self._withdraw(last)
        if not last.called.done():
            last.called.set_result(False)

    def _withdraw(self, place: Place) -> bool:
        """Whether it was waiting."""
        line = self._lines[place.lane].get(place.line, deque())
        if place not in line:
            return False
        line.remove(place)
        if not line:
            del self._lines[place.lane][place.line]
        return True

    def _places(self) -> Iterator[Place]:
        """Those who wait, the urgent lanes first; of one line in the order in which they came."""
        for lines in self._lines.values():
            for line in lines.values():
                yield from line

    def _waiting(self) -> int:
        return sum(map(self.depth, Lane))

    def _busy(self) -> Busy:
        return Busy(f"{self._capacity} wait to be {self.name}.", retry_after=self._retry_after())

    def _retry_after(self) -> int:
        """Seconds until half of those who wait now will have had their turn."""
        seconds = self._mean_seconds * self._waiting() / 2 / self._slots
        return min(LONGEST_RETRY, max(1, math.ceil(seconds)))


def _take_one(counts: Counter[str], name: str) -> None:
    counts[name] -= 1
    if not counts[name]:
        del counts[name]
