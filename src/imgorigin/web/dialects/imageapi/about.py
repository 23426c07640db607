"""What the server has, how it is, and what of a plan is used."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from imgorigin.catalog.usage import Amounts
from imgorigin.web.dialects.imageapi.calls import Call, call, done, of_request
from imgorigin.web.dialects.imageapi.desk import Asked, Named, plan_of
from imgorigin.web.dialects.imageapi.shapes import (
    Allowed,
    Counts,
    Health,
    Listed,
    Model,
    Models,
    Periods,
    Told,
    Usage,
)
from imgorigin.web.dialects.replies import reply


async def models(asked: Asked) -> Response:
    """The default one first."""
    painters, named = asked.desk.painters, asked.desk.named
    usual = painters.model("").name
    slugs = sorted(painters.models, key=lambda slug: slug != usual)
    found = [
        Model(slug=slug, name=told.name, description=told.description, default=slug == usual)
        for slug in slugs
        for told in (named.get(slug, Named(slug)),)
    ]
    return done(asked, Models(models=found).model_dump())


async def health(asked: Asked) -> Response:
    parts = await asked.desk.health()
    told = Health(
        **of_request(asked.request),
        status="healthy" if all(parts.values()) else "degraded",
        components={name: "ok" if is_well else "failing" for name, is_well in parts.items()},
    )
    return reply(told)


async def usage(asked: Asked) -> Response:
    plan, used = await plan_of(asked), await asked.desk.quotas.used(asked.key.account_id)
    day, month = plan.requests_per_day, plan.requests_per_month
    told = Usage(
        usage=Periods(today=_counts(used.today), this_month=_counts(used.month)),
        plan=Allowed(
            name=plan.title,
            slug=plan.name,
            requests_per_month=month,
            requests_per_day=day,
            remaining_today=None if day is None else max(0, day - used.today.requests),
            remaining_month=None if month is None else max(0, month - used.month.requests),
        ),
    )
    return done(asked, told.model_dump(by_alias=True))


def _counts(used: Amounts) -> Counts:
    return Counts(requestCount=used.requests, imageCount=used.images)


CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/api/v1/models", "imageapi_models", "Models", models,
        group="About", scope=None, gives=Listed,
    ),
    call(
        "get", "/api/v1/health", "imageapi_health", "Whether every part does its work", health,
        group="About", scope=None, gives=Health,
    ),
    call(
        "get", "/api/v1/usage", "imageapi_usage", "What of the plan is used", usage,
        group="About", scope="read", gives=Told,
    ),
)  # fmt: skip
