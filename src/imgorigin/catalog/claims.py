"""Which process does which job. A claim lasts until it is given up, or its holder has been silent too long.

Any number of processes take jobs from one table, each what no other has: PostgreSQL passes by rows that
another has locked, SQLite lets one write at a time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.engine import Database
from imgorigin.catalog.job_rows import JOB_COLUMNS, JobRow, Status, job_of
from imgorigin.catalog.jobs import SILENT, Announcer, close_batch, end, lock_batch
from imgorigin.catalog.tables import jobs, now


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
        async with self.database.write() as connection:
            await _set_free(connection)
            lines = await _lines(connection, kinds)
            running = await _running(connection)
            while lines and len(taken) < limit:
                line = min(lines, key=lambda each: (each[0], running[each[1]], lines[each]))
                job = await _take(connection, line, kinds, holder, until)
                if not job:
                    del lines[line]
                    continue
                taken.append(job)
                running[line[1]] += 1
        return tuple(taken)

    async def hold(
        self, holder: str, until: datetime, progress: Mapping[int, float]
    ) -> frozenset[tuple[int, int]]:
        """Say that these are still being done, and how far they are, by number. Gives number and attempt of
        those that are still the holder's: the others were cancelled, or taken by another."""
        kept: set[tuple[int, int]] = set()
        async with self.database.write() as connection:
            for number, part in sorted(progress.items()):
                statement = (
                    update(jobs)
                    .where(jobs.c.number == number, jobs.c.holder == holder, jobs.c.status == "processing")
                    .values(held_until=until, progress=part)
                    .returning(jobs.c.number, jobs.c.attempt)
                )
                row = (await connection.execute(statement)).first()
                if row:
                    kept.add((row.number, row.attempt))
        return frozenset(kept)

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
        values = {
            "result": None if result is None else json.dumps(dict(result)),
            "error": None if error is None else json.dumps(dict(error)),
        }
        if status == "done":
            values["progress"] = 1.0  # type: ignore[assignment]
        async with self.database.write() as connection:
            await lock_batch(connection, job.batch)
            if not await end(connection, _held(holder, job), status, announcer, **values):
                return False
            await close_batch(connection, job.batch, announcer)
        return True

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


async def _lines(connection: AsyncConnection, kinds: tuple[str, ...]) -> dict[tuple[int, int], int]:
    """The number of the first that waits, by lane and account."""
    query = (
        select(jobs.c.lane, jobs.c.account_id, func.min(jobs.c.number))
        .where(jobs.c.status == "queued", jobs.c.not_before <= now(), jobs.c.kind.in_(kinds))
        .group_by(jobs.c.lane, jobs.c.account_id)
    )
    return {(lane, account): number for lane, account, number in await connection.execute(query)}


async def _running(connection: AsyncConnection) -> Counter[int]:
    """How many are under way, by account."""
    query = (
        select(jobs.c.account_id, func.count().label("count"))
        .where(jobs.c.status == "processing")
        .group_by(jobs.c.account_id)
    )
    return Counter({row.account_id: row.count for row in await connection.execute(query)})


async def _take(
    connection: AsyncConnection, line: tuple[int, int], kinds: tuple[str, ...], holder: str, until: datetime
) -> JobRow | None:
    first = (
        select(jobs.c.number)
        .where(
            tuple_(jobs.c.lane, jobs.c.account_id) == tuple_(*line),
            jobs.c.status == "queued",
            jobs.c.not_before <= now(),
            jobs.c.kind.in_(kinds),
        )
        .order_by(jobs.c.number)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    taking = (
        update(jobs)
        .where(jobs.c.number == first)
        .values(
            status="processing",
            holder=holder,
            held_until=until,
            started=now(),
            progress=0.0,
            tries=jobs.c.tries + 1,
        )
        .returning(*JOB_COLUMNS)
    )
    row = (await connection.execute(taking)).first()
    return job_of(row) if row else None
