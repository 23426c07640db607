"""Caches in front, told by a webhook and by a command."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from imgorigin import cdn
from imgorigin.cdn import Command, Hook, HookFailed, Notice, Webhook
from imgorigin.parts import cdn_hook
from imgorigin.purger import Gone
from imgorigin.settings import Settings, load, shown
from tests.origin import running_origin

GONE = Gone("acme", "red-fox", ("/acme/red-fox_64x48.png",), ("acme/red-fox",))
NOTICE = {
    "urls": ["https://img.example/acme/red-fox_64x48.png"],
    "surrogate_keys": ["acme/red-fox"],
    "project": "acme",
    "slug": "red-fox",
}
SCRIPT = """
import json, sys
json.dump([sys.argv[2:], json.load(sys.stdin)], open(sys.argv[1], "a"))
print("no such service", file=sys.stderr)
sys.exit({status})
"""


class Listening(HTTPServer):
    """A CDN's side. `answers` are the statuses it gives, then 200."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.heard: list[tuple[str | None, Any]] = []
        self.answers: list[int] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/purge?service=1"


class _Handler(BaseHTTPRequestHandler):
    server: Listening

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        assert self.headers["content-type"] == "application/json"
        self.server.heard.append((self.headers["authorization"], body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def listening() -> Iterator[Listening]:
    with serving(Listening()) as server:
        yield server


@contextmanager
def serving(server: Listening) -> Iterator[Listening]:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def hook(*ways: cdn.Way, pauses: tuple[float, ...] = (0, 0), settle: float = 0) -> Hook:
    return Hook(ways, public_url="https://img.example/", pauses=pauses, settle=settle)


async def test_a_webhook_is_told_with_its_key(listening: Listening) -> None:
    told = hook(Webhook(listening.url, "s3cret"), Webhook(listening.url))
    told.tell(GONE)
    await told.close()
    assert sorted(listening.heard, key=str) == [("Bearer s3cret", NOTICE), (None, NOTICE)]


async def test_a_way_that_fails_keeps_no_other_waiting() -> None:
    told = asyncio.Event()

    async def failing(notice: Notice) -> None:
        await told.wait()
        raise HookFailed("not now")

    async def fine(notice: Notice) -> None:
        told.set()

    both = hook(failing, fine)
    both.tell(GONE)
    await asyncio.wait_for(both.close(), 30)
    assert told.is_set()


async def test_it_is_tried_again_and_then_given_up(listening: Listening) -> None:
    told = hook(Webhook(listening.url))
    listening.answers = [503, 302, 200, 500, 500, 500, 500]
    told.tell(GONE)
    await told.close()
    assert len(listening.heard) == 3
    told.tell(GONE)
    await told.close()
    assert len(listening.heard) == 6
    told.tell(Gone("acme", "", (), ("acme",)))
    await told.close()
    assert listening.heard[-1][1]["surrogate_keys"] == ["acme"]


async def test_a_command_has_the_keys_as_arguments_and_all_as_its_input(tmp_path: Path) -> None:
    out, script = tmp_path / "told", tmp_path / "cdn.py"
    script.write_text(SCRIPT.format(status=0))
    told = hook(Command([sys.executable, str(script), str(out)]))
    told.tell(GONE)
    await told.close()
    assert json.loads(out.read_text()) == [["acme/red-fox"], NOTICE]


async def test_what_goes_wrong_with_a_command_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "cdn.py"
    script.write_text(SCRIPT.format(status=3))
    with pytest.raises(HookFailed, match="status 3: no such service"):
        await Command([sys.executable, str(script), str(tmp_path / "told")])(NOTICE)
    with pytest.raises(HookFailed, match="cannot be run"):
        await Command([str(tmp_path / "none")])(NOTICE)
    with pytest.raises(HookFailed, match="does not answer"):
        await Webhook("http://127.0.0.1:9/")(NOTICE)
    monkeypatch.setattr(cdn, "TIMEOUT", 0.1)
    with pytest.raises(HookFailed, match="took longer"):
        await Command([sys.executable, "-c", "import time; time.sleep(60)"])(NOTICE)


async def test_a_way_that_breaks_stops_neither_the_others_nor_what_comes_next() -> None:
    heard: list[Notice] = []

    async def broken(notice: Notice) -> None:
        raise RuntimeError("a bug")

    async def fine(notice: Notice) -> None:
        heard.append(notice)

    told = hook(broken, fine)
    told.tell(GONE)
    told.tell(GONE)
    await told.close()
    assert heard == [NOTICE, NOTICE]


async def test_no_more_wait_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cdn, "MOST_WAITING", 3)
    heard: list[Notice] = []

    async def fine(notice: Notice) -> None:
        heard.append(notice)

    told = hook(fine)
    for _ in range(9):
        told.tell(GONE)
    await told.close()
    assert len(heard) == 3


async def test_nobody_is_told_before_other_hosts_have_forgotten() -> None:
    asked = asyncio.Event()

    async def way(notice: Notice) -> None:
        asked.set()

    told = hook(way, settle=3600)
    told.tell(GONE)
    closing = asyncio.create_task(told.close())
    await asyncio.sleep(0.05)
    assert not asked.is_set()
    closing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing


async def test_a_purge_goes_well_whatever_the_cdn_says(tmp_path: Path, listening: Listening) -> None:
    listening.answers = [500] * 9
    settings = {"purge_webhook": listening.url, "public_url": "https://img.example", "shutdown": 10.0}
    async with running_origin(tmp_path, **settings) as origin:
        await origin.get("/demo/cat_64x48.png")
        assert await origin.parts.purger.purge("demo", "cat") == 1
        assert (await origin.get("/demo/cat_64x48.png")).status_code == 200
    assert listening.heard[0][1] == {
        "urls": ["https://img.example/demo/cat_64x48.png"],
        "surrogate_keys": ["demo/cat"],
        "project": "demo",
        "slug": "cat",
    }


def test_settings_of_it() -> None:
    settings = load({"purge_webhook_key": "s3cret"}, {})
    assert shown(settings, "purge_webhook_key") == "***"
    assert "s3cret" not in repr(settings)
    assert isinstance(cdn_hook(Settings()), Hook)
    with pytest.raises(ValueError, match="is no command line"):
        Settings(purge_command="curl 'x")
