"""A pig, a sheep, and a squirrel from the wood beside. They face left."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, mix, toned
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, block, oval, shape, stroke

_INK: Final = "#2a2430"
_WOOL: Final = (
    (9.6, 15, 4),
    (13, 11.6, 4.2),
    (17.6, 10.2, 4.4),
    (22.4, 11, 4.2),
    (26, 14.2, 4),
    (27, 18.6, 3.8),
    (24.4, 22.2, 4),
    (19.6, 23.6, 4.2),
    (14.6, 23.2, 4.2),
    (10.6, 20.4, 4),
)
"""The tufts about a sheep: middle and radius."""


def _eye(x: float, y: float, r: float = 0.75) -> str:
    return oval(x, y, r, r * 1.15, _INK) + oval(x - r * 0.3, y - r * 0.4, r * 0.36, r * 0.42, "#ffffff")


def _leg(x: float, top: float, color: str, hoof: str, *, wide: float = 3) -> str:
    return block(x - wide / 2, top, wide, FOOT - top, color, corner=0.8) + block(
        x - wide / 2, FOOT - 1.8, wide, 1.8, hoof, corner=0.6
    )


def pig(color: str) -> str:
    skin = lighter(color, 0.13) if lab(color).lightness < 0.36 else color
    far, shade, snout = toned(skin, -0.1, 1.03), toned(skin, -0.05, 1.03), toned(skin, -0.07, 1.1)
    hoof = toned(skin, -0.26, 0.8)
    return (
        stroke(
            "M29.4 17.4c1.5-.2 2.2-1.6 1.3-2.5-.8-.7-2 .1-1.5 1.1.5.9 1.9.9 2.7-.2",
            far,
            0.8,
        )
        + _leg(14.4, 22, far, hoof)
        + _leg(22.6, 22, far, hoof)
        + shape(
            "M9 12.2c3.6-1.9 8.6-2.5 13-1.8 5 .8 8 4.2 8 8.8 0 3.2-1.2 5.6-3.4 7.2H12.4c-3.6-1.7-6-4.8-6-8.6 "
            "0-2.3.9-4.3 2.6-5.6z",
            skin,
        )
        + shape(
            "M29.4 21.6c-.5 2-1.4 3.6-2.8 4.8H12.4c-1-.5-1.9-1.1-2.7-1.8 6.6 1.6 14.4.8 19.7-3z",
            shade,
        )
        + _leg(11.6, 23, skin, hoof)
        + _leg(25.8, 23, skin, hoof)
        + shape("M12.8 9.2c.2-2.2 1.6-3.6 3.6-3.8.6 2.2-.2 4.6-2.2 5.8z", far)
        + oval(8.8, 14.4, 6.6, 6, skin)
        + shape("M4.4 10.4c-.9-2-.6-3.9.8-5.2 2 .6 3.4 2.4 3.6 4.6z", far)
        + shape(
            "M5.2 9.6c-.4-1.2-.3-2.2.3-3 1 .4 1.7 1.3 2 2.5z",
            "#f7c0bd" if lab(color).lightness > 0.6 else snout,
        )
        + oval(4.6, 16, 3, 2.5, snout)
        + oval(3.6, 15.9, 0.55, 0.8, hoof)
        + oval(5.5, 15.9, 0.55, 0.8, hoof)
        + stroke("M6.4 18.9c1.1.5 2.3.4 3.2-.2", hoof, 0.4)
        + oval(11.2, 16.6, 1.5, 0.95, mix(skin, "#f0607a", 0.35))
        + _eye(6.4, 12.4)
        + _eye(10.8, 12.4)
        + stroke("M14.6 12.6c2-.9 4.4-1.3 6.8-1.1", lighter(skin, 0.4), 0.8)
    )


def sheep(color: str) -> str:
    wool = lighter(color, 0.13) if lab(color).lightness < 0.36 else color
    shade, dark = toned(wool, -0.07, 1.02), "#4a4148" if lab(wool).lightness > 0.5 else "#cfc4b8"
    near = lighter(dark, 0.12)
    tufts = "".join(oval(x, y, r, r, shade if y > 19 else wool) for x, y, r in _WOOL)
    curls = "".join(
        stroke(f"M{x - 1.3:g} {y:g}q1.3 1.7 2.6 0", shade, 0.6)
        for x, y in ((15.4, 14.6), (20.6, 13.6), (24.2, 16.6), (18, 18.4), (22.6, 19.6), (13.6, 18.8))
    )
    return (
        _leg(14.6, 22, dark, _INK, wide=2.1)
        + _leg(22.2, 22, dark, _INK, wide=2.1)
        + _leg(12, 23, near, _INK, wide=2.3)
        + _leg(24.6, 23, near, _INK, wide=2.3)
        + tufts
        + oval(18.4, 17, 9.4, 7, wool)
        + curls
        + oval(12, 9.4, 2.9, 1.2, dark, turn=24)
        + shape(
            "M7.8 5.8c2.8 0 4.8 1.9 4.6 5-.1 2-1 3.3-1.7 4.9-.7 1.8-1.9 2.7-3.7 2.7-2 "
            "0-3.5-1.4-3.5-3.4 0-1.5-.5-2.4-.5-4.2 0-3.2 2-5 4.8-5z",
            near,
        )
        + shape(
            "M10 6.4c1.6.8 2.5 2.3 2.4 4.4-.1 2-1 3.3-1.7 4.9-.5 1.2-1.2 2-2.2 2.4 2-3.4 2.6-7.7 1.5-11.7z",
            dark,
        )
        + oval(3.4, 9.8, 2.7, 1.1, near, turn=-24)
        + oval(5.6, 6, 2.2, 1.9, wool)
        + oval(8.2, 5, 2.5, 2.2, wool)
        + oval(10.6, 6.2, 2.2, 1.9, wool)
        + oval(5.4, 10.6, 1, 1.15, "#ffffff")
        + oval(9.4, 10.6, 1, 1.15, "#ffffff")
        + oval(5.3, 10.8, 0.6, 0.75, _INK)
        + oval(9.3, 10.8, 0.6, 0.75, _INK)
        + stroke("M5.6 15.6c.8.7 2 .7 2.8 0M7 14.5v1.5", _INK, 0.4)
    )


def squirrel(color: str) -> str:
    """Sitting up with a nut, its tail over its back."""
    fur = lighter(color, 0.13) if lab(color).lightness < 0.36 else color
    deep, shade, pale = toned(fur, -0.11, 1.02), toned(fur, -0.05, 1.02), lighter(fur, 0.68)
    return (
        shape(
            "M19.4 28.8c5.8.6 9.6-3 9.2-8.6-.3-4-3-6-3-9 0-1.8 1-3 2.6-3 1.3 0 2.2.9 2.3 2.2 1-.8 1.5-2 "
            "1.3-3.6"
            "C31.4 3.4 28.6 1.4 25 1.8 20.4 2.3 17.6 6 18 11c.3 4 2.3 6.4 2 10z",
            deep,
        )
        + shape(
            "M21.6 25c3-.4 4.5-2.4 4.2-5-.3-2.8-3-5.2-3.1-9-.1-2.8 1-5 3.3-6-4 0-6 3-5.4 7 .5 3.5 "
            "2.6 6 1 13z",
            fur,
        )
        + shape(
            "M11.6 13.6c4.2.2 8.4 3.2 9.8 7.8 1 3.6.4 6.8-1.6 9H8.6c-.9 0-1.5-.6-1.4-1.4.1-.9.9-1.3 1.9-1.4"
            "l1.5-.1"
            "C8.4 24.6 8.2 18.6 11.6 13.6z",
            fur,
        )
        + shape(
            "M11 16.4c2 1.8 2.7 4.6 2.4 7.8-.2 1.8-.9 2.7-1.7 3.3l-1.1.1c-1.7-2.9-1.7-7.6.4-11.2z",
            pale,
        )
        + shape(
            "M13.2 24.4c1-2.4 3.6-3.6 6-2.8 2 .8 2.9 3 2.3 5.4-.3 1.3-.9 2.5-1.7 3.4h-7.6c2-.9 1.6-3.2 1-6z",
            shade,
        )
        + shape(
            "M13.2 2c1.9 1.4 2.5 3.5 1.8 5.8l-3-.8c-.2-1.9.2-3.6 1.2-5zM8.6 2.4c1.5 1 2.3 2.5 2.2 4.4l-2.6.6"
            "c-.6-1.8-.4-3.5.4-5z",
            deep,
        )
        + shape(
            "M10.4 5.6c4 0 6.6 2.6 6.6 6 0 3.2-2.6 5.4-6 5.4-2.2 0-4.2-.4-5.6-1.2-1.3-.8-1.5-2.3-.5-3.4C6.6 "
            "10.4 6.6 5.6 10.4 5.6z",
            fur,
        )
        + shape(
            "M4.9 12.4c2.3-.3 4.6.8 5 2.7.1.7 0 1.3-.2 1.8-1.7-.1-3.2-.5-4.3-1.1-1.3-.8-1.5-2.3-.5-3.4z",
            pale,
        )
        + oval(4.8, 12.9, 0.85, 0.7, _INK)
        + _eye(9, 10.4, 0.95)
        + oval(12.4, 13.4, 1.4, 0.9, mix(fur, "#f0707a", 0.3))
        + oval(7.4, 20.4, 2.1, 2.4, "#8a5a33")
        + shape(
            "M5.1 19.4c.2-1.8 1.2-2.6 2.4-2.6s2.2.9 2.3 2.6c-1.5.7-3.2.7-4.7 0z",
            "#6b4426",
        )
        + stroke("M12.8 18c-.6 2.2-2 3.2-3.9 3.4", fur, 1.9)
        + stroke("M14.4 18.2c-.7 2.6-2.6 4.2-5 4.2", deep, 0.3, 0.6)
    )


FARMYARD: Final = {
    "pig": Drawn(pig, ("#f4a9b0", "#f0b8b4"), (1.6, 5.2, 32.2, FOOT)),
    "ewe": Drawn(sheep, ("#f6f1e7", "#efe8dc"), (0.9, 2.8, 30.8, FOOT)),
    "squirrel": Drawn(squirrel, ("#b9683a", "#a55a34"), (4.3, 1.7, 31.9, FOOT)),
}
