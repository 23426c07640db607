"""Jobs: what was asked for and is done in its own time, by whichever process takes it up (see claims).

A job is there once `submit` has returned, whatever happens to the process.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Row, Table, delete, func, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.deliveries import Message, post
from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import POSTGRESQL, Database
from imgorigin.catalog.job_rows import (
    ACTIVE,
    JOB_COLUMNS,
    BatchRow,
    JobRow,
    Status,
    is_in,
    job_of,
    read_batches,
    select_jobs,
)
from imgorigin.catalog.pages import Cursor, Page, Total, check_limit
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import batches, deliveries, idempotency, jobs, now
from imgorigin.catalog.words import clean
from imgorigin.errors import Conflict, InvalidRequest, NotFound

KEYS_KEPT: Final = timedelta(days=1)
"""How long a key of idempotency stands for what was asked with it."""
LONGEST_KEY: Final = 255
MOST_SHOWN: Final = 60
MEASURED: Final = 20
"""The last jobs that tell how long one takes."""


@dataclass(frozen=True, slots=True)
class Announcer:
    """What is told to webhooks when a job or a batch has ended; None: nothing."""

    of_job: Callable[[JobRow], Message | None]
    of_batch: Callable[[BatchRow], Message | None]


_NOTE: Final = jobs.insert().returning(*JOB_COLUMNS)
SILENT: Final = Announcer(lambda job: None, lambda batch: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Requests of one kind, with the model that each is for; several, or one `as_batch`, are a batch. A
    single one whose `result` is known has ended by that. `owner` is as of Scope."""

    account_id: int
    project_id: int
    kind: str
    requests: tuple[Mapping[str, Any], ...] = field(hash=False)
    models: tuple[str, ...]
    lane: int
    asked_by: Mapping[str, Any] = field(default_factory=dict, hash=False)
    owner: str = ""
    webhook: str = ""
    label: str = ""
    idempotency_key: str = ""
    as_batch: bool = False
    result: Mapping[str, Any] | None = field(default=None, hash=False)

    @property
    def body(self) -> str:
        """What two submissions with one key must have in common."""
        said = [self.as_batch, self.project_id, self.webhook, self.label, *self.requests]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class JobTable:
    database: Database

    async def submit(self, asked: Submission) -> str:
        """The id of the job or batch; that of the first one, if the same was asked with this key within a
        day. Raises Conflict if something else was, InvalidRequest for a key that cannot be one."""
        _check_key(asked.idempotency_key)
        identity = secrets.token_hex(12)
        async with self.database.write() as connection:
            if asked.idempotency_key and (first := await _first(connection, asked, identity)):
                return first
            if asked.as_batch:
                await connection.execute(batches.insert().values(**_batch_values(asked, identity)))
            await connection.execute(jobs.insert(), _job_values(asked, identity))
        return identity

    async def note(self, asked: Submission) -> JobRow | None:
        """A job whose `result` is known, as it is kept from now on; None if there is one by its key of
        idempotency, which `submit` finds."""
        _check_key(asked.idempotency_key)
        identity = secrets.token_hex(12)
        place = self.database.write() if asked.idempotency_key else self.database.one()
        async with place as connection:
            if asked.idempotency_key and await _first(connection, asked, identity):
                return None
            (values,) = _job_values(asked, identity)
            return job_of((await connection.execute(_NOTE, values)).one())

    async def repeated(self, asked: Submission) -> str | None:
        """The id of what `submit` would find to have been asked before. Raises what it does."""
        _check_key(asked.idempotency_key)
        if not asked.idempotency_key:
            return None
        young = idempotency.c.created >= now() - KEYS_KEPT
        async with self.database.read() as connection:
            found = (await connection.execute(select(idempotency).where(*_named(asked), young))).first()
        return _same(found, asked) if found else None

    async def get(self, scope: Scope, job_id: str) -> JobRow:
        """Raises NotFound."""
        query = select_jobs().where(jobs.c.id == clean(job_id), is_in(jobs, scope))
        async with self.database.read() as connection:
            row = (await connection.execute(query)).first()
        if not row:
            raise _no_job(job_id)
        return job_of(row)

    async def page(
        self,
        scope: Scope,
        *,
        kinds: Collection[str] = (),
        statuses: Collection[Status] = (),
        limit: int = 50,
        cursor: str = "",
        after: str = "",
    ) -> Page[JobRow]:
        """The latest first; of these kinds and statuses, of all if none is named; from a cursor, or `after`
        the job of this id. The total is -1: it is not counted. Raises InvalidRequest."""
        check_limit(limit)
        question = ("jobs", scope, tuple(kinds), tuple(statuses))
        query = select_jobs().where(is_in(jobs, scope))
        if kinds:
            query = query.where(jobs.c.kind.in_(kinds))
        if statuses:
            query = query.where(jobs.c.status.in_(statuses))
        if cursor:
            query = query.where(jobs.c.number < Cursor.read(cursor, *question, types=(int,)).after[0])
        if after:
            query = query.where(jobs.c.number < await self._number(jobs, scope, after))
        async with self.database.read() as connection:
            rows = (await connection.execute(query.order_by(jobs.c.number.desc()).limit(limit + 1))).all()
        return _page(tuple(map(job_of, rows)), limit, question)

    async def cancel(self, scope: Scope, job_id: str, announcer: Announcer = SILENT) -> JobRow:
        """Whether it is queued or under way; one that is cancelled already stays so. Raises NotFound, and
        Conflict for one that is done or failed."""
        found = await self.get(scope, job_id)
        async with self.database.write() as connection:
            await lock_batch(connection, found.batch)
            if await end(connection, [jobs.c.id == found.id], "cancelled", announcer):
                await close_batch(connection, found.batch, announcer)
        found = await self.get(scope, job_id)
        if found.status != "cancelled":
            raise Conflict(f"The job {job_id} is {found.status}: only what is not can be cancelled.")
        return found

    async def retry(self, scope: Scope, job_id: str, asked_by: Mapping[str, Any] | None = None) -> JobRow:
        """Another attempt, paid for by `asked_by` if that is given. Raises NotFound, and Conflict for one
        that is neither failed nor cancelled."""
        found = await self.get(scope, job_id)
        again = {
            "status": "queued", "attempt": jobs.c.attempt + 1, "tries": 0, "progress": 0.0, "result": None,
            "error": None, "started": None, "ended": None, "holder": None, "held_until": None,
            "not_before": now(),
        }  # fmt: skip
        if asked_by is not None:
            again["asked_by"] = _json(asked_by)
        statement = update(jobs).where(jobs.c.id == found.id, jobs.c.status.in_(("failed", "cancelled")))
        async with self.database.write() as connection:
            await lock_batch(connection, found.batch)
            is_done = (await connection.execute(statement.values(**again))).rowcount
            if is_done and found.batch:
                await connection.execute(
                    update(batches).where(batches.c.id == found.batch).values(ended=None)
                )
        found = await self.get(scope, job_id)
        if not is_done:
            raise Conflict(
                f"The job {job_id} is {found.status}: only what failed or was cancelled can be tried again."
            )
        return found

    async def batch(self, scope: Scope, batch_id: str) -> BatchRow:
        """Raises NotFound."""
        async with self.database.read() as connection:
            found = await read_batches(connection, (batches.c.id == clean(batch_id), is_in(batches, scope)))
        if not found:
            raise NotFound(f"There is no batch {batch_id!r}.")
        return found[0]

    async def jobs_of(self, batch: BatchRow) -> tuple[JobRow, ...]:
        """In the order of its requests."""
        query = select_jobs().where(jobs.c.batch == batch.id).order_by(jobs.c.number)
        async with self.database.read() as connection:
            return tuple(map(job_of, (await connection.execute(query)).all()))

    async def batch_page(
        self,
        scope: Scope,
        *,
        kinds: Collection[str] = (),
        limit: int = 50,
        cursor: str = "",
        after: str = "",
    ) -> Page[BatchRow]:
        """As `page`. Raises InvalidRequest."""
        check_limit(limit)
        question = ("batches", scope, tuple(kinds))
        where: list[ColumnElement[bool]] = [is_in(batches, scope)]
        if kinds:
            where.append(batches.c.kind.in_(kinds))
        if cursor:
            where.append(batches.c.number < Cursor.read(cursor, *question, types=(int,)).after[0])
        if after:
            where.append(batches.c.number < await self._number(batches, scope, after))
        async with self.database.read() as connection:
            rows = await read_batches(connection, where, limit + 1)
        return _page(rows, limit, question)

    async def cancel_batch(self, scope: Scope, batch_id: str, announcer: Announcer = SILENT) -> BatchRow:
        """All its jobs that have not ended. Raises NotFound."""
        found = await self.batch(scope, batch_id)
        async with self.database.write() as connection:
            await lock_batch(connection, found.id)
            await end(connection, [jobs.c.batch == found.id], "cancelled", announcer)
            await close_batch(connection, found.id, announcer)
        return await self.batch(scope, batch_id)

    async def seconds(self, kind: str, model: str) -> float | None:
        """What the last ones took, at the mean; None if there are none. What took no time tells nothing: its
        picture was there."""
        took = type_coerce(jobs.c.ended, BigInteger) - type_coerce(jobs.c.started, BigInteger)
        last = (
            select(took.label("took"))
            .where(
                jobs.c.kind == kind,
                jobs.c.model == model,
                jobs.c.status == "done",
                jobs.c.ended > jobs.c.started,
            )
            .order_by(jobs.c.number.desc())
            .limit(MEASURED)
            .subquery()
        )
        async with self.database.read() as connection:
            mean = await connection.scalar(select(func.avg(last.c.took)))
        return None if mean is None else float(mean) / 1000

    async def _number(self, table: Table, scope: Scope, identity: str) -> int:
        """Of a job or batch of this id. Raises InvalidRequest."""
        query = select(table.c.number).where(table.c.id == clean(identity), is_in(table, scope))
        async with self.database.read() as connection:
            number: int | None = await connection.scalar(query)
        if number is None:
            raise InvalidRequest(
                "after", f"there is no {identity[:MOST_SHOWN]!r}", "the id of the last one of the page before"
            )
        return number

    async def active(self) -> Mapping[tuple[str, Status], int]:
        """How many have not ended, of everyone, by kind and status."""
        query = (
            select(jobs.c.kind, jobs.c.status, func.count())
            .where(jobs.c.status.in_(ACTIVE))
            .group_by(jobs.c.kind, jobs.c.status)
        )
        async with self.database.read() as connection:
            return {(kind, status): count for kind, status, count in await connection.execute(query)}

    async def forget(self, before: datetime) -> int:
        """What ended before this moment, and keys of idempotency after a day. Gives the number of jobs."""
        alone = delete(jobs).where(jobs.c.ended < before, jobs.c.batch.is_(None))
        together = select(batches.c.id).where(batches.c.ended < before)
        async with self.database.write() as connection:
            count = (await connection.execute(alone)).rowcount
            count += (await connection.execute(delete(jobs).where(jobs.c.batch.in_(together)))).rowcount
            await connection.execute(delete(batches).where(batches.c.ended < before))
            await connection.execute(delete(deliveries).where(deliveries.c.ended < before))
            await connection.execute(delete(idempotency).where(idempotency.c.created < now() - KEYS_KEPT))
        return count


