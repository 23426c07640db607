"""Dishes as they are served: on a board, on a plate, in a bowl."""

from __future__ import annotations

from collections.abc import Callable
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

_WOOD: Final = tones("#a9713f")
_PLATE: Final = tones("#f1f3f7")
_LEAF: Final = "#5a9e3f"


def _plate(y: float, rx: float = 15.4, ry: float = 2.6) -> str:
    return (
        oval(16, y + 0.7, rx, ry, _PLATE.shade)
        + oval(16, y, rx, ry, _PLATE.base)
        + oval(16, y + 0.1, rx * 0.74, ry * 0.66, "#dfe3ea")
    )


def pizza(color: str) -> str:
    """A whole one on a round board; the colour is the cheese's."""
    cheese = tones(color)
    salami = ((9, 22.2), (15.4, 20.6), (21.8, 21.6), (12.4, 25.2), (19, 25.6), (24.6, 24.4), (7.4, 24.8))
    leaves = ((12, 22.6, -30), (18.6, 22.8, 20), (22.6, 26.6, -15), (15.6, 27, 40), (9.6, 26.6, 10))
    return (
        oval(16, 25.4, 15.6, 6.2, _WOOD.deep)
        + oval(16, 24.6, 15.6, 6.2, _WOOD.light)
        + oval(16, 24.6, 14.4, 5.5, _WOOD.base)
        + oval(16, 24.2, 13.2, 5.2, "#a5622a")
        + oval(16, 23.5, 13.2, 5.2, "#dd9a4d")
        + oval(16, 23, 12.9, 4.8, "#eab46a")
        + oval(16, 23.5, 11.3, 4.2, "#cf4a2c")
        + oval(16, 23.4, 10.9, 3.95, cheese.base)
        + stroke(
            "M16 19.4L16 27.4M5.6 22.4L26.4 24.6M9.4 20.4L23 26.8M22.8 20.4L8.6 26.4", cheese.shade, 0.35
        )
        + "".join(
            oval(x, y, 1.75, 0.95, "#b23425")
            + oval(x, y - 0.15, 1.6, 0.8, "#d9503a")
            + oval(x - 0.4, y - 0.3, 0.4, 0.2, "#f08a6a")
            for x, y in salami
        )
        + "".join(
            moved(shape("M-1.3 0Q0-1 1.3 0 0 1-1.3 0z", _LEAF), x, y, turn=turn) for x, y, turn in leaves
        )
    )


def croissant(color: str) -> str:
    """Lying, its tips towards the viewer."""
    crust = tones(color)
    lumps = (
        (4.6, 25.6, 2.9, 4.3, -58),
        (27.4, 25.6, 2.9, 4.3, 58),
        (9.2, 22.4, 4.1, 6.1, -28),
        (22.8, 22.4, 4.1, 6.1, 28),
        (16, 21, 5.1, 7.3, 0),
    )
    text = shape("M2.6 27.8Q16 33.4 29.4 27.8 22 25 16 25T2.6 27.8z", crust.deep)
    for x, y, rx, ry, turn in lumps:
        body = (
            oval(0, 0, rx, ry, crust.base)
            + shape(
                f"M{rx * 0.25:.2f} {-ry * 0.96:.2f}Q{rx * 1.5:.2f} 0 {rx * 0.25:.2f} {ry * 0.96:.2f} "
                f"{rx:.2f} {ry * 0.7:.2f} {rx:.2f} 0 {rx:.2f} {-ry * 0.7:.2f} {rx * 0.25:.2f} "
                f"{-ry * 0.96:.2f}z",
                crust.shade,
            )
            + oval(-rx * 0.3, -ry * 0.4, rx * 0.42, ry * 0.34, crust.light)
            + stroke(
                f"M{-rx * 0.86:.2f} {-ry * 0.1:.2f}q{rx * 0.8:.2f}-{ry * 0.2:.2f} {rx * 1.66:.2f} 0",
                crust.deep,
                0.3,
                0.5,
            )
            + stroke(
                f"M{-rx * 0.8:.2f} {ry * 0.34:.2f}q{rx * 0.8:.2f}-{ry * 0.16:.2f} {rx * 1.56:.2f} 0",
                crust.deep,
                0.3,
                0.5,
            )
        )
        text += moved(body, x, y, turn=turn)
    return text


