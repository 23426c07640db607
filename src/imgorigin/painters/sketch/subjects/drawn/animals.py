"""Animals: bodies for those of which the icons show only the head, and some the icons show less well."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch.palette import darker, lighter, mix, recolored
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    Drawn,
    both_sides,
    oval,
    shape,
    stroke,
    tones,
)

BOX: Final = (6.6, 1.5, 25.4, FOOT)
_TAILED_BOX: Final = (6.6, 1.5, 30.8, FOOT)


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours of a sitting animal: its fur, its belly and its limbs; of its tail and the tip of that.

    `tail` is a name of TAILS, empty for none to be seen. `rim` is the outline of the icon's head, which the
    body has not: it takes the colour of the fur.
    """

    fur: str
    belly: str
    limbs: str
    tail: str = ""
    tip: str = "#ffffff"
    rim: str = ""

    def dyed(self, color: str) -> Coat:
        """The same animal in another colour, its tail's tip as it was."""
        return replace(self, fur=color, belly=lighter(color, 0.45), limbs=darker(color, 0.2), rim="")

    @property
    def box(self) -> tuple[float, float, float, float]:
        return _TAILED_BOX if self.tail else BOX


HEADS: Final = {
    "bear": Coat("#a56953", "#c98f79", "#8d5444"),
    "fox": Coat("#ff822d", "#fff3e6", "#433b3b", "brush", "#fff3e6"),
    "lion": Coat("#f9b04c", "#ffd28a", "#e0953a", "tuft", "#6d4534"),
    "panda": Coat("#f4f4f4", "#ffffff", "#433b6b"),
    "koala": Coat("#9b9b9b", "#c9c9c9", "#848484"),
    "frog": Coat("#00b85c", "#9be8b4", "#00a04e"),
    "wolf": Coat("#9b9b9b", "#d3d3d3", "#7d7d85", "brush", "#d3d3d3"),
    "hamster": Coat("#f3ad61", "#ffe0bd", "#e5934a"),
    "polar-bear": Coat("#eceef4", "#ffffff", "#d9dce6", rim="#9b9b9b"),
    "raccoon": Coat("#8d8d95", "#c4c4cc", "#5c5c66", "rings", "#4a4a54"),
    "alien": Coat("#86d72f", "#b6ee74", "#6fbe1d"),
}


def seated(head: str, coat: Coat) -> str:
    """A sitting animal with `head`, markup of an icon whose head fills the grid."""
    paw = darker(coat.limbs, 0.08)
    shade = darker(coat.fur, 0.12)
    rim = darker(coat.fur, 0.1)
    head = recolored(head, lambda color: rim if color == coat.rim else color)
    foreleg = shape(
        "M11.9 19.4c1.5-.4 2.7.5 2.8 2.2l.3 6.8c0 1.2-.8 2-2 2s-2.1-.7-2.2-1.9l-.5-6.3c-.1-1.4.5-2.5 "
        "1.6-2.8z",
        coat.limbs,
    )
    return (
        _tail(coat)
        + shape(
            "M16 14.5c5.6 0 8.8 5.6 8.8 10.4 0 3.7-3.8 5.5-8.8 5.5s-8.8-1.8-8.8-5.5c0-4.8 3.2-10.4 8.8-10.4z",
            coat.fur,
        )
        + shape("M20 15.7c3 2 4.8 5.8 4.8 9.2 0 3.7-3.8 5.5-8.8 5.5 6.2-2.2 6.6-9.2 4-14.7z", shade, 0.55)
        + shape(
            "M16 17.5c2.9 0 4.3 2.6 4.3 5.6 0 2.7-1.7 4.3-4.3 4.3s-4.3-1.6-4.3-4.3c0-3 1.4-5.6 4.3-5.6z",
            mix(coat.belly, coat.fur, 0.12),
        )
        + both_sides(oval(9.6, 28.2, 3, 2.2, coat.limbs) + oval(9, 28.8, 1.4, 0.9, lighter(paw, 0.22)))
        + both_sides(foreleg + stroke("M12.2 29.9v-.8M13.4 29.9v-.8", darker(coat.limbs, 0.3), 0.25))
        + f'<g transform="translate(16 9.2) scale(.58) translate(-16 -16)">{head}</g>'
    )


