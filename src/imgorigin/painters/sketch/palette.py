"""Colours as text (`#rrggbb`), mixed where the eye sees even steps: in OKLab.

OKLab and its matrices: Björn Ottosson, "A perceptual color space for image processing" (2020),
https://bottosson.github.io/posts/oklab/. L is 0 (black) .. 1 (white); the chroma of sRGB colours stays
below 0.33.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

COLOR: Final = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
"""A colour as icons and drawings write it."""

WHITE: Final = "#ffffff"
BLACK: Final = "#000000"
INK: Final = "#14142b"
"""The dark that shades are mixed from: a black would look dirty."""


class Lab(NamedTuple):
    """A colour in OKLab."""

    lightness: float
    a: float
    b: float

    @property
    def chroma(self) -> float:
        return math.hypot(self.a, self.b)

    @property
    def hue(self) -> float:
        """Radians."""
        return math.atan2(self.b, self.a)


@lru_cache(8192)
def lab(color: str) -> Lab:
    red, green, blue = (_linear(channel / 255) for channel in bytes.fromhex(_six_digits(color)))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return Lab(
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_lab(lightness: float, a: float, b: float) -> str:
    """The sRGB colour, clipped channel by channel where there is none."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _gamma(channel)):02x}" for channel in channels)


def from_hue(lightness: float, chroma: float, hue: float) -> str:
    """As `from_lab`, in polar coordinates; `hue` in radians."""
    return from_lab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))


@lru_cache(16384)
def mix(color: str, other: str, share: float) -> str:
    """`share` 0 is `color`, 1 is `other`."""
    one, two = lab(color), lab(other)
    return from_lab(*(x + (y - x) * share for x, y in zip(one, two, strict=True)))


def lighter(color: str, share: float) -> str:
    return mix(color, WHITE, share)


def darker(color: str, share: float) -> str:
    return mix(color, INK, share)


def toned(color: str, lift: float = 0.0, chroma: float = 1.0) -> str:
    """Lightness moved by `lift`, colourfulness multiplied by `chroma`."""
    lightness, a, b = lab(color)
    return from_lab(min(1.0, max(0.0, lightness + lift)), a * chroma, b * chroma)


def between(colors: tuple[str, ...], position: float) -> str:
    """The colour at `position` (0..1) of an evenly spaced gradient."""
    place = min(0.9999, max(0.0, position)) * (len(colors) - 1)
    return mix(colors[int(place)], colors[int(place) + 1], place % 1)


def difference(color: str, other: str) -> float:
    """How far apart two colours look; from about 0.15 on a flat shape stands out clearly."""
    return math.dist(lab(color), lab(other))


def recolored(markup: str, change: Callable[[str], str]) -> str:
    """SVG text with `change` applied to each colour written in it."""
    changed: dict[str, str] = {}

    def replacement(match: re.Match[str]) -> str:
        color = match[0].lower()
        if color not in changed:
            changed[color] = change(color)
        return changed[color]

    return COLOR.sub(replacement, markup)


def _six_digits(color: str) -> str:
    return color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    channel = min(1.0, max(0.0, channel))
    return 12.92 * channel if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)