def sushi(color: str) -> str:
    """Nigiri and rolls on a board; the colour is the fish's."""

    def nigiri(x: float, fish: str) -> str:
        tone = tones(fish)
        return (
            block(x - 3.5, 21.6, 7, 4.8, "#ffffff", corner=2)
            + block(x - 3.5, 24.4, 7, 2, "#e3e6ee", corner=1)
            + shape(
                f"M{x - 4.1} 23.2C{x - 4.4} 19.6 {x - 2} 18.4 {x} 18.4S{x + 4.4} 19.6 {x + 4.1} 23.2Q{x} "
                f"21.8 {x - 4.1} 23.2z",
                tone.base,
            )
            + stroke(f"M{x - 2.2} 19.6l-.9 2.4M{x} 19l-.5 2.6M{x + 2.2} 19.4l-.2 2.6", tone.shine, 0.5)
        )

    def roll(x: float, y: float, heart: str) -> str:
        return (
            block(x - 2.6, y - 3.4, 5.2, 4.2, "#22342c")
            + oval(x, y + 0.8, 2.6, 1.15, "#1a2822")
            + oval(x, y - 3.4, 2.6, 1.15, "#22342c")
            + oval(x, y - 3.5, 2.2, 0.92, "#ffffff")
            + oval(x, y - 3.5, 0.95, 0.45, heart)
            + stroke(f"M{x - 1.9:.1f} {y - 2}v2.2", "#4d6b5c", 0.4)
        )

    return (
        block(3.4, 28, 3.2, 2.4, _WOOD.deep)
        + block(25.4, 28, 3.2, 2.4, _WOOD.deep)
        + block(-1, 26, 34, 2.4, _WOOD.base, corner=0.5)
        + block(-1, 26, 34, 0.7, _WOOD.light, corner=0.3)
        + nigiri(4, color)
        + nigiri(13, "#d9434a")
        + roll(20.6, 25.4, "#ff8a4c")
        + roll(25, 25.8, _LEAF)
        + roll(29.4, 25.4, "#ff8a4c")
        + stroke("M-3 29.6L37 24.2M-3 30.4L37 25.4", "#8f5a34", 0.6)
    )


def toast(color: str) -> str:
    """A slice with avocado and tomatoes on a plate; the colour is the avocado's."""
    green = tones(color)
    slices = "".join(
        moved(
            shape("M-1.9 2.6Q-3.2-2 0-3.6 3.2-2 1.9 2.6 0 3.4-1.9 2.6z", green.shade)
            + shape("M-1.4 2.3Q-2.6-1.6 0-3 2.6-1.6 1.4 2.3 0 2.9-1.4 2.3z", green.light),
            x,
            y,
            turn=turn,
        )
        for x, y, turn in (
            (9.6, 21.6, -24),
            (13, 20.6, -12),
            (16.4, 20.2, 0),
            (19.8, 20.6, 12),
            (23, 21.6, 24),
        )
    )
    return (
        _plate(27.4)
        + shape(
            "M4.6 25L8.2 17.4Q9 15.8 11 15.6 16 14.8 21 15.6 23 15.8 23.8 17.4L27.4 25v1.8Q16 29.4 4.6 26.8z",
            "#a8662f",
        )
        + shape(
            "M4.6 25L8.2 17.4Q9 15.8 11 15.6 16 14.8 21 15.6 23 15.8 23.8 17.4L27.4 25Q16 27.6 4.6 25z",
            "#d99a55",
        )
        + shape(
            "M6.2 24.4L9.4 17.8Q10 16.7 11.4 16.5 16 15.8 20.6 16.5 22 16.7 22.6 17.8L25.8 24.4Q16 26.4 "
            "6.2 24.4z",
            "#f3d7a2",
        )
        + slices
        + "".join(
            oval(x, y, 1.9, 1.3, "#c8362c")
            + oval(x - 0.1, y - 0.3, 1.6, 0.95, "#ec5a44")
            + oval(x - 0.5, y - 0.6, 0.4, 0.25, "#ffc2ae")
            for x, y in ((11, 24.2), (15.4, 25), (20.4, 24.4))
        )
        + "".join(
            oval(x, y, 0.25, 0.25, "#3a3226")
            for x, y in ((13.4, 21.6), (17.4, 22), (18, 19.6), (14.8, 19.4), (21, 22.2), (11.6, 21.8))
        )
    )


