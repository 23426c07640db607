"""Classifiers for tests, named by `module:function`."""

from __future__ import annotations

import threading

from PIL import Image

GATE = threading.Event()


def bright(image: Image.Image) -> str:
    """Objects to pictures that are light in their upper left corner."""
    color = image.getpixel((0, 0))
    assert isinstance(color, tuple)
    return "a bright corner" if sum(color) > 3 * 128 else ""


def slow(image: Image.Image) -> str:
    """Comes back once the gate is open."""
    GATE.wait(60)
    return bright(image)


def broken(image: Image.Image) -> str:
    raise ValueError("no weights")