async def end(
    connection: AsyncConnection,
    which: Collection[ColumnElement[bool]],
    status: Status,
    announcer: Announcer,
) -> int:
    """End those jobs that have not ended, and tell their webhooks. Gives how many."""
    # In their order, as runners hold theirs: two who want the same ones must not wait for each other.
    active = select(jobs.c.number).where(*which, jobs.c.status.in_(ACTIVE)).order_by(jobs.c.number)
    numbers = (await connection.scalars(active.with_for_update())).all()
    if not numbers:
        return 0
    ended = {"status": status, "ended": now(), "holder": None, "held_until": None}
    await connection.execute(update(jobs).where(jobs.c.number.in_(numbers)).values(**ended))
    await tell(connection, numbers, announcer)
    return len(numbers)


async def tell(connection: AsyncConnection, numbers: Collection[int], announcer: Announcer) -> None:
    """The webhooks of jobs that have ended."""
    told = select_jobs().where(jobs.c.number.in_(numbers), jobs.c.webhook != "").order_by(jobs.c.number)
    for row in (await connection.execute(told)).all():
        await post(connection, announcer.of_job(job_of(row)))


async def lock_batch(connection: AsyncConnection, *batch_ids: str | None) -> None:
    """Of those that end the last jobs of a batch at once, one sees that they were the last. SQLite lets one
    write at a time anyway."""
    if connection.dialect.name == POSTGRESQL and (ids := [one for one in batch_ids if one]):
        held = select(batches.c.number).where(batches.c.id.in_(ids)).order_by(batches.c.number)
        await connection.execute(held.with_for_update())


