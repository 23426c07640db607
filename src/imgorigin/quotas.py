"""Requests that make something, by the day and the month: for APIs whose plans are told in them."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from imgorigin.budgets import account_of, day_of, month_of
from imgorigin.catalog.tables import now
from imgorigin.catalog.usage import Amounts, Budget, Usage
from imgorigin.errors import CatalogUnavailable, RequestError, TooManyRequests
from imgorigin.flight import finished
from imgorigin.plans import Plan

TOLD_EVERY: Final = 1.0
"""Seconds between tellings of the catalog what was counted without a bound."""


@dataclass(frozen=True, slots=True)
class Used:
    """By an account, on this day and in this month of UTC."""

    today: Amounts
    month: Amounts


class Quotas:
    """What is counted outlives restarts, and is counted for all processes together. Against a bound each
    request is counted before it is answered; without one the catalog is told every second."""

    def __init__(self, usage: Usage, *, clock: Callable[[], datetime] = now) -> None:
        self._usage = usage
        self._clock = clock
        self._untold: Counter[tuple[str, str]] = Counter()
        self._telling = asyncio.Lock()

    async def take(self, account_id: int, plan: Plan) -> None:
        """Count a request, if it is not one too many. Raises TooManyRequests, CatalogUnavailable."""
        at, subject = self._clock(), account_of(account_id)
        if plan.requests_per_day is None and plan.requests_per_month is None:
            self._count(account_id, 1)
            return
        await self.flush()  # the plan may have had no bound a moment ago
        bounds = {
            Budget(subject, day_of(at).name, requests=plan.requests_per_day): day_of(at),
            Budget(subject, month_of(at).name, requests=plan.requests_per_month): month_of(at),
        }
        if refused := await self._usage.take(bounds, Amounts(requests=1)):
            period = bounds[refused]
            raise TooManyRequests(
                f"The plan {plan.title} allows {refused.requests} requests a {period.word}. None is left.",
                retry_after=period.seconds_left(at),
            )

    @contextlib.asynccontextmanager
    async def counted(self, account_id: int, plan: Plan) -> AsyncIterator[None]:
        """As `take`, unless what is done meanwhile ends in a RequestError: what is refused makes nothing."""
        await self.take(account_id, plan)
        try:
            yield
        except RequestError:
            self._count(account_id, -1)
            raise

    def _count(self, account_id: int, requests: int) -> None:
        """To be told the catalog later."""
        at, subject = self._clock(), account_of(account_id)
        self._untold.update({(subject, day_of(at).name): requests, (subject, month_of(at).name): requests})

    async def flush(self) -> None:
        """Tell the catalog what was counted here alone. What it cannot be told now it is told the next
        time."""
        async with self._telling:
            untold, self._untold = self._untold, Counter()
            try:
                await self._usage.add_each({one: Amounts(requests=count) for one, count in untold.items()})
            except CatalogUnavailable:  # which the catalog has logged
                self._untold.update(untold)

    async def run(self) -> None:
        """Flush now and then, for good. Call `flush` once more at the end."""
        while True:
            await asyncio.sleep(TOLD_EVERY)
            await finished(self.flush())

    async def used(self, account_id: int) -> Used:
        """What other processes counted without a bound within a second may be missing."""
        await self.flush()
        at, subject = self._clock(), account_of(account_id)
        return Used(
            await self._usage.of(subject, day_of(at).name), await self._usage.of(subject, month_of(at).name)
        )
