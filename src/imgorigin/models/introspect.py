"""What a model's own configuration files tell of it, for models that no card describes. No torch."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any, Final

from imgorigin.errors import SettingsError
from imgorigin.models.card import Can, Card, Guidance, Steps
from imgorigin.models.families import FAMILIES, UNKNOWN, Family
from imgorigin.models.folder import INDEX, components, read_json

DENOISERS: Final = ("transformer", "unet")
_VAE_SCALE: Final = 8
_LONGEST_SLUG: Final = 64


def card_of(folder: Path, source: str, revision: str) -> Card:
    """The card of the pipeline in `folder`. Raises SettingsError if there is none."""
    found = read_json(folder / INDEX)
    if not found:
        raise SettingsError(
            f"{folder} holds no pipeline: it has no {INDEX}. Name the folder that diffusers saved "
            "(`pipeline.save_pretrained`), not one file of it."
        )
    kind = str(found.get("_class_name", ""))
    family = FAMILIES.get(kind, UNKNOWN)
    denoiser = next((read_json(folder / name / "config.json") for name in _denoisers(folder)), {})
    scale = vae_scale(read_json(folder / "vae" / "config.json"))
    is_distilled = bool(found.get("is_distilled"))
    return Card(
        slug=slug_of(source),
        name=Path(source).name,
        description=f"{'A' if kind in FAMILIES else 'An unknown'} {kind} without a card of its own.",
        source=source,
        revision=revision,
        folder=str(folder),
        unlisted=True,
        family=kind,
        steps=_steps(family, is_distilled),
        guidance=Guidance(default=1.0 if is_distilled else family.guidance, argument=family.argument),
        negative_prompt=family.negative_prompt,
        native_area=_native_area(family, denoiser, scale),
        divisor=_divisor(family, denoiser, scale),
        max_ratio=family.max_ratio,
        token_window=family.token_window,
        abilities=_abilities(family, denoiser),
    )


def slug_of(source: str) -> str:
    """`./my models/Red Fox` -> `red-fox`, `owner/Name-1.0` -> `name-1-0`."""
    name = Path(source).expanduser().resolve().name if source.startswith((".", "~")) else Path(source).name
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return plain[:_LONGEST_SLUG] or "model"


def vae_scale(vae: dict[str, Any]) -> int:
    """Pixels of a latent's side, from the autoencoder's configuration: it halves once less than it has
    stages (the video autoencoders count their halvings themselves)."""
    if halvings := vae.get("temperal_downsample"):
        return int(2 ** len(halvings))
    stages = vae.get("encoder_block_out_channels") or vae.get("block_out_channels")
    return int(2 ** (len(stages) - 1)) if stages else _VAE_SCALE


def _denoisers(folder: Path) -> list[str]:
    return [name for name in DENOISERS if name in components(folder)]


def _steps(family: Family, is_distilled: bool) -> Steps:
    return Steps(default=4 if is_distilled else family.steps)


def _native_area(family: Family, denoiser: dict[str, Any], scale: int) -> int:
    side = denoiser.get("sample_size")
    return (side * scale) ** 2 if isinstance(side, int) and side * scale >= 64 else family.area


def _divisor(family: Family, denoiser: dict[str, Any], scale: int) -> int:
    patch = denoiser.get("patch_size", 1)
    patches = patch if isinstance(patch, list) else [patch]
    largest = max((side for side in patches if isinstance(side, int)), default=1)
    return math.lcm(scale * max(largest, 1), scale * family.packing)


def _abilities(family: Family, denoiser: dict[str, Any]) -> Can:
    """A U-Net with nine channels was made to inpaint, and does nothing else."""
    if denoiser.get("_class_name") == "UNet2DConditionModel" and denoiser.get("in_channels") == 9:
        return Can(words=False, inpaint=True, loras=family.can.loras)
    return family.can
