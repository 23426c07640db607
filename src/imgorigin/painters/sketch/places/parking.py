"""A car park: cars side by side in their bays, white lines and an arrow before them."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import knoll
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.elements.houses import street_lamp
from imgorigin.painters.sketch.elements.plants import trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.skyline import WARM_WINDOWS, Skyline, skyline, stone
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import polyline, trace

_PAINTS: Final = ("#d9483b", "#3d7dd8", "#f2f0ea", "#2f3a4a", "#f0b429", "#6b9a5f", "#9aa3b0", "#7a4a8f")
_ROWS: Final = ((0.1, 170.0), (0.5, 320.0))
"""Of parked cars, far to near: how far down the ground they stand, and the width of a car."""
_BAY: Final = 1.28
"""Of a car's width."""
_FREE: Final = 0.1


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.5, deepest=620)
    depth = stage.h - horizon
    paint_sky(stage, horizon)
    _surroundings(stage, horizon)
    _ground(stage, horizon, depth)
    for index, (down, wide) in enumerate(_ROWS):
        _parked(stage, f"row-{index}", horizon + depth * down, wide, depth)
    _lamps(stage, horizon, depth)
    stage.attend(stage.w / 2, horizon + depth * 0.3)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.14, size=380, air=horizon * 0.45, tall=horizon))


def _surroundings(stage: Stage, horizon: float) -> None:
    """The town behind a hedge."""
    row = Skyline(
        name="town",
        base=horizon,
        low=130,
        high=min(360.0, horizon * 0.6),
        color=stone(stage, 0.24),
        windows=WARM_WINDOWS if stage.light.lamps else ("#eef6fb",),
        lit=0.4,
    )
    skyline(stage, row)
    haze = stage.light.horizon
    stage.draw.rect(0, horizon - 260, stage.w, 262, stage.draw.gradient((haze, 0), (haze, 0.55)))
    color = grass_color(stage)
    ground = knoll(stage, "verge", horizon - 12, 6, color)
    with stage.layer("trees") as rng:
        tone = palette.mix(color, stage.light.near, 0.4)
        trees(stage, rng, ground, int(stage.w / 170) + 1, 165, color=tone)


def _ground(stage: Stage, horizon: float, depth: float) -> None:
    asphalt = outdoors(stage, "#70767f", 0.8)
    asphalt = palette.mix(asphalt, snow_color(stage), 0.5) if stage.has("snow") else asphalt
    draw = stage.draw
    with stage.layer("asphalt") as rng:
        draw.rect(
            0,
            horizon + 8,
            stage.w,
            depth,
            draw.gradient(palette.lighter(asphalt, 0.16), palette.darker(asphalt, 0.12)),
        )
        draw.rect(0, horizon + 4, stage.w, 12, palette.lighter(asphalt, 0.5))
        specks = "".join(
            trace(
                ("M", rng.between(0, stage.w), horizon + depth * rng.between(0.1, 1)),
                ("h", rng.between(8, 40)),
            )
            for _ in range(int(stage.w / 16))
        )
        draw.line(specks, palette.darker(asphalt, 0.3), 2, opacity=0.3)
        white = outdoors(stage, "#f6f3ea", 0.5)
        x, y = stage.w / 2, horizon + depth * 0.80
        arrow = [(-300, -12), (120, -12), (100, -44), (300, 6), (90, 56), (114, 22), (-310, 22)]
        draw.polygon([(x + dx, y + dy) for dx, dy in arrow], white, opacity=0.85)


def _parked(stage: Stage, name: str, y: float, wide: float, depth: float) -> None:
    """Bays over the whole width, marked by lines towards the viewer, and a car in most of them."""
    draw, bay = stage.draw, wide * _BAY
    count = int(stage.w / bay / 2) + 2
    with stage.layer(name) as rng:
        lines = ""
        for index in range(-count, count + 1):
            left = stage.w / 2 + (index - 0.5) * bay
            lean = (left - stage.w / 2) * 0.16
            far = (left - lean * 0.4, y - wide * 0.34)
            lines += (
                polyline(
                    [
                        far,
                        (far[0] + 7, far[1]),
                        (left + lean + 11, y + wide * 0.24),
                        (left + lean, y + wide * 0.24),
                    ]
                )
                + "Z"
            )
        draw.path(lines, outdoors(stage, "#f6f3ea", 0.5), opacity=0.9)
        colors = rng.shuffled(_PAINTS)
        for index in range(-count, count + 1):
            empty = rng.chance(_FREE)
            if not empty:
                x, color = stage.w / 2 + index * bay, colors[index % len(colors)]
                put(stage, "oncoming-automobile", x, y + wide * 0.04, wide * 1.12, color=color)


def _lamps(stage: Stage, horizon: float, depth: float) -> None:
    with stage.layer("lamps"):
        for index in range(count := max(2, round(stage.w / 800))):
            street_lamp(stage, stage.w * (index + 0.5) / count, horizon + depth * 0.26, 460)


PARKING = Place(
    name="parking",
    paint=paint,
    words="parking_lot parking_lots car_park parking_space parking_spaces parking parked_cars",
    contents="car,cars,automobile,vehicle",
    phrase="in a car park",
    alone="a car park with rows of parked cars",
    times=("day", "day", "golden"),
)
