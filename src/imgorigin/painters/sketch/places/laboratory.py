"""A laboratory: flasks and a microscope on a white bench, cupboards and a window behind."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import bottle, put, window
from imgorigin.painters.sketch.elements.glassware import LIQUIDS, flask, round_flask, tubes
from imgorigin.painters.sketch.elements.rooms import Piece, Room, plain_floor, row, walls
from imgorigin.painters.sketch.elements.soft import clock
from imgorigin.painters.sketch.elements.spots import parted
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import smooth, trace

_WALLS: Final = ("#d9eaf0", "#dfeee6", "#e6e6f3", "#e9efe0")
_ACCENTS: Final = ("#2fa4a0", "#3d7dd8", "#7b61c8", "#3f9f6b")
_USUAL: Final = (Subject("microscope", "microscope"),)


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, accent = choice.pick(_WALLS), stage.lit(stage.scene.color or choice.pick(_ACCENTS))
    room = walls(stage, wall, share=0.72, deepest=460)
    plain_floor(stage, room.floor, stage.lit("#cdd8de"), gloss=0.3)
    shelves = _shelves(accent)
    row(stage, "wall-row", [_window(), shelves, _chart(accent)], room, more=[shelves, _window()])
    beings, things = parted(stage.scene.subjects or _USUAL)
    top = stage.h - 250
    put_subjects(
        stage, Spot(ground=top + 130, size=520, tall=room.floor * 0.9, shadow=False, busts=False), beings
    )
    _bench(stage, top, accent)
    put_subjects(stage, Spot(ground=top + 44, size=430, tall=520), things)


def _bench(stage: Stage, top: float, accent: str) -> None:
    """Across the picture, before the viewer; the subjects have its middle to themselves."""
    draw = stage.draw
    white = stage.lit("#fbfdfe")
    with stage.layer("bench"):
        draw.glow(stage.w / 2, top + 10, stage.w * 0.6, palette.INK, 0.25, ry=60)
        draw.rect(
            0,
            top + 60,
            stage.w,
            stage.h - top - 60,
            draw.gradient(palette.darker(accent, 0.05), palette.darker(accent, 0.3)),
        )
        seams = "".join(trace(("M", x, top + 96), ("V", stage.h)) for x in range(60, int(stage.w), 260))
        draw.line(seams, palette.darker(accent, 0.5), 5, opacity=0.5)
        handles = "".join(trace(("M", x + 100, top + 124), ("h", 60)) for x in range(60, int(stage.w), 260))
        draw.line(handles, white, 9, opacity=0.8)
        draw.rect(0, top, stage.w, 62, draw.gradient(white, palette.mix(white, "#9fb4c0", 0.3)))
        draw.rect(0, top + 60, stage.w, 16, palette.mix(white, "#8ba3b0", 0.5))
    with stage.layer("apparatus") as rng:
        y, free = top + 34, 240.0 if stage.w > 900 else 200.0
        for side in (-1, 1):
            x = stage.w / 2 + side * free
            kinds, colors = rng.shuffled((0, 1, 2, 0)), rng.shuffled(LIQUIDS)
            index = 0
            while 40 < x < stage.w - 40:
                wide = (170, 150, 230)[kinds[index % 4]]
                _apparatus(
                    stage, kinds[index % 4], x + side * wide / 2, y, colors[index % 6 :] + colors[: index % 6]
                )
                x += side * (wide + 46)
                index += 1


def _apparatus(stage: Stage, kind: int, x: float, y: float, colors: list[str]) -> None:
    if kind == 0:
        flask(stage, x, y, 220, colors[0])
    elif kind == 1:
        round_flask(stage, x, y, 290, colors[0])
    else:
        tubes(stage, x, y, 200, tuple(colors[:5]))


def _window() -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        high = min(420.0, room.floor - room.top - 320)
        window(stage, x - 230, room.floor - 260 - high, 460, high, frame=room.trim, view="city", panes=3)

    return Piece(560, paint)


def _shelves(accent: str) -> Piece:
    """Two boards with coloured flasks and brown bottles over a cupboard."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw = stage.draw
        for up in (300, 480):
            y, left = room.floor - up, x - 190.0
            while left < x + 190:
                kind, color = rng.between(), rng.pick(LIQUIDS)
                if kind < 0.5:
                    flask(stage, left, y, rng.between(90, 120), color)
                    left += 96
                elif kind < 0.85:
                    bottle(
                        stage, left - 10, y, rng.between(84, 110), rng.pick(("#7a4a2f", "#3f6f8f", "#e9eef2"))
                    )
                    left += 56
                else:
                    put(stage, "books", left, y + 2, 100, shadow=False)
                    left += 110
            draw.rect(x - 240, y, 480, 14, room.trim, corner=4)
            draw.rect(x - 240, y + 14, 480, 9, palette.BLACK, opacity=0.10)

    return Piece(520, paint)


def _chart(accent: str) -> Piece:
    """A board with an elements' table or a curve, a clock above."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, top = stage.draw, room.floor - 560
        draw.rect(x - 226, top - 14, 452, 300, palette.mix(accent, "#ffffff", 0.2), corner=10)
        draw.rect(x - 212, top, 424, 272, stage.lit("#fbfdff"), corner=6)
        if rng.chance(0.6):
            for column in range(9):
                for line in range(5):
                    if line > 1 or column in (0, 8) or (line == 1 and column in (1, 6, 7)):
                        tone = LIQUIDS[(column // 2 + line) % 6]
                        draw.rect(
                            x - 192 + column * 43,
                            top + 22 + line * 47,
                            38,
                            41,
                            palette.lighter(stage.lit(tone), 0.4),
                            corner=5,
                        )
        else:
            draw.line(trace(("M", x - 180, top + 30), ("v", 210), ("h", 360)), stage.lit("#8b98a8"), 6)
            for tone, lift in ((accent, 0.0), (stage.lit("#f2577d"), 44.0)):
                draw.line(
                    smooth(
                        [
                            (x - 170 + step * 66, top + 216 - lift * 0.5 - step * step * 5 + rng.spread(14))
                            for step in range(6)
                        ]
                    ),
                    tone,
                    8,
                )
        clock(stage, x + 290, top + 60, 50, stage.lit("#4a5568"))

    return Piece(700, paint)


LABORATORY = Place(
    name="laboratory",
    paint=paint,
    words="laboratory laboratories lab labs chemistry_lab science_lab research_lab cleanroom",
    phrase="in a laboratory",
    alone="a laboratory with a microscope and flasks",
    indoors=True,
    shade=0.45,
    company=True,
)
