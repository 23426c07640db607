"""A barber's: chairs before lit mirrors, bottles on the shelf below them, a striped pole on the wall."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import bottle, pendant, put
from imgorigin.painters.sketch.elements.rooms import Room, lamplit, shade_under, tiled_floor, walls
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, disc, trace

_WALLS: Final = ("#3f5f63", "#6b4a45", "#4a5568", "#8a6f55", "#556b5a")
_LEATHERS: Final = ("#8a3b32", "#2f3a4a", "#7a5230", "#3f5f4f")
_BOTTLES: Final = ("#2f4a3c", "#d9a441", "#355070", "#b5563f", "#8a5a83")
_PLACE: Final = 560.0


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, leather = stage.scene.color or choice.pick(_WALLS), stage.lit(choice.pick(_LEATHERS))
    room = walls(stage, wall, trim="#e9dcc8", share=0.74, deepest=440, skirting=26)
    tiled_floor(stage, room.floor, stage.lit("#e6e1d8"), stage.lit("#8d939d"))
    count = max(1, round(stage.w / _PLACE))
    xs = [stage.w * (index + 0.5) / count for index in range(count)]
    with stage.layer("mirrors") as rng:
        for x in xs:
            _mirror(stage, rng, room, x)
    with stage.layer("poles"):
        for x in xs[:-1] or [stage.w * 0.42]:
            put(stage, "barber-pole", x + stage.w / count / 2, room.floor - 300, 260, shadow=False)
    with stage.layer("lamps"):
        for x in xs:
            pendant(stage, x, max(76.0, room.floor - 690), 44, stage.lit("#c9a052"), drop=6)
    y = room.floor + (stage.h - room.floor) * 0.58
    with stage.layer("chairs"):
        for x in xs:
            _chair(stage, x, y, leather)
    stage.attend(stage.w / 2, room.floor - 200)
    put_subjects(stage, Spot(ground=stage.h - 40, size=600, tall=room.floor))


def _mirror(stage: Stage, rng: Stream, room: Room, x: float) -> None:
    """With bulbs round it, and the shelf below."""
    draw, wood = stage.draw, stage.lit("#8a5a38")
    low, high = room.floor - 210, min(420.0, room.floor - room.top - 290)
    w = 340.0
    lamplit(stage, x, low - high / 2, 360, 0.7)
    draw.rect(x - w / 2 - 30, low - high - 30, w + 60, high + 60, palette.darker(wood, 0.3), corner=24)
    glass = draw.gradient(
        palette.lighter(room.wall, 0.75), palette.mix(room.wall, "#cfe3ea", 0.6), towards=(0.6, 1)
    )
    draw.rect(x - w / 2, low - high, w, high, glass, corner=12)
    draw.line(
        trace(("M", x - 110, low - 70), ("l", 190, -230), ("M", x - 70, low - 50), ("l", 120, -146)),
        palette.WHITE,
        14,
        opacity=0.45,
    )
    steps = int(high / 84)
    bulbs = "".join(
        disc(x + side * (w / 2 + 15), low - high * (at + 0.5) / steps, 11)
        for side in (-1, 1)
        for at in range(steps)
    )
    draw.line(bulbs, "#ffd98a", 14, opacity=0.3)
    draw.path(bulbs, "#fff6db")
    draw.rect(
        x - w / 2 - 60, low + 60, w + 120, 24, draw.gradient(palette.lighter(wood, 0.25), wood), corner=5
    )
    draw.path(
        box(x - w / 2 - 30, low + 84, 14, 60) + box(x + w / 2 + 16, low + 84, 14, 60),
        palette.darker(wood, 0.3),
    )
    for dx in (-176, -136, 132, 172):
        bottle(stage, x + dx, low + 60, rng.between(70, 110), rng.pick(_BOTTLES))
    put(stage, "scissors", x - 76, low + 62, 76, shadow=False)


def _chair(stage: Stage, x: float, y: float, leather: str) -> None:
    """A barber's chair seen from behind and the side: a head rest, arms, a chrome foot."""
    draw, chrome = stage.draw, stage.lit("#c9ced6")
    shade, light = palette.darker(leather, 0.25), palette.lighter(leather, 0.16)
    shade_under(stage, x, y, 150)
    draw.ellipse(x, y - 8, 128, 24, palette.darker(chrome, 0.25))
    draw.ellipse(x, y - 16, 118, 20, draw.gradient(palette.lighter(chrome, 0.5), chrome))
    draw.rect(
        x - 22,
        y - 130,
        44,
        116,
        draw.gradient(palette.lighter(chrome, 0.5), chrome, palette.darker(chrome, 0.3), towards=(1, 0)),
    )
    draw.rect(x - 74, y - 420, 148, 66, light, corner=24)
    draw.rect(x - 18, y - 366, 36, 30, chrome)
    draw.rect(x - 116, y - 350, 232, 176, draw.gradient(light, leather), corner=30)
    for at in (-52, 0, 52):
        draw.circle(x + at, y - 280, 6, shade)
        draw.circle(x + at, y - 230, 6, shade)
    draw.rect(x - 128, y - 190, 256, 70, draw.gradient(leather, shade), corner=26)
    for side in (-1, 1):
        draw.rect(x + side * 132 - 24, y - 262, 48, 30, light, corner=14)
        draw.rect(x + side * 132 - 8, y - 236, 16, 80, chrome, corner=6)


SALON = Place(
    name="salon",
    paint=paint,
    words="barber_shop barbershop barber barbers hair_salon hairdresser hair_dresser beauty_salon salon "
    "barber_chair",
    contents="mirror,chair,scissors,barber",
    phrase="at a barber's",
    alone="a barber shop with chairs before lit mirrors",
    indoors=True,
    shade=0.45,
)
