"""Pipelines as diffusers lays them out, with weights of a few bytes: nothing is computed with them."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def tensors(size: int = 64, **metadata: str) -> bytes:
    """A safetensors file with one tensor of `size` bytes."""
    header: dict[str, Any] = {"w": {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}}
    if metadata:
        header["__metadata__"] = metadata
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + bytes(range(256)) * (size // 256) + bytes(range(size % 256))


def pipeline(
    kind: str = "StableDiffusionPipeline", changes: Mapping[str, bytes | None] | None = None
) -> dict[str, bytes]:
    """Path -> content of a small Stable Diffusion; `changes` are put over them; None leaves a file
    out."""
    index = {
        "_class_name": kind,
        "_diffusers_version": "0.42.0",
        "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": ["diffusers", "UNet2DConditionModel"],
        "vae": ["diffusers", "AutoencoderKL"],
        "safety_checker": [None, None],
        "requires_safety_checker": False,
    }
    files: dict[str, bytes | None] = {
        "model_index.json": _json(index),
        "scheduler/scheduler_config.json": _json({"_class_name": "DDIMScheduler"}),
        "text_encoder/config.json": _json({"model_type": "clip_text_model"}),
        "text_encoder/model.safetensors": tensors(300),
        "tokenizer/vocab.json": _json({"a": 0}),
        "tokenizer/merges.txt": b"#version\n",
        "unet/config.json": _json(
            {"_class_name": "UNet2DConditionModel", "sample_size": 64, "in_channels": 4}
        ),
        "unet/diffusion_pytorch_model.safetensors": tensors(5000),
        "vae/config.json": _json({"block_out_channels": [1, 2, 3, 4]}),
        "vae/diffusion_pytorch_model.safetensors": tensors(200),
    }
    return {name: content for name, content in (files | dict(changes or {})).items() if content is not None}


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def _json(value: object) -> bytes:
    return json.dumps(value).encode()
