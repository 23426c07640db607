"""Rock and ice: cliffs, boulders, icebergs. Lit on the side of the sun."""

from __future__ import annotations

from dataclasses import dataclass

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point, polyline, smooth, trace


@dataclass(frozen=True, slots=True)
class Cliff:
    """A headland from the picture's edge (`side` -1 is the left) out to `reach`, its top at `top`.

    It falls to the water at `foot`. `cover` is what grows on it.
    """

    side: int
    reach: float
    top: float
    foot: float
    rock: str
    cover: str


def cliff(stage: Stage, rng: Stream, one: Cliff) -> float:
    """A headland with a ragged face. Returns the x of its brink."""
    w, height = stage.w, one.foot - one.top

    def at(x: float) -> float:
        return x if one.side < 0 else w - x

    brink = one.reach * rng.between(0.66, 0.74)
    rise = height * rng.between(0.06, 0.14)
    crown = [
        (-40.0, one.top - rise * rng.between(0.4, 1.6)),
        (brink * 0.35, one.top - rise * rng.between(0.5, 1.4)),
        (brink * 0.75, one.top - rise * 0.4),
        (brink, one.top),
    ]
    face: list[Point] = []
    ledges = 5
    for ledge in range(1, ledges + 1):
        share = ledge / ledges
        out = brink + (one.reach - brink) * share**1.3 + rng.spread(0.05) * one.reach * (share < 1)
        face += [(out - one.reach * 0.03, one.top + height * (share - 0.06)), (out, one.top + height * share)]
    body = [*crown, *face, (-40.0, one.foot)]
    draw = stage.draw
    sun_here = (stage.sun_x > w / 2) == (one.side < 0)
    shade = palette.mix(one.rock, stage.light.near, 0.55)
    faces = (
        (one.rock, palette.mix(one.rock, shade, 0.35))
        if sun_here
        else (shade, palette.mix(one.rock, shade, 0.8))
    )
    draw.polygon([(at(x), y) for x, y in body], draw.gradient(*faces))
    _cracks(stage, rng, [(at(x), y) for x, y in _columns(rng, one, brink, height)], one, height)
    thick = height * 0.07 + 10
    turf = [*crown, (brink + 8, one.top + thick * 0.4)]
    under = [(x, y + thick * rng.between(0.8, 1.7)) for x, y in reversed(crown[:-1])]
    draw.path(
        smooth([(at(x), y) for x, y in turf]) + "L" + smooth([(at(x), y) for x, y in under])[1:] + "Z",
        draw.gradient(palette.mix(one.cover, stage.light.sun, 0.14), one.cover),
    )
    return at(brink)


def _columns(rng: Stream, one: Cliff, brink: float, height: float) -> list[Point]:
    count = max(6, int(brink / 46))
    return [
        (brink * (index + rng.between(0.2, 0.8)) / count, one.top + height * 0.1) for index in range(count)
    ]


def _cracks(stage: Stage, rng: Stream, starts: list[Point], one: Cliff, height: float) -> None:
    """Columns of the face: a lit edge and a shaded flank each, from under the turf to the foot."""
    dark, light = "", ""
    lean = 1 if one.side < 0 else -1
    for x, y in starts:
        begin, end = height * rng.between(0, 0.16), height * rng.between(0.5, 0.95)
        width, slip = rng.between(10, 30), rng.between(0.05, 0.12) * height * lean
        top, low = y + begin, min(one.foot, y + end)
        knee = (top + low) / 2 + rng.spread(0.1) * height
        dark += (
            polyline(
                [
                    (x, top),
                    (x + slip * 0.6 + width * lean * 0.8, knee),
                    (x + slip + width * lean, low),
                    (x + slip, low),
                    (x + slip * 0.4, knee),
                ]
            )
            + "Z"
        )
        light += (
            polyline(
                [
                    (x, top),
                    (x + slip * 0.4, knee),
                    (x + slip, low),
                    (x + slip * 0.4 - width * lean * 0.4, knee),
                ]
            )
            + "Z"
        )
    shade = palette.mix(one.rock, stage.light.near, 0.6)
    stage.draw.path(dark, stage.draw.gradient((shade, 0.34), (shade, 0.12)))
    stage.draw.path(light, palette.mix(one.rock, stage.light.sun, 0.45), opacity=0.4)
    for share in (0.36, 0.66):
        y = one.top + height * share
        inner, outer = (
            (-40.0, one.reach * (0.7 + 0.2 * share))
            if one.side < 0
            else (stage.w + 40, stage.w - one.reach * (0.7 + 0.2 * share))
        )
        line = [(inner + (outer - inner) * k / 7, y + rng.spread(0.03) * height) for k in range(8)]
        stage.draw.line(polyline(line), shade, 4, opacity=0.22)


