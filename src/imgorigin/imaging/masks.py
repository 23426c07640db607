"""Masks as others send them, in our way: light where the picture may change."""

from __future__ import annotations

import pyvips

from imgorigin.errors import InvalidRequest
from imgorigin.imaging.normalise import lossless


def from_alpha(png: bytes) -> bytes:
    """A PNG in grey, light where that one (of an upload that was inspected) is transparent. Raises
    InvalidRequest where nothing is. Blocks."""
    image = pyvips.Image.new_from_buffer(png, "")
    if not image.hasalpha():
        raise InvalidRequest("mask", "nothing in it is transparent", "a PNG, transparent where to change")
    alpha = image.extract_band(image.bands - 1)
    return lossless(alpha.invert().copy(interpretation="b-w"))
