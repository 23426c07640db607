"""Isometric: the place as a small model on a tile, its subjects standing on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.styles.base import Style
from imgorigin.painters.sketch.styles.dioramas import CHAMBER, DIORAMAS, MEADOW
from imgorigin.painters.sketch.styles.dioramas.base import CELLS, Diorama
from imgorigin.painters.sketch.styles.items import Item
from imgorigin.painters.sketch.styles.solids import Ground
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_LARGEST: Final = 1360
"""Units of a tile's width."""
_THICK: Final = 0.9
_WALL: Final = 4.2
_SHOWN: Final = frozenset({"studio", "table"})
"""Places that are there for their subject: it stands large on a plinth."""
_AFLOAT: Final = 0.11
"""Chance of something on a cell of water."""
_FREE: Final = (3.4, 6.6)
"""Cells kept free for the subject."""

_MODELLED_AS: Final = {
    "bakery": "cafe",
    "dining": "cafe",
    "salon": "shop",
    "shelf": "room",
    "airport": "warehouse",
    "parking": "street",
    "building_site": "city",
    "fruit_stall": "market",
    "playground": "park",
    "wedding": "garden",
}
"""Places without a model of their own, and the one that is nearest."""


def paint(stage: Stage) -> None:
    diorama = _diorama_of(stage.scene.place)
    _backdrop(stage, diorama)
    a = min(stage.w * 0.94, _LARGEST, stage.h * (1.22 if diorama.room else 1.36)) / (2 * CELLS)
    high = 0.62 if diorama.room else 0.57
    middle = stage.w / 2
    beside = int((stage.w / 2 - a * CELLS * 0.2) / (2.3 * a * CELLS))
    for index in (*range(-beside, 0), *range(1, beside + 1)):
        ground = Ground(stage, middle + index * 2.3 * a * CELLS, stage.h * high - a * CELLS / 2, a)
        _model(ground, diorama, stage.stream(f"model {index}"), subjects=False)
    _model(Ground(stage, middle, stage.h * high - a * CELLS / 2, a), diorama, stage.stream("model"))


def _diorama_of(place: str) -> Diorama:
    model = DIORAMAS.get(_MODELLED_AS.get(place, place))
    return model or (CHAMBER if PLACES[place].indoors else MEADOW)


def _backdrop(stage: Stage, diorama: Diorama) -> None:
    draw, light = stage.draw, stage.light
    with stage.layer("backdrop"):
        if PLACES[stage.scene.place].indoors and not light.dark:
            color = stage.scene.backdrop or stage.scene.color or palette.mix(diorama.top, "#dfe4f6", 0.6)
            fill = draw.gradient(palette.lighter(color, 0.5), palette.mix(color, "#8f93c9", 0.16))
        else:
            fill = draw.gradient(
                *(palette.lighter(color, 0.0 if light.dark else 0.18) for color in light.sky)
            )
        draw.rect(0, 0, stage.w, stage.h, fill)
        draw.glow(
            stage.w / 2, stage.h * 0.5, min(stage.w, stage.h) * 0.7, light.sun, 0.35 if light.dark else 0.5
        )


def _model(ground: Ground, diorama: Diorama, rng: Stream, *, subjects: bool = True) -> None:
    stage = ground.stage
    with stage.layer("tile"):
        x, y = ground.at(CELLS / 2, CELLS / 2, -_THICK)
        reach = CELLS * ground.a
        stage.draw.glow(x, y + ground.a * 1.3, reach * 1.12, "#141230", 0.5, ry=reach * 0.56, body=0.75)
        _tile(ground, diorama)
    if diorama.room:
        _walls(ground, diorama)
    plants, free = _planted(rng, diorama), subjects and bool(stage.scene.subjects)
    with stage.layer("landmarks"):
        for index, (item, i, j, _, _) in enumerate(diorama.landmarks):
            item(ground, Stream(stage.scene.seed, "landmark", index), i, j, True)
    _grow(ground, [plant for plant in plants if plant.depth < CELLS - 1], free=free)
    if free:
        _put(ground)
    _grow(ground, [plant for plant in plants if plant.depth >= CELLS - 1], free=free)


def _tile(ground: Ground, diorama: Diorama) -> None:
    stage = ground.stage
    top = stage.lit(
        diorama.top or palette.mix(stage.light.ground, "#8fcf5f", 0.0 if stage.light.dark else 0.35)
    )
    if stage.has("snow") and not diorama.room:
        top = stage.lit("#f2f7fb")
    ground.block((0, 0), (CELLS, CELLS, _THICK * 0.7), stage.lit(diorama.side), z=-_THICK)
    ground.block((0, 0), (CELLS, CELLS, _THICK * 0.3), top, z=-_THICK * 0.3)
    if diorama.water:
        water, front = stage.lit("#3fa9dc"), CELLS - diorama.water
        ground.tile(0, front, CELLS, diorama.water, stage.lit("#eaf6fa"))
        ground.tile(0, front + 0.25, CELLS, diorama.water - 0.25, water)
        for index in range(6):
            ground.tile(
                1.2 + index * 1.4,
                front + 0.9 + (index * 1.7) % (diorama.water - 1),
                0.9,
                0.07,
                "#ffffff",
                opacity=0.5,
            )
    for i, j, w, d, color in (*diorama.paths, *diorama.marks):
        ground.tile(i, j, w, d, stage.lit(color))


