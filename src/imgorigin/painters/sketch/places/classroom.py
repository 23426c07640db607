"""A classroom: a board with chalk drawings, the teacher's desk before it, pupils' desks in front."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import planks, put
from imgorigin.painters.sketch.elements.rooms import Piece, Room, flanks, shade_under, walls
from imgorigin.painters.sketch.elements.soft import clock, framed, plant_piece, shelf_piece, window_piece
from imgorigin.painters.sketch.elements.spots import on_something
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, smooth, trace

_WALLS: Final = ("#f0dfae", "#bfd9d2", "#cfdcec", "#f0cdb6", "#d6e3b8")
_BOARDS: Final = ("#2f5d4c", "#2b4a3f", "#2c3e57", "#3a3f4a")
_CHALK: Final = "#f4f6ee"


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, board = choice.pick(_WALLS), choice.pick(_BOARDS)
    room = walls(
        stage, palette.lighter(stage.scene.color, 0.4) if stage.scene.color else wall, share=0.72, deepest=460
    )
    with stage.layer("floor") as rng:
        planks(stage, rng, room.floor, stage.lit("#c39a68"))
    half = 400.0 if room.narrow else 470.0
    _board(stage, room, stage.lit(board), half)
    pieces = [_poster(), shelf_piece("#c7a06f"), plant_piece("#5aa0c8", 340)]
    window = window_piece("#f3ead6", w=210, h=380, sill=200, beside=170)
    flanks(stage, room, half + 40, pieces, first=window)
    _desk(stage, room)
    ground = room.floor + (stage.h - room.floor) * 0.62
    spot = Spot(ground=ground, size=420, tall=room.floor * 0.8)
    put_subjects(stage, on_something(stage, spot, "#d9a868"))
    _pupils_desks(stage)


def _board(stage: Stage, room: Room, color: str, half: float) -> None:
    draw, x = stage.draw, stage.w / 2
    high, end = 380.0, room.floor - 200
    top = end - high
    chalk = stage.lit(_CHALK)
    with stage.layer("board") as rng:
        draw.rect(x - half - 16, top - 16, 2 * half + 32, high + 32, stage.lit("#b9824f"), corner=8)
        draw.rect(
            x - half, top, 2 * half, high, draw.gradient(palette.lighter(color, 0.14), color, towards=(1, 1))
        )
        draw.glow(x - half * 0.3, top + high * 0.4, half * 0.8, palette.WHITE, 0.12)
        _chalked(stage, rng, x - half * 0.62, top + high * 0.42, chalk)
        _chalked(stage, rng, x + half * 0.58, top + high * 0.44, chalk)
        rows = "".join(
            smooth(
                [
                    (x - half * 0.2 + step * 26, top + 80 + line * 74 + rng.spread(9))
                    for step in range(rng.whole(6, 9))
                ]
            )
            for line in range(4)
        )
        draw.line(rows, chalk, 6, opacity=0.8)
        draw.rect(x - half, end + 8, 2 * half, 18, stage.lit("#a06d3f"), corner=4)
        for dx, tone in ((-60, "#ffffff"), (-20, "#ffd166"), (20, "#f28ba8")):
            draw.rect(x + dx, end + 1, 30, 9, stage.lit(tone), corner=4)
    if room.floor - room.top > 820 or not room.narrow:
        with stage.layer("clock"):
            clock(stage, x, max(room.top + 70, top - 84), 52, stage.lit("#3d6f8f"))


def _chalked(stage: Stage, rng: Stream, x: float, y: float, color: str) -> None:
    """A sum, a triangle, a sun with planets or a graph."""
    kind = rng.whole(0, 3)
    if kind == 0:
        shape = trace(
            ("M", x - 80, y + 70),
            ("L", x + 80, y + 70),
            ("L", x - 80, y - 70),
            "z",
            ("M", x - 80, y + 50),
            ("h", 20),
            ("v", 20),
        )
    elif kind == 1:
        shape = (
            disc(x, y, 34) + disc(x, y, 74) + disc(x, y, 110) + disc(x + 74, y, 9) + disc(x - 78, y - 78, 12)
        )
    elif kind == 2:
        shape = trace(("M", x - 90, y - 90), ("v", 170), ("h", 190)) + smooth(
            [(x - 80, y + 60), (x - 30, y + 20), (x + 20, y + 30), (x + 90, y - 70)]
        )
    else:
        shape = trace(
            ("M", x - 70, y - 40),
            ("h", 60),
            ("M", x - 40, y - 70),
            ("v", 60),
            ("M", x + 30, y - 40),
            ("h", 60),
            ("M", x - 80, y + 40),
            ("h", 190),
            ("M", x - 80, y + 64),
            ("h", 190),
        )
    stage.draw.line(shape, color, 6, opacity=0.85)


def _poster() -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        framed(stage, rng, (x, room.floor - 430, 210, 260), stage.lit("#fbf7f0"))
        put(stage, "books", x, room.floor - 60 + 70, 150)

    return Piece(260, paint)


def _desk(stage: Stage, room: Room) -> None:
    """The teacher's, beside the middle."""
    draw, side = stage.draw, stage.stream("desk").pick((-1, 1))
    x = stage.w / 2 + side * min(430.0, stage.w * 0.33)
    y, wood = room.floor + 96, stage.lit("#a9713f")
    with stage.layer("desk"):
        shade_under(stage, x, y, 190)
        draw.rect(x - 170, y - 180, 340, 172, wood, corner=6)
        draw.rect(x - 150, y - 160, 300, 130, palette.darker(wood, 0.12), corner=6)
        draw.rect(x - 186, y - 196, 372, 22, palette.lighter(wood, 0.25), corner=5)
        put(stage, "red-apple", x + side * 30, y - 190, 70, shadow=False)
        put(stage, "books", x - side * 90, y - 190, 110, shadow=False)
        put(stage, "globe-showing-europe-africa", x + side * 124, y - 190, 110, shadow=False)


def _pupils_desks(stage: Stage) -> None:
    """Desks and chair backs along the lower edge, the middle left free."""
    draw, wood, step = stage.draw, stage.lit("#d9a868"), 400
    with stage.layer("desks"):
        for side in (-1, 1):
            for index in range(int(stage.w / 2 / step) + 1):
                x, y = stage.w / 2 + side * (330 + 150 + index * step), stage.h - 96
                steel, seat = stage.lit("#6b7688"), stage.lit(("#e07a5f", "#3d8fb5", "#58a06b")[index % 3])
                draw.line(
                    trace(("M", x - 130, y + 10), ("V", stage.h), ("M", x + 130, y + 10), ("V", stage.h)),
                    steel,
                    11,
                )
                draw.polygon(
                    [(x - 140, y - 22), (x + 140, y - 22), (x + 165, y + 10), (x - 165, y + 10)],
                    palette.lighter(wood, 0.2),
                )
                draw.rect(x - 165, y + 8, 330, 16, palette.darker(wood, 0.16))
                draw.rect(x - 76, y + 30, 152, 70, seat, corner=18)


CLASSROOM = Place(
    name="classroom",
    paint=paint,
    words="classroom classrooms lecture_hall lecture_room schoolroom chalkboard blackboard kindergarten",
    phrase="in a classroom",
    alone="a classroom with a board and desks",
    indoors=True,
    shade=0.5,
)
