"""Pictures that were kept for a time, swept away once it is over: by one process of all hosts.

due -> close their addresses for good -> delete their files in every tier, and their rows -> the audit
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from typing import Final

import structlog

from imgorigin.catalog.audit import Deed
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.records import Asset
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import now
from imgorigin.errors import CatalogUnavailable, NotFound, StoreUnavailable
from imgorigin.flight import finished

DUTY: Final = "sweep"
SWEEP_SECONDS: Final = 60.0
"""From one sweep to the next: what lies on a public shelf may be shown for so long after its time."""
DUTY_SECONDS: Final = 3 * SWEEP_SECONDS
"""After which another process sweeps, if the one that did is gone."""
BATCH: Final = 50

Delete = Callable[[Scope, Collection[str]], Awaitable[tuple[Asset, ...]]]
"""See Purger.delete."""

log = structlog.get_logger(__name__)


class Sweeper:
    def __init__(
        self, catalog: Catalog, delete: Delete, *, host: str, clock: Callable[[], datetime] = now
    ) -> None:
        self._catalog = catalog
        self._delete = delete
        self._name = f"{host}-{secrets.token_hex(4)}"
        self._clock = clock

    async def sweep(self) -> int:
        """All that are due, unless another process sees to that. Returns how many pictures it were. Raises
        CatalogUnavailable, StoreUnavailable: the next sweep goes on from there."""
        swept = 0
        while await self._catalog.duties.take(DUTY, self._name, DUTY_SECONDS):
            due = await self._catalog.expiry.due(self._clock(), limit=BATCH)
            if not due:
                break
            swept += await self._swept(due)
        return swept

    async def run(self) -> None:
        """For ever."""
        while True:
            try:
                if swept := await finished(self.sweep()):  # a cancelled statement leaves its connection open
                    log.info("expired pictures swept away", pictures=swept)
            except CatalogUnavailable:
                pass  # the log has it
            except StoreUnavailable as error:
                log.error("expired pictures not swept away", error=error.detail)
            except Exception:
                log.exception("expired pictures not swept away")
            await asyncio.sleep(SWEEP_SECONDS)

    async def _swept(self, due: Collection[Asset]) -> int:
        (scope,) = {asset.scope for asset in due}
        await self._catalog.expiry.close(due)
        try:
            gone = await self._delete(scope, [asset.content_id for asset in due])
        except NotFound:  # one of them was deleted this moment: the others are due still
            return 0
        await self._catalog.audit.note(*map(_deed, gone))
        return len(gone)


def _deed(asset: Asset) -> Deed:
    return Deed(
        account_id=asset.account_id,
        who="retention",
        action="expire",
        subject=asset.content_id,
        project=asset.project,
        detail={"slug": asset.slug},
    )
