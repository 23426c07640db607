"""A wedding in a garden: an aisle strewn with petals, white chairs, a couple under an arch of flowers."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.country import far_country, knoll
from imgorigin.painters.sketch.elements.plants import trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, trace

_COUPLE: Final = (
    Subject("woman", "bride", wearing=(Subject("dress", "dress", color="#fdfaf6"),)),
    Subject("man", "groom", wearing=(Subject("suit", "suit", color="#2b3348"),)),
)
_BLOOMS: Final = (
    ("#f7c6cf", "#fbe9e7", "#e58aa0"),
    ("#fbe3c4", "#fdf6ea", "#f0a87c"),
    ("#dccbf0", "#fbf6ff", "#a98bd6"),
)
_ROWS: Final = (0.22, 0.46, 0.86)
"""Of chairs, far to near: how far down the ground they stand."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.5, deepest=640)
    depth = stage.h - horizon
    color, blooms = grass_color(stage), stage.stream("blooms").pick(_BLOOMS)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    ground = knoll(stage, "garden", horizon + depth * 0.04, 8, palette.mix(color, stage.light.horizon, 0.2))
    with stage.layer("trees") as rng:
        tone = palette.mix(color, stage.light.near, 0.4)
        trees(stage, rng, ground, int(stage.w / 120), 210, color=tone)
    knoll(stage, "lawn", horizon + depth * 0.1, 6, color, deep=0.24, frequency=0.3)
    foot = horizon + depth * 0.26
    _aisle(stage, foot, blooms)
    _arch(stage, foot, blooms)
    couple = stage.scene.subjects or _COUPLE
    put_subjects(stage, Spot(ground=foot + 22, size=350, tall=foot * 0.8, centred=True), couple)
    _chairs(stage, horizon, depth)
    stage.attend(stage.w / 2, foot - 200)


def _aisle(stage: Stage, foot: float, blooms: tuple[str, ...]) -> None:
    draw, cloth = stage.draw, outdoors(stage, "#fdf8f0", 0.6)
    x, low = stage.w / 2, stage.h + 10
    with stage.layer("aisle") as rng:
        draw.polygon([(x - 110, foot), (x + 110, foot), (x + 300, low), (x - 300, low)], cloth)
        draw.ellipse(x, foot + 8, 250, 34, outdoors(stage, "#efe4d3", 0.7))
        petals = dict.fromkeys(blooms, "")
        for _ in range(130):
            near, side = rng.between() ** 0.8, rng.pick((-1, 1))
            across = (110 + 190 * near) * rng.between(0.6, 1.12)
            petals[rng.pick(blooms)] += disc(x + side * across, foot + (low - foot) * near, 4 + 7 * near)
        for tone, shape in petals.items():
            draw.path(shape, outdoors(stage, tone, 0.6))


def _arch(stage: Stage, foot: float, blooms: tuple[str, ...]) -> None:
    """A round arch of wood, leaves all along it, blossoms thickest at its crown."""
    draw, x, r = stage.draw, stage.w / 2, 240.0
    rise = min(330.0, foot - r - 60)
    wood, leaf = outdoors(stage, "#f6efe2", 0.6), outdoors(stage, "#6f9a5f", 0.8)
    with stage.layer("arch") as rng:
        shape = trace(("M", x - r, foot), ("v", -rise), ("a", r, r, 0, 0, 1, 2 * r, 0), ("v", rise))
        draw.line(shape, palette.darker(wood, 0.16), 26, cap="butt")
        draw.line(shape, wood, 18, cap="butt")
        leaves, petals = ["", ""], dict.fromkeys(blooms, "")
        for step in range(120):
            px, py = _along(step / 119, x, foot, rise, r)
            high = 1 - (foot - py) / (rise + r)
            size = 26 - 12 * high
            leaves[step % 2] += disc(px + rng.spread(26), py + rng.spread(24), size * rng.between(0.7, 1.1))
            if rng.between() > high * 0.9:
                petals[rng.pick(blooms)] += disc(
                    px + rng.spread(34), py + rng.spread(30), size * rng.between(0.55, 0.95)
                )
        draw.path(leaves[0], palette.darker(leaf, 0.2))
        draw.path(leaves[1], leaf)
        for tone, petal in petals.items():
            draw.path(petal, outdoors(stage, tone, 0.6))
        _swags(stage, rng, blooms, x, foot)


