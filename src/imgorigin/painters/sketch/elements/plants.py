"""Plants: pines, broadleaf trees, palms, grass and flowers."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Final, NamedTuple

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point, disc, polygon, trace

Ground = Callable[[float], float]
"""The height of the ground at x."""

_TIERS, _FEW_TIERS = 5, 3
_NEAR_PINE: Final = 110
"""Units of height from which a pine's snow is round."""
_TRUNK: Final = "#5a3d2b"
_CROWN: Final = ((0, -0.35, 0.85), (-0.55, 0.15, 0.7), (0.55, 0.2, 0.68), (0, 0.3, 0.8))
"""Balls of a tree's crown: offset and radius, in radii."""
_FRONDS: Final = (-175, -150, -118, -62, -30, -5, 28, 152)
"""Degrees at which a palm's leaves set out."""
_AUTUMN: Final = ("#d9702b", "#c2452d", "#e0a030", "#b5562a")
_BLOSSOM: Final = dict(zip(_AUTUMN, ("#f6b3cd", "#f08fb5", "#fbd3e2", "#f4a3c4"), strict=True))
"""Colours of trees in autumn, and of the same trees in blossom."""
_FLOWERS: Final = (
    ("#ef476f", "#ffd166", "#ffffff", "#c77dff"),
    ("#ff6b6b", "#feca57", "#ff9ff3", "#ffffff"),
    ("#8f7bea", "#f7a8c9", "#ffffff", "#ffd166"),
)
_ROWS: Final = 15
"""Rows of flowers from the far end of a meadow to the near one."""
_TOGETHER: Final = 3
"""Rows that are drawn at once."""
_MAX_IN_ROW: Final = 200
_DOT, _COARSE_DOT = 7, 12
"""Units of radius up to which a flower is a dot, and has no stem."""


class _Tier(NamedTuple):
    """Of a pine: where its point and its lower ends are, and how far these reach to the sides."""

    top: float
    low: float
    reach: float


def pines(
    stage: Stage,
    rng: Stream,
    ground: Ground,
    count: int,
    height: float,
    *,
    color: str,
    snow: bool = False,
    left: float = 0,
    right: float | None = None,
    sink: float = 0,
) -> None:
    """A stand of `count` pines between `left` and `right`, their feet `sink` below the ground."""
    right = stage.w if right is None else right
    trees = sorted((rng.between(left, right), rng.between(0.6, 1.15)) for _ in range(count))
    wood, white = "", ""
    for x, size in trees:
        h = height * size
        far = h < (_NEAR_PINE * 2 if stage.coarse else _NEAR_PINE)
        count, parts = (_FEW_TIERS, 1) if far and stage.coarse else (_TIERS, 10)
        y, tiers = ground(x) + h * 0.06 + sink, []
        for tier in range(count):
            top = y - h + h * 0.86 * (tier * 0.72 / count)
            low = y - h + h * 0.90 * ((tier + 1.25) / (count + 0.25))
            tiers.append(
                _Tier(top, low, h * 0.23 * (0.28 + 0.72 * (tier + 1) / count) * rng.between(0.9, 1.08))
            )
        wood += _pine(x, y, h, tiers, parts)
        if snow:
            snow_on = _dusted if far else _snow_on
            white += "".join(snow_on(x, *tier, crown=tier is tiers[0]) for tier in tiers)
    stage.draw.path(wood, color)
    light = stage.light
    bright = stage.lit(palette.mix(palette.WHITE, light.horizon, 0.25), 0.35)
    stage.draw.path(white, palette.mix(bright, light.far, 0.46) if light.dark else bright)


def _pine(x: float, y: float, h: float, tiers: list[_Tier], parts: int) -> str:
    """A pine's outline, all around: where pieces of a path overlap it takes longer to fill."""
    right: list[Point] = []
    for above, tier in pairwise(tiers):
        foot = above.low - h * 0.02
        inside = tier.reach * (foot - tier.top) / (tier.low - tier.top)
        right += [(above.reach, above.low), (inside, foot)]
    last = tiers[-1]
    right += [(last.reach, last.low), (h * 0.018, last.low - h * 0.022), (h * 0.018, y)]
    sides = [(x + away, down) for away, down in right], [(x - away, down) for away, down in reversed(right)]
    return polygon([(x, tiers[0].top), *sides[0], *sides[1]], parts=parts)


