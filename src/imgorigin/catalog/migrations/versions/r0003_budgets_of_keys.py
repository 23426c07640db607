"""Budgets of keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("keys", sa.Column("paints_per_minute", sa.BigInteger(), nullable=True))
    op.add_column("keys", sa.Column("paints_per_month", sa.BigInteger(), nullable=True))
    op.add_column("keys", sa.Column("gpu_seconds_per_month", sa.Double(), nullable=True))
