"""Prompts made better by rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.prompting import vocabulary
from imgorigin.prompting.composer import FIELDS, LONGEST, build, enhance, speaks_of, tidy

CUES = sorted({cue for cues in vocabulary.CUES.values() for cue in cues} | {*vocabulary.MOODS})
SUBJECTS = sorted({word for words in vocabulary.SUBJECTS.values() for word in words})
PROMPTS = st.lists(
    st.sampled_from([*SUBJECTS, *CUES, "a", "of", "with", ",", "der", "und", "狐", "night-time"]),
    min_size=1,
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("prompt", "tone", "enhanced"),
    [
        (
            "robot reading a book",
            "anime, cozy",
            "robot reading a book, anime style, cozy mood, medium shot with a clear focal point, soft warm "
            "light, warm colours, fine hand-made detail",
        ),
        (
            "a fox",
            "",
            "a fox, photograph, medium shot at eye level, soft natural light, natural colours, sharp focus "
            "with fine texture",
        ),
        (
            "a dragon over a castle",
            "",
            "a dragon over a castle, digital illustration, medium shot with a clear focal point, soft "
            "natural light, harmonious colours, fine hand-made detail",
        ),
        (
            "logo for a bakery",
            "",
            "logo for a bakery, centred composition, even light, few flat colours, crisp clean lines",
        ),
        (
            "mountain valley, dramatic",
            "",
            "mountain valley, dramatic, photograph, wide view with a clear foreground, strong side light "
            "with deep shadows, high-contrast colours, sharp focus with fine texture",
        ),
        ("ein Fuchs im Schnee", "", "ein Fuchs im Schnee"),
        ("ein Fuchs im Schnee", "watercolor", "ein Fuchs im Schnee, watercolor painting"),
        ("赤い狐", "anime", "赤い狐, anime style"),
    ],
)
def test_a_short_idea_becomes_a_whole_prompt(prompt: str, tone: str, enhanced: str) -> None:
    assert enhance(prompt, tone) == enhanced


@pytest.mark.parametrize(
    ("prompt", "tone", "absent"),
    [
        ("a red bicycle at night", "", "light,"),
        ("watercolor of a harbour", "", "photograph"),
        ("watercolor of a harbour", "anime", "anime"),
        ("a cat, black and white", "", "colours"),
        ("macro of a beetle", "", "shot"),
        ("logo for a bakery", "", "lens"),
        ("a nebula", "", "sunlight"),
    ],
)
def test_nothing_is_contradicted(prompt: str, tone: str, absent: str) -> None:
    assert absent not in enhance(prompt, tone)


@given(PROMPTS, st.sampled_from(["", "cozy", "anime, cozy", "warm and dreamy", "noir / tense"]))
def test_enhancing_twice_adds_nothing_and_keeps_every_word(prompt: str, tone: str) -> None:
    once = enhance(prompt, tone)
    assert once.startswith(tidy(prompt))
    assert enhance(once, tone) == once
    assert len(once) <= LONGEST


def test_what_is_added_speaks_of_what_it_is_added_for() -> None:
    for mood, (light, palette) in vocabulary.MOODS.items():
        assert "light" in speaks_of(light), mood
        assert "palette" in speaks_of(palette), mood
    for phrase in (*vocabulary.COMPOSITION_OF.values(), vocabulary.USUAL_COMPOSITION):
        assert "composition" in speaks_of(phrase), phrase
    for phrase in vocabulary.DETAIL_OF.values():
        assert "detail" in speaks_of(phrase), phrase


def test_a_prompt_that_is_as_long_as_can_be_stays() -> None:
    prompt = "x" * LONGEST
    assert enhance(prompt) == prompt


@pytest.mark.parametrize(
    ("fields", "built"),
    [
        (
            {
                "subject": "fox in a scarf",
                "setting": "snowy forest",
                "mood": "cozy",
                "art_style": "watercolor",
            },
            "fox in a scarf, snowy forest, cozy mood, watercolor painting",
        ),
        (
            {
                "extras": "falling snow",
                "subject": "a fox.",
                "setting": "a snowy forest",
                "lighting": "golden hour",
            },
            "a fox in a snowy forest, golden hour lighting, falling snow",
        ),
        ({"subject": "a fox", "setting": "under an oak"}, "a fox under an oak"),
        ({"setting": "the moon"}, "in the moon"),
        ({"mood": "quiet and a little sad"}, "quiet and a little sad"),
        ({"lighting": "soft window light", "camera": "85mm lens"}, "soft window light, 85mm lens"),
        ({"art_style": "ukiyo-e"}, "ukiyo-e style"),
        ({"art_style": "flat design"}, "flat design"),
        ({"subject": "a cozy fox", "mood": "Cozy", "extras": "a fox"}, "a cozy fox"),
        ({"subject": "  ", "camera": "from above"}, "from above"),
    ],
)
def test_a_prompt_is_built_in_the_order_of_its_fields(fields: dict[str, str], built: str) -> None:
    assert build(fields) == built


@given(st.dictionaries(st.sampled_from(FIELDS), PROMPTS, min_size=1))
def test_every_word_of_a_field_is_said(fields: dict[str, str]) -> None:
    built = build(fields).casefold()
    for text in fields.values():
        assert all(word.strip(" ,;:.") in built for word in tidy(text).casefold().split())