def _tail(coat: Coat) -> str:
    """Beside the body, to the right."""
    if coat.tail == "tuft":
        return stroke("M23 28.2c4 .8 6-1.6 5-5.2", coat.limbs, 1.1) + oval(
            28, 21.7, 1.5, 2.1, coat.tip, turn=-14
        )
    if not coat.tail:
        return ""
    brush = (
        "M21 29.8c5.8 1.2 9.6-1.8 10-7 .2-3-.8-5.6-2.6-7.4-.5 2.2-1.4 3.4-2.6 4.8-1.6 1.9-2.2 3.6-4.8 5.6z"
    )
    tip = "M28.4 15.4c1.8 1.8 2.8 4.4 2.6 7.4-1.2-1.2-3.2-1.4-5.2-2.6 1.2-1.4 2.1-2.6 2.6-4.8z"
    rings = "M24.8 21.6l4.8 3.6M23 24.2l4.4 3.8" if coat.tail == "rings" else ""
    return shape(brush, coat.fur) + shape(tip, coat.tip) + (stroke(rings, coat.tip, 1.5) if rings else "")


def songbird(color: str) -> str:
    """On its feet, facing left."""
    tone = tones(color)
    breast = mix(color, "#fff1dc", 0.72)
    return (
        stroke("M14.6 27v3M17.6 27v3M13 30.1h2.6M16 30.1h2.6", "#c77a2e", 0.7)
        + shape("M21 19.8l9.8 2.2c.7.2.7 1.1 0 1.3l-10 3z", tone.deep)
        + shape(
            "M12.6 5.6c5.2 0 7.2 3.8 8.6 7.6 1.2 3.4 3.8 5 3.8 8.4 0 4-3.8 6.2-8.8 6.2C10 27.8 6 "
            "23.8 6 17.4c0-2 .4-3.6.6-5.6.4-3.8 2.6-6.2 6-6.2z",
            tone.base,
        )
        + shape(
            "M6.4 13.4c2.6-1 5.6.2 7.4 3.4 2 3.6 2.2 7.4 5.6 10.7-1 .2-2.1.3-3.2.3C10 27.8 6 23.8 6 "
            "17.4c0-1.5.2-2.7.4-4z",
            breast,
        )
        + shape(
            "M12.8 16c4.2-.8 7.4 1 9.6 4.6l5.4 3.6c-4.6 1.8-9.2 1.4-12-1.2-1.8-1.8-2.8-4.2-3-7z", tone.shade
        )
        + stroke("M16 19.2c2 2.8 4.8 4.2 8.2 4.6M18.2 18.2c1.4 1.8 3.2 3 5.4 3.8", tone.deep, 0.45)
        + stroke("M12 7.2c2.4 0 4.2 1 5.4 3", tone.shine, 0.7)
        + shape("M6.9 9.6L2.6 11.7c-.3.2-.2.6.1.6l4 .7z", "#f2a93b")
        + shape("M2.5 12.1l4.1.5.1.8-3.9-.7z", "#d9892a")
        + oval(10.2, 10.2, 1.15, 1.25, "#231f2b")
        + oval(9.8, 9.7, 0.4, 0.4, "#ffffff")
    )


def fish(color: str) -> str:
    """A reef fish with bands, swimming to the left."""
    tone, band = tones(color), mix(color, "#fff8e8", 0.85)
    return (
        shape(
            "M23.4 16.6c2.2-3.4 4.8-5.2 7.6-5.6 1 2.2.2 4-.8 5.6 1 1.6 1.8 3.6.8 5.8-2.8-.4-5.4-2.4-7.6-5.8z",
            tone.shade,
        )
        + shape("M10.4 9.8c2.4-4 7-5.4 11.4-4.2 1 1.4.6 4.4-1 6.4z", tone.shade)
        + shape("M12.4 23.6c1.2 2.8 3.6 4.2 6.6 4 .8-1.4.6-3.2-.4-5z", tone.shade)
        + shape(
            "M1.4 16.2C3.4 11.2 8 8 13.4 8c5.4 0 9.2 3.6 11.6 8.6-2.4 5-6.2 8.6-11.6 8.6-5.4 0-10-3.6-12-9z",
            tone.base,
        )
        + shape("M9 9c2.2 4.6 2.2 10.4 0 15.2 1 .5 2 .8 3.2 1 2-5.6 2-11.6 0-17.1-1.2.1-2.2.4-3.2.9z", band)
        + shape(
            "M17.8 9.2c1.6 4.4 1.6 10.4 0 14.8 1-.5 1.9-1.2 2.7-2 .9-3.6.9-7.2 0-10.8-.8-.8-1.7-1.5-2.7-2z",
            band,
        )
        + shape(
            "M1.4 16.2c.4 5 6 7.2 12 7.2 5 0 9-2.6 11.4-6.4-2.4 4.8-6.2 8.2-11.4 8.2-5.4 0-10-3.6-12-9z",
            "#101830",
            0.13,
        )
        + shape("M13.2 16c2-.8 3.8-.4 5 1-1.2 1.6-3 2-5 1.4z", tone.shade)
        + stroke("M4 12.8c1.2-1.6 2.6-2.7 4.4-3.3", tone.shine, 0.7)
        + oval(5.6, 14.4, 1.5, 1.6, "#ffffff")
        + oval(5.3, 14.5, 0.85, 0.95, "#231f2b")
        + oval(5, 14.1, 0.3, 0.3, "#ffffff")
        + stroke("M2.3 18.2c.8.3 1.5.2 2.1-.2", tone.deep, 0.45)
        + "".join(oval(x, y, r, r, "#e6f6ff") for x, y, r in ((-0.6, 10.6, 0.7), (0.6, 8, 0.5)))
    )


