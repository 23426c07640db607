"""Requests that plans count, and whether pictures of projects and keys are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "usage", sa.Column("requests", sa.BigInteger(), nullable=False, server_default=sa.text("0"))
    )
    for table in ("projects", "keys"):
        op.add_column(table, sa.Column("storage", sa.Boolean(), nullable=False, server_default=sa.true()))
