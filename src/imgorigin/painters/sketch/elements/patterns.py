"""Patterns for the grounds of pages: what fills a picture of no thing.

Each is a function of the stage, a stream and a scheme; to add one, add a row to PATTERNS here, its words to
`lexicon.PATTERNS` and its sentence to `describe.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.scheme import Scheme
from imgorigin.painters.sketch.elements.tiles import paint_tile
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point, smooth

Pattern = Callable[[Stage, Stream, Scheme], None]


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
    """Sheets of paper with wavy edges, the nearest the deepest, before a sun."""
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
        shape = f"{crest}V{stage.h + 60:.0f}H-60Z"
        for lift, opacity in ((22, 0.05), (11, 0.07)):
            draw.add(f'<g transform="translate(0 {-lift})">')
            draw.path(shape, palette.darker(tones[0], 0.3), opacity=opacity)
            draw.add("</g>")
        draw.path(shape, fill)


def _mesh(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    """Colours that run into each other."""
    draw, tones = stage.draw, scheme.tones
    first, last = (tones[0], tones[1]) if scheme.dark else (tones[4], tones[5])
    draw.rect(0, 0, stage.w, stage.h, draw.gradient(first, last, towards=(0.7, 1)))
    colors = (tones[2], scheme.kin[0], tones[3], scheme.kin[1], tones[1], tones[4])
    longer, count = max(stage.w, stage.h), 6 + int(max(stage.w, stage.h) / 900)
    for index in range(count):
        along, across = (index + rng.between(0.1, 0.9)) / count, rng.pick((0.0, 0.5, 1.0)) + rng.spread(0.15)
        x, y = (along, across) if stage.w >= stage.h else (across, along)
        r = max(560.0, longer * 0.4 / (1 + longer / 6000)) * rng.between(0.8, 1.2)
        draw.glow(x * stage.w, y * stage.h, r, colors[index % 6], 0.85, body=0.62)
    x, y = stage.w * rng.between(0.2, 0.8), stage.h * rng.between(0.1, 0.4)
    draw.glow(x, y, longer * 0.36, tones[1] if scheme.dark else tones[5], 0.7, ry=stage.h * 0.5, body=0.5)


def _orbs(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    """Balls that float before a pale wall, the far ones small."""
    draw, tones = stage.draw, scheme.tones
    first, last = (tones[0], tones[1]) if scheme.dark else (tones[5], tones[4])
    draw.rect(0, 0, stage.w, stage.h, draw.gradient(first, last, towards=(0.6, 1)))
    longer = max(stage.w, stage.h)
    for _ in range(int(longer / 700) + 2):
        x, y, r = rng.between(0, stage.w), rng.between(0, stage.h), rng.between(480, 700)
        draw.glow(x, y, r, rng.pick((tones[2], *scheme.kin)), 0.34, body=0.6)
    shadow = palette.darker(tones[0], 0.2)
    placed: list[tuple[float, float, float, str]] = []
    count = int(longer / 130) + 5
    for index in range(count):
        along, across = (index + rng.between()) / count, rng.between(0.04, 0.96)
        x, y = (along, across) if stage.w >= stage.h else (across, along)
        r, color = 28 + 190 * rng.between() ** 2, rng.pick((tones[2], tones[3], *scheme.kin, scheme.accent))
        one = (x * stage.w, y * stage.h, r, color)
        if all(math.dist(one[:2], other[:2]) > (one[2] + other[2]) * 0.94 for other in placed):
            placed.append(one)
    for x, y, r, color in sorted(placed, key=lambda one: one[2]):
        draw.glow(x + r * 0.2, y + r * 0.9, r * 1.25, shadow, 0.34 if scheme.dark else 0.22, ry=r * 0.7)
        shades = (palette.lighter(color, 0.5), color, palette.mix(color, tones[0], 0.5))
        draw.circle(x, y, r, draw.gradient(*shades, towards=(0.7, 1)))
        draw.glow(x + r * 0.3, y + r * 0.5, r * 0.5, palette.lighter(color, 0.4), 0.35, ry=r * 0.3)
        draw.glow(x - r * 0.34, y - r * 0.4, r * 0.42, palette.WHITE, 0.6)


def _bokeh(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    """Lights out of focus, in a band across the dark; by day across a pale ground."""
    draw, tones = stage.draw, scheme.tones
    pale = stage.scene.moods & {"pastel", "minimal"} and not scheme.dark
    deep = palette.mix(tones[0], "#0c0b16", 0.72)
    first, last = (tones[5], tones[4]) if pale else (deep, palette.mix(deep, tones[0], 0.6))
    draw.rect(0, 0, stage.w, stage.h, draw.gradient(first, last, towards=(0.5, 1)))
    longer, slope = max(stage.w, stage.h), rng.spread(0.3)
    for index in range(4 + int(longer / 1200)):
        x, y = rng.between(0, stage.w), stage.h * rng.between(0.2, 0.9)
        draw.glow(x, y, rng.between(400, 620), (tones[1], *scheme.kin)[index % 3], 0.34, body=0.5)
    colors = (tones[2], tones[3], tones[3], tones[4], *scheme.kin, palette.WHITE)
    for index in range(int(longer / 42) + 18):
        along, off = rng.between(-0.03, 1.03), rng.spread() * rng.between()
        x, y = (along, 0.55 + slope * (along - 0.5) + 0.55 * off)
        x, y = (x, y) if stage.w >= stage.h else (y, x)
        r = 14 + 120 * rng.between() ** 1.8
        color, glow = rng.pick(colors), rng.between(0.14, 0.5) * (0.75 if r > 80 else 1.15)
        disc = draw.radial(
            (color, glow * 0.62), (color, glow * 0.8), (color, glow), (color, 0), at=(0, 0.8, 0.94, 1)
        )
        draw.circle(x * stage.w, y * stage.h, r, disc)
        if index % 9 == 0:
            draw.glow(x * stage.w, y * stage.h, r * 1.8, color, glow * 0.5)


def _blobs(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    """Drops of colour within each other, from two opposite corners."""
    draw, tones = stage.draw, scheme.tones
    first, last = (tones[0], palette.darker(tones[0], 0.3)) if scheme.dark else (tones[5], tones[4])
    draw.rect(0, 0, stage.w, stage.h, draw.gradient(first, last, towards=(1, 1)))
    right = rng.chance(0.5)
    span, rings = max(900.0, min(1500.0, stage.w * 0.62)), 5
    shadow = palette.darker(tones[0], 0.4)
    corners = ((stage.w, 0.0), (0.0, stage.h)) if right else ((0.0, 0.0), (stage.w, stage.h))
    for corner, (x, y) in enumerate(corners):
        phases = [rng.between(0, math.tau) for _ in range(3)]
        pair = (tones[1 + corner], scheme.kin[corner])
        for ring in range(rings):
            share = 1 - ring / rings
            size = span * (0.62 if corner else 0.8) * share
            color = palette.mix(*pair, ring / (rings - 1))
            drift = [phase + 0.5 * ring * (1 + rng.spread(0.3)) for phase in phases]
            shape = smooth([_on_a_drop(x, y, size, drift, math.tau * n / 24) for n in range(25)]) + "z"
            for out, opacity in ((1.05, 0.06), (1.025, 0.1)):
                draw.add(f'<g transform="translate({x * (1 - out):.1f} {y * (1 - out):.1f}) scale({out})">')
                draw.path(shape, shadow, opacity=opacity)
                draw.add("</g>")
            draw.path(
                shape,
                draw.gradient(
                    palette.lighter(color, 0.3), color, palette.mix(color, tones[0], 0.3), towards=(1, 1)
                ),
            )
    for _ in range(5):
        x, y, r = stage.w * rng.between(0.3, 0.75), stage.h * rng.between(0.15, 0.85), rng.between(14, 52)
        color = rng.pick((*scheme.kin, tones[2], scheme.accent))
        draw.glow(x + r * 0.2, y + r * 0.8, r * 1.3, shadow, 0.25, ry=r * 0.8)
        draw.circle(x, y, r, draw.gradient(palette.lighter(color, 0.4), color, towards=(0.7, 1)))


def _on_a_drop(x: float, y: float, size: float, phases: list[float], angle: float) -> Point:
    swell = 0.16 * math.sin(3 * angle + phases[0]) + 0.09 * math.sin(5 * angle + phases[1])
    swell += 0.12 * math.sin(2 * angle + phases[2])
    return x + size * (1 + swell) * math.cos(angle), y + size * (1 + swell) * 0.82 * math.sin(angle)


def _arcs(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    """Rings about two points of the edge, cut from paper: each throws a shadow on the next."""
    draw, tones = stage.draw, scheme.tones
    draw.rect(0, 0, stage.w, stage.h, draw.gradient(scheme.paper, tones[1] if scheme.dark else tones[4]))
    shadow = palette.darker(tones[0], 0.4)
    side = rng.pick((0, 1))
    reach = min(max(stage.w * 0.62, stage.h * 0.9), 1700.0)
    centres = (
        (stage.w * (0.94 if side else 0.06), stage.h * rng.between(0.75, 1.05), reach, 10),
        (stage.w * (0.1 if side else 0.9), stage.h * rng.between(-0.05, 0.1), reach * 0.42, 5),
    )
    for number, (x, y, outer, rings) in enumerate(centres):
        shades = (tones[4], scheme.kin[number], tones[2], tones[1], tones[0])
        if scheme.dark:
            shades = shades[::-1]
        for ring in range(rings):
            r = outer * (1 - ring / rings)
            color = palette.between(shades, ring / max(1, rings - 1))
            color = scheme.tones[-1] if ring == rings - 1 else color
            for out, opacity in ((22, 0.05), (14, 0.07), (7, 0.09)):
                draw.circle(x, y + 6, r + out, shadow, opacity=opacity)
            draw.circle(x, y, r, draw.gradient(palette.lighter(color, 0.16), color, towards=(1, 1)))


def _lines(stage: Stage, rng: Stream, scheme: Scheme) -> None:
    """Fine lines that swing together, from one wave to another."""
    draw, tones = stage.draw, scheme.tones
    first, last = (palette.darker(tones[0], 0.3), tones[0]) if scheme.dark else (tones[5], tones[5])
    draw.rect(
        0, 0, stage.w, stage.h, draw.gradient(first, palette.mix(first, last, 0.6), last, towards=(1, 1))
    )
    draw.glow(stage.w * 0.8, stage.h * 0.2, max(stage.w, stage.h) * 0.4, scheme.kin[0], 0.22, body=0.5)
    draw.glow(stage.w * 0.1, stage.h * 0.9, max(stage.w, stage.h) * 0.4, tones[3], 0.22, body=0.5)
    step, count = max(60, int(stage.w / 40)), 26
    swing = min(stage.h * 0.3, 420)
    for bundle, color in enumerate((tones[2], scheme.kin[0])):
        over, under = rng.wave(0.34, 2), rng.wave(0.34, 2)
        base = stage.h * (0.62 - 0.18 * bundle)
        ends = (color, scheme.kin[bundle], tones[3] if scheme.dark else tones[1])
        ink = draw.gradient((ends[0], 0.15), (ends[1], 0.9), (ends[2], 0.15), towards=(1, 0))
        for index in range(count):
            share = index / (count - 1)
            points = [
                (float(x), base + swing * (over(x) * (1 - share) + under(x) * share) + 150 * (share - 0.5))
                for x in range(-step, int(stage.w) + 2 * step, step)
            ]
            draw.line(smooth(points), ink, 2.8 if index % 6 else 4.6)


PATTERNS: Final[Mapping[str, Pattern]] = MappingProxyType(
    {
        "tiles": _tiles,
        "waves": _waves,
        "orbs": _orbs,
        "arcs": _arcs,
        "bokeh": _bokeh,
        "blobs": _blobs,
        "lines": _lines,
        "mesh": _mesh,
    }
)
