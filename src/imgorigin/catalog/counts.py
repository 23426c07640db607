"""How many assets there are, and which is the n-th, without counting them one by one.

Numbers are counted by blocks of some thousands. A project of a million assets has some hundred blocks, which
are soon summed up; what is left to step over lies within one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.dialects import insert
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import counts

BLOCK: Final = 4_096


@dataclass(frozen=True, slots=True)
class Place:
    """Where the n-th newest is: `skip` assets below the top of `block`."""

    total: int
    block: int = -1
    skip: int = 0

    @property
    def below(self) -> int:
        """The number that all from there on are less than."""
        return (self.block + 1) * BLOCK


async def add(connection: AsyncConnection, placed: Iterable[tuple[Scope, int]], amount: int) -> None:
    """One more of each asset, by its project and number; or one less. To be called last in a transaction: all
    who add to a project wait for each other here. In one order, so that they do so in turn."""
    changes: Counter[tuple[int, int]] = Counter()
    for scope, number in placed:
        for counted in (scope.counted, Scope(scope.account_id).counted):
            changes[counted, number // BLOCK] += amount
    if not changes:
        return
    rows = [
        {"scope": scope, "block": block, "count": count} for (scope, block), count in sorted(changes.items())
    ]
    adding = insert(connection, counts)
    await connection.execute(
        adding.on_conflict_do_update(
            index_elements=[counts.c.scope, counts.c.block],
            set_={"count": counts.c.count + adding.excluded["count"]},
        ),
        rows,
    )


def sum_of(scope: Scope) -> Select[tuple[int]]:
    return select(func.coalesce(func.sum(counts.c.count), 0)).where(counts.c.scope == scope.counted)


async def total(connection: AsyncConnection, scope: Scope) -> int:
    return int(await connection.scalar(sum_of(scope)) or 0)


async def place(connection: AsyncConnection, scope: Scope, offset: int) -> Place:
    """Where the page begins that leaves out the `offset` newest. Past the end: a block that is empty."""
    before = func.sum(counts.c.count).over(order_by=counts.c.block.desc()) - counts.c.count
    every = func.sum(counts.c.count).over()
    blocks = (
        select(counts.c.block, counts.c.count, before.label("before"), every.label("total"))
        .where(counts.c.scope == scope.counted)
        .subquery()
    )
    row = (
        await connection.execute(
            select(blocks.c.block, blocks.c.before, blocks.c.total)
            .where(blocks.c.before <= offset, blocks.c.before + blocks.c.count > offset)
            .limit(1)
        )
    ).first()
    if not row:
        return Place(await total(connection, scope))
    return Place(int(row.total), row.block, offset - int(row.before))