async def close_batch(connection: AsyncConnection, batch_id: str | None, announcer: Announcer) -> None:
    """If all its jobs have ended, it has. To be called with the batch locked."""
    if not batch_id:
        return
    active = select(jobs.c.number).where(jobs.c.batch == batch_id, jobs.c.status.in_(ACTIVE)).exists()
    closed = update(batches).where(batches.c.id == batch_id, batches.c.ended.is_(None), ~active)
    if (await connection.execute(closed.values(ended=now()))).rowcount:
        (batch,) = await read_batches(connection, (batches.c.id == batch_id,))
        if batch.webhook:
            await post(connection, announcer.of_batch(batch))


async def _first(connection: AsyncConnection, asked: Submission, identity: str) -> str | None:
    """What was asked with the same key before. Raises Conflict if it was something else."""
    named = _named(asked)
    await connection.execute(delete(idempotency).where(*named, idempotency.c.created < now() - KEYS_KEPT))
    adding = insert(connection, idempotency).values(
        account_id=asked.account_id,
        owner=asked.owner,
        kind=asked.kind,
        key=asked.idempotency_key,
        body=asked.body,
        subject=identity,
        created=now(),
    )
    await connection.execute(adding.on_conflict_do_nothing())
    found = _same((await connection.execute(select(idempotency).where(*named))).one(), asked)
    return None if found == identity else found


