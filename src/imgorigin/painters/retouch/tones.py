"""Light and colour of a whole picture, by curves and mixtures: no pixel looks at another.

A tone is data, so that it can be laid over pixels and over the colours of a drawing alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pyvips

from imgorigin.painters.retouch.pixels import GREY, between, curve, laid_over, mixed, on_colors, rgb
from imgorigin.painters.retouch.step import Step

_SEPIA: Final = ((0.30, 0.63, 0.14), (0.26, 0.57, 0.13), (0.20, 0.44, 0.10))
_GRAY: Final = (GREY, GREY, GREY)
_TINT_DEFAULT: Final = "#4b7bd6"


@dataclass(frozen=True, slots=True)
class Curve:
    """Each colour value 0 .. 1 by itself."""

    value: Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Mixture:
    """Each pixel's red, green and blue made of shares of the old ones."""

    rows: Sequence[Sequence[float]]


Tone = tuple[Curve | Mixture, ...]


def toned(image: pyvips.Image, tone: Tone) -> pyvips.Image:
    for change in tone:
        image = curve(image, change.value) if isinstance(change, Curve) else mixed(image, change.rows)
    return image


def toned_color(color: str, tone: Tone) -> str:
    """`#rrggbb` or `#rgb` after a tone."""
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    values = [channel / 255 for channel in bytes.fromhex(digits)]
    for change in tone:
        if isinstance(change, Curve):
            values = [change.value(value) for value in values]
        else:
            values = [
                sum(part * value for part, value in zip(row, values, strict=True)) for row in change.rows
            ]
        values = [min(1.0, max(0.0, value)) for value in values]
    return "#" + "".join(f"{round(255 * value):02x}" for value in values)


# --------------------------------------------------------------------------------------------- curves


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


# -------------------------------------------------------------------------------------------- mixtures


def _tint(step: Step) -> Tone:
    """The picture's own light and shade in one colour, laid over it."""
    color = [channel / 255 for channel in rgb(step.color or _TINT_DEFAULT)]
    weight = sum(a * b for a, b in zip(color, GREY, strict=True)) ** 0.5
    matrix = [[(0.35 + 0.65 * channel / max(weight, 0.2)) * part for part in GREY] for channel in color]
    return (Mixture(between(matrix, step.share(0.45))),)


def _warmer(step: Step) -> Tone:
    share = step.share(0.35)
    rows = ((1 + 0.3 * share, 0.03 * share, 0), (0.03 * share, 1 - 0.02 * share, 0), (0, 0, 1 - 0.44 * share))
    return (Mixture(rows),)


def _cooler(step: Step) -> Tone:
    share = step.share(0.35)
    rows = ((1 - 0.42 * share, 0, 0), (0, 1 - 0.02 * share, 0), (0, 0.05 * share, 1 + 0.24 * share))
    return (Mixture(rows),)


def _sepia(step: Step) -> Tone:
    return Mixture(between(_SEPIA, step.share(1))), Curve(lambda value: 0.02 + 0.94 * value)


def _brighten(step: Step) -> Tone:
    return (Curve(lambda value: brightened(value, step.share(0.22))),)


def _darken(step: Step) -> Tone:
    return (Curve(lambda value: darkened(value, step.share(0.22))),)


def _contrast(step: Step) -> Tone:
    return (Curve(lambda value: contrasted(value, step.share(0.25))),)


def _flatten(step: Step) -> Tone:
    return (Curve(lambda value: 0.5 + (value - 0.5) * (1 - 0.8 * step.share(0.3))),)


def _enhance(step: Step) -> Tone:
    """Clearer and a little richer in colour, as a photo editor's automatic button has it."""
    rich = Mixture(between(_GRAY, -step.share(0.22)))
    return Curve(lambda value: contrasted(value, step.share(0.14))), rich


TONES: Final[dict[str, Callable[[Step], Tone]]] = {
    "brighten": _brighten,
    "darken": _darken,
    "contrast": _contrast,
    "flatten": _flatten,
    "saturate": lambda step: (Mixture(between(_GRAY, -step.share(0.35, most=2))),),
    "desaturate": lambda step: (Mixture(between(_GRAY, step.share(0.5))),),
    "grayscale": lambda step: (Mixture(between(_GRAY, step.share(1))),),
    "sepia": _sepia,
    "warmer": _warmer,
    "cooler": _cooler,
    "tint": _tint,
    "enhance": _enhance,
    "invert": lambda step: (Curve(lambda value: 1 - value),),
}
"""Step name -> the tone it is."""


def tone(image: pyvips.Image, step: Step) -> pyvips.Image:
    return toned(image, TONES[step.name](step))


# ------------------------------------------------------------------------------------------ not tones


_POSTER_CHROMA: Final = 15.0
"""Between two steps of a poster's colours, in units of CIELAB."""
_POSTER_RIM: Final = 0.12
"""How much of a step is on the way to the next: rims are smooth, and the bands of a sky melt together."""


def posterise(image: pyvips.Image, step: Step) -> pyvips.Image:
    """So many lightnesses as the step says, evenly apart to the eye, and few colours of each: channel by
    channel a sky would turn into stripes of other hues."""
    levels = int(min(12, max(2, step.number))) if step.number and step.unit != "%" else 6
    apart = [100 / (levels - 1), _POSTER_CHROMA, _POSTER_CHROMA]

    def stepped(colors: pyvips.Image) -> pyvips.Image:
        place = colors.gaussblur(1).colourspace("lab") / apart
        low = place.floor()
        rise = ((place - low - 0.5) / _POSTER_RIM + 0.5).clamp()
        return ((low + rise * rise * (3 - rise * 2)) * apart).copy(interpretation="lab").colourspace("srgb")

    return on_colors(image, stepped)


def vignette(image: pyvips.Image, step: Step) -> pyvips.Image:
    share = step.share(0.55, most=0.95)
    small = pyvips.Image.xyz(64, 64)
    across, down = small[0] / 31.5 - 1, small[1] / 31.5 - 1
    away = ((across * across + down * down) / 2) ** 0.5
    fall = ((away - 0.42) / 0.58 > 0).ifthenelse((away - 0.42) / 0.58, 0)
    mask = fall * fall * (3 - fall * 2) * share
    mask = mask.resize(image.width / 64, vscale=image.height / 64, kernel="cubic")
    return laid_over(image, rgb(step.color or "#07070f"), mask.crop(0, 0, image.width, image.height))
