"""What other hosts have to know of: each has a disk of its own. And what somebody set out to do, until it is
done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, func, insert, select

from imgorigin.catalog.engine import Database
from imgorigin.catalog.tables import news, now

MOST_READ: Final = 1_000
"""Items that one call gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`host` is who told it, `kind` what it is about, `detail` (JSON) what is to be known of its subject."""

    id: int
    at: datetime
    host: str
    kind: str
    subject: str
    detail: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class News:
    database: Database

    async def tell(
        self, kind: str, subject: str, detail: Mapping[str, Any], *, host: str, at: datetime | None = None
    ) -> int:
        """Returns its id."""
        row = {
            "at": at or now(),
            "host": host,
            "kind": kind,
            "subject": subject,
            "detail": json.dumps(dict(detail), separators=(",", ":")),
        }
        async with self.database.write() as connection:
            return int(await connection.scalar(insert(news).values(**row).returning(news.c.id)) or 0)

    async def of(self, kind: str, *, until: datetime) -> tuple[Item, ...]:
        """The oldest of a kind, told before this moment."""
        query = select(news).where(news.c.kind == kind, news.c.at <= until).order_by(news.c.id)
        async with self.database.read() as connection:
            rows = (await connection.execute(query.limit(MOST_READ))).all()
        return tuple(map(_item, rows))

    async def drop(self, number: int) -> None:
        """One that is done. Not the greatest: that one tells readers how far the news go."""
        async with self.database.write() as connection:
            await connection.execute(delete(news).where(news.c.id == number))

    async def after(self, number: int, *, limit: int = MOST_READ) -> tuple[Item, ...]:
        """Those of greater ids, in their order. One of a lesser id than others may come to be seen after
        them, for ids are drawn before a transaction ends."""
        query = select(news).where(news.c.id > number).order_by(news.c.id).limit(limit)
        async with self.database.read() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(map(_item, rows))

    async def last(self) -> int:
        """The greatest id; 0 if there is no news."""
        async with self.database.read() as connection:
            return int(await connection.scalar(select(func.max(news.c.id))) or 0)

    async def forget(self, before: datetime) -> None:
        """Those that are older."""
        async with self.database.write() as connection:
            await connection.execute(delete(news).where(news.c.at < before))


def _item(row: Any) -> Item:
    values = {name: getattr(row, name) for name in Item.__slots__}
    return Item(**values | {"detail": json.loads(row.detail)})
