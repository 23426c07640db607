"""The database file that leases are kept in: opened, made if there is none, made anew if it is damaged."""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import structlog

BUSY_SECONDS: Final = 5.0
"""How long another process may keep the file to itself."""

PAUSE_SECONDS: Final = 0.02
"""Between two tries of a file that another process keeps."""

DAMAGED: Final = ".damaged"
"""The end of the name under which a damaged table is set aside."""

_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

log = structlog.get_logger(__name__)


def opened(path: Path) -> tuple[sqlite3.Connection, os.stat_result]:
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
            if not is_busy(error) or time.monotonic() > until:
                connection.close()
                raise
            time.sleep(PAUSE_SECONDS)


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
            time.sleep(PAUSE_SECONDS)


def is_at(path: Path, file: os.stat_result | None) -> bool:
    """Whether the path still names that file."""
    try:
        return file is not None and os.path.samestat(path.stat(), file)
    except FileNotFoundError:
        return False


def is_busy(error: sqlite3.Error) -> bool:
    """Whether somebody else has the table just now: it passes by itself."""
    return _primary(error) in _BUSY


def _is_damage(error: sqlite3.Error) -> bool:
    return _primary(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _primary(error: sqlite3.Error) -> int:
    """SQLite's own code; 0 for an error of Python's module."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
