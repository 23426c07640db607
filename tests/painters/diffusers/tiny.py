"""Pipelines of twelve families with a few thousand random weights each, built from configs alone.

The classes are the real ones, so the plumbing is; the pictures are noise. Tokenizers know bytes or letters.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import diffusers as d
import torch
import transformers as t
from tokenizers import pre_tokenizers

_BYTES: Final = sorted(pre_tokenizers.ByteLevel.alphabet())
_LETTERS: Final = [chr(code) for code in range(33, 127)]
_SPECIAL: Final = [
    *("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>"),
    *("<|vision_pad|>", "<|image_pad|>", "<|video_pad|>", "<think>", "</think>"),
]
_CHAT: Final = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n"
    "{% if m['content'] is string %}{{ m['content'] }}{% else %}{% for c in m['content'] %}"
    "{{ c['text'] if c['type'] == 'text' else '<|vision_start|><|image_pad|><|vision_end|>' }}"
    "{% endfor %}{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_Flow: Final = d.FlowMatchEulerDiscreteScheduler
_SIDE: Final = 64


def save(name: str, folder: Path) -> Path:
    """The folder, with the family's pipeline as it would be downloaded."""
    pipe = build(name)
    pipe.save_pretrained(folder)
    for part in getattr(pipe, "spare_parts", ()):  # transformers saves no processor where torchvision is not
        part.save_pretrained(folder / "processor")
        index = folder / "model_index.json"
        said = json.loads(index.read_text()) | {"processor": ["transformers", "Qwen2VLProcessor"]}
        index.write_text(json.dumps(said))
    return folder


def build(name: str) -> Any:
    """A pipeline of the family, the same each time."""
    torch.manual_seed(sum(map(ord, name)))
    d.utils.logging.disable_progress_bar()
    t.utils.logging.disable_progress_bar()
    return FAMILIES[name]()


# ---------------------------------------------------------------------------- text encoders


def _clip_tokenizer() -> Any:
    tokens = [*_BYTES, *(byte + "</w>" for byte in _BYTES), "<|startoftext|>", "<|endoftext|>"]
    return t.CLIPTokenizer(
        vocab={token: at for at, token in enumerate(tokens)}, merges=[], model_max_length=77
    )


def _clip(kind: Any = None) -> Any:
    config = t.CLIPTextConfig(
        vocab_size=514,
        bos_token_id=512,
        eos_token_id=513,
        pad_token_id=513,
        hidden_size=32,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=2,
        projection_dim=32,
    )
    return (kind or t.CLIPTextModel)(config)


def _t5_tokenizer() -> Any:
    pieces = ["<pad>", "</s>", "<unk>", "▁", *_LETTERS]
    vocab = [(piece, 0.0 if at < 3 else -3.0) for at, piece in enumerate(pieces)]
    return t.T5Tokenizer(vocab=vocab, extra_ids=0, model_max_length=512)


def _t5(width: int = 32) -> Any:
    config = t.T5Config(
        vocab_size=128,
        d_model=width,
        d_kv=8,
        d_ff=37,
        num_layers=2,
        num_heads=4,
        decoder_start_token_id=0,
        feed_forward_proj="gated-gelu",
        tie_word_embeddings=False,
    )
    return t.T5EncoderModel(config)


def _qwen_tokenizer() -> Any:
    vocab = {token: at for at, token in enumerate([*_BYTES, *_SPECIAL])}
    tokenizer = t.Qwen2Tokenizer(
        vocab=vocab, merges=[], model_max_length=1024, additional_special_tokens=_SPECIAL[1:]
    )
    tokenizer.chat_template = _CHAT
    return tokenizer


def _qwen3(kind: Any, layers: int) -> Any:
    return kind(
        t.Qwen3Config(
            vocab_size=272,
            hidden_size=16,
            intermediate_size=16,
            num_hidden_layers=layers,
            head_dim=8,
            num_attention_heads=2,
            num_key_value_heads=2,
            max_position_embeddings=1024,
        )
    )


def _qwen_vision() -> Any:
    ids = {token: 256 + at for at, token in enumerate(_SPECIAL)}
    text = {
        "vocab_size": 272,
        "hidden_size": 16,
        "intermediate_size": 16,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "max_position_embeddings": 2048,
        "bos_token_id": 256,
        "eos_token_id": 256,
        "pad_token_id": 256,
        "rope_parameters": {"mrope_section": [1, 1, 2], "rope_type": "default", "rope_theta": 1e6},
    }
    config = t.Qwen2_5_VLConfig(
        text_config=text,
        vision_config={
            "depth": 1,
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_heads": 2,
            "out_hidden_size": 16,
        },
        image_token_id=ids["<|image_pad|>"],
        video_token_id=ids["<|video_pad|>"],
        vision_start_token_id=ids["<|vision_start|>"],
        vision_end_token_id=ids["<|vision_end|>"],
    )
    return t.Qwen2_5_VLForConditionalGeneration(config).eval()


