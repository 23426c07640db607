from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from imgorigin.errors import StoreUnavailable
from imgorigin.lease import LeaseLost, SqliteLeases, _opened


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[tuple[SqliteLeases, SqliteLeases]]:
    """Two processes' views of one table, as far as leases can tell: different owners."""
    path = tmp_path / "leases.sqlite"
    ours, theirs = SqliteLeases(path, ttl=5), SqliteLeases(path, ttl=5)
    ours._host, theirs._host = "ours", "theirs"
    yield ours, theirs
    await ours.close()
    await theirs.close()


async def test_one_holder_at_a_time_and_the_next_when_it_is_given_back(
    two: tuple[SqliteLeases, SqliteLeases],
) -> None:
    ours, theirs = two
    order = []

    async def second() -> None:
        async with theirs.hold("k"):
            order.append("second")

    async with ours.hold("k") as lease:
        waiting = asyncio.create_task(second())
        await asyncio.sleep(0.1)
        order.append("first")
        await lease.confirm()
    await waiting
    assert order == ["first", "second"]


async def test_keys_do_not_wait_for_each_other(two: tuple[SqliteLeases, SqliteLeases]) -> None:
    async with asyncio.timeout(5), two[0].hold("a"), two[1].hold("b"):
        pass


async def test_fences_only_grow(two: tuple[SqliteLeases, SqliteLeases]) -> None:
    fences = []
    for leases in (*two, *two):
        async with leases.hold("k") as lease:
            fences.append(lease.fence)
    assert fences == sorted(set(fences))


async def test_a_silent_holder_loses_the_lease_and_finds_out(tmp_path: Path) -> None:
    path = tmp_path / "leases.sqlite"
    stalled, other = SqliteLeases(path, ttl=0.2), SqliteLeases(path, ttl=5)
    stalled._host, other._host = "stalled", "other"

    async def no_heartbeat(fence: int) -> None:
        pass

    stalled._beat = no_heartbeat  # type: ignore[method-assign]
    async with stalled.hold("k") as old:
        await old.confirm()
        await asyncio.sleep(0.25)
        async with asyncio.timeout(5), other.hold("k") as new:
            with pytest.raises(LeaseLost):
                await old.confirm()
            await new.confirm()
            assert new.fence > old.fence
    async with other.hold("k") as again:  # and its end has not released the other's
        assert again.fence > new.fence
    await stalled.close()
    await other.close()


async def test_a_heartbeat_keeps_it_far_beyond_its_time(tmp_path: Path) -> None:
    path = tmp_path / "leases.sqlite"
    ours, theirs = SqliteLeases(path, ttl=0.3), SqliteLeases(path, ttl=0.3)
    theirs._host = "elsewhere"
    async with ours.hold("k") as lease:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1), theirs.hold("k"):
                pass
        await lease.confirm()
    await ours.close()
    await theirs.close()


async def test_a_dead_process_of_this_host_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "leases.sqlite"
    code = (
        "import asyncio, sys, os, signal\n"
        "from pathlib import Path\n"
        "from imgorigin.lease import SqliteLeases\n"
        "async def main():\n"
        "    async with SqliteLeases(Path(sys.argv[1]), ttl=600).hold('k'):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", code, str(path))
    assert await killed.wait() == -9
    leases = SqliteLeases(path, ttl=600)
    async with asyncio.timeout(5), leases.hold("k"):
        pass
    await leases.close()


async def test_a_restart_under_the_same_process_number_is_a_new_owner(tmp_path: Path) -> None:
    path = tmp_path / "leases.sqlite"
    before, after = SqliteLeases(path, ttl=600), SqliteLeases(path, ttl=600)
    before._token = "before"
    held = before.hold("k")
    await held.__aenter__()
    async with asyncio.timeout(5), after.hold("k"):
        pass
    await held.__aexit__(None, None, None)
    await before.close()
    await after.close()


async def test_processes_take_turns(tmp_path: Path) -> None:
    """Four processes, one key: the number in the file is only right if no two ever held it together."""
    code = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from imgorigin.lease import SqliteLeases\n"
        "async def main():\n"
        "    leases, count = SqliteLeases(Path(sys.argv[1]), ttl=60), Path(sys.argv[2])\n"
        "    for _ in range(25):\n"
        "        async with leases.hold('k'):\n"
        "            number = int(count.read_text())\n"
        "            await asyncio.sleep(0.001)\n"
        "            count.write_text(str(number + 1))\n"
        "    await leases.close()\n"
        "asyncio.run(main())\n"
    )
    count = tmp_path / "count"
    count.write_text("0")
    arguments = [sys.executable, "-c", code, str(tmp_path / "leases.sqlite"), str(count)]
    processes = [await asyncio.create_subprocess_exec(*arguments) for _ in range(4)]
    assert [await process.wait() for process in processes] == [0, 0, 0, 0]
    assert count.read_text() == "100"


async def test_a_table_that_cannot_be_used_is_unavailable(tmp_path: Path) -> None:
    leases = SqliteLeases(tmp_path / "missing" / "leases.sqlite", ttl=5)
    with pytest.raises(StoreUnavailable):
        async with leases.hold("k"):
            pass
    await leases.close()


def test_any_number_may_open_a_new_table_at_once(tmp_path: Path) -> None:
    """Without another try, one in twenty of these rounds finds the database locked."""
    for round_ in range(100):
        start = threading.Barrier(8)

        def opened(path: Path, start: threading.Barrier) -> None:
            start.wait()
            _opened(path).close()

        with ThreadPoolExecutor(8) as openers:
            path = tmp_path / f"{round_}.sqlite"
            for done in [openers.submit(opened, path, start) for _ in range(8)]:
                done.result()
