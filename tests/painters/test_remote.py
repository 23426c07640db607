"""A server of the OpenAI images API, from its end: what it is sent, and what its answers mean."""

from __future__ import annotations

import base64
import email.parser
import email.policy
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

import httpx
import pytest
import pyvips

from imgorigin.address import Size
from imgorigin.errors import ContentRefused, ImgoriginError, PainterUnavailable, PaintFailed, Unsupported
from imgorigin.painters import remote
from imgorigin.painters.base import Inputs
from imgorigin.painters.remote import Remote, RemotePainter
from imgorigin.recipe import Abilities, Model, Recipe

MODEL = Model("far", "1", 64 * 64, 8, 4, trained=True, abilities=Abilities(instructions=True, inpaint=True))


def picture(width: int = 64, height: int = 64, form: str = ".png") -> bytes:
    data: bytes = (
        pyvips.Image.black(width, height).new_from_image([200, 30, 30]).cast("uchar").write_to_buffer(form)
    )
    return data


def recipe(**more: Any) -> Recipe:
    asked: dict[str, Any] = {
        "prompt": "a red fox", "model": "far", "revision": "1", "seed": 7, "canvas": Size(64, 64), **more
    }  # fmt: skip
    return Recipe(**asked)


@dataclass
class Server:
    """Answers with what `answers` holds, in turn, the last one for good; keeps what it was asked."""

    answers: list[Callable[[httpx.Request], httpx.Response]] = field(default_factory=list)
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer(request)

    def says(self, *answers: httpx.Response | Exception) -> None:
        self.answers = [_given(answer) for answer in answers]

    def shows(self, data: bytes) -> None:
        self.says(httpx.Response(200, json={"data": [{"b64_json": base64.b64encode(data).decode()}]}))

    @property
    def body(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.asked[-1].content)
        return found

    @property
    def parts(self) -> list[EmailMessage]:
        head = f"Content-Type: {self.asked[-1].headers['content-type']}\r\n\r\n".encode()
        message = email.parser.BytesParser(EmailMessage, policy=email.policy.HTTP).parsebytes(
            head + self.asked[-1].content
        )
        return [part for part in message.iter_parts() if isinstance(part, EmailMessage)]


