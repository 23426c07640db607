"""A library: shelves to the ceiling, a ladder, a reading table with a green lamp under a tall window."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import armchair, bookcase, floor_lamp, planks, rug, window
from imgorigin.painters.sketch.elements.rooms import Room, lamplit, shade_under, walls
from imgorigin.painters.sketch.elements.soft import tall_plant
from imgorigin.painters.sketch.elements.spots import is_small_thing
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import dome, trace

_WOODS: Final = ("#7d4f33", "#93643f", "#5c3d2e", "#a87b4f")
_WALLS: Final = ("#5f7468", "#6b5a52", "#54637d", "#7d5450")
_RUGS: Final = ("#a33f3a", "#2f5f6f", "#8a6d3b", "#54406b")
_BAY: Final = 300.0
_BROAD: Final = 2600
"""Units of width from which there is room for more than the table."""


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wood, wall, carpet = stage.lit(choice.pick(_WOODS)), choice.pick(_WALLS), choice.pick(_RUGS)
    side = choice.pick((-1, 1))
    room = walls(stage, stage.scene.color or wall, share=0.76, deepest=420, skirting=0)
    with stage.layer("floor") as rng:
        planks(stage, rng, room.floor, palette.mix(wood, "#c08a5a", 0.35))
    x, depth = stage.w / 2, stage.h - room.floor
    middle = 250.0 if room.narrow else 330.0
    _bays(stage, room, wood, middle)
    _window_bay(stage, room, wood, middle)
    _ladder(stage, room, x + side * (middle + _BAY * (0.5 if room.narrow else 0.9)), side)
    with stage.layer("rug"):
        rug(stage, x, stage.h - depth * 0.3, min(720, stage.w * 0.62), stage.lit(carpet))
    if stage.w > _BROAD:
        _corners(stage, room, stage.lit(carpet))
    reading = any(subject.holding for subject in stage.scene.subjects)
    if reading:
        with stage.layer("chair"):
            armchair(stage, x, stage.h - depth * 0.30, 600, stage.lit(carpet))
            floor_lamp(stage, x - side * 390, room.floor + 70, 620)
        put_subjects(stage, Spot(ground=stage.h - depth * 0.36, size=480, tall=room.floor * 0.8))
        return
    _table(stage, room, wood)
    subjects = stage.scene.subjects or (Subject("books", "books"),)
    spot = Spot(ground=stage.h - depth * 0.14, size=420, tall=room.floor * 0.8)
    if is_small_thing(subjects[0]):
        spot = Spot(ground=room.floor - 86, size=250 if stage.scene.subjects else 190, tall=330)
    put_subjects(stage, spot, subjects)


def _corners(stage: Stage, room: Room, color: str) -> None:
    """Armchairs under lamps, half way to the sides of a wide picture."""
    with stage.layer("corners"):
        for side in (-1, 1):
            x, y = stage.w / 2 + side * stage.w * 0.29, room.floor + (stage.h - room.floor) * 0.56
            rug(stage, x, y + 20, 520, palette.darker(color, 0.2))
            floor_lamp(stage, x + side * 310, y - 30, 660)
            armchair(stage, x, y, 420, color)
            tall_plant(stage, x - side * 350, y, 430, "#d9b48a")


def _bays(stage: Stage, room: Room, wood: str, middle: float) -> None:
    """Bookcases left and right, up to a cornice."""
    tall = min(room.floor - room.top - 70, 820)
    with stage.layer("books") as rng:
        for side in (-1, 1):
            edge = stage.w / 2 + side * middle
            for index in range(int((stage.w / 2 - middle) / _BAY) + 1):
                left = edge + side * index * _BAY - (_BAY if side < 0 else 0)
                bookcase(stage, rng, left, room.floor + 20, w=_BAY - 6, h=tall, wood=wood)
    with stage.layer("cornice"):
        top = room.floor + 20 - tall
        stage.draw.rect(0, top - 34, stage.w, 36, palette.lighter(wood, 0.12))
        stage.draw.rect(0, top - 44, stage.w, 14, palette.lighter(wood, 0.3))
        stage.draw.rect(0, room.floor + 4, stage.w, 22, palette.darker(wood, 0.2))


def _window_bay(stage: Stage, room: Room, wood: str, middle: float) -> None:
    """The arched niche in the middle, with the window."""
    draw, x = stage.draw, stage.w / 2
    top = room.floor - min(room.floor - room.top - 60, 800)
    with stage.layer("niche"):
        draw.rect(
            x - middle,
            top - 34,
            2 * middle,
            room.floor - top + 40,
            draw.gradient(palette.lighter(room.wall, 0.2), room.wall),
        )
        for side in (-1, 1):
            draw.rect(
                x + side * middle - 18, top - 34, 36, room.floor - top + 56, palette.lighter(wood, 0.16)
            )
    with stage.layer("window"):
        wide, high = middle * 1.16, min(440.0, room.floor - top - 300)
        head = wide / 2
        y = room.floor - 250 - high
        draw.path(dome(x, y + 4, head + 14, head * 0.62 + 14), palette.lighter(wood, 0.4))
        with draw.clipped(dome(x, y + 2, head, head * 0.62)):
            draw.rect(
                x - head, y - head, wide, head + 8, draw.gradient(stage.light.sky[0], stage.light.sky[1])
            )
            draw.line(
                trace(
                    ("M", x, y),
                    ("v", -head),
                    ("M", x, y),
                    ("l", -head, -head * 0.5),
                    ("M", x, y),
                    ("l", head, -head * 0.5),
                ),
                palette.lighter(wood, 0.4),
                9,
            )
        window(stage, x - wide / 2, y, wide, high, frame=palette.lighter(wood, 0.4), panes=3)


def _ladder(stage: Stage, room: Room, x: float, side: int) -> None:
    draw, foot = stage.draw, room.floor + 70
    tall, lean = min(room.floor - room.top - 90, 760), -side * 110
    tone = stage.lit("#d6ac78")
    with stage.layer("ladder"):
        shade_under(stage, x, foot, 100)
        rungs = "".join(
            trace(("M", x - 62 + lean * up, foot - tall * up), ("h", 124))
            for up in (0.1, 0.22, 0.34, 0.46, 0.58, 0.7, 0.82, 0.93)
        )
        draw.line(rungs, palette.darker(tone, 0.12), 13)
        draw.line(
            trace(("M", x - 66, foot), ("l", lean, -tall), ("M", x + 66, foot), ("l", lean, -tall)), tone, 17
        )


def _table(stage: Stage, room: Room, wood: str) -> None:
    """A reading table with a banker's lamp."""
    draw, x, y = stage.draw, stage.w / 2, room.floor + 96
    top, green = y - 190, "#2f8f62"
    with stage.layer("table"):
        shade_under(stage, x, y, 330)
        for dx in (-260, 236):
            draw.rect(x + dx, top + 20, 24, 170, palette.darker(wood, 0.2), corner=4)
        draw.rect(x - 280, top + 22, 560, 44, wood)
        draw.rect(x - 310, top, 620, 26, palette.lighter(wood, 0.25), corner=6)
        for side in (-1, 1):
            lx = x + side * 190
            lamplit(stage, lx, top - 40, 210, 0.9)
            draw.rect(lx - 40, top - 9, 80, 10, stage.lit("#c99a3f"), corner=5)
            draw.rect(lx - 5, top - 110, 10, 104, stage.lit("#c99a3f"))
            draw.path(
                trace(("M", lx - 78, top - 92), ("c", 6, -58, 150, -58, 156, 0), "z"),
                draw.gradient(palette.lighter(green, 0.35), green),
            )
            draw.rect(lx - 60, top - 94, 120, 7, "#fff1c4", corner=3)


LIBRARY = Place(
    name="library",
    paint=paint,
    words="library libraries bookshop bookstore reading_room study archive",
    phrase="in a library",
    alone="a library with shelves full of books",
    indoors=True,
    shade=0.5,
    company=True,
)
