"""Pictures that are kept for a time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NAME = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("assets", sa.Column("expires", sa.BigInteger(), nullable=True))
    op.create_index("ix_assets_expires", "assets", ["expires"])
    op.add_column("projects", sa.Column("retention_days", sa.BigInteger(), nullable=True))
    op.create_table(
        "expired",
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_expired_project_id"),
        sa.PrimaryKeyConstraint("project_id", "slug", name="pk_expired"),
    )
    op.create_table(
        "duties",
        sa.Column("name", NAME, nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_duties"),
    )