def _given(answer: httpx.Response | Exception) -> Callable[[httpx.Request], httpx.Response]:
    def give(request: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    return give


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
async def painter(server: Server, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[RemotePainter]:
    monkeypatch.setattr(remote, "PAUSE", 0)
    there = Remote("https://far.example/v1/", "their-name", "secret")
    made = RemotePainter(MODEL, there, timeout=5, transport=httpx.MockTransport(server))
    yield made
    await made.close()


async def test_words_are_sent_as_the_api_has_them(server: Server, painter: RemotePainter) -> None:
    server.shows(picture())
    painting = await painter.paint(recipe(negative_prompt="text", steps=4, guidance=1.5))
    assert str(server.asked[0].url) == "https://far.example/v1/images/generations"
    assert server.asked[0].headers["authorization"] == "Bearer secret"
    assert server.body == {
        "model": "their-name", "prompt": "a red fox", "n": 1, "size": "64x64", "response_format": "b64_json",
        "seed": 7, "steps": 4, "guidance": 1.5, "negative_prompt": "text",
    }  # fmt: skip
    assert painting.format == "png"
    assert pyvips.Image.new_from_buffer(painting.data, "")(0, 0)[:3] == [200, 30, 30]


async def test_a_server_is_sent_only_what_it_takes(server: Server) -> None:
    server.shows(picture())
    there = Remote("https://far.example/v1", "gpt-image", takes=())
    painter = RemotePainter(MODEL, there, timeout=5, transport=httpx.MockTransport(server))
    await painter.paint(recipe(steps=4))
    assert set(server.body) == {"model", "prompt", "n", "size"}
    assert "authorization" not in server.asked[0].headers
    await painter.close()


async def test_an_edit_sends_the_pictures_and_a_mask_that_is_clear_where_they_may_change(
    server: Server, painter: RemotePainter
) -> None:
    server.shows(picture())
    mask = pyvips.Image.black(64, 64).insert(pyvips.Image.black(32, 64) + 255, 0, 0).cast("uchar")
    inputs = Inputs((picture(), picture(8, 8)), mask.write_to_buffer(".png"))
    await painter.paint(recipe(source=recipe(), instruction="make it blue"), inputs)
    assert server.asked[0].url.path == "/v1/images/edits"
    named = [(part.get_param("name", header="content-disposition"), part) for part in server.parts]
    assert [name for name, _ in named].count("image[]") == 2
    fields = {name: part.get_content() for name, part in named if not part.get_filename()}
    assert fields["prompt"].strip() == "make it blue"
    sent = next(part for name, part in named if name == "mask")
    alpha = pyvips.Image.new_from_buffer(bytes(sent.get_payload(decode=True)), "").extract_band(3)
    assert (alpha(0, 0), alpha(63, 0)) == ([0], [255])


async def test_a_picture_of_another_size_or_format_is_brought_onto_the_canvas(
    server: Server, painter: RemotePainter
) -> None:
    server.shows(picture(100, 50, ".jpg"))
    painting = await painter.paint(recipe())
    image = pyvips.Image.new_from_buffer(painting.data, "")
    assert (image.width, image.height) == (64, 64)
    assert painting.data.startswith(b"\x89PNG")


async def test_a_picture_elsewhere_is_fetched_without_our_key(server: Server, painter: RemotePainter) -> None:
    elsewhere = httpx.Response(200, json={"data": [{"url": "https://files.example/1.png"}]})
    server.says(elsewhere, httpx.Response(200, content=picture()))
    await painter.paint(recipe())
    assert str(server.asked[1].url) == "https://files.example/1.png"
    assert "authorization" not in server.asked[1].headers


@pytest.mark.parametrize(
    ("status", "body", "error", "told"),
    [
        (400, {"error": {"code": "moderation_blocked", "message": "no"}}, ContentRefused, "no"),
        (400, {"error": {"message": "prompt too long"}}, Unsupported, "prompt too long"),
        (422, {"detail": "size"}, Unsupported, "Unprocessable|size"),
        (401, {"error": {"message": "bad key"}}, PainterUnavailable, "does not accept the key"),
        (404, {"error": "no model"}, PainterUnavailable, "answers 404"),
        (302, {}, PainterUnavailable, "answers 302"),
        (500, {"error": {"message": "boom"}}, PainterUnavailable, "500 boom"),
        (200, {"data": []}, PaintFailed, "no picture"),
        (200, {"data": [{"b64_json": "%%%"}]}, PaintFailed, "no picture"),
        (200, {"data": [{"b64_json": "AAAA"}]}, PaintFailed, "no picture"),
        (200, [], PaintFailed, "no picture"),
    ],
)
async def test_what_an_answer_means(
    server: Server, painter: RemotePainter, *, status: int, body: Any, error: type[ImgoriginError], told: str
) -> None:
    server.says(httpx.Response(status, json=body))
    with pytest.raises(error, match=told) as raised:
        await painter.paint(recipe())
    assert type(raised.value) is error
    assert "secret" not in raised.value.detail


async def test_a_server_that_fails_is_asked_once_more(server: Server, painter: RemotePainter) -> None:
    good = httpx.Response(200, json={"data": [{"b64_json": base64.b64encode(picture()).decode()}]})
    server.says(httpx.Response(502), good)
    await painter.paint(recipe())
    server.says(httpx.ConnectError("refused"), good)
    await painter.paint(recipe())
    assert len(server.asked) == 4


async def test_a_server_that_is_too_slow_is_not_asked_again(server: Server, painter: RemotePainter) -> None:
    server.says(httpx.ReadTimeout("slow"))
    with pytest.raises(PainterUnavailable, match="in time"):
        await painter.paint(recipe())
    assert len(server.asked) == 1


async def test_its_wait_is_passed_on(server: Server, painter: RemotePainter) -> None:
    server.says(httpx.Response(429, headers={"retry-after": "17"}))
    with pytest.raises(PainterUnavailable) as raised:
        await painter.paint(recipe())
    assert raised.value.retry_after == 17


@pytest.mark.parametrize(("status", "is_up"), [(200, True), (404, True), (401, False), (503, False)])
async def test_check_asks_whether_anybody_is_there(
    server: Server, painter: RemotePainter, status: int, is_up: bool
) -> None:
    server.says(httpx.Response(status))
    if is_up:
        await painter.check()
    else:
        with pytest.raises(PainterUnavailable):
            await painter.check()
    server.says(httpx.ConnectError("refused"))
    with pytest.raises(PainterUnavailable, match="refused"):
        await painter.check()


async def test_an_answer_without_end_is_cut_off(
    server: Server, painter: RemotePainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MOST_BYTES", 100)
    server.says(
        httpx.Response(200, json={"data": [{"url": "/big.png"}]}), httpx.Response(200, content=b"x" * 200)
    )
    with pytest.raises(PaintFailed, match="more than 100 bytes"):
        await painter.paint(recipe())
