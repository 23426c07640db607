"""A language model that is run here, in a process of its own (see vision.speaking)."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from imgorigin.errors import Unavailable
from imgorigin.vision.speaking import Called, Speaking

COMMAND: Final = (sys.executable, "-m", "imgorigin.prompting.speaker")


class LocalChat:
    """Implements writer.Chat. For its times see Speaking."""

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
            f"The prompt model {model}",
            "prompt",
            f"--prompt-model names a folder, or what the hub's cache holds (hf download {model}).",
            Unavailable,
        )
        self._speaking = Speaking(
            (*command, model, device), called, timeout=timeout, start_timeout=start_timeout
        )
        self.start = self._speaking.start
        self.close = self._speaking.close

    async def answer(self, messages: Sequence[Mapping[str, Any]]) -> str:
        """Raises Unavailable."""
        return await self._speaking.say(json.dumps(list(messages)).encode())
