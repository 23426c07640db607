from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.painters.sketch.styles.outline import box_of, segments
from imgorigin.painters.sketch.svg import Drawing, box, disc, document, num, polygon, polyline, smooth, trace
from tests.painters.sketch.pictures import SVG, checked


def test_numbers_are_short() -> None:
    assert [num(value) for value in (1.0, 1.04, 1.25, -0.5, 1000)] == ["1", "1", "1.2", "-0.5", "1000"]


def test_paths() -> None:
    assert trace(("M", 1, 2), ("h", 3.5), "z") == "M1 2h3.5z"
    assert polyline([(0, 0), (1, 2)]) == "M0 0L1 2"
    assert box(1, 2, 3, 4) == "M1 2h3v4h-3z"
    assert disc(5, 5, 2) == "M3 5a2 2 0 1 1 0 .1z"
    assert smooth([(0, 0), (10, 10)]).startswith("M0 0C")


def test_a_polygon_ends_where_its_corners_are() -> None:
    assert polygon([(1, 2), (4.04, 2), (2.5, -1)]) == "M1 2l3 0-1.5-3z"
    corners = [(10 + step * 0.36, 7 - step * 0.14) for step in range(40)]
    found = [point for _, points in segments(polygon(corners)) for point in points]
    for (x, y), (found_x, found_y) in zip(corners, found, strict=True):
        assert abs(x - found_x) < 0.051
        assert abs(y - found_y) < 0.051


@given(st.floats(-50, 2000), st.floats(-50, 2000), st.floats(1, 900))
def test_a_disc_is_round(x: float, y: float, r: float) -> None:
    box = box_of(segments(disc(x, y, r)))
    assert box == pytest.approx((x - r, y - r, x + r, y + r), abs=0.4)


def test_equal_definitions_are_written_once() -> None:
    draw = Drawing()
    fills = {draw.gradient("#fff", "#000"), draw.gradient("#fff", "#000"), draw.gradient("#fff", "#111")}
    assert len(fills) == 2
    assert draw.text().count("<linearGradient") == 2


def test_all_shapes_are_sound() -> None:
    draw = Drawing()
    with draw.group('id="mirrored"'):
        draw.rect(0, 0, 10, -1, "#fff", corner=2, opacity=0.5)
        draw.circle(1, 1, 1, "#fff")
        draw.ellipse(1, 1, 2, 3, "#fff", turn=10)
        draw.polygon([(0, 0), (1, 1)], "#fff")
        draw.line("M0 0h9", "#fff", 2, dashes="1 2")
        draw.glow(1, 2, 3, "#fff", 0.5)
        draw.path("", "#fff")
    with draw.clipped(box(0, 0, 1, 1)):
        draw.again("mirrored", "scale(1 -1)", 0.5)
    root = checked(document(draw.text(), 10, 10, (20, 20), title="a", about="b"))
    assert len(list(root.iter(f"{SVG}use"))) == 1


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), max_size=50))
def test_titles_are_escaped(text: str) -> None:
    root = ET.fromstring(document("", 1, 1, (1, 1), title=text, about=text))
    assert (root.findtext(f"{SVG}title") or "") == text
