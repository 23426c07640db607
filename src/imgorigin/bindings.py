"""Which recipe an address shows: the one it is bound to, or the one it will be bound to.

A picture has one row in the catalog, bound to a recipe the first time it is painted, for good. Its sizes and
formats are that recipe on other canvases. An edit has a row of its own, whose source is whatever its source's
address shows now: so that a new version of a picture shows in its edits as well.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from imgorigin.address import Address, Size
from imgorigin.caller import Caller
from imgorigin.capability import can_edit
from imgorigin.catalog.assets import NewAsset
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset, Bound, Kind, Moved
from imgorigin.catalog.tables import now
from imgorigin.catalog.uploads import Upload
from imgorigin.edits import edited_upload
from imgorigin.errors import Conflict, MovedPermanently, NotFound
from imgorigin.painters.router import Router
from imgorigin.projects import Projects, manner_of
from imgorigin.recipe import Recipe, edit_recipe, first_recipe, shown_at
from imgorigin.retention import Retention
from imgorigin.vision.seeing import asked_for

Checked = Callable[["Shown", Caller], Awaitable[None]]
"""Raises why something is not to be made for the caller."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What an address shows. `recipe` is None for an upload as it came, whose SHA-256 is `upload`. `asset` is
    None while the address is not bound; `source` is what the last edit is made from."""

    project: ProjectRow
    address: Address
    recipe: Recipe | None
    upload: str = ""
    asset: Asset | None = None
    version: int = 0
    source: Shown | None = None

    @property
    def is_bound(self) -> bool:
        return self.asset is not None and (self.source is None or self.source.is_bound)

    @property
    def expires(self) -> datetime | None:
        """When the first of the pictures of its address does: nothing is left then that an edit is of."""
        ends = [step.asset.expires for step in self.chain if step.asset and step.asset.expires]
        return min(ends, default=None)

    def is_same(self, other: Shown) -> bool:
        """Whether both show one picture."""
        return self.recipe == other.recipe and self.upload == other.upload

    @property
    def title(self) -> str:
        return self.asset.title if self.asset else ""

    @property
    def size(self) -> Size:
        """In pixels. Where the address names none, an upload has its own, and so have its edits."""
        first = self.chain[0].asset
        if not first or not first.upload or any(segment.size for segment in self.address.segments):
            return self.address.size
        return Size(first.width, first.height)

    @property
    def chain(self) -> Sequence[Shown]:
        """The picture, then its edits."""
        return (*self.source.chain, self) if self.source else (self,)


@dataclass(frozen=True, slots=True)
class Binding:
    """What an address is bound to. `new` is what nobody had bound before: that, and what it is an edit of."""

    asset: Asset
    new: tuple[Asset, ...]


class Bindings:
    """`editor` names the model that changes pictures of models that cannot."""

    def __init__(
        self,
        catalog: Catalog,
        projects: Projects,
        painters: Router,
        editor: str = "",
        retention: Retention | None = None,
    ) -> None:
        self._retention = retention or Retention()
        self._catalog = catalog
        self._projects = projects
        self._painters = painters
        self._editor = painters.models.get(editor)

    async def shown(self, address: Address) -> Shown:
        """Raises NotFound for a project or a version there is none of, MovedPermanently for a picture that
        was renamed, Expired, CatalogUnavailable."""
        return await self._shown(address, address)

    async def _shown(self, address: Address, asked: Address) -> Shown:
        """Of what is asked for, or of what that is an edit of."""
        project = await self._projects.get(address.project)
        found = await self._catalog.assets.find(address.project, address.slug)
        if isinstance(found, Moved):
            raise _moved(asked, found, steps=len(address.segments))
        source = await self._shown(address.source, asked) if address.source else None
        if address.last.version is not None:
            fixed = await self._at_version(address, address.last.version, found)
            return self._bound(project, address, source, fixed, address.last.version)
        if not found:
            recipe = await self._fresh(project, address, source, address.last.prompt)
            return Shown(project, address, recipe, source=source)
        return self._bound(project, address, source, found)

    async def asset(self, address: Address) -> Asset | None:
        """The catalog's row of an address, if it is bound. Raises MovedPermanently, CatalogUnavailable."""
        found = await self._catalog.assets.find(address.project, address.slug)
        if isinstance(found, Moved):
            raise _moved(address, found, steps=len(address.segments))
        return found.asset if found else None

    async def keep(self, shown: Shown, facts: Mapping[str, Any], caller: Caller) -> Shown | None:
        """Bind an address, and all that it is an edit of, to what it shows; `facts` are of the last. Gives it
        as it is bound from now on; None if somebody bound it to something else meanwhile."""
        return await self._keep(shown, facts, caller, [])

    async def _keep(
        self, shown: Shown, facts: Mapping[str, Any], caller: Caller, new: list[Asset]
    ) -> Shown | None:
        """What was bound just now is added to `new`."""
        if shown.is_bound:
            return shown
        kept: Shown | None = None
        for step in shown.chain:
            if not step.asset:
                told = facts if step is shown else _facts_of(step)
                bound = await self._catalog.assets.bind(self._new(replace(step, source=kept), told, caller))
                if isinstance(bound, Moved) or bound.recipe != step.recipe:
                    return None
                if bound.is_new:
                    new.append(bound.asset)
                step = replace(step, asset=bound.asset, version=bound.asset.version)  # noqa: PLW2901
            kept = replace(step, source=kept)
        return kept

    async def bind(
        self,
        address: Address,
        *,
        prompt: str,
        model: str = "",
        caller: Caller,
        check: Checked | None = None,
    ) -> Binding:
        """Bind an address to a prompt, or an edit to an instruction, and to a model (empty: that of the
        project), for good, before it is painted. Raises Conflict if it is bound to others, InvalidRequest for
        the model, and what `check` raises of what is to be bound."""
        project = await self._projects.get(address.project)
        source = await self.shown(address.source) if address.source else None
        recipe = await self._fresh(project, address, source, prompt, model)
        step = Shown(project, address, recipe, source=source)
        if check:
            await check(step, caller)
        new: list[Asset] = []
        if source and not await self._keep(source, _facts_of(source), caller, new):
            raise Conflict(f"{address.text}: what it is an edit of was bound to something else just now.")
        bound = await self._catalog.assets.bind(self._new(step, asked_for(recipe), caller))
        if isinstance(bound, Moved):
            raise Conflict(f"{address.text}: a picture that was renamed stood here, and still leads there.")
        if not bound.recipe or _order(bound.recipe) != _order(recipe):
            raise Conflict(f"{address.text} is bound to another prompt, model or upload, for good.")
        return Binding(bound.asset, (*new, *([bound.asset] if bound.is_new else [])))

    async def bind_recipe(
        self, project: ProjectRow, address: Address, recipe: Recipe, facts: Mapping[str, Any], caller: Caller
    ) -> Asset:
        """Bind the address of a picture to just this recipe, for good. Raises Conflict if it is bound to
        another."""
        bound = await self._catalog.assets.bind(self._new(Shown(project, address, recipe), facts, caller))
        if isinstance(bound, Moved):
            raise Conflict(f"{address.text}: a picture that was renamed stood here, and still leads there.")
        if not bound.recipe or shown_at(bound.recipe, address.size, None, self._painters.models) != recipe:
            raise Conflict(f"{address.text} is bound to another picture, for good.")
        return bound.asset

    async def kept(self, project: ProjectRow, asset: Asset, caller: Caller) -> Asset:
        """A picture that is there, from when it was made for as long as the caller has pictures kept, if that
        is longer."""
        end = self._retention.until(project, caller, asset.created)
        if not asset.expires or (end and end <= asset.expires):
            return asset
        return await self._catalog.assets.keep_until(asset.scope, asset.content_id, end)

    async def bind_upload(
        self,
        address: Address,
        upload: Upload,
        facts: Mapping[str, Any],
        caller: Caller,
        size: Size | None = None,
    ) -> Bound:
        """Bind an address to an upload as it came; `size` is that where the address names none. Raises
        Conflict if it is bound to something else."""
        project = await self._projects.get(address.project)
        shown_at = size or address.size
        new = self._new(Shown(project, address, None, upload.sha256), facts, caller)
        new = replace(new, width=shown_at.width, height=shown_at.height)
        bound = await self._catalog.assets.bind(new)
        if isinstance(bound, Moved) or bound.recipe or bound.asset.upload != upload.sha256:
            raise Conflict(f"{address.text} is taken.")
        return bound

    def _new(self, step: Shown, facts: Mapping[str, Any], caller: Caller) -> NewAsset:
        ends = (self._retention.until(step.project, caller, now()), step.expires)
        expires = min((end for end in ends if end), default=None)
        return replace(_new(step, facts, caller), expires=expires)

    async def _at_version(self, address: Address, number: int, bound: Bound | None) -> Bound:
        found = await self._catalog.versions.at(address.project, address.slug, number)
        if not (bound and found):
            raise NotFound(f"There is no version {number} of {address.slug!r} in {address.project}.")
        return replace(bound, recipe=found.recipe)

    def _bound(
        self,
        project: ProjectRow,
        address: Address,
        source: Shown | None,
        bound: Bound,
        version: int | None = None,
    ) -> Shown:
        recipe = bound.recipe
        if recipe:
            recipe = shown_at(recipe, address.size, source.recipe if source else None, self._painters.models)
        upload = "" if recipe else bound.asset.upload or ""
        number = bound.asset.version if version is None else version
        return Shown(project, address, recipe, upload, bound.asset, number, source)

    async def _fresh(
        self, project: ProjectRow, address: Address, source: Shown | None, words: str, named: str = ""
    ) -> Recipe:
        """By the model that is named, else that of the project."""
        model = self._painters.model(named or project.settings.default_model)
        manner = manner_of(project)
        if not source:
            beginner = None if model.abilities.words else self._painters.beginner()
            return first_recipe(words, address.size, model, manner, beginner=beginner)
        editor = None if can_edit(model) else self._editor
        if not source.recipe:
            upload = await self._uploaded(source.upload)
            size = Size(upload.width, upload.height)
            return edited_upload(upload.sha256, size, [words], editor or model, prompt=source.title)
        models = self._painters.models
        return edit_recipe(source.recipe, words, address.size, model, manner, editor=editor, models=models)

    async def _uploaded(self, sha256: str) -> Upload:
        if upload := await self._catalog.uploads.get(sha256):
            return upload
        raise NotFound(f"There is no uploaded picture {sha256}.")


def _order(recipe: Recipe) -> tuple[str, str, str]:
    return recipe.prompt, recipe.instruction, recipe.model


def _facts_of(step: Shown) -> Mapping[str, Any]:
    return asked_for(step.recipe) if step.recipe else {}


def _moved(asked: Address, to: Moved, *, steps: int) -> MovedPermanently:
    return MovedPermanently(asked.moved(to.project, to.slug, steps=steps).path)


def _kind(step: Shown) -> Kind:
    if step.upload:
        return "uploaded"
    return "edited" if step.address.edits or (step.recipe and step.recipe.upload) else "generated"


def _new(step: Shown, facts: Mapping[str, Any], caller: Caller) -> NewAsset:
    address, size = step.address, step.size
    return NewAsset(
        scope=step.project.scope,
        slug=address.slug,
        address=address.path,
        kind=_kind(step),
        width=size.width,
        height=size.height,
        format=address.format,
        recipe=step.recipe,
        upload=step.upload or None,
        prompt=str(facts.get("prompt", "")),
        title=str(facts.get("title", "")),
        alt=str(facts.get("alt", "")),
        caption=str(facts.get("caption", "")),
        tags=tuple(facts.get("tags", ())),
        created_by=caller.who,
    )
