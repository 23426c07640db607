"""Real servers, really killed, hung up on and starved. What must never happen: a wrong picture, a lost one
that was answered for, a second paint without need, a request left hanging."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import httpx
import pytest

from imgorigin.address import parse
from tests.served import Served, alive, descendants, served

PROGRAM = ("-m", "tests.faults.origin")


@pytest.fixture
def painted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The prompts of all paintings begun, by whatever process."""
    ledger = tmp_path / "painted"
    monkeypatch.setenv("PAINTED", str(ledger))
    return lambda: ledger.read_text().splitlines() if ledger.exists() else []


Start = Callable[..., AbstractAsyncContextManager[Served]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    @contextlib.asynccontextmanager
    async def started(*flags: str) -> AsyncIterator[Served]:
        async with served(tmp_path / "data", *flags, program=PROGRAM) as server:
            yield server

    return started


async def until(happened: Callable[[], bool] | Callable[[], Awaitable[bool]]) -> None:
    """Wait for it, 20 seconds at the most."""
    async with asyncio.timeout(20):
        while True:
            seen = happened()
            if seen if isinstance(seen, bool) else await seen:
                return
            await asyncio.sleep(0.02)


async def test_a_server_killed_while_painting_leaves_nothing_that_hinders(
    start: Start, painted: Callable[[], list[str]]
) -> None:
    async with start("--lease", "600") as server:
        asked = asyncio.create_task(server.get("/demo/slow_64x64.png"))
        await until(lambda: painted() == ["slow"])
        await server.kill()
        with pytest.raises(httpx.TransportError):
            await asked
    async with start("--lease", "600") as server:
        answer = await server.get("/demo/slow_64x64.png")
        assert answer.status_code == 200
        assert answer.headers["cache-status"].endswith("stored")


async def test_a_server_killed_while_writing_leaves_no_torn_picture(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    paths = [f"/demo/fox_{side}x{side}.png" for side in range(600, 1400, 10)]
    for round_ in range(3):
        async with start() as server:
            asked = [asyncio.create_task(server.get(path)) for path in paths]
            await asyncio.wait(asked[: 20 * (round_ + 1)], return_when=asyncio.FIRST_COMPLETED)
            await server.kill()
            await asyncio.gather(*asked, return_exceptions=True)
        for file in (tmp_path / "data/store/images").rglob("*.png"):
            assert file.read_bytes().endswith(b"IEND\xaeB`\x82"), file
    async with start() as server:
        for answer in await asyncio.gather(*map(server.get, paths)):
            assert answer.status_code == 200
            assert answer.content.endswith(b"IEND\xaeB`\x82")


async def test_a_painter_that_crashes_once_costs_nobody_anything(
    start: Start, painted: Callable[[], list[str]]
) -> None:
    async with start() as server:
        answers = await asyncio.gather(*(server.get("/demo/once-crash_64x64.png") for _ in range(50)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
        assert painted() == ["once crash"] * 2
        assert await server.metric("imgorigin_painter_restarts") == 1


@pytest.mark.parametrize("trouble", ["crash", "hang"])
async def test_a_picture_that_always_takes_the_painter_down_does_not_take_the_others_along(
    start: Start, painted: Callable[[], list[str]], trouble: str
) -> None:
    async with start("--paint-timeout", "1") as server:
        bad = await asyncio.gather(*(server.get(f"/demo/{trouble}_64x64.png") for _ in range(10)))
        assert {answer.status_code for answer in bad} == {503}
        assert bad[0].json()["type"] == "urn:imgorigin:problem:painter-unavailable"
        assert int(bad[0].headers["retry-after"]) > 0
        assert (await server.get(f"/demo/{trouble}_32x32.webp")).status_code == 503
        assert painted() == [trouble] * 2
        assert (await server.get("/demo/fox_64x64.png")).status_code == 200
        assert (await server.get("/readyz")).status_code == 200


async def test_a_hundred_of_four_hundred_hang_up(start: Start, painted: Callable[[], list[str]]) -> None:
    async with start() as server:
        limits = httpx.Limits(max_connections=500)
        async with httpx.AsyncClient(base_url=server.url, limits=limits, timeout=60) as herd:
            asked = [asyncio.create_task(herd.get("/demo/slow-fox_64x64.png")) for _ in range(400)]
            await until(lambda: painted() == ["slow fox"])
            for caller in asked[::4]:
                caller.cancel()
            answers = await asyncio.gather(*asked, return_exceptions=True)
        got = [answer for answer in answers if isinstance(answer, httpx.Response)]
        assert len(got) == 300
        assert {answer.status_code for answer in got} == {200}
        assert len({answer.content for answer in got}) == 1
        assert painted() == ["slow fox"]


async def test_everyone_hangs_up_and_the_picture_is_kept(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    async with start() as server:
        asked = asyncio.create_task(server.get("/demo/slow_64x64.png"))
        await until(lambda: painted() == ["slow"])
        asked.cancel()
        await until((tmp_path / "data/store/images/demo/slow_64x64.png").exists)
        assert (await server.get("/demo/slow_64x64.png")).headers["cache-status"].startswith("imgorigin; hit")
        assert painted() == ["slow"]


async def test_two_servers_on_one_folder_share_each_paint(
    start: Start, painted: Callable[[], list[str]]
) -> None:
    async with start() as one, start() as two:
        paths = [f"/demo/slow-{name}_64x64.png" for name in ("ant", "bee", "cat")]
        asked = [server.get(path) for path in paths for server in (one, two) for _ in range(10)]
        answers = await asyncio.gather(*asked)
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.headers["etag"] for answer in answers}) <= 3
        assert len({answer.content for answer in answers}) == 3
        assert sorted(painted()) == ["slow ant", "slow bee", "slow cat"]


async def test_one_of_two_is_killed_while_painting_and_the_other_takes_over(
    start: Start, painted: Callable[[], list[str]]
) -> None:
    async with start("--lease", "600") as one, start("--lease", "600") as two:
        asked_one = asyncio.create_task(one.get("/demo/slow_64x64.png"))
        await until(lambda: painted() == ["slow"])
        asked_two = asyncio.create_task(two.get("/demo/slow_64x64.png"))
        await one.kill()
        assert (await asked_two).status_code == 200
        with pytest.raises(httpx.TransportError):
            await asked_one


async def test_a_stop_finishes_what_is_running_and_asked_for(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    async with start() as server:
        asked = asyncio.create_task(server.get("/demo/slow_64x64.png"))
        abandoned = asyncio.create_task(server.get("/demo/slow-fox_64x64.png"))
        await until(lambda: "slow" in painted())
        abandoned.cancel()
        await server.stop()
        assert (await asked).status_code == 200
    assert (tmp_path / "data/store" / parse("/demo/slow-fox_64x64.png").key).exists()


@pytest.mark.parametrize("hangs_up", [True, False])
async def test_a_stop_takes_no_longer_than_it_may(
    start: Start, painted: Callable[[], list[str]], hangs_up: bool
) -> None:
    """With all that is waited for, the client, the picture and the painter, hanging."""
    async with start("--shutdown", "2", "--paint-timeout", "600") as server:
        asked = asyncio.create_task(server.get("/demo/hang_64x64.png"))
        await until(lambda: painted() == ["hang"])
        family = descendants(server.process.pid)
        if hangs_up:
            asked.cancel()
        async with asyncio.timeout(60):  # a painter counts as hung after ten minutes
            await server.stop()
        await asyncio.gather(asked, return_exceptions=True)
    assert family
    assert not alive(family)
    assert painted() == ["hang"]


async def test_a_stopped_server_leaves_no_lease(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    """Whoever takes over may live where our number says nothing, and would wait until it expires."""
    async with start("--shutdown", "0", "--lease", "600") as server:
        asked = asyncio.create_task(server.get("/demo/hang_64x64.png"))
        await until(lambda: painted() == ["hang"])
        await server.stop()
        await asyncio.gather(asked, return_exceptions=True)
    with contextlib.closing(sqlite3.connect(tmp_path / "data/leases.sqlite")) as database:
        assert database.execute("SELECT * FROM lease").fetchall() == []


@pytest.mark.parametrize("at_work", [True, False])
async def test_the_painter_ends_with_a_server_that_is_killed(
    start: Start, painted: Callable[[], list[str]], at_work: bool
) -> None:
    async with start("--paint-timeout", "600") as server:
        asked = asyncio.create_task(server.get(f"/demo/{'hang' if at_work else 'fox'}_64x64.png"))
        await until(lambda: len(painted()) == 1)
        family = descendants(server.process.pid)
        assert family
        await server.kill()
        await until(lambda: not alive(family))
        await asyncio.gather(asked, return_exceptions=True)


async def test_a_lease_table_of_garbage_is_made_anew(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    leases = tmp_path / "data/leases.sqlite"
    leases.parent.mkdir()
    leases.write_bytes(b"garbage" * 1000)
    async with start() as one, start() as two:
        for number in range(3):
            path = f"/demo/slow-{number}_64x64.png"
            answers = await asyncio.gather(one.get(path), two.get(path))
            assert [answer.status_code for answer in answers] == [200, 200]
            for server in (one, two):
                ready = await server.get("/readyz")
                assert (ready.status_code, ready.json()["leases"]) == (200, "ok")
            leases.write_bytes(b"garbage" * 1000)
    assert painted() == ["slow 0", "slow 1", "slow 2"]


async def test_a_lease_table_that_cannot_be_made_is_told(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    (tmp_path / "data/leases.sqlite").mkdir(parents=True)
    async with start() as server:
        assert (await server.get("/demo/fox_64x64.png")).status_code == 503
        ready = await server.get("/readyz")
        assert (ready.status_code, ready.json()["leases"]) == (503, "The lease table cannot be used.")


@pytest.mark.parametrize("in_the_way", [os.mkdir, os.mkfifo])
async def test_what_is_no_file_does_not_hold_a_picture_up(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path, in_the_way: Callable[[Path], None]
) -> None:
    async with start() as server:
        good = (await server.get("/demo/fox_64x64.png")).content
        store = tmp_path / "data/store"
        for file in [path for path in store.rglob("*") if path.is_file() and path.name != ".lock"]:
            file.unlink()
            in_the_way(file)
        async with asyncio.timeout(10):
            again = await server.get("/demo/fox_64x64.png")
        assert (again.status_code, again.content) == (200, good)


@pytest.mark.parametrize("damage", ["truncated", "flipped", "emptied", "replaced"])
async def test_a_damaged_file_is_never_served(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path, damage: str
) -> None:
    async with start() as server:
        good = (await server.get("/demo/fox_64x64.png")).content
    file = tmp_path / "data/store/images/demo/fox_64x64.png"
    before = file.stat()
    data = bytearray(good)
    match damage:
        case "truncated":
            del data[len(data) // 2 :]
        case "flipped":
            data[len(data) // 2] ^= 1
        case "emptied":
            data.clear()
        case "replaced":
            file.unlink()
            data = bytearray(b"x" * len(good))
    file.write_bytes(data)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    async with start() as server:
        again = await server.get("/demo/fox_64x64.png")
        assert again.content == good
        assert again.headers["cache-status"].endswith("stored")
        assert (await server.get("/demo/fox_64x64.png")).content == good
    assert painted() == ["fox"]


async def test_a_damaged_master_is_painted_again(
    start: Start, painted: Callable[[], list[str]], tmp_path: Path
) -> None:
    async with start() as server:
        await server.get("/demo/fox_64x64.png")
        (master,) = (path for path in (tmp_path / "data/store/masters").rglob("*") if path.is_file())
        master.write_bytes(master.read_bytes()[:-20])
        assert (await server.get("/demo/fox_32x32.png")).status_code == 200
    assert painted() == ["fox", "fox"]
