"""What the calls of this API work with."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass

from imgorigin.commissions import Commissions
from imgorigin.jobs import Jobs
from imgorigin.plans import Plan, Plans
from imgorigin.prompting.templates import Templates
from imgorigin.prompting.writer import Writer
from imgorigin.quotas import Quotas
from imgorigin.service import Service
from imgorigin.web.dialects import asking
from imgorigin.web.dialects.models import Painters


@dataclass(frozen=True, slots=True)
class Named:
    """A model, for people."""

    name: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(asking.Reception):
    """`wait` is for how many seconds a client is held, `most_items` how many pictures it may ask for at once.
    `named` tells of models by their slugs, `health` of each part of the server whether it does its work."""

    commissions: Commissions
    service: Service
    jobs: Jobs
    painters: Painters
    plans: Plans
    quotas: Quotas
    writer: Writer
    templates: Templates
    named: Mapping[str, Named]
    health: Callable[[], Awaitable[Mapping[str, bool]]]
    wait: float
    most_items: int


Asked = asking.Asked[Desk]


async def plan_of(asked: Asked) -> Plan:
    """The plan of whoever asks."""
    return asked.desk.plans.of(await asking.plan_of(asked.desk, asked.key.account_id))


@contextlib.asynccontextmanager
async def counted(asked: Asked) -> AsyncIterator[Plan]:
    """The same, while the request is counted against its day and its month; one that is refused is not.
    Raises TooManyRequests."""
    plan, quotas = await plan_of(asked), asked.desk.quotas
    async with quotas.counted(asked.key.account_id, plan):
        yield plan
