"""What every store does, alone or as one of several tiers.

A test module derives a class from StoreContract and gives it a fixture `store`.
"""

from __future__ import annotations

import asyncio
import os
import random
import time

import pytest

from imgorigin.address import MAX_WORDS_BYTES, Address, Segment, Size
from imgorigin.stores.base import Blob, Store

KEY = "images/demo/red-fox_400x300.png"
PARENT = "images/demo/a_8x8.png"
CHAIN = "images/demo/a_8x8.png@/b.png@/c_4x4.jpg"
LONG_AGO = 1_000_000_001
RACERS = 12

ODD_KEYS = [
    "images/demo/🦊🏽-im-schnee_16x16@3x.webp",
    "images/demo/красная-лиса_16x16.avif",
    "images/demo/赤い狐_16x16.png",
    "images/demo/éte\N{COMBINING ACUTE ACCENT}_16x16.png",
    "images/a-b_c/x.png",
    CHAIN,
]


def longest_segment() -> Segment:
    return Segment("🦊" * (MAX_WORDS_BYTES // 4), "webp", Size(999_999_999, 999_999_999), density=3)


async def listed(store: Store, prefix: str) -> list[str]:
    return sorted([key async for key in store.keys(prefix)])


class StoreContract:
    async def test_nothing_is_there_at_first(self, store: Store) -> None:
        assert await store.get(KEY) is None
        assert await listed(store, "images/") == []

    async def test_what_was_put_is_there(self, store: Store) -> None:
        data = os.urandom(100_000)
        put = await store.put(KEY, Blob(data, LONG_AGO))
        assert (put.data, put.modified) == (data, LONG_AGO)
        for _ in range(2):  # the second from a faster tier, where there is one
            got = await store.get(KEY)
            assert got is not None
            assert (got.data, got.modified) == (data, LONG_AGO)
            assert got.tier

    async def test_a_blob_is_made_now_unless_it_says_otherwise(self, store: Store) -> None:
        blob = Blob(b"now")
        await store.put(KEY, blob)
        assert await store.get(KEY) == blob

    async def test_the_first_writer_wins(self, store: Store) -> None:
        first = await store.put(KEY, Blob(b"first", LONG_AGO))
        second = await store.put(KEY, Blob(b"second", LONG_AGO + 1))
        assert first == second == await store.get(KEY) == Blob(b"first", LONG_AGO)

    async def test_one_of_many_writers_at_once_wins(self, store: Store) -> None:
        blobs = [Blob(bytes([i]) * (1000 + i), LONG_AGO + i) for i in range(RACERS)]
        held = await asyncio.gather(*(store.put(KEY, blob) for blob in blobs))
        winner = await store.get(KEY)
        assert winner in blobs
        assert held == [winner] * RACERS

    async def test_readers_see_all_or_nothing_while_it_is_written(self, store: Store) -> None:
        blob = Blob(os.urandom(2_000_000), LONG_AGO)
        *seen, _ = await asyncio.gather(*(store.get(KEY) for _ in range(RACERS)), store.put(KEY, blob))
        assert all(got in (None, blob) for got in seen)
        assert await store.get(KEY) == blob

    async def test_what_was_deleted_is_gone(self, store: Store) -> None:
        await store.put(KEY, Blob(b"old", LONG_AGO))
        await store.get(KEY)
        await store.delete(KEY)
        assert await store.get(KEY) is None
        assert await listed(store, "images/") == []
        again = Blob(b"new", LONG_AGO + 1)
        assert await store.put(KEY, again) == again
        assert await store.get(KEY) == again

    async def test_nothing_can_be_deleted(self, store: Store) -> None:
        await store.delete(KEY)
        await store.delete(CHAIN)

    async def test_keys_are_listed_by_prefix(self, store: Store) -> None:
        keys = [f"images/demo/{word}_{i}x8.png" for word in ("fox", "foxes") for i in range(4)]
        others = ["images/demo2/fox_0x8.png", "masters/fox", CHAIN]
        for key in (*keys, *others):  # more than the stores under test give on one page
            await store.put(key, Blob(key.encode(), LONG_AGO))
        assert await listed(store, "") == sorted(keys + others)
        assert await listed(store, "images/demo/") == sorted([*keys, CHAIN])
        assert await listed(store, "images/demo/fox") == sorted(keys)
        assert await listed(store, "images/demo/fox_") == sorted(keys[:4])
        assert await listed(store, keys[0]) == keys[:1]
        assert await listed(store, f"{PARENT}@/") == [CHAIN]
        assert await listed(store, "images/nobody/") == []
        assert await listed(store, f"{keys[0]}/") == []
        now = int(time.time())
        await store.put("images/demo/owl.png", Blob(b"owl", now))
        assert "images/demo/owl.png" in {key async for key in store.keys("images/", now - 5)}
        assert [key async for key in store.keys("images/", now + 1_000)] == []

    @pytest.mark.parametrize("key", ODD_KEYS)
    async def test_keys_of_any_script(self, store: Store, key: str) -> None:
        blob = Blob(key.encode(), LONG_AGO)
        assert await store.put(key, blob) == blob
        assert await store.get(key) == blob
        assert await listed(store, key[: len(key) // 2]) == [key]
        await store.delete(key)
        assert await store.get(key) is None

    async def test_an_edit_lies_beside_its_source(self, store: Store) -> None:
        source, edit = Blob(b"source", LONG_AGO), Blob(b"edit", LONG_AGO)
        await store.put(CHAIN, edit)
        assert await store.get(PARENT) is None
        await store.put(PARENT, source)
        assert [await store.get(PARENT), await store.get(CHAIN)] == [source, edit]
        await store.delete(PARENT)
        assert [await store.get(PARENT), await store.get(CHAIN)] == [None, edit]

    async def test_the_longest_names_of_files_and_folders(self, store: Store) -> None:
        key = Address("p" * 63, longest_segment(), (longest_segment(),)).key
        blob = Blob(b"long", LONG_AGO)
        await store.put(key, blob)
        assert await store.get(key) == blob
        assert await listed(store, "") == [key]

    async def test_an_empty_blob(self, store: Store) -> None:
        blob = Blob(b"", LONG_AGO)
        assert await store.put(KEY, blob) == blob
        assert await store.get(KEY) == blob
        assert await store.put(KEY, Blob(b"second", LONG_AGO)) == blob

    async def test_a_large_blob(self, store: Store) -> None:
        blob = Blob(os.urandom(20_000_000), LONG_AGO)
        await store.put(KEY, blob)
        assert await store.get(KEY) == blob

    @pytest.mark.parametrize("seed", range(5))
    async def test_it_is_a_dictionary_that_keeps_its_first_values(self, store: Store, seed: int) -> None:
        chance, model = random.Random(seed), dict[str, Blob]()
        for number in range(20):
            key = f"images/demo/{chance.randrange(3)}.png"
            match chance.choice("put get delete".split()):
                case "put":
                    blob = Blob(str(number).encode(), LONG_AGO + number)
                    assert await store.put(key, blob) == model.setdefault(key, blob)
                case "get":
                    assert await store.get(key) == model.get(key)
                case _:
                    await store.delete(key)
                    model.pop(key, None)
        assert await listed(store, "") == sorted(model)


class LastingContract(StoreContract):
    """Of those that outlive a process."""

    async def test_what_follows_a_deleted_blob_is_of_a_later_second(self, store: Store) -> None:
        seconds = []
        for data in (b"old", b"new", b"odd"):  # of one size: of one second, their ETags would be the same
            held = await store.put(KEY, Blob(data))
            assert held.data == data
            assert await store.get(KEY) == held
            seconds.append(held.modified)
            for _ in range(2):
                await store.delete(KEY)
        assert sorted(set(seconds)) == seconds
