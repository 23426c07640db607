from __future__ import annotations

import asyncio
import errno
import os
import time
from pathlib import Path

import pytest

from imgorigin.stores.base import Blob
from imgorigin.stores.disk import DIGESTS, TEMPORARY, DiskStore
from imgorigin.stores.eviction import DOWN_TO, STALE_AFTER, Eviction, Usage
from imgorigin.stores.memory import MemoryStore
from imgorigin.stores.tiered import TieredStore
from tests.contracts.stores import KEY, LONG_AGO, listed
from tests.stores.conftest import make_read_only

KEYS = [f"images/demo/{i}.png" for i in range(10)]
SIZE = 1000


@pytest.fixture
async def disk(tmp_path: Path) -> DiskStore:
    """Ten blobs, the first of which was read longest ago; their names and dates tell otherwise."""
    store, now = DiskStore(tmp_path), time.time()
    for i, key in enumerate(KEYS):
        await store.put(key, Blob(bytes([i]) * SIZE, LONG_AGO - i))
        read_at(store, key, now - 1000 + i)
    return store


def read_at(store: DiskStore, key: str, when: float) -> None:
    path = store.root / key
    os.utime(path, (when, path.stat().st_mtime))


async def digests(store: DiskStore) -> list[str]:
    return await listed(DiskStore(store.root / DIGESTS), "")


async def test_without_a_bound_there_is_only_counting(disk: DiskStore) -> None:
    eviction = Eviction(disk, 0)
    assert eviction.sweep() == Usage(10, 10 * SIZE)
    assert eviction.bytes_used == 10 * SIZE
    assert await listed(disk, "") == KEYS


async def test_an_empty_disk(tmp_path: Path) -> None:
    assert Eviction(DiskStore(tmp_path), 1).sweep() == Usage(0, 0)
    assert Eviction(DiskStore(tmp_path / "none"), 1).sweep() == Usage(0, 0)


async def test_what_is_within_the_bound_stays(disk: DiskStore) -> None:
    assert Eviction(disk, 10 * SIZE).sweep() == Usage(10, 10 * SIZE)


async def test_what_was_not_read_for_longest_goes_first_with_its_digest(disk: DiskStore) -> None:
    read_at(disk, KEYS[0], time.time())
    eviction = Eviction(disk, int(7.5 * SIZE))
    left = [KEYS[0], *KEYS[5:]]
    assert eviction.sweep() == Usage(6, 6 * SIZE)
    assert 6 * SIZE == eviction.bytes_used <= 7.5 * SIZE * DOWN_TO
    assert await listed(disk, "") == await digests(disk) == left
    for key in left:
        assert await disk.get(key)


async def test_a_blob_just_written_is_the_last_to_go_however_old_it_is(disk: DiskStore) -> None:
    await disk.put("images/demo/old.png", Blob(b"x" * SIZE, 1))
    Eviction(disk, 2 * SIZE).sweep()
    assert await listed(disk, "") == ["images/demo/old.png"]


async def test_writes_since_the_last_scan_count(disk: DiskStore) -> None:
    eviction = Eviction(disk, 0)
    eviction.sweep()
    await disk.put(KEY, Blob(b"x" * 500))
    await disk.put(KEY, Blob(b"not the first"))
    assert eviction.bytes_used == 10 * SIZE + 500 == eviction.sweep().bytes


async def test_the_memory_stops_answering_for_what_was_evicted(disk: DiskStore) -> None:
    store = TieredStore(MemoryStore(1_000_000), disk)
    for key in KEYS:
        await store.get(key)
    Eviction(disk, 5 * SIZE).sweep()
    left = await listed(disk, "")
    assert 0 < len(left) < 5
    assert [key for key in KEYS if store.peek(key)] == left


