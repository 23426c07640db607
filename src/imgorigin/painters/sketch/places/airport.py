"""An airport: seats before a wall of glass, an aeroplane at its gate behind it, a board of departures."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import far_country
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.elements.rooms import plain_floor, shade_under
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, trace

_SEATS: Final = ("#2f5f8f", "#2a7f86", "#5a4f86", "#b5563f")
_PANE: Final = 380.0
_SEAT: Final = 118.0


def paint(stage: Stage) -> None:
    floor = stage.horizon(0.72, deepest=430)
    color = stage.lit(stage.scene.color or stage.stream("seats").pick(_SEATS), 0.5)
    _outside(stage, floor)
    _glass(stage, floor)
    _ceiling(stage)
    plain_floor(stage, floor, stage.lit("#c9ccd4", 0.5), gloss=0.5)
    side = stage.stream("side").pick((-1, 1))
    _seats(stage, floor + (stage.h - floor) * 0.34, color, side)
    with stage.layer("board"):
        _board(stage, stage.w / 2 - side * min(stage.w * 0.3, 540), max(70.0, floor - 700))
    if not stage.scene.subjects:
        with stage.layer("luggage"):
            put(stage, "luggage", stage.w / 2 + side * min(stage.w * 0.27, 470), stage.h - 50, 300)
    stage.attend(stage.w / 2, floor - 200)
    put_subjects(
        stage, Spot(ground=stage.h - (stage.h - floor) * 0.16, size=430, tall=floor * 0.9, centred=True)
    )


def _outside(stage: Stage, floor: float) -> None:
    horizon = floor - 210
    paint_sky(stage, horizon)
    far_country(stage, horizon, grass_color(stage))
    draw, asphalt = stage.draw, outdoors(stage, "#9aa1ab", 0.8)
    asphalt = palette.mix(asphalt, snow_color(stage), 0.5) if stage.has("snow") else asphalt
    with stage.layer("apron"):
        draw.rect(0, horizon + 26, stage.w, 220, draw.gradient(palette.lighter(asphalt, 0.25), asphalt))
        draw.line(
            trace(("M", 0, horizon + 96), ("H", stage.w)), outdoors(stage, "#f2c94c", 0.6), 7, opacity=0.9
        )
    with stage.layer("planes"):
        for index in range(count := max(1, round(stage.w / 1500))):
            x = stage.w * (index + 0.5) / count
            _plane(stage, x, floor - 62, min(1050.0, stage.w * 0.86))


def _plane(stage: Stage, x: float, y: float, w: float) -> None:
    """An airliner on its wheels, seen from its side, its nose to the left."""
    draw, white = stage.draw, outdoors(stage, "#f7f9fb", 0.6)
    r, blue, gray = w * 0.062, outdoors(stage, "#2f6fd0", 0.6), outdoors(stage, "#aab4c2", 0.8)
    top, low = y - r * 3.1, y - r * 1.1
    nose, tail = x - w * 0.46, x + w * 0.48
    draw.glow(x, y, w * 0.42, palette.INK, 0.34, ry=r * 0.3)
    for dx in (-0.3, 0.06, 0.12):
        draw.line(trace(("M", x + dx * w, low - 4), ("V", y - 12)), gray, 9)
        draw.circle(x + dx * w, y - 12, 15, outdoors(stage, "#2b2f3a", 0.8))
    fin = trace(
        ("M", x + w * 0.3, top + 8),
        ("L", x + w * 0.42, top - r * 2.5),
        ("h", w * 0.06),
        ("L", x + w * 0.47, top + 12),
        "z",
    )
    draw.path(fin, draw.gradient(palette.lighter(blue, 0.2), blue))
    body = trace(
        ("M", nose, low - r * 0.75),
        ("C", nose + r * 0.6, top + r * 0.2, nose + r * 1.8, top, nose + r * 3, top),
        ("H", x + w * 0.36),
        ("Q", tail, top, tail + 10, top + r * 0.16),
        ("Q", x + w * 0.36, low, x + w * 0.22, low),
        ("H", nose + r * 2.4),
        ("C", nose + r, low, nose - r * 0.2, low - r * 0.3, nose, low - r * 0.75),
        "z",
    )
    draw.path(body, draw.gradient(white, white, palette.darker(white, 0.18)))
    draw.line(trace(("M", nose + r * 0.4, low - r * 0.36), ("H", x + w * 0.27)), blue, r * 0.16)
    pane = outdoors(stage, "#ffd98a" if stage.light.lamps else "#4a6a8f", 0.4)
    draw.path(
        "".join(
            box(at, top + r * 0.66, r * 0.2, r * 0.3)
            for at in range(int(nose + r * 3), int(x + w * 0.34), max(8, int(r * 0.46)))
        ),
        pane,
    )
    draw.path(
        trace(("M", nose + r * 0.95, top + r * 0.66), ("h", r * 0.9), ("v", r * 0.36), ("h", -r * 1.25), "z"),
        outdoors(stage, "#33445c", 0.6),
    )
    wing = trace(
        ("M", x - w * 0.06, low - r * 0.5),
        ("L", x + w * 0.2, y - r * 0.5),
        ("h", w * 0.05),
        ("L", x + w * 0.12, low - r * 0.5),
        "z",
    )
    draw.path(wing, draw.gradient(gray, palette.darker(gray, 0.2)))
    draw.rect(x - w * 0.06, low - r * 0.06, w * 0.1, r * 0.72, blue, corner=r * 0.3)
    draw.rect(x - w * 0.06, low - r * 0.06, w * 0.022, r * 0.72, palette.darker(blue, 0.35), corner=r * 0.2)
    draw.path(
        trace(
            ("M", x + w * 0.38, top + r * 0.5),
            ("L", x + w * 0.5, top + r * 0.1),
            ("h", w * 0.03),
            ("L", x + w * 0.45, top + r * 0.6),
            "z",
        ),
        gray,
    )


def _glass(stage: Stage, floor: float) -> None:
    """Mullions from the ceiling to the floor, and what shines on the panes between."""
    draw, frame = stage.draw, stage.lit("#5a6472", 0.5)
    count = max(2, round(stage.w / _PANE))
    with stage.layer("glass"):
        for index in range(count):
            x, w = stage.w * index / count, stage.w / count
            gleam = [(x + w * 0.5, 0), (x + w * 0.72, 0), (x + w * 0.3, floor), (x + w * 0.08, floor)]
            draw.polygon(gleam, palette.WHITE, opacity=0.09)
        posts = "".join(box(stage.w * index / count - 8, 0, 16, floor) for index in range(count + 1))
        draw.path(
            posts + box(-5, floor - 22, stage.w + 10, 26) + box(-5, floor - 470, stage.w + 10, 9), frame
        )


def _ceiling(stage: Stage) -> None:
    draw, tone = stage.draw, stage.lit("#dfe3ea", 0.5)
    with stage.layer("ceiling"):
        draw.rect(0, 0, stage.w, 66, draw.gradient(palette.darker(tone, 0.2), tone))
        lamps = "".join(box(stage.w * (index + 0.5) / 5 - 80, 26, 160, 14) for index in range(5))
        draw.path(lamps, "#fff6dc")
        draw.rect(0, 62, stage.w, 8, palette.darker(tone, 0.35))


def _board(stage: Stage, x: float, y: float) -> None:
    """Departures, hung from the ceiling: rows nobody can read."""
    draw = stage.draw
    draw.rect(x - 120, 60, 8, y - 60, stage.lit("#5a6472", 0.5))
    draw.rect(x + 112, 60, 8, y - 60, stage.lit("#5a6472", 0.5))
    draw.rect(x - 190, y, 380, 186, "#161d2c", corner=12)
    draw.rect(x - 174, y + 14, 348, 30, "#f2b632", corner=5)
    draw.path(box(x - 160, y + 24, 110, 10) + box(x + 60, y + 24, 70, 10), "#161d2c")
    for row, lot in enumerate((130, 90, 112, 74)):
        top = y + 60 + row * 30
        draw.path(box(x - 170, top, 48, 12) + box(x - 104, top, lot, 12), "#e9eef6")
        draw.rect(x + 80, top, 86, 12, "#5fd38a" if row != 2 else "#ff8a5c")


def _seats(stage: Stage, y: float, color: str, side: int) -> None:
    """Two banks of seats, a gap between them."""
    draw, steel = stage.draw, stage.lit("#6d7684", 0.5)
    gap = 300.0 if stage.scene.subjects else 60.0
    with stage.layer("seats"):
        for way in (-1, 1):
            luggage = 420 if way == side and not stage.scene.subjects else 0
            count = max(1, int((stage.w / 2 - gap - 40 - luggage) / _SEAT))
            start = stage.w / 2 + way * gap
            middle = start + way * count * _SEAT / 2
            shade_under(stage, middle, y + 6, count * _SEAT / 2)
            draw.rect(middle - count * _SEAT / 2, y - 74, count * _SEAT, 12, steel, corner=5)
            for dx in (-0.36, 0.36):
                draw.rect(middle + dx * count * _SEAT - 6, y - 70, 12, 72, steel, corner=4)
            for index in range(count):
                x = start + way * (index + 0.5) * _SEAT
                draw.rect(
                    x - 52, y - 232, 104, 150, draw.gradient(palette.lighter(color, 0.16), color), corner=18
                )
                draw.rect(x - 54, y - 104, 108, 34, palette.lighter(color, 0.1), corner=12)
                draw.rect(x - 54, y - 86, 108, 16, palette.darker(color, 0.25), corner=8)


AIRPORT = Place(
    name="airport",
    paint=paint,
    words="airport airport_terminal departure_lounge departure_hall boarding_gate airport_lounge airports",
    phrase="at an airport",
    alone="an airport lounge with an aeroplane at the gate",
    contents="airplane,plane,aeroplane,luggage",
    times=("day", "day", "golden", "dawn"),
    indoors=True,
    shade=0.6,
)
