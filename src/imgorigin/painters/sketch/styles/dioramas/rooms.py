"""Rooms, and the halls where people work and gather: two walls, and what stands along them."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles import furnishings as room
from imgorigin.painters.sketch.styles import items as it
from imgorigin.painters.sketch.styles import scenery as out
from imgorigin.painters.sketch.styles.dioramas.base import Diorama, Hung


def _frames(*colors: str) -> tuple[Hung, ...]:
    """Pictures on both walls: a frame, and in it a picture of each colour."""
    found: list[Hung] = []
    for index, color in enumerate(colors):
        wall, start = "RL"[index % 2], 1.0 + 3.0 * (index // 2)
        found += [(wall, start, 1.7, 1.8, 1.5, "#4a3a2c"), (wall, start + 0.14, 1.84, 1.52, 1.22, color)]
        found.append((wall, start + 0.34, 2.0, 0.7, 0.5, "#fff3dc"))
    return tuple(found)


_GALLERY: Final = _frames("#e07a5f", "#3d8fd8", "#81b29a", "#f2cc8f", "#5b4f8f", "#d9694f")
_BOARD: Final = (
    ("R", 1.2, 1.4, 4.6, 2.1, "#b98252"),
    ("R", 1.34, 1.54, 4.32, 1.82, "#2f5d50"),
    ("R", 1.9, 2.7, 2.2, 0.1, "#e8f1ea"),
    ("R", 1.9, 2.35, 1.5, 0.1, "#e8f1ea"),
    ("R", 1.9, 2.0, 2.6, 0.1, "#e8f1ea"),
    ("L", 1.6, 1.5, 2.8, 1.9, "#bfe3f7"),
    ("L", 5.6, 1.5, 2.8, 1.9, "#bfe3f7"),
)
_DOORS: Final = (
    ("R", 1, 0, 3, 2.8, "#8d95a1"),
    *(("R", 1, 0.3 + 0.5 * k, 3, 0.08, "#6f7681") for k in range(5)),
    ("R", 6, 0, 3, 2.8, "#8d95a1"),
    *(("R", 6, 0.3 + 0.5 * k, 3, 0.08, "#6f7681") for k in range(5)),
    ("L", 1.2, 2.2, 7.4, 0.9, "#dfeaf2"),
)
_CABLES: Final = tuple((wall, 0.4, z, 9.2, 0.08, "#4de1c1") for wall in "RL" for z in (3.3, 3.7))
_BAND: Final = tuple(
    (it.stood(name, size=2.4, z=0.6), i, j, 1.0, 1.0)
    for name, i, j in (("long-drum", 6, 1.2), ("musical-keyboard", 2.4, 1.4), ("singer", 4.2, 2.1))
)
_GYM_MIRRORS: Final = (
    ("L", 0.8, 0.6, 8.2, 2.6, "#cfe3ee"),
    ("L", 1.4, 0.6, 0.5, 2.6, "#e6f2f8"),
    ("R", 0.8, 1.6, 8.2, 0.4, "#e5533d"),
)

ROOMS: Final = {
    "cafe": Diorama(
        (it.cafe_table, it.cafe_table, room.PERSON, it.plant),
        1.0,
        "#c69468",
        "#7b5537",
        room=True,
        back=(room.COUNTER, room.LOW_SHELF, it.plant),
    ),
    "cellar": Diorama(
        (it.stood("barrel", size=2.2), out.CRATES, it.stood("barrel", size=2.2)),
        0.7,
        "#8a7263",
        "#5d4a3f",
        room=True,
        wall="#a5806a",
        windows=False,
    ),
    "church": Diorama(
        (out.SEAT, out.SEAT, out.SEAT),
        0.8,
        "#cbbfae",
        "#8d8273",
        room=True,
        paths=((4.2, 0, 1.6, 10, "#a83a42"),),
        wall="#e3d8c6",
        hung=tuple(
            (side, 1.0 + 3.0 * index, 0.9, 1.3, 2.6, color)
            for side in "LR"
            for index, color in enumerate(("#3d7dd8", "#c8413b", "#2a9d8f"))
        ),
    ),
    "office": Diorama(
        (it.desk, it.desk, it.desk, room.PERSON),
        1.0,
        "#cfd9e4",
        "#8d9bb0",
        room=True,
        back=(it.desk, it.plant, room.LOW_SHELF),
    ),
    "room": Diorama(
        (it.cafe_table, room.ARMCHAIR, it.plant),
        0.8,
        "#d9b48a",
        "#9a7350",
        room=True,
        back=(it.sofa, room.BOOKSHELF, room.FLOOR_LAMP, it.plant),
    ),
    "kitchen": Diorama(
        (room.DINING, room.DINING, room.PERSON),
        0.8,
        "#e3d3bb",
        "#a98a66",
        room=True,
        back=(room.COUNTER, room.STOVE, room.FRIDGE, room.COUNTER),
    ),
    "bathroom": Diorama(
        (it.plant, room.TUB),
        0.4,
        "#d5e6ea",
        "#8fb0ba",
        room=True,
        wall="#bfdde3",
        back=(room.TUB, room.SINK, room.TOILET, it.plant),
    ),
    "bedroom": Diorama(
        (room.ARMCHAIR, room.BED, it.plant),
        0.45,
        "#d8b891",
        "#9a7350",
        room=True,
        back=(room.BED, room.WARDROBE, room.NIGHTSTAND, it.plant),
    ),
    "library": Diorama(
        (room.READING, room.READING, room.ARMCHAIR, room.PERSON),
        0.9,
        "#a9744a",
        "#6b4630",
        room=True,
        wall="#e9dcc3",
        back=(room.BOOKSHELF,),
    ),
    "classroom": Diorama(
        (room.PUPIL, room.PUPIL, room.PUPIL, room.PERSON),
        1.0,
        "#d9c29a",
        "#9a7f57",
        room=True,
        hung=_BOARD,
        back=(room.GLOBE, it.plant, room.LOW_SHELF),
    ),
    "data_centre": Diorama(
        (it.either(room.RACK, room.LOW_RACK),),
        1.0,
        "#8693a8",
        "#3a4658",
        room=True,
        wall="#4a5870",
        windows=False,
        hung=_CABLES,
        back=(room.RACK,),
    ),
    "warehouse": Diorama(
        (room.BOXES, room.BOXES, room.TROLLEY),
        0.9,
        "#b5bac2",
        "#7b828d",
        room=True,
        hung=_DOORS,
        back=(room.PALLET_RACK,),
    ),
    "laboratory": Diorama(
        (room.BENCH, room.BENCH, room.SCIENTIST),
        0.9,
        "#dfe9ee",
        "#9fb4c0",
        room=True,
        back=(room.JARS, room.BENCH, room.FRIDGE),
    ),
    "clinic": Diorama(
        (room.HOSPITAL_BED, room.NURSE, room.DRIP),
        0.9,
        "#d8ebec",
        "#8fb9bd",
        room=True,
        back=(room.RECEPTION, room.JARS, it.plant, room.HOSPITAL_BED),
    ),
    "gym": Diorama(
        (room.TREADMILL, room.WEIGHTS, room.LIFTER, room.BALL),
        0.95,
        "#5d6673",
        "#343c48",
        room=True,
        wall="#d3dae2",
        hung=_GYM_MIRRORS,
        back=(room.DUMBBELLS, room.TREADMILL, room.WEIGHTS),
    ),
    "stage_show": Diorama(
        (room.STOOL, room.PERSON),
        0.9,
        "#3a3355",
        "#221d36",
        room=True,
        wall="#3a3158",
        windows=False,
        landmarks=((out.PLATFORM, 1, 0.2, 8, 3.4), *_BAND),
        back=(room.SPEAKERS,),
    ),
    "shop": Diorama(
        (room.CLOTHES, room.TILL, room.PERSON, room.GOODS),
        0.95,
        "#ead9c3",
        "#b3946d",
        room=True,
        back=(room.GOODS, room.CLOTHES, room.GOODS),
    ),
    "gallery": Diorama(
        (room.PLINTH, room.PLINTH, room.MUSEUM_BENCH, room.PERSON),
        0.9,
        "#c9a67c",
        "#8a6a48",
        room=True,
        wall="#f6f3ee",
        hung=_GALLERY,
        back=(room.MUSEUM_BENCH, it.plant),
    ),
    "garage": Diorama(
        (room.TYRES, room.TOOLS, room.CAR),
        0.7,
        "#9aa3af",
        "#5d6673",
        room=True,
        hung=_DOORS,
        back=(room.TOOLS, room.LOW_SHELF, room.TYRES),
    ),
    "home_office": Diorama(
        (it.desk, room.ARMCHAIR, it.plant),
        0.7,
        "#d9b98f",
        "#9a7350",
        room=True,
        back=(it.desk, room.BOOKSHELF, room.FLOOR_LAMP, it.plant),
    ),
}
