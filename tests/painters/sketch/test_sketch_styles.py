"""Styles: every one draws every place, differently, the same way each time, and small."""

from __future__ import annotations

import re

import pytest

from imgorigin.address import Size
from imgorigin.painters.sketch import lexicon, palette
from imgorigin.painters.sketch.light import LIGHTS
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import read, style_named
from imgorigin.painters.sketch.styles import STYLES, Sheet, style_of
from imgorigin.painters.sketch.styles.outline import box_of, segments
from imgorigin.painters.sketch.styles.pixel import dress as pixels_of
from imgorigin.painters.sketch.styles.placing import matrix
from imgorigin.painters.sketch.styles.raster import rasterized
from imgorigin.painters.sketch.styles.reduced import nearest, reduced
from imgorigin.painters.sketch.styles.shapes import redrawn, shapes_of
from tests.painters.sketch.pictures import SVG, WIDE, checked, outlines, painted
from tests.painters.sketch.pictures import rasterized as drawn_in_pixels

SEED = 5
DRESSED = [name for name in STYLES if name != "flat"]
BANNER = Size(1600, 200)


def words_of(style: str) -> str:
    return lexicon.STYLES[style].split()[0].replace("_", " ")


# --------------------------------------------------------------------------------- what all styles do


THREE_EACH = [
    (place, DRESSED[(index * 5 + turn * 6) % len(DRESSED)])
    for index, place in enumerate(PLACES)
    for turn in range(3)
]
"""Every place in three styles: of places and styles there are a thousand pairs."""


@pytest.mark.parametrize(("place", "style"), [*THREE_EACH, *((place, "isometric") for place in PLACES)])
def test_styles_draw_every_place(place: str, style: str) -> None:
    prompt = f"{PLACES[place].words.split()[0].replace('_', ' ')} {words_of(style)}"
    for size in (WIDE, BANNER):
        picture = painted(prompt, size=size, seed=SEED)
        checked(picture.data)
        assert len(picture.data) < (3_000_000 if size == BANNER else 600_000)


@pytest.mark.parametrize("style", DRESSED)
def test_a_style_draws_the_same_each_time_and_another_than_the_plain_one(style: str) -> None:
    one = painted(f"fox in a forest {words_of(style)}", seed=SEED)
    assert one.data == painted(f"fox in a forest {words_of(style)}", seed=SEED).data
    assert one.data != painted("fox in a forest", seed=SEED).data


MADE_OF_COLORS = {"pixel", "line", "oil", "lowpoly"}
"""Styles in which what is drawn of a shape depends on its colour."""


@pytest.mark.parametrize("style", [style for style in DRESSED if style not in MADE_OF_COLORS])
def test_an_edited_picture_keeps_its_shapes(style: str) -> None:
    """Of the layer that the subject stands in, whatever the light."""
    prompt = f"fox in a forest {words_of(style)}"
    day, night = (
        outlines(checked(painted(prompt, *edits, seed=SEED).data)) for edits in ((), ("make it night",))
    )
    assert day["subjects"] == night["subjects"]


@pytest.mark.parametrize("style", DRESSED)
def test_definitions_are_named_once(style: str) -> None:
    for prompt in ("fox in a forest", "city", "cozy cafe"):
        root = checked(painted(f"{prompt} {words_of(style)}", seed=SEED).data)
        ids = [name for element in root.iter() if (name := element.get("id"))]
        assert len(ids) == len(set(ids))
        known = set(ids)
        for element in root.iter():
            for value in element.attrib.values():
                assert not value.startswith("url(#") or value[5:-1] in known, value
                assert not value.startswith("#g") or value[1:] in known, value


# ------------------------------------------------------------------------------------ what some do


def colors_of(svg: bytes) -> set[str]:
    return {color.lower() for color in palette.COLOR.findall(svg.decode())}


def test_a_monochrome_picture_has_the_hue_that_the_words_name() -> None:
    picture = painted("red car on a road monochrome", seed=SEED)
    hues = [palette.lab(color).hue for color in colors_of(picture.data) if palette.lab(color).chroma > 0.04]
    wanted = palette.lab(lexicon.COLORS["red"]).hue
    assert len(hues) > 10
    assert max(abs(hue - wanted) for hue in hues) < 0.6


