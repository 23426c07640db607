"""What clothes look like from the front: what is drawn on a chest, the base of the neck at 0, 0.

To add one: a function from a look to markup, and a row in GARMENTS.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker, lighter
from imgorigin.painters.sketch.subjects.drawn.base import block, oval, shape, stroke
from imgorigin.painters.sketch.subjects.drawn.looks import Look

SHIRT: Final = "#f7f4ee"
LONG: Final = frozenset({"coat", "lab-coat"})
"""Garments that reach to the knees; a dress does, and flares."""


def _collar(look: Look) -> str:
    return shape("M-1.5-.5Q0 1.3 1.5-.5z", darker(look.skin, 0.15))


def _suit(look: Look) -> str:
    lapel = lighter(look.top, 0.14)
    return (
        shape("M-1.6-.5L0 5 1.6-.5z", SHIRT)
        + shape("M-.45.1h.9l.5 3.4L0 4.6-.95 3.5z", "#c8413b")
        + shape("M-1.6-.5L-2.5 1.4-1.6 2.2 0 5.2z", lapel)
        + shape("M1.6-.5L2.5 1.4 1.6 2.2 0 5.2z", lapel)
        + stroke("M0 5.2v3.6", darker(look.top, 0.3), 0.25)
    )


def _lab_coat(look: Look) -> str:
    edge = darker(look.top, 0.16)
    return (
        shape("M-1.6-.5L0 4.2 1.6-.5z", "#7fb2c9")
        + stroke("M-1.7-.4L0 4.4 1.7-.4M0 4.4V12", edge, 0.3)
        + block(-2.8, 6.6, 1.9, 1.6, darker(look.top, 0.08), corner=0.2)
        + block(1, 6.6, 1.9, 1.6, darker(look.top, 0.08), corner=0.2)
        + stroke("M-1.5-.2Q-1.9 2.2-1.2 3.4M1.5-.2Q1.9 2 1.4 3", "#3f4a5f", 0.42)
        + oval(-1.2, 3.9, 0.62, 0.62, "#9aa7b5")
    )


def _coat(look: Look) -> str:
    return (
        shape("M-1.5-.5L0 2.6 1.5-.5z", SHIRT)
        + shape("M-1.6-.6L-2.7 1.2-.2 3.6zM1.6-.6L2.7 1.2.2 3.6z", darker(look.top, 0.14))
        + stroke("M0 3V12.5", darker(look.top, 0.24), 0.25)
        + oval(0.7, 5, 0.25, 0.25, darker(look.top, 0.4))
        + oval(0.7, 7.4, 0.25, 0.25, darker(look.top, 0.4))
    )


def _tunic(look: Look) -> str:
    button = darker(look.top, 0.35)
    dots = "".join(oval(x, y, 0.26, 0.26, button) for x in (-0.9, 0.9) for y in (2.4, 4.4, 6.4))
    return shape("M-1.9-.7Q0 1.4 1.9-.7L1.4.9Q0 2-1.4.9z", "#c8413b") + dots


def _vest(look: Look) -> str:
    band = "#f7e66a"
    return (
        _collar(look)
        + shape("M-3-.1h1.1L-1.2 9h-1.4zM3-.1H1.9L1.2 9h1.4z", band)
        + block(-2.9, 5, 5.8, 1.1, band)
    )


def _uniform(look: Look) -> str:
    return (
        shape("M-1.6-.5L0 1.6 1.6-.5z", darker(look.top, 0.25))
        + shape("M-.4 1h.8l.4 4L0 6l-.8-1z", "#1d2230")
        + oval(1.9, 3.2, 0.65, 0.75, "#f2c14e")
        + block(-2.8, 8, 5.6, 1.1, "#1d2230")
    )


def _space_suit(look: Look) -> str:
    edge = darker(look.top, 0.16)
    return (
        block(-3, -0.9, 6, 1.7, edge, corner=0.8)
        + block(-2, 3, 4, 3, darker(look.top, 0.09), corner=0.6)
        + oval(-1, 4.2, 0.45, 0.45, "#e5533d")
        + oval(0.3, 4.2, 0.45, 0.45, "#3d8be0")
        + block(-2.9, 8.2, 5.8, 0.9, "#e5533d", corner=0.4)
    )


def _dungarees(look: Look) -> str:
    cloth = look.trousers
    return (
        _collar(look)
        + stroke("M-2.1-.1L-1.8 4.6M2.1-.1L1.8 4.6", cloth, 0.9)
        + block(-2.3, 3.8, 4.6, 5.8, cloth, corner=0.4)
        + block(-1.2, 5, 2.4, 1.9, darker(cloth, 0.14), corner=0.3)
        + oval(-1.8, 4.4, 0.3, 0.3, "#f2c14e")
        + oval(1.8, 4.4, 0.3, 0.3, "#f2c14e")
    )


def _apron(look: Look) -> str:
    return (
        _collar(look)
        + stroke("M-1.9-.2L-1.7 3M1.9-.2L1.7 3", look.top, 0.6)
        + shape("M-2 2.6h4L2.7 9.6 3 13.6H-3l.3-4z", look.top)
        + block(-1.5, 7.4, 3, 2.2, darker(look.top, 0.13), corner=0.3)
    )


def _hoodie(look: Look) -> str:
    shade = darker(look.top, 0.14)
    return (
        shape("M-2.6-.6Q0 2.8 2.6-.6 3 1.4 1.4 2Q0 2.4-1.4 2-3 1.4-2.6-.6z", shade)
        + stroke("M-.6 1.8v2.2M.6 1.8v2", SHIRT, 0.25)
        + shape("M-1.9 5.6h3.8l.6 2.7h-5z", shade)
    )


def _cardigan(look: Look) -> str:
    return shape("M-1.5-.5L-.9 9.4H.9L1.5-.5z", SHIRT) + _collar(look)


def _armour(look: Look) -> str:
    steel, edge = look.top, darker(look.top, 0.24)
    return (
        oval(-3.1, 1.3, 1.9, 1.5, lighter(steel, 0.3))
        + oval(3.1, 1.3, 1.9, 1.5, edge)
        + block(-2.2, -1, 4.4, 1.6, edge, corner=0.8)
        + shape("M-2.4 1.4Q0 2.6 2.4 1.4L2 8.2Q0 9.4-2 8.2z", "#b8403c")
        + shape("M-.5 2.6h1v1.5h1.3v1H.5v2.4h-1V5.100h-1.300v-1h1.300z", "#f2c14e")
        + block(-2.9, 8.2, 5.8, 1.1, "#6b4632", corner=0.3)
        + block(-0.6, 8.1, 1.2, 1.3, "#f2c14e", corner=0.2)
    )


def _kit(look: Look) -> str:
    """A number on a jersey."""
    return _collar(look) + stroke("M-.6 3.600L.4 3V6.600", SHIRT, 0.8)


GARMENTS: Final = {
    "kit": _kit,
    "shirt": _collar,
    "dress": _collar,
    "suit": _suit,
    "lab-coat": _lab_coat,
    "coat": _coat,
    "tunic": _tunic,
    "vest": _vest,
    "uniform": _uniform,
    "dungarees": _dungarees,
    "apron": _apron,
    "hoodie": _hoodie,
    "cardigan": _cardigan,
    "space-suit": _space_suit,
    "armour": _armour,
}
"""By name."""
