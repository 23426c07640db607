"""Few colours for many: what a small palette for a picture is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from imgorigin.painters.sketch.styles.raster import Color

_BITS = 3
"""Bits of a channel that are forgotten before colours are counted."""


def reduced(colors: Iterable[Color], count: int) -> list[Color]:
    """By median cut (Heckbert 1982): the box of colours with the widest channel is halved, and so on.

    A box counts for its width and, less, for how much of the picture is in it.
    """
    counts = Counter((r >> _BITS, g >> _BITS, b >> _BITS) for r, g, b in colors)
    boxes = [sorted(counts)]
    while len(boxes) < count:
        widest = max(boxes, key=lambda box: _reach(box)[0] * sum(counts[c] for c in box) ** 0.25)
        reach, channel = _reach(widest)
        if not reach:
            break
        boxes.remove(widest)
        widest.sort(key=lambda color: (color[channel], color))
        half, seen, cut = sum(counts[color] for color in widest) / 2, 0, 1
        for index, color in enumerate(widest[:-1], 1):
            seen += counts[color]
            cut = index
            if seen >= half:
                break
        boxes += [widest[:cut], widest[cut:]]
    return [_mean(box, counts) for box in boxes]


def nearest(colors: Sequence[Color], wanted: Color) -> int:
    """The index of the colour that looks most like it; green counts most, as the eye has it."""
    red, green, blue = wanted
    apart = [3 * (r - red) ** 2 + 5 * (g - green) ** 2 + 2 * (b - blue) ** 2 for r, g, b in colors]
    return apart.index(min(apart))


def _reach(box: list[Color]) -> tuple[int, int]:
    """The widest channel of a box, and how wide it is."""
    return max((max(c[i] for c in box) - min(c[i] for c in box), i) for i in range(3))


def _mean(box: list[Color], counts: Counter[Color]) -> Color:
    total = sum(counts[color] for color in box)
    half = (1 << _BITS) // 2
    red, green, blue = (
        round(sum(color[i] * counts[color] for color in box) / total * (1 << _BITS)) + half for i in range(3)
    )
    return min(255, red), min(255, green), min(255, blue)
