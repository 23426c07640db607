"""What works and moves in halls, laboratories, car parks and orbits."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    IRON,
    METAL,
    Drawn,
    block,
    both_sides,
    moved,
    oval,
    shape,
    stroke,
    tones,
)
from imgorigin.painters.sketch.subjects.drawn.structures import solar_panel, wind_farm
from imgorigin.painters.sketch.subjects.drawn.vehicles import sedan

_TYRE: Final = "#23252f"
_CARTON: Final = "#c99a63"


def _tyre(x: float, r: float) -> str:
    y = FOOT - r
    return (
        oval(x, y, r, r, _TYRE)
        + oval(x, y, r * 0.56, r * 0.56, METAL)
        + oval(x, y, r * 0.3, r * 0.3, "#7d8696")
    )


def _carton(x: float, y: float, w: float, h: float) -> str:
    """Standing on y, taped."""
    return (
        block(x, y - h, w, h, _CARTON, corner=0.2)
        + block(x + w * 0.72, y - h, w * 0.28, h, "#b38550", corner=0.2)
        + block(x + w * 0.42, y - h, w * 0.16, h * 0.4, "#e6c796")
        + block(x + w * 0.1, y - h * 0.3, w * 0.24, h * 0.16, "#f6f1e6")
    )


def forklift(color: str) -> str:
    """With cartons on its fork."""
    tone = tones(color)
    return (
        stroke("M18 14.6L19.6 5.2H27.4L28.8 16", "#2b2f3a", 1.1)
        + shape("M18.6 4.2h10.2c.6 0 .9.3.9.8v.8H17.8V5c0-.5.3-.8.8-.8z", "#2b2f3a")
        + block(22.6, 13.4, 5.4, 2, "#2b2f3a", corner=0.8)
        + block(26.2, 8.6, 1.9, 6.4, "#2b2f3a", corner=0.9)
        + stroke("M19 15.8l1.5-3.2M19.4 12.2l2.2 1", "#2b2f3a", 0.7)
        + shape("M15.2 16.2c0-1 .6-1.6 1.6-1.6h4.4l1.6 3h5.4c2.2 0 3.4 1.2 3.4 3.400v6.6H15.2z", tone.base)
        + shape("M27.4 17.6h.8c2.2 0 3.4 1.2 3.4 3.400v6.6h-4.200z", tone.shade)
        + shape("M15.2 25.2h16.4v2.4H15.2z", "#3a3f4a")
        + stroke("M16.6 17.6h3.2", tone.shine, 0.6)
        + block(23.4, 20, 3, 2.6, tone.deep, corner=0.5)
        + block(11.9, 1.2, 1.5, 28.4, IRON, corner=0.3)
        + block(13.7, 1.2, 1, 28.4, "#565d6c", corner=0.3)
        + block(11.4, 22.4, 3.6, 1, "#565d6c")
        + shape("M-2.2 26.6H10.9V18.6h1.1v9.1H-2.2z", "#4b515e")
        + block(-1.6, 25.2, 11.6, 1.3, "#a9713f")
        + _carton(-1.4, 25.2, 5.6, 5.4)
        + _carton(4.6, 25.2, 5.2, 7)
        + _carton(-0.6, 19.8, 4.8, 4.2)
        + _tyre(17.4, 3.6)
        + _tyre(28, 3.1)
        + oval(16.2, 19.4, 0.8, 0.8, "#fff3c4")
        + oval(28.2, 3.6, 0.9, 0.8, "#ffb02e")
    )


def robot_arm(color: str) -> str:
    """Of six joints, its gripper down, on a round base."""
    tone = tones(color)
    dark = "#2f3542"

    def joint(x: float, y: float, r: float) -> str:
        return (
            oval(x, y, r, r, dark)
            + oval(x, y, r * 0.62, r * 0.62, METAL)
            + oval(x, y, r * 0.26, r * 0.26, dark)
        )

    gripper = block(-1.1, 0, 2.2, 2.2, METAL, corner=0.5) + both_sides(
        stroke("M.6 2L2.4 3.4 1.9 6.6", dark, 1), about=0
    )
    return (
        shape("M13.6 30.4c0-2.6 1.4-4 3.4-4.400h7c2 .4 3.4 1.8 3.4 4.400z", dark)
        + shape("M16 27.2c.4-2.6 1.8-4 4.5-4s4.1 1.4 4.5 4z", tone.base)
        + shape("M21.4 23.300c2.2.3 3.3 1.6 3.6 3.900h-2.400c0-1.6-.4-3-1.2-3.900z", tone.shade)
        + stroke("M20.5 22.800L23.8 9.8", tone.shade, 4.8)
        + stroke("M20.2 22.800L23.4 9.8", tone.base, 3.8)
        + stroke("M19.5 19.600l1.8-7.2", tone.shine, 0.7)
        + stroke("M23.6 9.400L10.6 6.2", tone.shade, 4.2)
        + stroke("M23.6 9L10.6 5.8", tone.base, 3.3)
        + stroke("M20 7.200l-6.4-1.6", tone.shine, 0.6)
        + stroke("M26.2 23.600C29.6 19 29.4 11 25.6 8", dark, 0.7)
        + stroke("M10.4 6.200L6.8 12.6", tone.base, 2.6)
        + joint(20.4, 23, 2.5)
        + joint(23.6, 9.2, 2.7)
        + joint(10.4, 6, 2.1)
        + moved(gripper, 6.6, 12.4)
        + oval(18.2, 29, 0.6, 0.6, "#5ff0a0")
        + block(3.8, 26.8, 5.6, 3.6, "#4f8df0", corner=0.5)
        + shape("M7.6 26.800h1.300c.3 0 .5.2.5.5v2.600c0 .3-.2.5-.5.5H7.600z", "#3a6fc8")
        + shape("M5.5 17.400h2.200l.7 1.600v2.600H4.800V19z", "#d9eef8")
        + shape("M4.8 19.800h3.600v1.800H4.800z", "#35c2a8")
    )


def charging_station(color: str) -> str:
    """A post with a screen, its cable on the hook."""
    return (
        _post(color)
        + stroke("M10.6 19.4C6.4 20.4 6.2 27.6 3.8 27.4 1.6 27.2 2.6 21.6 2.4 18.8", IRON, 0.9)
        + block(1.2, 15.2, 2.4, 4, IRON, corner=0.7)
        + stroke("M1.8 15.2v-1.4M3 15.2v-1.4", METAL, 0.5)
    )


def _post(color: str) -> str:
    tone = tones(color)
    cap = "M12.8 3h6.4a2.2 2.2 0 0 1 2.2 2.2v2.4H10.6V5.2A2.2 2.2 0 0 1 12.8 3z"
    return (
        block(9.4, 29, 13.2, 1.4, "#8a919e", corner=0.5)
        + block(10.6, 3, 10.8, 26.4, "#f4f6f9", corner=2.2)
        + shape("M18 3h1.2a2.2 2.2 0 0 1 2.2 2.2v22a2.2 2.2 0 0 1-2.2 2.2H18z", "#d7dce5")
        + shape(cap, tone.base)
        + block(12.4, 9.2, 7.2, 5.2, GLASS, corner=0.7)
        + block(13.2, 12.6, 4.4, 0.9, "#5ff0a0", corner=0.4)
        + shape("M16.6 16.2l-3.2 4.4h2.2l-.8 3.6 3.6-4.8h-2.3l.9-3.2z", tone.base)
    )


def car_charging(color: str) -> str:
    """A car plugged in at its charging station."""
    return (
        moved(_post("#22a06b"), 26.6, -0.1, scale=1.003)
        + moved(sedan(color), -3.6, 0)
        + stroke("M27 21C30.4 21.6 29.4 28.6 33 28.2 36.4 27.8 34 20.6 37.6 19.6", IRON, 0.9)
        + block(25, 20, 2.6, 1.7, "#3a3f4a", corner=0.6)
    )


def satellite(color: str) -> str:
    """Two wings of cells, and a dish; drawn aslant."""
    cell = tones(color)
    wing = (
        block(19.6, 15.4, 2.4, 1.2, METAL)
        + block(21.6, 11.2, 13.4, 9.6, "#d9dee8", corner=0.5)
        + "".join(
            block(22.2 + 4.2 * column, 11.8 + 4.4 * row, 3.8, 4, (cell.base, cell.light)[(row + column) % 2])
            for row in (0, 1)
            for column in (0, 1, 2)
        )
        + stroke("M23 15.200l2-2.800M31.4 19.400l2-2.8", "#ffffff", 0.5, 0.6)
    )
    body = (
        both_sides(wing)
        + block(12.2, 9.4, 7.6, 13.2, "#e7b84c", corner=1.2)
        + shape("M17.4 9.4h1.200a1.2 1.2 0 0 1 1.2 1.200v10.800a1.2 1.2 0 0 1-1.2 1.200h-1.200z", "#bf8f2f")
        + stroke("M12.4 13.400h7.200M12.4 18h7.2", "#a87a24", 0.5)
        + block(14, 6.8, 4, 2.8, "#8f98a8", corner=0.5)
        + stroke("M16 7V4", METAL, 0.7)
        + oval(16, 3.6, 0.8, 0.8, "#ff5d5d")
        + stroke("M16 22.4v3", METAL, 1)
        + shape("M10.8 24.600h10.400c-.8 3.2-2.6 4.6-5.2 4.600s-4.4-1.4-5.2-4.600z", "#f4f6fa")
        + shape("M16 24.600h5.200c-.8 3.2-2.6 4.6-5.2 4.600z", "#cfd6e2")
        + stroke("M16 27.200v3", METAL, 0.6)
        + oval(16, 30.4, 0.7, 0.7, "#8f98a8")
    )
    return f'<g transform="rotate(-24 16 16)">{body}</g>'


def potted_cactus(color: str) -> str:
    """Two-armed, in flower, in a clay pot."""
    tone, clay = tones(color), tones("#d0744a")
    ribs = "M16 6.6v14M13.6 8v12.6M18.4 8v12.6"
    spines = "".join(
        f"M{x} {y}l.9-.5M{x} {y}l.9.5"
        for x, y in ((11.6, 9), (11.6, 13), (11.6, 17), (19.6, 11), (19.6, 15), (15.2, 10.6), (15.2, 15))
    )
    return (
        stroke("M12 16.400H9c-1.6 0-2.6-1-2.6-2.600v-2.6", tone.base, 3)
        + stroke("M20 13.800h3c1.6 0 2.6-1 2.6-2.600V8.6", tone.shade, 3)
        + block(11.2, 3.6, 9.6, 19, tone.base, corner=4.8)
        + shape("M17.4 3.800c2 .8 3.4 2.6 3.4 4.800v14h-3.600z", tone.shade)
        + stroke(ribs, tone.deep, 0.35, 0.6)
        + stroke(spines, "#f6f3d6", 0.35)
        + "".join(
            oval(16 + dx, 3.2 + dy, 1.5, 1.5, "#ff6f91") for dx, dy in ((-1.5, 0.2), (1.5, 0.2), (0, -1.2))
        )
        + oval(16, 3, 0.9, 0.9, "#ffd166")
        + oval(6.4, 9.4, 1, 1, "#ff6f91")
        + shape("M8.8 22.4h14.400l-1.5 7.200c-.1.5-.4.8-.9.800H11.200c-.5 0-.8-.3-.9-.8z", clay.base)
        + shape("M18.8 22.4h4.400l-1.5 7.200c-.1.5-.4.8-.9.800h-3.400z", clay.shade)
        + block(7.8, 20.4, 16.4, 3.2, clay.light, corner=1)
        + block(18.8, 20.4, 5.4, 3.2, clay.base, corner=1)
    )


def house_with_panels(color: str) -> str:
    """A house whose roof, turned to the viewer, is covered with solar cells."""
    wall, roof = tones(color), tones("#8a4a3c")
    cells = ""
    for row in range(2):
        for column in range(5):
            top, left = 5.4 + 4.4 * row, 9.5 - 1.62 * row + column * (4.3 + 0.35 * row)
            cells += shape(f"M{left:.2f} {top:.2f}h4l.3 4H{left - 1.3:.2f}z", "#24408a")
            cells += shape(f"M{left:.2f} {top:.2f}h1.9l-1.9 4H{left - 1.3:.2f}z", "#3d63bd")
            cells += stroke(
                f"M{left - 0.7:.2f} {top + 2:.2f}h4.8M{left + 1.7:.2f} {top:.2f}l-.3 4", "#9fb8ef", 0.18
            )
    window = block(0, 0, 5, 5.2, "#f7f3ea", corner=0.3) + block(0.5, 0.5, 4, 4.2, "#a9d3ee")
    panes = stroke("M2.5.5v4.2M.5 2.6h4", "#f7f3ea", 0.4)
    return (
        block(26.8, 1.2, 2.8, 6, "#b5654a")
        + block(26.4, 0.8, 3.6, 1.1, "#8a4a3c", corner=0.3)
        + block(3.4, 13, 30.6, 17.4, wall.base)
        + block(3.4, 14.2, 30.6, 1.6, wall.shade)
        + block(3.4, 28.8, 30.6, 1.6, wall.shade)
        + shape("M6.4 3.4h25.400L36 14.6H1.6z", roof.base)
        + shape("M1.6 14.6H36v.9H1.600z", roof.deep)
        + cells
        + moved(window + panes, 7.4, 19)
        + moved(window + panes, 25.2, 19)
        + block(16.4, 19.4, 5.2, 11, "#7d5236", corner=0.4)
        + block(17.2, 20.4, 3.6, 3.4, "#a9d3ee", corner=0.3)
        + oval(20.6, 26, 0.4, 0.4, "#e9c46a")
        + block(15.4, 29.6, 7.2, 0.8, "#c9c4bb")
        + shape("M2.6 30.4a2.8 3 0 0 1 5.6 0z", "#4f9a55")
        + shape("M28.4 30.4a3.2 3.6 0 0 1 6.4 0z", "#3f8a4b")
    )


def energy_park(color: str) -> str:
    """Panels in a row before three turbines."""
    panel = solar_panel("#2b4f9f")
    return moved(wind_farm(color), 0, -1) + "".join(
        moved(panel, x, 30.7 - 30.7 * 0.42, scale=0.42) for x in (-14, 1.4, 16.8, 32.2)
    )


MACHINES: Final = {
    "forklift": Drawn(forklift, ("#f2a71e", "#e8743b"), (-2.2, 1.2, 31.6, FOOT)),
    "robot-arm": Drawn(robot_arm, ("#f08a24", "#f2b01e", "#3d7dd8"), (3.4, 2, 29, FOOT)),
    "charging-station": Drawn(charging_station, ("#22a06b", "#2f6fd0"), (1.2, 3, 22.6, FOOT)),
    "car-charging": Drawn(car_charging, ("#f4f6f9", "#2f6fd0", "#d8403a"), (-2.7, 2.9, 49.2, FOOT)),
    "satellite": Drawn(satellite, ("#2b4f9f", "#24408a"), (-4.2, 3.6, 36.2, 29.9)),
    "potted-cactus": Drawn(potted_cactus, ("#4fa35c", "#3f8f6b"), (4.9, 0.4, 27.1, FOOT)),
    "energy-park": Drawn(energy_park, ("#f4f6f8",), (-14.2, -4.8, 46, 30.6)),
    "house-with-panels": Drawn(house_with_panels, ("#f3e3c8", "#cfe0e6", "#e8c9b0"), (1.6, 0.8, 36, FOOT)),
}
"""Rows for DRAWN."""
