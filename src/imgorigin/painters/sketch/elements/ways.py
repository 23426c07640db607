"""Ways over the ground: roads, paths and streams, narrower the farther off."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.svg import num, smooth

Knot = tuple[float, float, float]
"""Of a way: the x and y of its middle, and its width."""

_KNOTS: Final = 16
_NEAREST_BEND: Final = 0.06
"""Keeps the bends before the vanishing point apart."""


def ribbon(knots: Sequence[Knot]) -> str:
    """The outline of a way along its knots."""
    left = [(x - width / 2, y) for x, y, width in knots]
    right = [(x + width / 2, y) for x, y, width in reversed(knots)]
    return smooth(left) + "L" + smooth(right)[1:] + "Z"


def winding(rng: Stream, start: Knot, end: Knot, *, sway: float = 0.0, bends: float = 2.6) -> list[Knot]:
    """A way over level ground from the far `start` to the near `end`; its bends grow towards the viewer."""
    phase = rng.between(0, math.tau)
    (x, y, narrow), (foot_x, foot_y, wide) = start, end
    knots = []
    for step in range(_KNOTS + 1):
        near = step / _KNOTS
        bend = math.sin(phase + bends * math.log(near + _NEAREST_BEND)) - math.sin(phase)
        across = x + (foot_x - x) * near + sway * bend * near * (1 - near) * 2
        knots.append((across, y + (foot_y - y) * near**1.25, narrow + (wide - narrow) * near**1.3))
    return knots


def dashes(knots: Sequence[Knot], share: float = 0.05, every: int = 2) -> str:
    """The marks along a road's middle, drawn in perspective: pieces of a ribbon, each `every` other knot."""
    fine = _finer(knots, 4)
    pieces = ""
    for first in range(0, len(fine) - every, 2 * every):
        piece = [(x, y, width * share) for x, y, width in fine[first : first + every + 1]]
        pieces += ribbon(piece)
    return pieces


def _finer(knots: Sequence[Knot], parts: int) -> list[Knot]:
    fine: list[Knot] = []
    for one, two in pairwise(knots):
        fine += [_at(one, two, part / parts) for part in range(parts)]
    return [*fine, knots[-1]]


def _at(one: Knot, two: Knot, share: float) -> Knot:
    return (
        one[0] + (two[0] - one[0]) * share,
        one[1] + (two[1] - one[1]) * share,
        one[2] + (two[2] - one[2]) * share,
    )


def strips(
    vanishing: tuple[float, float], top: float, bottom: float, width: float, *, pitch: float, fill: float
) -> str:
    """Stripes on level ground that meet in the vanishing point, `pitch` apart at the picture's `bottom`.

    Each covers the share `fill` of its pitch; they are drawn from `top` down, over the picture's `width`.
    """
    x, y = vanishing
    far = (top - y) / (bottom - y)
    reach = max(x, width - x) / max(far * pitch, 1e-3)
    shape = ""
    for index in range(-math.ceil(reach), math.ceil(reach) + 1):
        left, right = index * pitch, (index + fill) * pitch
        shape += (
            f"M{num(x + left * far)} {num(top)}H{num(x + right * far)}"
            f"L{num(x + right)} {num(bottom)}H{num(x + left)}Z"
        )
    return shape
