"""A shelf on a wall: what stands on it is seen from the front, books and a plant beside."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.elements.rooms import NIGHT, mirrored
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import trace

_WALLS: Final = ("#dfe5dc", "#f0dfd0", "#d3dde8", "#e8dbe4", "#c9d6c8", "#5f7a78", "#8a5f52")
_WOODS: Final = ("#b98a5e", "#9a6b45", "#c7a06f", "#7d5236")
_SPINES: Final = ("#c8553d", "#3d6f8f", "#e0b04a", "#4f7a5b", "#8a5a83", "#e9dfcf", "#2f3e55", "#d98c7a")
_STANDING_OUT: Final = 0.16
"""Least difference of the subject's colour from the wall's."""
_THICK: Final = 34.0
_HEADROOM: Final = 290.0
"""Of the highest shelf."""
_BETWEEN: Final = 500.0
"""From one shelf to the next above it."""


def paint(stage: Stage) -> None:
    subjects = stage.scene.subjects
    choice = stage.stream("looks")
    wood, turned = stage.lit(choice.pick(_WOODS)), choice.chance(0.5)
    wall = _wall(stage, subjects)
    y = stage.h * (0.78 if subjects else 0.86) if stage.h < 1300 else stage.h * 0.62
    half = stage.w / 2 - 60
    with mirrored(stage, really=turned):
        for level in range(int((y - _HEADROOM) / _BETWEEN)):
            _shelf(stage, f"shelf-{level}", y - _BETWEEN * (level + 1), half, wood, middle=0)
        _shelf(stage, "shelf", y, half, wood, middle=min(360.0, half * 0.7) if subjects else 0)
        if stage.h - y > _BETWEEN + 110:
            _shelf(stage, "shelf-below", y + _BETWEEN, half, wood, middle=0)
    with stage.layer("light"):
        stage.draw.glow(
            stage.w / 2, y - 300, min(stage.w * 0.6, 900), "#fff3d6", 0.3 if wall else 0.2, ry=520
        )
    stage.attend(stage.w / 2, y - 160)
    put_subjects(stage, Spot(ground=y, size=560, tall=min(640.0, y - 60), centred=True), subjects)


def _wall(stage: Stage, subjects: tuple[Subject, ...]) -> str:
    """Painted in a colour before which the subject stands out."""
    options = stage.stream("wall").shuffled(_WALLS)
    if subjects:
        color = icon_of(subjects[0], stage.scene.seed).color
        options.sort(key=lambda wall: palette.difference(wall, color) < _STANDING_OUT)
    wall = stage.lit(stage.scene.color or options[0])
    wall = palette.mix(wall, NIGHT, 0.4) if stage.light.dark else wall
    with stage.layer("wall"):
        stage.draw.rect(
            0,
            0,
            stage.w,
            stage.h,
            stage.draw.gradient(palette.lighter(wall, 0.25), palette.darker(wall, 0.06)),
        )
    return wall


def _shelf(stage: Stage, name: str, y: float, half: float, wood: str, *, middle: float) -> None:
    """A board with brackets, `middle` units to each side of its middle left free."""
    draw, x = stage.draw, stage.w / 2
    with stage.layer(name) as rng:
        for left, right in ((x - half + 50, x - middle), (x + middle, x + half - 50)):
            _things(stage, rng, left, right, y)
        draw.rect(x - half, y + _THICK, 2 * half, 70, draw.gradient((palette.INK, 0.26), (palette.INK, 0)))
        draw.rect(x - half, y, 2 * half, _THICK, draw.gradient(palette.lighter(wood, 0.16), wood), corner=5)
        draw.rect(x - half, y, 2 * half, 8, palette.lighter(wood, 0.4), corner=4)
        for side in (-1, 1):
            bracket = trace(
                ("M", x + side * (half - 190), y + _THICK),
                ("v", 96),
                ("q", side * -10, -80, side * -96, -96),
                "z",
            )
            draw.path(bracket, palette.darker(wood, 0.5))


def _things(stage: Stage, rng: Stream, left: float, right: float, y: float) -> None:
    """Books, plants and small things between two points, none of them cut."""
    x, last = left, -1
    while right - x > 180:
        kind = (last + rng.whole(1, 3)) % 4
        last = kind
        if kind == 0:
            x = _books(stage, rng, x, min(right, x + rng.between(190, 400)), y)
        elif kind == 1:
            put(
                stage,
                rng.pick(("potted-plant", "potted-cactus")),
                x + 105,
                y + 3,
                rng.between(220, 280),
                shadow=False,
            )
            x += 215
        elif kind == 2:
            _frame(stage, rng, x + 10, y)
            x += 215
        else:
            put(
                stage,
                rng.pick(("vase", "jar", "candle", "teapot", "alarm-clock")),
                x + 90,
                y + 3,
                rng.between(225, 290),
                shadow=False,
            )
            x += 190
        x += rng.between(16, 44)


def _books(stage: Stage, rng: Stream, left: float, right: float, y: float) -> float:
    """Standing ones from left to right; where the last one ends."""
    draw, x = stage.draw, left
    while x < right - 56:
        thick, tall, color = rng.between(32, 56), rng.between(210, 300), stage.lit(rng.pick(_SPINES))
        draw.rect(
            x,
            y - tall,
            thick,
            tall,
            draw.gradient(palette.lighter(color, 0.12), color, towards=(1, 0)),
            corner=4,
        )
        for at in (0.14, 0.8):
            draw.rect(x + 5, y - tall * (1 - at), thick - 10, 7, palette.lighter(color, 0.5), opacity=0.8)
        x += thick + 2
    return x


def _frame(stage: Stage, rng: Stream, x: float, y: float) -> None:
    draw, tall = stage.draw, rng.between(225, 290)
    sky, land = rng.pick(("#f2b880", "#9cc4d9", "#e8a8a0")), rng.pick(("#3d5a6c", "#6b8f5a", "#8a5a83"))
    draw.rect(x, y - tall, 190, tall, stage.lit("#4a3a30"), corner=4)
    draw.rect(x + 12, y - tall + 12, 166, tall - 24, stage.lit("#fbf6ec"))
    draw.rect(x + 26, y - tall + 26, 138, tall - 52, stage.lit(sky))
    with draw.clipped(trace(("M", x + 26, y - tall + 26), ("h", 138), ("v", tall - 52), ("h", -138), "z")):
        draw.circle(x + 126, y - tall + 76, 20, stage.lit("#fff3d6"))
        draw.ellipse(x + 64, y - 20, 84, 84, stage.lit(land))
        draw.ellipse(x + 158, y - 16, 76, 56, stage.lit(palette.darker(land, 0.25)))


SHELF = Place(
    name="shelf",
    paint=paint,
    words="shelf shelves wall_shelf wooden_shelf wooden_shelves floating_shelf floating_shelves on_a_shelf "
    "on_the_shelf",
    contents="book,books,shelf",
    phrase="on a shelf",
    alone="a shelf with books and plants on a wall",
    indoors=True,
    shade=0.5,
)
