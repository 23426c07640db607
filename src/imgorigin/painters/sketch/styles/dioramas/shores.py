"""The sea and its shores."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles import items as it
from imgorigin.painters.sketch.styles import scenery as out
from imgorigin.painters.sketch.styles.dioramas.base import Diorama

_BASIN: Final = ((1.5, 2.8, 7, 5.9, "#f8f4ea"), (1.9, 3.2, 6.2, 5.1, "#3fb4e0"))
_LANES: Final = (
    (1.9, 3.2, 6.2, 0.5, "#2f9bcb"),
    *((2.2 + 0.75 * k, 4.9 + 1.7 * row, 0.45, 0.07, "#e9f7fc") for k in range(8) for row in (0, 1)),
    *((2.3 + 2.0 * k, 3.95 + 0.6 * (k % 2), 0.9, 0.06, "#a9e0f3") for k in range(3)),
    *((2.9 + 1.9 * k, 7.3 + 0.4 * (k % 2), 0.8, 0.06, "#a9e0f3") for k in range(3)),
)

SHORES: Final = {
    "pool": Diorama(
        (out.LOUNGER, out.LOUNGER, out.PARASOL, it.palm, out.BUSH),
        0.66,
        "#e6d6b8",
        "#b3946d",
        paths=_BASIN,
        marks=_LANES,
    ),
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
    "underwater": Diorama((it.coral, it.coral, it.rock), 0.45, "#e8d3a0", "#2f8fb5"),
}
