"""A bakery: loaves on the shelves behind, cakes in the glass case in front, warm lamps above."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import pendant
from imgorigin.painters.sketch.elements.heaps import Stamp
from imgorigin.painters.sketch.elements.rooms import lamplit
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import trace

_WALLS: Final = ("#e8c9a0", "#d9a98a", "#c9b79a", "#a9b8a5", "#e3b7a0")
_WOODS: Final = ("#a9713f", "#8a5a38", "#b98a5e")
_LOAVES: Final = ("bread", "baguette-bread", "bagel", "pretzel")
_CAKES: Final = ("croissant", "doughnut", "cupcake", "cookie", "shortcake", "pie")
_SLOT: Final = 205.0
_BOARD: Final = 244.0
_TOP: Final = 0.6
"""How far down the counter's top is, in a picture that is not tall."""


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, wood = stage.lit(stage.scene.color or choice.pick(_WALLS)), stage.lit(choice.pick(_WOODS))
    top = stage.horizon(_TOP, deepest=620)
    with stage.layer("wall"):
        fill = stage.draw.gradient(palette.darker(wall, 0.12), palette.lighter(wall, 0.2))
        stage.draw.rect(0, 0, stage.w, stage.h, fill)
    _loaves(stage, top, wood)
    with stage.layer("lamps"):
        for index in range(count := max(2, round(stage.w / 520))):
            x = stage.w * (index + 0.5) / count
            pendant(stage, x, max(70.0, top - 1080), 50, stage.lit("#5f4636"), drop=7)
    put_subjects(stage, Spot(ground=top + 90, size=470, tall=top * 0.9, shadow=False))
    _case(stage, wall, top, wood)
    stage.attend(stage.w / 2, top + 160)


def _loaves(stage: Stage, top: float, wood: str) -> None:
    """Boards along the wall up to the lamps, each full of one or two sorts."""
    draw = stage.draw
    rows = max(1, min(4, int((top - 110) / _BOARD)))
    with stage.layer("loaves") as rng:
        stamps = [Stamp(stage, name, f"loaf-{index}") for index, name in enumerate(rng.shuffled(_LOAVES))]
        for row in range(rows):
            y = top - 56 - row * _BOARD
            lamplit(stage, stage.w / 2, y - 80, min(900.0, stage.w * 0.5), 0.6, flat=0.22)
            count = int((stage.w - 60) / _SLOT)
            for index in range(count):
                x = stage.w / 2 + (index - (count - 1) / 2) * _SLOT
                stamp = stamps[(row * 2 + int(index / 3)) % len(stamps)]
                draw.ellipse(x, y - 4, 70, 9, palette.INK, opacity=0.22)
                stamp.put(x + rng.spread(5), y + 2, rng.between(170, 190))
            draw.rect(24, y, stage.w - 48, 18, palette.lighter(wood, 0.14), corner=4)
            draw.rect(24, y + 18, stage.w - 48, 24, draw.gradient((palette.INK, 0.3), (palette.INK, 0)))


def _case(stage: Stage, wall: str, top: float, wood: str) -> None:
    """The counter: a slab, two boards of cakes under glass, a front of slats."""
    draw, slab = stage.draw, stage.lit("#f1e6d6")
    low = min(stage.h - 60, top + 420)
    with stage.layer("case"):
        inside = palette.mix(stage.lit("#fff3da"), wall, 0.25)
        draw.rect(0, top, stage.w, low - top, draw.gradient(inside, palette.darker(inside, 0.16)))
        draw.rect(0, low, stage.w, stage.h - low, draw.gradient(wood, palette.darker(wood, 0.3)))
        slats = "".join(trace(("M", x, low + 16), ("V", stage.h)) for x in range(20, int(stage.w), 42))
        draw.line(slats, palette.darker(wood, 0.4), 4, opacity=0.5)
    with stage.layer("cakes") as rng:
        stamps = [Stamp(stage, name, f"cake-{index}") for index, name in enumerate(rng.shuffled(_CAKES))]
        for row, y in enumerate((top + (low - top) * 0.48, low - 22)):
            count = int((stage.w - 40) / (_SLOT * 1.05))
            for index in range(count):
                x = stage.w / 2 + (index - (count - 1) / 2) * _SLOT * 1.05
                stamp = stamps[(row * 3 + index // 2) % len(stamps)]
                draw.ellipse(x, y - 2, 88, 13, slab)
                draw.ellipse(x, y - 5, 70, 8, palette.darker(slab, 0.12))
                stamp.put(x, y - 4, 176)
            draw.rect(0, y, stage.w, 12, palette.lighter(wood, 0.3))
    with stage.layer("glass"):
        for index in range(count := max(2, round(stage.w / 620))):
            x, w = stage.w * index / count, stage.w / count
            gleam = [(x + w * 0.62, top), (x + w * 0.8, top), (x + w * 0.56, low), (x + w * 0.38, low)]
            draw.polygon(gleam, palette.WHITE, opacity=0.2)
            draw.rect(x - 5, top, 10, low - top, stage.lit("#c9a052"))
        draw.rect(0, low - 10, stage.w, 24, palette.lighter(wood, 0.1))
        draw.rect(-10, top - 34, stage.w + 20, 40, draw.gradient(palette.lighter(slab, 0.5), slab), corner=8)
        draw.rect(0, top + 6, stage.w, 12, palette.INK, opacity=0.16)


BAKERY = Place(
    name="bakery",
    paint=paint,
    words="bakery bakeries bakery_shop bakeshop patisserie pastry_shop cake_shop",
    contents="bread,loaf,croissant,pastry,cake,baguette",
    phrase="in a bakery",
    alone="a bakery with bread on the shelves and cakes in a glass case",
    indoors=True,
    shade=0.45,
)
