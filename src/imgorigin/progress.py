"""How far a picture is, told to any number of listeners."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class State:
    """`steps` is 0 while nobody knows how many there are; `preview` is a small PNG, if there is one yet."""

    state: Literal["queued", "loading", "painting", "done"] = "queued"
    step: int = 0
    steps: int = 0
    preview: bytes | None = None

    @property
    def part(self) -> float:
        """0..1; 1 only for what is done."""
        if self.state == "done":
            return 1.0
        return min(0.99, self.step / self.steps) if self.steps else 0.0


class Progress:
    """Of one recipe. Implements painters.base.Onlooker; lives on the event loop's thread."""

    def __init__(self) -> None:
        self.state = State()
        self._changed = asyncio.Event()
        self._watching = 0

    @property
    def is_watched(self) -> bool:
        """Whether anybody follows it who looks at previews."""
        return self._watching > 0

    def loading(self) -> None:
        self._set(State("loading"))

    def began(self) -> None:
        self._set(State("painting"))

    def step(self, done: int, steps: int) -> None:
        self._set(replace(self.state, state="painting", step=done, steps=steps))

    def preview(self, png: bytes) -> None:
        self._set(replace(self.state, preview=png))

    def done(self) -> None:
        """Painted, or given up."""
        self._set(replace(self.state, state="done"))

    async def follow(
        self, until: asyncio.Future[Any] | None = None, *, previews: bool = False
    ) -> AsyncGenerator[State]:
        """The state now, and each newer one, until it is done, or `until` is. Who listens slowly misses some,
        but not the last. Who looks at `previews` has them made, and closes the generator at the end."""
        if until:
            until.add_done_callback(lambda _: self._tell())
        self._watching += previews
        try:
            seen: State | None = None
            while True:
                if self.state is not seen:
                    seen = self.state
                    yield seen
                elif seen.state == "done" or (until and until.done()):
                    return
                else:
                    await self._changed.wait()
        finally:
            self._watching -= previews

    def _set(self, state: State) -> None:
        self.state = state
        self._tell()

    def _tell(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