def pancakes(color: str) -> str:
    """A stack with syrup, butter and berries."""
    dough = tones(color)
    text = _plate(28.6, 15.8)
    for index in range(4):
        y, x = 27 - 3.1 * index, 16 + (0.5, -0.4, 0.3, 0)[index]
        text += (
            shape(f"M{x - 11} {y - 2}v1.6c0 1.7 5 2.7 11 2.7s11-1 11-2.7v-1.6z", dough.deep)
            + shape(f"M{x - 11} {y - 2}v.6c0 1.7 5 2.7 11 2.7s11-1 11-2.7v-.6z", "#fbe3b0")
            + oval(x, y - 2.2, 11.1, 2.6, dough.base)
        )
    berries = (
        (8.4, 15, "#3f4f9a"),
        (10.6, 16.6, "#4a5cb0"),
        (21.4, 16.4, "#3f4f9a"),
        (23.4, 14.8, "#4a5cb0"),
        (3.2, 28.2, "#3f4f9a"),
        (28.8, 28.4, "#4a5cb0"),
    )
    strawberry = shape(
        "M0 2.4C-2.600.8-2.6-1.8-1.4-2.2-.6-2.500.6-2.5 1.4-2.2 2.6-1.8 2.600.8 0 2.4z",
        "#e0343f",
    ) + shape("M-1.7-2.2L0-3.2 1.7-2.2 0-1.5z", _LEAF)
    return (
        text
        + oval(16, 15.3, 10, 2.2, dough.light)
        + shape(
            "M7.4 15.2c0-1.7 4-2.3 8.6-2.3s8.6.6 8.6 2.3c0 1-.6 1.5-1 2.4-.3 1.3.3 4.4-.9 "
            "4.4s-.8-2.6-1.3-3.8c-.7-.9-1.9-.6-2.4.4-.4 1.5.2 6-1.2 6s-.9-4.4-1.4-5.6c-.8-1.2-2.7-.7-3.2.1"
            "-.5 1.1.1 3.1-1.1 3.1s-.8-2.2-1.5-3.4c-1.3-1.4-3.2-2-3.2-3.6z",
            "#8a4317",
        )
        + oval(14, 14.6, 3, 0.6, "#b8682f")
        + shape("M13 12.6l4.6-1.2 2.2 1.6-4.4 1.5z", "#fff0b8")
        + shape("M13 12.6l2.4 1.9v1.5l-2.4-1.8z", "#e9c95c")
        + shape("M15.4 14.5l4.4-1.5v1.4l-4.4 1.6z", "#f5dc7d")
        + "".join(
            oval(x, y, 1.25, 1.25, tint) + oval(x - 0.4, y - 0.4, 0.35, 0.35, "#a9b6ee")
            for x, y, tint in berries
        )
        + moved(strawberry, 10.2, 13.2, turn=-16)
        + moved(strawberry, 22, 13, turn=14)
        + moved(strawberry, 5.6, 27.6, turn=-70, scale=0.9)
    )


