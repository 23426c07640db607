"""Fetching a model: only the files it needs, as much as is missing, each held against its hash."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from imgorigin.errors import SettingsError
from imgorigin.models.card import Card, OneFile, Weights
from imgorigin.models.files import needed
from imgorigin.models.folder import INDEX, TENSORS, components
from imgorigin.models.hub import PART, Hub, HubFile, Listing, matches
from imgorigin.models.onefile import which_file
from imgorigin.models.weights import Cache, State, folders_of

RESERVE: Final = 10**9
"""Bytes that a pull leaves free: a full disk stops more than a download."""


class Progress(Protocol):
    """Who looks on."""

    def begin(self, what: str, size: int) -> None:
        """`size` bytes of it are to come in."""
        ...

    def advance(self, size: int) -> None:
        """Negative if bytes have to come in again."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be fetched of one repository. `files` are all that are needed, `absent` those to fetch."""

    listing: Listing
    files: tuple[HubFile, ...]
    absent: tuple[HubFile, ...]
    size: int


def pull(
    card: Card,
    cache: Cache,
    hub: Hub,
    progress: Progress,
    *,
    update: bool = False,
    free: Callable[[Path], int] | None = None,
) -> int:
    """Fetch what is missing or damaged of a card's weights and of its LoRAs, and remember the commits; with
    `update`, the newest of what the card does not pin. The bytes that came in. Raises SettingsError."""
    if card.remote:
        raise SettingsError(
            f"{card.name} cannot be fetched: it is painted only by those who host it. Configure a remote "
            "server that has it."
        )
    if card.is_local:
        raise SettingsError(f"{card.source} is a folder; there is nothing to fetch.")
    parts = [part for part in card.parts if not folders_of(part)]
    if not update and is_done(card, cache, hashes=True):
        return 0
    plans = [plan(part, cache, hub, card.variant, update=update) for part in parts]
    total = sum(plan.size for plan in plans)
    _check_room(cache.root, total, card.slug, free or _free)
    for found in plans:
        _carry_out(found, cache, hub, progress)
    return total


def is_done(card: Card, cache: Cache, *, hashes: bool = False) -> bool:
    """Whether nothing is left to fetch."""
    return cache.look(card, hashes=hashes).state is State.COMPLETE and all(
        cache.has(lora) for lora in card.loras.values()
    )


def plan(part: Weights, cache: Cache, hub: Hub, variant: str = "", *, update: bool = False) -> Plan:
    """Raises SettingsError if the hub cannot be asked, or has nothing that could be loaded."""
    listing = hub.listing(part.source, part.revision or ("" if update else cache.revision(part)))
    if isinstance(part, OneFile):
        wanted: Iterable[str] = [_file(part, listing)]
    else:
        wanted = needed(listing.files, _components(listing, cache, hub), variant)
    files = tuple(listing.files[path] for path in wanted)
    absent = tuple(file for file in files if not _is_there(cache, listing, file))
    blobs = _blobs(cache, listing)
    started = [blobs / (file.etag + PART) for file in absent]
    begun = sum(path.stat().st_size for path in started if path.exists())
    return Plan(listing, files, absent, max(0, sum(file.size for file in absent) - begun))


def _file(part: OneFile, listing: Listing) -> str:
    """The one that the card names, else the only one."""
    files = sorted(path for path in listing.files if path.endswith(TENSORS))
    if part.file in listing.files:
        return part.file
    if part.file:
        raise SettingsError(f"{part.source} has no file {part.file} at {listing.revision[:12]}.")
    if len(files) != 1:
        raise SettingsError(f"{part.source}: {which_file(files)}.")
    return files[0]


def _components(listing: Listing, cache: Cache, hub: Hub) -> list[str]:
    """Of the pipeline: its index is fetched for it."""
    index = listing.files.get(INDEX)
    if index is None:
        raise SettingsError(
            f"{listing.source} holds no pipeline of diffusers: it has no {INDEX}. Is there a variant of it "
            "that has one? Its name often ends in -diffusers."
        )
    if not _is_there(cache, listing, index):
        _fetch(cache, listing, index, hub, lambda size: None)
    return list(components(_snapshot(cache, listing)))


def _carry_out(found: Plan, cache: Cache, hub: Hub, progress: Progress) -> None:
    listing = found.listing
    for file in found.absent:
        progress.begin(f"{listing.source}: {file.path}", file.size)
        _fetch(cache, listing, file, hub, progress.advance)
    sizes = {file.path: file.size for file in found.files}
    cache.lock.note(listing.source, listing.revision, sizes)
    ref = cache.repository(listing.source) / "refs" / "main"
    if not ref.exists():  # for other tools, and for this one where models.lock is gone
        ref.parent.mkdir(parents=True, exist_ok=True)
        ref.write_text(listing.revision)


def _fetch(cache: Cache, listing: Listing, file: HubFile, hub: Hub, advance: Callable[[int], None]) -> None:
    hub.fetch(listing, file, _blobs(cache, listing) / file.etag, advance)
    _link(cache, listing, file)


def _link(cache: Cache, listing: Listing, file: HubFile) -> None:
    """As the hub's own tools lay out the cache."""
    link = _snapshot(cache, listing) / file.path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(_blobs(cache, listing) / file.etag, link.parent))


def _is_there(cache: Cache, listing: Listing, file: HubFile) -> bool:
    """With the hash that it should have; what has another is deleted."""
    link = _snapshot(cache, listing) / file.path
    blob = _blobs(cache, listing) / file.etag
    path = blob if blob.is_file() else link
    if path.is_file() and not matches(path, file.etag, is_hashed=file.is_hashed):
        path.resolve().unlink()
    if blob.is_file() and not link.is_file():
        _link(cache, listing, file)
    return link.is_file()


def _snapshot(cache: Cache, listing: Listing) -> Path:
    return cache.repository(listing.source) / "snapshots" / listing.revision


def _blobs(cache: Cache, listing: Listing) -> Path:
    return cache.repository(listing.source) / "blobs"


def _check_room(root: Path, size: int, slug: str, free: Callable[[Path], int]) -> None:
    there = next(found for found in (root, *root.absolute().parents) if found.exists())
    if size and size + RESERVE > free(there):
        raise SettingsError(
            f"{slug} needs {size / 1e9:.1f} GB more in {root}, and {free(there) / 1e9:.1f} GB are free there "
            "(1 GB stays free). Make room, or name another place: HF_HOME=/a/larger/disk"
        )


def _free(path: Path) -> int:
    return shutil.disk_usage(path).free
