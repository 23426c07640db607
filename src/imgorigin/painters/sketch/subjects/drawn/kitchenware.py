"""Cups and glasses, with something to drink in them."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab
from imgorigin.painters.sketch.subjects.drawn.base import (
    CLEAR,
    COLORLESS,
    FOOT,
    RIM,
    Drawn,
    block,
    moved,
    oval,
    shape,
    stroke,
    tones,
)

_ICE: Final = block(-2.5, -2.5, 5, 5, "#e6f4fc", corner=1) + block(-1.7, -1.7, 2, 2, "#ffffff", corner=0.5)


def mug(color: str) -> str:
    """Full and steaming."""
    return cup(color) + "".join(
        stroke(f"M{x} 7.2q-1.5-1.5 0-3t0-3", "#ffffff", 0.9, 0.55) for x in (11.6, 14.8, 18)
    )


def cup(color: str) -> str:
    """A mug that has cooled down."""
    tone, side = tones(color), "v14.2a5.6 5.6 0 0 1-5.6 5.6"
    return (
        stroke("M23 13.2h2.6a4.4 4.4 0 0 1 0 11.4H22", tone.shade, 2.1)
        + stroke("M23.4 12.7h2.3a4.6 4.6 0 0 1 3.6 1.8", tone.light, 0.6)
        + shape(f"M6 10.6h17.6{side}h-6.4A5.6 5.6 0 0 1 6 24.8z", tone.base)
        + shape(f"M17.5 10.6h6.1{side}h-3.2c2.4-4 2.9-12 2.7-19.8z", tone.shade, 0.75)
        + stroke("M8.1 13.9c0 5 .1 8.6 1.3 12.2", tone.shine, 1.1)
        + oval(14.8, 10.6, 8.8, 2.3, tone.light)
        + oval(14.8, 10.7, 7.7, 1.75, tone.deep)
        + oval(14.8, 11.1, 6.9, 1.25, "#6b4028")
        + stroke("M10.4 11.2q1.6-.9 4-.9", "#8a5a3b", 0.5)
    )


def teacup(color: str) -> str:
    """On its saucer, steaming, the label of the bag over its rim."""
    tone = tones(color)
    return (
        "".join(stroke(f"M{x} 10q-1.4-1.4 0-2.8t0-2.8", "#ffffff", 0.9, 0.55) for x in (11.4, 15, 18.6))
        + oval(15.4, 28.4, 14.2, 2, tone.shade)
        + oval(15.4, 27.8, 14.2, 2, tone.light)
        + oval(15.4, 27.7, 9, 1.1, tone.shade)
        + stroke("M23.4 16.4c4-1 6 .6 5.4 3-.5 2.2-3 3.6-6.6 3.6", tone.shade, 1.7)
        + shape("M5.4 13.8h19.4c0 6.6-2.4 11.4-6.4 13.6h-6.6c-4-2.2-6.4-7-6.4-13.6z", tone.base)
        + shape("M20.6 13.8h4.2c0 6.6-2.4 11.4-6.4 13.6h-3.2c3.8-3 5.4-7.8 5.4-13.6z", tone.shade, 0.8)
        + stroke("M7.6 16.6c.5 3.2 1.5 5.8 3 7.6", tone.shine, 1)
        + oval(15.1, 13.8, 9.7, 2.2, tone.light)
        + oval(15.1, 13.9, 8.6, 1.6, tone.deep)
        + oval(15.1, 14.2, 7.8, 1.2, "#b9702c")
        + stroke("M10.4 14.2q2-.8 4.6-.8", "#e0a050", 0.5)
        + stroke("M12.2 14.6v4", "#f4f1ea", 0.35)
        + block(10.6, 18.4, 3.2, 3.6, "#7fb069", corner=0.4)
        + oval(12.2, 20.2, 0.8, 0.8, "#f4f1ea")
    )


def wine_glass(color: str) -> str:
    """Two thirds empty; the colour is the wine's."""
    pale = lab(color).lightness > 0.85
    wine = tones("#f0d888" if pale else color)
    return (
        stroke("M16 19.6v9", RIM, 1.1)
        + stroke("M15.7 19.6v9", "#eef7fd", 0.4)
        + shape("M9.4 30.4c0-1.4 3-2 6.6-2s6.6.6 6.6 2z", RIM)
        + shape("M9.4 30.4c0-1.4 3-2 6.6-2 .8 0 1.6 0 2.3.1-2.6.2-5.2.8-5.6 1.9z", "#dcecf7")
        + shape("M9.4 1.8h13.2c1.4 8 .8 18-6.6 18.4C8.6 19.8 8 9.8 9.4 1.8z", CLEAR, 0.75)
        + shape("M8.8 9.4h14.4c-.2 5.6-2.2 9.6-7.2 9.9-5-.3-7-4.3-7.2-9.9z", wine.base)
        + shape("M19.4 9.4h3.8c-.2 5.6-2.2 9.6-7.2 9.9 2.8-2 3.6-5.6 3.4-9.9z", wine.shade)
        + oval(16, 9.4, 7.2, 1.2, wine.light)
        + stroke("M9.4 1.8c-1.4 8-.8 18 6.6 18.4 7.4-.4 8-10.4 6.6-18.4", RIM, 0.5)
        + oval(16, 1.9, 6.6, 0.7, "#eef7fd")
        + stroke("M10.4 4.4c-.6 4.4-.5 8 .6 10.8", "#ffffff", 0.8, 0.85)
    )


