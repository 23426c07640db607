"""A butterfly, an owl and a whale."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, mix, toned
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, both_sides, oval, shape, stroke

_INK: Final = "#2a2430"


def butterfly(color: str) -> str:
    """Its wings spread, edged in a dark with pale spots, flying to the upper left."""
    rim, lit, deep = mix(toned(color, -0.3), _INK, 0.45), lighter(color, 0.3), toned(color, -0.1, 1.02)
    veins = "M17 13.5L26.5 6.4M17.2 14.6l11.6-3.4M17 18l6.8 8M17 17.2l9.6 5.2"
    upper = "M16.8 14.8C18.6 8.4 23.6 3.4 29 3c2.4-.1 3 1.9 2.6 4.6-.6 4.6-3.2 9.4-7.8 10.2-3 .5-5.6-1-7-3z"
    inner = "M17.8 14.4c1.9-5 6-9 10.4-9.5 1.5-.1 1.9 1 1.6 2.9-.6 3.8-2.8 7.6-6.4 8.2-2.4.4-4.4-.3-5.6-1.6z"
    lower = (
        "M16.8 16.4c2.6-.4 7.6.6 10 3.4 1.9 2.3.9 5.4-1.4 7.4-2 1.7-4.4 1.3-5.9-1-1.7-2.7-2.7-6.4-2.7-9.8z"
    )
    heart = "M17.8 17.4c2.4 0 6.2 1 7.8 3.1 1.2 1.6.5 3.6-1.1 5-1.3 1.1-2.7.8-3.7-.7-1.3-2-2.5-4.7-3-7.4z"
    spots = ((30.1, 5.4), (30.3, 8.4), (29.3, 11.4), (27.5, 14.2), (26.8, 21.8), (26.1, 24.4), (23.8, 26.8))
    wing = (
        shape(lower, rim)
        + shape(heart, deep)
        + oval(22.4, 21.8, 1.5, 1.3, lit, turn=30)
        + shape(upper, rim)
        + shape(inner, color)
        + shape("M18.2 14c2-4 5-7.2 8-8.6.6 2.6-2.6 7-8 8.6z", lit, 0.75)
        + stroke(veins, rim, 0.35)
        + "".join(oval(x, y, 0.5, 0.5, "#fff6e6") for x, y in spots)
    )
    drawing = (
        both_sides(wing)
        + stroke("M15.7 11.5C15 8.4 13.6 6.4 11.8 5.4M16.3 11.5c.7-3.1 2.1-5.1 3.9-6.1", _INK, 0.4)
        + oval(11.7, 5.4, 0.5, 0.5, _INK)
        + oval(20.3, 5.4, 0.5, 0.5, _INK)
        + oval(16, 18.6, 0.95, 5.6, rim)
        + oval(16, 14.4, 1.25, 2.4, mix(rim, "#ffffff", 0.1))
        + oval(16, 11.9, 1.1, 1.1, rim)
    )
    return f'<g transform="rotate(-14 16 16)">{drawing}</g>'


def owl(color: str) -> str:
    """Perched, looking at us."""
    fur = lighter(color, 0.13) if lab(color).lightness < 0.36 else color
    deep, shade, pale = toned(fur, -0.13, 1.02), toned(fur, -0.07, 1.02), lighter(fur, 0.62)
    eye = (
        oval(11.9, 10.6, 4, 4, pale)
        + oval(12.2, 10.6, 2.9, 2.9, "#f4b53a")
        + oval(12.4, 10.6, 1.9, 2, _INK)
        + oval(11.7, 9.8, 0.65, 0.7, "#ffffff")
    )
    chest = "".join(
        stroke(f"M{x - 1:g} {y:g}q1 1.3 2 0", shade, 0.6)
        for y, xs in ((18.4, (14.4, 17.6)), (21, (12.8, 16, 19.2)), (23.6, (14.4, 17.6)), (26, (16,)))
        for x in xs
    )
    wing = shape("M7.8 15.4c-1.9 3.6-2 8.4.6 11.8 2.4-2.8 3.6-7.4 2.6-11.2-.9-1.3-2.2-1.5-3.2-.6z", deep)
    foot = stroke("M12.6 28.6v1.3M13.8 28.6v1.3M11.4 28.6v1.1", "#e8963a", 0.95)
    return (
        shape("M12.4 26.6l1.4 3.8h4.4l1.4-3.8z", deep)
        + shape(
            "M16 4.4c2.6 0 4.6-1 7.6-2.8.7-.4 1.3 0 1.2.8l-.4 4.4c1.2 3 1.4 7.4 1 11.4-.6 6.4-3.9 "
            "11.2-9.4 11.2S7.2 24.6 6.6 18.2c-.4-4-.2-8.4 1-11.4l-.4-4.4c-.1-.8.5-1.2 1.2-.8 3 1.8 5 "
            "2.8 7.6 2.8z",
            fur,
        )
        + shape("M16 15.4c3.6 0 6 2.4 6 6.2 0 3.9-2.4 7.4-6 7.4s-6-3.5-6-7.4c0-3.8 2.4-6.2 6-6.2z", pale)
        + chest
        + both_sides(wing + foot)
        + both_sides(eye)
        + shape(
            "M7.4 2.3C10.4 5 13.6 6 16 9.4 18.4 6 21.6 5 24.6 2.3l-.2 2.5c-3 1.9-6 3.4-8.4 "
            "6.6-2.4-3.2-5.4-4.7-8.4-6.6z",
            deep,
        )
        + shape(
            "M16 11.4c.9.5 1.5 1.3 1.4 2.2-.2.9-.8 1.5-1.4 2.2-.6-.7-1.2-1.3-1.4-2.2-.1-.9.5-1.7 1.4-2.2z",
            "#e8963a",
        )
        + shape("M16 11.4c.9.5 1.5 1.3 1.4 2.2-.2.9-.8 1.5-1.4 2.2z", "#c9772a")
    )


def whale(color: str) -> str:
    """At the surface, blowing; its tail out of the water."""
    skin, deep, belly = color, toned(color, -0.09, 1.02), mix(lighter(color, 0.8), "#ffffff", 0.3)
    drop, jet = "#e4f4fd", "#bfe3f6"
    return (
        stroke("M9.6 9.4C9.6 6 8.6 4 6.2 3.4M9.6 9.4c0-3.6 1-5.6 3.4-6.4M9.6 9V4.6", jet, 1.1)
        + oval(5, 4.6, 0.7, 0.8, drop)
        + oval(14.4, 4.2, 0.8, 0.9, drop)
        + oval(9.6, 2.6, 0.7, 0.8, drop)
        + shape(
            "M26.4 17c1.6-2 2-4.2 1.8-6.6-2.6.4-4.6-.6-5.6-3 2.6-.6 4.8.1 6.2 1.9.9-2.3 2.3-3.5 "
            "4.4-3.9.5 2.9-.6 5-3 5.9.3 3.6-.3 7-2.2 9.9z",
            deep,
        )
        + shape(
            "M1 20.6c0-6 4-10.6 10-10.6 6.6 0 9.6 5 14 6.6 1.6.5 2.8-.2 3.6-1.6 1.4 6.6-2 15.4-11.4 "
            "15.4H8.6C3.8 30.4 1 26 1 20.6z",
            skin,
        )
        + shape(
            "M1.1 22c3.5 2.2 8.3 2.9 12.9 2.2 2 2.4 3.4 4.2 5.4 6.1-.7.1-1.4.1-2.2.1H8.6C4.2 30.4 1.5 "
            "26.7 1.1 22z",
            belly,
        )
        + stroke(
            "M4.6 26.2c3.4 1.4 6.8 1.7 10.2 1M3.8 24.2c3.6 1.5 7.2 1.9 10.8 1.3M6.6 28.4c2.8.9 5.8 1.1 8.8.6",
            toned(belly, -0.12),
            0.4,
        )
        + stroke("M1.3 22.2c3.7 2.2 8.1 2.7 12.4 1.9", deep, 0.5)
        + shape("M13.6 22.6c2.8-.2 5.6 1.2 6.8 4-2.8 1.6-6 .3-7.4-2.6z", deep)
        + oval(9.8, 19.6, 0.85, 1, _INK)
        + oval(9.5, 19.2, 0.3, 0.36, "#ffffff")
        + stroke("M5 14.6c1.5-1.7 3.5-2.6 5.6-2.7", lighter(color, 0.4), 0.8)
    )


def tulip(color: str) -> str:
    """One on its stem between two leaves."""
    deep, lit = toned(color, -0.11, 1.02), lighter(color, 0.18)
    return (
        stroke("M16 14v15.8", "#4a8f4c", 1.2)
        + shape("M15.7 30.2C10.6 28.6 7.6 24.2 8 17.6c4.4 2.6 7.2 7 7.7 12.6z", "#4f9a52")
        + shape("M16.3 30.2c4.7-1.2 7.9-5.2 8.1-11-4.2 1.9-7.2 5.8-8.1 11z", "#3a7f46")
        + stroke("M9.4 20.2c2.8 2.7 4.8 5.7 5.8 9M23 21.6c-2.6 2.2-4.6 4.9-6 7.8", "#7cbc72", 0.35)
        + shape("M16 1.4c2.6 1.8 4 4.2 4.2 7.2L16 15.6l-4.2-7C12 5.6 13.4 3.2 16 1.4z", deep)
        + shape(
            "M9 3.6c2.4.9 4.3 2.3 5.6 4.2 1.5 2.4 2 5.4 1.4 8.8-5 .2-8-2.8-8-7.2C8 7.2 8.2 5.4 9 3.6z", color
        )
        + shape(
            "M23 3.6c-2.4.9-4.3 2.3-5.6 4.2-1.5 2.4-2 5.4-1.4 8.8 5 .2 8-2.8 8-7.2 0-2.2-.2-4-1-5.8z", color
        )
        + shape("M23 3.6c-.6 5-2.8 9.4-7 13 5 .2 8-2.8 8-7.2 0-2.2-.2-4-1-5.8z", deep)
        + shape(
            "M16 6.6c2.2 1.8 3.2 4.2 3 6.6-.3 2-1.5 3.2-3 3.4-1.5-.2-2.7-1.4-3-3.4-.2-2.4.8-4.8 3-6.6z", lit
        )
        + stroke("M9.8 5.6c-.5 1.9-.5 3.8.2 5.6", lighter(color, 0.4), 0.6)
    )


WILDLIFE: Final = {
    "butterfly": Drawn(butterfly, ("#f28a32", "#3f8fe0", "#c866c8", "#f2bb32"), (-1.8, 0.2, 29.2, 29.6)),
    "owl": Drawn(owl, ("#a5734a", "#8a6a58", "#9a8f86"), (6.2, 1.4, 25.8, FOOT)),
    "spouting-whale": Drawn(whale, ("#3f7fb8", "#4a6f9a"), (1, 1.8, 33.2, FOOT)),
    "tulip": Drawn(tulip, ("#e8476a", "#f0a02e", "#d8383f", "#a76bd0", "#f2cf4a"), (8, 1.4, 24.4, FOOT)),
}
