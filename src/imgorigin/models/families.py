"""What the pipeline classes of diffusers take and do. From their signatures in diffusers 0.42."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from imgorigin.models.card import Argument, Can


@dataclass(frozen=True, slots=True)
class Family:
    """A pipeline class.

    `packing` is what the sides in latents are multiples of besides the denoiser's patch (2 where latents are
    packed two by two), `area` the native one where no configuration tells it, in pixels. `negative_prompt`
    is false where the pipeline takes one but heeds it only together with a second guidance that costs twice
    the time (Flux).
    """

    argument: Argument = "guidance_scale"
    guidance: float = 5.0
    steps: int = 50
    negative_prompt: bool = False
    packing: int = 1
    area: int = 1024 * 1024
    max_ratio: float = 3.0
    token_window: int = 77
    can: Can = field(default_factory=Can)


_PAINTS_OVER: Final = Can(image_to_image=True, inpaint=True, loras=True)
_EDITS: Final = Can(instructions=True, loras=True)
_ONLY_EDITS: Final = Can(words=False, instructions=True, loras=True)
_LORAS: Final = Can(loras=True)
_SD: Final = Family(guidance=7.5, negative_prompt=True, area=512 * 512, max_ratio=2.0, can=_PAINTS_OVER)
_SDXL: Final = Family(guidance=5.0, negative_prompt=True, max_ratio=4.0, can=_PAINTS_OVER)
_FLUX: Final = Family(guidance=3.5, steps=28, packing=2, token_window=512, can=_PAINTS_OVER)
_FLUX2: Final = Family(
    guidance=4.0,
    packing=2,
    token_window=512,
    can=Can(instructions=True, references=3, loras=True),
)
_QWEN: Final = Family(
    argument="true_cfg_scale",
    guidance=4.0,
    negative_prompt=True,
    packing=2,
    token_window=512,
    can=_PAINTS_OVER,
)
_SANA: Final = Family(guidance=4.5, steps=20, negative_prompt=True, token_window=300, can=_LORAS)

FAMILIES: Final[dict[str, Family]] = {
    "StableDiffusionPipeline": _SD,
    "StableDiffusionInstructPix2PixPipeline": Family(
        guidance=7.5, steps=100, negative_prompt=True, area=512 * 512, max_ratio=2.0, can=_ONLY_EDITS
    ),
    "LatentConsistencyModelPipeline": Family(
        guidance=8.5, steps=4, area=768 * 768, max_ratio=2.0, can=Can(image_to_image=True, loras=True)
    ),
    "StableDiffusionXLPipeline": _SDXL,
    "StableDiffusion3Pipeline": Family(
        guidance=7.0, steps=28, negative_prompt=True, token_window=256, can=_PAINTS_OVER
    ),
    "FluxPipeline": _FLUX,
    "FluxKontextPipeline": Family(guidance=3.5, steps=28, packing=2, token_window=512, can=_EDITS),
    "Flux2Pipeline": _FLUX2,
    "Flux2KleinPipeline": Family(
        guidance=4.0,
        packing=2,
        token_window=512,
        can=Can(inpaint=True, instructions=True, references=3, loras=True),
    ),
    "ZImagePipeline": Family(
        guidance=5.0, negative_prompt=True, packing=2, token_window=512, can=_PAINTS_OVER
    ),
    "QwenImagePipeline": _QWEN,
    "QwenImageEditPipeline": Family(
        argument="true_cfg_scale",
        guidance=4.0,
        negative_prompt=True,
        packing=2,
        token_window=512,
        can=Can(words=False, instructions=True, inpaint=True, loras=True),
    ),
    "QwenImageEditPlusPipeline": Family(
        argument="true_cfg_scale",
        guidance=4.0,
        negative_prompt=True,
        packing=2,
        token_window=512,
        can=Can(words=False, instructions=True, references=2, loras=True),
    ),
    "SanaPipeline": _SANA,
    "SanaSprintPipeline": Family(
        guidance=4.5, steps=2, token_window=300, can=Can(image_to_image=True, loras=True)
    ),
    "KolorsPipeline": Family(
        negative_prompt=True, token_window=256, can=Can(image_to_image=True, loras=True)
    ),
    "ChromaPipeline": Family(steps=35, negative_prompt=True, packing=2, token_window=512, can=_LORAS),
    "Lumina2Pipeline": Family(
        guidance=4.0, steps=30, negative_prompt=True, packing=2, token_window=256, can=_LORAS
    ),
    "CogView4Pipeline": Family(negative_prompt=True, token_window=1024, can=_LORAS),
    "PixArtSigmaPipeline": Family(guidance=4.5, steps=20, negative_prompt=True, token_window=300),
    "AuraFlowPipeline": Family(guidance=3.5, negative_prompt=True, token_window=256, can=_LORAS),
}
UNKNOWN: Final = Family(steps=30, max_ratio=2.0)
"""Of a class that is not in the table: nothing is promised that the painter might not keep."""
