"""Token counts: the table that OpenAI publishes, and how other sizes follow from it."""

from __future__ import annotations

import pytest

from imgorigin.address import Size
from imgorigin.web.dialects.openai.usage import image_tokens, text_tokens, usage

PUBLISHED = {
    ("low", 1024, 1024): 272, ("low", 1024, 1536): 408, ("low", 1536, 1024): 400,
    ("medium", 1024, 1024): 1056, ("medium", 1024, 1536): 1584, ("medium", 1536, 1024): 1568,
    ("high", 1024, 1024): 4160, ("high", 1024, 1536): 6240, ("high", 1536, 1024): 6208,
}  # fmt: skip


@pytest.mark.parametrize(("case", "tokens"), PUBLISHED.items(), ids=str)
def test_the_published_table(case: tuple[str, int, int], tokens: int) -> None:
    quality, width, height = case
    assert image_tokens(Size(width, height), quality) == tokens


@pytest.mark.parametrize(
    ("quality", "same"),
    [("auto", "medium"), ("standard", "medium"), ("hd", "high"), ("xhigh", "high"), ("max", "high")],
)
def test_other_names_of_qualities(quality: str, same: str) -> None:
    assert image_tokens(Size(512, 512), quality) == image_tokens(Size(512, 512), same)


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("fox", 1), ("red fox!", 2), ("日本語", 3)])
def test_text(text: str, tokens: int) -> None:
    assert text_tokens(text) == tokens


def test_a_whole_request() -> None:
    told = usage("red fox!", [Size(1024, 1024)], [Size(1024, 1024)] * 2, "low")
    assert (told.input_tokens, told.output_tokens, told.total_tokens) == (274, 544, 818)
    assert told.input_tokens_details.model_dump() == {"image_tokens": 272, "text_tokens": 2}
