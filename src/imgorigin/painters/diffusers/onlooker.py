"""Between a pipeline's steps and whoever watches the batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from imgorigin.address import Size
from imgorigin.painters.base import Watch
from imgorigin.painters.diffusers.denoise import Abandoned, Look
from imgorigin.painters.diffusers.preview import Previews


class _Nobody:
    """Implements Watch."""

    def loading(self) -> None:
        pass

    def loaded(self) -> None:
        pass

    def step(self, done: int, steps: int) -> None:
        pass

    def preview(self, index: int, png: bytes) -> None:
        pass

    def is_wanted(self, index: int) -> bool:
        return True

    def is_watched(self, index: int) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Onlooker:
    """`indexes` are the jobs' numbers, by their place in the batch. The call that is looked at is the part of
    the whole from `start` on, `count` of `total`: more than one where a picture is painted in tiles, of
    which no preview is shown."""

    watch: Watch
    indexes: Sequence[int]
    previews: Previews
    start: int = 0
    count: int = 1
    total: int = 1

    @classmethod
    def nobody(cls, previews: Previews) -> Onlooker:
        return cls(_Nobody(), (0,), previews)

    def share(self, start: int, count: int, total: int) -> Onlooker:
        return replace(self, start=start, count=count, total=total)

    def of(self, places: Sequence[int], canvas: Size, pipe: Any) -> Look:
        """For the call that paints the orders at these places. Raises Abandoned once nobody waits."""
        is_whole = self.total == 1
        indexes = [self.indexes[at] for at in places] if is_whole else list(self.indexes)

        def look(done: int, steps: int, latents: Any) -> None:
            self.watch.step(self.start * steps + done * self.count, steps * self.total)
            if not any(self.watch.is_wanted(index) for index in indexes):
                raise Abandoned
            if self.previews.is_on and is_whole and done < steps:
                seen = [at for at, index in enumerate(indexes) if self.watch.is_watched(index)]
                for at, png in zip(seen, self.previews.pictures(latents[seen], canvas, pipe), strict=False):
                    self.watch.preview(indexes[at], png)

        return look
