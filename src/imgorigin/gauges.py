"""What is measured when it is asked for: how many wait, how much is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from imgorigin.catalog.job_rows import Status
from imgorigin.catalog.jobs import JobTable
from imgorigin.errors import CatalogUnavailable
from imgorigin.metrics import Metrics
from imgorigin.painters.router import Router
from imgorigin.queue import Lane, WorkQueue
from imgorigin.stores.eviction import Eviction
from imgorigin.stores.memory import MemoryStore

LOOK_SECONDS: Final = 1.0
"""That the catalog has to count jobs. One that takes longer is not asked anew meanwhile."""

Counts = dict[tuple[str, Status], int]


@dataclass(slots=True)
class Gauges:
    """Of one process, but for the jobs, which all share."""

    metrics: Metrics
    memory: MemoryStore
    eviction: Eviction
    painters: Router
    cut_queue: WorkQueue
    jobs: JobTable
    _told: Counts = field(default_factory=dict)
    _count: asyncio.Task[Counts] | None = None

    async def measure(self) -> None:
        """Never fails: of a catalog that is down, the jobs are told as they were."""
        metrics = self.metrics
        metrics.store_bytes.labels("memory").set(self.memory.bytes_used)
        metrics.store_bytes.labels("disk").set(self.eviction.bytes_used)
        metrics.painter_restarts.set(self.painters.restarts)
        for queue in self._queues():
            for lane in Lane:
                metrics.queue_depth.labels(queue.name, lane.name.lower()).set(queue.depth(lane))
        for (kind, status), number in (await self._active()).items():
            metrics.jobs.labels(kind, status).set(number)

    def _queues(self) -> Sequence[WorkQueue]:
        return (*(desk.queue for desk in self.painters.desks), self.cut_queue)

    async def _active(self) -> Counts:
        """Those of which there are none any more are 0."""
        count = self._count = self._count or asyncio.create_task(self._counted())
        await asyncio.wait({count}, timeout=LOOK_SECONDS)
        if count.done():
            self._count = None
            self._told = dict.fromkeys(self._told, 0) | count.result()
        return self._told

    async def _counted(self) -> Counts:
        try:
            return dict(await self.jobs.active())
        except CatalogUnavailable:  # the log has it
            return self._told
