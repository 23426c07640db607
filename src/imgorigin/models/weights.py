"""Where weights lie: the cache that every tool of the hub shares, or a folder. Whether they are whole, how
large they are, and removing them. No network."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from imgorigin.errors import SettingsError
from imgorigin.models import folder as folders
from imgorigin.models import lora_families
from imgorigin.models.card import Card, OneFile, Weights, is_folder
from imgorigin.models.folder import INDEX
from imgorigin.models.hub import matches
from imgorigin.models.lock import Lock
from imgorigin.models.onefile import tensor_files, which_file
from imgorigin.models.whole import gaps, weight_files

_SHA256: Final = r"[0-9a-f]{64}"
AnyWeights = TypeVar("AnyWeights", bound=Weights)


class State(StrEnum):
    """Whether a model could be loaded now."""

    ABSENT = "absent"
    PARTIAL = "partial"
    COMPLETE = "complete"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Found:
    """What lies on the disk of a model. `missing` and `damaged` name files, or components of which there is
    nothing; `unverified` are whole by their names, sizes and headers, and no hash of theirs was published to
    hold them against; `unclear` says which line of the card does not tell what to load; `bytes` counts what
    is there."""

    state: State
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    bytes: int = 0
    unclear: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Why it is not complete, in a few words."""
        wrong = [
            *self.unclear,
            *(f"{name} is missing" for name in self.missing),
            *(f"{name} is damaged" for name in self.damaged),
        ]
        return "; ".join(wrong[:3]) + (f"; and {len(wrong) - 3} more" if len(wrong) > 3 else "")


def cache_root(environ: Mapping[str, str]) -> Path:
    """Where the hub's tools keep what they fetched: HF_HUB_CACHE, else HF_HOME, else ~/.cache/huggingface."""
    if named := environ.get("HF_HUB_CACHE"):
        return Path(named).expanduser()
    home = environ.get("XDG_CACHE_HOME", "~/.cache")
    return Path(environ.get("HF_HOME") or f"{home}/huggingface").expanduser() / "hub"


class Incomplete(SettingsError):
    """Weights of which a part is lacking or damaged: a download that stopped, a disk that lost something."""


