"""One origin, and one nginx before it, for all tests that only ask."""

from __future__ import annotations

import urllib.request
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
import pytest_asyncio

from imgorigin.admin_key import FILE
from tests.real.nginx import Answer, Nginx, ask, configure, running
from tests.served import Served, free_port, served

PROJECTS: Final = "[demo]\n[asked]\nrevalidate = true\n[secret]\nprivate = true\n"
"""Whose pictures never change, are to be asked for again, and are not for everyone."""


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

    @property
    def key(self) -> dict[str, str]:
        """Headers with the key that the first start has made, which may do everything."""
        return {"X-API-Key": (self.data / FILE).read_text().strip()}

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
    folder = tmp_path_factory.mktemp("data")
    (folder / "projects.toml").write_text(PROJECTS)
    return folder


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
