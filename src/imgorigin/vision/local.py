"""A vision model that is run here, in a process of its own (see speaking)."""

from __future__ import annotations

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.reading import read_answer
from imgorigin.vision.seeing import Hints, Seen
from imgorigin.vision.speaking import Local


class LocalSeer(Local):
    """Implements Model."""

    kind = "vision"
    question = "picture"
    failure = VisionUnavailable
    module = "imgorigin.vision.captioner"

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        return read_answer(await self._speaking.say(picture))