def test_a_pastel_picture_has_nothing_dark() -> None:
    picture = painted("city at night pastel colors", seed=SEED)
    assert min(palette.lab(color).lightness for color in colors_of(picture.data)) > 0.45


def test_a_line_drawing_is_ink_on_white() -> None:
    picture = painted("red fox in a forest line art", seed=SEED)
    assert max(palette.lab(color).chroma for color in colors_of(picture.data)) < 0.03
    image = drawn_in_pixels(picture.data, 200, 112)
    assert image.avg() > 200


def test_pixels_are_square_cells_of_few_colours() -> None:
    picture = painted("fox in a forest pixel art", seed=SEED)
    root = checked(picture.data)
    (grid,) = [group for group in root.iter(f"{SVG}g") if group.get("shape-rendering") == "crispEdges"]
    paths = list(grid)
    assert 8 <= len(paths) <= 30
    across, down = (float(share) for share in re.findall(r"[\d.]+", grid.get("transform", "")))
    assert across == pytest.approx(down, rel=0.02)
    assert all(re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", path.get("d", "")) for path in paths)


def test_pixels_cover_the_picture_once() -> None:
    sheet = Sheet('<rect width="1000" height="500" fill="#336699"/>', 1000, 500, read("dog", SEED))
    cells = sum(int(run) for run in re.findall(r"h(\d+)v1", pixels_of(sheet)))
    assert cells == 90 * 45


def test_isometric_subjects_stand_on_the_tile() -> None:
    root = checked(painted("isometric fox in a forest", seed=SEED).data)
    assert {"tile", "model", "subjects"} <= set(outlines(root))


# ---------------------------------------------------------------------------------- words and facts


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("a fox in watercolor", "watercolor"),
        ("pixel art of a castle", "pixel"),
        ("isometric office", "isometric"),
        ("blueprint of a rocket", "blueprint"),
        ("a sketch of a dog", "line"),
        ("a painting of a dog", "oil"),
        ("stained glass window with a bird", "glass"),
        ("a dog", "flat"),
        ("a painting on a wall", "flat"),
    ],
)
def test_words_choose_a_style(words: str, style: str) -> None:
    assert style_of(read(words, SEED).styles).name == style


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("photorealistic", "photo"),
        ("painting", "oil"),
        ("cartoon", "cartoon"),
        ("sketch", "line"),
        ("make it watercolor", "watercolor"),
        ("as pixel art", "pixel"),
        ("make it night", ""),
        ("anime", ""),
    ],
)
def test_a_text_names_a_style_or_none(text: str, style: str) -> None:
    assert style_named(text) == style


def test_every_style_has_words_and_says_what_it_is() -> None:
    for name, style in STYLES.items():
        assert lexicon.STYLES[name]
        assert (name == "flat") == (not style.phrase) == (not style.label)
    assert set(lexicon.STYLES_BY_OTHER_NAMES.values()) <= set(STYLES)


def test_alt_text_and_title_say_the_style() -> None:
    facts = painted("fox in a forest", style="watercolor", seed=SEED).facts
    assert facts["alt"] == "A watercolor of a fox in a forest on a sunny day."
    assert facts["title"] == "Fox, watercolor"
    assert facts["unknown"] == []


def test_a_style_of_the_address_wins_over_the_words_and_one_unknown_is_said_to_be() -> None:
    assert "blueprint" in painted("watercolor fox", style="blueprint", seed=SEED).facts["title"]
    assert painted("fox", style="zqzq", seed=SEED).facts["unknown"] == ["zqzq"]


def test_the_abstract_style_takes_the_words_colour_and_none_of_their_things() -> None:
    picture = painted("red fox in a forest", style="abstract", seed=SEED)
    assert "abstract" in picture.facts["alt"]
    assert b'class="subjects"' not in picture.data


# ------------------------------------------------------------------------------------ how it is done


