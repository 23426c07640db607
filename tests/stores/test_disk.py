from __future__ import annotations

import asyncio
import errno
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import pytest

from imgorigin.address import MAX_EDITS, Address
from imgorigin.checks import writable
from imgorigin.errors import StoreUnavailable
from imgorigin.stores.base import Blob, BlobStream, sha256_hex
from imgorigin.stores.disk import DAMAGED, DIGESTS, GONE, LOCK, TEMPORARY, YOUNG, DiskStore
from imgorigin.stores.eviction import Eviction
from tests.contracts.stores import CHAIN, KEY, LONG_AGO, PARENT, RACERS, listed, longest_segment
from tests.stores.conftest import make_read_only

BLOB = Blob(bytes(range(256)) * 100, LONG_AGO)
WRITERS = 4


def files_below(root: Path) -> list[str]:
    """All but the lock."""
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return [name for name in files if name != LOCK]


def chained_below(root: Path) -> list[Path]:
    return list(root.rglob("*@"))


def damage_by_truncation(file: Path) -> None:
    os.truncate(file, len(BLOB.data) // 2)


def damage_by_emptying(file: Path) -> None:
    os.truncate(file, 0)


def damage_by_a_flipped_bit(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[1000] ^= 1
    file.write_bytes(data)


def damage_by_replacement(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(b"other")
    other.rename(file)


def damage_by_loss_of_the_digest(file: Path) -> None:
    (file.parents[2] / DIGESTS / KEY).unlink()


def damage_by_garbage_in_the_digest(file: Path) -> None:
    (file.parents[2] / DIGESTS / KEY).write_bytes(b"\xff\n\n garbage")


DAMAGES = [
    damage_by_truncation,
    damage_by_emptying,
    damage_by_a_flipped_bit,
    damage_by_replacement,
    damage_by_loss_of_the_digest,
    damage_by_garbage_in_the_digest,
]


def a_folder(path: Path) -> None:
    (path / "more").mkdir(parents=True)
    (path / "more" / "file").write_bytes(b"x")


def a_fifo(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))  # an address is short: the folder is the current one


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing")


def a_link_to_a_folder(path: Path) -> None:
    path.symlink_to(path.parent)


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(root: Path) -> DiskStore:
    return DiskStore(root)


class TestDamage:
    @pytest.fixture(params=DAMAGES)
    async def damaged(self, store: DiskStore, request: pytest.FixtureRequest) -> DiskStore:
        damage: Callable[[Path], None] = request.param
        await store.put(KEY, BLOB)
        damage(store.root / KEY)
        return store

    async def test_a_damaged_file_is_removed_and_reported_as_missing(self, damaged: DiskStore) -> None:
        assert await damaged.get(KEY) is None
        assert files_below(damaged.root) == []

    async def test_a_damaged_file_does_not_win_against_a_writer(self, damaged: DiskStore) -> None:
        other = Blob(b"new", LONG_AGO + 1)
        assert await damaged.put(KEY, other) == other
        assert await damaged.get(KEY) == other

    async def test_many_writers_at_a_damaged_file_agree(self, damaged: DiskStore) -> None:
        blobs = [Blob(bytes([i]) * 100, LONG_AGO) for i in range(RACERS)]
        held = await asyncio.gather(*(damaged.put(KEY, blob) for blob in blobs))
        assert held == [await damaged.get(KEY)] * RACERS


@pytest.mark.timeout(20)
@pytest.mark.parametrize("place", ["blob", "digest"])
@pytest.mark.parametrize(
    "something",
    [
        a_folder,
        a_fifo,
        a_socket,
        a_link_to_itself,
        a_link_to_nothing,
        a_link_to_a_folder,
        a_link_to_a_device,
    ],
)
class TestWhatIsNoFile:
    @pytest.fixture
    async def taken(
        self, store: DiskStore, place: str, something: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
    ) -> DiskStore:
        await store.put(KEY, BLOB)
        monkeypatch.chdir(store.root)
        path = store.root / (KEY if place == "blob" else f"{DIGESTS}/{KEY}")
        path.unlink()
        something(path)
        return store

    async def test_it_is_removed_and_reported_as_missing(self, taken: DiskStore) -> None:
        assert await taken.get(KEY) is None
        assert taken.stat(KEY) is None
        assert await taken.put(KEY, BLOB) == BLOB
        assert await taken.get(KEY) == BLOB
        assert taken.stat(KEY) == (LONG_AGO, len(BLOB.data))

    async def test_it_does_not_keep_a_writer_from_its_place(self, taken: DiskStore) -> None:
        assert await taken.put(KEY, BLOB) == BLOB
        assert await taken.get(KEY) == BLOB
        assert (taken.root / DIGESTS / KEY).lstat().st_size == 65

    async def test_a_slower_tier_fills_its_place(self, taken: DiskStore) -> None:
        assert await taken.fill(KEY, BlobStream.of(BLOB)) == BLOB
        assert await taken.get(KEY) == BLOB

    async def test_it_can_be_deleted_and_swept_away(self, taken: DiskStore) -> None:
        await taken.delete(KEY)
        assert await listed(taken, "") == []
        Eviction(taken, 0).sweep()
        assert [name for name in files_below(taken.root) if not name.startswith(DIGESTS)] == []


class TestFiles:
    async def test_a_file_is_what_nginx_needs(self, store: DiskStore, tmp_path: Path) -> None:
        """Its ETag is made of mtime and size, and has to be equal on every host."""
        other = DiskStore(tmp_path / "other-host")
        await store.put(KEY, BLOB)
        await other.put(KEY, BLOB)
        for root in (store.root, other.root):
            found = (root / KEY).stat()
            assert (found.st_mtime_ns, found.st_size) == (LONG_AGO * 10**9, len(BLOB.data))
            assert found.st_mode & 0o444 == 0o444 & ~current_umask()
            assert found.st_nlink == 1
            assert (root / KEY).read_bytes() == BLOB.data
        assert files_below(store.root) == [f"{DIGESTS}/{KEY}", KEY]

    async def test_a_read_is_noted_and_leaves_the_mtime(self, store: DiskStore) -> None:
        await store.put(KEY, BLOB)
        file = store.root / KEY
        assert file.stat().st_atime > time.time() - 60  # a write is a read, however old the blob
        for read in (lambda: store.get(KEY), lambda: asyncio.to_thread(store.stat, KEY)):
            os.utime(file, (LONG_AGO, LONG_AGO))
            await read()
            assert file.stat().st_atime > time.time() - 60
            assert file.stat().st_mtime_ns == LONG_AGO * 10**9

    async def test_stat_tells_what_get_would(self, store: DiskStore) -> None:
        assert store.stat(KEY) is None
        await store.put(KEY, BLOB)
        assert store.stat(KEY) == (LONG_AGO, len(BLOB.data))
        await store.delete(KEY)
        assert store.stat(KEY) is None

    async def test_the_longest_address_fits(self, store: DiskStore) -> None:
        longest = longest_segment()
        key = Address("p" * 63, longest, (longest,) * MAX_EDITS).key
        assert max(len(name.encode()) for name in key.split("/")) <= 255
        await store.put(key, BLOB)
        assert await store.get(key) == BLOB
        assert await listed(store, "images/") == [key]

    async def test_only_what_was_added_counts_as_written(self, store: DiskStore) -> None:
        await asyncio.gather(*(store.put(KEY, Blob(bytes([i]) * 1000)) for i in range(RACERS)))
        assert store.written == 1000

    async def test_hidden_files_are_no_blobs(self, store: DiskStore) -> None:
        await store.put(KEY, BLOB)
        (store.root / KEY).with_name(f"{TEMPORARY}0").write_bytes(b"half")
        (store.root / ".probe-1").touch()
        assert await listed(store, "") == [KEY]

    async def test_a_digest_left_over_harms_nothing(self, store: DiskStore) -> None:
        await store.put(KEY, BLOB)
        (store.root / KEY).unlink()  # by hand, or never renamed
        assert await store.get(KEY) is None
        other = Blob(b"other", LONG_AGO)
        assert await store.put(KEY, other) == other
        assert await store.get(KEY) == other

    async def test_bytes_that_come_back_keep_their_date(self, store: DiskStore) -> None:
        blob = Blob(b"moved away and back")
        for _ in range(2):
            assert await store.put(KEY, blob) == blob
            await store.delete(KEY)

    async def test_what_is_removed_leaves_its_date_for_a_minute_and_its_name_nowhere(
        self, store: DiskStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = Blob(b"first")
        await store.put(KEY, first)
        await store.delete(KEY)
        (left,) = files_below(store.root)
        assert left == f"{DIGESTS}/{GONE}/{sha256_hex(KEY.encode())}"
        Eviction(store, 0).sweep()
        second = await store.put(KEY, Blob(b"other", first.modified))
        assert second.modified == first.modified + 1
        await store.delete(KEY)
        later = time.time() + YOUNG + 2
        monkeypatch.setattr(time, "time", lambda: later)
        Eviction(store, 0).sweep()
        assert files_below(store.root) == []

    @pytest.mark.parametrize("damage", [damage_by_truncation, damage_by_a_flipped_bit])
    async def test_what_is_named_by_its_digest_may_be_copied_without_it(
        self, store: DiskStore, damage: Callable[[Path], None]
    ) -> None:
        key = f"uploads/{sha256_hex(BLOB.data)}"
        copied = store.root / key
        copied.parent.mkdir(parents=True)
        copied.write_bytes(BLOB.data)
        held = await store.get(key)
        assert held
        assert held.data == BLOB.data
        damage(copied)
        assert await store.get(key) is None

    async def test_what_cannot_be_made_again_is_set_aside_when_it_is_damaged(self, root: Path) -> None:
        store = DiskStore(root, ("uploads/",))
        key = f"uploads/{sha256_hex(BLOB.data)}"
        for one in (key, KEY):
            await store.put(one, BLOB)
            damage_by_a_flipped_bit(root / one)
            assert await store.get(one) is None
        aside = f"uploads/{DAMAGED}{sha256_hex(BLOB.data)}"
        assert files_below(root) == [aside]
        assert len((root / aside).read_bytes()) == len(BLOB.data)
        assert await listed(store, "") == []
        assert await store.put(key, BLOB) == BLOB

    async def test_an_unreadable_disk_is_unavailable_not_empty(self, store: DiskStore) -> None:
        store.root.mkdir()
        (store.root / "images").symlink_to("images")  # to itself: an error that root gets too
        with pytest.raises(StoreUnavailable):
            await store.get(KEY)
        with pytest.raises(StoreUnavailable):
            await store.put(KEY, BLOB)
        with pytest.raises(StoreUnavailable):
            await store.delete(KEY)
        with pytest.raises(StoreUnavailable):
            await listed(store, "images/demo/")
        assert store.stat(KEY) is None

    async def test_a_file_that_cannot_be_opened_just_now_is_no_damage(
        self, store: DiskStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await store.put(KEY, BLOB)

        def refuse(*arguments: object) -> int:
            raise OSError(errno.EMFILE, "Too many open files")

        with monkeypatch.context() as patched, pytest.raises(StoreUnavailable):
            patched.setattr(os, "open", refuse)
            await store.get(KEY)
        assert await store.get(KEY) == BLOB

    async def test_a_link_to_a_good_file_is_as_good(self, store: DiskStore) -> None:
        await store.put(KEY, BLOB)
        path = store.root / KEY
        path.rename(store.root / "elsewhere")
        path.symlink_to(store.root / "elsewhere")
        assert await store.get(KEY) == BLOB
        await store.delete(KEY)
        assert (store.root / "elsewhere").read_bytes() == BLOB.data


def current_umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


class TestProcesses:
    def test_writers_in_several_processes_agree(self, root: Path) -> None:
        keys = [f"images/demo/{i}.png" for i in range(20)]
        with ExitStack() as exits:
            writers = [exits.enter_context(writer(root, seed, 20_000, 0, *keys)) for seed in range(WRITERS)]
            for process in writers:
                assert out_of(process).readline() == "ready\n"
            for process in writers:
                go(process)
            told = [out_of(process).read().split() for process in writers]
        held = [sha256_hex((root / key).read_bytes()) for key in keys]
        assert told == [held] * WRITERS
        assert len({sha256_hex((root / key).read_bytes()) for key in keys}) == len(keys)
        assert asyncio.run(all_verified(root, keys))
        assert files_below(root) == sorted(keys + [f"{DIGESTS}/{key}" for key in keys])

    async def test_a_writer_killed_halfway_leaves_nothing_to_be_seen(self, root: Path) -> None:
        with writer(root, 1, 1_000_000, 300_000, KEY) as process:
            assert await asyncio.to_thread(out_of(process).readline) == "ready\n"
            go(process)
            assert await asyncio.to_thread(process.wait) < 0  # by a signal
        (left,) = files_below(root)
        assert TEMPORARY in left
        assert (root / left).stat().st_size == 300_000
        store = DiskStore(root)
        assert await store.get(KEY) is None
        assert await listed(store, "") == []
        assert await store.put(KEY, BLOB) == BLOB
        assert await store.get(KEY) == BLOB


def writer(root: Path, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("writer.py")), str(root), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def out_of(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout
    return process.stdout


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


async def all_verified(root: Path, keys: list[str]) -> bool:
    return all([await DiskStore(root).get(key) for key in keys])


class TestReadOnlyDisk:
    async def test_hits_go_on_and_writes_say_why(self, small_disk: Path) -> None:
        store = DiskStore(small_disk)
        await store.put(KEY, BLOB)
        os.utime(small_disk / KEY, (LONG_AGO, LONG_AGO))  # a read that would have to be noted
        make_read_only(small_disk)
        assert await store.get(KEY) == BLOB
        assert store.stat(KEY) == (LONG_AGO, len(BLOB.data))
        assert await listed(store, "") == [KEY]
        for key in (KEY, "images/demo/new.png", "images/new-folder/new.png"):
            with pytest.raises(StoreUnavailable, match="read-only"):
                await store.put(key, Blob(b"new"))
        with pytest.raises(StoreUnavailable, match="read-only"):
            await store.delete(KEY)


class TestFullDisk:
    async def test_hits_go_on_and_writes_work_again_when_there_is_room(self, small_disk: Path) -> None:
        store = DiskStore(small_disk)
        kept: dict[str, Blob] = {}
        with pytest.raises(StoreUnavailable, match="disk is full") as caught:
            for i in range(100):
                key = f"images/demo/{i}.png"
                kept[key] = await store.put(key, Blob(os.urandom(150_000), LONG_AGO))
        assert caught.value.retry_after
        assert len(kept) > 3
        assert await listed(store, "") == sorted(kept)
        assert {key: await store.get(key) for key in kept} == kept
        assert [name for name in files_below(small_disk) if TEMPORARY in name] == []
        missed = f"images/demo/{len(kept)}.png"
        assert await store.get(missed) is None
        await store.delete("images/demo/0.png")
        assert await store.put(missed, BLOB) == BLOB
        assert await store.get(missed) == BLOB

    async def test_readiness_sees_it(self, small_disk: Path) -> None:
        """A file of no bytes fits on a full disk."""
        await writable(small_disk)
        filler = small_disk / "filler"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(b"x" * 2_000_000)
        (small_disk / "empty").touch()
        with pytest.raises(StoreUnavailable, match="No space"):
            await writable(small_disk)
        assert files_below(small_disk) == ["empty", "filler"]

    @pytest.mark.parametrize("pages_left", [0, 1])  # one for the blob and none for its digest
    async def test_whatever_does_not_fit(self, small_disk: Path, pages_left: int) -> None:
        store, page = DiskStore(small_disk), os.sysconf("SC_PAGESIZE")
        await store.put("images/demo/first.png", BLOB)
        filler = small_disk / "filler"
        with filler.open("wb") as file:
            file.truncate(1)
            os.posix_fallocate(file.fileno(), 0, os.statvfs(small_disk).f_bavail * page - pages_left * page)
        blob = Blob(os.urandom(page), LONG_AGO)
        with pytest.raises(StoreUnavailable, match="disk is full"):
            await store.put(KEY, blob)
        assert await store.get(KEY) is None
        assert not (small_disk / KEY).exists()
        assert [name for name in files_below(small_disk) if TEMPORARY in name] == []
        filler.unlink()
        assert await store.put(KEY, blob) == blob
        assert await store.get(KEY) == blob


async def test_the_folders_of_edits_go_with_the_last_of_them(tmp_path: Path) -> None:
    disk, other = DiskStore(tmp_path), f"{PARENT}@/d.png"
    for key in (PARENT, CHAIN, other):
        await disk.put(key, Blob(b"x", LONG_AGO))
    await disk.delete(CHAIN)
    assert await listed(disk, "") == [PARENT, other]
    await disk.delete(other)
    assert not chained_below(tmp_path)
    assert await disk.get(PARENT)
    assert await disk.put(CHAIN, BLOB) == BLOB


async def test_a_folder_that_goes_with_its_last_edit_is_made_again_for_who_writes_there(
    tmp_path: Path,
) -> None:
    disk = DiskStore(tmp_path)
    keys = [f"{PARENT}@/{number}.png" for number in range(8)]
    for _ in range(25):
        put, filled, *deleted = keys
        await asyncio.gather(
            disk.put(put, BLOB), disk.fill(filled, BlobStream.of(BLOB)), *map(disk.delete, deleted)
        )
        assert [await disk.get(put), await disk.get(filled)] == [BLOB, BLOB]
        await asyncio.gather(disk.delete(put), *(disk.put(key, BLOB) for key in deleted), disk.delete(filled))
        keys = [*deleted, put, filled]
