"""What other hosts tell by the catalog, heard on this one: each item once, within a second or so."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import structlog

from imgorigin.catalog.news import Item, News
from imgorigin.catalog.tables import now
from imgorigin.errors import CatalogUnavailable, SettingsError, StoreUnavailable
from imgorigin.flight import finished

POLL_SECONDS: Final = 1.0
OVERLAP_SECONDS: Final = 15.0
"""Longer than a transaction may take (see catalog.engine): what was seen so long ago has no lesser id still
to come."""
KEPT: Final = timedelta(days=7)
"""A host that was off for longer may show what was purged meanwhile."""
TIDY_SECONDS: Final = 3600.0
LAST: Final = 2**63 - 1
FILE: Final = ".news"

Handler = Callable[[Mapping[str, Any]], Awaitable[None]]
"""Takes the detail of an item. Raises StoreUnavailable to be told again."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A file beside what the host keeps: who the host is, and up to which item it has heard all news.

    The name is of the folder too: a copy of it on another host is another one.
    """

    folder: Path

    @property
    def host(self) -> str:
        """Raises SettingsError."""
        return f"{self._told()['host']}-{self.folder.stat().st_ino:x}"

    @property
    def read(self) -> int:
        """Raises SettingsError."""
        return int(self._told()["read"])

    def move(self, read: int) -> None:
        """Raises OSError."""
        self._write({**self._told(), "read": read}).replace(self.folder / FILE)

    def _told(self) -> dict[str, Any]:
        path = self.folder / FILE
        try:
            if not path.exists():
                self._begin(path)
            told = json.loads(path.read_text())
            return {"host": str(told["host"]), "read": int(told["read"])}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SettingsError(
                f"{path} is damaged or cannot be read. Remove it: then all news are heard again."
            ) from error

    def _begin(self, path: Path) -> None:
        """Of several processes one gives the name."""
        new = self._write({"host": secrets.token_hex(8), "read": 0})
        try:
            with contextlib.suppress(FileExistsError):
                os.link(new, path)
        finally:
            new.unlink()

    def _write(self, told: Mapping[str, Any]) -> Path:
        new = self.folder / f"{FILE}-{secrets.token_hex(4)}"
        new.write_text(json.dumps(told))
        return new


class Newsreader:
    """`handlers` by kind of news. What this host has told itself is passed over, unless `own`."""

    def __init__(
        self, news: News, bookmark: Bookmark, handlers: Mapping[str, Handler], *, own: bool = False
    ) -> None:
        self._news = news
        self._bookmark = bookmark
        self._handlers = handlers
        self._passed = "" if own else bookmark.host
        self._floor = bookmark.read
        self._heard: dict[int, float] = {}  # ids beyond the floor, and when they were first seen
        self._unheard: set[int] = set()
        self._tidy_at = 0.0

    async def poll(self) -> None:
        """Hear what is new. Raises CatalogUnavailable, OSError."""
        if await self._news.last() < max(self._heard, default=self._floor):
            self._begin_again()
        after = self._floor
        while items := await self._news.after(after):
            for item in items:
                if item.id not in self._heard:
                    await self._hear(item)
            after = items[-1].id
        await self._raise_floor(time.monotonic() - OVERLAP_SECONDS)

    async def run(self) -> None:
        """For ever. While the catalog is down nothing new is heard."""
        while True:
            try:
                await finished(self.poll())  # a cancelled statement leaves its connection open
                await finished(self._tidy())
            except CatalogUnavailable:
                pass  # the log has it
            except (SettingsError, OSError) as error:
                log.error("the news cannot be marked as read", error=str(error))
            await asyncio.sleep(POLL_SECONDS)

    def _begin_again(self) -> None:
        """The catalog is another one: restored from a backup, or moved. Ids say something else there."""
        self._floor = 0
        self._heard.clear()
        self._unheard.clear()

    async def _hear(self, item: Item) -> None:
        self._unheard.add(item.id)
        handler = self._handlers.get(item.kind)
        if handler and item.host != self._passed:
            try:
                await handler(item.detail)
            except StoreUnavailable as error:
                log.error("news not acted on", kind=item.kind, subject=item.subject, error=error.detail)
                return
            log.info("news", kind=item.kind, subject=item.subject, host=item.host)
        self._unheard.discard(item.id)
        self._heard[item.id] = time.monotonic()

    async def _raise_floor(self, settled: float) -> None:
        """To the last item that was first seen before this moment, unless one below is still unheard."""
        old = [number for number, seen in self._heard.items() if seen < settled]
        floor = min(max(old, default=0), min(self._unheard, default=LAST) - 1)
        if floor <= self._floor:
            return
        self._floor = floor
        self._heard = {number: seen for number, seen in self._heard.items() if number > floor}
        await asyncio.to_thread(lambda: self._bookmark.move(floor))

    async def _tidy(self) -> None:
        if time.monotonic() >= self._tidy_at:
            self._tidy_at = time.monotonic() + TIDY_SECONDS
            await self._news.forget(now() - KEPT)
