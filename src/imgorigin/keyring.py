"""Secrets -> keys: good ones remembered for moments, wrong ones slowed, uses written down by the batch."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Protocol

import structlog
from cachetools import LRUCache

from imgorigin.catalog.keys import Key, hash_of
from imgorigin.errors import CatalogUnavailable, TooManyRequests, Unauthorized
from imgorigin.flight import Flights
from imgorigin.slowing import Sleep, Slowing

FRESH: Final = 3.0
"""Seconds until a good key is looked up again: a key that is revoked is good in other processes so long."""
REMEMBERED: Final = 1024
LOOKUPS: Final = 2
"""Of keys never seen here, at a time: a flood of wrong ones is not to take the catalog's connections."""
PENDING: Final = 256
LONGEST_SECRET: Final = 128
TOLD_EVERY: Final = 60.0
"""Seconds between tellings of the catalog when keys were last used."""

log = structlog.get_logger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class KeyTable(Protocol):
    """What is needed of catalog.keys.Keys."""

    async def of_secret(self, secret: str) -> Key | None: ...
    async def used(self, times: Mapping[str, datetime]) -> None: ...


@dataclass(frozen=True, slots=True)
class _Seen:
    key: Key
    fresh_until: float


class Keyring:
    """Secrets are kept as hashes only. `clock` counts seconds; `now` tells the time, with its zone; a wrong
    key waits by `sleep`."""

    def __init__(
        self,
        keys: KeyTable,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _utc_now,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._keys = keys
        self._clock = clock
        self._now = now
        self._slowing = Slowing(sleep, clock)
        self._seen: LRUCache[str, _Seen] = LRUCache(REMEMBERED)
        self._lookups: Flights[Key | None] = Flights("key")
        self._turns = asyncio.Semaphore(LOOKUPS)
        self._used: dict[str, datetime] = {}

    async def key_of(self, secret: str, client: str) -> Key:
        """The good key of this secret. `client` is the address it came from.

        Raises Unauthorized, late; TooManyRequests for a client with more wrong ones than are borne;
        CatalogUnavailable. A key that was good here before is not slowed by wrong ones of its neighbours.
        """
        digest, now = hash_of(secret), self._now()
        seen = self._seen.get(digest)
        if seen and self._clock() < seen.fresh_until and seen.key.is_good(now):
            self._used[seen.key.id] = now
            return seen.key
        if not seen:
            self._slowing.check(client)
        key = await self._found(secret, digest, is_known=bool(seen))
        if key and key.is_good(now):
            self._seen[digest] = _Seen(key, self._clock() + FRESH)
            self._used[key.id] = now
            return key
        self._seen.pop(digest, None)
        await self._slowing.wrong(client)
        raise Unauthorized(_why(key, now))

    async def flush(self) -> None:
        """Tell the catalog when keys were last used. What it cannot be told now it is told the next time."""
        used, self._used = self._used, {}
        try:
            await self._keys.used(used)
        except CatalogUnavailable as error:
            self._used = used | self._used
            log.warning("uses of keys not written down yet", error=error.detail)

    async def run(self) -> None:
        """Flush now and then, for good. Call `flush` once more at the end."""
        while True:
            await asyncio.sleep(TOLD_EVERY)
            await self.flush()

    async def _found(self, secret: str, digest: str, *, is_known: bool) -> Key | None:
        if len(secret) > LONGEST_SECRET or not secret.isascii():
            return None
        if is_known:
            return await self._lookups.join(digest, lambda: self._keys.of_secret(secret))
        if digest not in self._lookups and len(self._lookups) >= PENDING:
            raise TooManyRequests("Too many keys are being looked up just now.", retry_after=1)
        return await self._lookups.join(digest, lambda: self._in_turn(secret))

    async def _in_turn(self, secret: str) -> Key | None:
        async with self._turns:
            return await self._keys.of_secret(secret)


def _why(key: Key | None, now: datetime) -> str:
    """Whoever has the whole secret of a key may know what became of it; others learn nothing."""
    if key is None:
        return "The provided API key is invalid or has been revoked."
    ended = key.revoked or key.expires or now
    how = "was revoked" if key.revoked else "expired"
    return f"The key {key.prefix}... {how} on {ended:%Y-%m-%d}. `imgorigin keys create` makes a new one."
