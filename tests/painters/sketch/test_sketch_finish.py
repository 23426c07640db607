"""Finishing steps on drawings, and the picture without its background."""

from __future__ import annotations

import re

import pytest
import pyvips
from hypothesis import given, settings
from hypothesis import strategies as st

from imgorigin.address import Size
from imgorigin.commission import ALONE
from imgorigin.errors import NotUnderstood
from imgorigin.painters.sketch import MODEL
from imgorigin.painters.sketch.layers import around_subjects, subjects_of
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene
from imgorigin.recipe import variation
from tests.painters.sketch.pictures import PROMPTS, SVG, checked, painted, pixel, rasterized, recipe

DRAWN = (
    "brighten",
    "20% darker",
    "more contrast",
    "saturate",
    "slightly warmer",
    "much cooler",
    "tint it blue",
    "invert",
    "flip",
    "rotate 90 degrees",
    "rotate 12 degrees",
    "upside down",
    "square crop",
    "circle crop",
    "crop to the left half",
    "zoom in",
    "add text 'Sale 50%'",
    "thick red border",
    "rounded corners",
    "add a shadow",
    "vignette",
    "remove the background",
)
PIXELS = ("blur", "sharpen", "pixelate", "posterize", "blur the background")
EVERYTHING = (
    "flip, rounded corners, vignette, add text <&>, border, shadow, grayscale, circle crop, rotate 90"
)


@pytest.mark.parametrize("size", [Size(1600, 400), Size(1920, 1080), Size(900, 1600)], ids=str)
@pytest.mark.parametrize("instruction", DRAWN)
def test_what_can_be_drawn_stays_a_drawing_of_the_canvas(instruction: str, size: Size) -> None:
    painting = painted("happy dog", instruction, size=size)
    root = checked(painting.data)
    canvas = MODEL.canvas(size)
    assert painting.format == "svg"
    assert painting.facts["not_done"] == []
    assert painting.data != painted("happy dog", size=size).data
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert width / height == pytest.approx(canvas.ratio, rel=2e-3)
    assert (root.get("width"), root.get("height")) == (str(canvas.width), str(canvas.height))


@pytest.mark.parametrize("instruction", PIXELS)
def test_what_needs_pixels_is_a_png_of_the_canvas(instruction: str) -> None:
    size = Size(160, 90)
    painting = painted("happy dog", instruction, size=size)
    image = pyvips.Image.new_from_buffer(painting.data, "")
    canvas = MODEL.canvas(size)
    assert painting.format == "png"
    assert (image.width, image.height) == (canvas.width, canvas.height)
    assert image.deviate() > 5


def test_many_steps_in_one_chain_are_one_sound_drawing() -> None:
    painting = painted("happy dog", EVERYTHING)
    root = checked(painting.data)
    assert painting.format == "svg"
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))
    assert painted("happy dog", EVERYTHING).data == painting.data


def test_the_order_of_the_steps_is_kept() -> None:
    gray_then_red = rasterized(painted("happy dog", "grayscale 100%, thick red border").data, 160, 90)
    red_then_gray = rasterized(painted("happy dog", "thick red border, grayscale 100%").data, 160, 90)
    red, gray = pixel(gray_then_red, 0, 0.5), pixel(red_then_gray, 0, 0.5)
    assert red[0] > red[1] + 80
    assert max(gray) - min(gray) <= 2


def test_without_its_background_only_the_subject_is_opaque() -> None:
    svg = painted("happy dog", "remove the background").data
    image = pyvips.Image.thumbnail_buffer(svg, 320)
    alpha = image.extract_band(3)
    assert image.hasalpha()
    assert max(alpha(x, y)[0] for x, y in ((0, 0), (319, 0), (0, 179), (319, 179), (160, 178))) == 0
    assert alpha.max() == 255
    assert 0.01 < alpha.avg() / 255 < 0.5


