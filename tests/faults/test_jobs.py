"""Jobs and a server that is killed: what was acknowledged is not lost, and no picture is painted twice."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import httpx
import pytest

from tests.faults.test_faults import until
from tests.served import Served, served

PROGRAM = ("-m", "tests.faults.jobs")
QUICK = ("--lease", "1", "--job-slots", "3")
"""Claims that run out soon."""

Start = Callable[..., AbstractAsyncContextManager[Served]]


@pytest.fixture
def painted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The prompts of all paintings begun, by whatever process."""
    ledger = tmp_path / "painted"
    monkeypatch.setenv("PAINTED", str(ledger))
    return lambda: ledger.read_text().splitlines() if ledger.exists() else []


@pytest.fixture
def start(tmp_path: Path) -> Start:
    @contextlib.asynccontextmanager
    async def started(*flags: str) -> AsyncIterator[Served]:
        async with served(tmp_path / "data", *QUICK, *flags, program=PROGRAM) as server:
            yield server

    return started


async def submitted(server: Served, *prompts: str, batch: bool = False) -> list[str]:
    answer = await server.client.post("/jobs" + "?batch=1" * batch, content="\n".join(prompts))
    assert answer.status_code == 202
    made: list[str] = answer.json()
    return made


async def statuses(server: Served) -> dict[str, str]:
    found = (await server.get("/jobs")).json()
    return {job: status for job, (status, _, _) in found.items()}


async def all_done(server: Served) -> None:
    async with asyncio.timeout(60):
        while set((await statuses(server)).values()) != {"done"}:
            await asyncio.sleep(0.1)


def pictures(folder: Path) -> set[str]:
    """What was painted to its end: the prompts of the pictures that are there."""
    found = folder.glob("data/store/images/demo/*_64x64.png")
    return {file.name.removesuffix("_64x64.png").replace("-", " ") for file in found}


async def test_a_killed_server_loses_no_job_and_paints_none_twice(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    prompts = [f"slow fox {name}" for name in ("ant", "bee", "cat", "dog", "eel")]
    async with start() as server:
        batch = await submitted(server, *prompts, batch=True)
        await until(lambda: len(pictures(tmp_path)) >= 1 and len(painted()) > len(pictures(tmp_path)))
        await server.kill()
    before = pictures(tmp_path)
    assert len(before) < len(prompts)
    async with start() as server:
        assert set(await statuses(server)) == set(batch)
        await all_done(server)
    assert pictures(tmp_path) == set(prompts)
    begun = Counter(painted())
    assert {prompt: begun[prompt] for prompt in before} == dict.fromkeys(before, 1)
    assert max(begun.values()) <= 2  # what the kill interrupted


async def test_whatever_was_acknowledged_until_the_kill_is_done(
    start: Start, painted: Callable[[], list[str]]
) -> None:
    acknowledged: list[str] = []

    async def submit_on(server: Served, name: str) -> None:
        with contextlib.suppress(httpx.TransportError):
            for number in range(1000):
                acknowledged.extend(await submitted(server, f"{name} {'abcdefghij'[number % 10]}"))

    async with start() as server:
        callers = [asyncio.create_task(submit_on(server, name)) for name in ("fox", "owl", "hen")]
        await until(lambda: len(acknowledged) >= 12)
        await server.kill()
        await asyncio.gather(*callers)
    async with start() as server:
        assert set(acknowledged) <= set(await statuses(server))
        await all_done(server)
    assert max(Counter(painted()).values()) <= 2


async def test_what_a_killed_server_left_is_done_by_another(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    prompts = [f"slow {name}" for name in ("ant", "bee", "cat", "dog", "eel", "fly")]
    async with start() as one, start() as two:
        await submitted(one, *prompts, batch=True)
        await until(lambda: len(painted()) >= 3)
        await one.kill()
        before = pictures(tmp_path)
        await all_done(two)
    assert pictures(tmp_path) == set(prompts)
    begun = Counter(painted())
    assert {prompt: begun[prompt] for prompt in before} == dict.fromkeys(before, 1)
    assert max(begun.values()) <= 2  # what the kill interrupted


async def test_a_stopped_server_leaves_its_jobs_to_the_next(
    start: Start, painted: Callable[[], list[str]]
) -> None:
    prompts = [f"slow {name}" for name in ("ant", "bee", "cat", "dog", "eel", "fly")]
    async with start() as server:
        await submitted(server, *prompts)
        await until(lambda: len(painted()) >= 1)
        await server.stop()
    assert len(painted()) < len(prompts)
    async with start() as server:
        await all_done(server)
    assert sorted(painted()) == prompts
