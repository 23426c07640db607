"""Masks as other systems send them, made into ours: light where the picture may change."""

from __future__ import annotations

import pyvips

from imgorigin.errors import InvalidRequest


def light_where_clear(data: bytes, field: str = "mask") -> bytes:
    """A PNG of one band, of a mask that is transparent where the picture may change, as OpenAI's are. Blocks.
    Raises InvalidRequest for one in which nothing is transparent, and for what is no picture."""
    try:
        image = pyvips.Image.new_from_buffer(data, "", fail_on="error")
        alpha = image.extract_band(image.bands - 1) if image.hasalpha() else None
        if alpha is None or (alpha < _most(alpha)).max() == 0:
            raise InvalidRequest(field, "no part of it is transparent", "a PNG that is clear where to change")
        levels = alpha if alpha.format == "uchar" else (alpha * (255 / _most(alpha))).cast("uchar")
        light: bytes = levels.invert().copy(interpretation="b-w").write_to_buffer(".png", keep="none")
    except pyvips.Error as error:
        raise InvalidRequest(field, "it is no picture that can be read", "a whole PNG") from error
    return light


def _most(band: pyvips.Image) -> int:
    return 65535 if band.format == "ushort" else 255
