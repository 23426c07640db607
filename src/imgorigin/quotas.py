"""Requests that make something, by the day and the month: for APIs whose plans are told in them."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime

from imgorigin.budgets import account_of, day_of, month_of
from imgorigin.catalog.tables import now
from imgorigin.catalog.usage import Amounts, Budget, Usage
from imgorigin.errors import CatalogUnavailable, RequestError, TooManyRequests
from imgorigin.flight import finished
from imgorigin.plans import Plan


@dataclass(frozen=True, slots=True)
class Used:
    """By an account, on this day and in this month of UTC."""

    today: Amounts
    month: Amounts


class Quotas:
    """What is counted outlives restarts, and is counted for all processes together."""

    def __init__(self, usage: Usage, *, clock: Callable[[], datetime] = now) -> None:
        self._usage = usage
        self._clock = clock

    async def take(self, account_id: int, plan: Plan) -> None:
        """Count a request, if it is not one too many. Raises TooManyRequests, CatalogUnavailable."""
        at, subject = self._clock(), account_of(account_id)
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
            await finished(self._give_back(account_id))
            raise

    async def _give_back(self, account_id: int) -> None:
        """Never fails."""
        at, subject = self._clock(), account_of(account_id)
        with contextlib.suppress(CatalogUnavailable):
            for period in (day_of(at), month_of(at)):
                await self._usage.add([subject], period.name, Amounts(requests=-1))

    async def used(self, account_id: int) -> Used:
        at, subject = self._clock(), account_of(account_id)
        return Used(
            await self._usage.of(subject, day_of(at).name), await self._usage.of(subject, month_of(at).name)
        )
