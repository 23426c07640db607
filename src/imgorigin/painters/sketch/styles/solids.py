"""Blocks and pyramids seen from above one corner, in parallel lines."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point

_LEFT, _RIGHT = 0.10, 0.27
"""How much darker the sides are than the top."""


class Ground:
    """A plane of cells. Cell 0, 0 is at the back; `i` runs to the lower right, `j` to the lower left, `z`
    up, all in cells; a cell is 2 `a` units wide and `a` high."""

    def __init__(self, stage: Stage, x: float, y: float, a: float) -> None:
        self.stage, self.draw = stage, stage.draw
        self.x, self.y, self.a = x, y, a

    def at(self, i: float, j: float, z: float = 0) -> Point:
        return self.x + (i - j) * self.a, self.y + (i + j) * self.a / 2 - z * self.a

    def tile(
        self, i: float, j: float, w: float, d: float, color: str, *, z: float = 0, opacity: float = 1
    ) -> None:
        corners = (self.at(i, j, z), self.at(i + w, j, z), self.at(i + w, j + d, z), self.at(i, j + d, z))
        self.draw.polygon(corners, color, opacity=opacity)

    def block(self, corner: Point, size: tuple[float, float, float], color: str, *, z: float = 0) -> None:
        """Standing on `z`; its size is along i, along j and upwards."""
        (i, j), (w, d, h) = corner, size
        self.panel_left(i, j + d, w, h, palette.darker(color, _LEFT), z=z)
        self.panel_right(i + w, j, d, h, palette.darker(color, _RIGHT), z=z)
        self.tile(i, j, w, d, palette.lighter(color, 0.06), z=z + h)

    def panel_left(self, i: float, j: float, w: float, h: float, color: str, *, z: float = 0) -> None:
        """Upright, facing the lower left, from i on."""
        corners = (self.at(i, j, z), self.at(i + w, j, z), self.at(i + w, j, z + h), self.at(i, j, z + h))
        self.draw.polygon(corners, color)

    def panel_right(self, i: float, j: float, d: float, h: float, color: str, *, z: float = 0) -> None:
        """Upright, facing the lower right, from j on."""
        corners = (self.at(i, j, z), self.at(i, j + d, z), self.at(i, j + d, z + h), self.at(i, j, z + h))
        self.draw.polygon(corners, color)

    def pyramid(
        self, i: float, j: float, w: float, h: float, color: str, *, z: float = 0, cap: str = ""
    ) -> None:
        """Square, its tip in another color if `cap` is one."""
        tip = self.at(i + w / 2, j + w / 2, z + h)
        left, front, right = self.at(i, j + w, z), self.at(i + w, j + w, z), self.at(i + w, j, z)
        self.draw.polygon((left, front, tip), palette.darker(color, _LEFT * 0.6))
        self.draw.polygon((front, right, tip), palette.darker(color, _RIGHT))
        if cap:
            one, two, three = (_towards(tip, corner, 0.36) for corner in (left, front, right))
            notch = _towards(tip, ((left[0] + front[0]) / 2, (left[1] + front[1]) / 2), 0.24)
            notch_right = _towards(tip, ((front[0] + right[0]) / 2, (front[1] + right[1]) / 2), 0.26)
            self.draw.polygon((one, notch, two, tip), cap)
            self.draw.polygon((two, notch_right, three, tip), palette.darker(cap, 0.12))


def _towards(one: Point, two: Point, share: float) -> Point:
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share
