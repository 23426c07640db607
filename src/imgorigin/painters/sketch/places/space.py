"""Outer space: nebulas, stars and planets; a rocket on its way there."""

from __future__ import annotations

import math
from dataclasses import replace

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.sky import paint_stars
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.onstage import draw_icon
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import Point, disc, num, smooth, trace

_VOID = "#05040f"
_NEBULAS = ("#6a3df0", "#d6339a", "#1f8fe0", "#19c5b0")
_PLANETS = (("#e8744f", "#5fb8d9"), ("#4f7de8", "#f0b35a"), ("#8f5be0", "#62d0b5"))
_STAR_AREA = 4200
_EARTHS = frozenset({"globe-showing-europe-africa", "globe-showing-americas", "globe-showing-asia-australia"})


def paint(stage: Stage) -> None:
    _deep_sky(stage)
    own = stage.scene.color
    large, small = stage.stream("planets").pick(_PLANETS)
    r = min(140, stage.w * 0.095)
    with stage.layer("planet-large") as rng:
        _planet(
            stage,
            rng,
            min(stage.w * 0.80, stage.w - 1.85 * r),
            min(stage.h * 0.24, stage.h / 2 - 180),
            r,
            color=own or large,
            ring=True,
        )
    with stage.layer("planet-small") as rng:
        _planet(stage, rng, stage.w * 0.16, stage.h * 0.20, 50, color=small, ring=False)
    others = [one for one in stage.scene.subjects if one.name not in _EARTHS]
    if stage.has("launch"):
        _launch(stage)
    elif others and len(others) < len(stage.scene.subjects):
        _earth(stage)
        middle = stage.h * 0.34
        above = [replace(one, relation="", other=-1) for one in others]
        put_subjects(stage, Spot(ground=middle + 200, size=470, air=middle, shadow=False), above)
    else:
        _world(stage, small)
        middle = stage.h * 0.5
        put_subjects(stage, Spot(ground=middle + 200, size=450, air=middle, shadow=False))


def _deep_sky(stage: Stage) -> None:
    own = (stage.scene.color,) if stage.scene.color else ()
    colors = (*own, *_NEBULAS)
    with stage.layer("void"):
        fill = stage.draw.gradient(_VOID, "#0d0a2c", "#1c1250", "#2c1a66", towards=(0.3, 1))
        stage.draw.rect(0, 0, stage.w, stage.h, fill)
    with stage.layer("nebulas") as rng:
        for index in range(6 + int(max(stage.w, stage.h) / 2000)):
            x, y = rng.between(0, stage.w), rng.between(0.05, 0.95) * stage.h
            r, flat = rng.between(380, 640), rng.between(200, 330)
            stage.draw.glow(x, y, r, colors[index % len(colors)], 0.34, ry=flat, body=0.5)
    with stage.layer("stars") as rng:
        paint_stars(stage, rng, stage.h, int(stage.w * stage.h / _STAR_AREA))


def _planet(stage: Stage, rng: Stream, x: float, y: float, r: float, *, color: str, ring: bool) -> None:
    draw = stage.draw
    draw.glow(x, y, r * 1.45, color, 0.35, body=0.8)
    dark = palette.mix(color, _VOID, 0.72)
    draw.circle(x, y, r, draw.gradient(palette.lighter(color, 0.35), color, dark, towards=(0.8, 1)))
    with draw.clipped(disc(x, y, r)):
        for band in range(5):
            middle = y - r + 2 * r * (band + rng.between(0.2, 0.8)) / 5
            depth = r * rng.between(0.03, 0.1)
            draw.ellipse(x, middle, r * 1.2, depth, palette.lighter(color, 0.3), opacity=0.22, turn=-14)
    if ring:
        shape = trace(
            ("M", x - r * 0.98, y),
            ("A", r * 1.75, r * 0.42, 0, 1, 0, x + r * 0.98, y),
            ("A", r * 1.3, r * 0.25, 0, 1, 1, x - r * 0.98, y),
            "z",
        )
        with draw.group(f'transform="rotate(-18 {num(x)} {num(y)})"'):
            draw.path(shape, palette.mix(color, "#ffe9c9", 0.6), opacity=0.75)


def _world(stage: Stage, color: str) -> None:
    """The rim of a planet along the lower edge."""
    draw, r = stage.draw, max(stage.w * 0.8, 900)
    x, y = stage.w / 2, stage.h + r - min(190, r * 0.18)
    with stage.layer("world"):
        draw.glow(x, y, r * 1.12, color, 0.5, body=0.9)
        fill = draw.gradient(
            palette.lighter(color, 0.25), palette.mix(color, _VOID, 0.6), _VOID, towards=(0, 0.25)
        )
        draw.circle(x, y, r, fill)


