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
    assert enhance(prompt, tone).prompt == enhanced


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
    assert absent not in enhance(prompt, tone).prompt


@pytest.mark.parametrize(
    ("prompt", "tone", "left_out"),
    [
        ("sunset beach", "night", "night"),
        ("a dark gloomy forest", "bright cheerful", "bright cheerful"),
        ("a snowman in winter", "summer", "summer"),
        ("a watercolor painting of a cat", "photorealistic", "photorealistic"),
        ("a black and white photo of a singer", "vibrant", "vibrant"),
        ("no people, empty street at dawn", "crowded", "crowded"),
        ("a photo of a cat", "cinematic", ""),
        ("a cat", "cute cat", ""),
        ("a night market", "neon, rainy", ""),
    ],
)
def test_what_says_the_contrary_is_left_out_and_told(prompt: str, tone: str, left_out: str) -> None:
    written = enhance(prompt, tone)
    assert written.left_out == ((f"tone: {left_out}",) if left_out else ())
    added = written.prompt.removeprefix(prompt)
    assert not left_out or left_out not in added
    twice = {word for word in added.replace(",", " ").split() if word in prompt.split()}
    assert twice <= {"a"}


def test_of_fields_the_first_holds() -> None:
    fields = {"subject": "a lighthouse", "setting": "at night", "lighting": "midday sun", "mood": "eerie"}
    fields |= {"art_style": "anime", "extras": "photorealistic, seagulls"}
    written = build(fields)
    assert written.prompt == "a lighthouse at night, eerie mood, anime style, seagulls"
    assert written.left_out == ("lighting: midday sun", "extras: photorealistic")
    assert build({"subject": "a photo of a cat", "art_style": "oil"}).left_out == ("art_style: oil",)
    long = build(dict.fromkeys(("subject", "extras"), "x" * 1_500) | {"extras": "y " * 700})
    assert long.left_out[0].startswith("extras: y y y")


@given(PROMPTS, st.sampled_from(["", "cozy", "anime, cozy", "warm and dreamy", "noir / tense"]))
def test_enhancing_twice_adds_nothing_and_keeps_every_word(prompt: str, tone: str) -> None:
    once = enhance(prompt, tone)
    assert once.prompt.startswith(tidy(prompt))
    assert enhance(once.prompt, tone) == once
    assert len(once.prompt) <= LONGEST


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
    assert enhance(prompt).prompt == prompt


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
        ({"setting": "the moon"}, "on the moon"),
        ({"subject": "a cup", "setting": "an old kitchen"}, "a cup in an old kitchen"),
        ({"mood": "quiet and a little sad"}, "quiet and a little sad"),
        ({"lighting": "soft window light", "camera": "85mm lens"}, "soft window light, 85mm lens"),
        ({"art_style": "ukiyo-e"}, "ukiyo-e style"),
        ({"art_style": "flat design"}, "flat design"),
        ({"subject": "a cozy fox", "mood": "Cozy", "extras": "a fox"}, "a cozy fox"),
        ({"subject": "  ", "camera": "from above"}, "from above"),
    ],
)
def test_a_prompt_is_built_in_the_order_of_its_fields(fields: dict[str, str], built: str) -> None:
    assert build(fields).prompt == built


@given(st.dictionaries(st.sampled_from(FIELDS), PROMPTS, min_size=1))
def test_every_word_of_a_field_is_said_or_told_to_be_left_out(fields: dict[str, str]) -> None:
    built = build(fields)
    told = " ".join((built.prompt, *built.left_out)).casefold()
    for text in fields.values():
        assert all(word.strip(" ,;:.")[:50] in told for word in tidy(text).casefold().split())
