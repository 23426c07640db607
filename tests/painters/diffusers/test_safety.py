"""The classifier that looks at results: off, flag, block."""

from __future__ import annotations

import pyvips

from imgorigin.errors import ContentRefused, PaintFailed
from imgorigin.painters.base import Painting
from imgorigin.painters.diffusers.pixels import png
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, edit, outcomes, pixels

HERE = "tests.painters.diffusers.looking"


def grey(level: int) -> bytes:
    image = (pyvips.Image.black(64, 64, bands=3) + level).cast("uchar").copy(interpretation="srgb")
    return png(image.copy_memory())


def seen(tiny: Tiny, classifier: str, target: str = "bright") -> list[Painting | Exception]:
    """A light picture and a dark one, each only flipped."""
    of = bench(tiny("sd"), classifier=classifier, classifier_target=f"{HERE}:{target}")
    return outcomes(of, edit("sd", "flip it", grey(200)), edit("sd", "flip it", grey(40)))


def test_off_looks_at_nothing(tiny: Tiny) -> None:
    assert all(isinstance(one, Painting) and "flagged" not in one.facts for one in seen(tiny, "off"))


def test_flag_says_what_it_saw(tiny: Tiny) -> None:
    light, dark = seen(tiny, "flag")
    assert isinstance(light, Painting)
    assert isinstance(dark, Painting)
    assert light.facts["flagged"] == "a bright corner"
    assert pixels(light).avg() == 200
    assert "flagged" not in dark.facts


def test_block_refuses_and_never_blackens(tiny: Tiny) -> None:
    light, dark = seen(tiny, "block")
    assert isinstance(light, ContentRefused)
    assert "a bright corner" in light.detail
    assert isinstance(dark, Painting)


def test_what_nobody_has_looked_at_is_not_handed_out(tiny: Tiny) -> None:
    light, dark = seen(tiny, "block", "broken")
    assert isinstance(light, PaintFailed)
    assert isinstance(dark, PaintFailed)
