"""What a keeper hands to a painter process, and what comes back of it."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from imgorigin.errors import (
    ContentRefused,
    ImgoriginError,
    InvalidRequest,
    NotUnderstood,
    OutOfMemory,
    PainterUnavailable,
    PaintFailed,
    RequestError,
    Unsupported,
)
from imgorigin.painters.base import Job, Painting
from imgorigin.painters.batching import Order
from imgorigin.painters.frames import Frame

_ERRORS: Final[Mapping[str, type[ImgoriginError]]] = {
    **{
        error.code: error
        for error in (
            *(ContentRefused, NotUnderstood, Unsupported),
            *(OutOfMemory, PainterUnavailable, PaintFailed),
        )
    },
    InvalidRequest.code: RequestError,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: until a fresh process has to be ready, or a further model loaded; without a sign of life (a
    step, a picture) of the batch that is being painted; and for all the painting of a batch, whatever its
    signs (0: no limit)."""

    start: float = 60.0
    silence: float = 120.0
    whole: float = 0.0


@dataclass(eq=False, slots=True)
class Batch:
    """What was handed over. `orders` are those not answered yet, by number; times are the loop's. While it
    `is_loading` its model, `sign_at` is when that began. Of `watched` ones the process makes previews."""

    number: int
    orders: dict[int, Order]
    sign_at: float
    began_at: float | None = None
    is_loading: bool = False
    has_ended: bool = False
    is_at_last_step: bool = False
    watched: set[int] = field(default_factory=set)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.orders)

    @property
    def is_done(self) -> bool:
        return self.has_ended and not self.orders

    def ends_at(self, limits: Limits) -> float:
        """When the process that has it counts as hung, if it gives no other sign."""
        if self.is_loading:
            return self.sign_at + limits.start
        silent_at = self.sign_at + limits.silence
        return min(silent_at, self._limit_at(limits))

    def reproach(self, limits: Limits, now: float) -> str:
        """What it was hung for."""
        if self.is_loading:
            return f"its model was not loaded within {limits.start:g} seconds"
        if now >= self._limit_at(limits):
            return f"not done within {limits.whole:g} seconds"
        doing = " while pictures were finished (classifier, encoding)" if self.has_ended else ""
        return f"no sign of life within {limits.silence:g} seconds{doing}"

    def _limit_at(self, limits: Limits) -> float:
        return self.began_at + limits.whole if limits.whole and self.began_at else math.inf


def again(failure: ImgoriginError) -> ImgoriginError:
    """The same failure, without the frames that it came through."""
    return type(failure)(failure.detail, retry_after=failure.retry_after)


def told(number: int, job: Job) -> dict[str, Any]:
    inputs = job.inputs
    counts = {"images": len(inputs.images), "mask": inputs.mask is not None}
    return {"id": number, "recipe": job.recipe.to_dict(), **counts}


def bodies(job: Job) -> list[bytes]:
    return [*job.inputs.images, *([] if job.inputs.mask is None else [job.inputs.mask])]


def answer(future: asyncio.Future[Painting], frame: Frame) -> None:
    head = frame.head
    if code := head.get("error"):
        error = _ERRORS.get(code, PaintFailed)
        future.set_exception(error(head["detail"], retry_after=head["retry_after"]))
    else:
        future.set_result(Painting(frame.bodies[0], head["format"], head["facts"]))
