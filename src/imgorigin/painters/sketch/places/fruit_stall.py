"""A fruit stall seen from close by: crates heaped with fruit, tier above tier, under a striped awning."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.heaps import Stamp, crate
from imgorigin.painters.sketch.elements.tones import outdoors
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import trace

_FRUIT: Final = (
    "tangerine",
    "red-apple",
    "banana",
    "lemon",
    "green-apple",
    "pear",
    "peach",
    "grapes",
    "tomato",
    "mango",
)
_LEADING: Final = 5
"""Of these, the ones that lie in front: what everybody knows for fruit."""
_AWNINGS: Final = ("#d9483b", "#2f8f6b", "#e08a2f", "#3d7dbf")
_WOODS: Final = ("#c08a50", "#b57a45", "#cf9c63")
_TIER: Final = 380.0
_CRATE: Final = 460.0


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    cloth, wood = outdoors(stage, choice.pick(_AWNINGS), 0.5), outdoors(stage, choice.pick(_WOODS), 0.5)
    awning = max(150.0, stage.h * 0.17)
    _back(stage, wood)
    tiers = max(2, round((stage.h - awning - 60) / _TIER))
    pitch = (stage.h - awning - 60) / tiers
    columns = max(2, round(stage.w / _CRATE))
    with stage.layer("fruit") as rng:
        order = rng.shuffled(_FRUIT[:_LEADING]) + rng.shuffled(_FRUIT[_LEADING:])
        stamps = [Stamp(stage, name, f"many-{index}") for index, name in enumerate(order)]
        for tier in range(tiers):
            y = stage.h - 40 - (tiers - 1 - tier) * pitch
            _board(stage, y, wood)
            wide = stage.w / (columns - 0.35 * (tier % 2))
            for column in range(columns + 1):
                x = (column + 0.5 - 0.5 * (tier % 2)) * wide
                stamp = stamps[(column + (tiers - 1 - tier) * (columns + 1)) % len(stamps)]
                crate(stage, rng, stamp, x, y, w=min(wide * 0.97, pitch * 1.5), wood=wood)
    _awning(stage, awning, cloth)
    stage.attend(stage.w / 2, stage.h * 0.6)
    put_subjects(stage, Spot(ground=stage.h - 16, size=820, tall=stage.h * 0.78))


def _back(stage: Stage, wood: str) -> None:
    """The shade of the stall, and the light of the street at its far side."""
    draw, light = stage.draw, stage.light
    shade = palette.mix(palette.darker(wood, 0.62), light.near, 0.2)
    with stage.layer("shade"):
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(palette.lighter(shade, 0.1), shade))
        warm = "#ffcf7a" if light.lamps else light.sun
        draw.glow(
            stage.w / 2, stage.h * 0.3, stage.w * 0.6, warm, 0.5 if light.lamps else 0.34, ry=stage.h * 0.4
        )


def _board(stage: Stage, y: float, wood: str) -> None:
    draw = stage.draw
    draw.rect(
        -10, y - 6, stage.w + 20, 30, draw.gradient(palette.lighter(wood, 0.2), palette.darker(wood, 0.12))
    )
    draw.rect(-10, y + 24, stage.w + 20, 60, draw.gradient((palette.INK, 0.45), (palette.INK, 0)))


def _awning(stage: Stage, h: float, cloth: str) -> None:
    """Striped, over the whole width, its scallops hanging into the picture."""
    draw, white = stage.draw, outdoors(stage, "#fbf5e6", 0.5)
    count = max(6, round(stage.w / 130))
    stripe, pieces = stage.w / count, ["", ""]
    for index in range(count):
        pieces[index % 2] += trace(
            ("M", index * stripe, -5),
            ("h", stripe),
            ("V", h * 0.86),
            ("a", stripe / 2, h * 0.2, 0, 0, 1, -stripe, 0),
            "z",
        )
    with stage.layer("awning"):
        draw.rect(0, 0, stage.w, h * 1.5, draw.gradient((palette.INK, 0.5), (palette.INK, 0)))
        draw.path(pieces[0], cloth)
        draw.path(pieces[1], white)
        draw.rect(0, 0, stage.w, h * 0.86, draw.gradient((palette.INK, 0.22), (palette.INK, 0)))
        draw.rect(0, h * 0.82, stage.w, h * 0.04, palette.INK, opacity=0.12)


FRUIT_STALL = Place(
    name="fruit_stall",
    paint=paint,
    words="fruit_stall fruit_stand fruit_market fruit_market_stall fruit_stalls fruit_shop greengrocer "
    "vegetable_stall vegetable_stand vegetable_market produce_stand produce_market produce_section "
    "farm_stand",
    contents="fruit,vegetable,apple,tangerine,orange,banana,lemon,produce,food,stall,crate",
    phrase="at a fruit stall",
    alone="a fruit stall with crates of oranges, apples and bananas",
    times=("day", "day", "golden"),
)
