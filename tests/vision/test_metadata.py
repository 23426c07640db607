"""What an upload tells of itself."""

from __future__ import annotations

import pytest

from imgorigin.vision.colours import colours_of
from imgorigin.vision.metadata import look_of, words_of
from imgorigin.vision.seeing import Hints, of_metadata
from tests.vision.pictures import TEAL, clear, flat, photo


@pytest.mark.parametrize(
    ("filename", "words"),
    [
        ("red-fox_final(2).JPG", "Red fox"),
        ("C:\\Users\\me\\RedFox.png", "Red Fox"),
        ("../../my_holiday_in_rome-800x600.png", "My holiday in rome"),
        ("AdobeStock_123_girl with balloon.jpeg", "Girl with balloon"),
        ("富士山.jpg", "富士山"),
        ("team photo 2024.png", "Team photo"),
        ("a\x00b\u202ecat.png", "A bcat"),
        *((name, "") for name in (
            "", ".png", "p.png", "IMG_1234.JPG", "DSC00012.jpg", "P1020304.JPG",
            "PXL_20230405_123456789.MP.jpg",
            "IMG-20230405-WA0001.jpg", "WhatsApp Image 2023-04-05 at 12.00.00.jpeg", "image (3).png",
            "Screenshot 2024-01-02 at 10.11.12.png", "a8f3e1c09b2d4e5f.png",
        )),
    ],
)  # fmt: skip
def test_a_file_that_a_person_named_has_a_title(filename: str, words: str) -> None:
    assert words_of(filename) == words


def test_a_long_hostile_name_takes_no_time_and_stays_short() -> None:
    for name in (
        "a" * 100_000,
        "-1" * 50_000,
        "(1)" * 30_000 + "x",
        "img " * 30_000,
        "1" * 200 + "xyz",
        "a1" * 99 + "-x",
    ):
        assert len(words_of(name)) <= 120


@pytest.mark.parametrize(
    ("picture", "look", "tags"),
    [
        (photo(), "Uploaded photo, mostly teal and sand, landscape", ("teal", "sand", "landscape")),
        (flat(TEAL, 64, 64), "Uploaded picture, mostly teal, square", ("teal", "square")),
        (flat((255, 255, 255), 300, 40), "Uploaded picture, mostly white, panorama", ("white", "panorama")),
        (flat((10, 10, 10), 40, 60), "Uploaded picture, mostly black, portrait", ("black", "portrait")),
        (clear(), "Uploaded picture, mostly transparent, square", ("transparent", "square")),
    ],
)
def test_colours_and_shape(picture: bytes, look: str, tags: tuple[str, ...]) -> None:
    assert look_of(picture) == (look, tags)


def test_a_photograph_without_colour_is_told_as_such() -> None:
    import pyvips

    gray = pyvips.Image.new_from_buffer(photo(), "").colourspace("b-w").write_to_buffer(".png")
    assert colours_of(gray).is_gray
    look, tags = look_of(gray)
    assert look.startswith("Uploaded black-and-white photo, mostly ")
    assert "black and white" in tags


def test_nothing_known_but_its_look() -> None:
    seen = of_metadata(photo(), Hints(filename="IMG_1.jpg"))
    assert seen.source == "metadata"
    assert seen.title == "Uploaded photo, mostly teal and sand, landscape"
    assert seen.alt == "Uploaded photo, mostly teal and sand, landscape."
    assert (seen.tags, seen.slug) == (("teal", "sand", "landscape"), "teal-sand-landscape")


def test_a_filename_tells_more() -> None:
    seen = of_metadata(photo(), Hints(filename="red-fox_final.jpg"))
    assert (seen.title, seen.slug) == ("Red fox", "red-fox")
    assert seen.alt == "Red fox. Uploaded photo, mostly teal and sand, landscape."
    assert seen.tags == ("fox", "red", "teal", "sand", "landscape")


def test_what_the_file_says_of_itself_is_worth_most() -> None:
    told = {
        "title": "Evening in Lisbon",
        "description": "The sun sets behind the bridge.",
        "alt": "A red bridge before an orange sky",
        "keywords": ["Lisbon", "#Bridge", "lisbon", "", 7],
    }
    seen = of_metadata(photo(), Hints("IMG_1.jpg", told))
    assert (seen.title, seen.slug) == ("Evening in Lisbon", "evening-in-lisbon")
    assert seen.alt == "A red bridge before an orange sky."
    assert seen.caption == "The sun sets behind the bridge."
    assert seen.tags == ("lisbon", "bridge", "7")


@pytest.mark.parametrize("value", [None, 7, [], {"a": 1}, "", "\x00\x1b"])
def test_metadata_of_another_kind_is_none(value: object) -> None:
    told = dict.fromkeys(("title", "description", "alt", "keywords"), value)
    assert of_metadata(photo(), Hints("", told)).title.startswith("Uploaded photo")
