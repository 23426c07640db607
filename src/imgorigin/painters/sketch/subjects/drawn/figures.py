"""Money and numbers: charts, coins and where they are kept."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch.palette import darker
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    METAL,
    Drawn,
    block,
    moved,
    oval,
    shape,
    stroke,
    tones,
)

_GREEN: Final = "#23a36b"
_RED: Final = "#e0483e"


def _board(grid: bool = True) -> str:
    """A card that a chart is drawn on."""
    lines = "".join(f"M2.6 {y}h26.8" for y in (9, 14, 19, 24)) if grid else ""
    return (
        block(-0.4, 3.4, 32.8, 27, "#c9d3e2", corner=2.2)
        + block(-0.4, 2.6, 32.8, 27, "#ffffff", corner=2.2)
        + stroke(lines, "#e3e9f2", 0.4)
    )


def _arrow(points: tuple[tuple[float, float], ...], color: str, width: float) -> str:
    """A line through the points with a head at its end."""
    (x1, y1), (x2, y2) = points[-2:]
    turn = math.degrees(math.atan2(y2 - y1, x2 - x1))
    line = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    head = shape(f"M{-width:g}-{width * 1.5:g}L{width * 1.7:g} 0L{-width:g} {width * 1.5:g}z", color)
    return stroke(line, color, width) + moved(head, x2, y2, turn=turn)


def chart_up(color: str) -> str:
    """A rising line, the area under it filled."""
    line = ((3.6, 23.6), (9, 18.4), (14, 20.2), (19.6, 13), (23.4, 14.4), (27.4, 7.8))
    area = "M3.6 26.6" + "".join(f"L{x} {y}" for x, y in line) + "V26.600z"
    dots = "".join(oval(x, y, 1.1, 1.1, "#ffffff") + oval(x, y, 0.65, 0.65, color) for x, y in line[1:-1])
    return (
        _board()
        + shape(area, color, 0.2)
        + _arrow(line, color, 1.2)
        + dots
        + stroke("M2.8 26.800h26.4", "#9aa7bd", 0.6)
    )


def chart_down(color: str) -> str:
    """A falling line."""
    line = ((3.6, 7.2), (8.6, 11.8), (13.4, 9.8), (18.6, 17.6), (22.4, 16.4), (27.2, 23))
    area = "M3.6 26.6" + "".join(f"L{x} {y}" for x, y in line) + "V26.600z"
    dots = "".join(oval(x, y, 1.1, 1.1, "#ffffff") + oval(x, y, 0.65, 0.65, color) for x, y in line[1:-1])
    return (
        _board()
        + shape(area, color, 0.16)
        + _arrow(line, color, 1.2)
        + dots
        + stroke("M2.8 26.800h26.4", "#9aa7bd", 0.6)
    )


def pie_chart(color: str) -> str:
    """Four slices, one of them in the colour and a little apart."""
    slices = ((-90, 60, "#f2b632"), (60, 130, "#f0705a"), (130, 180, "#4fa8d8"))
    pie = "".join(_slice((16.6, 16.6), 13.6, start, end, tone) for start, end, tone in slices)
    return pie + _slice((15, 15.2), 13.6, 180, 270, color)


def _slice(center: tuple[float, float], r: float, start: float, end: float, color: str) -> str:
    """A piece of a pie between two angles in degrees, lighter towards the middle."""
    x, y = center
    (x1, y1), (x2, y2) = (
        (x + r * math.cos(math.radians(turn)), y + r * math.sin(math.radians(turn))) for turn in (start, end)
    )
    large = int(end - start > 180)
    tone, inner = tones(color), 0.62
    ends = (
        f"M{x:g} {y:g}L{x + (x1 - x) * inner:.2f} {y + (y1 - y) * inner:.2f}A{r * inner:.2f} "
        f"{r * inner:.2f} 0 {large} 1 {x + (x2 - x) * inner:.2f} {y + (y2 - y) * inner:.2f}z"
    )
    return shape(
        f"M{x:g} {y:g}L{x1:.2f} {y1:.2f}A{r:g} {r:g} 0 {large} 1 {x2:.2f} {y2:.2f}z", tone.base
    ) + shape(ends, tone.light)


def growth(color: str) -> str:
    """Bars that rise, and an arrow above them."""
    tone, bars = tones(color), ""
    for index, high in enumerate((6, 9.5, 13.5, 18)):
        x = 1.6 + 7.6 * index
        bars += (
            block(
                x, FOOT - high, 5.6, high, (tone.light, tone.light, tone.base, tone.base)[index], corner=0.7
            )
            + block(
                x + 3.8,
                FOOT - high,
                1.8,
                high,
                (tone.base, tone.base, tone.shade, tone.shade)[index],
                corner=0.6,
            )
            + stroke(f"M{x + 1.2:g} {FOOT - high + 1.4:g}v{high - 3.2:g}", tone.shine, 0.5, 0.8)
        )
    return bars + _arrow(((1.6, 19.4), (9.6, 14.2), (15.2, 14.8), (26, 4.6)), "#f0962e", 1.5)


def bar_chart(color: str) -> str:
    """Bars of several colours on a card."""
    bars = ""
    for index, (high, tint) in enumerate(
        ((10, "#f2b632"), (15, "#f0705a"), (8, "#4fc0a0"), (18, color), (12.5, "#9a7df0"))
    ):
        tone, x = tones(tint), 4.2 + 5 * index
        bars += block(x, 26.4 - high, 3.4, high, tone.base, corner=0.5) + block(
            x + 2.3, 26.4 - high, 1.1, high, tone.shade, corner=0.4
        )
    return _board() + bars + stroke("M2.8 26.800h26.4", "#9aa7bd", 0.6)


def _coin(x: float, y: float, color: str) -> str:
    tone = tones(color)
    return (
        shape(f"M{x - 5.2:g} {y:g}v1.700c0 1 2.3 1.8 5.2 1.800s5.2-.8 5.2-1.800v-1.700z", tone.shade)
        + stroke("".join(f"M{x + at:g} {y + 1.7:g}v1" for at in (-3.6, -2, -0.3, 1.4, 3)), tone.deep, 0.35)
        + oval(x, y, 5.2, 1.8, tone.light)
        + oval(x, y, 3.8, 1.2, tone.base)
    )


def coins(color: str) -> str:
    """Three stacks that grow to the right."""
    stacks = ((5.6, 3), (16, 6), (26.4, 9))
    return "".join(
        _coin(x + (0.3 if n % 2 else -0.2), 26.9 - 2.35 * n, color) for x, high in stacks for n in range(high)
    )


def coin(color: str) -> str:
    """One, with a star on it."""
    tone = tones(color)
    star = "L".join(
        f"{16 + r * math.sin(a):.2f} {16 - r * math.cos(a):.2f}"
        for a, r in ((math.pi * n / 5, 2.6 if n % 2 else 6) for n in range(10))
    )
    return (
        oval(17, 16.4, 14, 14, tone.deep)
        + oval(16, 16, 14, 14, tone.base)
        + oval(16, 16, 11.2, 11.2, tone.shade)
        + oval(16.4, 16.3, 10.6, 10.6, tone.light)
        + shape(f"M{star}z", tone.shade)
        + stroke("M4.6 13.400c1-4.2 3.4-7.2 7-8.8", tone.shine, 1.1)
    )


def piggy_bank(color: str) -> str:
    """A coin about to drop into its back; it faces left."""
    skin = tones(color)
    return (
        oval(17.4, 4.6, 3.6, 3.6, "#d99a2c")
        + oval(17, 4.4, 3.6, 3.6, "#f2c14e")
        + oval(17, 4.4, 2.3, 2.3, "#fbe08f")
        + stroke("M28.8 16.400c1.8.4 2.6-.6 2.2-1.8-.4-1-1.8-.6-1.4.6", skin.shade, 0.8)
        + block(8.8, 23, 4, 7.4, skin.shade, corner=1)
        + block(21, 23, 4, 7.4, skin.shade, corner=1)
        + shape("M5.4 11.200l.4-3.800c2.6 0 4.4 1 5.4 3z", skin.shade)
        + shape(
            "M17.4 8.600c7 0 11.8 4 11.8 9.800S24.4 28.4 17.4 28.400c-5.4 0-9.6-2-11.2-6.200"
            "H4.200c-1.4 0-2-.8-2-2.200v-3c0-1.2.6-1.8 1.8-2.200l2-.8c1.6-3.6 5.8-5.4 11.4-5.400z",
            skin.base,
        )
        + shape(
            "M28.8 15.800c.3.8.4 1.7.4 2.6 0 5.8-4.8 10-11.8 10-5.4 0-9.6-2-11.2-6.2 8.6 3.6 "
            "18.6 1.8 22.6-6.400z",
            skin.shade,
        )
        + shape("M8.4 12.200l1.6-4.400c2.6 1 3.8 2.8 3.4 5.200z", skin.light)
        + stroke("M14.6 10.200h5.4", skin.deep, 1)
        + stroke("M22 11.600c2 .8 3.4 2.2 4 4", skin.shine, 0.9)
        + oval(3.8, 18.2, 0.5, 0.8, skin.deep)
        + oval(8.8, 16, 0.8, 0.9, "#2a2030")
        + oval(8.6, 15.7, 0.25, 0.25, "#ffffff")
        + stroke("M5.2 21.400q1.2.6 2.2-.2", skin.deep, 0.5)
    )


def safe(color: str) -> str:
    """A strongbox, shut, its wheel on the door."""
    steel = tones(color)
    spokes = "".join(
        f"M15 16.600L{15 + 4.3 * math.cos(a):.2f} {16.6 + 4.3 * math.sin(a):.2f}"
        for a in (math.tau * n / 6 for n in range(6))
    )
    return (
        block(4.4, 28.4, 4.4, 2, steel.deep, corner=0.5)
        + block(23.2, 28.4, 4.4, 2, steel.deep, corner=0.5)
        + block(1.6, 2.8, 28.8, 26.4, steel.shade, corner=2.2)
        + block(1.6, 2.8, 27.4, 25.4, steel.base, corner=2.2)
        + block(4, 5.2, 22.6, 20.6, steel.deep, corner=1.4)
        + block(4.6, 5.8, 21.4, 19.4, steel.light, corner=1.1)
        + shape("M20 5.800h4.900a1.1 1.1 0 0 1 1.1 1.100v17.200a1.1 1.1 0 0 1-1.1 1.100H16z", steel.base)
        + "".join(block(26.8, y, 1.6, 3.4, METAL, corner=0.6) for y in (8.4, 19.2))
        + oval(15, 16.6, 5.8, 5.8, steel.deep)
        + stroke(spokes, METAL, 1)
        + oval(15, 16.6, 3, 3, METAL)
        + oval(15, 16.6, 2.2, 2.2, darker(METAL, 0.2))
        + "".join(
            oval(15 + 4.6 * math.cos(a), 16.6 + 4.6 * math.sin(a), 0.75, 0.75, "#e6eaf1")
            for a in (math.tau * n / 6 for n in range(6))
        )
        + stroke("M6.4 8v7", steel.shine, 0.8)
        + block(21.8, 8, 2.6, 3.8, "#20283a", corner=0.4)
        + stroke("M22.4 9h1.4", "#4be08a", 0.5)
    )


FIGURES_AND_MONEY: Final = {
    "chart-increasing": Drawn(chart_up, (_GREEN, "#2f6fde"), (-0.4, 2.6, 32.4, FOOT)),
    "chart-decreasing": Drawn(chart_down, (_RED,), (-0.4, 2.6, 32.4, FOOT)),
    "pie-chart": Drawn(pie_chart, ("#3d7dd8", "#2a9d8f"), (1.4, 1.6, 30.2, FOOT)),
    "growth-bars": Drawn(growth, ("#2a9d8f", "#3d7dd8"), (1.2, 2.6, 30, FOOT)),
    "bar-chart": Drawn(bar_chart, ("#3d7dd8", "#2a9d8f"), (-0.4, 2.6, 32.4, FOOT)),
    "coin-stacks": Drawn(coins, ("#f2b632",), (0.2, 6.2, 32, FOOT)),
    "coin": Drawn(coin, ("#f2b632",), (2, 2, 31, FOOT)),
    "piggy-bank": Drawn(piggy_bank, ("#f4a3b5",), (2.2, 0.8, 31.2, FOOT)),
    "safe": Drawn(safe, ("#5f6f8a", "#4f5a66"), (1.6, 2.8, 30.4, FOOT)),
}
