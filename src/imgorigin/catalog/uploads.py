"""Pictures that were sent to us, by the hash of their bytes. The bytes are in the store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import Database
from imgorigin.catalog.tables import assets, now, projects, uploads, versions
from imgorigin.catalog.words import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """`name` is that of the file as it was sent, `facts` what was found in it (JSON)."""

    sha256: str
    media_type: str
    bytes: int
    width: int
    height: int
    name: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)
    created: datetime | None = None
    created_by: str = ""


@dataclass(frozen=True, slots=True)
class Uploads:
    database: Database

    async def keep(self, upload: Upload) -> Upload:
        """What is known of these bytes: this, unless they were sent before."""
        values = {name: getattr(upload, name) for name in Upload.__slots__} | {
            "name": clean(upload.name),
            "created_by": clean(upload.created_by),
            "facts": json.dumps(dict(upload.facts), separators=(",", ":")),
            "created": upload.created or now(),
        }
        async with self.database.write() as connection:
            await connection.execute(insert(connection, uploads).values(**values).on_conflict_do_nothing())
            row = (await connection.execute(select(uploads).where(uploads.c.sha256 == upload.sha256))).one()
        return _upload(row)

    async def get(self, sha256: str) -> Upload | None:
        async with self.database.read() as connection:
            row = (await connection.execute(select(uploads).where(uploads.c.sha256 == sha256))).first()
        return _upload(row) if row else None

    async def drop_unused(self, sha256: str) -> bool:
        """Forget an upload that nothing shows, and nothing is made from. False if something does, or there is
        none."""
        name = f"%{sha256}%"
        used = (
            select(assets.c.number).where(assets.c.upload == sha256).exists(),
            select(versions.c.asset).where(versions.c.recipe.like(name)).exists(),
            select(projects.c.id).where(projects.c.reference_image.like(name)).exists(),
        )
        gone = uploads.delete().where(uploads.c.sha256 == sha256, *(~use for use in used))
        async with self.database.write() as connection:
            return (await connection.execute(gone)).rowcount > 0


def _upload(row: Any) -> Upload:
    values = {name: getattr(row, name) for name in Upload.__slots__}
    return Upload(**values | {"facts": json.loads(row.facts)})
