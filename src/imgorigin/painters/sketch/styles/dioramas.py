"""What stands on the tile of an isometric picture, place by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch.styles import furnishings as room
from imgorigin.painters.sketch.styles import items as it
from imgorigin.painters.sketch.styles import scenery as out
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


def _frames(*colors: str) -> tuple[Hung, ...]:
    """Pictures on both walls: a frame, and in it a picture of each colour."""
    found: list[Hung] = []
    for index, color in enumerate(colors):
        wall, start = "RL"[index % 2], 1.0 + 3.0 * (index // 2)
        found += [(wall, start, 1.7, 1.8, 1.5, "#4a3a2c"), (wall, start + 0.14, 1.84, 1.52, 1.22, color)]
        found.append((wall, start + 0.34, 2.0, 0.7, 0.5, "#fff3dc"))
    return tuple(found)


_ROADS: Final = ((4.2, 0, 1.6, 10, "#5a6372"), (0, 4.2, 10, 1.6, "#5a6372"))
_DASHES: Final = tuple(
    area
    for k in range(CELLS)
    for area in ((4.96, k + 0.25, 0.08, 0.5, "#f4e9c8"), (k + 0.25, 4.96, 0.5, 0.08, "#f4e9c8"))
)
_PATHS: Final = ((4.4, 0, 1.2, 10, "#ead9b5"), (0, 4.4, 10, 1.2, "#ead9b5"))
_STREAM: Final = ((0, 6.6, 10, 2.0, "#4fb3dd"),)
_RIPPLES: Final = tuple((0.6 + 1.5 * k, 7 + 0.5 * (k % 3), 0.9, 0.07, "#d9f1fa") for k in range(6))
_RAILS: Final = (
    *((0.35, 0.2 + 0.5 * k, 1.9, 0.16, "#7a5a42") for k in range(20)),
    (0.75, 0, 0.08, 10, "#8d95a1"),
    (1.75, 0, 0.08, 10, "#8d95a1"),
)
_PITCH: Final = (
    *((1.5 + 1.7 * k, 1.5, 0.85, 8.5, "#63b957") for k in range(5)),
    (2, 5.7, 7.6, 0.08, "#ffffff"),
    (2, 2, 7.6, 0.08, "#ffffff"),
    (2, 9.5, 7.6, 0.08, "#ffffff"),
    (2, 2, 0.08, 7.5, "#ffffff"),
    (9.55, 2, 0.08, 7.5, "#ffffff"),
)
_FURROWS: Final = tuple((0.05 + k, 3.2, 0.9, 6.8, "#9a7350") for k in range(0, 10, 2))
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

DIORAMAS: Final = {
    "abstract": Diorama((it.cube,), 1.0, "#e9e7f6", "#b9b2dd"),
    "concept": Diorama((it.cube, out.BARS, out.CARD), 0.5, "#eef0fb", "#b7bde6"),
    "underwater": Diorama((it.coral, it.coral, it.rock), 0.45, "#e8d3a0", "#2f8fb5"),
    "space": Diorama((it.crater, it.crater, it.rock), 0.35, "#a3a5c2", "#5d5f82"),
    "moon": Diorama((it.crater, it.crater, it.rock), 0.4, "#b9bbc9", "#6f7186"),
    "mars": Diorama((it.rock, it.rock, out.MESA, it.crater), 0.36, "#d9825a", "#94492f"),
    "planet": Diorama((out.CRYSTAL, it.rock, it.crater), 0.34, "#8d7fc9", "#51448c"),
    "cafe": Diorama(
        (it.cafe_table, it.cafe_table, room.PERSON, it.plant),
        1.0,
        "#c69468",
        "#7b5537",
        room=True,
        back=(room.COUNTER, room.LOW_SHELF, it.plant),
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
    "studio": Diorama((it.cube,), 0.07, "#f3eef8", "#c5b9dc"),
    "table": Diorama((), 0, "#cf9a63", "#8f6038"),
    "beach": Diorama(
        (it.palm, it.palm, it.rock, it.rock), 0.2, "#f3d9a0", "#c79d62", water=4, afloat=out.BOATS[:1]
    ),
    "island": Diorama(
        (it.palm, it.palm, out.BUSH, it.rock),
        0.35,
        "#3fa9dc",
        "#1f6fa8",
        paths=(
            (0, 0, 10, 1.6, "#3fa9dc"),
            (0, 0, 1.6, 10, "#3fa9dc"),
            (8.4, 0, 1.6, 10, "#3fa9dc"),
            (0, 8.4, 10, 1.6, "#3fa9dc"),
        ),
        marks=((1.1, 1.1, 7.8, 7.8, "#bfe9f2"), (1.6, 1.6, 6.8, 6.8, "#f3d9a0"), (2.5, 2.5, 5, 5, "#86c25a")),
    ),
    "cliffs": Diorama(
        (it.rock, out.BUSH, it.flowers),
        0.3,
        "",
        "#b9a58c",
        water=3,
        landmarks=((out.BLUFF, 0, 0, 10, 3.8),),
    ),
    "sea": Diorama((it.rock, *out.BOATS), 0.08, "#3a9fd6", "#1f6fa8"),
    "harbor": Diorama(
        (it.house, it.house, out.CRATES, out.BOLLARD, out.CRATES),
        0.6,
        "#c9c2b4",
        "#8d8577",
        water=5,
        afloat=out.BOATS,
        landmarks=((out.PIER, 1.4, 5, 1, 4.4), (out.PIER, 6.6, 5, 1, 4.4)),
    ),
    "ice": Diorama(
        (out.FLOE, out.berg, out.FLOE, out.berg), 0.3, "#f4f9fc", "#a9cde0", water=4, afloat=(out.FLOE,)
    ),
    "lake": Diorama((it.conifer, it.conifer, it.peak, it.rock), 0.4, water=4, afloat=out.BOATS[:1]),
    "river": Diorama(
        (it.leafy, it.conifer, it.rock, it.flowers, out.BUSH), 0.42, paths=_STREAM, marks=_RIPPLES
    ),
    "waterfall": Diorama(
        (it.conifer, it.rock, it.leafy, out.BUSH),
        0.4,
        paths=_STREAM,
        marks=_RIPPLES,
        landmarks=((out.waterfall, 2.2, 0, 5.4, 4.2),),
    ),
    "street": Diorama(
        (it.tower, it.house, it.tower, it.leafy), 0.7, "#b9bfc9", "#7d8592", paths=_ROADS, marks=_DASHES
    ),
    "city": Diorama(
        (it.tower, it.tower, it.tower, it.leafy), 0.78, "#aab4c2", "#6d7686", paths=_ROADS, marks=_DASHES
    ),
    "road": Diorama((it.conifer, it.leafy, it.rock), 0.3, paths=_ROADS, marks=_DASHES),
    "market": Diorama(
        (out.STALL, out.STALL, out.CRATES, it.house, out.LAMP), 0.6, "#d9c7a6", "#9a8460", paths=_PATHS
    ),
    "village": Diorama(
        (it.house, it.house, it.leafy, it.flowers, out.BUSH),
        0.5,
        paths=_PATHS,
        landmarks=((out.CHURCH, 0.4, 0.4, 3.4, 2),),
    ),
    "farm": Diorama(
        (out.CABBAGES, out.HAY, out.CABBAGES, out.FENCE, it.leafy),
        0.5,
        marks=_FURROWS,
        landmarks=((out.BARN, 0.6, 0.4, 4.2, 2.4),),
    ),
    "park": Diorama(
        (it.leafy, it.leafy, out.SEAT, it.flowers, out.LAMP),
        0.5,
        paths=_PATHS,
        landmarks=((out.FOUNTAIN, 1, 1, 2.2, 2.2),),
    ),
    "garden": Diorama(
        (out.BED_OF_FLOWERS, out.HEDGE, out.BED_OF_FLOWERS, out.BUSH, it.leafy),
        0.75,
        paths=_PATHS,
        landmarks=((out.ARCH, 4.1, 0.3, 2, 1),),
    ),
    "railway": Diorama(
        (it.leafy, it.conifer, it.house, out.LAMP, out.SEAT),
        0.36,
        paths=((0.2, 0, 2.4, 10, "#b3a894"), (2.6, 0, 1.2, 10, "#d5d8dd")),
        marks=_RAILS,
        landmarks=((out.TRAIN, 0.7, 0.2, 1.2, 9.3),),
    ),
    "stadium": Diorama(
        (),
        0,
        "#6fc25f",
        "#5d6673",
        marks=_PITCH,
        landmarks=((out.STANDS, 0, 0, 1.5, 1.5), (it.stood("goal-net", size=2.6), 5.2, 1.7, 2, 1)),
    ),
    "savanna": Diorama((out.ACACIA, out.TUFT, out.TUFT, out.TUFT, it.rock), 0.34, "#d9b863", "#a07a42"),
    "jungle": Diorama((it.palm, out.FERN, it.leafy, out.FERN, out.BUSH), 0.62, "#4f8f45", "#5d4a34"),
    "volcano": Diorama(
        (out.BASALT, out.EMBER, out.BASALT, it.rock),
        0.34,
        "#6b5f63",
        "#3d3238",
        landmarks=((out.volcano, 0.3, 0.3, 5.2, 5.2),),
    ),
    "desert": Diorama((it.dune, it.dune, it.cactus, it.rock), 0.32, "#efca8c", "#c08f52"),
    "field": Diorama((it.leafy, it.flowers, it.flowers, it.flowers, it.house), 0.5),
    "lavender": Diorama((out.LAVENDER_ROW,), 1.0, "#b79a72", "#8a6a48"),
    "vineyard": Diorama((out.VINE,), 1.0, "#b08a5c", "#7d5c3a"),
    "wheat": Diorama((out.EARS,), 1.0, "#d9ae55", "#9a7434"),
    "hilltop": Diorama((it.leafy, it.flowers, out.BUSH), 0.45, paths=_ROADS),
    "wall": Diorama((it.tower, it.house, it.leafy), 0.6, "#b9bfc9", "#7d8592", paths=_ROADS),
    "mountains": Diorama((it.peak, it.peak, it.conifer, it.conifer), 0.5, side="#6f6a70"),
    "forest": Diorama((it.conifer, it.conifer, it.conifer, it.leafy, it.flowers), 0.62),
    "sky": Diorama((it.puff,), 0.4, "#ffffff", "#c3d8ec"),
}
MEADOW: Final = Diorama((it.conifer, it.leafy, it.leafy, it.rock, it.flowers))
CHAMBER: Final = Diorama((it.cube, it.plant, it.cube, it.plant), 0.4, "#d9c9b4", "#94826c", room=True)
"""Of a place that is not in the table, out of doors and in."""
