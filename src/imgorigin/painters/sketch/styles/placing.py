"""Where groups and shapes put their points: transform attributes as matrices."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final, NamedTuple

from imgorigin.painters.sketch.svg import Point

_TRANSFORM: Final = re.compile(r"(\w+)\(([^)]*)\)")
_NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")


class Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Matrix) -> Matrix:
        """First `inner`, then this one."""
        a, b, c, d, e, f = inner
        return Matrix(
            self.a * a + self.c * b,
            self.b * a + self.d * b,
            self.a * c + self.c * d,
            self.b * c + self.d * d,
            *self.at(e, f),
        )

    @property
    def scale(self) -> float:
        return math.sqrt(abs(self.a * self.d - self.b * self.c)) or 1.0

    def back(self, x: float, y: float) -> Point:
        """The point that comes to lie at x, y."""
        area = self.a * self.d - self.b * self.c or 1.0
        x, y = x - self.e, y - self.f
        return (self.d * x - self.c * y) / area, (self.a * y - self.b * x) / area


UNMOVED: Final = Matrix()


@lru_cache(1024)
def matrix(transform: str) -> Matrix:
    """Of a transform attribute."""
    result = UNMOVED
    for kind, text in _TRANSFORM.findall(transform):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        result = result.after(_single(kind, numbers))
    return result


def _single(kind: str, numbers: list[float]) -> Matrix:
    if kind == "translate":
        x, y = (*numbers, 0.0)[:2]
        return Matrix(e=x, f=y)
    if kind == "scale":
        return Matrix(a=numbers[0], d=numbers[-1])
    if kind == "rotate":
        x, y = numbers[1:3] if len(numbers) > 2 else (0.0, 0.0)
        cosine, sine = math.cos(math.radians(numbers[0])), math.sin(math.radians(numbers[0]))
        turn = Matrix(cosine, sine, -sine, cosine)
        return Matrix(e=x, f=y).after(turn).after(Matrix(e=-x, f=-y))
    return Matrix(*numbers) if len(numbers) == 6 else UNMOVED
