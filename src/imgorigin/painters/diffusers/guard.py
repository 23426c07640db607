"""What goes wrong on a device, put right where it can be: memory, number formats, one bad picture of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch

from imgorigin.errors import ImgoriginError, OutOfMemory, PaintFailed
from imgorigin.painters.diffusers.denoise import Abandoned, Painted
from imgorigin.painters.diffusers.device import free, is_full
from imgorigin.painters.diffusers.load import sentence
from imgorigin.painters.diffusers.orders import Order

Outcome = Painted | ImgoriginError
Paint = Callable[[Sequence[int]], list[Painted]]
"""Paints the orders at these places. Pads nothing away: one result a place."""


def guarded(paint: Paint, orders: Sequence[Order], pipe: Any, device: Any) -> tuple[dict[int, Outcome], int]:
    """The outcome of each order, by its place, and the largest batch that memory had room for. Raises
    Abandoned, and SystemExit if the device is lost: only another process can use it again."""
    trial = _Trial(paint, pipe, device, len(orders))
    outcomes = trial.run(list(range(len(orders))))
    unsound = [
        at for at, one in outcomes.items() if isinstance(one, Painted) and not is_picture(one, orders[at])
    ]
    if unsound and _is_rough(pipe):
        with in_float32(pipe):
            outcomes |= _Trial(paint, pipe, device, 0).run(unsound)
    return {at: _checked(one, orders[at]) for at, one in outcomes.items()}, trial.most


def is_picture(painted: Painted, order: Order) -> bool:
    """Whether the numbers are finite and the pixels not all alike; a picture painted over another may be as
    flat as that."""
    return painted.is_sound and (order.task != "words" or bool(painted.pixels.min() != painted.pixels.max()))


def _checked(outcome: Outcome, order: Order) -> Outcome:
    if isinstance(outcome, ImgoriginError) or is_picture(outcome, order):
        return outcome
    return PaintFailed(
        "The model's numbers were not finite: its weights may be damaged. "
        "`imgorigin models show --verify MODEL` tells of those that came from the hub."
        if not outcome.is_sound
        else "The model painted a picture of one colour only."
    )


@dataclass(slots=True)
class _Trial:
    """All at once, else by halves, else one alone with its latents decoded in tiles. `most` becomes the
    largest batch that may still be tried after memory ran out."""

    paint: Paint
    pipe: Any
    device: Any
    most: int

    def run(self, places: list[int]) -> dict[int, Outcome]:
        done, problem, full = self._tried(places)
        if done is not None:
            return dict(zip(places, done, strict=True))
        if len(places) > 1:
            half = len(places) // 2
            if full:
                self.most = min(self.most, len(places) - half)
            return self.run(places[:half]) | self.run(places[half:])
        if full:
            with tiled(self.pipe.vae, wanted=True):
                done, problem, full = self._tried(places)
        if done is not None:
            return {places[0]: done[0]}
        return {places[0]: self._too_large() if full else _not_paintable(problem)}

    def _tried(self, places: list[int]) -> tuple[list[Painted] | None, str, bool]:
        """What was painted, or the problem and whether it is that of memory."""
        try:
            return self.paint(places), "", False
        except Abandoned:
            raise
        except Exception as error:
            if isinstance(error, torch.AcceleratorError) and not is_full(error):
                raise SystemExit(f"The device is lost: {sentence(error)}") from error
            problem, full = sentence(error), is_full(error)
        # Out of the handler, so that the traceback does not hold on to the tensors of the failed call.
        free(self.device)
        return None, problem, full

    def _too_large(self) -> OutOfMemory:
        return OutOfMemory(f"This picture alone needs more memory than {self.device} has: ask for a smaller.")


def _not_paintable(problem: str) -> PaintFailed:
    return PaintFailed(f"The model could not paint this: {problem}")


@contextmanager
def tiled(vae: Any, *, wanted: bool) -> Iterator[None]:
    """Latents are decoded in overlapping tiles meanwhile, where the autoencoder can."""
    if not wanted or not hasattr(vae, "enable_tiling") or getattr(vae, "use_tiling", False):
        yield
        return
    vae.enable_tiling()
    try:
        yield
    finally:
        vae.disable_tiling()


@contextmanager
def in_float32(pipe: Any) -> Iterator[None]:
    """Every number of the pipeline's modules in float32 meanwhile, and then in its own format again."""
    before = [(tensor, tensor.dtype) for tensor in _rough(pipe)]
    for tensor, _ in before:
        tensor.data = tensor.data.float()
    try:
        yield
    finally:
        for tensor, dtype in before:
            tensor.data = tensor.data.to(dtype)


def _is_rough(pipe: Any) -> bool:
    return next(_rough(pipe), None) is not None


def _rough(pipe: Any) -> Iterator[Any]:
    """Parameters and buffers of half precision."""
    for part in pipe.components.values():
        if isinstance(part, torch.nn.Module):
            both = (*part.parameters(), *part.buffers())
            yield from (tensor for tensor in both if tensor.dtype in (torch.float16, torch.bfloat16))
