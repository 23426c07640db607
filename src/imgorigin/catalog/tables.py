"""Every table of the catalog, for SQLite and PostgreSQL alike. A change here needs a migration.

Times are whole milliseconds since 1970, UTC. JSON is text: nothing asks for a part of it. Text that is sorted
compares by code point in both databases. The index of the words of pictures is not here: see `wordindex`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.engine import Dialect

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Key: Final = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only where the type is spelled INTEGER."""
Name: Final = Text().with_variant(Text(collation="C"), "postgresql")


_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(TypeDecorator[datetime]):
    """A point in time, to the millisecond below."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else (value - _EPOCH) // timedelta(milliseconds=1)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + timedelta(milliseconds=value)


def now() -> datetime:
    """To the millisecond, as a row gives it back."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


accounts: Final = Table(
    "accounts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", Name, nullable=False, unique=True),
    _words("plan"),
    Column("created", Moment, nullable=False),
)

projects: Final = Table(
    "projects",
    metadata,
    Column("id", Key, primary_key=True),
    Column("public_id", Name, nullable=False, unique=True),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False),
    Column("name", Name, nullable=False, unique=True),
    _words("display_name"),
    _words("description"),
    Column("is_default", Boolean, nullable=False, server_default=false()),
    Column("paint", Text, nullable=False, server_default="open"),
    Column("private", Boolean, nullable=False, server_default=false()),
    Column("revalidate", Boolean, nullable=False, server_default=false()),
    Column("tell_prompt", Boolean, nullable=False, server_default=false()),
    Column("background", Text, nullable=False, server_default="#ffffff"),
    _words("custom_prompt"),
    _words("negative_prompt"),
    _words("style"),
    _words("default_model"),
    _words("reference_image"),
    _words("lora"),
    Column("lora_weight", Double, nullable=False, server_default=text("1")),
    Column("origins", Text, nullable=False, server_default="[]"),
    Column("signing_secrets", Text, nullable=False, server_default="[]"),
    Column("paints_per_minute", BigInteger),
    Column("paints_per_month", BigInteger),
    Column("gpu_seconds_per_month", Double),
    Column("storage", Boolean, nullable=False, server_default=true()),
    Column("retention_days", BigInteger),
    Column("created", Moment, nullable=False),
)
Index(
    "uq_projects_default",
    projects.c.account_id,
    unique=True,
    sqlite_where=projects.c.is_default,
    postgresql_where=projects.c.is_default,
)

