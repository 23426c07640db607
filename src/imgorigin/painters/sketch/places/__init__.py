"""The places pictures are set in. To add one: a file like the others, and its Place in this table."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.places.abstract import ABSTRACT
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.places.beach import BEACH
from imgorigin.painters.sketch.places.cafe import CAFE
from imgorigin.painters.sketch.places.city import CITY
from imgorigin.painters.sketch.places.desert import DESERT
from imgorigin.painters.sketch.places.field import FIELD, ROAD
from imgorigin.painters.sketch.places.forest import FOREST
from imgorigin.painters.sketch.places.mountains import LAKE, MOUNTAINS
from imgorigin.painters.sketch.places.office import OFFICE
from imgorigin.painters.sketch.places.room import ROOM
from imgorigin.painters.sketch.places.sea import SEA
from imgorigin.painters.sketch.places.skies import SKY
from imgorigin.painters.sketch.places.space import SPACE
from imgorigin.painters.sketch.places.street import STREET
from imgorigin.painters.sketch.places.studio import STUDIO
from imgorigin.painters.sketch.places.table import TABLE
from imgorigin.painters.sketch.places.underwater import UNDERWATER

PLACES: Final[dict[str, Place]] = {
    place.name: place
    for place in (
        ABSTRACT,
        UNDERWATER,
        SPACE,
        CAFE,
        OFFICE,
        BEACH,
        STREET,
        CITY,
        ROAD,
        DESERT,
        FIELD,
        MOUNTAINS,
        FOREST,
        LAKE,
        SEA,
        TABLE,
        ROOM,
        STUDIO,
        SKY,
    )
}
"""By name. Where words name several, the first in this order is painted."""

__all__ = ["PLACES", "Place"]
