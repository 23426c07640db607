"""A warehouse: racks full of boxes on both sides of an aisle with painted lanes."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.aisle import Aisle, aisle_of, hall
from imgorigin.painters.sketch.elements.rooms import NIGHT, lamplit
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import polyline

_BEAMS: Final = ("#e8743b", "#3d6fb5", "#d9a227", "#3f8f6b")
_BOXES: Final = ("#c99a63", "#b98552", "#d8ae78", "#a87846", "#c7a98a")
_DEPTHS: Final = (1.0, 1.32, 1.75, 2.3, 3.05, 4.0)
_LEVELS: Final = 4


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    beam = stage.lit(stage.scene.color or choice.pick(_BEAMS))
    aisle = aisle_of(stage, 520)
    high = max(1120.0, (stage.h - aisle.y) * 2.0)
    concrete, wall = stage.lit("#c3c2bd"), stage.lit("#dfe4e8")
    if stage.light.dark:
        concrete, wall = palette.mix(concrete, NIGHT, 0.35), palette.mix(wall, NIGHT, 0.35)
    hall(
        stage,
        aisle,
        floor=concrete,
        ceiling=palette.darker(wall, 0.22),
        end=wall,
        reach=1,
        high=high,
        depth=_DEPTHS[-1],
    )
    _gate(stage, aisle)
    _roof(stage, aisle, high)
    draw = stage.draw
    with stage.layer("lanes"):
        for side in (-1, 1):
            draw.polygon(aisle.slab(side * 0.86, side * 0.80, 0, 1, _DEPTHS[-1]), stage.lit("#f2c230"))
    with stage.layer("racks") as rng:
        for far, near in zip(_DEPTHS[:0:-1], _DEPTHS[-2::-1], strict=False):
            for side in (-1, 1):
                _bay(stage, rng, aisle, (side, near, far, high * 0.86), beam)
    _fronts(stage, aisle, beam)
    put_subjects(stage, Spot(ground=stage.h - 70, size=430, tall=stage.h * 0.7))


def _bay(stage: Stage, rng: Stream, aisle: Aisle, bay: tuple[float, float, float, float], beam: str) -> None:
    """The part of a rack between two posts, boxes on every level."""
    draw, (side, near, far, high) = stage.draw, bay
    pitch = high / _LEVELS
    draw.polygon(
        aisle.face(side, 0, high, near, far), palette.mix("#3b3532", stage.light.ambient, stage.shade)
    )
    for level in range(_LEVELS):
        low = level * pitch
        for slot in range(2):
            tone, tall, gap = stage.lit(rng.pick(_BOXES)), rng.between(0.5, 0.82), rng.chance(0.12)
            if gap:
                continue
            a = near + (far - near) * (0.05 + 0.48 * slot)
            b = near + (far - near) * (0.47 + 0.48 * slot)
            draw.polygon(
                aisle.face(side, low + 14, low + pitch * tall, a, b), palette.darker(tone, 0.05 * (near - 1))
            )
            middle = (a + b) / 2
            tape = aisle.face(
                side,
                low + pitch * tall * 0.66,
                low + pitch * tall,
                middle - (b - a) * 0.07,
                middle + (b - a) * 0.07,
            )
            draw.polygon(tape, palette.lighter(tone, 0.35))
        draw.polygon(aisle.face(side, low - 10, low + 14, near, far), beam)
    draw.line(
        polyline([aisle.at(side, 0, near), aisle.at(side, high * 1.04, near)]),
        palette.darker(beam, 0.35),
        22 / near,
        cap="butt",
    )


def _fronts(stage: Stage, aisle: Aisle, beam: str) -> None:
    """Racks that face the viewer beside the aisle, in a broad picture."""
    draw, edge, wide = stage.draw, stage.w / 2 - aisle.half, 430.0
    if edge <= 0:
        return
    with stage.layer("fronts") as rng:
        for side in (-1, 1):
            for index in range(int(edge / wide) + 1):
                x = aisle.x + side * (aisle.half + index * wide) - (wide if side < 0 else 0)
                draw.rect(x, 0, wide, stage.h, stage.lit("#4a433f"))
                for level in range(4):
                    y, left = stage.h - 40 - level * 270, x + 26.0
                    while left < x + wide - 90:
                        w, h, tone = rng.between(84, 150), rng.between(110, 200), stage.lit(rng.pick(_BOXES))
                        w = min(w, x + wide - 24 - left)
                        draw.rect(left, y - h, w, h, draw.gradient(palette.lighter(tone, 0.12), tone))
                        draw.rect(left + w / 2 - 9, y - h, 18, h * 0.36, palette.lighter(tone, 0.4))
                        draw.rect(left + 12, y - 44, 34, 24, stage.lit("#f6f1e6"))
                        left += w + 8
                    draw.rect(x, y, wide, 22, beam)
                for post in (x, x + wide - 18):
                    draw.rect(post, 0, 18, stage.h, palette.darker(beam, 0.35))


def _gate(stage: Stage, aisle: Aisle) -> None:
    """The open door at the end, with the daylight in it."""
    draw, light, deep = stage.draw, stage.light, _DEPTHS[-1]
    (left, low), (right, top) = aisle.at(-0.55, 0, deep), aisle.at(0.55, 620, deep)
    with stage.layer("gate"):
        draw.rect(left - 8, top - 8, right - left + 16, low - top + 8, stage.lit("#7d8894"))
        draw.rect(left, top, right - left, low - top, draw.gradient(*light.sky))
        draw.rect(left, low - (low - top) * 0.25, right - left, (low - top) * 0.25, light.ground)
        draw.glow((left + right) / 2, low, (right - left) * 1.8, light.horizon, 0.5, ry=120)


def _roof(stage: Stage, aisle: Aisle, high: float) -> None:
    """Lamps in a row under the roof."""
    draw = stage.draw
    with stage.layer("lamps"):
        for depth in reversed(_DEPTHS):
            x, y = aisle.at(0, high * 0.93, depth)
            wide = 150 / depth
            if y < -40:
                continue
            lamplit(stage, x, y, wide * 2.6, 0.8)
            draw.rect(x - wide, y - 12 / depth, 2 * wide, 26 / depth, "#fff6dc", corner=10 / depth)


WAREHOUSE = Place(
    name="warehouse",
    paint=paint,
    words="warehouse warehouses storehouse depot distribution_center distribution_centre fulfillment_center "
    "stockroom storage_hall",
    phrase="in a warehouse",
    alone="a warehouse with racks full of boxes",
    indoors=True,
    shade=0.5,
)