def _dusted(x: float, top: float, low: float, reach: float, *, crown: bool) -> str:
    """Snow on one tier of a tree so far away that none sees how it is rounded."""
    deep = low - top
    if crown:
        right, left = (x + reach * 0.46, top + deep * 0.46), (x - reach * 0.52, top + deep * 0.5)
        return polygon([(x, top), right, left])
    before, behind = (
        [(x + side * reach * away, low - deep * up) for away, up in ((1, 0), (0.4, 0.61), (0.5, 0.28))]
        for side in (-1, 1)
    )
    return polygon(before) + polygon(behind[::-1])


def _snow_on(x: float, top: float, low: float, reach: float, *, crown: bool) -> str:
    """Snow on one tier: a cap on the crown, a pad on each end of the others. All of them turn one way: where
    those of two trees met, they would else cancel out."""
    deep = low - top
    if crown:
        return trace(
            ("M", x, top),
            ("L", x + reach * 0.46, top + deep * 0.46),
            ("Q", x + reach * 0.1, top + deep * 0.34, x - reach * 0.1, top + deep * 0.55),
            ("Q", x - reach * 0.26, top + deep * 0.36, x - reach * 0.52, top + deep * 0.52),
            "z",
        )
    return trace(
        ("M", x - reach, low),
        ("L", x - reach * 0.36, low - deep * 0.64),
        ("Q", x - reach * 0.18, low - deep * 0.3, x - reach * 0.42, low - deep * 0.3),
        ("Q", x - reach * 0.62, low - deep * 0.22, x - reach, low),
        "z",
        ("M", x + reach, low),
        ("Q", x + reach * 0.62, low - deep * 0.26, x + reach * 0.42, low - deep * 0.3),
        ("L", x + reach * 0.42, low - deep * 0.58),
        "z",
    )


def trees(
    stage: Stage,
    rng: Stream,
    ground: Ground,
    count: int,
    height: float,
    *,
    color: str,
    left: float = 0,
    right: float | None = None,
) -> None:
    """Broadleaf trees; in autumn and in blossom each has a colour of its own."""
    right = stage.w if right is None else right
    trunk = palette.mix(_TRUNK, stage.light.near, 0.4)
    for x in sorted(rng.between(left, right) for _ in range(count)):
        h, turned = height * rng.between(0.7, 1.2), rng.pick(_AUTUMN)
        y, r = ground(x) + 4, h * 0.3
        leaves = palette.mix(color, stage.light.sun, rng.between(0, 0.12))
        if stage.has("autumn"):
            leaves = palette.mix(leaves, stage.lit(turned), 0.75)
        elif stage.has("snow"):
            leaves = palette.mix(leaves, stage.lit(palette.WHITE, 1.4), 0.55)
        elif stage.has("blossom"):
            leaves = palette.mix(leaves, stage.lit(_BLOSSOM[turned], 0.6), 0.88)
        stage.draw.rect(x - h * 0.03, y - h * 0.4, h * 0.06, h * 0.42, trunk)
        crown = "".join(disc(x + dx * r, y - h * 0.62 + dy * r, size * r) for dx, dy, size in _CROWN)
        stage.draw.path(crown, leaves)
        stage.draw.circle(x - r * 0.2, y - h * 0.78, r * 0.42, palette.mix(leaves, stage.light.sun, 0.22))


def palm(
    stage: Stage, rng: Stream, x: float, y: float, height: float, *, lean: float, bark: str, leaf: str
) -> None:
    """A palm leaning by `lean` (its crown moves 0.35 of that, in heights)."""
    top_x, top_y, bend = x + lean * height * 0.35, y - height, x + lean * height * 0.02
    shade = palette.mix(leaf, stage.light.near, 0.25)
    stage.draw.ellipse(x, y, height * 0.12, height * 0.022, shade, opacity=0.55)
    stage.draw.path(
        trace(
            ("M", x - height * 0.035, y),
            ("Q", bend - height * 0.02, y - height * 0.55, top_x - height * 0.012, top_y),
            ("L", top_x + height * 0.014, top_y),
            ("Q", bend + height * 0.03, y - height * 0.5, x + height * 0.03, y),
            "Z",
        ),
        stage.draw.gradient(bark, palette.mix(bark, stage.light.near, 0.25)),
    )
    for index, degrees in enumerate(_FRONDS):
        angle, length = math.radians(degrees + rng.spread(8)), height * rng.between(0.40, 0.52)
        dx, dy = math.cos(angle) * length, math.sin(angle) * length
        tip_x, tip_y = top_x + dx, top_y + dy * 0.55 + length * 0.36
        arc_x, arc_y = top_x + dx * 0.55, top_y + dy * 0.75 - length * 0.16
        stage.draw.path(
            trace(
                ("M", top_x, top_y),
                ("Q", arc_x, arc_y, tip_x, tip_y),
                ("Q", arc_x + length * 0.02, arc_y + length * 0.26, top_x, top_y + height * 0.02),
                "Z",
            ),
            palette.mix(leaf, stage.light.near, 0.12 * (index % 3)),
        )
    nut = palette.mix("#7a4b2a", stage.light.near, 0.4)
    for dx in (-0.02, 0.025):
        stage.draw.circle(top_x + dx * height, top_y + height * 0.03, height * 0.022, nut)