def _walls(ground: Ground, diorama: Diorama) -> None:
    """Two walls at the back, with windows."""
    stage = ground.stage
    wall = stage.lit(diorama.wall or palette.mix(diorama.top, "#f7f5ef", 0.72))
    sky = stage.draw.gradient(stage.light.sky[0], stage.light.horizon)
    with stage.layer("walls"):
        ground.block((-0.25, -0.25), (0.25, CELLS + 0.25, _WALL), wall)
        ground.block((-0.25, -0.25), (CELLS + 0.25, 0.25, _WALL), wall)
        ground.panel_right(0, 0, CELLS, _WALL, palette.darker(wall, 0.08))
        ground.panel_left(0, 0, CELLS, _WALL, wall)
        for side, start, z, w, h, color in diorama.hung:
            if side == "L":
                ground.panel_right(0, start, w, h, stage.lit(color), z=z)
            else:
                ground.panel_left(start, 0, w, h, stage.lit(color), z=z)
        for index in range(3 if diorama.windows and not diorama.hung else 0):
            start = 0.8 + index * 3.0
            ground.panel_right(0, start, 2.4, 2.2, palette.lighter(wall, 0.7), z=1.3)
            ground.panel_right(0, start + 0.14, 2.12, 1.92, sky, z=1.44)
            ground.panel_left(start, 0, 2.4, 2.2, palette.lighter(wall, 0.8), z=1.3)
            ground.panel_left(start + 0.14, 0, 2.12, 1.92, sky, z=1.44)


@dataclass(frozen=True, slots=True)
class _Plant:
    """What grows on a cell, and its own chance."""

    i: int
    j: int
    item: Item
    rng: Stream

    @property
    def depth(self) -> int:
        """How far in front it is."""
        return self.i + self.j


def _planted(rng: Stream, diorama: Diorama) -> list[_Plant]:
    """Cells with something on them, from the back to the front.

    In a room they take turns, so that it has some of everything.
    """
    found: list[_Plant] = []
    turns = {False: rng.whole(0, 9), True: rng.whole(0, 9)}
    step = 3 if diorama.room else 1
    for total in range(0, 2 * CELLS - 1):
        for i in range(max(0, total - CELLS + 1), min(CELLS, total + 1)):
            j, choice, chance = total - i, rng.between(), rng.between()
            sort, crowd = _what_grows(diorama, i, j)
            fits = i % step == 0 and j % step == 0 and i + step <= CELLS and j + step <= CELLS
            if sort and fits and chance < crowd and not _is_taken(diorama, i, j):
                at_wall = 0 in (i, j)
                turns[at_wall] += 1
                item = turns[at_wall] % len(sort) if diorama.room else int(choice * len(sort))
                found.append(_Plant(i, j, sort[item], Stream(rng.between(), i, j)))
    return found


def _what_grows(diorama: Diorama, i: int, j: int) -> tuple[tuple[Item, ...], float]:
    """Items, and how likely one of them is."""
    if diorama.back and (i == 0 or j == 0):
        return diorama.back, 1.0
    if j >= CELLS - diorama.water:
        return diorama.afloat, 0.0 if i + j > 2 * CELLS - 4 else _AFLOAT
    return diorama.items, diorama.crowd


def _is_taken(diorama: Diorama, i: int, j: int) -> bool:
    """By a path or a landmark."""
    areas = [area[:4] for area in diorama.paths]
    areas += [landmark[1:] for landmark in diorama.landmarks]
    return any(x < i + 0.9 and i + 0.1 < x + w and y < j + 0.9 and j + 0.1 < y + d for x, y, w, d in areas)


def _grow(ground: Ground, plants: list[_Plant], *, free: bool) -> None:
    room = _diorama_of(ground.stage.scene.place).room
    with ground.stage.layer("model"):
        for plant in plants:
            i, j = plant.i, plant.j
            near = i == j if room else all(_FREE[0] - 1 < side < _FREE[1] for side in (i, j))
            if not (free and near and plant.depth):
                tall = plant.depth < CELLS - 2 or (not free and plant.depth < CELLS + 3)
                inset = [(0.25 if side == 0 else 0.7) if room else 0.0 for side in (i, j)]
                plant.item(ground, plant.rng, i + inset[0], j + inset[1], tall or (room and 0 in (i, j)))


def _put(ground: Ground) -> None:
    stage, a = ground.stage, ground.a
    _x, y = ground.at(CELLS / 2, CELLS / 2)
    alone = stage.scene.place in _SHOWN
    with stage.layer("stand"):
        if alone:
            ground.block((2.6, 2.6), (4.8, 4.8, 0.5), stage.lit("#efe7fb"))
            ground.block((3.1, 3.1), (3.8, 3.8, 0.4), stage.lit("#fffdf8"), z=0.5)
        else:
            ground.block((3.6, 3.6), (2.8, 2.8, 0.16), stage.lit("#fbf7ee"))
    size, foot = (a * 7.6, y - a * 0.55) if alone else (a * 5.4, y + a * 0.3)
    tall = min(a * 8.6, foot - 40)
    put_subjects(stage, Spot(ground=foot, size=size, air=y - a * 4.6, busts=False, tall=tall, centred=True))


ISOMETRIC = Style("isometric", phrase="An isometric model of", label="isometric", paint=paint)
