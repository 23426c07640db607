"""Another painting of a picture: the recipe that its address is bound to, with another seed.

may paint -> bind and paint what was never asked for -> paint with the new seed -> add the version, which
  purges
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from imgorigin.address import Address
from imgorigin.bindings import Bindings, Shown
from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.records import Asset
from imgorigin.errors import InvalidRequest, Unsupported
from imgorigin.flight import Flights
from imgorigin.masters import Order
from imgorigin.policy import check_keeps, check_paint
from imgorigin.projects import Projects
from imgorigin.queue import Lane
from imgorigin.recipe import MAX_SEED, Model, Recipe
from imgorigin.service import Service
from imgorigin.versions import Versions, check_thawed


class Rerolls:
    """`models` are those that paint here; `draw` gives a seed."""

    def __init__(
        self,
        *,
        service: Service,
        bindings: Bindings,
        projects: Projects,
        versions: Versions,
        models: Mapping[str, Model],
        draw: Callable[[], int] = lambda: secrets.randbelow(MAX_SEED + 1),
    ) -> None:
        self._service = service
        self._bindings = bindings
        self._projects = projects
        self._versions = versions
        self._models = models
        self._draw = draw
        self._flights: Flights[Asset] = Flights("reroll")

    async def reroll(
        self, address: Address, caller: Caller = OPERATOR, lane: Lane = Lane.API, *, seed: int | None = None
    ) -> Asset:
        """Show another painting at the plain address, by this seed or a drawn one. Once begun it goes on to
        its end, also if nobody waits for it any more.

        Raises what `Service.paint` does; Unsupported for an upload, and for an edit that no seed changes;
        InvalidRequest for the seed that is shown; Conflict in a frozen project; whatever keeps the caller
        from having pictures painted.
        """
        plain = address.at(None)
        project = await self._projects.get(plain.project)
        check_paint(project, caller, plain, datetime.now(UTC))
        check_keeps(project, caller)
        check_thawed(project)
        flight = f"{plain.text} {secrets.token_hex(8)}"  # of its own: each reroll is another version
        return await self._flights.join(flight, lambda: self._reroll(plain, caller, lane, seed))

    async def close(self) -> None:
        """Finish what is under way."""
        await self._flights.drain()

    async def _reroll(self, address: Address, caller: Caller, lane: Lane, seed: int | None) -> Asset:
        shown = await self._bindings.shown(address)
        recipe = self._another(shown, seed)
        if not shown.is_bound:
            await self._service.make_facts(address, lane, caller)
            recipe = self._another(await self._bindings.shown(address), seed)
        await self._service.paint(recipe, Order(lane, shown.project, caller))
        return await self._versions.add(address, recipe, caller)

    def _another(self, shown: Shown, seed: int | None) -> Recipe:
        """By its model as it is now. The seed is not the one that is shown."""
        recipe = shown.recipe
        if not recipe:
            raise Unsupported(f"{shown.address.text} was uploaded, not painted. It cannot be rerolled.")
        begun = recipe if shown.source else _first(recipe)
        model = self._models.get(begun.model)
        if model and begun.instruction and not model.trained:
            raise Unsupported(
                f"{model.name} changes a picture by rules: another seed would change nothing. Reroll the "
                "picture that is edited; its edits follow."
            )
        if seed == recipe.seed:
            raise InvalidRequest("seed", f"{seed} is that of the picture shown", "another one, or none")
        while seed is None or seed == recipe.seed:
            seed = self._draw()
        return self._by(recipe, seed, whole=not shown.source)

    def _by(self, recipe: Recipe, seed: int, *, whole: bool) -> Recipe:
        """The recipe with a seed, by its model as it is now; `whole`: also what it is an edit of, which has
        no address."""
        model = self._models.get(recipe.model)
        revision = model.revision if model else recipe.revision
        source = self._by(recipe.source, seed, whole=True) if whole and recipe.source else recipe.source
        return replace(recipe, seed=seed, revision=revision, source=source)


def _first(recipe: Recipe) -> Recipe:
    return _first(recipe.source) if recipe.source else recipe
