"""`imgorigin serve`."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import typer
import uvicorn
from uvicorn.supervisors import Multiprocess

from imgorigin import logs
from imgorigin import settings as table
from imgorigin.address import Address
from imgorigin.app import check
from imgorigin.cli.options import with_settings
from imgorigin.errors import CatalogUnavailable, SettingsError
from imgorigin.first_start import Made
from imgorigin.parts import limits
from imgorigin.settings import Settings
from imgorigin.web.pages import example

BACKLOG: Final = 2048
"""Connections that the kernel holds for us: a herd is to be answered, not refused."""


@with_settings()
def serve(*, settings: Settings) -> None:
    """Serve pictures over HTTP.

    Every option is also an environment variable (IMGORIGIN_PORT) and a line of a TOML file (port = 8000).
    """
    with logs.silenced():
        greeting = _greeting(settings)  # what is wrong is better said now than by every process
    with tempfile.TemporaryDirectory(prefix="imgorigin-metrics-") as scratch:
        _hand_on(settings, Path(scratch))
        config = uvicorn.Config(
            "imgorigin.app:create_app",
            factory=True,
            workers=settings.workers,
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=False,  # web/clients.py reads them, by the setting trusted_proxies
            backlog=BACKLOG,
            timeout_graceful_shutdown=round(settings.shutdown),
        )
        sock = _bound(settings.host, settings.port)
        _greet(settings.host, sock.getsockname()[1], greeting)
        if settings.workers > 1:
            Multiprocess(config, sockets=[sock]).run()
            return
        server = uvicorn.Server(config)
        for number in (signal.SIGINT, signal.SIGTERM):  # uvicorn stops for them, then raises them once more
            signal.signal(number, lambda *_: None)
        server.run(sockets=[sock])
        if not server.started:
            sys.exit(3)


def _hand_on(settings: Settings, scratch: Path) -> None:
    """To the server's processes, by way of the environment."""
    os.environ.update(table.as_environment(settings))
    os.environ.pop(table.PREFIX + "CONFIG", None)
    if settings.workers > 1:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(scratch)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise SettingsError(
            f"Cannot listen on {host}:{port}: {os.strerror(error.errno or 0)}. Choose another --port?"
        ) from error


@dataclass(frozen=True, slots=True)
class _Greeting:
    """What is said of a server that starts. `down` is why there is no catalog."""

    picture: Address | None = None
    made: Made = Made()  # noqa: RUF009  frozen
    down: str = ""


def _greeting(settings: Settings) -> _Greeting:
    """Raises SettingsError."""
    try:
        projects, made = check(settings)
    except CatalogUnavailable as error:
        return _Greeting(down=f"{error.detail} {error.reason}".strip())
    return _Greeting(example(projects, limits(settings)), made)


def _greet(host: str, port: int, greeting: _Greeting) -> None:
    shown = "localhost" if host in ("0.0.0.0", "::") else host  # noqa: S104
    base = f"http://{shown}:{port}"
    if greeting.picture:
        hint = f"open {base}{greeting.picture.path}"
    elif greeting.down:
        hint = f"Warning: {greeting.down}\n  Until it can, only pictures that are there already are served."
    else:
        hint = "No project is open to new pictures: `imgorigin projects create NAME` makes one."
    typer.echo(f"imgorigin is on {base}\n\n  {hint}\n", err=True)
    made = greeting.made
    if made.admin_key:
        typer.echo(
            f"  A key to everything, for the API, is in {made.admin_key}. Keep it, and keep it secret:\n"
            f"  Authorization: Bearer $(cat {shlex.quote(str(made.admin_key))})\n",
            err=True,
        )
    elif made.kept_key:
        typer.echo(f"  The admin key is in {made.kept_key}\n", err=True)
