"""An upload as it came: cut to any size, in any format, and labelled as nobody's but its maker's."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from imgorigin.address import Limits, Size
from imgorigin.errors import InvalidRequest
from imgorigin.imaging.encode import MEDIA_TYPES, Quality
from imgorigin.imaging.inspect import Bounds, inspect
from imgorigin.imaging.master import Master
from imgorigin.imaging.provenance import (
    COMPOSITE,
    SOURCE_TYPES,
    TRAINED,
    is_declared_trained,
    source_type,
    upload_packet,
    xmp_packet,
)
from imgorigin.imaging.rendition import rendition
from imgorigin.imaging.uploaded import is_as_it_came, master_of_upload, natural_size
from imgorigin.recipe import Recipe
from tests.imaging.files import BLUE, GREEN, RED, encoded, jpeg_with_xmp, opened, photo

SHA = "5" * 64
LIMITS = Limits(16, 4096, 4096 * 4096)


def master_of(data: bytes) -> Master:
    found = inspect(data, Bounds())
    return master_of_upload(SHA, found.data, Size(found.width, found.height), found.facts)


def served(master: Master, size: Size, form: str = "png") -> Image.Image:
    data = rendition(master, size, form, quality=Quality(), xmp=upload_packet(master), background="#ffffff")
    return opened(data)


def packet_of(image: Image.Image) -> str:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    text = packet.decode() if isinstance(packet, bytes) else packet
    ET.fromstring(text.strip("\ufeff"))
    return text


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_an_upload_is_served_at_any_size_in_every_format(form: str) -> None:
    image = served(master_of(encoded(photo(600, 400), "JPEG")), Size(300, 200), form)
    assert image.size == (300, 200)
    for at, colour in (((20, 20), RED), ((280, 20), GREEN), ((150, 180), BLUE)):
        found = image.convert("RGB").getpixel(at)
        assert isinstance(found, tuple)
        assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) < 12


def test_at_its_own_size_an_upload_is_what_it_was() -> None:
    assert served(master_of(encoded(photo())), Size(60, 40)).tobytes() == photo().tobytes()


def test_a_crop_keeps_what_one_looks_at() -> None:
    image = Image.new("RGB", (800, 200), (90, 90, 90))
    image.paste((255, 30, 20), (660, 60, 740, 140))
    square = served(master_of(encoded(image)), Size(200, 200))
    assert (255, 30, 20) in {colour for _, colour in square.getcolors(99_999) or []}


def test_an_upload_is_no_drawing() -> None:
    with pytest.raises(InvalidRequest, match="made of pixels"):
        served(master_of(encoded(photo())), Size(20, 20), "svg")


@pytest.mark.parametrize("shape", [(1, 1), (20_000, 1), (1, 5000), (20_000, 3)])
@pytest.mark.parametrize("size", [Size(16, 16), Size(1024, 768), Size(4096, 64)])
def test_the_smallest_and_the_longest_are_served(shape: tuple[int, int], size: Size) -> None:
    image = served(master_of(encoded(Image.new("RGB", shape, RED))), size)
    assert image.size == (size.width, size.height)
    assert image.getpixel((3, 3)) == RED


def test_what_is_cut_first_is_the_part_that_would_have_been_seen() -> None:
    strip = Image.new("RGB", (20_000, 1), RED)
    strip.paste(BLUE, (15_000, 0, 20_000, 1))
    master = master_of(encoded(strip))
    right = Master("png", master.data, {**master.facts, "focus": [0.9, 0.5]})
    left = Master("png", master.data, {**master.facts, "focus": [0.1, 0.5]})
    assert served(right, Size(512, 512)).getpixel((256, 256)) == BLUE
    assert served(left, Size(512, 512)).getpixel((256, 256)) == RED


def test_we_claim_nothing_of_an_upload() -> None:
    packet = packet_of(served(master_of(encoded(photo())), Size(30, 20)))
    assert "DigitalSourceType" not in packet
    assert "AISystem" not in packet
    assert "Seed" not in packet
    assert "CreatorTool" not in packet


CREDITED = """ext:DigitalSourceType="{}">
  <dc:creator><rdf:Seq><rdf:li>Ana &lt;b&gt; &amp; Bo</rdf:li></rdf:Seq></dc:creator>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Ana</rdf:li></rdf:Alt></dc:rights>"""


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_creator_copyright_and_origin_are_kept(form: str) -> None:
    master = master_of(jpeg_with_xmp(CREDITED.format(SOURCE_TYPES + "digitalCapture")))
    packet = packet_of(served(master, Size(30, 20), form))
    assert "Ana &lt;b&gt; &amp; Bo" in packet
    assert "© Ana" in packet
    assert "digitalCapture" in packet


def edited(**more: object) -> Recipe:
    fields: dict[str, object] = {"images": (SHA,), "instruction": "make it black and white"} | more
    return Recipe(prompt="", model="sketch", revision="1", seed=1, canvas=Size(60, 40), **fields)  # type: ignore[arg-type]


def test_an_edit_of_an_upload_is_no_picture_made_from_nothing() -> None:
    assert source_type(edited(), trained=False) == SOURCE_TYPES + "algorithmicallyEnhanced"
    again = edited(source=edited(), images=())
    assert source_type(again, trained=False) == SOURCE_TYPES + "algorithmicallyEnhanced"
    assert source_type(edited(), trained=True) == COMPOSITE
    assert source_type(again, trained=True) == COMPOSITE
    assert source_type(edited(), trained=False, on_trained=True) == COMPOSITE
    assert source_type(edited(instruction=""), trained=True) == TRAINED  # a picture it only looked at


def test_an_upload_that_says_it_was_generated_stays_labelled() -> None:
    master = master_of(jpeg_with_xmp(CREDITED.format(TRAINED)))
    assert TRAINED in packet_of(served(master, Size(30, 20)))
    assert is_declared_trained(master.facts["metadata"])
    assert not is_declared_trained({"digitalSourceType": SOURCE_TYPES + "digitalCapture"})
    assert not is_declared_trained({})


def test_an_edit_credits_the_maker_of_its_upload() -> None:
    told = master_of(jpeg_with_xmp(CREDITED.format(TRAINED))).facts["metadata"]
    master = Master("png", b"", {"recipe": edited().to_dict()})
    packet = xmp_packet(master, trained=False, with_prompt=True, credit=told).decode()
    assert "Ana &lt;b&gt; &amp; Bo" in packet
    assert "make it black and white" in packet
    ET.fromstring(packet.strip("\ufeff"))


def test_what_stands_for_an_upload_is_known_from_what_was_painted() -> None:
    assert is_as_it_came(master_of(encoded(photo())).recipe)
    assert not is_as_it_came(edited())


@given(st.integers(1, 65_000), st.integers(1, 65_000))
def test_its_own_size_can_always_be_asked_for(width: int, height: int) -> None:
    found = natural_size(Size(width, height), LIMITS)
    assert LIMITS.min_side <= min(found.width, found.height)
    assert max(found.width, found.height) <= LIMITS.max_side
    assert found.pixels <= LIMITS.max_pixels
    if LIMITS.min_side <= min(width, height) and max(width, height) <= LIMITS.max_side:
        assert found == Size(width, height)
