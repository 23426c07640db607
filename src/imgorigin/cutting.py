"""From a master to a file: fit -> encode, in threads, so many at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import Executor
from typing import Any

from imgorigin.bindings import Shown
from imgorigin.clock import Clock
from imgorigin.imaging.encode import Quality
from imgorigin.imaging.master import Master
from imgorigin.imaging.provenance import is_declared_trained, upload_packet, xmp_packet
from imgorigin.imaging.rendition import rendition
from imgorigin.imaging.uploaded import is_as_it_came
from imgorigin.metrics import Metrics
from imgorigin.painters.router import Router
from imgorigin.queue import Lane, WorkQueue
from imgorigin.uploads import Intake


class Cutter:
    """`quality` is that of the server's files. The threads, which others may use too, are closed with it."""

    def __init__(
        self,
        *,
        queue: WorkQueue,
        threads: Executor,
        quality: Quality,
        intake: Intake,
        painters: Router,
        metrics: Metrics,
    ) -> None:
        self._queue = queue
        self._threads = threads
        self._quality = quality
        self._intake = intake
        self._painters = painters
        self._metrics = metrics

    async def cut(
        self, master: Master, shown: Shown, lane: Lane, clock: Clock, *, quality: int | None = None
    ) -> bytes:
        """What an address shows, as its file; `quality` (1 to 100) is another than the server's. The clock
        counts the steps `queue` and `encode`."""
        address = shown.address
        own = self._quality if quality is None else self._quality.pressed(quality)
        async with self._queue.turn(lane, address.project) as waited:
            clock.add("queue", waited)
            self._metrics.queue_seconds.labels(self._queue.name).observe(waited)
            with clock.step("encode"):
                told = await self._told_by(master.recipe.upload)
                loop = asyncio.get_running_loop()
                data = await loop.run_in_executor(self._threads, self._encoded, master, shown, told, own)
        self._metrics.encode_seconds.labels(address.format).observe(clock.seconds["encode"])
        return data

    def close(self) -> None:
        """Finish what is under way."""
        self._threads.shutdown()

    async def _told_by(self, upload: str) -> Mapping[str, Any]:
        """What an upload that was changed says of itself."""
        return (await self._intake.get(upload)).facts.get("metadata", {}) if upload else {}

    def _encoded(self, master: Master, shown: Shown, told: Mapping[str, Any], quality: Quality) -> bytes:
        return rendition(
            master,
            shown.size,
            shown.address.format,
            quality=quality,
            xmp=self._xmp(master, shown, told),
            background=shown.project.settings.background,
        )

    def _xmp(self, master: Master, shown: Shown, told: Mapping[str, Any]) -> bytes:
        if is_as_it_came(master.recipe):
            return upload_packet(master)
        return xmp_packet(
            master,
            trained=self._is_trained(master.recipe.model),
            on_trained=is_declared_trained(told) or any(map(self._is_trained, master.recipe.hands)),
            with_prompt=shown.project.settings.tell_prompt,
            credit=told,
        )

    def _is_trained(self, model: str) -> bool:
        """What is not known here any more may have been."""
        return model not in self._painters.models or self._painters.models[model].trained
