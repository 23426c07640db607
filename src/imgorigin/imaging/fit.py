"""A master cut to an exact size."""

from __future__ import annotations

import math
from typing import Final

import pyvips

from imgorigin.address import Size
from imgorigin.imaging.master import Master

LONGEST_COVER: Final = 2**20
"""Pixels. No canvas of a painter comes near it: these are at most eight times as long as they are wide."""


def fit(master: Master, size: Size) -> pyvips.Image:
    """The master scaled until it covers `size`, and what stands over cut off around its focus, so that every
    width of one shape shows the same part. A drawing is drawn at that scale, sharp; pixels are resampled
    (Lanczos 3). In memory, sRGB, with alpha if the master has any."""
    cover, (left, top) = window_of(master, size)
    image = _drawn(master, cover)
    if image is None and max(cover.width, cover.height) > LONGEST_COVER:
        return _without_idle_alpha(_cut_first(master, size).colourspace("srgb").copy_memory())
    if image is None:
        image = pyvips.Image.thumbnail_buffer(master.data, cover.width, height=cover.height, size="force")
    if cover != size:
        image = image.crop(left, top, size.width, size.height)
    return _without_idle_alpha(image.colourspace("srgb").copy_memory())


def _drawn(master: Master, cover: Size) -> pyvips.Image | None:
    """A drawing at that size; None where it is none, or would have to be stretched. As a thumbnail it would
    be read twice."""
    canvas = master.recipe.canvas
    scale = cover.width / canvas.width
    if master.format != "svg" or round(canvas.height * scale) != cover.height:
        return None
    image = pyvips.Image.svgload_buffer(master.data, scale=scale)
    return image if (image.width, image.height) == (cover.width, cover.height) else None


def _cut_first(master: Master, size: Size) -> pyvips.Image:
    """The part that is shown, in whole pixels of the master, then scaled: where the whole, scaled, would be
    larger than libvips can count."""
    cover, (left, top) = window_of(master, size)
    image = pyvips.Image.new_from_buffer(master.data, "")
    across, down = image.width / cover.width, image.height / cover.height
    x, y = min(int(left * across), image.width - 1), min(int(top * down), image.height - 1)
    width, height = math.ceil(size.width * across), math.ceil(size.height * down)
    part = image.crop(x, y, min(width, image.width - x), min(height, image.height - y))
    return part.thumbnail_image(size.width, height=size.height, size="force")


def window_of(master: Master, size: Size) -> tuple[Size, tuple[int, int]]:
    """The size to scale the master to, and where in it the left and top edge of a rendition of `size` are."""
    canvas = master.recipe.canvas
    scale = max(size.width / canvas.width, size.height / canvas.height)
    cover = Size(_at_least(size.width, canvas.width * scale), _at_least(size.height, canvas.height * scale))
    x, y = master.facts["focus"]
    return cover, (_window(x, cover.width, size.width), _window(y, cover.height, size.height))


def _at_least(side: int, covering: float) -> int:
    """`covering` in whole pixels; a side that covers by less than two is taken to fit."""
    return side if covering < side + 2 else math.ceil(covering)


def _window(focus: float, covering: int, side: int) -> int:
    """Where a window of `side` begins that has the focus in its middle, as far as the picture allows."""
    return min(max(round(focus * covering - side / 2), 0), covering - side)


def _without_idle_alpha(image: pyvips.Image) -> pyvips.Image:
    colours = image.bands - 1
    if image.hasalpha() and image.extract_band(colours).min() == 255:
        return image.extract_band(0, n=colours)
    return image
