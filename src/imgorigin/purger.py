"""Pictures taken out of every tier of the store, on every host, and of the CDNs in front.

find -> delete (S3, disk, memory) -> tell the other hosts by the catalog's news -> tell the CDNs
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Protocol, Self

import structlog

from imgorigin.address import SHELVES, Address, Segment, surrogate_keys
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset, Bound
from imgorigin.catalog.scope import Scope
from imgorigin.errors import Expired, RequestError
from imgorigin.imaging.master import master_key
from imgorigin.imaging.uploaded import upload_key
from imgorigin.projects import shelf_of
from imgorigin.recipe import Model
from imgorigin.stores.tiered import TieredStore
from imgorigin.variants import variants

PURGE: Final = "purge"
"""The kind of its news."""
AT_ONCE: Final = 16
"""Files that are deleted at a time."""


log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Gone:
    """What a cache in front is to drop: every path that is known of, and the surrogate keys that those and
    all others of the same pictures carry."""

    project: str
    slug: str
    paths: tuple[str, ...]
    surrogate_keys: tuple[str, ...]


class Cdn(Protocol):
    def tell(self, gone: Gone) -> None:
        """Does not wait, and never fails."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Doomed:
    """Renditions of a picture and its edits (with an empty slug: of a whole project, without one of all) that
    lie on these shelves, and files named one by one. Addresses of fixed versions are spared unless `fixed`,
    and so is what was made before `since`, a Unix second."""

    project: str = ""
    slug: str = ""
    fixed: bool = True
    since: int = 0
    shelves: tuple[str, ...] = SHELVES
    keys: tuple[str, ...] = ()

    @classmethod
    def from_dict(cls, told: Mapping[str, Any]) -> Self:
        """The inverse of `asdict`, after JSON."""
        return cls(**{**told, "shelves": tuple(told["shelves"]), "keys": tuple(told["keys"])})

    @property
    def prefixes(self) -> list[str]:
        """What the keys of its renditions begin with."""
        below = f"{self.project}/{self.slug.partition('/')[0]}" if self.project else ""
        return [f"{shelf}/{below}" for shelf in self.shelves]

    def has(self, key: str) -> bool:
        address = address_of(key)
        if not address or self.project not in ("", address.project):
            return False
        if not self.slug:
            return self.fixed or not address.is_lasting
        words = self.slug.split("/")
        steps = address.segments[: len(words)]
        is_spared = steps[-1].version is not None and not self.fixed
        return [step.words for step in steps] == words and not is_spared


