"""The index of words asked by itself, over more numbers than a test would make pictures for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from sqlalchemy import select

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.expression import Expression, parse
from imgorigin.catalog.tables import counts
from imgorigin.catalog.wordindex import INDEXES
from imgorigin.catalog.wordquery import Span

NUMBERS = range(1, 400_000, 1_111)
"""Some in each of PostgreSQL's blocks, a hundred blocks."""
Holds = Callable[[int], bool]
HAS: dict[str, Holds] = {
    "all": lambda number: True,
    "half": lambda number: number % 2 == 1,
    "tenth": lambda number: number % 10 == 1,
    "seldom": lambda number: number % 90 == 1,
    "late": lambda number: number > 395_000,
    "early": lambda number: number < 5_000,
    "never": lambda number: False,
}
ASKED: dict[str, Holds] = HAS | {
    "early OR late": lambda number: not 5_000 <= number <= 395_000,
    "half tenth": HAS["tenth"],
    "half NOT tenth": lambda number: number % 2 == 1 and number % 10 != 1,
    "NOT half": lambda number: number % 2 == 0,
    '"all half"': HAS["half"],
    '"half all"': HAS["never"],
    "NOT (half NOT tenth) early": lambda number: number < 5_000 and (number % 2 == 0 or number % 10 == 1),
}


def asked(text: str) -> Expression:
    expression = parse(text)
    assert expression
    return expression


@pytest.fixture
async def filled(catalog: Catalog) -> Catalog:
    async with catalog.database.write() as connection:
        scoped = {number: ["in1", *(name for name, has in HAS.items() if has(number))] for number in NUMBERS}
        others = {number + 1: ["in2", "all", "half", "never"] for number in NUMBERS}
        await INDEXES[connection.dialect.name].put(connection, scoped | others)
        # Some numbers to ask about.
        rows = [{"scope": 1, "block": number, "count": 1} for number in NUMBERS]
        await connection.execute(counts.insert(), rows)
    return catalog


@pytest.mark.parametrize("falling", [True, False])
async def test_it_gives_the_next_in_order_wherever_they_are(filled: Catalog, falling: bool) -> None:
    async with filled.database.read() as connection:
        index = INDEXES[connection.dialect.name]
        for text, holds in ASKED.items():
            matching = sorted(filter(holds, NUMBERS), reverse=falling)
            for after, limit in product((None, 0, 4_096, 200_000, 500_000), (7, 150)):
                behind = [
                    number
                    for number in matching
                    if after is None or (number < after if falling else number > after)
                ]
                found = await index.first(connection, "in1", asked(text), Span(after, falling, limit))
                assert list(found) == behind[:limit], (text, after, limit)


async def test_it_tells_of_each_what_it_finds_of_all(filled: Catalog) -> None:
    number = counts.c.block
    async with filled.database.read() as connection:
        index = INDEXES[connection.dialect.name]
        for text, holds in ASKED.items():
            of = (number, "in1", asked(text))
            for way in (
                index.each(*of),
                index.among(*of, leading=True),
                index.among(*of, leading=False),
            ):
                found = await connection.scalars(select(number).where(way, counts.c.scope == 1))
                assert set(found) == set(filter(holds, NUMBERS)), (text, str(way))
