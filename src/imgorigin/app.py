"""Wiring: settings -> parts -> routes. The only file that names concrete stores and painters."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import secrets
import shlex
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp

from imgorigin import __version__, logs
from imgorigin import settings as settings_table
from imgorigin.address import Limits
from imgorigin.aids import check_classifier
from imgorigin.bindings import Bindings
from imgorigin.budgets import Budgets
from imgorigin.caller import Caller
from imgorigin.catalog.catalog import Catalog
from imgorigin.cdn import Command, Hook, Way, Webhook
from imgorigin.crew import painters_of, router_of
from imgorigin.errors import (
    CatalogUnavailable,
    ImgoriginError,
    PainterUnavailable,
    SettingsError,
    StoreUnavailable,
    installing,
)
from imgorigin.first_start import Made, first_start
from imgorigin.imaging.encode import Quality
from imgorigin.imaging.inspect import Bounds
from imgorigin.imaging.uploaded import UPLOADS
from imgorigin.keyring import Keyring
from imgorigin.lease.sqlite import SqliteLeases
from imgorigin.metrics import Metrics
from imgorigin.moderation import Blocklist
from imgorigin.news import Bookmark, Newsreader
from imgorigin.painters.base import Painter
from imgorigin.painters.router import Router
from imgorigin.plans import Plans
from imgorigin.projects import Projects
from imgorigin.purger import PURGE, Purger
from imgorigin.queue import Lane, WorkQueue
from imgorigin.rates import Allowance, Rates
from imgorigin.rerolls import Rerolls
from imgorigin.service import Service
from imgorigin.settings import Settings
from imgorigin.sight import eyes_of
from imgorigin.stores.disk import TEMPORARY, DiskStore
from imgorigin.stores.eviction import Eviction
from imgorigin.stores.memory import MemoryStore
from imgorigin.stores.tiered import TieredStore
from imgorigin.uploads import Intake
from imgorigin.versions import Versions
from imgorigin.vision.seeing import Eyes
from imgorigin.web import ops, pages, problems, versions
from imgorigin.web.clients import Clients
from imgorigin.web.dialects import inliner
from imgorigin.web.dialects.inliner.desk import Desk
from imgorigin.web.dialects.inliner.hosts import Hosts
from imgorigin.web.images import Images
from imgorigin.web.middleware import RequestIds
from imgorigin.web.operations import OPERATIONS
from imgorigin.web.pages import docs

if TYPE_CHECKING:
    from imgorigin.stores.s3 import S3Store

ABOUT: Final = "A self-hosted image CDN origin whose URLs are prompts."
SKETCH: Final = "sketch"
"""The model that edits pictures of models that cannot."""
STORE_FOLDER: Final = "store"
LEASES: Final = "leases.sqlite"
PROBE_BYTES: Final = 65_536
"""A full disk still takes an empty file."""
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
    cdn: Hook
    versions: Versions
    rerolls: Rerolls

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Start everything; at the end finish what is under way, within what is left of `shutdown`, then stop
        everything."""
        stop = _Stop(self.settings.shutdown)
        async with self.store, _closed_at_end(self.catalog):
            await self._open_catalog()
            async with _in_background(
                self.eviction.run(),
                self.projects.run(),
                self.keyring.run(),
                self.newsreader.run(),
                self.eyes.start(),
                self._warm_up(),
            ):
                try:
                    with stop.noted(), _stopped_with_parent():
                        yield
                finally:
                    async with _for_at_most(stop.seconds_left()):
                        await self.rerolls.close()
                        await self.service.close()
                    async with _for_at_most(stop.seconds_left()):
                        await self.painters.close()
                    async with _for_at_most(LAST_WORDS):
                        await self.service.close()
                    await self.leases.close()
                    await self.keyring.flush()
                    async with _for_at_most(stop.seconds_left()):
                        await self.cdn.close()
                    await self.rates.close()
                    await self.eyes.close()

    async def _open_catalog(self) -> None:
        """While it is down, what is on the public shelf is served."""
        try:
            await first_start(self.catalog, self.settings.data)
            await self.projects.refresh()
        except CatalogUnavailable as error:
            log.error("no catalog", error=error.detail)
            return
        self.projects.check(self.painters.models, self.painters.default.name)

    async def _warm_up(self) -> None:
        try:
            await self.painters.start()
        except PainterUnavailable as error:
            log.error("no painter", error=error.detail)


