"""How jobs ended, told to the catalog: those that end while others are being told are told together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from imgorigin.catalog.claims import Claims, Ending
from imgorigin.catalog.jobs import Announcer
from imgorigin.errors import CatalogUnavailable

Waiting = tuple[Ending, asyncio.Future[bool]]


class Endings:
    """Of the jobs of one `holder`. One transaction at a time."""

    def __init__(self, claims: Claims, holder: str, announcer: Announcer) -> None:
        self._claims = claims
        self._holder = holder
        self._announcer = announcer
        self._waiting: list[Waiting] = []
        self._telling: asyncio.Task[None] | None = None

    async def tell(self, ending: Ending) -> bool:
        """False if the job was no longer the holder's: nothing is changed then. Raises CatalogUnavailable."""
        told: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((ending, told))
        if not self._telling:
            self._telling = asyncio.create_task(self._tell_all(), name="endings of jobs")
        return await told

    async def _tell_all(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            await self._tell(group)
        self._telling = None

    async def _tell(self, group: Sequence[Waiting]) -> None:
        try:
            ended = await self._claims.finish_all(
                self._holder, [ending for ending, _ in group], self._announcer
            )
        except Exception as error:
            await self._failed(group, error)
            return
        for ending, told in group:
            if not told.done():
                told.set_result(ending.job.number in ended)

    async def _failed(self, group: Sequence[Waiting], error: Exception) -> None:
        """What one is refused for is not to keep the others from being told."""
        if len(group) > 1 and not isinstance(error, CatalogUnavailable):
            for one in group:
                await self._tell([one])
            return
        for _, told in group:
            if not told.done():
                told.set_exception(error)
