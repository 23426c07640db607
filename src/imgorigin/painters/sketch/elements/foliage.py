"""More that grows: acacias, cypresses, bushes, hedges, reeds, and the big leaves of a jungle."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.plants import Ground
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import disc, trace

_PETALS: Final = ("#f06a8a", "#ffd166", "#ffffff", "#b98cf0", "#ff8f5c")
_LOBES: Final = 7
"""Of a cut leaf, on each side."""


def acacia(stage: Stage, rng: Stream, x: float, y: float, h: float, *, wood: str, leaf: str) -> None:
    """An umbrella thorn: forked trunk, flat crowns."""
    draw, lean = stage.draw, rng.spread(0.08)
    top_x, fork = x + lean * h, y - h * 0.46
    limbs = trace(
        ("M", x - h * 0.03, y),
        ("Q", x, fork, top_x - h * 0.30, y - h * 0.80),
        ("h", h * 0.02),
        ("Q", x + h * 0.02, fork - h * 0.02, top_x + h * 0.04, y - h * 0.86),
        ("h", h * 0.02),
        ("Q", x + h * 0.04, fork, top_x + h * 0.34, y - h * 0.76),
        ("h", h * 0.02),
        ("Q", x + h * 0.07, fork + h * 0.06, x + h * 0.035, y),
        "z",
    )
    draw.ellipse(x, y, h * 0.36, h * 0.022, palette.INK, opacity=0.18)
    draw.path(limbs, wood)
    light = palette.mix(leaf, stage.light.sun, 0.16)
    for dx, dy, reach in ((-0.3, -0.78, 0.30), (0.36, -0.74, 0.28), (0.03, -0.88, 0.42)):
        out = reach * rng.between(0.9, 1.15)
        middle, foot = top_x + dx * h, y + dy * h
        draw.path(_parasol(middle, foot, out * h, h * 0.14), leaf)
        draw.path(_parasol(middle - out * h * 0.1, foot - h * 0.035, out * h * 0.72, h * 0.085), light)


def _parasol(x: float, y: float, r: float, h: float) -> str:
    """A flat crown: humps above, an almost level line below."""
    return trace(
        ("M", x - r, y),
        ("C", x - r * 0.95, y - h * 0.7, x - r * 0.6, y - h * 0.75, x - r * 0.45, y - h * 0.72),
        ("C", x - r * 0.2, y - h * 1.15, x + r * 0.25, y - h * 1.15, x + r * 0.42, y - h * 0.74),
        ("C", x + r * 0.6, y - h * 0.8, x + r * 0.95, y - h * 0.6, x + r, y),
        ("Q", x, y + h * 0.22, x - r, y),
        "z",
    )


def cypresses(
    stage: Stage, rng: Stream, ground: Ground, xs: list[float], height: float, *, color: str
) -> None:
    """Slim dark trees at those places."""
    bodies, sides = "", ""
    for x in xs:
        h = height * rng.between(0.75, 1.15)
        y, w = ground(x) + 4, h * rng.between(0.085, 0.115)
        bodies += trace(
            ("M", x, y - h),
            ("C", x + w * 0.9, y - h * 0.72, x + w * 1.5, y - h * 0.2, x + w * 0.5, y),
            ("H", x - w * 0.5),
            ("C", x - w * 1.5, y - h * 0.2, x - w * 0.9, y - h * 0.72, x, y - h),
            "z",
        )
        sides += trace(
            ("M", x, y - h),
            ("C", x + w * 0.9, y - h * 0.72, x + w * 1.5, y - h * 0.2, x + w * 0.5, y),
            ("C", x + w * 0.5, y - h * 0.3, x + w * 0.1, y - h * 0.6, x, y - h),
            "z",
        )
    stage.draw.path(bodies, color)
    stage.draw.path(sides, palette.INK, opacity=0.18)


def bush(stage: Stage, rng: Stream, x: float, y: float, r: float, *, color: str, bloom: float = 0) -> None:
    """A round shrub standing on y; `bloom` is how many flowers it has per 100 units of its radius."""
    draw = stage.draw
    shape, light = "", ""
    for dx, dy, size in ((-0.62, -0.42, 0.5), (0.6, -0.4, 0.52), (0, -0.66, 0.66), (-0.1, -0.34, 0.6)):
        ball = size * rng.between(0.9, 1.1)
        shape += disc(x + dx * r, y + dy * r, ball * r)
        light += disc(x + (dx - 0.1) * r, y + (dy - 0.16) * r, ball * r * 0.58)
    foot = trace(("M", x - r * 1.05, y - r * 0.36), ("Q", x, y + r * 0.3, x + r * 1.05, y - r * 0.36), "z")
    draw.path(shape + foot, color)
    draw.path(light, palette.mix(color, stage.light.sun, 0.14))
    petals = stage.lit(rng.pick(_PETALS))
    dots = ""
    for _ in range(int(r * bloom / 100)):
        angle, reach = rng.between(0, math.tau), rng.between() ** 0.5
        dots += disc(
            x + math.cos(angle) * reach * r * 0.9,
            y - r * 0.5 + math.sin(angle) * reach * r * 0.5,
            r * 0.07 + 2,
        )
    draw.path(dots, petals)


def hedge(stage: Stage, x: float, y: float, w: float, h: float, *, color: str) -> None:
    """Clipped, with a lit upper side."""
    draw = stage.draw
    draw.rect(x, y - h, w, h, draw.gradient(color, palette.darker(color, 0.24)), corner=min(14, h * 0.3))
    draw.rect(x, y - h, w, h * 0.2, palette.mix(color, stage.light.sun, 0.22), corner=min(10, h * 0.1))


def broad_leaf(
    stage: Stage, x: float, y: float, size: float, turn: float, *, color: str, cut: bool = False
) -> None:
    """A leaf growing from (x, y) towards `turn` (degrees, 0 up); `cut` like that of a monstera."""
    draw = stage.draw
    half = (
        _cut_half(size)
        if cut
        else trace(("M", 0, 0), ("C", size * 0.30, -size * 0.12, size * 0.34, -size * 0.62, 0, -size), "z")
    )
    other = (
        _cut_half(-size)
        if cut
        else trace(("M", 0, 0), ("C", -size * 0.30, -size * 0.12, -size * 0.34, -size * 0.62, 0, -size), "z")
    )
    with draw.group(f'transform="translate({x:.0f} {y:.0f}) rotate({turn:.0f})"'):
        draw.path(half, color)
        draw.path(other, palette.mix(color, stage.light.sun, 0.10))
        rib = trace(("M", 0, size * 0.08), ("L", 0, -size * 0.94))
        draw.line(rib, palette.mix(color, palette.WHITE, 0.25), max(1.5, size * 0.014), opacity=0.7)


def _cut_half(size: float) -> str:
    """One half of a cut leaf; a negative size is the left one."""
    tall, w = abs(size), size
    shape = trace(("M", 0, 0))
    for lobe in range(_LOBES):
        low, high = lobe / _LOBES, (lobe + 1) / _LOBES
        reach = w * 0.5 * math.sin(math.pi * (0.16 + 0.8 * (low + high) / 2)) ** 0.8
        shape += trace(
            ("Q", reach, -tall * (low - 0.04), reach, -tall * (low + 0.085)),
            ("Q", reach * 0.7, -tall * high, w * 0.07, -tall * (high - 0.015)),
        )
    return shape + trace(("L", 0, -tall), "z")


def fern(stage: Stage, rng: Stream, x: float, y: float, size: float, *, color: str) -> None:
    """A tuft of arching fronds rooted at (x, y)."""
    spines, leaves = "", ""
    for index in range(7):
        angle = math.radians(-90 + (index - 3) * 24 + rng.spread(6))
        length = size * rng.between(0.75, 1.05)
        tip_x, tip_y = x + math.cos(angle) * length, y + math.sin(angle) * length * 0.9 + length * 0.16
        mid_x, mid_y = x + math.cos(angle) * length * 0.42, y + math.sin(angle) * length * 0.8
        spines += trace(("M", x, y), ("Q", mid_x, mid_y, tip_x, tip_y))
        for step in range(2, 10):
            share = step / 10
            px = (1 - share) ** 2 * x + 2 * share * (1 - share) * mid_x + share**2 * tip_x
            py = (1 - share) ** 2 * y + 2 * share * (1 - share) * mid_y + share**2 * tip_y
            reach = length * 0.17 * (1 - share * 0.75)
            for side in (-1, 1):
                turn = angle + side * 1.0
                dx, dy = math.cos(turn) * reach, math.sin(turn) * reach
                leaves += trace(("M", px, py), ("l", dx, dy))
    stage.draw.line(leaves, color, max(3, size * 0.034))
    stage.draw.line(spines, palette.darker(color, 0.15), max(2, size * 0.014))


def reeds(
    stage: Stage, rng: Stream, ground: Ground, left: float, right: float, *, size: float, color: str
) -> None:
    """Tall blades at the water's edge."""
    blades, heads = "", ""
    for _ in range(max(3, int((right - left) / (size * 0.09)))):
        x, h, lean = rng.between(left, right), size * rng.between(0.5, 1.1), rng.spread(0.2)
        y, headed = ground(x) + 6, rng.chance(0.25)
        blades += trace(("M", x, y), ("q", 0, -h * 0.6, lean * h, -h))
        if headed:
            heads += trace(("M", x + lean * h, y - h), ("l", lean * h * 0.06, -h * 0.16))
    stage.draw.line(blades, color, max(2, size * 0.022))
    stage.draw.line(heads, palette.mix(color, "#6b4026", 0.6), max(4, size * 0.05))


def fringe(
    stage: Stage, name: str, y: float, *, size: float, color: str, pitch: float, ears: str = ""
) -> None:
    """A layer of tall grass whose feet are hidden by what is drawn before it; with `ears` it is grain."""
    blades, tips = "", ""
    with stage.layer(name) as rng:
        for index in range(int(stage.w / pitch) + 2):
            x, h, lean = index * pitch + rng.spread(pitch), size * rng.between(0.5, 1.15), rng.spread(0.3)
            blades += trace(
                ("M", x - size * 0.05, y),
                ("q", lean * h * 0.2, -h * 0.7, lean * h, -h),
                ("q", -lean * h * 0.4, h * 0.5, size * 0.1 - lean * h, h),
                "z",
            )
            half, tall = size * 0.055, size * 0.36
            tips += trace(
                ("M", x + lean * h - size * 0.05, y - h + half),
                ("q", -half * 1.4, -tall * 0.6, lean * size * 0.12, -tall),
                ("q", half * 2.4, tall * 0.6, -lean * size * 0.12, tall),
                "z",
            )
        stage.draw.path(blades, color)
        if ears:
            stage.draw.path(tips, ears)
