"""One painter of a thing among several processes: a lease in a database that they share.

A lease is held for a short time and renewed by heartbeat; one that is not renewed expires and goes to the
next who asks. Its fence is a number that only grows: whoever was stalled past the expiry finds out, before
it commits, that its fence is no longer the one in the table. What a holder commits is immutable and the
first write wins besides, so even a write that slips through between check and commit does no harm.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import socket
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypeVar

import structlog

from imgorigin.errors import StoreUnavailable

T = TypeVar("T")

POLL_SECONDS: Final = (0.02, 0.25)
"""Between two tries of a lease that another process holds: the first pause, and the longest."""

BUSY_SECONDS: Final = 5.0

INCARNATION: Final = secrets.token_hex(4)
"""Tells this process from one of the same number before a restart."""

log = structlog.get_logger(__name__)


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


@dataclass(frozen=True, slots=True)
class _SqliteLease:
    leases: SqliteLeases
    key: str
    fence: int

    async def confirm(self) -> None:
        if not await self.leases.renew(self.fence):
            raise LeaseLost(self.key)


class SqliteLeases:
    """Leases among the processes of one host that share a data folder.

    `ttl` is in seconds; heartbeats come three to a ttl. A holder on this host that is no longer alive is not
    waited for. One connection in one thread: a claim takes a fraction of a millisecond.
    """

    def __init__(self, path: Path, *, ttl: float = 10.0) -> None:
        self._path = path
        self._ttl = ttl
        self._host = socket.gethostname()
        self._token = INCARNATION
        self._thread = ThreadPoolExecutor(1, "leases")
        self._connection: sqlite3.Connection | None = None

    @contextlib.asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[Lease]:
        pause, longest = POLL_SECONDS
        while (fence := await self._run(lambda: self._claim(key))) is None:
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, longest)
        heartbeat = asyncio.create_task(self._beat(fence), name=f"heartbeat {key}")
        try:
            yield _SqliteLease(self, key, fence)
        finally:
            heartbeat.cancel()
            with contextlib.suppress(StoreUnavailable):  # it will expire
                await self._run(lambda: self._release(fence))

    async def renew(self, fence: int) -> bool:
        """Whether the lease was still ours; if so, it is for another ttl."""
        return await self._run(lambda: self._renew(fence))

    async def close(self) -> None:
        if self._connection:
            await self._run(self._connection.close)
        self._thread.shutdown()

    async def _beat(self, fence: int) -> None:
        while True:
            await asyncio.sleep(self._ttl / 3)
            with contextlib.suppress(StoreUnavailable):  # the next beat may get through
                if not await self.renew(fence):
                    return

    def _claim(self, key: str) -> int | None:
        now = time.time()
        with self._database() as database:  # commits, or rolls back
            database.execute("BEGIN IMMEDIATE")
            held = database.execute(
                "SELECT fence, owner, expires FROM lease WHERE key = ?", (key,)
            ).fetchone()
            if held and held[2] > now and self._may_live(held[1]):
                return None
            if held:
                log.warning("lease taken over", key=key, owner=held[1])
                database.execute("DELETE FROM lease WHERE fence = ?", (held[0],))
            owner = f"{self._host}/{os.getpid()}/{self._token}"
            row = database.execute(
                "INSERT INTO lease (key, owner, expires) VALUES (?, ?, ?) RETURNING fence",
                (key, owner, now + self._ttl),
            ).fetchone()
            return int(row[0])

    def _renew(self, fence: int) -> bool:
        renewed = self._database().execute(
            "UPDATE lease SET expires = ? WHERE fence = ?", (time.time() + self._ttl, fence)
        )
        return renewed.rowcount == 1

    def _release(self, fence: int) -> None:
        self._database().execute("DELETE FROM lease WHERE fence = ?", (fence,))

    def _may_live(self, owner: str) -> bool:
        host, pid, token = owner.rsplit("/", 2)
        if host != self._host:
            return True
        if int(pid) == os.getpid():
            return token == self._token  # else: our own number, of before a restart
        try:
            os.kill(int(pid), 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
        return True

    def _database(self) -> sqlite3.Connection:
        if not self._connection:
            self._connection = _opened(self._path)
        return self._connection

    async def _run(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except sqlite3.Error as error:
            log.error("lease table failed", error=str(error))
            raise StoreUnavailable("The lease table cannot be used.") from error


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            # AUTOINCREMENT never gives a number twice: that is what makes the key a fence.
            connection.executescript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                "CREATE TABLE IF NOT EXISTS lease (fence INTEGER PRIMARY KEY AUTOINCREMENT,"
                " key TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, expires REAL NOT NULL)"
            )
            return connection
        except sqlite3.OperationalError:
            # Of several processes that open a new file at once, all but one find it locked, and going over to
            # WAL does not wait for a lock as everything else does.
            if time.monotonic() > until:
                connection.close()
                raise
            time.sleep(POLL_SECONDS[0])


class LocalLeases:
    """For a process that shares nothing: single flight is enough."""

    @contextlib.asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[Lease]:
        yield _LocalLease()

    async def close(self) -> None:
        pass


class _LocalLease:
    fence = 0

    async def confirm(self) -> None:
        pass