class Purger:
    """`host` names this one in the news; `models` by name. Every method may be called again after it failed,
    and raises StoreUnavailable, or CatalogUnavailable where the other hosts could not be told."""

    def __init__(
        self, store: TieredStore, catalog: Catalog, models: Mapping[str, Model], cdn: Cdn, *, host: str = ""
    ) -> None:
        self._store = store
        self._catalog = catalog
        self._models = models
        self._cdn = cdn
        self._host = host

    @property
    def store(self) -> TieredStore:
        return self._store

    async def purge(self, project: str, slug: str, *, whole: bool = False) -> int:
        """Forget every rendition of the picture at `project/slug`, and of its edits: the next request has it
        cut anew. Addresses of fixed versions of it stay. If `whole` these go too, and the masters of all its
        versions and of its edits: it is painted anew, by the same recipe. Returns how many files it were."""
        masters: set[str] = set()
        if whole:
            renditions = await self._renditions(Doomed(project=project, slug=slug))
            for one in {slug, *(address.slug for address in renditions)}:
                masters |= await self.masters_of(project, one)
        return await self._purge(Doomed(project=project, slug=slug, fixed=whole, keys=tuple(masters)))

    async def purge_project(self, project: str, *, shelves: tuple[str, ...] = SHELVES) -> int:
        """As `purge`, all renditions of a project that lie on these shelves."""
        return await self._purge(Doomed(project=project, shelves=shelves))

    async def purge_since(self, moment: int) -> int:
        """As `purge`, all renditions of any project that were made in this Unix second or later; CDNs drop
        every picture of every project."""
        return await self._purge(Doomed(since=moment))

    async def has_misplaced(self, project: ProjectRow) -> bool:
        """Whether any rendition lies on another shelf than the project has it on now."""
        return any([await self._strays(doomed, project) for doomed in _misplaced(project)])

    async def purge_address(self, address: Address) -> int:
        """As `purge`, what lies at one address and no other."""
        keys = tuple(address.key_on(shelf) for shelf in SHELVES)
        return await self._purge(Doomed(project=address.project, slug=address.slug, shelves=(), keys=keys))

    async def reshelve(self, project: ProjectRow) -> int:
        """Move all renditions of a project to the shelves that it has them on now. Returns how many were
        moved."""
        moved = 0
        for doomed in _misplaced(project):
            if strays := await self._strays(doomed, project):
                await _all_of(self._move(key, project) for key in strays)
                await self._tell(doomed, strays)
                moved += len(strays)
        return moved

    async def delete(self, scope: Scope, content_ids: Collection[str]) -> tuple[Asset, ...]:
        """Delete pictures from the catalog, and then all that is kept of them: renditions, masters, and
        uploads that are used nowhere else. Returns what was deleted. Raises NotFound, and deletes nothing, if
        one of them is not there."""
        doomed, uploads = [], set[str]()
        for asset in await self._catalog.assets.some(scope, content_ids):
            masters = await self.masters_of(asset.project, asset.slug)
            doomed.append(Doomed(project=asset.project, slug=asset.slug, keys=tuple(masters)))
            uploads |= await self._uploads_of(asset)
        # First, for if the store is down now, nobody would come back for them.
        removed = [await self._remove(one) for one in doomed]
        gone = await self._catalog.assets.delete(scope, content_ids)
        for sha256 in uploads:
            if await self._catalog.uploads.drop_unused(sha256):
                await self._store.delete(upload_key(sha256))
        for one, keys in zip(doomed, removed, strict=True):  # again: what was asked for meanwhile
            await self._purge(one, removed=keys)
        return gone

    async def masters_of(self, project: str, slug: str) -> frozenset[str]:
        """Where masters of a picture may lie: of all its versions, on every canvas of their models; of an
        edit, on those that its renditions were cut from. None for a picture that is not bound."""
        chain = [await self._catalog.versions.recipes(project, step) for step in _steps(slug)]
        found = await self._renditions(Doomed(project=project, slug=slug))
        ends = [address for address in found if address.slug == slug]
        return frozenset(map(master_key, variants(chain, ends, self._models)))

    async def forget(self, told: Mapping[str, Any]) -> None:
        """Do on this host what another has done: the detail of its news."""
        doomed = Doomed.from_dict(told)
        keys = await self._found(doomed, self._store.keys_here) | set(doomed.keys)
        await _all_of(self._store.forget(key) for key in keys)

    async def _uploads_of(self, asset: Asset) -> set[str]:
        """What it shows, or is made from."""
        recipes = await self._catalog.versions.recipes(asset.project, asset.slug)
        found = {asset.upload or "", *(sha256 for recipe in recipes for sha256 in recipe.uploads)}
        return found - {""}

    async def _remove(self, doomed: Doomed) -> set[str]:
        """The keys of what was there."""
        keys = await self._found(doomed, self._store.keys_anywhere)
        for key in doomed.keys:
            keys |= {found for found in await self._store.keys_anywhere(key) if found == key}
        await _all_of(self._store.delete(key) for key in keys)
        return keys

    async def _purge(self, doomed: Doomed, *, removed: Collection[str] = ()) -> int:
        """All is told that is gone, also what was `removed` before."""
        keys = await self._remove(doomed) | set(removed)
        await self._tell(doomed, keys)
        return len(keys)

    async def _tell(self, doomed: Doomed, keys: Collection[str]) -> None:
        """The other hosts, when there is nothing left that they could fetch again; CDNs last."""
        subject = f"{doomed.project}/{doomed.slug}" if doomed.project else f"since {doomed.since}"
        await self._catalog.news.tell(PURGE, subject, asdict(doomed), host=self._host)
        addresses = {address for key in keys if (address := address_of(key))}
        for project in await self._projects_of(doomed, addresses):
            paths = tuple(sorted(one.path for one in addresses if one.project == project))
            self._cdn.tell(Gone(project, doomed.slug, paths, surrogate_keys(project, doomed.slug)[-1:]))
        log.info("purged", subject=subject, files=len(keys))

    async def _projects_of(self, doomed: Doomed, addresses: Collection[Address]) -> list[str]:
        """By name."""
        if doomed.project:
            return [doomed.project]
        return sorted(
            {one.project for one in addresses} | {one.name for one in await self._catalog.projects.all()}
        )

    async def _strays(self, doomed: Doomed, project: ProjectRow) -> set[str]:
        """The keys of what lies there and should not. Pictures that have an end lie apart from the others."""
        keys = await self._found(doomed, self._store.keys_anywhere)
        ending = await self._catalog.expiry.slugs(project.name) if keys else frozenset[str]()
        strays = set()
        for key in keys:
            if address := address_of(key):
                expires = not ending.isdisjoint(_steps(address.slug))
                if address.key_on(shelf_of(project, address, expires=expires)) != key:
                    strays.add(key)
        return strays

    async def _move(self, key: str, project: ProjectRow) -> None:
        address = address_of(key)
        if address and (target := address.key_on(await self._shelf(project, address))) != key:
            if blob := await self._store.get(key):
                await self._store.put(target, blob)
            await self._store.delete(key)

    async def _shelf(self, project: ProjectRow, address: Address) -> str:
        try:
            steps = [await self._catalog.assets.find(project.name, slug) for slug in _steps(address.slug)]
        except Expired:
            return shelf_of(project, address, expires=True)
        expires = any(isinstance(step, Bound) and step.asset.expires for step in steps)
        return shelf_of(project, address, expires=expires)

    async def _renditions(self, doomed: Doomed) -> set[Address]:
        keys = await self._found(doomed, self._store.keys_anywhere)
        return {address for key in keys if (address := address_of(key))}

    async def _found(self, doomed: Doomed, look: Callable[[str, int], Awaitable[set[str]]]) -> set[str]:
        found = [await look(prefix, doomed.since) for prefix in doomed.prefixes]
        return {key for keys in found for key in keys if doomed.has(key)}


