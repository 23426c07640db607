"""What an icon is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

GRID: Final = 32
"""Side of the square that icons are drawn on."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Icon:
    """Markup on a grid of GRID x GRID units, and the left, top, right and bottom of what is drawn on it.

    `seat` is the point on which one who sits rests.
    """

    markup: str
    box: Box
    color: str
    seat: tuple[float, float] | None = None

    @property
    def width(self) -> float:
        return self.box[2] - self.box[0]

    @property
    def middle(self) -> float:
        return (self.box[0] + self.box[2]) / 2

    @property
    def foot(self) -> float:
        return self.box[3]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]
