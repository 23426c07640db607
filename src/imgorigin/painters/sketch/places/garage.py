"""A garage: tools on a board over a bench, tins on shelves, tyres, a rolling gate."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import put, window
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
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, trace

_WALLS: Final = ("#c3cbd1", "#d6cdbd", "#b5c2bd", "#c9b8a8", "#aab6c6")
_ACCENTS: Final = ("#d64545", "#2f7fbf", "#e0a82e", "#3f8f6b")
_USUAL: Final = ("automobile", "motorcycle", "sport-utility-vehicle", "pickup-truck")
_TOOLS: Final = (
    "hammer",
    "wrench",
    "screwdriver",
    "carpentry-saw",
    "axe",
    "scissors",
    "paintbrush",
    "straight-ruler",
)


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, accent, usual = choice.pick(_WALLS), stage.lit(choice.pick(_ACCENTS)), choice.pick(_USUAL)
    room = walls(stage, stage.scene.color or wall, trim="#7d8894", share=0.73, deepest=450)
    plain_floor(stage, room.floor, stage.lit("#a9aaa8"), gloss=0.12)
    draw, x = stage.draw, stage.w / 2
    with stage.layer("lines"):
        for side in (-1, 1):
            draw.polygon(
                [
                    (x + side * 420, room.floor + 30),
                    (x + side * 440, room.floor + 30),
                    (x + side * 620, stage.h),
                    (x + side * 590, stage.h),
                ],
                stage.lit("#f2c230"),
                opacity=0.7,
            )
    _workbench(stage, room, accent)
    flanks(stage, room, 430, [_shelves(accent), _tyres(), _cabinet(accent), _gate()], first=_gate())
    with stage.layer("lamps"):
        for index in range(count := max(1, round(stage.w / 800))):
            lx, ly = stage.w * (index + 0.5) / count, max(room.top + 60, room.floor - 690)
            lamplit(stage, lx, ly, 420, 0.9)
            draw.rect(lx - 170, ly - 10, 340, 20, "#fff6dc", corner=10)
    ground = stage.h - (stage.h - room.floor) * 0.20
    subjects = stage.scene.subjects or (Subject(usual, usual),)
    put_subjects(stage, Spot(ground=ground, size=440, tall=room.floor * 0.8), subjects)


def _workbench(stage: Stage, room: Room, accent: str) -> None:
    """With a vice and a toolbox, the tools above it."""
    draw, x, y = stage.draw, stage.w / 2, room.floor + 40
    wood, top = stage.lit("#b98a5e"), room.floor - 170
    with stage.layer("tools") as rng:
        board = top - 330
        draw.rect(x - 360, board, 720, 270, stage.lit("#d9b98c"), corner=6)
        holes = "".join(
            disc(x - 330 + column * 30, board + 26 + line * 30, 2.6)
            for column in range(23)
            for line in range(8)
        )
        draw.path(holes, palette.darker(stage.lit("#d9b98c"), 0.35), opacity=0.6)
        for index, name in enumerate(rng.shuffled(_TOOLS)[:6]):
            put(stage, name, x - 288 + index * 116, board + 190 + rng.spread(14), 118, shadow=False)
    with stage.layer("workbench"):
        shade_under(stage, x, y, 400)
        for dx in (-350, 320):
            draw.rect(x + dx, top + 20, 34, y - top - 20, palette.darker(wood, 0.25))
        draw.rect(x - 350, y - 80, 700, 22, palette.darker(wood, 0.15))
        for dx, tone in ((-300, accent), (-150, stage.lit("#5b6472")), (60, stage.lit("#3f8f8a"))):
            draw.rect(x + dx, y - 172, 124, 92, tone, corner=8)
            draw.rect(x + dx + 40, y - 136, 44, 12, palette.WHITE, corner=6, opacity=0.6)
        draw.rect(x - 390, top, 780, 34, palette.lighter(wood, 0.2), corner=5)
        put(stage, "toolbox", x - 250, top + 4, 130, shadow=False)
        put(stage, "nut-and-bolt", x + 270, top + 4, 84, shadow=False)


def _shelves(accent: str) -> Piece:
    """Tins of paint and boxes."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y = stage.draw, room.floor + 40
        steel = stage.lit("#6b7688")
        shade_under(stage, x, y, 190)
        for level in range(4):
            top, left = y - 40 - level * 145, x - 160.0
            while left < x + 110:
                color = stage.lit(
                    rng.pick(("#d64545", "#2f7fbf", "#e0a82e", "#3f8f6b", "#e9e4d8", "#c99a63"))
                )
                if rng.chance(0.6):
                    draw.rect(
                        left,
                        top - 74,
                        62,
                        74,
                        draw.gradient(
                            palette.lighter(color, 0.2), color, palette.darker(color, 0.2), towards=(1, 0)
                        ),
                        corner=6,
                    )
                    draw.rect(left - 3, top - 80, 68, 12, stage.lit("#c3cbd1"), corner=5)
                    draw.rect(left + 6, top - 52, 50, 30, stage.lit("#fbf7ee"))
                    left += 74
                else:
                    draw.rect(left, top - 88, 92, 88, stage.lit("#c99a63"), corner=4)
                    draw.rect(left + 38, top - 88, 16, 34, stage.lit("#e3c79a"))
                    left += 102
            draw.rect(x - 180, top, 360, 13, steel)
        for dx in (-184, 170):
            draw.rect(x + dx, y - 560, 14, 560, palette.darker(steel, 0.2))

    return Piece(380, paint)


