"""What ordinary prompts ask for: calm sides, words of several senses, and how things stand to each other."""

from __future__ import annotations

import pytest

from imgorigin.painters.sketch.calm import side_of, widened
from imgorigin.painters.sketch.picture import drawn, pictured
from imgorigin.painters.sketch.places.concept import _places
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.reading.senses import in_context
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.composing import compositions
from imgorigin.painters.sketch.subjects.groups import size_of

SEED = 5


# ------------------------------------------------------------------------------------------ calm sides


@pytest.mark.parametrize(
    ("prompt", "place", "calm"),
    [
        ("hero banner for a bank with copy space", "field", "left"),
        ("laptop on a desk, copy space on the left", "table", "left"),
        ("red fox in a forest with negative space on the right", "forest", "right"),
        ("mountains at sunset, room for text at the top", "mountains", "top"),
        ("empty office with white space", "office", "left"),
        ("rocket in space", "space", ""),
        ("girl on the left of a tree", "field", ""),
    ],
)
def test_space_for_text_is_no_outer_space(prompt: str, place: str, calm: str) -> None:
    scene = read(prompt, SEED)
    assert (scene.place, scene.calm, scene.unknown) == (place, calm, ())


@pytest.mark.parametrize("prompt", ["red fox in a forest", "laptop on a desk", "wine cellar with a cat"])
def test_what_is_seen_stands_beside_the_text(prompt: str) -> None:
    left = pictured(read(f"{prompt}, copy space on the left", SEED), 1600, 900).focus[0]
    right = pictured(read(f"{prompt}, copy space on the right", SEED), 1600, 900).focus[0]
    assert left > 0.6
    assert right < 0.4


def test_a_veil_lies_over_the_calm_side_only_where_words_ask_for_one() -> None:
    assert 'id="v0"' in drawn(read("red fox, copy space", SEED), 1600, 900)
    assert 'id="v0"' not in drawn(read("red fox", SEED), 1600, 900)


def test_an_upright_picture_has_its_text_above() -> None:
    scene = read("red fox, copy space on the left", SEED)
    assert [side_of(scene, *size) for size in ((900, 900), (900, 1600))] == ["left", "top"]


@pytest.mark.parametrize("prompt", ["growth", "team meeting"])
def test_what_fills_a_place_leaves_a_banner_a_side(prompt: str) -> None:
    scene = read(prompt, SEED)
    assert [side_of(scene, *size) for size in ((1600, 900), (1920, 400))] == ["", "left"]


# -------------------------------------------------------------------------------------------- senses


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        ("mouse on a desk next to a keyboard", ["computer-mouse", "keyboard"]),
        ("mouse and a cheese", ["mouse", "cheese-wedge"]),
        ("bread on a wooden board", ["bread", "chopping-board"]),
        ("bank of a river", []),
        ("bank with columns", ["bank"]),
        ("sea lion", ["seal"]),
        ("podcast with a microphone", ["studio-microphone"]),
        ("dog under a lamp post", ["dog", "street-lamp"]),
    ],
)
def test_words_of_several_senses(prompt: str, names: list[str]) -> None:
    assert [one.name for one in read(prompt, SEED).subjects] == names


def test_words_are_left_alone_without_their_context() -> None:
    words = "a mouse in the grass".split()
    assert in_context(words) == words


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("modern minimalist bedroom with large window", "bedroom"),
        ("wine cellar with barrels", "cellar"),
        ("Venice canal with gondola", "canal"),
        ("church interior", "church"),
        ("restaurant", "dining"),
        ("pyramid in the desert", "desert"),
        ("404 page not found", "concept"),
        ("SaaS dashboard on a laptop screen", "concept"),
        ("minimalist product photo of a camera", "studio"),
    ],
)
def test_where_ordinary_prompts_lead(prompt: str, place: str) -> None:
    assert read(prompt, SEED).place == place


# ---------------------------------------------------------------------------------------------- rooms


@pytest.mark.parametrize(
    "prompt", ["fireplace", "living room with a fireplace", "christmas tree by the fireplace"]
)
def test_a_fireplace_stands_in_the_room_instead_of_the_sofa(prompt: str) -> None:
    scene = read(prompt, SEED)
    assert scene.place == "room"
    assert "fireplace" in [one.name for one in scene.subjects]


def test_an_empty_office_has_nobody_in_it() -> None:
    assert 'class="people"' in drawn(read("office", SEED), 1600, 900)
    assert 'class="people"' not in drawn(read("empty office", SEED), 1600, 900)


# ------------------------------------------------------------------------------------------ relations


def test_said_sizes_win_over_true_ones() -> None:
    mouse, elephant = Subject("mouse", "mouse", size="giant"), Subject("elephant", "elephant", size="small")
    assert size_of(mouse) > size_of(elephant)
    assert size_of(Subject("elephant", "elephant", size="tiny")) < size_of(Subject("cat", "cat"))


@pytest.mark.parametrize(("side", "sign"), [("left", -1), ("right", 1)])
def test_left_and_right_of_a_thing(side: str, sign: int) -> None:
    scene = read(f"girl on the {side} of a tree", SEED)
    (one,) = compositions(scene.subjects, SEED)
    places = {piece.subject.name: piece.x for piece in one.group.pieces}
    assert (places["girl"] - places["deciduous-tree"]) * sign > 0


def test_flowers_in_a_vase_are_one_drawing() -> None:
    (one,) = compositions(read("a dozen roses in a glass vase", SEED).subjects, SEED)
    assert [piece.subject.name for piece in one.group.pieces] == ["vase-of-roses"]


def test_a_bowl_is_as_large_as_its_fruit_wants_it() -> None:
    (few,) = compositions(read("an apple in a bowl", SEED).subjects, SEED)
    (many,) = compositions(read("seven red apples in a bowl", SEED).subjects, SEED)
    assert many.group.pieces[-1].size > few.group.pieces[-1].size
    assert len(many.group.pieces) == 8


def test_who_is_with_another_on_a_bench_sits_there_too() -> None:
    (one,) = compositions(read("woman with a dog on a bench", SEED).subjects, SEED)
    woman = next(piece for piece in one.group.pieces if piece.subject.name == "woman")
    assert woman.subject.pose == "sitting"


def test_a_houses_roof_is_no_second_house() -> None:
    scene = read("a blue house with a red door and a green roof", SEED)
    assert [one.name for one in scene.subjects] == ["house"]


@pytest.mark.parametrize("calm", ["left", "right"])
@pytest.mark.parametrize("width", [1920, 2400, 3200])
def test_what_stands_about_an_idea_stays_in_the_picture_beside_calm_space(width: int, calm: str) -> None:
    height, half_a_card = 400, 130
    stage = Stage(read("growth", 1), widened(width, height, calm), calm=calm)
    seen = stage.w * width / widened(width, height, calm)[0]
    first = 0.0 if calm == "left" else stage.w - seen
    places = list(_places(stage))
    assert places
    assert all(first + half_a_card <= x <= first + seen - half_a_card for x, _ in places)
