"""Requests by the day and the month."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.usage import Amounts, Usage
from imgorigin.errors import CatalogUnavailable, TooManyRequests
from imgorigin.plans import UNLIMITED, Plan
from imgorigin.quotas import Quotas


class Clock:
    at = datetime(2026, 1, 31, 22, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
async def catalog(tmp_path: Path) -> AsyncIterator[Catalog]:
    catalog = Catalog.open("", tmp_path)
    await catalog.start()
    yield catalog
    await catalog.close()


async def test_a_day_and_a_month_have_so_many_requests(catalog: Catalog) -> None:
    clock, plan = Clock(), Plan(name="free", requests_per_day=2, requests_per_month=3)
    quotas = Quotas(catalog.usage, clock=clock)
    await quotas.take(1, plan)
    await quotas.take(1, plan)
    with pytest.raises(TooManyRequests, match="The plan Free allows 2 requests a day") as raised:
        await quotas.take(1, plan)
    assert raised.value.retry_after == 2 * 3600
    await quotas.take(2, plan)
    assert await quotas.used(1) == await Quotas(catalog.usage, clock=clock).used(1)
    used = await quotas.used(1)
    assert (used.today, used.month) == (Amounts(requests=2), Amounts(requests=2))
    clock.at += timedelta(days=1)
    assert (await quotas.used(1)).month == Amounts()


async def test_what_the_month_has_left_holds_on_a_new_day(catalog: Catalog) -> None:
    clock, plan = Clock(), Plan(name="free", requests_per_day=2, requests_per_month=3)
    clock.at -= timedelta(days=7)
    quotas = Quotas(catalog.usage, clock=clock)
    await quotas.take(1, plan)
    await quotas.take(1, plan)
    clock.at += timedelta(days=1)
    await quotas.take(1, plan)
    with pytest.raises(TooManyRequests, match="3 requests a month"):
        await quotas.take(1, plan)
    assert (await quotas.used(1)).today == Amounts(requests=1)


async def test_without_a_bound_they_are_counted(catalog: Catalog) -> None:
    quotas = Quotas(catalog.usage)
    for _ in range(3):
        await quotas.take(1, UNLIMITED)
    assert (await quotas.used(1)).month.requests == 3


async def test_what_was_counted_without_a_bound_is_told_and_counts_once_there_is_one(
    catalog: Catalog,
) -> None:
    quotas, others = Quotas(catalog.usage), Quotas(catalog.usage)
    await quotas.take(1, UNLIMITED)
    assert (await others.used(1)).month.requests == 0
    await quotas.flush()
    assert (await others.used(1)).month.requests == 1
    await quotas.take(1, UNLIMITED)
    with pytest.raises(TooManyRequests, match="2 requests a day"):
        await quotas.take(1, Plan(name="free", requests_per_day=2))


async def test_what_the_catalog_cannot_be_told_now_it_is_told_later(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotas = Quotas(catalog.usage)
    await quotas.take(1, UNLIMITED)

    async def down(*_: object) -> None:
        raise CatalogUnavailable("It is down.")

    with monkeypatch.context() as patched:
        patched.setattr(Usage, "add_each", down)
        await quotas.flush()
    await quotas.take(1, UNLIMITED)
    assert (await quotas.used(1)).today.requests == 2
