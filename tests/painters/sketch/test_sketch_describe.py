from __future__ import annotations

import pytest

from imgorigin.painters.sketch.describe import LONGEST_SLUG, MOST_TAGS, alt_of, slug_of, tags_of, title_of
from imgorigin.painters.sketch.edits import edited
from imgorigin.painters.sketch.reading import read

SEED = 5


@pytest.mark.parametrize(
    ("prompt", "alt", "title"),
    [
        ("sunset over mountains", "Mountains at sunset.", "Mountains at sunset"),
        (
            "happy dog playing",
            "A dog and a soccer ball in a green field on a sunny day.",
            "Dog and soccer ball",
        ),
        (
            "modern office team meeting",
            "A team meeting in a modern office.",
            "Team meeting in a modern office",
        ),
        (
            "futuristic city skyline at night",
            "A futuristic city skyline in neon light at night.",
            "Futuristic city skyline in neon light at night",
        ),
        (
            "blue ceramic coffee mug on wooden table",
            "A blue coffee mug on a wooden table.",
            "Blue coffee mug",
        ),
        (
            "northern lights over snowy forest",
            "A pine forest in the snow under the northern lights.",
            "Pine forest under the northern lights",
        ),
        (
            "robot reading a book in a cozy room",
            "A robot reading a book in a cozy room.",
            "Robot reading a book",
        ),
        (
            "abstract geometric pattern purple",
            "An abstract pattern of geometric tiles in purple.",
            "Purple abstract pattern",
        ),
        ("rocket launch into space", "A rocket launching into space.", "Rocket"),
        (
            "person with yellow umbrella on a rainy city street",
            "A person with a yellow umbrella on a city street in the rain.",
            "Person with a yellow umbrella",
        ),
        ("white headphones", "White headphones on a wooden table.", "White headphones"),
        ("an owl at night", "An owl in a forest at night.", "Owl"),
        ("growth", "An illustration of growth, with a potted plant.", "Growth"),
        ("red vintage car", "A red vintage car on a country road on a sunny day.", "Red vintage car"),
        ("students with laptops", "Students with laptops before a plain backdrop.", "Students with laptops"),
        ("unicorn under a rainbow", "A unicorn in a green field under a rainbow.", "Unicorn"),
        (
            "three kittens on a red sofa",
            "Three kittens on a red sofa in a cozy room.",
            "Three kittens on a red sofa",
        ),
        (
            "a cat and a dog beside a red bench",
            "A cat and a dog beside a red bench in a green field on a sunny day.",
            "Cat and dog beside a red bench",
        ),
        (
            "a girl with a dog under a tree",
            "A girl with a dog under a tree in a green field on a sunny day.",
            "Girl with a dog under a tree",
        ),
        ("a basket of apples", "Apples in a basket on a wooden table.", "Apples in a basket"),
        ("a flock of birds", "A flock of birds in a green field on a sunny day.", "Flock of birds"),
        ("a dozen eggs", "A dozen eggs on a wooden table.", "A dozen eggs"),
        ("happy family in a park", "A family in a park on a sunny day.", "Family"),
        (
            "an old man walking a dog",
            "An old man walking a dog in a green field on a sunny day.",
            "Old man walking a dog",
        ),
        (
            "woman with red hair in a yellow dress",
            "A woman with red hair in a yellow dress in a green field on a sunny day.",
            "Woman with red hair in a yellow dress",
        ),
        ("a red fox in a snowy field", "A red fox in a snowy field.", "Red fox"),
        ("portrait of a woman", "A portrait of a woman before a plain backdrop.", "Woman"),
        ("🐶", "A dog in a green field on a sunny day.", "Dog"),
    ],
)
def test_a_scene_in_plain_language(prompt: str, alt: str, title: str) -> None:
    scene = read(prompt, SEED)
    assert alt_of(scene) == alt
    assert title_of(scene) == title


def test_edits_are_part_of_the_description() -> None:
    scene, _ = edited(read("happy dog", SEED), ["make it night", "add snow", "black and white"])
    assert alt_of(scene) == "A dog in a snowy field at night, in black and white."


def test_tags_are_single_terms_the_subject_first() -> None:
    assert tags_of(read("three kittens on a red sofa at sunset", SEED)) == [
        "kitten",
        "sofa",
        "room",
        "sunset",
        "red",
    ]
    tags = tags_of(read("a cat, a dog, a red car and a blue house in fog, rain and snow at night", SEED))
    assert len(tags) == len(set(tags)) <= MOST_TAGS
    assert all(tag == tag.lower() for tag in tags)


@pytest.mark.parametrize(
    ("prompt", "slug"),
    [
        ("a cat on a red sofa", "cat-on-a-red-sofa"),
        ("sunset over mountains", "mountains-at-sunset"),
        ("🐶 at night", "dog-night"),
        ("happy dog", "dog"),
    ],
)
def test_a_slug_is_short_and_readable(prompt: str, slug: str) -> None:
    assert slug_of(read(prompt, SEED)) == slug


def test_a_long_slug_ends_with_a_whole_word() -> None:
    slug = slug_of(read("woman with red hair in a yellow dress holding a cup of coffee", SEED))
    assert len(slug) <= LONGEST_SLUG
    assert slug == "woman-with-red-hair-in-a-yellow-dress-with-a-cup-of-coffee"
