"""A real server with models on devices and the sketch painter, by URL."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import httpx
import pytest

from tests.faults.test_faults import until
from tests.served import Served, served

PROJECTS = """
[demo]
[drawn]
model = "sketch"
[others]
model = "other"
negative_prompt = "blurry"
"""

Start = Callable[..., AbstractAsyncContextManager[Served]]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    file = tmp_path / "bench"
    monkeypatch.setenv("BENCH_LOG", str(file))
    return lambda: file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def start(tmp_path: Path, log: Callable[[], list[str]]) -> Start:
    @contextlib.asynccontextmanager
    async def started(*flags: str) -> AsyncIterator[Served]:
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        (data / "projects.toml").write_text(PROJECTS)
        async with served(data, *flags, program=("-m", "tests.faults.models")) as server:
            yield server

    return started


async def model_of(server: Served, path: str) -> str:
    return str((await server.get(f"{path}.json")).json()["model"])


async def test_each_project_is_painted_by_its_model_and_compatible_pictures_together(
    start: Start, log: Callable[[], list[str]]
) -> None:
    async with start("--device", "cuda:0,cuda:1", "--batch-wait", "200") as server:
        paths = [f"/demo/{name}_64x64.png" for name in ("ant", "bee", "cat", "dog", "eel")]
        for answer in await asyncio.gather(*map(server.get, paths)):
            assert answer.status_code == 200
        assert await model_of(server, paths[0]) == "photo"
        assert max(line.count("|") for line in log() if line.startswith("batch")) == 3
        for project, model in (("drawn", "sketch"), ("others", "other")):
            path = f"/{project}/ant_64x64.png"
            assert (await server.get(path)).status_code == 200
            assert await model_of(server, path) == model
        ready = (await server.get("/readyz")).json()
        assert (ready["status"], ready["painter"], ready["painter sketch"]) == ("ready", "ok", "ok")
        assert await server.metric("imgorigin_batch_pictures_sum") == 7  # five, one other, one sketch
        assert await server.metric("imgorigin_painter_busy_seconds_total") > 0
        assert {line for line in log() if line.startswith("start")} == {"start cuda:0", "start cuda:1"}


async def test_an_edit_by_url_is_made_from_pixels(start: Start, log: Callable[[], list[str]]) -> None:
    async with start() as server:
        assert (await server.get("/demo/ant_64x64.png/make-it-night_32x32.webp")).status_code == 200
        assert [line for line in log() if line.startswith("batch")] == ["batch ant", "batch ant"]
        refused = await server.get("/demo/ant.svg")
        assert (refused.status_code, refused.json()["field"]) == (400, "format")


async def test_sketches_never_wait_behind_a_device(
    start: Start, log: Callable[[], list[str]], tmp_path: Path
) -> None:
    async with start("--batch", "1", "--shutdown", "0") as server:
        held = [asyncio.create_task(server.get(f"/demo/hang-{at}_64x64.png")) for at in range(12)]
        await until(lambda: any(line.startswith("batch hang") for line in log()))
        for at in range(3):
            assert (await server.get(f"/drawn/red-fox-{at}_64x64.png")).status_code == 200
        assert not any(task.done() for task in held)
        await server.stop()
        await asyncio.gather(*held, return_exceptions=True)


async def test_a_device_without_its_model_says_so_and_sketches_go_on(
    start: Start, monkeypatch: pytest.MonkeyPatch, log: Callable[[], list[str]]
) -> None:
    monkeypatch.setenv("BENCH_FAIL", "Its weights are not here: imgorigin models pull photo")
    async with start() as server:
        answer = await server.get("/demo/ant_64x64.png")
        assert (answer.status_code, answer.json()["type"]) == (
            503,
            "urn:imgorigin:problem:painter-unavailable",
        )
        assert "imgorigin models pull photo" in answer.json()["detail"]
        ready = await server.get("/readyz")
        assert ready.status_code == 503
        assert "imgorigin models pull photo" in ready.json()["painter"]
        assert (await server.get("/drawn/ant_64x64.png")).status_code == 200


async def test_who_hangs_up_frees_the_device_if_that_is_wished(
    start: Start, log: Callable[[], list[str]]
) -> None:
    async with start("--cancel-unwanted", "true", "--batch", "1") as server:
        client = httpx.AsyncClient(base_url=server.url, timeout=60)
        asked = asyncio.create_task(client.get("/demo/wait-never_64x64.png"))
        await until(lambda: "batch wait never" in log())
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)
        await client.aclose()
        await until(lambda: "given up wait never" in log())
        assert (await server.get("/demo/ant_64x64.png")).status_code == 200
