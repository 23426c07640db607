"""Names of pictures, judged as an editor would, and what holds of any."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from imgorigin.address import RESERVED, canonical_words, parse
from imgorigin.errors import Conflict
from imgorigin.vision.phrases import said
from imgorigin.vision.slugs import LONGEST, alternatives, candidates, recommended, slug_of, tags_of

FOX = "A photo of a red fox sleeping in a snowy forest, highly detailed, 8k, trending on artstation"


@pytest.mark.parametrize(
    ("prompt", "slug"),
    [
        (FOX, "red-fox-sleeping-in-snowy-forest"),
        ("cat", "cat"),
        ("sunset over mountains", "sunset-over-mountains"),
        (
            "Please create a stunning hero image for a bakery website showing fresh croissants on a rustic "
            "wooden table",
            "fresh-croissants-on-rustic-wooden-table",
        ),
        (
            "masterpiece, best quality, 1girl, silver hair, standing in a field of sunflowers",
            "girl-silver-hair-in-field-of-sunflowers",
        ),
        (
            "(best quality:1.3), <lora:foo:0.8> castle on a floating island, waterfalls --ar 16:9 --v 6",
            "castle-on-floating-island-waterfalls",
        ),
        ("oil painting of a stormy sea in the style of van gogh", "stormy-sea-van-gogh-style"),
        (
            "black and white photo of a jazz musician in a smoky club",
            "jazz-musician-in-smoky-club-black-and-white",
        ),
        ("A wide-angle shot capturing a lone hiker, evoking a sense of wonder", "lone-hiker"),
        ("a small, fluffy, white kitten inside a teacup", "small-fluffy-white-kitten-inside-teacup"),
        ("no text, no watermark, a plain white ceramic mug mockup", "plain-white-ceramic-mug-mockup"),
        ("a bear and a rabbit having tea in the forest", "bear-and-rabbit-having-tea-in-forest"),
        ("a red car. Negative prompt: blurry, ugly dog", "red-car"),
        ("red car, driving fast, 1920x1080, f/1.8, 85mm lens", "red-car-driving-fast"),
        ("Ein Foto von einem roten Fuchs im Schnee, sehr detailliert", "roten-fuchs-im-schnee"),
        ("Une photo d'un chat noir sur un toit de Paris", "chat-noir-sur-toit-de-paris"),
        ("Un perro jugando en la playa", "perro-jugando-en-playa"),
        ("Рыжая лиса в заснеженном лесу", "ryzhaya-lisa-v-zasnezhennom-lesu"),
        ("富士山", "fu-shi-shan"),
        ("붉은 여우", "bulgeun-yeou"),
        ("🦊 in snow", "fox-in-snow"),
        ("Käse & Brot — ein Frühstück", "kase-brot-fruhstuck"),
        ("", "picture"),
        ("…!?", "picture"),
        ("api", "api-picture"),
    ],
)
def test_a_prompt_is_named_as_an_editor_would(prompt: str, slug: str) -> None:
    assert slug_of(prompt) == slug


@given(st.text(max_size=400))
@example("_800x600")
@example("fox_800x600")
@example("fox~v2")
@example("picture image visual scene")
@example("a-" * 300)
@example("x" * 500)
@example("<" * 2_000)
@example("--a " * 500)
@example("d'" * 1_000)
def test_any_text_has_names_that_are_canonical_and_whole(prompt: str) -> None:
    others = alternatives(prompt)
    for slug in (slug_of(prompt), *others):
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug), slug
        assert len(slug) <= LONGEST
        assert canonical_words(slug) == slug
        assert slug not in RESERVED
        address = parse(f"/demo/{slug}_800x600.png")
        assert (address.picture.words, str(address.size)) == (slug, "800x600")
    assert slug_of(prompt) == slug_of(prompt) not in others
    assert len(set(others)) == len(others) >= 3


@given(st.text(max_size=200), st.integers(8, 100))
def test_names_keep_to_the_length_that_is_asked_for(prompt: str, longest: int) -> None:
    assert len(alternatives(prompt, longest)) >= 3
    for slug in (slug_of(prompt, longest), *alternatives(prompt, longest), *candidates(prompt, longest)):
        assert 0 < len(slug) <= longest
        assert canonical_words(slug) == slug


def test_alternatives_read_well() -> None:
    assert alternatives(FOX)[:4] == [
        "red-fox-in-snowy-forest",
        "red-fox-sleeping-snowy-forest",
        "snowy-forest-red-fox",
        "red-fox-sleeping",
    ]
    assert alternatives("cat")[:3] == ["cat-picture", "cat-image", "cat-visual"]


def test_the_best_name_is_recommended_if_it_is_free_or_ours() -> None:
    first = slug_of(FOX)
    assert recommended(FOX, {}) == first
    assert recommended(FOX, {first: FOX}) == first
    assert recommended(f"  {FOX}\n", {first: FOX}) == first


def test_a_name_of_another_prompt_is_not() -> None:
    first, second, third = candidates(FOX)[:3]
    assert recommended(FOX, {first: "another fox"}) == second
    assert recommended(FOX, {first: "another fox", second: ""}) == third, "a redirect is taken, too"


def test_a_prompt_that_is_bound_has_that_name_whatever_is_free() -> None:
    third = candidates(FOX)[2]
    assert recommended(FOX, {third: FOX}) == third


def test_names_are_numbered_at_last_and_then_marked() -> None:
    others = dict.fromkeys([slug_of(FOX), *alternatives(FOX)], "another")
    assert recommended(FOX, others) == f"{slug_of(FOX)}-2"
    numbered = dict.fromkeys(candidates(FOX)[:-2], "another")
    marked = recommended(FOX, numbered)
    assert re.fullmatch(slug_of(FOX) + "-[0-9a-f]{6}", marked)
    assert recommended(FOX + " at night", {}) != marked
    with pytest.raises(Conflict, match="Every name like"):
        recommended(FOX, dict.fromkeys(candidates(FOX), "another"))


def test_nothing_bound_to_no_prompt_is_anybodys() -> None:
    assert recommended("", {"picture": ""}) != "picture"


def test_tags_are_what_is_to_be_seen() -> None:
    assert tags_of(FOX) == ["fox", "forest", "red", "snowy"]
    assert "watercolor" in tags_of("watercolor painting of a village")


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        (FOX, "a red fox sleeping in a snowy forest"),
        ("Watercolor painting of a Village at sunset, 4k", "Watercolor painting of a Village at sunset"),
        ("A cafe with warm lighting, wooden tables", "A cafe with warm lighting, wooden tables"),
        ("富士山の夕焼け、桜", "富士山の夕焼け、桜"),
        ("8k, masterpiece", "8k, masterpiece"),
    ],
)
def test_words_to_be_read_keep_their_script_and_case(prompt: str, words: str) -> None:
    assert said(prompt) == words