def ramen(color: str) -> str:
    """Noodles, egg and greens in a bowl, sticks on its rim."""
    bowl = tones(color)
    noodles = "".join(
        stroke(f"M{x} 14.6q1.6-1.5 3.2 0t3.2 0 3.2 0", "#f6d47a", 0.8)
        + stroke(f"M{x - 0.6} 16q1.6-1.4 3.2 0t3.2 0 3.2 0", "#eec25c", 0.8)
        for x in (4.6, 9.4)
    )
    egg = (
        oval(0, 0, 2.9, 1.9, "#ffffff")
        + oval(0, 0.2, 1.6, 1.05, "#f5a623")
        + oval(-0.4, -0.1, 0.5, 0.3, "#ffd06b")
    )
    swirl = oval(0, 0, 2.2, 1.35, "#ffffff") + stroke("M-.9.1q.3-.9 1.1-.6t.2 1-1.300.1", "#f0709a", 0.4)
    return (
        shape("M24 13.5L25.4 6.4 29 7 27.6 14z", "#1f3a30")
        + shape("M20.4 13L21 5.6 24.8 6 24.4 13.6z", "#2a4a3d")
        + shape(
            "M1.4 14.4h29.2c0 6.7-3.8 11.8-9 13.6H10.4c-5.2-1.8-9-6.9-9-13.6z",
            bowl.base,
        )
        + shape("M23.4 14.4h7.2c0 6.7-3.8 11.8-9 13.6h-4c4-3 5.8-7.6 5.8-13.6z", bowl.shade)
        + stroke("M4.6 19.2c.8 2.7 2.2 4.8 4.2 6.4", bowl.shine, 0.8)
        + block(10.600, 27.8, 10.8, 2.600, bowl.deep, corner=0.6)
        + oval(16, 14.400, 14.600, 4, bowl.light)
        + oval(16, 14.600, 13.400, 3.400, "#b8602a")
        + oval(16, 14.900, 12.800, 3, "#d98a3d")
        + noodles
        + moved(egg, 19.6, 14.200, turn=-8)
        + moved(egg, 24.2, 15, turn=8)
        + moved(swirl, 13.600, 13.400)
        + "".join(
            oval(x, y, 0.75, 0.5, tint)
            for x, y, tint in (
                (16.4, 16.600, _LEAF),
                (18.400, 17, "#8cc466"),
                (20.6, 16.8, _LEAF),
                (14.200, 17, "#8cc466"),
                (11.600, 12.600, _LEAF),
                (9.600, 12.800, "#8cc466"),
            )
        )
        + stroke("M-2.4 10.4L19 14.8M-2 8.6L20 13.4", "#9c3b34", 0.9)
        + stroke(
            "M10 9.6q-1.4-1.6 0-3.2t0-3.2M16 8.6q-1.4-1.6 0-3.2t0-3.2",
            "#ffffff",
            0.7,
            0.7,
        )
    )


def _large(draw: Callable[[str], str], share: float) -> Callable[[str], str]:
    """What is flat and wide, larger than its grid: else it would be a small thing on a large table."""
    return lambda color: moved(draw(color), 16 * (1 - share), FOOT * (1 - share), scale=share)


DISHES: Final = {
    "pizza": Drawn(_large(pizza, 1.4), ("#f6c75c",), (-5.8, 13.3, 37.8, 32.1)),
    "croissant": Drawn(_large(croissant, 1.15), ("#dc9a48",), (-1.9, 11.1, 33.9, 30.4)),
    "sushi": Drawn(_large(sushi, 1.4), ("#ff8f5c",), (-10.8, 13.4, 45.8, 30.4)),
    "avocado-toast": Drawn(_large(toast, 1.25), ("#8fbf4d",), (-3.2, 11.1, 35.2, 30.7)),
    "pancakes": Drawn(_large(pancakes, 1.1), ("#dd9a49",), (-1.4, 7.7, 33.4, 31.7)),
    "steaming-bowl": Drawn(ramen, ("#c8453a", "#2f5d8a", "#3a3f4a"), (-2.8, 1.8, 30.6, FOOT)),
}
