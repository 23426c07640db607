"""One picture's way, from an address to the bytes that define it for good.

look up -> may paint -> join the rendition's flight -> look up again
  -> the master: join its flight -> claim the lease -> look up again -> queue -> paint -> store
  -> queue -> fit -> encode -> store -> give what the store holds
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeVar

import structlog
from cachetools import TTLCache

from imgorigin.address import Address
from imgorigin.errors import ImgoriginError, NotFound, NotUnderstood, PainterUnavailable, PaintFailed
from imgorigin.flight import Flights
from imgorigin.imaging.encode import Quality
from imgorigin.imaging.master import Master, master_key
from imgorigin.imaging.provenance import xmp_packet
from imgorigin.imaging.rendition import rendition
from imgorigin.lease import LeaseLost, Leases
from imgorigin.metrics import Metrics
from imgorigin.painters.router import Router
from imgorigin.projects import Project, Projects
from imgorigin.queue import Lane, WorkQueue
from imgorigin.recipe import Recipe, recipe_for
from imgorigin.stores.base import Blob, Store

T = TypeVar("T")

REMEMBERED: Final = (PaintFailed, PainterUnavailable, NotUnderstood)
"""Failures of the picture itself, which the next request would only repeat."""
UNHEEDED: Final = ("unknown", "not_done")
"""Facts of a painting that tell what its painter made nothing of: words, and whole instructions."""
MOST_REMEMBERED: Final = 10_000

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Rendition:
    """What is served. `cache` tells how it came: a hit in a tier of the store, made for this request, or
    joined while it was being made for another. What was made also has its master's `facts`, and the `seconds`
    of each step: queue, paint, encode, store."""

    blob: Blob
    cache: Literal["hit", "miss", "joined"]
    seconds: Mapping[str, float] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Painted:
    master: Master
    seconds: Mapping[str, float] = field(default_factory=dict)


class Service:
    """The core that every way in calls. `cutters` are threads; `failure_memory` is in seconds."""

    def __init__(
        self,
        *,
        projects: Projects,
        store: Store,
        painters: Router,
        leases: Leases,
        metrics: Metrics,
        cut_queue: WorkQueue,
        cutters: int,
        quality: Quality,
        failure_memory: float,
    ) -> None:
        self._projects = projects
        self._store = store
        self._painters = painters
        self._leases = leases
        self._metrics = metrics
        self._cut_queue = cut_queue
        self._threads = ThreadPoolExecutor(cutters, "cutter")
        self._quality = quality
        self._failures: TTLCache[str, ImgoriginError] = TTLCache(MOST_REMEMBERED, failure_memory)
        self._paints: Flights[_Painted] = Flights("paint")
        self._renditions: Flights[Rendition] = Flights("rendition")

    def project_of(self, address: Address) -> Project:
        """Raises NotFound."""
        return self._projects.get(address.project)

    async def find(self, address: Address) -> Blob | None:
        """The rendition if it is there, None if it could be painted. Raises NotFound if neither."""
        project = self.project_of(address)
        if blob := await self._store.get(address.key):
            return blob
        _check_may_paint(project, address)
        return None

    async def picture(self, address: Address, lane: Lane = Lane.INTERACTIVE) -> Rendition:
        """The rendition at an address, made if need be."""
        if blob := await self.find(address):
            return Rendition(blob, "hit")
        return await self.make(address, lane)

    async def make(self, address: Address, lane: Lane = Lane.INTERACTIVE) -> Rendition:
        """The rendition where `find` found none. Whoever stops waiting stops nothing else."""
        project = self._projects.get(address.project)
        joined = address.key in self._renditions
        made = await self._renditions.join(address.key, lambda: self._render(address, project, lane))
        if not joined:
            return made
        self._metrics.joined.labels("rendition").inc()
        return replace(made, cache="joined")

    async def find_facts(self, address: Address) -> Mapping[str, Any] | None:
        """What is known of the picture at an address (see Master.facts), None if it could be painted. Raises
        NotFound if neither."""
        project = self._projects.get(address.project)
        if master := await self._stored_master(self._recipe(address)):
            return master.facts
        _check_may_paint(project, address)
        return None

    async def make_facts(self, address: Address, lane: Lane = Lane.INTERACTIVE) -> Mapping[str, Any]:
        """The facts where `find_facts` found none: the picture is painted."""
        return (await self._master(self._recipe(address), lane)).master.facts

    async def close(self) -> None:
        """Finish what is under way."""
        await self._renditions.drain()
        await self._paints.drain()
        self._threads.shutdown()

    async def _render(self, address: Address, project: Project, lane: Lane) -> Rendition:
        if blob := await self._store.get(address.key):  # a flight may have landed since the caller looked
            return Rendition(blob, "hit")
        painted = await self._master(self._recipe(address), lane)
        clock = _Clock(dict(painted.seconds))
        async with self._turn(self._cut_queue, lane, clock):
            with clock.step("encode"):
                data = await self._in_thread(lambda: self._cut(painted.master, address, project))
        self._metrics.encode_seconds.labels(address.format).observe(clock.seconds["encode"])
        with clock.step("store"):
            blob = await self._store.put(address.key, Blob(data))
        log.info("rendition made", address=address.text, bytes=len(blob.data), **clock.milliseconds())
        return Rendition(blob, "miss", clock.seconds, painted.master.facts)

    def _recipe(self, address: Address) -> Recipe:
        return recipe_for(address, self._painters.default)

    def _cut(self, master: Master, address: Address, project: Project) -> bytes:
        model = self._painters.model(master.recipe.model)
        xmp = xmp_packet(master, trained=model.trained, with_prompt=project.tell_prompt)
        return rendition(
            master,
            address.size,
            address.format,
            quality=self._quality,
            xmp=xmp,
            background=project.background,
        )

    async def _master(self, recipe: Recipe, lane: Lane) -> _Painted:
        if master := await self._stored_master(recipe):
            return _Painted(master)
        if recipe.key in self._paints:
            self._metrics.joined.labels("paint").inc()
        return await self._paints.join(recipe.key, lambda: self._paint(recipe, lane))

    async def _paint(self, recipe: Recipe, lane: Lane) -> _Painted:
        if failure := self._failures.get(recipe.key):
            raise _again(failure)
        try:
            while True:
                with contextlib.suppress(LeaseLost):  # somebody took over: look again, or wait for them
                    return await self._paint_alone(recipe, lane)
        except REMEMBERED as failure:
            self._failures[recipe.key] = _again(failure)  # without the frames that it came through
            log.warning("paint failed", recipe=recipe.key, prompt=recipe.prompt, error=failure.detail)
            raise

    async def _paint_alone(self, recipe: Recipe, lane: Lane) -> _Painted:
        async with self._leases.hold(recipe.key) as lease:
            if master := await self._stored_master(recipe):  # painted while we waited for the lease
                return _Painted(master)
            clock = _Clock()
            desk = self._painters.desk(recipe.model)
            async with self._turn(desk.queue, lane, clock):
                with clock.step("paint"):
                    painting = await desk.painter.paint(recipe)
            self._metrics.paints.labels(recipe.model).inc()
            self._metrics.paint_seconds.labels(recipe.model).observe(clock.seconds["paint"])
            with clock.step("store"):
                master = await self._in_thread(lambda: Master.of(painting, recipe))
                await lease.confirm()
                kept = await self._store.put(master_key(recipe), Blob(master.to_bytes()))
            unknown = {name: painting.facts[name] for name in UNHEEDED if painting.facts.get(name)}
            log.info("painted", recipe=recipe.key, prompt=recipe.prompt, **unknown, **clock.milliseconds())
            return _Painted(Master.from_bytes(kept.data), clock.seconds)

    async def _stored_master(self, recipe: Recipe) -> Master | None:
        blob = await self._store.get(master_key(recipe))
        return Master.from_bytes(blob.data) if blob else None

    @contextlib.asynccontextmanager
    async def _turn(self, queue: WorkQueue, lane: Lane, clock: _Clock) -> AsyncIterator[None]:
        async with queue.turn(lane) as waited:
            clock.add("queue", waited)
            self._metrics.queue_seconds.labels(queue.name).observe(waited)
            yield

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _again(failure: ImgoriginError) -> ImgoriginError:
    return type(failure)(failure.detail, retry_after=failure.retry_after)


class _Clock:
    """Seconds spent by step; a step taken twice adds up."""

    def __init__(self, seconds: dict[str, float] | None = None) -> None:
        self.seconds = seconds or {}

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.add(name, time.perf_counter() - started)

    def add(self, name: str, seconds: float) -> None:
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    def milliseconds(self) -> dict[str, float]:
        """For a log line: `paint_ms`, ..."""
        return {f"{name}_ms": round(seconds * 1000, 1) for name, seconds in self.seconds.items()}


def _check_may_paint(project: Project, address: Address) -> None:
    if project.paint == "frozen":
        raise NotFound(f"{address.text} is not painted, and the project {address.project!r} is frozen.")
