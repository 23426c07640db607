"""A model in a process of its own, started when it is first needed and replaced when it dies, hangs or says
nonsense: torch never comes into the process that serves. See answering for its other side."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import structlog

from imgorigin.errors import Unavailable

MOST_LINE: Final = 2**20
"""Bytes of one answer."""
LAST_SECONDS: Final = 2.0
"""That the process has to end by itself."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Called:
    """How its failures, which are of the kind `failure`, speak of a model: "The vision model blip", "at this
    picture"; `help` is a sentence for who has none."""

    name: str
    question: str
    help: str
    failure: type[Unavailable]


class Speaking:
    """`timeout` is in seconds, for one answer, waiting for others and for the model to be loaded included;
    the loading itself has `start_timeout`, and goes on meanwhile."""

    def __init__(
        self, command: tuple[str, ...], called: Called, *, timeout: float, start_timeout: float
    ) -> None:
        self._command = command
        self._called = called
        self._timeout = timeout
        self._start_timeout = start_timeout
        self._lock = asyncio.Lock()
        self._starting: asyncio.Task[_Speaker] | None = None
        self._asking: set[asyncio.Task[str]] = set()
        self._is_closed = False

    async def start(self) -> None:
        if not self._starting and not self._is_closed:
            self._starting = asyncio.create_task(self._started())
            self._starting.add_done_callback(_noticed)

    async def say(self, question: bytes) -> str:
        """Raises the failure that it is called with. A caller who goes away does not stop the model: what it
        would have to load again costs more."""
        asking = asyncio.create_task(self._say(question))
        self._asking.add(asking)
        asking.add_done_callback(self._asked)
        return await asyncio.shield(asking)

    async def close(self) -> None:
        self._is_closed = True
        for asking in self._asking:
            asking.cancel()
        await asyncio.gather(*self._asking, return_exceptions=True)
        starting, self._starting = self._starting, None
        if starting:
            starting.cancel()
            with contextlib.suppress(asyncio.CancelledError, Unavailable):
                await (await starting).end()

    async def _say(self, question: bytes) -> str:
        try:
            async with asyncio.timeout(self._timeout), self._lock:
                return await self._said(await self._speaker(), question)
        except TimeoutError as error:
            raise self._failure(f"did not answer within {self._timeout:g} s.") from error

    def _asked(self, asking: asyncio.Task[str]) -> None:
        self._asking.discard(asking)
        if not asking.cancelled():
            asking.exception()  # nobody may be waiting for it any more

    async def _speaker(self) -> _Speaker:
        """One that is ready; a failed start is tried again by the next question."""
        await self.start()
        if not (starting := self._starting):
            raise self._failure("is being shut down.")
        try:
            speaker = await asyncio.shield(starting)
        except Unavailable:
            self._starting = None
            raise
        if speaker.is_up:
            return speaker
        self._starting = None
        return await self._speaker()

    async def _said(self, speaker: _Speaker, question: bytes) -> str:
        """One that is not waited for to the end would answer the next question with its answer: it is given
        up."""
        try:
            answer = await speaker.ask(question)
        except (OSError, ValueError, EOFError) as error:
            await self._give_up(speaker)
            raise self._failure(f"died at this {self._called.question}.") from error
        except asyncio.CancelledError:
            await self._give_up(speaker)
            raise
        if "text" not in answer:
            raise self._failure(f"failed: {answer.get('problem', 'it said nothing')}")
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
        raise self._failure(f"cannot be loaded: {problem}. {self._called.help}")

    def _failure(self, what: str) -> Unavailable:
        return self._called.failure(f"{self._called.name} {what}")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """The process, and its two ends (see answering)."""

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

    async def ask(self, question: bytes) -> dict[str, Any]:
        """Raises OSError or EOFError where the process is gone, ValueError for what is no answer."""
        self.questions.write(len(question).to_bytes(4) + question)
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


class Local:
    """A model of a folder, or of the hub's cache; a base of those who ask one. `kind` begins the name of the
    setting that names it (--vision-model), `module` runs it; for its times see Speaking."""

    kind: ClassVar[str]
    question: ClassVar[str]
    failure: ClassVar[type[Unavailable]]
    module: ClassVar[str]

    def __init__(
        self,
        model: str,
        *,
        device: str,
        timeout: float,
        start_timeout: float,
        command: tuple[str, ...] = (),
    ) -> None:
        called = Called(
            f"The {self.kind} model {model}",
            self.question,
            f"--{self.kind}-model names a folder, or what the hub's cache holds (hf download {model}).",
            self.failure,
        )
        runs = command or (sys.executable, "-m", self.module)
        self._speaking = Speaking(
            (*runs, model, device), called, timeout=timeout, start_timeout=start_timeout
        )
        self.start = self._speaking.start
        self.close = self._speaking.close


def _noticed(starting: asyncio.Task[_Speaker]) -> None:
    """Who starts it without a question hears of a failure from the log."""
    if not starting.cancelled() and (error := starting.exception()):
        log.error("a model cannot be loaded", reason=str(error))
