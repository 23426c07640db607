"""What the account may have, and what it has used."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from starlette.responses import Response

from imgorigin.plans import Plan
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Asked
from imgorigin.web.dialects.inliner.shapes import moment
from imgorigin.web.dialects.inliner.shapes_of_making import BillingPeriod, PlanUsage, UsageSums
from imgorigin.web.dialects.inliner.shapes_of_making import Plan as PlanTold
from imgorigin.web.dialects.replies import reply

FEATURES: Final = (
    "Image generation",
    "Image editing",
    "Uploads",
    "Tags and search",
    "Smart URLs",
    "Projects",
)
"""Of every plan."""


async def usage(asked: Asked) -> Response:
    plan, budgets = await _plan(asked), asked.desk.budgets
    used, period = await budgets.used(asked.key.account_id), budgets.billing_period()
    most = plan.images_per_month
    return reply(
        PlanUsage(
            plan=plan.title,
            billing_period=BillingPeriod(
                start=moment(period.start), end=moment(period.end - timedelta(seconds=1))
            ),
            usage=UsageSums(
                images_generated=used.images,
                images_limit=most,
                remaining=None if most is None else max(0, most - used.images),
                edits_made=used.edits,
                images_painted=used.paints,
                gpu_seconds=round(used.gpu_seconds, 3),
            ),
        )
    )


async def current(asked: Asked) -> Response:
    plan = await _plan(asked)
    return reply(
        PlanTold(
            plan=plan.title,
            images_per_month=plan.images_per_month,
            requests_per_minute=plan.requests_per_minute,
            concurrent_generations=plan.concurrent_paints,
            features=list(FEATURES),
        )
    )


async def _plan(asked: Asked) -> Plan:
    account = await asked.catalog.accounts.get(asked.key.account_id)
    return asked.desk.plans.of(account.plan)


CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/account/plan-usage", "inliner_usage", "What was used in this month", usage,
        group="Plan", scope="read", gives=PlanUsage, description="A limit of null: there is none.",
    ),
    call(
        "get", "/account/current-plan", "inliner_plan", "What the account may have", current,
        group="Plan", scope="read", gives=PlanTold,
    ),
)  # fmt: skip
