"""What a diorama is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch.styles.items import Item

CELLS: Final = 10
Area = tuple[float, float, float, float, str]
"""A part of the tile: i, j, its size along both, and its colour."""
Hung = tuple[str, float, float, float, float, str]
"""On the left ("L") or right ("R") wall: how far along it, how high, its width, height and colour."""
Landmark = tuple[Item, float, float, float, float]
"""Something large, where it stands, and the cells from there that it takes."""


@dataclass(frozen=True, slots=True)
class Diorama:
    """`top` is the tile's colour (empty for that of grass in this light), `side` that of what is below.

    `items` grow on it, one on every cell with the chance `crowd`, but not on `paths`; `marks` are only
    painted. `water` from this row of cells on, counted from the front, is none; `afloat` is on it.
    `landmarks` stand at the back. A `room` has walls instead of a sky, with `windows` or what is `hung`
    there; `back` is what stands along them.
    """

    items: tuple[Item, ...]
    crowd: float = 0.4
    top: str = ""
    side: str = "#8a6242"
    water: int = 0
    room: bool = False
    paths: tuple[Area, ...] = ()
    marks: tuple[Area, ...] = ()
    afloat: tuple[Item, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    back: tuple[Item, ...] = ()
    wall: str = ""
    windows: bool = True
    hung: tuple[Hung, ...] = ()
