"""Watercolour: pale washes with darker rims, unsteady outlines, pigment that ran, and bare paper around."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.blends import Glaze
from imgorigin.painters.sketch.styles.hand import blot, grain, torn_edges, unsteady
from imgorigin.painters.sketch.styles.outline import Box
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop
from imgorigin.painters.sketch.svg import Drawing

_PAPER: Final = "#fcf9f2"
_ENDS: Final = 'cx=".40" cy=".34" r=".8"'
_STOPS: Final = ((0, palette.WHITE, 0.55), (0.5, palette.WHITE, 0.1), (1, "#2a2450", 0.2))
_SINKS: Final = ((0, palette.WHITE, 0.34), (0.45, palette.WHITE, 0.1), (1, "#2a2450", 0.16))
_TIDE: Final = (
    '<defs><linearGradient id="tide" x2="0" y2="1"><stop offset="0" stop-color="#ffffff" stop-opacity=".34"/>'
    '<stop offset=".45" stop-color="#ffffff" stop-opacity=".1"/>'
    '<stop offset="1" stop-color="#2a2450" stop-opacity=".16"/></linearGradient></defs>'
)
"""Pigment gathers at the rim of a wash and leaves its middle pale; in a large one it sinks. (A round gradient
takes three times as long to fill as an upright one.)"""
_WASH: Final = 0.5
"""Opacity from which a shape is a wash: what is fainter is light or shade."""
_LARGE: Final = 34000
_SMALL: Final = 6000
"""Square units from which a wash is a large one, and up to which it is a single stroke of the brush."""
_ASIDE: Final = (4.5, -3.5)
"""Units between a wash and the second one over it."""
_BLEED: Final = 46000
"""Square units of picture for each blot of pigment that ran."""
_GRAIN, _SPECK = 400, 2.9
_RIMS: Final = ((40, 15, 0.5), (24, 10, 1.0))
"""Of the bare paper around: how wide, how rough and how opaque each of its layers is."""


@dataclass(slots=True)
class _Seen:
    """Where washes of which colour lie, in the order in which they were laid."""

    washes: list[tuple[Box, str]] = field(default_factory=list)

    def note(self, shape: Shape) -> None:
        if shape.opacity >= _WASH and not (shape.is_texture or shape.around.cut):
            self.washes.append((shape.box, shape.fill))

    def at(self, x: float, y: float) -> str:
        """The colour about that place, for what ran from there: the last wash whose box is around it."""
        for box, color in reversed(self.washes):
            if box.left <= x <= box.right and box.top <= y <= box.bottom:
                return color
        return _PAPER


def dress(sheet: Sheet) -> str:
    drawing = palette.recolored(sheet.drawing, _washed)
    pool = Glaze("pool", "radialGradient", _ENDS, _STOPS)
    tide = Glaze("tide", "linearGradient", 'x2="0" y2="1"', _SINKS)
    seen, first = _Seen(), unsteady(sheet.stream("wash"), 3.0, 150)

    def redraw(shape: Shape) -> str:
        if not shape.fill:
            return shape.lined(shape.stroke, shape.width, opacity=shape.opacity * 0.8)
        if shape.is_texture or shape.opacity < _WASH or is_backdrop(shape, sheet.w):
            seen.note(shape)
            return shape.filled(shape.written_fill, opacity=shape.own_opacity)
        if shape.is_speck:
            return shape.filled(shape.written_fill)
        wet, rim = shape.bent(first), palette.toned(shape.fill, -0.16, 1.25)
        seen.note(shape)
        area = shape.box.area
        if shape.box.width > 0.8 * sheet.w or area < _SMALL:
            return wet.rimmed(shape.written_fill, rim, 2.4, opacity=0.5)
        second = shape.moved(*_ASIDE, wet.filled(rim, opacity=0.13))
        if shape.blend:
            return wet.rimmed(shape.written_fill, rim, 2.4, opacity=0.5) + second + wet.filled("url(#tide)")
        glaze = tide if area > _LARGE else pool
        return wet.rimmed(glaze.on(shape.fill), rim, 2.4, opacity=0.5) + second

    painted = redrawn(drawing, redraw)
    return _TIDE + f"<defs>{pool.text()}{tide.text()}</defs>" + painted + _wet(sheet, seen)


def _washed(color: str) -> str:
    """Thinned with water: nothing dark, and the paper's white in everything."""
    lightness, a, b = palette.lab(color)
    return palette.mix(palette.from_lab(0.27 + 0.73 * lightness, a * 1.15, b * 1.15), _PAPER, 0.12)


def _wet(sheet: Sheet, seen: _Seen) -> str:
    """What water did once the shapes were painted."""
    draw, w, h = sheet.overlay(), sheet.w, sheet.h
    _bleed(draw, sheet.stream("bleed"), seen, w, h)
    rng = sheet.stream("paper")
    for _ in range(round(w * h / 450000)):
        x, y, r = rng.between(0, w), rng.between(0, h), rng.between(80, 200)
        draw.glow(x, y, r, palette.WHITE, rng.between(0.2, 0.42), ry=r * rng.between(0.4, 0.8), body=0.6)
    draw.line(grain(rng, w, h, _GRAIN, _SPECK), palette.WHITE, _SPECK, opacity=0.3, cap="butt")
    for margin, rough, opacity in _RIMS:
        for strip in torn_edges(rng, w, h, margin, rough):
            draw.path(strip, _PAPER, opacity=opacity)
    _spatter(draw, rng, seen, w, h)
    return draw.text()


def _bleed(draw: Drawing, rng: Stream, seen: _Seen, w: float, h: float) -> None:
    """Blots of a place's own colour, run over the rims of what is near."""
    for _ in range(round(w * h / _BLEED)):
        x, y, r = rng.between(0, w), rng.between(0, h), 12 + 44 * rng.between() ** 2
        color = palette.toned(seen.at(x, y), -0.05, 1.2)
        shape = blot(rng, x + rng.spread(r * 0.4), y + rng.between(0, r * 0.4), r, rough=0.3, corners=9)
        draw.path(shape, color, opacity=0.20)
        if r > 43:
            draw.line(shape, palette.toned(color, -0.12), 1.4, opacity=0.22)


def _spatter(draw: Drawing, rng: Stream, seen: _Seen, w: float, h: float) -> None:
    """Drops that fell from the brush, most of them near the rim."""
    for _ in range(26):
        along, away = rng.between(), 8 + 46 * rng.between() ** 2
        edge = rng.whole(0, 3)
        x = (w * along, w * along, away, w - away)[edge]
        y = (away, h - away, h * along, h * along)[edge]
        color = seen.at(x, y)
        draw.path(blot(rng, x, y, 1.5 + 6 * rng.between() ** 3, rough=0.12, corners=7), color, opacity=0.65)


WATERCOLOR = Style("watercolor", phrase="A watercolor of", label="watercolor", dress=dress)
