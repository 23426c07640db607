from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.errors import NotUnderstood
from imgorigin.painters.sketch.edits import edited
from imgorigin.painters.sketch.lexicon import COLORS
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene
from tests.painters.sketch.pictures import PROMPTS, checked, outlines, painted

SEED = 5


def after(prompt: str, *instructions: str) -> Scene:
    scene, not_done = edited(read(prompt, SEED), instructions)
    assert not not_done
    return scene


@pytest.mark.parametrize(
    ("instruction", "time", "conditions", "moods"),
    [
        ("make it night", "night", set(), set()),
        ("make the sky a sunset", "sunset", set(), set()),
        ("golden hour", "golden", set(), set()),
        ("add snow", "day", {"snow"}, set()),
        ("make it rainy", "day", {"rain"}, set()),
        ("make it rain at night", "night", {"rain"}, set()),
        ("autumn", "day", {"autumn"}, set()),
        ("add northern lights", "night", {"aurora"}, set()),
        ("make it warmer", "day", set(), {"warm"}),
        ("make it pastel", "day", set(), {"pastel"}),
        ("turn it black and white", "day", set(), {"bw"}),
        ("foggier please", "day", {"fog"}, set()),
    ],
)
def test_what_an_instruction_changes(
    instruction: str, time: str, conditions: set[str], moods: set[str]
) -> None:
    before, scene = read("happy dog", SEED), after("happy dog", instruction)
    assert (scene.time, set(scene.conditions), set(scene.moods)) == (time, conditions, moods)
    assert (scene.seed, scene.place, scene.subjects) == (before.seed, before.place, before.subjects)


def test_weather_can_be_taken_away() -> None:
    assert not after("dog in the snow", "remove the snow").conditions
    assert not after("dog in the rain", "make it sunny").conditions
    assert after("dog in the snow", "make it spring").conditions == {"flowers"}
    assert not after("dog in the snow", "make it summer and add sunshine").conditions
    assert after("snowy forest", "remove the snow and add fog").conditions == {"fog"}


def test_instructions_add_up_and_the_last_of_opposites_counts() -> None:
    scene = after("happy dog", "make it night", "add snow", "vivid", "pastel")
    assert (scene.time, set(scene.conditions), set(scene.moods)) == ("night", {"snow"}, {"pastel"})
    assert after("happy dog", "night with northern lights", "make it day").conditions == set()


def test_a_colour_goes_to_the_subject_named_with_it() -> None:
    scene = after("a dog and a car", "make the car green")
    assert {subject.name: subject.color_name for subject in scene.subjects} == {
        "dog": "",
        "automobile": "green",
    }
    held = after("person with umbrella", "a red umbrella").subjects[0].holding
    assert held and held.color == COLORS["red"]


def test_or_to_the_wall_or_to_everything() -> None:
    assert after("mountains", "make it purple").tint == COLORS["purple"]
    assert after("abstract pattern", "make it purple").color == COLORS["purple"]
    assert after("dog on white background", "blue background").backdrop == COLORS["blue"]


def test_what_is_not_understood_is_said() -> None:
    scene, not_done = edited(read("dog", SEED), ["zonk it", "make it night"])
    assert scene.time == "night"
    assert not_done == ("zonk it",)
    with pytest.raises(NotUnderstood, match="add snow"):
        edited(read("dog", SEED), ["zonk it", ""])


def test_no_instructions_change_nothing() -> None:
    scene = read("dog", SEED)
    assert edited(scene, ()) == (scene, ())


EDITS = ("make it night", "make the sky a sunset", "add snow", "make it rainy", "autumn", "pastel", "fog")
LIGHT = frozenset({"sky", "sun", "stars", "glitter", "fog", "water"})
"""Layers that show the light itself."""


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("instruction", EDITS)
def test_an_edit_moves_nothing(prompt: str, instruction: str) -> None:
    before = outlines(checked(painted(prompt).data))
    changed = outlines(checked(painted(prompt, instruction).data))
    for layer in before.keys() & changed.keys() - LIGHT:
        assert before[layer] <= changed[layer] or changed[layer] <= before[layer], layer


@pytest.mark.parametrize(
    ("prompt", "layers"),
    [
        ("sunset over mountains", {"range-0", "range-1", "hill-0", "pines-2"}),
        ("happy dog playing", {"range", "near-hill", "left-trees", "grass", "subjects"}),
        ("tropical beach with palm trees", {"coast", "sand", "palms", "parasol"}),
        (
            "person with yellow umbrella on a rainy city street",
            {"houses-left", "pavement", "lamp", "subjects"},
        ),
    ],
)
@pytest.mark.parametrize("instruction", ["make it night", "make it a sunset", "add snow"])
def test_and_loses_none_of_the_land(prompt: str, layers: set[str], instruction: str) -> None:
    before = outlines(checked(painted(prompt).data))
    changed = outlines(checked(painted(prompt, instruction).data))
    for layer in layers:
        assert before[layer] and before[layer] <= changed[layer], layer


@given(st.text(max_size=100))
def test_any_instruction_is_carried_out_or_refused(instruction: str) -> None:
    scene = read("happy dog", SEED)
    try:
        changed, not_done = edited(scene, [instruction])
    except NotUnderstood:
        return
    assert not_done == ()
    assert (changed.seed, changed.place) == (scene.seed, scene.place)
