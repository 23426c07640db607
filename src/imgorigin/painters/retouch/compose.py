"""An edit kept inside a mask."""

from __future__ import annotations

import pyvips

from imgorigin.painters.retouch.pixels import plain
from imgorigin.painters.retouch.shapes import placed


def composed(original: pyvips.Image, edited: pyvips.Image, mask: pyvips.Image) -> pyvips.Image:
    """The original with the edited picture where the mask is light; grey is a mixture of both.

    Where the mask is black the result has the original's very pixels, to the bit: its bands, its depth. The
    others are brought to its size. A mask with alpha counts where it is opaque.
    """
    patch = _like(original, placed(plain(edited), original.width, original.height))
    return _weights(mask, original.width, original.height).ifthenelse(patch, original, blend=True)


def _weights(mask: pyvips.Image, width: int, height: int) -> pyvips.Image:
    mask = plain(mask)
    if (mask.width, mask.height) != (width, height):
        mask = mask.resize(width / mask.width, vscale=height / mask.height, kernel="linear")
        mask = mask.gravity("centre", width, height, extend="copy")
    gray = mask.extract_band(0, n=3).colourspace("b-w") if mask.bands >= 3 else mask.extract_band(0)
    return (gray * mask.extract_band(mask.bands - 1) / 255 if mask.hasalpha() else gray).cast("uchar")


def _like(original: pyvips.Image, image: pyvips.Image) -> pyvips.Image:
    """In the bands, depth and colour space of the original."""
    colors, alpha = image.extract_band(0, n=3), image.extract_band(3) if image.hasalpha() else None
    if not original.hasalpha() and alpha is not None:
        image = image.flatten(background=[255, 255, 255])
        colors = image
    same = colors.colourspace(original.interpretation)
    if original.hasalpha():
        deep = 65535 if original.format == "ushort" else 255
        over = alpha if alpha is not None else colors.extract_band(0).new_from_image(255)
        same = same.bandjoin((over * (deep / 255)).cast(original.format))
    return same.cast(original.format)