def _earth(stage: Stage) -> None:
    """Our own planet, for what is seen above it: seas, land and clouds, and its thin blue air."""
    draw, r = stage.draw, max(stage.w * 0.62, 900)
    x, y = stage.w * 0.5, stage.h + r - min(stage.h * 0.42, 420, r * 0.5)
    with stage.layer("earth") as rng:
        draw.glow(x, y, r * 1.16, "#58b7ff", 0.9, body=0.95)
        draw.circle(x, y, r, draw.gradient("#4fb4f2", "#1f6fc4", "#123f86", _VOID, at=(0, 0.2, 0.45, 0.9)))
        with draw.clipped(disc(x, y, r)):
            for color, count, size in (("#3fa564", 9, 0.17), ("#ffffff", 12, 0.13)):
                for index in range(count):
                    turn = math.radians(-90 + 124 * ((index + rng.between()) / count - 0.5))
                    far = r * (1 - rng.between(0.05, 0.34))
                    middle = (x + far * math.cos(turn), y + far * math.sin(turn))
                    flat = 0.5 if color == "#3fa564" else 0.16
                    outline = [
                        _around(middle, turn, r * size * rng.between(0.5, 1.1), flat, math.tau * n / 9)
                        for n in range(9)
                    ]
                    shape = smooth([*outline, outline[0]])
                    draw.path(shape, color, opacity=0.92 if flat > 0.2 else 0.38)
            draw.circle(
                x, y, r, draw.radial((_VOID, 0.55), (_VOID, 0.2), ("#bfe6ff", 0.55), at=(0.5, 0.9, 1))
            )


def _around(middle: Point, turn: float, reach: float, flat: float, angle: float) -> Point:
    """A point of an oval about `middle` that lies along the rim of a planet."""
    along, up = reach * math.cos(angle), reach * flat * math.sin(angle)
    return (
        middle[0] - along * math.sin(turn) + up * math.cos(turn),
        middle[1] + along * math.cos(turn) + up * math.sin(turn),
    )


def _launch(stage: Stage) -> None:
    """A rocket at an angle, on a column of smoke that comes from below the picture."""
    x, y = stage.w / 2, stage.h / 2
    stage.attend(x, y)
    _smoke(stage, x, y)
    rockets = stage.scene.subjects[:1]
    with stage.layer("subjects"):
        stage.draw.glow(x - 130, y + 160, 200, "#ffb347", 0.8)
        for subject in rockets:
            draw_icon(stage, icon_of(subject, stage.scene.seed), x, y + 220, 440, shadow=False, shade=0)
    rest = stage.scene.subjects[1:]
    if rest:
        with stage.layer("company"):
            for index, subject in enumerate(rest):
                icon = icon_of(subject, stage.scene.seed)
                draw_icon(stage, icon, x + 260 + 200 * index, y + 330, 200, shadow=False, shade=0)


def _smoke(stage: Stage, x: float, y: float) -> None:
    drop = stage.h - y - 160
    puffs = max(34, int(drop / 30))
    slide = min(drop, stage.w * 0.4)
    with stage.layer("smoke") as rng:
        for index in range(puffs):
            down = index / puffs
            r = 20 + 150 * min(1, down * drop / 340) ** 1.3
            left = x - 140 - down * slide * (1 + 0.25 * down) + rng.spread() * r * 0.35
            color = palette.mix("#ffd9a0" if down < 0.15 else "#f3ecf7", "#7d6bb0", min(0.75, down * 0.9))
            stage.draw.circle(left, y + 170 + down * drop * 1.02 + rng.spread() * r * 0.35, r, color)
        for _ in range(26):
            r = rng.between(50, 120)
            left = x - slide - 100 + rng.between(-1, 0.62) * 800
            color = palette.mix("#f3ecf7", "#6f5aa8", rng.between(0.45, 0.8))
            stage.draw.circle(left, stage.h + r * rng.between(-0.4, 0.5), r, color)


SPACE = Place(
    name="space",
    paint=paint,
    words="space outer_space galaxy galaxies planet planets nebula cosmos cosmic universe jupiter "
    "saturn orbit interstellar solar_system starfield deep_space",
    phrase="in space",
    alone="planets among the stars",
    times=("night",),
)
