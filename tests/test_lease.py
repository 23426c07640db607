from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from imgorigin.errors import StoreUnavailable
from imgorigin.lease import LeaseLost
from imgorigin.lease.sqlite import SqliteLeases
from imgorigin.lease.table import DAMAGED, opened


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[tuple[SqliteLeases, SqliteLeases]]:
    """Two processes' views of one table, as far as leases can tell: different owners."""
    path = tmp_path / "leases.sqlite"
    ours, theirs = SqliteLeases(path, ttl=5), SqliteLeases(path, ttl=5)
    ours._place, theirs._place = "ours", "theirs"
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
    stalled._place, other._place = "stalled", "other"

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
    theirs._place = "elsewhere"
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
        "from imgorigin.lease.sqlite import SqliteLeases\n"
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


async def test_a_holder_whose_number_means_nothing_here_lives_until_its_lease_expires(tmp_path: Path) -> None:
    """Containers share folder and hostname: there the number of a holder may be anyone's here, or ours."""
    path = tmp_path / "leases.sqlite"
    ours, theirs = SqliteLeases(path, ttl=600), SqliteLeases(path, ttl=600)
    theirs._place, theirs._token = ours._place + "0", "theirs"
    async with theirs.hold("k"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5), ours.hold("k"):
                pass
    await ours.close()
    await theirs.close()


@pytest.fixture
def elsewhere() -> list[str]:
    """Begins a command that runs in a PID namespace of its own."""
    command = [shutil.which("unshare") or "unshare", "--pid", "--fork"]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no namespace can be made here: {error}")
    return command


async def test_a_process_of_another_pid_namespace_waits_for_ours(
    tmp_path: Path, elsewhere: list[str]
) -> None:
    """It does not see our number at all."""
    code = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from imgorigin.lease.sqlite import SqliteLeases\n"
        "async def main():\n"
        "    async with asyncio.timeout(1), SqliteLeases(Path(sys.argv[1]), ttl=600).hold('k'):\n"
        "        sys.exit(7)\n"
        "try:\n"
        "    asyncio.run(main())\n"
        "except TimeoutError:\n"
        "    sys.exit(8)\n"
    )
    path = tmp_path / "leases.sqlite"
    leases = SqliteLeases(path, ttl=600)
    async with leases.hold("k"):
        other = await asyncio.create_subprocess_exec(*elsewhere, sys.executable, "-c", code, str(path))
        assert await other.wait() == 8
    await leases.close()


async def test_processes_take_turns(tmp_path: Path) -> None:
    """Four processes, one key: the number in the file is only right if no two ever held it together."""
    code = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from imgorigin.lease.sqlite import SqliteLeases\n"
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
    """While others close theirs, which locks it too."""
    for round_ in range(100):
        start = threading.Barrier(8)

        def open_and_close(path: Path, start: threading.Barrier) -> None:
            start.wait()
            opened(path)[0].close()

        with ThreadPoolExecutor(8) as openers:
            path = tmp_path / f"{round_}.sqlite"
            for done in [openers.submit(open_and_close, path, start) for _ in range(8)]:
                done.result()


async def test_a_table_that_cannot_be_used_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what passes by itself is tried again: all who want a lease stand in one line."""
    monkeypatch.setattr("imgorigin.lease.table.BUSY_SECONDS", 600.0)
    (tmp_path / "leases.sqlite-wal").mkdir()
    leases = SqliteLeases(tmp_path / "leases.sqlite")
    async with asyncio.timeout(60):
        held = (_held(leases, str(key)) for key in range(6))
        for done in await asyncio.gather(*held, return_exceptions=True):
            assert isinstance(done, StoreUnavailable)
        with pytest.raises(StoreUnavailable):
            await leases.check()
    await leases.close()


async def _held(leases: SqliteLeases, key: str) -> int:
    async with leases.hold(key) as lease:
        await lease.confirm()
        return lease.fence


def _with_garbage(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def _with_a_garbled_page(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _removed(path: Path) -> None:
    path.unlink()


DAMAGES = [_with_garbage, _with_a_garbled_page, _emptied, _removed]


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_damaged_table_is_made_anew_at_the_start(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / "leases.sqlite"
    before, after = SqliteLeases(path), SqliteLeases(path)
    fence = await _held(before, "k")
    await before.close()
    damage(path)
    await after.check()
    assert await _held(after, "k") > fence
    await after.close()
    assert path.with_name(path.name + DAMAGED).exists() == (damage in DAMAGES[:2])


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_table_damaged_under_its_users_is_made_anew_once_for_all(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / "leases.sqlite"
    ours, theirs = SqliteLeases(path, ttl=600), SqliteLeases(path, ttl=600)
    ours._place, theirs._place = "ours", "theirs"
    fences = [await _held(leases, "k") for leases in (ours, theirs)]
    damage(path)
    async with asyncio.timeout(20):
        fences += await asyncio.gather(*(_held(leases, key) for leases in (ours, theirs) for key in "kl"))
    assert len(set(fences)) == 6
    assert min(fences[2:]) > max(fences[:2])
    async with ours.hold("k"):  # both are at the same table again
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5), theirs.hold("k"):
                pass
    await ours.close()
    await theirs.close()


async def test_a_lease_of_a_table_that_was_made_anew_is_lost(tmp_path: Path) -> None:
    leases = SqliteLeases(tmp_path / "leases.sqlite", ttl=600)
    async with leases.hold("k") as lease:
        _removed(tmp_path / "leases.sqlite")
        async with leases.hold("k"):
            with pytest.raises(LeaseLost):
                await lease.confirm()
    await leases.close()
