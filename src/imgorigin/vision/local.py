"""A vision model in a process of its own, started when it is first needed and replaced when it dies, hangs or
says nonsense: torch never comes into the process that serves."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from typing import Any, Final, Self

import structlog

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.reading import read_answer
from imgorigin.vision.seeing import Hints, Seen

COMMAND: Final = (sys.executable, "-m", "imgorigin.vision.captioner")
MOST_LINE: Final = 2**20
"""Bytes of one answer."""
LAST_SECONDS: Final = 2.0
"""That the process has to end by itself."""

log = structlog.get_logger(__name__)


class LocalSeer:
    """Implements Model. `timeout` is in seconds, for one picture, waiting for others and for the model to be
    loaded included; the loading itself has `start_timeout`, and goes on meanwhile."""

    def __init__(
        self,
        model: str,
        *,
        device: str,
        timeout: float,
        start_timeout: float,
        command: tuple[str, ...] = COMMAND,
    ) -> None:
        self._command = (*command, model, device)
        self._name = f"The vision model {model}"
        self._help = f"--vision-model names a folder, or what the hub's cache holds (hf download {model})."
        self._timeout = timeout
        self._start_timeout = start_timeout
        self._lock = asyncio.Lock()
        self._starting: asyncio.Task[_Speaker] | None = None
        self._looking: set[asyncio.Task[Seen]] = set()
        self._is_closed = False

    async def start(self) -> None:
        if not self._starting and not self._is_closed:
            self._starting = asyncio.create_task(self._started())
            self._starting.add_done_callback(_noticed)

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        """A caller who goes away does not stop the model: what it would have to load again costs more."""
        looking = asyncio.create_task(self._look(picture))
        self._looking.add(looking)
        looking.add_done_callback(self._looked)
        return await asyncio.shield(looking)

    async def close(self) -> None:
        self._is_closed = True
        for looking in self._looking:
            looking.cancel()
        await asyncio.gather(*self._looking, return_exceptions=True)
        starting, self._starting = self._starting, None
        if starting:
            starting.cancel()
            with contextlib.suppress(asyncio.CancelledError, VisionUnavailable):
                await (await starting).end()

    async def _look(self, picture: bytes) -> Seen:
        try:
            async with asyncio.timeout(self._timeout), self._lock:
                return read_answer(await self._said(await self._speaker(), picture))
        except TimeoutError as error:
            raise VisionUnavailable(f"{self._name} did not answer within {self._timeout:g} s.") from error

    def _looked(self, looking: asyncio.Task[Seen]) -> None:
        self._looking.discard(looking)
        if not looking.cancelled():
            looking.exception()  # nobody may be waiting for it any more

    async def _speaker(self) -> _Speaker:
        """One that is ready; a failed start is tried again by the next picture."""
        await self.start()
        if not (starting := self._starting):
            raise VisionUnavailable(f"{self._name} is being shut down.")
        try:
            speaker = await asyncio.shield(starting)
        except VisionUnavailable:
            self._starting = None
            raise
        if speaker.is_up:
            return speaker
        self._starting = None
        return await self._speaker()

    async def _said(self, speaker: _Speaker, picture: bytes) -> str:
        """What it says of a picture. One that is not waited for to the end would answer the next question
        with it: it is given up."""
        try:
            answer = await speaker.ask(picture)
        except (OSError, ValueError, EOFError) as error:
            await self._give_up(speaker)
            raise VisionUnavailable(f"{self._name} died at this picture.") from error
        except asyncio.CancelledError:
            await self._give_up(speaker)
            raise
        if "text" not in answer:
            raise VisionUnavailable(f"{self._name} failed: {answer.get('problem', 'it said nothing')}")
        return str(answer["text"])

    async def _give_up(self, speaker: _Speaker) -> None:
        self._starting = None
        await speaker.kill()

    async def _started(self) -> _Speaker:
        speaker = await _Speaker.of(self._command)
        try:
            async with asyncio.timeout(self._start_timeout):
                answer = await speaker.hear()
        except (OSError, ValueError, EOFError, asyncio.CancelledError) as error:
            await speaker.kill()
            if isinstance(error, asyncio.CancelledError):
                raise
            limit = f"it took more than {self._start_timeout:g} s"
            answer = {"problem": limit if isinstance(error, TimeoutError) else "its process died"}
        if answer.get("ready"):
            return speaker
        await speaker.kill()
        problem = str(answer.get("problem", "no reason given")).rstrip(".")
        raise VisionUnavailable(f"{self._name} cannot be loaded: {problem}. {self._help}")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """The process, and its two ends (see captioner)."""

    process: Process
    questions: asyncio.StreamWriter
    answers: asyncio.StreamReader

    @classmethod
    async def of(cls, command: tuple[str, ...]) -> Self:
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, limit=MOST_LINE)
        if not (process.stdin and process.stdout):
            raise OSError("a process without pipes")
        return cls(process, process.stdin, process.stdout)

    @property
    def is_up(self) -> bool:
        return self.process.returncode is None

    async def ask(self, picture: bytes) -> dict[str, Any]:
        """Raises OSError or EOFError where the process is gone, ValueError for what is no answer."""
        self.questions.write(len(picture).to_bytes(4) + picture)
        await self.questions.drain()
        return await self.hear()

    async def hear(self) -> dict[str, Any]:
        """As `ask`."""
        line = await self.answers.readline()
        if not line:
            raise EOFError
        found: dict[str, Any] = dict(json.loads(line))
        return found

    async def end(self) -> None:
        """By itself when there is nothing more to read; else it is killed."""
        self.questions.close()
        try:
            async with asyncio.timeout(LAST_SECONDS):
                await self.process.wait()
        except TimeoutError:
            await self.kill()

    async def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()
        self.questions.close()


def _noticed(starting: asyncio.Task[_Speaker]) -> None:
    """Who starts it without a picture hears of a failure from the log."""
    if not starting.cancelled() and (error := starting.exception()):
        log.error("vision model cannot be loaded", reason=str(error))
