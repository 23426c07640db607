"""What goes wrong on a device, put right where it can be: memory, number formats, one bad picture of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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


def guarded(paint: Paint, orders: Sequence[Order], pipe: Any, device: Any) -> dict[int, Outcome]:
    """The outcome of each order, by its place. Raises Abandoned, and torch's AcceleratorError: after it the
    process is of no more use."""
    outcomes = _split(paint, list(range(len(orders))), pipe, device)
    unsound = [
        at for at, one in outcomes.items() if isinstance(one, Painted) and not is_picture(one, orders[at])
    ]
    if unsound and _is_rough(pipe):
        with in_float32(pipe):
            outcomes |= _split(paint, unsound, pipe, device)
    return {at: _checked(one, orders[at]) for at, one in outcomes.items()}


def is_picture(painted: Painted, order: Order) -> bool:
    """Whether the numbers are finite and the pixels not all alike; a picture painted over another may be as
    flat as that."""
    return painted.is_sound and (order.task != "words" or bool(painted.pixels.min() != painted.pixels.max()))


def _checked(outcome: Outcome, order: Order) -> Outcome:
    if isinstance(outcome, ImgoriginError) or is_picture(outcome, order):
        return outcome
    return PaintFailed(
        "The model's numbers were not finite: its weights may be damaged (`imgorigin models verify` tells)."
        if not outcome.is_sound
        else "The model painted a picture of one colour only."
    )


def _split(paint: Paint, places: list[int], pipe: Any, device: Any) -> dict[int, Outcome]:
    """All at once, else by halves, else one alone with its latents decoded in tiles."""
    try:
        return dict(zip(places, paint(places), strict=True))
    except (Abandoned, torch.AcceleratorError):
        raise
    except Exception as error:
        problem, full = sentence(error), is_full(error)
    # Out of the handler, so that the traceback does not hold on to the tensors of the failed call.
    free(device)
    if len(places) > 1:
        half = len(places) // 2
        return _split(paint, places[:half], pipe, device) | _split(paint, places[half:], pipe, device)
    if full:
        return {places[0]: _in_tiles(paint, places, pipe, device)}
    return {places[0]: PaintFailed(f"The model could not paint this: {problem}")}


def _in_tiles(paint: Paint, places: list[int], pipe: Any, device: Any) -> Outcome:
    try:
        with tiled(pipe.vae, wanted=True):
            return paint(places)[0]
    except (Abandoned, torch.AcceleratorError):
        raise
    except Exception as error:
        problem, full = sentence(error), is_full(error)
    free(device)
    if full:
        return OutOfMemory(f"This picture alone needs more memory than {device} has: ask for a smaller one.")
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
