"""A master -> the bytes of one rendition: a file of an exact size, in one format, labelled."""

from __future__ import annotations

from imgorigin.address import Size
from imgorigin.imaging.encode import Quality, encode
from imgorigin.imaging.fit import fit
from imgorigin.imaging.master import Master
from imgorigin.imaging.vector import cropped


def rendition(
    master: Master, size: Size, form: str, *, quality: Quality, xmp: bytes, background: str
) -> bytes:
    """In one of address.FORMATS. Blocks. Raises InvalidRequest for an SVG of what was not drawn."""
    if form == "svg":
        return cropped(master, size, xmp=xmp)
    return encode(fit(master, size), form, quality, xmp=xmp, background=background)
