"""Cupcakes and ice cream."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lighter, mix, toned
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, Tones, oval, shape, stroke, tones

_SPRINKLES: Final = ("#ffffff", "#ffd35c", "#6fc3e8", "#f0708a")
_WAFER: Final = ("#e0a254", "#c4823a")
_PAPER: Final = "#f3e4cf"


def _cream(color: str) -> Tones:
    """What is soft and pale has clear shades."""
    flat = tones(color)
    return flat._replace(shade=toned(flat.base, -0.08, 1.06), deep=toned(flat.base, -0.16, 1.06))


def _cherry(x: float, y: float, r: float) -> str:
    return (
        stroke(f"M{x:g} {y - r * 0.6:g}q.2-{r * 1.5:g} {r * 1.3:g}-{r * 1.9:g}", "#5f8a3f", 0.4)
        + oval(x, y, r, r, "#d92c3f")
        + oval(x - r * 0.35, y - r * 0.35, r * 0.28, r * 0.28, "#ffb9b9")
    )


def cupcake(color: str) -> str:
    """In a pleated paper, its cream in the colour, a cherry on top."""
    cream, paper = _cream(color), _cream(_PAPER)
    pleats = "".join(
        shape(f"M{x:g} 19.6h2.3l{(16 - x - 1.15) * 0.14:.2f} 10.4h-1.9z", paper.shade)
        for x in (8.6, 12.6, 17, 21.2)
    )
    flecks = (
        (9.8, 15.6, 30),
        (14, 16.4, -40),
        (19, 15.8, 60),
        (22.6, 16.6, -20),
        (12, 11.4, -50),
        (16.6, 12.2, 20),
        (20.2, 11, 70),
        (14.6, 7.8, 40),
        (18.2, 8.2, -30),
    )
    sprinkles = "".join(
        f'<rect x="{x - 0.75:g}" y="{y - 0.25:g}" width="1.5" height=".5" rx=".25" '
        f'fill="{_SPRINKLES[index % len(_SPRINKLES)]}" transform="rotate({turn} {x} {y})"/>'
        for index, (x, y, turn) in enumerate(flecks)
    )
    return (
        shape("M6 18.4h20l-2.8 11.1c-.1.6-.6.9-1.2.9H10c-.6 0-1.1-.3-1.2-.9z", paper.base)
        + pleats
        + shape("M22.4 18.4H26l-2.8 11.1c-.1.6-.6.9-1.2.9h-2z", "#8a6a4a", 0.22)
        + shape(
            "M4.4 16.8c0-2.4 2-3.8 5-3.8h13.2c3 0 5 1.4 5 3.8 0 2.2-1.7 3.5-4 3.3-1.2 1.2-3 1.1-4.1.1-1.3 "
            "1.1-3 1.2-4.1 0-1.2 1.2-2.9 1.1-4.1 0-1.1 1-2.9.9-3.9-.2-1.8 0-3-1.2-3-3.2z",
            cream.base,
        )
        + shape(
            "M23.4 13.1c2.6.3 4.2 1.7 4.2 3.7 0 2.2-1.7 3.5-4 3.3-.9.9-2.2 1.1-3.2.7 2.5-1.7 3.6-4.6 3-7.7z",
            cream.shade,
        )
        + shape(
            "M7.2 12.4c0-2.4 1.9-3.7 4.4-3.7h8.8c2.5 0 4.4 1.3 4.4 3.7 0 1.9-1.4 3-3.4 3H10.6c-2 "
            "0-3.4-1.1-3.4-3z",
            cream.light,
        )
        + shape(
            "M21 8.8c2.2.2 3.8 1.5 3.8 3.6 0 1.9-1.4 3-3.4 3h-2.6c2-1.4 2.9-4 2.2-6.6z",
            cream.base,
        )
        + shape(
            "M10.4 8.4C10.4 6 13 4.8 16 3.2c3 1.6 5.6 2.8 5.6 5.2 0 1.7-1.4 2.6-3 2.6h-5.2c-1.7 "
            "0-3-.9-3-2.6z",
            lighter(cream.light, 0.25),
        )
        + shape(
            "M17.2 3.9c2.6 1.3 4.4 2.5 4.4 4.5 0 1.7-1.4 2.6-3 2.6h-2c1.4-1.8 1.7-4.6.6-7.1z",
            cream.light,
        )
        + sprinkles
        + _cherry(16, 3, 2)
    )


def sundae(color: str) -> str:
    """Three scoops in a glass dish; the colour is that of the one in front."""
    front, left, right = _cream(color), _cream("#7a4f38"), _cream("#f7ecd2")
    glass = "#cfe6f2"

    def scoop(x: float, y: float, r: float, tint: Tones) -> str:
        return (
            oval(x, y, r, r, tint.base)
            + shape(
                f"M{x + r * 0.3:g} {y - r * 0.95:g}a{r:g} {r:g} 0 0 1 {-r * 0.1:g} {r * 1.9:g}"
                f"a{r * 1.6:g} {r * 1.6:g} 0 0 0 {r * 0.1:g} {-r * 1.9:g}z",
                tint.shade,
                0.7,
            )
            + stroke(
                f"M{x - r * 0.6:g} {y - r * 0.2:g}q.2-{r * 0.4:g} {r * 0.5:g}-{r * 0.55:g}", tint.shine, 0.7
            )
        )

    wafer = shape("M22.6 2.2l3.4 1.2-5 13.2-3.4-1.2z", _WAFER[0]) + stroke(
        "M23.4 3l-4.6 12.6M22.4 5.2l2.6.9M21.4 7.8l2.6.9M20.4 10.4l2.6.9", _WAFER[1], 0.35
    )
    return (
        wafer
        + scoop(10, 13, 5, left)
        + scoop(22, 13, 5, right)
        + scoop(16, 11.4, 5.6, front)
        + shape(
            "M11.4 9c1.2-3.6 8-3.6 9.2 0 .3 1.3-.7 2-1.4 1.1-.5 2.6-2.2 2.6-2.6.4-.5 1.6-1.9 1.5-2.2-.2-.8 "
            "1.7-3.4.9-3-1.3z",
            "#8a4a30",
        )
        + _cherry(16, 5, 1.6)
        + shape(
            "M4 14.8h24c-.4 5.6-4.4 9-9.8 9.6h-4.4C8.4 23.8 4.4 20.4 4 14.8z",
            glass,
            0.92,
        )
        + shape("M22.8 14.8H28c-.4 5.6-4.4 9-9.8 9.6 3-2 4.6-5.4 4.6-9.6z", "#9cc4da", 0.7)
        + oval(16, 14.8, 12, 1.1, mix(glass, "#ffffff", 0.55))
        + stroke("M6.4 17.2c.7 2.4 2.2 4 4.2 5", "#ffffff", 0.9)
        + shape("M14.6 24.2h2.8l.4 4h-3.6z", "#a9cfe2")
        + oval(16, 29.2, 6, 1.2, "#b9dae9")
        + oval(16, 28.8, 6, 1, glass)
    )


def cone(color: str) -> str:
    """Two scoops on a wafer; the colour is that of the upper one."""
    top, under = _cream(color), _cream("#f9efd9")
    return (
        shape("M9.4 15.6h13.2L16.7 30c-.3.6-1.1.6-1.4 0z", _WAFER[0])
        + shape("M18.6 15.6h4L16.7 30c-.1.3-.4.4-.7.4 2-4.4 2.9-9.6 2.6-14.8z", _WAFER[1])
        + stroke(
            "M11 15.8l7.4 10M15 15.8l4.8 6.6M21 15.8l-7.4 10M17 15.8l-4.8 6.6",
            "#a8692c",
            0.35,
        )
        + shape(
            "M7.6 15.4c-.8-5 3-8.4 8.4-8.4s9.2 3.4 8.4 8.4c-.3 1.7-2.3 2-2.9.5-.6 2-2.8 2-3.3.2-.5 2.2-3.2 "
            "2.3-3.7 0-.5 1.9-2.7 1.7-3.3-.2-.8 1.5-3.3 1.2-3.6-.5z",
            under.base,
        )
        + shape(
            "M21 8.4c2.7 1.4 3.9 4 3.4 7-.3 1.7-2.3 2-2.9.5-.5 1.6-2 1.9-2.8.9 2.2-2.1 3-5.3 2.3-8.4z",
            under.shade,
        )
        + shape(
            "M9 8.8C8.4 4.4 11.6 1.4 16 1.4s7.6 3 7 7.4c-.2 1.5-2 1.7-2.5.4-.6 1.7-2.5 1.6-2.9.1-.5 1.8-2.7 "
            "1.8-3.2 0-.5 1.5-2.4 1.5-2.9-.1-.6 1.3-2.3 1-2.5-.4z",
            top.base,
        )
        + shape(
            "M20 2.6c2.3 1.2 3.4 3.5 3 6.2-.2 1.5-2 1.7-2.5.4-.4 1.2-1.6 1.5-2.3.9 1.8-2 2.5-4.7 1.8-7.5z",
            top.shade,
        )
        + stroke("M11.4 6c.4-1.4 1.3-2.3 2.6-2.7", top.shine, 0.9)
    )


SWEETS: Final = {
    "cupcake": Drawn(cupcake, ("#f2a3b8", "#a9d6c4", "#f4d58c", "#b9a6dd"), (4.3, -2.2, 27.7, FOOT)),
    "ice-cream": Drawn(sundae, ("#f29bb2", "#a8d8b8", "#f4b860"), (4, 1.2, 28, FOOT)),
    "soft-ice-cream": Drawn(cone, ("#f29bb2", "#a8d8b8", "#8a5a40"), (7.5, 1.4, 24.5, FOOT)),
}
