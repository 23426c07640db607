"""Animals that are drawn in more than one pose and coat."""

from __future__ import annotations

import pytest

from imgorigin.painters.sketch.describe import alt_of
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.composing import compositions
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.variants import drawing_of


def drawn(prompt: str) -> list[str]:
    """The drawings in the picture, by name."""
    found = compositions(read(prompt, 7).subjects, 7)
    return [drawing_of(piece.subject) for one in found for piece in one.group.pieces]


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("a dog", "dog"),
        ("a dog running on the beach", "dog running"),
        ("a dog jumping", "dog running"),
        ("a sitting dog", "dog sitting"),
        ("a spotted dog", "dog spotted"),
        ("a running dalmatian", "dog spotted running"),
        ("a black and white dog sitting", "dog pied sitting"),
        ("a border collie", "dog pied"),
        ("a husky in the snow", "dog husky"),
        ("a golden retriever", "dog"),
        ("a horse running", "horse"),
    ],
)
def test_the_drawing_has_the_pose_and_the_coat_that_the_words_say(prompt: str, name: str) -> None:
    assert drawn(prompt) == [name]


def test_pets_sit_on_furniture_and_run_after_others() -> None:
    assert "dog sitting" in drawn("a dog on a sofa")
    assert "dog running" in drawn("a dog chasing a cat")
    assert "dog" in drawn("a dog on a skateboard")


def test_the_coat_of_an_animal_is_told_and_that_of_a_person_is_none() -> None:
    assert alt_of(read("a spotted dog", 7)).startswith("A spotted dog")
    assert read("a spotted woman", 7).subjects[0].looks == ()


@pytest.mark.parametrize("pose", ["", "running", "sitting"])
def test_a_hat_moves_with_the_head(pose: str) -> None:
    hat = (Subject("hat", "hat"),)
    bare = icon_of(Subject("dog", "dog", pose=pose), 3)
    hatted = icon_of(Subject("dog", "dog", pose=pose, wearing=hat), 3)
    assert hatted.box[1] < bare.box[1] and hatted.box[3] == bare.box[3]
    assert hatted.markup.startswith(bare.markup)
