"""The tiles of a geometric pattern: eight figures, each in four turns."""

from __future__ import annotations

from collections.abc import Callable

from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.svg import Drawing, box, disc, num, trace

Figure = Callable[[float], list[tuple[str, int]]]
"""From a side's length to paths, each with the number of its colour: 0 paper, 1 figure, 2 ornament."""


def paint_tile(
    draw: Drawing, rng: Stream, x: float, y: float, side: float, *, tones: tuple[str, ...], accent: str
) -> None:
    colors = (rng.pick(tones), rng.pick(tones), rng.pick((*tones, accent)))
    figure, turn = rng.pick(_FIGURES), 90 * rng.whole(0, 3)
    draw.rect(x, y, side + 1, side + 1, colors[0])
    move = f"translate({num(x)} {num(y)}) rotate({turn} {num(side / 2)} {num(side / 2)})"
    with draw.group(f'transform="{move}"'):
        for shape, color in figure(side):
            draw.path(shape, colors[color])


def _quarter(side: float) -> list[tuple[str, int]]:
    s = num(side)
    return [(f"M0 0h{s}A{s} {s} 0 0 1 0 {s}z", 1)]


def _ring(side: float) -> list[tuple[str, int]]:
    middle = side / 2
    return [(disc(middle, middle, middle), 1), (disc(middle, middle, middle / 2), 2)]


def _triangle(side: float) -> list[tuple[str, int]]:
    return [(trace(("M", 0, 0), ("L", side, 0), ("L", 0, side), "z"), 1)]


def _bowls(side: float) -> list[tuple[str, int]]:
    half = side / 2
    bowl = ("a", half, half, 0, 0, 0, side, 0)
    return [(trace("M0 0", bowl, "z", ("M", 0, half), bowl, "z"), 1)]


def _ripples(side: float) -> list[tuple[str, int]]:
    return [
        (trace(("M", 0, side * r), ("A", side * r, side * r, 0, 0, 0, side * r, 0), ("H", 0), "z"), color)
        for r, color in ((1, 1), (0.72, 0), (0.44, 2), (0.18, 0))
    ]


def _eye(side: float) -> list[tuple[str, int]]:
    s, half = num(side), num(side / 2)
    return [
        (f"M0 {half}Q{half} 0 {s} {half}Q{half} {s} 0 {half}z", 1),
        (disc(side / 2, side / 2, side * 0.13), 2),
    ]


def _stripes(side: float) -> list[tuple[str, int]]:
    return [("".join(box(0, side * index / 4, side, side / 8) for index in range(4)), 1)]


def _leaf(side: float) -> list[tuple[str, int]]:
    s = num(side)
    return [(f"M0 0A{s} {s} 0 0 1 {s} {s}A{s} {s} 0 0 1 0 0z", 1)]


_FIGURES: tuple[Figure, ...] = (_quarter, _ring, _triangle, _bowls, _ripples, _eye, _stripes, _leaf)
