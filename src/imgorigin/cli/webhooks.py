"""`imgorigin webhooks`: what was told to whom, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from imgorigin.catalog.deliveries import Delivery, DeliveryStatus
from imgorigin.catalog.pages import LARGEST_PAGE
from imgorigin.cli.catalog import opened
from imgorigin.cli.options import with_settings
from imgorigin.cli.shown import NOTHING, AsJson, moment, show_json, show_table
from imgorigin.settings import Settings

app = typer.Typer(
    name="webhooks",
    help="Webhooks: messages of jobs that ended, and every try to deliver them.",
    no_args_is_help=True,
)


@app.command("list")
@with_settings("data", "catalog")
def list_(
    status: Annotated[
        DeliveryStatus | None, typer.Option(help="Only those that are so.", show_default=False)
    ] = None,
    subject: Annotated[str, typer.Option(help="Only those of this job or batch.", metavar="ID")] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many, the latest first.")] = 50,
    as_json: AsJson = False,
    *,
    settings: Settings,
) -> None:
    """List deliveries, the latest first; as JSON with every try."""
    found = asyncio.run(_latest(settings, status, subject, limit))
    if as_json:
        show_json([_as_json(one) for one in found])
        return
    show_table(
        ("ID", "Event", "Of", "To", "State", "Tries", "Last answer", "Created", "Next try"),
        [
            (
                one.id, one.event, one.subject, _host(one.url), one.status, str(len(one.tries)), _last(one),
                moment(one.created), moment(one.due) if one.status == "pending" else NOTHING,
            )
            for one in found
        ],
    )  # fmt: skip


@app.command()
@with_settings("data", "catalog")
def retry(
    delivery: Annotated[str, typer.Argument(help="Its id, as listed.", metavar="ID")], *, settings: Settings
) -> None:
    """Have a message delivered once more, whatever came of it. A running server does so within seconds."""
    found = asyncio.run(_again(settings, delivery))
    typer.echo(f"The message {found.id} ({found.event}) goes to {_host(found.url)} once more")


async def _latest(
    settings: Settings, status: DeliveryStatus | None, subject: str, limit: int
) -> list[Delivery]:
    found: list[Delivery] = []
    async with opened(settings) as office:
        cursor: str | None = ""
        while cursor is not None and len(found) < limit:
            page = await office.catalog.deliveries.page(
                office.account.id,
                status=status,
                subject=subject,
                limit=min(LARGEST_PAGE, limit - len(found)),
                cursor=cursor,
            )
            found += page.items
            cursor = page.next_cursor
    return found


async def _again(settings: Settings, delivery_id: str) -> Delivery:
    async with opened(settings) as office:
        found = await office.catalog.deliveries.again(office.account.id, delivery_id)
        await office.note("retry-webhook", found.id, event=found.event)
    return found


def _host(url: str) -> str:
    """The rest of a URL may be a secret of whoever named it."""
    return urlsplit(url).netloc


def _last(delivery: Delivery) -> str:
    if not delivery.tries:
        return NOTHING
    last = delivery.tries[-1]
    return last.error or str(last.status)


def _as_json(delivery: Delivery) -> Mapping[str, Any]:
    names = ("id", "event", "subject", "status", "created", "due", "ended")
    return {name: getattr(delivery, name) for name in names} | {
        "to": _host(delivery.url),
        "tries": [asdict(one) for one in delivery.tries],
    }
