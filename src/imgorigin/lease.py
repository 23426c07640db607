"""One painter of a thing among several processes: a lease in a database that they share.

A lease is held for a short time and renewed by heartbeat; one that is not renewed expires and goes to the
next who asks. Its fence is a number that only grows: whoever was stalled past the expiry finds out, before
it commits, that its fence is no longer the one in the table. What a holder commits is immutable and the
first write wins besides, so even a write that slips through between check and commit does no harm.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import secrets
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
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

PROBE: Final = "probe"
"""A key that is claimed to see whether leases can be had at all."""

DAMAGED: Final = ".damaged"
"""The end of the name under which a damaged table is set aside."""

_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

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
        if self._connection and not _is_at(self._path, self._file):
            self._disconnect()
        if not self._connection:
            self._connection, self._file = _opened(self._path)
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
            if not self._connection or _is_busy(error):
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


def _opened(path: Path) -> tuple[sqlite3.Connection, os.stat_result]:
    """A connection to the table, and its file. It is made if there is none, and made anew if it is damaged.

    One process at a time: beside a table that is being set aside nobody may make a new log or index of it,
    for they are found by name, and the next table would inherit them.
    """
    with _alone(path.parent):
        try:
            return _connected(path), path.stat()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            log.error("damaged lease table set aside", error=str(error))
            _set_aside(path)
            return _connected(path), path.stat()


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            _prepare(connection)
            return connection
        except sqlite3.Error as error:
            # Going over to WAL does not wait for a lock as everything else does. Nothing else passes by
            # itself, and whoever wants a lease would wait behind us.
            if not _is_busy(error) or time.monotonic() > until:
                connection.close()
                raise
            time.sleep(POLL_SECONDS[0])


def _prepare(connection: sqlite3.Connection) -> None:
    # AUTOINCREMENT never gives a number twice: that is what makes the key a fence. A table made anew begins
    # where the clock stands, in microseconds, which is past all numbers of the one before.
    connection.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE TABLE IF NOT EXISTS lease (fence INTEGER PRIMARY KEY AUTOINCREMENT,"
        " key TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, expires REAL NOT NULL)"
    )
    connection.execute(
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'lease', ?"
        " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'lease')",
        (time.time_ns() // 1000,),
    )
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise _Damaged(verdict)


class _Damaged(sqlite3.DatabaseError):
    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def _set_aside(path: Path) -> None:
    """Whoever still has it open finds another file in its place at their next claim. The log goes first: left
    behind alone, it would be taken for the next table's."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.rename(path.with_name(path.name + DAMAGED))


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While no other process opens a table of this folder. Raises OSError if one does for too long."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(number, time.monotonic() + 2 * BUSY_SECONDS)
        yield
    finally:
        os.close(number)


def _lock(number: int, until: float) -> None:
    while True:
        try:
            return fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(POLL_SECONDS[0])


def _is_at(path: Path, file: os.stat_result | None) -> bool:
    try:
        return file is not None and os.path.samestat(path.stat(), file)
    except FileNotFoundError:
        return False


def _is_busy(error: sqlite3.Error) -> bool:
    return _primary(error) in _BUSY


def _is_damage(error: sqlite3.Error) -> bool:
    return _primary(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _primary(error: sqlite3.Error) -> int:
    """SQLite's own code; 0 for an error of Python's module."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


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
