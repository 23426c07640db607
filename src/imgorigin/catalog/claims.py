"""Which process does which job. A claim lasts until it is given up, or its holder has been silent too long.

Any number of processes take jobs from one table, each what no other has: PostgreSQL passes by rows that
another has locked, SQLite lets one write at a time.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, case, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.engine import Database
from imgorigin.catalog.job_rows import JOB_COLUMNS, JobRow, Status, job_of
from imgorigin.catalog.jobs import SILENT, Announcer, close_batch, lock_batch, tell
from imgorigin.catalog.tables import jobs, now


@dataclass(frozen=True, slots=True)
class Ending:
    """How a job ended."""

    job: JobRow
    status: Status
    result: Mapping[str, Any] | None = field(default=None, hash=False)
    error: Mapping[str, Any] | None = field(default=None, hash=False)

    @property
    def values(self) -> Mapping[str, Any]:
        return {
            "ending": self.job.number,
            "told_status": self.status,
            "told_result": None if self.result is None else json.dumps(dict(self.result)),
            "told_error": None if self.error is None else json.dumps(dict(self.error)),
            "told_progress": 1.0 if self.status == "done" else None,
            "told_ended": now(),
        }


_ENDING: Final = (
    update(jobs)
    .where(jobs.c.number == bindparam("ending"))
    .values(
        status=bindparam("told_status"),
        result=bindparam("told_result"),
        error=bindparam("told_error"),
        progress=func.coalesce(bindparam("told_progress", type_=jobs.c.progress.type), jobs.c.progress),
        ended=bindparam("told_ended"),
        holder=None,
        held_until=None,
    )
)


@dataclass(frozen=True, slots=True)
class _Line:
    """The jobs of an account that wait in a lane: the number of the first, and how many they are."""

    lane: int
    account_id: int
    first: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Claims:
    """`holder` names a process, as no other is ever named."""

    database: Database

    async def any_due(self, kinds: tuple[str, ...]) -> bool:
        """Whether there is something to take, without writing."""
        at = now()
        due = or_(
            and_(jobs.c.status == "queued", jobs.c.not_before <= at),
            and_(jobs.c.status == "processing", jobs.c.held_until < at),
        )
        async with self.database.read() as connection:
            return (
                await connection.scalar(select(jobs.c.number).where(due, jobs.c.kind.in_(kinds)).limit(1))
                is not None
            )

    async def take(
        self, holder: str, until: datetime, kinds: tuple[str, ...], limit: int
    ) -> tuple[JobRow, ...]:
        """Up to so many, of these kinds: the more urgent lane first, in it by turns of those who have the
        fewest under way. What a silent holder had is taken too."""
        taken: list[JobRow] = []
        claim = {"holder": holder, "held_until": until}
        async with self.database.write() as connection:
            await _set_free(connection)
            lines = await _lines(connection, kinds)
            running = await _running(connection)
            while turns := _turns(lines, running, limit - len(taken)):
                wanted = Counter(turns)
                found = {
                    line: deque(await _take(connection, line, kinds, count, claim))
                    for line, count in wanted.items()
                }
                lines = [
                    replace(line, waiting=line.waiting - wanted[line])
                    for line in lines
                    if len(found.get(line, ())) == wanted[line]  # else others have the rest
                ]
                claimed = [found[line].popleft() for line in turns if found[line]]
                running.update(job.account_id for job in claimed)
                taken += claimed
        return tuple(taken)

    async def hold(
        self, holder: str, until: datetime, progress: Mapping[int, float]
    ) -> frozenset[tuple[int, int]]:
        """Say that these are still being done, and how far they are, by number. Gives number and attempt of
        those that are still the holder's: the others were cancelled, or taken by another."""
        if not progress:
            return frozenset()
        mine = (
            select(jobs.c.number)
            .where(jobs.c.number.in_(progress), jobs.c.holder == holder, jobs.c.status == "processing")
            .order_by(jobs.c.number)
            .with_for_update()
            .cte("mine")
        )
        parts = case(dict(progress), value=jobs.c.number, else_=jobs.c.progress)
        holding = (
            update(jobs)
            .where(jobs.c.number.in_(select(mine.c.number)))
            .values(held_until=until, progress=parts)
            .returning(jobs.c.number, jobs.c.attempt)
        )
        async with self.database.write() as connection:
            return frozenset((row.number, row.attempt) for row in await connection.execute(holding))

    async def finish(
        self,
        holder: str,
        job: JobRow,
        status: Status,
        *,
        result: Mapping[str, Any] | None = None,
        error: Mapping[str, Any] | None = None,
        announcer: Announcer = SILENT,
    ) -> bool:
        """It has ended; False if it was no longer the holder's, and nothing is changed."""
        return bool(await self.finish_all(holder, [Ending(job, status, result, error)], announcer))

    async def finish_all(
        self, holder: str, endings: Collection[Ending], announcer: Announcer = SILENT
    ) -> frozenset[int]:
        """They have ended. Gives the numbers of those that were the holder's still; of the others nothing is
        changed."""
        async with self.database.write() as connection:
            batches = sorted({ending.job.batch for ending in endings if ending.job.batch})
            await lock_batch(connection, *batches)
            held = await _held_of(connection, holder, [ending.job.number for ending in endings])
            mine = [one for one in endings if held.get(one.job.number) == (one.job.attempt, one.job.tries)]
            if not mine:
                return frozenset()
            await connection.execute(_ENDING, [one.values for one in mine])
            if any(one.job.webhook for one in mine):
                await tell(connection, [one.job.number for one in mine], announcer)
            for batch in batches:
                await close_batch(connection, batch, announcer)
        return frozenset(one.job.number for one in mine)

    async def put_back(
        self, holder: str, job: JobRow, not_before: datetime, *, is_counted: bool = True
    ) -> None:
        """To be taken up again, from a moment on. Unless it `is_counted`, this try was none."""
        values: dict[str, Any] = {"not_before": not_before, **_FREE}
        if not is_counted:
            values["tries"] = jobs.c.tries - 1
        async with self.database.write() as connection:
            await connection.execute(update(jobs).where(*_held(holder, job)).values(**values))


