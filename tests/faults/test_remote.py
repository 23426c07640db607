"""The real server with a model that somebody else's server paints."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import pyvips

from tests.served import served

ROWS = '[far]\nremote = true\n[far.server]\nurl = "http://127.0.0.1:{port}/v1"\nmodel = "theirs"\n'


class Far(ThreadingHTTPServer):
    """Speaks the OpenAI images API; `asked` are the bodies. Refuses prompts with `refused` in them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, object]] = []


class _Handler(BaseHTTPRequestHandler):
    server: Far

    def do_GET(self) -> None:
        self._say(200, {"data": []})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        if "refused" in body["prompt"]:
            self._say(400, {"error": {"code": "moderation_blocked", "message": "Not this."}})
            return
        image = pyvips.Image.black(64, 64).new_from_image([200, 30, 30]).cast("uchar")
        data = base64.b64encode(image.write_to_buffer(".png")).decode()
        self._say(200, {"data": [{"b64_json": data}]})

    def _say(self, status: int, body: object) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        pass


@pytest.fixture
def far() -> Iterator[Far]:
    with Far() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


async def test_a_remote_model_paints_by_url_and_its_refusals_are_passed_on(far: Far, tmp_path: Path) -> None:
    (tmp_path / "models.toml").write_text(ROWS.format(port=far.server_address[1]))
    async with served(tmp_path, "--model", "far") as server:
        answer = await server.get("/demo/a-red-fox_64x64.png")
        assert answer.status_code == 200
        assert pyvips.Image.new_from_buffer(answer.content, "")(9, 9)[:3] == [200, 30, 30]
        assert [(body["model"], body["prompt"]) for body in far.asked] == [("theirs", "a red fox")]
        assert (await server.get("/demo/a-red-fox_64x64.png.json")).json()["model"] == "far"
        refused = await server.get("/demo/refused_64x64.png")
        assert (refused.status_code, refused.json()["type"]) == (400, "urn:imgorigin:problem:content-refused")
        assert (await server.get("/readyz")).status_code == 200
