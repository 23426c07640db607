"""One picture's way, from an address to the bytes that define it for good.

look up -> may paint -> join the rendition's flight -> look up again -> the master (see masters)
  -> queue -> fit -> encode -> store -> give what the store holds
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

import structlog

from imgorigin.address import Address
from imgorigin.capability import can_edit, check, is_of_pixels
from imgorigin.clock import Clock
from imgorigin.errors import NotFound
from imgorigin.flight import Flights, finished
from imgorigin.imaging.encode import Quality
from imgorigin.imaging.master import Master
from imgorigin.imaging.provenance import xmp_packet
from imgorigin.imaging.rendition import rendition
from imgorigin.imaging.vector import not_drawn
from imgorigin.lease import Leases
from imgorigin.masters import Masters, Painted
from imgorigin.metrics import Metrics
from imgorigin.moderation import Blocklist
from imgorigin.painters.router import Router
from imgorigin.progress import Progress
from imgorigin.projects import Project, Projects
from imgorigin.queue import Lane, WorkQueue
from imgorigin.recipe import Recipe, recipe_for
from imgorigin.stores.base import Blob, Store

T = TypeVar("T")

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


class Service:
    """The core that every way in calls. `cutters` are threads; `failure_memory` is in seconds. `editor` names
    the model that changes pictures of models that cannot."""

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
        blocklist: Blocklist = Blocklist(),  # noqa: B008  frozen
        cancel_unwanted: bool = False,
        editor: str = "",
    ) -> None:
        self._projects = projects
        self._store = store
        self._painters = painters
        self._metrics = metrics
        self._cut_queue = cut_queue
        self._threads = ThreadPoolExecutor(cutters, "cutter")
        self._quality = quality
        self._blocklist = blocklist
        self._editor = painters.models.get(editor)
        self._renditions: Flights[Rendition] = Flights("rendition", ends_unwanted=cancel_unwanted)
        self._masters = Masters(
            store=store,
            painters=painters,
            leases=leases,
            metrics=metrics,
            threads=self._threads,
            failure_memory=failure_memory,
            cancel_unwanted=cancel_unwanted,
        )

    def project_of(self, address: Address) -> Project:
        """Raises NotFound."""
        return self._projects.get(address.project)

    def recipe_of(self, address: Address) -> Recipe:
        """What an address that nothing else is known of is painted by. Raises NotFound."""
        project = self.project_of(address)
        model = self._painters.model(project.model)
        editor = None if can_edit(model) else self._editor
        beginner = None if model.abilities.words else self._painters.beginner()
        return recipe_for(address, model, project.manner, editor=editor, beginner=beginner)

    async def find(self, address: Address) -> Blob | None:
        """The rendition if it is there, None if it could be painted. Raises NotFound if neither, and what
        `paint` raises for what is not to be painted."""
        project = self.project_of(address)
        if blob := await self._store.get(address.key):
            return blob
        self._check_may_paint(project, address)
        return None

    async def picture(self, address: Address, lane: Lane = Lane.INTERACTIVE) -> Rendition:
        """The rendition at an address, made if need be."""
        if blob := await self.find(address):
            return Rendition(blob, "hit")
        return await self.make(address, lane)

    async def make(self, address: Address, lane: Lane = Lane.INTERACTIVE) -> Rendition:
        """The rendition where `find` found none. Whoever stops waiting stops nothing for the others."""
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
        if master := await self._masters.find(self.recipe_of(address)):
            return master.facts
        self._check_may_paint(project, address)
        return None

    async def make_facts(self, address: Address, lane: Lane = Lane.INTERACTIVE) -> Mapping[str, Any]:
        """The facts where `find_facts` found none: the picture is painted."""
        return (await self._masters.make(self.recipe_of(address), lane)).master.facts

    def progress(self, address: Address) -> Progress | None:
        """How far the picture at an address is, if it is being made."""
        return self._masters.progress(self.recipe_of(address))

    async def paint(self, recipe: Recipe, lane: Lane = Lane.API) -> Master:
        """The master of any recipe. Raises InvalidRequest, Unsupported or ContentRefused for one that is not
        to be painted, NotFound for an upload there is none of."""
        if master := await self._masters.find(recipe):
            return master
        self._check_recipe(recipe)
        return (await self._masters.make(recipe, lane)).master

    def progress_of(self, recipe: Recipe) -> Progress | None:
        """How far a recipe is, if it is being painted."""
        return self._masters.progress(recipe)

    async def close(self) -> None:
        """Finish what is under way."""
        await self._renditions.drain()
        await self._masters.close()
        self._threads.shutdown()

    async def _render(self, address: Address, project: Project, lane: Lane) -> Rendition:
        if blob := await self._store.get(address.key):  # a flight may have landed since the caller looked
            return Rendition(blob, "hit")
        painted = await self._masters.make(self.recipe_of(address), lane)
        return await finished(self._cut_and_kept(painted, address, project, lane))

    async def _cut_and_kept(
        self, painted: Painted, address: Address, project: Project, lane: Lane
    ) -> Rendition:
        clock = Clock(dict(painted.seconds))
        async with self._cut_queue.turn(lane) as waited:
            clock.add("queue", waited)
            self._metrics.queue_seconds.labels(self._cut_queue.name).observe(waited)
            with clock.step("encode"):
                data = await self._in_thread(lambda: self._cut(painted.master, address, project))
        self._metrics.encode_seconds.labels(address.format).observe(clock.seconds["encode"])
        with clock.step("store"):
            blob = await self._store.put(address.key, Blob(data))
        log.info("rendition made", address=address.text, bytes=len(blob.data), **clock.milliseconds())
        return Rendition(blob, "miss", clock.seconds, painted.master.facts)

    def _cut(self, master: Master, address: Address, project: Project) -> bytes:
        xmp = xmp_packet(
            master,
            trained=self._painters.model(master.recipe.model).trained,
            on_trained=any(self._is_trained(name) for name in master.recipe.hands),
            with_prompt=project.tell_prompt,
        )
        return rendition(
            master,
            address.size,
            address.format,
            quality=self._quality,
            xmp=xmp,
            background=project.background,
        )

    def _is_trained(self, model: str) -> bool:
        """What is not known here any more may have been."""
        return model not in self._painters.models or self._painters.models[model].trained

    def _check_may_paint(self, project: Project, address: Address) -> None:
        if project.paint == "frozen":
            raise NotFound(f"{address.text} is not painted, and the project {address.project!r} is frozen.")
        recipe = self.recipe_of(address)
        if address.format == "svg" and is_of_pixels(recipe, self._painters.model(recipe.model)):
            raise not_drawn()
        self._check_recipe(recipe)

    def _check_recipe(self, recipe: Recipe) -> None:
        self._blocklist.check((recipe.prompt, *recipe.instructions, recipe.style))
        check(recipe, self._painters.models)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)
