"""What people have built out of doors: streets, squares, parks and what they travel on."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles import items as it
from imgorigin.painters.sketch.styles import scenery as out
from imgorigin.painters.sketch.styles.dioramas.base import Diorama
from imgorigin.painters.sketch.styles.dioramas.ways import DASHES, PATHS, ROADS

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

TOWNS: Final = {
    "street": Diorama(
        (it.tower, it.house, it.tower, it.leafy), 0.7, "#b9bfc9", "#7d8592", paths=ROADS, marks=DASHES
    ),
    "city": Diorama(
        (it.tower, it.tower, it.tower, it.leafy), 0.78, "#aab4c2", "#6d7686", paths=ROADS, marks=DASHES
    ),
    "road": Diorama((it.conifer, it.leafy, it.rock), 0.3, paths=ROADS, marks=DASHES),
    "wall": Diorama((it.tower, it.house, it.leafy), 0.6, "#b9bfc9", "#7d8592", paths=ROADS),
    "market": Diorama(
        (out.STALL, out.STALL, out.CRATES, it.house, out.LAMP), 0.6, "#d9c7a6", "#9a8460", paths=PATHS
    ),
    "village": Diorama(
        (it.house, it.house, it.leafy, it.flowers, out.BUSH),
        0.5,
        paths=PATHS,
        landmarks=((out.CHURCH, 0.4, 0.4, 3.4, 2),),
    ),
    "canal": Diorama(
        (it.house, it.house, it.house, out.LAMP), 0.8, "#cfc4b0", "#8d8577", water=4, afloat=out.BOATS[:1]
    ),
    "park": Diorama(
        (it.leafy, it.leafy, out.SEAT, it.flowers, out.LAMP),
        0.5,
        paths=PATHS,
        landmarks=((out.FOUNTAIN, 1, 1, 2.2, 2.2),),
    ),
    "garden": Diorama(
        (out.BED_OF_FLOWERS, out.HEDGE, out.BED_OF_FLOWERS, out.BUSH, it.leafy),
        0.75,
        paths=PATHS,
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
}
