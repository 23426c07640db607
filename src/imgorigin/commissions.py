"""From what an API is asked for to a permanent address, and the picture there.

draft -> may make -> the address already bound to this very recipe, else a free one -> picture (see service)
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final

from cachetools import LRUCache

from imgorigin.address import Address, Limits, Segment, Size, parse
from imgorigin.bindings import Bindings, Shown
from imgorigin.caller import OPERATOR, Caller
from imgorigin.capability import has_pixels_of_source
from imgorigin.catalog.assets import Painted
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset
from imgorigin.commission import ALONE, CUT_OUT, Commission, Draft, Hands, check_fields, drafted, upscaled
from imgorigin.errors import Conflict, NotFound, NotUnderstood, Unsupported, installing
from imgorigin.painters.router import Router
from imgorigin.policy import check_view, keeps
from imgorigin.progress import State
from imgorigin.projects import manner_of
from imgorigin.queue import Lane
from imgorigin.recipe import Recipe, shown_at
from imgorigin.service import Rendition, Service
from imgorigin.uploads import Intake
from imgorigin.vision.seeing import asked_for
from imgorigin.vision.slugs import candidates

REMEMBERED: Final = 4096
"""Recipes."""
TRIES: Final = 5
"""At a slug that is free, of which somebody else may be quicker."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where the picture is, for good. `recipe` is on the canvas for the size; `ignored` names fields of the
    commission that the model makes nothing of. `is_new` if it was bound just now."""

    project: ProjectRow
    address: Address
    asset: Asset
    recipe: Recipe
    ignored: tuple[str, ...] = ()
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Passing:
    """A picture of which nothing is kept: the `file` itself. See Accepted for the rest."""

    file: bytes
    recipe: Recipe
    ignored: tuple[str, ...] = ()


class Commissions:
    """`editor` names the model that changes pictures of models that cannot; `finds_subjects` tells whether it
    can cut the subject out of any picture, or only of what it has drawn itself. Of that, `check_drawing`
    raises NotUnderstood where nothing could be done of an instruction; it takes milliseconds."""

    def __init__(
        self,
        *,
        catalog: Catalog,
        service: Service,
        bindings: Bindings,
        intake: Intake,
        painters: Router,
        limits: Limits,
        editor: str = "",
        finds_subjects: bool = True,
        check_drawing: Callable[[Recipe], None] = lambda recipe: None,
    ) -> None:
        self._catalog = catalog
        self._service = service
        self._bindings = bindings
        self._intake = intake
        self._painters = painters
        self._limits = limits
        self._editor = painters.models.get(editor)
        self._finds_subjects = finds_subjects
        self._keys_of: LRUCache[str, Sequence[str]] = LRUCache(REMEMBERED)
        self._check_drawing = check_drawing

    async def accept(
        self, project: ProjectRow, commission: Commission, caller: Caller = OPERATOR
    ) -> Accepted:
        """Bind an address to what is asked for, unless one is; paints nothing. The same recipe has the same
        address, whoever asks.

        Raises InvalidRequest for a field that is out of bounds; Unsupported for what the model cannot do, if
        it does not just ignore it, or where nothing is kept; ContentRefused; NotFound for an upload there is
        none of; whatever keeps the caller from having pictures painted in the project.
        """
        check_kept(project, caller)
        words, draft = await self._draft(project, commission)
        for tries_left in reversed(range(TRIES)):
            try:
                return await self._accepted(project, commission, words, draft, caller)
            except Conflict:
                if not tries_left:
                    raise
        raise Conflict("Too many ask for pictures of that name just now.")

    async def check(self, project: ProjectRow, commission: Commission, caller: Caller = OPERATOR) -> None:
        """Raises what `accept` would now; binds nothing."""
        check_kept(project, caller)
        words, draft = await self._draft(project, commission)
        address = self._at(project, commission, candidates(words, mark=draft.recipe.key)[-1])
        await self._check(Shown(project, address, draft.recipe), caller)

    async def enlarge(self, address: Address, scale: int, caller: Caller = OPERATOR) -> Accepted:
        """Bind an address to the picture at this one, so many times as wide and high, unless one is. What is
        drawn by rules is drawn larger, at the same address but for its size; so is a photograph whose model
        cannot paint over pictures. Others are painted over, tile by tile.

        Raises what `accept` does, and whatever keeps the picture from being shown.
        """
        shown = await self._bindings.shown(address)
        check_kept(shown.project, caller)
        size = shown.size.times(scale)
        larger = parse(replace(address, picture=replace(address.picture, size=size, density=1)).path)
        self._limits.check(larger)
        model = self._painters.models.get(shown.recipe.model) if shown.recipe else None
        if not (shown.recipe and model and model.trained and model.abilities.image_to_image):
            at_it = await self._bindings.shown(larger)
            if not (at_it.recipe and at_it.asset):
                raise Unsupported(f"{address.text} was uploaded, not painted, or never asked for.")
            await self._check(at_it, caller)
            return Accepted(shown.project, larger, at_it.asset, at_it.recipe)
        recipe = upscaled(shown.recipe, size, model)
        words = f"{shown.recipe.prompt}, {scale}x"
        asked = Commission(prompt=words, size=size, format=address.format)
        return await self._accepted(shown.project, asked, words, Draft(recipe), caller)

    async def picture(
        self, accepted: Accepted, lane: Lane = Lane.API, caller: Caller = OPERATOR
    ) -> Rendition:
        """As `Service.picture` at its address, which is bound no more if nothing could be made of it."""
        async with self._let_go_if_in_vain(accepted):
            return await self._service.picture(accepted.address, lane, caller)

    async def watch(
        self,
        accepted: Accepted,
        lane: Lane = Lane.API,
        caller: Caller = OPERATOR,
        *,
        previews: bool = True,
    ) -> AsyncGenerator[State | Rendition]:
        """As `Service.watch` at its address: how far it is, previews, at last the rendition. Bound as in
        `picture`."""
        states = self._service.watch(accepted.address, lane, caller, previews=previews)
        async with self._let_go_if_in_vain(accepted), aclosing(states):
            async for state in states:
                yield state

    async def check_budgets(
        self, project: ProjectRow, recipes: Sequence[Recipe], caller: Caller = OPERATOR, *, at_once: bool
    ) -> None:
        """That several are not begun which the budgets have not enough left for. Raises TooManyRequests."""
        if len(recipes) > 1:
            await self._service.check_budgets(project, recipes, caller, at_once=at_once)

    async def recipe(self, project: ProjectRow, commission: Commission) -> Recipe:
        """That it would be painted by. Raises as `accept` of the commission itself."""
        return (await self._draft(project, commission))[1].recipe

    async def passing(
        self, project: ProjectRow, commission: Commission, caller: Caller = OPERATOR
    ) -> Passing:
        """The picture itself: no address is bound to it, and nothing of it is kept. Raises as `accept`, and
        as `picture`."""
        words, draft = await self._draft(project, commission)
        recipe = draft.recipe
        address = self._at(project, commission, candidates(words, mark=recipe.key)[-1])
        shown = Shown(project, address, recipe)
        check_view(project, caller, address, datetime.now(UTC))
        keys = self._keys(recipe)
        data = await self._service.passing(shown, lambda: self._catalog.assets.use(keys), Lane.API, caller)
        return Passing(data, recipe, draft.ignored)

    @asynccontextmanager
    async def _let_go_if_in_vain(self, accepted: Accepted) -> AsyncIterator[None]:
        """No address is bound for good to what cannot be painted: that a picture has no subject to be cut
        out, say, is known when it is looked at. Who was told the address before finds nothing there."""
        try:
            yield
        except NotUnderstood:
            if accepted.is_new:
                with contextlib.suppress(NotFound):
                    await self._catalog.assets.delete(accepted.project.scope, [accepted.asset.content_id])
            raise

    async def _draft(self, project: ProjectRow, asked: Commission) -> tuple[str, Draft]:
        """And the words that may name it."""
        check_fields(asked)
        self._limits.check_size(asked.size, asked.format)
        uploads = [await self._intake.get(sha256) for sha256 in asked.images]
        if asked.mask:
            await self._intake.get(asked.mask)
        sizes = {one.sha256: Size(one.width, one.height) for one in uploads}
        draft = drafted(asked, self._hands(project, asked), manner_of(project), sizes)
        await self._check_subject(draft.recipe)
        return asked.words or PurePath(uploads[0].name).stem, draft

    async def _accepted(
        self, project: ProjectRow, asked: Commission, words: str, draft: Draft, caller: Caller
    ) -> Accepted:
        """Named by the words, if it has no name yet. Raises Conflict if somebody else was quicker."""
        recipe, assets = draft.recipe, self._catalog.assets
        keys = self._keys(recipe)
        if found := await assets.with_recipe(project.id, keys):
            return await self._known(project, asked, found, draft, caller)
        names = candidates(words, mark=recipe.key)
        # Before the recipe is looked for again: who binds it in between binds the name that is chosen here.
        taken = await assets.taken(project.id, names)
        if found := await assets.with_recipe(project.id, keys):
            return await self._known(project, asked, found, draft, caller)
        name = next((name for name in names if name not in taken), None)
        if not name:
            raise Conflict(f"Every name like {names[0]!r} is taken. Say more of the picture.")
        address = self._at(project, asked, name)
        await self._check(Shown(project, address, recipe), caller)
        asset = await self._bindings.bind_recipe(project, address, recipe, asked_for(recipe), caller)
        return Accepted(project, address, asset, recipe, draft.ignored, is_new=True)

    async def _known(
        self, project: ProjectRow, asked: Commission, found: Painted, draft: Draft, caller: Caller
    ) -> Accepted:
        """Where the picture is already."""
        address = self._at(project, asked, found.asset.slug, found)
        await self._check(Shown(project, address, draft.recipe, asset=found.asset), caller)
        asset = await self._bindings.kept(project, found.asset, caller)
        return Accepted(project, address, asset, draft.recipe, draft.ignored)

    def _at(self, project: ProjectRow, asked: Commission, slug: str, found: Painted | None = None) -> Address:
        """Raises InvalidRequest for a size that is out of bounds."""
        version = found.version if found and not found.is_shown else None
        segment = Segment(slug, asked.format, asked.size, version=version)
        address = parse(Address(project.name, segment).path)
        self._limits.check(address)
        return address

    async def _check(self, shown: Shown, caller: Caller) -> None:
        check_view(shown.project, caller, shown.address, datetime.now(UTC))
        await self._service.check_may_make(shown, caller)

    async def _check_subject(self, recipe: Recipe) -> None:
        """Before an address is bound to a picture that could not be cut out. Raises Unsupported, and
        NotUnderstood for a drawing without a subject."""
        if recipe.instruction not in (CUT_OUT, ALONE):
            return
        if not (recipe.upload or has_pixels_of_source(recipe, self._painters.model(recipe.model))):
            try:
                await asyncio.to_thread(self._check_drawing, recipe)
            except NotUnderstood:
                raise NotUnderstood(
                    "A transparent background leaves a subject alone, and this picture has no subject. "
                    "Name a thing or somebody in the prompt: 'a red fox', not 'a sunset over mountains'."
                ) from None
        elif not self._finds_subjects:
            raise Unsupported(
                "A transparent background: finding the subject of a picture that the painter sketch did not "
                f"draw needs more than is installed: {installing('cutout')}"
            )

    def _keys(self, recipe: Recipe) -> Sequence[str]:
        """Of the recipe on each canvas: all sizes of a picture have one address but for the size."""
        if recipe.key not in self._keys_of:
            models = self._painters.models
            sizes = models[recipe.model].canvases() if recipe.model in models else []
            keys = {recipe.key, *(shown_at(recipe, size, None, models).key for size in sizes)}
            self._keys_of[recipe.key] = list(keys)
        return self._keys_of[recipe.key]

    def _hands(self, project: ProjectRow, asked: Commission) -> Hands:
        chosen = self._painters.model(asked.model or project.settings.default_model)
        return Hands(chosen, bool(asked.model), self._painters.beginner(), self._editor)


def check_kept(project: ProjectRow, caller: Caller) -> None:
    """Raises Unsupported."""
    if not keeps(project, caller):
        whose = f"the project {project.name!r}" if not project.settings.storage else "this key"
        raise Unsupported(
            f"No picture of {whose} is kept (--no-storage), and this call would tell the address of one. The "
            "picture itself is given by POST /api/v1/generate, and by POST /v1/images/generations with "
            "response_format b64_json."
        )


__all__ = ["Accepted", "Commission", "Commissions", "Passing", "check_kept"]
