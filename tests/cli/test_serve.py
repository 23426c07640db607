"""`imgorigin serve` as a person starts and stops it."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import socket
from pathlib import Path

import httpx
import pytest
from PIL import Image

from imgorigin.admin_key import FILE
from tests.cli.test_cli import imgorigin
from tests.served import alive, descendants, served

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


async def test_a_first_start_says_where_the_admin_key_is_and_later_ones_do_so_in_a_line(
    tmp_path: Path,
) -> None:
    data, log = tmp_path / "data", tmp_path / "log"
    async with served(data, log=log) as server:
        assert f"A key to everything, for the API, is in {data / FILE}." in log.read_text()
        key = (data / FILE).read_text().strip()
        assert key not in log.read_text()
        assert not [line for line in log.read_text().partition("imgorigin is on")[0].splitlines() if line]
        await server.stop()
    async with served(data, log=log):
        assert f"\n  The admin key is in {data / FILE}\n" in log.read_text()
        assert "A key to everything" not in log.read_text()
    await asyncio.to_thread(imgorigin, "keys", "revoke", key, "--data", str(data))
    async with served(data, log=log):
        assert FILE not in log.read_text()


async def test_processes_share_the_port_the_folder_and_the_metrics(tmp_path: Path) -> None:
    async with served(tmp_path / "data", "--workers", "2") as server:
        paths = [f"/demo/cat_{64 + 8 * at}x64.png" for at in range(4)]
        answers = await asyncio.gather(*(server.get(path) for path in paths for _ in range(20)))
        assert {answer.status_code for answer in answers} == {200}
        assert await server.metric("imgorigin_requests_total") == 80
        assert await server.stop() == 0


async def test_processes_do_not_outlive_the_one_that_keeps_them(tmp_path: Path) -> None:
    async with served(tmp_path / "data", "--workers", "2", "--shutdown", "5") as server:
        await asyncio.gather(*(server.get(f"/demo/cat_{64 + at}x64.png") for at in range(8)))
        family = descendants(server.process.pid)
        try:
            await server.kill()
            async with asyncio.timeout(15):
                while alive(family):
                    await asyncio.sleep(0.05)
            with pytest.raises(httpx.TransportError):
                await server.get("/livez")
        finally:
            for number in alive(family):
                os.kill(number, signal.SIGKILL)
    assert len(family) >= 4  # two for HTTP, and a painter each


@pytest.mark.parametrize("workers", ["1", "2"])
async def test_file_names_of_one_script_are_refused(tmp_path: Path, workers: str) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    arguments = ["serve", "--port", "0", "--data", str(tmp_path), "--workers", workers]
    done = await asyncio.to_thread(imgorigin, *arguments, **ascii_only)
    assert done.returncode == 1
    assert done.stderr.startswith("imgorigin: File names are ascii here")
    assert "PYTHONUTF8=1" in done.stderr
    assert len(done.stderr.splitlines()) == 1


async def test_a_slash_too_many_leads_nowhere(tmp_path: Path) -> None:
    async with served(tmp_path / "data") as server:
        answer = await server.get("/livez/", host="evil.example")
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
        assert "evil" not in str(answer.headers)


async def test_a_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = await asyncio.to_thread(imgorigin, "serve", "--port", str(port), "--data", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == (
        f"imgorigin: Cannot listen on 127.0.0.1:{port}: Address already in use. Choose another --port?\n"
    )


@pytest.mark.parametrize(
    ("flags", "project", "told"),
    [
        ((), 'model = "nobody"', "demo.model: there is no 'nobody' on this server. Known: sketch."),
        (
            ("--blocklist", "no-such-file"),
            "",
            "The blocklist no-such-file cannot be read: No such file or directory.",
        ),
        (("--classifier", "block"), "", "--classifier-target names none as MODULE:FUNCTION"),
        *(
            (
                ("--classifier", "flag", "--classifier-target", target),
                "",
                f"--classifier-target {target} {why}",
            )
            for target, why in (
                ("nowhere:look", "cannot be used: ModuleNotFoundError: No module named 'nowhere'."),
                ("json:nosuch", "cannot be used: AttributeError: module 'json' has no attribute 'nosuch'."),
                ("string:digits", "cannot be used: digits is no function."),
            )
        ),
        (("--upscaler", "no-such-file"), "", "There is no file no-such-file: --upscaler"),
        (("--preview-vae", "."), "", ". is no folder of an autoencoder: --preview-vae"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(
    tmp_path: Path, flags: tuple[str, ...], project: str, told: str
) -> None:
    (tmp_path / "projects.toml").write_text(f"[demo]\n{project}\n")
    done = imgorigin("serve", "--data", str(tmp_path), "--port", "0", *flags)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
