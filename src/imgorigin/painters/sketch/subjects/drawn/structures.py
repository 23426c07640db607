"""What is built for a use: bridges, mills, what makes power, a stage."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch.palette import darker, lighter
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    IRON,
    METAL,
    Drawn,
    Tones,
    arched,
    block,
    both_sides,
    moved,
    oval,
    shape,
    stroke,
    tones,
)

_WOOD: Final = "#7d5236"


_REACH: Final = 300
"""How far, left and right of its middle, a bridge goes on: beyond the edges of the widest picture."""


def arch_bridge(color: str) -> str:
    """Of stone, the highest of its arches in the middle; it goes on beyond its box."""
    stone = tones(color)
    aside = (16 + side * x for side in (-1, 1) for x in range(14, _REACH, 13))
    arches = [(16, 6.2, 28.8), *((x, 5.6, 28.8) for x in aside)]
    top = f"M{16 - _REACH} 22.2H-16C-4 21 6 17.2 16 17.2s20 3.8 32 5H{16 + _REACH}"
    holes = "".join(f"M{x - r:g} 30.4V{y}a{r} {r} 0 0 1 {2 * r:g} 0V30.4z" for x, r, y in arches)
    rings = "".join(f"M{x - r:g} 30.4V{y}a{r} {r} 0 0 1 {2 * r:g} 0V30.4" for x, r, y in arches)
    soffits = "".join(
        f"M{x:g} {y - r:g}a{r} {r} 0 0 1 {r} {r}v1.6h-1.3v-1.4a{r} {r} 0 0 0-{r - 1.3:.1f}-{r - 0.6:.1f}z"
        for x, r, y in arches
    )
    courses = "".join(
        f"M{x - 7.4:g} 24.8h2M{x + 5.6:g} 24h2M{x - 8:g} 27.4h2M{x + 6.2:g} 26.8h2" for x, _, _ in arches
    )
    return (
        f'<path fill-rule="evenodd" d="{top}V30.4H{16 - _REACH}z{holes}" fill="{stone.base}"/>'
        + stroke(courses, stone.shade, 0.8)
        + shape(soffits, stone.deep)
        + stroke(rings, stone.light, 0.9)
        + stroke(top, stone.light, 1.3)
        + f'<g transform="translate(0 .7)">{stroke(top, stone.shade, 0.4)}</g>'
        + "".join(oval(x + r + 0.9, 30.3, 1.6, 0.4, "#ffffff") for x, r, _ in arches)
        + "".join(_street_lamp(x, y) for x, y in ((-10, 21.3), (4, 18.8), (28, 18.8), (42, 21.3)))
    )


def _street_lamp(x: float, y: float) -> str:
    return stroke(f"M{x} {y}v-4.6", IRON, 0.35) + oval(x, y - 5, 0.7, 0.8, "#ffe9a8")


def suspension_bridge(color: str) -> str:
    """Two towers, the cables between them and the road that hangs from these; it goes on beyond its box."""
    tone = tones(color)
    hangers = "".join(f"M{x} {_cable(x):.1f}V21.6" for x in range(-18, 51, 2) if abs(abs(x - 16) - 14) > 1)
    piers = "".join(
        block(x - 0.9, 23, 1.8, 7.4, tone.shade) + oval(x, 30.3, 2, 0.4, "#ffffff")
        for side in (-1, 1)
        for x in (16 + side * at for at in range(38, _REACH, 11))
    )
    left, right = 16 - _REACH, 16 + _REACH
    return (
        piers
        + stroke(hangers, tone.shade, 0.22)
        + stroke(
            "M-20 21.4C-12 19 -4 12 2 4.6 8 15 12 19.8 16 19.8S24 15 30 4.6C36 12 44 19 52 21.4",
            tone.base,
            0.8,
        )
        + block(left, 21.2, 2 * _REACH, 1.7, tone.base)
        + block(left, 22.7, 2 * _REACH, 0.9, tone.deep)
        + stroke(f"M{left} 21.5H{right}", tone.light, 0.35)
        + "".join(shape(f"M{x} 23.6l2 1.8 2-1.8z", tone.shade) for x in range(-20, 52, 4))
        + _bridge_tower(2, tone)
        + _bridge_tower(30, tone)
    )


def _cable(x: float) -> float:
    """How high, on the grid, the main cable is there."""
    if abs(x - 16) < 14:
        return 19.8 - 14.6 * ((x - 16) / 14) ** 2
    return 5.2 + 15.4 * math.pow(min(1.0, (abs(x - 16) - 14) / 21), 0.9)


def _bridge_tower(x: float, tone: Tones) -> str:
    return (
        block(x - 2.1, 3.6, 1.5, 26.8, tone.base)
        + block(x + 0.6, 3.6, 1.5, 26.8, tone.shade)
        + "".join(block(x - 0.8, y, 1.6, 1.3, tone.shade) for y in (5.4, 10.6, 15.8))
        + block(x - 2.5, 2.6, 2.3, 1.6, tone.light, corner=0.3)
        + block(x + 0.2, 2.6, 2.3, 1.6, tone.base, corner=0.3)
        + shape(f"M{x - 3.6:g} 30.4l.7-4h5.8l.7 4z", "#8d949f")
        + shape(f"M{x + 0.6:g} 30.4v-4h2.3l.7 4z", "#6f7682")
        + oval(x, 30.3, 4.6, 0.5, "#ffffff")
    )


def windmill(color: str) -> str:
    """A Dutch one, its sails turned to the viewer."""
    wall, cap = tones(color), tones("#6b4a3a")
    sail = (
        stroke("M0 0V-12.8", _WOOD, 0.6)
        + shape("M.3-3.4h3v-9.2H.3z", "#fbf5e6")
        + stroke("M.3-5.7h3M.3-8h3M.3-10.3h3M1.8-3.4v-9.2", "#c9b08c", 0.25)
        + stroke("M.3-3.4h3v-9.2H.3z", _WOOD, 0.3)
    )
    return (
        shape("M11.4 13.4h9.2L23.2 30.4H8.8z", wall.base)
        + shape("M17.6 13.4h3L23.2 30.4h-4.6z", wall.shade)
        + shape("M10.9 16.6l.2-1.1h9.8l.2 1.1zM9.5 26l.2-1.1h12.6l.2 1.1z", wall.light)
        + shape("M10.8 13.6c.2-4 2.2-6.4 5.2-6.4s5 2.4 5.2 6.4z", cap.base)
        + shape("M17.4 7.4c2.4.6 3.6 3 3.8 6.2h-3c.2-2.2 0-4.4-.8-6.2z", cap.shade)
        + arched(16, 30.4, 4, 5.6, "#5a3d2b")
        + arched(16, 30.4, 3, 5, "#7d5236")
        + arched(13.4, 22.6, 1.7, 2.6, GLASS)
        + arched(18, 20.4, 1.6, 2.4, GLASS)
        + "".join(moved(sail, 16, 11.6, turn=turn) for turn in (22, 112, 202, 292))
        + oval(16, 11.6, 1.1, 1.1, cap.shade)
        + oval(15.8, 11.4, 0.5, 0.5, cap.light)
    )


def stage(color: str) -> str:
    """A theatre's, its curtain drawn aside."""
    cloth, wood = tones(color), tones("#b9793f")
    folds = ""
    for x in (-7.4, -5, -2.6):
        folds += stroke(f"M{x} 5C{x} 14 {x - 0.2} 20 {x - 0.8} 25.4", cloth.shade, 0.8)
    curtain = (
        shape("M-9 3h15.4c.4 7-2.4 12-6.4 14.6 2 2.8 2.6 5.6 2.4 9H-9z", cloth.base)
        + folds
        + shape("M6.4 3c.4 7-2.4 12-6.4 14.6l-1.2-.9C2 13.6 4 8.6 3.6 3z", cloth.shade)
        + shape("M-9 3h2v23.6h-2z", cloth.light)
        + stroke("M-8.4 17.4c3.6 1.2 6 1.2 8.6-.2", "#e9b949", 1)
    )
    swags = "".join(
        shape(f"M{x} 2h8.4v2.8c-1.8 4-6.6 4-8.4 0z", cloth.light)
        + shape(f"M{x} 4.8c1.8 4 6.6 4 8.4 0v1c-1.8 4-6.6 4-8.4 0z", "#e9b949")
        + stroke(f"M{x + 2.6} 3v3.2M{x + 5.8} 3v3.2", cloth.shade, 0.4)
        for x in (-9.1, -0.75, 7.6, 15.95, 24.3, 32.6)
    )
    return (
        block(-9, 2, 50, 24.6, darker(color, 0.66))
        + shape("M16 2L2 26.6h28z", "#fff2cf", 0.16)
        + shape("M10 2L-2 26.6h16zM22 2L18 26.6h16z", "#fff2cf", 0.1)
        + block(-9, 25.4, 50, 2.6, wood.light)
        + oval(16, 26.6, 10, 1, "#ffeec2")
        + both_sides(curtain)
        + swags
        + block(-10, 0.4, 52, 2, "#e9b949", corner=0.5)
        + block(-10, 1.7, 52, 0.7, "#b98524")
        + block(-10, 27.6, 52, 2.8, wood.base)
        + block(-10, 27.6, 52, 0.6, wood.light)
        + stroke("M-4 28.6v1.8M4 28.6v1.8M12 28.6v1.8M20 28.6v1.8M28 28.6v1.8M36 28.6v1.8", wood.shade, 0.3)
    )


