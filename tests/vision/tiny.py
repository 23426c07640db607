"""Vision models with a few thousand random weights, as they would be downloaded: one that captions, one that
chats. The classes are the real ones, so the plumbing is; what they say is noise."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

_SPECIAL: Final = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "<image>")
_CHAT: Final = (
    "{% for m in messages %}{% for c in m['content'] %}"
    "{{ '<image>' if c['type'] == 'image' else c['text'] }}{% endfor %}{% endfor %}"
)


def save_captioner(folder: Path) -> Path:
    """BLIP."""
    import torch
    import transformers as t
    from transformers.models.blip.image_processing_pil_blip import BlipImageProcessorPil

    torch.manual_seed(1)
    tokenizer = _tokenizer()
    usual = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    text = {
        "vocab_size": len(tokenizer),
        "encoder_hidden_size": 16,
        "max_position_embeddings": 64,
        "bos_token_id": 2,
        "sep_token_id": 3,
        "eos_token_id": 3,
        "pad_token_id": 0,
    }
    config = t.BlipConfig(
        text_config=usual | text, vision_config=usual | {"image_size": 32, "patch_size": 16}, projection_dim=8
    )
    t.BlipForConditionalGeneration(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    BlipImageProcessorPil(size={"height": 32, "width": 32}).save_pretrained(folder)
    return folder


def save_chatter(folder: Path) -> Path:
    """LLaVA, of CLIP and Llama."""
    import torch
    import transformers as t
    from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

    torch.manual_seed(1)
    tokenizer = _tokenizer()
    usual = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = t.LlavaConfig(
        vision_config=t.CLIPVisionConfig(**usual, image_size=32, patch_size=16),
        text_config=t.LlamaConfig(
            **usual, vocab_size=len(tokenizer), bos_token_id=2, eos_token_id=3, pad_token_id=0
        ),
        image_token_index=5,
    )
    t.LlavaForConditionalGeneration(config).save_pretrained(folder)
    images = CLIPImageProcessorPil(
        size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32}, do_convert_rgb=True
    )
    processor = t.LlavaProcessor(
        image_processor=images,
        tokenizer=tokenizer,
        patch_size=16,
        vision_feature_select_strategy="default",
        image_token="<image>",
        num_additional_image_tokens=1,
        chat_template=_CHAT,
    )
    processor.save_pretrained(folder)
    return folder


def _tokenizer() -> Any:
    import transformers as t

    letters = [chr(code) for code in range(33, 127)]
    tokens = [*_SPECIAL, *letters, *(f"##{letter}" for letter in letters)]
    tokenizer = t.BertTokenizer(vocab={token: at for at, token in enumerate(tokens)})
    tokenizer.add_special_tokens({"additional_special_tokens": ["<image>"]})
    return tokenizer
