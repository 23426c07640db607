"""What a drawing of our own is: SVG markup on the icons' grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FOOT = 30.4
"""Where things stand on the grid of 32 x 32 units."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`draw` makes the markup in a given colour; `colors` is what the seed picks from when no word names one.

    `box` is left, top, right and bottom of it on the grid. No ids and no gradients in the markup: it may
    stand in a picture more than once.
    """

    draw: Callable[[str], str]
    colors: tuple[str, ...]
    box: tuple[float, float, float, float]


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
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{color}"{turned}/>'


def block(x: float, y: float, w: float, h: float, color: str, *, corner: float = 0) -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{corner}" fill="{color}"/>'
