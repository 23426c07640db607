"""One origin, and one nginx before it, for all tests that only ask."""

from __future__ import annotations

import urllib.request
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio

from tests.real.nginx import Answer, Nginx, ask, configure, running
from tests.served import Served, free_port, served


@dataclass(frozen=True, slots=True)
class Site:
    """A whole deployment on one machine."""

    nginx: Nginx
    origin_port: int
    data: Path

    def ask_origin(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """`headers` with _ for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return ask(self.origin_port, path, method, named)

    def metric(self, name: str) -> float:
        """The origin's: the sum of a metric over its labels; 0 if it was never counted."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.origin_port}/metrics") as exposition:
            lines = exposition.read().decode().splitlines()
        return sum(
            float(line.rpartition(" ")[2]) for line in lines if line.startswith((f"{name}{{", f"{name} "))
        )

    @property
    def asked(self) -> float:
        """Requests for pictures that have reached the origin."""
        return self.metric("imgorigin_requests_total")

    @property
    def paints(self) -> float:
        return self.metric("imgorigin_paints_total")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server(data: Path) -> AsyncIterator[Served]:
    async with served(data) as origin:
        yield origin


@pytest.fixture(scope="session")
def site(server: Served, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder, port, origin_port = tmp_path_factory.mktemp("nginx"), free_port(), urlsplit(server.url).port or 0
    command = configure(folder, listen=str(port), origin=origin_port, data=data)
    with running(command, port, folder) as nginx:
        yield Site(nginx, origin_port, data)
