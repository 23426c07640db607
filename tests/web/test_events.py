"""Pictures that are watched while they are made: by the core, and over HTTP."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any, Final

import pytest
from starlette.types import Message

from imgorigin.address import parse
from imgorigin.caller import OPERATOR
from imgorigin.crew import sketch_painter
from imgorigin.errors import PaintFailed
from imgorigin.progress import State
from imgorigin.service import Rendition
from imgorigin.settings import Settings
from imgorigin.web import sse
from tests.origin import Origin, running_origin

FOX: Final = "/demo/red-fox_64x64.png"
EVENTS: Final = f"/content/events{FOX}"
PNG: Final = b"a small picture"


@pytest.fixture
async def origin(tmp_path: Path) -> AsyncIterator[Origin]:
    words = tmp_path / "blocked"
    words.write_text("zeppelin\n")
    (tmp_path / "projects.toml").write_text(
        "[demo]\n[secret]\nprivate = true\n[keyed]\npaint = 'keyed'\n[drawn]\nmodel = 'sketch'\n"
    )
    async with running_origin(tmp_path, sketch_painter(Settings()), blocklist=str(words)) as running:
        yield running


class Listener:
    """A client that hears what is sent, as it is sent, until it leaves."""

    def __init__(self, origin: Origin, path: str = EVENTS) -> None:
        self.sent: list[Message] = []
        self._left = asyncio.Event()
        self._news = asyncio.Event()
        self._begun = False
        scope = {
            "type": "http", "method": "GET", "headers": [], "query_string": b"", "root_path": "",
            "path": path, "raw_path": path.encode(), "asgi": {"version": "3.0", "spec_version": "2.3"},
        }  # fmt: skip
        self.task = asyncio.ensure_future(_run(origin.app(scope, self._receive, self._send)))

    async def _receive(self) -> Message:
        if not self._begun:
            self._begun = True
            return {"type": "http.request"}
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        self.sent.append(message)
        self._news.set()

    @property
    def heard(self) -> list[tuple[str, Any]]:
        return events_of("".join(one.get("body", b"").decode() for one in self.sent))

    async def until(self, name: str) -> Any:
        while not (found := [data for event, data in self.heard if event == name]):
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 20)
        return found[0]

    async def leave(self) -> None:
        self._left.set()
        await self.task


async def _run(answering: Any) -> None:
    await answering


def events_of(text: str) -> list[tuple[str, Any]]:
    """Comments are events without a name."""
    found = []
    for block in text.split("\n\n")[:-1]:
        lines = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((lines.get("event", ""), json.loads(lines["data"]) if "data" in lines else None))
    return found


async def test_the_core_tells_how_far_a_picture_is_and_gives_it_at_last(origin: Origin) -> None:
    origin.painter.gate.clear()
    origin.painter.step, origin.painter.preview = (3, 4), PNG
    seen: list[State] = []
    async for step in origin.parts.service.watch(parse(FOX)):
        if isinstance(step, Rendition):
            assert step.blob.data == (await origin.get(FOX)).content
            break
        seen.append(step)
        if step.preview:
            origin.painter.gate.set()
    assert seen[0] == State("queued")
    assert State("painting", 3, 4, PNG) in seen
    assert seen[-1] == State("done", 3, 4, PNG)


async def test_who_comes_later_hears_the_rest_of_the_same_painting(origin: Origin) -> None:
    origin.painter.gate.clear()
    origin.painter.step = (3, 4)
    first = asyncio.create_task(origin.get(FOX))
    while not origin.painter.paints:
        await asyncio.sleep(0.005)
    async with aclosing(origin.parts.service.watch(parse(FOX))) as steps:
        assert await anext(steps) == State("painting", 3, 4)
        origin.painter.gate.set()
        last = [step async for step in steps][-1]
    assert isinstance(last, Rendition)
    assert (await first).content == last.blob.data
    assert origin.painter.paints.total() == 1


async def test_what_is_there_is_given_at_once(origin: Origin) -> None:
    await origin.get(FOX)
    seen = [step async for step in origin.parts.service.watch(parse(FOX))]
    assert [step.cache for step in seen if isinstance(step, Rendition)] == ["hit"]
    assert len(seen) == 1


async def test_what_is_painted_and_only_cut_is_not_waited_for_in_vain(origin: Origin) -> None:
    await origin.get(FOX)
    steps = [step async for step in origin.parts.service.watch(parse("/demo/red-fox_32x32.webp"))]
    assert isinstance(steps[-1], Rendition)
    assert {step.state for step in steps if isinstance(step, State)} <= {"queued"}


async def test_a_painting_that_fails_raises_for_who_watches_and_for_the_next(origin: Origin) -> None:
    for _ in range(2):
        origin.painter.failures = [PaintFailed("The paint is dry.")]
        with pytest.raises(PaintFailed, match="dry"):
            async for step in origin.parts.service.watch(parse(FOX)):
                assert isinstance(step, State)


async def test_nothing_is_kept_of_watching(origin: Origin) -> None:
    async for _ in origin.parts.service.watch(parse(FOX)):
        pass
    assert not origin.parts.service._masters._progress


async def test_events_over_http_come_as_they_happen(origin: Origin) -> None:
    origin.painter.gate.clear()
    origin.painter.step, origin.painter.preview = (3, 4), PNG
    listener = Listener(origin)
    preview = await listener.until("preview")
    assert preview == {
        "step": 3,
        "steps": 4,
        "preview": f"data:image/png;base64,{base64.b64encode(PNG).decode()}",
    }
    assert listener.heard[0] == ("progress", {"state": "queued", "progress": 0.0})
    origin.painter.gate.set()
    ready = await listener.until("ready")
    assert ready == {"url": FOX, "width": 64, "height": 64, "format": "png"}
    await listener.task
    names = [name for name, _ in listener.heard]
    assert names[-1] == "ready"
    assert names.count("preview") == 1
    assert {"state": "painting", "progress": 0.75, "step": 3, "steps": 4} in [
        data for name, data in listener.heard if name == "progress"
    ]
    headers = dict(listener.sent[0]["headers"])
    assert headers[b"content-type"].startswith(b"text/event-stream")
    assert headers[b"cache-control"] == b"no-store"
    assert headers[b"x-accel-buffering"] == b"no"
    assert headers[b"access-control-allow-origin"] == b"*"


async def test_the_sketch_painter_is_watched_too(origin: Origin) -> None:
    answer = await origin.get("/content/events/drawn/red-fox_64x64.png")
    heard = events_of(answer.text)
    assert heard[0] == ("progress", {"state": "queued", "progress": 0.0})
    assert {name for name, _ in heard} <= {"progress", "ready"}
    assert heard[-1][0] == "ready"
    assert (await origin.get(heard[-1][1]["url"])).headers["content-type"] == "image/png"


async def test_who_leaves_stops_nothing_for_the_others(origin: Origin) -> None:
    origin.painter.gate.clear()
    origin.painter.step = (3, 4)
    leaver, stayer = Listener(origin), Listener(origin)
    for one in (leaver, stayer):
        await one.until("progress")
    await leaver.leave()
    origin.painter.gate.set()
    assert (await stayer.until("ready"))["url"] == FOX
    assert not any(name == "ready" for name, _ in leaver.heard)
    assert origin.painter.paints.total() == 1
    assert (await origin.get(FOX)).status_code == 200


async def test_what_fails_later_is_told_as_an_event(origin: Origin) -> None:
    origin.painter.failures = [PaintFailed("The paint is dry.")]
    answer = await origin.get(EVENTS)
    name, told = events_of(answer.text)[-1]
    assert (answer.status_code, name) == (200, "failed")
    assert (told["status"], told["detail"]) == (500, "The paint is dry.")
    assert told["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/demo/a-zeppelin_64x64.png", 400),
        ("/demo/red-fox_64x64.gif", 400),
        ("/demo/red-fox_4x4.png", 400),
        ("/demo", 404),
        ("/nobody/red-fox.png", 404),
        ("/secret/red-fox.png", 404),
        ("/keyed/red-fox.png", 401),
    ],
)
async def test_what_is_refused_is_refused_by_its_status(origin: Origin, path: str, status: int) -> None:
    answer = await origin.get(f"/content/events{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert not origin.painter.paints


async def test_a_path_of_no_utf_8_is_no_picture(origin: Origin) -> None:
    assert await origin.get_raw(b"/content/events/demo/caf%E9.png") == 404


async def test_any_spelling_of_an_address_is_watched(origin: Origin) -> None:
    answer = await origin.get("/content/events/demo/Red%20Fox_64x64.png")
    assert events_of(answer.text)[-1][1]["url"] == FOX


async def test_keys_open_what_they_open(origin: Origin) -> None:
    project = await origin.parts.projects.get("keyed")
    key = (await origin.parts.catalog.keys.create(project.account_id, "test", "paint"))[1]
    answer = await origin.get("/content/events/keyed/red-fox_64x64.png", x_api_key=key)
    assert events_of(answer.text)[-1][0] == "ready"


async def test_a_picture_that_was_renamed_is_watched_at_its_new_address(origin: Origin) -> None:
    parts = origin.parts
    asset = (await parts.bindings.bind(parse(FOX), prompt="red fox", caller=OPERATOR)).asset
    await parts.catalog.redirects.rename(asset.scope, asset.content_id, asset.project_id, "blue-fox")
    answer = await origin.get(EVENTS)
    assert answer.status_code == 308
    assert answer.headers["location"] == "/content/events/demo/blue-fox_64x64.png"


async def test_what_breaks_unforeseen_is_told_without_its_reason(origin: Origin) -> None:
    origin.painter.failures = [ValueError("a secret")]
    answer = await origin.get(EVENTS)
    name, told = events_of(answer.text)[-1]
    assert (name, told["status"]) == ("failed", 500)
    assert "secret" not in answer.text


async def test_an_edit_is_watched_at_its_address(origin: Origin) -> None:
    answer = await origin.get(f"{EVENTS}/make-it-night.webp")
    assert events_of(answer.text)[-1][1]["url"] == f"{FOX}/make-it-night.webp"


async def test_silence_is_broken_by_comments() -> None:
    gate = asyncio.Event()

    async def events() -> AsyncIterator[bytes]:
        await gate.wait()
        yield sse.event("ready", {"a": 1})

    heard = []
    async for part in sse.streamed(events(), heartbeat=0.001).body_iterator:  # type: ignore[arg-type]
        heard.append(part)
        if len(heard) == 3:
            gate.set()
    assert heard[:3] == [b": still here\n\n"] * 3
    assert heard[-1] == b'event: ready\ndata: {"a":1}\n\n'


async def test_events_are_closed_when_nobody_hears_them() -> None:
    closed = asyncio.Event()

    async def events() -> AsyncIterator[bytes]:
        try:
            yield sse.event("", "one line")
            await asyncio.Event().wait()
        finally:
            closed.set()

    body = sse.streamed(events()).body_iterator  # type: ignore[arg-type]
    async with aclosing(body) as parts:  # type: ignore[type-var]
        assert await anext(aiter(parts)) == b"data: one line\n\n"
    assert closed.is_set()