def _tyres() -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y, rubber = stage.draw, room.floor + 50, stage.lit("#2e323a")
        shade_under(stage, x, y, 120)
        for level in range(4):
            top = y - 66 * (level + 1)
            shift = 6 * (level % 2)
            draw.rect(
                x - 116 + shift, top, 232, 64, draw.gradient(palette.lighter(rubber, 0.18), rubber), corner=28
            )
            grooves = "".join(
                trace(("M", x - 90 + shift + step * 26, top + 12), ("v", 40)) for step in range(8)
            )
            draw.line(grooves, palette.darker(rubber, 0.4), 6)
        draw.ellipse(x + 6, y - 262, 104, 16, palette.lighter(rubber, 0.12))
        draw.ellipse(x + 6, y - 262, 52, 8, palette.darker(rubber, 0.5))

    return Piece(250, paint)


def _cabinet(accent: str) -> Piece:
    """A tool chest on wheels, with a window above it."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y = stage.draw, room.floor + 48
        window(stage, x - 130, room.floor - 560, 260, 220, frame=room.trim)
        shade_under(stage, x, y, 150)
        for dx in (-110, 110):
            draw.circle(x + dx, y - 14, 16, stage.lit("#2e323a"))
        draw.rect(x - 140, y - 290, 280, 266, accent, corner=10)
        for line in range(4):
            draw.rect(x - 124, y - 276 + line * 62, 248, 52, palette.lighter(accent, 0.14), corner=5)
            draw.rect(x - 60, y - 258 + line * 62, 120, 10, stage.lit("#e6ebef"), corner=5)
        put(stage, "oil-drum", x + 20, y - 286, 120, shadow=False)

    return Piece(300, paint)


def _gate() -> Piece:
    """A rolling gate with a row of panes, through which the sky shows."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, tone = stage.draw, stage.lit("#e3e7ea")
        wide, top = 460.0, room.floor - 540
        draw.rect(x - wide / 2 - 18, top - 40, wide + 36, 546, stage.lit("#7d8894"), corner=6)
        for line in range(6):
            y = top + line * 84
            draw.rect(
                x - wide / 2,
                y,
                wide,
                80,
                draw.gradient(palette.lighter(tone, 0.3), palette.darker(tone, 0.08)),
            )
            if line == 1:
                for pane in range(4):
                    draw.rect(
                        x - wide / 2 + 20 + pane * 108,
                        y + 10,
                        96,
                        60,
                        draw.gradient(stage.light.sky[0], stage.light.sky[-1]),
                        corner=6,
                    )
        draw.rect(x - 40, room.floor - 70, 80, 12, stage.lit("#55606e"), corner=6)

    return Piece(500, paint)


GARAGE = Place(
    name="garage",
    paint=paint,
    words="garage garages repair_shop mechanics_garage tool_shed auto_repair auto_shop workbench car_service "
    "woodworking_shop",
    phrase="in a garage",
    alone="a vehicle in a garage with tools over a workbench",
    indoors=True,
    shade=0.5,
    company=True,
)
