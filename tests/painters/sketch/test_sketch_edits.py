from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imgorigin.errors import NotUnderstood
from imgorigin.painters.sketch.edits import UNDERSTOOD, edited, is_style
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
    assert after("forest in the snow", "make it summer").place == "forest"
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
    scene, not_done = edited(read("dog", SEED), ["zonk it and make it night"])
    assert scene.time == "night"
    assert not_done == ("zonk it",)
    for chain in (["zonk it", "make it night"], ["make it night", "zonk it"]):
        with pytest.raises(NotUnderstood, match="could be done: 'zonk it'"):
            edited(read("dog", SEED), chain)
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
    try:
        changed = outlines(checked(painted(prompt, instruction).data))
    except NotUnderstood as refused:
        assert "nothing of it is to be seen" in refused.detail
        return
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


@settings(deadline=None)
@given(st.text(max_size=100))
def test_any_instruction_is_carried_out_or_refused(instruction: str) -> None:
    scene = read("happy dog", SEED)
    try:
        changed, not_done = edited(scene, [instruction])
    except NotUnderstood:
        return
    assert changed != scene or not not_done
    assert changed.seed == scene.seed


WISHES = (
    "make it night|add two birds|remove the dog|replace the dog with a cat|bigger|red|beach|text hi|and|,"
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WISHES.replace("|", " | ").split(" | ") + WISHES.split()), max_size=12))
def test_nor_does_a_jumble_of_known_words_break_anything(words: list[str]) -> None:
    for prompt in ("happy dog", "woman with a red umbrella in a cafe", "abstract pattern"):
        try:
            changed, _ = edited(read(prompt, SEED), [" ".join(words)])
        except NotUnderstood:
            continue
        assert all(one.other < len(changed.subjects) for one in changed.subjects)


# -------------------------------------------------------------------------------------------- subjects


def names(scene: Scene) -> list[str]:
    return [subject.name for subject in scene.subjects]


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("happy dog", "add a red balloon", ["dog", "balloon"]),
        ("happy dog", "add a cat and a rabbit", ["dog", "cat", "rabbit"]),
        ("happy dog", "replace the dog with a cat", ["cat"]),
        ("happy dog", "a cat instead of the dog", ["cat"]),
        ("happy dog", "turn it into a cat", ["cat"]),
        ("happy dog", "make the dog a cat", ["cat"]),
        ("happy dog and a car", "turn the car into a bicycle", ["dog", "bicycle"]),
        ("happy dog and a car", "remove the dog", ["automobile"]),
        ("happy dog and a car", "the dog remove", ["automobile"]),
        ("happy dog", "get rid of the dog", []),
        ("happy dog", "delete the puppy, please", []),
    ],
)
def test_subjects_are_added_replaced_and_removed(prompt: str, instruction: str, expected: list[str]) -> None:
    before, scene = read(prompt, SEED), after(prompt, instruction)
    assert names(scene) == expected
    assert (scene.seed, scene.place, scene.time) == (before.seed, before.place, before.time)
    assert not scene.tint


def test_what_is_held_is_removed_replaced_and_given() -> None:
    prompt = "woman with a red umbrella"
    assert names(after(prompt, "remove the umbrella")) == ["woman"]
    assert not after(prompt, "remove the umbrella").subjects[0].holding
    held = after(prompt, "replace the umbrella with a balloon").subjects[0].holding
    assert held and held.name == "balloon"
    given_one = after("happy dog", "give the dog a red balloon").subjects
    assert given_one[0].holding and given_one[0].holding.color == COLORS["red"]


def test_an_added_thing_has_its_own_colour_and_number() -> None:
    scene = after("happy dog", "add three blue birds")
    assert scene.subjects[1].color == COLORS["blue"]
    assert scene.subjects[1].count == 3
    assert scene.subjects[0].color == ""


def test_where_an_added_thing_goes_is_kept() -> None:
    cat = after("a bench in the park", "put a cat on the bench").subjects[1]
    assert (cat.name, cat.relation, cat.other) == ("cat", "on", 0)
    assert after("a bench in the park", "put a cat on the bench", "remove the bench").subjects[0].other == -1


def test_something_is_added_for_people_who_are_there() -> None:
    assert names(after("friends at the beach", "add a dog for the kids")) == ["person", "dog"]


def test_sizes_add_up_within_bounds() -> None:
    assert after("happy dog", "bigger").subjects[0].scale == pytest.approx(1.4)
    assert 1 < after("happy dog", "make the dog slightly bigger").subjects[0].scale < 1.4
    with pytest.raises(NotUnderstood, match="nothing of it is to be seen"):
        after("happy dog", *["much bigger"] * 6)
    with pytest.raises(NotUnderstood, match="nothing of it is to be seen"):
        after("happy dog", *["tiny"] * 6)


def test_what_is_not_there_cannot_be_removed_and_says_so() -> None:
    with pytest.raises(NotUnderstood, match="no umbrella in the picture"):
        edited(read("happy dog", SEED), ["remove the umbrella"])


# ---------------------------------------------------------------------------------- places and backdrops


@pytest.mark.parametrize(
    ("instruction", "place"),
    [
        ("move it to the beach", "beach"),
        ("change the background to a forest", "forest"),
        ("put the dog on the beach", "beach"),
        ("forest background", "forest"),
        ("take him to space", "space"),
    ],
)
def test_the_place_changes_and_the_subject_stays(instruction: str, place: str) -> None:
    scene = after("happy dog", instruction)
    assert (scene.place, names(scene)) == (place, ["dog"])


