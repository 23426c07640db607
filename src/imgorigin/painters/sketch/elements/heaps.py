"""Many of one thing: fruit in crates, loaves on a shelf."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import num

_ROWS: Final = ((0.42, 2), (0.21, 3), (0.0, 4))
"""Of a crate's heap, far to near: height above its rim in shares of its width, and how many lie there."""


class Stamp:
    """An icon that is drawn many times: written once, as `ref`, and referred to from then on."""

    def __init__(self, stage: Stage, name: str, ref: str) -> None:
        self._stage, self._name, self._ref = stage, name, ref
        self._first: tuple[float, float, float] | None = None

    def put(self, x: float, y: float, size: float) -> None:
        """Once more, standing on y."""
        if self._first is None:
            self._first = (x, y, size)
            with self._stage.draw.group(f'id="{self._ref}"'):
                put(self._stage, self._name, x, y, size, shadow=False)
            return
        left, foot, whole = self._first
        scale = size / whole
        moved = f"translate({num(x - left * scale)} {num(y - foot * scale)}) scale({scale:.4f})"
        self._stage.draw.again(self._ref, moved)


def crate(stage: Stage, rng: Stream, stamp: Stamp, x: float, y: float, *, w: float, wood: str) -> None:
    """A slatted box `w` wide about x, its foot on y, heaped with the stamp's thing."""
    draw, tall, size = stage.draw, w * 0.28, w * 0.34
    draw.rect(x - w * 0.47, y - tall - w * 0.12, w * 0.94, tall, palette.darker(wood, 0.55), corner=6)
    draw.ellipse(x, y - tall - w * 0.06, w * 0.4, w * 0.18, palette.darker(wood, 0.6))
    for up, count in _ROWS:
        for index in range(count):
            across = (index - (count - 1) / 2) * w * 0.222 + rng.spread(w * 0.012)
            foot = y - tall * 0.68 - up * w * 0.62 + rng.spread(w * 0.012)
            draw.circle(x + across, foot - size * 0.42, size * 0.47, palette.INK, opacity=0.18)
            stamp.put(x + across, foot, size)
    for slat in range(2):
        top = y - tall + slat * tall * 0.53
        draw.rect(x - w / 2, top, w, tall * 0.45, draw.gradient(palette.lighter(wood, 0.12), wood), corner=5)
        draw.rect(x - w / 2, top + tall * 0.4, w, tall * 0.05, palette.darker(wood, 0.3), opacity=0.7)
    for side in (-1, 1):
        draw.rect(
            x + side * w * 0.45 - w * 0.05,
            y - tall * 1.04,
            w * 0.1,
            tall * 1.06,
            palette.darker(wood, 0.14),
            corner=4,
        )
