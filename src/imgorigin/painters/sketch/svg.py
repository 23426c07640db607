"""An SVG drawing being written, and the path texts its shapes are made of. Knows nothing of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Final
from xml.sax.saxutils import escape

Point = tuple[float, float]
Stop = str | tuple[str, float]
"""Of a gradient: a colour, or a colour and its opacity."""

Step = str | tuple[str, *tuple[float, ...]]
"""Of a path: a command and its numbers."""

_NAMESPACES: Final = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

_TENTHS: Final = re.compile(r"\d+\.\d+")
_CROWD: Final = 2400
"""Characters from which a path is a long one."""


class Drawing:
    """Shapes in drawing order. Coordinates are user units of the view box, y pointing down.

    What it defines is named `ids` and a number: drawings that end up in one file need different ones.
    `coarse` says that a unit is no more than about half a pixel: then long paths, which are crowds of small
    things, are written in whole units.
    """

    def __init__(self, ids: str = "g", *, coarse: bool = False) -> None:
        self._ids = ids
        self._coarse = coarse
        self._body: list[str] = []
        self._definitions: dict[str, str] = {}

    def text(self) -> str:
        """What goes between <svg> and </svg>."""
        definitions = (text.replace("%", name, 1) for text, name in self._definitions.items())
        return f"<defs>{''.join(definitions)}</defs>{''.join(self._body)}"

    # ------------------------------------------------------------------------------------ structure

    def add(self, markup: str) -> None:
        """SVG text as it is."""
        self._body.append(markup)

    @contextmanager
    def group(self, attributes: str = "") -> Iterator[None]:
        self.add(f"<g {attributes}>" if attributes else "<g>")
        yield
        self.add("</g>")

    @contextmanager
    def clipped(self, shape: str) -> Iterator[None]:
        """What is drawn inside is cut to the path `shape`."""
        name = self._define(f'<clipPath id="%"><path d="{shape}"/></clipPath>')
        with self.group(f'clip-path="url(#{name})"'):
            yield

    def again(self, name: str, transform: str, opacity: float = 1) -> None:
        """The group with the id `name` once more, moved or mirrored."""
        self.add(f'<use xlink:href="#{name}" transform="{transform}" opacity="{opacity:.2f}"/>')

    # ---------------------------------------------------------------------------------------- fills

    def gradient(
        self,
        *stops: Stop,
        at: Sequence[float] = (),
        towards: Point = (0, 1),
        span: tuple[Point, Point] | None = None,
    ) -> str:
        """A linear gradient as a fill: from the top left of a shape's box `towards` a point of it (0..1),
        or over the `span` from one point of the drawing to another.

        Stops are evenly spaced unless `at` (0..1 each) says where.
        """
        (x1, y1), (x2, y2) = span or ((0, 0), towards)
        space = ' gradientUnits="userSpaceOnUse"' if span else ""
        ends = f'x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}"{space}'
        name = self._define(f'<linearGradient id="%" {ends}>{_stops(stops, at)}</linearGradient>')
        return f"url(#{name})"

    def radial(self, *stops: Stop, at: Sequence[float] = ()) -> str:
        """A radial gradient as a fill, from the middle of a shape's box to its edges."""
        name = self._define(f'<radialGradient id="%">{_stops(stops, at)}</radialGradient>')
        return f"url(#{name})"

    def _define(self, text: str) -> str:
        """The id of a definition whose text has `%` for it; equal ones are written once.

        Ids start with a letter that is no hexadecimal digit: `#g12` is not taken for a colour.
        """
        return self._definitions.setdefault(text, f"{self._ids}{len(self._definitions)}")

    # --------------------------------------------------------------------------------------- shapes

    def _written(self, shape: str) -> str:
        """The path text as it is, or in whole units."""
        if not self._coarse or len(shape) < _CROWD:
            return shape
        return _TENTHS.sub(lambda found: f"{float(found[0]):.0f}", shape)

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, *, corner: float = 0, opacity: float = 1
    ) -> None:
        corners = f' rx="{num(corner)}"' if corner else ""
        box = f'x="{num(x)}" y="{num(y)}" width="{num(max(0, w))}" height="{num(max(0, h))}"'
        self.add(f'<rect {box} fill="{fill}"{corners}{_faint("fill", opacity)}/>')

    def circle(self, x: float, y: float, r: float, fill: str, *, opacity: float = 1) -> None:
        self.add(f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}"{_faint("fill", opacity)}/>')

    def ellipse(
        self, x: float, y: float, rx: float, ry: float, fill: str, *, opacity: float = 1, turn: float = 0
    ) -> None:
        """`turn` in degrees, clockwise."""
        turned = f' transform="rotate({num(turn)} {num(x)} {num(y)})"' if turn else ""
        shape = f'cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}"'
        self.add(f'<ellipse {shape} fill="{fill}"{_faint("fill", opacity)}{turned}/>')

    def path(self, shape: str, fill: str, *, opacity: float = 1) -> None:
        if shape:
            shape = self._written(shape)
            self.add(f'<path d="{shape}" fill="{fill}"{_faint("fill", opacity)}/>')

    def polygon(self, points: Iterable[Point], fill: str, *, opacity: float = 1) -> None:
        self.path(polyline(points) + "Z", fill, opacity=opacity)

    def line(
        self,
        shape: str,
        color: str,
        width: float,
        *,
        opacity: float = 1,
        dashes: str = "",
        cap: str = "round",
    ) -> None:
        """A stroke of `width` along the path `shape`."""
        if shape:
            shape = self._written(shape)
            dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
            self.add(
                f'<path d="{shape}" fill="none" stroke="{color}" stroke-width="{num(width)}" '
                f'stroke-linecap="{cap}" stroke-linejoin="round"{_faint("stroke", opacity)}{dashed}/>'
            )

    def glow(
        self, x: float, y: float, r: float, color: str, opacity: float, *, ry: float = 0, body: float = 0.35
    ) -> None:
        """A soft light (or shadow): `opacity` in its middle, `body` times that at 0.4 of the radius."""
        fill = self.radial((color, opacity), (color, opacity * body), (color, 0), at=(0, 0.4, 1))
        self.ellipse(x, y, r, ry or r, fill)


