"""Which family a LoRA was made for, from its header alone."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from imgorigin.models.lock import Lock
from imgorigin.models.lora_families import listed, of_lora
from imgorigin.models.registry import Registry
from imgorigin.models.weights import Cache
from tests.models.folders import pipeline, written

UNET = "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k"
TRAINED = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k"


def lora(tensors: dict[str, list[int]]) -> bytes:
    """A safetensors file of one number a tensor that only says how large they would be."""
    header = {
        name: {"dtype": "U8", "shape": shape, "data_offsets": [at, at + 1]}
        for at, (name, shape) in enumerate(tensors.items())
    }
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + bytes(len(tensors))


@pytest.mark.parametrize(
    ("name", "width", "told"),
    [
        (f"{UNET}.lora_A.weight", 768, "Stable Diffusion 1"),
        (f"{UNET}.lora_A.weight", 1024, "Stable Diffusion 2"),
        (f"{TRAINED}.lora_down.weight", 2048, "Stable Diffusion XL"),
        (f"{TRAINED}.lora_up.weight", 768, "Stable Diffusion 1, Stable Diffusion 2 or Stable Diffusion XL"),
        ("lora_unet_input_blocks_4_1_proj_in.lora_down.weight", 640, "Stable Diffusion XL"),
        ("transformer.transformer_blocks.0.attn.to_q.lora_A.weight", 1536, "Stable Diffusion 3"),
        ("transformer.transformer_blocks.0.attn.to_q.lora_A.weight", 6144, "FLUX.2"),
        (
            "transformer.transformer_blocks.0.attn.to_q.lora_A.weight",
            3072,
            "FLUX.1, FLUX.2, Chroma, AuraFlow or Qwen-Image",
        ),
        (
            "transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight",
            3072,
            "FLUX.1, Chroma or AuraFlow",
        ),
        ("transformer.single_transformer_blocks.0.attn.to_qkv_mlp_proj.lora_A.weight", 3072, "FLUX.2"),
        ("lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight", 3072, "FLUX.1, FLUX.2 or Chroma"),
        ("diffusion_model.layers.0.attention.to_q.lora_A.weight", 3840, "Z-Image"),
        ("transformer.transformer_blocks.0.img_mlp.net.2.lora_A.weight", 12288, "Qwen-Image"),
        ("transformer.transformer_blocks.0.attn1.to_q.lora_A.weight", 2240, "Sana or PixArt"),
    ],
)
def test_names_and_widths_tell_the_family(tmp_path: Path, name: str, width: int, told: str) -> None:
    file = tmp_path / "some.safetensors"
    file.write_bytes(lora({name: [4, width]}))
    assert listed(of_lora(file)) == told


@pytest.mark.parametrize(
    "content",
    [b"", b"words", lora({}), lora({"text_encoder.layers.0.q_proj.lora_A.weight": [4, 768]}), b"\x02" * 9],
)
def test_what_tells_nothing_is_of_no_family(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "some.safetensors"
    file.write_bytes(content)
    assert of_lora(file) == frozenset()


@pytest.mark.parametrize(
    ("config", "width", "told"),
    [
        ({}, 768, ""),
        ({}, 1024, ""),
        ({}, 2048, "was made for Stable Diffusion XL, and mine is Stable Diffusion 1 or Stable Diffusion 2"),
        (
            {"cross_attention_dim": 1024},
            768,
            "made for Stable Diffusion 1, and mine is Stable Diffusion 2: it",
        ),
    ],
)
def test_one_of_another_family_is_told_before_it_is_asked_for(
    tmp_path: Path, config: dict[str, int], width: int, told: str
) -> None:
    unet = json.dumps({"_class_name": "UNet2DConditionModel", "in_channels": 4} | config).encode()
    written(tmp_path / "fox", pipeline(changes={"unet/config.json": unet}))
    written(tmp_path / "loras", {"ink.safetensors": lora({f"{UNET}.lora_A.weight": [4, width]})})
    (tmp_path / "models.toml").write_text(
        '[mine]\nsource = "./fox"\n[mine.loras.ink]\nsource = "./loras"'.replace(
            "./loras", str(tmp_path / "loras")
        )
    )
    cache = Cache(tmp_path / "hub", Lock(tmp_path / "models.lock"))
    card = Registry.load(tmp_path, cache).find("mine")
    assert cache.located(card).loras["ink"].path, "a warning refuses nothing"
    found = cache.foreign_loras(card)
    assert [told in sentence for sentence in found] == ([True] if told else [])
