"""Planets and moons as they hang in a sky."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import disc, num, trace


def globe(
    stage: Stage,
    rng: Stream,
    x: float,
    y: float,
    r: float,
    *,
    color: str,
    night: str,
    ring: bool = False,
    seas: bool = False,
) -> None:
    """A globe fading into `night` on the side away from the sun: banded, or with `seas` like the Earth."""
    draw = stage.draw
    left = stage.sun_x < x
    draw.glow(x, y, r * 1.5, color, 0.32, body=0.8)
    dark = palette.mix(color, night, 0.72)
    shades = (palette.lighter(color, 0.4), color, dark)
    if ring:
        _ring(stage, x, y, r, color, behind=True)
    draw.circle(x, y, r, draw.gradient(*(shades if left else shades[::-1]), towards=(1, 0.35)))
    with draw.clipped(disc(x, y, r)):
        if seas:
            _lands(stage, rng, x, y, r)
        else:
            for band in range(6):
                middle = y - r + 2 * r * (band + rng.between(0.2, 0.8)) / 6
                tone = palette.lighter(color, 0.4) if band % 2 else palette.darker(color, 0.25)
                draw.ellipse(x, middle, r * 1.2, r * rng.between(0.03, 0.1), tone, opacity=0.24, turn=-14)
        shadow = x + (r * 0.95 if left else -r * 0.95)
        draw.glow(shadow, y + r * 0.3, r * 1.5, night, 0.85, body=0.7)
    if ring:
        _ring(stage, x, y, r, color, behind=False)


def _lands(stage: Stage, rng: Stream, x: float, y: float, r: float) -> None:
    """Continents and veils of cloud."""
    land, clouds = "", ""
    for _ in range(5):
        at_x, at_y = x + rng.spread(0.75) * r, y + rng.spread(0.75) * r
        for _ in range(5):
            land += disc(at_x + rng.spread(0.2) * r, at_y + rng.spread(0.16) * r, r * rng.between(0.08, 0.2))
    stage.draw.path(land, "#5fa85c", opacity=0.85)
    for _ in range(7):
        at_x, at_y = x + rng.spread(0.8) * r, y + rng.spread(0.85) * r
        reach = rng.between(0.3, 0.7) * r
        clouds += trace(("M", at_x - reach, at_y), ("q", reach, -r * 0.14, 2 * reach, r * 0.04))
    stage.draw.line(clouds, palette.WHITE, r * 0.07, opacity=0.75)


def _ring(stage: Stage, x: float, y: float, r: float, color: str, *, behind: bool) -> None:
    sweep = 1 if behind else 0
    shape = trace(
        ("M", x - r * 1.75, y),
        ("A", r * 1.75, r * 0.44, 0, 0, sweep, x + r * 1.75, y),
        ("L", x + r * 1.3, y),
        ("A", r * 1.3, r * 0.3, 0, 0, 1 - sweep, x - r * 1.3, y),
        "z",
    )
    with stage.draw.group(f'transform="rotate(-16 {num(x)} {num(y)})"'):
        stage.draw.path(shape, palette.mix(color, "#ffe9c9", 0.6), opacity=0.55 if behind else 0.85)
