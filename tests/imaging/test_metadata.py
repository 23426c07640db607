"""The words in a picture's metadata: found wherever they stand, and none of them in what is kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from imgorigin.imaging.exif import read_exif
from imgorigin.imaging.inspect import Bounds, inspect
from imgorigin.imaging.iptc import read_iptc
from imgorigin.imaging.phrases import date, keywords, phrase
from imgorigin.imaging.xmp import read_xmp
from tests.imaging.files import dataset, encoded, jpeg_with_iptc, jpeg_with_xmp, opened, photo, xmp_packet


def told(data: bytes) -> dict[str, Any]:
    found = inspect(data, Bounds())
    kept = opened(found.data)
    assert not kept.getexif()
    assert not {"xmp", "XML:com.adobe.xmp", "photoshop", "icc_profile", "comment"} & kept.info.keys()
    metadata: dict[str, Any] = found.facts.get("metadata", {})
    return metadata


def exif() -> Image.Exif:
    block = Image.Exif()
    block[0x010E], block[0x8298], block[0x013B] = (
        "Müllers Hund".encode("cp1252"),
        "© 2024 Ana".encode(),
        "Ana\nNúñez".encode(),
    )
    block[0x9C9B] = "Ein Hund im Schnee".encode("utf-16-le") + b"\0\0"
    block[0x9C9E] = "dog;snow; dog".encode("utf-16-le") + b"\0\0"
    block[0x0132] = "2025:01:01 00:00:00"
    block.get_ifd(0x8769)[0x9003] = "2024:05:06 07:08:09"
    places = block.get_ifd(0x8825)
    places[1], places[2], places[29] = "N", (51.0, 30.0, 0.0), "2024:05:06"
    return block


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_exif_is_read_and_its_places_are_not(form: str) -> None:
    found = told(encoded(photo(), form, exif=exif()))
    assert found == {
        "title": "Ein Hund im Schnee",
        "description": "Müllers Hund",
        "copyright": "© 2024 Ana",
        "creator": "Ana Núñez",
        "keywords": ["dog", "snow"],
        "date": "2024-05-06T07:08:09",
    }


def test_iptc_is_read() -> None:
    data = jpeg_with_iptc(
        dataset(5, "Wächter".encode()),
        dataset(120, b"At the door"),
        dataset(25, b"dog"),
        dataset(25, b"door"),
        dataset(80, "J. Mu\xf1oz".encode("latin-1")),
        dataset(116, b"(c) J"),
        dataset(55, b"20240506"),
    )
    assert told(data) == {
        "title": "Wächter",
        "description": "At the door",
        "keywords": ["dog", "door"],
        "creator": "J. Muñoz",
        "copyright": "(c) J",
        "date": "2024-05-06",
    }


XMP = """photoshop:DateCreated="2023-02-01T10:00:00+01:00">
  <dc:title><rdf:Alt><rdf:li xml:lang="de">Hund</rdf:li>
    <rdf:li xml:lang="x-default">Dog</rdf:li></rdf:Alt></dc:title>
  <dc:subject><rdf:Bag><rdf:li>dog</rdf:li><rdf:li>beach</rdf:li></rdf:Bag></dc:subject>
  <dc:creator><rdf:Seq><rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">CC BY &lt;4.0&gt;</rdf:li></rdf:Alt></dc:rights>
  <core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A dog runs.</rdf:li></rdf:Alt>
  </core:AltTextAccessibility>
  <ext:DigitalSourceType>{}</ext:DigitalSourceType>"""
TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def test_xmp_is_read_and_goes_before_the_rest() -> None:
    data = jpeg_with_xmp(XMP.format(TRAINED))
    found = told(data)
    assert found == {
        "title": "Dog",
        "keywords": ["dog", "beach"],
        "creator": "Bo",
        "copyright": "CC BY <4.0>",
        "alt": "A dog runs.",
        "date": "2023-02-01T10:00:00",
        "digitalSourceType": TRAINED,
    }
    both = encoded(photo(), "PNG", exif=exif(), pnginfo=None)
    assert told(both)["creator"] == "Ana Núñez"


@pytest.mark.parametrize(
    "text", ["http://evil.example/x", "javascript:alert(1)", TRAINED + '"/>', "", "x" * 999]
)
def test_a_source_type_that_is_none_of_iptcs_is_not_repeated(text: str) -> None:
    from xml.sax.saxutils import escape

    assert "digitalSourceType" not in told(jpeg_with_xmp(XMP.format(escape(text))))


def test_xmp_that_unfolds_is_not_read() -> None:
    laughs = xmp_packet('dc:title="x">').replace(
        b"<x:xmpmeta", b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x:xmpmeta', 1
    )
    assert read_xmp(laughs) == {}
    assert read_xmp(laughs.decode().encode("utf-16")) == {}
    assert read_xmp(xmp_packet('dc:title="x"><!-- a remark -->')) == {"title": ["x"]}


def test_text_chunks_of_a_png_are_read() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Title", "Höhe")
    info.add_text("Author", "Ana")
    info.add_text("Software", "GIMP")
    assert told(encoded(photo(), pnginfo=info)) == {"title": "Höhe", "creator": "Ana"}


def test_what_cameras_write_is_no_description() -> None:
    block = Image.Exif()
    block[0x010E] = "OLYMPUS DIGITAL CAMERA         "
    block[0x0132] = "0000:00:00 00:00:00"
    assert told(encoded(photo(), "JPEG", exif=block)) == {}


@given(st.binary(max_size=400))
def test_no_block_whatever_breaks_a_reader(block: bytes) -> None:
    for order in (b"II*\0", b"MM\0*"):
        read_exif(b"Exif\0\0" + order + block)
    read_iptc(block)
    read_iptc(b"Photoshop 3.0\x008BIM\x04\x04" + block)
    read_iptc(b"\x1c\x02" + block)
    read_xmp(block)


@given(st.binary(max_size=60), st.integers(0, 2**32 - 1))
def test_an_exif_block_that_points_anywhere_is_read_no_further(tail: bytes, at: int) -> None:
    entry = b"\x69\x87\x04\0\1\0\0\0" + at.to_bytes(4, "little")
    read_exif(b"II*\0\x08\0\0\0\1\0" + entry + tail)
    long_text = b"\x0e\x01\2\0" + at.to_bytes(4, "little") + at.to_bytes(4, "little")
    read_exif(b"II*\0\x08\0\0\0\1\0" + long_text + tail)


@given(st.text())
def test_phrases_are_one_line_of_bounded_length(text: str) -> None:
    found = phrase(text, 50)
    assert len(found) <= 50
    assert found == found.strip()
    assert found.isprintable()
    date(text)
    assert len(keywords([text, text])) <= 1


def test_dates_that_are_none_are_dropped() -> None:
    assert [date(text) for text in ("2024:02:30", "soon", "2024:02:03 25:00:00", "")] == ["", "", "", ""]
    assert date("2024-02-03") == "2024-02-03"
    assert date("2024:02:03 04:05") == "2024-02-03T04:05:00"