def boulder(stage: Stage, rng: Stream, x: float, y: float, *, r: float, color: str) -> None:
    """A rounded rock with three faces, standing on y."""
    draw = stage.draw
    h, crest = r * rng.between(0.75, 1.1), rng.spread(0.25) * r
    outline = [
        (x - r, y),
        (x - r * 0.86, y - h * 0.55),
        (x - r * 0.3 + crest, y - h),
        (x + r * 0.42 + crest, y - h * 0.92),
        (x + r * 0.9, y - h * 0.42),
        (x + r, y),
    ]
    dark = palette.mix(color, stage.light.near, 0.5)
    draw.polygon(outline, color)
    left_lit = stage.sun_x < x
    ridge = (x + crest * 0.6 + r * 0.05, y - h * 0.5)
    shaded = (
        [outline[3], outline[4], outline[5], (x + r * 0.1, y), ridge]
        if left_lit
        else [outline[2], outline[1], outline[0], (x - r * 0.1, y), ridge]
    )
    draw.polygon(shaded, dark, opacity=0.75)
    draw.polygon([outline[2], outline[3], ridge], palette.mix(color, stage.light.sun, 0.35), opacity=0.8)


def iceberg(stage: Stage, rng: Stream, x: float, y: float, *, w: float, h: float, color: str) -> None:
    """Jagged, of `w` by `h`, its middle at x and its waterline at y."""
    tall, side = rng.whole(0, 2), rng.pick((-1, 1))
    points: list[Point] = [(x - w / 2, y)]
    for index, middle in enumerate((-0.29, 0.0, 0.29)):
        height = h * (1 if index == tall else rng.between(0.42, 0.72))
        half, tilt = rng.between(0.07, 0.13) * w, side * rng.between(0.06, 0.16) * height
        peak = x + (middle + rng.spread(0.04)) * w
        points += [(peak - half, y - height + tilt), (peak + half, y - height - tilt * 0.3)]
        if index < 2:
            points.append((x + (middle + 0.145) * w, y - h * rng.between(0.24, 0.38)))
    points.append((x + w / 2, y))
    draw = stage.draw
    deep = palette.mix(color, palette.mix("#2a86c4", stage.light.near, 0.25), 0.62)
    draw.polygon(points, draw.gradient(palette.lighter(color, 0.3), color, palette.mix(color, deep, 0.55)))
    sun_left, shade = stage.sun_x < x, ""
    for first in (1, 4, 7):
        near, beyond = (first + 1, first + 2) if sun_left else (first, first - 1)
        corner, low = points[near], points[beyond]
        foot = (corner[0] + (low[0] - corner[0]) * rng.between(-0.3, 0.1), y)
        knee = ((corner[0] + foot[0]) / 2 + rng.spread(0.05) * w, (corner[1] + y) / 2)
        shade += polyline([corner, low, (low[0], y), foot, knee]) + "Z"
    draw.path(shade, draw.gradient(deep, (deep, 0.35)), opacity=0.75)
    line = trace(("M", x - w * 0.52, y), ("h", w * 1.04))
    draw.line(line, palette.WHITE, max(3, h * 0.02), opacity=0.55)
