"""The outlines of shapes as numbers: read from path texts, measured, bent and written again."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from imgorigin.painters.sketch.styles.placing import UNMOVED, Matrix
from imgorigin.painters.sketch.svg import Point

Segment = tuple[str, tuple[Point, ...]]
"""Of an outline: "M", "L", "C" or "Z", and its points, all of them absolute."""

Bend = Callable[[float, float], Point]
"""Where a point of the picture goes."""


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


_PIECES: Final = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_CIRCLE: Final = 0.5523
"""Handles of a quarter circle, in radii."""


# ------------------------------------------------------------------------------------------- reading


@lru_cache(4096)
def segments(path: str) -> tuple[Segment, ...]:
    """A path text in absolute lines and cubic curves."""
    return tuple(_Reader().read(path))


class _Reader:
    """Where the pen is, where the piece began, and the handle that a smooth curve goes on from."""

    def __init__(self) -> None:
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.handle: Point | None = None
        self.found: list[Segment] = []

    def read(self, path: str) -> list[Segment]:
        command = ""
        numbers: list[str] = []
        for letter, number in _PIECES.findall(path):
            if letter:
                self._run(command, numbers)
                command, numbers = letter, []
            else:
                numbers.append(number)
        self._run(command, numbers)
        return self.found

    def _run(self, command: str, texts: list[str]) -> None:
        if not command:
            return
        kind = command.upper()
        takes = _TAKES[kind]
        if not takes:
            self._close()
            return
        if kind == "A":
            texts = _flags_apart(texts)
        numbers = [float(text) for text in texts]
        for start in range(0, len(numbers) - takes + 1, takes):
            self._step(kind, command.islower(), numbers[start : start + takes])
            if kind == "M":
                kind = "L"

    def _step(self, kind: str, relative: bool, numbers: list[float]) -> None:
        dx, dy = (self.x, self.y) if relative else (0.0, 0.0)
        if kind == "H":
            self._line(numbers[0] + dx, self.y)
        elif kind == "V":
            self._line(self.x, numbers[0] + dy)
        elif kind == "L":
            self._line(numbers[0] + dx, numbers[1] + dy)
        elif kind == "M":
            self._move(numbers[0] + dx, numbers[1] + dy)
        elif kind == "A":
            self._arc(numbers[0], numbers[1], numbers[2:5], numbers[5] + dx, numbers[6] + dy)
        else:
            self._curve(kind, [(x + dx, y + dy) for x, y in zip(numbers[::2], numbers[1::2], strict=True)])

    def _move(self, x: float, y: float) -> None:
        self.x, self.y, self.start_x, self.start_y = x, y, x, y
        self.handle = None
        self.found.append(("M", ((x, y),)))

    def _line(self, x: float, y: float) -> None:
        self.x, self.y, self.handle = x, y, None
        self.found.append(("L", ((x, y),)))

    def _close(self) -> None:
        self.x, self.y, self.handle = self.start_x, self.start_y, None
        self.found.append(("Z", ()))

    def _curve(self, kind: str, points: list[Point]) -> None:
        here = (self.x, self.y)
        if kind in "ST":
            hx, hy = self.handle or here
            points.insert(0, (2 * self.x - hx, 2 * self.y - hy))
        if kind in "QT":
            (qx, qy), (x, y) = points
            points = [
                (self.x + (qx - self.x) * 2 / 3, self.y + (qy - self.y) * 2 / 3),
                (x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3),
                (x, y),
            ]
            self.handle = (qx, qy)
        else:
            self.handle = points[1]
        self.x, self.y = points[2]
        self.found.append(("C", tuple(points)))

    def _arc(self, rx: float, ry: float, flags: list[float], x: float, y: float) -> None:
        """By the steps of the SVG specification, appendix B.2.4, in pieces of up to a quarter turn."""
        turn, large, sweep = math.radians(flags[0]), flags[1] != 0, flags[2] != 0
        if not rx or not ry or (x, y) == (self.x, self.y):
            self._line(x, y)
            return
        cosine, sine = math.cos(turn), math.sin(turn)
        dx, dy = (self.x - x) / 2, (self.y - y) / 2
        px, py = cosine * dx + sine * dy, cosine * dy - sine * dx
        grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
        rx, ry = abs(rx) * grow, abs(ry) * grow
        spare = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1
        shift = math.sqrt(max(0.0, spare)) * (1 if large != sweep else -1)
        cx, cy = shift * rx * py / ry, -shift * ry * px / rx
        start = math.atan2((py - cy) / ry, (px - cx) / rx)
        reach = math.atan2((-py - cy) / ry, (-px - cx) / rx) - start
        if sweep and reach < 0:
            reach += math.tau
        elif not sweep and reach > 0:
            reach -= math.tau
        middle = Matrix(cosine, sine, -sine, cosine, (self.x + x) / 2, (self.y + y) / 2)
        whole = middle.after(Matrix(rx, 0, 0, ry, cx, cy))
        count = max(1, math.ceil(abs(reach) / (math.pi / 2) - 0.001))
        step = reach / count
        lead = 4 / 3 * math.tan(step / 4)
        for index in range(count):
            one, two = start + step * index, start + step * (index + 1)
            self.found.append(
                (
                    "C",
                    (
                        whole.at(math.cos(one) - lead * math.sin(one), math.sin(one) + lead * math.cos(one)),
                        whole.at(math.cos(two) + lead * math.sin(two), math.sin(two) - lead * math.cos(two)),
                        whole.at(math.cos(two), math.sin(two)),
                    ),
                )
            )
        self.x, self.y, self.handle = x, y, None


def _flags_apart(texts: list[str]) -> list[str]:
    """The numbers of arcs, whose flags may be written without a gap: "a1 1 0 012 3"."""
    found: list[str] = []
    for text in texts:
        rest = text
        while rest:
            if len(found) % 7 in (3, 4) and len(rest) > 1 and rest[0] in "01":
                found.append(rest[0])
                rest = rest[1:]
            else:
                found.append(rest)
                rest = ""
    return found


def ellipse(x: float, y: float, rx: float, ry: float) -> list[Segment]:
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    return [
        ("M", ((x - rx, y),)),
        ("C", ((x - rx, y - ky), (x - kx, y - ry), (x, y - ry))),
        ("C", ((x + kx, y - ry), (x + rx, y - ky), (x + rx, y))),
        ("C", ((x + rx, y + ky), (x + kx, y + ry), (x, y + ry))),
        ("C", ((x - kx, y + ry), (x - rx, y + ky), (x - rx, y))),
        ("Z", ()),
    ]


def rectangle(x: float, y: float, w: float, h: float, corner: float = 0) -> list[Segment]:
    corner = min(corner, w / 2, h / 2)
    if not corner:
        points = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        return [("M", (points[0],)), *(("L", (point,)) for point in points[1:]), ("Z", ())]
    k = corner * (1 - _CIRCLE)
    right, bottom = x + w, y + h
    return [
        ("M", ((x + corner, y),)),
        ("L", ((right - corner, y),)),
        ("C", ((right - k, y), (right, y + k), (right, y + corner))),
        ("L", ((right, bottom - corner),)),
        ("C", ((right, bottom - k), (right - k, bottom), (right - corner, bottom))),
        ("L", ((x + corner, bottom),)),
        ("C", ((x + k, bottom), (x, bottom - k), (x, bottom - corner))),
        ("L", ((x, y + corner),)),
        ("C", ((x, y + k), (x + k, y), (x + corner, y))),
        ("Z", ()),
    ]


# ------------------------------------------------------------------------------- measuring, bending


def box_of(outline: Iterable[Segment], place: Matrix = UNMOVED) -> Box:
    """The box around all points and handles, where `place` puts them."""
    points = [point for _, points in outline for point in points]
    if not points:
        return Box(0, 0, 0, 0)
    if place != UNMOVED:
        points = [place.at(x, y) for x, y in points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def bent(outline: Iterable[Segment], bend: Bend, longest: float = 90) -> list[Segment]:
    """Every point moved. Straight lines longer than `longest` are cut, to be bent too."""
    found: list[Segment] = []
    here = start = (0.0, 0.0)
    for kind, points in outline:
        if kind == "M":
            start = points[0]
        if kind in "LZ":
            end = points[0] if points else start
            found += [("L", (bend(*point),)) for point in _between(here, end, longest)]
        if kind == "Z":
            found.append(("Z", ()))
        else:
            found.append((kind, tuple(bend(x, y) for x, y in points)))
        here = points[-1] if points else start
    return found


def _between(one: Point, two: Point, longest: float) -> list[Point]:
    count = min(40, int(math.dist(one, two) / longest))
    return [
        (one[0] + (two[0] - one[0]) * i / (count + 1), one[1] + (two[1] - one[1]) * i / (count + 1))
        for i in range(1, count + 1)
    ]


def written(outline: Iterable[Segment], digits: int = 1) -> str:
    """Path text."""
    return "".join(
        kind + " ".join(f"{x:.{digits}f} {y:.{digits}f}" for x, y in points) for kind, points in outline
    )
