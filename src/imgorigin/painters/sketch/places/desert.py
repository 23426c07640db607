"""Sand dunes, their lee sides in shadow."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import Point, num, smooth, trace

_ROWS = 5


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.52)
    paint_sky(stage, horizon)
    mirrored = stage.sun_x > stage.w / 2
    with stage.draw.group(f'transform="translate({num(stage.w)} 0) scale(-1 1)"' if mirrored else ""):
        for row in range(_ROWS):
            with stage.layer(f"dunes-{row}") as rng:
                _dunes(stage, rng, horizon, row / (_ROWS - 1))
    put_subjects(stage, Spot(ground=stage.h - 70, size=360, air=horizon * 0.55))


def _dunes(stage: Stage, rng: Stream, horizon: float, near: float) -> None:
    light = stage.light
    sand, dark = stage.lit("#eebd78"), stage.lit("#8a4a2c")
    if stage.has("snow"):
        sand = palette.mix(sand, stage.lit(palette.WHITE), 0.5)
    y = horizon + (stage.h - horizon) * (0.02 + 0.66 * near**1.15)
    height = 30 + 105 * near
    color = palette.mix(palette.mix(light.horizon, sand, 0.35), sand, near)
    points, crests = _ridge(stage, rng, y, height, 550 + 750 * near)
    end, start = points[-1][0], points[0][0]
    stage.draw.path(
        smooth(points) + trace(("L", end, stage.h + 5), ("L", start, stage.h + 5), "Z"),
        stage.draw.gradient(palette.mix(color, light.sun, 0.25), palette.mix(color, dark, 0.12 + 0.1 * near)),
    )
    slopes = "".join(_lee(points[crest], points[crest + 1], height) for crest in crests)
    shades = [
        (palette.mix(color, dark, share), opacity) for share, opacity in ((0.78, 0.9), (0.55, 0.65), (0.3, 0))
    ]
    stage.draw.path(slopes, stage.draw.gradient(*shades))


def _ridge(stage: Stage, rng: Stream, y: float, height: float, step: float) -> tuple[list[Point], list[int]]:
    """Troughs and crests by turns, and which of the points are crests."""
    points: list[Point] = []
    crests = []
    x = -step * rng.between(0.3, 0.9)
    while x < stage.w + step * 1.5:
        points.append((x, y + height * rng.between(0.3, 0.5)))
        x += step * rng.between(0.4, 0.6)
        crests.append(len(points))
        points.append((x, y - height * rng.between(0.5, 1)))
        x += step * rng.between(0.4, 0.6)
    return [*points, (x, y + height * 0.4)], crests


def _lee(crest: Point, trough: Point, height: float) -> str:
    """The steep side of a dune: from the crest down its flank, and back along an S."""
    (x, y), (end, low) = crest, trough
    w = end - x
    curves = (
        (x + w * 0.25, y + (low - y) * 0.05, end - w * 0.35, low, end + w * 0.1, low + 3),
        (
            end - w * 0.35,
            low + height * 0.5,
            x + w * 0.25,
            low + height * 1.2,
            x - w * 0.25,
            low + height * 2.6,
        ),
        (x - w * 0.25, y + height * 2, x + w * 0.38, y + height * 1.1, x, y),
    )
    return trace(("M", x, y)) + "".join("C" + " ".join(map(num, curve)) for curve in curves) + "Z"


DESERT = Place(
    name="desert",
    paint=paint,
    words="desert deserts dune dunes sand_dunes sahara arid oasis egypt",
    phrase="in the desert",
    alone="desert dunes",
    times=("golden", "day"),
)