keys: Final = Table(
    "keys",
    metadata,
    Column("id", Name, primary_key=True),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False, index=True),
    Column("project_id", ForeignKey(projects.c.id), index=True),
    Column("name", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("hash", Name, nullable=False, unique=True),
    Column("scope", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("expires", Moment),
    Column("revoked", Moment),
    Column("last_used", Moment),
    Column("paints_per_minute", BigInteger),
    Column("paints_per_month", BigInteger),
    Column("gpu_seconds_per_month", Double),
    Column("storage", Boolean, nullable=False, server_default=true()),
    _words("webhook_secret"),
    Column("lineage", Name, nullable=False, server_default=""),
)
"""`lineage` is the id of the first of the keys that were rotated to this one; empty: its own."""

uploads: Final = Table(
    "uploads",
    metadata,
    Column("sha256", Name, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("width", BigInteger, nullable=False),
    Column("height", BigInteger, nullable=False),
    _words("name"),
    Column("facts", Text, nullable=False, server_default="{}"),
    Column("created", Moment, nullable=False),
    _words("created_by"),
)

assets: Final = Table(
    "assets",
    metadata,
    Column("number", Key, primary_key=True),
    Column("content_id", Name, nullable=False, unique=True),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False),
    Column("project_id", ForeignKey(projects.c.id), nullable=False),
    Column("slug", Name, nullable=False),
    Column("address", Text, nullable=False),
    Column("kind", Text, nullable=False),
    _words("prompt"),
    _words("title"),
    Column("sort_title", Name, nullable=False, server_default=""),
    _words("alt"),
    _words("caption"),
    Column("custom_metadata", Text, nullable=False, server_default="{}"),
    Column("width", BigInteger, nullable=False),
    Column("height", BigInteger, nullable=False),
    Column("format", Text, nullable=False),
    _words("model"),
    Column("seed", BigInteger),
    Column("upload", ForeignKey(uploads.c.sha256), index=True),
    Column("version", BigInteger, nullable=False),
    Column("previous_version", BigInteger, nullable=False),
    Column("gpu_seconds", Double, nullable=False, server_default=text("0")),
    Column("created", Moment, nullable=False),
    _words("created_by"),
    Column("expires", Moment, index=True),
    UniqueConstraint("project_id", "slug"),
    Index("ix_assets_account", "account_id", "number"),
    Index("ix_assets_project", "project_id", "number"),
    Index("ix_assets_account_title", "account_id", "sort_title", "number"),
    Index("ix_assets_project_title", "project_id", "sort_title", "number"),
    sqlite_autoincrement=True,
)
"""`number` only grows: the order of creation. `slug` is all the words of a picture's address: those of an
edit stand behind its source's and a slash. `address` is the first one asked for, `version` the one shown."""

versions: Final = Table(
    "versions",
    metadata,
    Column("asset", ForeignKey(assets.c.number, ondelete="CASCADE"), primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("recipe_key", Text, index=True),
    Column("recipe", Text),
    Column("created", Moment, nullable=False),
    _words("created_by"),
)
"""Neither key nor recipe where the picture is an upload as it came."""

counts: Final = Table(
    "counts",
    metadata,
    Column("scope", BigInteger, primary_key=True, autoincrement=False),
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("count", BigInteger, nullable=False),
)
"""How many assets of each block of numbers a project has (`scope` its id) or an account (minus its id): the
way to a total, and to the n-th asset, without counting."""

tags: Final = Table(
    "tags",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False),
    Column("folded", Name, nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("account_id", "folded"),
)

tag_counts: Final = Table(
    "tag_counts",
    metadata,
    Column("tag", ForeignKey(tags.c.id), primary_key=True),
    Column("project_id", ForeignKey(projects.c.id), primary_key=True),
    Column("count", BigInteger, nullable=False),
)

asset_tags: Final = Table(
    "asset_tags",
    metadata,
    Column("asset", ForeignKey(assets.c.number, ondelete="CASCADE"), primary_key=True),
    Column("tag", ForeignKey(tags.c.id), primary_key=True),
    Column("project_id", ForeignKey(projects.c.id), nullable=False),
    Index("ix_asset_tags_tag", "tag", "asset"),
    Index("ix_asset_tags_project", "project_id", "tag", "asset"),
)

redirects: Final = Table(
    "redirects",
    metadata,
    Column("project_id", ForeignKey(projects.c.id), primary_key=True),
    Column("slug", Name, primary_key=True),
    Column("asset", ForeignKey(assets.c.number, ondelete="CASCADE"), nullable=False, index=True),
    Column("created", Moment, nullable=False),
)

expired: Final = Table(
    "expired",
    metadata,
    Column("project_id", ForeignKey(projects.c.id), primary_key=True),
    Column("slug", Name, primary_key=True),
    Column("at", Moment, nullable=False),
)
"""Addresses whose pictures were kept for a time that is over: they are bound to nothing again."""

usage: Final = Table(
    "usage",
    metadata,
    Column("subject", Name, primary_key=True),
    Column("period", Name, primary_key=True),
    Column("paints", BigInteger, nullable=False, server_default=text("0")),
    Column("images", BigInteger, nullable=False, server_default=text("0")),
    Column("edits", BigInteger, nullable=False, server_default=text("0")),
    Column("gpu_seconds", Double, nullable=False, server_default=text("0")),
    Column("requests", BigInteger, nullable=False, server_default=text("0")),
)

audit: Final = Table(
    "audit",
    metadata,
    Column("id", Key, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("account_id", BigInteger, nullable=False),
    Column("project", Name, nullable=False, server_default=""),
    Column("who", Name, nullable=False),
    Column("action", Name, nullable=False),
    Column("subject", Name, nullable=False, server_default=""),
    Column("detail", Text, nullable=False, server_default="{}"),
    Index("ix_audit_account", "account_id", "id"),
    Index("ix_audit_project", "account_id", "project", "id"),
    Index("ix_audit_subject", "account_id", "subject", "id"),
    sqlite_autoincrement=True,
)
"""Outlives what it tells of, so it refers to nothing."""

news: Final = Table(
    "news",
    metadata,
    Column("id", Key, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("host", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False, server_default="{}"),
    sqlite_autoincrement=True,
)
"""What other hosts have to know of. Rows are only ever added, and go after some days."""

duties: Final = Table(
    "duties",
    metadata,
    Column("name", Name, primary_key=True),
    Column("host", Text, nullable=False),
    Column("until", Moment, nullable=False),
)
"""What one of all hosts does for all, and which one does it until when."""

batches: Final = Table(
    "batches",
    metadata,
    Column("number", Key, primary_key=True),
    Column("id", Name, nullable=False, unique=True),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False),
    Column("project_id", ForeignKey(projects.c.id), nullable=False),
    Column("kind", Name, nullable=False),
    _words("label"),
    Column("total", BigInteger, nullable=False),
    Column("asked_by", Text, nullable=False, server_default="{}"),
    _words("webhook"),
    Column("created", Moment, nullable=False),
    Column("ended", Moment),
    Column("owner", Name, nullable=False, server_default=""),
    Index("ix_batches_owner", "owner", "kind", "number"),
    Index("ix_batches_project", "project_id", "kind", "number"),
    Index("ix_batches_account", "account_id", "kind", "number"),
    Index("ix_batches_ended", "ended"),
    sqlite_autoincrement=True,
)

jobs: Final = Table(
    "jobs",
    metadata,
    Column("number", Key, primary_key=True),
    Column("id", Name, nullable=False, unique=True),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False),
    Column("project_id", ForeignKey(projects.c.id), nullable=False),
    Column("batch", ForeignKey(batches.c.id, ondelete="CASCADE"), index=True),
    Column("kind", Name, nullable=False),
    Column("model", Name, nullable=False, server_default=""),
    Column("request", Text, nullable=False),
    Column("asked_by", Text, nullable=False, server_default="{}"),
    _words("webhook"),
    Column("status", Name, nullable=False),
    Column("progress", Double, nullable=False, server_default=text("0")),
    Column("result", Text),
    Column("error", Text),
    Column("attempt", BigInteger, nullable=False, server_default=text("1")),
    Column("tries", BigInteger, nullable=False, server_default=text("0")),
    Column("lane", BigInteger, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("holder", Text),
    Column("held_until", Moment),
    Column("created", Moment, nullable=False),
    Column("started", Moment),
    Column("ended", Moment),
    Column("owner", Name, nullable=False, server_default=""),
    Index("ix_jobs_owner", "owner", "number"),
    Index("ix_jobs_queue", "status", "lane", "account_id", "number"),
    Index("ix_jobs_measured", "kind", "model", "status", "number"),
    Index("ix_jobs_project", "project_id", "number"),
    Index("ix_jobs_account", "account_id", "number"),
    Index("ix_jobs_ended", "ended"),
    sqlite_autoincrement=True,
)
"""`attempt` counts what its owner asked for, `tries` how often this attempt was taken up. `holder` is the
runner that does it, until `held_until` unless it says so again. `owner` is the lineage of the key that asked
for it, empty if none did."""

idempotency: Final = Table(
    "idempotency",
    metadata,
    Column("account_id", ForeignKey(accounts.c.id), primary_key=True),
    Column("owner", Name, primary_key=True),
    Column("kind", Name, primary_key=True),
    Column("key", Name, primary_key=True),
    Column("body", Text, nullable=False),
    Column("subject", Name, nullable=False),
    Column("created", Moment, nullable=False, index=True),
)
"""`body` is a hash of what was asked with the key, `subject` the id of the job or batch it made."""

deliveries: Final = Table(
    "deliveries",
    metadata,
    Column("number", Key, primary_key=True),
    Column("id", Name, nullable=False, unique=True),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False),
    Column("key_id", ForeignKey(keys.c.id)),
    Column("subject", Name, nullable=False),
    Column("event", Name, nullable=False),
    Column("url", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("status", Name, nullable=False),
    Column("tries", Text, nullable=False, server_default="[]"),
    Column("due", Moment, nullable=False),
    Column("created", Moment, nullable=False),
    Column("ended", Moment),
    Index("ix_deliveries_due", "status", "due"),
    Index("ix_deliveries_account", "account_id", "number"),
    Index("ix_deliveries_ended", "ended"),
    sqlite_autoincrement=True,
)
"""Messages to webhooks: one row each, with every try in `tries` (JSON)."""
