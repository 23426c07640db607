"""What was used, by whom and in what period: the sums that plans and budgets are held against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import Database
from imgorigin.catalog.tables import usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """`paints` are pictures painted, `images` those that count against a plan, `edits` the ones among them
    that change another, `gpu_seconds` the time of painters, `requests` those that plans count by the day and
    the month."""

    paints: int = 0
    images: int = 0
    edits: int = 0
    gpu_seconds: float = 0.0
    requests: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """At most this much of a subject in a period; None: no bound."""

    subject: str
    period: str
    paints: int | None = None
    images: int | None = None
    edits: int | None = None
    gpu_seconds: float | None = None
    requests: int | None = None

    @property
    def bounds(self) -> Mapping[str, float]:
        """By the name of the amount."""
        return {name: most for name in _NAMES if (most := getattr(self, name)) is not None}


_NAMES: Final = tuple(Amounts.__slots__)
_PLACE: Final = (usage.c.subject, usage.c.period)


@dataclass(frozen=True, slots=True)
class Usage:
    """A subject is a text such as `account:1`, `project:7` or `client:192.0.2.1`, a period one such as
    `2026-01`. The caller chooses both."""

    database: Database

    async def add(self, subjects: Iterable[str], period: str, amounts: Amounts) -> None:
        """To each of the subjects."""
        await self.add_each(dict.fromkeys(((subject, period) for subject in subjects), amounts))

    async def add_each(self, amounts: Mapping[tuple[str, str], Amounts]) -> None:
        """By subject and period."""
        if amounts:
            async with self.database.write() as connection:
                await _add(connection, amounts)

    async def take(self, budgets: Collection[Budget], amounts: Amounts) -> Budget | None:
        """Add the amounts to every subject, or to none if that would go beyond one of the budgets: then that
        one. However many ask at once, no budget is overdrawn."""
        in_order = sorted(budgets, key=lambda one: (one.subject, one.period))
        async with self.database.write() as connection:
            for is_bounded, several in groupby(in_order, key=lambda one: bool(one.bounds)):
                if not is_bounded:
                    await _add(connection, {(one.subject, one.period): amounts for one in several})
                    continue
                for budget in several:
                    if not await _add_within(connection, budget, amounts):
                        await connection.rollback()
                        return budget
        return None

    async def of(self, subject: str, period: str) -> Amounts:
        (amounts,) = (await self.several([subject], period)).values()
        return amounts

    async def several(self, subjects: Collection[str], period: str) -> dict[str, Amounts]:
        query = select(usage).where(usage.c.subject.in_(subjects), usage.c.period == period)
        async with self.database.read() as connection:
            rows = (await connection.execute(query)).all()
        found = {row.subject: Amounts(**{name: getattr(row, name) for name in _NAMES}) for row in rows}
        return {subject: found.get(subject, Amounts()) for subject in subjects}

    async def forget(self, before: str, *, since: str = "", subjects: str = "") -> None:
        """Periods whose name sorts before this one and not before `since`, of the subjects that begin with
        `subjects`: those of minutes and of clients grow without end otherwise."""
        gone = (
            usage.c.period < before,
            usage.c.period >= since,
            usage.c.subject.startswith(subjects, autoescape=True),
        )
        async with self.database.write() as connection:
            await connection.execute(usage.delete().where(*gone))


async def _add(connection: AsyncConnection, amounts: Mapping[tuple[str, str], Amounts]) -> None:
    """By subject and period; in one order, so that all wait in turn."""
    rows = [
        {"subject": subject, "period": period, **asdict(some)}
        for (subject, period), some in sorted(amounts.items(), key=lambda item: item[0])
    ]
    adding = insert(connection, usage)
    await connection.execute(adding.on_conflict_do_update(index_elements=_PLACE, set_=_summed(adding)), rows)


async def _add_within(connection: AsyncConnection, budget: Budget, amounts: Amounts) -> bool:
    """False, and nothing is added, if that would go beyond the budget."""
    if any(getattr(amounts, name) > most for name, most in budget.bounds.items()):
        return False
    adding = insert(connection, usage).values(subject=budget.subject, period=budget.period, **asdict(amounts))
    summed = _summed(adding)
    taken = adding.on_conflict_do_update(
        index_elements=_PLACE,
        set_=summed,
        where=and_(*(summed[name] <= most for name, most in budget.bounds.items())),
    )
    return (await connection.execute(taken.returning(usage.c.subject))).first() is not None


def _summed(adding: Any) -> dict[str, ColumnElement[Any]]:
    return {name: usage.c[name] + adding.excluded[name] for name in _NAMES}
