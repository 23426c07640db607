"""Jobs, their batches and keys of idempotency, and messages to webhooks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAME = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("keys", sa.Column("webhook_secret", sa.Text(), server_default="", nullable=False))
    _batches()
    _jobs()
    _idempotency()
    _deliveries()


def _batches() -> None:
    op.create_table(
        "batches",
        *_owned("batches"),
        sa.Column("project_id", KEY, nullable=False),
        sa.Column("kind", NAME, nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", sa.Text(), server_default="{}", nullable=False),
        sa.Column("webhook", sa.Text(), server_default="", nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_batches_project_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_batches_account", "batches", ["account_id", "kind", "number"])
    op.create_index("ix_batches_project", "batches", ["project_id", "kind", "number"])
    op.create_index("ix_batches_ended", "batches", ["ended"])


def _jobs() -> None:
    op.create_table(
        "jobs",
        *_owned("jobs"),
        sa.Column("project_id", KEY, nullable=False),
        sa.Column("batch", NAME, nullable=True),
        sa.Column("kind", NAME, nullable=False),
        sa.Column("model", NAME, server_default="", nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), server_default="{}", nullable=False),
        sa.Column("webhook", sa.Text(), server_default="", nullable=False),
        sa.Column("status", NAME, nullable=False),
        sa.Column("progress", sa.Double(), server_default=sa.text("0"), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("attempt", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("tries", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("lane", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("started", sa.BigInteger(), nullable=True),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_jobs_project_id"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_jobs_batch", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_jobs_queue", "jobs", ["status", "lane", "account_id", "number"])
    op.create_index("ix_jobs_measured", "jobs", ["kind", "model", "status", "number"])
    op.create_index("ix_jobs_account", "jobs", ["account_id", "number"])
    op.create_index("ix_jobs_project", "jobs", ["project_id", "number"])
    op.create_index("ix_jobs_batch", "jobs", ["batch"])
    op.create_index("ix_jobs_ended", "jobs", ["ended"])


def _idempotency() -> None:
    op.create_table(
        "idempotency",
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("kind", NAME, nullable=False),
        sa.Column("key", NAME, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("subject", NAME, nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "kind", "key", name="pk_idempotency"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_idempotency_account_id"),
    )
    op.create_index("ix_idempotency_created", "idempotency", ["created"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        *_owned("deliveries"),
        sa.Column("key_id", NAME, nullable=True),
        sa.Column("subject", NAME, nullable=False),
        sa.Column("event", NAME, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("status", NAME, nullable=False),
        sa.Column("tries", sa.Text(), server_default="[]", nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["key_id"], ["keys.id"], name="fk_deliveries_key_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_due", "deliveries", ["status", "due"])
    op.create_index("ix_deliveries_account", "deliveries", ["account_id", "number"])
    op.create_index("ix_deliveries_ended", "deliveries", ["ended"])


def _owned(table: str) -> list[sa.schema.SchemaItem]:
    """What they all have: a number, an id of their own, and an account."""
    return [
        sa.Column("number", KEY, nullable=False),
        sa.Column("id", NAME, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("number", name=f"pk_{table}"),
        sa.UniqueConstraint("id", name=f"uq_{table}_id"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=f"fk_{table}_account_id"),
    ]
