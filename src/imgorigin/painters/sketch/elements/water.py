"""Water: mirrors, glitter, waves."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.light import Light
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import box, num, smooth, trace

_BLUE: Final = "#2a8fd0"
"""Of the sea on a bright day."""


def water(stage: Stage, top: float, bottom: float, *, mirrors: str = "") -> None:
    """Still water from `top` to `bottom`, with the sky in it, the sun's path, and the group `mirrors`."""
    light, draw = stage.light, stage.draw
    with stage.layer("water"):
        draw.rect(0, top, stage.w, bottom - top, draw.gradient(*depths_of(light)))
        if mirrors:
            mirror(stage, mirrors, top, bottom, squash=0.72, opacity=0.42)
    with stage.layer("ripples") as rng:
        _ripples(stage, rng, top, bottom)
    if not light.overcast and not stage.has("aurora"):
        with stage.layer("glitter") as rng:
            _glitter(stage, rng, top, bottom)


def depths_of(light: Light) -> tuple[str, str, str]:
    """The colours of water from its far edge to the near one."""
    down = light.sky[::-1]
    shallow, middle = palette.mix(down[0], light.far, 0.25), palette.mix(down[1], light.near, 0.22)
    deep = palette.mix(down[min(2, len(down) - 1)], light.near, 0.45)
    if light.low:
        middle = palette.mix(palette.between(light.sky, 0.48), light.near, 0.12)
        return shallow, middle, palette.mix(palette.between(light.sky, 0.16), light.near, 0.2)
    if light.dark or light.overcast:
        return shallow, middle, deep
    return shallow, palette.mix(middle, _BLUE, 0.34), palette.mix(deep, _BLUE, 0.42)


def mirror(stage: Stage, name: str, line: float, bottom: float, *, squash: float, opacity: float) -> None:
    """The group `name` upside down below `line`, lower by `squash`."""
    with stage.draw.clipped(box(0, line, stage.w, bottom - line)):
        stage.draw.again(name, f"translate(0 {num(line * (1 + squash))}) scale(1 -{squash})", opacity)


def _ripples(stage: Stage, rng: Stream, top: float, bottom: float) -> None:
    shape, y = "", top + 6
    while y < bottom:
        near = (y - top) / (bottom - top)
        for _ in range(int(stage.w / 300) + 1):
            width = rng.between(40, 210) * (0.4 + near)
            shape += trace(("M", rng.between(-100, stage.w), y), ("h", width))
        y += _row(near)
    color = palette.mix(stage.light.sky[0], stage.light.near, 0.3)
    stage.draw.line(shape, color, 3, opacity=0.16)


def _glitter(stage: Stage, rng: Stream, top: float, bottom: float) -> None:
    """The sun's path on the water: short bright strokes, wider apart towards the viewer."""
    light, shape, y, row = stage.light, "", top + 6, 0
    while y < bottom:
        near = (y - top) / (bottom - top)
        for _ in range(3 if row % 2 else 2):
            width = rng.between(14, 70) * (0.5 + 1.6 * near)
            x = stage.sun_x + rng.spread() * (26 + 150 * near) - width / 2
            shape += trace(("M", x, y + rng.spread(3)), ("h", width))
        y += _row(near)
        row += 1
    shine(stage, stage.sun_x, top, 430, bottom - top)
    bright = palette.mix(light.sun, light.horizon, 0.25)
    stage.draw.line(shape, bright, 4.2, opacity=0.75 if light.low or light.dark else 0.5)


def _row(near: float) -> float:
    """Distance to the next row of strokes."""
    return 2.6 * (1.6 + 7 * near)


def shine(stage: Stage, x: float, y: float, r: float, depth: float) -> None:
    """The lower half of a glow: light lying on a surface that begins at y."""
    with stage.draw.clipped(box(x - r, y, 2 * r, depth)):
        stage.draw.glow(x, y, r, stage.light.sun, 0.42, ry=depth, body=0.6)


def surf(stage: Stage, rng: Stream, top: float, *, swell: float = 1.0) -> None:
    """Waves that roll towards the viewer, from `top` to the lower edge: higher and wider apart as they near,
    light shining through their crests. `swell` is how much higher than on a calm day."""
    light, draw, rows = stage.light, stage.draw, 5
    depths = depths_of(light)
    bright = palette.mix(light.horizon, palette.WHITE, 0.35)
    for index in range(rows):
        near = (index + 1) / rows
        y, wave = top + (stage.h - 34 - top) * near**1.4, rng.wave(0.9 - 0.3 * near, 1)
        high, long, phase = (12 + 34 * near) * swell, 190 + 260 * near, rng.between(0, math.tau)
        points = []
        for step in range(int((stage.w + 240) / (long / 10)) + 2):
            x = -120 + step * long / 10
            peak = (0.5 + 0.5 * math.sin(x / long * math.tau + phase + 1.4 * wave(x))) ** 1.7
            points.append((x, y - high * peak * (0.7 + 0.3 * wave(x * 0.6))))
        color = palette.mix(palette.between(depths, 0.55 + 0.45 * near), light.near, 0.12 * near)
        crest = smooth(points)
        fill = draw.gradient(
            (palette.mix(color, bright, 0.45), 0.85), (color, 0.8), (color, 0), at=(0, 0.45, 1)
        )
        draw.path(crest + trace(("V", y + 60 + 60 * near), ("H", -120), "Z"), fill)
        draw.line(crest, bright, 1.5 + 3.5 * near, opacity=0.2 + 0.35 * near)
