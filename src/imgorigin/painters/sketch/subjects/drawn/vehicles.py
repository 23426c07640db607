"""What drives, sails and flies. Like the icons, it faces left."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from imgorigin.painters.sketch.palette import darker, lighter, mix
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    IRON,
    METAL,
    Drawn,
    block,
    both_sides,
    oval,
    shape,
    stroke,
    tones,
)

TYRE: Final = "#23252f"
LAMP: Final = "#fff3c4"
TAIL: Final = "#ff4d4d"


def wheel(x: float, r: float, *, spokes: int = 5, wall: str = "") -> str:
    """Standing on FOOT; `wall` is the colour of a tyre's side."""
    y = FOOT - r
    ends = (
        (math.cos(turn), math.sin(turn)) for turn in (math.tau * n / spokes - 1.57 for n in range(spokes))
    )
    rays = "".join(f"M{x:g} {y:g}L{x + a * r * 0.6:.2f} {y + b * r * 0.6:.2f}" for a, b in ends)
    return (
        oval(x, y, r, r, TYRE)
        + (oval(x, y, r * 0.8, r * 0.8, wall) if wall else "")
        + oval(x, y, r * 0.64, r * 0.64, METAL)
        + oval(x, y, r * 0.52, r * 0.52, "#8b93a3")
        + stroke(rays, "#e6eaf1", r * 0.15)
        + oval(x, y, r * 0.17, r * 0.17, "#5d6575")
    )


def sports_car(color: str) -> str:
    """Low and long, its engine behind the seats."""
    tone = tones(color)
    body = (
        "M.6 26.3c0-2.4 1-3.4 3.4-4 2.8-.7 5.4-1.1 7.8-1.5 2.2-2.4 4.6-4.2 8.4-4.2 4.3 0 7.3 1.6 9.6 3.7"
        " 1.2 1 1.6 1.9 1.6 3.5v3.1c0 .9-.5 1.4-1.4 1.4H2.2c-1 0-1.6-.7-1.6-2z"
    )
    return (
        shape("M27.4 19.2l.3-1 4.1-.6.1 1.1-1.9.6.1 1.5-2-.4z", tone.deep)
        + shape(body, tone.base)
        + shape(
            "M11.8 20.8c2.2-2.4 4.6-4.2 8.4-4.2 4.3 0 7.3 1.6 9.6 3.7l.2.2c-6-1.2-12.8-1-18.2.3z", tone.light
        )
        + shape("M13 21c1.8-1.9 3.8-3.3 6.9-3.3 2.6 0 4.6.8 6.6 2.4l-2.6 1.2c-3.6.3-7.2.2-10.9-.3z", GLASS)
        + shape("M13 21c1.8-1.9 3.8-3.3 6.9-3.3l-3.4 3.5c-1.2 0-2.3-.1-3.5-.2z", "#7fa3c8", 0.75)
        + stroke("M20.6 17.7l.2 3.6", tone.base, 0.7)
        + shape("M.7 25.6c8-.9 21-.9 30.7-.1v1.4c0 .9-.5 1.4-1.4 1.4H2.2c-1 0-1.6-.7-1.6-2z", tone.shade)
        + stroke("M2.6 28h27.6", tone.deep, 0.7)
        + shape("M20.7 22.9l4.1-.6-.9 2.6h-2z", tone.deep)
        + stroke("M12.6 21.4c-.5 2.2-.3 4.4.9 6M20.8 21.6l-.3 5.6", tone.deep, 0.25, 0.6)
        + stroke("M17.6 23.2h1.6", tone.deep, 0.35)
        + stroke("M4.6 22.9c2.5-.7 5-1.1 7.4-1.4", tone.shine, 0.5, 0.9)
        + shape("M1.6 24.2c.6-.8 1.9-1.3 4.2-1.5-.4 1-1.8 1.6-4.2 1.5z", LAMP)
        + shape("M31.4 22.7l-2.6-.3c.1 1 .9 1.5 2.6 1.6z", TAIL)
        + shape("M3.2 28.3a3.9 3.9 0 0 1 7.8 0zM20.9 28.3a3.9 3.9 0 0 1 7.8 0z", "#191b24")
        + wheel(7.1, 3.2)
        + wheel(24.8, 3.2)
    )


