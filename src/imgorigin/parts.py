"""Wiring: settings -> parts. The only file that names concrete stores and painters."""

from __future__ import annotations

import asyncio
import contextlib
import shlex
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog

from imgorigin.address import Limits
from imgorigin.bindings import Bindings
from imgorigin.budgets import Budgets
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.job_rows import JobRow, Status
from imgorigin.catalog.tables import now
from imgorigin.cdn import Command, Hook, Way, Webhook
from imgorigin.commissions import Commissions
from imgorigin.crew import painters_of, router_of
from imgorigin.cutting import Cutter
from imgorigin.errors import (
    CatalogUnavailable,
    PainterUnavailable,
    SettingsError,
    StoreUnavailable,
    installing,
)
from imgorigin.first_start import first_start
from imgorigin.flight import finished
from imgorigin.gauges import Gauges
from imgorigin.imaging.encode import Quality
from imgorigin.imaging.inspect import Bounds
from imgorigin.imaging.uploaded import UPLOADS
from imgorigin.jobs import Jobs
from imgorigin.keyring import Keyring
from imgorigin.lease.sqlite import SqliteLeases
from imgorigin.lifetime import Stop, for_at_most, in_background, stopped_with_parent
from imgorigin.masters import Masters
from imgorigin.metrics import Metrics
from imgorigin.moderation import Blocklist
from imgorigin.news import Bookmark, Newsreader
from imgorigin.outward import Outward
from imgorigin.painters import sketch
from imgorigin.painters.base import Painter
from imgorigin.painters.retouch import cutout
from imgorigin.painters.router import Router
from imgorigin.plans import Plans
from imgorigin.projects import Projects
from imgorigin.prompting import templates
from imgorigin.prompting.templates import Templates
from imgorigin.prompting.writer import Writer
from imgorigin.purger import PURGE, Purger
from imgorigin.queue import WorkQueue
from imgorigin.quotas import Quotas
from imgorigin.rates import Rates
from imgorigin.rerolls import Rerolls
from imgorigin.retelling import Retelling
from imgorigin.retention import Retention
from imgorigin.runner import Runner
from imgorigin.service import Service
from imgorigin.settings import Settings
from imgorigin.sight import eyes_of, writer_of
from imgorigin.stores.disk import DiskStore
from imgorigin.stores.eviction import Eviction
from imgorigin.stores.memory import MemoryStore
from imgorigin.stores.tiered import TieredStore
from imgorigin.sweeper import Sweeper
from imgorigin.uploads import Intake
from imgorigin.versions import Versions
from imgorigin.vision.seeing import Eyes
from imgorigin.webhooks import Webhooks

if TYPE_CHECKING:
    from imgorigin.stores.s3 import S3Store

