"""What nginx does when the file is not there, or the origin is not."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
import pytest

from tests.real.binaries import require_binary
from tests.real.conftest import Site
from tests.real.nginx import CONFIGURATION, Answer, Nginx, configure, running
from tests.served import free_port, served

HERD: Final = 200
GONE_WITHIN: Final = 1.0
"""Seconds, as docs/operations.md promises of a purge."""
SHARED_FOR: Final = 2.5
"""Seconds that a miss is shared at the most: nginx counts one, from whole second to whole second."""
MADE: Final = "imgorigin; fwd=uri-miss; stored, nginx; fwd=uri-miss"
BACK_WITHIN: Final = 5.0


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[int], Nginx]]:
    """Start an nginx of the test's own, before an origin on that port and the data folder `tmp_path/data`."""
    folder, port = tmp_path / "nginx", free_port()
    folder.mkdir()
    with contextlib.ExitStack() as stack:

        def started(origin: int) -> Nginx:
            command = configure(folder, listen=str(port), origin=origin, data=tmp_path / "data")
            return stack.enter_context(running(command, port, folder))

        yield started


async def test_a_herd_causes_one_paint_and_one_request_to_the_origin(site: Site) -> None:
    path, paints, asked = "/demo/herd-of-elephants-at-dusk_1200x900.png", site.paints, site.asked
    limits = httpx.Limits(max_connections=HERD)
    async with httpx.AsyncClient(base_url=site.nginx.url, limits=limits, timeout=60) as client:
        answers = await asyncio.gather(*(client.get(f"{path}?{number}") for number in range(HERD)))
    assert Counter(answer.status_code for answer in answers) == {200: HERD}
    assert len({answer.content for answer in answers}) == 1
    assert len({answer.headers["x-request-id"] for answer in answers}) == HERD
    assert site.paints == paints + 1
    assert site.asked == asked + 1


