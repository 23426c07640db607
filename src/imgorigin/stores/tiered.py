"""memory -> disk -> S3 as one store."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING, Self

import structlog

from imgorigin.errors import StoreUnavailable
from imgorigin.flight import Flights
from imgorigin.stores.base import Blob, BlobStream, DamagedBlob
from imgorigin.stores.disk import DiskStore
from imgorigin.stores.memory import MemoryStore

if TYPE_CHECKING:  # S3 is an extra
    from imgorigin.stores.s3 import S3Store

log = structlog.get_logger(__name__)


class TieredStore:
    """Reads fall through to the slower tiers and fill the faster ones; writes go to the slowest first, for
    with several hosts it alone decides whose write was the first.

    The memory answers only for what still lies on the disk: a purge, an eviction or a repair there, by
    whatever process, takes effect at once. Where there is S3, a disk that fails costs only time.
    """

    def __init__(self, memory: MemoryStore, disk: DiskStore, s3: S3Store | None = None) -> None:
        self.memory = memory
        self.disk = disk
        self.s3 = s3
        self._fetches: Flights[Blob | None] = Flights("fetch")

    async def __aenter__(self) -> Self:
        if self.s3:
            await self.s3.__aenter__()
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self.close()

    def peek(self, key: str, *, checked: bool = False) -> Blob | None:
        """The blob if it is in memory and still on the disk, unless the caller has `checked` that. Does not
        wait."""
        blob = self.memory.peek(key)
        if blob and not checked and self.stat(key) != (blob.modified, len(blob.data)):
            self.memory.forget(key)
            return None
        return blob

    def stat(self, key: str) -> tuple[int, int] | None:
        """`modified` and size of a blob that lies on the disk, unread. Does not wait."""
        return self.disk.stat(key)

    async def get(self, key: str) -> Blob | None:
        blob = self.peek(key) or await self._from_disk(key) or await self._from_s3(key)
        if blob:
            self.memory.keep(key, blob)
        return blob

    async def put(self, key: str, blob: Blob) -> Blob:
        if self.s3:
            held = await self.s3.put(key, blob)
            with contextlib.suppress(StoreUnavailable):  # S3 has it
                await self.disk.fill(key, BlobStream.of(held))
        else:
            held = await self.disk.put(key, blob)
        self.memory.forget(key)
        self.memory.keep(key, held)
        return held

    async def delete(self, key: str) -> None:
        if self.s3:
            await self.s3.delete(key)
            await self._fetched(key)
        await self.forget(key)

    async def forget(self, key: str) -> None:
        """Have it gone from this host, whatever S3 holds."""
        await self.disk.delete(key)
        self.memory.forget(key)

    async def keys_here(self, prefix: str, since: int = 0) -> set[str]:
        """As `keys`, of what lies on this host."""
        return {key for store in (self.memory, self.disk) async for key in store.keys(prefix, since)}

    async def keys_anywhere(self, prefix: str, since: int = 0) -> set[str]:
        """As `keys`, of every tier: a disk may still have what S3 has not."""
        found = await self.keys_here(prefix, since)
        return found | {key async for key in self.keys(prefix, since)} if self.s3 else found

    async def keys(self, prefix: str, since: int = 0) -> AsyncIterator[str]:
        slowest = self.s3 or self.disk
        async for key in slowest.keys(prefix, since):
            yield key

    async def close(self) -> None:
        await self._fetches.drain()
        for store in (self.memory, self.disk, self.s3):
            if store:
                await store.close()

    async def _from_disk(self, key: str) -> Blob | None:
        try:
            return await self.disk.get(key)
        except StoreUnavailable:
            if not self.s3:
                raise
            return None

    async def _from_s3(self, key: str) -> Blob | None:
        """Once for any number of callers."""
        s3 = self.s3
        return await self._fetches.join(key, lambda: self._fetch(s3, key)) if s3 else None

    async def _fetched(self, key: str) -> None:
        """Wait for a fetch that is under way: it would lay on the disk what it found in S3."""
        if key in self._fetches:
            with contextlib.suppress(StoreUnavailable):
                await self._fetches.join(key, _nothing)

    async def _fetch(self, s3: S3Store, key: str) -> Blob | None:
        """By way of the disk, chunk by chunk; past it if the disk fails."""
        async with s3.stream(key) as stream:
            if not stream:
                return None
            try:
                if held := await self.disk.fill(key, stream):
                    return replace(held, tier=s3.name)
            except DamagedBlob:
                return None
            except StoreUnavailable:
                log.warning("not kept on disk", key=key)
        return await s3.get(key)


async def _nothing() -> None:
    return None
