"""Messages to webhooks, with every try to deliver them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.engine import Database
from imgorigin.catalog.pages import Cursor, Page, Total, check_limit
from imgorigin.catalog.tables import deliveries, now
from imgorigin.catalog.words import clean
from imgorigin.errors import NotFound

DeliveryStatus = Literal["pending", "delivered", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is to be told of `subject`, a job or batch, to whom. `key_id` names the key whose secret signs
    it."""

    account_id: int
    key_id: str | None
    subject: str
    event: str
    url: str
    payload: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """`status` is what the other side answered, None if nothing came; `error` is empty if it took the
    message. `seconds` is how long it had us wait."""

    at: str
    status: int | None
    error: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """`payload` is the body exactly as it is sent. `due` is when it is tried next, if it is pending."""

    number: int
    id: str
    account_id: int
    key_id: str | None
    subject: str
    event: str
    url: str
    payload: str
    status: DeliveryStatus
    tries: tuple[Try, ...]
    due: datetime
    created: datetime
    ended: datetime | None


async def post(connection: AsyncConnection, message: Message | None) -> None:
    """Have it delivered, if there is one, once this transaction stands."""
    if not message:
        return
    values = {
        "id": f"msg_{secrets.token_hex(12)}",
        "account_id": message.account_id,
        "key_id": message.key_id,
        "subject": message.subject,
        "event": message.event,
        "url": message.url,
        "payload": json.dumps(dict(message.payload), separators=(",", ":")),
        "status": "pending",
        "due": now(),
        "created": now(),
    }
    await connection.execute(deliveries.insert().values(**values))


@dataclass(frozen=True, slots=True)
class Deliveries:
    database: Database

    async def any_due(self) -> bool:
        """Whether there is something to take, without writing."""
        due = select(deliveries.c.number).where(deliveries.c.status == "pending", deliveries.c.due <= now())
        async with self.database.read() as connection:
            return await connection.scalar(due.limit(1)) is not None

    async def take(self, until: datetime, limit: int) -> tuple[Delivery, ...]:
        """Up to so many that are due. Nobody else gets them until that moment; then, if nothing was noted of
        them, whoever asks."""
        due = (
            select(deliveries.c.number)
            .where(deliveries.c.status == "pending", deliveries.c.due <= now())
            .order_by(deliveries.c.due, deliveries.c.number)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        async with self.database.write() as connection:
            numbers = (await connection.scalars(due)).all()
            if not numbers:
                return ()
            taking = update(deliveries).where(deliveries.c.number.in_(numbers)).values(due=until)
            rows = (await connection.execute(taking.returning(*deliveries.c))).all()
        return tuple(map(_delivery, rows))

    async def note(
        self, delivery: Delivery, made: Try, status: DeliveryStatus, due: datetime | None = None
    ) -> None:
        """What came of a try; `due`: when the next one is."""
        tries = [asdict(one) for one in (*delivery.tries, made)]
        values: dict[str, Any] = {"tries": json.dumps(tries), "status": status, "due": due or now()}
        if status != "pending":
            values["ended"] = now()
        async with self.database.write() as connection:
            await connection.execute(
                update(deliveries)
                .where(deliveries.c.number == delivery.number, deliveries.c.status == "pending")
                .values(**values)
            )

    async def again(self, account_id: int, delivery_id: str) -> Delivery:
        """Try it at once, whatever came of it. Raises NotFound."""
        statement = (
            update(deliveries)
            .where(deliveries.c.account_id == account_id, deliveries.c.id == clean(delivery_id))
            .values(status="pending", due=now(), ended=None)
            .returning(*deliveries.c)
        )
        async with self.database.write() as connection:
            row = (await connection.execute(statement)).first()
        if not row:
            raise NotFound(f"There is no delivery {delivery_id!r}. `imgorigin webhooks list` lists them.")
        return _delivery(row)

    async def page(
        self,
        account_id: int,
        *,
        status: DeliveryStatus | None = None,
        subject: str = "",
        limit: int = 50,
        cursor: str = "",
    ) -> Page[Delivery]:
        """The latest first. The total is -1: it is not counted. Raises InvalidRequest."""
        check_limit(limit)
        question = ("deliveries", account_id, status, subject)
        query = select(deliveries).where(deliveries.c.account_id == account_id)
        if status:
            query = query.where(deliveries.c.status == status)
        if subject:
            query = query.where(deliveries.c.subject == clean(subject))
        if cursor:
            query = query.where(deliveries.c.number < Cursor.read(cursor, *question, types=(int,)).after[0])
        async with self.database.read() as connection:
            rows = (
                await connection.execute(query.order_by(deliveries.c.number.desc()).limit(limit + 1))
            ).all()
        more = len(rows) > limit
        following = Cursor((rows[limit - 1].number,), Total(-1)).write(*question) if more else None
        return Page(tuple(map(_delivery, rows[:limit])), -1, following)


def _delivery(row: Row[Any]) -> Delivery:
    values = {name: getattr(row, name) for name in Delivery.__slots__}
    return Delivery(**values | {"tries": tuple(Try(**one) for one in json.loads(row.tries))})
