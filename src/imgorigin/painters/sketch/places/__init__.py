"""The places pictures are set in. To add one: a file like the others, and its Place in this table."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.places.abstract import ABSTRACT
from imgorigin.painters.sketch.places.airport import AIRPORT
from imgorigin.painters.sketch.places.bakery import BAKERY
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.places.bathroom import BATHROOM
from imgorigin.painters.sketch.places.beach import BEACH
from imgorigin.painters.sketch.places.bedroom import BEDROOM
from imgorigin.painters.sketch.places.building_site import BUILDING_SITE
from imgorigin.painters.sketch.places.cafe import CAFE
from imgorigin.painters.sketch.places.canal import CANAL
from imgorigin.painters.sketch.places.cellar import CELLAR
from imgorigin.painters.sketch.places.church import CHURCH
from imgorigin.painters.sketch.places.city import CITY
from imgorigin.painters.sketch.places.classroom import CLASSROOM
from imgorigin.painters.sketch.places.cliffs import CLIFFS
from imgorigin.painters.sketch.places.clinic import CLINIC
from imgorigin.painters.sketch.places.concept import CONCEPT
from imgorigin.painters.sketch.places.data_centre import DATA_CENTRE
from imgorigin.painters.sketch.places.desert import DESERT
from imgorigin.painters.sketch.places.dining import DINING
from imgorigin.painters.sketch.places.farm import FARM
from imgorigin.painters.sketch.places.field import FIELD
from imgorigin.painters.sketch.places.forest import FOREST
from imgorigin.painters.sketch.places.fruit_stall import FRUIT_STALL
from imgorigin.painters.sketch.places.gallery import GALLERY
from imgorigin.painters.sketch.places.garage import GARAGE
from imgorigin.painters.sketch.places.garden import GARDEN
from imgorigin.painters.sketch.places.gym import GYM
from imgorigin.painters.sketch.places.harbor import HARBOR
from imgorigin.painters.sketch.places.hilltop import HILLTOP
from imgorigin.painters.sketch.places.home_office import HOME_OFFICE
from imgorigin.painters.sketch.places.ice import ICE
from imgorigin.painters.sketch.places.island import ISLAND
from imgorigin.painters.sketch.places.jungle import JUNGLE
from imgorigin.painters.sketch.places.kitchen import KITCHEN
from imgorigin.painters.sketch.places.laboratory import LABORATORY
from imgorigin.painters.sketch.places.market import MARKET
from imgorigin.painters.sketch.places.mountains import LAKE, MOUNTAINS
from imgorigin.painters.sketch.places.office import OFFICE
from imgorigin.painters.sketch.places.park import PARK
from imgorigin.painters.sketch.places.parking import PARKING
from imgorigin.painters.sketch.places.planet import MARS, MOON, PLANET
from imgorigin.painters.sketch.places.playground import PLAYGROUND
from imgorigin.painters.sketch.places.pool import POOL
from imgorigin.painters.sketch.places.railway import RAILWAY
from imgorigin.painters.sketch.places.reading_room import LIBRARY
from imgorigin.painters.sketch.places.river import RIVER
from imgorigin.painters.sketch.places.road import ROAD
from imgorigin.painters.sketch.places.room import ROOM
from imgorigin.painters.sketch.places.rows import LAVENDER, VINEYARD, WHEAT
from imgorigin.painters.sketch.places.salon import SALON
from imgorigin.painters.sketch.places.savanna import SAVANNA
from imgorigin.painters.sketch.places.sea import SEA
from imgorigin.painters.sketch.places.shelf import SHELF
from imgorigin.painters.sketch.places.shop import SHOP
from imgorigin.painters.sketch.places.skies import SKY
from imgorigin.painters.sketch.places.space import SPACE
from imgorigin.painters.sketch.places.stadium import STADIUM
from imgorigin.painters.sketch.places.stage_show import STAGE_SHOW
from imgorigin.painters.sketch.places.street import STREET
from imgorigin.painters.sketch.places.studio import STUDIO
from imgorigin.painters.sketch.places.table import TABLE
from imgorigin.painters.sketch.places.underwater import UNDERWATER
from imgorigin.painters.sketch.places.village import VILLAGE
from imgorigin.painters.sketch.places.volcano import VOLCANO
from imgorigin.painters.sketch.places.wall import WALL
from imgorigin.painters.sketch.places.warehouse import WAREHOUSE
from imgorigin.painters.sketch.places.waterfall import WATERFALL
from imgorigin.painters.sketch.places.wedding import WEDDING

PLACES: Final[dict[str, Place]] = {
    place.name: place
    for place in (
        ABSTRACT,
        CONCEPT,
        UNDERWATER,
        MOON,
        MARS,
        PLANET,
        SPACE,
        DINING,
        KITCHEN,
        BATHROOM,
        LIBRARY,
        CLASSROOM,
        DATA_CENTRE,
        WAREHOUSE,
        STAGE_SHOW,
        GALLERY,
        LABORATORY,
        CLINIC,
        SALON,
        BAKERY,
        SHOP,
        GYM,
        GARAGE,
        HOME_OFFICE,
        CHURCH,
        CELLAR,
        CAFE,
        OFFICE,
        AIRPORT,
        STADIUM,
        FRUIT_STALL,
        MARKET,
        RAILWAY,
        HARBOR,
        ISLAND,
        ICE,
        CLIFFS,
        BEACH,
        POOL,
        BUILDING_SITE,
        PARKING,
        WALL,
        STREET,
        CITY,
        PLAYGROUND,
        WEDDING,
        PARK,
        FARM,
        GARDEN,
        LAVENDER,
        VINEYARD,
        WHEAT,
        VILLAGE,
        WATERFALL,
        VOLCANO,
        JUNGLE,
        CANAL,
        RIVER,
        ROAD,
        SAVANNA,
        DESERT,
        HILLTOP,
        FIELD,
        MOUNTAINS,
        FOREST,
        LAKE,
        SEA,
        SHELF,
        TABLE,
        BEDROOM,
        ROOM,
        STUDIO,
        SKY,
    )
}
"""By name. Where words name several, the first in this order is painted."""

__all__ = ["PLACES", "Place"]
