"""Watches, cameras and what one listens with."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch.palette import darker, lab, lighter
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    METAL,
    Drawn,
    Tones,
    block,
    mirrored,
    oval,
    shape,
    stroke,
    tones,
)


def wristwatch(color: str) -> str:
    """On its strap, seen from the front; black on the dial if it is pale itself."""
    strap = tones(color)
    pale = lab(color).lightness > 0.62
    metal = strap if pale else tones("#c9ced8")
    dial, ink = ("#27324a", "#f3f5f9") if pale else ("#fbfaf6", "#2a2f3d")
    ticks = "".join(
        f"M{16 + 5.4 * math.cos(a):.2f} {16 + 5.4 * math.sin(a):.2f}L{16 + 6.1 * math.cos(a):.2f} "
        f"{16 + 6.1 * math.sin(a):.2f}"
        for a in (math.tau * n / 12 for n in range(12))
    )
    links = "".join(stroke(f"M11.6 {y}h8.8", strap.deep, 0.28, 0.7) for y in (2.2, 4, 5.8, 26.2, 28, 29.6))
    return (
        shape("M11.6.9h8.8l1.2 9.6H10.4zM10.4 21.4h11.2l-1.2 9H11.6z", strap.base)
        + shape("M18.4.9h2l1.2 9.6h-3zM18.6 21.4h3l-1.2 9h-2z", strap.shade)
        + shape("M11.6.9h1.8l-.4 9.6h-2.6zM10.4 21.4H13l.4 9h-1.8z", strap.light)
        + (links if pale else stroke("M16 2.4v3M16 26.4v2.4", strap.deep, 0.6))
        + block(24.4, 14.6, 1.8, 2.8, metal.shade, corner=0.6)
        + oval(16, 16, 8.9, 8.9, metal.shade)
        + oval(15.7, 15.7, 8.5, 8.5, metal.base)
        + oval(16, 16, 7.5, 7.5, metal.deep)
        + oval(16, 16, 7.1, 7.1, dial)
        + shape(
            "M16 8.9a7.1 7.1 0 0 1 5 12.1L11 11a7.1 7.1 0 0 1 5-2.1z", "#ffffff" if pale else "#000000", 0.07
        )
        + stroke(ticks, ink, 0.42)
        + stroke("M16 16V11.6M16 16l3.2 2.2", ink, 0.75)
        + stroke("M16.6 17.4L13.4 11.8", "#e5533d", 0.3)
        + oval(16, 16, 0.7, 0.7, "#e5533d")
        + stroke("M8.6 13.2c.7-2 2-3.6 3.8-4.7", metal.shine, 0.6)
    )


def smartwatch(color: str) -> str:
    """A square one, rings of activity on its screen."""
    strap, case = tones(color), tones("#c9ced8" if lab(color).lightness < 0.5 else "#3a3f4c")
    rings = "".join(
        stroke(f"M16 {16 - r:g}A{r:g} {r:g} 0 1 1 {16 - r * 0.95:.2f} {16 - r * 0.3:.2f}", ink, 1.05)
        for r, ink in ((5, "#ff5f7a"), (3.6, "#9be04f"), (2.2, "#4fd6e8"))
    )
    return (
        shape("M10.8.9h10.4l1 8.4H9.8zM9.8 22.6h12.4l-1 7.8H10.8z", strap.base)
        + shape("M18.6.9h2.6l1 8.4h-3.4zM18.8 22.6h3.4l-1 7.8h-2.6z", strap.shade)
        + "".join(oval(16, y, 0.45, 0.6, strap.deep) for y in (24.8, 26.6, 28.4))
        + block(23.8, 12.6, 1.5, 3.6, case.shade, corner=0.7)
        + block(7.4, 7, 17.2, 18, case.base, corner=4.6)
        + shape("M20 7a4.6 4.6 0 0 1 4.6 4.6v8.8A4.6 4.6 0 0 1 20 25z", case.shade)
        + block(8.4, 8, 15.2, 16, "#0e1118", corner=3.8)
        + rings
        + stroke("M9.6 13.2v-1.6a2.4 2.4 0 0 1 2.2-2.4h3", "#ffffff", 0.45, 0.5)
    )


def camera(color: str) -> str:
    """With a big lens; a pale camera has a band of black leather."""
    body: Tones = tones(color)
    leather = "#2b2f3a" if lab(color).lightness > 0.5 else lighter(color, 0.2)
    return (
        shape("M10.6 8.8l1.6-3.2c.3-.6.8-.9 1.5-.9h6.6c.7 0 1.2.3 1.5.9l1.6 3.2z", body.shade)
        + block(13.6, 5.6, 4.8, 2, "#2b2f3a", corner=0.5)
        + block(4, 7.6, 4.4, 1.8, METAL, corner=0.6)
        + block(24.4, 7.4, 3.4, 2, "#e5533d", corner=0.7)
        + block(0.6, 8.6, 30.8, 21.8, body.base, corner=2.6)
        + block(0.6, 13.4, 30.8, 12.4, leather)
        + shape("M26 8.6h2.8a2.6 2.6 0 0 1 2.6 2.6v16.6a2.6 2.6 0 0 1-2.6 2.6H26z", "#101020", 0.16)
        + stroke("M3.2 10.4h6.6", body.shine, 0.8)
        + oval(26.6, 11.2, 1, 1, "#fff3c4")
        + oval(16, 19.4, 9.4, 9.4, METAL)
        + oval(16, 19.4, 8.7, 8.7, "#23262f")
        + oval(16, 19.4, 6.6, 6.6, "#3b4150")
        + oval(16, 19.4, 5.6, 5.6, "#10131c")
        + oval(16, 19.4, 4.2, 4.2, "#2f4f9f")
        + shape("M16 15.2a4.2 4.2 0 0 1 0 8.4c2.2-2 2.2-6.4 0-8.4z", "#5f8fe0")
        + oval(13.9, 17.2, 1.3, 1.3, "#e6f1ff")
        + oval(18, 21.6, 0.6, 0.6, "#c9a6f0")
        + stroke("M8.9 17.4c.6-2.2 2-4 4-5", "#6b7386", 0.6)
    )


def headphones(color: str) -> str:
    """Seen from the front: a padded band and two cups."""
    shade, deep, shine = darker(color, 0.2), darker(color, 0.62), lighter(color, 0.45)
    left = (
        block(4.4, 16.6, 5.6, 12.2, color, corner=2.7)
        + shape("M7.4 16.6h-.3a2.7 2.7 0 0 0-2.7 2.7v6.8a2.7 2.7 0 0 0 2.7 2.7h.3c-1-3-1-9.2 0-12.2z", shade)
        + block(9.2, 17.3, 3.1, 10.8, deep, corner=1.5)
        + block(9.8, 18.3, 0.9, 8.8, lighter(deep, 0.16), corner=0.45)
        + block(6.3, 13.4, 2.1, 4.6, shade, corner=0.9)
        + stroke("M8.6 18.8v7.4", shine, 0.5)
    )
    return (
        stroke("M7.4 15.4C7.4 7.6 11 3.4 16 3.4s8.6 4.2 8.6 12", shade, 2.6)
        + stroke("M7.4 14.8C7.4 7.3 11 3 16 3s8.6 4.3 8.6 11.8", color, 1.9)
        + stroke("M9.9 9.1C11.2 6.3 13.3 5 16 5s4.8 1.3 6.1 4.1", deep, 1.1)
        + stroke("M10.6 5.4C12 3.8 13.8 3 16 3", shine, 0.6)
        + left
        + mirrored(left)
    )


def speaker(color: str) -> str:
    """Wireless, round-cornered, cloth before its cones."""
    case = tones(color)
    cones = "".join(
        oval(16, y, r, r, "#2a2e39")
        + oval(16, y, r * 0.86, r * 0.86, "#4a5060")
        + oval(16, y, r * 0.62, r * 0.62, "#2f3440")
        + oval(16, y, r * 0.3, r * 0.3, "#5d6575")
        + oval(16 - r * 0.3, y - r * 0.34, r * 0.16, r * 0.12, "#9aa3b5")
        for y, r in ((9.4, 3), (20, 6))
    )
    return (
        block(10, 29.4, 3, 1, "#23262f", corner=0.4)
        + block(19, 29.4, 3, 1, "#23262f", corner=0.4)
        + block(7.4, 2.4, 17.2, 27.4, case.base, corner=3.4)
        + shape(
            "M21.2 2.4a3.4 3.4 0 0 1 3.4 3.4v20.600a3.400 3.400 0 0 1-3.400 3.400h-1.600V2.400z", case.shade
        )
        + block(9, 4.2, 14, 23.8, case.deep, corner=2.4)
        + cones
        + stroke("M8.4 6.400v16", case.shine, 0.6)
        + oval(13.6, 28.9, 0.4, 0.4, "#7fe0a0")
        + stroke("M15.4 28.900h3.200", case.shine, 0.4)
    )


DEVICES: Final = {
    "speaker": Drawn(speaker, ("#3d4660", "#c8664f", "#4f8f8a", "#d9b36a"), (7.4, 2.4, 24.6, FOOT)),
    "watch": Drawn(wristwatch, ("#8a5a3b", "#c9ced8", "#2f4a7d", "#d9b25f"), (7.1, 0.9, 26.2, FOOT)),
    "smartwatch": Drawn(smartwatch, ("#3a4050", "#e5533d", "#2a9d8f"), (7.4, 0.9, 25.3, FOOT)),
    "camera": Drawn(camera, ("#c9ced8", "#3a3f4c", "#b5583f"), (0.6, 4.7, 31.4, FOOT)),
    "headphones": Drawn(headphones, ("#3a4157", "#e5e2ea", "#e5533d", "#2a9d8f"), (4.4, 1.7, 27.6, 28.8)),
}
