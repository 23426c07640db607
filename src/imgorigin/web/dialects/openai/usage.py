"""What a request is counted as, in tokens. Nothing here is made of tokens: these are estimates by OpenAI's
published figures, so that what is built on `usage` has numbers of the usual scale.

Text: four bytes of UTF-8 are a token (OpenAI's rule of thumb is four characters of English:
https://help.openai.com/en/articles/4936856).

Pictures painted: OpenAI's guide to image generation (Cost and latency, GPT Image 1) has, in tokens,

    quality   1024x1024   1024x1536   1536x1024
    low             272         408         400
    medium         1056        1584        1568
    high           4160        6240        6208

which is a grid of patches of 64, 32 and 16 pixels, and one token more for each row. So are all other sizes
counted here.

Pictures sent: as many as would be painted at their size in low quality. OpenAI's own count of those depends
on the model.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import BaseModel

from imgorigin.address import Size

BYTES_OF_TOKEN: Final = 4
PATCHES: Final[Mapping[str, int]] = {"low": 64, "medium": 32, "high": 16}
"""Sides of a patch in pixels, by quality."""
_SAME: Final[Mapping[str, str]] = {
    "auto": "medium",
    "standard": "medium",
    "hd": "high",
    "xhigh": "high",
    "max": "high",
}


class InputDetails(BaseModel):
    image_tokens: int
    text_tokens: int


class OutputDetails(BaseModel):
    image_tokens: int
    text_tokens: int = 0


class Usage(BaseModel):
    """Estimates by the size of what is sent and painted, on the scale of GPT Image 1."""

    input_tokens: int
    input_tokens_details: InputDetails
    output_tokens: int
    output_tokens_details: OutputDetails
    total_tokens: int


def graded(quality: str) -> str:
    """One of low, medium, high."""
    return _SAME.get(quality, quality)


def text_tokens(text: str) -> int:
    return math.ceil(len(text.encode(errors="replace")) / BYTES_OF_TOKEN)


def image_tokens(size: Size, quality: str) -> int:
    patch = PATCHES[graded(quality)]
    columns, rows = math.ceil(size.width / patch), math.ceil(size.height / patch)
    return (columns + 1) * rows


def usage(text: str, sent: Iterable[Size], painted: Iterable[Size], quality: str) -> Usage:
    words = text_tokens(text)
    looked_at = sum(image_tokens(size, "low") for size in sent)
    made = sum(image_tokens(size, quality) for size in painted)
    return Usage(
        input_tokens=words + looked_at,
        input_tokens_details=InputDetails(image_tokens=looked_at, text_tokens=words),
        output_tokens=made,
        output_tokens_details=OutputDetails(image_tokens=made),
        total_tokens=words + looked_at + made,
    )
