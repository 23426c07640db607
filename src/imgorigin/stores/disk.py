"""Blobs as plain files that nginx can serve by their URI alone.

    {root}/images/demo/red-fox_400x300.png             the blob of key images/demo/red-fox_400x300.png
    {root}/.digests/images/demo/red-fox_400x300.png    its SHA-256, with the same mtime
    {root}/.digests/.gone/1f0e...                      that of a young file that was removed, by its key's own
    {root}/.lock                                       held to add or remove such a pair

A file appears under its name whole or not at all, for nginx checks no digest: it is written beside it,
stamped with the blob's `modified` as its mtime (nginx makes the ETag of mtime and size), synced and then,
unless another writer was first, renamed. The digest comes before the name, so a file never stands without
one. What does not match its digest is torn or rotten: it is removed and reported as missing, and so is what
is no file at all: a folder, a FIFO, a link to itself. Readers take no lock.

Two files that have one name after each other never share a second, lest they share an ETag: the digest of a
young file outlives it until a sweep, and other bytes that follow are stamped with a later second than that.
It lies where nothing tells what the file was named: names are words of prompts.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import fcntl
import hashlib
import os
import secrets
import stat
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

import aiofiles
import structlog

from imgorigin.errors import StoreUnavailable
from imgorigin.stores.base import Blob, BlobStream, sha256_hex

HIDDEN: Final = "."
"""What no file name of a key begins with."""
TEMPORARY: Final = ".tmp-"
DAMAGED: Final = ".damaged-"
DIGESTS: Final = ".digests"
GONE: Final = ".gone"
LOCK: Final = ".lock"
CHAINED: Final = "@"
"""What the name of a folder of edits ends in (see address)."""
TOUCH_AFTER: Final = 3600.0
"""Seconds: how fine an access time needs to be."""
YOUNG: Final = 60.0
"""Seconds after which nothing comes any more that was made in the second of a file that is removed now."""
TRIES: Final = 3
NO_FILE: Final = (errno.ELOOP, errno.ENXIO, errno.ENODEV)
"""What opening a link to itself, a socket or a device nobody drives ends in."""

T = TypeVar("T")
log = structlog.get_logger(__name__)


class DiskStore:
    """`written` counts the bytes this process has added since it started; eviction looks at it. Below the
    prefixes `lasting` lies what cannot be made again: it is set aside where others are removed."""

    name = "disk"

    def __init__(self, root: Path, lasting: tuple[str, ...] = ()) -> None:
        self.root = root
        self._lasting = lasting
        self.written = 0

    async def get(self, key: str) -> Blob | None:
        return await _in_thread(lambda: self._read(key))

    async def put(self, key: str, blob: Blob) -> Blob:
        held, is_new = await _in_thread(lambda: self._put(key, blob))
        if is_new:
            self.written += len(blob.data)
        return held

    async def fill(self, key: str, stream: BlobStream) -> Blob | None:
        """Hold what a slower tier holds, in place of whatever lay there, written as it comes. What `stream`
        raises leaves everything as it was."""
        temporary = await _in_thread(lambda: self._begun(key))
        digest = hashlib.sha256()
        try:
            with _mapped():
                async with aiofiles.open(temporary, "wb") as file:
                    async for chunk in stream.chunks:
                        digest.update(chunk)
                        await file.write(chunk)
            await _in_thread(
                lambda: self._commit(temporary, key, digest.hexdigest(), stream.modified, over=True)
            )
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
        held = await self.get(key)
        self.written += len(held.data) if held else 0
        return held

    async def delete(self, key: str) -> None:
        await _in_thread(lambda: self.drop(key))

    async def keys(self, prefix: str, since: int = 0) -> AsyncIterator[str]:
        for key in await _in_thread(lambda: list(self._walk(prefix, since))):
            yield key

    async def close(self) -> None:
        pass

    def stat(self, key: str) -> tuple[int, int] | None:
        """The blob's `modified` and size by its file, unread and unchecked; None if there is none. Counts as
        a read. Does not wait."""
        path = f"{self.root}/{key}"  # a Path would cost as much as the stat
        try:
            found = os.stat(path)  # noqa: PTH116
            if not stat.S_ISREG(found.st_mode):
                return None
            if _is_read_long_ago(found) and (file := _opened(Path(path))):
                with file:
                    _touch(file.fileno())
        except OSError:
            return None
        return int(found.st_mtime), found.st_size

    def drop(self, key: str) -> None:
        """As `delete`, blocking. Raises OSError."""
        with contextlib.suppress(FileNotFoundError), self._alone():
            self._unlink(key)
            for folder in (self.root / key, self.root / DIGESTS / key):
                _remove_if_empty(folder.parent)

    def drop_digest(self, key: str) -> None:
        """Forget the digest of a blob that is not there; keep that of one that is, or may be. Blocks. Raises
        OSError."""
        with self._alone():
            if not _lies_at(self.root / key):
                _remove(self.root / DIGESTS / key)

    def _read(self, key: str) -> Blob | None:
        path = self.root / key
        try:
            file = _opened(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not file:
            self._clear(key)
            return None
        with file:
            data, found = file.read(), os.fstat(file.fileno())
            if self._matches(key, data):
                if _is_read_long_ago(found):
                    _touch(file.fileno())
                return Blob(data, int(found.st_mtime), self.name)
            lasts = key.startswith(self._lasting)
            done = "damaged file set aside" if lasts else "damaged file removed"
            log.warning(done, key=key, bytes=len(data))
            with contextlib.suppress(FileNotFoundError), self._alone():
                # Another reader may have removed it before us, and a writer have put a good one in its place.
                if os.path.samestat(path.stat(), found):
                    if lasts:
                        path.rename(path.with_name(DAMAGED + path.name))
                    self._unlink(key)
        return None

    def _clear(self, key: str) -> None:
        """Remove what is no file, if it is still there by now."""
        log.warning("removed what is no file", key=key)
        with contextlib.suppress(FileNotFoundError), self._alone():
            if file := _opened(self.root / key):
                file.close()
            else:
                self._unlink(key)

    def _matches(self, key: str, data: bytes) -> bool:
        """What is named by its digest, as uploads are, needs no other: it may have been copied here alone."""
        sha256 = sha256_hex(data)
        if key.rpartition("/")[2] == sha256:
            return True
        try:
            file = _opened(self.root / DIGESTS / key)
        except (FileNotFoundError, NotADirectoryError):
            return False
        if not file:
            return False
        with file:
            return file.read().strip() == sha256.encode()

    def _unlink(self, key: str) -> None:
        path, digest = self.root / key, self.root / DIGESTS / key
        is_remembered = _young(digest) is not None and (_young(path) or not _lies_at(path))
        _remove(path)
        if is_remembered:
            with contextlib.suppress(OSError):  # a full disk has no room to remember it
                gone = self._gone(key)
                gone.parent.mkdir(exist_ok=True)
                digest.replace(gone)
        _remove(digest)

    def _gone(self, key: str) -> Path:
        return self.root / DIGESTS / GONE / sha256_hex(key.encode(errors="surrogateescape"))

    def _put(self, key: str, blob: Blob) -> tuple[Blob, bool]:
        """What lies at `key` after it, and whether this was the first write."""
        for _ in range(TRIES):  # what lay there may be damaged, or be deleted before we look at it
            # Others may take the empty folder away under us: before we open a file there, or within mkdir.
            with contextlib.suppress(FileNotFoundError, FileExistsError):
                if (modified := self._write(key, blob)) is not None:
                    return replace(blob, modified=modified), True
            if held := self._read(key):
                return held, False
        raise StoreUnavailable(f"The disk does not keep {key}.")

    def _write(self, key: str, blob: Blob) -> int | None:
        """The second it is stamped with if this was the first write."""
        temporary = self._temporary(key)
        try:
            with temporary.open("xb") as file:
                file.write(blob.data)
            return self._commit(temporary, key, sha256_hex(blob.data), blob.modified)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()

    def _begun(self, key: str) -> Path:
        """An empty file beside `key`, which keeps its folder from being taken away."""
        for _ in range(TRIES):
            with contextlib.suppress(FileNotFoundError, FileExistsError):  # as in _put
                temporary = self._temporary(key)
                temporary.touch(exist_ok=False)
                return temporary
        raise StoreUnavailable(f"The disk does not keep {key}.")

    def _temporary(self, key: str) -> Path:
        """A name beside `key`'s, in a folder that is there now."""
        path = self.root / key
        for parent in (path.parent, (self.root / DIGESTS / key).parent):
            parent.mkdir(parents=True, exist_ok=True)
        return path.with_name(f"{TEMPORARY}{secrets.token_hex(8)}")

    def _commit(
        self, temporary: Path, key: str, sha256: str, modified: int, *, over: bool = False
    ) -> int | None:
        """Give a written file its name. None if there is one of that name already, unless it is to be put
        `over` it; else its mtime: `modified`, or a later one if another file of this name had that."""
        path, digest = self.root / key, self.root / DIGESTS / key
        with temporary.open("rb+") as file:
            os.utime(file.fileno(), (time.time(), modified))
            os.fsync(file.fileno())
        with self._alone():
            if path.exists() and not over:
                return None
            for former in () if over else (self._gone(key), digest):
                last = _young(former)
                if last is not None and modified <= last and former.read_bytes().strip() != sha256.encode():
                    modified = last + 1
                    os.utime(temporary, (time.time(), modified))
            for name in (path, digest):
                if _lies_at(name) and not _is_file(name):
                    _remove(name)
            digest.parent.mkdir(parents=True, exist_ok=True)  # what lay in it may have been deleted since
            digest.write_text(f"{sha256}\n")
            os.utime(digest, (time.time(), modified))
            temporary.rename(path)
            return modified

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other thread or process adds or removes a file. Held for no longer than a rename takes."""
        with (self.root / LOCK).open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # until it is closed
            yield

    def _walk(self, prefix: str, since: int) -> Iterator[str]:
        folder = self.root / prefix.rpartition("/")[0]
        for parent, folders, files in os.walk(folder, onerror=_unless_gone):
            at = "" if Path(parent) == self.root else f"{Path(parent).relative_to(self.root).as_posix()}/"
            folders[:] = [name for name in folders if _is_within(prefix, at, name)]
            keys = (at + name for name in files if _is_within(prefix, at, name))
            yield from (key for key in keys if not since or _is_since(self.root / key, since))


def _is_within(prefix: str, at: str, name: str) -> bool:
    """Whether keys that begin so may be `name` in the folder `at`, or lie below it."""
    return (at + name).startswith(prefix) and not name.startswith(HIDDEN)


def _opened(path: Path) -> BinaryIO | None:
    """The file, to be read; None if something else lies there. Waits for nobody, as it would at a FIFO."""
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        if error.errno not in NO_FILE or _is_file(path):  # a loop may also be one of the folders above
            raise
        return None
    if stat.S_ISREG(os.fstat(number).st_mode):
        return os.fdopen(number, "rb")
    os.close(number)
    return None


def _is_file(path: Path) -> bool:
    """And no link to one. Raises OSError if nothing is there, or it cannot be told."""
    return stat.S_ISREG(path.lstat().st_mode)


def _lies_at(path: Path) -> bool:
    """Whether there is anything of this name. Raises OSError if it cannot be told."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _young(path: Path) -> int | None:
    """The mtime of a file, if that was just now. One that is empty was never finished."""
    if not _lies_at(path) or not _is_file(path):
        return None
    found = path.lstat()
    return int(found.st_mtime) if found.st_size and time.time() - found.st_mtime < YOUNG else None


