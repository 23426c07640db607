"""Pictures as pixels: sRGB of 8 bits, their alpha apart. What every operation is made of."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final

import pyvips

GREY: Final = (0.2126, 0.7152, 0.0722)
"""Shares of red, green and blue in the brightness of a pixel (Rec. 709)."""


def plain(image: pyvips.Image) -> pyvips.Image:
    """sRGB, 8 bits a band, 3 bands or 4."""
    image = image.colourspace("srgb")
    return image if image.format == "uchar" else image.cast("uchar")


def on_colors(image: pyvips.Image, change: Callable[[pyvips.Image], pyvips.Image]) -> pyvips.Image:
    """`change` applied to the three colour bands; alpha stays."""
    if not image.hasalpha():
        return change(image).cast("uchar").copy(interpretation="srgb")
    colors, alpha = image.extract_band(0, n=3), image.extract_band(3)
    return change(colors).cast("uchar").bandjoin(alpha).copy(interpretation="srgb")


def curve(image: pyvips.Image, value: Callable[[float], float]) -> pyvips.Image:
    """Each colour value v (0 .. 1) turned into `value(v)`."""
    table = bytes(round(255 * min(1.0, max(0.0, value(step / 255)))) for step in range(256))
    lut = pyvips.Image.new_from_memory(table, 256, 1, 1, "uchar")
    return on_colors(image, lambda colors: colors.maplut(lut))


def mixed(image: pyvips.Image, matrix: Sequence[Sequence[float]]) -> pyvips.Image:
    """Each pixel's red, green and blue made of shares of the old ones: three rows of three."""
    rows = pyvips.Image.new_from_array([list(row) for row in matrix])
    return on_colors(image, lambda colors: colors.recomb(rows))


def between(one: Sequence[Sequence[float]], share: float) -> list[list[float]]:
    """A matrix `share` of the way from "as it was" to `one`."""
    return [
        [value * share + (1 - share) * (row == column) for column, value in enumerate(values)]
        for row, values in enumerate(one)
    ]


def laid_over(image: pyvips.Image, color: Sequence[float], share: pyvips.Image | float) -> pyvips.Image:
    """A colour over the picture: `share` (0 .. 1) of it, everywhere or as a one-band image says."""
    if isinstance(share, (int, float)):
        added = [channel * share for channel in color]
        return on_colors(image, lambda colors: colors * (1 - share) + added)
    return on_colors(image, lambda colors: colors * (share * -1 + 1) + share * list(color))


def drawn_over(image: pyvips.Image, svg: str) -> pyvips.Image:
    """An SVG drawing over the picture, cut to its size."""
    layer = pyvips.Image.svgload_buffer(svg.encode())
    if (layer.width, layer.height) != (image.width, image.height):
        layer = layer.gravity("north-west", image.width, image.height)
    done: pyvips.Image = image.composite2(layer, "over")
    return done.cast("uchar") if image.hasalpha() else done.extract_band(0, n=3).cast("uchar")


def canvas_svg(width: float, height: float, body: str) -> str:
    """An SVG file of that many pixels."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )


def rgb(color: str) -> list[float]:
    """The channels of `#rrggbb`, 0 .. 255."""
    return [float(int(color[at : at + 2], 16)) for at in (1, 3, 5)]


def brightness(image: pyvips.Image) -> tuple[float, float]:
    """Mean and spread of the picture's brightness, 0 .. 255, where it is not transparent."""
    gray = image.extract_band(0, n=3).recomb(pyvips.Image.new_from_array([list(GREY)]))
    if not image.hasalpha():
        return gray.avg(), gray.deviate()
    alpha = image.extract_band(3) / 255
    weight = max(alpha.avg(), 1e-6)
    mean = (gray * alpha).avg() / weight
    return mean, (max(0.0, ((gray - mean) ** 2 * alpha).avg() / weight)) ** 0.5


def chance(*names: object) -> Callable[[], float]:
    """Numbers 0 .. 1 that are the same for the same names."""
    return random.Random("/".join(map(str, names))).random
