"""Rooms: filled from wall to wall, lit by the hour, each seed's its own, and a sensible spot for things."""

from __future__ import annotations

import re

import pytest

from imgorigin.address import Size
from imgorigin.painters.sketch.elements.spots import is_small_thing
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from tests.painters.sketch.pictures import SVG, WIDE, checked, outlines, painted

ROOMS = (
    "bathroom bedroom classroom clinic garage gym home_office kitchen laboratory library room shop".split()
)
HALLS = "data_centre gallery stage_show warehouse".split()
BANNER = Size(1920, 400)


def svg(place: str, seed: int = 3, size: Size = WIDE, **differing: object) -> str:
    scene = Scene(**{"seed": seed, "place": place} | differing)  # type: ignore[arg-type]
    return drawn(scene, size.width, size.height)


@pytest.mark.parametrize("place", [*ROOMS, *HALLS, "cafe", "office", "table"])
def test_seeds_show_different_rooms(place: str) -> None:
    assert len({svg(place, seed) for seed in range(8)}) == 8


@pytest.mark.parametrize("place", [*ROOMS, *HALLS])
def test_an_hour_changes_the_light_and_nothing_else(place: str) -> None:
    day, evening, night = (svg(place, time=time) for time in ("day", "sunset", "night"))
    assert len({day, evening, night}) == 3
    shapes = [outlines(checked(text)) for text in (day, evening, night)]
    for layer in shapes[0].keys() - {"window", "furniture", "wall-row", "counter", "over-desk"}:
        assert shapes[0][layer] == shapes[2][layer], layer


@pytest.mark.parametrize("place", ROOMS)
def test_a_banner_is_furnished_from_wall_to_wall(place: str) -> None:
    banner = svg(place, size=BANNER)
    assert len(banner) < 200_000
    root = checked(banner)
    edges = [0.0, 0.0]
    for element in root.iter(f"{SVG}rect"):
        if float(element.get("width", 0)) < 400:
            x = float(element.get("x", 0))
            edges[0 if x < 1200 else 1] += x < 1200 or x > 3600
    assert min(edges) > 4


@pytest.mark.parametrize("place", [*ROOMS, *HALLS])
def test_a_drawing_stays_small(place: str) -> None:
    assert len(svg(place)) < 200_000


@pytest.mark.parametrize(
    ("thing", "small"), [("trophy", True), ("mug", True), ("dog", False), ("automobile", False)]
)
def test_things_stand_on_a_table_and_beings_on_the_floor(thing: str, small: bool) -> None:
    subject = Subject(thing, thing)
    assert is_small_thing(subject) is small
    for place in ("room", "bedroom", "classroom", "clinic", "bathroom"):
        assert ('class="low-table"' in svg(place, subjects=(subject,))) is small


def test_who_reads_gets_an_armchair_and_no_sofa() -> None:
    reading = painted("robot reading a book in a cozy room").data.decode()
    assert 'class="pictures"' not in reading
    assert 'class="pictures"' in painted("a cozy room").data.decode()


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("cat in a kitchen", "kitchen"),
        ("server room", "data_centre"),
        ("a singer at a concert", "stage_show"),
        ("modern hospital", "clinic"),
        ("fashion store", "shop"),
        ("vase in a museum hall", "gallery"),
        ("old bookstore", "library"),
        ("living room", "room"),
    ],
)
def test_words_find_their_room(prompt: str, place: str) -> None:
    assert read(prompt, 1).place == place


def test_half_of_the_seeds_see_a_cafe_from_its_other_side() -> None:
    turned = [bool(re.search(r"matrix\(-1 0 0 1 \d", svg("cafe", seed))) for seed in range(12)]
    assert {True, False} == set(turned)


@pytest.mark.parametrize("place", ["kitchen", "cafe", "laboratory", "office"])
def test_beings_stand_behind_a_counter_and_things_on_it(place: str) -> None:
    counter = {"kitchen": "island", "cafe": "table", "laboratory": "bench", "office": "table"}[place]
    cat = svg(place, subjects=(Subject("cat", "cat"),))
    mug = svg(place, subjects=(Subject("mug", "mug"),))
    assert cat.index('class="subjects"') < cat.index(f'class="{counter}"')
    assert mug.index('class="subjects"') > mug.index(f'class="{counter}"')
