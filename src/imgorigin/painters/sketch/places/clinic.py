"""A hospital room: a bed with a monitor and a drip, a curtain, a window."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.elements.rooms import (
    Piece,
    Room,
    curtained,
    flanks,
    lamplit,
    plain_floor,
    shade_under,
    walls,
)
from imgorigin.painters.sketch.elements.soft import chest, plant_piece, window_piece
from imgorigin.painters.sketch.elements.spots import on_something
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import polyline, trace

_WALLS: Final = ("#d5ebea", "#dbe8f5", "#e8f0dc", "#efe3ea")
_CLOTHS: Final = ("#5fb3b3", "#6f9fd8", "#7fbf8f", "#c98fb0")


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, cloth = choice.pick(_WALLS), stage.scene.color or choice.pick(_CLOTHS)
    side = choice.pick((-1, 1))
    room = walls(stage, wall, trim="#ffffff", share=0.73, deepest=440)
    plain_floor(stage, room.floor, stage.lit("#dfe6ea"), gloss=0.5)
    draw, x = stage.draw, stage.w / 2
    with stage.layer("band"):
        draw.rect(0, room.floor - 250, stage.w, 34, palette.mix(room.wall, stage.lit(cloth), 0.5))
    if room.narrow:
        with stage.layer("window"):
            curtained(stage, room, x, 380, min(360, room.floor - 470), sill=390, color="#ffffff", view="city")
    else:
        _panel(stage, room, x, cloth)
    half = 390.0 if room.narrow else 440.0
    window = window_piece("#f7fbfb", w=240, h=400, sill=190, view="city", beside=180)
    flanks(stage, room, half, [_cabinet(), plant_piece("#ffffff", 380), _screen(cloth)], first=window)
    with stage.layer("bed"):
        _monitor(stage, room, x - side * (half - 26))
        _drip(stage, room, x + side * (half - 90))
        _bed(stage, x, room.floor + 74, side, stage.lit(cloth))
    ground = stage.h - (stage.h - room.floor) * 0.16
    spot = Spot(ground=ground, size=410, tall=room.floor * 0.8)
    put_subjects(stage, on_something(stage, spot, "#f3f7f9"))


def _panel(stage: Stage, room: Room, x: float, cloth: str) -> None:
    """The lit panel over the bed, with a cross."""
    draw, y = stage.draw, room.floor - 470
    with stage.layer("panel"):
        lamplit(stage, x, y, 420, 0.5)
        draw.rect(x - 250, y, 500, 44, stage.lit("#fbfdfe"), corner=10)
        draw.rect(x - 232, y + 32, 464, 7, "#fff3d0", corner=3)
        for dx in (-200, -150, 160):
            draw.circle(x + dx, y + 18, 9, stage.lit("#9fb4c0"))
        tone = stage.lit(cloth)
        draw.circle(x, y - 120, 74, tone)
        draw.rect(x - 15, y - 164, 30, 88, "#ffffff", corner=6)
        draw.rect(x - 44, y - 135, 88, 30, "#ffffff", corner=6)


def _bed(stage: Stage, x: float, y: float, side: int, cloth: str) -> None:
    """From the side, its head raised; `side` is where the feet are."""
    draw = stage.draw
    steel, linen = stage.lit("#b9c6d0"), stage.lit("#fdfefe")

    def at(dx: float, up: float) -> tuple[float, float]:
        return x + side * dx, y - up

    shade_under(stage, x, y, 340)
    for dx in (-260, 250):
        draw.line(polyline([at(dx, 24), at(dx, 120)]), steel, 16)
        draw.circle(*at(dx, 18), 18, stage.lit("#55606e"))
    draw.line(polyline([at(-280, 118), at(290, 118)]), steel, 22)
    draw.line(polyline([at(-120, 124), at(-300, 250)]), steel, 20)
    draw.polygon([at(-130, 130), at(310, 130), at(310, 184), at(-120, 184)], linen)
    draw.polygon([at(-100, 130), at(-140, 188), at(-306, 304), at(-330, 262)], linen)
    draw.polygon(
        [at(-175, 214), at(-300, 300), at(-270, 344), at(-150, 262)], palette.mix(linen, cloth, 0.25)
    )
    blanket = [at(-70, 196), at(318, 196), at(322, 92), at(-40, 92)]
    draw.polygon(blanket, draw.gradient(palette.lighter(cloth, 0.25), cloth))
    draw.polygon([at(-70, 200), at(-14, 200), at(0, 92), at(-40, 92)], linen)
    draw.line(polyline([at(322, 60), at(322, 250)]), steel, 18)
    draw.line(
        polyline([at(-60, 150), at(-60, 236), at(130, 236), at(130, 150)]), palette.lighter(steel, 0.3), 12
    )


def _drip(stage: Stage, room: Room, x: float) -> None:
    draw, y = stage.draw, room.floor + 60
    steel = stage.lit("#9fb0bd")
    draw.line(
        trace(
            ("M", x, y),
            ("V", y - 540),
            ("M", x - 44, y - 520),
            ("q", 44, -40, 88, 0),
            ("M", x - 60, y),
            ("l", 60, -40),
            ("l", 60, 40),
        ),
        steel,
        10,
    )
    draw.rect(x - 66, y - 520, 56, 104, "#dff1fa", corner=16, opacity=0.9)
    draw.rect(x - 62, y - 470, 48, 50, "#8fd0f0", corner=14, opacity=0.9)
    draw.line(trace(("M", x - 38, y - 416), ("c", 0, 120, 60, 100, 60, 220)), "#a9d8ee", 5)


def _monitor(stage: Stage, room: Room, x: float) -> None:
    draw, y = stage.draw, room.floor + 50
    draw.rect(x - 8, y - 300, 16, 290, stage.lit("#9fb0bd"))
    draw.rect(x - 70, y - 20, 140, 16, stage.lit("#7c8b98"), corner=8)
    draw.rect(x - 124, y - 470, 248, 186, stage.lit("#e6edf1"), corner=18)
    draw.rect(x - 108, y - 454, 216, 150, "#12233a", corner=10)
    beat = trace(
        ("M", x - 100, y - 390),
        ("h", 46),
        ("l", 14, -34),
        ("l", 18, 68),
        ("l", 16, -46),
        ("l", 10, 12),
        ("h", 96),
    )
    draw.line(beat, "#4dffa6", 6)
    draw.line(trace(("M", x - 96, y - 336), ("h", 90), ("m", 20, 0), ("h", 60)), "#57c7ff", 6, opacity=0.8)
    draw.circle(x + 84, y - 432, 9, "#ff5d6c")


def _cabinet() -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        chest(stage, x, room.floor + 34, w=250, h=250, wood=stage.lit("#f3f7f9"), rows=3)
        put(
            stage,
            rng.pick(("bouquet", "potted-plant", "glass-of-milk", "tulip")),
            x,
            room.floor - 216,
            150,
            shadow=False,
        )

    return Piece(260, paint)


def _screen(color: str) -> Piece:
    """A folding curtain on wheels."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, tone, y = stage.draw, stage.lit(color), room.floor + 30
        for index in range(3):
            left = x - 165 + index * 110
            shade = palette.lighter(tone, (0.35, 0.5, 0.28)[index])
            draw.rect(left, y - 520, 106, 470, draw.gradient(palette.lighter(shade, 0.2), shade), corner=6)
            draw.line(
                trace(("M", left, y - 532), ("V", y), ("M", left + 108, y - 532), ("V", y)),
                stage.lit("#9fb0bd"),
                8,
            )

    return Piece(350, paint)


CLINIC = Place(
    name="clinic",
    paint=paint,
    words="dental_chair dental_clinic dental_office dental_practice "
    "clinic clinics hospital_room hospital_bed ward emergency_room doctors_office operating_room "
    "hospital hospitals medical_center surgery_room exam_room",
    phrase="in a hospital room",
    alone="a hospital room with a bed and a monitor",
    indoors=True,
    shade=0.45,
)
