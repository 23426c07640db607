"""Whether every part of a server does its work: for /readyz."""

from __future__ import annotations

import asyncio
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final

from imgorigin.errors import (
    StoreUnavailable,
)
from imgorigin.stores.disk import TEMPORARY
from imgorigin.web import ops

if TYPE_CHECKING:
    pass

from imgorigin.parts import Parts

PROBE_BYTES: Final = 65_536
"""A full disk still takes an empty file."""


def checks_of(parts: Parts) -> list[ops.Check]:
    s3, root = parts.store.s3, parts.store.disk.root

    async def look_at_s3() -> None:
        if s3:
            await s3.get("probe")

    main = parts.painters.main()
    others = [desk for desk in parts.painters.desks if desk is not main]
    found = [
        ops.Check("painter", main.painter.check),
        *(ops.Check(f"painter {desk.name}", desk.painter.check, shared=True) for desk in others),
        ops.Check("disk", lambda: writable(root)),
        ops.Check("leases", parts.leases.check),
        ops.Check("catalog", parts.catalog.check, shared=bool(parts.settings.catalog)),
    ]
    return [*found, ops.Check("s3", look_at_s3, shared=True)] if s3 else found


async def writable(folder: Path) -> None:
    def write() -> None:
        probe = folder / f"{TEMPORARY}{secrets.token_hex(8)}"  # a sweep clears away what a crash leaves
        try:
            probe.write_bytes(os.urandom(PROBE_BYTES))  # which no disk makes smaller
        finally:
            probe.unlink(missing_ok=True)

    try:
        await asyncio.to_thread(write)
    except OSError as error:
        raise StoreUnavailable(f"The disk cannot be written: {error.strerror}.") from error
