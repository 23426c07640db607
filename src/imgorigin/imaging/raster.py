"""A master as pixels, for a model that changes pixels."""

from __future__ import annotations

import pyvips

from imgorigin.imaging.master import Master


def as_png(master: Master) -> bytes:
    """A PNG of the size of its canvas: a drawing is drawn, pixels stay as they are. Blocks."""
    canvas = master.recipe.canvas
    if master.format == "png":
        header = pyvips.Image.new_from_buffer(master.data, "")
        if (header.width, header.height) == (canvas.width, canvas.height):
            return master.data
    image = pyvips.Image.thumbnail_buffer(master.data, canvas.width, height=canvas.height, size="force")
    data: bytes = image.colourspace("srgb").write_to_buffer(".png", compression=1, keep="none")
    return data
