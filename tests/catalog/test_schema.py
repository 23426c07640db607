"""Migrations, up from nothing and from each other, and by many at once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from imgorigin.catalog import schema
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.engine import Database, open_database
from imgorigin.catalog.tables import metadata
from imgorigin.errors import SettingsError
from tests.catalog.conftest import Place

REVISIONS = [
    script.revision for script in reversed(list(ScriptDirectory(str(schema.MIGRATIONS)).walk_revisions()))
]


def differences(connection: Connection) -> list[Any]:
    def ours(name: str | None, kind: str, parents: Any) -> bool:
        return not (kind == "table" and (name or "").startswith("asset_words"))

    context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_the_migrations_make_the_tables_that_the_program_knows(empty_place: Place) -> None:
    database = open_database(empty_place.url, empty_place.data)
    await schema.upgrade(database)
    async with database.write() as connection:
        assert await connection.run_sync(differences) == []
        assert await schema.revision(connection) == schema.HEAD == REVISIONS[-1]
    await database.close()


@pytest.mark.parametrize(("before", "after"), [(None, REVISIONS[0]), *pairwise(REVISIONS)])
async def test_each_migration_follows_the_one_before(
    empty_place: Place, before: str | None, after: str
) -> None:
    database = open_database(empty_place.url, empty_place.data)
    for revision in (before, after) if before else (after,):
        await schema.upgrade(database, revision)
    async with database.read() as connection:
        assert await schema.revision(connection) == after
    await database.close()


async def test_jobs_of_before_belong_to_the_key_that_asked(empty_place: Place) -> None:
    database = open_database(empty_place.url, empty_place.data)
    await schema.upgrade(database, "0008")
    job = "1, 1, 'image', 'queued', 1, 0, 0, '{}'"
    keyed, by_hand = """ '{"key": "k1"}' """, """ '{"operator": true}' """
    statements = (
        "INSERT INTO accounts (id, name, created) VALUES (1, 'a', 0)",
        "INSERT INTO projects (id, public_id, account_id, name, created) VALUES (1, 'p', 1, 'p', 0)",
        "INSERT INTO jobs (account_id, project_id, kind, status, lane, not_before, created, request, id, "
        f"asked_by) VALUES ({job}, 'keyed', {keyed}), ({job}, 'by hand', {by_hand})",
        "INSERT INTO idempotency (account_id, kind, key, body, subject, created) "
        "VALUES (1, 'image', 'once', 'hash', 'keyed', 0)",
    )
    async with database.write() as connection:
        for statement in statements:
            await connection.exec_driver_sql(statement)
    await schema.upgrade(database, "0009")
    async with database.read() as connection:
        owners = await connection.execute(text("SELECT id, owner FROM jobs ORDER BY number"))
        assert [tuple(row) for row in owners] == [("keyed", "k1"), ("by hand", "")]
        kept = await connection.execute(text("SELECT owner, key, subject FROM idempotency"))
        assert [tuple(row) for row in kept] == [("k1", "once", "keyed")]
    await database.close()


async def test_a_migration_is_whole_or_not_at_all(
    empty_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(empty_place.url, empty_place.data)

    def fail(connection: Connection, found: str | None, to: str) -> None:
        migrate(connection, found, to)
        raise SettingsError("halfway")

    migrate = schema._migrate
    monkeypatch.setattr(schema, "_migrate", fail)
    with pytest.raises(SettingsError, match="halfway"):
        await schema.upgrade(database)
    monkeypatch.undo()
    async with database.read() as connection:
        assert await schema.revision(connection) is None
    await schema.upgrade(database)
    await database.close()


async def test_of_many_who_start_at_once_one_migrates(empty_place: Place) -> None:
    catalogs = [Catalog.open(empty_place.url, empty_place.data) for _ in range(4)]
    await asyncio.gather(*(catalog.start() for catalog in catalogs))
    await asyncio.gather(*(catalog.accounts.ensure() for catalog in catalogs))
    for catalog in catalogs:
        await catalog.close()


async def test_a_newer_catalog_is_refused_and_left_alone(place: Place) -> None:
    catalog = Catalog.open(place.url, place.data)
    await _set_revision(catalog.database, "9999")
    with pytest.raises(SettingsError, match=r"newer release .*9999.*Install that release"):
        await catalog.start()
    async with catalog.database.read() as connection:
        assert await schema.revision(connection) == "9999"
    await catalog.close()


async def _set_revision(database: Database, revision: str) -> None:
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})


def test_serving_a_catalog_that_is_up_to_date_does_not_load_alembic() -> None:
    heavy = {"alembic", "mako", "asyncpg"}
    code = f"import sys, imgorigin.catalog.catalog; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