def _named(asked: Submission) -> tuple[ColumnElement[bool], ...]:
    return (
        idempotency.c.account_id == asked.account_id,
        idempotency.c.owner == asked.owner,
        idempotency.c.kind == asked.kind,
        idempotency.c.key == asked.idempotency_key,
    )


def _same(found: Row[Any], asked: Submission) -> str:
    """The id of what was asked before. Raises Conflict if it was something else."""
    if found.body != asked.body:
        raise Conflict(
            f"The Idempotency-Key {asked.idempotency_key!r} was sent with another request within a day. "
            "Send the same request again, or another key."
        )
    return str(found.subject)


def _check_key(key: str) -> None:
    if len(key) > LONGEST_KEY or not key.isascii() or not (key.isprintable() or not key):
        raise InvalidRequest(
            "Idempotency-Key", "not a key", f"up to {LONGEST_KEY} printable characters of ASCII"
        )


def _batch_values(asked: Submission, identity: str) -> Mapping[str, Any]:
    return {
        "id": identity,
        "account_id": asked.account_id,
        "project_id": asked.project_id,
        "kind": asked.kind,
        "label": clean(asked.label),
        "total": len(asked.requests),
        "asked_by": _json(asked.asked_by),
        "owner": asked.owner,
        "webhook": asked.webhook,
        "created": now(),
    }


def _job_values(asked: Submission, identity: str) -> list[dict[str, Any]]:
    at = now()
    return [
        {
            "id": secrets.token_hex(12) if asked.as_batch else identity,
            "account_id": asked.account_id,
            "project_id": asked.project_id,
            "batch": identity if asked.as_batch else None,
            "kind": asked.kind,
            "model": clean(model),
            "request": _json(request),
            "asked_by": _json(asked.asked_by),
            "owner": asked.owner,
            "webhook": "" if asked.as_batch else asked.webhook,
            "status": "queued",
            "lane": asked.lane,
            "not_before": at,
            "created": at,
            **_ended(asked, at),
        }
        for request, model in zip(asked.requests, asked.models, strict=True)
    ]


def _ended(asked: Submission, at: datetime) -> Mapping[str, Any]:
    if asked.result is None:
        return {}
    return {"status": "done", "progress": 1.0, "result": _json(asked.result), "started": at, "ended": at}


def _page(rows: tuple[Any, ...], limit: int, question: tuple[object, ...]) -> Page[Any]:
    more = len(rows) > limit
    following = Cursor((rows[limit - 1].number,), Total(-1)).write(*question) if more else None
    return Page(rows[:limit], -1, following)


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(dict(value), separators=(",", ":"))


def _no_job(job_id: str) -> NotFound:
    return NotFound(f"There is no job {job_id!r}.")