def _remove(path: Path) -> None:
    """What lies there; of a link, not what it leads to. A folder only loses its name, for it may hold much:
    what becomes of it is up to the next sweep."""
    if not _lies_at(path):
        return
    if stat.S_ISDIR(path.lstat().st_mode):
        path.rename(path.with_name(f"{TEMPORARY}{secrets.token_hex(8)}"))
    else:
        path.unlink()


def _is_since(path: Path, since: int) -> bool:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        return path.lstat().st_mtime >= since
    return False


def _remove_if_empty(folder: Path) -> None:
    """Of the edits of a picture, and of what that is an edit of. Those of projects stay."""
    while folder.name.endswith(CHAINED):
        try:
            folder.rmdir()
        except OSError:  # there is something in it, or it is gone
            return
        folder = folder.parent


def _is_read_long_ago(found: os.stat_result) -> bool:
    return time.time() - found.st_atime > TOUCH_AFTER


def _touch(file: int) -> None:
    """Note the read for eviction, whatever the mount's options. By descriptor: under the name there may lie
    another file by now, whose mtime is not this one's."""
    with contextlib.suppress(OSError):  # a read-only disk still serves
        os.utime(file, ns=(time.time_ns(), os.fstat(file).st_mtime_ns))


def _unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


async def _in_thread(work: Callable[[], T]) -> T:
    """`work` done where it may block, with the operating system's errors as ours."""
    with _mapped():
        return await asyncio.to_thread(work)


@contextlib.contextmanager
def _mapped() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = {
            errno.ENOSPC: "The disk is full.",
            errno.EDQUOT: "The disk quota is used up.",
            errno.EROFS: "The disk is read-only.",
        }.get(error.errno or 0, "The disk store failed.")
        log.error("disk store failed", error=str(error))
        raise StoreUnavailable(reason, retry_after=30) from error
