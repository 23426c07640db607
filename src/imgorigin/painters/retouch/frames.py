"""What goes around a picture: borders, round corners, a shadow. Sizes in shares of the shorter side."""

from __future__ import annotations

from typing import Final

import pyvips

from imgorigin.painters.retouch.pixels import canvas_svg, rgb
from imgorigin.painters.retouch.step import Step

BORDER: Final = 0.035
CORNER: Final = 0.08
MARGIN: Final = 0.07
"""Room that a shadow takes on each side."""
_SOFT: Final = 0.022
_DEEP: Final = 0.018
SHADOW_OPACITY: Final = 0.42


def border_width(step: Step, side: float, pixel: float = 1.0) -> float:
    """In the picture's units, of which `pixel` make a pixel."""
    if step.number and step.unit in ("", "px"):
        return min(step.number * pixel, side * 0.3)
    return side * (min(step.number, 30) / 100 if step.unit == "%" else BORDER * step.amount)


def corner_radius(step: Step, side: float, pixel: float = 1.0) -> float:
    if step.number and step.unit in ("", "px"):
        return min(step.number * pixel, side / 2)
    return side * (min(step.number, 100) / 200 if step.unit == "%" else min(0.5, CORNER * step.amount))


def border(image: pyvips.Image, step: Step) -> pyvips.Image:
    """Over the picture's edges: its size stays."""
    width = max(1, round(border_width(step, min(image.width, image.height))))
    inside = image.crop(width, width, image.width - 2 * width, image.height - 2 * width)
    ink = [*rgb(step.color or "#ffffff"), *([255.0] if image.hasalpha() else [])]
    return inside.embed(width, width, image.width, image.height, extend="background", background=ink)


def rounded(image: pyvips.Image, step: Step) -> pyvips.Image:
    return _cut(image, corner_radius(step, min(image.width, image.height)))


def shadow(image: pyvips.Image, step: Step) -> pyvips.Image:
    """The picture above a soft shadow on nothing; a little smaller, unless there is room around it. Its size
    stays."""
    width, height, side = image.width, image.height, min(image.width, image.height)
    margin = 0 if _has_room(image) else round(side * MARGIN)
    inner = image.thumbnail_image(width - 2 * margin, height=height - 2 * margin, size="force").cast("uchar")
    inner = inner if inner.hasalpha() else inner.addalpha()
    lying = inner.embed(margin, margin, width, height, extend="background", background=[0, 0, 0, 0])
    shade = lying.extract_band(3).wrap(x=0, y=round(side * _DEEP)).gaussblur(side * _SOFT)
    shade = (shade * min(0.9, SHADOW_OPACITY * step.amount)).cast("uchar")
    dark = shade.new_from_image(rgb(step.color or "#0a0a18")).bandjoin(shade).copy(interpretation="srgb")
    return dark.composite2(lying, "over").cast("uchar")


def _has_room(image: pyvips.Image) -> bool:
    """Whether the picture is a figure on nothing: its upper and side edges are clear."""
    if not image.hasalpha():
        return False
    alpha = image.extract_band(3)
    edges = (
        alpha.crop(0, 0, image.width, 1),
        alpha.crop(0, 0, 1, image.height),
        alpha.crop(image.width - 1, 0, 1, image.height),
    )
    return all(edge.avg() < 1 for edge in edges)


def circle(image: pyvips.Image) -> pyvips.Image:
    """A square picture as a disc."""
    return _cut(image, min(image.width, image.height) / 2)


def _cut(image: pyvips.Image, radius: float) -> pyvips.Image:
    shape = f'<rect width="{image.width}" height="{image.height}" rx="{radius:.2f}" fill="#fff"/>'
    mask = pyvips.Image.svgload_buffer(canvas_svg(image.width, image.height, shape).encode()).extract_band(3)
    if image.hasalpha():
        mask = (image.extract_band(3) * mask / 255).cast("uchar")
        image = image.extract_band(0, n=3)
    return image.bandjoin(mask).copy(interpretation="srgb")
