"""The open country: fields, woods, mountains and rivers."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles import items as it
from imgorigin.painters.sketch.styles import scenery as out
from imgorigin.painters.sketch.styles.dioramas.base import Diorama
from imgorigin.painters.sketch.styles.dioramas.ways import ROADS

_STREAM: Final = ((0, 6.6, 10, 2.0, "#4fb3dd"),)
_RIPPLES: Final = tuple((0.6 + 1.5 * k, 7 + 0.5 * (k % 3), 0.9, 0.07, "#d9f1fa") for k in range(6))
_FURROWS: Final = tuple((0.05 + k, 3.2, 0.9, 6.8, "#9a7350") for k in range(0, 10, 2))

COUNTRY: Final = {
    "field": Diorama((it.leafy, it.flowers, it.flowers, it.flowers, it.house), 0.5),
    "lavender": Diorama((out.LAVENDER_ROW,), 1.0, "#b79a72", "#8a6a48"),
    "vineyard": Diorama((out.VINE,), 1.0, "#b08a5c", "#7d5c3a"),
    "wheat": Diorama((out.EARS,), 1.0, "#d9ae55", "#9a7434"),
    "farm": Diorama(
        (out.CABBAGES, out.HAY, out.CABBAGES, out.FENCE, it.leafy),
        0.5,
        marks=_FURROWS,
        landmarks=((out.BARN, 0.6, 0.4, 4.2, 2.4),),
    ),
    "hilltop": Diorama((it.leafy, it.flowers, out.BUSH), 0.45, paths=ROADS),
    "forest": Diorama((it.conifer, it.conifer, it.conifer, it.leafy, it.flowers), 0.62),
    "mountains": Diorama((it.peak, it.peak, it.conifer, it.conifer), 0.5, side="#6f6a70"),
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
    "lake": Diorama((it.conifer, it.conifer, it.peak, it.rock), 0.4, water=4, afloat=out.BOATS[:1]),
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
}
