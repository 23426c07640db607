"""A wooden table by a window, sunlight falling on it."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import planks, put, shelf, sunbeams
from imgorigin.painters.sketch.elements.rooms import Room, curtained, mirrored
from imgorigin.painters.sketch.elements.soft import table_lamp, tall_plant
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import kind_of
from imgorigin.painters.sketch.svg import smooth

_WALLS = ("#ecdcc6", "#c9dcd5", "#ecccbb", "#cfd6ea", "#e3d3e0")
_DEEP_WALLS = ("#6f9088", "#a8745f", "#6f7fa6", "#c29a5f")
"""For subjects that are pale themselves."""
_WOODS = ("#a9713f", "#8a5a38", "#c7995f", "#6f4a35")
_CURTAINS = ("#f3ead9", "#d9b79a", "#b8c9c2")
_BEHIND = ("beams", "window", "shelf")
_BESIDE = ("potted-plant", "lamp", "leaves", "books")
_BESIDE_FOOD = ("potted-plant", "lamp", "leaves", "lamp")
_SPINES = ("#b5563f", "#3d6f8f", "#d9a94a", "#4f7a5b", "#8a5a83")
_DARK_WALL = "#2b2d36"
_STANDING_OUT = 0.16
"""Least difference of the subject's colour from the wall behind it."""
_USUAL = (Subject("laptop", "laptop"), Subject("mug", "mug"))


def paint(stage: Stage) -> None:
    tall = stage.h > 1.25 * stage.w
    square = not tall and stage.w < 1.15 * stage.h
    edge = stage.horizon(0.6 if square else 0.68, deepest=700 if tall else 560)
    subjects = stage.scene.subjects or _USUAL
    wall = _wall_color(stage, subjects)
    choice = stage.stream("looks")
    wood, turned, behind = choice.pick(_WOODS), choice.chance(0.5), choice.pick(_BEHIND)
    eaten = kind_of(subjects[0].name).startswith("food")
    beside, cloth = choice.pick(_BESIDE_FOOD if eaten else _BESIDE), choice.pick(_CURTAINS)
    draw = stage.draw
    with stage.layer("wall"):
        draw.rect(
            0, 0, stage.w, edge, draw.gradient(palette.mix(wall, "#5a4a3a", 0.12), palette.lighter(wall, 0.3))
        )
    with mirrored(stage, really=turned):
        if behind == "window" and stage.w > 1250:
            room = Room(wall, stage.lit("#fbf7f0"), edge, 0.0, narrow=False)
            with stage.layer("window"):
                curtained(stage, room, stage.w * 0.8, 380, 400, sill=150, color=cloth, view="country")
        if stage.has("marble"):
            _marble(stage, edge)
        else:
            with stage.layer("table") as rng:
                planks(stage, rng, edge, stage.lit(wood))
        if behind == "beams" and not stage.light.overcast and not stage.light.dark:
            with stage.layer("sunbeams"):
                sunbeams(stage, max(0.0, edge - 900), edge, stage.light.sun)
    spot = Spot(
        ground=edge + (stage.h - edge) * 0.55, size=760 if tall else 580, tall=edge + (120 if square else 60)
    )
    put_subjects(stage, spot, subjects)
    with mirrored(stage, really=turned):
        if behind == "shelf" and stage.w > 1250:
            _shelves(stage, edge, stage.lit(wood), turned=turned)
        x = stage.w * 0.12
        free = _is_free(stage, x - 170, x + 170, turned=turned)
        if free and all(subject.name != beside for subject in subjects) and stage.w > 1150:
            with stage.layer("beside"):
                _beside(stage, beside, x, edge + (stage.h - edge) * 0.16)


def _is_free(stage: Stage, left: float, right: float, *, turned: bool) -> bool:
    """Whether none of the subjects is seen between the two, in a picture that may be mirrored."""
    if turned:
        left, right = stage.w - right, stage.w - left
    return all(one.right < left or one.left > right for one in stage.sights)


