"""The pipeline that does a task, and the arguments it is called with."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any, Final

import torch

from imgorigin.painters.diffusers.orders import Order
from imgorigin.painters.diffusers.pixels import filling, shown, to_pillow
from imgorigin.painters.diffusers.traits import Traits, parameters

_EMPTY: Final = " "
"""What guidance by `true_cfg_scale` goes away from where nothing is said: without it there is none."""


def pipeline_for(pipe: Any, kind: Any) -> Any:
    """A pipeline of another task on the same modules: nothing is copied, converted or moved."""
    if type(pipe) is kind:
        return pipe
    wanted = inspect.signature(kind.__init__).parameters
    parts = {name: part for name, part in pipe.components.items() if name in wanted}
    settings = {name: value for name, value in pipe.config.items() if name in wanted and name not in parts}
    other = kind(**parts, **{name: value for name, value in settings.items() if not name.startswith("_")})
    other.set_progress_bar_config(disable=True)
    return other


def arguments(kind: Any, orders: Sequence[Order], traits: Traits) -> dict[str, Any]:
    """What a call for these orders is given. All of them are of one group; lists are made anew, because
    some pipelines change them."""
    first, asked = orders[0], parameters(kind)
    window = {"max_sequence_length": traits.window} if traits.window else {}
    given: dict[str, Any] = {
        "prompt": [order.prompt for order in orders],
        "num_inference_steps": first.steps,
        "generator": [torch.Generator("cpu").manual_seed(order.seed) for order in orders],
        "width": first.canvas.width,
        "height": first.canvas.height,
        "output_type": "pt",
        **window,
        **_guidance(orders, traits),
        **traits.family.arguments(first.canvas),
        **_PICTURES[first.task or "words"](orders, traits),
    }
    return {name: value for name, value in given.items() if name in asked}


def _guidance(orders: Sequence[Order], traits: Traits) -> dict[str, Any]:
    first = orders[0]
    given: dict[str, Any] = {traits.argument: first.guidance} if traits.argument else {}
    if first.negative:
        given["negative_prompt"] = [order.negative for order in orders]
    elif traits.argument == "true_cfg_scale" and first.guidance > 1:
        given["negative_prompt"] = [_EMPTY] * len(orders)
    return given


def _words(orders: Sequence[Order], traits: Traits) -> dict[str, Any]:
    return {}


def _picture(orders: Sequence[Order], traits: Traits) -> dict[str, Any]:
    """Of the canvas's size already: some pipelines take the size from it and ignore the one they are told."""
    return {"image": [to_pillow(order.pictures[0]) for order in orders], "strength": orders[0].strength}


def _inpaint(orders: Sequence[Order], traits: Traits) -> dict[str, Any]:
    masks = [to_pillow(filling(one.mask, one.canvas)).convert("L") for one in orders if one.mask is not None]
    return {**_picture(orders, traits), "mask_image": masks}


def _edit(orders: Sequence[Order], traits: Traits) -> dict[str, Any]:
    """One order: a list of pictures would be taken for references of every prompt."""
    (order,) = orders
    pictures = [to_pillow(order.pictures[0]), *(to_pillow(shown(picture)) for picture in order.pictures[1:])]
    return {"prompt": order.prompt, "image": pictures if traits.family.lists else pictures[0]}


_PICTURES: Final = {"words": _words, "picture": _picture, "inpaint": _inpaint, "edit": _edit}
"""Task -> the arguments that are its own."""