@pytest.mark.parametrize(
    ("prompt", "size", "style"),
    [
        ("a red fox", Size(1024, 1024), ""),
        ("a bicycle", Size(1600, 900), ""),
        ("a hot air balloon", Size(900, 1600), "watercolor"),
        ("coffee mug, logo, flat vector design, simple and bold", Size(1024, 1024), ""),
    ],
)
def test_a_subject_cut_out_for_itself_fills_the_canvas(prompt: str, size: Size, style: str) -> None:
    painting = painted(prompt, ALONE, size=size, style=style)
    assert painting.format == "svg"
    assert painting.facts["not_done"] == []
    assert painting.facts["focus"] == [0.5, 0.5]
    alpha = pyvips.Image.thumbnail_buffer(painting.data, 400, height=400).extract_band(3)
    left, top, wide, tall = alpha.find_trim(background=[0], threshold=8)
    assert 0.8 <= max(wide / alpha.width, tall / alpha.height) <= 0.9
    assert (left + wide / 2) / alpha.width == pytest.approx(0.5, abs=0.02)
    assert (top + tall / 2) / alpha.height == pytest.approx(0.5, abs=0.02)
    assert alpha(left + wide // 2, top + tall // 2)[0] in (0, 255) or style  # no veil over it


@pytest.mark.parametrize(
    ("prompt", "color"),
    [
        ("ceramic mug, product photograph, on a plain white background", (255, 255, 255)),
        ("a red car on a simple blue background", None),
    ],
)
def test_a_plain_background_is_one_colour(prompt: str, color: tuple[int, int, int] | None) -> None:
    image = rasterized(painted(prompt, size=Size(320, 320)).data, 64, 64)
    corners = {tuple(pixel(image, x, y)) for x in (0.02, 0.98) for y in (0.02, 0.98)}
    assert len(corners) == 1
    assert color is None or corners == {color}


def test_pixel_art_is_cut_out_in_whole_cells() -> None:
    painting = painted("a red fox", ALONE, size=Size(360, 360), style="pixel")
    image = pyvips.Image.new_from_buffer(painting.data, "")
    canvas = MODEL.canvas(Size(360, 360))
    assert painting.format == "png"
    assert painting.facts["not_done"] == []
    assert (image.width, image.height) == (canvas.width, canvas.height)
    shares = [count / (image.width * image.height) for count in image[3].hist_find().numpy().ravel()]
    assert shares[0] + shares[255] == pytest.approx(1)
    assert 0.1 < shares[255] < 0.8


def test_only_a_subject_without_its_background_is_enlarged() -> None:
    with pytest.raises(NotUnderstood):
        painted("sunset over mountains", ALONE)
    left_out = painted("a red fox", "fill the canvas, make it night").facts["not_done"]
    assert left_out == ["fill the canvas: only a subject without its background is enlarged so"]


def test_a_picture_without_a_subject_has_no_background_to_remove() -> None:
    with pytest.raises(NotUnderstood, match="no subject"):
        painted("sunset over mountains", "remove the background")
    painting = painted("sunset over mountains", "transparent background, add snow")
    assert any("no subject" in line for line in painting.facts["not_done"])


@pytest.mark.parametrize(
    "prompt", ["happy dog", "woman with an umbrella", "sailboat at sea", "portrait of a doctor"]
)
def test_subjects_and_surroundings_share_no_figure(prompt: str) -> None:
    body = painted(prompt).data.decode().split("</desc>")[1].removesuffix("</svg>")
    subjects, around = subjects_of(body), around_subjects(body)
    checked(f'<svg xmlns="http://www.w3.org/2000/svg">{subjects}</svg>')
    checked(f'<svg xmlns="http://www.w3.org/2000/svg">{around}</svg>')
    figures = {path for path in re.findall(r' d="([^"]+)"', subjects) if len(path) > 60}
    assert figures
    assert figures.isdisjoint(re.findall(r' d="([^"]+)"', around))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [Size(1600, 900), Size(900, 1600)], ids=str)
