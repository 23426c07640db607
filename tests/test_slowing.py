"""Wrong keys wait longer each time, few at once; time and sleep are the tests' own."""

from __future__ import annotations

import asyncio

import pytest

from imgorigin.errors import TooManyRequests
from imgorigin.slowing import CLIENTS, FORGOTTEN_AFTER, LONGEST, WAITING, WAITING_EACH, Slowing


class Time:
    """Seconds that pass when told to; sleepers note how long they would sleep, until they are woken."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []
        self.woken = asyncio.Event()
        self.woken.set()

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self.woken.wait()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def slowing(time: Time) -> Slowing:
    return Slowing(time.sleep, time)


async def test_each_wrong_key_waits_longer_up_to_a_bound(slowing: Slowing, time: Time) -> None:
    for _ in range(40):
        await slowing.wrong("192.0.2.1")
    assert time.slept[:6] == [0.25, 0.5, 1, 2, 4, 8]
    assert set(time.slept[6:]) == {LONGEST}


async def test_neighbours_of_a_network_count_as_one_and_others_do_not(slowing: Slowing, time: Time) -> None:
    for client in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1", "192.0.2.1", "192.0.2.2"):
        await slowing.wrong(client)
    assert time.slept == [0.25, 0.5, 0.25, 0.25, 0.25]


async def test_it_is_forgotten_after_a_while_without_one(slowing: Slowing, time: Time) -> None:
    for _ in range(3):
        await slowing.wrong("192.0.2.1")
        time.seconds += FORGOTTEN_AFTER - 1
    time.seconds += 1
    await slowing.wrong("192.0.2.1")
    assert time.slept == [0.25, 0.5, 1, 0.25]


async def waiting(slowing: Slowing, time: Time, clients: list[str]) -> list[asyncio.Task[None]]:
    time.woken.clear()
    tasks = [asyncio.create_task(slowing.wrong(client)) for client in clients]
    await asyncio.sleep(0)
    return tasks


async def test_only_so_many_answers_of_a_client_wait(slowing: Slowing, time: Time) -> None:
    tasks = await waiting(slowing, time, ["192.0.2.1"] * WAITING_EACH)
    with pytest.raises(TooManyRequests) as refused:
        slowing.check("192.0.2.1")
    assert refused.value.retry_after == 2
    with pytest.raises(TooManyRequests):
        await slowing.wrong("192.0.2.1")
    slowing.check("192.0.2.2")
    time.woken.set()
    await asyncio.gather(*tasks)
    slowing.check("192.0.2.1")


async def test_only_so_many_answers_wait_at_all_and_strangers_are_heard(slowing: Slowing, time: Time) -> None:
    tasks = await waiting(slowing, time, [f"192.0.2.{number}" for number in range(WAITING)])
    assert len(time.slept) == WAITING
    with pytest.raises(TooManyRequests):
        slowing.check("192.0.2.1")
    slowing.check("198.51.100.1")
    with pytest.raises(TooManyRequests):
        await slowing.wrong("198.51.100.1")
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    slowing.check("192.0.2.1")


async def test_memory_is_bounded(slowing: Slowing) -> None:
    for number in range(CLIENTS + 100):
        await slowing.wrong(f"client {number}")
    assert len(slowing._tallies) == CLIENTS
