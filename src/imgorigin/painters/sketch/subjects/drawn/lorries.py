"""What works on the roads and fields: vans, lorries, taxis, buses and tractors. They face left."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch.palette import darker, difference, mix
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    IRON,
    METAL,
    Drawn,
    block,
    oval,
    shape,
    stroke,
    tones,
)
from imgorigin.painters.sketch.subjects.drawn.vehicles import LAMP, TAIL, TYRE, sedan, wheel

_GLINT: Final = "#7fa3c8"
_PLAIN: Final = 0.2
"""How far from white a van is whose parcel is white."""
_ARCH: Final = "#191b24"
_HUB: Final = "#f2c84b"


def van(color: str) -> str:
    """A panel van with a parcel on its side."""
    tone = tones(color)
    mark = mix(color, "#ffffff", 0.82) if difference(color, "#ffffff") > _PLAIN else "#c98d4e"
    return (
        shape(
            "M.6 25.6c0-2.3.5-3.7 2.2-4.3 1-.4 2-.7 2.8-.9L9 14.2c.9-1.6 1.9-2.4 3.9-2.4h16.3c1.5 0 "
            "2.2.8 2.2 2.2v12.8c0 .9-.5 1.4-1.4 1.4H2c-.9 0-1.4-.5-1.4-1.4z",
            tone.base,
        )
        + shape("M9 14.2c.9-1.6 1.9-2.4 3.9-2.4h16.3c1.5 0 2.2.8 2.2 2.2v1.2H8.5z", tone.light)
        + shape("M.6 24.6h30.8v2.2c0 .9-.5 1.4-1.4 1.4H2c-.9 0-1.4-.5-1.4-1.4z", tone.shade)
        + stroke("M2 27.9h28", tone.deep, 0.7)
        + shape("M7 20.3l3-5.5c.3-.6.8-.9 1.4-.9h2.4v6.4z", GLASS)
        + shape("M7 20.3l3-5.5c.3-.6.8-.9 1.4-.9h.8l-3 6.4z", _GLINT, 0.75)
        + stroke("M14.9 13.4v13.6M24.2 15.6v11.2M6 21.2c-.4 2 0 4.2 1.4 5.8", tone.deep, 0.28, 0.55)
        + stroke("M13.2 22.1h-1.3M16.2 22.1h1.3", tone.deep, 0.5)
        + shape("M20.8 15.9l4.6 1.6v4.8l-4.6 1.7-4.6-1.7v-4.8z", mark)
        + stroke("M16.4 17.6l4.4 1.6 4.4-1.6M20.8 19.2v4.6", tone.base, 0.5)
        + stroke("M18.5 16.7l4.4 1.6v1.7", tone.base, 0.5)
        + shape("M.9 22.9c.6-.9 1.7-1.3 3.1-1.3-.2 1.2-1.2 1.8-3.2 1.9z", LAMP)
        + block(30.6, 18.4, 0.8, 3, TAIL, corner=0.3)
        + shape("M3.4 28.2a3.9 3.9 0 0 1 7.8 0zM21.4 28.2a3.9 3.9 0 0 1 7.8 0z", _ARCH)
        + wheel(7.3, 3.2)
        + wheel(25.3, 3.2)
    )


def lorry(color: str) -> str:
    """A white box on a coloured cab."""
    tone, box = tones(color), tones("#eef0f4")
    return (
        block(10, 25.4, 21, 2.2, IRON)
        + block(11.2, 8.2, 20.2, 17.4, box.base, corner=0.8)
        + block(11.2, 22.6, 20.2, 3, box.shade, corner=0.8)
        + block(11.2, 8.2, 20.2, 1.6, "#ffffff", corner=0.7)
        + stroke("M15.2 10.8v11.4M19.2 10.8v11.4M23.2 10.8v11.4M27.2 10.8v11.4", box.shade, 0.3)
        + block(11.2, 17.4, 20.2, 2.6, tone.base)
        + block(11.2, 19.4, 20.2, 0.6, tone.shade)
        + shape(
            "M.6 26.4v-4.5c0-1 .2-1.7.7-2.5l2.5-5.2c.5-1 1.2-1.5 2.3-1.5h3.5c.8 0 1.2.4 1.2 1.2v13.7"
            "H1.8c-.8 0-1.2-.4-1.2-1.2z",
            tone.base,
        )
        + shape("M3.8 14.2c.5-1 1.2-1.5 2.3-1.5h3.5c.8 0 1.2.4 1.2 1.2v.7H3.6z", tone.light)
        + shape("M2.3 19.8l2.2-4.7c.2-.4.5-.6 1-.6h3v5.3z", GLASS)
        + shape("M2.3 19.8l2.2-4.7c.2-.4.5-.6 1-.6h.4l-2 5.3z", _GLINT, 0.75)
        + shape("M.6 24.6h10.2v3h-9c-.8 0-1.2-.4-1.2-1.2z", tone.shade)
        + stroke("M8.7 20.6v6.6", tone.deep, 0.28, 0.55)
        + stroke("M6.8 21.6h1.1", tone.deep, 0.5)
        + block(0.6, 22, 1.3, 1.6, LAMP, corner=0.4)
        + block(30.6, 24.2, 0.9, 1.4, TAIL, corner=0.3)
        + shape("M2.2 27.6a3.6 3.6 0 0 1 7.2 0z", _ARCH)
        + wheel(5.8, 3.1)
        + wheel(21.4, 3.1)
        + wheel(27.8, 3.1)
    )


def taxi(color: str) -> str:
    """A sedan with a lit sign and a chequered band."""
    squares = "".join(block(11.4 + 1.3 * n, 24 + 1.1 * (n % 2), 1.3, 1.1, "#23252f") for n in range(7))
    return (
        sedan(color)
        + block(15.2, 12.8, 5, 2.4, "#fff6d8", corner=0.6)
        + block(15.2, 14.4, 5, 0.8, "#23252f", corner=0.3)
        + stroke("M16.5 13.7h2.4", "#c98a1e", 0.5)
        + squares
    )


def bus(color: str) -> str:
    """A city bus, its door in front."""
    tone = tones(color)
    panes = "".join(block(x, 13.4, 4.2, 5.2, GLASS, corner=0.6) for x in (8.4, 13.2, 18, 22.8))
    glints = "".join(shape(f"M{x} 18.6l2.4-5.2h1.2l-2.4 5.2z", _GLINT, 0.7) for x in (8.9, 13.7, 18.5, 23.3))
    return (
        block(0.6, 10.4, 30.8, 17.6, tone.base, corner=2)
        + shape("M.6 13v-.6c0-1.2.8-2 2-2h26.8c1.2 0 2 .8 2 2v.6z", tone.light)
        + block(9, 9.4, 8, 1.4, tone.shade, corner=0.5)
        + block(0.6, 20.6, 30.8, 1.2, "#fbf8f0")
        + shape("M.6 24.8h30.8V26c0 1.2-.8 2-2 2H2.6c-1.2 0-2-.8-2-2z", tone.shade)
        + shape("M.6 19.6v-5.4c0-.5.3-.8.8-.8h1.4v6.2z", GLASS)
        + block(3.6, 13.4, 3.8, 13, GLASS, corner=0.5)
        + stroke("M5.5 13.6v12.6", tone.base, 0.4)
        + shape("M4 18.6l1-5h.4v5z", _GLINT, 0.7)
        + panes
        + glints
        + block(27.6, 13.4, 3, 5.2, GLASS, corner=0.6)
        + block(0.6, 22.6, 1.2, 1.6, LAMP, corner=0.4)
        + block(30.4, 22.4, 1, 1.8, TAIL, corner=0.3)
        + shape("M7.2 28a3.5 3.5 0 0 1 7 0zM21 28a3.5 3.5 0 0 1 7 0z", _ARCH)
        + wheel(10.7, 3)
        + wheel(24.5, 3)
    )


def tractor(color: str) -> str:
    """With a cab over its big wheels."""
    tone = tones(color)
    return (
        stroke("M8.6 17.5v-6.2", IRON, 1)
        + stroke("M8.2 11l1.2-.6", IRON, 0.8)
        + block(8, 22.6, 12, 3.4, IRON, corner=0.8)
        + shape("M2.6 24.4v-5.6c0-1.2.7-1.9 1.9-2l9.7-.6v8.8H3.6c-.7 0-1-.2-1-.6z", tone.base)
        + shape("M2.6 18.8c0-1.2.7-1.9 1.9-2l9.7-.6v1.8L2.6 19.4z", tone.light)
        + stroke("M3.8 20v3.8M5 20v3.8M6.2 19.9v3.9", tone.deep, 0.5)
        + stroke("M8.2 20.6h4.8", tone.shine, 0.5)
        + shape("M13.4 18.4l1.3-10.2h11.5l1.4 10.2v5.2H13.4z", "#dcecf5")
        + shape("M14.4 18.2l1.1-8.6h4v8.6zM20.5 9.6h5l1.1 8.6h-6.1z", "#9cc3dc")
        + shape(
            "M16 18.2l3.5-6v-2.6h-1.2L14.8 16l-.3 2.2zM22.5 18.2l3.2-6.4-.3-2.2h-1.2l-3.7 7.6v1z", "#cfe6f4"
        )
        + stroke("M14.7 8.4L13.6 18M20 8.6v9.8M26.2 8.4l1.3 10", IRON, 0.7)
        + block(13.4, 6.8, 14, 1.8, tone.base, corner=0.7)
        + block(13.4, 8, 14, 0.6, tone.shade, corner=0.3)
        + stroke("M15.5 19.4l-.9-2.4", IRON, 0.6)
        + shape("M13.4 18.2h14.2v3.4h-6L18 26h-4.6z", tone.shade)
        + shape(
            "M14.6 23.8c0-4.8 3.2-7.4 7.4-7.4 4.6 0 7.6 3 7.9 7.2h-2.2c-.4-3-2.6-5-5.7-5s-5.2 2-5.4 5.2z",
            tone.base,
        )
        + _lugged(22.4, 6.9, color)
        + _lugged(6.2, 4, color)
        + shape("M2.6 19.7c-.8.1-1.2.6-1.2 1.3s.5 1.1 1.2 1.1z", LAMP)
    )


def _lugged(x: float, r: float, color: str) -> str:
    """A tractor's wheel, with the ribs of its tyre."""
    y, turns = FOOT - r, [math.tau * n / 18 for n in range(18)]
    ribs = "".join(
        f"M{x + math.cos(a) * r * 0.8:.2f} {y + math.sin(a) * r * 0.8:.2f}"
        f"L{x + math.cos(a + 0.1) * r * 0.95:.2f} {y + math.sin(a + 0.1) * r * 0.95:.2f}"
        for a in turns
    )
    hub = METAL if difference(color, _HUB) < _PLAIN else _HUB
    return (
        oval(x, y, r, r, TYRE)
        + stroke(ribs, "#454957", r * 0.09)
        + oval(x, y, r * 0.56, r * 0.56, hub)
        + oval(x, y, r * 0.44, r * 0.44, darker(hub, 0.16))
        + oval(x, y, r * 0.18, r * 0.18, hub)
    )


LORRIES: Final = {
    "delivery-van": Drawn(van, ("#f2a93b", "#3d7fd0", "#e5533d", "#f1f2f4"), (0.6, 11.8, 31.4, FOOT)),
    "delivery-truck": Drawn(lorry, ("#d8503f", "#2f6fc0", "#2a9d7f"), (0.6, 8.2, 31.5, FOOT)),
    "taxi": Drawn(taxi, ("#f6c12d",), (0.9, 12.8, 31.2, FOOT)),
    "bus": Drawn(bus, ("#e0463b", "#2f7fc4", "#3a9a6a"), (0.6, 9.4, 31.4, FOOT)),
    "tractor": Drawn(tractor, ("#3f9a4a", "#d8453a", "#2f72c0"), (1.4, 6.8, 29.9, FOOT)),
}
