"""What may be painted in a minute and in a month: by project, key and client, and by the account's plan.

What is used is always counted for the project and its account; for a key and a client, where they are bound.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from cachetools import TTLCache

from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.tables import now
from imgorigin.catalog.usage import Amounts, Budget, Usage
from imgorigin.errors import CatalogUnavailable, TooManyRequests
from imgorigin.plans import Plan

MINUTE: Final = "minute:"
"""How the names of minutes begin, which sets them apart from those of months."""
DAY: Final = "day:"
CLIENT: Final = "client:"
KEPT_MINUTES: Final = timedelta(minutes=10)
KEPT_DAYS: Final = timedelta(days=40)
FORGET_EVERY: Final = timedelta(hours=1)
REMEMBERED_SECONDS: Final = 1.0
"""For so long a budget that was used up is not asked for again: a flood of what is refused writes nothing."""
MOST_REMEMBERED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Period:
    """`end` is the first moment after it."""

    name: str
    word: str
    start: datetime
    end: datetime

    def seconds_left(self, at: datetime) -> int:
        return max(1, math.ceil((self.end - at).total_seconds()))


def minute_of(at: datetime) -> Period:
    start = at.astimezone(UTC).replace(second=0, microsecond=0)
    return Period(f"{MINUTE}{start:%Y-%m-%dT%H:%M}", "minute", start, start + timedelta(minutes=1))


def day_of(at: datetime) -> Period:
    """In UTC."""
    start = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return Period(f"{DAY}{start:%Y-%m-%d}", "day", start, start + timedelta(days=1))


def month_of(at: datetime) -> Period:
    """In UTC; the billing period of a plan."""
    start = at.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    end = (start + timedelta(days=31)).replace(day=1)
    return Period(f"{start:%Y-%m}", "month", start, end)


class Bounds(Protocol):
    """What projects and keys may be bound by; None: not."""

    @property
    def paints_per_minute(self) -> int | None: ...
    @property
    def paints_per_month(self) -> int | None: ...
    @property
    def gpu_seconds_per_month(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class _Bound:
    """A budget in a period, and who has it, as a message names them."""

    who: str
    period: Period
    budget: Budget

    @property
    def is_set(self) -> bool:
        return any(
            most is not None for most in (self.budget.paints, self.budget.images, self.budget.gpu_seconds)
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """One painting that was counted: for whom, and in which periods."""

    budgets: tuple[Budget, ...]
    amounts: Amounts
    month: str


class Budgets:
    """`client_paints_per_minute` and `client_paints_per_month` are of each client address; 0: no bound."""

    def __init__(
        self,
        usage: Usage,
        *,
        client_paints_per_minute: int = 0,
        client_paints_per_month: int = 0,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._usage = usage
        self._of_clients = _OfClients(client_paints_per_minute or None, client_paints_per_month or None)
        self._clock = clock
        self._used_up: TTLCache[Budget, bool] = TTLCache(MOST_REMEMBERED, REMEMBERED_SECONDS)
        self._forgot = datetime.min.replace(tzinfo=UTC)

    async def take(self, project: ProjectRow, caller: Caller, plan: Plan, *, is_edit: bool = False) -> Taken:
        """Count a painting that is to be made, against all budgets or none; `plan` is that of the project's
        account. The seconds of paintings under way are not known yet and come on top. Raises
        TooManyRequests, which names the budget that is used up, and CatalogUnavailable."""
        at = self._clock()
        bounds = {bound.budget: bound for bound in self._bounds(project, caller, plan, at)}
        amounts = Amounts(paints=1, images=1, edits=int(is_edit))
        refused = next((budget for budget in bounds if budget in self._used_up), None)
        if refused is None and (refused := await self._usage.take(bounds, amounts)):
            self._used_up[refused] = True
        if refused:
            raise _used_up(bounds[refused], at)
        await self._forget(at)
        return Taken(tuple(bounds), amounts, month_of(at).name)

    async def check(
        self, project: ProjectRow, caller: Caller, plan: Plan, pictures: int, *, at_once: bool = False
    ) -> None:
        """Whether so many may still be painted in this month and, if `at_once`, in this minute: who has time
        paints the rest in the next. Nothing is reserved: who asks at the same time may be quicker. Raises
        TooManyRequests, which names the budget that has fewer left, and CatalogUnavailable."""
        at = self._clock()
        minute, month = minute_of(at), month_of(at)
        for bound in self._bounds(project, caller, plan, at):
            budget = bound.budget
            is_meant = bound.period == month or (at_once and bound.period == minute)
            if not is_meant or (budget.paints is None and budget.images is None):
                continue
            used = await self._usage.of(budget.subject, budget.period)
            more = replace(used, paints=used.paints + pictures, images=used.images + pictures)
            if any(getattr(more, name) > most for name, most in budget.bounds.items()):
                refused = _used_up(bound, at, f"has fewer than {pictures} left of")
                is_never = bound.period == minute and 0 < (budget.paints or 0) < pictures
                raise _with(refused, "Ask for fewer at once, or for a job.") if is_never else refused

    async def spent(self, taken: Taken, seconds: float) -> None:
        """Count the seconds of the painter. Never fails: the picture is there."""
        subjects = [budget.subject for budget in taken.budgets if budget.period == taken.month]
        with contextlib.suppress(CatalogUnavailable):  # which the catalog has logged
            await self._usage.add(subjects, taken.month, Amounts(gpu_seconds=seconds))

    async def give_back(self, taken: Taken) -> None:
        """Nothing was painted after all. Never fails."""
        less = Amounts(paints=-taken.amounts.paints, images=-taken.amounts.images, edits=-taken.amounts.edits)
        with contextlib.suppress(CatalogUnavailable):
            for period in sorted({budget.period for budget in taken.budgets}):
                subjects = [budget.subject for budget in taken.budgets if budget.period == period]
                await self._usage.add(subjects, period, less)
        for budget in taken.budgets:
            self._used_up.pop(budget, None)

    async def used(self, account_id: int) -> Amounts:
        """By an account, in this month."""
        return await self._usage.of(account_of(account_id), month_of(self._clock()).name)

    def billing_period(self) -> Period:
        """The month of now."""
        return month_of(self._clock())

    def _bounds(self, project: ProjectRow, caller: Caller, plan: Plan, at: datetime) -> Iterator[_Bound]:
        month, is_bound = month_of(at), caller is not OPERATOR
        images = plan.images_per_month if is_bound else None
        account = Budget(account_of(project.account_id), month.name, images=images)
        yield _Bound(f"The plan {plan.title} of the account", month, account)
        day = day_of(at)
        yield _Bound(f"The plan {plan.title} of the account", day, Budget(account.subject, day.name))
        settings = project.settings if is_bound else _OfClients()
        yield from _bounds_of(
            f"The project {project.name!r}", f"project:{project.id}", settings, at, counted=True
        )
        if caller.key and is_bound:
            yield from _bounds_of(f"The key {caller.key.prefix}…", f"key:{caller.key.id}", caller.key, at)
        if is_bound:
            subject = CLIENT + caller.network
            yield from _bounds_of(f"The client address {caller.network}", subject, self._of_clients, at)

    async def _forget(self, at: datetime) -> None:
        """Minutes and days that are long over, and clients of months that are."""
        if at - self._forgot < FORGET_EVERY:
            return
        self._forgot = at
        with contextlib.suppress(CatalogUnavailable):
            await self._usage.forget(minute_of(at - KEPT_MINUTES).name, since=MINUTE)
            await self._usage.forget(day_of(at - KEPT_DAYS).name, since=DAY)
            await self._usage.forget(month_of(at).name, subjects=CLIENT)


@dataclass(frozen=True, slots=True)
class _OfClients:
    paints_per_minute: int | None = None
    paints_per_month: int | None = None
    gpu_seconds_per_month: float | None = None


def account_of(account_id: int) -> str:
    """As usage names it."""
    return f"account:{account_id}"


def _bounds_of(
    who: str, subject: str, bounds: Bounds, at: datetime, *, counted: bool = False
) -> Iterator[_Bound]:
    """Those that are set; that of the month in any case if it is `counted`."""
    minute, month = minute_of(at), month_of(at)
    seconds = bounds.gpu_seconds_per_month
    # Used up when reached: what a painting takes is known afterwards.
    below = None if seconds is None else math.nextafter(seconds, -math.inf)
    a_minute = Budget(subject, minute.name, paints=bounds.paints_per_minute)
    a_month = Budget(subject, month.name, paints=bounds.paints_per_month, gpu_seconds=below)
    for bound in (_Bound(who, minute, a_minute), _Bound(who, month, a_month)):
        if bound.is_set or (counted and bound.period is month):
            yield bound


def _used_up(bound: _Bound, at: datetime, how: str = "has used up") -> TooManyRequests:
    budget = bound.budget
    pictures = budget.paints if budget.images is None else budget.images
    most = [] if pictures is None else [f"{pictures} picture{'' if pictures == 1 else 's'}"]
    if budget.gpu_seconds is not None:
        most.append(f"{max(0.0, budget.gpu_seconds):.12g} seconds of painting")
    return TooManyRequests(
        f"{bound.who} {how} what may be painted in a {bound.period.word}: {' or '.join(most)}.",
        retry_after=bound.period.seconds_left(at),
    )


def _with(error: TooManyRequests, sentence: str) -> TooManyRequests:
    return TooManyRequests(f"{error.detail} {sentence}", retry_after=error.retry_after)
