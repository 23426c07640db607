"""What the calls of this API work with."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from imgorigin.commissions import Commissions
from imgorigin.jobs import Jobs
from imgorigin.plans import Plans
from imgorigin.prompting.templates import Templates
from imgorigin.quotas import Quotas
from imgorigin.service import Service
from imgorigin.web.dialects import asking
from imgorigin.web.dialects.models import Painters


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(asking.Reception):
    """`wait` is for how many seconds a client is held."""

    commissions: Commissions
    service: Service
    painters: Painters
    plans: Plans
    quotas: Quotas
    templates: Templates
    jobs: Jobs
    wait: float


Asked = asking.Asked[Desk]


@contextlib.asynccontextmanager
async def counted(asked: Asked) -> AsyncIterator[None]:
    """Against the day and the month of the plan, where it bounds requests by those; one that is refused
    counts for nothing. Raises TooManyRequests."""
    account_id = asked.key.account_id
    plan = asked.desk.plans.of(await asking.plan_of(asked.desk, account_id))
    async with asked.desk.quotas.counted(account_id, plan):
        yield
