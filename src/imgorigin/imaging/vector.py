"""A drawing as a drawing: the SVG file of a master that is one."""

from __future__ import annotations

import re
from typing import Final

from imgorigin.address import FORMATS, Size
from imgorigin.errors import InvalidRequest
from imgorigin.imaging.fit import window_of
from imgorigin.imaging.master import Master

MEDIA_TYPE: Final = "image/svg+xml"

_ROOT = re.compile(r"<svg\b[^>]*>")
_FRAMING = re.compile(r'\s(?:width|height|viewBox|preserveAspectRatio)="[^"]*"')
_VIEW_BOX = re.compile(r'\sviewBox="([^"]*)"')
_PACKET_WRAPPER = re.compile(r"<\?xpacket.*?\?>\s*")


def not_drawn() -> InvalidRequest:
    """Why pixels are no drawing."""
    pixels = [form for form in FORMATS if form != "svg"]
    return InvalidRequest("format", "this picture is made of pixels, and cannot be an 'svg'", pixels)


def cropped(master: Master, size: Size, *, xmp: bytes) -> bytes:
    """The drawing with `size` for its width and height, showing what a picture of that size shows: its view
    box is cut as `fit` cuts pixels. The XMP packet is in <metadata> (XMP specification, part 3, 2.6).

    Raises InvalidRequest for a master of pixels.
    """
    if master.format != "svg":
        raise not_drawn()
    text = master.data.decode()
    root = _ROOT.search(text)
    box = _VIEW_BOX.search(root[0]) if root else None
    if not (root and box):
        raise ValueError("a drawing without a view box")
    left, top, width, height = map(float, box[1].split())
    cover, (x, y) = window_of(master, size)
    across, down = width / cover.width, height / cover.height
    seen = (left + x * across, top + y * down, size.width * across, size.height * down)
    framing = (
        f' width="{size.width}" height="{size.height}" viewBox="{" ".join(f"{side:.2f}" for side in seen)}" '
        'preserveAspectRatio="none"'
    )
    start = _FRAMING.sub("", root[0]).removesuffix(">") + framing + ">"
    label = f"<metadata>{_PACKET_WRAPPER.sub('', xmp.decode())}</metadata>"
    return (text[: root.start()] + start + label + text[root.end() :]).encode()
