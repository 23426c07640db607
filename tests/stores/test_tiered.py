from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from imgorigin.errors import StoreUnavailable
from imgorigin.stores.base import Blob
from imgorigin.stores.disk import DiskStore
from imgorigin.stores.memory import MemoryStore
from imgorigin.stores.s3 import S3Store
from imgorigin.stores.tiered import TieredStore
from tests.contracts.s3 import S3Server
from tests.contracts.stores import KEY, LONG_AGO, RACERS, listed
from tests.stores.conftest import make_read_only
from tests.stores.proxy import Proxy

BLOB = Blob(b"x" * 10_000, LONG_AGO)
OTHER = Blob(b"other", LONG_AGO + 1)


@pytest.fixture
def store(tmp_path: Path) -> TieredStore:
    """One machine's."""
    return TieredStore(MemoryStore(1_000_000), DiskStore(tmp_path / "store"))


@pytest.fixture
def host(tmp_path: Path, s3: S3Store) -> TieredStore:
    """One host's of several."""
    return TieredStore(MemoryStore(1_000_000), DiskStore(tmp_path / "host"), s3)


@pytest.fixture
def other_host(tmp_path: Path, s3: S3Store) -> TieredStore:
    return TieredStore(MemoryStore(1_000_000), DiskStore(tmp_path / "other-host"), s3)


def _sizes(folder: Path) -> list[int]:
    """Of all files of pictures, finished or not."""
    return [path.stat().st_size for path in (folder / "images").rglob("*") if path.is_file()]


async def until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not happened():
            await asyncio.sleep(0.01)


async def tier_of(store: TieredStore, key: str) -> str | None:
    blob = await store.get(key)
    return blob.tier if blob else None


