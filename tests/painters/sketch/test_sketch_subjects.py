from __future__ import annotations

import pytest

from imgorigin.painters.sketch.lexicon import HOLDABLE, THINGS_NAMED_LIKE_COLORS
from imgorigin.painters.sketch.naming import NAMES
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.palette import lab
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.drawn import DRAWN
from imgorigin.painters.sketch.subjects.drawn.animals import HEADS
from imgorigin.painters.sketch.subjects.drawn.looks import FIGURES
from imgorigin.painters.sketch.subjects.icons import icon_of, repainted
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import _tables, traits
from imgorigin.painters.sketch.svg import document
from tests.painters.sketch.pictures import checked

EVERYTHING = sorted({*pack().icons, *DRAWN})


def drawing(markup: str) -> str:
    return document(markup, 32, 32, (32, 32), title="", about="")


def test_every_icon_and_drawing_is_sound() -> None:
    for name in EVERYTHING:
        for color in ("", "#e5383b"):
            icon = icon_of(Subject(name, name, color), seed=3)
            checked(drawing(icon.markup))
            assert icon.width > 1 and icon.height > 1, name


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_people_stand_with_and_without_umbrellas(name: str) -> None:
    for holding in (None, Subject("umbrella", "umbrella", "#f9c74f")):
        icon = icon_of(Subject(name, name, holding=holding), seed=3)
        checked(drawing(icon.markup))
        assert ("#f9c74f" in icon.markup) is bool(holding)


def test_the_tables_name_only_what_exists() -> None:
    known = {*EVERYTHING}
    assert set(NAMES.values()) <= known
    assert set(HEADS) <= known
    assert {*HOLDABLE, *THINGS_NAMED_LIKE_COLORS.values()} <= known
    by_name, _ = _tables()
    assert set(by_name) <= known
    assert {traits(name).home for name in known} <= set(PLACES)


def test_a_colour_repaints_the_main_colour_and_its_shades_only() -> None:
    markup = repainted(
        '<path fill="#ff0000"/><path fill="#CC0000"/><path fill="#00f"/>',
        ("#FF0000", "#cc0000", "#00f"),
        "#2f6fde",
    )
    assert '"#00f"' in markup
    first, second = markup.split("#")[1][:6], markup.split("#")[2][:6]
    assert lab("#" + first).lightness > lab("#" + second).lightness
    assert lab("#" + first).b < 0


def test_people_of_different_pictures_look_different() -> None:
    looks = {icon_of(Subject("office-worker", "ceo"), seed).markup for seed in range(12)}
    assert len(looks) > 3


@pytest.mark.parametrize("width", [200, 1000, 8000])
def test_a_row_of_subjects_never_leaves_the_picture(width: int) -> None:
    subjects = (Subject("elephant", "elephant"), Subject("castle", "castle"), Subject("bus", "bus"))
    stage = Stage(Scene(seed=1, place="field", subjects=subjects), (width, 1000))
    put_subjects(stage, Spot(ground=900, size=430))
    root = checked(drawing(stage.draw.text()))
    moves = [group.get("transform", "") for group in root.iter() if "scale" in group.get("transform", "")]
    middles = [float(move.split("(")[1].split()[0]) for move in moves]
    assert len(middles) >= 3
    assert all(0 < middle < stage.w for middle in middles[:3])
    assert middles[:3] == sorted(middles[:3])
