"""One painter of a thing among several processes: a lease in a database that they share.

A lease is held for a short time and renewed by heartbeat; one that is not renewed expires and goes to the
next who asks. Its fence is a number that only grows: whoever was stalled past the expiry finds out, before
it commits, that its fence is no longer the one in the table. What a holder commits is immutable and the
first write wins besides, so even a write that slips through between check and commit does no harm.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Protocol


class LeaseLost(Exception):
    """The lease expired while it was thought to be held, and may be another's by now."""


class Lease(Protocol):
    @property
    def fence(self) -> int: ...

    async def confirm(self) -> None:
        """Raises LeaseLost if the lease is no longer ours. To be called just before a commit."""
        ...


class Leases(Protocol):
    def hold(self, key: str) -> AbstractAsyncContextManager[Lease]:
        """Waits until the lease is ours, keeps it by heartbeat, gives it back at the end."""
        ...

    async def close(self) -> None: ...