SKETCH: Final = "sketch"
"""The model that edits pictures of models that cannot."""
STORE_FOLDER: Final = "store"
LEASES: Final = "leases.sqlite"
CATALOG_RETRY: Final = 3.0
"""Seconds between two tries to open a catalog that was down at the start."""
OWED_FOR: Final = timedelta(minutes=1)
"""After which whoever set out to purge something was killed."""
LAST_WORDS: Final = 1.0
"""Seconds for what was waiting for the painter, once that is gone, to give back its lease."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that runs, wired up but not started."""

    settings: Settings
    catalog: Catalog
    projects: Projects
    bindings: Bindings
    keyring: Keyring
    store: TieredStore
    eviction: Eviction
    leases: SqliteLeases
    budgets: Budgets
    plans: Plans
    rates: Rates
    intake: Intake
    eyes: Eyes
    painters: Router
    service: Service
    metrics: Metrics
    purger: Purger
    newsreader: Newsreader
    sweeper: Sweeper
    cdn: Hook
    versions: Versions
    rerolls: Rerolls
    commissions: Commissions
    jobs: Jobs
    webhooks: Webhooks
    quotas: Quotas
    writer: Writer
    templates: Templates

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Start everything; at the end finish what is under way, within what is left of `shutdown`, then stop
        everything."""
        stop = Stop(self.settings.shutdown)
        async with self.store, _closed_at_end(self.catalog):
            opened = await self._open_catalog()
            async with in_background(
                self.eviction.run(),
                self._follow_catalog(opened),
                self.eyes.start(),
                self.writer.start(),
                self._warm_up(),
            ):
                try:
                    with stop.noted(), stopped_with_parent():
                        yield
                finally:
                    async with for_at_most(stop.seconds_left()):
                        await self.jobs.finish()
                        await self.rerolls.close()
                        await self.service.close()
                    async with for_at_most(stop.seconds_left()):
                        await self.painters.close()
                    async with for_at_most(LAST_WORDS):
                        await self.jobs.close()
                        await self.service.close()
                    await self.leases.close()
                    await self.keyring.flush()
                    await self.quotas.flush()
                    async with for_at_most(stop.seconds_left()):
                        await self.cdn.close()
                        await self.webhooks.drain()
                    await self.webhooks.close()
                    await self.rates.close()
                    await self.eyes.close()
                    await self.writer.close()

    async def _open_catalog(self) -> bool:
        """Whether that could be done. While it is down, what is on the public shelf is served. Raises
        SettingsError."""
        try:
            made = await first_start(self.catalog, self.settings.data)
            await self.projects.refresh()
        except CatalogUnavailable as error:
            log.error("no catalog", error=error.detail, again_in=CATALOG_RETRY)
            return False
        if made.admin_key:
            log.info("admin key made", file=str(made.admin_key))
        self.projects.check(self.painters.models, self.painters.default.name)
        return True

    async def _follow_catalog(self, opened: bool) -> None:
        """For ever: what it says, from when it is open."""
        while not opened:
            await asyncio.sleep(CATALOG_RETRY)
            try:
                opened = await finished(self._open_catalog())
            except SettingsError as error:  # at the start it would have ended the server
                log.error("no catalog", error=error.detail, again_in=CATALOG_RETRY)
        async with in_background(
            self.projects.run(),
            self.keyring.run(),
            self.quotas.run(),
            self.newsreader.run(),
            self.sweeper.run(),
            self.jobs.run(),
            self.webhooks.run(),
            self._put_right(),
            self._catch_up(),
        ):
            await asyncio.Event().wait()

    async def _put_right(self) -> None:
        """Pictures that lie where their project had them before: `projects.toml` says otherwise since, or the
        command that set it was killed. Those of a private project would be seen by all."""
        for project in self.projects.all:
            try:
                if await self.purger.has_misplaced(project):
                    moved = await finished(self.purger.reshelve(project))
                    log.info("files moved to their shelves", project=project.name, files=moved)
            except (StoreUnavailable, CatalogUnavailable) as error:
                log.error("files not moved", project=project.name, error=error.detail)

    async def _catch_up(self) -> None:
        """For ever: what others who were killed left undone. At first also what this one did, before."""
        age = timedelta()
        while True:
            try:
                await finished(self.versions.catch_up(age))
                age = OWED_FOR
            except (StoreUnavailable, CatalogUnavailable) as error:
                log.error("purges are still owed", error=error.detail)
            await asyncio.sleep(OWED_FOR.total_seconds())

    async def _warm_up(self) -> None:
        try:
            await self.painters.start()
        except PainterUnavailable as error:
            log.error("no painter", error=error.detail)


@contextlib.asynccontextmanager
async def _closed_at_end(catalog: Catalog) -> AsyncIterator[None]:
    try:
        yield
    finally:
        await catalog.close()


def build(settings: Settings, *painters: Painter) -> Parts:
    """Wire up, with these painters instead of those that the settings name. Raises SettingsError."""
    metrics = Metrics()
    store = open_store(settings, make=True)
    catalog = Catalog.open(settings.catalog, settings.data)
    projects = Projects(catalog.projects)
    eviction = Eviction(store.disk, settings.disk, lasting=() if store.s3 else (UPLOADS,))
    leases = SqliteLeases(settings.data / LEASES, ttl=settings.lease)
    router = router_of(settings, metrics, painters or painters_of(settings))
    plans = Plans(settings.plans, settings.plan)
    retention = Retention(plans, settings.retention)
    bindings = Bindings(catalog, projects, router, editor=SKETCH, retention=retention)
    intake = Intake(store, catalog.uploads, Bounds(settings.upload_bytes, settings.upload_pixels))
    budgets = Budgets(
        catalog.usage,
        client_paints_per_minute=settings.client_paints_per_minute,
        client_paints_per_month=settings.client_paints_per_month,
    )
    bookmark, cdn = Bookmark(store.disk.root), cdn_hook(settings)
    purger = Purger(store, catalog, router.models, cdn, host=bookmark.host)
    cut_queue = WorkQueue("cut", slots=settings.cutters, capacity=settings.cut_queue)
    threads = ThreadPoolExecutor(settings.cutters, "cutter")
    masters = Masters(
        store=store,
        painters=router,
        leases=leases,
        budgets=budgets,
        plans=plans,
        metrics=metrics,
        threads=threads,
        failure_memory=settings.failure_memory,
        cancel_unwanted=settings.cancel_unwanted,
    )
    cutter = Cutter(
        queue=cut_queue,
        threads=threads,
        quality=quality(settings),
        intake=intake,
        painters=router,
        metrics=metrics,
    )
    service = Service(
        projects=projects,
        bindings=bindings,
        intake=intake,
        store=store,
        painters=router,
        masters=masters,
        cutter=cutter,
        metrics=metrics,
        blocklist=blocklist(settings),
        cancel_unwanted=settings.cancel_unwanted,
    )
    jobs, webhooks = jobs_of(settings, catalog, router, metrics)
    kept_versions = Versions(catalog, purger.purge, Retelling(catalog, store))

    metrics.probe(Gauges(metrics, store.memory, eviction, router, cut_queue, catalog.jobs).measure)
    return Parts(
        settings,
        catalog,
        projects,
        bindings,
        Keyring(catalog.keys),
        store,
        eviction,
        leases,
        budgets,
        plans,
        Rates(settings.rates_url),
        intake,
        eyes_of(settings),
        router,
        service,
        metrics,
        purger,
        Newsreader(catalog.news, bookmark, {PURGE: purger.forget}, own=store.s3 is not None),
        Sweeper(catalog, purger.delete, host=bookmark.host),
        cdn,
        kept_versions,
        Rerolls(
            service=service,
            bindings=bindings,
            projects=projects,
            versions=kept_versions,
            models=router.models,
        ),
        Commissions(
            catalog=catalog,
            service=service,
            bindings=bindings,
            intake=intake,
            painters=router,
            limits=limits(settings),
            editor=SKETCH,
            finds_subjects=cutout.is_installed(),
            check_drawing=sketch.check,
        ),
        jobs,
        webhooks,
        Quotas(catalog.usage),
        writer_of(settings),
        templates_of(settings),
    )


def jobs_of(settings: Settings, catalog: Catalog, router: Router, metrics: Metrics) -> tuple[Jobs, Webhooks]:
    """What is done in its own time, and those who are told of it."""
    outward = Outward(settings.hook_networks)
    webhooks = Webhooks(
        catalog.deliveries,
        catalog.keys,
        outward,
        told=lambda status: metrics.webhook_tries.labels(status).inc(),
    )

    def ended(job: JobRow, status: Status) -> None:
        webhooks.wake()
        metrics.jobs_ended.labels(job.kind, status).inc()
        if status == "done" and job.started:
            metrics.job_seconds.labels(job.kind).observe((now() - job.started).total_seconds())

    runner = Runner(
        catalog.jobs,
        catalog.claims,
        catalog.keys,
        slots=settings.job_slots,
        lease=settings.lease,
        days=settings.job_days,
        told=ended,
    )

    def pace(model: str) -> float:
        return router.desk(model if model in router.models else "").queue.expected_seconds()

    return Jobs(catalog.jobs, runner, check_webhook=outward.check, pace=pace), webhooks


def open_store(settings: Settings, *, make: bool = False) -> TieredStore:
    """The store of the data folder; `make` it if there is none. Raises SettingsError."""
    _check_names_of_any_script()
    root = settings.data / STORE_FOLDER
    if not (make or root.is_dir()):
        raise SettingsError(f"{settings.data.resolve()} is no data folder of a server. Name it by --data.")
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"The data folder {settings.data} cannot be used: {error.strerror}.") from error
    s3 = s3_store(settings) if settings.s3 else None
    return TieredStore(MemoryStore(settings.memory), DiskStore(root.resolve(), (UPLOADS,)), s3)


def _check_names_of_any_script() -> None:
    encoding = sys.getfilesystemencoding()
    if encoding != "utf-8":
        raise SettingsError(
            f"File names are {encoding} here, and those of pictures may be of any script. Set PYTHONUTF8=1."
        )


def s3_store(settings: Settings) -> S3Store:
    """Not opened yet. Raises SettingsError."""
    try:
        from imgorigin.stores.s3 import S3Store, S3Url  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        raise SettingsError(f"S3 needs more than is installed: {installing('s3')}") from error
    return S3Store(S3Url.parse(settings.s3), timeout=settings.s3_timeout)


def cdn_hook(settings: Settings) -> Hook:
    """Of caches in front that want to know what is purged."""
    ways: list[Way] = []
    if settings.purge_webhook:
        ways.append(Webhook(settings.purge_webhook, settings.purge_webhook_key))
    if settings.purge_command:
        ways.append(Command(shlex.split(settings.purge_command)))
    return Hook(ways, origin=next(iter(settings.public_origins), ""))


def blocklist(settings: Settings) -> Blocklist:
    """Raises SettingsError."""
    return Blocklist.load(Path(settings.blocklist)) if settings.blocklist else Blocklist()


def templates_of(settings: Settings) -> Templates:
    """Raises SettingsError."""
    return templates.load(Path(settings.templates) if settings.templates else None)


def quality(settings: Settings) -> Quality:
    return Quality(
        jpg=settings.jpeg_quality,
        webp=settings.webp_quality,
        avif=settings.avif_quality,
        png=settings.png_compression,
    )


def limits(settings: Settings) -> Limits:
    return Limits(settings.min_side, settings.max_side, settings.max_pixels)
