"""Edits of another painter's pixels by the sketch painter's process."""

from __future__ import annotations

import pytest
import pyvips

from imgorigin.address import Size
from imgorigin.errors import NotUnderstood, PaintFailed
from imgorigin.painters.base import Inputs, Job
from imgorigin.painters.sketch.bench import painted
from imgorigin.recipe import Recipe

RED = pyvips.Image.black(60, 40).new_from_image([200, 40, 30]).copy(interpretation="srgb")


def png(image: pyvips.Image) -> bytes:
    data: bytes = image.cast("uchar").write_to_buffer(".png")
    return data


def job(instruction: str, image: bytes, mask: bytes | None = None) -> Job:
    fields = {"prompt": "fox", "revision": "1", "seed": 1}
    source = Recipe(model="photo", canvas=Size(60, 40), **fields)  # type: ignore[arg-type]
    edit = Recipe(
        model="sketch",
        canvas=Size(30, 40),
        source=source,
        instruction=instruction,
        **fields,  # type: ignore[arg-type]
    )
    return Job(edit, Inputs((image,), mask))


def test_pixels_are_retouched_on_the_canvas_asked_for() -> None:
    painting = painted(job("make it black and white then add a zonk", png(RED)))
    image = pyvips.Image.new_from_buffer(painting.data, "")
    assert (painting.format, image.width, image.height) == ("png", 30, 40)
    grey = image.colourspace("srgb").getpoint(10, 10)[:3]
    assert len(set(grey)) == 1
    assert "zonk" in painting.facts["not_done"][0]


def test_a_mask_keeps_the_rest_to_the_bit() -> None:
    mask = pyvips.Image.black(60, 40).draw_rect([255], 0, 0, 60, 20, fill=True)
    painting = painted(job("make it black and white", png(RED), png(mask)))
    image = pyvips.Image.new_from_buffer(painting.data, "").colourspace("srgb")
    assert len(set(image.getpoint(15, 5)[:3])) == 1
    assert image.getpoint(15, 35)[:3] == [200, 40, 30]


@pytest.mark.parametrize("instruction", ["add border", "make it night"])
def test_a_single_pixel_can_be_edited(instruction: str) -> None:
    painting = painted(job(instruction, png(RED.crop(0, 0, 1, 1))))
    image = pyvips.Image.new_from_buffer(painting.data, "")
    assert (image.width, image.height) == (30, 40)


def test_an_edit_that_lies_outside_the_mask_is_refused() -> None:
    middle = pyvips.Image.black(60, 40).draw_rect([255], 28, 18, 4, 4, fill=True)
    with pytest.raises(NotUnderstood, match="inside the mask"):
        painted(job("add a border", png(RED), png(middle)))


def test_what_is_not_understood_or_no_picture_is_refused() -> None:
    with pytest.raises(NotUnderstood):
        painted(job("zonk", png(RED)))
    with pytest.raises(PaintFailed):
        painted(job("make it brighter", b"no picture"))
