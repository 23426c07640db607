"""The contract of a store: immutable blobs by key, the first write wins."""

from __future__ import annotations

import hashlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Protocol, Self


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes, and when they were made: whole Unix seconds, equal in every tier and on every host, for the
    ETag is made of them. `tier` names the store that answered."""

    data: bytes
    modified: int = field(default_factory=lambda: int(time.time()))
    tier: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class BlobStream:
    """A blob on its way from one tier to another. `chunks` raises DamagedBlob at its end if what came does
    not match its checksum, and StoreUnavailable if it stops coming."""

    chunks: AsyncIterator[bytes]
    modified: int

    @classmethod
    def of(cls, blob: Blob) -> Self:
        return cls(_once(blob.data), blob.modified)


class DamagedBlob(Exception):
    """What a store held does not match its checksum, and has been removed from it."""


class Store(Protocol):
    """Keys are relative paths of plain segments, as `Address.key` makes them; never `..`, never absolute.

    Every method raises StoreUnavailable when it cannot do its work, and no other error.
    """

    async def get(self, key: str) -> Blob | None:
        """The blob, whole and checked against its checksum, or None. Damaged blobs are dropped."""
        ...

    async def put(self, key: str, blob: Blob) -> Blob:
        """Keep `blob` if there is none at `key` yet. Returns what the store holds now: the first write.
        Where blobs outlive a process, other bytes than those that were deleted never have their `modified`,
        but a later one if need be: the ETags have to differ."""
        ...

    async def delete(self, key: str) -> None:
        """Forget the blob. No error if there is none."""
        ...

    def keys(self, prefix: str, since: int = 0) -> AsyncIterator[str]:
        """The keys that begin with `prefix`, in no order; with `since`, a Unix second, those of blobs that
        were made or put then or later."""
        ...

    async def close(self) -> None: ...


def sha256_hex(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data
