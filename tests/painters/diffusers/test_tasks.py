"""Image-to-image, inpainting, the model's own editing, references."""

from __future__ import annotations

import pytest
import pyvips

from imgorigin.address import Size
from imgorigin.painters.diffusers.pixels import png
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, difference, edit, job, painted, photo, pixels

OVER_PICTURES = ("sd", "sdxl", "sd3", "flux", "zimage", "qwen", "sana-sprint")
WITHIN_MASKS = ("sd", "sdxl", "sd3", "flux", "kontext", "klein", "zimage", "qwen")
TOLD = ("kontext", "klein", "pix2pix", "qwen-edit")


def half_mask(width: int = 64, height: int = 64) -> bytes:
    """Light on the right half."""
    image = (pyvips.Image.xyz(width, height)[0] >= width // 2).ifthenelse(255, 0).cast("uchar")
    return png(image.copy(interpretation="b-w").copy_memory())


def left(data: bytes) -> bytes:
    image = pixels(data)
    return bytes(image.crop(0, 0, image.width // 2, image.height).write_to_memory())


@pytest.mark.parametrize("name", OVER_PICTURES)
def test_a_picture_is_painted_over(tiny: Tiny, name: str) -> None:
    of = bench(tiny(name))
    one, other = painted(
        of,
        job(name, "a fox", photo(96, 64), strength=0.6, canvas=Size(64, 96), seed=1),
        job(name, "a boat", photo(96, 64), strength=0.6, canvas=Size(64, 96), seed=2),
    )
    assert (pixels(one).width, pixels(one).height) == (64, 96)
    assert difference(one, other) > 1


@pytest.mark.parametrize("name", WITHIN_MASKS)
def test_what_a_mask_leaves_out_stays_to_the_bit(tiny: Tiny, name: str) -> None:
    (done,) = painted(bench(tiny(name)), job(name, "a fox", photo(), mask=half_mask()))
    assert left(done.data) == left(photo())
    assert difference(done, photo()) > 1


@pytest.mark.parametrize("name", TOLD)
def test_a_model_that_can_is_told_the_instruction(tiny: Tiny, name: str) -> None:
    of = bench(tiny(name))
    done, other = painted(
        of, edit(name, "put a hat on the fox", photo()), edit(name, "turn the fox into a bear", photo())
    )
    assert done.facts["edited_by"] == "model"
    assert (pixels(done).width, pixels(done).height) == (64, 64)
    assert difference(done, other) >= 1


def test_references_are_looked_at(tiny: Tiny) -> None:
    of = bench(tiny("klein"))
    plain, *referring = painted(
        of,
        job("klein", "a fox", photo()),
        job("klein", "a fox", photo(), photo(32, 96)),
        job("klein", "a fox", photo(), photo(16, 400), photo(640, 20)),
    )
    assert all(difference(plain, one) >= 1 for one in referring)
