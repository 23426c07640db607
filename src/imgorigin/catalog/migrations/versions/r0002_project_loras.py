"""LoRAs of projects."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("projects", sa.Column("lora", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "projects", sa.Column("lora_weight", sa.Double(), server_default=sa.text("1"), nullable=False)
    )
