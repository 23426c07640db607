"""Bodies for animals of which the icons show only the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch.palette import darker, lighter, mix
from imgorigin.painters.sketch.subjects.drawn.base import oval, shape

BOX: Final = (7, 1.5, 25, 30.4)


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours of a sitting animal: its fur, its belly and its limbs."""

    fur: str
    belly: str
    limbs: str


HEADS: Final = {
    "bear": Coat("#a56953", "#c98f79", "#8d5444"),
    "fox": Coat("#ff822d", "#fff3e6", "#433b3b"),
    "lion": Coat("#f9b04c", "#ffd28a", "#e0953a"),
    "panda": Coat("#f4f4f4", "#ffffff", "#321b41"),
    "koala": Coat("#9b9b9b", "#c9c9c9", "#848484"),
    "frog": Coat("#00b85c", "#9be8b4", "#00a04e"),
    "wolf": Coat("#9b9b9b", "#d3d3d3", "#7d7d85"),
    "hamster": Coat("#f3ad61", "#ffe0bd", "#e5934a"),
    "polar-bear": Coat("#e6e6ee", "#ffffff", "#d3d3de"),
    "raccoon": Coat("#8d8d95", "#c4c4cc", "#5c5c66"),
    "alien": Coat("#86d72f", "#b6ee74", "#6fbe1d"),
}


def seated(head: str, coat: Coat) -> str:
    """A sitting animal with `head`, markup of an icon whose head fills the grid."""
    paw = darker(coat.limbs, 0.08)
    return (
        shape(
            "M16 14.5c5.6 0 8.4 5.6 8.4 10.4 0 3.7-3.4 5.5-8.4 5.5s-8.4-1.8-8.4-5.5c0-4.8 2.8-10.4 8.4-10.4z",
            coat.fur,
        )
        + shape(
            "M16 18c3.2 0 4.9 3.2 4.9 6.6 0 3-2 4.6-4.9 4.6s-4.9-1.6-4.9-4.6c0-3.4 1.7-6.6 4.9-6.6z",
            mix(coat.belly, coat.fur, 0.12),
        )
        + oval(10.2, 28.2, 3.3, 2.2, coat.limbs)
        + oval(21.8, 28.2, 3.3, 2.2, coat.limbs)
        + oval(9.9, 28.8, 1.5, 0.9, lighter(paw, 0.22))
        + oval(22.1, 28.8, 1.5, 0.9, lighter(paw, 0.22))
        + oval(9.5, 21.8, 1.8, 3.7, coat.limbs, turn=18)
        + oval(22.5, 21.8, 1.8, 3.7, coat.limbs, turn=-18)
        + f'<g transform="translate(16 9.2) scale(.58) translate(-16 -16)">{head}</g>'
    )
