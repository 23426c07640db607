"""A coral reef along the lower edge: domes, twigs, tubes and fans, higher towards both sides."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import dome, trace

_CORALS: Final = ("#ff6f91", "#ff9671", "#ffc75f", "#b06fd8", "#4fd1c5", "#f2557a")
_DEEP: Final = "#0b2f5e"
_APART: Final = 120.0


def reef(stage: Stage) -> None:
    count = int(stage.w / _APART) + 2
    with stage.layer("reef") as rng:
        for index in range(count):
            x = (index + rng.spread(0.4)) * stage.w / (count - 1)
            aside = abs(x / stage.w - 0.5) * 2
            size = (70 + 120 * aside**1.5) * rng.between(0.8, 1.3)
            color = palette.mix(rng.pick(_CORALS), _DEEP, 0.12 + (0.4 if stage.light.dark else 0))
            foot = stage.h + 6 - rng.between(0, 60)
            (_domed, _twigs, _tubes, _fan)[rng.whole(0, 3)](stage, rng, (x, foot, size), color)
        for index in range(int(stage.w / 260) + 2):
            x, r = index * 260 + rng.spread(110), rng.between(60, 130)
            tone = palette.mix("#5b7f9a", _DEEP, rng.between(0.35, 0.6))
            rock = dome(x, stage.h + 12, r, r * 0.5)
            stage.draw.path(rock, stage.draw.gradient(palette.lighter(tone, 0.2), tone))


def _domed(stage: Stage, rng: Stream, at: tuple[float, float, float], color: str) -> None:
    """A brain coral."""
    x, y, size = at
    draw = stage.draw
    draw.path(dome(x, y, size, size * 0.85), draw.gradient(palette.lighter(color, 0.3), color))
    grooves = "".join(
        trace(
            ("M", x - size * share * 0.9, y),
            (
                "Q",
                x - size * share * 0.5,
                y - size * 0.9 * (1 - share * 0.5),
                x,
                y - size * (0.82 - share * 0.6),
            ),
        )
        + trace(
            ("M", x + size * share * 0.9, y),
            (
                "Q",
                x + size * share * 0.5,
                y - size * 0.9 * (1 - share * 0.5),
                x,
                y - size * (0.82 - share * 0.6),
            ),
        )
        for share in (0.25, 0.5, 0.75)
    )
    draw.line(grooves, palette.darker(color, 0.22), size * 0.045, opacity=0.7)


def _twigs(stage: Stage, rng: Stream, at: tuple[float, float, float], color: str) -> None:
    """A staghorn: each twig forks."""
    x, y, size = at
    shape = ""
    for angle in (-38, -14, 12, 36):
        turn = math.radians(angle + rng.spread(6))
        tall = size * rng.between(1.1, 1.7)
        mx, my = x + math.sin(turn) * tall * 0.55, y - math.cos(turn) * tall * 0.55
        shape += trace(("M", x, y), ("L", mx, my))
        for fork in (-24, 20):
            aside = turn + math.radians(fork)
            end = (mx + math.sin(aside) * tall * 0.45, my - math.cos(aside) * tall * 0.45)
            shape += trace(("M", mx, my), ("L", *end))
    stage.draw.line(shape, palette.darker(color, 0.15), size * 0.2)
    stage.draw.line(shape, palette.lighter(color, 0.1), size * 0.13)


def _tubes(stage: Stage, rng: Stream, at: tuple[float, float, float], color: str) -> None:
    """Sponges like chimneys."""
    x, y, size = at
    draw = stage.draw
    for dx, share in ((-0.46, 0.8), (0.44, 0.95), (0, 1.35)):
        w, tall = size * 0.42, size * share * rng.between(0.9, 1.15)
        left = x + dx * size - w / 2
        fill = draw.gradient(palette.lighter(color, 0.25), color, palette.darker(color, 0.2), towards=(1, 0))
        draw.rect(left, y - tall, w, tall + 10, fill, corner=w * 0.3)
        draw.ellipse(left + w / 2, y - tall + w * 0.1, w * 0.52, w * 0.2, palette.lighter(color, 0.35))
        draw.ellipse(left + w / 2, y - tall + w * 0.1, w * 0.36, w * 0.12, palette.darker(color, 0.55))


def _fan(stage: Stage, rng: Stream, at: tuple[float, float, float], color: str) -> None:
    """A sea fan, veined."""
    x, y, size = at
    draw, tall = stage.draw, size * 1.5
    draw.ellipse(x, y - tall * 0.58, size * 0.82, tall * 0.52, color, opacity=0.55)
    veins = ""
    for index in range(9):
        turn = math.radians(-64 + 16 * index + rng.spread(4))
        reach = tall * (1.02 - 0.36 * abs(index - 4) / 4)
        bend = (x + math.sin(turn) * reach * 0.4, y - math.cos(turn * 0.6) * reach * 0.5)
        end = (x + math.sin(turn) * reach * 0.86, y - math.cos(turn) * reach * 0.96)
        veins += trace(("M", x, y), ("Q", *bend, *end))
    draw.line(veins, palette.lighter(color, 0.2), size * 0.06)
