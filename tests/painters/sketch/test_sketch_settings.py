"""Places that pages are about (a pool, a car park, a laid table): found by their words, full of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.describe import alt_of
from imgorigin.painters.sketch.light import LIGHTS
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.stage import Stage
from tests.painters.sketch.pictures import LINK, SVG, checked, outlines


def svg(place: str, seed: int = 3, width: int = 1600, height: int = 900, **differing: object) -> str:
    scene = Scene(**{"seed": seed, "place": place} | differing)  # type: ignore[arg-type]
    return drawn(scene, width, height)


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("parking lot", "parking"),
        ("dinner table with candles", "dining"),
        ("fresh fruit market stall", "fruit_stall"),
        ("farmers market", "market"),
        ("wireless speaker on a shelf", "shelf"),
        ("books on a shelf", "shelf"),
        ("mug on a table", "table"),
        ("swimming pool", "pool"),
        ("construction site", "building_site"),
        ("airport", "airport"),
        ("field in summer", "wheat"),
        ("bakery", "bakery"),
        ("cafe interior", "cafe"),
        ("barber shop", "salon"),
        ("playground", "playground"),
        ("wedding", "wedding"),
        ("wedding cake", "table"),
        ("train at the station", "railway"),
        ("night sky over a city", "city"),
        ("dog in a field", "field"),
    ],
)
def test_words_find_their_place(prompt: str, place: str) -> None:
    assert read(prompt, 1).place == place


@pytest.mark.parametrize("prompt", ["dinner table with candles", "parking lot with cars", "books on a shelf"])
def test_what_a_place_is_full_of_is_no_subject(prompt: str) -> None:
    assert read(prompt, 1).subjects == ()


@pytest.mark.parametrize(
    "place",
    "airport bakery building_site dining fruit_stall parking playground pool salon shelf wedding".split(),
)
def test_seeds_and_hours_differ_and_drawings_stay_small(place: str) -> None:
    assert len({svg(place, seed) for seed in range(6)}) == 6
    day, night = svg(place, time="day"), svg(place, time="night")
    assert day != night
    assert max(map(len, (day, night, svg(place, width=1920, height=400)))) < 200_000


@pytest.mark.parametrize("place", ["fruit_stall", "parking", "pool", "shelf", "building_site"])
def test_an_hour_moves_no_car_and_no_crate(place: str) -> None:
    day, dusk = (outlines(checked(svg(place, time=time))) for time in ("day", "golden"))
    for layer in ("fruit", "row-0", "row-1", "loungers", "shelf", "frame-0"):
        assert day.get(layer) == dusk.get(layer), layer


def test_fruit_is_written_once_and_laid_out_many_times() -> None:
    root = checked(svg("fruit_stall"))
    uses = [element.get(LINK, "") for element in root.iter(f"{SVG}use")]
    named = {f"#{element.get('id')}" for element in root.iter(f"{SVG}g") if element.get("id")}
    assert len(uses) > 40
    assert set(uses) <= named


def test_a_starry_sky_has_a_milky_way_and_a_plain_night_none() -> None:
    starry, plain = (read(prompt, 1) for prompt in ("night sky full of stars", "mountains at night"))
    assert 'class="milky-way"' in drawn(starry, 1600, 900)
    assert 'class="milky-way"' not in drawn(plain, 1600, 900)
    assert 'class="milky-way"' not in drawn(replace(starry, time="day"), 1600, 900)


def test_a_wedding_has_its_couple_and_a_station_its_train() -> None:
    assert 'class="subjects"' in svg("wedding")
    assert 'class="train"' in svg("railway")
    assert 'class="train"' not in svg("railway", subjects=(Subject("dog", "dog"),))


def test_a_house_for_sale_is_one_thing_with_its_sign() -> None:
    scene = read("house for sale", 1)
    assert [one.name for one in scene.subjects] == ["house-for-sale"]
    assert alt_of(scene).startswith("A house for sale")


def test_a_golden_hour_has_no_olive_in_its_sky() -> None:
    """From blue through rose to gold: no tone of it is greener than it is red."""
    sky = LIGHTS["golden"].sky
    for share in range(21):
        color = palette.lab(palette.between(sky, share / 20))
        assert color.a > -0.025, palette.between(sky, share / 20)
    assert palette.lab(sky[len(sky) // 2]).a > 0.04


def painted(place: str, seed: int, *subjects: Subject) -> Stage:
    stage = Stage(Scene(seed=seed, place=place, subjects=subjects), (1920, 1080))
    PLACES[place].paint(stage)
    return stage


def test_nothing_on_a_table_stands_behind_its_subject() -> None:
    cakes = Subject("cupcake", "cupcake", count=3, counted="three")
    for subject in (cakes, Subject("candle", "candle")):
        stages = [painted("table", seed, subject) for seed in range(24)]
        clear = [all(one.left > 0.12 * stage.w + 170 for one in stage.sights) for stage in stages]
        decked = ['class="beside"' in stage.draw.text() for stage in stages]
        assert all(free or not there for free, there in zip(clear, decked, strict=True))
    assert any(decked)


def test_who_stands_by_a_lake_stands_on_its_bank() -> None:
    tent = painted("lake", 1, Subject("tent", "tent"))
    assert max(one.foot for one in tent.sights) < tent.h - 40
