from __future__ import annotations

import asyncio

import pytest

from imgorigin.errors import StoreUnavailable
from imgorigin.stores.breaker import Breaker
from tests.stores.clock import Clock


def call(breaker: Breaker, outcome: Exception | None = None) -> None:
    with breaker.guard(OSError):
        if outcome:
            raise outcome


def fail(breaker: Breaker) -> None:
    with pytest.raises(OSError, match="down"):
        call(breaker, OSError("down"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(retry_after=2.0, clock=clock)


def test_after_a_failure_calls_are_refused_until_a_trial_succeeds(breaker: Breaker, clock: Clock) -> None:
    call(breaker)
    fail(breaker)
    clock.now += 1.9
    with pytest.raises(StoreUnavailable):
        call(breaker)
    clock.now += 0.1
    fail(breaker)  # the trial
    clock.now += 1.9
    with pytest.raises(StoreUnavailable):
        call(breaker)
    clock.now += 0.1
    call(breaker)
    call(breaker)


def test_one_trial_at_a_time(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += 2
    with breaker.guard(OSError):
        clock.now += 100
        with pytest.raises(StoreUnavailable):
            call(breaker)
    call(breaker)


def test_a_call_from_before_that_fails_late_admits_no_second_trial(breaker: Breaker, clock: Clock) -> None:
    late = breaker.guard(OSError)
    late.__enter__()
    fail(breaker)
    clock.now += 2
    with breaker.guard(OSError):  # the trial
        late.__exit__(OSError, OSError("late"), None)
        clock.now += 2
        with pytest.raises(StoreUnavailable):
            call(breaker)


def test_a_server_that_says_no_is_up(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += 2
    with pytest.raises(LookupError):
        call(breaker, LookupError("no"))
    with breaker.guard(OSError):  # two at once: neither is a trial
        call(breaker)


def test_a_trial_that_is_cancelled_makes_room_for_the_next(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += 2
    with pytest.raises(asyncio.CancelledError), breaker.guard(OSError):
        raise asyncio.CancelledError
    with breaker.guard(OSError), pytest.raises(StoreUnavailable):
        call(breaker)
