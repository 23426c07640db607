"""The processor of Qwen's picture-and-words encoder, put together where torchvision is not installed.

transformers makes it with a part for videos that needs torchvision; nothing here looks at videos.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import transformers
from transformers.models.qwen2_vl import image_processing_pil_qwen2_vl as pictures

_KINDS: Final = ("Qwen2VLProcessor", "Qwen2_5_VLProcessor")


def is_needed(kind: str) -> bool:
    """Whether a processor of this class cannot be loaded the usual way here."""
    return kind in _KINDS and find_spec("torchvision") is None


def assembled(folder: Path, kind: str) -> Any:
    """The processor of a folder. Raises OSError for missing files."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    made = getattr(transformers, kind)
    processor = made.__new__(made)
    processor.image_processor = pictures.Qwen2VLImageProcessorPil.from_pretrained(folder)
    processor.tokenizer = tokenizer
    processor.video_processor = None
    processor.chat_template = tokenizer.chat_template
    for name in ("image", "video"):
        token = f"<|{name}_pad|>"
        setattr(processor, f"{name}_token", token)
        setattr(processor, f"{name}_token_id", tokenizer.convert_tokens_to_ids(token))
    return processor
