"""A table laid for dinner: plates, glasses and cutlery on white linen, candles between them."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import pendant, pictures, put, window
from imgorigin.painters.sketch.elements.rooms import Room, walls
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import trace

_WALLS: Final = ("#7d4a44", "#4f5f6b", "#6b5a49", "#5a4f66", "#4a6158")
_CHAIRS: Final = ("#6b4330", "#4a3326", "#84563a")
_NAPKINS: Final = ("#b8433f", "#c9973f", "#5f8f86", "#7a6aa8")
_FLAME: Final = "#ffcf7a"
_SETTING: Final = 860.0
_LARGEST: Final = 1.35
"""Of a setting, where there is room: it is drawn some 640 units wide."""


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, chair, napkin = choice.pick(_WALLS), stage.lit(choice.pick(_CHAIRS)), choice.pick(_NAPKINS)
    room = walls(stage, stage.scene.color or wall, trim="#e9dcc8", share=0.5, deepest=560, skirting=0)
    _behind(stage, room)
    count = max(1, round(stage.w / _SETTING))
    xs = [stage.w * (index + 0.5) / count for index in range(count)]
    _chairs(stage, room, xs, chair)
    put_subjects(stage, Spot(ground=room.floor + 70, size=470, tall=room.floor * 0.86, shadow=False))
    _linen(stage, room)
    deep = stage.h - room.floor
    with stage.layer("setting"):
        for x in xs:
            y, scale = room.floor + deep * 0.66, min(_LARGEST, stage.w / count / 640)
            with stage.draw.group(f'transform="translate({x:.1f} {y:.1f}) scale({scale:.3f})"'):
                _setting(stage, 0, 0, stage.lit(napkin, 0.5))
    with stage.layer("candles") as rng:
        spread = min(stage.w / (count + 1), 360.0)
        for index in range(2 * count + 1):
            x = stage.w / 2 + (index - count) * spread + rng.spread(16)
            y = room.floor + deep * (0.2 if index % 2 else 0.13)
            tall = rng.between(230, 320)
            if index != count:
                _candle(stage, x, y, tall)
            elif not stage.scene.subjects:
                put(stage, "vase-of-flowers", x, y + 10, 330, shadow=False)
    stage.attend(stage.w / 2, room.floor + deep * 0.3)


def _behind(stage: Stage, room: Room) -> None:
    """Dusk outside, and pictures in the candles' light."""
    draw = stage.draw
    with stage.layer("window"):
        if not room.narrow:
            wide, high = min(520.0, stage.w * 0.3), min(330.0, room.floor - room.top - 190)
            window(stage, stage.w * 0.1, room.floor - 130 - high, wide, high, frame=room.trim, view="city")
    with stage.layer("pictures") as rng:
        size = 300.0
        x = stage.w * 0.5 - size / 2 if room.narrow else stage.w * 0.9 - size
        pictures(stage, rng, x, max(room.top + 40, room.floor - 440), size)
    with stage.layer("lamps"):
        for index in range(count := max(1, round(stage.w / 900))):
            pendant(
                stage, stage.w * (index + 0.5) / count, max(80.0, room.floor - 480), 62, stage.lit("#c99a4a")
            )
    with stage.layer("glow"):
        draw.glow(stage.w / 2, room.floor, min(stage.w * 0.42, 760), "#ff9f4a", 0.4, ry=250)


def _chairs(stage: Stage, room: Room, xs: list[float], wood: str) -> None:
    """The backs of those on the far side."""
    draw = stage.draw
    with stage.layer("chairs"):
        for x in xs:
            y, half = room.floor - 190, 116
            draw.rect(x - half, y, 2 * half, 260, palette.darker(wood, 0.3), corner=46)
            draw.rect(
                x - half + 10,
                y + 8,
                2 * half - 20,
                260,
                draw.gradient(palette.lighter(wood, 0.16), wood),
                corner=40,
            )
            for dx in (-52, 0, 52):
                draw.rect(x + dx - 9, y + 46, 18, 200, palette.darker(wood, 0.34), corner=9)


def _linen(stage: Stage, room: Room) -> None:
    draw, y = stage.draw, room.floor + 12
    white, warm = stage.lit("#fbf4e6", 0.7), palette.mix(stage.lit("#fbf4e6", 0.7), _FLAME, 0.3)
    with stage.layer("linen"):
        draw.rect(-10, y - 10, stage.w + 20, 22, palette.darker(warm, 0.2))
        draw.rect(-10, y, stage.w + 20, stage.h - y + 10, draw.gradient(warm, palette.darker(white, 0.08)))
        draw.glow(
            stage.w / 2,
            y + (stage.h - y) * 0.16,
            min(stage.w * 0.42, 760),
            _FLAME,
            0.55,
            ry=(stage.h - y) * 0.34,
        )
        runner = palette.mix(warm, stage.lit("#8a3b3b"), 0.72)
        deep = stage.h - y
        draw.rect(
            -10,
            y + deep * 0.08,
            stage.w + 20,
            deep * 0.22,
            draw.gradient(palette.lighter(runner, 0.1), runner),
        )
        for at in (0.1, 0.27):
            draw.rect(-10, y + deep * at, stage.w + 20, 5, stage.lit("#e9c46a"), opacity=0.8)


