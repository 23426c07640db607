"""A wall of bricks along a pavement: what stands or leans before it is seen plainly."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.foliage import bush
from imgorigin.painters.sketch.elements.houses import street_lamp
from imgorigin.painters.sketch.elements.tones import outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box

_BRICKS = ("#b5634a", "#a8584a", "#c2795a", "#b8a08c")
_COURSE = 44.0
_BRICK = 118.0


def paint(stage: Stage) -> None:
    floor = stage.h - min(stage.h * 0.2, 230)
    brick = outdoors(stage, stage.scene.color or stage.stream("brick").pick(_BRICKS), 0.8)
    _bricks(stage, floor, brick)
    _light(stage, floor)
    _pavement(stage, floor)
    _green(stage, floor)
    put_subjects(stage, Spot(ground=stage.h - (stage.h - floor) * 0.5, size=540, tall=floor * 0.92))


def _bricks(stage: Stage, floor: float, brick: str) -> None:
    """The wall in one colour of mortar, its bricks in three; here and there one is worn."""
    draw = stage.draw
    mortar = palette.mix(brick, stage.lit("#efe4d6"), 0.42)
    shades = (brick, palette.lighter(brick, 0.07), palette.darker(brick, 0.07))
    draw.rect(0, 0, stage.w, floor, mortar)
    with stage.layer("bricks") as rng:
        shapes = dict.fromkeys(shades, "")
        for row in range(int(floor / _COURSE) + 1):
            y, shift = floor - 34 - (row + 1) * _COURSE, _BRICK / 2 * (row % 2)
            for column in range(int(stage.w / _BRICK) + 2):
                tone = rng.pick((*shades, brick, brick))
                shapes[tone] += box(column * _BRICK - shift, y, _BRICK - 7, _COURSE - 7)
        for tone, shape in shapes.items():
            draw.path(shape, tone)
    with stage.layer("plinth"):
        stone = palette.mix(brick, outdoors(stage, "#8f8a86"), 0.7)
        draw.rect(0, floor - 34, stage.w, 40, draw.gradient(palette.lighter(stone, 0.14), stone))


def _light(stage: Stage, floor: float) -> None:
    """The sun on the wall from one side; a lamp by night."""
    light, draw = stage.light, stage.draw
    if light.lamps:
        with stage.layer("lamplight"):
            x = stage.w / 2 + (stage.w / 2 - stage.sun_x) * 1.4
            draw.rect(0, 0, stage.w, floor, light.near, opacity=0.3)
            draw.glow(x, floor - 470, 620, "#ffcf7a", 0.6)
            street_lamp(stage, x, floor + 40, 520)
        return
    with stage.layer("sunlight"):
        shade = (light.near, 0.34), (light.near, 0.0)
        shades = shade[::-1] if stage.sun_x < stage.w / 2 else shade
        draw.rect(0, 0, stage.w, floor, draw.gradient(*shades, towards=(1, 0.35)))
        draw.glow(stage.sun_x, floor * 0.3, min(stage.w, 1700) * 0.5, light.sun, 0.34, ry=floor * 0.8)


def _pavement(stage: Stage, floor: float) -> None:
    stone = outdoors(stage, "#b9b3ab")
    stone = palette.mix(stone, snow_color(stage), 0.7) if stage.has("snow") else stone
    draw, deep = stage.draw, stage.h - floor
    with stage.layer("pavement") as rng:
        draw.rect(0, floor, stage.w, deep, draw.gradient(palette.darker(stone, 0.12), stone))
        draw.rect(
            0, floor, stage.w, deep * 0.24, draw.gradient((stage.light.near, 0.4), (stage.light.near, 0))
        )
        seams = ""
        for row, share in enumerate((0.34, 0.74)):
            y = floor + deep * share
            seams += f"M0 {y:.1f}H{stage.w:.1f}"
            shift = rng.between(0, 220)
            for column in range(int(stage.w / 260) + 2):
                x = column * 260 - shift
                seams += f"M{x:.1f} {y:.1f}l{(x - stage.w / 2) * 0.06:.1f} {deep * (0.4 - 0.14 * row):.1f}"
        draw.line(seams, palette.darker(stone, 0.2), 4, opacity=0.6)


def _green(stage: Stage, floor: float) -> None:
    """A shrub at the foot of the wall, away from where the subject stands."""
    leaf = outdoors(stage, "#5f8f4f")
    leaf = palette.mix(leaf, snow_color(stage), 0.6) if stage.has("snow") else leaf
    with stage.layer("shrubs") as rng:
        side = rng.pick((0.05, 0.95))
        for share, r in ((side, 150), (side + 0.08 * (1 if side < 0.5 else -1), 96)):
            bush(stage, rng, stage.w * share, floor + 30, r, color=leaf, bloom=9)


WALL = Place(
    name="wall",
    paint=paint,
    words="brick_wall stone_wall brick_walls street_wall",
    phrase="before a brick wall",
    alone="a brick wall along a pavement",
    times=("day", "day", "golden"),
)
