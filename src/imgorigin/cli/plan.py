"""`imgorigin plan`: how much everybody together may have of a server."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer

from imgorigin.budgets import Budgets
from imgorigin.cli.catalog import opened
from imgorigin.cli.options import with_settings
from imgorigin.cli.shown import NOTHING, AsJson, counted, show_json, show_table
from imgorigin.errors import InvalidRequest
from imgorigin.plans import Plan, Plans, PlanTable
from imgorigin.settings import Settings

BY_DEFAULT: Final = "default"
"""In the place of a plan's name: that of the setting `plan`, whichever it is."""
_HEADINGS: Final = (
    "Plan",
    "Requests a minute",
    "Paints at once",
    "Pictures a month",
    "Requests a day",
    "Requests a month",
    "Days kept",
)

app = typer.Typer(
    name="plan",
    help="Plans: the requests a minute, paints at once and pictures a month of a whole account.",
    no_args_is_help=True,
)


@app.command("list")
@with_settings("plan", "plans")
def list_(as_json: AsJson = False, *, settings: Settings) -> None:
    """List the plans there are, with their bounds.

    Plans of your own, and other bounds, are tables [plans.NAME] of the settings.
    """
    plans = _plans(settings)
    if as_json:
        show_json([_as_json(plan) for plan in plans.by_name.values()])
        return
    show_table(_HEADINGS, [_row(plan) for plan in plans.by_name.values()])


@app.command()
@with_settings("data", "catalog", "plan", "plans")
def show(as_json: AsJson = False, *, settings: Settings) -> None:
    """Show the plan of the account, and how much of it is used this month."""
    own, painted = asyncio.run(_now(settings))
    plan = _plans(settings).of(own)
    if as_json:
        show_json({**_as_json(plan), "is_default": own != plan.name, "images_this_month": painted})
        return
    show_table((*_HEADINGS, "This month"), [(*_row(plan), f"{painted:,}")])
    if own and own != plan.name:
        typer.echo(
            f"The account has the plan {own}, which the settings do not tell of: {plan.name} holds.", err=True
        )


@app.command("set")
@with_settings("data", "catalog", "plan", "plans")
def set_(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help=f"Its name, as listed; {BY_DEFAULT}: whichever the setting plan names."
        ),
    ],
    *,
    settings: Settings,
) -> None:
    """Give the account a plan. A running server knows within seconds."""
    plans = _plans(settings)
    wanted = name.strip().lower()
    if wanted != BY_DEFAULT and wanted not in plans.by_name:
        raise InvalidRequest("plan", f"there is no {name!r}", [*plans.by_name, BY_DEFAULT])
    own = "" if wanted == BY_DEFAULT else wanted
    asyncio.run(_set(settings, own))
    plan = plans.of(own)
    typer.echo(f"The account has the plan {plan.name}: {_bounds(plan)}")


async def _now(settings: Settings) -> tuple[str, int]:
    """The account's own plan, and the pictures painted this month."""
    async with opened(settings) as office:
        used = await Budgets(office.catalog.usage).used(office.account.id)
    return office.account.plan, used.images


async def _set(settings: Settings, plan: str) -> None:
    async with opened(settings, make=True) as office:
        await office.catalog.accounts.set_plan(office.account.id, plan)
        await office.note("set-plan", office.account.name, plan=plan or BY_DEFAULT)


def _plans(settings: Settings) -> Plans:
    return Plans(settings.plans, settings.plan)


def _row(plan: Plan) -> tuple[str, ...]:
    return plan.name, *(NOTHING if bound is None else f"{bound:,}" for bound in _bounds_of(plan).values())


def _bounds(plan: Plan) -> str:
    told = [
        counted(cell, heading.lower())
        for heading, cell in zip(_HEADINGS[1:], _row(plan)[1:], strict=True)
        if cell != NOTHING
    ]
    return ", ".join(told) or "no bounds"


def _as_json(plan: Plan) -> Mapping[str, Any]:
    return {"name": plan.name, **_bounds_of(plan)}


def _bounds_of(plan: Plan) -> Mapping[str, int | None]:
    return {name: getattr(plan, name) for name in PlanTable.model_fields}
