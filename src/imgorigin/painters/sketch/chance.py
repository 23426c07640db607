"""Repeatable randomness.

A stream is named by the picture's seed and the layer that draws from it, so that what one layer uses up
never moves another. Only `random.Random.random` is used, which gives the same numbers for the same text in
every Python version; it does not depend on PYTHONHASHSEED.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


class Stream:
    def __init__(self, *names: object) -> None:
        self._random = random.Random("/".join(map(str, names)))

    def between(self, low: float = 0.0, high: float = 1.0) -> float:
        return low + (high - low) * self._random.random()

    def spread(self, size: float = 1.0) -> float:
        """Between -size and size."""
        return self.between(-size, size)

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def whole(self, low: int, high: int) -> int:
        """One of low, low + 1, ..., high."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, options: Sequence[T]) -> T:
        return options[int(self._random.random() * len(options))]

    def shuffled(self, options: Sequence[T]) -> list[T]:
        return [item for _, item in sorted(((self._random.random(), item) for item in options), key=_first)]

    def wave(self, frequency: float = 1.0, overtones: int = 3) -> Callable[[float], float]:
        """A smooth random function of x in picture units, between about -1 and 1.

        Sines of rising frequency and falling weight; at `frequency` 1 the slowest has a period of some
        1,000 units.
        """
        sines = [
            (self.between(0.6, 1.3) * frequency * 1.9**i / 160, self.between(0, math.tau), 0.62**i)
            for i in range(overtones)
        ]
        total = sum(weight for _, _, weight in sines)
        return lambda x: sum(math.sin(x * rate + phase) * weight for rate, phase, weight in sines) / total


def _first(pair: tuple[float, object]) -> float:
    return pair[0]
