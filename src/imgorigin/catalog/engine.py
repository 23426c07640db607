"""The connections of a catalog: many that read, and for SQLite one that writes.

    async with database.read() as connection: ...     each statement for itself
    async with database.write() as connection: ...    all or nothing
    async with database.one() as connection: ...      one statement that writes
    async with database.snapshot() as connection: ... reads of one moment

What the database cannot do just now leaves here as CatalogUnavailable.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import structlog
from sqlalchemy import event, exc, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from imgorigin.catalog import sqlite
from imgorigin.errors import CatalogUnavailable, SettingsError, installing
from imgorigin.validation import masked

SQLITE: Final = "sqlite"
SQLITE_FILE: Final = "catalog.sqlite"
"""In the data folder."""
POSTGRESQL: Final = "postgresql"

SQLITE_READERS: Final = 4
POSTGRESQL_CONNECTIONS: Final = 16
BUSY_SECONDS: Final = 5.0
PATIENCE_SECONDS: Final = 3600.0
PAUSE_SECONDS: Final = 0.02
CONNECT_SECONDS: Final = 3.0
IDLE_SECONDS: Final = 5.0

_PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -16000",
    "PRAGMA mmap_size = 1073741824",
)
_SESSION: Final = {"jit": "off", "plan_cache_mode": "force_custom_plan"}
"""A plan made for any words at all suits neither the rare nor the common."""
_OURS: Final = (exc.IntegrityError, exc.ProgrammingError, exc.DataError, exc.NotSupportedError)
"""A statement or a value that is wrong stays wrong: no reason to ask for another try."""

_NOT_YET: Final = ("42P01", "42703")
"""PostgreSQL's codes for a table and a column that there is none of: until the tables are brought up to date.
SQLite's errors do not tell them from what passes."""

_PASSING: Final[tuple[type[Exception], ...]] = (exc.DBAPIError, exc.TimeoutError, TimeoutError, OSError)

log = structlog.get_logger(__name__)


class _Uses:
    """How many connections are in use. Once closed, there are no more."""

    def __init__(self) -> None:
        self._running = 0
        self._closed = False
        self._idle = asyncio.Event()
        self._idle.set()

    @contextlib.contextmanager
    def one(self) -> Iterator[None]:
        if self._closed:
            raise CatalogUnavailable("The catalog is closed: the server is going down.")
        self._running += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()

    async def close(self) -> None:
        """Waits for those that are under way."""
        self._closed = True
        await self._idle.wait()


