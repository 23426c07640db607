"""What a motif is drawn on and with: colours that go together, the icons of its word, cards and arrows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icon import GRID, Icon
from imgorigin.painters.sketch.subjects.onstage import draw_icon
from imgorigin.painters.sketch.svg import Drawing, Point, polyline, smooth, trace

Box = tuple[float, float, float, float]
"""Left, top, width and height."""

_SHADOWS: Final = ((26, 0.05, 14), (18, 0.05, 8), (10, 0.06, 2))
"""A card's shadow: how far down, how dark, how much wider."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """`paper` is the ground from top to bottom, `card` what lies on it, `ink` stands for text on a card,
    `pale` is a tint of `main` on a card; `deep` is the darkest; `accent` and `second` go with `main`."""

    paper: tuple[str, str]
    blob: str
    card: str
    ink: str
    pale: str
    main: str
    deep: str
    accent: str
    second: str
    dark: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The middle of the picture. (0, 0) is its centre."""

    stage: Stage
    scheme: Scheme
    rng: Stream
    main: Icon
    around: tuple[Icon, ...]

    @property
    def draw(self) -> Drawing:
        return self.stage.draw

    def hero(self, x: float, y: float, size: float, *, standing: bool = True) -> None:
        """The word's own icon, its middle at (x, y), well lit; `standing` on a soft shadow."""
        tall, wide = self.main.height / GRID * size, self.main.width / GRID * size
        glow = palette.WHITE if not self.scheme.dark else palette.lighter(self.scheme.main, 0.3)
        self.draw.glow(x, y, max(wide, tall) * 0.95, glow, 0.55 if self.scheme.dark else 0.7)
        if standing:
            self.draw.glow(x, y + tall / 2, wide * 0.62, self.scheme.deep, 0.5, ry=wide * 0.1, body=0.5)
        self.put(self.main, x, y, size)

    def put(self, icon: Icon, x: float, y: float, size: float) -> None:
        """An icon with its middle at (x, y)."""
        draw_icon(self.stage, icon, x, y + icon.height / GRID * size / 2, size, shadow=False)

    def satellite(self, index: int) -> Icon:
        return self.around[index % len(self.around)]


def card(draw: Drawing, scheme: Scheme, box: Box, *, fill: str = "", corner: float = 30) -> None:
    """A sheet that floats over the ground."""
    x, y, w, h = box
    for down, opacity, more in _SHADOWS:
        draw.rect(
            x - more,
            y + down - more / 2,
            w + 2 * more,
            h + more,
            scheme.deep,
            corner=corner + more,
            opacity=opacity,
        )
    draw.rect(x, y, w, h, fill or scheme.card, corner=corner)


def badge(board: Board, x: float, y: float, r: float, icon: Icon) -> None:
    """A round card with an icon."""
    draw, scheme = board.draw, board.scheme
    draw.circle(x, y + r * 0.16, r * 1.06, scheme.deep, opacity=0.07)
    draw.circle(x, y + r * 0.08, r * 1.03, scheme.deep, opacity=0.08)
    draw.circle(x, y, r, scheme.card)
    board.put(icon, x, y, r * 1.12 * min(1.0, GRID / max(icon.height, icon.width)))


def lines(
    draw: Drawing, x: float, y: float, widths: tuple[float, ...], color: str, *, thick: float = 16
) -> None:
    """Bars that stand for lines of text."""
    for row, width in enumerate(widths):
        draw.rect(x, y + row * thick * 2.1, width, thick, color, corner=thick / 2)


def arrow(draw: Drawing, points: list[Point], color: str, width: float) -> None:
    """A curve through the points with a head at its end."""
    (x0, y0), (x, y) = points[-2:]
    angle, head = math.atan2(y - y0, x - x0), width * 2.1
    ends = [(x - head * math.cos(angle + turn), y - head * math.sin(angle + turn)) for turn in (0.62, -0.62)]
    draw.line(smooth(points), color, width)
    draw.line(polyline([ends[0], (x, y), ends[1]]), color, width)


def tick(draw: Drawing, x: float, y: float, r: float, fill: str) -> None:
    """A check mark in a disc."""
    draw.circle(x, y, r, fill)
    mark = trace(("M", x - r * 0.45, y + r * 0.02), ("l", r * 0.32, r * 0.34), ("l", r * 0.58, -r * 0.66))
    draw.line(mark, palette.WHITE, r * 0.24)


def bar(draw: Drawing, box: Box, color: str) -> None:
    """One of a bar chart's, its upper corners round; `box` has its left, foot, width and height."""
    x, foot, w, h = box
    r = min(w * 0.22, h / 2)
    shape = trace(
        ("M", x, foot),
        ("v", r - h),
        ("q", 0, -r, r, -r),
        ("h", w - 2 * r),
        ("q", r, 0, r, r),
        ("V", foot),
        "z",
    )
    draw.path(shape, draw.gradient(palette.lighter(color, 0.22), color))


def slice_of(x: float, y: float, r: float, start: float, end: float, *, hole: float = 0) -> str:
    """A piece of a pie or, with a hole, of a ring. `start` and `end` are shares of the turn, from the top."""

    def at(share: float, reach: float) -> Point:
        angle = math.tau * (share - 0.25)
        return x + reach * math.cos(angle), y + reach * math.sin(angle)

    large = float(end - start > 0.5)
    shape = trace(("M", *at(start, r)), ("A", r, r, 0, large, 1, *at(end, r)), ("L", *at(end, hole)))
    back = trace(("A", hole, hole, 0, large, 0, *at(start, hole))) if hole else ""
    return f"{shape}{back}z"
