"""The server as a process of its own, to be talked to, killed and stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
STARTS_WITHIN = 30.0


@dataclass
class Served:
    """A server process. `client` asks it."""

    process: Process
    url: str
    client: httpx.AsyncClient = field(repr=False)

    async def get(self, path: str, **headers: str) -> httpx.Response:
        return await self.client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    async def metric(self, name: str) -> float:
        """The sum of a metric over its labels; 0 if it was never counted."""
        lines = (await self.client.get("/metrics")).text.splitlines()
        return sum(
            float(line.rpartition(" ")[2]) for line in lines if line.startswith((f"{name}{{", f"{name} "))
        )

    async def kill(self) -> None:
        """As the kernel does when memory runs out: the server, at once, and nothing else."""
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """As a service manager does. Gives the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()


def descendants(number: int) -> set[int]:
    """The processes that a process started, and that those started."""
    children = {int(child) for task in Path(f"/proc/{number}/task").iterdir() for child in _children(task)}
    return children.union(*map(descendants, children))


def _children(task: Path) -> list[str]:
    with contextlib.suppress(FileNotFoundError):  # one that just ended
        return (task / "children").read_text().split()
    return []


def alive(numbers: set[int]) -> set[int]:
    """Those that have not ended. One that nobody has taken note of yet has."""
    return {number for number in numbers if _state(number) not in (None, "Z", "X")}


def _state(number: int) -> str | None:
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    return None


def free_port() -> int:
    """One below those that the kernel gives to clients, lest a client have it before the server does."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


@contextlib.asynccontextmanager
async def served(
    data: Path,
    *flags: str,
    program: tuple[str, ...] = ("-m", "imgorigin", "serve"),
    log: Path | None = None,
    port: int = 0,
) -> AsyncIterator[Served]:
    """Start a server on this port, or a free one, and see that it is gone at the end. `program` are Python's
    arguments."""
    port = port or free_port()
    with contextlib.ExitStack() as files:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *program,
            *("--port", str(port), "--data", str(data), *flags),
            stdout=DEVNULL,
            stderr=files.enter_context(log.open("wb")) if log else DEVNULL,
            env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
        )
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient(base_url=url, timeout=60) as client:
            await _answers(client, process)
            yield Served(process, url, client)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _answers(client: httpx.AsyncClient, process: Process) -> None:
    async with asyncio.timeout(STARTS_WITHIN):
        while True:
            with contextlib.suppress(httpx.TransportError):
                if (await client.get("/livez")).status_code == 200:
                    return
            assert process.returncode is None, f"the server ended with status {process.returncode}"
            await asyncio.sleep(0.05)