# ---------------------------------------------------------------------------------------------- text


def document(
    drawing: str, width: float, height: float, size: tuple[int, int], *, title: str, about: str
) -> str:
    """A whole SVG file of `size` pixels, with a view box of width x height units."""
    return (
        f'<svg {_NAMESPACES} width="{size[0]}" height="{size[1]}" viewBox="0 0 {num(width)} {num(height)}" '
        f'preserveAspectRatio="none" role="img"><title>{escape(title)}</title><desc>{escape(about)}</desc>'
        f"{drawing}</svg>"
    )


def num(value: float) -> str:
    """A coordinate, to a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def _stops(stops: Sequence[Stop], at: Sequence[float]) -> str:
    last = max(1, len(stops) - 1)
    text = ""
    for index, stop in enumerate(stops):
        color, opacity = (stop, 1.0) if isinstance(stop, str) else stop
        offset = at[index] if at else index / last
        text += f'<stop offset="{offset:.3g}" stop-color="{color}"{_faint("stop", opacity)}/>'
    return text


def _faint(what: str, opacity: float) -> str:
    return f' {what}-opacity="{opacity:.3g}"' if opacity < 1 else ""


# --------------------------------------------------------------------------------------------- paths


def trace(*steps: Step) -> str:
    """Path text: trace(("M", x, y), ("h", w), "z"). A step may be path text itself."""
    return "".join(
        step if isinstance(step, str) else step[0] + " ".join(map(num, step[1:])) for step in steps
    )


def polyline(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points)


def polygon(points: Sequence[Point], *, parts: int = 10) -> str:
    """A closed piece of straight lines: each step from the end of the last, which takes half the text.
    Corners lie on `parts` of a unit."""
    places = [(round(x * parts), round(y * parts)) for x, y in points]
    steps = (
        f"{(x - before_x) / parts:g} {(y - before_y) / parts:g}"
        for (before_x, before_y), (x, y) in pairwise(places)
    )
    return f"M{places[0][0] / parts:g} {places[0][1] / parts:g}l{' '.join(steps).replace(' -', '-')}z"


def smooth(points: Sequence[Point]) -> str:
    """A curve through the points (Catmull-Rom, as Bézier pieces): each goes on as straight as the last ended,
    so that it need not say how it sets out."""
    first, second = points[0], points[min(1, len(points) - 1)]
    lead = (first[0] + (second[0] - first[0]) / 6, first[1] + (second[1] - first[1]) / 6)
    text = f"M{num(first[0])} {num(first[1])}C{num(lead[0])} {num(lead[1])} "
    pieces = []
    for start, end, after in zip(points, points[1:], [*points[2:], points[-1]], strict=False):
        x, y = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        pieces.append(f"{num(x)} {num(y)} {num(end[0])} {num(end[1])}")
    return text + "S".join(pieces)


def disc(x: float, y: float, r: float) -> str:
    """A circle as a piece of path: thousands of dots are one element. An arc from its left all but around."""
    return f"M{num(x - r)} {num(y)}a{num(r)} {num(r)} 0 1 1 0 .1z"


def box(x: float, y: float, w: float, h: float) -> str:
    return trace(("M", x, y), ("h", w), ("v", h), ("h", -w), "z")


def dome(x: float, y: float, r: float, height: float = 0) -> str:
    """The upper half of an ellipse standing on y; `height` as its radius unless given."""
    return trace(("M", x - r, y), ("a", r, height or r, 0, 0, 1, 2 * r, 0), "z")
