"""How much of a prompt a model reads, and which words it loses."""

from __future__ import annotations

import inspect
from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Final

from imgorigin.painters.diffusers.traits import parameters

_CLIP: Final = "CLIPTokenizer"


def cut_words(pipe: Any, prompt: str, window: int | None) -> str:
    """The end of a prompt that no text encoder of the pipeline reads; empty if all of it is read.

    A model with several encoders reads what the one with the longest window does. `window` is what the
    pipeline is told to read, in tokens; None: what it reads untold.
    """
    tokenizer = reader_of(pipe)
    if tokenizer is None:
        return ""
    room = (window or _window(pipe, tokenizer)) - _own_words(tokenizer)
    words = prompt.split()
    if _tokens(tokenizer)(prompt) <= room:
        return ""
    kept = bisect_right(range(len(words) + 1), room, key=_prefix(tokenizer, words)) - 1
    return " ".join(words[max(kept, 0) :])


def reader_of(pipe: Any) -> Any:
    """The tokenizer with the longest window: any other before CLIP's."""
    names = sorted(name for name in pipe.components if name.startswith("tokenizer"))
    found = [part for name in names if (part := getattr(pipe, name)) is not None]
    return next((part for part in found if not _is_clip(part)), found[0] if found else None)


def _window(pipe: Any, tokenizer: Any) -> int:
    if _is_clip(tokenizer):
        return int(tokenizer.model_max_length)
    asked = parameters(type(pipe)).get("max_sequence_length")
    own = min(int(tokenizer.model_max_length), 10**6)
    return own if asked is None or asked.default is inspect.Parameter.empty else int(asked.default)


def _own_words(tokenizer: Any) -> int:
    """Tokens that are spent on marks and on the template of a conversation around the prompt."""
    if not _is_clip(tokenizer) and getattr(tokenizer, "chat_template", None):
        said = tokenizer.apply_chat_template(
            [{"role": "user", "content": ""}], tokenize=False, add_generation_prompt=True
        )
        return len(tokenizer(said, add_special_tokens=False).input_ids)
    return int(tokenizer.num_special_tokens_to_add(pair=False))


def _tokens(tokenizer: Any) -> Callable[[str], int]:
    return lambda text: len(
        tokenizer(text, add_special_tokens=False, truncation=False, verbose=False).input_ids
    )


def _prefix(tokenizer: Any, words: list[str]) -> Callable[[int], int]:
    count = _tokens(tokenizer)
    return lambda number: count(" ".join(words[:number]))


def _is_clip(tokenizer: Any) -> bool:
    return type(tokenizer).__name__.startswith(_CLIP)