def _steps(slug: str) -> list[str]:
    """The slugs of a picture and of its edits up to this one."""
    words = slug.split("/")
    return ["/".join(words[:end]) for end in range(1, len(words) + 1)]


def _misplaced(project: ProjectRow) -> Iterator[Doomed]:
    """What lies where the project no longer has it. Fixed versions may have a shelf of their own."""
    plain, lasting = (
        shelf_of(project, Address(project.name, Segment("x", "png", version=version)))
        for version in (None, 0)
    )
    for shelf in SHELVES:
        if shelf != plain:
            yield Doomed(project=project.name, shelves=(shelf,), fixed=shelf != lasting)


def address_of(key: str) -> Address | None:
    """Whose rendition a key is; None if it is none that we make: x.png.bak."""
    with contextlib.suppress(RequestError, UnicodeError):
        address = Address.from_key(key)
        if key == address.key_on(key.partition("/")[0]):
            return address
    return None


async def _all_of(works: Iterable[Coroutine[Any, Any, None]]) -> None:
    """All, a few at a time. Raises the first error, once all were tried."""
    at_once = asyncio.Semaphore(AT_ONCE)

    async def one(work: Coroutine[Any, Any, None]) -> None:
        async with at_once:
            await work

    done = await asyncio.gather(*map(one, works), return_exceptions=True)
    for error in done:
        if error:
            raise error
