"""Catalogs on both databases, each as after a first start."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.engine import POSTGRESQL, SQLITE
from tests.contracts.postgresql import PostgreSQL, postgresql

TEMPLATE = "migrated"

Source = Path | PostgreSQL
"""A file, or a server with a database of this name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a catalog is: what another process needs to open it."""

    url: str
    data: Path


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    with postgresql() as server:
        asyncio.run(server.run(f"CREATE DATABASE {TEMPLATE}"))
        asyncio.run(_start(Place(server.of(TEMPLATE), Path())))
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sqlite")
    asyncio.run(_start(Place("", folder)))
    return folder / "catalog.sqlite"


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def source(request: pytest.FixtureRequest) -> Source:
    """What new catalogs are copied from."""
    name = {SQLITE: "sqlite_template", POSTGRESQL: "server"}[request.param]
    found: Source = request.getfixturevalue(name)
    return found


@pytest.fixture
async def place(source: Source, tmp_path: Path) -> AsyncIterator[Place]:
    """A new catalog for each test."""
    async with copied(source, tmp_path) as place:
        yield place


@pytest.fixture
async def empty_place(source: Source, tmp_path: Path) -> AsyncIterator[Place]:
    """A database without a table."""
    async with _emptied(source, tmp_path) as place:
        yield place


@pytest.fixture
async def catalog(place: Place) -> AsyncIterator[Catalog]:
    catalog = Catalog.open(place.url, place.data)
    yield catalog
    await catalog.close()


@asynccontextmanager
async def copied(source: Source, folder: Path) -> AsyncIterator[Place]:
    if not isinstance(source, PostgreSQL):
        shutil.copy(source, folder / "catalog.sqlite")
        yield Place("", folder)
        return
    async with source.database(TEMPLATE) as url:
        yield Place(url, folder)


@asynccontextmanager
async def _emptied(source: Source, folder: Path) -> AsyncIterator[Place]:
    if not isinstance(source, PostgreSQL):
        yield Place("", folder)
        return
    async with source.database() as url:
        yield Place(url, folder)


async def _start(place: Place) -> None:
    catalog = Catalog.open(place.url, place.data)
    await catalog.start()
    await catalog.close()