class TestReads:
    async def test_a_read_fills_the_faster_tiers(self, host: TieredStore, other_host: TieredStore) -> None:
        await host.put(KEY, BLOB)
        assert [await tier_of(other_host, KEY) for _ in range(2)] == ["s3", "memory"]
        other_host.memory.forget(KEY)
        assert other_host.peek(KEY) is None
        assert [await tier_of(other_host, KEY) for _ in range(2)] == ["disk", "memory"]
        assert other_host.peek(KEY) == BLOB

    async def test_a_read_from_s3_reaches_the_disk_as_it_comes(
        self, host: TieredStore, tmp_path: Path, proxy: Proxy, moto: S3Server, prefix: str
    ) -> None:
        large = Blob(os.urandom(4_000_000), LONG_AGO)
        await host.put(KEY, large)
        folder = tmp_path / "third" / "store"
        async with S3Store(moto.url(prefix, endpoint=proxy.endpoint), timeout=60) as s3:
            third = TieredStore(MemoryStore(1_000_000), DiskStore(folder), s3)
            proxy.stall(0.0, 0.0, 5.0)
            read = asyncio.create_task(third.get(KEY))
            await until(lambda: any(0 < size < len(large.data) for size in _sizes(folder)))
            assert third.stat(KEY) is None
            assert await read == large
            assert _sizes(folder) == [len(large.data)]

    async def test_a_herd_reads_from_s3_once(
        self, host: TieredStore, other_host: TieredStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await host.put(KEY, BLOB)
        assert other_host.s3
        stream = Mock(wraps=other_host.s3.stream)
        monkeypatch.setattr(other_host.s3, "stream", stream)
        assert await asyncio.gather(*(other_host.get(KEY) for _ in range(50))) == [BLOB] * 50
        stream.assert_called_once_with(KEY)

    async def test_a_read_that_breaks_off_leaves_nothing_behind(
        self, host: TieredStore, tmp_path: Path, proxy: Proxy, moto: S3Server, prefix: str
    ) -> None:
        await host.put(KEY, Blob(os.urandom(4_000_000), LONG_AGO))
        folder = tmp_path / "third" / "store"
        async with S3Store(moto.url(prefix, endpoint=proxy.endpoint), timeout=0.5) as s3:
            third = TieredStore(MemoryStore(1_000_000), DiskStore(folder), s3)
            proxy.freeze(after=1_000_000)
            with pytest.raises(StoreUnavailable):
                await third.get(KEY)
            assert _sizes(folder) == []

    async def test_every_host_has_the_same_file(self, host: TieredStore, other_host: TieredStore) -> None:
        await host.put(KEY, BLOB)
        await other_host.get(KEY)
        assert host.stat(KEY) == other_host.stat(KEY) == (LONG_AGO, len(BLOB.data))

    async def test_hosts_that_write_at_once_agree(self, host: TieredStore, other_host: TieredStore) -> None:
        blobs = [Blob(bytes([i]) * (100 + i), LONG_AGO + i) for i in range(RACERS)]
        held = await asyncio.gather(
            *(store.put(KEY, blob) for blob, store in zip(blobs, [host, other_host] * RACERS, strict=False))
        )
        assert len(set(held)) == 1
        for store in (host, other_host):
            assert [store.peek(KEY), await store.disk.get(KEY)] == [held[0]] * 2

    async def test_a_small_memory_stays_small(self, tmp_path: Path) -> None:
        store = TieredStore(MemoryStore(100_000), DiskStore(tmp_path))
        for i in range(20):
            await store.put(f"{i}", Blob(BLOB.data, LONG_AGO))
            assert store.memory.bytes_used <= 100_000
        assert [await tier_of(store, "19"), await tier_of(store, "0")] == ["memory", "disk"]


class TestPurges:
    async def test_a_purge_by_another_process_is_seen_at_once(self, store: TieredStore) -> None:
        other_process = DiskStore(store.disk.root)
        await store.put(KEY, BLOB)
        assert store.peek(KEY) == BLOB
        await other_process.delete(KEY)
        assert store.peek(KEY) is None
        assert await store.get(KEY) is None

    async def test_so_is_what_it_puts_there_instead(self, store: TieredStore) -> None:
        other_process = DiskStore(store.disk.root)
        for instead in (OTHER, Blob(b"of the same second", BLOB.modified)):
            await store.put(KEY, BLOB)
            assert store.peek(KEY) == BLOB
            await other_process.delete(KEY)
            await other_process.put(KEY, instead)
            assert await store.get(KEY) == instead == store.peek(KEY)
            await store.delete(KEY)

    async def test_a_write_after_such_a_purge_is_seen(self, store: TieredStore) -> None:
        await store.put(KEY, BLOB)
        await DiskStore(store.disk.root).delete(KEY)
        await store.put(KEY, OTHER)
        assert store.peek(KEY) == OTHER

    async def test_s3_decides_even_against_what_a_disk_kept_from_before_a_purge(
        self, host: TieredStore, other_host: TieredStore
    ) -> None:
        await host.put(KEY, BLOB)
        await other_host.delete(KEY)
        await other_host.put(KEY, OTHER)
        assert await host.put(KEY, Blob(b"third")) == OTHER
        assert [host.peek(KEY), await host.disk.get(KEY)] == [OTHER, OTHER]


class TestDamage:
    async def test_a_damaged_file_is_fetched_again(self, host: TieredStore) -> None:
        await host.put(KEY, BLOB)
        host.memory.forget(KEY)
        (host.disk.root / KEY).write_bytes(b"torn")
        assert [await tier_of(host, KEY), await tier_of(host, KEY)] == ["s3", "memory"]
        assert await host.disk.get(KEY) == BLOB


class TestDiskThatFails:
    @pytest.fixture
    def broken(self, tmp_path: Path, s3: S3Store) -> TieredStore:
        """`images` is a link to itself: an error that root gets too."""
        (tmp_path / "broken").mkdir()
        (tmp_path / "broken/images").symlink_to("images")
        return TieredStore(MemoryStore(1_000_000), DiskStore(tmp_path / "broken"), s3)

    async def test_with_s3_it_costs_only_time(self, broken: TieredStore) -> None:
        assert await broken.get(KEY) is None
        assert await broken.put(KEY, BLOB) == BLOB
        assert await broken.put(KEY, OTHER) == BLOB
        assert [await tier_of(broken, KEY) for _ in range(2)] == ["s3", "s3"]
        assert await listed(broken, "") == [KEY]

    async def test_without_s3_it_is_unavailable(self, broken: TieredStore) -> None:
        alone = TieredStore(MemoryStore(1_000_000), broken.disk)
        with pytest.raises(StoreUnavailable):
            await alone.get(KEY)
        with pytest.raises(StoreUnavailable):
            await alone.put(KEY, BLOB)
        assert alone.peek(KEY) is None

    async def test_a_purge_that_the_disk_does_not_take_part_in_is_reported(self, broken: TieredStore) -> None:
        await broken.put(KEY, BLOB)
        with pytest.raises(StoreUnavailable):
            await broken.delete(KEY)

    async def test_a_full_disk(self, small_disk: Path, s3: S3Store) -> None:
        store = TieredStore(MemoryStore(10_000_000), DiskStore(small_disk), s3)
        blobs = {f"images/demo/{i}.png": Blob(bytes([i]) * 300_000, LONG_AGO) for i in range(5)}
        for key, blob in blobs.items():
            assert await store.put(key, blob) == blob
        assert len(await listed(store.disk, "")) == 3
        assert {key: await store.get(key) for key in blobs} == blobs
        assert await tier_of(store, "images/demo/4.png") == "s3"
        await store.delete("images/demo/0.png")
        assert [await tier_of(store, "images/demo/4.png") for _ in range(2)] == ["s3", "memory"]

    async def test_a_read_only_disk(self, small_disk: Path, s3: S3Store) -> None:
        store = TieredStore(MemoryStore(10_000_000), DiskStore(small_disk), s3)
        await store.put(KEY, BLOB)
        make_read_only(small_disk)
        assert await store.put("images/demo/new.png", OTHER) == OTHER
        assert await tier_of(store, "images/demo/new.png") == "s3"
        assert await tier_of(store, KEY) == "memory"


class TestS3ThatFails:
    async def test_what_lies_on_the_disk_is_served_all_the_same(
        self, moto: S3Server, proxy: Proxy, prefix: str, tmp_path: Path
    ) -> None:
        url = moto.url(prefix, endpoint=proxy.endpoint)
        async with S3Store(url, timeout=60) as s3:
            store = TieredStore(MemoryStore(1_000_000), DiskStore(tmp_path), s3)
            await store.put(KEY, BLOB)
            await proxy.refuse()
            assert await tier_of(store, KEY) == "memory"
            store.memory.forget(KEY)
            assert await tier_of(store, KEY) == "disk"
            for attempt in (store.get("new"), store.put("new", OTHER), store.delete(KEY), listed(store, "")):
                with pytest.raises(StoreUnavailable):
                    await attempt
            assert await store.disk.get("new") is None  # nobody knows whether it is the first
            assert store.peek(KEY) == BLOB

    async def test_close_closes_every_tier(self, moto: S3Server, prefix: str, tmp_path: Path) -> None:
        s3 = await S3Store(moto.url(prefix), timeout=60).__aenter__()
        store = TieredStore(MemoryStore(1_000_000), DiskStore(tmp_path), s3)
        await store.put(KEY, BLOB)
        await store.close()
        await store.close()
        assert store.memory.bytes_used == 0
