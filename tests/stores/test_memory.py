from __future__ import annotations

import gc
import tracemalloc

import pytest

from imgorigin.address import MAX_EDITS, Address
from imgorigin.stores.base import Blob
from imgorigin.stores.memory import LARGEST_SHARE, OVERHEAD, MemoryStore
from tests.contracts.stores import listed, longest_segment


async def test_the_least_recently_used_goes_first() -> None:
    store = MemoryStore(100_000)
    for i in range(8):
        await store.put(f"{i}", Blob(b"x" * 11_000))
    await store.get("0")
    await store.put("8", Blob(b"x" * 11_000))
    assert await listed(store, "") == ["0", "2", "3", "4", "5", "6", "7", "8"]


async def test_the_bound_holds_and_what_is_forgotten_makes_room() -> None:
    store = MemoryStore(100_000)
    for i in range(100):
        await store.put(f"{i}", Blob(b"x" * (i * 97 % 12_000)))
        assert store.bytes_used <= 100_000
    before = store.bytes_used
    await store.delete("99")
    assert store.bytes_used < before
    await store.close()
    assert store.bytes_used == 0
    assert store.peek("98") is None


async def test_a_blob_that_would_push_out_everything_is_not_kept() -> None:
    store = MemoryStore(100_000)
    await store.put("small", Blob(b"x"))
    large = Blob(b"x" * (100_000 // LARGEST_SHARE))
    assert await store.put("large", large) is large
    assert await listed(store, "") == ["small"]


async def test_no_memory_at_all() -> None:
    store = MemoryStore(0)
    await store.put("empty", Blob(b""))
    assert await store.get("empty") is None


@pytest.mark.parametrize("count", [1_400, 5_500, 11_000])  # dictionaries just grown are the emptiest
@pytest.mark.parametrize(
    "name",
    ["a" * 30, "🦊" + "a" * 120, Address("demo", longest_segment(), (longest_segment(),) * MAX_EDITS).key],
)
def test_the_bound_is_of_real_memory(count: int, name: str) -> None:
    gc.collect()
    tracemalloc.start()
    try:
        store = MemoryStore(1 << 40)
        for i in range(count):
            store.keep(f"{name}{i:05}", Blob(bytes(64), 1_700_000_000 + i, "disk"))
        gc.collect()
        used, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert store.bytes_used - count * OVERHEAD * 0.4 < used <= store.bytes_used
