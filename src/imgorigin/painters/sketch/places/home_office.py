"""A desk at home: a screen before the window, a lamp, shelves; the subjects stand on the desk."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import planks, put
from imgorigin.painters.sketch.elements.rooms import Room, curtained, flanks, shade_under, walls
from imgorigin.painters.sketch.elements.soft import (
    FABRICS,
    WOODS,
    chest_piece,
    framed,
    plant_piece,
    shelf_piece,
    table_lamp,
    window_piece,
)
from imgorigin.painters.sketch.elements.spots import parted
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import kind_of
from imgorigin.painters.sketch.svg import smooth, trace

_WALLS: Final = ("#cfdcd6", "#e6d6c6", "#c9d3e6", "#e3cfd2", "#8fa3a8", "#e9e1cf")
_CURTAINS: Final = ("#f3ead9", "#b8c9c2", "#d9b79a")
_DESK: Final = 230.0
"""How high its top is."""


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, wood, curtain = choice.pick(_WALLS), choice.pick(WOODS), choice.pick(_CURTAINS)
    cloth, side, windowed = choice.pick(FABRICS), choice.pick((-1, 1)), choice.chance(0.6)
    room = walls(
        stage, palette.lighter(stage.scene.color, 0.4) if stage.scene.color else wall, share=0.76, deepest=380
    )
    with stage.layer("floor") as rng:
        planks(stage, rng, room.floor, stage.lit(palette.mix(wood, "#c8a582", 0.4)))
    x, half = stage.w / 2, min(480.0, stage.w * 0.45)
    _over_desk(stage, room, x, curtain if windowed or room.narrow else "")
    others = [shelf_piece(wood), plant_piece(), chest_piece(wood, "camera")]
    window = None if windowed else window_piece(curtain, w=230, h=430, view="city", beside=170)
    flanks(stage, room, half + 30, others, first=window)
    y = room.floor + 96
    top = y - _DESK
    beings, things = parted(stage.scene.subjects)
    aside = not any(kind_of(one.name).startswith("computer") for one in things)
    with stage.layer("desk"):
        _desk(stage, x, y, half, stage.lit(wood))
        table_lamp(stage, x + side * (half - 90), top, 180)
        if not things:
            put(stage, "potted-plant", x - side * (half - 70), top + 4, 130, shadow=False)
            put(stage, "books", x - side * (half - 190), top + 2, 110, shadow=False)
        if aside:
            _monitor(stage, x + (side * half * 0.1 if things else 0), top)
            put(stage, "mug", x + side * half * 0.62, top + 3, 76, shadow=False)
        if not beings and aside:
            _chair(stage, x + side * half * 0.2, y + 118, stage.lit(cloth))
    at = 0.5 - side * half * 0.62 / stage.w if aside else 0.5
    put_subjects(stage, Spot(ground=top + 12, size=280 if aside else 330, tall=420, x=at), things)
    put_subjects(stage, Spot(ground=y + 100, size=430, tall=room.floor * 0.8), beings)


def _over_desk(stage: Stage, room: Room, x: float, curtain: str) -> None:
    """A window with curtains of that colour; without one, pictures."""
    with stage.layer("over-desk") as rng:
        if curtain:
            high = min(400, room.floor - room.top - 380)
            curtained(stage, room, x, 460, high, sill=320, color=curtain, view="city")
            return
        for dx, w, h in ((-250, 180, 220), (0, 240, 190), (250, 180, 220)):
            framed(stage, rng, (x + dx, room.floor - 590, w, h), stage.lit("#4a3b32"))


def _desk(stage: Stage, x: float, y: float, half: float, wood: str) -> None:
    draw, top = stage.draw, y - _DESK
    shade_under(stage, x, y, half)
    for side in (-1, 1):
        draw.rect(x + side * (half - 40) - 14, top + 20, 28, _DESK - 20, palette.darker(wood, 0.28), corner=4)
    draw.rect(x + half * 0.34, top + 20, half * 0.52, 150, palette.darker(wood, 0.10), corner=6)
    for line in range(2):
        draw.rect(
            x + half * 0.34 + 10,
            top + 32 + line * 68,
            half * 0.52 - 20,
            58,
            palette.lighter(wood, 0.12),
            corner=5,
        )
        draw.rect(x + half * 0.60 - 26, top + 54 + line * 68, 52, 9, stage.lit("#e7c27a"), corner=4)
    draw.rect(x - half, top, 2 * half, 26, palette.lighter(wood, 0.3), corner=5)


def _monitor(stage: Stage, x: float, y: float) -> None:
    """A screen with a chart on it, a keyboard before it."""
    draw = stage.draw
    draw.rect(x - 16, y - 80, 32, 74, stage.lit("#9aa5b3"))
    draw.rect(x - 76, y - 12, 152, 12, stage.lit("#9aa5b3"), corner=6)
    draw.rect(x - 190, y - 300, 380, 232, stage.lit("#262b38"), corner=14)
    draw.rect(x - 178, y - 288, 356, 208, draw.gradient("#eaf2ff", "#cfe0fb"), corner=8)
    draw.glow(x, y - 184, 330, "#bcd6ff", 0.35 if stage.light.dark else 0.12)
    draw.rect(x - 160, y - 270, 120, 18, "#7d93c8", corner=8)
    for index, tall in enumerate((50, 84, 66, 110)):
        draw.rect(x - 150 + index * 40, y - 96 - tall, 26, tall, ("#4f7df0", "#8fb0ff")[index % 2], corner=5)
    draw.line(
        smooth([(x + 30, y - 120), (x + 66, y - 160), (x + 104, y - 146), (x + 150, y - 220)]), "#ff8a5c", 8
    )


def _chair(stage: Stage, x: float, y: float, color: str) -> None:
    """Seen from its back, before the desk."""
    draw, iron = stage.draw, stage.lit("#3a404d")
    shade_under(stage, x, y, 120)
    draw.line(
        trace(("M", x, y - 130), ("V", y - 26), ("M", x - 96, y - 8), ("L", x, y - 34), ("L", x + 96, y - 8)),
        iron,
        14,
    )
    draw.rect(x - 106, y - 170, 212, 44, palette.darker(color, 0.18), corner=20)
    draw.rect(x - 10, y - 210, 20, 50, iron)
    draw.rect(x - 96, y - 400, 192, 204, draw.gradient(palette.lighter(color, 0.2), color), corner=46)
    draw.rect(x - 70, y - 376, 140, 156, palette.lighter(color, 0.26), corner=34, opacity=0.5)


HOME_OFFICE = Place(
    name="home_office",
    paint=paint,
    words="home_office home_desk work_desk workstation desk_setup study_room home_workspace "
    "working_from_home office_desk computer_desk",
    phrase="in a home office",
    alone="a home office with a screen on a desk",
    indoors=True,
    shade=0.5,
)
