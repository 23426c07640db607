"""Keys: who calls, and what they may do. Only hashes of them are kept."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Row, Select, bindparam, insert, or_, select, update

from imgorigin.catalog.engine import Database
from imgorigin.catalog.tables import accounts, keys, now, projects
from imgorigin.catalog.words import clean, label
from imgorigin.errors import NotFound

KeyScope = Literal["read", "paint", "manage"]

START: Final = "imgorigin_"
WEBHOOK_START: Final = "whsec_"
WEBHOOK_BYTES: Final = 32
SHOWN: Final = len(START) + 6
"""Characters of a key that are kept to recognise it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """`project_id` is None for a key to all projects of its account; budgets are None where there is no
    bound; `storage` is as of a project (see ProjectSettings). `lineage` is the id of the first of the keys
    that were rotated to this one; empty: its own."""

    id: str
    account_id: int
    project_id: int | None
    project: str | None
    name: str
    prefix: str
    scope: KeyScope
    created: datetime
    expires: datetime | None
    revoked: datetime | None
    last_used: datetime | None
    paints_per_minute: int | None = None
    paints_per_month: int | None = None
    gpu_seconds_per_month: float | None = None
    storage: bool = True
    lineage: str = ""

    @property
    def owner(self) -> str:
        """Of the jobs that it asks for: rotated, it still has them."""
        return self.lineage or self.id

    def is_good(self, at: datetime) -> bool:
        return self.revoked is None and (self.expires is None or at < self.expires)