def _shelves(stage: Stage, edge: float, wood: str, *, turned: bool) -> None:
    """On the wall, in what room the subjects leave beside them."""
    ends = [stage.w - one.left if turned else one.right for one in stage.sights]
    left = max([stage.w * 0.62, *(end + 50 for end in ends)])
    wide = min(560.0, stage.w * 0.94 - left)
    with stage.layer("shelf") as rng:
        for up in (220, 400):
            if wide > 260:
                shelf(stage, rng, left, edge - up, wide, wood=wood)


def _marble(stage: Stage, edge: float) -> None:
    """A slab of white stone, its veins running one way."""
    draw, deep = stage.draw, stage.h - edge
    white, gray = stage.lit("#f4f2ef"), stage.lit("#a9a8ad")
    with stage.layer("marble") as rng:
        draw.rect(0, edge, stage.w, deep, draw.gradient(palette.mix(white, gray, 0.16), white))
        veins = ["", ""]
        for index in range(int(stage.w / 150) + 4):
            x, y = rng.between(-0.1, 1) * stage.w, edge + deep * rng.between(0.04, 0.9)
            points = [(x, y)]
            for _ in range(5):
                x, y = x + rng.between(40, 110), y + rng.between(-0.06, 0.12) * deep
                points.append((x, max(edge + 8, y)))
            veins[index % 2] += smooth(points)
        draw.line(veins[0], gray, 7, opacity=0.22)
        draw.line(veins[1], gray, 3, opacity=0.5)
        draw.rect(0, edge, stage.w, 7, stage.lit(palette.WHITE))


def _beside(stage: Stage, name: str, x: float, y: float) -> None:
    """What stands behind the subject on the table."""
    if name == "lamp":
        table_lamp(stage, x, y, 330)
    elif name == "leaves":
        tall_plant(stage, x, y, 470, "#d9cdbd")
    elif name == "books":
        _books(stage, x, y)
    else:
        put(stage, name, x, y, 330)


def _books(stage: Stage, x: float, y: float) -> None:
    """A few of them lying on each other."""
    draw = stage.draw
    draw.glow(x, y, 140, palette.INK, 0.3, ry=14)
    with stage.layer("books") as rng:
        for color in rng.shuffled(_SPINES)[:4]:
            w, h, tone = rng.between(190, 240), rng.between(34, 46), stage.lit(color)
            left, y = x - w / 2 + rng.spread(12), y - h
            draw.rect(left, y, w, h, draw.gradient(palette.lighter(tone, 0.14), tone), corner=6)
            draw.rect(left + w * 0.04, y + h * 0.16, w * 0.12, h * 0.68, palette.lighter(tone, 0.3))
            draw.rect(left + w * 0.9, y + h * 0.12, w * 0.1, h * 0.76, stage.lit("#f4ecdc"))


def _wall_color(stage: Stage, subjects: tuple[Subject, ...]) -> str:
    """One of the walls before which the subject's colour stands out."""
    rng = stage.stream("wall")
    pale, deep = rng.shuffled(_WALLS), rng.shuffled(_DEEP_WALLS)
    if "dark" in stage.scene.moods:
        return _DARK_WALL
    subject = icon_of(subjects[0], stage.scene.seed).color
    walls = (*pale, *deep)
    clear = (wall for wall in walls if palette.difference(wall, subject) >= _STANDING_OUT)
    return stage.lit(next(clear, deep[0]))


TABLE = Place(
    name="table",
    paint=paint,
    words="table desk tabletop countertop counter wooden_table kitchen_table "
    "on_marble marble_table marble_countertop marble_counter marble_surface marble_slab "
    "desktop_background still_life flat_lay",
    phrase="on a wooden table",
    alone="a laptop and a mug on a wooden table",
    indoors=True,
    shade=0.5,
    company=True,
)
