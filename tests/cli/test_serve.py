"""`imgorigin serve` as a person starts and stops it."""

from __future__ import annotations

import asyncio
import io
import socket
from pathlib import Path

from PIL import Image

from tests.cli.test_cli import imgorigin
from tests.served import served

SHOWN = "/demo/sunset-over-mountains_1920x1080.png"


async def test_a_first_start_points_at_a_picture_and_shows_it(tmp_path: Path) -> None:
    log = tmp_path / "log"
    async with served(tmp_path / "new" / "data", log=log) as server:
        assert f"{server.url}{SHOWN}\n" in log.read_text()
        picture = await server.get(SHOWN)
        assert Image.open(io.BytesIO(picture.content)).size == (1920, 1080)
        page = await server.get("/")
        assert SHOWN.removesuffix(".png") in page.text
        facts = (await server.get(f"{SHOWN}.json")).json()
        assert "sunset" in facts["alt"].lower()
        assert await server.stop() == 0
    assert "Traceback" not in log.read_text()


async def test_processes_share_the_port_the_folder_and_the_metrics(tmp_path: Path) -> None:
    async with served(tmp_path / "data", "--workers", "2") as server:
        paths = [f"/demo/cat_{64 + 8 * at}x64.png" for at in range(4)]
        answers = await asyncio.gather(*(server.get(path) for path in paths for _ in range(20)))
        assert {answer.status_code for answer in answers} == {200}
        assert await server.metric("imgorigin_requests_total") == 80
        assert await server.stop() == 0


async def test_a_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = await asyncio.to_thread(imgorigin, "serve", "--port", str(port), "--data", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == (
        f"imgorigin: Cannot listen on 127.0.0.1:{port}: Address already in use. Choose another --port?\n"
    )
