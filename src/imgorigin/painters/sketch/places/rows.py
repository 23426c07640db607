"""Land planted in rows that run to the horizon: lavender and vines; and grain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.buildings import Look, cottage
from imgorigin.painters.sketch.elements.country import far_country, knoll, main_x
from imgorigin.painters.sketch.elements.foliage import cypresses, fringe
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, seasonal
from imgorigin.painters.sketch.elements.ways import strips
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc


@dataclass(frozen=True, slots=True)
class Planting:
    """What grows in the rows: its colours from shade to light, and in autumn; the earth between them."""

    tones: tuple[str, str, str]
    turned: str
    earth: str
    pitch: float
    tall: float
    light: Callable[[float, float, float], str] = disc


def _leaves(x: float, y: float, r: float) -> str:
    """Of a vine: three small bunches instead of one round."""
    return (
        disc(x - r * 0.7, y + r * 0.5, r * 0.7)
        + disc(x + r, y, r * 0.8)
        + disc(x + r * 0.1, y - r * 0.5, r * 0.6)
    )


_PLANTINGS: Final = {
    "lavender": Planting(("#5b3f99", "#8462c4", "#b093e6"), "#8a7a9c", "#b79a72", 250, 0.34),
    "vineyard": Planting(("#3f6d33", "#5c9440", "#8ebf55"), "#c4622c", "#b08a5c", 340, 0.36, _leaves),
}
_STEPS: Final = 15
"""Plants from the far end of a row to its near one."""
_GRAIN_ROWS: Final = 8
_FAR: Final = 0.16
"""Size of the farthest beside the nearest."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.5, deepest=640)
    depth = stage.h - horizon
    color = grass_color(stage)
    middle = main_x(stage, 0.22, margin=190)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    ground = knoll(stage, "hill", horizon + depth * 0.10, 12, color)
    with stage.layer("house") as rng:
        cottage(stage, rng, middle - 80, ground(middle) + 20, w=170, look=Look("#f1dfc0", "#b5653c", 0.08))
    with stage.layer("cypresses") as rng:
        tone = palette.mix(palette.mix(color, "#2f5a3f", 0.5), stage.light.near, 0.45)
        xs = [middle + offset + rng.spread(14) for offset in (-190, -140, 130, 176, 236)]
        cypresses(stage, rng, lambda x: ground(x) + 18, xs, 190, color=tone)
    stage.attend(middle, horizon)
    if stage.scene.place in _PLANTINGS:
        _planted(stage, horizon, depth * 0.16)
    else:
        _grain(stage, horizon + depth * 0.14)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.10, size=420, air=horizon * 0.5, tall=horizon))


def _planted(stage: Stage, horizon: float, drop: float) -> None:
    planting = _PLANTINGS[stage.scene.place]
    light, draw = stage.light, stage.draw
    top = horizon + drop
    with stage.layer("earth"):
        earth = seasonal(stage, outdoors(stage, planting.earth), turned=planting.earth, share=0.8)
        draw.rect(
            0, top, stage.w, stage.h - top, draw.gradient(palette.mix(earth, light.horizon, 0.3), earth)
        )
    with stage.layer("rows") as rng:
        x = stage.w * rng.between(0.38, 0.62)
        vanishing = (x, top - (stage.h - top) * _FAR / (1 - _FAR))
        shade = strips(vanishing, top, stage.h + 20, stage.w, pitch=planting.pitch, fill=0.6)
        tone = seasonal(stage, outdoors(stage, planting.tones[0]), turned=planting.turned)
        draw.path(shade, palette.mix(tone, light.near, 0.2))
        _plants(stage, rng, planting, vanishing)


def _plants(stage: Stage, rng: Stream, planting: Planting, vanishing: tuple[float, float]) -> None:
    """Rounded plants, far rows first, each in shade, body and light."""
    tones = [seasonal(stage, outdoors(stage, tone), turned=planting.turned) for tone in planting.tones]
    x, y = vanishing
    deep = stage.h + 60 - y
    for step in range(_STEPS):
        near = _FAR + (1 - _FAR) * (step / (_STEPS - 1)) ** 1.35
        foot, pitch = y + deep * near, planting.pitch * near
        r = pitch * planting.tall
        shapes = ["", "", ""]
        first, last = int((-x - r) / pitch) - 1, int((stage.w - x + r) / pitch) + 1
        for row in range(first, last + 1):
            place = x + (row + 0.3) * pitch + rng.spread(0.05) * pitch
            size = r * rng.between(0.88, 1.1)
            shapes[0] += disc(place, foot, size)
            shapes[1] += disc(place - size * 0.06, foot - size * 0.22, size * 0.86)
            shapes[2] += planting.light(place - size * 0.22, foot - size * 0.5, size * 0.42)
        haze = 0.4 * (1 - near) ** 1.6
        for tone, shape in zip(tones, shapes, strict=True):
            stage.draw.path(shape, palette.mix(tone, stage.light.horizon, haze))


def _grain(stage: Stage, top: float) -> None:
    """Ripe wheat, ear behind ear."""
    depth = stage.h - top
    body, ear = (seasonal(stage, outdoors(stage, tone), turned="#c08a3a") for tone in ("#d8a63f", "#f4d883"))
    for row in range(_GRAIN_ROWS):
        near = row / (_GRAIN_ROWS - 1)
        y, haze = top + depth * near**1.35, 0.45 * (1 - near) ** 1.5
        tone = palette.mix(
            palette.mix(body, stage.light.near, 0.10 * (row % 2) + 0.14 * near), stage.light.horizon, haze
        )
        size = 16 + 120 * near
        fringe(
            stage,
            f"grain-{row}",
            y + size,
            size=size * 1.1,
            color=tone,
            pitch=(6 + 16 * near) * max(1.0, stage.w / 3600) ** 1.2,
            ears=palette.mix(ear, tone, 0.25 + haze * 0.5),
        )
        with stage.layer(f"stalks-{row}"):
            deep = stage.h - y + size
            fill = stage.draw.gradient(
                (tone, 0),
                tone,
                palette.mix(tone, stage.light.near, 0.12),
                at=(0, min(0.9, size * 0.7 / deep), 1),
            )
            stage.draw.rect(0, y + size * 0.3, stage.w, deep, fill)


LAVENDER = Place(
    name="lavender",
    paint=paint,
    words="lavender_field lavender_fields lavender_farm provence rows_of_lavender",
    phrase="in a field of lavender",
    alone="rows of lavender running to the horizon",
    times=("day", "golden", "sunset"),
)
VINEYARD = Place(
    name="vineyard",
    paint=paint,
    words="vineyard vineyards winery grapevines vines tuscany wine_country",
    phrase="in a vineyard",
    alone="a vineyard with rows of vines running to the hills",
    times=("day", "golden"),
)
WHEAT = Place(
    name="wheat",
    paint=paint,
    words="wheat_field wheat_fields wheatfield grain_field cornfield corn_field barley_field harvest "
    "field_in_summer summer_field summer_fields fields_in_summer crop_field",
    phrase="in a wheat field",
    alone="a golden wheat field",
    times=("day", "golden"),
)
