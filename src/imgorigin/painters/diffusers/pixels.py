"""Pixels between their owners: torch (a picture as bytes, height x width x 3), libvips and Pillow."""

from __future__ import annotations

from typing import Any, Final

import pyvips
import torch
from PIL import Image

from imgorigin.address import Size
from imgorigin.errors import PaintFailed

_LEVELS: Final = 255
_SHORTEST: Final = 64
_LONGEST: Final = 8
"""The least side of a reference, and the most its longer side may be of the shorter: Flux2 refuses others."""


def levels(batch: Any) -> Any:
    """Pictures of 0..1 (batch x 3 x height x width) as bytes (batch x height x width x 3) on the CPU."""
    scaled = (batch.float().clamp(0, 1) * _LEVELS).round().to(torch.uint8)
    return scaled.permute(0, 2, 3, 1).contiguous().cpu()


def to_vips(picture: Any) -> pyvips.Image:
    height, width, bands = picture.shape
    image = pyvips.Image.new_from_memory(picture.numpy().tobytes(), width, height, bands, "uchar")
    return image.copy(interpretation="srgb")


def to_pillow(image: pyvips.Image) -> Image.Image:
    """Three bands; what is transparent is laid on white."""
    image = flat(image)
    return Image.frombytes("RGB", (image.width, image.height), image.write_to_memory())


def to_tensor(image: pyvips.Image) -> Any:
    """Bytes, height x width x 3."""
    image = flat(image)
    pixels = torch.frombuffer(bytearray(image.write_to_memory()), dtype=torch.uint8)
    return pixels.reshape(image.height, image.width, 3)


def opened(data: bytes, name: str) -> pyvips.Image:
    """An encoded picture, upright, in sRGB of 8 bits. Raises PaintFailed for what is none."""
    try:
        image = pyvips.Image.new_from_buffer(data, "").autorot().colourspace("srgb").cast("uchar")
        return image.copy_memory()
    except pyvips.Error as error:
        raise PaintFailed(f"The {name} cannot be read as a picture.") from error


def flat(image: pyvips.Image) -> pyvips.Image:
    """Three bands of 8 bits."""
    if image.hasalpha():
        image = image.flatten(background=[_LEVELS] * 3)
    return image.colourspace("srgb").cast("uchar")


def filling(image: pyvips.Image, size: Size) -> pyvips.Image:
    """Brought to a size and cut where its proportions differ; left alone, to the bit, if it has that size."""
    if (image.width, image.height) == (size.width, size.height):
        return image
    return image.thumbnail_image(size.width, height=size.height, size="both", crop="centre").cast("uchar")


def shown(image: pyvips.Image) -> pyvips.Image:
    """A reference as models take it: no strip, and of a side they see something in."""
    longest = min(image.width, image.height) * _LONGEST
    if max(image.width, image.height) > longest:
        size = Size(min(image.width, longest), min(image.height, longest))
        image = filling(image, size)
    shorter = min(image.width, image.height)
    return image.resize(_SHORTEST / shorter).cast("uchar") if shorter < _SHORTEST else image


def png(image: pyvips.Image) -> bytes:
    """Lossless and fast: masters are cut from, not served."""
    data: bytes = image.pngsave_buffer(compression=1, keep=0)
    return data
