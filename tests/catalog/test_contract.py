"""SQLite and PostgreSQL, against the one contract."""

from __future__ import annotations

from tests.contracts.catalog import CatalogContract


class TestCatalog(CatalogContract):
    """Its fixture `catalog` is of both."""
