"""Houses and lamps seen from the street."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.skyline import WARM_WINDOWS
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import box, disc, trace

_WALLS: Final = ("#9c5b4a", "#6d7f8f", "#b08968", "#5f6f78", "#7a5c74")
_AWNINGS: Final = ("#c8553d", "#2a7f86", "#e0a030", "#5a7d4f")


def house_front(stage: Stage, rng: Stream, x: float, base: float, *, w: float, h: float) -> None:
    """A house with lit windows over a shop with an awning."""
    draw, light = stage.draw, stage.light
    wall = palette.mix(rng.pick(_WALLS), light.ambient, stage.shade * (1.9 if light.lamps else 1))
    shade = light.near if light.lamps else palette.INK
    top = palette.mix(wall, shade, 0.35 if light.lamps else 0.12)
    draw.rect(x, base - h, w, h, draw.gradient(top, palette.mix(wall, shade, 0.08)))
    draw.rect(x - 4, base - h, w + 8, 10, palette.lighter(wall, 0.2))
    glass = palette.mix(wall, light.near, 0.55) if light.lamps else stage.sky_at(0.35)
    panes: dict[str, str] = {}
    columns = int((w - 20) / 56)
    left = x + (w - columns * 56) / 2 + 12
    y = base - h + 40
    while y < base - 190:
        for column in range(columns):
            lamp = rng.pick(WARM_WINDOWS)
            bright = rng.chance(0.55)
            if light.lamps:
                color = lamp if bright else glass
            else:
                color = palette.lighter(glass, 0.35) if bright else palette.mix(glass, palette.INK, 0.25)
            panes[color] = panes.get(color, "") + box(left + column * 56, y, 32, 50)
        y += 84
    for color, shape in panes.items():
        draw.path(shape, color)
    _shop(stage, rng, x, base, w)


def _shop(stage: Stage, rng: Stream, x: float, base: float, w: float) -> None:
    draw = stage.draw
    lamps = stage.light.lamps
    glass, depth = ("#fbd491", "#7a3f22") if lamps else (stage.lit("#cfe6ee"), "#2f5068")
    draw.rect(x + 10, base - 112, w - 20, 112, glass, corner=3)
    draw.rect(x + 10, base - 112, w - 20, 112, draw.gradient((depth, 0.05), (depth, 0.5)), corner=3)
    door = x + w * (0.3 if rng.chance(0.5) else 0.6)
    draw.rect(door, base - 96, 38, 96, stage.lit("#4b3a33"), corner=3)
    draw.rect(door + 7, base - 88, 24, 48, palette.lighter(glass, 0.3), corner=2)
    color = stage.lit(rng.pick(_AWNINGS))
    count = max(3, round(w / 26))
    stripe = (w - 4) / count
    drops = ("", "")
    for index in range(count):
        piece = trace(
            ("M", x + 2 + index * stripe, base - 140),
            ("h", stripe),
            ("v", 34),
            ("a", stripe / 2, 9, 0, 0, 1, -stripe, 0),
            "z",
        )
        drops = (drops[0] + piece, drops[1]) if index % 2 else (drops[0], drops[1] + piece)
    draw.path(drops[0], color)
    draw.path(drops[1], palette.lighter(color, 0.75))


def street_lamp(stage: Stage, x: float, base: float, h: float) -> None:
    """On one side of the street; it shines where the light is poor."""
    draw = stage.draw
    post = palette.mix(stage.light.near, palette.BLACK, 0.2)
    draw.rect(x - 4, base - h, 8, h, post, corner=3)
    draw.rect(x - 9, base - 14, 18, 14, post, corner=3)
    draw.path(trace(("M", x - 24, base - h), ("q", 24, -26, 48, 0), "z"), post)
    if stage.light.lamps:
        draw.glow(x, base - h + 14, 170, "#ffd98a", 0.75)
        draw.glow(x, base + 20, 90, "#ffd98a", 0.4, ry=30)
    draw.path(disc(x, base - h + 10, 14), "#fff3cf" if stage.light.lamps else palette.lighter(post, 0.6))
