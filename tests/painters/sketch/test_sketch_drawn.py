from __future__ import annotations

import pytest
import pyvips

from imgorigin.painters.sketch.palette import difference, lab
from imgorigin.painters.sketch.places.studio import backdrop_of
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.drawn import DRAWN
from imgorigin.painters.sketch.subjects.drawn.animals import HEADS
from imgorigin.painters.sketch.subjects.drawn.base import tones
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.traits import traits

BRIDGES = {"arch-bridge", "suspension-bridge"}
ENDLESS = BRIDGES | {"locomotive", "high-speed-train"}
"""Drawn beyond their boxes, to where the widest picture ends."""
HOVERING = {
    "airplane",
    "branch",
    "butterfly",
    "flying-bird",
    "held-laptop",
    "drone",
    "eagle",
    "submarine",
    "fish",
    "tropical-fish",
    "sunglasses",
    "headphones",
    "umbrella",
    "satellite",
}
SCALE = 8


def ink(markup: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what a drawing covers, on the grid."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 64 64"'
    image = pyvips.Image.svgload_buffer(
        f'{head} width="{64 * SCALE}" height="{64 * SCALE}">{markup}</svg>'.encode()
    )
    left, top, width, height = (image[3] > 20).find_trim(background=[0], threshold=1)
    return left / SCALE - 16, top / SCALE - 16, (left + width) / SCALE - 16, (top + height) / SCALE - 16


@pytest.mark.parametrize("name", sorted({*DRAWN, *HEADS} - ENDLESS))
def test_a_drawing_fills_its_box_and_stands_on_its_lower_edge(name: str) -> None:
    icon = icon_of(Subject(name, name), seed=3)
    left, top, right, bottom = ink(icon.markup)
    box_left, box_top, box_right, box_bottom = icon.box
    assert left > box_left - 0.7 and right < box_right + 0.7, (left, right)
    assert top > box_top - 0.7 and abs(bottom - box_bottom) < 0.5, (top, bottom)
    assert right - left > 0.8 * icon.width and bottom - top > 0.8 * icon.height
    assert name in HOVERING or box_bottom > 30


@pytest.mark.parametrize("name", sorted(BRIDGES))
def test_a_bridge_reaches_beyond_both_edges_of_the_picture_and_breaks_no_waves(name: str) -> None:
    left, _, right, _ = ink(icon_of(Subject(name, name), seed=3).markup)
    assert (left, right) == (-16, 48)
    assert traits(name).stance == "water"


@pytest.mark.parametrize("name", sorted({*DRAWN} - {"stage"}))
def test_a_drawing_takes_the_colour_asked_for(name: str) -> None:
    red, blue = (icon_of(Subject(name, name, color), seed=3) for color in ("#e5383b", "#2f6fde"))
    assert red.markup != blue.markup
    assert (red.box, red.color) == (blue.box, "#e5383b")


def test_drawings_are_small_and_may_stand_in_a_picture_twice() -> None:
    for name, drawn in DRAWN.items():
        markup = drawn.draw(drawn.colors[0])
        assert " id=" not in markup and "url(" not in markup, name
        assert len(markup) < 60_000, name


def test_a_dyed_animal_has_nothing_left_of_its_coat() -> None:
    markup = icon_of(Subject("fox", "fox", "#f6f6f4"), seed=1).markup.lower()
    assert HEADS["fox"].fur not in markup and HEADS["fox"].limbs not in markup
    assert HEADS["fox"].fur in icon_of(Subject("fox", "fox"), seed=1).markup.lower()


def test_shades_of_the_darkest_things_can_be_told_apart() -> None:
    tone = tones("#2a2a33")
    assert lab(tone.shine).lightness > lab(tone.light).lightness > lab(tone.base).lightness
    assert lab(tone.base).lightness > lab(tone.shade).lightness > lab(tone.deep).lightness


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("red sports car", "sports-car"),
        ("a classic car", "vintage-car"),
        ("smartwatch", "smartwatch"),
        ("white sneakers", "running-shoe"),
        ("golden gate bridge", "suspension-bridge"),
        ("dutch windmill", "windmill"),
        ("solar power", "solar-panel"),
        ("savings", "piggy-bank"),
        ("recession", "chart-decreasing"),
        ("wine glass", "wine-glass"),
        ("green armchair", "armchair"),
        ("quadcopter", "drone"),
        ("delivery van", "delivery-van"),
        ("lorry", "delivery-truck"),
        ("log cabin", "cabin"),
        ("red cottage", "house"),
        ("chess king", "chess-king"),
        ("knight chess piece", "chess-knight"),
        ("bouquet of roses", "bouquet"),
    ],
)
def test_words_find_the_drawings(prompt: str, name: str) -> None:
    assert [subject.name for subject in read(prompt, 7).subjects] == [name]


PRODUCTS = (
    "white sneakers on white background",
    "silver ring on a white background",
    "white t-shirt on white background",
    "black headphones on black background",
    "black laptop on dark background",
    "red high heels on red background",
    "white headphones minimalist",
    "clear glass perfume bottle isolated",
    "gray backpack on gray background",
    "beige handbag on beige background",
)


@pytest.mark.parametrize("prompt", PRODUCTS)
@pytest.mark.parametrize("seed", range(4))
def test_products_stand_out_from_what_is_behind_them(prompt: str, seed: int) -> None:
    scene = read(prompt, seed)
    assert scene.place == "studio"
    drop = backdrop_of(Stage(scene, (1600, 900)))
    assert difference(drop.halo or drop.color, icon_of(scene.subjects[0], seed).color) > 0.15


@pytest.mark.parametrize("seed", range(4))
def test_black_on_a_dark_background_is_clearly_seen(seed: int) -> None:
    scene = read("black chess knight on a dark background", seed)
    drop = backdrop_of(Stage(scene, (1600, 900)))
    assert drop.halo
    assert difference(drop.halo, icon_of(scene.subjects[0], seed).color) > 0.29


@pytest.mark.parametrize("backdrop", ["#f6f6f4", "#2a2a33", "#e5383b"])
def test_a_backdrop_that_is_asked_for_moves_only_a_little(backdrop: str) -> None:
    for color in ("#f6f6f4", "#2a2a33", "#e5383b", "#2f6fde"):
        subject = Subject("running-shoe", "sneakers", color)
        scene = Scene(seed=1, place="studio", subjects=(subject,), backdrop=backdrop)
        drop = backdrop_of(Stage(scene, (900, 900)))
        assert difference(drop.color, backdrop) < 0.05
        assert bool(drop.halo) is (difference(color, backdrop) < 0.2)


def test_a_bouquet_has_the_colour_of_its_flowers() -> None:
    assert [one.color_name or one.color for one in read("a bouquet of white roses", 7).subjects] == [
        "#f6f6f4"
    ]
    assert read("a yellow bouquet of red roses", 7).subjects[0].color_name == "yellow"
