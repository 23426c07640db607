"""A gym: machines before a mirror or a window front, dumbbells on a rack, a rubber floor."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import window
from imgorigin.painters.sketch.elements.rooms import (
    Piece,
    Room,
    flanks,
    lamplit,
    plain_floor,
    shade_under,
    walls,
)
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, disc, trace

_WALLS: Final = ("#59657a", "#3f4754", "#c9cfd6", "#6b5a66", "#4a5f66")
_ACCENTS: Final = ("#ff6b35", "#22c1a6", "#ffd23f", "#3d8bff", "#ff4f79")
_STEEL: Final = "#9aa5b3"
_IRON: Final = "#2b303b"


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, accent = choice.pick(_WALLS), stage.lit(stage.scene.color or choice.pick(_ACCENTS))
    outside = choice.chance(0.5)
    room = walls(stage, wall, trim="#3a404b", share=0.72, deepest=450)
    plain_floor(stage, room.floor, stage.lit("#4a505c"), gloss=0.16)
    _front(stage, room, accent, outside=outside)
    draw, depth = stage.draw, stage.h - room.floor
    with stage.layer("mat"):
        y, x = room.floor + depth * 0.64, stage.w / 2
        draw.polygon(
            [(x - 360, y - 62), (x + 360, y - 62), (x + 440, y + 62), (x - 440, y + 62)],
            palette.mix(accent, _IRON, 0.25),
        )
        draw.polygon(
            [(x - 340, y - 52), (x + 340, y - 52), (x + 412, y + 50), (x - 412, y + 50)], accent, opacity=0.55
        )
    half = 170.0 if room.narrow else 230.0
    flanks(
        stage,
        room,
        half,
        [_treadmill(accent), _rack(accent), _press(accent), _balls(accent)],
        first=_treadmill(accent),
    )
    with stage.layer("bench"):
        if not stage.scene.subjects:
            _barbell(stage, stage.w / 2, room.floor + depth * 0.66, accent)
    put_subjects(stage, Spot(ground=room.floor + depth * 0.70, size=430, tall=room.floor * 0.85))


def _front(stage: Stage, room: Room, accent: str, *, outside: bool) -> None:
    """A mirror or windows along the wall, lamps above, a stripe below."""
    draw = stage.draw
    top, end = room.floor - min(560.0, room.floor - room.top - 120), room.floor - 90
    with stage.layer("lamps"):
        for index in range(count := max(2, round(stage.w / 420))):
            x = stage.w * (index + 0.5) / count
            lamplit(stage, x, top - 44, 240, 0.8)
            draw.rect(x - 110, top - 58, 220, 16, "#fff6dc", corner=8)
    if outside:
        with stage.layer("window"):
            window(
                stage,
                60,
                top,
                stage.w - 120,
                end - top,
                frame=stage.lit("#3a404b"),
                view="city",
                panes=max(2, round(stage.w / 360)),
            )
    else:
        with stage.layer("mirror"):
            pale = palette.mix(room.wall, "#cfe3ee", 0.45)
            draw.rect(
                40,
                top,
                stage.w - 80,
                end - top,
                draw.gradient(palette.lighter(pale, 0.35), pale, towards=(0.4, 1)),
                corner=8,
            )
            gleams = "".join(
                trace(("M", x, end), ("l", 170, top - end), ("h", 60), ("L", x + 60, end), "z")
                for x in range(60, int(stage.w) - 240, 420)
            )
            with draw.clipped(box(40, top, stage.w - 80, end - top)):
                draw.path(gleams, palette.WHITE, opacity=0.20)
            seams = "".join(trace(("M", x, top), ("V", end)) for x in range(340, int(stage.w) - 60, 320))
            draw.line(seams, palette.darker(pale, 0.2), 4, opacity=0.6)
    with stage.layer("stripe"):
        draw.rect(0, room.floor - 60, stage.w, 20, accent)


def _disc(stage: Stage, x: float, y: float, r: float, color: str) -> None:
    """A weight seen from its face."""
    draw = stage.draw
    draw.circle(x, y, r, draw.gradient(palette.lighter(color, 0.18), color, towards=(0.7, 1)))
    draw.line(disc(x, y, r * 0.72), palette.lighter(color, 0.3), r * 0.06, opacity=0.6)
    draw.circle(x, y, r * 0.26, stage.lit(_STEEL))
    draw.circle(x, y, r * 0.1, stage.lit(_IRON))


def _barbell(stage: Stage, x: float, y: float, accent: str) -> None:
    draw, r = stage.draw, 96.0
    shade_under(stage, x, y, 330)
    draw.rect(x - 350, y - r - 7, 700, 14, stage.lit(_STEEL), corner=7)
    for side in (-1, 1):
        for dx, share, color in (
            (230, 1.0, accent),
            (266, 0.84, stage.lit("#3b424f")),
            (296, 0.66, accent),
        ):
            tall, left = 2 * r * share, x + side * dx - 15
            draw.rect(
                left,
                y - r - tall / 2,
                30,
                tall,
                draw.gradient(
                    palette.lighter(color, 0.25), color, palette.darker(color, 0.25), towards=(1, 0)
                ),
                corner=10,
            )
        draw.rect(x + side * 324 - 10, y - r - 18, 20, 36, stage.lit(_STEEL), corner=6)


def _treadmill(accent: str) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y, side = stage.draw, room.floor + 66, rng.pick((-1, 1))
        iron, steel = stage.lit(_IRON), stage.lit(_STEEL)
        shade_under(stage, x, y, 220)
        draw.rect(x - 210, y - 50, 420, 40, iron, corner=18)
        draw.rect(x - 190, y - 58, 380, 14, stage.lit("#565e6d"), corner=7)
        draw.rect(x - 210, y - 34, 420, 8, accent)
        foot, head = x + side * 150, x + side * 176
        draw.line(
            trace(("M", foot, y - 40), ("L", head, y - 360), ("M", head, y - 250), ("h", -side * 140)),
            steel,
            17,
        )
        with draw.group(f'transform="rotate({side * 14} {head:.0f} {y - 380:.0f})"'):
            draw.rect(head - 24, y - 450, 46, 120, iron, corner=14)
            draw.rect(head - 14 - side * 5, y - 438, 32, 76, "#5fe0ff", corner=6)

    return Piece(450, paint)


def _rack(accent: str) -> Piece:
    """Dumbbells on three shelves."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y = stage.draw, room.floor + 46
        iron = stage.lit(_IRON)
        shade_under(stage, x, y, 210)
        for dx in (-196, 180):
            draw.rect(x + dx, y - 320, 16, 320, iron, corner=5)
        for level in range(3):
            top = y - 70 - level * 105
            draw.rect(x - 204, top, 408, 14, stage.lit("#565e6d"), corner=5)
            size = 30 - 4 * level
            for slot in range(4):
                mid = x - 144 + slot * 96
                draw.rect(mid - 34, top - size - 4, 68, 9, stage.lit(_STEEL))
                for end in (-34, 16):
                    draw.rect(
                        mid + end,
                        top - 2 * size,
                        18,
                        2 * size,
                        accent if (slot + level) % 2 else stage.lit("#3b424f"),
                        corner=5,
                    )

    return Piece(430, paint)