def vintage_car(color: str) -> str:
    """A round one of the fifties, with chrome and white-walled tyres."""
    tone, cream = tones(color), mix(color, "#fff6e4", 0.9)
    fender = "M{x} 27.6c-.6-4.2 1.7-6.8 5-6.8s5.4 2.4 5.3 6.8z"
    return (
        shape("M8.2 20.6c1.5-4.6 4-7.4 9-7.4 5.4 0 9 2.7 11 7.6z", cream)
        + shape("M17.6 13.2c5.2.1 8.6 2.8 10.6 7.6h-2.6c-1.5-3.8-4-6.7-8-7.6z", darker(cream, 0.12))
        + shape("M9.9 20.6c1.3-3.4 3-5.4 6.2-5.8v5.8zM17.5 14.8c3.7.2 6.2 2.3 7.8 5.8h-7.8z", GLASS)
        + shape("M9.9 20.6c1.3-3.4 3-5.4 6.2-5.8-.4 2.2-1.6 4.2-3.5 5.8z", "#7fa3c8", 0.75)
        + shape("M17.5 14.8c1.2.1 2.2.3 3.1.8l-3.1 3.4z", "#7fa3c8", 0.75)
        + shape(
            "M1.8 27.2c-.3-3.6 1.2-6.2 5-6.7 7-.9 14-.9 21 0 2.4.4 3.4 2.6 3.4 5.6 0 .8-.3 1.3-1 1.3z",
            tone.base,
        )
        + shape("M1.9 25.8h29.3c0 1-.2 1.5-1 1.6H1.8z", tone.shade)
        + stroke("M7 22.2c6.6-.9 13.6-.9 20.4 0", tone.shine, 0.55, 0.9)
        + stroke("M3.4 24.3h26.6", METAL, 0.5)
        + stroke("M16.8 20.6v6.2", tone.deep, 0.3, 0.6)
        + stroke("M18.2 22.6h1.7", "#f4f6fa", 0.55)
        + shape(fender.format(x=3), tone.light)
        + shape(fender.format(x=19.6), tone.light)
        + shape(
            "M4.3 27.6c-.2-3.2 1.4-5.2 3.8-5.2s4 1.8 3.9 5.2zM20.9 27.6c-.2-3.2 1.4-5.2 3.8-5.2"
            "s4 1.8 3.9 5.2z",
            "#191b24",
        )
        + wheel(8.1, 3.3, spokes=8, wall="#f4efe4")
        + wheel(24.7, 3.3, spokes=8, wall="#f4efe4")
        + oval(3.3, 22.6, 1.35, 1.45, METAL)
        + oval(3, 22.6, 0.95, 1.05, LAMP)
        + oval(30.6, 23, 0.65, 0.9, TAIL)
        + stroke("M.9 26.6h3.2M28.9 26.6h2.6", "#e6eaf1", 1.1)
    )


def sedan(color: str) -> str:
    """A family car of today."""
    tone = tones(color)
    return (
        shape(
            "M.9 25.4c0-2.3.9-3.7 3-4.2 1.7-.4 3.4-.7 5.2-.9 2.4-2.7 5-5.3 9.4-5.3 4.6 0 7 2.3 9.3 5.2"
            " 2.4.5 3.4 1.6 3.4 4v2.4c0 .9-.5 1.5-1.5 1.5H2.4c-1 0-1.5-.6-1.5-1.5z",
            tone.base,
        )
        + shape("M9.1 20.3c2.4-2.7 5-5.3 9.4-5.3 4.6 0 7 2.3 9.3 5.2-5.6-1-13-1-18.7.1z", tone.light)
        + shape("M10.8 20.5c2-2.4 3.9-4.1 6.7-4.3v4.1c-2.3 0-4.6 0-6.7.2z", GLASS)
        + shape("M18.6 16.2c3.5.1 5.4 1.6 7.2 4.1-2.4-.1-4.8-.1-7.2 0z", GLASS)
        + shape(
            "M10.8 20.5c2-2.4 3.9-4.1 6.7-4.3l-3.4 4.2zM18.6 16.2c1 0 1.8.2 2.6.4l-2.6 3.2z", "#7fa3c8", 0.75
        )
        + shape("M.9 25h30.3v1.6c0 .9-.5 1.5-1.5 1.5H2.4c-1 0-1.5-.6-1.5-1.5z", tone.shade)
        + stroke("M2.4 27.8h27.4", tone.deep, 0.7)
        + stroke("M3.2 22.6c8-1.4 18-1.5 27.4-.3", tone.shine, 0.45, 0.85)
        + stroke(
            "M10.6 21.4c-.5 2.2-.2 4.2.8 5.8M18.1 20.4v7M26.2 21c-.2 1.4-.7 2.5-1.5 3.3",
            tone.deep,
            0.28,
            0.55,
        )
        + stroke("M15 22.6h1.6M22.4 22.6H24", tone.deep, 0.45)
        + shape("M1.6 23.4c.7-1.1 2-1.6 4.1-1.7-.2 1.2-1.6 1.9-4.1 1.7z", LAMP)
        + shape("M31.1 22.4l-2.7-.5c0 1.1.9 1.8 2.8 1.9z", TAIL)
        + shape("M3.3 28.1a4 4 0 0 1 8 0zM20.7 28.1a4 4 0 0 1 8 0z", "#191b24")
        + wheel(7.3, 3.3)
        + wheel(24.7, 3.3)
    )