def grass(stage: Stage, rng: Stream, top: float, color: str) -> None:
    """Tufts from `top` down to the picture's lower edge, larger towards it."""
    blade = palette.mix(color, stage.light.near, 0.42)
    depth = stage.h - top
    for row in range(3):
        tufts, half = "", 0.9 + row * 0.4
        for _ in range(min(120, int(stage.w / 26))):
            x, y = rng.between(0, stage.w), top + depth * (0.15 + 0.33 * row + rng.between(0, 0.25))
            h = rng.between(9, 20) * (1 + row * 0.6)
            tufts += _tuft(x, y, h, half)
        stage.draw.path(tufts, blade, opacity=0.55)


def _tuft(x: float, y: float, h: float, half: float) -> str:
    """Three blades, as an outline: a stroke along each takes much longer to draw."""
    return trace(
        ("M", x - half, y),
        ("l", -h * 0.35, -h, h * 0.35 + half * 0.7, h * 0.75),
        ("l", h * 0.1, -h * 0.95, 0, h * 0.95),
        ("l", h * 0.45, -h * 0.6, half * 0.7 - h * 0.45, h * 0.85),
        "z",
    )


def flowers(stage: Stage, rng: Stream, top: float, color: str) -> None:
    """A meadow in bloom from `top` down: dots far away, five petals near by. Those of some rows and a
    colour are one path."""
    own, picked = stage.scene.color, rng.pick(_FLOWERS)
    petals = (own, palette.lighter(own, 0.35), palette.WHITE, own) if own else picked
    colors = tuple(stage.lit(petal) for petal in petals)
    stem, heart = palette.mix(color, stage.light.near, 0.45), stage.lit("#f6b73c")
    hearts = {
        petal: stage.lit("#b5651d") if palette.difference(petal, heart) < 0.12 else heart for petal in colors
    }
    depth = min(stage.h - top + 30, 900)
    for row in range(_ROWS):
        if row % _TOGETHER == 0:
            blooms, middles, stems = dict.fromkeys(colors, ""), dict.fromkeys(hearts.values(), ""), ""
        near = row / (_ROWS - 1)
        y, size = stage.h + 30 - depth + depth * near**1.55, 3.6 + 27 * near**1.5
        far = size < (_COARSE_DOT if stage.coarse else _DOT)
        for _ in range(min(_MAX_IN_ROW, int(stage.w / (size * (4.4 - 1.6 * near))))):
            x, foot = rng.between(-20, stage.w + 20), y + rng.spread() * size * 1.1
            r, petal = size * rng.between(0.75, 1.2), rng.pick(colors)
            blooms[petal] += disc(x, foot, r) if far else _bloom(x, foot, r)
            if not far:
                middles[hearts[petal]] += disc(x, foot, r * 0.34)
                stems += trace(("M", x - r * 0.07, foot), ("l", r * 0.1, r * 2.8), ("l", r * 0.1, -r * 2.8))
        if row % _TOGETHER == _TOGETHER - 1:
            for tone, shape in ((stem, stems), *blooms.items(), *middles.items()):
                stage.draw.path(shape, tone)


def _bloom(x: float, y: float, r: float) -> str:
    """Five petals around (x, y), each an arc of its outline."""
    corners = [
        (x + math.cos(angle) * r * 0.52, y + math.sin(angle) * r * 0.46)
        for angle in (petal * math.tau / 5 + r for petal in range(5))
    ]
    round_ = f"{r * 0.4:.1f}"
    text = trace(("M", *corners[-1]))
    for start, end in zip([corners[-1], *corners], corners, strict=False):
        text += f"a{round_} {round_} 0 1 1{end[0] - start[0]:.1f} {end[1] - start[1]:.1f}"
    return text + "z"