async def test_what_nobody_owns_any_more_is_swept_away(disk: DiskStore) -> None:
    stale = time.time() - STALE_AFTER - 60
    folder = (disk.root / KEYS[0]).parent
    for name, touched in (("dead", stale), ("alive", time.time())):
        temporary = folder / f"{TEMPORARY}{name}"
        temporary.write_bytes(b"half")
        os.utime(temporary, (touched, touched))
        orphan = disk.root / DIGESTS / "images/demo" / f"{name}.png"
        orphan.write_text("0" * 64)
        os.utime(orphan, (touched, touched))
        for empty in (disk.root / "images" / name, disk.root / DIGESTS / "images" / name):
            empty.mkdir()
            os.utime(empty, (touched, touched))
    finished = folder / f"{TEMPORARY}finished"  # about to be renamed: its mtime is its blob's
    finished.write_bytes(b"whole")
    os.utime(finished, (time.time(), LONG_AGO))

    assert Eviction(disk, 0).sweep().files == len(KEYS)
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(TEMPORARY)) == [
        f"{TEMPORARY}alive",
        f"{TEMPORARY}finished",
    ]
    assert await digests(disk) == [*KEYS, "images/demo/alive.png"]
    for root in (disk.root, disk.root / DIGESTS):
        assert sorted(path.name for path in (root / "images").iterdir()) == ["alive", "demo"]
    assert disk.root.exists()


@pytest.mark.parametrize("refused", ["images/demo", "images", ""])
async def test_a_folder_that_cannot_be_listed_just_now_loses_nothing(
    disk: DiskStore, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    for key in KEYS:
        os.utime(disk.root / DIGESTS / key, (LONG_AGO, LONG_AGO))
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == disk.root / refused:
            raise OSError(errno.EMFILE, "Too many open files")
        return scandir(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refusing)
        Eviction(disk, 1).sweep()
    assert [key for key in KEYS if await disk.get(key)] == KEYS
    assert Eviction(disk, 0).sweep() == Usage(10, 10 * SIZE)


async def test_the_digest_of_a_file_that_came_after_the_listing_stays(
    disk: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(disk.root / DIGESTS / KEYS[0], (LONG_AGO, LONG_AGO))
    eviction = Eviction(disk, 0)
    monkeypatch.setattr(eviction, "_files", lambda: iter(()))
    eviction.sweep()
    assert await disk.get(KEYS[0])


async def test_a_folder_swept_away_under_a_writer_is_made_again(tmp_path: Path) -> None:
    disk, eviction = DiskStore(tmp_path), Eviction(DiskStore(tmp_path), 0)
    keys = [f"images/{i}/fox.png" for i in range(30)]
    for _ in range(20):
        for key in keys:
            folder = (tmp_path / key).parent
            folder.mkdir(parents=True, exist_ok=True)
            os.utime(folder, (LONG_AGO, LONG_AGO))
        await asyncio.gather(
            *(disk.put(key, Blob(b"x")) for key in keys[:15]),
            asyncio.to_thread(eviction.sweep),
            *(disk.put(key, Blob(b"x")) for key in keys[15:]),
        )
        for key in keys:
            await disk.delete(key)


async def test_a_read_only_disk_is_counted(small_disk: Path) -> None:
    disk = DiskStore(small_disk)
    await disk.put(KEY, Blob(b"x" * SIZE))
    temporary = (disk.root / KEY).with_name(f"{TEMPORARY}0")
    temporary.touch()
    os.utime(temporary, (LONG_AGO, LONG_AGO))
    make_read_only(small_disk)
    assert Eviction(disk, 1).sweep() == Usage(1, SIZE)


async def test_it_runs_by_itself(disk: DiskStore) -> None:
    eviction = Eviction(disk, 20 * SIZE, look_after=0.001)
    running = asyncio.create_task(eviction.run())
    try:
        async with asyncio.timeout(30):
            while not eviction.bytes_used:  # until the first scan
                await disk.get(KEY)
            for i in range(60):
                await disk.put(f"images/demo/new-{i}.png", Blob(bytes(SIZE)))
            while eviction.bytes_used > 20 * SIZE:
                await disk.get(KEY)
    finally:
        running.cancel()
    left = await listed(disk, "")
    assert 0 < len(left) <= 20
    assert "images/demo/new-59.png" in left
    assert not set(KEYS) & set(left)


async def test_what_could_not_be_had_again_stays_however_long_unread(disk: DiskStore) -> None:
    upload = "uploads/" + "5" * 64
    await disk.put(upload, Blob(bytes(SIZE), LONG_AGO))
    read_at(disk, upload, LONG_AGO)
    eviction = Eviction(disk, 3 * SIZE, lasting=("uploads/",))
    eviction.sweep()
    assert await listed(disk, "uploads/") == [upload]
    assert await listed(disk, "images/") == KEYS[-1:]
    assert Eviction(disk, 1, lasting=("uploads/",)).sweep() == Usage(1, SIZE)
