"""What styles of ink, chalk and light know of shapes: which to outline, and how strongly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch.styles.base import Sheet
from imgorigin.painters.sketch.styles.shapes import Shape, redrawn

_FAINT: Final = 0.5
"""Opacity below which a fill is light, mist or shadow, and no thing."""
_FAINT_LINE: Final = 0.25
_TUBE: Final = 9
"""Width from which a line is a thing with two sides: a trunk, a handle, a cable."""
_SMALL: Final = 700
"""Square units of what is a dot rather than a shape."""

Paint = Callable[[Shape], str]


@dataclass(frozen=True, slots=True)
class Hand:
    """How a drawing is outlined. `fill` hides what is behind a shape; `ink` is the colour of its outline,
    `solid` that of dots and pupils, empty to leave them as the rest. `weight` multiplies all widths.
    `outline` draws the line itself, in a given colour and width. `crowd` is what textures are filled with;
    without it they are outlined piece by piece, which takes long.
    """

    fill: Paint
    ink: Paint
    solid: Paint
    outline: Callable[[Shape, str, float], str] = lambda shape, ink, width: shape.lined(ink, width)
    weight: float = 1.0
    crowd: Paint | None = None


def outlined(sheet: Sheet, hand: Hand) -> str:
    """The drawing as outlines: what was hidden stays hidden, light and shadow are left out.

    A shape's fill lies on the inner half of its line, and so hides where its pieces overlap.
    """

    def redraw(shape: Shape) -> str:
        if not shape.fill:
            return _line(shape, hand) if shape.stroke and shape.opacity >= _FAINT_LINE else ""
        if shape.opacity < _FAINT:
            return ""
        if shape.is_texture and hand.crowd:
            return shape.filled(hand.crowd(shape))
        if shape.is_texture:
            return shape.lined(hand.ink(shape), 2.2 * hand.weight) + shape.filled(hand.fill(shape))
        if is_backdrop(shape, sheet.w):
            return shape.filled(hand.fill(shape)) + _edge(shape, hand, sheet)
        box = shape.box
        if ((shape.is_icon and box.area < _SMALL) or shape.is_speck) and (solid := hand.solid(shape)):
            return shape.filled(solid)
        width = weight_of(shape) * hand.weight
        return hand.outline(shape, hand.ink(shape), 2 * width) + shape.filled(hand.fill(shape))

    return redrawn(sheet.drawing, redraw)


def is_backdrop(shape: Shape, w: float) -> bool:
    """Whether it is a sheet of colour from side to side: sky, ground, wall."""
    return shape.tag == "rect" and shape.box.width > 0.98 * w


def weight_of(shape: Shape) -> float:
    """Units of ink around a shape: more around what is large and near."""
    box = shape.box
    small = min(box.width, box.height)
    return min(4.2, 1.3 + small / 80) * (1.15 if shape.is_icon else 1.0)


def _line(shape: Shape, hand: Hand) -> str:
    if shape.width < _TUBE:
        return shape.lined(hand.ink(shape), min(3.0, max(1.2, shape.width * 0.6)) * hand.weight)
    edge = min(4.0, 1.5 + shape.width / 20) * hand.weight
    return shape.lined(hand.ink(shape), shape.width) + shape.lined(hand.fill(shape), shape.width - 2 * edge)


def _edge(shape: Shape, hand: Hand, sheet: Sheet) -> str:
    """Of a sheet of colour only the upper edge is seen: the horizon, the foot of a wall."""
    top = shape.box.top
    if top < 4 or shape.box.height < 8:
        return ""
    return (
        f'<path d="M0 {top:.1f}H{sheet.w:.1f}" fill="none" stroke="{hand.ink(shape)}" '
        f'stroke-width="{2.4 * hand.weight:.1f}"/>'
    )
