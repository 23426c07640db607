"""A bright office high above a city: colleagues at a long table."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import pendant, put, window
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.drawn.people import COMPLEXIONS, complexion
from imgorigin.painters.sketch.subjects.icons import Icon
from imgorigin.painters.sketch.subjects.staging import Spot, draw_icon, put_subjects
from imgorigin.painters.sketch.svg import trace

_COLLEAGUES = ("woman-office-worker", "man-office-worker", "woman-technologist", "man-technologist")
_SUITS = ("#2f4858", "#7a4e5f", "#3f6b5c", "#8a6d3b", "#4a4e8f", "#a04b3c")
_SUIT_IN_ICON = {"#433b6b": 0.0, "#8d65c5": 0.3, "#321b41": -0.5}
"""Colours of the icons' suits, and how much lighter than the cloth each is."""
_SEAT = 400
"""Size of a colleague."""
_TABLE_DEPTH = 78


def paint(stage: Stage) -> None:
    floor = stage.horizon(0.74, deepest=420)
    table = stage.h - (stage.h - floor) * 0.72
    _room(stage, floor)
    if stage.has("people") or not stage.scene.subjects:
        _colleagues(stage, table)
    _table(stage, table)
    _on_the_table(stage, table)
    with stage.layer("plants"):
        put(stage, "potted-plant", stage.w * 0.045, stage.h - 20, 330)
        put(stage, "potted-plant", stage.w * 0.958, stage.h - 6, 400)


def _room(stage: Stage, floor: float) -> None:
    draw = stage.draw
    wall = stage.lit("#e9edf1")
    with stage.layer("wall"):
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(palette.mix(wall, "#9fb4c8", 0.25), wall))
    margin = stage.w * 0.05
    high = floor * 0.88 if stage.h > 2 * stage.w else min(floor * 0.82, 900)
    with stage.layer("window"):
        frame = stage.lit("#f9fafb") if not stage.light.dark else "#3a4660"
        panes = max(2, round(stage.w / 380))
        top = max(70, floor - high - 40)
        window(stage, margin, top, stage.w - 2 * margin, high - 60, frame=frame, view="city", panes=panes)
    with stage.layer("floor"):
        carpet = stage.lit("#cfd6de")
        draw.rect(0, floor, stage.w, stage.h - floor, draw.gradient(palette.darker(carpet, 0.1), carpet))
        draw.rect(0, floor - 12, stage.w, 12, palette.lighter(wall, 0.6))
    count = max(2, round(stage.w / 500))
    with stage.layer("lamps"):
        for index in range(count):
            pendant(
                stage,
                stage.w * (index + 0.5) / count,
                max(120, floor - min(high, 900)),
                34,
                stage.lit("#39424f"),
            )


def _colleagues(stage: Stage, table: float) -> None:
    count = max(2, min(10, int(stage.w / _SEAT)))
    if not stage.has("people"):
        count = min(count, 3)
    seats = stage.w * 0.94 / count
    size = min(_SEAT, seats * 1.05)
    gap = min(seats, size * 1.02)
    with stage.layer("people") as rng:
        order, looks = rng.shuffled(_COLLEAGUES), rng.shuffled(COMPLEXIONS)
        suits = rng.shuffled(_SUITS)
        for seat in range(count):
            skin, hair = looks[seat % len(looks)]
            icon = _dressed(order[seat % len(order)], skin, hair, suits[seat % len(suits)])
            x = stage.w / 2 + (seat - (count - 1) / 2) * gap
            draw_icon(stage, icon, x, table + 12, size * (1 + 0.05 * (seat % 2)), shadow=False)


def _dressed(name: str, skin: str, hair: str, suit: str) -> Icon:
    markup = complexion(pack().icons[name], skin, hair)
    for old, lift in _SUIT_IN_ICON.items():
        markup = markup.replace(old, palette.lighter(suit, lift) if lift > 0 else palette.darker(suit, -lift))
    return Icon(markup, pack().boxes[name], suit)


def _table(stage: Stage, y: float) -> None:
    draw = stage.draw
    w = min(stage.w * 0.94, 2300 if stage.w < 3000 else stage.w * 0.9)
    x = (stage.w - w) / 2
    wood, edge = stage.lit("#d9a871"), stage.lit("#8f6038")
    with stage.layer("table"):
        draw.glow(stage.w / 2, stage.h - 26, w * 0.52, "#2b3645", 0.4, ry=60)
        for leg in (0.1, 0.9):
            draw.rect(x + w * leg - 14, y + 100, 28, stage.h - y - 130, stage.lit("#6f4a2b"))
        top = trace(("M", x + 40, y), ("H", x + w - 40), ("L", x + w, y + _TABLE_DEPTH), ("H", x), "Z")
        draw.path(top, draw.gradient(wood, palette.darker(wood, 0.14)))
        draw.rect(x, y + _TABLE_DEPTH, w, 28, edge, corner=4)


def _on_the_table(stage: Stage, table: float) -> None:
    if stage.scene.subjects:
        put_subjects(stage, Spot(ground=table + _TABLE_DEPTH * 0.7, size=290, tall=420))
        return
    w = min(stage.w * 0.4, 900)
    with stage.layer("papers") as rng:
        for dx in (-0.62, -0.2, 0.24, 0.66):
            _sheet(stage, rng, stage.w / 2 + dx * w, table + 44)
    with stage.layer("things"):
        put(stage, "mug", stage.w / 2 + w * 0.44, table + 52, 84, color="#e76f51", shadow=False)
        put(stage, "mug", stage.w / 2 - w * 0.42, table + 48, 80, color="#f4f1ea", shadow=False)


def _sheet(stage: Stage, rng: Stream, x: float, y: float) -> None:
    """A sheet of paper lying on the table, with a chart or some lines."""
    slant = rng.spread(10)
    corners = [(x - 44 + slant, y - 16), (x + 40 + slant, y - 16), (x + 52, y + 18), (x - 54, y + 18)]
    stage.draw.polygon(corners, stage.lit("#fbfbf8"))
    lines = "".join(trace(("M", x - 30, y - 8 + 8 * row), ("h", rng.between(30, 60))) for row in range(3))
    stage.draw.line(lines, stage.lit("#9fb0c4"), 2.6)


OFFICE = Place(
    name="office",
    paint=paint,
    words="office meeting meeting_room workspace boardroom coworking conference teamwork business "
    "corporate workplace conference_room brainstorming presentation interview consulting company "
    "headquarters hr",
    phrase="in a modern office",
    alone="a team meeting in a modern office",
    indoors=True,
    shade=0.6,
)
