"""The versions of a picture: what there is, and which of them its plain address shows.

Whatever changes that is noted in the audit, told in its own words, then purged from every tier, sizes,
formats and edits together; `~v2` behind the words of an address shows that version for good.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final, Literal

from imgorigin.address import Address
from imgorigin.caller import Caller
from imgorigin.catalog.audit import Deed
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset, Moved, Version
from imgorigin.catalog.tables import now
from imgorigin.errors import Conflict, MovedPermanently, NotFound
from imgorigin.flight import finished
from imgorigin.recipe import Recipe
from imgorigin.retelling import Retelling

OWED: Final = "owed"
"""The kind of news that a picture is about to be purged. It goes when that is done."""

Purge = Callable[[str, str], Awaitable[object]]
"""Takes the renditions of what a picture's plain address showed, by the name of its project and its slug, out
of every tier: see Purger.purge."""


@dataclass(frozen=True, slots=True)
class History:
    """`asset` tells which version is shown, and which an undo would show. The oldest version first. `address`
    is as it was asked for, but what an edit is made from is the version that it shows now."""

    asset: Asset
    versions: tuple[Version, ...]
    address: Address

    def at(self, version: int) -> Address:
        """Where that version is shown for good."""
        *steps, last = self.address.segments
        picture, *edits = (*steps, replace(last, version=version))
        return Address(self.address.project, picture, tuple(edits))


@dataclass(frozen=True, slots=True)
class Versions:
    """Methods raise NotFound for an address that nothing is bound to, MovedPermanently for one that was
    renamed, CatalogUnavailable; those that purge raise what `check_thawed` and `purge` do. Versions in an
    address say nothing here: all of them are of one picture."""

    catalog: Catalog
    purge: Purge
    retelling: Retelling

    async def history(self, address: Address) -> History:
        return await history_of(self.catalog, address)

    async def add(self, address: Address, recipe: Recipe, caller: Caller) -> Asset:
        """Show this recipe from now on, as a version with a number of its own. It should be painted."""
        asset = await self._changeable(address)
        added = self.catalog.versions.add(asset.scope, asset.content_id, recipe, caller.who)
        return await finished(self._shown("reroll", asset, added, caller, seed=recipe.seed))

    async def pin(self, address: Address, version: int, caller: Caller) -> Asset:
        """Show this version. One that is shown already is purged all the same: if that failed before, it is
        done now."""
        asset = await self._changeable(address)
        if not await self.catalog.versions.at(asset.project, asset.slug, version):
            raise NotFound(f"There is no version {version} of {asset.slug!r} in {asset.project}.")
        pinned = self.catalog.versions.pin(asset.scope, asset.content_id, version)
        return await finished(self._shown("pin", asset, pinned, caller))

    async def undo(self, address: Address, caller: Caller) -> Asset:
        """Show what was shown before; done twice, what was shown before the undo. Raises Conflict where only
        one version was ever shown."""
        asset = await self._changeable(address)
        if asset.version == asset.previous_version:
            raise Conflict(f"Of {asset.slug!r} only version {asset.version} was ever shown: nothing to undo.")
        undone = self.catalog.versions.undo(asset.scope, asset.content_id)
        return await finished(self._shown("undo", asset, undone, caller))

    async def catch_up(self, age: timedelta = timedelta()) -> None:
        """Purge what somebody set out to so long ago and did not, being killed. Raises what `purge` does."""
        for item in await self.catalog.news.of(OWED, until=now() - age):
            await self.purge(item.detail["project"], item.detail["slug"])
            await self.catalog.news.drop(item.id)

    async def _changeable(self, address: Address) -> Asset:
        asset = await _asset(self.catalog, address)
        check_thawed(await self.catalog.projects.get(asset.account_id, asset.project))
        return asset

    async def _shown(
        self,
        action: Literal["reroll", "pin", "undo"],
        before: Asset,
        change: Awaitable[Asset],
        caller: Caller,
        **detail: Any,
    ) -> Asset:
        subject = {"project": before.project, "slug": before.slug}
        owed = await self.catalog.news.tell(OWED, before.content_id, subject, host="")
        asset = await change
        deed = Deed(
            account_id=asset.account_id,
            who=caller.who,
            action=action,
            subject=asset.content_id,
            project=asset.project,
            detail={"slug": asset.slug, "version": asset.version, **detail},
        )
        await self.catalog.audit.note(deed)
        asset = await self.retelling.tell(before, asset)
        await self.purge(asset.project, asset.slug)
        await self.catalog.news.drop(owed)
        return asset


def check_thawed(project: ProjectRow) -> None:
    """Raises Conflict in a frozen project: what is purged there is cut for nobody."""
    if project.settings.paint == "frozen":
        raise Conflict(
            f"The project {project.name!r} is frozen: no file of another version would be made in it. Thaw "
            f"it first: `imgorigin projects set {project.name} --paint keyed`."
        )


async def history_of(catalog: Catalog, address: Address) -> History:
    """Raises as the methods of Versions do."""
    asset = await _asset(catalog, address)
    versions = await catalog.versions.all(asset.scope, asset.content_id)
    return History(asset, versions, await _on_versions(catalog, address))


async def _on_versions(catalog: Catalog, address: Address) -> Address:
    """With the versions that the pictures it is made from show now, where it names none."""
    segments = list(address.segments)
    for at, segment in enumerate(segments[:-1]):
        if segment.version is None:
            source = Address(address.project, segments[0], tuple(segments[1 : at + 1]))
            segments[at] = replace(segment, version=(await _asset(catalog, source)).version)
    picture, *edits = segments
    return Address(address.project, picture, tuple(edits))


async def _asset(catalog: Catalog, address: Address) -> Asset:
    found = await catalog.assets.find(address.project, address.slug)
    if isinstance(found, Moved):
        steps = len(address.segments)
        raise MovedPermanently(address.moved(found.project, found.slug, steps=steps).path)
    if not found:
        raise NotFound(f"{address.at(None).text} was never painted: it has no versions.")
    return found.asset
