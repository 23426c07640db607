"""CDNs in front of the server, told what was purged: by a webhook, a command, or both."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
import structlog

from imgorigin.purger import Gone

SETTLE_SECONDS: Final = 3.0
"""Until other hosts and nginx have forgotten too: a CDN that asks before would have the old picture again."""
PAUSES: Final = (1.0, 5.0, 25.0)
"""Seconds between two tries."""
MOST_WAITING: Final = 1_000
TIMEOUT: Final = 30.0
"""Seconds for one try."""
MOST_SHOWN: Final = 500
"""Characters of what a command says."""

Notice = Mapping[str, Any]
Way = Callable[[Notice], Awaitable[None]]
"""Raises HookFailed."""

log = structlog.get_logger(__name__)


class HookFailed(Exception):
    """A CDN could not be told this time."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """POSTs the notice as JSON; `key` is sent as a bearer."""

    url: str
    key: str = field(default="", repr=False)

    async def __call__(self, notice: Notice) -> None:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=False) as client:
                answer = await client.post(self.url, json=notice, headers=headers)
        except httpx.HTTPError as error:
            raise HookFailed(f"The webhook does not answer: {type(error).__name__}.") from error
        if not answer.is_success:
            raise HookFailed(f"The webhook answered {answer.status_code}.")


@dataclass(frozen=True, slots=True)
class Command:
    """Runs a program with the surrogate keys behind its own arguments, and the notice as JSON at its standard
    input."""

    arguments: Sequence[str]

    async def __call__(self, notice: Notice) -> None:
        try:
            process = await asyncio.create_subprocess_exec(
                *self.arguments,
                *notice["surrogate_keys"],
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
            )
        except OSError as error:
            raise HookFailed(f"{self.arguments[0]} cannot be run: {error.strerror}.") from error
        try:
            async with asyncio.timeout(TIMEOUT):
                _, said = await process.communicate(json.dumps(notice).encode())
        except TimeoutError:
            raise HookFailed(f"{self.arguments[0]} took longer than {TIMEOUT:g} s.") from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if process.returncode:
            told = said.decode(errors="replace").strip()[-MOST_SHOWN:]
            raise HookFailed(f"{self.arguments[0]} ended with status {process.returncode}: {told}")


class Hook:
    """Implements purger.Cdn: one notice after the other, each `settle` seconds after it was given, by all of
    the `ways` at the same time. `origin` is that of the URLs: `https://img.example.com`; empty: they are
    paths."""

    def __init__(
        self,
        ways: Sequence[Way],
        *,
        origin: str = "",
        settle: float = SETTLE_SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._ways = ways
        self._origin = origin
        self._settle = settle
        self._pauses = pauses
        self._waiting: deque[tuple[float, Notice]] = deque()
        self._work: asyncio.Task[None] | None = None
        self._untold: dict[str, None] = {}

    @property
    def is_telling(self) -> bool:
        return self._work is not None and not self._work.done()

    @property
    def untold(self) -> tuple[str, ...]:
        """Surrogate keys that were given up."""
        return tuple(self._untold)

    def tell(self, gone: Gone) -> None:
        if not self._ways:
            return
        if len(self._waiting) >= MOST_WAITING:
            log.error("CDN not told: too many purges wait", surrogate_keys=gone.surrogate_keys)
            self._give_up(gone.surrogate_keys)
            return
        notice = {
            "urls": [self._origin + path for path in gone.paths],
            "surrogate_keys": list(gone.surrogate_keys),
            "project": gone.project,
            "slug": gone.slug,
        }
        self._waiting.append((time.monotonic() + self._settle, notice))
        if not self._work or self._work.done():
            self._work = asyncio.create_task(self._tell_all(), name="cdn")

    async def close(self) -> None:
        """Wait until everything is told. Who is cancelled meanwhile gives up the rest, and the log has it."""
        if not self._work:
            return
        try:
            await self._work
        except asyncio.CancelledError:
            for _, notice in self._waiting:
                log.error("CDN not told: the server ends", surrogate_keys=notice["surrogate_keys"])
            raise

    async def _tell_all(self) -> None:
        while self._waiting:
            due, notice = self._waiting[0]
            await asyncio.sleep(due - time.monotonic())
            await asyncio.gather(*(self._tell(way, notice) for way in self._ways))
            self._waiting.popleft()

    async def _tell(self, way: Way, notice: Notice) -> None:
        for pause in (*self._pauses, None):
            try:
                return await way(notice)
            except HookFailed as error:
                keys = notice["surrogate_keys"]
                log.warning("CDN not told", surrogate_keys=keys, error=str(error), again_in=pause)
            except Exception:
                log.exception("CDN not told", surrogate_keys=notice["surrogate_keys"])
                break
            if pause is not None:
                await asyncio.sleep(pause)
        log.error("CDN not told: given up", surrogate_keys=notice["surrogate_keys"])
        return self._give_up(notice["surrogate_keys"])

    def _give_up(self, keys: Iterable[str]) -> None:
        """The last of them are remembered."""
        self._untold |= dict.fromkeys(keys)
        for key in list(self._untold)[:-MOST_WAITING]:
            del self._untold[key]
