from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.painters.sketch.lexicon import COLORS
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import MAX_SUBJECTS, MAX_UNKNOWN, read
from imgorigin.painters.sketch.vocabulary import MAX_WORDS, meaning, tokens

SEED = 5


@pytest.mark.parametrize(
    ("prompt", "place", "time", "subjects"),
    [
        ("sunset over mountains", "mountains", "sunset", []),
        ("happy dog playing", "field", "day", ["dog", "soccer-ball"]),
        ("modern office team meeting", "office", "day", []),
        ("futuristic city skyline at night", "city", "neon", []),
        ("cozy coffee shop", "cafe", "day", []),
        ("blue ceramic coffee mug on wooden table", "table", "day", ["mug"]),
        ("serene mountain lake at sunset", "mountains", "sunset", []),
        ("minimalist product photo of white headphones", "studio", "day", ["headphones"]),
        ("northern lights over snowy forest", "forest", "night", []),
        ("tropical beach with palm trees", "beach", "day", []),
        ("robot reading a book in a cozy room", "room", "day", ["robot"]),
        ("abstract geometric pattern purple", "abstract", "day", []),
        ("desert dunes at golden hour", "desert", "golden", []),
        ("rocket launch into space", "space", "night", ["rocket"]),
        ("spring meadow with wildflowers", "field", "day", []),
        ("person with yellow umbrella on a rainy city street", "street", "day", ["person"]),
        ("hot air balloons at dawn", "field", "dawn", ["hot-air-balloon"]),
        ("a labrador in the snow", "field", "day", ["dog"]),
        ("three red cars", "road", "day", ["automobile"]),
        ("camping tent under starry night sky", "forest", "night", ["tent"]),
        ("airplane in the sky", "sky", "day", ["airplane"]),
        ("whale", "underwater", "day", ["spouting-whale"]),
        ("growth", "table", "day", ["chart-increasing"]),
        ("teddy bear on white background", "studio", "day", ["teddy-bear"]),
        ("a fresh orange", "table", "day", ["tangerine"]),
        ("🐶", "field", "day", ["dog"]),
        ("👩‍🚀", "space", "night", ["astronaut"]),
        ("☂ on a street", "street", "day", ["umbrella"]),
    ],
)
def test_places_times_and_subjects(prompt: str, place: str, time: str, subjects: list[str]) -> None:
    scene = read(prompt, SEED)
    assert scene.place == place
    assert scene.time == time
    assert [subject.name for subject in scene.subjects] == subjects


def test_a_colour_belongs_to_the_thing_after_it() -> None:
    (mug,) = read("blue ceramic coffee mug on wooden table", SEED).subjects
    assert (mug.noun, mug.color, mug.color_name) == ("coffee mug", COLORS["blue"], "blue")


@pytest.mark.parametrize("prompt", ["headphones in white", "white headphones"])
def test_or_to_the_thing_before_it_at_the_end(prompt: str) -> None:
    (headphones,) = read(prompt, SEED).subjects
    assert headphones.color_name == "white"


def test_or_to_the_background() -> None:
    scene = read("red sneakers on light blue background", SEED)
    assert scene.backdrop == COLORS["light blue"]
    assert scene.subjects[0].color_name == "red"


@pytest.mark.parametrize(("prompt", "tints"), [("purple mountains", True), ("green meadow", False)])
def test_or_to_the_whole_picture(prompt: str, tints: bool) -> None:
    assert bool(read(prompt, SEED).tint) is tints


def test_a_colour_is_not_lost_on_a_thing_that_is_not_painted() -> None:
    assert read("abstract blue energy pattern", SEED).color_name == "blue"
    (vaccine,) = read("blue vaccine", SEED).subjects
    assert (vaccine.name, vaccine.color_name) == ("syringe", "blue")


def test_beings_hold_what_they_read_or_carry() -> None:
    (person,) = read("person with yellow umbrella on a rainy city street", SEED).subjects
    assert person.holding and (person.holding.name, person.holding.color_name) == ("umbrella", "yellow")
    (cat,) = read("a cat reading", SEED).subjects
    assert cat.holding and cat.holding.name == "open-book"


def test_conditions_details_and_moods() -> None:
    scene = read("dark misty autumn forest in the rain", SEED)
    assert scene.conditions == {"fog", "autumn", "rain"}
    assert scene.moods == {"dark"}
    assert read("mountain lake", SEED).details == {"water"}
    assert read("a snowy sunny day", SEED).conditions == {"snow"}


def test_words_we_do_not_know_and_styles_we_cannot_paint_are_unknown() -> None:
    scene = read("anime flurble dog in watercolor", SEED)
    assert scene.unknown == ("flurble", "anime")
    assert scene.styles == {"anime", "watercolor"}
    assert len(read(" ".join(f"zq{n}zq" for n in range(500)), SEED).unknown) == MAX_UNKNOWN


def test_no_more_subjects_than_a_picture_can_show() -> None:
    assert len(read("dog cat horse cow pig duck", SEED).subjects) == MAX_SUBJECTS


def test_plurals_and_participles_are_found_only_where_the_stem_is_known() -> None:
    assert meaning("foxes") == meaning("fox")
    assert meaning("knives") is None or meaning("knives") == meaning("knife")
    assert meaning("bus") != meaning("bu")
    assert meaning("thing") is None


def test_tokens_keep_any_script_and_emoji() -> None:
    assert tokens("Don't STOP—été हिन्दी 海辺 🐶🐱!") == ["dont", "stop", "été", "हिन्दी", "海辺", "🐶", "🐱"]
    assert tokens("👩🏽‍🚀 ☂️") == ["👩🚀", "☂"]
    assert tokens("red_car-fast/slow") == ["red", "car", "fast", "slow"]


@given(st.text(max_size=400), st.integers(0, 2**31 - 1))
def test_reading_is_total_and_bounded(prompt: str, seed: int) -> None:
    scene = read(prompt, seed)
    assert scene == read(prompt, seed)
    assert scene.place in PLACES
    assert len(scene.subjects) <= MAX_SUBJECTS
    assert len(tokens(prompt)) <= MAX_WORDS
