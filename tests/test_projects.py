"""The projects as a server knows them, between two looks at the catalog."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.projects import Projects

ROW = ProjectRow(
    id=1,
    public_id="one-id",
    account_id=7,
    plan="pro",
    name="one",
    is_default=True,
    settings=ProjectSettings(),
    image_count=0,
    created=datetime(2026, 1, 1, tzinfo=UTC),
)
TWO = replace(ROW, id=2, public_id="two-id", name="two", is_default=False)


class Rows:
    """A catalog that takes its time: it answers with what it had when it was asked."""

    def __init__(self, *rows: ProjectRow) -> None:
        self.rows = rows
        self.go = asyncio.Event()

    async def all(self) -> tuple[ProjectRow, ...]:
        rows = self.rows
        await self.go.wait()
        return rows


def projects(rows: Rows) -> Projects:
    table: Any = rows
    return Projects(table)


async def test_one_is_found_by_its_id_its_name_or_as_the_default_one_of_its_account_alone() -> None:
    rows = Rows(ROW, TWO)
    rows.go.set()
    known = projects(rows)
    assert known.of(7) is None
    assert known.plan_of(7) is None
    await known.refresh()
    assert [known.of(7, name) for name in ("two", "two-id", "")] == [TWO, TWO, ROW]
    assert [known.of(8, name) for name in ("two", "two-id", "")] == [None] * 3
    assert known.of(7, "three") is None
    assert (known.plan_of(7), known.plan_of(8)) == ("pro", None)


async def test_what_was_learnt_during_a_look_is_newer_than_what_it_finds() -> None:
    rows = Rows(ROW, TWO)
    known = projects(rows)
    looking = asyncio.create_task(known.refresh())
    await asyncio.sleep(0)
    private = replace(TWO, settings=ProjectSettings(private=True))
    known.learn(private)
    rows.go.set()
    await looking
    assert (known.of(7, "one"), known.of(7, "two")) == (ROW, private)


async def test_another_default_one_is_the_only_one_at_once() -> None:
    rows = Rows(ROW, TWO, replace(ROW, id=3, name="other", public_id="other-id", account_id=8))
    rows.go.set()
    known = projects(rows)
    await known.refresh()
    known.learn(replace(TWO, is_default=True))
    assert [row.name for row in known.all if row.is_default] == ["two", "other"]
    assert known.of(7) == replace(TWO, is_default=True)
