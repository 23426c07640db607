"""What runs in the process of a local language model: `python -m imgorigin.prompting.speaker MODEL DEVICE`.

It is asked messages as a chat has them, in JSON (see vision.answering). Models without a template for chats
are given the messages as a text, and what they go on with to the end of the line is the answer.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from imgorigin.vision.answering import serve

MOST_TOKENS: Final = 240
"""Of an answer: what is asked for is 120 words at the most."""


class Speaker:
    """A model of transformers that goes on with a text, from a folder or from what the hub's cache holds:
    nothing is downloaded. It takes no chances: the same messages have the same answer."""

    def __init__(self, model: str, device: str) -> None:
        from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415  heavy

        self._device = device
        self._tokenizer = AutoTokenizer.from_pretrained(model, local_files_only=True)
        loaded = AutoModelForCausalLM.from_pretrained(model, local_files_only=True, dtype="auto")
        self._model = loaded.to(device).eval()

    def say(self, asked: bytes) -> str:
        import torch  # noqa: PLC0415

        messages: Sequence[Mapping[str, str]] = json.loads(asked)
        chats = bool(self._tokenizer.chat_template)
        inputs = (self._chat(messages) if chats else self._text(messages)).to(self._device)
        with torch.inference_mode():
            tokens = self._model.generate(
                inputs["input_ids"],
                attention_mask=inputs["attention_mask"],  # and nothing else that some tokenizers tell
                max_new_tokens=MOST_TOKENS,
                do_sample=False,
            )
        said = tokens[0, inputs["input_ids"].shape[1] :]
        answer = str(self._tokenizer.decode(said, skip_special_tokens=True)).strip()
        return answer if chats else answer.partition("\n")[0]

    def _chat(self, messages: Sequence[Mapping[str, str]]) -> Any:
        return self._tokenizer.apply_chat_template(
            list(messages),
            add_generation_prompt=True,
            tokenize=True,
            return_dict=True,
            return_tensors="pt",
            enable_thinking=False,  # templates that know of it would have it thought aloud
        )

    def _text(self, messages: Sequence[Mapping[str, str]]) -> Any:
        text = "\n\n".join(one["content"] for one in messages)
        return self._tokenizer(f"{text}\nPrompt:", return_tensors="pt")


if __name__ == "__main__":
    name, on = sys.argv[1:]
    serve(lambda: Speaker(name, on).say)
