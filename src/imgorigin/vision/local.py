"""A vision model that is run here, in a process of its own (see speaking)."""

from __future__ import annotations

import sys
from typing import Final

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.reading import read_answer
from imgorigin.vision.seeing import Hints, Seen
from imgorigin.vision.speaking import Called, Speaking

COMMAND: Final = (sys.executable, "-m", "imgorigin.vision.captioner")


class LocalSeer:
    """Implements Model. For its times see Speaking."""

    def __init__(
        self,
        model: str,
        *,
        device: str,
        timeout: float,
        start_timeout: float,
        command: tuple[str, ...] = COMMAND,
    ) -> None:
        called = Called(
            f"The vision model {model}",
            "picture",
            f"--vision-model names a folder, or what the hub's cache holds (hf download {model}).",
            VisionUnavailable,
        )
        self._speaking = Speaking(
            (*command, model, device), called, timeout=timeout, start_timeout=start_timeout
        )
        self.start = self._speaking.start
        self.close = self._speaking.close

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        return read_answer(await self._speaking.say(picture))
