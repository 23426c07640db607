"""Uploads read in processes of their own, one each: a decoder that a file makes crash, hang or eat memory
takes down nothing, and finds nothing there to take: no key, no other upload, no file to write.

A process costs some 200 ms of start, which an upload can bear; threads would be faster, and share our fate.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import asdict
from typing import Any, Final

import structlog

from imgorigin.errors import Busy, ImgoriginError, InvalidRequest, TooLarge, UnsupportedType
from imgorigin.imaging.inspect import FIELD, WHOLE, Bounds, Inspected, damaged
from imgorigin.imaging.inspector import READY

SECONDS: Final = 60
"""Of processor time for one upload."""
PATIENCE: Final = 4
"""Times as many of the clock: for a machine that is busy elsewhere."""
AT_ONCE: Final = 2
MOST_WAITING: Final = 32
"""Uploads in memory that wait for their turn."""
LAST_WORDS: Final = 500
"""Bytes of what a process said to standard error that are logged."""
ENVIRONMENT: Final = ("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "LANG", "LC_ALL")
"""What a process is told of ours: enough to start, and none of the keys that may stand there."""

_REFUSALS: Final[dict[str, type[ImgoriginError]]] = {
    error.code: error for error in (TooLarge, UnsupportedType)
}

log = structlog.get_logger(__name__)


class Inspector:
    """Reads some uploads at once, the others in turn."""

    def __init__(
        self,
        bounds: Bounds,
        *,
        seconds: int = SECONDS,
        at_once: int = AT_ONCE,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self.bounds = bounds
        self._seconds = seconds
        self._turns = asyncio.Semaphore(at_once)
        self._most = at_once + most_waiting
        self._count = 0

    async def inspect(self, data: bytes) -> Inspected:
        """Raises TooLarge, UnsupportedType, InvalidRequest; Busy if it could not be looked at."""
        if self._count >= self._most:
            raise Busy(f"{self._count} uploads are being looked at. Try again in a moment.")
        self._count += 1
        try:
            async with self._turns:
                return await self._inspected(data)
        finally:
            self._count -= 1

    async def _inspected(self, data: bytes) -> Inspected:
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "imgorigin.imaging.inspector", str(self._seconds)),
                stdin=PIPE,
                stdout=PIPE,
                stderr=PIPE,
                env=_environment(),
            )
        except OSError as error:
            raise Busy(f"The file cannot be looked at just now: {error.strerror}.") from error
        try:
            answer, told = await self._answer(process, data)
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        return _read(answer, process.returncode, told[-LAST_WORDS:].decode(errors="replace"))

    async def _answer(self, process: Process, data: bytes) -> tuple[bytes, bytes]:
        question = json.dumps(asdict(self.bounds)).encode() + b"\n" + data
        try:
            async with asyncio.timeout(self._seconds * PATIENCE):
                return await process.communicate(question)
        except TimeoutError:
            raise Busy("The file could not be looked at in time.") from None


def _read(answer: bytes, code: int | None, told: str) -> Inspected:
    """Raises what the process told, or what its end tells."""
    if not answer.startswith(READY):
        log.error("the process that reads uploads does not start", code=code, told=told)
        raise Busy("The file cannot be looked at just now.")
    answer = answer.removeprefix(READY)
    if code or not answer:
        log.warning("an upload broke its reader", code=code, told=told)
        raise damaged("it cannot be decoded with the memory and time that a picture needs")
    if answer.startswith(b'{"error"'):
        raise _refusal(json.loads(answer))
    return Inspected.from_bytes(answer)


def _refusal(head: dict[str, Any]) -> ImgoriginError:
    if kind := _REFUSALS.get(head["error"]):
        return kind(head["detail"])
    return InvalidRequest(FIELD, head["problem"], WHOLE)


def _environment() -> dict[str, str]:
    few_arenas = {"MALLOC_ARENA_MAX": "2"}  # each would take of the addresses that are allowed
    return {name: os.environ[name] for name in ENVIRONMENT if name in os.environ} | few_arenas
