"""Small facts of a picture that a page can show or use before the picture is there."""

from __future__ import annotations

import base64
from collections import defaultdict
from typing import Any, Final

import pyvips

THUMB_SIDE: Final = 32
"""Pixels on the longest side. ThumbHash keeps 7x7 cosine coefficients, for which this is plenty; its
reference takes up to 100 and time grows with the area."""
FOCUS_SIDE: Final = 256
COLOUR_BITS: Final = 3


def glance(image: bytes) -> dict[str, Any]:
    """The facts of an encoded image that come from looking at it:

    `thumbhash`, in base64 (Wallace, 2023; https://evanw.github.io/thumbhash/); `dominantColor`, #rrggbb;
    `focus`, where the eye goes, as [x, y] in parts of width and height.
    """
    seen = _thumb(pyvips.Image.thumbnail_buffer(image, FOCUS_SIDE, height=FOCUS_SIDE))
    small = _thumb(seen.thumbnail_image(THUMB_SIDE, height=THUMB_SIDE))
    pixels = bytes(small.write_to_memory())
    return {
        "thumbhash": _thumbhash(small, pixels),
        "dominantColor": _dominant_colour(pixels),
        "focus": _focus(seen),
    }


def _thumbhash(small: pyvips.Image, pixels: bytes) -> str:
    from thash import rgba_to_thumb_hash  # noqa: PLC0415  loads numpy, which whoever looks at nothing can spare

    code = rgba_to_thumb_hash(small.width, small.height, list(pixels))
    return base64.b64encode(bytes(code)).decode()


def _dominant_colour(pixels: bytes) -> str:
    """The mean of the fullest cell of the colour cube cut into 8x8x8."""
    cells: dict[tuple[int, ...], list[tuple[int, int, int]]] = defaultdict(list)
    for red, green, blue, alpha in zip(pixels[::4], pixels[1::4], pixels[2::4], pixels[3::4], strict=True):
        if alpha > 127:
            colour = red, green, blue
            cells[tuple(value >> (8 - COLOUR_BITS) for value in colour)].append(colour)
    if not cells:
        return "#ffffff"
    fullest = max(cells.values(), key=len)
    return "#" + "".join(
        f"{round(sum(channel) / len(fullest)):02x}" for channel in zip(*fullest, strict=True)
    )


def _focus(seen: pyvips.Image) -> list[float]:
    """libvips' attention measure: edges, skin tones and saturated colours. A crop keeps the point in view."""
    side = max(1, round(min(seen.width, seen.height) * 0.8))
    cropped: Any = seen.smartcrop(side, side, interesting="attention", attention_x=True, attention_y=True)
    _, at = cropped
    return [round(at["attention_x"] / seen.width, 3), round(at["attention_y"] / seen.height, 3)]


def _thumb(image: pyvips.Image) -> pyvips.Image:
    """sRGB with alpha, in memory."""
    image = image.colourspace("srgb")
    return (image if image.hasalpha() else image.addalpha()).copy_memory()
