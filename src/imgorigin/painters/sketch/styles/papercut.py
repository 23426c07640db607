"""Paper cut: every shape a sheet of coloured paper, laid on the next with a shadow."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.hand import unsteady
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn
from imgorigin.painters.sketch.styles.strokes import is_backdrop
from imgorigin.painters.sketch.svg import Point, smooth, trace

_SHADOW: Final = "#1c1530"
_SHADOWS: Final = ((0.95, 0.14), (0.6, 0.15), (0.3, 0.14))
"""Of a sheet: how far they fall, in depths of the sheet, and how dark each is."""
_SHADOW_OF_THIN: Final = ((0.7, 0.28),)
_THICK: Final = 7.0
"""Depth from which a shadow is made of several."""
_THIN: Final = 3.0
"""Depth below which it is the sheet itself once more, and the sheet has no bright edge."""
_LAYERS: Final = 5
"""Sheets that a sky is made of."""


def dress(sheet: Sheet) -> str:
    drawing = palette.recolored(sheet.drawing, _paper)
    scissors = unsteady(sheet.stream("scissors"), 1.6, 70)

    def redraw(shape: Shape) -> str:
        if not shape.fill:
            return _strip(shape) if shape.opacity > 0.3 else ""
        if shape.opacity < 0.5:
            return ""
        if is_backdrop(shape, sheet.w) and shape.box.top < 4:
            return _sky(sheet, shape)
        if shape.is_speck:
            return shape.filled(shape.fill)
        up = -0.7 if shape.box.width > 0.8 * sheet.w else 1.0
        return _laid(shape if shape.is_texture else shape.bent(scissors), _depth(shape), up)

    return redrawn(drawing, redraw)


def _laid(cut: Shape, depth: float, down: float) -> str:
    """A sheet with its shadow and a bright cutting edge. Of a shadow no more is drawn than is seen."""
    flat = depth < _THIN or cut.is_texture
    if flat:
        shadow = cut.moved(depth * 0.4, depth * 0.7, cut.filled(_SHADOW, opacity=0.22))
    else:
        shadow = "".join(
            cut.moved(
                depth * 0.5 * far, depth * far * down, cut.lined(_SHADOW, depth * far * 1.2, opacity=dark)
            )
            for far, dark in (_SHADOWS if depth > _THICK else _SHADOW_OF_THIN)
        )
    rim = "" if flat else cut.lined(palette.lighter(cut.fill, 0.45), 2.6)
    return shadow + rim + cut.filled(cut.fill)


def _depth(shape: Shape) -> float:
    """How far the sheet lies above the next, in units."""
    box = shape.box
    return min(20.0, 1.5 + min(box.width, box.height) / 16)


def _sky(sheet: Sheet, shape: Shape) -> str:
    """A gradient from top to bottom: sheets of its colours, each cut in a long wave."""
    if not shape.blend or shape.box.height < 0.3 * sheet.h:
        return shape.filled(shape.fill)
    draw, rng, box = sheet.overlay(), sheet.stream("sky"), shape.box
    edges = [
        _wave(sheet, box.top + box.height * (index / _LAYERS) ** 1.1, rng) for index in range(1, _LAYERS)
    ]
    feet = [*edges[1:], [(x, max(sheet.h, box.bottom)) for x, _ in edges[0]]]
    draw.rect(0, 0, sheet.w, box.top + box.height / _LAYERS + 70, shape.blend.colors[0])
    for index, (edge, foot) in enumerate(zip(edges, feet, strict=True), 1):
        for width, dark in ((30, 0.07), (18, 0.09), (8, 0.10)):
            draw.line(smooth(edge), _SHADOW, width, opacity=dark)
        depth = max(y for _, y in foot) + 20
        cut = smooth(edge) + trace(("V", depth), ("H", edge[0][0]), "Z")
        draw.path(cut, palette.between(shape.blend.colors, (index + 0.5) / _LAYERS))
    return draw.text()


def _wave(sheet: Sheet, height: float, rng: Stream) -> list[Point]:
    wave = rng.wave(0.8, 2)
    return [(float(x), height + 26 * wave(x)) for x in range(-40, int(sheet.w) + 120, 60)]


def _strip(shape: Shape) -> str:
    """A line: a narrow strip of paper."""
    depth = min(5.0, shape.width * 0.3)
    shadow = shape.moved(depth * 0.5, depth, shape.lined(_SHADOW, shape.width, opacity=0.2))
    return shadow + shape.lined(shape.stroke, shape.width)


def _paper(color: str) -> str:
    """Colours as paper is dyed: none black, none glaring."""
    lightness, a, b = palette.lab(color)
    rich = 0.95 + 1.1 * max(0.0, 0.6 - lightness)
    return palette.mix(palette.from_lab(0.16 + 0.80 * lightness, a * rich, b * rich), "#f6e7cf", 0.05)


PAPERCUT = Style("papercut", phrase="A paper-cut picture of", label="paper cut", dress=dress)
