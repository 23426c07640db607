"""Colour, light and randomness: the pure parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.lexicon import MOODS, TIMES
from imgorigin.painters.sketch.light import GRADES, LIGHTS, graded, light_of
from imgorigin.painters.sketch.scene import Scene

colors = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(colors)
def test_a_colour_survives_oklab(color: str) -> None:
    assert palette.from_lab(*palette.lab(color)) == color


@pytest.mark.parametrize(
    ("color", "lightness", "a", "b"),
    [
        ("#ffffff", 1.0, 0.0, 0.0),
        ("#000000", 0.0, 0.0, 0.0),
        ("#ff0000", 0.62796, 0.22486, 0.12585),
        ("#0000ff", 0.45201, -0.03246, -0.31153),
    ],
)
def test_oklab_is_ottossons(color: str, lightness: float, a: float, b: float) -> None:
    assert palette.lab(color) == pytest.approx((lightness, a, b), abs=1e-4)


@given(colors, colors, st.floats(0, 1))
def test_mixing_runs_from_one_colour_to_the_other(one: str, other: str, share: float) -> None:
    assert palette.mix(one, other, 0) == one
    assert palette.mix(one, other, 1) == other
    assert palette.COLOR.fullmatch(palette.mix(one, other, share))


def test_short_colours_and_edges() -> None:
    assert palette.lab("#fff") == palette.lab("#ffffff")
    assert palette.between(("#000000", "#ffffff"), -1) == "#000000"
    assert palette.difference("#ffffff", "#ffffff") == 0
    assert palette.toned("#ffffff", 1) == "#ffffff"


def test_only_colours_are_recolored() -> None:
    markup = '<path fill="#FFF" d="M1 2"/><use href="#gfff"/><path fill="url(#g123)"/>'
    changed = palette.recolored(markup, lambda _: "#123456")
    assert changed == markup.replace("#FFF", "#123456")


def test_every_time_has_its_light_and_every_mood_its_grade() -> None:
    assert set(LIGHTS) == set(TIMES)
    assert set(GRADES) | {"minimal"} == set(MOODS)


def test_weather_changes_the_light() -> None:
    def light(time: str, *conditions: str) -> object:
        return light_of(Scene(seed=1, place="field", time=time, conditions=frozenset(conditions)))

    assert light("day", "rain") == light("day", "fog") != light("day")
    assert light("sunset", "rain") not in (light("sunset"), light("day", "rain"))
    assert light("day", "snow") != light("day")
    assert light("night", "snow") == light("night")


def test_black_and_white_has_no_colour() -> None:
    scene = Scene(seed=1, place="field", moods=frozenset({"bw"}))
    color = graded('fill="#e5383b"', scene).split('"')[1]
    assert palette.lab(color).chroma < 0.01


def test_streams_are_apart_and_repeatable() -> None:
    assert Stream(1, "a").between() == Stream(1, "a").between()
    assert Stream(1, "a").between() != Stream(1, "b").between()
    assert Stream(7, "sun").between() == 0.31526707832116785


@given(st.integers(0, 2**31 - 1))
def test_streams_stay_in_bounds(seed: int) -> None:
    rng = Stream(seed, "x")
    assert 2 <= rng.between(2, 3) < 3
    assert rng.pick("abc") in "abc"
    assert 1 <= rng.whole(1, 3) <= 3
    assert sorted(rng.shuffled("abc")) == ["a", "b", "c"]
    wave = rng.wave()
    assert all(-1.001 <= wave(x) <= 1.001 for x in range(0, 8000, 100))