def _press(accent: str) -> Piece:
    """A bench under a barbell on its stand."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y = stage.draw, room.floor + 60
        iron = stage.lit(_IRON)
        shade_under(stage, x, y, 200)
        for dx in (-120, 104):
            draw.rect(x + dx, y - 380, 16, 380, iron, corner=5)
        draw.rect(x - 230, y - 346, 460, 11, stage.lit(_STEEL), corner=5)
        for side in (-1, 1):
            _disc(stage, x + side * 190, y - 340, 84, accent)
        draw.rect(x - 96, y - 120, 192, 46, accent, corner=16)
        draw.rect(x - 80, y - 176, 160, 62, palette.lighter(accent, 0.15), corner=18)
        for dx in (-70, 54):
            draw.rect(x + dx, y - 78, 16, 78, iron)

    return Piece(480, paint)


def _balls(accent: str) -> Piece:
    """An exercise ball and kettlebells."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y = stage.draw, room.floor + 56
        shade_under(stage, x - 30, y, 130)
        draw.circle(
            x - 40,
            y - 100,
            100,
            draw.gradient(
                palette.lighter(accent, 0.35), accent, palette.darker(accent, 0.25), towards=(0.7, 1)
            ),
        )
        for dx, r, color in ((90, 40, stage.lit("#3b424f")), (158, 30, accent)):
            draw.line(
                trace(("M", x + dx - r * 0.55, y - r * 1.5), ("c", -r * 0.2, -r, r * 1.3, -r, r * 1.1, 0)),
                color,
                r * 0.34,
            )
            draw.circle(x + dx, y - r, r, draw.gradient(palette.lighter(color, 0.3), color, towards=(0.7, 1)))

    return Piece(290, paint)


GYM = Place(
    name="gym",
    paint=paint,
    words="gym gyms fitness_center fitness_centre fitness_studio weight_room crossfit_box health_club",
    phrase="in a gym",
    alone="a gym with weights and machines",
    indoors=True,
    shade=0.45,
)
