"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAME = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

WORDS = {
    "sqlite": [
        "CREATE VIRTUAL TABLE asset_words USING fts5(document, tokenize = 'ascii', columnsize = 0)",
    ],
    "postgresql": [
        "CREATE TABLE asset_words (number BIGINT NOT NULL, document TSVECTOR NOT NULL,"
        " CONSTRAINT pk_asset_words PRIMARY KEY (number))",
        # Searches of frequent and of rare words want different plans: know the frequencies of many.
        "ALTER TABLE asset_words ALTER document SET STATISTICS 1000",
        # A list of what is not yet sorted in would be gone through by every search.
        "CREATE INDEX ix_asset_words_document ON asset_words USING gin (document) WITH (fastupdate = off)",
    ],
}


def upgrade() -> None:
    _tables()
    for statement in WORDS[op.get_bind().dialect.name]:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("plan", sa.Text(), server_default="", nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("name", name="uq_accounts_name"),
    )
    op.create_table(
        "audit",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("project", NAME, server_default="", nullable=False),
        sa.Column("who", NAME, nullable=False),
        sa.Column("action", NAME, nullable=False),
        sa.Column("subject", NAME, server_default="", nullable=False),
        sa.Column("detail", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_account", "audit", ["account_id", "id"], unique=False)
    op.create_index("ix_audit_project", "audit", ["account_id", "project", "id"], unique=False)
    op.create_index("ix_audit_subject", "audit", ["account_id", "subject", "id"], unique=False)
    op.create_table(
        "counts",
        sa.Column("scope", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "block", name="pk_counts"),
    )
    op.create_table(
        "uploads",
        sa.Column("sha256", NAME, nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("width", sa.BigInteger(), nullable=False),
        sa.Column("height", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("facts", sa.Text(), server_default="{}", nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_uploads"),
    )
    op.create_table(
        "usage",
        sa.Column("subject", NAME, nullable=False),
        sa.Column("period", NAME, nullable=False),
        sa.Column("paints", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("images", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("edits", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("gpu_seconds", sa.Double(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("subject", "period", name="pk_usage"),
    )
    op.create_table(
        "projects",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", NAME, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("display_name", sa.Text(), server_default="", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("is_default", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("paint", sa.Text(), server_default="open", nullable=False),
        sa.Column("private", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("revalidate", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("tell_prompt", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("background", sa.Text(), server_default="#ffffff", nullable=False),
        sa.Column("custom_prompt", sa.Text(), server_default="", nullable=False),
        sa.Column("negative_prompt", sa.Text(), server_default="", nullable=False),
        sa.Column("style", sa.Text(), server_default="", nullable=False),
        sa.Column("default_model", sa.Text(), server_default="", nullable=False),
        sa.Column("reference_image", sa.Text(), server_default="", nullable=False),
        sa.Column("origins", sa.Text(), server_default="[]", nullable=False),
        sa.Column("signing_secrets", sa.Text(), server_default="[]", nullable=False),
        sa.Column("paints_per_minute", sa.BigInteger(), nullable=True),
        sa.Column("paints_per_month", sa.BigInteger(), nullable=True),
        sa.Column("gpu_seconds_per_month", sa.Double(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_projects_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_projects"),
        sa.UniqueConstraint("name", name="uq_projects_name"),
        sa.UniqueConstraint("public_id", name="uq_projects_public_id"),
    )
    op.create_index(
        "uq_projects_default",
        "projects",
        ["account_id"],
        unique=True,
        sqlite_where=sa.text("is_default"),
        postgresql_where=sa.text("is_default"),
    )
    op.create_table(
        "tags",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("folded", NAME, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_tags_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tags"),
        sa.UniqueConstraint("account_id", "folded", name="uq_tags_account_id_folded"),
    )
    op.create_table(
        "assets",
        sa.Column("number", KEY, nullable=False),
        sa.Column("content_id", NAME, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("project_id", KEY, nullable=False),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("sort_title", NAME, server_default="", nullable=False),
        sa.Column("alt", sa.Text(), server_default="", nullable=False),
        sa.Column("caption", sa.Text(), server_default="", nullable=False),
        sa.Column("custom_metadata", sa.Text(), server_default="{}", nullable=False),
        sa.Column("width", sa.BigInteger(), nullable=False),
        sa.Column("height", sa.BigInteger(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), server_default="", nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=True),
        sa.Column("upload", NAME, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("previous_version", sa.BigInteger(), nullable=False),
        sa.Column("gpu_seconds", sa.Double(), server_default=sa.text("0"), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_assets_account_id"),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_assets_project_id"),
        sa.ForeignKeyConstraint(["upload"], ["uploads.sha256"], name="fk_assets_upload"),
        sa.PrimaryKeyConstraint("number", name="pk_assets"),
        sa.UniqueConstraint("content_id", name="uq_assets_content_id"),
        sa.UniqueConstraint("project_id", "slug", name="uq_assets_project_id_slug"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_assets_account", "assets", ["account_id", "number"], unique=False)
    op.create_index("ix_assets_account_title", "assets", ["account_id", "sort_title", "number"], unique=False)
    op.create_index("ix_assets_project", "assets", ["project_id", "number"], unique=False)
    op.create_index("ix_assets_project_title", "assets", ["project_id", "sort_title", "number"], unique=False)
    op.create_index("ix_assets_upload", "assets", ["upload"], unique=False)
    op.create_table(
        "keys",
        sa.Column("id", NAME, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("project_id", KEY, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("hash", NAME, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=True),
        sa.Column("revoked", sa.BigInteger(), nullable=True),
        sa.Column("last_used", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_keys_account_id"),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_keys_project_id"),
        sa.PrimaryKeyConstraint("id", name="pk_keys"),
        sa.UniqueConstraint("hash", name="uq_keys_hash"),
    )
    op.create_index("ix_keys_account_id", "keys", ["account_id"], unique=False)
    op.create_index("ix_keys_project_id", "keys", ["project_id"], unique=False)
    op.create_table(
        "tag_counts",
        sa.Column("tag", KEY, nullable=False),
        sa.Column("project_id", KEY, nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_tag_counts_project_id"),
        sa.ForeignKeyConstraint(["tag"], ["tags.id"], name="fk_tag_counts_tag"),
        sa.PrimaryKeyConstraint("tag", "project_id", name="pk_tag_counts"),
    )
    op.create_table(
        "asset_tags",
        sa.Column("asset", KEY, nullable=False),
        sa.Column("tag", KEY, nullable=False),
        sa.Column("project_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["asset"], ["assets.number"], name="fk_asset_tags_asset", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_asset_tags_project_id"),
        sa.ForeignKeyConstraint(["tag"], ["tags.id"], name="fk_asset_tags_tag"),
        sa.PrimaryKeyConstraint("asset", "tag", name="pk_asset_tags"),
    )
    op.create_index("ix_asset_tags_project", "asset_tags", ["project_id", "tag", "asset"], unique=False)
    op.create_index("ix_asset_tags_tag", "asset_tags", ["tag", "asset"], unique=False)
    op.create_table(
        "redirects",
        sa.Column("project_id", KEY, nullable=False),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("asset", KEY, nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["asset"], ["assets.number"], name="fk_redirects_asset", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_redirects_project_id"),
        sa.PrimaryKeyConstraint("project_id", "slug", name="pk_redirects"),
    )
    op.create_index("ix_redirects_asset", "redirects", ["asset"], unique=False)
    op.create_table(
        "versions",
        sa.Column("asset", KEY, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("recipe_key", sa.Text(), nullable=True),
        sa.Column("recipe", sa.Text(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["asset"], ["assets.number"], name="fk_versions_asset", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("asset", "version", name="pk_versions"),
    )
