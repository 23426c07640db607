"""The rows of jobs and batches as they leave the catalog, and how they are read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    Table,
    and_,
    case,
    func,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import batches, jobs

Status = Literal["queued", "processing", "done", "failed", "cancelled"]

ACTIVE: Final[tuple[Status, ...]] = ("queued", "processing")
ENDED: Final[tuple[Status, ...]] = ("done", "failed", "cancelled")
STATUSES: Final[tuple[Status, ...]] = ACTIVE + ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """One request that is done in its own time.

    `kind` tells who does it; `request`, `result` and `error` are JSON in that one's words, `error` with
    `code`, `message` and `status` at least. `asked_by` is the caller (JSON). `progress` is 0..1. `attempt`
    counts what its owner asked for, `tries` how often this attempt was taken up. `ahead` is how many wait
    that will be taken up before it. `batch` is the id of the batch it is part of.
    """

    number: int
    id: str
    account_id: int
    project_id: int
    batch: str | None
    kind: str
    model: str
    request: Mapping[str, Any] = field(hash=False)
    asked_by: Mapping[str, Any] = field(hash=False)
    webhook: str
    status: Status
    progress: float
    result: Mapping[str, Any] | None = field(hash=False)
    error: Mapping[str, Any] | None = field(hash=False)
    attempt: int
    tries: int
    lane: int
    created: datetime
    started: datetime | None
    ended: datetime | None
    ahead: int = 0

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The jobs of a batch that are for one model: `left` are still to be done, begun ones in part; those
    `done` took `seconds` together."""

    left: float
    done: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """Requests that were taken together. `counts` are its jobs by status, `shares` by model; `ended` is when
    the last of them did."""

    number: int
    id: str
    account_id: int
    project_id: int
    kind: str
    label: str
    total: int
    asked_by: Mapping[str, Any] = field(hash=False)
    webhook: str
    created: datetime
    ended: datetime | None
    counts: Mapping[Status, int] = field(hash=False)
    shares: Mapping[str, Share] = field(hash=False)

    @property
    def progress(self) -> float:
        """0..1."""
        return 1 - sum(share.left for share in self.shares.values()) / self.total


JOB_COLUMNS: Final = tuple(jobs.c[name] for name in JobRow.__slots__ if name != "ahead")
_BATCH_COLUMNS: Final = tuple(
    batches.c[name] for name in BatchRow.__slots__ if name not in ("counts", "shares")
)


def is_in(table: Table, scope: Scope) -> ColumnElement[bool]:
    """Whether a job or batch is in the scope."""
    inside = (
        table.c.account_id == scope.account_id
        if scope.project_id is None
        else table.c.project_id == scope.project_id
    )
    return and_(inside, table.c.owner == scope.owner) if scope.owner else inside


def select_jobs() -> Select[Any]:
    """To be read by `job_of`."""
    others = jobs.alias("others")
    before = (
        select(func.count())
        .select_from(others)
        .where(
            others.c.status == "queued",
            tuple_(others.c.lane, others.c.number) < tuple_(jobs.c.lane, jobs.c.number),
        )
        .correlate(jobs)
        .scalar_subquery()
    )
    return select(*JOB_COLUMNS, case((jobs.c.status == "queued", before), else_=0).label("ahead"))


def job_of(row: Row[Any]) -> JobRow:
    values = dict(row._mapping)
    for name in ("request", "asked_by", "result", "error"):
        values[name] = None if values[name] is None else json.loads(values[name])
    return JobRow(**values)


async def read_batches(
    connection: AsyncConnection, where: Collection[ColumnElement[bool]], limit: int | None = None
) -> tuple[BatchRow, ...]:
    """The latest first."""
    query = select(*_BATCH_COLUMNS).where(*where).order_by(batches.c.number.desc()).limit(limit)
    rows = (await connection.execute(query)).all()
    took = type_coerce(jobs.c.ended, BigInteger) - type_coerce(jobs.c.started, BigInteger)
    counted = (
        select(
            jobs.c.batch,
            jobs.c.status,
            jobs.c.model,
            func.count().label("number"),
            func.sum(jobs.c.progress).label("progress"),
            func.sum(took).label("took"),
        )
        .where(jobs.c.batch.in_([row.id for row in rows]))
        .group_by(jobs.c.batch, jobs.c.status, jobs.c.model)
    )
    found: dict[str, list[Row[Any]]] = {row.id: [] for row in rows}
    if rows:
        for count in await connection.execute(counted):
            found[count.batch].append(count)
    return tuple(_batch(row, found[row.id]) for row in rows)


def _batch(row: Row[Any], found: Collection[Row[Any]]) -> BatchRow:
    counts: Counter[Any] = Counter(dict.fromkeys(STATUSES, 0))
    for one in found:
        counts[one.status] += one.number
    shares = {
        model: _share([one for one in found if one.model == model]) for model in {one.model for one in found}
    }
    values = dict(row._mapping) | {"asked_by": json.loads(row.asked_by)}
    return BatchRow(**values, counts=counts, shares=shares)


def _share(found: Collection[Row[Any]]) -> Share:
    done = [one for one in found if one.status == "done"]
    return Share(
        left=sum(one.number - one.progress for one in found if one.status in ACTIVE),
        done=sum(one.number for one in done),
        seconds=sum(float(one.took) for one in done) / 1000,
    )