def _along(share: float, x: float, foot: float, rise: float, r: float) -> tuple[float, float]:
    """A point of the arch, 0 at its left foot and 1 at its right one."""
    whole = 2 * rise + math.pi * r
    at = share * whole
    if at < rise:
        return x - r, foot - at
    if at > whole - rise:
        return x + r, foot - (whole - at)
    turn = math.pi - (at - rise) / r
    return x + r * math.cos(turn), foot - rise - r * math.sin(turn)


def _swags(stage: Stage, rng: Stream, blooms: tuple[str, ...], x: float, foot: float) -> None:
    """Flowers in urns at the arch's feet."""
    draw, stone = stage.draw, outdoors(stage, "#e6ded0", 0.7)
    for side in (-1, 1):
        at = x + side * 310
        draw.glow(at, foot + 14, 90, palette.INK, 0.3, ry=12)
        draw.path(
            trace(
                ("M", at - 52, foot - 92),
                ("h", 104),
                ("q", -8, 70, -34, 82),
                ("v", 22),
                ("h", -36),
                ("v", -22),
                ("q", -26, -12, -34, -82),
                "z",
            ),
            stone,
        )
        for _ in range(22):
            draw.circle(
                at + rng.spread(62),
                foot - 112 + rng.spread(38),
                rng.between(13, 25),
                outdoors(stage, rng.pick((*blooms, "#6f9a5f")), 0.6),
            )


def _chairs(stage: Stage, horizon: float, depth: float) -> None:
    """White ones in rows left and right of the aisle, seen from behind."""
    white = outdoors(stage, "#ffffff", 0.5)
    shade = palette.darker(white, 0.22)
    with stage.layer("chairs"):
        for down in _ROWS:
            y, size = horizon + depth * (down + 0.06), 120 + 190 * down
            first = 150 + 230 * down
            for side in (-1, 1):
                x = first
                while x < stage.w / 2 + size:
                    _chair(stage, stage.w / 2 + side * x, y, size, tones=(white, shade))
                    x += size * 0.74


def _chair(stage: Stage, x: float, y: float, h: float, *, tones: tuple[str, str]) -> None:
    draw, w, (white, shade) = stage.draw, h * 0.46, tones
    draw.ellipse(x, y, w * 0.62, h * 0.05, palette.INK, opacity=0.2)
    legs = trace(("M", x - w / 2, y), ("V", y - h), ("M", x + w / 2, y), ("V", y - h))
    slats = "".join(trace(("M", x + w * at, y - h * 0.5), ("V", y - h * 0.92)) for at in (-0.25, 0, 0.25))
    draw.line(slats, shade, h * 0.035)
    draw.line(legs + trace(("M", x - w / 2, y - h * 0.94), ("h", w)), white, h * 0.06)
    draw.rect(x - w * 0.56, y - h * 0.52, w * 1.12, h * 0.09, white, corner=h * 0.03)
    draw.rect(x - w * 0.56, y - h * 0.45, w * 1.12, h * 0.03, shade)


WEDDING = Place(
    name="wedding",
    paint=paint,
    words="wedding weddings wedding_ceremony wedding_venue garden_wedding wedding_aisle marriage_ceremony "
    "wedding_day wedding_arch flower_arch floral_arch bridal",
    contents="couple,bride,groom,flower,arch",
    phrase="at a wedding in a garden",
    alone="a wedding couple under an arch of flowers",
    times=("day", "golden"),
    company=True,
)