@dataclass(frozen=True, slots=True)
class Keys:
    database: Database

    async def create(
        self,
        account_id: int,
        name: str,
        scope: KeyScope,
        *,
        project_id: int | None = None,
        expires: datetime | None = None,
        paints_per_minute: int | None = None,
        paints_per_month: int | None = None,
        gpu_seconds_per_month: float | None = None,
        storage: bool = True,
        lineage: str = "",
    ) -> tuple[Key, str]:
        """The key, and the secret that is told this once."""
        secret = START + secrets.token_urlsafe(32)
        values = {
            "id": secrets.token_hex(8),
            "account_id": account_id,
            "project_id": project_id,
            "name": label(name),
            "prefix": secret[:SHOWN],
            "hash": hash_of(secret),
            "scope": scope,
            "created": now(),
            "expires": expires,
            "paints_per_minute": paints_per_minute,
            "paints_per_month": paints_per_month,
            "gpu_seconds_per_month": gpu_seconds_per_month,
            "storage": storage,
            "lineage": lineage,
        }
        async with self.database.write() as connection:
            await connection.execute(insert(keys).values(**values))
            row = (await connection.execute(_select().where(keys.c.id == values["id"]))).one()
        return _key(row), secret

    async def create_first(
        self, account_id: int, name: str, scope: KeyScope, keep: Callable[[str], None]
    ) -> Key | None:
        """A key to all projects, unless there is any key at all, good or not; None then. `keep` is given the
        secret before anybody can see the key; if it raises, there is no key. Of several at once one makes
        it."""
        secret = START + secrets.token_urlsafe(32)
        values = {
            "id": secrets.token_hex(8),
            "account_id": account_id,
            "name": label(name),
            "prefix": secret[:SHOWN],
            "hash": hash_of(secret),
            "scope": scope,
            "created": now(),
        }
        async with self.database.write() as connection:
            # In PostgreSQL, too, only one at a time gets further.
            await connection.execute(select(accounts.c.id).order_by(accounts.c.id).with_for_update())
            if (await connection.execute(select(keys.c.id).limit(1))).first():
                return None
            await connection.execute(insert(keys).values(**values))
            row = (await connection.execute(_select().where(keys.c.id == values["id"]))).one()
            keep(secret)
        return _key(row)

    async def of_secret(self, secret: str) -> Key | None:
        """Also one that expired or was revoked. It is looked up by its hash: how long that takes says
        nothing of any secret."""
        async with self.database.read() as connection:
            row = (await connection.execute(_select().where(keys.c.hash == hash_of(secret)))).first()
        return _key(row) if row else None

    async def get(self, account_id: int, key_id: str) -> Key | None:
        """Also one that expired or was revoked."""
        query = _select().where(keys.c.account_id == account_id, keys.c.id == key_id)
        async with self.database.read() as connection:
            row = (await connection.execute(query)).first()
        return _key(row) if row else None

    async def webhook_secret(self, key_id: str, *, rotate: bool = False) -> str:
        """What webhooks of this key are signed with, by the Standard Webhooks specification: made when it is
        first asked for, or to `rotate` it. Raises NotFound."""
        made = WEBHOOK_START + base64.b64encode(secrets.token_bytes(WEBHOOK_BYTES)).decode()
        setting = update(keys).where(keys.c.id == key_id).values(webhook_secret=made)
        if not rotate:
            setting = setting.where(keys.c.webhook_secret == "")
        async with self.database.write() as connection:
            await connection.execute(setting)
            found = await connection.scalar(select(keys.c.webhook_secret).where(keys.c.id == key_id))
        if not found:
            raise NotFound(f"There is no key {key_id!r}.")
        return str(found)

    async def all(self, account_id: int) -> tuple[Key, ...]:
        """The oldest first."""
        query = _select().where(keys.c.account_id == account_id).order_by(keys.c.created, keys.c.id)
        async with self.database.read() as connection:
            return tuple(map(_key, await connection.execute(query)))

    async def revoke(self, account_id: int, id_or_prefix: str) -> Key:
        """From now on. Raises NotFound."""
        return await self._change(account_id, id_or_prefix, {"revoked": now()})

    async def rotate(
        self,
        account_id: int,
        id_or_prefix: str,
        *,
        old_until: datetime | None = None,
        expires: datetime | None = None,
    ) -> tuple[Key, str]:
        """A new key that may do what the old one may, which is good until `old_until` (None: no longer).
        `expires` is the new one's. Raises NotFound."""
        old = await self._change(
            account_id, id_or_prefix, {"expires": old_until} if old_until else {"revoked": now()}
        )
        return await self.create(
            account_id,
            old.name,
            old.scope,
            project_id=old.project_id,
            expires=expires,
            paints_per_minute=old.paints_per_minute,
            paints_per_month=old.paints_per_month,
            gpu_seconds_per_month=old.gpu_seconds_per_month,
            storage=old.storage,
            lineage=old.owner,
        )

    async def set(self, account_id: int, id_or_prefix: str, changes: Mapping[str, Any]) -> Key:
        """Change its name, end, budgets or storage, by the names of Key. The values are checked by the
        caller. Raises NotFound."""
        return await self._change(account_id, id_or_prefix, changes)

    async def used(self, times: Mapping[str, datetime]) -> None:
        """When keys were last used, by id; to be told now and then, not with every call."""
        if not times:
            return
        statement = (
            update(keys)
            .where(
                keys.c.id == bindparam("key_id"),
                or_(
                    keys.c.last_used.is_(None),
                    keys.c.last_used < bindparam("at", type_=keys.c.last_used.type),
                ),
            )
            .values(last_used=bindparam("at", type_=keys.c.last_used.type))
        )
        rows = [{"key_id": key, "at": at} for key, at in sorted(times.items())]
        async with self.database.write() as connection:
            await connection.execute(statement, rows)

    async def _change(self, account_id: int, id_or_prefix: str, values: Mapping[str, Any]) -> Key:
        asked = clean(id_or_prefix)
        named = or_(keys.c.id == asked, keys.c.prefix == asked)
        async with self.database.write() as connection:
            found = (
                await connection.execute(
                    _select().where(keys.c.account_id == account_id, named, keys.c.revoked.is_(None))
                )
            ).all()
            if len(found) != 1:
                raise NotFound(f"There is no key {id_or_prefix!r} in use. `imgorigin keys list` lists them.")
            await connection.execute(update(keys).where(keys.c.id == found[0].id).values(**values))
            row = (await connection.execute(_select().where(keys.c.id == found[0].id))).one()
        return _key(row)


def hash_of(secret: str) -> str:
    """SHA-256: a key has 256 bits of chance, so nothing slower is needed."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def _select() -> Select[Any]:
    return select(keys, projects.c.name.label("project")).outerjoin(
        projects, projects.c.id == keys.c.project_id
    )


def _key(row: Row[Any]) -> Key:
    return Key(**{name: getattr(row, name) for name in Key.__slots__})
