"""PostgreSQL's index of words knows where in the order of creation each picture is."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STATEMENTS = {
    "sqlite": [],
    "postgresql": [
        "CREATE INDEX ix_asset_words_block ON asset_words"
        " USING gin (document, (ARRAY[number >> 12])) WITH (fastupdate = off)",
        "DROP INDEX ix_asset_words_document",
        # No plan depends on how frequent a word is any more; to read that of many takes longer than to plan.
        "ALTER TABLE asset_words ALTER document SET STATISTICS -1",
        "ANALYZE asset_words",
    ],
}


def upgrade() -> None:
    for statement in STATEMENTS[op.get_bind().dialect.name]:
        op.execute(statement)
