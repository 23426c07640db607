"""Water: mirrors, glitter, waves."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import box, num, smooth, trace

_BLUE: Final = "#2a8fd0"
"""Of the sea on a bright day."""


def water(stage: Stage, top: float, bottom: float, *, mirrors: str = "") -> None:
    """Still water from `top` to `bottom`, with the sky in it, the sun's path, and the group `mirrors`."""
    light, draw = stage.light, stage.draw
    down = light.sky[::-1]
    shallow, middle = palette.mix(down[0], light.far, 0.25), palette.mix(down[1], light.near, 0.22)
    deep = palette.mix(down[min(2, len(down) - 1)], light.near, 0.45)
    if not (light.low or light.dark or light.overcast):
        middle, deep = palette.mix(middle, _BLUE, 0.34), palette.mix(deep, _BLUE, 0.42)
    with stage.layer("water"):
        draw.rect(0, top, stage.w, bottom - top, draw.gradient(shallow, middle, deep))
        if mirrors:
            mirror(stage, mirrors, top, bottom, squash=0.72, opacity=0.42)
    with stage.layer("ripples") as rng:
        _ripples(stage, rng, top, bottom)
    if not light.overcast and not stage.has("aurora"):
        with stage.layer("glitter") as rng:
            _glitter(stage, rng, top, bottom)


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


def surf(stage: Stage, rng: Stream) -> None:
    """Waves that come towards the viewer along the lower edge."""
    light = stage.light
    for index in range(3):
        y, wave = stage.h - 140 + 60 * index, rng.wave(1.6, 2)
        color = palette.mix(light.sky[1], light.near, 0.35 + 0.2 * index)
        crest = smooth([(float(x), y + 10 * wave(x)) for x in range(-40, int(stage.w) + 80, 40)])
        stage.draw.path(crest + trace(("V", stage.h + 5), ("H", -40), "Z"), color, opacity=0.55)
        stage.draw.line(crest, palette.WHITE, 3, opacity=0.4)
