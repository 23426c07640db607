"""The tables brought to what this program needs, once, whoever starts first.

Migrations only add: a process of the release before, still running, must find what it knows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import structlog
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.engine import POSTGRESQL, Database
from imgorigin.errors import SettingsError

HEAD: Final = "0010"
"""The last of the migrations. Known here, so that a start that has nothing to do need not load Alembic."""
MIGRATIONS: Final = Path(__file__).parent / "migrations"

_LOCK: Final = 0x696D676F726967
"""The advisory lock of PostgreSQL under which one process migrates: "imgorig" in ASCII."""

log = structlog.get_logger(__name__)


async def upgrade(database: Database, to: str = HEAD) -> None:
    """Raises SettingsError if the database is of a newer release, CatalogUnavailable."""
    async with database.read() as connection:
        if await revision(connection) == to:
            return
    async with database.write() as connection:  # in SQLite: alone
        if database.dialect == POSTGRESQL:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        found = await revision(connection)
        if found == to:
            return
        log.info("catalog upgraded", catalog=database.shown, before=found, after=to)
        await connection.run_sync(_migrate, found, to)


async def revision(connection: AsyncConnection) -> str | None:
    """The last migration that was applied; None for an empty database."""

    def look(there: Connection) -> str | None:
        if not inspect(there).has_table("alembic_version"):
            return None
        found: str | None = there.scalar(text("SELECT version_num FROM alembic_version"))
        return found

    return await connection.run_sync(look)


def _migrate(connection: Connection, found: str | None, to: str) -> None:
    from alembic import command  # noqa: PLC0415  slow to load, and seldom needed
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = configuration(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise SettingsError(
            f"The catalog is of a newer release (its tables are at {found}, this program knows {HEAD}). "
            "Install that release, or restore a backup that this one made."
        )
    command.upgrade(config, to)


def configuration(connection: Connection) -> Any:
    """Of Alembic, for a connection that is open."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
