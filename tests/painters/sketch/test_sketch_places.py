"""Every place at every hour, in every weather and shape: nothing breaks, nothing grows out of bounds."""

from __future__ import annotations

import pytest

from imgorigin.address import Size
from imgorigin.painters.sketch.lexicon import CONDITIONS, DETAILS, MOODS, PATTERNS, TIMES
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.subjects.traits import traits
from tests.painters.sketch.pictures import RATIOS, checked, rasterized

MOST_BYTES = 1_000_000
"""Of any drawing, the 8:1 banners included."""
COMPANY = (Subject("dog", "dog"), Subject("hot-air-balloon", "balloon"), Subject("canoe", "canoe"))


def scene(place: str, **differing: object) -> Scene:
    return Scene(**{"seed": 11, "place": place, "pattern": "waves"} | differing)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", RATIOS, ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_every_place_at_every_time_in_every_shape(place: str, size: Size) -> None:
    for time in TIMES:
        svg = drawn(scene(place, time=time), size.width, size.height)
        checked(svg)
        assert len(svg) < MOST_BYTES


@pytest.mark.parametrize("place", PLACES)
def test_every_place_in_every_weather_and_mood(place: str) -> None:
    for condition in CONDITIONS:
        checked(drawn(scene(place, conditions=frozenset({condition})), 1600, 900))
    for detail in DETAILS:
        checked(drawn(scene(place, details=frozenset({detail}), subjects=COMPANY[:2]), 1600, 900))
    everything = scene(
        place, conditions=frozenset(CONDITIONS), moods=frozenset(MOODS), color="#7b3fc4", tint="#7b3fc4"
    )
    checked(drawn(everything, 900, 1600))


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_room_for_company(place: str) -> None:
    for size in RATIOS:
        for count in (1, 2, 3):
            svg = drawn(scene(place, subjects=COMPANY[:count]), size.width, size.height)
            checked(svg)
    assert rasterized(svg.encode(), 16, 128).deviate() > 2


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_abstract_pattern(pattern: str) -> None:
    for size in RATIOS:
        for moods in (frozenset[str](), frozenset({"dark"})):
            checked(drawn(scene("abstract", pattern=pattern, moods=moods), size.width, size.height))


@pytest.mark.parametrize("place", PLACES.values(), ids=lambda place: place.name)
def test_every_word_of_a_place_leads_there(place: object) -> None:
    assert isinstance(place, type(PLACES["field"]))
    assert set(place.times) <= set(TIMES)
    for word in place.words.split():
        tags = {place.name, "city", "abstract", "studio"}
        assert read(word.replace("_", " "), 1).place in tags, word


def test_subjects_have_homes_that_exist() -> None:
    assert {traits(name).home for name in ("dog", "mug", "rocket", "no-such-icon", "canoe")} <= set(PLACES)
