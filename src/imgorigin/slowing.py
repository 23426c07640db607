"""Wrong keys are answered more slowly each time, by network of the client; and never so that it hurts us.

A waiting answer costs a connection and a few kilobytes, so few wait at a time; who has more under way is
refused at once, unheard.
"""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from cachetools import TTLCache

from imgorigin.caller import network_of
from imgorigin.errors import TooManyRequests

FIRST: Final = 0.25
"""Seconds that the first wrong key is answered late; each further one twice as late as the one before."""
LONGEST: Final = 8.0
FORGOTTEN_AFTER: Final = 600.0
"""Seconds without a wrong key after which a client begins anew."""
CLIENTS: Final = 4096
WAITING_EACH: Final = 4
WAITING: Final = 256

Sleep = Callable[[float], Awaitable[object]]


@dataclass(slots=True)
class _Tally:
    wrong: int = 0
    waiting: int = 0

    @property
    def delay(self) -> float:
        return min(LONGEST, FIRST * 2.0 ** min(self.wrong - 1, 16))


class Slowing:
    """`clock` counts seconds; `sleep` is given seconds."""

    def __init__(self, sleep: Sleep, clock: Callable[[], float] = time.monotonic) -> None:
        self._sleep = sleep
        self._tallies: TTLCache[str, _Tally] = TTLCache(CLIENTS, FORGOTTEN_AFTER, clock)
        self._waiting = 0

    def check(self, client: str) -> None:
        """Raises TooManyRequests for a client with as many wrong keys under way as are borne."""
        tally = self._tallies.get(network_of(client))
        if tally and self._is_full(tally):
            raise TooManyRequests("Too many wrong keys came from here.", retry_after=math.ceil(tally.delay))

    async def wrong(self, client: str) -> None:
        """Note a wrong key, and return when it is to be answered. Raises as `check`."""
        network = network_of(client)
        tally = self._tallies.get(network) or _Tally()
        tally.wrong += 1
        self._tallies[network] = tally  # anew: its time begins again
        if self._is_full(tally):
            raise TooManyRequests("Too many wrong keys came from here.", retry_after=math.ceil(tally.delay))
        tally.waiting += 1
        self._waiting += 1
        try:
            await self._sleep(tally.delay)
        finally:
            tally.waiting -= 1
            self._waiting -= 1

    def _is_full(self, tally: _Tally) -> bool:
        return tally.waiting >= WAITING_EACH or self._waiting >= WAITING
