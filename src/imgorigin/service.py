"""One picture's way, from an address to the bytes that define it for good.

may view -> look up -> what the address shows (see bindings) -> may paint -> join the rendition's flight
  -> look up again -> the master (see masters) -> bind -> queue -> fit -> encode -> store
  -> give what the store holds
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

import structlog

from imgorigin.address import IMAGES, Address, parse
from imgorigin.bindings import Bindings, Shown
from imgorigin.caller import OPERATOR, Caller
from imgorigin.capability import check, is_of_pixels
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset
from imgorigin.clock import Clock
from imgorigin.cutting import Cutter
from imgorigin.errors import Expired, MovedPermanently, NotFound, RequestError, TooManyRequests
from imgorigin.flight import Flights, finished, looked_at
from imgorigin.imaging.master import Master
from imgorigin.imaging.vector import not_drawn
from imgorigin.masters import Masters, Order, Painted
from imgorigin.metrics import Metrics
from imgorigin.moderation import Blocklist
from imgorigin.painters.router import Router
from imgorigin.policy import BY_FILE, check_keeps, check_paint, check_view, keeps
from imgorigin.progress import Progress, State
from imgorigin.projects import Projects, shelf_of, shelves_of
from imgorigin.queue import Lane
from imgorigin.recipe import Recipe
from imgorigin.stores.base import Blob, Store
from imgorigin.uploads import Intake

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Rendition:
    """What is served. `cache` tells how it came: a hit in a tier of the store, made for this request, or
    joined while it was being made for another; `shelf`, where it lies. What was made also has its master's
    `facts`, and the `seconds` of each step: queue, paint, encode, store."""

    blob: Blob
    cache: Literal["hit", "miss", "joined"]
    shelf: str = IMAGES
    seconds: Mapping[str, float] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


class Service:
    """The core that every way in calls. If `cancel_unwanted`, what nobody waits for any more is given up."""

    def __init__(
        self,
        *,
        projects: Projects,
        bindings: Bindings,
        intake: Intake,
        store: Store,
        painters: Router,
        masters: Masters,
        cutter: Cutter,
        metrics: Metrics,
        blocklist: Blocklist = Blocklist(),  # noqa: B008  frozen
        cancel_unwanted: bool = False,
    ) -> None:
        self._projects = projects
        self._bindings = bindings
        self._intake = intake
        self._store = store
        self._painters = painters
        self._masters = masters
        self._cutter = cutter
        self._metrics = metrics
        self._blocklist = blocklist
        self._making: dict[str, Recipe] = {}
        self._renditions: Flights[Rendition] = Flights(
            "rendition", ends_unwanted=cancel_unwanted, personal=(TooManyRequests,)
        )
        self._bound: Flights[tuple[Painted, Shown]] = Flights(
            "facts", ends_unwanted=cancel_unwanted, personal=(TooManyRequests,)
        )

    async def stored(self, address: Address, caller: Caller = OPERATOR) -> Rendition | None:
        """The rendition if it is there and the caller may view it, without asking the catalog: what lies on
        a public shelf is anyone's, whatever is known of its project."""
        project = self._projects.known(address.project)
        if project:
            check_view(project, caller, address, datetime.now(UTC))
        for shelf in shelves_of(project, address):
            if blob := await self._store.get(address.key_on(shelf)):
                return Rendition(blob, "hit", shelf)
        return None

    async def find(self, address: Address, caller: Caller = OPERATOR) -> Rendition | None:
        """As `stored`; None if the caller may have it painted. Raises NotFound if neither, Expired, and what
        `paint` raises for what is not to be painted."""
        if found := await self.stored(address, caller):
            return found
        await self._wanted(address, caller)
        return None

    async def picture(
        self, address: Address, lane: Lane = Lane.INTERACTIVE, caller: Caller = OPERATOR
    ) -> Rendition:
        """The rendition at an address, made if need be. Whoever stops waiting stops nothing for the others.
        Raises MovedPermanently for one that was renamed."""
        if found := await self.stored(address, caller):
            return found
        shown = None if self._is_anyones(address, caller) else await self._wanted(address, caller)
        joined = address.key in self._renditions
        async with self._leading(address, caller):
            made = await self._renditions.join(
                address.key, lambda: self._rendered(address, shown, lane, caller)
            )
        if not joined:
            return made
        self._metrics.joined.labels("rendition").inc()
        return replace(made, cache="joined")

    async def watch(
        self,
        address: Address,
        lane: Lane = Lane.INTERACTIVE,
        caller: Caller = OPERATOR,
        *,
        previews: bool = True,
    ) -> AsyncGenerator[State | Rendition]:
        """How far the picture at an address is, with `previews` where its painter makes some; at last the
        rendition. As `picture` otherwise: that is made if need be, and who stops listening stops nothing for
        the others."""
        if found := await self.stored(address, caller):
            yield found
            return
        shown = await self._wanted(address, caller)
        recipe = await self._masters.paintable(shown.recipe) if shown.recipe else None
        progress = self._masters.coming(recipe) if recipe else Progress()
        making = asyncio.create_task(self.picture(address, lane, caller))
        making.add_done_callback(looked_at)
        try:
            async with aclosing(progress.follow(making, previews=previews)) as states:
                async for state in states:
                    yield state
            yield await making
        finally:
            making.cancel()

    async def pressed(
        self, address: Address, quality: int, lane: Lane = Lane.API, caller: Caller = OPERATOR
    ) -> bytes:
        """The picture at an address as a file of another quality (1 to 100), which is kept nowhere: what the
        address shows has one quality, the server's."""
        shown = await self._wanted(address, caller)
        painted, shown = await self._painted(shown, lane, caller)
        return await self._cutter.cut(painted.master, shown, lane, Clock(), quality=quality)

    async def passing(
        self,
        shown: Shown,
        is_kept: Callable[[], Awaitable[bool]],
        lane: Lane = Lane.API,
        caller: Caller = OPERATOR,
    ) -> bytes:
        """What no address is bound to as a file, of which nothing is kept: not the master either, unless it
        was there before, or somebody has bound an address to it meanwhile, which `is_kept` finds out."""
        await self.check_may_make(shown, caller, is_kept=False)
        was_there = bool(shown.recipe and await self._masters.find(shown.recipe))
        painted = await self._master(shown, Order(lane, shown.project, caller, is_kept=False))
        try:
            return await self._cutter.cut(painted.master, shown, lane, Clock())
        finally:
            if not (was_there or await is_kept()):
                await self._masters.drop(painted.master.recipe)

    async def facts(self, address: Address, caller: Caller = OPERATOR) -> Mapping[str, Any] | None:
        """What is known of the picture at an address (see Master.facts, what people said of it, and `width`
        and `height` in pixels as it is shown), None if the caller may have it painted. Raises NotFound if
        neither."""
        shown = await self._shown(address, caller)
        if facts := await self._facts_of(shown):
            return facts
        await self.check_may_make(shown, caller)
        return None

    async def make_facts(
        self, address: Address, lane: Lane = Lane.INTERACTIVE, caller: Caller = OPERATOR
    ) -> Mapping[str, Any]:
        """The facts where `facts` found none: the picture is painted."""
        shown = await self._wanted(address, caller)
        painted, shown = await self._bound.join(address.key, lambda: self._painted(shown, lane, caller))
        return _told(painted.master, shown)

    def progress(self, address: Address) -> Progress | None:
        """How far the picture at an address is, if it is being made."""
        recipe = self._making.get(address.key)
        return self._masters.progress(recipe) if recipe else None

    async def paint(self, recipe: Recipe, order: Order = Order()) -> Master:  # noqa: B008  frozen
        """The master of any recipe. Raises InvalidRequest, Unsupported or ContentRefused for one that is not
        to be painted, NotFound for an upload there is none of."""
        if master := await self._masters.find(recipe):
            return master
        self._check_recipe(recipe)
        return (await self._masters.make(await self._masters.paintable(recipe), order)).master

    def progress_of(self, recipe: Recipe) -> Progress | None:
        """How far a recipe is, if it is being painted."""
        return self._masters.progress(recipe)

    async def close(self) -> None:
        """Finish what is under way."""
        await self._renditions.drain()
        await self._bound.drain()
        await self._masters.close()
        self._cutter.close()

    async def _wanted(self, address: Address, caller: Caller) -> Shown:
        """What is to be painted or cut for the caller, who may have that done."""
        shown = await self._shown(address, caller)
        await self.check_may_make(shown, caller)
        return shown

    async def _shown(self, address: Address, caller: Caller) -> Shown:
        """To the caller, who may view it. Raises MovedPermanently only if it is theirs to view there too."""
        check_view(await self._projects.get(address.project), caller, address, datetime.now(UTC))
        async with self._leading(address, caller):
            return await self._bindings.shown(address)

    @contextlib.asynccontextmanager
    async def _leading(self, address: Address, caller: Caller) -> AsyncGenerator[None]:
        """Where a picture was renamed to is told to those who may view it there too."""
        try:
            yield
        except MovedPermanently as moved:
            now = parse(moved.location)
            try:
                check_view(await self._projects.get(now.project), caller, now, datetime.now(UTC))
            except RequestError:
                raise NotFound(f"{address.text} was renamed, and is no longer public.") from None
            raise

    def _is_anyones(self, address: Address, caller: Caller) -> bool:
        """Whether anyone may have it painted, the caller too: then the flight alone asks the catalog, once
        for a herd."""
        project = self._projects.known(address.project)
        is_open = project and project.settings.paint == "open" and not project.settings.private
        return bool(project and is_open and keeps(project, caller))

    async def _rendered(self, address: Address, shown: Shown | None, lane: Lane, caller: Caller) -> Rendition:
        if not shown:
            shown = await self._bindings.shown(address)
            await self.check_may_make(shown, caller)
        return await self._render(shown, lane, caller)

    async def _render(self, shown: Shown, lane: Lane, caller: Caller) -> Rendition:
        """Until what was cut is what the address shows once it is stored: it may have been bound to something
        else, or rerolled, meanwhile."""
        address = shown.address
        while True:
            shelf = _shelf(shown)
            if blob := await self._store.get(address.key_on(shelf)):  # a flight may have landed meanwhile
                return Rendition(blob, "hit", shelf)
            painted, shown = await self._painted(shown, lane, caller)
            made = await finished(self._cut_and_kept(painted, _shelf(shown), shown, lane))
            try:
                now = await self._bindings.shown(address)
            except Expired:  # swept away meanwhile
                await self._store.delete(address.key_on(made.shelf))
                raise
            if now.is_same(shown) and _shelf(now) == made.shelf:
                return made
            await self._store.delete(address.key_on(made.shelf))
            shown = now

    async def _painted(self, shown: Shown, lane: Lane, caller: Caller) -> tuple[Painted, Shown]:
        """The master of what the address shows, which it is bound to from now on."""
        while True:
            painted = await self._master(shown, Order(lane, shown.project, caller))
            if kept := await self._bindings.keep(shown, painted.master.facts, caller):
                return painted, kept
            shown = await self._bindings.shown(shown.address)

    async def _master(self, shown: Shown, order: Order) -> Painted:
        if not shown.recipe:
            return Painted(await self._intake.master(await self._intake.get(shown.upload)))
        key = shown.address.key
        self._making[key] = recipe = await self._masters.paintable(shown.recipe)
        try:
            return await self._masters.make(recipe, order)
        finally:
            self._making.pop(key, None)

    async def _facts_of(self, shown: Shown) -> Mapping[str, Any] | None:
        recipe = await self._masters.paintable(shown.recipe) if shown.recipe else None
        master = await self._masters.find(recipe) if recipe else None
        return _told(master, shown) if master else None

    async def _cut_and_kept(self, painted: Painted, shelf: str, shown: Shown, lane: Lane) -> Rendition:
        clock, address = Clock(dict(painted.seconds)), shown.address
        data = await self._cutter.cut(painted.master, shown, lane, clock)
        with clock.step("store"):
            blob = await self._store.put(address.key_on(shelf), Blob(data))
        log.info("rendition made", address=address.text, bytes=len(blob.data), **clock.milliseconds())
        return Rendition(blob, "miss", shelf, clock.seconds, painted.master.facts)

    async def check_may_make(self, shown: Shown, caller: Caller, *, is_kept: bool = True) -> None:
        """Raises what `picture` would before anything is made. Cutting another size of what is painted is
        anyone's who may view it, painting is as the project has it; in some, both are (policy.BY_FILE). No
        new picture `is_kept` where storage is off."""
        recipe, address = shown.recipe, shown.address
        if recipe:
            recipe = await self._masters.paintable(recipe)
        is_made = shown.is_bound and (not recipe or await self._masters.find(recipe))
        if not is_made or shown.project.settings.paint in BY_FILE:
            check_paint(shown.project, caller, address, datetime.now(UTC))
        if is_kept and not shown.is_bound:
            check_keeps(shown.project, caller)
        if not recipe:
            return
        if address.format == "svg" and is_of_pixels(recipe, self._painters.model(recipe.model)):
            raise not_drawn()
        if not is_made:
            self._check_recipe(recipe)

    async def check_budgets(
        self, project: ProjectRow, recipes: Collection[Recipe], caller: Caller, *, at_once: bool
    ) -> None:
        """Raises TooManyRequests unless all of those that are still to be painted may be in this month; if
        `at_once`, in this minute too."""
        await self._masters.check_budgets(recipes, Order(project=project, caller=caller), at_once=at_once)

    def _check_recipe(self, recipe: Recipe) -> None:
        self._blocklist.check((recipe.prompt, *recipe.instructions, recipe.style))
        check(recipe, self._painters.models)


def _told(master: Master, shown: Shown) -> Mapping[str, Any]:
    size = {"width": shown.size.width, "height": shown.size.height}
    return {**master.facts, **_said(shown.asset), **size}


def _shelf(shown: Shown) -> str:
    return shelf_of(shown.project, shown.address, expires=shown.expires is not None)


def _said(asset: Asset | None) -> Mapping[str, Any]:
    """What the catalog has of a picture: people may have changed it."""
    if not asset:
        return {}
    told = {"title": asset.title, "alt": asset.alt, "caption": asset.caption, "tags": list(asset.tags)}
    if asset.expires:
        told["expires"] = asset.expires.isoformat()
    return {name: value for name, value in told.items() if value} | {"content_id": asset.content_id}
