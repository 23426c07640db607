"""Small pictures to look at."""

from __future__ import annotations

from typing import Final

import pyvips

TEAL: Final = (31, 138, 138)
SAND: Final = (220, 200, 160)


def flat(colour: tuple[int, int, int] = TEAL, width: int = 64, height: int = 48) -> bytes:
    image = pyvips.Image.black(width, height).new_from_image(list(colour)).cast("uchar")
    png: bytes = image.copy(interpretation="srgb").write_to_buffer(".png")
    return png


def photo(width: int = 96, height: int = 64) -> bytes:
    """Two thirds teal, one third sand, with the noise of a camera."""
    top = pyvips.Image.black(width, height * 2 // 3).new_from_image(list(TEAL))
    bottom = pyvips.Image.black(width, height - height * 2 // 3).new_from_image(list(SAND))
    grain = pyvips.Image.gaussnoise(width, height, sigma=9, mean=0, seed=1)
    image = (top.join(bottom, "vertical") + grain).cast("uchar").copy(interpretation="srgb")
    png: bytes = image.write_to_buffer(".png")
    return png


def clear() -> bytes:
    image = pyvips.Image.black(32, 32, bands=4).cast("uchar").copy(interpretation="srgb")
    png: bytes = image.write_to_buffer(".png")
    return png