def bicycle(color: str) -> str:
    """A town bicycle."""
    tone, r = tones(color), 6.1
    wheels = ""
    for x in (7, 25):
        y = FOOT - r
        rays = "".join(
            f"M{x} {y:g}L{x + math.cos(turn) * 5.6:.2f} {y + math.sin(turn) * 5.6:.2f}"
            for turn in (math.tau * n / 12 for n in range(12))
        )
        rim = f"M{x - 5.7:g} {y:g}a5.7 5.7 0 1 0 11.4 0 5.7 5.7 0 1 0-11.4 0z"
        wheels += stroke(rays, METAL, 0.14) + stroke(rim, TYRE, 0.95) + stroke(rim, METAL, 0.22)
        wheels += oval(x, y, 0.7, 0.7, IRON)
    return (
        wheels
        + stroke("M16.6 24.4l8.4-.1", IRON, 0.35)
        + stroke("M25 24.3L16.4 24.6 10.4 15.2H19z", tone.base, 1.05)
        + stroke("M25 24.3L19 15.2M19.3 13l-2.9 11.6", tone.base, 1.05)
        + stroke("M7 24.3L10.9 11.6", tone.shade, 1.05)
        + stroke("M11.3 15.2h6.6", tone.shine, 0.35)
        + stroke("M10.9 11.6c-1.7-.7-3.3-.2-3.6 1M10.9 11.6l1.8-.2", IRON, 0.75)
        + stroke("M7.3 12.6l-.1.7", "#8a5a3b", 1)
        + shape("M16.7 12.2c1.6-.8 4-.9 6-.4.6.2.5 1-.1 1.2-2 .3-3 .6-4.2.6-1.2-.1-2-.6-1.7-1.4z", "#8a5a3b")
        + oval(16.4, 24.6, 1.7, 1.7, METAL)
        + oval(16.4, 24.6, 0.8, 0.8, IRON)
        + stroke("M16.4 24.6l-1.6 3.4M14 28h1.7", IRON, 0.65)
        + shape("M4.2 15.4h5.3l-.6 3.4H4.9z", "#b98352")
        + stroke("M4.5 16.5h4.8M4.7 17.6h4.4", "#8a5a3b", 0.3)
    )


def drone(color: str) -> str:
    """A quadcopter with its camera, seen from the front."""
    tone, dark = tones(color), "#2b2f3a"
    arm = (
        stroke("M13 15.6L5 12.4", tone.shade, 1.7)
        + block(3.9, 10, 2.2, 3.2, dark, corner=0.7)
        + oval(5, 9.6, 5, 0.75, "#9aa4b5")
        + oval(5, 9.5, 4.2, 0.4, "#d6dce6")
        + stroke("M13 18.6L3.4 18.4", tone.base, 2)
        + block(2, 15.7, 2.6, 3.6, dark, corner=0.8)
        + oval(3.3, 15.2, 6.1, 0.9, "#9aa4b5")
        + oval(3.3, 15.1, 5.2, 0.5, "#d6dce6")
        + oval(3.3, 18.6, 0.5, 0.5, "#4be08a")
        + stroke("M12.4 21.4l-2 4.6M9.2 26h2.6", dark, 0.8)
    )
    return (
        both_sides(arm)
        + block(10, 14, 12, 8, tone.base, corner=3.6)
        + shape("M10 18.6h12a3.4 3.4 0 0 1-3.4 3.4h-5.2a3.4 3.4 0 0 1-3.4-3.4z", tone.shade)
        + stroke("M12.6 15.4h5", tone.shine, 0.7)
        + block(13.2, 20.4, 5.6, 5, dark, corner=1.6)
        + oval(16, 23, 1.9, 1.9, "#10131c")
        + oval(16, 23, 1.3, 1.3, "#3f6fb5")
        + oval(15.5, 22.5, 0.45, 0.45, "#d8ebff")
    )


