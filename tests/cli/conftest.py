"""Fixtures of the verbs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.cli.typed import imgorigin
from tests.contracts.postgresql import PostgreSQL, postgresql

__all__ = ["imgorigin"]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgreSQL]:
    with postgresql() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def catalog_options(request: pytest.FixtureRequest) -> list[str]:
    """What a verb is told of a catalog that is empty."""
    if request.param == "sqlite":
        return []
    server: PostgreSQL = request.getfixturevalue("postgres")
    name = f"of_{request.node.name.partition('[')[0]}"[:60]
    asyncio.run(server.run(f"CREATE DATABASE {name}"))
    return ["--catalog", server.of(name)]
