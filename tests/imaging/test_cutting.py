"""From a master to a file, looked at with Pillow: another hand than the one that wrote it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from imgorigin.address import Size
from imgorigin.errors import PaintFailed
from imgorigin.imaging.encode import MEDIA_TYPES, Quality, encode
from imgorigin.imaging.fit import fit
from imgorigin.imaging.master import Master
from imgorigin.imaging.provenance import source_type, xmp_packet
from imgorigin.painters.base import Painting
from imgorigin.recipe import Model, Recipe

SQUARE = Size(256, 256)
MODEL = Model("sketch", "7", 256 * 256, 8, 4)


def recipe(size: Size = SQUARE, **more: object) -> Recipe:
    return Recipe(prompt="a <red> & fox", model="sketch", revision="7", seed=5, canvas=size, **more)  # type: ignore[arg-type]


def drawing(
    size: Size, *, background: str = '<rect x="-9" y="-9" width="999" height="999" fill="#204060"/>'
) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size.width} {size.height}">{background}'
        f'<circle cx="{size.width * 0.8}" cy="{size.height / 2}" r="20" fill="#f03020"/></svg>'
    ).encode()


def master(size: Size = SQUARE, *, facts: dict[str, object] | None = None, **more: str) -> Master:
    return Master.of(Painting(drawing(size, **more), "svg", facts or {"alt": "A fox."}), recipe(size))


def png_master(size: Size) -> Master:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((size.width, size.height)).convert("RGB").save(buffer, "PNG")
    return Master.of(Painting(buffer.getvalue(), "png"), recipe(size))


def cut(
    source: Master, size: Size, form: str = "png", *, tell: bool = False, background: str = "#ffffff"
) -> bytes:
    xmp = xmp_packet(source, trained=False, with_prompt=tell)
    return encode(fit(source, size), form, Quality(), xmp=xmp, background=background)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_every_format_has_the_exact_size_and_the_right_colours(form: str) -> None:
    image = opened(cut(master(), Size(200, 120), form))
    assert image.size == (200, 120)
    assert image.format == {"jpg": "JPEG"}.get(form, form.upper())
    assert image.mode == "RGB"
    red, green, blue = image.convert("RGB").getpixel((4, 4))  # type: ignore[misc]
    assert (abs(red - 0x20), abs(green - 0x40), abs(blue - 0x60)) < (6, 6, 6)


sides = st.integers(8, 700)


@settings(deadline=None, max_examples=60)
@given(sides, sides, st.sampled_from(MODEL.canvases()), st.booleans())
def test_any_size_is_cut_exactly_from_any_canvas(width: int, height: int, canvas: Size, drawn: bool) -> None:
    image = fit(master(canvas) if drawn else png_master(canvas), Size(width, height))
    assert (image.width, image.height, image.bands) == (width, height, 3)


def test_a_drawing_is_sharp_at_any_size() -> None:
    image = opened(cut(master(), Size(2048, 2048)))
    colours = image.crop((1500, 900, 1800, 1148)).getcolors(99_999) or []
    blurred = sum(count for count, _ in sorted(colours)[:-2])
    assert blurred < 2500  # a resampled edge of this length, 8 pixels wide, would have some 5,000


def test_a_crop_keeps_the_focus_and_is_the_same_part_at_every_width() -> None:
    source = master(Size(512, 128))
    assert source.facts["focus"][0] > 0.6
    wide, narrow = (opened(cut(source, size)) for size in (Size(256, 256), Size(64, 64)))
    assert any(red > 200 for red, *_ in wide.convert("RGB").get_flattened_data())  # type: ignore[misc]
    where = [
        image.convert("RGB").split()[0].point(lambda v: 255 * (v > 128)).getbbox() for image in (wide, narrow)
    ]
    assert where[0]
    assert where[1]
    assert [side / 4 for side in where[0]] == pytest.approx(where[1], abs=1.5)


def test_alpha_stays_where_the_format_has_it_and_shows_the_background_where_not() -> None:
    source = master(background="")
    for form in ("png", "webp", "avif"):
        image = opened(cut(source, Size(64, 64), form))
        assert image.mode == "RGBA"
        assert image.getpixel((2, 2))[3] == 0  # type: ignore[index]
    image = opened(cut(source, Size(64, 64), "jpg", background="#ff8000"))
    red, green, blue = image.getpixel((2, 2))  # type: ignore[misc]
    assert red > 245
    assert 118 < green < 138
    assert blue < 10


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_the_same_master_gives_the_same_bytes(form: str) -> None:
    assert cut(master(), Size(300, 200), form) == cut(master(), Size(300, 200), form)


def test_a_file_does_not_depend_on_the_number_of_processors(tmp_path: Path) -> None:
    for threads in (1, 8):
        file = ["-o", f"{threads}.avif", "--size", "700x500"]
        subprocess.run(
            [sys.executable, "-m", "imgorigin", "paint", "a fox", *file],
            env=os.environ | {"VIPS_CONCURRENCY": str(threads)},
            cwd=tmp_path,
            check=True,
        )
    assert (tmp_path / "1.avif").read_bytes() == (tmp_path / "8.avif").read_bytes()


def test_a_master_is_read_back_from_its_bytes() -> None:
    written = master(facts={"alt": "Füchse\nim Schnee", "unknown": ["blorb"]})
    assert Master.from_bytes(written.to_bytes()) == written
    assert written.recipe == recipe()
    assert Master.from_bytes(png_master(Size(64, 64)).to_bytes()).format == "png"


def test_a_glance_tells_what_a_page_wants_to_know() -> None:
    facts = master().facts
    assert facts["dominantColor"] == "#204060"
    assert re.fullmatch(r"[A-Za-z0-9+/=]{8,40}", facts["thumbhash"])


def test_what_is_no_picture_is_the_painters_fault() -> None:
    with pytest.raises(PaintFailed):
        Master.of(Painting(b"not a drawing", "svg"), recipe())


def xmp(data: bytes) -> str:
    found = opened(data).info
    packet = found.get("xmp") or found.get("XML:com.adobe.xmp") or b""
    return packet.decode() if isinstance(packet, bytes) else packet


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_every_file_says_how_it_was_made(form: str) -> None:
    packet = xmp(cut(master(), Size(64, 64), form))
    root = ET.fromstring(packet[packet.index("<x:xmpmeta") : packet.index("</x:xmpmeta>") + 12])
    description = root[0][0]
    told = {name.rpartition("}")[2]: value for name, value in description.attrib.items()}
    assert told["DigitalSourceType"] == "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
    assert told["CreatorTool"].startswith("imgorigin ")
    assert told["Painter"] == "sketch"
    assert told["PainterVersion"] == "7"
    assert told["Seed"] == "5"


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_the_prompt_is_told_only_where_the_project_says_so(form: str) -> None:
    assert "fox" not in xmp(cut(master(), Size(64, 64), form))
    told = xmp(cut(master(), Size(64, 64), form, tell=True))
    assert "a &lt;red&gt; &amp; fox" in told
    assert "A fox." in told


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_files_carry_no_other_metadata(form: str) -> None:
    assert not opened(cut(master(), Size(64, 64), form)).getexif()


def test_source_types_tell_models_from_rules_and_mixtures_from_both() -> None:
    photo = Recipe(prompt="", model="upload", revision="", seed=0, canvas=Size(8, 8))
    assert source_type(recipe(), trained=False).endswith("/algorithmicMedia")
    assert source_type(recipe(), trained=True).endswith("/trainedAlgorithmicMedia")
    assert source_type(recipe(source=recipe()), trained=True).endswith("/trainedAlgorithmicMedia")
    assert source_type(recipe(source=photo), trained=True).endswith("/compositeWithTrainedAlgorithmicMedia")
