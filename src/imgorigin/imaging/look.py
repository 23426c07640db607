"""Small facts of a picture that come from looking at it, for who has to put it into words."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

import pyvips

from imgorigin.imaging.placeholder import glance

LOOK_SIDE: Final = 512
"""Pixels on the longest side at which detail is measured, so that it does not depend on the size."""
COLOUR_SIDE: Final = 48
MOST_COLOURS: Final = 5
LEAST_SHARE: Final = 0.03
"""Of the picture, for a colour to be told."""
SHARP: Final = 8.0
"""Levels of 255: the spread of the Laplacian of a picture that is in focus."""
FLAT: Final = 0.8
"""Share of the pixels that are as those around them, from which on a picture is a surface or a graphic."""

_LAPLACE: Final = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
_SHAPES: Final = (
    (2.2, "panorama"),
    (1.05, "landscape"),
    (0.95, "square"),
    (0.45, "portrait"),
    (0.0, "column"),
)


def seen_in(png: bytes, image: pyvips.Image) -> dict[str, Any]:
    """`thumbhash`, `dominantColor` and `focus` (see glance), `colors` ([{color, share}], the largest first),
    `detail` (sharp, soft or flat), `aspect` (width by height), `shape` (see above) and `hasAlpha`. `image` is
    what the PNG holds: sRGB of 8 bits, in memory."""
    ratio = image.width / image.height
    return {
        **glance(png),
        "colors": _colours(image),
        "detail": _detail(image),
        "aspect": round(ratio, 4),
        "shape": next(name for least, name in _SHAPES if ratio >= least),
        "hasAlpha": bool(image.hasalpha()),
    }


def _colours(image: pyvips.Image) -> list[dict[str, Any]]:
    """The means of the fullest cells of the colour cube cut into 4x4x4, of what is not transparent."""
    small = image.thumbnail_image(COLOUR_SIDE, height=COLOUR_SIDE, size="down")
    small = small if small.hasalpha() else small.addalpha()
    pixels = bytes(small.cast("uchar").write_to_memory())
    cells: defaultdict[tuple[int, ...], list[tuple[int, ...]]] = defaultdict(list)
    for red, green, blue, alpha in zip(pixels[::4], pixels[1::4], pixels[2::4], pixels[3::4], strict=True):
        if alpha > 127:
            cells[red >> 6, green >> 6, blue >> 6].append((red, green, blue))
    total = sum(map(len, cells.values()))
    fullest = sorted(cells.values(), key=len, reverse=True)[:MOST_COLOURS]
    return [
        {"color": _mean(cell), "share": round(len(cell) / total, 3)}
        for cell in fullest
        if len(cell) >= LEAST_SHARE * total
    ]


def _mean(cell: list[tuple[int, ...]]) -> str:
    return "#" + "".join(f"{round(sum(channel) / len(cell)):02x}" for channel in zip(*cell, strict=True))


def _detail(image: pyvips.Image) -> str:
    small = image.thumbnail_image(LOOK_SIDE, height=LOOK_SIDE, size="down")
    if small.hasalpha():
        small = small.flatten(background=[255, 255, 255])
    edges = small.colourspace("b-w").cast("float").conv(pyvips.Image.new_from_array(_LAPLACE))
    if (abs(edges) < 2).avg() / 255 >= FLAT:
        return "flat"
    return "sharp" if edges.deviate() >= SHARP else "soft"
