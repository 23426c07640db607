"""As if photographed: light with a side and a depth, rounded things, deep shadows, a vignette."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop
from imgorigin.painters.sketch.svg import box, num

_ROUND: Final = (
    '<defs><radialGradient id="round" cx=".36" cy=".26" r=".9"><stop offset="0" stop-color="#fff6e0" '
    'stop-opacity=".42"/><stop offset=".45" stop-color="#fff6e0" stop-opacity=".05"/>'
    '<stop offset="1" stop-color="#0b0a26" stop-opacity=".38"/></radialGradient>'
    '<radialGradient id="lens" cx=".5" cy=".47" r=".74"><stop offset=".5" stop-color="#05060f" '
    'stop-opacity="0"/><stop offset="1" stop-color="#05060f" stop-opacity=".55"/></radialGradient>'
    '<linearGradient id="warm"><stop offset="0" stop-color="#ffdf9e" stop-opacity=".24"/>'
    '<stop offset="1" stop-color="#ffdf9e" stop-opacity="0"/></linearGradient><linearGradient id="cool">'
    '<stop offset="0" stop-color="#101a4a" stop-opacity="0"/>'
    '<stop offset="1" stop-color="#101a4a" stop-opacity=".22"/></linearGradient></defs>'
)
_SIDE: Final = 0.42
"""Of the width, what light comes over from each side."""


def dress(sheet: Sheet) -> str:
    def redraw(shape: Shape) -> str:
        plain = shape.is_speck or shape.is_texture or is_backdrop(shape, sheet.w)
        if not shape.fill or plain or shape.opacity < 0.6 or shape.box.width > 0.8 * sheet.w:
            return shape.markup
        return shape.markup + shape.filled("url(#round)")

    drawn = redrawn(palette.recolored(sheet.drawing, _exposed), redraw)
    return _ROUND + drawn + _glass(sheet.w, sheet.h)


def _glass(w: float, h: float) -> str:
    """Light from the left and shade on the right, and a lens that is darker around its middle: only where
    either is seen, for covering a picture takes as long as drawing it."""
    side = f'width="{num(w * _SIDE)}" height="{num(h)}"'
    rx, ry = w * 0.36, h * 0.36
    ring = (
        box(0, 0, w, h)
        + f"M{num(w / 2)} {num(h * 0.47 - ry)}"
        + f"a{num(rx)} {num(ry)} 0 0 0 0 {num(2 * ry)}a{num(rx)} {num(ry)} 0 0 0 0 {num(-2 * ry)}z"
    )
    return (
        f'<rect {side} fill="url(#warm)"/><rect x="{num(w * (1 - _SIDE))}" {side} fill="url(#cool)"/>'
        f'<path d="{ring}" fill="url(#lens)"/>'
    )


def _exposed(color: str) -> str:
    """A film's curve: deeper shadows, warm lights, cool darks."""
    lightness, a, b = palette.lab(color)
    curve = lightness + 0.10 * (lightness - 0.5) * (1 - abs(2 * lightness - 1))
    return palette.from_lab(curve, a * 1.04 + 0.004 * (lightness - 0.4), b * 1.04 + 0.02 * (lightness - 0.5))


PHOTO = Style("photo", phrase="A cinematic picture of", label="cinematic", dress=dress)
