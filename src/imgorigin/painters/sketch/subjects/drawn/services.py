"""Vehicles of the services: with blue lights, and the bus to school. They face left."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    METAL,
    Drawn,
    block,
    shape,
    stroke,
    tones,
)
from imgorigin.painters.sketch.subjects.drawn.lorries import bus, van
from imgorigin.painters.sketch.subjects.drawn.vehicles import LAMP, TAIL, sedan, wheel

_NAVY: Final = "#27335a"
_WHITE: Final = "#f7f8fb"
_RED: Final = "#d8343a"


def _blue_light(x: float, y: float, w: float = 4.6) -> str:
    """On a roof at y."""
    return (
        block(x - w / 2 - 0.5, y - 0.5, w + 1, 0.9, METAL, corner=0.3)
        + block(x - w / 2, y - 2, w, 1.7, "#2f6fe0", corner=0.7)
        + block(x - w / 2 + 0.5, y - 1.7, w * 0.4, 0.7, "#a9cdfa", corner=0.3)
    )


def police_car(color: str) -> str:
    """Two-coloured: its doors are white, or navy if it is."""
    doors = _WHITE if color.lower() != _WHITE else _NAVY
    return (
        _blue_light(18.4, 15.2)
        + sedan(color)
        + shape(
            "M11 20.8c2.2-.2 4.6-.3 7-.3 2.7 0 5.2.1 7.6.4-.2 2.6-.8 4.6-1.8 6.2H12.3"
            "c-1.1-1.7-1.5-3.8-1.3-6.3z",
            doors,
        )
        + stroke("M18.1 20.6v6.4", tones(doors).shade, 0.3)
        + stroke("M15 22.2h1.6M22 22.2h1.6", tones(doors).deep, 0.45)
        + shape("M14.6 23.2l1.7.6v1.2c0 .9-.8 1.5-1.7 1.8-.9-.3-1.7-.9-1.7-1.8v-1.2z", "#e2b23e")
        + shape("M20.7 28.1a4 4 0 0 1 8 0z", "#191b24")
        + wheel(24.7, 3.3)
    )


def ambulance(color: str) -> str:
    """A van with a stripe and a cross."""
    body = van(color)
    cover = tones(color).base
    return (
        _blue_light(16.4, 11.8, 5)
        + body
        + shape("M15.6 14.8h15.2v9.6H15.6z", cover)
        + shape("M.8 22.8c.5-.8 1.2-1.2 2-1.5h28.6v2.7H.7z", _RED)
        + shape("M.9 22.9c.6-.9 1.7-1.3 3.1-1.3-.2 1.2-1.2 1.8-3.2 1.9z", LAMP)
        + shape("M21.6 13.2h3v2.2h2.2v3h-2.2v2.2h-3v-2.2h-2.2v-3h2.2z", _RED)
        + stroke("M14.9 13.4v13.6", tones(color).deep, 0.28, 0.55)
    )


def fire_engine(color: str) -> str:
    """A red body, its ladder on the roof."""
    tone = tones(color)
    rungs = "".join(f"M{12.6 + 2.1 * n:g} 9v2.4" for n in range(9))
    lockers = "".join(
        block(x, 16.6, 5.2, 6.4, "#c9d0da", corner=0.4)
        + stroke(f"M{x + 0.6:g} 18h4M{x + 0.6:g} 19.4h4M{x + 0.6:g} 20.8h4", "#9aa3b2", 0.3)
        for x in (12.2, 18.4, 24.6)
    )
    return (
        _blue_light(5.8, 11.2, 3.8)
        + stroke("M11.4 9h19.6M11.4 11.4h19.6" + rungs, METAL, 0.7)
        + stroke("M14 11.4v2.2M28.4 11.4v2.2", METAL, 0.8)
        + block(10.6, 13.4, 20.8, 14.6, tone.base, corner=0.9)
        + lockers
        + shape(
            "M.6 26.4v-5.2c0-1 .2-1.8.5-2.6l1.7-5.6c.4-1.2 1.1-1.8 2.3-1.8h4.7c.9 0 1.4.5 1.4 1.4"
            "v15.4H2c-.9 0-1.4-.5-1.4-1.6z",
            tone.base,
        )
        + shape("M2.8 13c.4-1.2 1.1-1.8 2.3-1.8h4.7c.9 0 1.4.5 1.4 1.4v.4z", tone.light)
        + shape("M2 19.4l1.5-5c.2-.5.5-.8 1-.8h2v5.8z", GLASS)
        + block(7.3, 13.600, 3, 5.8, GLASS, corner=0.3)
        + block(0.6, 24, 30.8, 1.7, "#f6d24a")
        + shape("M.6 25.7h30.8v1c0 .9-.5 1.3-1.4 1.3H2c-.9 0-1.4-.5-1.4-1.3z", tone.deep)
        + stroke("M7.8 20.8h1.8", tone.deep, 0.5)
        + block(0.6, 21.600, 1.5, 1.6, LAMP, corner=0.4)
        + block(30.6, 20.8, 0.8, 2.4, TAIL, corner=0.3)
        + shape("M3.4 28.2a3.7 3.7 0 0 1 7.4 0zM21.2 28.2a3.7 3.7 0 0 1 7.4 0z", "#191b24")
        + wheel(7.1, 3.1)
        + wheel(24.9, 3.1)
    )


def school_bus(color: str) -> str:
    """With two black bands."""
    return bus(color) + block(0.6, 20.6, 30.8, 1.2, "#2b2d36") + block(7.6, 23, 19, 0.7, "#2b2d36")


SERVICES: Final = {
    "police-car": Drawn(police_car, (_NAVY,), (0.9, 13, 31.2, FOOT)),
    "ambulance": Drawn(ambulance, (_WHITE,), (0.6, 9.8, 31.4, FOOT)),
    "fire-engine": Drawn(fire_engine, (_RED,), (0.6, 8.6, 31.4, FOOT)),
    "school-bus": Drawn(school_bus, ("#f2b01e",), (0.6, 9.4, 31.4, FOOT)),
}
