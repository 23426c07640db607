"""What crops are centred on: the subjects, wherever finishing steps move them; else what the place shows."""

from __future__ import annotations

import re

import pytest

from imgorigin.address import Size
from imgorigin.imaging.master import Master
from imgorigin.painters.base import Painting
from imgorigin.painters.retouch.shapes import window_of
from imgorigin.painters.retouch.step import Step
from imgorigin.painters.sketch.picture import pictured
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.svg import Point
from tests.painters.sketch.pictures import RATIOS, WIDE, checked, outlines, painted, recipe
from tests.painters.sketch.test_sketch_places import COMPANY, scene


def focus(prompt: str, *edits: str, size: Size = WIDE) -> Point:
    x, y = painted(prompt, *edits, size=size).facts["focus"]
    return x, y


def subject_x(prompt: str) -> float:
    """Where the drawing says that its subject stands, in parts of the width."""
    text = painted(prompt).data.decode()
    placed = re.search(r'<g class="subjects">.*?<g transform="translate\((\S+) (\S+)\)', text)
    box = re.search(r'viewBox="0 0 (\S+) (\S+)"', text)
    assert placed
    assert box
    return float(placed[1]) / float(box[1])


@pytest.mark.parametrize("prompt", ["a fox in a forest", "a red car on a road", "a penguin on the ice"])
def test_a_subject_is_the_focus(prompt: str) -> None:
    x, y = focus(prompt)
    assert x == pytest.approx(subject_x(prompt), abs=0.03)
    assert 0.4 < y < 0.95


def test_one_looks_at_the_faces_of_people() -> None:
    standing, thing = focus("a woman in a field"), focus("a lighthouse in a field")
    assert standing[1] < thing[1]


def test_a_square_shows_all_subjects_or_the_first() -> None:
    both, cat = focus("a cat and a dog in a field"), focus("a cat in a field")
    assert both[0] == pytest.approx(0.5, abs=0.06)
    first, last = (focus(f"{one} in a field", size=Size(1600, 200)) for one in ("a cat", "a cat and a dog"))
    assert abs(first[0] - last[0]) < 0.3
    assert cat != both


def test_at_sunset_one_looks_at_the_sun_and_by_day_at_the_peak() -> None:
    sunset = pictured(scene("mountains", time="sunset"), 1600, 900)
    sun = next(iter(outlines(checked(sunset.svg))["sun"]))
    circle = re.search(r"cx=(\S+) cy=(\S+)", sun)
    assert circle
    assert sunset.focus[0] == pytest.approx(float(circle[1]) / (1000 * 16 / 9), abs=0.01)
    assert sunset.focus[1] == pytest.approx(float(circle[2]) / 1000, abs=0.01)
    assert pictured(scene("mountains"), 1600, 900).focus != sunset.focus


@pytest.mark.parametrize("size", RATIOS, ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_the_focus_is_in_the_picture(place: str, size: Size) -> None:
    for subjects in ((), COMPANY[:1]):
        x, y = pictured(scene(place, subjects=subjects), size.width, size.height).focus
        assert 0 <= x <= 1
        assert 0 <= y <= 1


def test_steps_that_move_the_picture_move_its_focus() -> None:
    x, y = focus("happy dog")
    assert focus("happy dog", "flip") == pytest.approx((1 - x, y), abs=0.002)
    assert focus("happy dog", "upside down") == pytest.approx((1 - x, 1 - y), abs=0.002)
    left, top = focus("happy dog", "zoom in")
    assert left == pytest.approx(0.5 + (x - 0.5) * 1.5, abs=0.01)
    assert top == pytest.approx(y * 1.5 - 0.5, abs=0.01)  # the dog is low in the picture, and so is the part
    assert focus("happy dog", "blur, flip") == pytest.approx((1 - x, y), abs=0.002)
    assert focus("happy dog", "brighten") == (x, y)
    turned = focus("happy dog", "rotate 90", size=Size(1000, 1000))
    x, y = focus("happy dog", size=Size(1000, 1000))
    assert turned == pytest.approx((1 - y, x), abs=0.002)


def test_a_subject_that_was_cut_away_is_no_focus() -> None:
    assert focus("happy dog", "crop to the left quarter") == (0.5, 0.5)


def test_what_a_painter_says_of_its_focus_wins_over_the_glance() -> None:
    drawing = painted("a fox")
    asked = recipe("a fox")
    assert Master.of(drawing, asked).facts["focus"] == drawing.facts["focus"]
    silent = Painting(drawing.data, drawing.format, {})
    assert len(Master.of(silent, asked).facts["focus"]) == 2


@pytest.mark.parametrize("edit", ["crop to 4:5", "square crop", "crop to 9:16", "circle crop"])
def test_a_crop_to_a_shape_keeps_the_subject_in_view(edit: str) -> None:
    x, y = focus("happy dog", edit)
    assert focus("happy dog")[0] > 0.6
    assert x == pytest.approx(0.5, abs=0.03)
    assert 0 < y < 1


def test_a_crop_stays_inside_the_picture() -> None:
    for at in ((0.0, 0.0), (1.0, 1.0), (0.9, 0.2)):
        left, top, wide, tall = window_of(Step("crop", number=0.8, unit="ratio", at=at), 1920, 1080)
        assert 0 <= left <= 1920 - wide
        assert 0 <= top <= 1080 - tall
