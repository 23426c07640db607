"""How much there is to draw: what takes long is many shapes, and round gradients over large ones."""

from __future__ import annotations

import re

import pytest

from imgorigin.address import Size
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.styles import STYLES
from imgorigin.painters.sketch.styles.shapes import shapes_of
from tests.painters.sketch.pictures import WIDE, painted
from tests.painters.sketch.test_sketch_places import scene

MEETING = "modern office team meeting"
_SHAPE = re.compile(r"<(?:path|rect|circle|ellipse) ")


def text_of(prompt: str, style: str = "", size: Size = WIDE) -> str:
    return painted(prompt, style=style, size=size).data.decode()


def test_a_meadow_in_bloom_is_few_shapes() -> None:
    text = text_of("spring meadow with wildflowers")
    assert len(text) < 150_000
    assert len(_SHAPE.findall(text)) < 300


@pytest.mark.parametrize(("place", "most"), [("field", 520_000), ("wheat", 420_000)])
def test_banners_are_bounded(place: str, most: int) -> None:
    assert len(drawn(scene(place, details=frozenset({"flowers"})), 1600, 200)) < most


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
