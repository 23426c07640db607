"""A drawing served as a drawing, looked at as an XML parser and a browser's renderer see it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
import pyvips
from hypothesis import given, settings
from hypothesis import strategies as st

from imgorigin.address import Size
from imgorigin.errors import InvalidRequest
from imgorigin.imaging.fit import fit
from imgorigin.imaging.master import Master
from imgorigin.imaging.provenance import xmp_packet
from imgorigin.imaging.vector import cropped
from imgorigin.painters.sketch import paint
from tests.imaging.test_cutting import png_master
from tests.painters.sketch.pictures import recipe

SVG = "{http://www.w3.org/2000/svg}"
DESCRIPTION = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"


def drawn(prompt: str, size: Size) -> Master:
    asked = recipe(prompt, size=size)
    return Master.of(paint(asked), asked)


def svg(master: Master, size: Size, *, tell: bool = False) -> bytes:
    return cropped(master, size, xmp=xmp_packet(master, trained=False, with_prompt=tell))


FOX = drawn("a fox & a <b>bear</b>", Size(1600, 900))


@settings(deadline=None, max_examples=25)
@given(st.integers(40, 400), st.integers(40, 400))
def test_it_shows_what_the_pixels_show(width: int, height: int) -> None:
    size = Size(width, height)
    shown = pyvips.Image.svgload_buffer(svg(FOX, size)).flatten()
    assert (shown.width, shown.height) == (width, height)
    assert (shown - fit(FOX, size)).abs().avg() < 4  # antialiasing; another part of the picture is above 10


def test_a_part_of_it_would_be_noticed() -> None:
    """That the test above can fail."""
    wide, tall = Size(300, 100), Size(100, 300)
    one = pyvips.Image.svgload_buffer(svg(FOX, wide)).flatten().resize(1 / 3, vscale=3)
    assert (one - fit(FOX, tall)).abs().avg() > 10


def test_it_says_what_it_is_and_how_it_was_made() -> None:
    root = ET.fromstring(svg(FOX, Size(320, 200), tell=True))
    assert (root.get("width"), root.get("height")) == ("320", "200")
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    (description,) = root.iter(DESCRIPTION)
    assert "algorithmicMedia" in " ".join(description.attrib.values())
    assert "bear" in " ".join(description.attrib.values())


def test_what_is_not_told_is_not_in_its_label() -> None:
    (description,) = ET.fromstring(svg(FOX, Size(320, 200))).iter(DESCRIPTION)
    assert "bear" not in " ".join(description.attrib.values())


def test_pixels_do_not_become_a_drawing() -> None:
    with pytest.raises(InvalidRequest, match="made of pixels") as refused:
        svg(png_master(Size(64, 64)), Size(64, 64))
    assert refused.value.field == "format"
    assert "svg" not in refused.value.allowed