class _Stop:
    """How much of the time to finish is left. It runs from the signal: before the server tells us to end, it
    waits for its requests."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asked_at: float | None = None

    def seconds_left(self) -> float:
        if self._asked_at is None:
            self._asked_at = time.monotonic()
        return max(0.0, self._asked_at + self._seconds - time.monotonic())

    @contextlib.contextmanager
    def noted(self) -> Iterator[None]:
        """While signals to stop are noted, then handled as before."""
        before: dict[int, Callable[[int, FrameType | None], Any]] = {}
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                handler = signal.getsignal(number)
                if callable(handler):
                    before[number] = handler
                    signal.signal(number, partial(self._note, handler))
        try:
            yield
        finally:
            for noted, handler in before.items():
                signal.signal(noted, handler)

    def _note(
        self, handler: Callable[[int, FrameType | None], Any], number: int, frame: FrameType | None
    ) -> None:
        if self._asked_at is None:
            self._asked_at = time.monotonic()
        handler(number, frame)


@contextlib.contextmanager
def _stopped_with_parent() -> Iterator[None]:
    """Where this is one of several HTTP processes: stop, as if told to, when the process that keeps them is
    gone. Nobody else would, and the port would stay taken."""
    if not (parent := multiprocessing.parent_process()):
        yield
        return
    loop, sentinel = asyncio.get_running_loop(), parent.sentinel

    def stop() -> None:
        loop.remove_reader(sentinel)
        log.error("the process that keeps this one is gone")
        signal.raise_signal(signal.SIGTERM)

    loop.add_reader(sentinel, stop)
    try:
        yield
    finally:
        loop.remove_reader(sentinel)


@contextlib.asynccontextmanager
async def _closed_at_end(catalog: Catalog) -> AsyncIterator[None]:
    try:
        yield
    finally:
        await catalog.close()


@contextlib.asynccontextmanager
async def _in_background(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Gone when the block is left: nothing that is cancelled half-way outlives what it uses."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextlib.asynccontextmanager
async def _for_at_most(seconds: float) -> AsyncIterator[None]:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            yield


def create_app() -> ASGIApp:
    """For uvicorn, in each of its processes: the settings come from the environment."""
    settings = settings_table.load({}, os.environ)
    logs.configure(settings)
    return application(build(settings))


def build(settings: Settings, *painters: Painter) -> Parts:
    """Wire up, with these painters instead of those that the settings name. Raises SettingsError."""
    metrics = Metrics()
    store = open_store(settings, make=True)
    catalog = Catalog.open(settings.catalog, settings.data)
    projects = Projects(catalog.projects)
    eviction = Eviction(store.disk, settings.disk, lasting=() if store.s3 else (UPLOADS,))
    leases = SqliteLeases(settings.data / LEASES, ttl=settings.lease)
    router = router_of(settings, metrics, painters or painters_of(settings))
    bindings = Bindings(catalog, projects, router, editor=SKETCH)
    intake = Intake(store, catalog.uploads, Bounds(settings.upload_bytes, settings.upload_pixels))
    plans = Plans(settings.plans, settings.plan)
    budgets = Budgets(
        catalog.usage,
        client_paints_per_minute=settings.client_paints_per_minute,
        client_paints_per_month=settings.client_paints_per_month,
    )
    bookmark, cdn = Bookmark(store.disk.root), cdn_hook(settings)
    purger = Purger(store, catalog, router.models, cdn, host=bookmark.host)
    cut_queue = WorkQueue("cut", slots=settings.cutters, capacity=settings.cut_queue)
    service = Service(
        projects=projects,
        bindings=bindings,
        intake=intake,
        store=store,
        painters=router,
        leases=leases,
        budgets=budgets,
        plans=plans,
        metrics=metrics,
        cut_queue=cut_queue,
        cutters=settings.cutters,
        quality=quality(settings),
        failure_memory=settings.failure_memory,
        blocklist=blocklist(settings),
        cancel_unwanted=settings.cancel_unwanted,
    )
    kept_versions = Versions(catalog, purger.purge)

    def measure() -> None:
        metrics.store_bytes.labels("memory").set(store.memory.bytes_used)
        metrics.store_bytes.labels("disk").set(eviction.bytes_used)
        metrics.painter_restarts.set(router.restarts)
        for queue in (*(desk.queue for desk in router.desks), cut_queue):
            for lane in Lane:
                metrics.queue_depth.labels(queue.name, lane.name.lower()).set(queue.depth(lane))

    metrics.probe(measure)
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
        cdn,
        kept_versions,
        Rerolls(
            service=service,
            bindings=bindings,
            projects=projects,
            versions=kept_versions,
            models=router.models,
        ),
    )


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
    return TieredStore(MemoryStore(settings.memory), DiskStore(root.resolve()), s3)


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


def check(settings: Settings) -> tuple[Projects, Made]:
    """See that a server could be built, and give its projects and what the start made. Raises SettingsError,
    CatalogUnavailable."""
    open_store(settings, make=True)
    models = [model for painter in painters_of(settings) for model in painter.models.values()]
    projects, made = asyncio.run(_started(settings))
    projects.check({model.name: model for model in models}, models[0].name)
    blocklist(settings)
    check_classifier(settings)
    return projects, made


async def _started(settings: Settings) -> tuple[Projects, Made]:
    catalog = Catalog.open(settings.catalog, settings.data)
    try:
        made = await first_start(catalog, settings.data)
        projects = Projects(catalog.projects)
        await projects.refresh()
    finally:
        await catalog.close()
    return projects, made


def cdn_hook(settings: Settings) -> Hook:
    """Of caches in front that want to know what is purged."""
    ways: list[Way] = []
    if settings.purge_webhook:
        ways.append(Webhook(settings.purge_webhook, settings.purge_webhook_key))
    if settings.purge_command:
        ways.append(Command(shlex.split(settings.purge_command)))
    return Hook(ways, public_url=settings.public_url)


def blocklist(settings: Settings) -> Blocklist:
    """Raises SettingsError."""
    return Blocklist.load(Path(settings.blocklist)) if settings.blocklist else Blocklist()


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
    clients = Clients(parts.keyring, settings.proxy_networks)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with parts.running():
            yield

    behind = Starlette(
        routes=[
            *pages.routes(parts.projects, limits(settings)),
            *ops.routes(parts.metrics, _checks(parts)),
            *versions.routes(_version_desk(parts, clients)),
            *inliner.routes(desk_of(parts, clients)),  # last: it answers for all that is left below its roots
            *docs.routes(
                (*OPERATIONS, *versions.OPERATIONS, *inliner.OPERATIONS),
                title="imgorigin",
                version=__version__,
                description=ABOUT,
            ),
        ],
        exception_handlers={HTTPException: problems.handle, ImgoriginError: problems.handle},
        lifespan=lifespan,
    )
    # It would redirect to whatever host the client names.
    behind.router.redirect_slashes = False
    return Images(
        RequestIds(behind),
        service=parts.service,
        store=parts.store,
        limits=limits(settings),
        metrics=parts.metrics,
        wait=settings.wait,
        error_images=settings.error_images,
        access_log=settings.access_log,
        projects=parts.projects,
        caller_of=clients.caller_of,
        cancel_unwanted=settings.cancel_unwanted,
    )


def desk_of(parts: Parts, clients: Clients) -> Desk:
    """What the Inliner API works with."""

    async def authenticate(request: Request) -> Caller:
        return await clients.caller_of(request.scope)

    async def count(caller: Caller) -> Allowance:
        account = await parts.catalog.accounts.get(caller.key.account_id) if caller.key else None
        return await parts.rates.take(caller, parts.plans.of(account.plan if account else ""))

    return Desk(
        catalog=parts.catalog,
        projects=parts.projects,
        service=parts.service,
        bindings=parts.bindings,
        intake=parts.intake,
        eyes=parts.eyes,
        painters=parts.painters,
        plans=parts.plans,
        budgets=parts.budgets,
        hosts=Hosts(parts.settings.public_origins, lambda request: clients.base_of(request.scope)),
        limits=limits(parts.settings),
        authenticate=authenticate,
        count=count,
        purger=parts.purger,
    )


def _version_desk(parts: Parts, clients: Clients) -> versions.Desk:
    return versions.Desk(
        versions=parts.versions,
        rerolls=parts.rerolls,
        projects=parts.projects,
        limits=limits(parts.settings),
        caller_of=clients.caller_of,
        wait=parts.settings.wait,
    )


def _checks(parts: Parts) -> list[ops.Check]:
    s3, root = parts.store.s3, parts.store.disk.root

    async def look_at_s3() -> None:
        if s3:
            await s3.get("probe")

    main = parts.painters.main()
    others = [desk for desk in parts.painters.desks if desk is not main]
    found = [
        ops.Check("painter", main.painter.check),
        *(ops.Check(f"painter {desk.name}", desk.painter.check, shared=True) for desk in others),
        ops.Check("disk", lambda: _writable(root)),
        ops.Check("leases", parts.leases.check),
        ops.Check("catalog", parts.catalog.check, shared=bool(parts.settings.catalog)),
    ]
    return [*found, ops.Check("s3", look_at_s3, shared=True)] if s3 else found


async def _writable(folder: Path) -> None:
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