def wind_turbine(color: str) -> str:
    """Three blades on a mast."""
    tone = tones(color)
    blade = shape("M-.5-.6C-1.6-3-1-8 .2-13.4 1-8 1.2-3 .6-.6z", tone.base) + shape(
        "M.2-13.4C1-8 1.2-3 .6-.6H.1z", tone.shade
    )
    return (
        shape("M15.3 9.6h1.4L17.5 30.4h-3z", tone.base)
        + shape("M16.1 9.6h.6L17.5 30.4h-1.2z", tone.shade)
        + "".join(moved(blade, 16, 9, turn=turn) for turn in (14, 134, 254))
        + oval(16, 9, 1.35, 1.35, tone.light)
        + oval(16, 9, 0.6, 0.6, tone.shade)
    )


def wind_farm(color: str) -> str:
    """Three turbines, the farther the smaller."""
    turbine = wind_turbine(color)
    return moved(turbine, -11, 11.6, scale=0.56) + moved(turbine, 24, 7.2, scale=0.72) + moved(turbine, 1, 0)


def solar_panel(color: str) -> str:
    """Tilted towards the sun, on its stand."""
    cell = tones(color)
    rows = "".join(
        f"M{4.2 - 0.95 * n:.2f} {12.2 + 3.2 * n:.2f}L{27.8 + 0.95 * n:.2f} {12.2 + 3.2 * n:.2f}"
        for n in range(1, 4)
    )
    columns = "".join(f"M{4.2 + 4.72 * n:.2f} 12.2L{0.4 + 6.24 * n:.2f} 25" for n in range(1, 5))
    return (
        stroke("M16 24v5.4", "#8a919e", 1.6)
        + stroke("M10.4 29.8h11.2", "#6b7280", 1.2)
        + shape("M3.6 11.4h24.8L32.4 25.8H-.4z", METAL)
        + shape("M-.4 25.8h32.8l.2 1H-.6z", "#8a919e")
        + shape("M4.2 12.2h23.6L31.6 25H.4z", cell.base)
        + shape("M8.8 12.2h7L5.4 25h-5z", cell.light, 0.7)
        + shape("M18.6 12.2h2.4L11.6 25H8.4z", cell.light, 0.5)
        + stroke(rows + columns, lighter(color, 0.6), 0.32)
    )


STRUCTURES: Final = {
    "arch-bridge": Drawn(arch_bridge, ("#b9ad9c", "#a8a6a8"), (-16, 13, 48, FOOT)),
    "suspension-bridge": Drawn(suspension_bridge, ("#c8452f", "#c8452f", "#8a97a8"), (-22, 2.6, 54, FOOT)),
    "windmill": Drawn(windmill, ("#e8dcc6", "#c9785a", "#f1efe9"), (3.8, -0.6, 28.2, FOOT)),
    "stage": Drawn(stage, ("#b3202e", "#7b2d8f", "#1f4f8f"), (-10, 0.4, 42, FOOT)),
    "wind-turbine": Drawn(wind_turbine, ("#f4f6f8",), (3.3, -3.8, 28.7, FOOT)),
    "wind-farm": Drawn(wind_farm, ("#f4f6f8",), (-9.2, -3.8, 42.3, FOOT)),
    "solar-panel": Drawn(solar_panel, ("#2b4f9f", "#24408a"), (-0.6, 11.4, 32.6, FOOT)),
}
