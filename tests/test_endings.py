"""How jobs ended, told together and never lost."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import pytest

from imgorigin.catalog.claims import Ending
from imgorigin.catalog.jobs import SILENT
from imgorigin.endings import Endings
from imgorigin.errors import CatalogUnavailable


@dataclass
class Job:
    number: int


@dataclass
class Table:
    """Notes the groups; it cannot take `bad` ones, and nothing while it is `down`."""

    groups: list[list[int]] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)
    down: bool = False

    async def finish_all(self, holder: str, endings: Collection[Ending], announcer: object) -> frozenset[int]:
        self.groups.append([one.job.number for one in endings])
        await asyncio.sleep(0)
        if self.down:
            raise CatalogUnavailable("It is down.")
        if self.bad & set(self.groups[-1]):
            raise ValueError("That cannot be kept.")
        return frozenset(self.groups[-1]) - {0}


def ending(number: int) -> Ending:
    job: Any = Job(number)
    return Ending(job, "done", {})


def endings(table: Table) -> Endings:
    claims: Any = table
    return Endings(claims, "me", SILENT)


async def test_those_that_end_meanwhile_are_told_together() -> None:
    told = endings(table := Table())
    first = asyncio.create_task(told.tell(ending(1)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert table.groups == [[1]]
    assert await asyncio.gather(*(told.tell(ending(number)) for number in (2, 3, 0))) == [True, True, False]
    assert await first
    assert table.groups == [[1], [2, 3, 0]]


async def test_one_that_cannot_be_kept_keeps_no_other_from_it() -> None:
    told = endings(table := Table(bad={2}))
    found = await asyncio.gather(*(told.tell(ending(number)) for number in (1, 2, 3)), return_exceptions=True)
    assert (found[0], type(found[1]), found[2]) == (True, ValueError, True)
    assert table.groups == [[1, 2, 3], [1], [2], [3]]


async def test_while_the_catalog_is_down_all_of_them_hear_of_it() -> None:
    told = endings(table := Table(down=True))
    found = await asyncio.gather(*(told.tell(ending(number)) for number in (1, 2)), return_exceptions=True)
    assert [type(one) for one in found] == [CatalogUnavailable] * 2
    table.down = False
    assert await told.tell(ending(1))
    with pytest.raises(ValueError, match="kept"):
        table.bad = {4}
        await told.tell(ending(4))
