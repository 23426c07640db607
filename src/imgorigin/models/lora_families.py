"""Which families of models a LoRA fits, told from the names and shapes of its tensors. No torch.

The names are those of diffusers (`transformer.`, `unet.`), of the models' own code (`diffusion_model.`) and
of the common trainers (`lora_unet_`, with underscores for dots). Text encoders tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from imgorigin.models.card import Card
from imgorigin.models.folder import read_json, tensors_told

SD1, SD2, SDXL, SD3 = (f"Stable Diffusion {version}" for version in ("1", "2", "XL", "3"))
FLUX1, FLUX2, CHROMA, AURA = "FLUX.1", "FLUX.2", "Chroma", "AuraFlow"
QWEN, ZIMAGE, LUMINA, SANA, PIXART = "Qwen-Image", "Z-Image", "Lumina 2", "Sana", "PixArt"

_ANY: Final = (SD1, SD2, SDXL, SD3, FLUX1, FLUX2, CHROMA, AURA, QWEN, ZIMAGE, LUMINA, SANA, PIXART)
"""In the order they are listed in."""

_UNETS: Final = frozenset({SD1, SD2, SDXL})

_LAYOUTS: Final[Mapping[str, frozenset[str]]] = {
    r"^(unet\.|lora_unet_)(down|up)_blocks|^(unet\.|lora_unet_)mid_block": _UNETS,
    r"^transformer\.": frozenset(_ANY) - _UNETS,
    r"^lora_unet_(input|output)_blocks|^diffusion_model\.(input|output)_blocks": frozenset({SDXL}),
    r"joint_blocks[._]\d": frozenset({SD3}),
    r"double_blocks[._]\d|single_blocks[._]\d": frozenset({FLUX1, FLUX2, CHROMA}),
    r"single_transformer_blocks[._]\d": frozenset({FLUX1, FLUX2, CHROMA, AURA}),
    r"single_transformer_blocks[._]\d+[._]attn[._]to_[qkv][._]": frozenset({FLUX1, CHROMA, AURA}),
    r"single_transformer_blocks[._]\d+[._]attn[._]to_qkv_mlp_proj": frozenset({FLUX2}),
    r"(?<!single_)transformer_blocks[._]\d+[._]attn[._]": frozenset({SD3, FLUX1, FLUX2, CHROMA, AURA, QWEN}),
    r"transformer_blocks[._]\d+[._](img|txt)_mlp": frozenset({QWEN}),
    r"(?<!single_)transformer_blocks[._]\d+[._]attn[12][._]": _UNETS | {SANA, PIXART},
    r"(noise|context)_refiner[._]\d": frozenset({ZIMAGE, LUMINA}),
    r"layers[._]\d+[._]attention[._]": frozenset({ZIMAGE}),
}
"""Where a name has this in it -> the families that have such a part. All that are found hold together."""

_WIDTHS: Final[Mapping[str, Mapping[int, frozenset[str]]]] = {
    r"^(unet|lora_unet).*attn2[._]to_k[._]": {
        768: frozenset({SD1}),
        1024: frozenset({SD2}),
        2048: frozenset({SDXL}),
    },
    r"transformer_blocks[._]\d+[._]attn[._]to_q[._]|(double|joint)_blocks.*qkv[._]": {
        1536: frozenset({SD3}),
        2432: frozenset({SD3}),
        3072: frozenset({FLUX1, FLUX2, CHROMA, AURA, QWEN}),
        4096: frozenset({FLUX2}),
        6144: frozenset({FLUX2}),
    },
}
"""A layer, and how wide its input is in which families; from their published configurations."""

_INWARD: Final = re.compile(r"lora_A|lora_down|lora\.down")

_OF_CLASSES: Final[Mapping[str, frozenset[str]]] = {
    "StableDiffusionXL": frozenset({SDXL}),
    "StableDiffusion3": frozenset({SD3}),
    "StableDiffusion": frozenset({SD1, SD2}),
    "LatentConsistencyModel": frozenset({SD1}),
    "Flux2": frozenset({FLUX2}),
    "Flux": frozenset({FLUX1}),
    "Chroma": frozenset({CHROMA}),
    "AuraFlow": frozenset({AURA}),
    "QwenImage": frozenset({QWEN}),
    "ZImage": frozenset({ZIMAGE}),
    "Lumina2": frozenset({LUMINA}),
    "Sana": frozenset({SANA}),
    "PixArt": frozenset({PIXART}),
}
"""How the name of a pipeline's class begins -> its families; the first that fits."""


def of_lora(file: Path) -> frozenset[str]:
    """The families that it may have been made for; empty where it does not tell."""
    tensors = tensors_told(file)
    hints = [
        families for part, families in _LAYOUTS.items() if any(re.search(part, name) for name in tensors)
    ]
    return _all_of([*hints, *_by_width(tensors)])


def of_model(pipeline: str, folder: Path) -> frozenset[str]:
    """Those that a pipeline of this class belongs to; empty for one that is not known here."""
    found = next((names for start, names in _OF_CLASSES.items() if pipeline.startswith(start)), frozenset())
    if found == {SD1, SD2}:
        width = read_json(folder / "unet" / "config.json").get("cross_attention_dim")
        return {768: frozenset({SD1}), 1024: frozenset({SD2})}.get(width or 0, found)
    return found


def foreign(card: Card, folder: Path, loras: Mapping[str, Path]) -> list[str]:
    """A sentence for each of the files of LoRAs that was made for another family than the card's, whose own
    files lie in the folder. One that does not tell is given the benefit of the doubt."""
    own = of_model(card.family, folder)
    theirs = {name: of_lora(file) for name, file in loras.items()} if own else {}
    return [
        f"The LoRA {name!r} of {card.slug} was made for {listed(families)}, and {card.slug} is {listed(own)}"
        ": it will be refused when it is asked for."
        for name, families in theirs.items()
        if families and not families & own
    ]


def listed(families: Iterable[str]) -> str:
    """`A`, `A or B`, `A, B or C`."""
    *first, last = sorted(families, key=_ANY.index)
    return f"{', '.join(first)} or {last}" if first else last


def _by_width(tensors: Mapping[str, Any]) -> list[frozenset[str]]:
    return [
        families
        for layer, widths in _WIDTHS.items()
        for name, shape in tensors.items()
        if len(shape) > 1 and _INWARD.search(name) and re.search(layer, name)
        if (families := widths.get(shape[1]))
    ]


def _all_of(hints: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*hints) if hints else frozenset()
