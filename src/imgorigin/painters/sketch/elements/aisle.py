"""A hall seen along its aisle: rows that run to one vanishing point."""

from __future__ import annotations

from dataclasses import dataclass

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point


@dataclass(frozen=True, slots=True)
class Aisle:
    """One-point perspective. At depth 1 the aisle is `half` wide to each side and the floor lies at `foot`;
    everything shrinks towards (x, y) as the depth grows. A point is (across, up, depth): `across` in halves
    of the aisle, `up` in units above the floor at depth 1."""

    x: float
    y: float
    half: float
    foot: float

    def at(self, across: float, up: float, depth: float) -> Point:
        return self.x + across * self.half / depth, self.y + (self.foot - self.y - up) / depth

    def face(self, across: float, low: float, high: float, near: float, far: float) -> list[Point]:
        """A piece of the side wall at `across`, from `low` to `high`, between two depths."""
        return [
            self.at(across, low, near),
            self.at(across, high, near),
            self.at(across, high, far),
            self.at(across, low, far),
        ]

    def slab(self, left: float, right: float, up: float, near: float, far: float) -> list[Point]:
        """A level piece at the height `up`: floor, ceiling, a lane."""
        return [
            self.at(left, up, near),
            self.at(right, up, near),
            self.at(right, up, far),
            self.at(left, up, far),
        ]


def aisle_of(stage: Stage, half: float, *, share: float = 0.46) -> Aisle:
    """An aisle down the middle of the picture, its vanishing point `share` of the way down."""
    y = max(stage.h * share, stage.h - 700)
    return Aisle(stage.w / 2, y, min(half, stage.w * 0.5), stage.h)


def hall(
    stage: Stage, aisle: Aisle, *, floor: str, ceiling: str, end: str, reach: float, high: float, depth: float
) -> None:
    """Floor and ceiling as far as `depth`, and the wall there, `reach` halves of the aisle to each side."""
    draw = stage.draw
    with stage.layer("hall"):
        draw.rect(0, 0, stage.w, stage.h, end)
        (_, top), (_, low) = aisle.at(0, high, depth), aisle.at(0, 0, depth)
        draw.rect(0, 0, stage.w, max(0.0, top), draw.gradient(palette.darker(ceiling, 0.3), ceiling))
        draw.rect(0, low, stage.w, stage.h - low, draw.gradient(palette.darker(floor, 0.16), floor))
        wide = reach * aisle.half / depth
        draw.rect(aisle.x - wide, top, 2 * wide, low - top, draw.gradient(palette.lighter(end, 0.35), end))
