from __future__ import annotations

import pytest

from imgorigin.painters.sketch.lexicon import HOLDABLE, THINGS_NAMED_LIKE_COLORS
from imgorigin.painters.sketch.naming import NAMES
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.palette import lab
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.attaching import ATTACHED
from imgorigin.painters.sketch.subjects.composing import compositions
from imgorigin.painters.sketch.subjects.drawn import DRAWN
from imgorigin.painters.sketch.subjects.drawn.animals import HEADS
from imgorigin.painters.sketch.subjects.drawn.looks import FIGURES
from imgorigin.painters.sketch.subjects.drawn.poses import POSES
from imgorigin.painters.sketch.subjects.groups import Piece, group_of, members
from imgorigin.painters.sketch.subjects.icons import bust_of, icon_of, repainted
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import _tables, traits
from imgorigin.painters.sketch.svg import document
from tests.painters.sketch.pictures import checked

EVERYTHING = sorted({*pack().icons, *DRAWN, *FIGURES})


def drawing(markup: str) -> str:
    return document(markup, 32, 32, (32, 32), title="", about="")


def test_every_icon_and_drawing_is_sound() -> None:
    for name in EVERYTHING:
        for color in ("", "#e5383b"):
            icon = icon_of(Subject(name, name, color), seed=3)
            checked(drawing(icon.markup))
            assert icon.width > 1 and icon.height > 1, name


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_people_stand_with_and_without_umbrellas(name: str) -> None:
    for holding in (None, Subject("umbrella", "umbrella", "#f9c74f")):
        icon = icon_of(Subject(name, name, holding=holding), seed=3)
        checked(drawing(icon.markup))
        assert ("#f9c74f" in icon.markup) is bool(holding)


def test_the_tables_name_only_what_exists() -> None:
    known = {*EVERYTHING}
    assert set(NAMES.values()) <= known
    assert set(HEADS) <= known
    assert {*HOLDABLE, *THINGS_NAMED_LIKE_COLORS.values()} <= known
    by_name, _ = _tables()
    assert set(by_name) <= known
    assert {traits(name).home for name in known} <= set(PLACES)


def test_a_colour_repaints_the_main_colour_and_its_shades_only() -> None:
    markup = repainted(
        '<path fill="#ff0000"/><path fill="#CC0000"/><path fill="#00f"/>',
        ("#FF0000", "#cc0000", "#00f"),
        "#2f6fde",
    )
    assert '"#00f"' in markup
    first, second = markup.split("#")[1][:6], markup.split("#")[2][:6]
    assert lab("#" + first).lightness > lab("#" + second).lightness
    assert lab("#" + first).b < 0


def test_people_of_different_pictures_look_different() -> None:
    looks = {icon_of(Subject("office-worker", "ceo"), seed).markup for seed in range(12)}
    assert len(looks) > 3


@pytest.mark.parametrize("pose", POSES)
def test_people_in_every_pose_with_every_grip(pose: str) -> None:
    for held in ("open-book", "mug", "handbag", "balloon", "umbrella", "laptop", "kite"):
        subject = Subject("woman", "woman", pose=pose, holding=Subject(held, held, "#f9c74f"))
        checked(drawing(icon_of(subject, seed=3).markup))


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_everyone_has_a_portrait(name: str) -> None:
    checked(drawing(bust_of(Subject(name, name), seed=3).markup))


def test_several_people_are_all_different() -> None:
    crowd = group_of(Subject("person", "crowd", count=9), 3).pieces
    assert len({piece.icon.markup for piece in crowd}) == 9


def test_clothes_are_those_of_the_words() -> None:
    dressed = Subject("woman", "woman", wearing=(Subject("dress", "dress", "#12ab34"),))
    assert "#12ab34" in icon_of(dressed, seed=3).markup
    assert "#12ab34" not in icon_of(Subject("woman", "woman"), seed=3).markup


def _pieces(prompt: str) -> dict[str, Piece]:
    (composition,) = compositions(read(prompt, 5).subjects, 5)
    return {piece.subject.name: piece for piece in composition.group.pieces}


def test_who_is_on_something_rests_on_its_seat() -> None:
    found = _pieces("a cat on a sofa")
    cat, sofa = found["cat"], found["sofa"]
    assert sofa.y == 0 and -sofa.height < cat.y < 0
    assert abs(cat.x - sofa.x) < sofa.width / 2
    assert _pieces("a bird on a roof")["bird"].y < -0.8 * _pieces("a bird on a roof")["house"].height


def test_what_is_above_floats_clear_of_it_and_what_is_under_stands_within() -> None:
    found = _pieces("a balloon above a house")
    assert found["balloon"].y < -found["house"].height
    found = _pieces("a dog under a tree")
    assert found["dog"].height < found["deciduous-tree"].height
    assert abs(found["dog"].x - found["deciduous-tree"].x) < found["deciduous-tree"].width / 2


