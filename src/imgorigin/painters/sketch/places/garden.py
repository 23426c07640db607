"""A garden: clipped hedges and beds in bloom on both sides of a path to an arbour."""

from __future__ import annotations

import math

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.foliage import bush, cypresses, hedge
from imgorigin.painters.sketch.elements.plants import trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, seasonal
from imgorigin.painters.sketch.elements.ways import ribbon
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import kind_of
from imgorigin.painters.sketch.svg import disc, polyline, trace

_BEDS = (
    ("#ef476f", "#ffd166", "#ffffff", "#c77dff"),
    ("#ff8f5c", "#ffd84d", "#ff5d73", "#fff3d6"),
    ("#8f7bea", "#f7a8c9", "#ffffff", "#6fb7ef"),
)


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.50, deepest=640)
    depth = stage.h - horizon
    color = grass_color(stage)
    green = palette.mix(
        seasonal(stage, palette.mix(color, outdoors(stage, "#3f7d45"), 0.45), share=0.5),
        stage.light.near,
        0.14,
    )
    paint_sky(stage, horizon)
    _trees_behind(stage, horizon, green)
    with stage.layer("lawn"):
        top = horizon + depth * 0.06
        fill = stage.draw.gradient(
            palette.mix(color, stage.light.horizon, 0.2), color, palette.mix(color, stage.light.near, 0.2)
        )
        stage.draw.rect(0, top, stage.w, stage.h - top, fill)
    with stage.layer("back-hedge"):
        hedge(
            stage,
            -20,
            horizon + depth * 0.12,
            stage.w + 40,
            86,
            color=palette.mix(green, stage.light.horizon, 0.15),
        )
    _path(stage, horizon, depth, color)
    houses = [one for one in stage.scene.subjects if kind_of(one.name).startswith("place-building")]
    apart = [] if any(one.relation for one in stage.scene.subjects) else houses
    if apart:
        at = Spot(ground=horizon + depth * 0.2, size=400, tall=horizon * 0.9, centred=True)
        put_subjects(stage, at, apart)
    if not houses:
        with stage.layer("arbour") as rng:
            _arbour(stage, rng, stage.w / 2, horizon + depth * 0.14, green)
    _beds(stage, horizon, depth, green)
    others = [one for one in stage.scene.subjects if one not in apart]
    spot = Spot(ground=stage.h - depth * 0.10, size=400, air=horizon * 0.45, tall=horizon)
    put_subjects(stage, spot, others)


def _trees_behind(stage: Stage, horizon: float, green: str) -> None:
    far = palette.mix(green, stage.light.horizon, 0.35)
    with stage.layer("trees") as rng:
        trees(stage, rng, lambda _: horizon + 30, int(stage.w / 105), 300, color=far)
    with stage.layer("cypresses") as rng:
        reach = min(stage.w * 0.36, 620)
        xs = [stage.w / 2 + offset * reach for offset in (-1, -0.62, 0.62, 1)]
        xs += [
            stage.w / 2 + turn * (reach + 420.0 * k)
            for turn in (-1, 1)
            for k in range(1, int(stage.w / 1800) + 1)
        ]
        cypresses(
            stage, rng, lambda _: horizon + 48, xs, 340, color=palette.mix(green, stage.light.near, 0.45)
        )


def _path(stage: Stage, horizon: float, depth: float, color: str) -> None:
    sand = outdoors(stage, "#ead9b5") if not stage.has("snow") else outdoors(stage, "#dde4ea")
    middle = stage.w / 2
    with stage.layer("path"):
        knots = [
            (middle, horizon + depth * (0.12 + 0.92 * k / 6), 84 + 500 * (k / 6) ** 1.05) for k in range(7)
        ]
        edge = [(x, y, width + 12 + width * 0.05) for x, y, width in knots]
        stage.draw.path(ribbon(edge), palette.lighter(palette.mix(sand, stage.light.near, 0.25), 0.1))
        stage.draw.path(ribbon(knots), stage.draw.gradient(palette.darker(sand, 0.12), sand))


