"""A wine cellar: a brick vault, barrels lying in rows, bottles in their racks."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.rooms import lamplit, shade_under
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, trace

_BRICKS: Final = ("#b07a5c", "#a5806a", "#b58d6f", "#9a7468")
_FLOOR: Final = "#7d6557"
_OAK: Final = "#a5703f"
_HOOP: Final = "#3a3a40"
_BOTTLES: Final = ("#3f5b3f", "#5c2334", "#2f4a4a", "#6b5a2c")
_BAY: Final = 560
"""Width of a vault's arch."""
_BARREL: Final = 112
"""Radius of a barrel's end."""


def paint(stage: Stage) -> None:
    floor = stage.horizon(0.72, deepest=430)
    brick = stage.lit(stage.stream("brick").pick(_BRICKS))
    _walls(stage, floor, brick)
    bays = max(1, round(stage.w / _BAY))
    wide = stage.w / bays
    with stage.layer("bays") as rng:
        racked = rng.whole(0, 1)
        for bay in range(bays):
            x = wide * (bay + 0.5)
            if (bay + racked) % 2 and bays > 1:
                _rack(stage, x, floor, wide * 0.62)
            else:
                _barrels(stage, x, floor + 46, max(1, int(wide * 0.84 / (2 * _BARREL))))
    with stage.layer("lamps"):
        for bay in range(bays + 1):
            lamplit(stage, wide * bay, max(150.0, floor - 560), 300, 0.55)
            _lantern(stage, wide * bay, max(150.0, floor - 560))
    depth = stage.h - floor
    subjects = [one for one in stage.scene.subjects if one.name != "barrel"]
    put_subjects(stage, Spot(ground=stage.h - depth * 0.18, size=420, tall=floor * 0.8), subjects)


def _walls(stage: Stage, floor: float, brick: str) -> None:
    """Bricks under arches, and a stone floor."""
    draw, deep = stage.draw, palette.darker(brick, 0.42)
    with stage.layer("wall"):
        draw.rect(0, 0, stage.w, floor + 1, draw.gradient(palette.darker(brick, 0.5), deep))
        rows = "".join(trace(("M", 0, y), ("H", stage.w)) for y in range(20, int(floor), 44))
        draw.line(rows, palette.darker(deep, 0.2), 3, opacity=0.5)
    bays = max(1, round(stage.w / _BAY))
    wide = stage.w / bays
    spring = max(0.0, floor - 430)
    with stage.layer("arches"):
        shape, r = trace(("M", 0, floor), ("V", 0), ("H", stage.w), ("V", floor), "z"), wide * 0.43
        holes = "".join(
            trace(
                ("M", wide * (bay + 0.5) - r, floor + 2),
                ("V", spring),
                ("a", r, r * 1.02, 0, 0, 1, 2 * r, 0),
                ("V", floor + 2),
                "z",
            )
            for bay in range(bays)
        )
        fill = draw.gradient(palette.darker(brick, 0.12), brick)
        draw.add(f'<path fill-rule="evenodd" d="{shape}{holes}" fill="{fill}"/>')
        draw.line(holes, palette.lighter(brick, 0.22), 20)
        draw.line(holes, palette.darker(brick, 0.3), 3)
    with stage.layer("floor"):
        tone = stage.lit(_FLOOR)
        draw.rect(0, floor, stage.w, stage.h - floor, draw.gradient(palette.darker(tone, 0.3), tone))


def _barrels(stage: Stage, x: float, base: float, count: int) -> None:
    """A row of them lying, and one fewer on top."""
    shade_under(stage, x, base, count * _BARREL)
    for row in range(2 if count > 1 else 1):
        for place in range(count - row):
            at = x + (place - (count - row - 1) / 2) * 2 * _BARREL
            _barrel_end(stage, at, base - _BARREL - row * _BARREL * 1.73)


def _barrel_end(stage: Stage, x: float, y: float) -> None:
    draw, oak, r = stage.draw, stage.lit(_OAK), _BARREL - 3.0
    draw.circle(x, y, r, stage.lit(_HOOP))
    draw.circle(x, y, r - 10, palette.darker(oak, 0.2))
    draw.circle(x, y, r - 20, draw.gradient(palette.lighter(oak, 0.2), palette.darker(oak, 0.08)))
    seams = "".join(
        trace(("M", x + dx, y - high), ("v", 2 * high))
        for dx, high in ((-54, 70), (-18, 86), (18, 86), (54, 70))
    )
    draw.line(seams, palette.darker(oak, 0.3), 3)
    draw.circle(x, y + 46, 9, palette.darker(oak, 0.5))


def _rack(stage: Stage, x: float, floor: float, wide: float) -> None:
    """Bottles lying behind each other, their ends seen."""
    draw, wood = stage.draw, stage.lit("#6b4630")
    high, step = 430.0, 66.0
    columns = max(3, int(wide / step))
    wide = columns * step
    left, top = x - wide / 2, floor + 36 - high
    shade_under(stage, x, floor + 36, wide / 2)
    draw.rect(left - 12, top - 12, wide + 24, high + 12, wood, corner=6)
    draw.rect(left, top, wide, high - 14, palette.darker(wood, 0.45))
    ends = [""] * len(_BOTTLES)
    for row in range(6):
        for column in range(columns):
            at, y = left + (column + 0.5) * step, top + (row + 0.5) * 69
            ends[(row * 3 + column * 5) % len(ends)] += disc(at, y + 4, 25)
    for color, shape in zip(_BOTTLES, ends, strict=True):
        draw.path(shape, stage.lit(palette.lighter(color, 0.12)))
    for row in range(1, 6):
        draw.rect(left, top + row * 69 - 5, wide, 9, wood)
    caps = "".join(
        disc(left + (c + 0.5) * step - 6, top + (row + 0.5) * 69 - 4, 8)
        for row in range(6)
        for c in range(columns)
    )
    draw.path(caps, palette.WHITE, opacity=0.25)


def _lantern(stage: Stage, x: float, y: float) -> None:
    draw, iron = stage.draw, stage.lit("#2c2a2e")
    draw.rect(x - 20, y - 36, 40, 8, iron, corner=3)
    draw.path(trace(("M", x - 18, y - 28), ("h", 36), ("l", -6, 54), ("h", -24), "z"), "#ffe2a0")
    draw.rect(x - 16, y + 24, 32, 8, iron, corner=3)


CELLAR = Place(
    name="cellar",
    paint=paint,
    words="wine_cellar cellar wine_cave brewery distillery",
    phrase="in a wine cellar",
    alone="a wine cellar with barrels",
    contents="barrel,wine,bottle,wine bottle,wine rack,cask",
    indoors=True,
    shade=0.5,
)
