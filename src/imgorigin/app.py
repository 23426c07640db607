"""Wiring: settings -> parts -> routes. The only file that names concrete stores and painters."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from imgorigin import logs
from imgorigin import settings as settings_table
from imgorigin.address import Limits
from imgorigin.errors import ImgoriginError, PainterUnavailable, SettingsError, StoreUnavailable
from imgorigin.imaging.encode import Quality
from imgorigin.lease import SqliteLeases
from imgorigin.metrics import Metrics
from imgorigin.painters.base import Painter
from imgorigin.painters.process import ProcessPainter
from imgorigin.painters.sketch import MODEL as SKETCH
from imgorigin.projects import Projects
from imgorigin.queue import Lane, WorkQueue
from imgorigin.service import Service
from imgorigin.settings import Settings
from imgorigin.stores.disk import DiskStore
from imgorigin.stores.eviction import Eviction
from imgorigin.stores.memory import MemoryStore
from imgorigin.stores.tiered import TieredStore
from imgorigin.web import ops, pages, problems
from imgorigin.web.images import Images
from imgorigin.web.middleware import RequestIds

if TYPE_CHECKING:
    from imgorigin.stores.s3 import S3Store

STORE_FOLDER: Final = "store"
LEASES: Final = "leases.sqlite"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that runs, wired up but not started."""

    settings: Settings
    projects: Projects
    store: TieredStore
    eviction: Eviction
    leases: SqliteLeases
    painter: Painter
    service: Service
    metrics: Metrics

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Start everything; at the end finish what is under way, then stop everything."""
        async with self.store:
            background = [asyncio.create_task(self.eviction.run()), asyncio.create_task(self._warm_up())]
            try:
                yield
            finally:
                for task in background:
                    task.cancel()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self.settings.shutdown):
                        await self.service.close()
                await self.painter.close()
                await self.leases.close()

    async def _warm_up(self) -> None:
        try:
            await self.painter.start()
        except PainterUnavailable as error:
            log.error("no painter", error=error.detail)


def create_app() -> ASGIApp:
    """For uvicorn, in each of its processes: the settings come from the environment."""
    settings = settings_table.load({}, os.environ)
    logs.configure(settings)
    return application(build(settings))


def build(settings: Settings, painter: Painter | None = None) -> Parts:
    """Wire up, with the painter that the settings name if none is given. Raises SettingsError."""
    metrics = Metrics()
    store = open_store(settings, make=True)
    projects = Projects.load(settings.data)
    eviction = Eviction(store.disk, settings.disk)
    leases = SqliteLeases(settings.data / LEASES, ttl=settings.lease)
    painter = painter or sketch_painter(settings)
    paint_queue = WorkQueue("painted", slots=settings.painters, capacity=settings.paint_queue)
    cut_queue = WorkQueue("cut", slots=settings.cutters, capacity=settings.cut_queue)
    service = Service(
        projects=projects,
        store=store,
        painter=painter,
        leases=leases,
        metrics=metrics,
        paint_queue=paint_queue,
        cut_queue=cut_queue,
        cutters=settings.cutters,
        quality=quality(settings),
        failure_memory=settings.failure_memory,
    )

    def measure() -> None:
        metrics.store_bytes.labels("memory").set(store.memory.bytes_used)
        metrics.store_bytes.labels("disk").set(eviction.bytes_used)
        metrics.painter_restarts.set(painter.restarts)
        for queue in (paint_queue, cut_queue):
            for lane in Lane:
                metrics.queue_depth.labels(queue.name, lane.name.lower()).set(queue.depth(lane))

    metrics.probe(measure)
    return Parts(settings, projects, store, eviction, leases, painter, service, metrics)


def open_store(settings: Settings, *, make: bool = False) -> TieredStore:
    """The store of the data folder; `make` it if there is none. Raises SettingsError."""
    root = settings.data / STORE_FOLDER
    if not (make or root.is_dir()):
        raise SettingsError(f"{settings.data.resolve()} is no data folder of a server. Name it by --data.")
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"The data folder {settings.data} cannot be used: {error.strerror}.") from error
    s3 = s3_store(settings) if settings.s3 else None
    return TieredStore(MemoryStore(settings.memory), DiskStore(root.resolve()), s3)


def s3_store(settings: Settings) -> S3Store:
    """Not opened yet. Raises SettingsError."""
    try:
        from imgorigin.stores.s3 import S3Store, S3Url  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        raise SettingsError("S3 needs more than is installed: pip install 'imgorigin[s3]'") from error
    return S3Store(S3Url.parse(settings.s3), timeout=settings.s3_timeout)


def sketch_painter(settings: Settings) -> ProcessPainter:
    return ProcessPainter(
        SKETCH,
        "imgorigin.painters.sketch:paint",
        processes=settings.painters,
        timeout=settings.paint_timeout,
    )


def quality(settings: Settings) -> Quality:
    return Quality(
        jpg=settings.jpeg_quality,
        webp=settings.webp_quality,
        avif=settings.avif_quality,
        png=settings.png_compression,
    )


def limits(settings: Settings) -> Limits:
    return Limits(settings.min_side, settings.max_side, settings.max_pixels)


def application(parts: Parts) -> ASGIApp:
    """The edge for pictures in front, Starlette behind it."""
    settings = parts.settings

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with parts.running():
            yield

    behind = Starlette(
        routes=[*pages.routes(parts.projects, limits(settings)), *ops.routes(parts.metrics, _checks(parts))],
        exception_handlers={HTTPException: problems.handle, ImgoriginError: problems.handle},
        lifespan=lifespan,
    )
    return Images(
        RequestIds(behind),
        service=parts.service,
        store=parts.store,
        limits=limits(settings),
        metrics=parts.metrics,
        wait=settings.wait,
        error_images=settings.error_images,
        access_log=settings.access_log,
    )


def _checks(parts: Parts) -> list[ops.Check]:
    s3, root = parts.store.s3, parts.store.disk.root

    async def look_at_s3() -> None:
        if s3:
            await s3.get("probe")

    found = [ops.Check("painter", parts.painter.check), ops.Check("disk", lambda: _writable(root))]
    return [*found, ops.Check("s3", look_at_s3, shared=True)] if s3 else found


async def _writable(folder: Path) -> None:
    def write() -> None:
        probe = folder / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()

    try:
        await asyncio.to_thread(write)
    except OSError as error:
        raise StoreUnavailable(f"The disk cannot be written: {error.strerror}.") from error
