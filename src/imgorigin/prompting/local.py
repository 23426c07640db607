"""A language model that is run here, in a process of its own (see vision.speaking)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from imgorigin.errors import Unavailable
from imgorigin.vision.speaking import Local


class LocalChat(Local):
    """Implements writer.Chat."""

    kind = "prompt"
    question = "prompt"
    failure = Unavailable
    module = "imgorigin.prompting.speaker"

    async def answer(self, messages: Sequence[Mapping[str, Any]]) -> str:
        """Raises Unavailable."""
        return await self._speaking.say(json.dumps(list(messages)).encode())