def _gemma_tokenizer() -> Any:
    tokens = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", "▁", "\n", *_LETTERS]
    return t.GemmaTokenizer(
        vocab={token: at for at, token in enumerate(tokens)}, merges=[], model_max_length=512
    )


def _gemma() -> Any:
    config = t.Gemma2Config(
        vocab_size=128,
        hidden_size=8,
        intermediate_size=16,
        head_dim=16,
        num_attention_heads=2,
        num_key_value_heads=2,
        num_hidden_layers=1,
        max_position_embeddings=1024,
    )
    return t.Gemma2Model(config)


# ---------------------------------------------------------------------------- latents, denoisers


def _vae(channels: int, **more: Any) -> Any:
    return d.AutoencoderKL(
        sample_size=_SIDE,
        block_out_channels=[8] * 4,
        down_block_types=["DownEncoderBlock2D"] * 4,
        up_block_types=["UpDecoderBlock2D"] * 4,
        layers_per_block=1,
        latent_channels=channels,
        norm_num_groups=4,
        **more,
    )


def _flux_vae() -> Any:
    return _vae(
        16, shift_factor=0.1159, scaling_factor=0.3611, use_quant_conv=False, use_post_quant_conv=False
    )


def _unet(**more: Any) -> Any:
    usual = {
        "sample_size": 8,
        "in_channels": 4,
        "out_channels": 4,
        "block_out_channels": (8, 16),
        "layers_per_block": 1,
        "norm_num_groups": 4,
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
        "cross_attention_dim": 32,
        "attention_head_dim": 8,
    }
    return d.UNet2DConditionModel(**{**usual, **more})


def _betas() -> dict[str, Any]:
    return {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "steps_offset": 1}


# ---------------------------------------------------------------------------- families


