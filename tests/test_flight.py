from __future__ import annotations

import asyncio

import pytest

from imgorigin.flight import Flights, finished


class Maker:
    """Makes "done" when the gate opens, and counts."""

    def __init__(self) -> None:
        self.made = 0
        self.gate = asyncio.Event()

    async def __call__(self) -> str:
        self.made += 1
        await self.gate.wait()
        return "done"


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_any_number_of_callers_get_one_result() -> None:
    flights, make = Flights[str]("test"), Maker()
    callers = [asyncio.create_task(flights.join("a", make)) for _ in range(1000)]
    await _settle()
    assert "a" in flights
    make.gate.set()
    assert await asyncio.gather(*callers) == ["done"] * 1000
    assert make.made == 1
    assert len(flights) == 0


async def test_keys_fly_apart() -> None:
    flights, make = Flights[str]("test"), Maker()
    make.gate.set()
    await asyncio.gather(flights.join("a", make), flights.join("b", make))
    assert make.made == 2


async def test_callers_that_hang_up_harm_nobody_and_the_work_is_finished() -> None:
    flights, make = Flights[str]("test"), Maker()
    callers = [asyncio.create_task(flights.join("a", make)) for _ in range(4)]
    await _settle()
    for caller in callers[:3]:  # the one that started it among them
        caller.cancel()
    await _settle()
    make.gate.set()
    assert await callers[3] == "done"
    assert all(caller.cancelled() for caller in callers[:3])
    assert make.made == 1


async def test_a_flight_without_any_caller_left_lands_all_the_same() -> None:
    flights, make = Flights[str]("test"), Maker()
    caller = asyncio.create_task(flights.join("a", make))
    await _settle()
    caller.cancel()
    make.gate.set()
    await flights.drain()
    assert len(flights) == 0


async def test_a_failure_is_everyones_and_is_not_kept() -> None:
    flights, make = Flights[str]("test"), Maker()

    async def fail() -> str:
        await make()
        raise ValueError("no")

    callers = [asyncio.create_task(flights.join("a", fail)) for _ in range(3)]
    await _settle()
    callers[0].cancel()
    make.gate.set()
    for caller in callers[1:]:
        with pytest.raises(ValueError, match="no"):
            await caller
    assert await flights.join("a", make) == "done"


async def test_a_failure_that_nobody_waits_for_makes_no_noise(caplog: pytest.LogCaptureFixture) -> None:
    flights = Flights[str]("test")

    async def fail() -> str:
        raise ValueError("no")

    caller = asyncio.create_task(flights.join("a", fail))
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    await flights.drain()
    assert not caplog.records


async def test_a_flight_that_ends_unwanted_ends_with_its_last_caller() -> None:
    flights, make = Flights[str]("test", ends_unwanted=True), Maker()
    callers = [asyncio.create_task(flights.join("a", make)) for _ in range(3)]
    await _settle()
    for caller in callers[:2]:
        caller.cancel()
    await _settle()
    assert "a" in flights
    callers[2].cancel()
    await _settle()
    assert "a" not in flights
    await flights.drain()
    make.gate.set()
    assert await flights.join("a", make) == "done"
    assert make.made == 2


async def test_who_comes_while_a_flight_is_being_ended_gets_another() -> None:
    flights, make = Flights[str]("test", ends_unwanted=True), Maker()
    ending = asyncio.Event()

    async def stubborn() -> str:
        try:
            return await make()
        except asyncio.CancelledError:
            await ending.wait()
            raise

    first = asyncio.create_task(flights.join("a", stubborn))
    await _settle()
    first.cancel()
    await _settle()
    second = asyncio.create_task(flights.join("a", make))
    make.gate.set()
    assert await second == "done"
    ending.set()
    await flights.drain()


async def test_what_is_to_be_finished_is_finished_before_its_caller_is_cancelled() -> None:
    make = Maker()
    caller = asyncio.create_task(finished(make()))
    await _settle()
    caller.cancel()
    await _settle()
    assert not caller.done()
    make.gate.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
