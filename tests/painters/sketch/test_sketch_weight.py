"""How much there is to draw: what takes long is many shapes, and round gradients over large ones."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import Final

import pytest

from imgorigin.address import Size
from imgorigin.painters.sketch.elements.plants import pines
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.styles import STYLES
from imgorigin.painters.sketch.styles.outline import segments
from imgorigin.painters.sketch.styles.shapes import shapes_of
from tests.painters.sketch.pictures import PROMPTS, WIDE, painted
from tests.painters.sketch.test_sketch_places import scene

MEETING = "modern office team meeting"
_SHAPE = re.compile(r"<(?:path|rect|circle|ellipse) ")
_ELLIPSE = re.compile(r'<ellipse cx="([^"]+)" cy="([^"]+)" rx="([^"]+)" ry="([^"]+)" fill="url\(#(\w+)\)"')


def text_of(prompt: str, style: str = "", size: Size = WIDE) -> str:
    return painted(prompt, style=style, size=size).data.decode()


def test_a_meadow_in_bloom_is_few_shapes() -> None:
    text = text_of("spring meadow with wildflowers")
    assert len(text) < 150_000
    assert len(_SHAPE.findall(text)) < 300


@pytest.mark.parametrize(("width", "height", "most"), [(1920, 400, 235_000), (1600, 200, 260_000)])
def test_banners_are_bounded(width: int, height: int, most: int) -> None:
    for place in PLACES:
        for conditions, details in (({"snow"}, set[str]()), (set[str](), {"flowers"})):
            asked = scene(place, conditions=frozenset(conditions), details=frozenset(details))
            assert len(drawn(asked, width, height)) < most, place


MOST: Final = {
    "flat": (800, 175_000),
    "watercolor": (900, 230_000),
    "papercut": (560, 330_000),
    "cartoon": (810, 300_000),
    "clay": (830, 325_000),
    "isometric": (1750, 135_000),
    "monochrome": (800, 175_000),
    "pastel": (800, 175_000),
    "photo": (800, 180_000),
    "glass": (950, 265_000),
    "poster": (800, 200_000),
    "oil": (1150, 205_000),
    "lowpoly": (1200, 250_000),
    "pixel": (40, 195_000),
    "line": (500, 225_000),
    "blueprint": (530, 225_000),
    "chalk": (480, 155_000),
    "neon": (550, 250_000),
}
"""Of a style, shapes and bytes of the heaviest of its drawings. What it takes to paint goes with both."""


def test_each_style_has_its_bounds() -> None:
    assert set(MOST) == set(STYLES)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_no_heavier_than_it_was(style: str) -> None:
    shapes, size = MOST[style]
    for prompt in PROMPTS:
        text = text_of(prompt, STYLES[style].label)
        assert len(_SHAPE.findall(text)) < shapes, prompt
        assert len(text) < size, prompt


GLOWING: Final = {"space": 1.5}
"""Places that are made of light."""


@pytest.mark.parametrize("place", PLACES)
def test_round_gradients_cover_a_drawing_no_more_than_about_once(place: str) -> None:
    """They take longest of all fills, for as many pixels as the ellipse has in the picture."""
    for time in ("day", "night"):
        text = drawn(scene(place, time=time), 1920, 1080)
        assert _lit_round(text) < GLOWING.get(place, 1.1), time


def _lit_round(text: str) -> float:
    """How many times over ellipses filled with round gradients would cover the drawing."""
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text)
    assert size
    width, height = float(size[1]), float(size[2])
    area, names = 0.0, set(re.findall(r'<radialGradient id="(\w+)"', text))
    for *numbers, name in _ELLIPSE.findall(text):
        x, y, rx, ry = map(float, numbers)
        across = min(width, x + rx) - max(0, x - rx)
        down = min(height, y + ry) - max(0, y - ry)
        area += math.pi / 4 * max(0, across) * max(0, down) if name in names else 0
    return area / (width * height)


def test_a_crowd_of_chalk_is_not_outlined() -> None:
    text = text_of("northern lights over snowy forest", "chalk drawing")
    outlined = [found for found in re.findall(r"<path [^>]*>", text) if 'fill="none"' in found]
    assert outlined
    assert max(len(found) for found in outlined) < 9000


def test_the_strokes_of_oil_and_the_specks_of_paper_are_no_curves() -> None:
    oil = text_of(MEETING, "oil painting")
    strokes = re.findall(r'<path d="([^"]*)" stroke="#', oil)
    assert len(strokes) > 50
    assert not [stroke for stroke in strokes if re.search("[QqCcAaSs]", stroke)]


def test_a_pine_is_one_outline() -> None:
    draw = Stage(scene("mountains"), (1600, 900))
    with draw.layer("pines") as rng:
        pines(draw, rng, lambda x: 900.0, 5, 200, color="#123456")
    path = re.findall(r' d="([^"]*)"', draw.draw.text())
    assert [text.count("M") for text in path] == [5]


@pytest.mark.parametrize("far", [True, False])
def test_the_snow_of_pines_that_meet_adds_up(far: bool) -> None:
    """All pieces turn one way: else the inside of two would be the outside."""
    stage = Stage(scene("mountains"), (1600, 900))
    with stage.layer("pines") as rng:
        pines(stage, rng, lambda x: 900.0, 3, 60 if far else 400, color="#123456", snow=True)
    snow = re.findall(r' d="([^"]*)"', stage.draw.text())[1]
    turns = [_turn(f"M{piece}") for piece in snow.split("M")[1:]]
    assert len(turns) > 9
    assert min(turns) > 0 or max(turns) < 0


def _turn(path: str) -> float:
    """Twice the area inside a path's corners: its sign says which way it turns."""
    corners = [points[-1] for _, points in segments(path) if points]
    return sum(x * v - u * y for (x, y), (u, v) in pairwise([*corners, corners[0]]))


