"""What runs in the process of a local vision model: `python -m imgorigin.vision.captioner MODEL DEVICE`.

It says {"ready": true} when the model is loaded, or {"problem": why}. Then it reads pictures, each as four
bytes of length (big-endian) and a PNG, and answers each by a line of JSON: {"text": what it says} or
{"problem": why}. It ends with its standard input. Models that chat are asked the same as servers are; those
that only caption say a sentence.
"""

from __future__ import annotations

import io
import json
import os
import sys
from typing import IO, Any, Final

from imgorigin.vision.reading import QUESTION

CAPTION_TOKENS: Final = 60
CHAT_TOKENS: Final = 400
LONGEST_SIDE: Final = 1024


class Captioner:
    """A model of transformers that says text of a picture, from a folder or from what the hub's cache holds:
    nothing is downloaded."""

    def __init__(self, model: str, device: str) -> None:
        from transformers import AutoModelForImageTextToText, AutoProcessor  # noqa: PLC0415  heavy

        self._device = device
        self._processor = AutoProcessor.from_pretrained(model, local_files_only=True)
        loaded = AutoModelForImageTextToText.from_pretrained(model, local_files_only=True)
        self._model = loaded.to(device).eval()

    def say(self, png: bytes) -> str:
        import torch  # noqa: PLC0415
        from PIL import Image  # noqa: PLC0415

        image = Image.open(io.BytesIO(png)).convert("RGB")
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        chats = bool(getattr(self._processor, "chat_template", None))
        inputs = (self._asked(image) if chats else self._processor(images=image, return_tensors="pt")).to(
            self._device
        )
        with torch.inference_mode():
            tokens = self._model.generate(
                **inputs, max_new_tokens=CHAT_TOKENS if chats else CAPTION_TOKENS, do_sample=False
            )
        said = tokens[:, inputs["input_ids"].shape[1] :] if chats else tokens
        return str(self._processor.batch_decode(said, skip_special_tokens=True)[0])

    def _asked(self, image: Any) -> Any:
        content = [{"type": "image", "image": image}, {"type": "text", "text": QUESTION}]
        return self._processor.apply_chat_template(
            [{"role": "user", "content": content}],
            add_generation_prompt=True,
            tokenize=True,
            return_dict=True,
            return_tensors="pt",
        )


def run(model: str, device: str, source: IO[bytes], answers: IO[str]) -> None:
    """Until there is nothing more to read."""

    def tell(**said: Any) -> None:
        answers.write(json.dumps(said) + "\n")
        answers.flush()

    try:
        captioner = Captioner(model, device)
    except Exception as error:  # whatever a library raises of a folder
        return tell(problem=_sentence(error))
    tell(ready=True)
    while len(head := source.read(4)) == 4:
        try:
            tell(text=captioner.say(source.read(int.from_bytes(head))))
        except Exception as error:  # whatever a library raises of a picture
            tell(problem=_sentence(error))
    return None


def _sentence(error: Exception) -> str:
    first = str(error).strip().split("\n", 1)[0]
    return f"{type(error).__name__}: {first}"[:500] if first else type(error).__name__


def main() -> None:
    """What libraries print goes to standard error: standard output is for answers."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    run(sys.argv[1], sys.argv[2], sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
