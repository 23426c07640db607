"""What happens when the database does not do its part."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from imgorigin.catalog import engine
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.engine import open_database
from imgorigin.catalog.sqlite import AHEAD
from imgorigin.errors import CatalogUnavailable, SettingsError
from tests.catalog.conftest import Place
from tests.contracts.catalog import RACERS, bound, new, project, recipe
from tests.contracts.postgresql import PostgreSQL


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://postgres:secret@127.0.0.1:1/x",
        "postgresql://nobody:secret@/nothing?host=/nowhere",
        "postgresql://127.0.0.1:1/x?sslmode=disable",
        "postgresql://127.0.0.1:1/x?nonsense=1",
    ],
)
async def test_a_server_that_is_not_there_is_unavailable_and_no_secret_told(url: str) -> None:
    catalog = Catalog.open(url, Path())
    for action in (catalog.start(), catalog.check(), catalog.assets.find("acme", "fox")):
        with pytest.raises(CatalogUnavailable) as raised:
            await action
        assert "secret" not in raised.value.detail
    await catalog.close()


async def test_what_is_no_url_is_a_mistake_in_the_settings() -> None:
    catalog = Catalog.open("postgresql://me:secret@h:notaport/x", Path())
    with pytest.raises(SettingsError, match=r"postgresql://me:\*\*\*@h:notaport/x is no URL"):
        await catalog.start()
    await catalog.close()


async def closed(catalog: Catalog) -> None:
    """With the threads of connections that failed, which nobody waits for: none is left behind."""
    await catalog.close()
    async with asyncio.timeout(10):
        while any("_connection_worker_thread" in thread.name for thread in threading.enumerate()):
            await asyncio.sleep(0.01)


async def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    catalog = Catalog.open("", tmp_path / "nowhere")
    with pytest.raises(CatalogUnavailable):
        await catalog.check()
    await closed(catalog)


def modes_in(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


async def test_its_files_are_its_owners_alone(tmp_path: Path) -> None:
    catalog = Catalog.open("", tmp_path)
    await catalog.start()
    await project(catalog)
    modes = modes_in(tmp_path)
    assert modes.keys() >= {"catalog.sqlite", "catalog.sqlite-wal"}
    assert set(modes.values()) == {0o600}
    await catalog.close()
    for name in modes_in(tmp_path):  # as an older release left them
        (tmp_path / name).chmod(0o644)
    again = Catalog.open("", tmp_path)
    await again.check()
    assert set(modes_in(tmp_path).values()) == {0o600}
    await again.close()


async def test_what_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(b"nonsense" * 1000)
    catalog = Catalog.open("", tmp_path)
    with pytest.raises(CatalogUnavailable):
        await catalog.start()
    await closed(catalog)


def files_of(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_a_file_that_is_removed_is_unavailable_until_one_is_there(
    tmp_path: Path, sqlite_template: Path
) -> None:
    file = tmp_path / "catalog.sqlite"
    shutil.copy(sqlite_template, file)
    catalog = Catalog.open("", tmp_path)
    made = await project(catalog)
    for end in ("", "-wal", "-shm"):
        (tmp_path / f"catalog.sqlite{end}").unlink()
    for _ in range(2):
        with pytest.raises(CatalogUnavailable):
            await catalog.projects.all()
        with pytest.raises(CatalogUnavailable):
            await catalog.accounts.ensure()
    assert file not in set(files_of(tmp_path))
    shutil.copy(sqlite_template, file)
    assert made not in await catalog.projects.all()
    await catalog.accounts.ensure()
    await closed(catalog)


async def test_a_writer_that_waits_too_long_is_told_to_come_again(
    tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(sqlite_template, tmp_path / "catalog.sqlite")
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    catalog = Catalog.open("", tmp_path)
    other = sqlite3.connect(tmp_path / "catalog.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CatalogUnavailable):
        await catalog.accounts.ensure()
    assert await catalog.projects.all() == ()  # readers wait for nobody
    other.execute("ROLLBACK")
    await catalog.accounts.ensure()
    other.close()
    await catalog.close()


async def test_a_server_that_ends_our_connections_is_found_again(server: PostgreSQL) -> None:
    async with server.database("migrated") as url:
        catalog = Catalog.open(url, Path())
        await project(catalog)
        name = url.split("/")[-1].split("?")[0]
        await server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        assert len(await catalog.projects.all()) == 1
        await catalog.close()


async def test_what_hangs_is_given_up(server: PostgreSQL) -> None:
    async with server.database() as url:
        database = open_database(url, Path(), timeout=0.2)
        with pytest.raises(CatalogUnavailable):
            async with database.read() as connection:
                await connection.execute(text("SELECT pg_sleep(60)"))
        await database.check()
        await database.close()


async def test_rows_come_whole_however_many_there_are(catalog: Catalog) -> None:
    """Those that are fetched ahead, and those after them."""
    for count in (0, 1, AHEAD, AHEAD + 1, 3 * AHEAD):
        numbers = text(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < :count) "
            "SELECT x FROM n WHERE :count > 0"
        ).bindparams(count=count)
        expected = list(range(1, count + 1))
        async with catalog.database.read() as connection:
            assert list(await connection.scalars(numbers)) == expected
            assert (await connection.scalar(numbers)) == next(iter(expected), None)
        async with catalog.database.snapshot() as connection:
            stream = await connection.stream(numbers)
            parts = [[row.x for row in part] async for part in stream.partitions(100)]
        assert [x for part in parts for x in part] == expected
        assert all(len(part) <= 100 for part in parts)


async def test_whoever_stops_waiting_leaves_nothing_half_done(place: Place, catalog: Catalog) -> None:
    acme = await project(catalog)
    for at in range(RACERS):
        task = asyncio.create_task(catalog.assets.bind(new(acme.scope, f"fox-{at}", tags=["x"])))
        for _ in range(at * 3):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    there = (await catalog.search.listing(acme.scope, limit=100)).total
    assert (await catalog.search.page(acme.scope, "tags:x fox", limit=100)).total == there
    made = await bound(catalog, new(acme.scope, "after", recipe=recipe()))
    assert made.slug == "after"
    assert (await catalog.search.listing(acme.scope, limit=100)).total == there + 1
