"""No picture has holes, not even where two soft edges meet, unless its background was to be removed."""

from __future__ import annotations

from typing import Any

import pytest
import pyvips

from imgorigin.address import Size
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.styles import STYLES
from tests.painters.sketch.pictures import painted
from tests.painters.sketch.test_sketch_places import scene

UNEVEN = (Size(533, 300), Size(640, 320), Size(333, 801), Size(640, 480))
"""Shapes whose sides in units are no whole numbers."""
KEPT_WHOLE = ("flip", "rotate 12 degrees", "rotate 90 degrees", "crop to the left half", "zoom in", "crop it")


def lowest_alpha(data: bytes, size: Size) -> float:
    image = pyvips.Image.thumbnail_buffer(data, size.width, height=size.height, size="force")
    lowest: Any = image.extract_band(image.bands - 1).min() if image.hasalpha() else 255
    return float(lowest)


@pytest.mark.parametrize("size", UNEVEN, ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_every_place_is_opaque(place: str, size: Size) -> None:
    svg = drawn(scene(place, time=PLACES[place].times[0]), size.width, size.height)
    assert lowest_alpha(svg.encode(), size) == 255


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_opaque(style: str) -> None:
    size = UNEVEN[3]
    svg = drawn(scene("beach", time="sunset", styles=frozenset({style})), size.width, size.height)
    assert lowest_alpha(svg.encode(), size) == 255


@pytest.mark.parametrize("instruction", KEPT_WHOLE)
def test_steps_that_move_the_picture_leave_no_gap(instruction: str) -> None:
    for size in UNEVEN:
        painting = painted("a cup of coffee on a wooden table", instruction, size=size)
        assert lowest_alpha(painting.data, size) == 255


def test_what_was_asked_to_be_transparent_is() -> None:
    assert lowest_alpha(painted("a cat", "remove the background").data, UNEVEN[0]) == 0