def test_shapes_are_read_with_what_they_inherit() -> None:
    drawing = (
        '<defs><linearGradient id="g0"><stop offset="0" stop-color="#000000" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#ffffff"/></linearGradient><clipPath id="g1">'
        '<path d="M0 0h9"/></clipPath></defs>'
        '<g class="hills"><rect x="0" y="10" width="100" height="50" fill="url(#g0)"/></g>'
        '<g class="subjects"><g transform="translate(100 100) scale(10 10)"><g fill="#ff0000" opacity=".5">'
        '<circle cx="1" cy="2" r="3"/></g></g></g>'
    )
    hill, dot = list(shapes_of(drawing))
    assert (hill.layer, hill.opacity) == ("hills", 0.5)
    assert [hill.is_icon, dot.is_icon] == [False, True]
    assert tuple(hill.box) == (0, 10, 100, 60)
    assert (dot.layer, dot.fill, dot.opacity) == ("subjects", "#ff0000", 0.5)
    assert dot.box == pytest.approx((80, 90, 140, 150))
    assert 'stroke-width="0.4"' in dot.lined("#000000", 4)
    assert redrawn(drawing, lambda shape: shape.markup) == drawing


def test_paths_are_read_as_absolute_lines_and_curves() -> None:
    assert segments("m10 10l5 0v5h-5z") == (
        ("M", ((10, 10),)),
        ("L", ((15, 10),)),
        ("L", ((15, 15),)),
        ("L", ((10, 15),)),
        ("Z", ()),
    )
    circle = segments("M0 5a5 5 0 1110 0a5 5 0 11-10 0z")
    assert box_of(circle) == pytest.approx((0, 0, 10, 10), abs=0.01)
    assert segments("M0 0Q5 10 10 0T20 0")[-1][1][-1] == (20, 0)


def test_transforms_combine_from_the_outside_in() -> None:
    assert matrix("translate(10 20) scale(2 2) translate(-1 -1)").at(1, 1) == (10, 20)
    assert matrix("rotate(90 5 5)").at(5, 0) == pytest.approx((10, 5))
    x, y = matrix("translate(3 4) scale(2 5)").back(5, 9)
    assert (x, y) == pytest.approx((1, 1))


def test_few_colours_stand_for_many() -> None:
    colors = [(250, 0, 0)] * 50 + [(0, 0, 250)] * 50 + [(252, 4, 2)] * 20
    few = reduced(colors, 2)
    assert len(few) == 2
    assert nearest(few, (255, 0, 0)) != nearest(few, (0, 0, 255))
    assert len(reduced([(9, 9, 9)] * 8, 5)) == 1


def test_a_raster_has_the_colours_of_its_drawing() -> None:
    drawing = (
        '<rect width="50" height="100" fill="#ff0000"/><rect x="50" width="50" height="100" fill="#0000ff"/>'
    )
    raster = rasterized(drawing, 100, 100, 10, 10)
    assert (raster.at(20, 50), raster.at(80, 50)) == ((255, 0, 0), (0, 0, 255))
    assert raster.at(-9, 999) == (255, 0, 0)


def test_every_light_can_be_dressed() -> None:
    for time in LIGHTS:
        checked(painted(f"fox in a forest watercolor {lexicon.TIMES[time].split()[0]}", seed=SEED).data)


@pytest.mark.parametrize(
    ("prompt", "style"),
    [("a castle, poster", "poster"), ("a castle painting", "oil"), ("castle, sketch", "line")],
)
def test_the_last_word_may_name_the_style(prompt: str, style: str) -> None:
    scene = read(prompt, 1)
    assert set(scene.styles) == {style}
    assert [one.name for one in scene.subjects] == ["castle"]
    assert not scene.unknown


def test_a_painting_that_someone_looks_at_is_a_thing() -> None:
    assert not read("a woman looking at a painting", 1).styles


def test_abstract_behind_a_thing_is_its_colours() -> None:
    scene = read("a castle, abstract", 1)
    assert (scene.place, scene.subjects) == ("abstract", ())
    assert scene.color


def test_neon_is_a_light_in_the_street_and_tubes_indoors() -> None:
    assert read("city street, neon", 1).time == "neon"
    for prompt in ("living room, neon", "growth, neon"):
        assert read(prompt, 1).styles == {"neon"}
