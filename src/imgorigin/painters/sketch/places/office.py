"""A bright office high above a city: colleagues at a long table."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import pendant, put, window
from imgorigin.painters.sketch.elements.rooms import mirrored
from imgorigin.painters.sketch.elements.spots import parted
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.drawn.people import COMPLEXIONS, complexion
from imgorigin.painters.sketch.subjects.icons import Icon
from imgorigin.painters.sketch.subjects.onstage import draw_icon
from imgorigin.painters.sketch.subjects.sizing import BESIDE_TEXT
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import is_crew, is_person
from imgorigin.painters.sketch.svg import smooth, trace

_COLLEAGUES = ("woman-office-worker", "man-office-worker", "woman-technologist", "man-technologist")
_SUITS = ("#2f4858", "#7a4e5f", "#3f6b5c", "#8a6d3b", "#4a4e8f", "#a04b3c")
_SUIT_IN_ICON = {"#433b6b": 0.0, "#8d65c5": 0.3, "#321b41": -0.5}
"""Colours of the icons' suits, and how much lighter than the cloth each is."""
_SCREEN = 480.0
_SEAT = 400
"""Size of a colleague."""
_CLOSE = 330
"""How near those of a crew may sit to each other."""
_TABLE_DEPTH = 78
_LOOKS = (
    ("#e9edf1", "#cfd6de", "#d9a871", "#39424f"),
    ("#e6ddcf", "#b7a68f", "#a9744a", "#c9973f"),
    ("#d5e3df", "#a9bdb8", "#e6cfae", "#2f5f57"),
    ("#dfdcec", "#b9b6cc", "#e9e4dc", "#5b4f8f"),
    ("#3f4a5c", "#59616e", "#c99863", "#e8a33f"),
    ("#e9d3c6", "#8f8a86", "#f3efe8", "#b5503f"),
)
"""Colours of wall, carpet, table and lamps that go together."""


def paint(stage: Stage) -> None:
    floor = stage.horizon(0.74, deepest=420)
    table = stage.h - (stage.h - floor) * 0.72
    choice = stage.stream("looks")
    wall, carpet, wood, shade = (stage.lit(color) for color in choice.pick(_LOOKS))
    turned, screened = choice.chance(0.5), choice.chance(0.5) and stage.w > 1250
    with mirrored(stage, really=turned):
        _room(stage, floor, (wall, carpet, shade), screened=screened)
    if screened:
        beside = stage.w * 0.05 + 30
        _screen(stage, beside if turned else stage.w - beside - _SCREEN, floor - 560)
    crew = next((one for one in stage.scene.subjects if is_crew(one)), None)
    subjects = [one for one in stage.scene.subjects if one is not crew]
    if crew or stage.has("people") or not (subjects or stage.has("empty")):
        _colleagues(stage, table, crew)
    beings, things = parted(subjects)
    alone = not stage.has("people")
    people = [one for one in beings if is_person(one.name) and alone]
    spot = Spot(ground=table + 60, size=440, tall=table * 0.9, shadow=False)
    put_subjects(stage, spot, [one for one in beings if one not in people] if alone else [])
    _table(stage, table, wood)
    _on_the_table(stage, table, things if alone else subjects, before=crew is not None)
    put_subjects(stage, spot, people)
    with stage.layer("plants"):
        put(stage, "potted-plant", stage.w * 0.045, stage.h - 20, 330)
        put(stage, "potted-plant", stage.w * 0.958, stage.h - 6, 400)


def _room(stage: Stage, floor: float, colors: tuple[str, str, str], *, screened: bool) -> None:
    """A window front; `screened`, with room for a screen beside it."""
    draw, (wall, carpet, shade) = stage.draw, colors
    with stage.layer("wall"):
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(palette.mix(wall, "#9fb4c8", 0.25), wall))
    margin = stage.w * 0.05
    high = floor * 0.88 if stage.h > 2 * stage.w else min(floor * 0.82, 900)
    with stage.layer("window"):
        frame = stage.lit("#f9fafb") if not stage.light.dark else "#3a4660"
        panes = max(2, round(stage.w / 380))
        top = max(70, floor - high - 40)
        wide = stage.w - 2 * margin - (_SCREEN + 120 if screened else 0)
        window(stage, margin, top, wide, high - 60, frame=frame, view="city", panes=panes)
    with stage.layer("floor"):
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
                shade,
            )