def test_what_is_in_something_is_drawn_behind_its_front() -> None:
    names = [
        piece.subject.name
        for piece in compositions(read("an apple in a bowl", 5).subjects, 5)[0].group.pieces
    ]
    assert names == ["red-apple", "bowl"]


@pytest.mark.parametrize("relation", ATTACHED)
@pytest.mark.parametrize("base", ["house", "bowl", "horse", "umbrella", "woman", "mug"])
def test_every_relation_to_anything(relation: str, base: str) -> None:
    for count in (1, 3, 9):
        pair = (Subject("cat", "cat", relation=relation, other=1, count=count), Subject(base, base))
        (composition,) = compositions(pair, 5)
        group = composition.group
        assert len(group.pieces) == count + 1
        assert 0 < group.width < 40 and 0 < group.height < 40


def test_a_circle_of_relations_ends() -> None:
    pair = (Subject("cat", "cat", relation="on", other=1), Subject("dog", "dog", relation="on", other=0))
    assert compositions(pair, 5)


def _middle(prompt: str, width: int, height: int) -> float:
    """Where, of the width, the first subject of a picture in a field stands."""
    scene = read(prompt, 5)
    stage = Stage(scene, (width, height))
    put_subjects(stage, Spot(ground=900, size=430))
    moves = [group.get("transform", "") for group in checked(drawing(stage.draw.text())).iter()]
    first = next(move for move in moves if move.startswith("translate") and "scale" in move)
    return float(first.split("(")[1].split()[0]) / stage.w


def test_one_subject_leaves_a_calm_side_in_wide_pictures() -> None:
    assert _middle("a dog", 1000, 1000) == pytest.approx(0.5, abs=0.01)
    assert _middle("a dog", 1920, 1080) == pytest.approx(0.645, abs=0.01)
    assert _middle("a dog", 1920, 400) == pytest.approx(0.71, abs=0.01)
    assert _middle("hero image of a dog", 1920, 1080) == pytest.approx(0.71, abs=0.01)


@pytest.mark.parametrize("width", [200, 1000, 8000])
def test_a_row_of_subjects_never_leaves_the_picture(width: int) -> None:
    subjects = (Subject("elephant", "elephant"), Subject("castle", "castle"), Subject("bus", "bus"))
    stage = Stage(Scene(seed=1, place="field", subjects=subjects), (width, 1000))
    put_subjects(stage, Spot(ground=900, size=430))
    root = checked(drawing(stage.draw.text()))
    moves = [group.get("transform", "") for group in root.iter() if "scale" in group.get("transform", "")]
    middles = [float(move.split("(")[1].split()[0]) for move in moves]
    assert len(middles) >= 3
    assert all(0 < middle < stage.w for middle in middles[:3])
    assert middles[:3] == sorted(middles[:3])


def test_robots_and_animals_hold_things_too() -> None:
    found = _pieces("a robot reading a book")
    assert found["open-book"].size < found["robot"].size
    assert -found["robot"].height < found["open-book"].y < 0


@pytest.mark.parametrize(
    ("prompt", "whole"),
    [
        ("solar panels on a roof", "house-with-panels"),
        ("red electric car at a charging station", "car-charging"),
        ("wind turbines and solar panels", "energy-park"),
        ("cactus in a pot", "potted-cactus"),
    ],
)
def test_what_belongs_together_is_one_drawing(prompt: str, whole: str) -> None:
    scene = read(prompt, 1)
    found = compositions(scene.subjects, 1)
    assert [one.root.name for one in found] == [whole]
    assert [one.color for one in scene.subjects][:1] == [found[0].root.color]


def test_the_earth_lies_below_what_is_above_it() -> None:
    stage = Stage(read("satellite above the earth", 1), (1600, 900))
    PLACES["space"].paint(stage)
    assert 'class="earth"' in stage.draw.text()


def test_the_hands_of_two_who_shake_them_meet() -> None:
    one, other = group_of(Subject("office-worker", "partner", count=2, pose="shaking hands"), 1).pieces
    assert other.flip and not one.flip
    assert 0 < one.x + one.width / 2 == pytest.approx(-(other.x - other.width / 2))


def test_who_stands_in_a_city_stands_on_a_quay() -> None:
    for prompt, quay in (("handshake in front of a skyline", True), ("sailboat in a city", False)):
        stage = Stage(read(prompt, 1), (1600, 900))
        PLACES["city"].paint(stage)
        assert ('class="quay"' in stage.draw.text()) is quay


def test_shoes_that_are_drawn_in_pairs_are_drawn_once() -> None:
    for prompt, pairs in (("red sneakers", 1), ("four red sneakers", 2)):
        scene = read(prompt, 1)
        assert len(members(scene.subjects[0])) == pairs