def water_glass(color: str) -> str:
    """A tumbler of water with ice and a slice of lemon; coloured words stain the drink."""
    drink = tones("#8fd0f0" if lab(color).chroma < COLORLESS else color)
    return (
        shape("M7.4 3h17.2l-1.8 25.6c-.1 1.1-.8 1.8-1.9 1.8h-9.8c-1.1 0-1.8-.7-1.9-1.8z", CLEAR, 0.8)
        + shape("M8.2 9.6h15.6l-1.3 18.2c-.1.9-.7 1.4-1.5 1.4H11c-.8 0-1.4-.5-1.5-1.4z", drink.base)
        + shape("M19.6 9.6h4.2l-1.3 18.2c-.1.9-.7 1.4-1.5 1.4h-3c1-6 1.6-13 1.6-19.6z", drink.shade, 0.7)
        + oval(16, 9.6, 7.8, 1.3, drink.light)
        + moved(_ICE, 13, 14, turn=-14)
        + moved(_ICE, 18.2, 19.2, turn=20)
        + oval(24.2, 4.6, 4, 4, "#f2c230")
        + oval(24.2, 4.6, 3.4, 3.4, "#fff1b8")
        + oval(24.2, 4.6, 2.8, 2.8, "#ffd94f")
        + stroke("M24.2 1.9v5.4M21.9 3.2l4.6 2.8M21.9 6l4.6-2.8", "#fff1b8", 0.4)
        + stroke("M7.4 3l1.8 25.6c.1 1.1.8 1.8 1.9 1.8h9.8c1.1 0 1.8-.7 1.9-1.8L24.6 3", RIM, 0.55)
        + stroke("M7.4 3h13.2", "#eef7fd", 0.8)
        + stroke("M9.8 6l1.4 20", "#ffffff", 0.9, 0.8)
    )


KITCHENWARE: Final = {
    "mug": Drawn(mug, ("#e76f51", "#2a9d8f", "#3d7dd8", "#f4f1ea"), (6, 0.7, 32.4, FOOT)),
    "cup": Drawn(cup, ("#f4f1ea", "#e9c46a", "#2a9d8f", "#e76f51"), (6, 8.3, 32.4, FOOT)),
    "teacup-without-handle": Drawn(teacup, ("#f4f1ea", "#8fb5c9", "#e3a6a0"), (1.2, 4, 29.6, FOOT)),
    "wine-glass": Drawn(wine_glass, ("#9f1d3f", "#8a1a3a"), (8.4, 1.2, 23.6, FOOT)),
    "glass-of-juice": Drawn(water_glass, ("#f5a02e",), (7.2, 0.6, 28.2, FOOT)),
    "glass-of-water": Drawn(water_glass, ("#8fd0f0",), (7.2, 0.6, 28.2, FOOT)),
}
