"""`imgorigin audit`."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated

import typer

from imgorigin.catalog.audit import Deed
from imgorigin.catalog.pages import LARGEST_PAGE
from imgorigin.cli.catalog import opened
from imgorigin.cli.options import with_settings
from imgorigin.cli.shown import AsJson, moment, show_json, show_table
from imgorigin.settings import Settings


@with_settings("data", "catalog")
def audit(
    project: Annotated[str | None, typer.Option(help="Only what was done in this one.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many, the latest first.")] = 50,
    as_json: AsJson = False,
    *,
    settings: Settings,
) -> None:
    """Tell who made, changed and deleted what, the latest first."""
    deeds = asyncio.run(_latest(settings, project, limit))
    if as_json:
        show_json([{name: getattr(deed, name) for name in _SHOWN} for deed in deeds])
        return
    show_table(
        ("When", "Who", "Did", "Project", "What", "Detail"),
        [
            (moment(deed.at), deed.who, deed.action, deed.project, deed.subject, _detail(deed))
            for deed in deeds
        ],
    )


_SHOWN = ("at", "who", "action", "project", "subject", "detail")


async def _latest(settings: Settings, project: str | None, limit: int) -> list[Deed]:
    found: list[Deed] = []
    async with opened(settings) as office:
        if project is not None:
            await office.catalog.projects.get(office.account.id, project)  # a name that is misspelled is told
        cursor: str | None = ""
        while cursor is not None and len(found) < limit:
            page = await office.catalog.audit.page(
                office.account.id,
                limit=min(LARGEST_PAGE, limit - len(found)),
                cursor=cursor,
                project=project,
            )
            found += page.items
            cursor = page.next_cursor
    return found


def _detail(deed: Deed) -> str:
    return json.dumps(dict(deed.detail), ensure_ascii=False) if deed.detail else ""
