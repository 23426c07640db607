"""From an order to its pictures, and the answer that tells of them."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.address import Size
from imgorigin.caller import Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.commissions import Accepted, check_kept
from imgorigin.queue import Lane
from imgorigin.recipe import Model, Recipe, seed_of
from imgorigin.service import Rendition
from imgorigin.web.dialects.asking import noted
from imgorigin.web.dialects.openai.desk import Desk
from imgorigin.web.dialects.openai.order import Kind, Order
from imgorigin.web.dialects.openai.shapes import Picture, Pictures
from imgorigin.web.dialects.openai.usage import graded, usage
from imgorigin.web.dialects.several import all_of, telling

DEEDS: Final[dict[Kind, str]] = {
    "image_generation": "generate",
    "image_edit": "edit",
    "image_variation": "edit",
}
"""As the audit writes them down."""
TRIES: Final = 4
"""Seeds for each picture, of which some may give the same."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture that was accepted, and the seed that gives it again."""

    accepted: Accepted
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes the pictures of one order. `url` gives that of a path."""

    desk: Desk
    project: ProjectRow
    caller: Caller
    order: Order
    url: Callable[[str], str]
    lane: Lane = Lane.API

    @property
    def model(self) -> Model:
        """Raises NoProvider."""
        return self.desk.model(self.order.wish.model, self.project)

    async def take(self) -> Sequence[Taken]:
        """Bind an address for each picture. All seeds follow from the first, so the same request has the same
        pictures. Where a model knows fewer than are asked for, the last is told again."""
        desk, wish = self.desk, self.order.wish
        asked = self.order.commission(self.model, desk.limits)
        accept = desk.commissions.accept
        first = await accept(self.project, asked, self.caller)
        base = first.recipe.seed if asked.seed is None else asked.seed
        found = {first.address.key: Taken(first, base)}
        for number in range(1, TRIES * wish.n):
            if len(found) == wish.n:
                break
            seed = seed_of(f"{base}/{number}")
            one = await accept(self.project, replace(asked, seed=seed), self.caller)
            found.setdefault(one.address.key, Taken(one, seed))
        taken = list(found.values())
        accepted = [one.accepted for one in taken]
        await self._check_budgets([one.recipe for one in accepted])
        deed = DEEDS[self.order.kind]
        made = [one.asset for one in accepted if one.is_new]
        await noted(desk.catalog, self.caller, deed, *made)
        return [*taken, *[taken[-1]] * (wish.n - len(taken))]

    async def passing(self) -> Pictures:
        """The files alone, where nothing is kept of them. Raises Unsupported where URLs are asked for."""
        order, commissions = self.order, self.desk.commissions
        asked = order.commission(self.model, self.desk.limits)
        if not order.with_data or order.painting.stream:
            check_kept(self.project, self.caller)
        first = await commissions.recipe(self.project, asked)
        base = first.seed if asked.seed is None else asked.seed
        seeds = [seed_of(f"{base}/{number}") for number in range(1, order.wish.n)]
        wanted = {base: asked, **{seed: replace(asked, seed=seed) for seed in seeds}}
        recipes = [await commissions.recipe(self.project, one) for one in wanted.values()]
        await self._check_budgets(recipes)
        pictures, ignored = list[Picture](), {"output_compression"} | self._ungraded
        for seed, one in wanted.items():
            with telling([None] * len(pictures), len(wanted)):
                made = await commissions.passing(self.project, one, self.caller)
            data = base64.b64encode(made.file).decode()
            pictures.append(Picture(b64_json=data, revised_prompt=made.recipe.prompt, seed=seed))
            ignored |= {*made.ignored}
        return self._answer(pictures, ignored)

    async def make(self, taken: Sequence[Taken]) -> Pictures:
        return self.answer(taken, await all_of(map(self.picture, taken), lambda one: one.url))

    async def _check_budgets(self, recipes: Sequence[Recipe]) -> None:
        """A job has time: what is too much for this minute is painted in the next."""
        await self.desk.commissions.check_budgets(
            self.project, recipes, self.caller, at_once=not self.order.is_job
        )

    async def picture(self, one: Taken) -> Picture:
        """Painted if need be."""
        data = await self.data(one) if self.order.with_data else None
        if data is None:
            await self.desk.commissions.picture(one.accepted, self.lane, self.caller)
        return Picture(
            url=self.url(one.accepted.address.path),
            b64_json=base64.b64encode(data).decode() if data is not None else None,
            revised_prompt=one.accepted.recipe.prompt or ", ".join(one.accepted.recipe.instructions),
            seed=one.seed,
            not_done=await self.not_done(one),
        )

    async def not_done(self, one: Taken) -> list[str] | None:
        """Of an edit that was made, parts of its instruction that nothing came of; None if all was done."""
        if not self.order.images:
            return None
        facts = await self.desk.service.facts(one.accepted.address, self.caller)
        return list((facts or {}).get("not_done", ())) or None

    async def data(self, one: Taken) -> bytes:
        """The file, in the quality that is asked for. The one at the address is there in any case."""
        return await self.pressed(
            one, await self.desk.commissions.picture(one.accepted, self.lane, self.caller)
        )

    async def pressed(self, one: Taken, made: Rendition) -> bytes:
        """The file of a picture that was made, in the quality that is asked for."""
        quality = self.order.painting.output_compression
        if quality is None or self.order.format == "png":
            return made.blob.data
        address = one.accepted.address
        return await self.desk.service.pressed(address, max(1, quality), self.lane, self.caller)

    def answer(self, taken: Sequence[Taken], pictures: Sequence[Picture]) -> Pictures:
        return self._answer(pictures, self.unheeded(taken))

    def _answer(self, pictures: Sequence[Picture], unheeded: set[str]) -> Pictures:
        order, wish = self.order, self.order.painting
        size = order.size(self.desk.limits)
        sent = [Size(one.width, one.height) for one in order.images]
        return Pictures(
            created=int(time.time()),
            data=list(pictures),
            background="transparent" if order.is_transparent else "opaque",
            output_format=wish.output_format,
            quality=graded(wish.quality),
            size=f"{size.width}x{size.height}",
            usage=usage(wish.prompt, sent, [size] * len(pictures), wish.quality),
            ignored=order.ignored(unheeded),
        )

    def unheeded(self, taken: Sequence[Taken]) -> set[str]:
        names = {name for one in taken for name in one.accepted.ignored}
        few = len({one.accepted.address.key for one in taken}) < len(taken)
        return names | ({"n"} if few else set()) | self._ungraded

    @property
    def _ungraded(self) -> set[str]:
        is_graded = not self.order.painting.steps and self.model.steps_range
        return set() if is_graded else {"quality"}
