"""The first key: made by the first start, so that whoever runs the server can use its API at once."""

from __future__ import annotations

import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from imgorigin.catalog.catalog import Catalog
from imgorigin.errors import SettingsError

FILE: Final = "admin-key.txt"
"""In the data folder; nobody but its owner reads it."""
NAME: Final = "admin"


async def ensure_admin_key(catalog: Catalog, account_id: int, data: Path) -> Path | None:
    """If there is no key at all, not even one that is over: make one that may do everything, and write it
    into a file. Gives the file, None if there was a key. Of many processes that do so at once one makes it.
    Raises SettingsError if the file cannot be written; there is no key then."""
    path = data / FILE
    made = await catalog.keys.create_first(account_id, NAME, "manage", lambda secret: _keep(path, secret))
    return path if made else None


async def kept_admin_key(catalog: Catalog, data: Path) -> Path | None:
    """The file, if the key in it is good. Raises CatalogUnavailable."""
    path = data / FILE
    try:
        secret = path.read_text().strip()
    except (OSError, UnicodeDecodeError):  # put elsewhere, or not ours to read
        return None
    key = await catalog.keys.of_secret(secret)
    return path if key and key.is_good(datetime.now(UTC)) else None


def _keep(path: Path, secret: str) -> None:
    # What is wrong with the file must not be taken for something wrong with the catalog.
    try:
        _write(path, secret)
    except OSError as error:
        raise SettingsError(f"The admin key cannot be written to {path}: {error.strerror}.") from error


def _write(path: Path, secret: str) -> None:
    """Whole or not at all, and at no moment readable by others."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:  # noqa: PTH123
            out.write(secret + "\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
