"""A server whose catalog is down: what it serves meanwhile, and that it goes on once there is one again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from imgorigin import parts
from imgorigin.catalog.catalog import Catalog
from imgorigin.errors import CatalogUnavailable
from tests.catalog.conftest import Place
from tests.contracts.postgresql import PostgreSQL
from tests.origin import Origin, running_origin
from tests.served import served

FOX = "/demo/red-fox_64x48.png"
OWL = "/demo/owl_64x48.png"
PATIENCE = 60.0


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "CATALOG_RETRY", 0.1)


@asynccontextmanager
async def renamed(server: PostgreSQL, database: str) -> AsyncIterator[None]:
    """While a database is not to be found, and nobody is connected to it."""
    away = f"{database}_away"
    await server.run(f"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS false")
    await server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'")
    await server.run(f"ALTER DATABASE {database} RENAME TO {away}")
    yield
    await server.run(f"ALTER DATABASE {away} RENAME TO {database}")
    await server.run(f"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS true")


@asynccontextmanager
async def blocked(folder: Path) -> AsyncIterator[None]:
    """While SQLite's file is none."""
    file, away = folder / "catalog.sqlite", folder / "away.sqlite"
    if file.exists():
        file.rename(away)
    for rest in ("-wal", "-shm"):
        file.with_name(f"{file.name}{rest}").unlink(missing_ok=True)
    file.mkdir()
    yield
    file.rmdir()
    if away.exists():
        away.rename(file)


def outage(place: Place, request: pytest.FixtureRequest) -> AbstractAsyncContextManager[None]:
    if not place.url:
        return blocked(place.data)
    return renamed(request.getfixturevalue("server"), place.url.partition("?")[0].rpartition("/")[2])


async def until_served(origin: Origin, path: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while (await origin.get(path)).status_code != 200:
            await asyncio.sleep(0.05)


async def test_a_server_that_starts_without_its_catalog_serves_what_is_there(
    place: Place, request: pytest.FixtureRequest
) -> None:
    data = place.data
    async with running_origin(data, catalog=place.url) as origin:
        kept = (await origin.get(FOX)).content
    async with outage(place, request), running_origin(data, catalog=place.url) as origin:
        assert (await origin.get(FOX)).content == kept
        missed = await origin.get(OWL)
        assert (missed.status_code, missed.json()["type"].rpartition(":")[2]) == (503, "catalog-unavailable")
        assert (await origin.get("/readyz")).json()["catalog"] != "ok"
    async with running_origin(data, catalog=place.url) as origin:
        assert (await origin.get(OWL)).status_code == 200


async def test_a_first_start_is_made_up_for_when_the_catalog_is_there(
    empty_place: Place, request: pytest.FixtureRequest
) -> None:
    data, down = empty_place.data, outage(empty_place, request)
    await down.__aenter__()
    async with running_origin(data, catalog=empty_place.url) as origin:
        assert (await origin.get(FOX)).status_code == 503
        assert not (data / "admin-key.txt").exists()
        await down.__aexit__(None, None, None)
        await until_served(origin, FOX)
        secret = (data / "admin-key.txt").read_text().strip()
        assert (await origin.get("/account/projects", x_api_key=secret)).status_code == 200
        demo = await origin.parts.projects.get("demo")
        await origin.parts.catalog.projects.set(demo.id, {"private": True})
        async with asyncio.timeout(PATIENCE):  # what it says is followed from now on
            while not (await origin.parts.projects.get("demo")).settings.private:
                await asyncio.sleep(0.05)


async def test_tables_that_are_not_there_yet_are_an_outage(empty_place: Place) -> None:
    catalog = Catalog.open(empty_place.url, empty_place.data)
    with pytest.raises(CatalogUnavailable):
        await catalog.projects.all()
    await catalog.close()


async def test_serve_warns_in_a_line_and_starts(tmp_path: Path) -> None:
    log = tmp_path / "log"
    (tmp_path / "data" / "catalog.sqlite").mkdir(parents=True)
    async with served(tmp_path / "data", log=log) as server:
        told = log.read_text().partition("imgorigin is on")[2]
        assert "Warning: The catalog cannot be used:" in told
        assert "only pictures that are there already are served" in told
        assert (await server.get(OWL)).status_code == 503
        (tmp_path / "data" / "catalog.sqlite").rmdir()
        async with asyncio.timeout(PATIENCE):
            while (await server.get(OWL)).status_code != 200:
                await asyncio.sleep(0.2)
        assert (tmp_path / "data" / "admin-key.txt").exists()
        assert await server.stop() == 0
    assert "Traceback" not in log.read_text()
