"""What is eaten, where the icons do not make one hungry."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    Drawn,
    block,
    moved,
    oval,
    shape,
    stroke,
    tones,
)


def _cake(color: str) -> str:
    """On a stand, iced in its colour."""
    icing, sponge, plate = tones(color), tones("#e9b872"), tones("#f1f3f7")
    return (
        shape("M13.4 26.4h5.2l1.6 3H11.8z", plate.shade)
        + oval(16, 29.6, 6.4, 0.9, plate.shade)
        + oval(16, 25.9, 14.6, 1.7, plate.shade)
        + oval(16, 25.2, 14.6, 1.7, plate.base)
        + shape("M4.4 13h23.2v11.2c0 1-5.2 1.8-11.6 1.8S4.4 25.2 4.4 24.2z", sponge.base)
        + shape(
            "M4.4 18.400c0 .9 5.2 1.7 11.6 1.700s11.6-.8 11.6-1.700v1.800c0 .9-5.2 1.7-11.6 "
            "1.700S4.4 21.1 4.4 20.200z",
            "#fff6e6",
        )
        + shape("M23.4 12.600h4.200v11.600c0 .6-1.7 1-4.2 1.400z", "#7a4a1c", 0.16)
        + shape(
            "M4.4 12.4h23.200v3.800c0 2-2.4 2-2.6.2-.3-1.6-2.4-1.4-2.5.2-.1 2.6-2.9 2.6-3 "
            ".2-.1-1.5-2.3-1.5-2.4 0"
            "-.1 3.2-3 3.2-3.1.2-.1-1.7-2.4-1.6-2.5 0-.1 2.2-2.7 2.2-2.8.1-.2-1.5-1.8-1.4-1.9 "
            "0-.2 1.4-2.4 1.3-2.4-.6z",
            icing.base,
        )
        + shape("M4.4 12.4h3v5c-1.2 1.2-3 .8-3-1.200z", icing.light)
        + oval(16, 12.4, 11.6, 2.2, icing.light)
        + shape("M28.6 25.2a12.6 1.1 0 0 1-8 1.200c3.4-.2 6-.6 8-1.200z", plate.light)
    )


def cake(color: str) -> str:
    """With cherries on top."""
    places = ((7.6, 12.4), (24.4, 12.4), (11.6, 13.4), (20.4, 13.4), (16, 13.8))
    cherries = "".join(
        oval(x, y - 0.4, 1.7, 1.1, "#ffffff")
        + oval(x, y - 1.9, 1.25, 1.25, "#d92c3f")
        + oval(x - 0.4, y - 2.3, 0.35, 0.35, "#ffb3b3")
        for x, y in places
    )
    return _cake(color) + cherries + stroke("M16 11.4q.2-2.2 1.8-3.2M11.6 11q0-1.8 1-2.6", "#6b8a3f", 0.3)


def birthday_cake(color: str) -> str:
    """With five candles, lit."""
    wax = ("#4fa8f0", "#f2b632", "#f0705a", "#5fbf8a", "#9a7df0")
    candles = "".join(
        block(x - 0.7, y - 6.2, 1.4, 6.2, tint, corner=0.4)
        + stroke(f"M{x - 0.6:g} {y - 4.4:g}l1.2-.9M{x - 0.6:g} {y - 2.2:g}l1.2-.9", "#ffffff", 0.4)
        + moved(shape("M0-3.4C1.6-1.4 1.5.4 0 .6-1.5.4-1.6-1.4 0-3.4z", "#ffb02e"), x, y - 6.6)
        + moved(shape("M0-1.8C.7-.8.7.2 0 .4-.7.2-.7-.8 0-1.8z", "#fff0b0"), x, y - 6.6)
        for (x, y), tint in zip(((8, 12.4), (12, 13), (16, 13.2), (20, 13), (24, 12.4)), wax, strict=True)
    )
    return _cake(color) + candles


def burger(color: str) -> str:
    """In a glossy bun with cheese, tomato and salad; the colour is the bun's."""
    bun = tones(color)
    seeds = (
        (9.6, 9),
        (13.4, 6.8),
        (17.6, 6.2),
        (21.6, 8.2),
        (12.6, 10.6),
        (17, 9.6),
        (21.8, 11.6),
        (25, 11.4),
    )
    return (
        shape("M3.4 25.600h25.200v1.400c0 2-1.4 3.4-3.4 3.400H6.800c-2 0-3.4-1.4-3.4-3.400z", bun.base)
        + shape("M22 25.600h6.600v1.400c0 2-1.4 3.4-3.4 3.400h-5z", bun.shade)
        + block(2.4, 21.4, 27.2, 4.6, "#6b3a24", corner=2.2)
        + stroke("M5 22.600h14", "#8f5434", 0.7)
        + shape("M2.8 20.400h26.400l-4.2 1.6-3 3.4-3.4-3.200z", "#ffc23d")
        + shape("M18.6 22.200l2-1.800h8.600l-4.2 1.6-3 3.400z", "#f0a529")
        + block(3.4, 18, 11.8, 2.6, "#e5483a", corner=1.2)
        + block(16.8, 18, 11.8, 2.6, "#d13c30", corner=1.2)
        + shape(
            "M2 16.200c1-1 27-1 28 0 .8 1-.6 2.6-2 2-1.2-.6-1.8-.6-2.8.2-1.4 "
            "1-2.8.8-4-.2-1-.8-2-.8-3 0-1.4 1.2-3 1.2-4.4 0-1-.8-2-.8-3 0"
            "-1.2 1-2.6 1.2-4 .2-1-.8-1.6-.8-2.8-.2-1.4.6-2.8-1-2-2z",
            "#6fbf4a",
        )
        + shape("M3.2 15.600C3.2 8.4 8.4 3.4 16 3.400s12.8 5 12.8 12.200z", bun.base)
        + shape("M21.6 4.700c4.4 1.9 7.2 5.9 7.2 10.900h-5c.6-4.2-.2-7.8-2.2-10.900z", bun.shade)
        + stroke("M6.4 12.200c.8-2.8 2.4-4.8 4.8-6", bun.shine, 0.9)
        + "".join(oval(x, y, 0.75, 0.45, "#fff3d6", turn=-18 if x < 16 else 22) for x, y in seeds)
    )


TREATS: Final = {
    "layer-cake": Drawn(cake, ("#f2a7bd", "#7a4a30", "#f7eed9"), (1.4, 8, 30.6, 30.5)),
    "chocolate-cake": Drawn(cake, ("#6b4028",), (1.4, 8, 30.6, 30.5)),
    "birthday-cake": Drawn(birthday_cake, ("#f2a7bd", "#8fc7e0", "#f7eed9"), (1.4, 2.8, 30.6, 30.5)),
    "hamburger": Drawn(burger, ("#e0974a",), (1.8, 3.4, 30.2, FOOT)),
}
