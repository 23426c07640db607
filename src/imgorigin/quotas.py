"""Requests that make something, by the day and the month: for APIs whose plans are told in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from imgorigin.budgets import account_of, day_of, month_of
from imgorigin.catalog.tables import now
from imgorigin.catalog.usage import Amounts, Budget, Usage
from imgorigin.errors import TooManyRequests
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

    async def used(self, account_id: int) -> Used:
        at, subject = self._clock(), account_of(account_id)
        return Used(
            await self._usage.of(subject, day_of(at).name), await self._usage.of(subject, month_of(at).name)
        )
