"""The painter as the server sees it: recipe in, drawing and facts out."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imgorigin.address import Size
from imgorigin.errors import NotUnderstood
from imgorigin.painters.sketch import MODEL, paint
from tests.painters.sketch.pictures import (
    PROMPTS,
    RATIOS,
    SVG,
    checked,
    painted,
    pixel,
    rasterized,
    recipe,
)

MOST_BYTES = 400_000
"""Of a 16:9 drawing."""


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_sixteen_prompts_are_understood_and_drawn(prompt: str) -> None:
    painting = painted(prompt)
    root = checked(painting.data)
    assert painting.format == "svg"
    assert len(painting.data) < MOST_BYTES
    assert painting.facts["unknown"] == []
    assert painting.facts["not_done"] == []
    assert root.findtext(f"{SVG}title") == painting.facts["title"]
    assert root.findtext(f"{SVG}desc") == painting.facts["alt"]


@pytest.mark.parametrize("size", RATIOS, ids=str)
def test_the_view_box_has_the_canvas_proportions(size: Size) -> None:
    made = recipe("happy dog", size=size)
    root = checked(paint(made).data)
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert width / height == pytest.approx(made.canvas.ratio, rel=1e-3)
    assert (root.get("width"), root.get("height")) == (str(made.canvas.width), str(made.canvas.height))


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("size", [Size(64, 8), Size(32, 32), Size(8, 64)], ids=str)
def test_libvips_draws_something_everywhere(prompt: str, size: Size) -> None:
    image = rasterized(painted(prompt, size=size).data, size.width, size.height)
    assert (image.width, image.height) == (size.width, size.height)
    assert image.deviate() > 2


def test_a_drawing_is_the_same_in_every_process() -> None:
    program = (
        "from tests.painters.sketch.pictures import PROMPTS, painted\n"
        "from hashlib import sha256\n"
        "edits = ((), ('make it night, add snow and flip',))\n"
        "pictures = [painted(prompt, *edit).data for prompt in PROMPTS for edit in edits]\n"
        "print(sha256(b''.join(pictures)).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "4242")
    }
    assert len(digests) == 1


def test_the_seed_and_the_words_both_matter() -> None:
    first = painted("sunset over mountains", seed=1).data
    assert first == painted("sunset over mountains", seed=1).data
    assert first != painted("sunset over mountains", seed=2).data
    assert first != painted("sunrise over mountains", seed=1).data


def test_the_pale_subject_stands_out_from_its_backdrop() -> None:
    image = rasterized(painted("minimalist product photo of white headphones").data, 320, 180)
    backdrop = sum(pixel(image, 0.5, 0.2)) / 3
    brightest = max(pixel(image, x / 40, y / 40)[0] for x in range(15, 26) for y in range(10, 33))
    assert brightest > backdrop + 50


def test_words_from_an_api_cannot_break_the_drawing() -> None:
    painting = painted('<script>alert("&")</script>]]> </title><image href="http://x/"/> \x00\x0b\ufffe dog')
    root = checked(painting.data)
    assert "script" in painting.facts["unknown"]
    assert not list(root.iter(f"{SVG}script"))


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "🐶" * 16_000,
        "dog " * 8_000,
        "a" * 32_000,
        "فيل",
        "ヤシの木 🏝",
        "\u202e\u200d",
    ],
    ids=lambda prompt: repr(prompt[:8]),
)
def test_any_prompt_is_a_picture(prompt: str) -> None:
    checked(painted(prompt, seed=7).data)


@settings(max_examples=120, deadline=None)
@given(
    prompt=st.text(max_size=120)
    | st.lists(st.sampled_from(" ".join(PROMPTS).split()), max_size=9).map(" ".join),
    size=st.sampled_from(RATIOS),
    seed=st.integers(0, 2**31 - 1),
)
def test_any_text_is_a_picture(prompt: str, size: Size, seed: int) -> None:
    painting = painted(prompt, size=size, seed=seed)
    checked(painting.data)
    assert painting.facts["alt"].endswith(".")
    assert painting.facts["title"]


def test_unknown_words_are_reported_and_give_abstract_art() -> None:
    painting = painted("flurble zonk")
    assert painting.facts["unknown"] == ["flurble", "zonk"]
    assert "abstract" in painting.facts["alt"]


def test_instructions_not_understood_are_reported() -> None:
    painting = painted("happy dog", "make it night and frobnicate the gizmo")
    assert painting.facts["not_done"] == ["frobnicate the gizmo"]
    assert "night" in painting.facts["alt"]


def test_a_chain_of_which_nothing_is_understood_is_an_error() -> None:
    with pytest.raises(NotUnderstood, match=r"'frobnicate the gizmo'.* the time of day"):
        painted("happy dog", "frobnicate the gizmo")


def test_a_style_sets_the_mood() -> None:
    plain, gray = painted("red car").data, painted("red car", style="black and white").data
    assert plain != gray
    image = rasterized(gray, 64, 36)
    colors = [pixel(image, x / 10, y / 10) for x in range(11) for y in range(11)]
    assert all(max(color) - min(color) <= 3 for color in colors)


def test_the_model_says_what_a_recipe_needs() -> None:
    assert MODEL.canvas(Size(1200, 675)).ratio == pytest.approx(16 / 9, rel=0.01)
