"""SQLite's driver, with one visit to the thread of its connection for each statement.

aiosqlite makes one for the cursor, one to execute, one to fetch and one to close; each takes longer than most
statements do.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, Final, Self

import aiosqlite

AHEAD: Final = 256
"""Rows that are fetched when a statement is executed. Of more than that, the others are when they are asked
for."""


class _Cursor(aiosqlite.Cursor):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, connection._conn.cursor())
        self._ahead: list[Any] = []
        self._has_more = False

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> Self:
        await self._execute(self._run, sql, parameters or ())  # type: ignore[no-untyped-call]
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> Self:
        await super().executemany(sql, parameters)
        return self

    async def fetchone(self) -> Any:
        return next(iter(await self.fetchmany(1)), None)

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        """Fewer only at the end of what was fetched ahead."""
        most = AHEAD if size is None else size
        if self._ahead or not self._has_more:
            given, self._ahead = self._ahead[:most], self._ahead[most:]
            return given
        rows = list(await super().fetchmany(most))
        self._has_more = bool(rows)
        return rows

    async def fetchall(self) -> list[Any]:
        rows, self._ahead = self._ahead, []
        if self._has_more:
            rows += await super().fetchall()
            self._has_more = False
        return rows

    async def close(self) -> None:
        if self._has_more:
            self._has_more = False
            await super().close()

    def _run(self, sql: str, parameters: Any) -> None:
        self._cursor.execute(sql, parameters)
        self._ahead = self._cursor.fetchmany(AHEAD) if self._cursor.description else []
        self._has_more = len(self._ahead) == AHEAD


def connect(path: str, **given: Any) -> Connection:
    """Not yet connected: to be awaited. `given` as to sqlite3."""
    return Connection(lambda: sqlite3.connect(path, **given), AHEAD)


class Connection(aiosqlite.Connection):
    _is_left = False
    """Whether somebody stopped waiting for its thread, which may still be at work."""

    def cursor(self) -> _Cursor:  # type: ignore[override]  # there is nothing to wait for
        return _Cursor(self)

    async def rollback(self) -> None:
        """As each use of a connection ends, whether it wrote or not."""
        if self._is_left or self._conn.in_transaction:
            await super().rollback()

    async def _execute(self, fn: Callable[..., Any], *given: Any, **more: Any) -> Any:
        try:
            return await super()._execute(fn, *given, **more)  # type: ignore[no-untyped-call]
        except asyncio.CancelledError:
            self._is_left = True
            raise
