"""A waterfall between rocks and firs, its pool in front."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.country import main_x
from imgorigin.painters.sketch.elements.foliage import broad_leaf, fern
from imgorigin.painters.sketch.elements.land import Range, hill, mountains
from imgorigin.painters.sketch.elements.plants import Ground, palm, pines
from imgorigin.painters.sketch.elements.rocks import boulder
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, hazy, outdoors, seasonal
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import Point, disc, polyline, smooth, trace

_ROCKS = ("#9a9ca3", "#a3968a", "#8a979c")
_STEPS = ((0.0, 0.55, 0.16), (0.36, 0.92, 0.08), (0.68, 1.45, 0.0))
"""Of the wall beside the fall, back to front: its top below the brink and its reach, as shares of the fall's
height, and its haze."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.58, deepest=620)
    depth = stage.h - horizon
    light = stage.light
    paint_sky(stage, horizon)
    chain = Range(
        base=horizon + 30,
        height=min(horizon * 0.6, 420),
        step=560,
        haze=light.horizon,
        contrast=0.2,
        snow=not stage.has("tropical"),
        color=palette.mix(light.far, light.horizon, 0.2),
    )
    with stage.layer("range") as rng:
        mountains(stage, rng, chain)
    pool = horizon + depth * 0.18
    _far_wood(stage, pool)
    middle = main_x(stage, 0.36, margin=330)
    top = pool - min(pool * 0.66, 620)
    _wall(stage, middle, top, pool)
    water(stage, pool, stage.h)
    _fall(stage, middle, top, pool)
    stage.attend(middle, (top + pool) / 2)
    _bank(stage)
    if stage.has("tropical"):
        _leaves(stage)
    afloat = pool + (stage.h - pool) * 0.5
    put_subjects(stage, Spot(ground=stage.h - 54, size=380, air=horizon * 0.4, water=afloat, tall=horizon))


def _far_wood(stage: Stage, pool: float) -> None:
    light = stage.light
    tone = palette.mix(light.far, light.near, 0.45)
    with stage.layer("far-wood") as rng:
        fill = (palette.mix(tone, light.ground, 0.3), palette.mix(tone, light.horizon, 0.2))
        ground = hill(stage, rng, pool - 60, 30, fill, frequency=0.6)
        if stage.has("tropical"):
            leaf = palette.mix(tone, outdoors(stage, "#2f8a4f"), 0.4)
            _jungle(stage, rng, ground, (-40.0, stage.w + 40), height=110, color=leaf)
            return
        pines(
            stage,
            rng,
            ground,
            int(stage.w / 22),
            110,
            color=seasonal(stage, tone, turned="#c9652f", share=0.4),
            snow=stage.has("snow"),
        )


def _wall(stage: Stage, middle: float, top: float, pool: float) -> None:
    """Rock in steps, highest at the fall, firs on each."""
    rock = outdoors(stage, stage.stream("rock").pick(_ROCKS))
    green = seasonal(stage, palette.mix(grass_color(stage), stage.light.near, 0.25))
    high = pool - top
    for index, (drop, reach, haze) in enumerate(_STEPS):
        for side in (-1, 1):
            with stage.layer(f"wall-{index}-{'left' if side < 0 else 'right'}") as rng:
                inner = middle + side * (34 + 30 * index)
                ledge = top + high * (drop + rng.spread(0.05) + 0.03 * (side > 0))
                ashore = (side < 0) == (middle < stage.w / 2)
                outer = middle + side * high * (reach * (1.7 if ashore else 1.0) + rng.spread(0.08))
                _block(
                    stage,
                    rng,
                    (inner, outer),
                    (ledge, pool),
                    rock=hazy(stage, rock, haze),
                    green=hazy(stage, green, haze),
                )
                tone = palette.mix(stage.light.far, stage.light.near, 0.66 + 0.17 * index)
                left, right = sorted((inner + side * 26, outer - side * high * 0.12))
                if stage.has("tropical"):
                    leaf = palette.mix(outdoors(stage, "#2f8a4f"), tone, 0.55 - 0.22 * index)
                    _jungle(stage, rng, _level(ledge + 8), (left, right), height=110 + 40 * index, color=leaf)
                    continue
                pines(
                    stage,
                    rng,
                    _level(ledge),
                    max(2, int((right - left) / 52)),
                    130 + 46 * index,
                    color=seasonal(stage, tone, turned="#c9652f", share=0.35),
                    snow=stage.has("snow"),
                    left=left,
                    right=right,
                    sink=4,
                )


