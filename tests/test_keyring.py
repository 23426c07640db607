"""Secrets to keys, over a catalog that counts how often it is asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.keys import Key
from imgorigin.errors import CatalogUnavailable, TooManyRequests, Unauthorized
from imgorigin.keyring import FRESH, LOOKUPS, Keyring
from tests.callers import NOW, key

GOOD: Final = "imgorigin_good"
CLIENT: Final = "192.0.2.1"


class Table:
    """Keys by secret, with a count of the questions; `gate` holds the answers back."""

    def __init__(self, **keys: Key) -> None:
        self.keys = keys
        self.asked = 0
        self.at_once = self.most_at_once = 0
        self.told: list[Mapping[str, datetime]] = []
        self.is_down = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def of_secret(self, secret: str) -> Key | None:
        self.asked += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await self.gate.wait()
        self.at_once -= 1
        if self.is_down:
            raise CatalogUnavailable
        return self.keys.get(secret)

    async def used(self, times: Mapping[str, datetime]) -> None:
        if self.is_down:
            raise CatalogUnavailable
        self.told.append(times)


class World:
    """A keyring, and the time it lives in."""

    def __init__(self, **keys: Key) -> None:
        self.table = Table(**keys)
        self.seconds = 0.0
        self.slept: list[float] = []
        self.is_asleep = asyncio.Event()
        self.is_asleep.set()
        self.ring = Keyring(self.table, clock=lambda: self.seconds, now=self.now, sleep=self.sleep)

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self.is_asleep.wait()


@pytest.fixture
def world() -> World:
    return World(imgorigin_good=key(), imgorigin_ends=key(id="k2", expires=NOW + timedelta(seconds=1)))


async def test_a_good_key_is_looked_up_once_in_a_while(world: World) -> None:
    for _ in range(3):
        assert await world.ring.key_of(GOOD, CLIENT) == key()
    assert world.table.asked == 1
    world.seconds += FRESH
    await world.ring.key_of(GOOD, CLIENT)
    assert world.table.asked == 2
    assert world.slept == []


async def test_a_herd_with_one_key_asks_once(world: World) -> None:
    found = await asyncio.gather(*(world.ring.key_of(GOOD, CLIENT) for _ in range(50)))
    assert set(found) == {key()}
    assert world.table.asked == 1


async def test_a_revoked_key_is_good_for_moments_and_no_longer(world: World) -> None:
    await world.ring.key_of(GOOD, CLIENT)
    world.table.keys[GOOD] = key(revoked=NOW)
    await world.ring.key_of(GOOD, CLIENT)
    world.seconds += FRESH
    with pytest.raises(Unauthorized, match=r"The key imgorigin_abcdef\.\.\. was revoked on 2026-11-21\."):
        await world.ring.key_of(GOOD, CLIENT)


async def test_a_key_expires_while_it_is_remembered(world: World) -> None:
    await world.ring.key_of("imgorigin_ends", CLIENT)
    world.seconds += 1
    with pytest.raises(Unauthorized, match=r"expired on 2026-11-21\. `imgorigin keys create`"):
        await world.ring.key_of("imgorigin_ends", CLIENT)


@pytest.mark.parametrize(
    "secret", ["imgorigin_bad", "imgorigin_goo", "imgorigin_good ", "é", "\udcff", "x" * 10**6]
)
async def test_a_wrong_key_waits_and_says_nothing(world: World, secret: str) -> None:
    with pytest.raises(Unauthorized) as refused:
        await world.ring.key_of(secret, CLIENT)
    assert refused.value.detail == "The provided API key is invalid or has been revoked."
    assert world.slept == [0.25]


async def test_wrong_keys_are_never_remembered(world: World) -> None:
    for _ in range(2):
        with pytest.raises(Unauthorized):
            await world.ring.key_of("imgorigin_new", CLIENT)
    world.table.keys["imgorigin_new"] = key()
    assert await world.ring.key_of("imgorigin_new", CLIENT) == key()
    assert world.slept == [0.25, 0.5]


async def test_a_key_that_was_good_is_not_slowed_by_wrong_ones_of_its_neighbours(world: World) -> None:
    await world.ring.key_of(GOOD, CLIENT)
    world.is_asleep.clear()
    guesses = [asyncio.create_task(world.ring.key_of(f"wrong {number}", CLIENT)) for number in range(40)]
    while len(world.slept) < 4:
        await asyncio.sleep(0)
    world.seconds += FRESH
    assert await world.ring.key_of(GOOD, CLIENT) == key()
    asked = world.table.asked
    with pytest.raises(TooManyRequests):
        await world.ring.key_of("wrong again", CLIENT)
    assert world.table.asked == asked
    world.is_asleep.set()
    refused = await asyncio.gather(*guesses, return_exceptions=True)
    assert {type(error) for error in refused} == {Unauthorized, TooManyRequests}
    assert sum(isinstance(error, Unauthorized) for error in refused) == 4


async def test_a_flood_of_wrong_keys_leaves_the_catalog_to_others(world: World) -> None:
    await world.ring.key_of(GOOD, CLIENT)
    world.table.gate.clear()
    flood = [
        asyncio.create_task(world.ring.key_of(f"wrong {number}", f"10.0.{number}.1")) for number in range(400)
    ]
    for _ in range(3):
        await asyncio.sleep(0)
    world.seconds += FRESH
    known = asyncio.create_task(world.ring.key_of(GOOD, CLIENT))
    await asyncio.sleep(0)
    world.table.gate.set()
    assert await known == key()
    refused = await asyncio.gather(*flood, return_exceptions=True)
    assert world.table.most_at_once <= LOOKUPS + 1
    assert sum(isinstance(error, TooManyRequests) for error in refused) >= 400 - 256


async def test_uses_are_told_by_the_batch_and_kept_while_the_catalog_is_down(world: World) -> None:
    await world.ring.key_of(GOOD, CLIENT)
    world.seconds += 1
    await world.ring.key_of(GOOD, CLIENT)
    world.table.is_down = True
    await world.ring.flush()
    assert world.table.told == []
    world.table.is_down = False
    await world.ring.flush()
    await world.ring.flush()
    assert world.table.told == [{"k1": NOW + timedelta(seconds=1)}, {}]


async def test_with_the_catalog_down_a_key_is_neither_good_nor_wrong(world: World) -> None:
    world.table.is_down = True
    with pytest.raises(CatalogUnavailable):
        await world.ring.key_of(GOOD, CLIENT)
    assert world.slept == []


@pytest.fixture
async def catalog(tmp_path: Path) -> AsyncIterator[Catalog]:
    catalog = Catalog.open("", tmp_path)
    await catalog.start()
    yield catalog
    await catalog.close()


async def test_over_a_real_catalog(catalog: Catalog) -> None:
    account = await catalog.accounts.ensure()
    made, secret = await catalog.keys.create(account.id, "ci", "paint")
    ring = Keyring(catalog.keys)
    assert await ring.key_of(secret, CLIENT) == made
    before = datetime.now(UTC)
    await ring.flush()
    (listed,) = await catalog.keys.all(account.id)
    assert listed.last_used is not None
    assert listed.last_used <= before