@dataclass(frozen=True, slots=True)
class Cache:
    """Weights on this machine. `lock` remembers which commit of each repository is painted with."""

    root: Path
    lock: Lock

    @classmethod
    def of(cls, data: Path, environ: Mapping[str, str] = os.environ) -> Cache:
        """That of a server with this data folder."""
        return cls(cache_root(environ), Lock(data / "models.lock"))

    def repository(self, source: str) -> Path:
        """Its folder in the cache."""
        return self.root / f"models--{source.replace('/', '--')}"

    def revision(self, part: Weights) -> str:
        """The commit it is painted with: the card's, else that of the day it was pulled; empty if neither is
        known."""
        if part.revision:
            return part.revision
        if locked := self.lock.revision(part.source):
            return locked
        ref = self.repository(part.source) / "refs" / "main"
        return ref.read_text().strip() if ref.is_file() else ""

    def snapshot(self, part: Weights) -> Path | None:
        """The folder with its files; None if nothing of it was fetched."""
        revision = self.revision(part)
        path = self.repository(part.source) / "snapshots" / revision
        return path if revision and path.is_dir() else None

    def look(self, card: Card, *, hashes: bool = False) -> Found:
        """What is there of a card's weights, without the LoRAs that may be asked for.

        By names and sizes; with `hashes`, large files from the hub are read whole and held against their
        SHA-256.
        """
        if card.remote:
            return Found(State.REMOTE)
        seen = [self._look(part, hashes=hashes) for part in required(card)]
        missing = tuple(name for found in seen for name in found.missing)
        damaged = tuple(name for found in seen for name in found.damaged)
        if all(found.state is State.ABSENT for found in seen):
            return Found(State.ABSENT, missing)
        unclear = tuple(
            f"{part.source}: {why}"
            for part, at in zip(required(card), seen, strict=True)
            for why in at.unclear
        )
        state = State.PARTIAL if missing or damaged or unclear else State.COMPLETE
        unverified = tuple(name for found in seen for name in found.unverified)
        size = sum(found.bytes for found in seen)
        return Found(state, missing, damaged, unverified, size, unclear)

    def located(self, card: Card) -> Card:
        """The card with the folders, files and revisions that it is loaded from. Raises SettingsError if
        there are no weights, or a LoRA is not whole; Incomplete if some of the weights are lacking."""
        found = self.look(card)
        if found.state is State.PARTIAL:
            raise Incomplete(_not_there(card, found))
        if found.state is State.ABSENT:
            raise SettingsError(_not_there(card, found))
        if card.remote:
            return card
        if wrong := self.wrong_loras(card):
            raise SettingsError(" ".join(wrong))
        whole = self._located(Weights(source=card.source, revision=card.revision))
        return card.model_copy(
            update={
                "revision": whole.revision,
                "folder": whole.path,
                "replaces": tuple(map(self._located, card.replaces)),
                "fuses": tuple(map(self._located, card.fuses)),
                "loras": {name: self._located(lora) for name, lora in card.loras.items()},
            }
        )

    def wrong_loras(self, card: Card) -> list[str]:
        """A sentence for each LoRA of the card that is not here, or not whole."""
        found = {name: self._look(lora, hashes=False) for name, lora in card.loras.items()}
        return [
            _wrong_lora(card, name, seen) for name, seen in found.items() if seen.state is not State.COMPLETE
        ]

    def foreign_loras(self, card: Card) -> list[str]:
        """A sentence for each LoRA of the card that is here and was made for another family of models."""
        here = {name: self._path(lora) for name, lora in card.loras.items() if self.has(lora)}
        return lora_families.foreign(card, self._path(card.parts[0]), here) if here else []

    def has(self, part: Weights) -> bool:
        """Whether one part is there and whole."""
        return self._look(part, hashes=False).state is State.COMPLETE

    def remove(self, card: Card, others: Iterable[Card]) -> tuple[int, list[str]]:
        """Delete what is `removable`. The bytes that this freed, and the sources that stay. Raises
        SettingsError."""
        mine, kept = self.removable(card, others)
        freed = 0
        for source in mine:
            freed += size_of(self.repository(source))
            shutil.rmtree(self.repository(source), ignore_errors=True)
            shutil.rmtree(self.root / ".locks" / self.repository(source).name, ignore_errors=True)
            self.lock.forget(source)
        return freed, kept

    def removable(self, card: Card, others: Iterable[Card]) -> tuple[list[str], list[str]]:
        """Sources of the card of which something is in the cache, and those of them that stay because one of
        the `others` on the disk needs them too. Raises SettingsError for a folder."""
        if card.is_local:
            raise SettingsError(f"{card.source} is a folder of your own; delete it yourself if you mean to.")
        needed = {
            part.source
            for other in others
            if other.slug != card.slug and self.look(other).state is State.COMPLETE
            for part in required(other)
        }
        mine = {part.source for part in card.parts if not folders_of(part)}
        here = {source for source in mine if self.repository(source).is_dir()}
        return sorted(here - needed), sorted(here & needed)

    def _located(self, part: AnyWeights) -> AnyWeights:
        if not self.has(part):
            return part
        path = self._path(part)
        if not folders_of(part):
            revision = self.revision(part)
        else:
            revision = folders.file_fingerprint(path) if path.is_file() else folders.fingerprint(path)
        return part.model_copy(update={"revision": revision, "path": str(path), "file": self.file(part)})

    def file(self, part: Weights) -> str:
        """Which file of its source it is: the one that the card names, else the only one there; empty for a
        whole folder, or where it is not clear."""
        if part.file or not isinstance(part, OneFile):
            return part.file
        files = tensor_files(self._whole(part))
        return files[0] if len(files) == 1 else ""

    def _whole(self, part: Weights) -> Path:
        return folders_of(part) or self.snapshot(part) or self.repository(part.source)

    def _path(self, part: Weights) -> Path:
        return self._whole(part) / self.file(part)

    def _look(self, part: Weights, *, hashes: bool) -> Found:
        path = self._path(part)
        if isinstance(part, OneFile) and path.is_dir():
            return Found(State.PARTIAL, bytes=size_of(path), unclear=(which_file(tensor_files(path)),))
        if isinstance(part, OneFile):
            files = {part.file or path.name: path}
            missing = [name for name in files if not path.is_file()]
        else:
            files = dict(weight_files(path)) if (path / INDEX).is_file() else {}
            missing = [*gaps(path), *self._not_as_pulled(part, path)]
        damaged = [
            name
            for name, file in sorted(files.items())
            if file.is_file() and not (folders.is_whole(file) and (not hashes or _is_itself(file)))
        ]
        if not path.exists():
            return Found(State.ABSENT, (f"{part.source}/{part.file}" if part.file else part.source,))
        state = State.PARTIAL if missing or damaged else State.COMPLETE
        unverified = tuple(sorted(name for name, file in files.items() if not _is_hashed(file)))
        return Found(state, tuple(dict.fromkeys(missing)), tuple(damaged), unverified, size_of(path))

    def _not_as_pulled(self, part: Weights, path: Path) -> Iterator[str]:
        """Files that a pull put there, and that are there no longer or of another size."""
        for name, size in self.lock.files(part.source, self.revision(part)).items():
            if not (path / name).is_file() or (path / name).stat().st_size != size:
                yield name