def test_places_with_company_have_something_to_set_apart(place: str, size: Size) -> None:
    for seed in range(3):
        svg = drawn(Scene(seed, place, pattern="waves"), size.width, size.height)
        body = svg.split("</desc>")[1].removesuffix("</svg>")
        assert bool(subjects_of(body)) == PLACES[place].company


def test_colleagues_stand_sharp_before_a_soft_office() -> None:
    prompt = "modern office team meeting"
    plain = painted(prompt).data.decode()
    cut, soft = painted(prompt, "remove the background"), painted(prompt, "blur the background")
    assert cut.format == "svg"
    assert soft.format == "png"
    assert cut.facts["not_done"] == soft.facts["not_done"] == []
    people = plain[plain.index('<g class="people">') :]
    assert people[: people.index("</g></g>")] in cut.data.decode()
    assert 'class="wall"' not in cut.data.decode()


def test_a_picture_of_a_style_keeps_its_paints_without_its_background() -> None:
    text = painted("a fox in a forest", "remove the background", style="watercolor").data.decode()
    used, there = re.findall(r"url\(#([^)]+)\)", text), re.findall(r' id="([^"]+)"', text)
    assert used
    assert set(used) <= set(there)


def test_text_is_outlines_and_told_in_the_alt_text() -> None:
    painting = painted("happy dog", "add text 'Ünder 5€ & more'")
    root = checked(painting.data)
    assert not list(root.iter(f"{SVG}text"))
    assert "Ünder 5€ & more" in painting.facts["alt"]
    assert root.findtext(f"{SVG}desc") == painting.facts["alt"]


def test_text_that_cannot_be_written_is_refused_and_signs_are_reported() -> None:
    with pytest.raises(NotUnderstood, match="right to left"):
        painted("happy dog", "add text 'שלום'")
    with pytest.raises(NotUnderstood, match="no letters"):
        painted("happy dog", "add text '你好'")
    assert painted("happy dog", "add text 'Hi 🎉'").facts["not_done"] == ["🎉"]


def test_a_text_keeps_out_of_the_subjects_way() -> None:
    above = rasterized(painted("happy dog", "add text HELLO in red").data, 320, 180)
    below = rasterized(painted("happy dog", "add text HELLO in red at the bottom").data, 320, 180)
    plain = rasterized(painted("happy dog").data, 320, 180)

    def changed(image: pyvips.Image, share: float) -> float:
        rows = ((pixel(image, x / 39, share), pixel(plain, x / 39, share)) for x in range(40))
        return sum(abs(a - b) for row in rows for a, b in zip(*row, strict=True))

    assert changed(above, 0.13) > 4 * changed(above, 0.8)
    assert changed(below, 0.85) > 4 * changed(below, 0.2)


def test_a_step_can_be_taken_back() -> None:
    assert painted("happy dog", "add a red border", "remove the border").data == painted("happy dog").data
    with pytest.raises(NotUnderstood, match="no border"):
        painted("happy dog", "remove the border")


def test_variations_are_other_seeds_of_the_same_words_and_edits() -> None:
    first = recipe("happy dog", "make it night", "flip")
    other = variation(first, 1)
    assert variation(first, 0) == first
    assert other.instructions == first.instructions
    assert other.seed == (other.source and other.source.seed) != first.seed
    assert len({variation(first, number).key for number in range(8)}) == 8
    assert variation(first, 1) == other


@settings(max_examples=40, deadline=None)
@given(
    prompt=st.sampled_from(PROMPTS),
    steps=st.lists(st.sampled_from(DRAWN), min_size=1, max_size=5),
)
def test_any_chain_of_steps_is_a_sound_drawing(prompt: str, steps: list[str]) -> None:
    try:
        painting = painted(prompt, ", then ".join(steps), size=Size(320, 180))
    except NotUnderstood:
        assert set(steps) == {"remove the background"}
        return
    if painting.format == "svg":
        checked(painting.data)
