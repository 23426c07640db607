"""Inside a church: a nave between columns, tall windows of coloured glass, benches before the altar."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, trace

_STONES: Final = ("#e3d8c6", "#d8d2cc", "#e6d3bf")
_GLASS: Final = ("#3d7dd8", "#c8413b", "#f0b429", "#2a9d8f", "#7d5a9f")
_WOOD: Final = "#7a4f30"
_CARPET: Final = "#a83a42"
_BAY: Final = 300
"""From one column to the next."""


def paint(stage: Stage) -> None:
    floor = stage.horizon(0.66, deepest=460)
    stone = stage.lit(stage.stream("stone").pick(_STONES))
    if stage.light.dark:
        stone = palette.mix(stone, "#10163a", 0.4)
    _nave(stage, floor, stone)
    subjects = stage.scene.subjects
    _altar(stage, floor, stone)
    put_subjects(stage, Spot(ground=floor + 60, size=340, tall=floor * 0.6, centred=True), subjects)
    _benches(stage, floor)
    stage.attend(stage.w / 2, floor - 200)


def _nave(stage: Stage, floor: float, stone: str) -> None:
    draw, x = stage.draw, stage.w / 2
    with stage.layer("wall"):
        draw.rect(0, 0, stage.w, floor + 1, draw.gradient(palette.darker(stone, 0.22), stone))
    spring, apse = max(190.0, floor - 480), 240.0
    with stage.layer("apse"):
        arch = _pointed(x, floor, apse, spring)
        draw.path(arch, draw.gradient(palette.darker(stone, 0.34), palette.darker(stone, 0.16)))
        draw.line(arch, palette.lighter(stone, 0.4), 18)
    with stage.layer("windows") as rng:
        _window(stage, rng, x, floor - 190, half=88, spring=max(150.0, floor - 470))
        reach = int((x - apse) / _BAY) + 1
        for side in (-1, 1):
            for bay in range(reach):
                at = x + side * (apse + 60 + _BAY * (bay + 0.5))
                _window(stage, rng, at, floor - 110, half=70, spring=spring + 20)
    with stage.layer("columns"):
        for side in (-1, 1):
            for bay in range(reach + 1):
                _column(stage, x + side * (apse + 40 + _BAY * bay), floor, stone)
    with stage.layer("floor"):
        tone = palette.darker(stone, 0.2)
        draw.rect(0, floor, stage.w, stage.h - floor, draw.gradient(tone, palette.darker(tone, 0.16)))
        low, cloth = stage.h + 5, stage.lit(_CARPET)
        draw.polygon([(x - 80, floor), (x + 80, floor), (x + 190, low), (x - 190, low)], cloth)
    if not stage.light.dark:
        with stage.layer("sunbeams"):
            draw.glow(x, floor - 300, 420, "#fff3cf", 0.4)


def _pointed(x: float, foot: float, half: float, spring: float) -> str:
    rise = half * 1.3
    return trace(
        ("M", x - half, foot),
        ("V", spring),
        ("Q", x - half, spring - rise * 0.6, x, spring - rise),
        ("Q", x + half, spring - rise * 0.6, x + half, spring),
        ("V", foot),
        "z",
    )


def _window(stage: Stage, rng: Stream, x: float, foot: float, *, half: float, spring: float) -> None:
    """Panes of coloured glass in lead."""
    draw, shape = stage.draw, _pointed(x, foot, half, spring)
    glow = 0.45 if stage.light.dark else 0.0
    with draw.clipped(shape):
        top, step = spring - half * 1.4, 46.0
        panes: dict[str, str] = {}
        for row in range(int((foot - top) / step) + 1):
            for column in range(4):
                color = rng.pick(_GLASS)
                panes[color] = panes.get(color, "") + box(
                    x - half + column * half / 2, top + row * step, half / 2 + 1, step + 1
                )
        for color, area in panes.items():
            draw.path(area, palette.mix(palette.lighter(color, 0.3), "#10163a", glow))
        lines = "".join(trace(("M", x - half, top + row * step), ("h", 2 * half)) for row in range(20))
        lines += "".join(trace(("M", x - half + column * half / 2, top), ("V", foot)) for column in (1, 2, 3))
        draw.line(lines, "#3a3f4a", 4, opacity=0.7)
    draw.line(shape, palette.lighter(stage.lit("#cfc4b4"), 0.2), 12)


def _column(stage: Stage, x: float, floor: float, stone: str) -> None:
    draw, light, dark = stage.draw, palette.lighter(stone, 0.3), palette.darker(stone, 0.2)
    draw.rect(x - 30, 0, 60, floor, draw.gradient(light, dark, towards=(1, 0)))
    draw.rect(x - 44, floor - 34, 88, 44, dark, corner=4)
    draw.rect(x - 44, max(60.0, floor - 560), 88, 26, light, corner=6)


def _altar(stage: Stage, floor: float, stone: str) -> None:
    draw, x, wood = stage.draw, stage.w / 2, stage.lit(_WOOD)
    with stage.layer("altar"):
        draw.rect(x - 190, floor - 6, 380, 26, palette.lighter(stone, 0.3), corner=4)
        draw.rect(x - 120, floor - 96, 240, 92, stage.lit("#f6f0e4"), corner=4)
        draw.rect(x - 132, floor - 108, 264, 18, wood, corner=4)
        draw.rect(x - 5, floor - 190, 10, 84, stage.lit("#dcae4e"), corner=3)
        draw.rect(x - 26, floor - 168, 52, 10, stage.lit("#dcae4e"), corner=3)
        for side in (-1, 1):
            draw.rect(x + side * 90 - 6, floor - 150, 12, 44, stage.lit("#f6efe0"), corner=3)
            draw.glow(x + side * 90, floor - 160, 46, "#ffd98a", 0.7)
            draw.ellipse(x + side * 90, floor - 160, 5, 11, "#ffb02e")


def _benches(stage: Stage, floor: float) -> None:
    """Rows at both sides of the aisle, larger towards us."""
    draw, depth, wood = stage.draw, stage.h - floor, stage.lit(_WOOD)
    with stage.layer("benches"):
        for share, size in ((0.34, 0.6), (0.62, 0.8), (1.0, 1.06)):
            y = floor + depth * share + 20
            gap = 110 + 110 * share
            for side in (-1, 1):
                left = stage.w / 2 + gap if side > 0 else -20.0
                wide = stage.w / 2 - gap + 20
                high = 118 * size
                draw.rect(
                    left, y - high, wide, high, draw.gradient(wood, palette.darker(wood, 0.35)), corner=6
                )
                draw.rect(left, y - high - 8, wide, 16 * size, palette.lighter(wood, 0.25), corner=6)
                end = left if side > 0 else left + wide - 26 * size
                draw.rect(end, y - high - 22, 26 * size, high + 22, palette.darker(wood, 0.2), corner=8)


CHURCH = Place(
    name="church",
    paint=paint,
    words="church_interior church_nave inside_a_church in_a_church cathedral_interior chapel_interior "
    "inside_a_cathedral in_a_cathedral church_service worship_service church_pews",
    phrase="in a church",
    alone="a church with tall stained-glass windows",
    contents="altar,bench,pew,window,candle",
    indoors=True,
    shade=0.5,
)
