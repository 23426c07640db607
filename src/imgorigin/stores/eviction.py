"""Keeps a disk store within a size: what was not read for longest goes first.

A picture can always be painted again from its recipe, or fetched again from S3, so nothing is lost but
time; what lies nowhere else, it is told of. Access times are the file system's own, so hits that nginx serves
count without telling us: under `relatime`, the usual mount option, to about a day, which is fine enough here;
under `noatime` not at all.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import time
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import structlog

from imgorigin.stores.disk import DIGESTS, HIDDEN, TEMPORARY, YOUNG, DiskStore

RESCAN_AFTER: Final = 300.0
"""Seconds: other processes write to the folder too."""
LOOK_AFTER: Final = 1.0
"""Seconds between two looks at how much this process has written."""
DOWN_TO: Final = 0.9
"""An eviction frees a tenth, so that the next is not due with the next picture."""
STALE_AFTER: Final = 3600.0
"""Seconds after which a temporary file or an empty folder has no living owner."""

log = structlog.get_logger(__name__)


class _File(NamedTuple):
    read_at: float
    size: int
    key: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What lies in the store, in files and bytes. Digests are not counted: a block each on most disks."""

    files: int
    bytes: int


class Eviction:
    """Watches one disk store. `max_bytes` 0 means no bound; usage is still counted. Keys that begin with one
    of `lasting` never go: nobody could paint them again."""

    def __init__(
        self,
        disk: DiskStore,
        max_bytes: int,
        *,
        look_after: float = LOOK_AFTER,
        lasting: tuple[str, ...] = (),
    ) -> None:
        self._disk = disk
        self._max_bytes = max_bytes
        self._look_after = look_after
        self._lasting = lasting
        self._usage = Usage(0, 0)
        self._written_before = 0

    @property
    def bytes_used(self) -> int:
        """As of the last scan, with what this process has written since."""
        return self._usage.bytes + self._disk.written - self._written_before

    async def run(self) -> None:
        """For ever: scan when this process's writes pass the bound, and every few minutes."""
        due = 0.0
        while True:
            if self._is_over() or time.monotonic() >= due:
                await asyncio.to_thread(self.sweep)
                due = time.monotonic() + RESCAN_AFTER
            await asyncio.sleep(self._look_after)

    def sweep(self) -> Usage:
        """Count what is there and evict what is too much. Blocks: some seconds for a million files. What
        cannot be read or removed is passed over; whoever needs it will report it."""
        written = self._disk.written
        files = list(self._files())
        self._clear_digests({file.key for file in files})
        total = sum(file.size for file in files)
        if self._max_bytes and total > self._max_bytes:
            files, total = self._evict(files, total)
        self._usage, self._written_before = Usage(len(files), total), written
        return self._usage

    def _is_over(self) -> bool:
        """Only what was written since the last scan can be a reason for another."""
        return 0 < self._max_bytes < self.bytes_used and self._disk.written > self._written_before

    def _evict(self, files: list[_File], total: int) -> tuple[list[_File], int]:
        kept = [file for file in files if file.key.startswith(self._lasting)]
        files = sorted((file for file in files if not file.key.startswith(self._lasting)), reverse=True)
        before, count = total, len(files)
        while files and total > self._max_bytes * DOWN_TO:
            oldest = files.pop()
            try:
                self._disk.drop(oldest.key)
                total -= oldest.size
            except OSError:
                kept.append(oldest)
        kept += files
        log.info("evicted", files=count - len(kept), bytes=before - total)
        return kept, total

    def _files(self) -> Iterator[_File]:
        root = str(self._disk.root)
        for parent, folders, names in os.walk(root, onerror=_told):
            for name in folders:
                if name.startswith(TEMPORARY):  # lay where a file belongs
                    shutil.rmtree(f"{parent}/{name}", ignore_errors=True)
            folders[:] = [name for name in folders if not name.startswith(HIDDEN)]
            for name in names:
                path = f"{parent}/{name}"
                with contextlib.suppress(OSError):
                    found = os.stat(path)  # noqa: PTH116 - a Path would cost as much as the stat
                    if not name.startswith(HIDDEN):
                        yield _File(found.st_atime, found.st_size, path[len(root) + 1 :])
                    # A temporary's mtime is in the end its blob's, which may be years ago.
                    elif name.startswith(TEMPORARY) and _is_stale(max(found.st_mtime, found.st_atime)):
                        Path(path).unlink()
            if parent != root and not folders and not names:
                _remove_if_stale(Path(parent))

    def _clear_digests(self, keys: Container[str]) -> None:
        """Of files that were removed, or never appeared, unless they were young. `keys` are not all there
        are: a folder may not have been listed, and a file have come since."""
        root = self._disk.root / DIGESTS
        for parent, folders, names in os.walk(root):
            for name in names:
                path = Path(parent, name)
                if (key := path.relative_to(root).as_posix()) not in keys:
                    with contextlib.suppress(OSError):
                        if _is_stale(path.lstat().st_mtime, YOUNG):
                            self._disk.drop_digest(key)
            if not folders and not names:
                _remove_if_stale(Path(parent))


def _told(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        log.warning("folder not swept", error=str(error))


def _remove_if_stale(folder: Path) -> None:
    with contextlib.suppress(OSError):
        if _is_stale(folder.stat().st_mtime):
            folder.rmdir()


def _is_stale(touched_at: float, after: float = STALE_AFTER) -> bool:
    return time.time() - touched_at > after
