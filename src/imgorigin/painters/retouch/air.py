"""Weather and time of day laid over pixels, as far as that can be believed of a picture nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pyvips

from imgorigin.painters.retouch.pixels import (
    GREY,
    between,
    brightness,
    canvas_svg,
    chance,
    curve,
    drawn_over,
    laid_over,
    mixed,
    rgb,
)
from imgorigin.painters.retouch.step import NotPossible, Step
from imgorigin.painters.retouch.tones import brightened, contrasted, darkened, vignette

_TOO_DARK: Final = 38
"""Mean brightness below which a picture has nothing left to be dimmed, and no sun can be put into it."""
_LEAST_SPREAD: Final = 0.16
"""Share of a picture's contrast that a new light has to leave it."""
_FLAKES: Final = ((700, 0.0016, 0.0034, 0.62), (170, 0.0042, 0.0085, 0.85))
"""Flakes far and near: how many, smallest and largest radius in shorter sides, opacity."""
_DROPS: Final = 620


@dataclass(frozen=True, slots=True)
class Grade:
    """A light: `dim` takes brightness, `gray` colour; each colour is multiplied by `gain`. `above` and
    `below` are a glow from the upper and the lower edge, colour and opacity."""

    dim: float
    gray: float
    gain: tuple[float, float, float]
    above: tuple[str, float] = ("#000000", 0)
    below: tuple[str, float] = ("#000000", 0)
    corners: float = 0.0


GRADES: Final = {
    "night": Grade(0.46, 0.62, (0.56, 0.72, 1.02), ("#0a1230", 0.36), ("#04081c", 0.25), 0.5),
    "sunset": Grade(0.14, 0.1, (1.18, 0.92, 0.80), ("#5a2a7a", 0.34), ("#ff8a3c", 0.32), 0.3),
    "golden": Grade(0.0, 0.05, (1.14, 1.01, 0.76), ("#ffb347", 0.16), ("#ff9a3c", 0.14), 0.18),
    "dawn": Grade(0.04, 0.18, (1.05, 0.95, 1.02), ("#8a9be0", 0.24), ("#ffc2b0", 0.28)),
}


def relight(image: pyvips.Image, step: Step) -> pyvips.Image:
    """Graded as if lit at another time. Raises NotPossible where the result would not be believed."""
    before, spread = brightness(image)
    if before < _TOO_DARK:
        raise NotPossible(f"the picture is too dark for {step.name} light")
    done = _graded(image, GRADES[step.name], step.share(1, most=1.2))
    if brightness(done)[1] < _LEAST_SPREAD * spread:
        raise NotPossible(f"{step.name} light would leave too little to see")
    return done


def _graded(image: pyvips.Image, grade: Grade, share: float) -> pyvips.Image:
    part = min(1.0, share)
    image = mixed(image, between((GREY, GREY, GREY), grade.gray * part))
    gains = [1 + (gain - 1) * share for gain in grade.gain]
    image = mixed(image, [[gains[row] * (row == column) for column in range(3)] for row in range(3)])
    image = curve(image, lambda value: contrasted(darkened(value, grade.dim * share), 0.04))
    for side, (color, opacity) in (("above", grade.above), ("below", grade.below)):
        if opacity:
            image = _glow(image, color, opacity * part, from_above=side == "above")
    return vignette(image, Step("vignette", grade.corners * share)) if grade.corners else image


def _glow(image: pyvips.Image, color: str, opacity: float, *, from_above: bool) -> pyvips.Image:
    """A colour that fades from an edge to the middle."""
    ramp = pyvips.Image.xyz(1, 64)[1] / 63
    ramp = ((ramp * -1 + 1) if from_above else ramp) * 1.6 - 0.6
    ramp = (ramp > 0).ifthenelse(ramp, 0) * opacity
    mask = ramp.resize(image.width, vscale=image.height / 64, kernel="linear")
    mask = mask.embed(0, 0, image.width, image.height, extend="copy")
    return laid_over(image, rgb(color), mask)


def snow(image: pyvips.Image, step: Step) -> pyvips.Image:
    cold = mixed(image, between((GREY, GREY, GREY), 0.25))
    cold = curve(cold, lambda value: brightened(value, 0.08) * 0.93 + 0.05)
    cold = mixed(cold, ((0.96, 0, 0), (0, 0.99, 0), (0, 0, 1.04)))
    width, height, side, draw = image.width, image.height, min(image.width, image.height), chance("snow")
    area, body = width * height / side**2, ""
    for count, least, most, opacity in _FLAKES:
        body += f'<g fill="#fff" fill-opacity="{opacity}">'
        for _ in range(min(3000, round(count * area * step.amount))):
            x, y, r = draw() * width, draw() * height, (least + draw() * (most - least)) * side
            body += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{max(r, 0.6):.1f}"/>'
        body += "</g>"
    return drawn_over(cold, canvas_svg(width, height, body))


def rain(image: pyvips.Image, step: Step) -> pyvips.Image:
    wet = mixed(image, between((GREY, GREY, GREY), 0.45))
    wet = curve(wet, lambda value: darkened(value, 0.16))
    wet = mixed(wet, ((0.94, 0, 0), (0, 0.99, 0), (0, 0, 1.06)))
    width, height, side, draw = image.width, image.height, min(image.width, image.height), chance("rain")
    shape = ""
    for _ in range(min(3000, round(_DROPS * width * height / side**2 * step.amount))):
        x, y, length = (
            draw() * width * 1.1,
            draw() * height * 1.05 - 0.05 * height,
            (0.03 + draw() * 0.06) * side,
        )
        shape += f"M{x:.1f} {y:.1f}l{-length * 0.22:.1f} {length:.1f}"
    stroke = max(0.7, side * 0.0022)
    drops = (
        f'<path d="{shape}" stroke="#eaf3fa" stroke-width="{stroke:.2f}" stroke-opacity=".36" fill="none"/>'
    )
    return drawn_over(wet, canvas_svg(width, height, drops))


def fog(image: pyvips.Image, step: Step) -> pyvips.Image:
    share = min(0.9, 0.5 * step.amount)
    pale = mixed(image, between((GREY, GREY, GREY), 0.45))
    pale = laid_over(pale, rgb("#dfe5ea"), share * 0.55)
    bands = "".join(
        f'<stop offset="{at}" stop-color="#e6ebef" stop-opacity="{opacity * share:.3f}"/>'
        for at, opacity in ((0, 0.35), (0.45, 0.95), (0.7, 0.75), (1, 0.2))
    )
    gradient = f'<linearGradient id="h" x2="0" y2="1">{bands}</linearGradient>'
    sheet = f'<defs>{gradient}</defs><rect width="100%" height="100%" fill="url(#h)"/>'
    return drawn_over(pale, canvas_svg(image.width, image.height, sheet))


AIR: Final[dict[str, Callable[[pyvips.Image, Step], pyvips.Image]]] = {
    **dict.fromkeys(GRADES, relight),
    "snow": snow,
    "rain": rain,
    "fog": fog,
}
