"""Leases in an SQLite database: who holds what, who is alive, heartbeats."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import structlog

from imgorigin.errors import StoreUnavailable
from imgorigin.lease import Lease, LeaseLost
from imgorigin.lease.table import is_at, is_busy, opened

T = TypeVar("T")

POLL_SECONDS: Final = (0.02, 0.25)
"""Between two tries of a lease that another process holds: the first pause, and the longest."""

INCARNATION: Final = secrets.token_hex(4)
"""Tells this process from one of the same number before a restart."""

PROBE: Final = "probe"
"""A key that is claimed to see whether leases can be had at all."""

log = structlog.get_logger(__name__)


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

    `ttl` is in seconds; heartbeats come three to a ttl. A holder that we would see, were it alive, is not
    waited for. One connection in one thread: a claim takes a fraction of a millisecond. The table holds
    nothing that outlives a paint: a damaged one is set aside and made anew.
    """

    def __init__(self, path: Path, *, ttl: float = 10.0) -> None:
        self._path = path
        self._ttl = ttl
        self._place = _place()
        self._token = INCARNATION
        self._thread = ThreadPoolExecutor(1, "leases")
        self._connection: sqlite3.Connection | None = None
        self._file: os.stat_result | None = None  # what the connection is to

    @contextlib.asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[Lease]:
        pause, longest = POLL_SECONDS
        while (fence := await self._claimed(key)) is None:
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

    async def check(self) -> None:
        """Raises StoreUnavailable if no lease could be had now."""
        await self._run(self._probe)

    async def close(self) -> None:
        with contextlib.suppress(StoreUnavailable):
            await self._run(self._disconnect)
        self._thread.shutdown()

    async def _claimed(self, key: str) -> int | None:
        """A claim that comes through after its caller was cancelled is given back."""
        claim = asyncio.ensure_future(self._run(lambda: self._claim(key)))
        try:
            return await asyncio.shield(claim)
        except asyncio.CancelledError:
            with contextlib.suppress(StoreUnavailable):
                if (fence := await claim) is not None:
                    await self._run(lambda: self._release(fence))
            raise

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
            owner = f"{self._place}/{os.getpid()}/{self._token}"
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

    def _probe(self) -> None:
        if (fence := self._claim(PROBE)) is not None:
            self._release(fence)

    def _may_live(self, owner: str) -> bool:
        place, pid, token = owner.rsplit("/", 2)
        if place != self._place:  # their numbers mean nothing here: only time can tell
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
        # Another process may have set the file aside, or somebody have removed it: who goes on with a table
        # that no other process sees would paint what others paint.
        if self._connection and not is_at(self._path, self._file):
            self._disconnect()
        if not self._connection:
            self._connection, self._file = opened(self._path)
        return self._connection

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            connection.close()

    async def _run(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._tried, work)
        except (sqlite3.Error, OSError) as error:
            log.error("lease table failed", error=str(error))
            raise StoreUnavailable("The lease table cannot be used.") from error

    def _tried(self, work: Callable[[], T]) -> T:
        """Once more on a new connection if the fault may be the table's: one that is damaged is made anew."""
        try:
            return work()
        except sqlite3.Error as error:
            if not self._connection or is_busy(error):
                raise
            log.warning("lease table opened again", error=str(error))
            with contextlib.suppress(sqlite3.Error):
                self._disconnect()
            return work()


def _place() -> str:
    """Names the processes whose numbers mean the same to all of them: those of one PID namespace since one
    boot. Containers may share a hostname, and each has a process 1. Where the kernel does not tell, a place
    of our own."""
    host = socket.gethostname()
    if sys.platform != "linux":
        return host
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return f"{host}/{boot}/{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:
        return f"{host}/{INCARNATION}"
