"""What hands and materials do to a drawing: they waver, blot, and leave a ragged edge on paper."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.styles.outline import Bend
from imgorigin.painters.sketch.svg import Point, smooth, trace

_RUN: Final = 46
"""Units between the points of a ragged edge."""


def unsteady(rng: Stream, size: float, period: float = 140.0) -> Bend:
    """Moves points by up to about `size` units, near ones alike; a ripple of a fifth the period on top."""
    phases = [rng.between(0, math.tau) for _ in range(4)]
    rate, fine = math.tau / period, math.tau / (period * 0.21)

    def bend(x: float, y: float) -> Point:
        across = math.sin(y * rate + phases[0]) + 0.35 * math.sin((x + y) * fine + phases[1])
        down = math.sin(x * rate + phases[2]) + 0.35 * math.sin((x - y) * fine + phases[3])
        return x + size * 0.75 * across, y + size * 0.75 * down

    return bend


def blot(rng: Stream, x: float, y: float, r: float, *, rough: float, corners: int) -> str:
    """A closed irregular blob, as path text."""
    points = []
    for index in range(corners):
        angle, reach = math.tau * index / corners, r * (1 + rng.spread(rough))
        points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach * 0.86))
    return smooth([*points, points[0]]) + "Z"


def grain(rng: Stream, w: float, h: float, count: int, side: float) -> str:
    """Specks all over a picture: dashes to be drawn as wide as they are long. Squares, for at this size none
    is seen to be; an outline of each would take three times as long."""
    return "".join(f"M{rng.between(0, w):.0f} {rng.between(0, h):.0f}h{side:g}" for _ in range(count))


def torn_edges(rng: Stream, w: float, h: float, margin: float, rough: float) -> list[str]:
    """The four rims of a sheet that paint did not reach, as path texts: one for each side."""
    strips = []
    for long, far in ((w, 0.0), (w, h), (h, 0.0), (h, w)):
        count = max(3, round(long / _RUN))
        out, inward = far + (2 if far else -2), -1 if far else 1
        run = [(long * i / count, far + inward * (margin + rng.spread(rough))) for i in range(count + 1)]
        points = [(-2.0, run[0][1]), *run, (long + 2, run[-1][1])]
        if (far == 0 and long == w) or (far == h and long == w):
            strips.append(smooth(points) + trace(("V", out), ("H", -2), "Z"))
        else:
            turned = [(y, x) for x, y in points]
            strips.append(smooth(turned) + trace(("H", out), ("V", -2), "Z"))
    return strips