def _setting(stage: Stage, x: float, y: float, napkin: str) -> None:
    """A plate on its charger, a folded napkin, cutlery left and right, glasses behind."""
    draw, china, gold = stage.draw, stage.lit("#ffffff", 0.5), stage.lit("#d9b25f", 0.5)
    draw.ellipse(x + 6, y + 16, 196, 74, palette.INK, opacity=0.16)
    for rx, ry, up, tone in (
        (190, 70, 0, gold),
        (178, 64, 5, palette.darker(china, 0.06)),
        (166, 58, 9, china),
        (112, 38, 6, palette.darker(china, 0.09)),
        (106, 34, 8, palette.lighter(china, 0.5)),
    ):
        draw.ellipse(x, y - up, rx, ry, tone)
    fold = trace(("M", x - 44, y + 14), ("L", x, y - 96), ("L", x + 44, y + 14), ("q", -44, 16, -88, 0), "z")
    draw.path(fold, draw.gradient(palette.lighter(napkin, 0.2), napkin))
    draw.path(
        trace(("M", x, y - 96), ("L", x + 44, y + 14), ("q", -20, 9, -38, 9), "z"),
        palette.darker(napkin, 0.22),
    )
    _cutlery(stage, x, y)
    _glass(stage, x + 196, y - 74, 210, "#8e1f3b")
    _glass(stage, x + 262, y - 30, 170, "#dfeef2")


def _cutlery(stage: Stage, x: float, y: float) -> None:
    draw, steel = stage.draw, stage.lit("#c3c8d2", 0.5)
    dark = palette.darker(steel, 0.35)
    for dx in (-254, -222):
        draw.line(trace(("M", x + dx - 6, y + 66), ("L", x + dx + 6, y - 8)), steel, 9)
        tines = "".join(trace(("M", x + dx + 6 + at, y - 10), ("l", 4, -42)) for at in (-9, 0, 9))
        draw.line(tines + trace(("M", x + dx - 3, y - 8), ("h", 20)), steel, 5)
        draw.line(trace(("M", x + dx - 3, y + 68), ("l", 9, -60)), dark, 2, opacity=0.5)
    blade = trace(("M", x + 214, y + 4), ("c", 2, -40, 8, -54, 14, -62), ("l", 8, 62), "z")
    draw.path(blade, palette.lighter(steel, 0.45))
    draw.line(trace(("M", x + 226, y + 4), ("l", 12, 62)), steel, 11)


def _glass(stage: Stage, x: float, y: float, h: float, wine: str) -> None:
    """On a stem, half full."""
    draw, r, glass = stage.draw, h * 0.21, "#fdf7ea"
    middle = y - h * 0.68
    bowl = trace(
        ("M", x - r * 0.8, y - h), ("C", x - r * 1.35, middle, x - r, y - h * 0.42, x, y - h * 0.42),
        ("C", x + r, y - h * 0.42, x + r * 1.35, middle, x + r * 0.8, y - h), "z",
    )  # fmt: skip
    full = trace(
        ("M", x - r * 1.08, middle), ("C", x - r, y - h * 0.5, x - r * 0.6, y - h * 0.44, x, y - h * 0.44),
        ("C", x + r * 0.6, y - h * 0.44, x + r, y - h * 0.5, x + r * 1.08, middle), "z",
    )  # fmt: skip
    draw.ellipse(x, y, r * 0.9, r * 0.26, palette.INK, opacity=0.16)
    draw.ellipse(x, y - 3, r * 0.8, r * 0.22, glass, opacity=0.75)
    draw.rect(x - 3.5, y - h * 0.44, 7, h * 0.42, glass, opacity=0.8)
    draw.path(bowl, glass, opacity=0.34)
    draw.path(full, stage.lit(wine, 0.4), opacity=0.9)
    draw.line(bowl, glass, 3, opacity=0.75)
    draw.line(
        trace(("M", x - r * 0.62, y - h * 0.9), ("q", -r * 0.4, h * 0.16, -r * 0.1, h * 0.3)),
        palette.WHITE,
        5,
        opacity=0.7,
    )


def _candle(stage: Stage, x: float, y: float, h: float) -> None:
    """A taper in a low brass holder, alight."""
    draw, brass = stage.draw, stage.lit("#d9a441", 0.5)
    top = y - h
    draw.glow(x, top - 24, 150, _FLAME, 0.75)
    draw.ellipse(x, y, 46, 13, palette.darker(brass, 0.25))
    draw.ellipse(x, y - 6, 42, 11, brass)
    draw.rect(
        x - 17,
        y - 44,
        34,
        40,
        draw.gradient(palette.lighter(brass, 0.4), brass, palette.darker(brass, 0.2), towards=(1, 0)),
        corner=6,
    )
    draw.rect(
        x - 12, top, 24, h - 40, draw.gradient("#fffaf0", "#f3e2c4", "#d9bf95", towards=(1, 0)), corner=6
    )
    draw.line(trace(("M", x, top + 2), ("v", -12)), "#4a3326", 3)
    flame = trace(("M", x, top - 62), ("c", 20, 28, 20, 52, 0, 56), ("c", -20, -4, -20, -28, 0, -56), "z")
    draw.path(flame, draw.gradient("#ffb03b", "#ffdc73"))
    core = trace(("M", x, top - 38), ("c", 10, 14, 10, 28, 0, 30), ("c", -10, -2, -10, -16, 0, -30), "z")
    draw.path(core, "#fff6d6")


DINING = Place(
    name="dining",
    paint=paint,
    words="restaurant restaurants bistro trattoria fine_dining "
    "dinner_table dining_table dining_room dinner_party set_table table_setting laid_table "
    "candlelight_dinner candlelit_dinner romantic_dinner dinner_by_candlelight place_setting",
    contents="candle,plate,glass,cutlery,fork,knife,wine,wine glass,napkin,flower,vase,dinner,food,meal,"
    "glass of wine,chair",
    phrase="at a laid dinner table",
    alone="a dinner table with candles, plates and glasses",
    times=("sunset", "night"),
    indoors=True,
    shade=0.4,
)
