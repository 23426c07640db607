"""A wheelchair about someone who sits as in the pose "sitting", looking to the left."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker
from imgorigin.painters.sketch.subjects.drawn.base import block, oval, shape, stroke

_STEEL: Final = "#8d97a5"
_TYRE: Final = "#2b2d3a"


def behind(color: str) -> str:
    """What the person hides: the back, the seat, the far wheel."""
    return (
        stroke("M24 25a5 5.200 0 1 1-10 0 5 5.200 0 1 1 10 0z", darker(_STEEL, 0.25), 0.8)
        + stroke("M21.400 23.600V12.600H24.200", _STEEL, 0.9)
        + shape("M19.600 13.600h1.800v9.600h-1.800z", darker(color, 0.12))
        + block(12.4, 22.4, 9.4, 1.5, color, corner=0.6)
    )


def before(color: str) -> str:
    """What is before the person: the near wheel, the foot rest."""
    spokes = "M19.200 19.800v10.400M14 25h10.400M15.500 21.300l7.400 7.400M22.900 21.300l-7.400 7.400"
    return (
        stroke("M13.200 23.200L11.600 28.400", _STEEL, 0.8)
        + stroke("M13.800 30.200H9.200", _STEEL, 0.9)
        + oval(12.6, 29.1, 1.3, 1.3, _TYRE)
        + oval(12.6, 29.1, 0.5, 0.5, _STEEL)
        + stroke(spokes, "#c4ccd6", 0.28)
        + stroke("M24.500 25a5.300 5.300 0 1 1-10.600 0 5.300 5.300 0 1 1 10.600 0z", _TYRE, 1)
        + stroke("M23.300 25a4.100 4.100 0 1 1-8.200 0 4.100 4.100 0 1 1 8.200 0z", _STEEL, 0.4)
        + oval(19.2, 25, 0.9, 0.9, color)
        + stroke("M21 19.400H15.800", color, 1)
    )