def _jungle(stage: Stage, rng: Stream, ground: Ground, across: Point, *, height: float, color: str) -> None:
    """Round crowns one behind the other, a palm above them here and there."""
    left, right = across
    draw, lit = stage.draw, palette.mix(color, stage.light.sun, 0.2)
    bark = palette.mix(color, "#5a4630", 0.5)
    crowns, lights = "", ""
    for index in range(max(3, int((right - left) / (height * 0.34)))):
        x, r = rng.between(left, right), height * rng.between(0.26, 0.4)
        y = ground(x)
        if index % 4 == 1:
            tall = height * rng.between(1.1, 1.5)
            palm(stage, rng, x, y, tall, lean=rng.spread(), bark=bark, leaf=color)
        crowns += disc(x, y - r * 0.55, r) + disc(x + r * 0.8, y - r * 0.2, r * 0.7)
        lights += disc(x - r * 0.2, y - r * 0.8, r * 0.55)
    draw.path(crowns, color)
    draw.path(lights, lit, opacity=0.5)


def _level(y: float) -> Ground:
    return lambda _: y


def _block(
    stage: Stage,
    rng: Stream,
    across: tuple[float, float],
    down: tuple[float, float],
    *,
    rock: str,
    green: str,
) -> None:
    """One step of rock from `across[0]` at the fall outwards, grass on its ledge."""
    (inner, outer), (ledge, foot) = across, down
    w, h, draw = outer - inner, foot - ledge, stage.draw
    face: list[Point] = [
        (outer + w * (0.02 + 0.2 * k / 4) + rng.spread(0.04) * w, ledge + h * k / 4) for k in range(5)
    ]
    dark = palette.mix(rock, stage.light.near, 0.5)
    lit = (stage.sun_x > inner) == (w > 0)
    fill = draw.gradient(
        palette.mix(rock, dark, 0.1 if lit else 0.45), palette.mix(rock, dark, 0.7 if lit else 0.95)
    )
    draw.polygon([(inner, foot + 3), (inner, ledge), *face, (face[-1][0], foot + 3)], fill)
    seams = ""
    for _ in range(int(abs(w) / 34) + 2):
        x, y = inner + w * rng.between(0.04, 1), ledge + h * rng.between(0.1, 0.4)
        seams += (
            polyline(
                [
                    (x, y),
                    (x + w * 0.03, y + h * 0.2),
                    (x + w * 0.02, y + h * rng.between(0.35, 0.6)),
                    (x + w * 0.08, y + h * 0.3),
                ]
            )
            + "Z"
        )
    draw.path(seams, dark, opacity=0.55)
    turf = [(inner, ledge - 6), (inner + w * 0.5, ledge - 9), (outer + w * 0.03, ledge)]
    under = [(outer + w * 0.02, ledge + 18)]
    under += [(inner + w * k / 6, ledge + rng.between(12, 34)) for k in range(5, -1, -1)]
    draw.path(smooth(turf) + "L" + smooth(under)[1:] + "Z", palette.mix(green, stage.light.sun, 0.08))


