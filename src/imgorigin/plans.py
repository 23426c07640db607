"""What an account may have, by the name of its plan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """None: no bound. `images_per_month` are pictures painted, edits included, in a month of UTC;
    `requests_per_day` and `requests_per_month` those that make something, by APIs that count them.
    `retention_days`: how long new pictures are kept; None: for good. `per_minute_by_api` are requests a
    minute of APIs whose own plan of this name has another number of them."""

    name: str
    requests_per_minute: int | None = None
    concurrent_paints: int | None = None
    images_per_month: int | None = None
    requests_per_day: int | None = None
    requests_per_month: int | None = None
    retention_days: int | None = None
    per_minute_by_api: tuple[tuple[str, int], ...] = ()

    def per_minute(self, api: str) -> int | None:
        """Requests a minute by an API (see Caller.dialect)."""
        return dict(self.per_minute_by_api).get(api, self.requests_per_minute)

    @property
    def title(self) -> str:
        """As answers write it: Pro."""
        return self.name.replace("-", " ").title()


UNLIMITED: Final = Plan(name="unlimited")

_IMAGES_PER_REQUEST: Final = 4
"""The Inliner API documents requests a minute and concurrent generations of all its plans, images a month of
Pro alone: 1,200, which is 4 for each of its 300 requests a minute. The other plans have as many."""
_REQUESTS_AND_PAINTS: Final = {"free": (30, 1), "basic": (60, 3), "standard": (120, 5), "pro": (300, 10)}
_REQUESTS_AND_IMAGES: Final = {"starter": (10, 500), "professional": (30, 2_000), "enterprise": (100, 5_000)}
"""The plans of the Image AI API."""
_BY_IMAGINEO: Final = {"free": 10, "basic": 30, "premium": 100}
"""Requests a minute by ImagineoAI's plans, of which two are named as plans of the Inliner API are."""


def _by_api(name: str) -> tuple[tuple[str, int], ...]:
    return (("imagineo", _BY_IMAGINEO[name]),) if name in _BY_IMAGINEO else ()


BUILT_IN: Final = {
    plan.name: plan
    for plan in (
        UNLIMITED,
        *(
            Plan(
                name=name,
                requests_per_minute=requests,
                concurrent_paints=paints,
                images_per_month=_IMAGES_PER_REQUEST * requests,
                per_minute_by_api=_by_api(name),
            )
            for name, (requests, paints) in _REQUESTS_AND_PAINTS.items()
        ),
        *(
            Plan(name=name, requests_per_minute=requests, images_per_month=images)
            for name, (requests, images) in _REQUESTS_AND_IMAGES.items()
        ),
        Plan(name="premium", requests_per_minute=_BY_IMAGINEO["premium"]),
    )
}


MOST: Final = 10**12
"""What is more than this is no bound, and may be more than a database counts to."""
MOST_DAYS: Final = 36_500
"""A hundred years. What is kept for longer is kept for good."""
PlanName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class PlanTable(BaseModel):
    """A table [plans.NAME] of the settings. 0: no bound. What it does not say is as in the built-in plan of
    that name, and has no bound in a new one. The requests a minute that it says hold by every API."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    requests_per_minute: int | None = Field(None, ge=0, le=MOST)
    concurrent_paints: int | None = Field(None, ge=0, le=MOST)
    images_per_month: int | None = Field(None, ge=0, le=MOST)
    requests_per_day: int | None = Field(None, ge=0, le=MOST)
    requests_per_month: int | None = Field(None, ge=0, le=MOST)
    retention_days: int | None = Field(None, ge=0, le=MOST_DAYS)

    def over(self, plan: Plan) -> Plan:
        said = self.model_dump(exclude_none=True)
        bounds: dict[str, Any] = {name: bound or None for name, bound in said.items()}
        if "requests_per_minute" in bounds:
            bounds["per_minute_by_api"] = ()
        return replace(plan, **bounds)


Dialect = Literal["web", "inliner", "imageapi", "imageai", "imagineo", "openai"]
"""What a picture is made by: its address, or an API."""
Days = Annotated[int, Field(ge=0, le=MOST_DAYS)]


def tables_of_plans(value: object) -> object:
    """The tables [plans.NAME] as the environment and the command line write them, in JSON. Raises
    ValueError."""
    form = '{"NAME": {"requests_per_minute": 60, "concurrent_paints": 3, "images_per_month": 240}}'
    return _from_json(value, form)


def table_of_retention(value: object) -> object:
    """The table [retention], likewise."""
    return _from_json(value, '{"openai": 30}')


def _from_json(value: object, form: str) -> object:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value.strip() else {}
    except (ValueError, RecursionError):
        raise ValueError(f"This is no JSON of the form {form}.") from None


def names_of_plans(told: Iterable[str]) -> tuple[str, ...]:
    """Of all plans, where the settings tell of these."""
    return tuple(dict.fromkeys((*BUILT_IN, *told)))


class Plans:
    """`default` is the name of the plan of whoever has none."""

    def __init__(self, told: Mapping[str, PlanTable] | None = None, default: str = UNLIMITED.name) -> None:
        told = told or {}
        self.by_name: Mapping[str, Plan] = BUILT_IN | {
            name: table.over(BUILT_IN.get(name, Plan(name=name))) for name, table in told.items()
        }
        self.default = self.by_name[default]

    def of(self, name: str) -> Plan:
        """The plan of that name, in any case; the default one for the empty name, and for one that is in the
        settings no more."""
        return self.by_name.get(name.strip().lower(), self.default)
