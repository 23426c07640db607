"""What stands on the tile of an isometric picture, place by place: tables, a file for each kind of place.

To add one: a row in the table of its kind. A place that has none is a meadow, or indoors a chamber.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles import items as it
from imgorigin.painters.sketch.styles.dioramas.base import Diorama
from imgorigin.painters.sketch.styles.dioramas.country import COUNTRY
from imgorigin.painters.sketch.styles.dioramas.rooms import ROOMS
from imgorigin.painters.sketch.styles.dioramas.shores import SHORES
from imgorigin.painters.sketch.styles.dioramas.towns import TOWNS
from imgorigin.painters.sketch.styles.dioramas.worlds import WORLDS

DIORAMAS: Final[dict[str, Diorama]] = {
    **ROOMS,
    **TOWNS,
    **COUNTRY,
    **SHORES,
    **WORLDS,
}
MEADOW: Final = Diorama((it.conifer, it.leafy, it.leafy, it.rock, it.flowers))
CHAMBER: Final = Diorama((it.cube, it.plant, it.cube, it.plant), 0.4, "#d9c9b4", "#94826c", room=True)
"""Of a place that is not in the table, out of doors and in."""
