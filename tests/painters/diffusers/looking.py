"""Classifiers for tests, named by `module:function`."""

from __future__ import annotations

from PIL import Image


def bright(image: Image.Image) -> str:
    """Objects to pictures that are light in their upper left corner."""
    color = image.getpixel((0, 0))
    assert isinstance(color, tuple)
    return "a bright corner" if sum(color) > 3 * 128 else ""


def broken(image: Image.Image) -> str:
    raise ValueError("no weights")
