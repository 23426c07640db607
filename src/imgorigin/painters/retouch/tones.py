"""Light and colour of a whole picture, by curves and mixtures: no pixel looks at another."""

from __future__ import annotations

import math

import pyvips

from imgorigin.painters.retouch.pixels import GREY, between, curve, laid_over, mixed, on_colors, rgb
from imgorigin.painters.retouch.step import Step

_SEPIA = ((0.30, 0.63, 0.14), (0.26, 0.57, 0.13), (0.20, 0.44, 0.10))
_GRAY = (GREY, GREY, GREY)
_TINT_DEFAULT = "#4b7bd6"


def brighten(image: pyvips.Image, step: Step) -> pyvips.Image:
    return curve(image, lambda value: brightened(value, step.share(0.22)))


def darken(image: pyvips.Image, step: Step) -> pyvips.Image:
    return curve(image, lambda value: darkened(value, step.share(0.22)))


def contrast(image: pyvips.Image, step: Step) -> pyvips.Image:
    return curve(image, lambda value: contrasted(value, step.share(0.25)))


def flatten(image: pyvips.Image, step: Step) -> pyvips.Image:
    return curve(image, lambda value: 0.5 + (value - 0.5) * (1 - 0.8 * step.share(0.3)))


def brightened(value: float, share: float) -> float:
    """Lifted in the middle; black and white stay."""
    return float(value ** (1 / (1 + 1.7 * share)))


def darkened(value: float, share: float) -> float:
    """Lowered, the middle most: at a share of 1 nearly black."""
    return float(value ** (1 + 1.4 * share)) * (1 - 0.35 * share)


def contrasted(value: float, share: float) -> float:
    """An S through black, middle and white."""
    steep = 1 + 7 * share
    ends = math.tanh(steep / 4)
    return 0.5 + 0.5 * math.tanh(steep / 2 * (value - 0.5)) / ends


def saturate(image: pyvips.Image, step: Step) -> pyvips.Image:
    return mixed(image, between(_GRAY, -step.share(0.35, most=2)))


def desaturate(image: pyvips.Image, step: Step) -> pyvips.Image:
    return mixed(image, between(_GRAY, step.share(0.5)))


def grayscale(image: pyvips.Image, step: Step) -> pyvips.Image:
    return mixed(image, between(_GRAY, step.share(1)))


def sepia(image: pyvips.Image, step: Step) -> pyvips.Image:
    return curve(mixed(image, between(_SEPIA, step.share(1))), lambda value: 0.02 + 0.94 * value)


def warmer(image: pyvips.Image, step: Step) -> pyvips.Image:
    share = step.share(0.35)
    return mixed(
        image, ((1 + 0.26 * share, 0.04 * share, 0), (0, 1 + 0.03 * share, 0), (0, 0, 1 - 0.5 * share))
    )


def cooler(image: pyvips.Image, step: Step) -> pyvips.Image:
    share = step.share(0.35)
    return mixed(
        image, ((1 - 0.42 * share, 0, 0), (0, 1 - 0.02 * share, 0), (0, 0.05 * share, 1 + 0.24 * share))
    )


def invert(image: pyvips.Image, step: Step) -> pyvips.Image:
    return on_colors(image, lambda colors: colors.invert())


def tint(image: pyvips.Image, step: Step) -> pyvips.Image:
    """The picture's own light and shade in one colour, laid over it."""
    share = step.share(0.45)
    color = [channel / 255 for channel in rgb(step.color or _TINT_DEFAULT)]
    weight = sum(a * b for a, b in zip(color, GREY, strict=True)) ** 0.5
    matrix = [[(0.35 + 0.65 * channel / max(weight, 0.2)) * part for part in GREY] for channel in color]
    return mixed(image, between(matrix, share))


def posterise(image: pyvips.Image, step: Step) -> pyvips.Image:
    levels = int(min(12, max(2, step.number))) if step.number and step.unit != "%" else 5
    calm = on_colors(image, lambda colors: colors.median(5))
    return curve(calm, lambda value: round(value * (levels - 1)) / (levels - 1))


def vignette(image: pyvips.Image, step: Step) -> pyvips.Image:
    share = step.share(0.55, most=0.95)
    small = pyvips.Image.xyz(64, 64)
    across, down = small[0] / 31.5 - 1, small[1] / 31.5 - 1
    away = ((across * across + down * down) / 2) ** 0.5
    fall = ((away - 0.42) / 0.58 > 0).ifthenelse((away - 0.42) / 0.58, 0)
    mask = fall * fall * (3 - fall * 2) * share
    mask = mask.resize(image.width / 64, vscale=image.height / 64, kernel="cubic")
    return laid_over(image, rgb(step.color or "#07070f"), mask.crop(0, 0, image.width, image.height))