def hot_air_balloon(color: str) -> str:
    """Five gores, of two colours by turns, and a basket."""
    pale, shade = mix(color, "#fff6e5", 0.72), darker(color, 0.18)
    seams = (-1, -0.62, -0.22, 0.22, 0.62, 1)
    gores = ""
    for index, (left, right) in enumerate(pairwise(seams)):
        path = (
            f"M16 1.2C{16 + 15 * left:.2f} 1.2 {16 + 15.5 * left:.2f} 14.5 {16 + 3.2 * left:.2f} 22.6"
            f"L{16 + 3.2 * right:.2f} 22.6C{16 + 15.5 * right:.2f} 14.5 {16 + 15 * right:.2f} 1.2 16 1.2z"
        )
        gores += shape(path, shade if index == 4 else (color, pale)[index % 2])
    return (
        gores
        + shape("M9.2 4.2c-3 3.6-3 8.6-.4 13.4-4.6-5-5-10.4.4-13.4z", lighter(color, 0.45), 0.6)
        + stroke("M13.2 22.6l.9 3.4M18.8 22.6l-.9 3.4", "#5a4030", 0.4)
        + shape("M13.7 26h4.6l-.5 4.4h-3.6z", "#8a5a33")
        + shape("M16.4 26h1.9l-.5 4.4h-1.4z", "#6b4426")
        + shape("M13.5 25.7h5v1.2h-5z", "#6b4426")
    )


def airliner(color: str) -> str:
    """Climbing to the left, its near wing towards us; the colour is its tail's."""
    body, tail = tones("#f3f5f9"), tones(color)
    windows = "".join(oval(x * 1.34 + 4.2, 15.3, 0.42, 0.52, "#4a6488") for x in range(1, 16))
    plane = (
        shape("M18.6 14.4L25 6.6h2.6l-3.4 7.8z", body.deep)
        + shape("M28 13.8L33.4 4.4h4l-2.4 10z", tail.base)
        + shape("M31.2 13.8L35.8 4.4h1.6l-2.4 10z", tail.shade)
        + shape(
            "M-4.4 17.2C-3.6 14.4-.4 12.9 4 12.9H29.6c3.4 0 6.8.5 8.4 1.5-1.6 2.8-7 5.4-13.6 5.4H3.4"
            "C-1.4 19.8-4.8 19-4.4 17.2z",
            body.base,
        )
        + shape(
            "M-4.4 17.4C-4.6 19-1.4 19.8 3.4 19.8H24.4c5.6 0 10.4-1.9 12.8-4.2-4 1.6-9 2.2-14.4 2.2H3.6"
            "C.2 17.8-2.6 17.9-4.4 17.4z",
            body.shade,
        )
        + stroke("M-3.6 17.3C8 17.9 24 18 35 15.9", tail.base, 0.5)
        + shape("M-2.8 15.4C-1.8 14.2-.4 13.7 1.4 13.6l-.4 1.9z", GLASS)
        + windows
        + shape("M29.6 15.4l8.6-1 2 3.4h-3z", body.deep)
        + block(12.2, 21.2, 6.6, 3.2, tail.base, corner=1.6)
        + block(12.2, 21.2, 1.7, 3.2, METAL, corner=0.85)
        + shape("M9.4 17.500h11.200L31.4 29.200c.3.400.1.700-.4.700h-1.700c-.6 0-1-.2-1.500-.600z", "#dde2ea")
        + shape("M16.800 17.500h3.800L31.4 29.200c.3.400.1.700-.4.700h-.7z", "#b3bac8")
        + stroke("M13.8 19.200L23 24.800", "#ffffff", 0.4, 0.8)
    )
    return f'<g transform="rotate(9 16 16)">{plane}</g>'


VEHICLES: Final = {
    "airplane": Drawn(airliner, ("#2f6fde", "#e5533d", "#2a9d8f", "#7b4fc4"), (-4.6, 7.2, 39.6, 32)),
    "sports-car": Drawn(sports_car, ("#e0312f", "#f2b01e", "#2b6fd6"), (0.6, 16.6, 31.9, FOOT)),
    "vintage-car": Drawn(vintage_car, ("#3f9c94", "#c8413b", "#5a8fc8"), (0.4, 13.2, 32, FOOT)),
    "automobile": Drawn(sedan, ("#d8403a", "#2f6fd0", "#2a9d8f"), (0.9, 15, 31.2, FOOT)),
    "bicycle": Drawn(bicycle, ("#2a9d8f", "#d8403a", "#3d7dd8"), (0.8, 11.2, 31.2, FOOT)),
    "drone": Drawn(drone, ("#e8ebf0", "#4a5262"), (-2.8, 8.8, 34.8, 26.4)),
    "hot-air-balloon": Drawn(hot_air_balloon, ("#e5533d", "#3d7dd8", "#c2559b"), (4.7, 1.2, 27.3, FOOT)),
}