async def test_who_will_not_wait_does_not_decide_it_for_others(
    start: Callable[[int], Nginx], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAINTED", str(tmp_path / "painted"))
    async with served(tmp_path / "data", program=("-m", "tests.faults.origin")) as origin:
        nginx = start(port_of(origin.url))
        async with httpx.AsyncClient(base_url=nginx.url, timeout=60) as client:
            path = "/demo/slow_64x64.png"
            patient, hasty = await asyncio.gather(
                client.get(path), client.get(path, headers={"Prefer": "wait=0"})
            )
    assert (patient.status_code, hasty.status_code) == (200, 503)
    assert hasty.json()["type"] == "urn:imgorigin:problem:still-painting"
    assert (tmp_path / "painted").read_text() == "slow\n"


async def test_events_come_through_as_they_happen(
    start: Callable[[int], Nginx], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAINTED", str(tmp_path / "painted"))
    picture = tmp_path / "data/store/images/demo/slow_64x64.png"
    async with served(tmp_path / "data", program=("-m", "tests.faults.origin")) as origin:
        nginx = start(port_of(origin.url))
        client = httpx.AsyncClient(base_url=nginx.url, timeout=60)
        async with client, client.stream("GET", "/content/events/demo/slow_64x64.png") as answer:
            heard = [
                (line.removeprefix("event: "), picture.exists())
                async for line in answer.aiter_lines()
                if line.startswith("event: ")
            ]
    assert heard[0] == ("progress", False)
    assert heard[-1] == ("ready", True)


async def test_without_the_origin_hits_go_on_and_misses_are_told_honestly(
    start: Callable[[int], Nginx], tmp_path: Path
) -> None:
    painted, unpainted = "/demo/red-fox_64x48.png", "/demo/blue-fox_64x48.png"
    data = tmp_path / "data"
    async with served(data) as origin:
        port = port_of(origin.url)
        nginx = start(port)
        before = nginx.ask(painted)
        assert before.status == 200
        await origin.kill()
    hit = nginx.ask(painted)
    assert (hit.status, hit.body, hit.headers["etag"]) == (200, before.body, before.headers["etag"])
    for path in (unpainted, "/", f"{painted}.json"):
        assert_unavailable(nginx.ask(path))
    async with served(data, port=port):
        end = time.monotonic() + BACK_WITHIN
        while (back := nginx.ask(unpainted)).status != 200:
            assert_unavailable(back)
            assert time.monotonic() < end
            await asyncio.sleep(0.05)


def assert_unavailable(answer: Answer) -> None:
    assert answer.status == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["retry-after"] == "5"
    told = answer.json()
    assert told["type"] == "urn:imgorigin:problem:unavailable"
    assert told["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize("flags", [[], ["--picture"]], ids=["one", "picture"])
def test_a_purged_picture_is_gone_within_a_second(site: Site, flags: list[str]) -> None:
    path = f"/demo/otter-{len(flags)}_64x48.png/make-it-night.png"
    shared_until = time.monotonic() + SHARED_FOR
    for expected in (MADE, "nginx; hit", "nginx; hit"):
        assert site.nginx.ask(path).headers["cache-status"] == expected
    imgorigin = [sys.executable, "-m", "imgorigin", "purge", *flags, "--data", str(site.data)]
    subprocess.run([*imgorigin, path], check=True, stdout=subprocess.DEVNULL)
    gone_by = time.monotonic() + GONE_WITHIN
    while time.monotonic() < gone_by:  # each of nginx's processes finds out for itself
        site.nginx.ask(path, "HEAD")
    for _ in range(20):
        assert site.nginx.ask(path, "HEAD").headers["cache-control"] == "no-store"
    while site.nginx.ask(path).headers["cache-status"] != MADE:
        assert time.monotonic() < shared_until


class Private(BaseHTTPRequestHandler):
    """An origin whose answers are for one client each."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Cache-Control", "private, max-age=60, immutable")
        self.end_headers()
        self.wfile.write(secrets.token_bytes(8))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_only_what_never_changes_is_shared(start: Callable[[int], Nginx]) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Private) as origin:
        threading.Thread(target=origin.serve_forever).start()
        try:
            nginx = start(origin.server_port)
            assert nginx.ask("/demo/fox_64x48.png").body != nginx.ask("/demo/fox_64x48.png").body
        finally:
            origin.shutdown()


class Signed(BaseHTTPRequestHandler):
    """An origin that gives its pictures for signed URLs and for keys, and notes what it was asked."""

    asked: Final[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        is_good = "signature=good" in self.path or self.headers["X-API-Key"] == "good"
        self.send_response(200 if is_good else 403)
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if is_good else "no-store")
        self.end_headers()
        self.wfile.write(secrets.token_bytes(8))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_a_signature_reaches_the_origin_and_a_refusal_is_nobody_elses(
    start: Callable[[int], Nginx], tmp_path: Path
) -> None:
    path, signed = "/demo/fox_64x48.png", "/demo/fox_64x48.png?expires=1&signature=good&v=2"
    key = {"X-API-Key": "good"}
    with ThreadingHTTPServer(("127.0.0.1", 0), Signed) as origin:
        threading.Thread(target=origin.serve_forever).start()
        try:
            nginx = start(origin.server_port)
            refused = [nginx.ask(path), nginx.ask(f"{path}?signature=bad"), nginx.ask(path)]
            assert [answer.status for answer in refused] == [403, 403, 403]
            assert nginx.ask(path, headers=key).body != nginx.ask(path, headers=key).body
            painted = nginx.ask(signed)
            assert nginx.ask(f"{path}?expires=2&signature=good").body == painted.body
            assert Signed.asked == [path, f"{path}?signature=bad", path, path, path, signed]
        finally:
            origin.shutdown()
    file = tmp_path / "data" / "store" / "images" / path[1:]
    file.parent.mkdir(parents=True)
    file.write_bytes(b"painted")
    for asked in (path, signed, f"{path}?signature=bad"):
        assert nginx.ask(asked).headers["cache-status"] == "nginx; hit"


def test_over_tls_by_http2_and_nothing_in_the_clear(site: Site, tmp_path: Path) -> None:
    listen, secure = free_port(), free_port()
    tls, folder = tmp_path / "tls.conf", tmp_path / "nginx"
    folder.mkdir()
    text = (CONFIGURATION / "tls.conf").read_text()
    for there, here in (
        ("/etc/nginx/certs/", f"{tmp_path}/"), (":443 ", f":{secure} "), (" 443 ", f" {secure} ")
    ):  # fmt: skip
        assert there in text
        text = text.replace(there, here)
    tls.write_text(text)
    certificate(tmp_path)
    command = configure(folder, listen=str(listen), origin=site.origin_port, data=site.data, tls=tls)
    with running(command, listen, folder) as nginx:
        plain = nginx.ask("/demo/red-fox_64x48.png?v=3", headers={"Host": "img.example"})
        assert plain.status == 308
        assert plain.headers["location"] == "https://img.example/demo/red-fox_64x48.png?v=3"
        trusted = ssl.create_default_context(cafile=str(tmp_path / "fullchain.pem"))
        with httpx.Client(base_url=f"https://localhost:{secure}", verify=trusted) as client:
            assert client.get("/demo/red-fox_64x48.png").headers["content-type"] == "image/png"
        trusted.set_alpn_protocols(["h2", "http/1.1"])
        tcp = socket.create_connection(("127.0.0.1", secure))
        with trusted.wrap_socket(tcp, server_hostname="localhost") as connection:
            assert connection.selected_alpn_protocol() == "h2"


def certificate(folder: Path) -> None:
    """For localhost, by itself."""
    openssl = require_binary("openssl", "openssl")
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    subprocess.run([openssl, "req", "-x509", *curve, *files, *named], check=True, capture_output=True)


@pytest.mark.parametrize("data", ["/var/lib/imgorigin", "/srv/a picture folder"])
def test_nginx_finds_nothing_to_warn_of(tmp_path: Path, data: str) -> None:
    command = configure(tmp_path, listen=str(free_port()), origin=8000, data=Path(data))
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr


def port_of(url: str) -> int:
    return urlsplit(url).port or 0
