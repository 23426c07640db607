from __future__ import annotations

import pytest

from imgorigin.painters.sketch.describe import alt_of, title_of
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
        ("red vintage car", "A red car on a country road on a sunny day.", "Red car"),
        ("students with laptops", "A student and a laptop before a plain backdrop.", "Student and laptop"),
        ("unicorn under a rainbow", "A unicorn in a green field under a rainbow.", "Unicorn"),
        ("🐶", "A dog in a green field on a sunny day.", "Dog"),
    ],
)
def test_a_scene_in_plain_language(prompt: str, alt: str, title: str) -> None:
    scene = read(prompt, SEED)
    assert alt_of(scene) == alt
    assert title_of(scene) == title


def test_edits_are_part_of_the_description() -> None:
    scene, _ = edited(read("happy dog", SEED), ["make it night", "add snow", "black and white"])
    assert alt_of(scene) == "A dog in a snowy field at night in the snow, in black and white."
