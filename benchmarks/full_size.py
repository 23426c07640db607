"""Pipelines of full size with random weights, built from the models' public configurations on the device.

What a picture costs does not depend on the weights, so nothing is fetched. Tokenizers and schedulers are
those of the tests' tiny pipelines. `SMALL` is of a size that a processor paints.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import diffusers as d
import torch
import transformers as t

from imgorigin.painters.diffusers.device import dtype_for
from imgorigin.painters.diffusers.engine import Engine
from imgorigin.painters.diffusers.load import tune
from imgorigin.painters.diffusers.spec import Settings, Source
from tests.painters.diffusers import tiny

Parts = dict[str, Any]


class Builder:
    """A Loader of models that are named in FAMILIES."""

    def needs(self, source: Source) -> int:
        """Nothing is on the disk to be counted; who does not fit beside the others drives them out."""
        return 0

    def load(self, source: Source, device: Any, settings: Settings) -> Any:
        pipe = build(source.slug, device, dtype_for(device, settings.dtype, source.dtype))
        tune(pipe, device, settings)
        return pipe


def open_bench(config: Mapping[str, Any]) -> Engine:
    """As the product's, of models that are built instead of loaded."""
    return Engine(Settings.of(config), Builder())


def build(name: str, device: Any, dtype: Any) -> Any:
    """The pipeline of FAMILIES, on its device."""
    d.utils.logging.set_verbosity_error()
    family, parts = FAMILIES[name]
    small = tiny.build(family)
    usual = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    try:
        with torch.device(device):
            made = parts()
    finally:
        torch.set_default_dtype(usual)
    for part in (small.components | made).values():
        if isinstance(part, torch.nn.Module):
            part.to(device, dtype).requires_grad_(False).eval()
    pipe = type(small)(**small.components | made)
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _clip(width: int, layers: int, heads: int, kind: Any = t.CLIPTextModel) -> Any:
    return kind(
        t.CLIPTextConfig(
            vocab_size=49408,
            hidden_size=width,
            intermediate_size=4 * width,
            projection_dim=width,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            bos_token_id=512,  # as the tiny tokenizer has them
            eos_token_id=513,
            pad_token_id=513,
        )
    )


def _vae(channels: int, **more: Any) -> Any:
    return d.AutoencoderKL(
        sample_size=1024,
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=channels,
        **more,
    )


def _unet(**more: Any) -> Any:
    usual: Parts = {
        "sample_size": 128,
        "block_out_channels": (320, 640, 1280),
        "transformer_layers_per_block": (1, 2, 10),
        "attention_head_dim": (5, 10, 20),
        "cross_attention_dim": 2048,
        "addition_time_embed_dim": 256,
        "projection_class_embeddings_input_dim": 2816,
    }
    return d.UNet2DConditionModel(
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        use_linear_projection=True,
        addition_embed_type="text_time",
        **usual | more,
    )


def _sdxl() -> Parts:
    """stabilityai/stable-diffusion-xl-base-1.0"""
    return {
        "unet": _unet(),
        "vae": _vae(4, scaling_factor=0.13025),
        "text_encoder": _clip(768, 12, 12),
        "text_encoder_2": _clip(1280, 32, 20, t.CLIPTextModelWithProjection),
    }


def _flux() -> Parts:
    """black-forest-labs/FLUX.1-schnell"""
    return {
        "transformer": d.FluxTransformer2DModel(
            in_channels=64,
            num_layers=19,
            num_single_layers=38,
            attention_head_dim=128,
            num_attention_heads=24,
            joint_attention_dim=4096,
            pooled_projection_dim=768,
            guidance_embeds=False,
            axes_dims_rope=(16, 56, 56),
        ),
        "vae": _vae(
            16, shift_factor=0.1159, scaling_factor=0.3611, use_quant_conv=False, use_post_quant_conv=False
        ),
        "text_encoder": _clip(768, 12, 12),
        "text_encoder_2": t.T5EncoderModel(
            t.T5Config(
                vocab_size=32128,
                d_model=4096,
                d_kv=64,
                d_ff=10240,
                num_layers=24,
                num_heads=64,
                feed_forward_proj="gated-gelu",
                tie_word_embeddings=False,
            )
        ),
    }


def _klein() -> Parts:
    """black-forest-labs/FLUX.2-klein-4B"""
    return {
        "transformer": d.Flux2Transformer2DModel(
            in_channels=128,
            num_layers=5,
            num_single_layers=20,
            attention_head_dim=128,
            num_attention_heads=24,
            joint_attention_dim=3 * 2560,
            guidance_embeds=False,
        ),
        "vae": d.AutoencoderKLFlux2(),
        "text_encoder": t.Qwen3ForCausalLM(
            t.Qwen3Config(
                vocab_size=151936,
                hidden_size=2560,
                intermediate_size=9728,
                num_hidden_layers=36,
                num_attention_heads=32,
                num_key_value_heads=8,
                head_dim=128,
                tie_word_embeddings=True,
            )
        ),
    }


def _small() -> Parts:
    """SDXL's network, narrow and shallow, between the tiny text encoders and autoencoder."""
    return {
        "unet": _unet(
            sample_size=32,
            block_out_channels=(32, 64, 128),
            transformer_layers_per_block=(1, 1, 2),
            attention_head_dim=(1, 2, 4),
            cross_attention_dim=64,
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=6 * 8 + 32,
        )
    }


SMALL: Final = "small"
FAMILIES: Final[dict[str, tuple[str, Callable[[], Parts]]]] = {
    "sdxl-lightning": ("sdxl", _sdxl),
    "flux-schnell": ("flux", _flux),
    "flux-2-klein-4b": ("klein", _klein),
    SMALL: ("sdxl", _small),
}
"""By slug: the tiny pipeline that lends the rest, and the parts of full size."""