def required(card: Card) -> tuple[Weights, ...]:
    """The parts that it cannot be loaded without."""
    return card.parts[: len(card.parts) - len(card.loras)]


def folders_of(part: Weights) -> Path | None:
    """The folder that its source names; None for a hub id."""
    return Path(part.source).expanduser().resolve() if is_folder(part.source) else None


def size_of(path: Path) -> int:
    """Bytes on the disk, counting what several links point to once."""
    files = [path] if path.is_file() else [found for found in path.rglob("*") if found.is_file()]
    unique = {(stat.st_dev, stat.st_ino): stat.st_size for stat in (file.stat() for file in files)}
    return sum(unique.values())


def _is_hashed(path: Path) -> bool:
    """Whether a file is one of the cache that is named for its content."""
    return re.fullmatch(_SHA256, path.resolve().name) is not None


def _is_itself(path: Path) -> bool:
    """Whether a file of the cache has the content that it is named for, if it is named for one."""
    return not _is_hashed(path) or matches(path, path.resolve().name, is_hashed=True)


def _wrong_lora(card: Card, name: str, found: Found) -> str:
    lora = card.loras[name]
    helps = (
        f"Mend {card.slug}.loras.{name} in models.toml of the data folder."
        if folders_of(lora) or found.unclear
        else f"Fetch it: imgorigin models pull {card.called}"
    )
    return f"The LoRA {name!r} of {card.slug} ({lora.source}) cannot be loaded: {found.told}. {helps}"


def _not_there(card: Card, found: Found) -> str:
    if found.unclear:
        mend = f"Mend the table of {card.slug} in models.toml of the data folder."
        return f"The model {card.slug} cannot be loaded: {found.told}. {mend}"
    if card.is_local:
        return f"The model {card.slug} cannot be loaded: {found.told}."
    command = f"imgorigin models pull {card.called}"
    if found.state is State.ABSENT:
        size = f" (about {card.download_gb:g} GB)" if card.download_gb else ""
        return f"The weights of {card.called} are not here{size}. Fetch them: {command}"
    return f"The weights of {card.called} are not complete: {found.told}. Fetch the rest: {command}"
