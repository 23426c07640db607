"""Projects and keys as tables of tests want them: said in a word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from imgorigin.catalog.keys import Key, KeyScope
from imgorigin.catalog.projects import ProjectRow, ProjectSettings

NOW: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECRET: Final = "first-secret-of-acme"
OTHER_SECRET: Final = "second-secret-of-acme"


def project(**settings: Any) -> ProjectRow:
    """`acme`, the project 7 of the account 1."""
    values: dict[str, Any] = {"signing_secrets": (SECRET, OTHER_SECRET)}
    return ProjectRow(
        id=7,
        public_id="7",
        plan="",
        account_id=1,
        name="acme",
        is_default=True,
        settings=ProjectSettings(**values | settings),
        image_count=0,
        created=NOW,
    )


def key(scope: KeyScope = "paint", *, account: int = 1, project: int | None = None, **more: Any) -> Key:
    values: dict[str, Any] = {
        "id": "k1",
        "account_id": account,
        "project_id": project,
        "project": "acme" if project else None,
        "name": "test",
        "prefix": "imgorigin_abcdef",
        "scope": scope,
        "created": NOW - timedelta(days=1),
        "expires": None,
        "revoked": None,
        "last_used": None,
    }
    return Key(**values | more)
