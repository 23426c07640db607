from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from imgorigin.budgets import Budgets, minute_of, month_of
from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.catalog.usage import Amounts
from imgorigin.errors import CatalogUnavailable, TooManyRequests
from imgorigin.plans import UNLIMITED, Plan

VISITOR = Caller(client="192.0.2.1")
START = datetime(2026, 12, 31, 23, 58, 30, tzinfo=UTC)
MONTH = "2026-12"


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def go(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
async def catalog(tmp_path: Path) -> AsyncIterator[Catalog]:
    catalog = Catalog.open("", tmp_path)
    await catalog.start()
    yield catalog
    await catalog.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def budgets(catalog: Catalog, clock: Clock) -> Budgets:
    return Budgets(catalog.usage, clock=clock)


async def project(catalog: Catalog, **settings: Any) -> ProjectRow:
    account = await catalog.accounts.ensure()
    return await catalog.projects.ensure(account.id, "acme", ProjectSettings(**settings))


@asynccontextmanager
async def refused(because: str, retry_after: int) -> AsyncIterator[None]:
    with pytest.raises(TooManyRequests) as raised:
        yield
    assert raised.value.detail == because
    assert raised.value.retry_after == retry_after


def test_periods_end_where_the_next_begin() -> None:
    minute, month = minute_of(START), month_of(START)
    assert (minute.name, month.name) == ("minute:2026-12-31T23:58", MONTH)
    assert minute_of(minute.end).start == minute.end
    assert month.end == datetime(2027, 1, 1, tzinfo=UTC) == month_of(month.end).start
    assert (minute.seconds_left(START), month.seconds_left(START)) == (30, 90)
    assert month_of(datetime(2026, 2, 28, tzinfo=UTC)).end == datetime(2026, 3, 1, tzinfo=UTC)


async def test_use_is_counted_for_project_and_account_whoever_asks(
    catalog: Catalog, budgets: Budgets
) -> None:
    acme = await project(catalog)
    for caller in (VISITOR, OPERATOR, Caller()):
        await budgets.spent(await budgets.take(acme, caller, UNLIMITED, is_edit=caller is OPERATOR), 1.5)
    used = Amounts(paints=3, images=3, edits=1, gpu_seconds=4.5)
    assert await budgets.used(acme.account_id) == used
    assert await catalog.usage.of(f"project:{acme.id}", MONTH) == used
    assert await catalog.usage.of("client:192.0.2.1", MONTH) == Amounts()


async def test_a_project_has_so_much_a_minute_and_a_month(
    catalog: Catalog, budgets: Budgets, clock: Clock
) -> None:
    acme = await project(catalog, paints_per_minute=1, paints_per_month=2)
    await budgets.take(acme, VISITOR, UNLIMITED)
    async with refused(
        "The project 'acme' has used up what may be painted in a minute: 1 picture.", retry_after=30
    ):
        await budgets.take(acme, VISITOR, UNLIMITED)
    clock.go(seconds=30)
    await budgets.take(acme, VISITOR, UNLIMITED)
    clock.go(seconds=50)
    async with refused(
        "The project 'acme' has used up what may be painted in a month: 2 pictures.", retry_after=10
    ):
        await budgets.take(acme, VISITOR, UNLIMITED)
    await budgets.take(acme, OPERATOR, UNLIMITED)
    clock.go(seconds=10)
    await budgets.take(acme, VISITOR, UNLIMITED)


async def test_seconds_of_painting_are_used_up_when_reached(
    catalog: Catalog, budgets: Budgets, clock: Clock
) -> None:
    acme = await project(catalog, gpu_seconds_per_month=2.5)
    for seconds in (1.0, 1.5):
        taken = await budgets.take(acme, VISITOR, UNLIMITED)
        await budgets.spent(taken, seconds)
    async with refused(
        "The project 'acme' has used up what may be painted in a month: 2.5 seconds of painting.", 90
    ):
        await budgets.take(acme, VISITOR, UNLIMITED)
    none = replace(acme, settings=ProjectSettings(gpu_seconds_per_month=0))
    clock.go(minutes=2)
    with pytest.raises(TooManyRequests):
        await budgets.take(none, VISITOR, UNLIMITED)


async def test_a_key_and_a_client_have_budgets_of_their_own(catalog: Catalog, clock: Clock) -> None:
    acme = await project(catalog)
    budgets = Budgets(catalog.usage, client_paints_per_minute=2, client_paints_per_month=3, clock=clock)
    key, _ = await catalog.keys.create(acme.account_id, "ci", "paint", paints_per_month=1)
    await budgets.take(acme, Caller(client="192.0.2.9", key=key), UNLIMITED)
    with pytest.raises(TooManyRequests, match=f"The key {key.prefix}… has used up .* month: 1 picture"):
        await budgets.take(acme, Caller(client="192.0.2.9", key=key), UNLIMITED)
    for _ in range(2):
        await budgets.take(acme, Caller(client="2001:db8::1"), UNLIMITED)
    with pytest.raises(TooManyRequests, match=r"The client address 2001:db8::/64 has used up .* minute: 2"):
        await budgets.take(acme, Caller(client="2001:db8::2"), UNLIMITED)
    await budgets.take(acme, VISITOR, UNLIMITED)
    assert (await budgets.used(acme.account_id)).paints == 4


async def test_the_plan_bounds_all_projects_of_the_account(catalog: Catalog, budgets: Budgets) -> None:
    acme = await project(catalog)
    other = await catalog.projects.ensure(acme.account_id, "other", ProjectSettings())
    plan = Plan(name="pro", images_per_month=2)
    await budgets.take(acme, VISITOR, plan)
    await budgets.take(other, VISITOR, plan, is_edit=True)
    async with refused(
        "The plan Pro of the account has used up what may be painted in a month: 2 pictures.", 90
    ):
        await budgets.take(acme, VISITOR, plan)
    await budgets.take(acme, VISITOR, replace(plan, images_per_month=3))


async def test_what_was_not_painted_is_given_back(catalog: Catalog, budgets: Budgets, clock: Clock) -> None:
    acme = await project(catalog, paints_per_minute=1)
    taken = await budgets.take(acme, VISITOR, UNLIMITED, is_edit=True)
    with pytest.raises(TooManyRequests):
        await budgets.take(acme, VISITOR, UNLIMITED)
    clock.go(hours=1)  # it counts for the month and the minute in which it was taken
    await budgets.give_back(taken)
    clock.now = START
    assert await budgets.used(acme.account_id) == Amounts()
    await budgets.take(acme, VISITOR, UNLIMITED)


async def test_several_are_refused_before_one_is_painted(catalog: Catalog, budgets: Budgets) -> None:
    acme = await project(catalog, paints_per_minute=1, paints_per_month=3)
    await budgets.take(acme, VISITOR, UNLIMITED)
    await budgets.check(acme, VISITOR, UNLIMITED, 2)  # in minutes to come
    async with refused(
        "The project 'acme' has fewer than 2 left of what may be painted in a minute: 1 picture. "
        "Ask for fewer at once, or for a job.",
        30,
    ):
        await budgets.check(acme, VISITOR, UNLIMITED, 2, at_once=True)
    async with refused(
        "The project 'acme' has fewer than 1 left of what may be painted in a minute: 1 picture.", 30
    ):
        await budgets.check(acme, VISITOR, UNLIMITED, 1, at_once=True)
    async with refused(
        "The project 'acme' has fewer than 3 left of what may be painted in a month: 3 pictures.", 90
    ):
        await budgets.check(acme, VISITOR, UNLIMITED, 3)
    async with refused(
        "The plan Pro of the account has fewer than 2 left of what may be painted in a month: 2 pictures.", 90
    ):
        await budgets.check(acme, VISITOR, Plan(name="pro", images_per_month=2), 2)
    await budgets.check(acme, OPERATOR, UNLIMITED, 9)


async def test_a_flood_of_what_is_refused_is_not_asked_of_the_catalog(
    catalog: Catalog, budgets: Budgets, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme = await project(catalog, paints_per_month=0)
    with pytest.raises(TooManyRequests):
        await budgets.take(acme, VISITOR, UNLIMITED)
    await catalog.close()
    monkeypatch.setattr(type(catalog.usage), "take", None)
    with pytest.raises(TooManyRequests):
        await budgets.take(acme, VISITOR, UNLIMITED)


async def test_minutes_and_clients_of_months_that_are_over_are_forgotten(
    catalog: Catalog, clock: Clock
) -> None:
    acme = await project(catalog, paints_per_minute=9)
    budgets = Budgets(catalog.usage, client_paints_per_month=9, clock=clock)
    await budgets.take(acme, VISITOR, UNLIMITED)
    clock.go(hours=2)
    await budgets.take(acme, VISITOR, UNLIMITED)
    subjects = [f"project:{acme.id}", "client:192.0.2.1"]
    left = {
        period: [amounts.paints for amounts in (await catalog.usage.several(subjects, period)).values()]
        for period in (MONTH, "2027-01", minute_of(START).name, minute_of(clock.now).name)
    }
    assert list(left.values()) == [[1, 0], [1, 1], [0, 0], [1, 0]]


async def test_without_the_catalog_nothing_begins_and_what_is_painted_stands(
    catalog: Catalog, budgets: Budgets, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme = await project(catalog)
    taken = await budgets.take(acme, VISITOR, UNLIMITED)

    async def fail(*_: object) -> None:
        raise CatalogUnavailable

    for method in ("take", "add"):
        monkeypatch.setattr(type(catalog.usage), method, fail)
    await budgets.spent(taken, 1)
    await budgets.give_back(taken)
    with pytest.raises(CatalogUnavailable):
        await budgets.take(acme, VISITOR, UNLIMITED)