def test_backdrops_and_skies_take_a_colour() -> None:
    white = after("happy dog", "white background")
    assert (white.place, white.backdrop, names(white)) == ("studio", COLORS["white"], ["dog"])
    sky = after("happy dog", "make the sky purple")
    assert (sky.sky, sky.tint, sky.place) == (COLORS["purple"], "", "field")
    assert after("robot in a cozy room", "make the wall green").color == COLORS["green"]


def test_a_style_is_one_that_the_painter_knows_by_name() -> None:
    assert is_style("watercolor")
    assert not is_style("dog")
    assert after("happy dog", "make it a watercolor").styles == {"watercolor"}


# ------------------------------------------------------------------------------- clothes and nature


def test_clothes_and_hair_belong_to_who_wears_them() -> None:
    red = after("portrait of a woman", "make her hair red")
    assert [(one.name, one.color) for one in red.subjects[0].wearing] == [("hair", COLORS["red"])]
    assert (red.color, len(red.subjects)) == ("", 1)
    for instruction in ("give the fox a scarf", "add a scarf"):
        fox = after("red fox in a forest", instruction).subjects
        assert [(one.name, one.holding) for one in fox] == [("fox", None)]
        assert [one.name for one in fox[0].wearing] == ["scarf"]
    assert not after("portrait of a woman", "add glasses", "remove the glasses").subjects[0].wearing


def test_a_colour_alone_goes_to_the_only_subject() -> None:
    for instruction in ("make it blue", "blue", "turn it blue"):
        scene = after("red car", instruction)
        assert (scene.subjects[0].color_name, scene.tint) == ("blue", "")
    assert after("a dog and a car", "make it purple").tint == COLORS["purple"]


def test_what_a_landscape_has_is_added_where_it_is() -> None:
    for instruction in ("more trees", "add trees", "add clouds", "remove the sun", "make it spring"):
        scene = after("red fox in a forest", instruction)
        assert (scene.place, names(scene)) == ("forest", ["fox"])
    assert names(after("red fox in a field", "add trees")) == ["fox", "deciduous-tree"]


@pytest.mark.parametrize(
    ("prompt", "instruction"),
    [
        ("red fox in a forest", "remove the snow"),
        ("red fox in a forest", "add mountains"),
        ("red fox in a forest", "add sky"),
        ("red fox in a forest", "rotate 0"),
        ("red fox in a forest", "rotate 360 degrees"),
        ("red fox in a forest", "remove the background blur"),
        ("growth", "add snow"),
        ("mountains", "zoom out"),
    ],
)
def test_what_would_change_nothing_is_refused(prompt: str, instruction: str) -> None:
    with pytest.raises(NotUnderstood, match=instruction):
        edited(read(prompt, SEED), [instruction])


def test_what_is_so_already_is_told() -> None:
    scene = read("happy dog at night", SEED)
    assert edited(scene, ["make it night"]) == (scene, ("make it night: it is so already",))


def test_zooming_out_shows_more() -> None:
    assert after("happy dog", "zoom out").subjects[0].scale < 1
    assert after("happy dog", "zoom in", "zoom out") == read("happy dog", SEED)


@pytest.mark.parametrize("instruction", ["improve quality", "enhance", "make it better", "make it pop"])
def test_better_is_clearer_and_nobody_else(instruction: str) -> None:
    scene = after("red fox in a forest", instruction)
    assert [step.name for step in scene.finish] == ["enhance"]
    assert names(scene) == ["fox"]


def test_a_new_background_replaces_none() -> None:
    assert not after("cat on a sofa", "remove the background", "blue background").finish
    assert not after("happy dog", "remove the background", "move it to the beach").finish
    soft = after("happy dog", "blur the background", "remove the background blur")
    assert soft == read("happy dog", SEED)


@pytest.mark.parametrize(
    ("instruction", "style"),
    [("as a sketch", "line"), ("as a poster", "poster"), ("turn it into a painting", "oil")],
)
def test_a_style_goes_by_other_names_where_nothing_else_is_meant(instruction: str, style: str) -> None:
    assert after("happy dog", instruction).styles == {style}
    assert after("happy dog", instruction, "make it flat").styles == {"flat"}


# ------------------------------------------------------------------------------------------- clauses


def test_clauses_are_chained_and_each_is_judged() -> None:
    scene, not_done = edited(
        read("dog", SEED), ["make it night, add snow and a red border then zonk it and flip"]
    )
    assert (scene.time, set(scene.conditions)) == ("night", {"snow"})
    assert [step.name for step in scene.finish] == ["border", "flip"]
    assert not_done == ("zonk it",)


def test_an_address_has_no_commas() -> None:
    scene = after("happy dog", "make it night add snow replace the dog with a cat add text sale 50 percent")
    assert (scene.time, set(scene.conditions), names(scene)) == ("night", {"snow"}, ["cat"])
    assert [(step.name, step.text) for step in scene.finish] == [("text", "Sale 50%")]


def test_what_is_strange_in_a_clause_is_reported() -> None:
    scene, not_done = edited(read("dog", SEED), ["make it night with zonkified gizmos"])
    assert scene.time == "night"
    assert not_done and "zonkified" in not_done[0]


def test_the_refusal_names_what_is_understood() -> None:
    with pytest.raises(NotUnderstood) as caught:
        edited(read("dog", SEED), ["zonk it"])
    assert all(group in caught.value.detail for group in UNDERSTOOD)
