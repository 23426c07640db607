"""Any picture that was sent -> upright sRGB of 8 bits, the first frame, without a word of metadata."""

from __future__ import annotations

from typing import Any, Final

import pyvips

from imgorigin.errors import TooLarge
from imgorigin.imaging.sniff import PNG, Kind

COMPRESSION: Final = 6
_ICC: Final = "icc-profile-data"


def opened(data: bytes, kind: Kind, most_pixels: int) -> pyvips.Image:
    """The first frame, not decoded yet: only the header was read. Raises TooLarge by what that declares, and
    pyvips.Error for a damaged one, now or when its pixels are read: a cut-off picture is not made up for."""
    load: Any = getattr(pyvips.Image, kind.loader)
    image: pyvips.Image = load(data, fail_on="error", memory=True)
    if image.width * image.height > most_pixels:
        raise TooLarge(
            f"The picture has {image.width}x{image.height} pixels. At most {most_pixels} are taken."
        )
    return image


def frames_of(image: pyvips.Image, data: bytes, kind: Kind) -> int:
    """How many pictures the file holds, as it says itself."""
    if kind is PNG:  # libpng knows only the first
        at = data.find(b"acTL", 0, max(0, data.find(b"IDAT")))
        return max(1, int.from_bytes(data[at + 4 : at + 8])) if at >= 0 else 1
    pages: Any = image.get("n-pages") if image.get_typeof("n-pages") else 1
    return int(pages)


def upright(image: pyvips.Image) -> pyvips.Image:
    """In memory: turned as its EXIF says, in sRGB by its colour profile, 8 bits, alpha only where something
    shows through. Raises pyvips.Error."""
    image = _in_srgb(image.autorot())
    if image.bands > 4:
        image = image.extract_band(0, n=4)
    image = image.cast("uchar").copy(interpretation="srgb", xres=1, yres=1).copy_memory()
    if image.bands == 4 and image.extract_band(3).min() == 255:
        return image.extract_band(0, n=3)
    return image


def lossless(image: pyvips.Image) -> bytes:
    """A PNG of the pixels alone."""
    data: bytes = image.write_to_buffer(".png", compression=COMPRESSION, keep="none")
    return data


def _in_srgb(image: pyvips.Image) -> pyvips.Image:
    if image.get_typeof(_ICC):
        try:
            return image.icc_transform(
                "srgb", embedded=True, intent="relative", black_point_compensation=True, depth=8
            )
        except pyvips.Error:  # a profile that is broken, or of other colours: as if there were none
            image = image.copy()
            image.remove(_ICC)
    return image.colourspace("srgb")