_FREE = {"status": "queued", "holder": None, "held_until": None, "started": None, "progress": 0.0}


def _held(holder: str, job: JobRow) -> tuple[Any, ...]:
    return (
        jobs.c.number == job.number,
        jobs.c.holder == holder,
        jobs.c.status == "processing",
        jobs.c.attempt == job.attempt,
        jobs.c.tries == job.tries,
    )


async def _set_free(connection: AsyncConnection) -> None:
    """What silent holders had."""
    silent = (
        select(jobs.c.number)
        .where(jobs.c.status == "processing", jobs.c.held_until < now())
        .with_for_update(skip_locked=True)
    )
    await connection.execute(update(jobs).where(jobs.c.number.in_(silent)).values(**_FREE))


async def _lines(connection: AsyncConnection, kinds: tuple[str, ...]) -> list[_Line]:
    query = (
        select(jobs.c.lane, jobs.c.account_id, func.min(jobs.c.number), func.count())
        .where(jobs.c.status == "queued", jobs.c.not_before <= now(), jobs.c.kind.in_(kinds))
        .group_by(jobs.c.lane, jobs.c.account_id)
    )
    return [_Line(*row) for row in await connection.execute(query)]


def _turns(lines: Iterable[_Line], running: Mapping[int, int], room: int) -> list[_Line]:
    """Whose turn it is, one after the other."""
    left = Counter({line: line.waiting for line in lines if line.waiting})
    under_way, turns = Counter(running), list[_Line]()
    while left and len(turns) < room:
        turn = min(left, key=lambda line: (line.lane, under_way[line.account_id], line.first))
        turns.append(turn)
        under_way[turn.account_id] += 1
        left -= Counter([turn])
    return turns


async def _running(connection: AsyncConnection) -> Counter[int]:
    """How many are under way, by account."""
    query = (
        select(jobs.c.account_id, func.count().label("count"))
        .where(jobs.c.status == "processing")
        .group_by(jobs.c.account_id)
    )
    return Counter({row.account_id: row.count for row in await connection.execute(query)})


async def _take(
    connection: AsyncConnection, line: _Line, kinds: tuple[str, ...], most: int, claim: Mapping[str, Any]
) -> Sequence[JobRow]:
    """The first of them that no other is just taking. `claim` tells who does now, and until when."""
    due = (
        select(jobs.c.number)
        .where(
            tuple_(jobs.c.lane, jobs.c.account_id) == tuple_(line.lane, line.account_id),
            jobs.c.status == "queued",
            jobs.c.not_before <= now(),
            jobs.c.kind.in_(kinds),
        )
        .order_by(jobs.c.number)
        .limit(most)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    taking = (
        update(jobs)
        .where(jobs.c.number.in_(select(due.c.number)))
        .values(status="processing", started=now(), progress=0.0, tries=jobs.c.tries + 1, **claim)
        .returning(*JOB_COLUMNS)
    )
    found = map(job_of, (await connection.execute(taking)).all())
    return sorted(found, key=lambda job: job.number)


async def _held_of(
    connection: AsyncConnection, holder: str, numbers: Collection[int]
) -> Mapping[int, tuple[int, int]]:
    """Attempt and tries of those that the holder has, by number. Nobody else changes them until the end of
    the transaction."""
    # In their order, as runners hold theirs: two who want the same ones must not wait for each other.
    query = (
        select(jobs.c.number, jobs.c.attempt, jobs.c.tries)
        .where(jobs.c.number.in_(numbers), jobs.c.holder == holder, jobs.c.status == "processing")
        .order_by(jobs.c.number)
    )
    rows = await connection.execute(query.with_for_update())
    return {row.number: (row.attempt, row.tries) for row in rows}
