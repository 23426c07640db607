"""What a pipeline can, read from its class's signatures and its configuration."""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

import diffusers

from imgorigin.address import Size
from imgorigin.painters.diffusers.families import Family, family_of, stem
from imgorigin.painters.diffusers.spec import Source

Task = Literal["words", "picture", "inpaint", "edit"]
"""From words alone; over a picture, by a strength; within a mask; by an instruction or after references."""

NATIVE_SIDE: Final = 1024
_KIND: Final[Mapping[Task, str]] = {"picture": "Img2ImgPipeline", "inpaint": "InpaintPipeline"}
_NEEDED: Final[Mapping[Task, frozenset[str]]] = {
    "picture": frozenset({"image", "strength"}),
    "inpaint": frozenset({"image", "mask_image"}),
}
_STEPS: Final = 30
_CLIP_WINDOW: Final = 77
"""What a card says of a model with CLIP, or of one it does not know; the others are not cut down to it."""
T = TypeVar("T", int, float)


@dataclass(frozen=True, slots=True)
class Traits:
    """`divisor`: sides are multiples of it. `native_area` in pixels. `argument` is the name of
    classifier-free guidance, empty for none. `window` is the number of tokens to read of a prompt where the
    pipeline has to be told. `classes` has the pipeline class of each task it can."""

    family: Family
    divisor: int
    native_area: int
    steps: int
    guidance: float
    argument: str
    negative: bool
    references: int
    window: int | None
    classes: Mapping[Task, Any]

    @property
    def native(self) -> Size:
        """A square canvas of about the native area."""
        side = max(1, round(math.sqrt(self.native_area) / self.divisor)) * self.divisor
        return Size(side, side)


def traits_of(pipe: Any, source: Source) -> Traits:
    """The card's word counts where it says something; else the pipeline's."""
    family, asked = family_of(type(pipe).__name__), parameters(type(pipe))
    classes = _classes(pipe, family)
    argument = _argument(asked) if source.argument is None else source.argument
    default = asked[argument].default if argument in asked else 0.0
    can_refer = "edit" in classes
    return Traits(
        family,
        divisor_of(pipe),
        native_area_of(pipe),
        source.steps or _number(asked["num_inference_steps"].default, _STEPS),
        source.guidance if source.guidance is not None else _number(default, 0.0),
        argument if argument in asked else "",
        _is_negative(asked, argument) if source.negative is None else source.negative,
        max(int(source.abilities.get("references") or 0), family.pictures - 1) if can_refer else 0,
        source.window if "max_sequence_length" in asked and source.window != _CLIP_WINDOW else None,
        classes,
    )


def parameters(kind: Any) -> Mapping[str, inspect.Parameter]:
    """Of its call."""
    return inspect.signature(kind.__call__).parameters


def divisor_of(pipe: Any) -> int:
    """Latents are `vae_scale_factor` times smaller, and taken in patches; the processor of pictures may
    want more."""
    config = denoiser_of(pipe).config
    patch = config.get("patch_size", 1) or 1
    patch = patch if isinstance(patch, int) else max(patch)
    processor = getattr(pipe, "image_processor", None)
    other = processor.config.vae_scale_factor if processor is not None else 1
    return math.lcm(int(pipe.vae_scale_factor) * max(patch, 1), int(other))


def native_area_of(pipe: Any) -> int:
    sample = getattr(pipe, "default_sample_size", None) or denoiser_of(pipe).config.get("sample_size")
    if isinstance(sample, (tuple, list)):
        sample = math.sqrt(math.prod(sample))
    side = int(sample) * int(pipe.vae_scale_factor) if isinstance(sample, (int, float)) else NATIVE_SIDE
    return side * side


def denoiser_of(pipe: Any) -> Any:
    """The network that is called at every step."""
    return getattr(pipe, "transformer", None) or getattr(pipe, "unet", None) or pipe.prior


def _classes(pipe: Any, family: Family) -> dict[Task, Any]:
    """By the names that diffusers gives to the tasks of a family."""
    kind, channels = type(pipe), _extra_channels(pipe)
    found: dict[Task, Any] = {}
    if not family.needs_picture and not channels:
        found["words"] = kind
    for task, suffix in _KIND.items():
        other = getattr(diffusers, stem(kind.__name__) + suffix, None)
        if other is not None and _NEEDED[task] <= parameters(other).keys():
            found[task] = other
    if channels:
        found.pop("picture", None)
    asked = parameters(kind)
    if "image" in asked and "strength" not in asked:
        found["edit"] = kind
    return found


def _extra_channels(pipe: Any) -> bool:
    """An inpainting model's network takes a mask and a masked picture besides (Rombach et al., 2022)."""
    unet = getattr(pipe, "unet", None)
    return unet is not None and unet.config.in_channels == 9


def _argument(asked: Mapping[str, inspect.Parameter]) -> str:
    """A distilled `guidance_scale` that defaults to None is not classifier-free guidance."""
    scale = asked.get("guidance_scale")
    if scale is not None and scale.default is not None:
        return "guidance_scale"
    return "true_cfg_scale" if "true_cfg_scale" in asked else ""


def _is_negative(asked: Mapping[str, inspect.Parameter], argument: str) -> bool:
    """Where both kinds of guidance are known, a negative prompt counts for `true_cfg_scale` alone."""
    return "negative_prompt" in asked and (argument == "true_cfg_scale" or "true_cfg_scale" not in asked)


def _number(value: Any, other: T) -> T:
    return type(other)(value) if isinstance(value, (int, float)) else other
