"""One call of a pipeline: orders of one group -> pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from imgorigin.painters.diffusers.orders import Order
from imgorigin.painters.diffusers.pixels import levels
from imgorigin.painters.diffusers.tasks import arguments
from imgorigin.painters.diffusers.traits import Traits

Look = Callable[[int, int, Any], None]
"""Steps done, steps in all, latents of the batch. May raise Abandoned."""


class Abandoned(Exception):
    """Nobody waits for any picture of the batch any more."""


@dataclass(frozen=True, slots=True)
class Painted:
    """`pixels` are bytes, height x width x 3; `latents` those of the last step, as the pipeline packs them.
    `is_sound` is False if a number of either is not finite."""

    pixels: Any
    latents: Any
    is_sound: bool


def denoised(
    pipe: Any, orders: Sequence[Order], traits: Traits, look: Look, *, pad: int = 0
) -> list[Painted]:
    """One picture for each order, in their order.

    `pad` repeats the last one until there are that many: kernels are chosen by the size of a batch, so at a
    constant size no bit depends on the companions. Raises whatever the pipeline raises.
    """
    padded = [*orders, *[orders[-1]] * (pad - len(orders))]
    last: list[Any] = []

    def on_step(of: Any, step: int, timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        total = int(getattr(of, "num_timesteps", 0) or orders[0].steps)
        last[:] = [tensors["latents"]]
        look(step + 1, max(total, step + 1), last[0])
        return tensors

    pipe.scheduler = type(pipe.scheduler).from_config(pipe.scheduler.config)
    with torch.inference_mode():
        images = pipe(
            **arguments(type(pipe), padded, traits),
            callback_on_step_end=on_step,
            callback_on_step_end_tensor_inputs=["latents"],
        ).images
        finite = torch.isfinite(images.flatten(1)).all(1)
        if last and last[0].shape[0] == len(padded):
            finite &= torch.isfinite(last[0].flatten(1)).all(1).to(finite.device)
        pixels, sound = levels(images), finite.tolist()
    seen = last[0] if last else [None] * len(padded)
    return [Painted(pixels[at], seen[at], sound[at]) for at in range(len(orders))]
