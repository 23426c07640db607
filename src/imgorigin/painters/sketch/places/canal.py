"""A canal between old houses, as in Venice or Amsterdam: their feet in the water, poles before them."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.skyline import WARM_WINDOWS
from imgorigin.painters.sketch.elements.tones import SNOW, outdoors
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, dome, trace

_WALLS: Final = ("#c9694f", "#d99a5b", "#e3c08a", "#b8574a", "#d8a79a", "#a9665a", "#cdb79a", "#7f8f8a")
_ROOF: Final = "#a5543c"
_SHUTTERS: Final = ("#4f7a63", "#3f6a86", "#7a4a3c")
_STEP: Final = 84
"""From one window to the next."""
_USUAL: Final = (Subject("gondola", "gondola"),)


def paint(stage: Stage) -> None:
    line = stage.horizon(0.62, deepest=560)
    paint_sky(stage, line)
    with stage.draw.group('id="mirrored"'):
        _houses(stage, line)
        _quay(stage, line)
    water(stage, line, stage.h, mirrors="mirrored")
    _poles(stage, line)
    deep = stage.h - line
    afloat, quay = line + deep * 0.62, line + deep * 0.30
    subjects = stage.scene.subjects or _USUAL
    spot = Spot(ground=quay, size=330, air=line * 0.3, water=afloat, tall=line * 0.8)
    put_subjects(stage, spot, subjects)


def _houses(stage: Stage, line: float) -> None:
    """Side by side, of different heights, lower towards the middle."""
    highest = min(line * 0.86, 760)
    with stage.layer("houses") as rng:
        x, before = -rng.between(20, 90), ""
        while x < stage.w:
            w = _STEP * rng.whole(2, 4) + 40
            aside = min(1.0, abs(x + w / 2 - stage.w / 2) / (stage.w / 2))
            h = highest * (0.58 + 0.34 * aside) * rng.between(0.88, 1.06)
            color = rng.pick([wall for wall in _WALLS if wall != before])
            _house(stage, rng, x, line, w=w, h=h, color=color)
            x, before = x + w, color


def _house(stage: Stage, rng: Stream, x: float, base: float, *, w: float, h: float, color: str) -> None:
    draw, light = stage.draw, stage.light
    wall = outdoors(stage, color)
    top, roof = base - h, outdoors(stage, SNOW if stage.has("snow") else _ROOF)
    draw.rect(x, top, w + 1, h, draw.gradient(palette.lighter(wall, 0.1), palette.darker(wall, 0.16)))
    draw.path(trace(("M", x - 8, top + 4), ("l", 22, -42), ("h", w - 28), ("l", 22, 42), "z"), roof)
    draw.rect(x - 8, top, w + 16, 10, palette.lighter(wall, 0.4))
    draw.rect(x, base - 40, w + 1, 40, palette.darker(wall, 0.3))
    shutter = outdoors(stage, rng.pick(_SHUTTERS))
    dark = outdoors(stage, "#3d4a5c")
    panes: dict[str, str] = {}
    shutters = ""
    count = int((w - 30) / _STEP)
    left = x + (w - (count - 1) * _STEP) / 2
    y = top + 52
    while y < base - 150:
        for column in range(count):
            lamp, lit, at = rng.pick(WARM_WINDOWS), rng.chance(0.6), left + column * _STEP
            glass = lamp if light.lamps and lit else dark
            panes[glass] = panes.get(glass, "") + box(at - 15, y, 30, 54) + dome(at, y + 1, 15)
            shutters += box(at - 30, y, 12, 54) + box(at + 18, y, 12, 54)
        y += 112
    for glass, shape in panes.items():
        draw.path(shape, glass)
    draw.path(shutters, shutter)
    door = left + _STEP * rng.whole(0, count - 1)
    draw.path(box(door - 22, base - 84, 44, 84) + dome(door, base - 83, 22), outdoors(stage, "#4b3428"))


def _quay(stage: Stage, line: float) -> None:
    draw, stone = stage.draw, outdoors(stage, "#cfc4b0")
    with stage.layer("quay"):
        draw.rect(-10, line - 16, stage.w + 20, 20, palette.darker(stone, 0.2))
        draw.rect(-10, line - 22, stage.w + 20, 9, stone)


def _poles(stage: Stage, line: float) -> None:
    """Striped, at both sides."""
    draw, white, red = stage.draw, outdoors(stage, "#f3ece0"), outdoors(stage, "#b8433a")
    with stage.layer("poles") as rng:
        for side in (-1, 1):
            for index in range(2):
                x = stage.w / 2 + side * (stage.w / 2 - 70 - 90 * index)
                foot = line + (stage.h - line) * (0.50 - 0.2 * index) + rng.spread(20)
                high = rng.between(250, 310) * (1 - 0.2 * index)
                draw.rect(x - 9, foot - high, 18, high, white, corner=8)
                stripes = "".join(
                    trace(("M", x - 9, foot - high + 30 + up), ("l", 18, -16), ("v", 22), ("l", -18, 16), "z")
                    for up in range(0, int(high) - 60, 46)
                )
                draw.path(stripes, red)
                draw.circle(x, foot - high, 12, outdoors(stage, "#dcae4e"))
                draw.ellipse(x, foot, 26, 5, palette.WHITE, opacity=0.3)


CANAL = Place(
    name="canal",
    paint=paint,
    words="canal canals venice venezia grand_canal venetian amsterdam",
    phrase="on a canal between old houses",
    alone="a canal between old houses",
    contents="gondola,boat,house,bridge",
    times=("day", "golden"),
    company=True,
)
