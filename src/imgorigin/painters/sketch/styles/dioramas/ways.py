"""Ways across a tile: roads with their dashes, and paths."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles.dioramas.base import CELLS

ROADS: Final = ((4.2, 0, 1.6, 10, "#5a6372"), (0, 4.2, 10, 1.6, "#5a6372"))
DASHES: Final = tuple(
    area
    for k in range(CELLS)
    for area in ((4.96, k + 0.25, 0.08, 0.5, "#f4e9c8"), (k + 0.25, 4.96, 0.5, 0.08, "#f4e9c8"))
)
PATHS: Final = ((4.4, 0, 1.2, 10, "#ead9b5"), (0, 4.4, 10, 1.2, "#ead9b5"))
