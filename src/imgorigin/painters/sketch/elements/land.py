"""Land: ranges of mountains with lit and shaded flanks, and hills."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point, polyline, smooth

_JAGS: Final = 3
"""Halvings of a mountain's edge: 2 ** _JAGS pieces from valley to peak."""
_SADDLE: Final = 0.68
"""What a peak right before the sun loses of its height."""
_SNOW_PIECES: Final = 4
"""Of those pieces, from the peak down, how many lie under snow."""
_TEETH: Final = 6
"""Corners of a snow cap's lower edge."""

_MOONLIT: Final = "#a9c3e2"
"""Snow by night."""


@dataclass(frozen=True, slots=True)
class Range:
    """A range of mountains on `base`, its peaks up to `height` above it and about `step` apart.

    It fades into `haze` towards its foot. `contrast` is that of its shaded flanks.
    """

    base: float
    height: float
    step: float
    color: str
    haze: str
    contrast: float = 0.3
    snow: bool = False
    bottom: float = 0


@dataclass(frozen=True, slots=True)
class _Ridge:
    """The outline of a range. `edges[i]` are the points from corner i to corner i + 1, both included."""

    corners: list[Point]
    peaks: list[int]
    edges: list[list[Point]]

    def left(self, peak: int) -> list[Point]:
        """From the peak down to the valley on its left."""
        return self.edges[peak - 1][::-1]

    def right(self, peak: int) -> list[Point]:
        return self.edges[peak]


def mountains(stage: Stage, rng: Stream, chain: Range) -> Point:
    """Peaks lit from where the sun stands. Returns the highest of those in the picture."""
    corners, peaks = _outline(stage, rng, chain)
    edges = [[*_jagged(rng, start, end, _JAGS, 0.115), end] for start, end in pairwise(corners)]
    ridge = _Ridge(corners, peaks, edges)
    bottom = chain.bottom or stage.h
    body = [point for edge in edges for point in edge]
    body += [(corners[-1][0], bottom), (corners[0][0], bottom)]
    haze = palette.mix(chain.color, chain.haze, 0.82)
    fill = stage.draw.gradient(chain.color, palette.mix(chain.color, chain.haze, 0.25), haze)
    stage.draw.polygon(body, fill)
    shade = palette.mix(chain.color, "#0a1030", chain.contrast * 1.3)
    sun_left = stage.sun_x < stage.w / 2
    shaded = "".join(polyline(_far_flank(rng, chain, ridge, peak, sun_left=sun_left)) + "Z" for peak in peaks)
    stage.draw.path(shaded, stage.draw.gradient((shade, 0.85), (shade, 0)))
    if chain.snow:
        _snow_caps(stage, chain, ridge, shade, sun_left=sun_left)
    seen = [corners[peak] for peak in peaks if 0 <= corners[peak][0] <= stage.w]
    return min(seen or corners, key=lambda corner: corner[1])


def _outline(stage: Stage, rng: Stream, chain: Range) -> tuple[list[Point], list[int]]:
    """Valleys and peaks by turns, and which of the corners are peaks."""
    x = -chain.step * rng.between(0.2, 1)
    corners, peaks = [(x - chain.step, chain.base)], []
    while x < stage.w + chain.step:
        corners.append((x, chain.base - chain.height * rng.between(0.04, 0.26)))
        peaks.append(len(corners))
        low = rng.chance(0.65)
        height = rng.between(0.48, 0.8) if low else 1.0
        peak = x + chain.step * rng.between(0.35, 0.65)
        corners.append((peak, chain.base - chain.height * height * _beside_sun(stage, chain, peak)))
        x += chain.step * rng.between(0.8, 1.25)
    return [*corners, (max(x, stage.w) + chain.step, chain.base)], peaks


def _beside_sun(stage: Stage, chain: Range, x: float) -> float:
    """How much of its height a peak at x keeps: before the sun there is a saddle, so that a low sun shows."""
    return 1 - _SADDLE * math.exp(-(((x - stage.sun_x) / (chain.step * 0.55)) ** 2))


def _jagged(rng: Stream, start: Point, end: Point, halvings: int, rough: float) -> list[Point]:
    """From `start` up to, but not with, `end`: midpoint displacement."""
    if halvings == 0:
        return [start]
    middle = (
        (start[0] + end[0]) / 2 + rng.spread(0.3) * rough * abs(end[0] - start[0]),
        (start[1] + end[1]) / 2 + rng.spread() * rough * abs(end[1] - start[1]),
    )
    return _jagged(rng, start, middle, halvings - 1, rough) + _jagged(rng, middle, end, halvings - 1, rough)


def _far_flank(rng: Stream, chain: Range, ridge: _Ridge, corner: int, *, sun_left: bool) -> list[Point]:
    """The flank of a peak that lies in shade: down its far edge, and back up along a ragged crest."""
    edge = ridge.right(corner) if sun_left else ridge.left(corner)
    peak, valley = edge[0], edge[-1]
    foot = (peak[0] + (valley[0] - peak[0]) * 0.12, min(chain.base, valley[1] + chain.height * 0.2))
    crest = _jagged(rng, foot, peak, _JAGS, 0.22)
    return [*edge, ((valley[0] + foot[0]) / 2, foot[1]), *crest]


def _snow_caps(stage: Stage, chain: Range, ridge: _Ridge, shade: str, *, sun_left: bool) -> None:
    caps, shadows = "", ""
    for peak in ridge.peaks:
        if ridge.corners[peak][1] > chain.base - chain.height * 0.55:
            continue
        left, right = (edge[: _SNOW_PIECES + 1] for edge in (ridge.left(peak), ridge.right(peak)))
        rim = [_tooth(right[-1], left[-1], tooth, chain.height) for tooth in range(1, _TEETH)]
        caps += polyline([*left[::-1], *right, *rim]) + "Z"
        side, edge = (right, rim[:3]) if sun_left else (left, rim[:2:-1])
        shadows += polyline([*side, *edge]) + "Z"
    snow = palette.mix(_MOONLIT if stage.light.dark else palette.WHITE, chain.haze, 0.12)
    stage.draw.path(caps, snow)
    stage.draw.path(shadows, palette.mix(palette.mix(snow, chain.haze, 0.1), shade, 0.33))


def _tooth(start: Point, end: Point, tooth: int, height: float) -> Point:
    """A corner of the ragged lower edge of the snow."""
    share = tooth / _TEETH
    depth = (0.09 if tooth % 2 else -0.04) * (0.75 + 0.45 * (tooth * 7 % 5) / 4)
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share + height * depth,
    )


def hill(
    stage: Stage, rng: Stream, y: float, swell: float, fill: tuple[str, str], *, frequency: float = 1.0
) -> Callable[[float], float]:
    """Rolling ground about `y`, from fill[0] at its top to fill[1]. Returns its height at x."""
    wave = rng.wave(frequency, 2)

    def top(x: float) -> float:
        return y - swell * wave(x)

    points = [(float(x), top(x)) for x in range(-40, int(stage.w) + 80, 40)]
    stage.draw.path(
        smooth(points) + f"L{stage.w + 80:.0f} {stage.h + 5:.0f}L-80 {stage.h + 5:.0f}Z",
        stage.draw.gradient(*fill),
    )
    return top
