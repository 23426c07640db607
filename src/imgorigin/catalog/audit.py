"""Who did what, when, and to what. Rows are only ever added."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from imgorigin.catalog.engine import Database
from imgorigin.catalog.pages import Cursor, Page, Total, check_limit
from imgorigin.catalog.tables import audit, now
from imgorigin.catalog.words import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """`who` is a key, `client:192.0.2.1`, or `cli`; `action` a verb such as `rename`; `subject` a contentId,
    a project or a key."""

    account_id: int
    who: str
    action: str
    subject: str = ""
    project: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict, hash=False)
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    database: Database

    async def note(self, *deeds: Deed) -> None:
        rows = [
            {
                "at": deed.at or now(),
                "account_id": deed.account_id,
                "project": clean(deed.project),
                "who": clean(deed.who),
                "action": deed.action,
                "subject": clean(deed.subject),
                "detail": json.dumps(dict(deed.detail), separators=(",", ":")),
            }
            for deed in deeds
        ]
        if rows:
            async with self.database.write() as connection:
                await connection.execute(insert(audit), rows)

    async def page(
        self,
        account_id: int,
        *,
        limit: int,
        cursor: str = "",
        project: str | None = None,
        subjects: Collection[str] = (),
    ) -> Page[Deed]:
        """The latest first; of one project, or of these subjects. The total is -1: it is not counted. Raises
        InvalidRequest."""
        check_limit(limit)
        question = ("audit", account_id, project, tuple(subjects))
        query = select(audit).where(audit.c.account_id == account_id)
        if project is not None:
            query = query.where(audit.c.project == clean(project))
        if subjects:
            query = query.where(audit.c.subject.in_([clean(one) for one in subjects]))
        if cursor:
            query = query.where(audit.c.id < Cursor.read(cursor, *question, types=(int,)).after[0])
        async with self.database.read() as connection:
            rows = (await connection.execute(query.order_by(audit.c.id.desc()).limit(limit + 1))).all()
        more = len(rows) > limit
        following = Cursor((rows[limit - 1].id,), Total(-1)).write(*question) if more else None
        return Page(tuple(map(_deed, rows[:limit])), -1, following)


def _deed(row: Any) -> Deed:
    values = {name: getattr(row, name) for name in Deed.__slots__}
    return Deed(**values | {"detail": json.loads(row.detail)})