def _sd(kind: Any = None, **unet: Any) -> Any:
    return (kind or d.StableDiffusionPipeline)(
        unet=_unet(**unet),
        vae=_vae(4),
        text_encoder=_clip(),
        tokenizer=_clip_tokenizer(),
        scheduler=d.DDIMScheduler(**_betas(), clip_sample=False, set_alpha_to_one=False),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def _pix2pix() -> Any:
    return _sd(d.StableDiffusionInstructPix2PixPipeline, in_channels=8)


def _sdxl() -> Any:
    unet = _unet(
        cross_attention_dim=64,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=6 * 8 + 32,
        use_linear_projection=True,
    )
    return d.StableDiffusionXLPipeline(
        vae=_vae(4, scaling_factor=0.13025),
        text_encoder=_clip(),
        text_encoder_2=_clip(t.CLIPTextModelWithProjection),
        tokenizer=_clip_tokenizer(),
        tokenizer_2=_clip_tokenizer(),
        unet=unet,
        scheduler=d.EulerDiscreteScheduler(**_betas(), timestep_spacing="leading"),
    )


def _sd3() -> Any:
    transformer = d.SD3Transformer2DModel(
        sample_size=8,
        patch_size=2,
        in_channels=16,
        out_channels=16,
        num_layers=1,
        attention_head_dim=8,
        num_attention_heads=4,
        caption_projection_dim=32,
        joint_attention_dim=64,
        pooled_projection_dim=64,
        pos_embed_max_size=32,
    )
    return d.StableDiffusion3Pipeline(
        transformer=transformer,
        vae=_vae(
            16, shift_factor=0.0609, scaling_factor=1.5305, use_quant_conv=False, use_post_quant_conv=False
        ),
        text_encoder=_clip(t.CLIPTextModelWithProjection),
        text_encoder_2=_clip(t.CLIPTextModelWithProjection),
        text_encoder_3=_t5(64),
        tokenizer=_clip_tokenizer(),
        tokenizer_2=_clip_tokenizer(),
        tokenizer_3=_t5_tokenizer(),
        scheduler=_Flow(shift=3.0),
    )


def _flux(kind: Any = None) -> Any:
    transformer = d.FluxTransformer2DModel(
        patch_size=1,
        in_channels=64,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=32,
        pooled_projection_dim=32,
        guidance_embeds=True,
        axes_dims_rope=(4, 4, 8),
    )
    return (kind or d.FluxPipeline)(
        transformer=transformer,
        vae=_flux_vae(),
        text_encoder=_clip(),
        tokenizer=_clip_tokenizer(),
        text_encoder_2=_t5(),
        tokenizer_2=_t5_tokenizer(),
        scheduler=_Flow(use_dynamic_shifting=True, shift=3.0),
    )


def _kontext() -> Any:
    return _flux(d.FluxKontextPipeline)


def _klein() -> Any:
    transformer = d.Flux2Transformer2DModel(
        patch_size=1,
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=48,
        timestep_guidance_channels=32,
        axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False,
    )
    vae = d.AutoencoderKLFlux2(
        sample_size=_SIDE,
        block_out_channels=(8,) * 4,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=4,
    )
    return d.Flux2KleinPipeline(
        transformer=transformer,
        vae=vae,
        text_encoder=_qwen3(t.Qwen3ForCausalLM, 28),
        tokenizer=_qwen_tokenizer(),
        scheduler=_Flow(use_dynamic_shifting=True),
    )


def _zimage() -> Any:
    transformer = d.ZImageTransformer2DModel(
        in_channels=16,
        dim=32,
        n_layers=1,
        n_refiner_layers=1,
        n_heads=2,
        n_kv_heads=2,
        cap_feat_dim=16,
        axes_dims=[8, 4, 4],
        axes_lens=[1024, 64, 64],
    )
    with torch.no_grad():  # they are made uninitialised, to be loaded
        transformer.x_pad_token.fill_(1)
        transformer.cap_pad_token.fill_(1)
    return d.ZImagePipeline(
        transformer=transformer,
        vae=_flux_vae(),
        text_encoder=_qwen3(t.Qwen3Model, 2),
        tokenizer=_qwen_tokenizer(),
        scheduler=_Flow(shift=3.0),
    )


def _qwen_parts() -> dict[str, Any]:
    transformer = d.QwenImageTransformer2DModel(
        patch_size=2,
        in_channels=16,
        out_channels=4,
        num_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=16,
        axes_dims_rope=(8, 4, 4),
    )
    vae = d.AutoencoderKLQwenImage(
        base_dim=8,
        z_dim=4,
        dim_mult=[1, 1, 1, 1],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
        latents_mean=[0.0] * 4,
        latents_std=[1.0] * 4,
    )
    return {
        "transformer": transformer,
        "vae": vae,
        "text_encoder": _qwen_vision(),
        "tokenizer": _qwen_tokenizer(),
        "scheduler": _Flow(use_dynamic_shifting=True),
    }


def _qwen() -> Any:
    return d.QwenImagePipeline(**_qwen_parts())


def _qwen_edit() -> Any:
    images = t.models.qwen2_vl.image_processing_pil_qwen2_vl.Qwen2VLImageProcessorPil(
        min_pixels=28 * 28, max_pixels=56 * 56, size={"shortest_edge": 784, "longest_edge": 3136}
    )
    pipe = d.QwenImageEditPipeline(**_qwen_parts(), processor=None)
    pipe.spare_parts = (images, _qwen_tokenizer())
    return pipe


def _sana_parts(**more: Any) -> dict[str, Any]:
    transformer = d.SanaTransformer2DModel(
        patch_size=1,
        in_channels=4,
        out_channels=4,
        num_layers=1,
        num_attention_heads=2,
        attention_head_dim=4,
        num_cross_attention_heads=2,
        cross_attention_head_dim=4,
        cross_attention_dim=8,
        caption_channels=8,
        sample_size=32,
        **more,
    )
    vae = d.AutoencoderDC(
        in_channels=3,
        latent_channels=4,
        attention_head_dim=2,
        scaling_factor=0.41407,
        encoder_block_types=("ResBlock",) * 6,
        decoder_block_types=("ResBlock",) * 6,
        encoder_block_out_channels=(8,) * 6,
        decoder_block_out_channels=(8,) * 6,
        encoder_qkv_multiscales=((),) * 6,
        decoder_qkv_multiscales=((),) * 6,
        encoder_layers_per_block=(1,) * 6,
        decoder_layers_per_block=(1,) * 6,
        downsample_block_type="conv",
        upsample_block_type="interpolate",
        decoder_norm_types="rms_norm",
        decoder_act_fns="silu",
    )
    return {"transformer": transformer, "vae": vae, "text_encoder": _gemma(), "tokenizer": _gemma_tokenizer()}


def _sana() -> Any:
    return d.SanaPipeline(**_sana_parts(), scheduler=_Flow(shift=3.0))


def _sana_sprint() -> Any:
    parts = _sana_parts(qk_norm="rms_norm_across_heads", guidance_embeds=True)
    return d.SanaSprintPipeline(**parts, scheduler=d.SCMScheduler())


FAMILIES: Final[dict[str, Callable[[], Any]]] = {
    "sd": _sd,
    "sdxl": _sdxl,
    "sd3": _sd3,
    "flux": _flux,
    "kontext": _kontext,
    "klein": _klein,
    "zimage": _zimage,
    "qwen": _qwen,
    "qwen-edit": _qwen_edit,
    "sana": _sana,
    "sana-sprint": _sana_sprint,
    "pix2pix": _pix2pix,
}
TEXT: Final = tuple(name for name in FAMILIES if name not in ("qwen-edit", "pix2pix"))
"""Those that need no picture to begin with."""