def rabbit(color: str) -> str:
    """Sitting, its ears up, facing left."""
    tone, pink = tones(color), mix("#f2a0ab", color, 0.25)
    return (
        oval(27.4, 24, 3, 2.9, tone.light)
        + shape("M13.6 11C12 6.6 12.4 2.4 14.6 1.6c2.4-.6 4 4 2.4 11z", tone.shade)
        + shape(
            "M12 29.8c-1.8-3-1.6-7.4 1.4-11 2.8-3.2 7.4-4.6 11-2 3.4 2.6 4.6 7.6 3.4 11.4-.5 "
            "1.5-1.5 2.2-3 2.2H15c-1.4 0-2.4-.1-3-.6z",
            tone.base,
        )
        + shape(
            "M24.4 16.8c3.4 2.6 4.6 7.6 3.4 11.4-.5 1.5-1.5 2.2-3 2.2h-4.2c4.4-3.2 6-8.6 3.8-13.6z",
            tone.shade,
        )
        + shape("M17.6 30.4c-1-3.6 1.2-7.4 4.8-7.4 3.2 0 5 3 4.4 6.2-.2.8-.8 1.2-1.6 1.2z", tone.light)
        + shape(
            "M11.8 29.2c-.6-3 0-6 1.4-8.6l3.2 1.2c-.4 2.8-.4 5.6-.2 8.6h-3c-.9 0-1.3-.4-1.4-1.2z", tone.light
        )
        + shape("M9.4 11.6C7 7.6 6.6 3 8.6 1.8c2.4-1 5 3.6 5.2 9.2z", tone.base)
        + shape("M10.2 10.4C8.8 7.6 8.4 4.8 9.2 4c1.2-.5 2.6 2.6 2.8 6.2z", pink)
        + shape(
            "M4.6 16.6c0-4.2 3.4-7 7.6-7 4.4 0 7.6 3 7.6 7.2 0 4-3.4 6.6-7.8 6.6-4.6 0-7.4-2.6-7.4-6.8z",
            tone.base,
        )
        + shape(
            "M19.8 16.8c0 4-3.4 6.6-7.8 6.6-2 0-3.7-.5-5-1.4 5.4.6 9.8-2 10.8-7.8.4-1 "
            ".4-1.6.3-2.1 1.1 1.3 1.7 2.9 1.7 4.7z",
            tone.shade,
            0.7,
        )
        + shape("M4.9 16.7l1.5-.7.6 1.3-1 .7c-.6 0-1-.6-1.1-1.3z", "#e5788a")
        + stroke("M6.2 18.2q.6 1.4 2 1.2", tone.deep, 0.4)
        + stroke("M18.1 28.6c-.2-3 1.6-5.6 4.3-5.6 2.2 0 3.8 1.4 4.3 3.3", tone.shade, 0.4)
        + oval(9.4, 14.6, 1, 1.2, "#2a2430")
        + oval(9.1, 14.2, 0.35, 0.4, "#ffffff")
        + oval(11.4, 17.8, 1.2, 0.8, mix("#f2a0ab", color, 0.45))
    )


ANIMALS: Final = {
    "rabbit": Drawn(rabbit, ("#f6f3ee", "#c9a27d", "#b5b0ac"), (4.6, 1.5, 30.4, FOOT)),
    "bird": Drawn(songbird, ("#3d8fd8", "#d8503f", "#e9a93c", "#4fa08a"), (2.4, 5.6, 31.4, FOOT)),
    "fish": Drawn(fish, ("#f28a2e", "#2f8fd0", "#e5533d"), (-1.3, 5, 31.6, 27.7)),
    "tropical-fish": Drawn(fish, ("#f2b632", "#8a5fc0", "#e0609a"), (-1.3, 5, 31.6, 27.7)),
}
