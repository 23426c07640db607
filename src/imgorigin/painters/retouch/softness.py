"""What looks at a pixel's neighbours: blurred, sharpened, in squares."""

from __future__ import annotations

import pyvips

from imgorigin.painters.retouch.pixels import on_colors
from imgorigin.painters.retouch.step import NotPossible, Step

_BLUR = 0.012
"""Usual radius, in shorter sides."""
_SQUARES = 42
"""Squares along the shorter side of a pixelated picture."""


def blur(image: pyvips.Image, step: Step) -> pyvips.Image:
    return blurred(image, radius(image, step))


def radius(image: pyvips.Image, step: Step) -> float:
    """Of a blur, in pixels."""
    if step.unit == "px":
        return min(max(step.number, 0.5), min(image.width, image.height) / 4)
    share = _BLUR * step.amount if not step.number else 0.05 * min(step.number, 100) / 100
    return max(0.5, share * min(image.width, image.height))


def blurred(image: pyvips.Image, sigma: float) -> pyvips.Image:
    """Blurred to the very edges: colours outside are taken to go on as they end."""
    margin = round(sigma * 3)
    wide = image.premultiply().cast("uchar") if image.hasalpha() else image
    wide = wide.embed(
        margin, margin, image.width + 2 * margin, image.height + 2 * margin, extend="copy"
    ).gaussblur(sigma, precision="approximate" if sigma > 6 else "integer")
    cut = wide.crop(margin, margin, image.width, image.height)
    done = cut.unpremultiply() if image.hasalpha() else cut
    return done.cast("uchar").copy(interpretation="srgb")


def sharpen(image: pyvips.Image, step: Step) -> pyvips.Image:
    sigma = max(0.6, min(image.width, image.height) / 900)
    strength = 3 * (step.share(0.5, most=2) if step.number else step.amount)
    return on_colors(
        image, lambda colors: colors.copy(interpretation="srgb").sharpen(sigma=sigma, m2=strength, y3=24)
    )


def pixelate(image: pyvips.Image, step: Step) -> pyvips.Image:
    side = min(image.width, image.height)
    square = step.number if step.unit in ("", "px") and step.number else side / _SQUARES * step.amount
    square = round(max(2, min(square, side / 2)))
    columns, rows = -(-image.width // square), -(-image.height // square)
    wide = image.embed(0, 0, columns * square, rows * square, extend="copy")
    small = (
        wide.premultiply().shrink(square, square).unpremultiply()
        if image.hasalpha()
        else wide.shrink(square, square)
    )
    return small.cast("uchar").zoom(square, square).crop(0, 0, image.width, image.height)


def blur_background(image: pyvips.Image, step: Step, subject: pyvips.Image) -> pyvips.Image:
    """All but the subject blurred. `subject` is one band: 255 where it is."""
    if subject.avg() < 1:
        raise NotPossible("there is no clear subject to keep sharp")
    soft = blurred(image, 1.4 * radius(image, step))
    return subject.ifthenelse(image, soft, blend=True)
