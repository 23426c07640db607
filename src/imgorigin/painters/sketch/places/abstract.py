"""Abstract art in one colour and its neighbours: tiles, waves, orbs or arcs.

What no word leads to ends here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.places.tiles import paint_tile
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import smooth

_HUES = (18, 45, 150, 185, 215, 250, 268, 290, 310, 345)
"""Degrees in OKLab from which schemes start: all but the yellows, whose dark shades look muddy."""
_YELLOWS = range(75, 130)


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours from dark to pale, and one from across the colour wheel."""

    tones: tuple[str, ...]
    accent: str
    dark: bool

    @property
    def paper(self) -> str:
        return self.tones[0] if self.dark else self.tones[-1]


def paint(stage: Stage) -> None:
    scheme = _scheme(stage)
    painters: dict[str, Callable[[Stage, Stream, Scheme], None]] = {
        "tiles": _tiles,
        "waves": _waves,
        "orbs": _orbs,
        "arcs": _arcs,
    }
    with stage.layer(stage.scene.pattern) as rng:
        painters[stage.scene.pattern](stage, rng, scheme)


def _scheme(stage: Stage) -> Scheme:
    rng = stage.stream("scheme")
    hue = math.radians(rng.pick(_HUES) + rng.spread(10))
    neighbour = rng.between(0.25, 0.5) * rng.pick((-1, 1))
    dark = rng.chance(0.35)
    key = palette.lab(stage.scene.color or stage.scene.backdrop or palette.from_hue(0.62, 0.15, hue))
    chroma = key.chroma if key.chroma < 0.03 else max(0.07, key.chroma)

    def tone(lightness: float, turn: float, share: float = 1.0) -> str:
        return palette.from_hue(lightness, chroma * share, key.hue + turn)

    tones = (
        tone(0.30, -neighbour * 0.4, 0.8),
        tone(0.48, neighbour * 0.4),
        tone(0.62, -neighbour * 0.6),
        tone(0.74, neighbour, 0.9),
        tone(0.86, neighbour * 0.4, 0.5),
        tone(0.95, neighbour * 0.6, 0.16),
    )
    across = key.hue + rng.pick((2.3, 2.7, -2.5))
    yellow = math.degrees(across) % 360 // 1 in _YELLOWS
    accent = palette.from_hue(0.86 if yellow else 0.76, 0.13 if key.chroma > 0.03 else 0.0, across)
    return Scheme(tones, accent, dark or stage.light.dark or "dark" in stage.scene.moods)


def _tiles(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    """Squares of Bauhaus shapes; a little wider or narrower than square, to fill the picture."""
    size = 250.0 if max(stage.w, stage.h) < 4000 else 333.3
    columns, rows = max(1, round(stage.w / size)), max(1, round(stage.h / size))
    stage.draw.rect(0, 0, stage.w, stage.h, scheme.tones[-1])
    across, down = stage.w / (columns * size), stage.h / (rows * size)
    with stage.draw.group(f'transform="scale({across:.4f} {down:.4f})"'):
        for column in range(columns):
            for row in range(rows):
                paint_tile(
                    stage.draw, rng, column * size, row * size, size, tones=scheme.tones, accent=scheme.accent
                )


def _waves(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    draw, tones = stage.draw, scheme.tones
    top, end = (tones[0], tones[1]) if scheme.dark else (tones[5], tones[4])
    draw.rect(0, 0, stage.w, stage.h, draw.gradient(top, end, towards=(1, 1)))
    x, y = stage.w * rng.between(0.6, 0.8), stage.h * 0.27
    draw.glow(x, y, 700, scheme.accent, 0.45)
    draw.circle(x, y, 120, scheme.accent)
    layers = 7
    for index in range(layers):
        near, wave = index / (layers - 1), rng.wave(0.42, 2)
        color = palette.mix(tones[3] if scheme.dark else tones[4], tones[0], near)
        base = stage.h * (0.34 + 0.62 * near)
        crest = smooth([(float(x), base + 130 * wave(x)) for x in range(-60, int(stage.w) + 120, 60)])
        fill = draw.gradient(
            palette.mix(color, tones[3], 0.55), color, palette.mix(color, tones[0], 0.35), towards=(1, 0.6)
        )
        draw.path(f"{crest}V{stage.h + 5:.0f}H-60Z", fill)


def _orbs(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    draw, tones = stage.draw, scheme.tones
    ends = (tones[0], tones[1]) if scheme.dark else (tones[1], tones[3])
    draw.rect(0, 0, stage.w, stage.h, draw.gradient(*ends, towards=(0.6, 1)))
    longer = max(stage.w, stage.h)
    for _ in range(int(longer / 240) + 4):
        x, y, r = rng.between(0, stage.w), rng.between(0, stage.h), rng.between(500, 900)
        draw.glow(x, y, r, rng.pick((*tones[:4], scheme.accent)), 0.7, body=0.6)
    count = int(longer / 170) + 4
    for index in range(count):
        along, across = (index + rng.between()) / count, rng.between(0.06, 0.94)
        x, y = (along, across) if stage.w >= stage.h else (across, along)
        x, y = x * stage.w, y * stage.h
        r, color = 36 + 190 * rng.between() ** 2, rng.pick((*tones[2:5], scheme.accent))
        draw.glow(x + r * 0.25, y + r * 0.9, r * 1.5, tones[0], 0.4, ry=r * 0.8)
        shades = (palette.lighter(color, 0.45), color, palette.mix(color, tones[0], 0.55))
        draw.circle(x, y, r, draw.gradient(*shades, towards=(0.7, 1)))
        draw.glow(x - r * 0.35, y - r * 0.4, r * 0.4, palette.WHITE, 0.55)


def _arcs(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    draw, rings = stage.draw, 7
    draw.rect(0, 0, stage.w, stage.h, scheme.paper)
    colors = scheme.tones[1:] if scheme.dark else scheme.tones[:5]
    along = max(stage.w, stage.h)
    for _ in range(int(along / 330) + 3):
        x, y = rng.pick((0, 0.25, 0.5, 0.75, 1)) * stage.w, rng.pick((0, 0.5, 1)) * stage.h
        r, outer, inner = rng.between(300, 620), rng.pick(colors), rng.pick((*colors, scheme.accent))
        for ring in range(rings):
            color = scheme.paper if ring % 2 else palette.mix(outer, inner, ring / rings)
            draw.circle(x, y, r * (1 - ring / rings), color)


ABSTRACT = Place(
    name="abstract",
    paint=paint,
    words="abstract geometric pattern patterns texture textures gradient gradients shapes "
    "background_pattern mandala fractal bauhaus wallpaper mosaic tiles kaleidoscope polygon "
    "polygons seamless wavy swirl swirls",
    phrase="in an abstract composition",
    alone="an abstract pattern",
    indoors=True,
    shade=0,
)
