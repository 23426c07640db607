"""What models answer, and what is made of it."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.reading import read_answer

GOOD = {
    "title": "Fox in the snow", "alt": "A red fox sleeps in the snow", "caption": "It is winter.",
    "tags": ["Fox", "snow", "fox"],
}  # fmt: skip


@pytest.mark.parametrize(
    "answer",
    [
        json.dumps(GOOD),
        f"```json\n{json.dumps(GOOD, indent=2)}\n```",
        f"Sure! Here {{is}} your JSON: {json.dumps(GOOD)} Anything else?",
        f'<think>The {{"title": "wrong"}} one?</think>{json.dumps(GOOD)}',
        json.dumps(GOOD).replace("title", "Title").replace('"alt"', '"alt_text"'),
        json.dumps({**GOOD, "tags": "Fox, snow, fox"}),
        json.dumps(GOOD)[:-1] + ", ",
    ],
)
def test_an_object_is_found_wherever_it_stands(answer: str) -> None:
    seen = read_answer(answer)
    assert (seen.title, seen.alt) == ("Fox in the snow", "A red fox sleeps in the snow.")
    assert seen.caption == "It is winter."
    assert seen.tags[:1] == ("fox",)
    assert (seen.slug, seen.source) == ("fox-in-snow", "vision-model")


def test_an_answer_that_was_cut_off_is_read_as_far_as_it_goes() -> None:
    seen = read_answer('{"title": "Fox in \\"snow\\"", "alt": "A red fox sleeps", "caption": "It is win')
    assert (seen.title, seen.alt) == ('Fox in "snow"', "A red fox sleeps.")


def test_a_plain_sentence_is_an_answer_too() -> None:
    seen = read_answer("The image shows a red fox in the snow, near a tree. It sleeps.")
    assert seen.title == "a red fox in the snow"
    assert seen.alt == "A red fox in the snow, near a tree."
    assert seen.caption == "a red fox in the snow, near a tree. It sleeps."
    assert seen.slug == "red-fox-in-snow"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "   \n",
        "{}",
        '{"answer": "a fox"}',
        '{"title": 7, "alt": null}',
        "{" * 10_000,
        "[" * 10_000,
        "I'm sorry, but I can't help with identifying people in images.",
        "I cannot assist with that request.",
        "As an AI language model, I do not see.",
        '{"title": "Refused", "alt": "I’m sorry, I can’t describe this."}',
        "<think>It is a fox. I should",
        "...",
    ],
)
def test_what_says_nothing_of_the_picture_is_no_answer(answer: str) -> None:
    with pytest.raises(VisionUnavailable):
        read_answer(answer)


def test_a_hostile_answer_is_bounded_and_clean() -> None:
    hostile = "\x1b[31m\u202eevil\x00<script>\r\n" * 2_000
    seen = read_answer(
        json.dumps({"title": hostile, "alt": hostile, "caption": hostile, "tags": [hostile] * 99})
    )
    assert len(seen.title) <= 120
    assert len(seen.alt) <= 301
    assert not {"\x1b", "\u202e", "\x00", "\r", "\n"} & set(
        seen.title + seen.alt + seen.caption + "".join(seen.tags)
    )


@given(st.text(max_size=300))
def test_any_answer_is_read_or_refused(answer: str) -> None:
    with contextlib.suppress(VisionUnavailable):
        assert read_answer(answer).alt
