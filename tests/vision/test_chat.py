"""A chat server that looks at pictures, from its end."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import pyvips

from imgorigin.errors import VisionUnavailable
from imgorigin.vision import chat
from imgorigin.vision.chat import ChatSeer, Server
from imgorigin.vision.seeing import Eyes, Hints
from tests.vision.pictures import clear, photo

SAID = json.dumps({"title": "Fox", "alt": "A fox", "caption": "A red fox.", "tags": ["fox"]})
Answer = tuple[int, Any]


@dataclass
class Loopback:
    """An HTTP/1.1 server on the loopback that gives `answers` in turn, the last for good; None: it never
    answers. Keeps what it was asked."""

    answers: list[Answer | None] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    url: str = ""

    def says(self, *answers: Answer | None) -> None:
        self.answers = list(answers)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    int(line.partition(":")[2])
                    for line in head.splitlines()
                    if line.lower().startswith("content-length")
                )
                self.heads.append(head)
                self.asked.append(json.loads(await reader.readexactly(length)))
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                if answer is None:
                    await reader.read()  # until the client has had enough
                    break
                body = answer[1] if isinstance(answer[1], bytes) else json.dumps(answer[1]).encode()
                writer.write(f"HTTP/1.1 {answer[0]} X\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body)
                await writer.drain()
        writer.close()


@pytest.fixture
async def server() -> AsyncIterator[Loopback]:
    loopback = Loopback()
    listening = await asyncio.start_server(loopback.serve, "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()
    loopback.url = f"http://{host}:{port}/v1"
    async with listening:
        yield loopback


@pytest.fixture
async def seer(server: Loopback) -> AsyncIterator[ChatSeer]:
    found = ChatSeer(Server(server.url, "llava", "s3cret"), timeout=30)
    yield found
    await found.close()


def completion(content: Any, **more: Any) -> Answer:
    return 200, {"choices": [{"message": {"role": "assistant", "content": content, **more}}]}


async def test_the_picture_is_sent_small_and_the_answer_read(server: Loopback, seer: ChatSeer) -> None:
    server.says(completion(SAID))
    seen = await seer.see(photo(3_000, 200), Hints())
    assert (seen.title, seen.alt, seen.tags, seen.source) == ("Fox", "A fox.", ("fox",), "vision-model")
    (asked,) = server.asked
    assert asked["model"] == "llava"
    assert asked["response_format"]["type"] == "json_schema"
    text, image = asked["messages"][0]["content"]
    assert "JSON" in text["text"]
    kind, _, data = image["image_url"]["url"].partition(",")
    assert kind == "data:image/jpeg;base64"
    sent: Any = pyvips.Image.new_from_buffer(base64.b64decode(data), "")
    assert (sent.width, sent.height) == (1024, 68)
    assert server.heads[0].startswith("POST /v1/chat/completions ")
    assert "authorization: bearer s3cret" in server.heads[0].lower()


async def test_nothing_shows_through_a_transparent_picture(server: Loopback, seer: ChatSeer) -> None:
    server.says(completion(SAID))
    await seer.see(clear(), Hints())
    data = server.asked[0]["messages"][0]["content"][1]["image_url"]["url"].partition(",")[2]
    sent: Any = pyvips.Image.new_from_buffer(base64.b64decode(data), "")
    assert sent.avg() > 250


async def test_content_in_parts_is_put_together(server: Loopback, seer: ChatSeer) -> None:
    server.says(completion([{"type": "text", "text": SAID[:20]}, {"type": "text", "text": SAID[20:]}]))
    assert (await seer.see(photo(), Hints())).title == "Fox"


async def test_a_server_without_schemas_is_asked_plainly_and_stays_so(
    server: Loopback, seer: ChatSeer
) -> None:
    server.says((400, {"error": {"message": "response_format is not supported"}}), completion("A red fox."))
    assert (await seer.see(photo(), Hints())).alt == "A red fox."
    await seer.see(photo(), Hints())
    assert [sorted(asked) for asked in server.asked] == [
        ["max_tokens", "messages", "model", "response_format", "temperature"],
        ["messages", "model"],
        ["messages", "model"],
    ]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((500, {"error": {"message": "out of memory"}}), "answered 500: out of memory"),
        ((500, b"<html>oops\x1b[0m</html>"), "answered 500: <html>oops"),
        ((401, {"error": "bad key"}), "answered 401: bad key"),
        ((429, {}), "answered 429: no reason given"),
        ((400, {"detail": "no pictures"}), "answered 400: no pictures"),
        ((302, b""), "answered 302"),
        ((200, b"not json"), "no chat completion"),
        ((200, b"[" * 100_000), "no chat completion"),
        ((200, []), "no chat completion"),
        ((200, {"choices": []}), "no chat completion"),
        ((200, {"choices": [{"message": {"content": None}}]}), "without text"),
        (completion(7), "without text"),
        (completion('{"a": 1}'), "no JSON object of ours"),
        (completion("I'm sorry, I can't help with that."), "would not look at it: I'm sorry"),
        (completion(None, refusal="It is against the rules"), "would not look at it: It is against"),
        ((200, b"x" * (chat.MOST_BYTES + 1)), "more than 1048576 bytes"),
    ],
)
async def test_what_is_no_answer_is_told(server: Loopback, seer: ChatSeer, answer: Answer, told: str) -> None:
    server.says(answer)
    with pytest.raises(VisionUnavailable) as raised:
        await seer.see(photo(), Hints())
    assert told in raised.value.detail
    assert "s3cret" not in raised.value.detail
    assert "\x1b" not in raised.value.detail


async def test_a_slow_server_is_not_waited_for(server: Loopback) -> None:
    seer = ChatSeer(Server(server.url, "llava"), timeout=0.2)
    server.says(None)
    with pytest.raises(VisionUnavailable, match=r"did not answer within 0\.2 s"):
        await seer.see(photo(), Hints())
    seen = await Eyes(seer).see(photo(), Hints("red-fox.jpg"))
    assert (seen.source, seen.title) == ("metadata", "Red fox")
    await seer.close()


async def test_a_server_that_is_not_there() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    seer = ChatSeer(Server("http://far/v1", "llava"), timeout=5, transport=httpx.MockTransport(refuse))
    with pytest.raises(VisionUnavailable, match=r"at far failed \(refused\)"):
        await seer.see(photo(), Hints())
    await seer.close()


def test_the_key_is_in_no_text_of_the_server() -> None:
    assert "s3cret" not in repr(Server("http://x/v1", "m", "s3cret"))
