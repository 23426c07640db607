"""A language model with a few thousand random weights, as it would be downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_SPECIAL: Final = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_CHAT: Final = "{% for m in messages %}{{ m['content'] }}{% endfor %}"


def save_model(folder: Path, *, chats: bool) -> Path:
    """Llama; it never ends by itself."""
    import torch
    import transformers as t

    torch.manual_seed(3)
    letters = [chr(code) for code in range(33, 127)]
    tokens = [*_SPECIAL, *letters, *(f"##{letter}" for letter in letters)]
    tokenizer = t.BertTokenizer(vocab={token: at for at, token in enumerate(tokens)})
    tokenizer.chat_template = _CHAT if chats else None
    config = t.LlamaConfig(
        vocab_size=len(tokens),
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        max_position_embeddings=4_096,
        bos_token_id=2,
        eos_token_id=None,
        pad_token_id=0,
    )
    t.LlamaForCausalLM(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