def _arbour(stage: Stage, rng: Stream, x: float, y: float, green: str) -> None:
    """An arch of roses at the path's end."""
    draw, w, h = stage.draw, 118.0, 300.0
    arch = trace(("M", x - w, y), ("V", y - h + w), ("a", w, w, 0, 0, 1, 2 * w, 0), ("V", y))
    draw.path(arch + "Z", palette.mix(stage.light.horizon, stage.light.sun, 0.4), opacity=0.35)
    draw.line(arch, palette.mix(green, stage.light.near, 0.25), 44)
    draw.line(arch, palette.mix(green, stage.light.sun, 0.12), 26)
    leaves, roses = "", ""
    bloom = seasonal(
        stage,
        outdoors(stage, rng.pick(("#ef6f8f", "#f6a5b8", "#ffd9a0", "#e0506a")), 0.6),
        turned="#c2652f",
        share=0.6,
    )
    for index in range(46):
        share = index / 45 * (2 * (h - w) + math.pi * w)
        px, py = _along(x, y, w, h, share)
        leaves += disc(px + rng.spread(24), py + rng.spread(22), rng.between(9, 17))
        roses += disc(px + rng.spread(24), py + rng.spread(24), rng.between(5, 10)) if index % 2 else ""
    draw.path(leaves, green)
    draw.path(roses, bloom)


def _along(x: float, y: float, w: float, h: float, share: float) -> tuple[float, float]:
    """A point of the arch, so far from its left foot."""
    post = h - w
    if share < post:
        return x - w, y - share
    if share < post + math.pi * w:
        turn = (share - post) / w
        return x - w * math.cos(turn), y - post - w * math.sin(turn)
    return x + w, y - post + (share - post - math.pi * w)


def _beds(stage: Stage, horizon: float, depth: float, green: str) -> None:
    """Beds edged with box along the path, shrubs farther out, larger towards the viewer."""
    petals = stage.stream("petals").pick(_BEDS)
    middle, draw, light = stage.w / 2, stage.draw, stage.light
    colors = [seasonal(stage, outdoors(stage, petal, 0.7), turned="#b5652f", share=0.55) for petal in petals]
    for row in range(5):
        near, far = row / 5, (row + 0.72) / 5
        top, low = (horizon + depth * (0.16 + 0.86 * share**1.25) for share in (near, far))
        for side in (-1, 1):
            inner = [60 + 262 * (share - horizon - depth * 0.12) / (depth * 0.92) for share in (top, low)]
            wide = 130 + 330 * near
            corners = [
                (middle + side * inner[0], top),
                (middle + side * (inner[0] + wide), top),
                (middle + side * (inner[1] + wide * 1.16), low),
                (middle + side * inner[1], low),
            ]
            with stage.layer(f"bed-{row}-{'left' if side < 0 else 'right'}") as rng:
                draw.path(polyline(corners) + "Z", palette.mix(green, light.near, 0.25))
                _blooms(stage, rng, corners, colors, 6 + 13 * near)
                ball = 26 + 54 * near
                bush(
                    stage, rng, middle + side * (inner[1] + ball * 0.2), low + ball * 0.35, ball, color=green
                )
                x = middle + side * (inner[1] + wide * 1.5)
                while 0 < x < stage.w + 200 and row % 2 == 0:
                    bush(
                        stage,
                        rng,
                        x,
                        low,
                        60 + 90 * near,
                        color=palette.mix(green, light.near, 0.12),
                        bloom=16,
                    )
                    x += side * (330 + 300 * near)


def _blooms(
    stage: Stage, rng: Stream, corners: list[tuple[float, float]], colors: list[str], r: float
) -> None:
    shapes, leaves = dict.fromkeys(colors, ""), ""
    (x0, y0), (x1, _), (x2, y2), (x3, _) = corners
    for _ in range(46):
        across, down = rng.between(), rng.between() ** 0.9
        left, right = x0 + (x3 - x0) * down, x1 + (x2 - x1) * down
        x, y, size, petal = (
            left + (right - left) * across,
            y0 + (y2 - y0) * down,
            r * rng.between(0.7, 1.15),
            rng.pick(colors),
        )
        leaves += disc(x + r * 0.4, y + r * 0.5, size)
        shapes[petal] += disc(x, y - r * 0.4, size)
    stage.draw.path(leaves, palette.mix(stage.light.near, stage.light.ground, 0.5), opacity=0.55)
    for color, shape in shapes.items():
        stage.draw.path(shape, color)


GARDEN = Place(
    name="garden",
    paint=paint,
    words="garden gardens flower_garden rose_garden botanical_garden gardening flower_bed flowerbed "
    "hedge hedges",
    phrase="in a garden",
    alone="a garden with flower beds and an arch of roses",
    times=("day", "day", "golden"),
)
