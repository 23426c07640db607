"""Animals that are drawn in more than one pose and coat."""

from __future__ import annotations

import re

import pytest

from imgorigin.painters.sketch.describe import alt_of
from imgorigin.painters.sketch.picture import drawn as drawing
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.composing import compositions
from imgorigin.painters.sketch.subjects.drawn.base import LIT, WINDOW
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
        ("a sleeping dog", "dog sleeping"),
        ("a spotted dog", "dog spotted"),
        ("a running dalmatian", "dog spotted running"),
        ("a black and white dog sitting", "dog pied sitting"),
        ("a border collie", "dog pied"),
        ("a husky in the snow", "dog husky"),
        ("a golden retriever", "dog"),
        ("a horse running", "horse"),
        ("a cat", "cat"),
        ("a sleeping cat", "cat sleeping"),
        ("a black cat sitting", "black-cat sitting"),
        ("a black and white cat", "cat pied"),
    ],
)
def test_the_drawing_has_the_pose_and_the_coat_that_the_words_say(prompt: str, name: str) -> None:
    assert drawn(prompt) == [name]


def test_pets_sit_on_furniture_and_run_after_others() -> None:
    assert "dog sitting" in drawn("a dog on a sofa")
    assert "cat sleeping" in drawn("a cat sleeping on a sofa")
    assert "dog running" in drawn("a dog chasing a cat")
    assert "dog" in drawn("a dog on a skateboard")


def test_the_coat_of_an_animal_is_told_and_that_of_a_person_is_none() -> None:
    assert alt_of(read("a spotted dog", 7)).startswith("A spotted dog")
    assert read("a spotted woman", 7).subjects[0].looks == ()


@pytest.mark.parametrize(("prompt", "own"), [("a cat in a living room", True), ("a cat on a sofa", False)])
def test_a_room_has_no_sofa_behind_the_one_that_is_named(prompt: str, own: bool) -> None:
    svg = drawing(read(prompt, 7), 900, 900)
    assert bool(re.search(r'<g class="seat">\s*<\w', svg)) is own


def share_of_height(prompt: str, size: tuple[int, int]) -> float:
    """What the first subject takes of the picture's height."""
    scene = read(prompt, 7)
    stage = Stage(scene, size)
    PLACES[scene.place].paint(stage)
    sight = stage.sights[0]
    return (sight.foot - sight.top) / stage.h


def test_a_being_alone_is_not_lost_in_a_landscape() -> None:
    assert 0.45 < share_of_height("a woman walking in a park", (1600, 900)) < 0.65
    assert 0.44 < share_of_height("a man on the beach", (1600, 900)) < 0.65
    assert share_of_height("a dog running on the beach", (1600, 900)) > 0.28


def test_a_cat_is_smaller_than_the_sofa_of_its_room() -> None:
    for size in ((900, 900), (1600, 900), (900, 1600)):
        stage = Stage(read("a cat", 7), size)
        PLACES["room"].paint(stage)
        cat = stage.sights[0]
        assert (cat.right - cat.left) < 0.6 * min(stage.w * 0.84, 860)


@pytest.mark.parametrize("pose", ["", "running", "sitting"])
def test_a_hat_moves_with_the_head(pose: str) -> None:
    hat = (Subject("hat", "hat"),)
    bare = icon_of(Subject("dog", "dog", pose=pose), 3)
    hatted = icon_of(Subject("dog", "dog", pose=pose, wearing=hat), 3)
    assert hatted.box[1] < bare.box[1] and hatted.box[3] == bare.box[3]
    assert hatted.markup.startswith(bare.markup)


@pytest.mark.parametrize("prompt", ["a house", "a cabin in a forest"])
def test_the_windows_of_a_house_are_lit_at_night(prompt: str) -> None:
    day, night = (drawing(read(f"{prompt} at {time}", 7), 900, 900) for time in ("noon", "night"))
    assert LIT[0] in night and WINDOW[0] not in night
    assert (WINDOW[0] in day) is (prompt == "a house")
