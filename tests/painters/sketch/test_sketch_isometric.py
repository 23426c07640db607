"""Isometric models: every place has its own, and what stands in it is built of few blocks."""

from __future__ import annotations

import re

import pytest

from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.picture import drawn, pictured
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.styles.built import built
from imgorigin.painters.sketch.styles.dioramas import DIORAMAS
from imgorigin.painters.sketch.styles.solids import Ground
from tests.painters.sketch.pictures import checked, outlines
from tests.painters.sketch.test_sketch_places import scene

ISOMETRIC = frozenset({"isometric"})
_NO_WALLS = {"abstract", "concept", "studio", "table", "underwater"}
FOX = (Subject("fox", "fox"),)


def ground() -> Ground:
    return Ground(Stage(scene("room"), (1600, 900)), 800, 200, 50)


def test_models_are_of_places_and_rooms_have_walls() -> None:
    assert set(DIORAMAS) <= set(PLACES)
    assert len(DIORAMAS) > 50
    rooms = {name for name, place in PLACES.items() if place.indoors and name in DIORAMAS}
    assert {name for name, one in DIORAMAS.items() if one.room} == rooms - _NO_WALLS


@pytest.mark.parametrize(
    ("place", "like"), [("bakery", "cafe"), ("parking", "street"), ("playground", "park")]
)
def test_a_place_without_a_model_is_modelled_as_the_nearest(place: str, like: str) -> None:
    shapes = [outlines(checked(drawn(scene(name, styles=ISOMETRIC), 1600, 900))) for name in (place, like)]
    assert place not in DIORAMAS
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("place", PLACES)
def test_a_model_is_bounded_and_the_same_in_any_weather(place: str) -> None:
    plain = drawn(scene(place, styles=ISOMETRIC), 1600, 900)
    snowy = drawn(scene(place, styles=ISOMETRIC, conditions=frozenset({"fog"})), 1600, 900)
    assert len(plain) < 400_000
    assert outlines(checked(plain)).get("model") == outlines(checked(snowy)).get("model")


@pytest.mark.parametrize("place", ["kitchen", "village", "railway", "stadium", "stage_show", "harbor"])
def test_the_subject_stands_in_the_middle_of_the_model(place: str) -> None:
    picture = pictured(scene(place, styles=ISOMETRIC, subjects=FOX), 1600, 900)
    assert picture.focus[0] == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("seed", range(4))
def test_a_room_has_some_of_everything_along_its_walls(seed: int) -> None:
    picture = drawn(scene("bathroom", styles=ISOMETRIC, seed=seed), 1600, 900)
    water_of_tub, water_of_sink = "#9fd4e8", "#bfe3f0"
    assert picture.count(water_of_tub) >= 1
    assert picture.count(water_of_sink) >= 1


def test_what_is_built_of_blocks_is_turned_about_at_the_left_wall() -> None:
    item, ways = built("L 0 1 0 1 1 #00ff00"), []
    for i, j in ((6, 0), (0, 6)):
        plane = ground()
        item(plane, Stream("x"), i, j, True)
        corners = re.findall(r"[ML](\S+) (\S+?)(?=[LZ])", plane.draw.text())
        ways.append(float(corners[1][0]) - float(corners[0][0]))
    assert ways == [50, -50]


def test_a_choice_of_colours_is_made_once_for_an_item() -> None:
    item = built("0 0 0 1 1 1 #ff0000|#0000ff", "1 0 0 1 1 1 #ff0000|#0000ff")
    for seed in range(6):
        plane = ground()
        item(plane, Stream("choice", seed), 3, 3, True)
        assert len(set(re.findall(r'fill="(#[0-9a-f]{6})"', plane.draw.text()))) == 3
