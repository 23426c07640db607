from __future__ import annotations

import shutil
import subprocess
import threading
import uuid
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server

from imgorigin.stores.s3 import S3Store
from tests.contracts.s3 import S3Server, attached
from tests.stores.proxy import Proxy, proxied

WSGI = Callable[[dict[str, Any], Any], Iterable[bytes]]


@pytest.fixture(scope="session")
def moto() -> Iterator[S3Server]:
    server = make_server(
        "127.0.0.1",
        0,
        _one_at_a_time(DomainDispatcherApplication(create_backend_app)),
        threaded=True,
        request_handler=MotoRequestHandler,
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with attached(f"http://127.0.0.1:{server.port}", "any", "any") as s3:
            yield s3
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _one_at_a_time(app: WSGI) -> WSGI:
    """For moto looks whether there is an object, and then writes one, in two steps; a real server in one."""
    turn = threading.Lock()

    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with turn:
            return list(app(environ, start_response))

    return serve


@pytest.fixture
def prefix() -> str:
    """A part of the bucket that no other test knows."""
    return uuid.uuid4().hex


@pytest.fixture
async def s3(moto: S3Server, prefix: str) -> AsyncIterator[S3Store]:
    async with S3Store(moto.url(prefix), timeout=60, page_size=3) as store:
        yield store


@pytest.fixture
async def proxy(moto: S3Server) -> AsyncIterator[Proxy]:
    async with proxied(moto.port) as proxy:
        yield proxy


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    try:
        _mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder))
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"a tmpfs cannot be mounted here: {error}")
    yield folder
    subprocess.run([_found("umount"), str(folder)], check=True)


def make_read_only(folder: Path) -> None:
    _mount("-o", "remount,ro", str(folder))


def _mount(*arguments: str) -> None:
    subprocess.run([_found("mount"), *arguments], check=True, capture_output=True, text=True)


def _found(program: str) -> str:
    if path := shutil.which(program):
        return path
    raise FileNotFoundError(program)
