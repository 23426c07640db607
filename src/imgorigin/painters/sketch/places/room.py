"""A living room; for one who reads, an armchair under a lamp."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import armchair, floor_lamp, planks, rug
from imgorigin.painters.sketch.elements.rooms import Piece, Room, curtained, flanks, walls
from imgorigin.painters.sketch.elements.soft import (
    FABRICS,
    WOODS,
    chest_piece,
    framed,
    lamp_piece,
    plant_piece,
    shelf_piece,
    sofa,
    window_piece,
)
from imgorigin.painters.sketch.elements.spots import on_something
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_WALLS: Final = ("#e7c9a9", "#a9c4bd", "#e0b3a4", "#b9c2dc", "#d9cfa8", "#8fa88f", "#c9b3d1")
_CURTAINS: Final = ("#f1e4d0", "#d9b48f", "#b8c9c2", "#c98f7e")
_AT_WALL: Final = frozenset({"fireplace", "bookshelf"})
"""What stands where the sofa does otherwise, and those beside it before the wall too."""
_INSTEAD_OF_THE_SOFA: Final = _AT_WALL | {"sofa", "bed", "armchair"}


def paint(stage: Stage) -> None:
    color = _wall_color(stage)
    room = walls(stage, color)
    choice = stage.stream("fabrics")
    first, second, third = choice.shuffled(FABRICS)[:3]
    wood, curtain = choice.pick(WOODS), choice.pick(_CURTAINS)
    with stage.layer("floor") as rng:
        planks(stage, rng, room.floor, stage.lit(palette.mix(wood, color, 0.2)))
    reading = any(subject.holding for subject in stage.scene.subjects)
    depth, x = stage.h - room.floor, stage.w / 2
    with stage.layer("rug"):
        rug(stage, x, stage.h - depth * 0.28, min(760, stage.w * 0.66), stage.lit(first))
    wide = min(stage.w * 0.84, 860.0)
    names = {subject.name for subject in stage.scene.subjects}
    at_wall, bare = bool(names & _AT_WALL), stage.has("empty")
    if not (at_wall or bare) and (room.narrow or not reading):
        _over_the_sofa(stage, room, curtain)
    pieces = [plant_piece(), chest_piece(wood, "books")]
    if "bookshelf" not in names:
        pieces.append(shelf_piece(wood))
    if at_wall:
        pieces.append(_armchair_piece(second))
    if not reading:
        pieces.append(lamp_piece())
    if bare:
        pieces, reading = [window_piece(curtain)], False
    flanks(
        stage, room, 80 if bare else 330 if reading else wide / 2 + 20, pieces, first=window_piece(curtain)
    )
    with stage.layer("seat"):
        if reading and not at_wall:
            armchair(stage, x, stage.h - depth * 0.30, 620, stage.lit(second))
            floor_lamp(stage, x + (400 if stage.w > 900 else stage.w * 0.36), room.floor + 70, 640)
        elif not (bare or names & _INSTEAD_OF_THE_SOFA):
            sofa(stage, x, room.floor + 62, wide, color=stage.lit(second), accent=stage.lit(third))
    ground = stage.h - depth * (0.62 if at_wall else 0.37 if reading else 0.22)
    spot = Spot(
        ground=ground, size=500 if reading or at_wall else 370 if room.narrow else 430, tall=room.floor * 0.85
    )
    put_subjects(stage, spot if bare else on_something(stage, spot, wood))


def _over_the_sofa(stage: Stage, room: Room, curtain: str) -> None:
    """Pictures; in a narrow room, which has no other place for it, the window."""
    x = stage.w / 2
    if room.narrow:
        with stage.layer("window"):
            curtained(
                stage, room, x, 430, min(430, room.floor - 390), sill=330, color=curtain, view="country"
            )
        return
    with stage.layer("pictures") as rng:
        count, high = rng.pick((2, 3)), rng.between(190, 250)
        for index in range(count):
            left = x + (index - (count - 1) / 2) * 230
            framed(stage, rng, (left, room.floor - 430, 190, high), stage.lit("#5b4636"))


def _armchair_piece(color: str) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        armchair(stage, x, room.floor + 96, 430, stage.lit(color))

    return Piece(400, paint)


def _wall_color(stage: Stage) -> str:
    owned = any(subject.color for subject in stage.scene.subjects)
    own = stage.scene.color if not owned else ""
    picked = stage.stream("wall").pick(_WALLS)
    return palette.lighter(own, 0.35) if own else picked


ROOM = Place(
    name="room",
    paint=paint,
    words="room living_room livingroom interior interiors apartment lounge at_home "
    "nursery family_room sitting_room flat_interior",
    phrase="in a cozy room",
    alone="a cozy living room",
    indoors=True,
    shade=0.5,
)
