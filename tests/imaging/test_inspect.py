"""Uploads: those that are taken, looked at with Pillow, and those that are not."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageColor

from imgorigin.errors import InvalidRequest, TooLarge, UnsupportedType
from imgorigin.imaging.inspect import Bounds, Inspected, inspect
from imgorigin.imaging.sniff import kind_of
from tests.imaging.files import BLUE, FORMATS, GREEN, RED, chunk, encoded, moving, opened, photo, png

BOUNDS = Bounds(bytes=3_000_000, pixels=1_000_000)
REFUSALS = (TooLarge, UnsupportedType, InvalidRequest)


def inspected(data: bytes) -> Inspected:
    return inspect(data, BOUNDS)


def pixels(data: bytes) -> Image.Image:
    return opened(inspected(data).data)


def near(found: object, wanted: tuple[int, ...], by: int = 8) -> bool:
    assert isinstance(found, tuple)
    return len(found) == len(wanted) and all(
        abs(one - other) <= by for one, other in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_that_is_taken_becomes_a_png_of_the_same_pixels(form: str) -> None:
    found = inspected(encoded(photo(), form))
    assert found.media_type == f"image/{form.lower()}"
    assert (found.width, found.height) == (60, 40)
    image = opened(found.data)
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", (60, 40))
    for at, colour in (((5, 5), RED), ((55, 5), GREEN), ((30, 35), BLUE)):
        assert near(image.getpixel(at), colour)


def test_the_same_pixels_are_the_same_bytes_whatever_they_were_wrapped_in() -> None:
    image = photo()
    wrapped = [
        encoded(image),
        encoded(image, compress_level=1),
        encoded(image, dpi=(300, 300)),
        encoded(image, "WEBP", lossless=True),
        encoded(image.convert("RGBA")),
    ]
    assert len({inspected(data).data for data in wrapped}) == 1


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_frame_is_kept(form: str) -> None:
    found = inspected(moving(form))
    assert found.facts["frames"] == 3
    assert (found.width, found.height) == (40, 30)
    assert near(opened(found.data).getpixel((20, 15)), RED)


def test_a_still_has_no_frames() -> None:
    assert "frames" not in inspected(encoded(photo(), "GIF")).facts


def test_cmyk_becomes_srgb() -> None:
    image = pixels(encoded(Image.new("CMYK", (30, 20), (0, 255, 255, 0)), "JPEG", quality=95))
    assert image.mode == "RGB"
    red, green, blue = image.getpixel((10, 10))  # type: ignore[misc]
    assert red > 200
    assert max(green, blue) < 80


def test_a_colour_profile_is_applied_and_dropped() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = pixels(encoded(photo(), icc_profile=srgb))
    assert near(plain.getpixel((5, 5)), RED, by=1)
    assert "icc_profile" not in plain.info
    other = srgb.replace(b"rXYZ", b"xXYZ").replace(b"gXYZ", b"rXYZ").replace(b"xXYZ", b"gXYZ")
    red, green, _ = pixels(encoded(photo(), icc_profile=other)).getpixel((5, 5))  # type: ignore[misc]
    assert red < 100
    assert green > 150


def test_a_broken_colour_profile_is_passed_over() -> None:
    assert near(pixels(encoded(photo(), icc_profile=b"no profile at all")).getpixel((5, 5)), RED, by=1)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_exif_orientation_is_applied(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter, clockwise
    found = inspected(encoded(photo(), form, exif=exif))
    assert (found.width, found.height) == (40, 60)
    image = opened(found.data)
    assert near(image.getpixel((35, 5)), RED)
    assert near(image.getpixel((35, 55)), GREEN)
    assert near(image.getpixel((3, 30)), BLUE)
    assert not image.getexif()


def test_sixteen_bits_become_eight() -> None:
    grey = Image.new("I;16", (30, 20), 0x8000)
    assert near(pixels(encoded(grey)).getpixel((5, 5)), (128, 128, 128), by=1)
    row = b"\0" + bytes([0x80, 0, 0x20, 0, 0xC0, 0, 0x40, 0]) * 30
    image = pixels(png(30, 20, row * 20, bits=16, colour=6))
    assert image.mode == "RGBA"
    assert near(image.getpixel((5, 5)), (0x80, 0x20, 0xC0, 0x40), by=1)


def test_a_palette_and_one_bit_become_colours() -> None:
    assert near(pixels(encoded(photo().quantize(8))).getpixel((5, 5)), RED)
    assert near(pixels(encoded(Image.new("1", (9, 9), 1))).getpixel((5, 5)), (255, 255, 255))
    assert near(pixels(encoded(Image.new("LA", (9, 9), (70, 128)))).getpixel((5, 5)), (70, 70, 70, 128))


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_alpha_is_kept_where_something_shows_through(form: str) -> None:
    found = inspected(encoded(Image.new("RGBA", (20, 20), (*RED, 77)), form))
    assert found.facts["hasAlpha"] is True
    assert near(opened(found.data).getpixel((5, 5)), (*RED, 77))
    assert inspected(encoded(Image.new("RGBA", (20, 20), (*RED, 255)), form)).facts["hasAlpha"] is False


@pytest.mark.parametrize("size", [(1, 1), (20_000, 1), (1, 5000), (3, 2)])
@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_the_smallest_and_the_longest_are_taken(size: tuple[int, int], form: str) -> None:
    if form == "WEBP" and max(size) > 16383:
        size = (16383, 1)
    found = inspected(
        encoded(Image.new("RGB", size, RED), form, **({"lossless": True} if form == "WEBP" else {}))
    )
    assert (found.width, found.height) == size
    assert found.facts["dominantColor"] == "#c8281e"


def test_what_stands_behind_a_picture_is_dropped() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.html", "<script>alert(1)</script>")
    polyglot = encoded(photo()) + archive.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(polyglot))
    kept = inspected(polyglot).data
    assert not zipfile.is_zipfile(io.BytesIO(kept))
    assert kept == inspected(encoded(photo())).data


def test_a_script_in_a_chunk_or_a_comment_is_dropped() -> None:
    data = encoded(photo())
    script = b"<?php system($_GET[0]); ?><script>alert(1)</script>"
    hidden = data[:33] + chunk(b"tEXt", b"Comment\0" + script) + data[33:]
    assert b"script" not in inspected(hidden).data
    assert b"script" not in inspected(encoded(photo(), "JPEG", comment=script)).data


def test_the_facts_tell_what_is_seen() -> None:
    image = photo(400, 100)
    facts = inspected(encoded(image)).facts
    assert (facts["aspect"], facts["shape"], facts["detail"]) == (4.0, "panorama", "flat")
    assert facts["colors"][0]["share"] == pytest.approx(0.5, abs=0.1)
    assert near(ImageColor.getrgb(facts["colors"][0]["color"]), BLUE)
    assert facts["thumbhash"]
    noise = Image.effect_noise((300, 300), 90).convert("RGB")
    assert inspected(encoded(noise)).facts["detail"] == "sharp"
    soft = Image.radial_gradient("L").resize((600, 600)).point(lambda value: value)
    assert inspected(encoded(soft)).facts["detail"] != "sharp"
    assert "metadata" not in facts


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "scripts"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!DOCTYPE svg>\n<SVG/>', "SVG"),
        (b"<!DOCTYPE html><html><img src=x></html>", "a web page"),
        (b"<html><svg></svg></html>", "a web page"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\3\4rest", "a ZIP archive"),
        (b"II*\0", "a TIFF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isomiso2", "no picture"),
        (b"hello", "no picture"),
        (b" ", "no picture"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_it_is(data: bytes, told: str) -> None:
    with pytest.raises(UnsupportedType, match=told) as raised:
        inspected(data)
    assert "JPEG" in raised.value.detail
    assert raised.value.status == 415


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="it is empty"):
        inspected(b"")


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(TooLarge, match="3000000 bytes"):
        inspected(encoded(photo()) + b"\0" * 3_000_000)


def test_a_bomb_is_refused_by_what_its_header_declares() -> None:
    huge = png(10_000, 10_000, b"\0" * (30_001 * 100))
    assert len(huge) < 10_000
    with pytest.raises(TooLarge, match="10000x10000"):
        inspected(huge)
    with pytest.raises(REFUSALS):
        inspected(png(2**31 - 1, 2**31 - 1, b""))


@pytest.mark.parametrize("form", FORMATS)
def test_more_pixels_than_are_taken_are_refused_in_every_format(form: str) -> None:
    with pytest.raises(TooLarge, match="1001x1000 pixels"):
        inspected(encoded(Image.new("RGB", (1001, 1000), RED), form))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("share", [0.999, 0.9, 0.5, 0.1])
def test_a_picture_that_is_cut_off_is_refused(form: str, share: float) -> None:
    data = encoded(Image.effect_noise((120, 90), 80).convert("RGB"), form)
    with pytest.raises(InvalidRequest, match="damaged or cut off"):
        inspected(data[: int(len(data) * share)])


SAMPLES = [encoded(photo(), form) for form in FORMATS] + [moving("GIF"), moving("WEBP")]


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4)), max_size=6),
    st.floats(0, 1),
)
def test_whatever_is_broken_the_errors_are_typed(
    sample: bytes, changes: list[tuple[float, bytes]], share: float
) -> None:
    data = bytearray(sample)
    for where, new in changes:
        at = int(where * len(data))
        data[at : at + len(new)] = new
    try:
        found = inspected(bytes(data[: int(share * len(data)) + 1]))
    except REFUSALS:
        return
    assert opened(found.data).size == (found.width, found.height)


@given(st.binary(max_size=200))
def test_any_bytes_at_all_have_a_kind_or_are_refused(data: bytes) -> None:
    try:
        assert kind_of(data).media_type.startswith("image/")
    except UnsupportedType as error:
        assert "JPEG" in error.detail


def test_what_was_inspected_is_read_back_from_its_bytes() -> None:
    found = inspected(encoded(photo(), "JPEG"))
    assert Inspected.from_bytes(found.to_bytes()) == found


def test_a_profile_is_applied_to_cmyk_grey_alpha_and_sixteen_bits_alike() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    see_through = encoded(Image.new("RGBA", (9, 9), (*RED, 77)), icc_profile=srgb)
    assert near(pixels(see_through).getpixel((5, 5)), (*RED, 77), by=1)
    row = b"\0" + bytes([0x80, 0, 0x20, 0, 0xC0, 0, 0x40, 0]) * 9
    deep = png(9, 9, row * 9, bits=16, colour=6)
    named = deep[:33] + chunk(b"iCCP", b"x\0\0" + zlib.compress(srgb)) + deep[33:]
    assert near(pixels(named).getpixel((5, 5)), (0x80, 0x20, 0xC0, 0x40), by=1)
    for mode, colour in (("L", 70), ("CMYK", (0, 255, 255, 0))):
        image = pixels(encoded(Image.new(mode, (9, 9), colour), "JPEG", icc_profile=srgb))
        assert image.mode == "RGB"
