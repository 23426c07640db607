"""LoRA files for the tiny pipelines, with weights large enough to be seen."""

from __future__ import annotations

from pathlib import Path

import torch
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict

from imgorigin.painters.diffusers.traits import denoiser_of
from tests.painters.diffusers.tiny import build


def save_lora(name: str, folder: Path, seed: int = 1) -> Path:
    """A file for the denoiser of the family."""
    pipe = build(name)
    denoiser = denoiser_of(pipe)
    targets = ["to_q", "to_k", "to_v", "to_out.0"]
    torch.manual_seed(seed)
    denoiser.add_adapter(LoraConfig(r=4, lora_alpha=32, target_modules=targets, init_lora_weights=False))
    part = "unet" if hasattr(pipe, "unet") else "transformer"
    pipe.save_lora_weights(
        folder,
        **{f"{part}_lora_layers": get_peft_model_state_dict(denoiser)},
        weight_name=f"{name}-{seed}.safetensors",
    )
    return folder / f"{name}-{seed}.safetensors"
