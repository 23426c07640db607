"""What runs in the process of a local vision model: `python -m imgorigin.vision.captioner MODEL DEVICE`.

It is asked PNGs (see answering). Models that chat are asked the same as servers are; those that only caption
say a sentence.
"""

from __future__ import annotations

import io
import sys
from typing import IO, Any, Final

from imgorigin.vision.answering import answer_to, serve
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
    answer_to(lambda: Captioner(model, device).say, source, answers)


if __name__ == "__main__":
    model, device = sys.argv[1:]
    serve(lambda: Captioner(model, device).say)
