"""Above the earth, on other worlds, and on none."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles import items as it
from imgorigin.painters.sketch.styles import scenery as out
from imgorigin.painters.sketch.styles.dioramas.base import Diorama

WORLDS: Final = {
    "abstract": Diorama((it.cube,), 1.0, "#e9e7f6", "#b9b2dd"),
    "concept": Diorama((it.cube, out.BARS, out.CARD), 0.5, "#eef0fb", "#b7bde6"),
    "studio": Diorama((it.cube,), 0.07, "#f3eef8", "#c5b9dc"),
    "table": Diorama((), 0, "#cf9a63", "#8f6038"),
    "sky": Diorama((it.puff,), 0.4, "#ffffff", "#c3d8ec"),
    "space": Diorama((it.crater, it.crater, it.rock), 0.35, "#a3a5c2", "#5d5f82"),
    "moon": Diorama((it.crater, it.crater, it.rock), 0.4, "#b9bbc9", "#6f7186"),
    "mars": Diorama((it.rock, it.rock, out.MESA, it.crater), 0.36, "#d9825a", "#94492f"),
    "planet": Diorama((out.CRYSTAL, it.rock, it.crater), 0.34, "#8d7fc9", "#51448c"),
}
