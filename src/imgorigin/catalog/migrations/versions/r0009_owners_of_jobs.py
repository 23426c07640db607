"""Keys own the jobs, batches and keys of idempotency that they ask for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAME = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
OWNERS = {
    "sqlite": "coalesce(json_extract(asked_by, '$.key'), '')",
    "postgresql": "coalesce(asked_by::json ->> 'key', '')",
}
"""Who asked, by dialect."""


def upgrade() -> None:
    op.add_column("keys", sa.Column("lineage", NAME, server_default="", nullable=False))
    for table in ("jobs", "batches"):
        op.add_column(table, sa.Column("owner", NAME, server_default="", nullable=False))
        owned = sa.update(sa.table(table, sa.column("owner")))
        op.execute(owned.values(owner=sa.text(OWNERS[op.get_bind().dialect.name])))
    op.create_index("ix_jobs_owner", "jobs", ["owner", "number"])
    op.create_index("ix_batches_owner", "batches", ["owner", "kind", "number"])
    _idempotency()


def _idempotency() -> None:
    """SQLite adds nothing to a primary key that is there."""
    op.execute("CREATE TABLE idempotency_before AS SELECT * FROM idempotency")
    op.drop_table("idempotency")
    op.create_table(
        "idempotency",
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("owner", NAME, nullable=False),
        sa.Column("kind", NAME, nullable=False),
        sa.Column("key", NAME, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("subject", NAME, nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "owner", "kind", "key", name="pk_idempotency"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_idempotency_account_id"),
    )
    op.execute(
        "INSERT INTO idempotency (account_id, owner, kind, key, body, subject, created) "
        "SELECT before.account_id, coalesce(jobs.owner, batches.owner, ''), before.kind, before.key, "
        "before.body, before.subject, before.created FROM idempotency_before AS before "
        "LEFT JOIN jobs ON jobs.id = before.subject LEFT JOIN batches ON batches.id = before.subject"
    )
    op.drop_table("idempotency_before")
    op.create_index("ix_idempotency_created", "idempotency", ["created"])
