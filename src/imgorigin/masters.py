"""From a recipe to its master: look up -> join the flight -> the pictures it is made from -> claim the lease
-> look up again -> budgets -> queue -> paint -> store."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar
from weakref import WeakValueDictionary

import structlog
from cachetools import TTLCache

from imgorigin.budgets import Budgets
from imgorigin.caller import OPERATOR, Caller
from imgorigin.capability import has_pixels_of_source
from imgorigin.catalog.projects import ProjectRow
from imgorigin.clock import Clock
from imgorigin.errors import (
    ContentRefused,
    ImgoriginError,
    NotFound,
    NotUnderstood,
    PainterUnavailable,
    PaintFailed,
    TooManyRequests,
    Unsupported,
)
from imgorigin.flight import Flights, finished
from imgorigin.imaging.master import Master, master_key
from imgorigin.imaging.raster import as_png
from imgorigin.imaging.uploaded import upload_key
from imgorigin.lease import Lease, LeaseLost, Leases
from imgorigin.metrics import Metrics
from imgorigin.painters.base import Inputs, Painting
from imgorigin.painters.router import Desk, Router
from imgorigin.plans import UNLIMITED, Plan, Plans
from imgorigin.progress import Progress
from imgorigin.queue import Lane
from imgorigin.recipe import Recipe, of_today
from imgorigin.stores.base import Blob, Store
from imgorigin.vision.seeing import asked_for

T = TypeVar("T")

REMEMBERED: Final = (PaintFailed, PainterUnavailable, NotUnderstood, Unsupported, ContentRefused)
"""Failures of the picture itself, which the next request would only repeat."""
UNHEEDED: Final = ("unknown", "not_done")
"""Facts of a painting that tell what its painter made nothing of: words, and whole instructions."""
MOST_REMEMBERED: Final = 10_000

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Painted:
    """A master, and the seconds it took if it was made just now."""

    master: Master
    seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """Who wants a painting for which project, and how urgently. One for no project is counted against no
    budget; of one that is not kept the log has no words either."""

    lane: Lane = Lane.API
    project: ProjectRow | None = None
    caller: Caller = OPERATOR
    is_kept: bool = True

    def words(self, recipe: Recipe) -> dict[str, str]:
        """For the log."""
        return {"prompt": recipe.prompt} if self.is_kept else {}

    @property
    def owner(self) -> str:
        """Whose turn in a queue it takes."""
        return self.project.name if self.project else ""

    @property
    def account(self) -> str:
        return f"account:{self.project.account_id}" if self.project else ""


class Masters:
    """`failure_memory` is in seconds. If `cancel_unwanted`, what nobody waits for any more is given up, as
    long as it is not painted."""

    def __init__(
        self,
        *,
        store: Store,
        painters: Router,
        leases: Leases,
        budgets: Budgets,
        plans: Plans,
        metrics: Metrics,
        threads: Executor,
        failure_memory: float,
        cancel_unwanted: bool = False,
    ) -> None:
        self._store = store
        self._painters = painters
        self._leases = leases
        self._budgets = budgets
        self._plans = plans
        self._metrics = metrics
        self._threads = threads
        self._failures: TTLCache[str, ImgoriginError] = TTLCache(MOST_REMEMBERED, failure_memory)
        self._flights: Flights[Painted] = Flights(
            "paint", ends_unwanted=cancel_unwanted, personal=(TooManyRequests,)
        )
        self._progress: WeakValueDictionary[str, Progress] = WeakValueDictionary()

    async def find(self, recipe: Recipe) -> Master | None:
        """The master if it is there."""
        blob = await self._store.get(master_key(recipe))
        return Master.from_bytes(blob.data) if blob else None

    async def check_budgets(self, recipes: Collection[Recipe], order: Order, *, at_once: bool) -> None:
        """Raises TooManyRequests unless all of those that are still to be painted may be in this month; if
        `at_once`, in this minute too."""
        missing = {recipe.key for recipe in recipes if not await self.find(recipe)}
        if missing and order.project:
            await self._budgets.check(
                order.project, order.caller, self._plan(order), len(missing), at_once=at_once
            )

    async def paintable(self, recipe: Recipe) -> Recipe:
        """The recipe, if it has its master or could be painted. If that is lost, or was never made, and the
        model is of another revision by now: by that. What it is made from, likewise."""
        today = of_today(recipe, self._painters.models)
        if today == recipe or await self.find(recipe):
            return recipe
        return replace(today, source=await self.paintable(recipe.source) if recipe.source else None)

    async def make(self, recipe: Recipe, order: Order) -> Painted:
        """The master, painted if need be. Raises TooManyRequests if that is more than a budget has left."""
        if master := await self.find(recipe):
            return Painted(master)
        if recipe.key in self._flights:
            self._metrics.joined.labels("paint").inc()
        return await self._flights.join(recipe.key, lambda: self._paint(recipe, order))

    async def drop(self, recipe: Recipe) -> None:
        """Keep the master no longer."""
        await self._store.delete(master_key(recipe))

    def progress(self, recipe: Recipe) -> Progress | None:
        """How far it is, if it is being made."""
        return self._progress.get(recipe.key)

    def coming(self, recipe: Recipe) -> Progress:
        """How far it will be, for who is about to have it made."""
        return self._progress.setdefault(recipe.key, Progress())

    async def close(self) -> None:
        """Finish what is under way."""
        await self._flights.drain()

    async def _paint(self, recipe: Recipe, order: Order) -> Painted:
        if failure := self._failures.get(recipe.key):
            raise _again(failure)
        try:
            with self._watched(recipe) as progress:
                inputs = await self._inputs(recipe, order)
                while True:
                    with contextlib.suppress(LeaseLost):  # somebody took over: look again, or wait for them
                        return await self._paint_alone(recipe, inputs, order, progress)
        except REMEMBERED as failure:
            self._failures[recipe.key] = _again(failure)  # without the frames that it came through
            log.warning("paint failed", recipe=recipe.key, error=failure.detail, **order.words(recipe))
            raise

    async def _paint_alone(self, recipe: Recipe, inputs: Inputs, order: Order, progress: Progress) -> Painted:
        async with self._leases.hold(recipe.key) as lease:
            if master := await self.find(recipe):  # painted while we waited for the lease
                return Painted(master)
            clock, desk = Clock(), self._painters.desk(recipe.model)
            async with self._paid(recipe, order, clock), self._turn(desk, order, clock):
                with clock.step("paint"):
                    painting = await desk.painter.paint(recipe, inputs, progress)
            self._metrics.paints.labels(recipe.model).inc()
            self._metrics.paint_seconds.labels(recipe.model).observe(clock.seconds["paint"])
            return await finished(self._keep(recipe, painting, lease, clock, order))

    @contextlib.asynccontextmanager
    async def _paid(self, recipe: Recipe, order: Order, clock: Clock) -> AsyncIterator[None]:
        """Counted against the budgets, with the seconds that it took; not if nothing comes of it."""
        if not order.project:
            yield
            return
        is_edit = bool(recipe.instruction)
        taken = await self._budgets.take(order.project, order.caller, self._plan(order), is_edit=is_edit)
        try:
            yield
        except BaseException:
            await finished(self._budgets.give_back(taken))
            raise
        await finished(self._budgets.spent(taken, clock.seconds["paint"]))

    @contextlib.asynccontextmanager
    async def _turn(self, desk: Desk, order: Order, clock: Clock) -> AsyncIterator[None]:
        at_most = None if order.caller is OPERATOR else self._plan(order).concurrent_paints
        async with desk.queue.turn(order.lane, order.owner, at_most, order.account) as waited:
            clock.add("queue", waited)
            self._metrics.queue_seconds.labels(desk.queue.name).observe(waited)
            yield

    def _plan(self, order: Order) -> Plan:
        return self._plans.of(order.project.plan) if order.project else UNLIMITED

    async def _keep(
        self, recipe: Recipe, painting: Painting, lease: Lease, clock: Clock, order: Order
    ) -> Painted:
        with clock.step("store"):
            told = Painting(painting.data, painting.format, {**asked_for(recipe), **painting.facts})
            master = await self._in_thread(lambda: Master.of(told, recipe))
            await lease.confirm()
            kept = await self._store.put(master_key(recipe), Blob(master.to_bytes()))
        unknown = {name: painting.facts[name] for name in UNHEEDED if painting.facts.get(name)}
        words = {**order.words(recipe), **unknown} if order.is_kept else {}
        log.info("painted", recipe=recipe.key, **words, **clock.milliseconds())
        return Painted(Master.from_bytes(kept.data), clock.seconds)

    async def _inputs(self, recipe: Recipe, order: Order) -> Inputs:
        """The pixels it is made from. The source is painted first if need be, by a flight of its own: no slot
        and no lease is held meanwhile."""
        images = []
        if recipe.source and has_pixels_of_source(recipe, self._painters.model(recipe.model)):
            source = (await self.make(recipe.source, order)).master
            images.append(await self._in_thread(lambda: as_png(source)))
        images += [await self._upload(sha) for sha in recipe.images]
        return Inputs(tuple(images), await self._upload(recipe.mask) if recipe.mask else None)

    async def _upload(self, sha: str) -> bytes:
        if blob := await self._store.get(upload_key(sha)):
            return blob.data
        raise NotFound(f"There is no uploaded picture {sha}.")

    @contextlib.contextmanager
    def _watched(self, recipe: Recipe) -> Iterator[Progress]:
        progress = self.coming(recipe)
        try:
            yield progress
        finally:
            progress.done()
            if self._progress.get(recipe.key) is progress:
                del self._progress[recipe.key]

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _again(failure: ImgoriginError) -> ImgoriginError:
    return type(failure)(failure.detail, retry_after=failure.retry_after)
