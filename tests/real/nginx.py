"""The project's nginx configuration, in a real nginx: nothing of it is rewritten but the five values that it
says differ from host to host."""

from __future__ import annotations

import contextlib
import grp
import http.client
import json
import os
import pwd
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.real.binaries import require_binary

CONFIGURATION: Final = Path(__file__).parents[2] / "nginx"
STARTS_WITHIN: Final = 10.0

AROUND = """\
{user}
daemon off;
worker_processes 2;
pid {folder}/pid;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include imgorigin.conf;
}}
"""
"""What a distribution's nginx.conf does for ours. Temporary files lie where anyone may write."""


@dataclass(frozen=True, slots=True)
class Answer:
    """As it came over the wire. Names of headers are in lower case; one sent twice is joined by a comma."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx. It listens on every address, so that not all its clients are of this machine."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self,
        path: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        *,
        client: str = "127.0.0.1",
    ) -> Answer:
        """`path` is sent as it is, which no well-behaved client would do. `client` is an address of ours."""
        return ask(self.port, path, method, headers, body, client=client)

    def log(self) -> list[dict[str, Any]]:
        """The access log. A line is there once its request is over, which may be after its client knows."""
        return [json.loads(line) for line in (self.folder / "access.log").read_text().splitlines()]


def ask(
    port: int,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    *,
    client: str = "127.0.0.1",
) -> Answer:
    """As `Nginx.ask`, of whatever listens on a port of this machine."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30, source_address=(client, 0))
    with contextlib.closing(connection):
        connection.request(method, path, body, dict(headers or {}))
        response = connection.getresponse()
        told: dict[str, str] = {}
        for name, value in response.getheaders():
            told[name.lower()] = f"{told[name.lower()]}, {value}" if name.lower() in told else value
        return Answer(response.status, told, response.read())


def configure(folder: Path, *, listen: str, origin: int, data: Path, tls: Path | None = None) -> list[str]:
    """Lay the configuration out in `folder` as in /etc/nginx. Gives the command that starts nginx with it."""
    binary = require_binary("nginx", "nginx-light")
    values = {
        "NGINX_LISTEN": listen,
        "NGINX_ORIGIN": f"127.0.0.1:{origin}",
        "NGINX_DATA": str(data),
        "NGINX_CACHE": str(folder),
        "NGINX_LOG": str(folder / "access.log"),
    }
    (folder / "imgorigin.conf").write_text(filled_in(CONFIGURATION / "imgorigin.conf", values))
    (folder / "nginx.conf").write_text(AROUND.format(user=_user(), folder=folder))
    if tls:
        (folder / "imgorigin.d").mkdir()
        (folder / "imgorigin.d" / "tls.conf").write_text(tls.read_text())
    return [binary, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


def filled_in(template: Path, values: Mapping[str, str]) -> str:
    """As `envsubst` does it, in the official image and by deploy/README.md."""
    text = template.read_text()
    for name, value in values.items():
        assert f"${{{name}}}" in text, name
        text = text.replace(f"${{{name}}}", value)
    return text


@contextlib.contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[Nginx]:
    """nginx, until the block ends. It must have had nothing to warn of by then."""
    process = subprocess.Popen(command)
    try:
        _wait_for(port, process)
        yield Nginx(port, folder)
    finally:
        process.terminate()
        process.wait(timeout=10)
    said = (folder / "error.log").read_text()
    assert "[crit]" not in said, said
    assert "[alert]" not in said, said
    assert "[emerg]" not in said, said


def _user() -> str:
    """nginx drops root's rights, and may then not read a folder that root made for these tests."""
    if os.geteuid():
        return ""
    return f"user {pwd.getpwuid(os.geteuid()).pw_name} {grp.getgrgid(os.getegid()).gr_name};"


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            assert process.poll() is None, "nginx did not start"
            assert time.monotonic() < end, "nginx does not listen"
            time.sleep(0.02)