def test_only_panoramas_are_drawn_coarsely() -> None:
    wheat = scene("wheat")
    assert re.search(r'd="[^"]{3000,}\d\.\d', drawn(wheat, 1600, 900))
    assert not re.search(r'd="[^"]{3000,}\d\.\d', drawn(wheat, 1600, 300))


@pytest.mark.parametrize(
    ("style", "most"),
    [("low poly", 2000), ("watercolor", 460), ("oil painting", 700), ("clay", 420), ("cinematic", 400)],
)
def test_a_style_draws_no_more_shapes_than_it_needs(style: str, most: int) -> None:
    assert len(_SHAPE.findall(text_of(MEETING, style))) < most


@pytest.mark.parametrize(("style", "pool"), [("watercolor", "pool"), ("clay", "ball")])
def test_what_is_large_has_an_upright_gradient(style: str, pool: str) -> None:
    text = text_of(MEETING, style)
    body = text[text.index("</desc>") + len("</desc>") : -len("</svg>")]
    areas = [shape.box.area for shape in shapes_of(body) if f'fill="url(#{pool}' in shape.markup]
    assert areas
    assert max(areas) <= 64_000  # a hand that is unsteady draws beyond


@pytest.mark.parametrize("style", STYLES)
def test_every_paint_that_is_used_is_there(style: str) -> None:
    for place in list(PLACES)[::3]:
        text = drawn(scene(place, styles=frozenset({style})), 1600, 900)
        assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(re.findall(r' id="([^"]+)"', text)), place


def test_a_mirrored_part_of_a_place_is_no_thing() -> None:
    mirrored = '<g transform="translate(9 0) scale(-1 1)"><rect width="9" height="9" fill="#ff0000"/></g>'
    placed = '<g transform="translate(9 0) scale(4 4)"><rect width="9" height="9" fill="#ff0000"/></g>'
    assert [shape.is_icon for shape in shapes_of(mirrored + placed)] == [False, True]
