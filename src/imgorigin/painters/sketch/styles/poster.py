"""A vintage travel poster: few muted inks in flat steps, rays of a sun, grain, and a cream border."""

from __future__ import annotations

import itertools
import math
import re
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.hand import grain
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop
from imgorigin.painters.sketch.svg import Drawing, box, trace

_INKS: Final = ("#1b2a3d", "#28525e", "#a8503c", "#dd9a55", "#f3dfb4", "#f8efd6")
"""What a lightness from dark to pale is drawn towards."""
_SHARE: Final = 0.34
_STEPS: Final = 5
_CREAM: Final = "#f6ecd2"
_BORDER: Final = 34.0
_RAYS: Final = 30
_GRADIENT: Final = re.compile(r"(<(?:linear|radial)Gradient [^>]*>)(.*?)(</(?:linear|radial)Gradient>)")
_STOP: Final = re.compile(r'<stop offset="([^"]+)" stop-color="([^"]+)"(?: stop-opacity="([^"]+)")?/>')


def dress(sheet: Sheet) -> str:
    inked = palette.recolored(sheet.drawing, _ink)
    stepped = _GRADIENT.sub(lambda found: found[1] + _stepped(found[2]) + found[3], inked)
    rayed = False

    def redraw(shape: Shape) -> str:
        nonlocal rayed
        if not rayed and is_backdrop(shape, sheet.w) and shape.layer in ("sky", "backdrop", "wall"):
            rayed = True
            return shape.markup + _rays(sheet, *_sun(sheet, shape))
        return shape.markup

    return redrawn(stepped, redraw) + _paper(sheet)


def _ink(color: str) -> str:
    lightness, a, b = palette.lab(color)
    ink = palette.between(_INKS, (lightness - 0.12) / 0.86)
    return palette.mix(palette.from_lab(lightness, a * 0.9, b * 0.9), ink, _SHARE)


def _stepped(stops: str) -> str:
    """The stops of a gradient as steps of one colour each."""
    found = [(float(at), color, float(opacity or 1)) for at, color, opacity in _STOP.findall(stops)]
    if len(found) < 2:
        return stops
    text = ""
    for step in range(_STEPS):
        color, opacity = _at(found, (step + 0.5) / _STEPS)
        for offset in (step / _STEPS, (step + 1) / _STEPS):
            text += f'<stop offset="{offset:.3g}" stop-color="{color}" stop-opacity="{opacity:.3g}"/>'
    return text


def _at(stops: list[tuple[float, str, float]], place: float) -> tuple[str, float]:
    for (start, color, opacity), (end, other, faint) in itertools.pairwise(stops):
        if place <= end or other is stops[-1][1]:
            share = min(1.0, max(0.0, (place - start) / ((end - start) or 1)))
            return palette.mix(color, other, share), opacity + (faint - opacity) * share
    return stops[-1][1], stops[-1][2]


def _sun(sheet: Sheet, sky: Shape) -> tuple[float, float]:
    """Where the rays come from: the sun, or the middle of what is seen."""
    found: list[tuple[float, float]] = []

    def note(shape: Shape) -> str:
        if shape.layer == "sun" and shape.tag == "circle":
            found.append(shape.box.middle)
        return ""

    redrawn(sheet.drawing, note)
    return found[0] if found else (sheet.w / 2, min(sky.box.bottom, sheet.h) * 0.62)


def _rays(sheet: Sheet, x: float, y: float) -> str:
    draw, reach, text = sheet.overlay(), sheet.w + sheet.h, ""
    for ray in range(_RAYS):
        one, two = (math.tau * (ray + half) / _RAYS for half in (0.0, 0.5))
        text += trace(
            ("M", x, y),
            ("L", x + reach * math.cos(one), y + reach * math.sin(one)),
            ("L", x + reach * math.cos(two), y + reach * math.sin(two)),
            "Z",
        )
    draw.path(text, _CREAM, opacity=0.17)
    return draw.text()


def _paper(sheet: Sheet) -> str:
    draw, w, h = sheet.overlay(), sheet.w, sheet.h
    _grain(draw, sheet)
    b = _BORDER
    draw.line(box(b / 2, b / 2, w - b, h - b), _CREAM, b + 2)
    draw.line(box(b, b, w - 2 * b, h - 2 * b), _INKS[0], 3.5)
    draw.line(box(b * 0.66, b * 0.66, w - 1.32 * b, h - 1.32 * b), _INKS[2], 1.6)
    return draw.text()


def _grain(draw: Drawing, sheet: Sheet) -> None:
    """Specks where the ink did not take."""
    rng = sheet.stream("grain")
    for side, opacity in ((1.5, 0.5), (2.5, 0.34)):
        draw.line(grain(rng, sheet.w, sheet.h, 420, side), _CREAM, side, opacity=opacity, cap="butt")


POSTER = Style("poster", phrase="A vintage poster of", label="vintage poster", dress=dress)