def _fall(stage: Stage, middle: float, top: float, pool: float) -> None:
    """The falling water, threads of light in it, and spray at its foot."""
    draw, light = stage.draw, stage.light
    white = palette.mix(palette.WHITE, light.horizon, 0.15)
    white = palette.mix(white, light.ambient, 0.45) if light.dark else white
    blue = palette.mix(palette.mix("#7cc4e4", light.sky[1], 0.4), light.near, 0.1)
    w = 62.0
    with stage.layer("fall") as rng:
        shape = trace(
            ("M", middle - w * 0.7, top - 6),
            ("C", middle - w, top + 60, middle - w * 1.1, pool - 100, middle - w * 1.5, pool + 12),
            ("H", middle + w * 1.5),
            ("C", middle + w * 1.1, pool - 100, middle + w, top + 60, middle + w * 0.7, top - 6),
            "z",
        )
        draw.path(shape, draw.gradient(white, palette.mix(white, blue, 0.45), white))
        threads = ["", ""]
        for index in range(18):
            share = rng.spread(0.95)
            start, length = rng.between(0, 0.55), rng.between(0.25, 0.6)
            y, end = top + (pool - top) * start, top + (pool - top) * min(1.0, start + length)
            x, to = (
                middle + share * w * (0.75 + 0.5 * start),
                middle + share * w * (0.85 + 0.5 * (start + length)),
            )
            threads[index % 2] += trace(("M", x, y), ("Q", x, (y + end) / 2, to, end))
        draw.line(threads[0], palette.mix(blue, light.near, 0.12), 5, opacity=0.45)
        draw.line(threads[1], palette.WHITE if not light.dark else white, 5, opacity=0.7)
        draw.glow(middle, pool, 230, white, 0.75, ry=90)
        foam, rings = "", ""
        for _ in range(16):
            foam += disc(middle + rng.spread(130), pool + rng.between(-4, 12), rng.between(8, 22))
        for ring in range(4):
            r = 150 + 74 * ring
            rings += trace(("M", middle - r, pool + 24 + 16 * ring), ("q", r, 26, 2 * r, 0))
        draw.path(foam, white, opacity=0.85)
        draw.line(rings, white, 4, opacity=0.45)


def _bank(stage: Stage) -> None:
    color = grass_color(stage)
    tone = palette.mix(color, stage.light.near, 0.4)
    rock = outdoors(stage, "#8d8f94")
    edge = min(stage.w * 0.2, 300)
    with stage.layer("bank") as rng:
        hill(stage, rng, stage.h - 74, 20, (palette.mix(color, stage.light.sun, 0.08), tone), frequency=0.7)
        for x, r in ((edge * 0.5, 84), (edge * 1.1, 46), (stage.w - edge * 0.45, 96), (stage.w - edge, 52)):
            boulder(stage, rng, x, stage.h - 40 + rng.between(0, 26), r=r, color=rock)
    with stage.layer("ferns") as rng:
        leaf = seasonal(
            stage, palette.mix(outdoors(stage, "#3f8a4a"), stage.light.near, 0.2), turned="#b9802f"
        )
        for x in (0.0, edge * 0.85, stage.w - edge * 0.75, stage.w):
            fern(stage, rng, x, stage.h + 10, rng.between(130, 190), color=leaf)


def _leaves(stage: Stage) -> None:
    """Of the jungle, reaching in from the lower corners."""
    size = min(stage.w * 0.24, 300)
    deep, fresh = outdoors(stage, "#1f6b45"), outdoors(stage, "#4fa35a")
    with stage.layer("leaves") as rng:
        for side in (-1, 1):
            edge = -20.0 if side < 0 else stage.w + 20
            for turn, reach, down, cut in (
                (72, 1.1, 0.1, True),
                (38, 1.2, 0.0, False),
                (12, 0.95, 0.0, True),
            ):
                tone = palette.mix(deep, fresh, rng.between(0.1, 0.8))
                turned = -side * (turn + rng.spread(7))
                broad_leaf(stage, edge, stage.h - size * down, size * reach, turned, color=tone, cut=cut)


WATERFALL = Place(
    name="waterfall",
    paint=paint,
    words="waterfall waterfalls cascade rapids",
    phrase="by a waterfall",
    alone="a waterfall between rocks and firs",
)
