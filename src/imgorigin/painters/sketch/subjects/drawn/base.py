"""What a drawing of our own is: SVG markup on the icons' grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from imgorigin.painters.sketch.palette import darker, lab, lighter

FOOT = 30.4
"""Where things stand on the grid of 32 x 32 units."""

METAL: Final = "#c3c9d4"
IRON: Final = "#3a3f4a"
GOLD: Final = "#dcae4e"
GLASS: Final = "#2c3a57"
"""What windows of cars and screens show when nothing is behind them."""
WINDOW: Final = ("#a9cfe7", "#d8edf8")
LIT: Final = ("#ffd983", "#ffe9b4")
"""Panes of a house by day, their gleam; and what they are where the lamps are lit."""
CLEAR: Final = "#cfe4f2"
RIM: Final = "#8fb4d0"
"""Clear glass, and its edges."""
COLORLESS: Final = 0.03
"""Chroma below which a colour says "clear glass" rather than what colour it is stained."""
_DARK: Final = 0.36
"""Lightness below which a shade would not be seen: such things are drawn a little lighter."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`draw` makes the markup in a given colour; `colors` is what the seed picks from when no word names one.

    `box` is left, top, right and bottom of it on the grid. No ids and no gradients in the markup: it may
    stand in a picture more than once.
    """

    draw: Callable[[str], str]
    colors: tuple[str, ...]
    box: tuple[float, float, float, float]


class Tones(NamedTuple):
    """The flat colours of one material, from what the light falls on to what it does not reach."""

    shine: str
    light: str
    base: str
    shade: str
    deep: str


def tones(color: str) -> Tones:
    base = lighter(color, 0.13) if lab(color).lightness < _DARK else color
    return Tones(lighter(base, 0.5), lighter(base, 0.22), base, darker(base, 0.18), darker(base, 0.42))


def stroke(shape: str, color: str, width: float, opacity: float = 1) -> str:
    faint = f' stroke-opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<path d="{shape}" fill="none" stroke="{color}" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round"{faint}/>'
    )


def shape(path: str, color: str, opacity: float = 1) -> str:
    faint = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return f'<path d="{path}" fill="{color}"{faint}/>'


def oval(x: float, y: float, rx: float, ry: float, color: str, *, turn: float = 0) -> str:
    turned = f' transform="rotate({turn} {x} {y})"' if turn else ""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{color}"{turned}/>'


def block(x: float, y: float, w: float, h: float, color: str, *, corner: float = 0) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{corner:g}" fill="{color}"/>'


def mirrored(markup: str, *, about: float = 16) -> str:
    """The other half of what is the same on both sides of `about`."""
    return f'<g transform="matrix(-1 0 0 1 {2 * about:g} 0)">{markup}</g>'


def both_sides(markup: str, *, about: float = 16) -> str:
    return markup + mirrored(markup, about=about)


def moved(markup: str, x: float, y: float, *, scale: float = 1, turn: float = 0) -> str:
    """The markup with its origin at (x, y); turned, in degrees, and scaled about that."""
    turned = f" rotate({turn:g})" if turn else ""
    scaled = f" scale({scale:g})" if scale != 1 else ""
    return f'<g transform="translate({x:g} {y:g}){turned}{scaled}">{markup}</g>'


def arched(x: float, y: float, w: float, h: float, color: str) -> str:
    """A window or gate with a round top, its foot at y."""
    r = w / 2
    return shape(f"M{x - r:g} {y:g}v{r - h:g}a{r:g} {r:g} 0 0 1 {w:g} 0v{h - r:g}z", color)
