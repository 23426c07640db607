"""A painter in processes of its own: a crash or a hang costs one retry, never the server."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any, Final

import structlog

from imgorigin.errors import NotUnderstood, PainterUnavailable, PaintFailed, ShuttingDown
from imgorigin.painters.base import Painting
from imgorigin.painters.frames import LENGTHS, packed, unpacked
from imgorigin.recipe import Model, Recipe

START_TIMEOUT: Final = 60.0
"""Seconds until a fresh process has to be ready."""
TRIES: Final = 2

_ERRORS = {error.code: error for error in (NotUnderstood, PaintFailed)}

log = structlog.get_logger(__name__)


class WorkerDied(Exception):
    """The process ended, or was ended for hanging, before it had answered."""


class ProcessPainter:
    """A pool of worker processes that all run `target` (see worker).

    `timeout` is in seconds, for one painting. More concurrent calls than processes wait for one to be free;
    who may call at all is the queue's business.
    """

    def __init__(self, model: Model, target: str, *, processes: int, timeout: float) -> None:
        self.model = model
        self._workers = [_Worker(target, timeout) for _ in range(processes)]
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._is_closed = False
        for worker in self._workers:
            self._free.put_nowait(worker)

    @property
    def restarts(self) -> int:
        """How many processes had to be replaced."""
        return sum(max(0, worker.starts - 1) for worker in self._workers)

    async def start(self) -> None:
        """Start every process now rather than with its first recipe. Raises PainterUnavailable."""
        await asyncio.gather(*(self.check() for _ in self._workers))

    async def check(self) -> None:
        """See that an idle process is up. Busy ones are. Raises PainterUnavailable."""
        try:
            worker = self._free.get_nowait()
        except asyncio.QueueEmpty:
            return
        try:
            await worker.start()
        except WorkerDied as died:
            raise PainterUnavailable(f"The painter process does not start: {died}.") from died
        finally:
            self._free.put_nowait(worker)

    async def paint(self, recipe: Recipe) -> Painting:
        worker = await self._free.get()
        try:
            for attempt in range(1, TRIES + 1):
                if self._is_closed:  # else a process killed by close would be started anew
                    raise ShuttingDown
                try:
                    return await worker.paint(recipe)
                except WorkerDied as died:
                    log.error("painter process lost", reason=str(died), recipe=recipe.key, attempt=attempt)
        finally:
            self._free.put_nowait(worker)
        raise PainterUnavailable("The painter process failed twice at this picture.")

    async def close(self) -> None:
        """End the processes; what they are painting is finished first, unless the caller is cancelled."""
        self._is_closed = True
        try:
            await asyncio.gather(*(worker.end() for worker in self._workers))
        finally:
            await asyncio.gather(*(worker.kill() for worker in self._workers))


class _Worker:
    """One process, started when it is needed, and again after its end."""

    def __init__(self, target: str, timeout: float) -> None:
        self._target = target
        self._timeout = timeout
        self._process: Process | None = None
        self.starts = 0

    async def start(self) -> Process:
        """Raises WorkerDied."""
        if self._process and self._process.returncode is None:
            return self._process
        self.starts += 1
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "imgorigin.painters.worker", self._target, stdin=PIPE, stdout=PIPE
        )
        await self._answer(self._process, START_TIMEOUT)
        return self._process

    async def paint(self, recipe: Recipe) -> Painting:
        """Raises WorkerDied, and what the painter raised."""
        process = await self.start()
        assert process.stdin  # noqa: S101  it was asked for
        with contextlib.suppress(ConnectionError):  # then the answer will be missing, and says why
            process.stdin.write(packed(recipe.to_dict()))
            await process.stdin.drain()
        head, body = await self._answer(process, self._timeout)
        if error := head.get("error"):
            raise _ERRORS.get(error, PaintFailed)(head.get("detail", ""))
        return Painting(body, head["format"], head["facts"])

    async def end(self) -> None:
        """Close its input, which ends it, and wait for that as long as for a painting."""
        if self._process and self._process.stdin:
            self._process.stdin.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._timeout):
                    await self._process.wait()

    async def kill(self) -> None:
        if self._process:
            await _kill(self._process)

    async def _answer(self, process: Process, seconds: float) -> tuple[dict[str, Any], bytes]:
        """The next frame. If none comes the process is killed: its late answer would pass for the next."""
        assert process.stdout  # noqa: S101
        try:
            async with asyncio.timeout(seconds):
                head, body = LENGTHS.unpack(await process.stdout.readexactly(LENGTHS.size))
                return unpacked(await process.stdout.readexactly(head)), await process.stdout.readexactly(
                    body
                )
        except asyncio.CancelledError:
            await _kill(process)
            raise
        except TimeoutError:
            await _kill(process)
            raise WorkerDied(f"no answer within {seconds:g} seconds") from None
        except (asyncio.IncompleteReadError, ValueError) as error:
            await _kill(process)
            raise WorkerDied(f"it ended with status {process.returncode}") from error


async def _kill(process: Process) -> None:
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