def _screen(stage: Stage, x: float, y: float) -> None:
    """A screen on the wall: bars, a curve and a ring."""
    draw = stage.draw
    high = _SCREEN * 0.6
    with stage.layer("screen") as rng:
        draw.rect(x - 14, y - 14, _SCREEN + 28, high + 28, stage.lit("#2b3140"), corner=14)
        draw.rect(x, y, _SCREEN, high, draw.gradient("#fbfdff", "#e3ecfa"), corner=6)
        draw.rect(x + 28, y + 28, 150, 18, "#8fa3cc", corner=9)
        for index in range(5):
            tall = 40 + 24 * index + rng.spread(20)
            draw.rect(
                x + 36 + index * 44,
                y + high - 30 - tall,
                28,
                tall,
                ("#5b8def", "#35b8a6")[index % 2],
                corner=5,
            )
        curve = [(x + 280 + step * 42.0, y + high - 50 - 22 * step + rng.spread(16)) for step in range(5)]
        draw.line(smooth(curve), "#f2784b", 9)
        draw.circle(x + 380, y + 84, 48, "#dbe5f7")
        draw.path(trace(("M", x + 380, y + 84), ("v", -48), ("a", 48, 48, 0, 0, 1, 34, 82), "z"), "#7b61e8")


def _colleagues(stage: Stage, table: float, crew: Subject | None) -> None:
    """Those of a meeting; a crew, all at their laptops, is as many as the words say."""
    count = max(2, min(10, int(stage.w / _SEAT)))
    if crew:
        count = min(max(2, int(stage.w / _CLOSE)), crew.count)
    elif stage.calm in ("left", "right"):
        count = max(2, int(stage.w * BESIDE_TEXT / _SEAT))
    elif not stage.has("people"):
        count = min(count, 3)
    seats = stage.w * (BESIDE_TEXT if stage.calm in ("left", "right") else 0.94) / count
    size = min(_SEAT, seats * 1.05)
    gap = min(seats, size * 1.02)
    with stage.layer("people") as rng:
        order = rng.shuffled(_COLLEAGUES)
        order = [name for name in order if not crew or "technologist" in name]
        looks = rng.shuffled(COMPLEXIONS)
        suits = rng.shuffled(_SUITS)
        for seat in range(count):
            skin, hair = looks[seat % len(looks)]
            icon = _dressed(order[seat % len(order)], skin, hair, suits[seat % len(suits)])
            x = stage.w / 2 + (seat - (count - 1) / 2) * gap
            stage.attend(stage.w / 2, table - size * 0.6)
            draw_icon(stage, icon, x, table + 12, size * (1 + 0.05 * (seat % 2)), shadow=False)


def _dressed(name: str, skin: str, hair: str, suit: str) -> Icon:
    markup = complexion(pack().icons[name], skin, hair)
    for old, lift in _SUIT_IN_ICON.items():
        markup = markup.replace(old, palette.lighter(suit, lift) if lift > 0 else palette.darker(suit, -lift))
    return Icon(markup, pack().boxes[name], suit)


def _table(stage: Stage, y: float, wood: str) -> None:
    draw = stage.draw
    w = min(stage.w * 0.94, 2300 if stage.w < 3000 else stage.w * 0.9)
    x = (stage.w - w) / 2
    edge = palette.mix(wood, "#4a2f1c", 0.45)
    with stage.layer("table"):
        draw.glow(stage.w / 2, stage.h - 26, w * 0.52, "#2b3645", 0.4, ry=60)
        for leg in (0.1, 0.9):
            draw.rect(x + w * leg - 14, y + 100, 28, stage.h - y - 130, palette.darker(edge, 0.2))
        top = trace(("M", x + 40, y), ("H", x + w - 40), ("L", x + w, y + _TABLE_DEPTH), ("H", x), "Z")
        draw.path(top, draw.gradient(wood, palette.darker(wood, 0.14)))
        draw.rect(x, y + _TABLE_DEPTH, w, 28, edge, corner=4)


def _on_the_table(stage: Stage, table: float, things: list[Subject], *, before: bool) -> None:
    """The scene's things, small and aside `before` people; else papers and mugs."""
    if things and before:
        put_subjects(stage, Spot(ground=table + _TABLE_DEPTH * 0.8, size=130, tall=200, x=0.66), things)
        return
    if things:
        put_subjects(stage, Spot(ground=table + _TABLE_DEPTH * 0.7, size=290, tall=420), things)
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
    words="office office_space coworking_space meeting meeting_room workspace boardroom coworking conference "
    "teamwork business corporate workplace conference_room brainstorming presentation interview consulting "
    "company headquarters hr",
    phrase="in a modern office",
    alone="a team meeting in a modern office",
    indoors=True,
    shade=0.6,
    company=True,
)