@dataclass(frozen=True, slots=True)
class Database:
    """Opened, not yet connected: that happens with the first statement. `timeout` is in seconds, for each use
    of a connection; None: as long as it takes. `foreign` are errors that the driver lets out as they are."""

    dialect: str
    shown: str
    readers: AsyncEngine
    writers: AsyncEngine
    timeout: float | None
    foreign: tuple[type[Exception], ...] = ()
    uses: _Uses = field(default_factory=_Uses)

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Raises CatalogUnavailable."""
        with self._told():
            async with asyncio.timeout(self.timeout), self.readers.connect() as connection:
                yield connection

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: it stands once the block is left without an error. Raises CatalogUnavailable."""
        with self._told():
            async with asyncio.timeout(self.timeout), self.writers.begin() as connection:
                yield connection

    def one(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """For one statement that writes. Raises CatalogUnavailable."""
        return self.write() if self.dialect == SQLITE else self.read()

    @contextlib.asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """Whatever is written meanwhile is not seen. Raises CatalogUnavailable."""
        with self._told():
            async with self.readers.connect() as connection:
                begin = (
                    "BEGIN" if self.dialect == SQLITE else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                )
                await connection.execute(text(begin))
                try:
                    yield connection
                finally:
                    await connection.execute(text("ROLLBACK"))

    async def check(self) -> None:
        """Raises CatalogUnavailable if nothing could be read now."""
        async with self.read() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        """What is under way is finished, and nothing new begun."""
        await self.uses.close()
        for engine in (self.readers, self.writers):
            await engine.dispose()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with self.uses.one():
                yield
        except _OURS as error:
            if getattr(error.orig, "sqlstate", None) not in _NOT_YET:
                raise
            raise self._unavailable(error) from error
        except (*_PASSING, *self.foreign) as error:
            raise self._unavailable(error) from error

    def _unavailable(self, error: Exception) -> CatalogUnavailable:
        reason = str(getattr(error, "orig", None) or error) or type(error).__name__
        log.error("catalog failed", catalog=self.shown, error=reason)
        return CatalogUnavailable(f"The catalog cannot be used: {self.shown}.", reason=masked(reason))


def open_database(url: str, data: Path, *, timeout: float | None = 10.0) -> Database:
    """The database that the setting `catalog` names; empty: SQLite in the data folder. Raises
    SettingsError."""
    return _postgresql(url, timeout) if url else _sqlite(data / SQLITE_FILE, timeout)


def _sqlite(path: Path, timeout: float | None) -> Database:
    url = URL.create("sqlite+aiosqlite", database=str(path))
    # How long to wait for a connection of ours is told by the timeout of each use.
    given = {"timeout": BUSY_SECONDS, "async_creator_fn": sqlite.connect}
    shared: dict[str, Any] = {"connect_args": given, "pool_timeout": PATIENCE_SECONDS}
    readers = create_async_engine(
        url, pool_size=SQLITE_READERS, max_overflow=0, isolation_level="AUTOCOMMIT", **shared
    )
    writers = create_async_engine(url, pool_size=1, max_overflow=0, **shared)
    file = _File(path)
    for engine in (readers, writers):
        event.listen(engine.sync_engine, "do_connect", file.before)
        event.listen(engine.sync_engine, "do_connect", partial(_keep_private, path))
    event.listen(readers.sync_engine, "connect", _prepare_reader)
    event.listen(writers.sync_engine, "connect", _prepare_writer)
    for engine in (readers, writers):
        event.listen(engine.sync_engine, "connect", file.note)
        event.listen(engine.sync_engine, "checkout", file.check)
    event.listen(writers.sync_engine, "begin", _begin_immediate)
    return Database(SQLITE, str(path), readers, writers, timeout)


def _keep_private(path: Path, *connecting: object) -> None:
    """The file is its owner's alone, one that is ours becomes so: the secrets that URLs are signed with are
    in it. SQLite gives the files beside it that it makes the same mode."""
    with contextlib.suppress(OSError):  # SQLite tells what is wrong
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            for one in (path, *(path.with_name(path.name + beside) for beside in ("-wal", "-shm"))):
                _tighten(one)


def _tighten(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        found = path.stat()
        if found.st_uid == os.geteuid() and found.st_mode & 0o077:
            path.chmod(found.st_mode & 0o700)


def _prepare_reader(connection: Any, record: object) -> None:
    connection.run_async(partial(_run, statements=(*_PRAGMAS, "PRAGMA query_only = ON")))


def _prepare_writer(connection: Any, record: object) -> None:
    # Else Python begins a transaction by itself, and a deferred one: it fails when it turns to writing.
    connection.isolation_level = None
    connection.run_async(partial(_run, statements=_PRAGMAS))


class _File:
    """SQLite's, which may be removed while it is open: what is written then is lost with it. One that is put
    in its place is read; none is made anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._was_there = False

    def before(self, *_: object) -> None:
        if self._was_there:
            self._inode()

    def note(self, connection: object, record: Any) -> None:
        record.info["file"] = self._inode()
        self._was_there = True

    def check(self, connection: object, record: Any, proxy: object) -> None:
        if self._inode() != record.info["file"]:
            raise exc.DisconnectionError("Another file is there now.")

    def _inode(self) -> tuple[int, int]:
        """Raises FileNotFoundError."""
        found = self._path.stat()
        return found.st_dev, found.st_ino


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


async def _run(connection: Any, statements: Sequence[str]) -> None:
    """On a connection of the driver. Going over to WAL does not wait for a lock as everything else does."""
    until = time.monotonic() + BUSY_SECONDS
    pending = list(statements)
    try:
        while pending:
            try:
                await (await connection.execute(pending[0])).close()
                del pending[0]
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                await asyncio.sleep(PAUSE_SECONDS)
    except BaseException:
        await connection.close()  # nobody else would, and it keeps a thread
        raise


def _note_use(connection: object, record: Any) -> None:
    record.info["used"] = time.monotonic()


def _check_connected(connection: Any, record: Any, proxy: object) -> None:
    """A server that goes says so to all connections. One that has long been idle may have been cut off in
    silence: it is asked, which takes three times to the server and back."""
    try:
        if time.monotonic() - record.info.get("used", time.monotonic()) > IDLE_SECONDS:
            connection.ping()
        is_closed = record.driver_connection.is_closed()
    except Exception as error:
        raise exc.InvalidatePoolError from error
    if is_closed:
        raise exc.InvalidatePoolError


def _postgresql(url: str, timeout: float | None) -> Database:
    try:
        import asyncpg  # noqa: PLC0415  an extra
        from asyncpg.exceptions import InterfaceError, PostgresError  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise SettingsError(f"PostgreSQL needs more than is installed: {installing('postgres')}") from error

    async def connect() -> Any:
        # By asyncpg itself, which reads all that PostgreSQL's own programs read in a URL.
        try:
            return await asyncpg.connect(  # type: ignore[no-untyped-call]
                url, timeout=CONNECT_SECONDS, server_settings=_SESSION
            )
        except ValueError:  # whose words may have the password in them
            raise SettingsError(
                f"The catalog {masked(url)} is no URL of the form postgresql://user:password@host/database."
            ) from None

    engine = create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        pool_size=POSTGRESQL_CONNECTIONS,
        max_overflow=0,
        pool_timeout=PATIENCE_SECONDS,
    )
    event.listen(engine.sync_engine, "checkin", _note_use)
    event.listen(engine.sync_engine, "checkout", _check_connected)
    readers = engine.execution_options(isolation_level="AUTOCOMMIT")
    foreign = (PostgresError, InterfaceError)
    return Database(POSTGRESQL, masked(url), readers, engine, timeout, foreign)
