"""Subjects drawn by us rather than by the icons of the pack.

To add one: a function from a colour to markup in the module of its kind, and a row in that module's table.
Its words go into `naming.py`, its traits, if it has any of its own, into `subjects/traits.py`.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.animals import ANIMALS
from imgorigin.painters.sketch.subjects.drawn.base import Drawn
from imgorigin.painters.sketch.subjects.drawn.beasts import BEASTS
from imgorigin.painters.sketch.subjects.drawn.boats import BOATS
from imgorigin.painters.sketch.subjects.drawn.buildings import BUILDINGS
from imgorigin.painters.sketch.subjects.drawn.cats import CATS
from imgorigin.painters.sketch.subjects.drawn.computers import COMPUTERS
from imgorigin.painters.sketch.subjects.drawn.devices import DEVICES
from imgorigin.painters.sketch.subjects.drawn.dishes import DISHES
from imgorigin.painters.sketch.subjects.drawn.dogs import DOGS
from imgorigin.painters.sketch.subjects.drawn.farmyard import FARMYARD
from imgorigin.painters.sketch.subjects.drawn.figures import FIGURES_AND_MONEY
from imgorigin.painters.sketch.subjects.drawn.flowers import FLOWERS
from imgorigin.painters.sketch.subjects.drawn.fruit import FRUIT
from imgorigin.painters.sketch.subjects.drawn.furnishings import FURNISHINGS
from imgorigin.painters.sketch.subjects.drawn.furniture import FURNITURE
from imgorigin.painters.sketch.subjects.drawn.houses import HOUSES
from imgorigin.painters.sketch.subjects.drawn.instruments import INSTRUMENTS
from imgorigin.painters.sketch.subjects.drawn.kitchenware import KITCHENWARE
from imgorigin.painters.sketch.subjects.drawn.lorries import LORRIES
from imgorigin.painters.sketch.subjects.drawn.machines import MACHINES
from imgorigin.painters.sketch.subjects.drawn.nature import NATURE
from imgorigin.painters.sketch.subjects.drawn.oddments import ODDMENTS
from imgorigin.painters.sketch.subjects.drawn.outings import OUTINGS
from imgorigin.painters.sketch.subjects.drawn.prizes import PRIZES
from imgorigin.painters.sketch.subjects.drawn.services import SERVICES
from imgorigin.painters.sketch.subjects.drawn.ships import SHIPS
from imgorigin.painters.sketch.subjects.drawn.shore import SHORE
from imgorigin.painters.sketch.subjects.drawn.structures import STRUCTURES
from imgorigin.painters.sketch.subjects.drawn.sweets import SWEETS
from imgorigin.painters.sketch.subjects.drawn.symbols import SYMBOLS
from imgorigin.painters.sketch.subjects.drawn.things import THINGS
from imgorigin.painters.sketch.subjects.drawn.trains import TRAINS
from imgorigin.painters.sketch.subjects.drawn.treats import TREATS
from imgorigin.painters.sketch.subjects.drawn.vehicles import VEHICLES
from imgorigin.painters.sketch.subjects.drawn.vessels import VESSELS
from imgorigin.painters.sketch.subjects.drawn.wear import WEAR
from imgorigin.painters.sketch.subjects.drawn.wildlife import WILDLIFE

DRAWN: Final[dict[str, Drawn]] = {
    **ANIMALS,
    **BEASTS,
    **CATS,
    **DOGS,
    **WILDLIFE,
    **FARMYARD,
    **SHORE,
    **NATURE,
    **FLOWERS,
    **THINGS,
    **VEHICLES,
    **LORRIES,
    **SERVICES,
    **BOATS,
    **SHIPS,
    **MACHINES,
    **TRAINS,
    **HOUSES,
    **BUILDINGS,
    **STRUCTURES,
    **FURNITURE,
    **FURNISHINGS,
    **COMPUTERS,
    **DEVICES,
    **INSTRUMENTS,
    **KITCHENWARE,
    **VESSELS,
    **TREATS,
    **SWEETS,
    **FRUIT,
    **DISHES,
    **OUTINGS,
    **WEAR,
    **FIGURES_AND_MONEY,
    **SYMBOLS,
    **PRIZES,
    **ODDMENTS,
}
