"""A river under an old stone bridge, trees on both banks."""

from __future__ import annotations

import math

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import far_country, knoll
from imgorigin.painters.sketch.elements.foliage import bush, reeds
from imgorigin.painters.sketch.elements.land import hill
from imgorigin.painters.sketch.elements.plants import trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import SNOW, grass_color, outdoors
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import is_vehicle
from imgorigin.painters.sketch.svg import trace

_STONES = ("#c4b49c", "#b7a79a", "#c99a7c")
_ARCH = 190
"""Radius of the middle arch."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.50, deepest=640)
    depth = stage.h - horizon
    color = grass_color(stage)
    line = horizon + depth * 0.20
    crossing = bool(stage.scene.subjects) and (
        stage.has("crossing") or (stage.has("bridge") and is_vehicle(stage.scene.subjects[0].name))
    )
    paint_sky(stage, horizon)
    with stage.draw.group('id="mirrored"'):
        far_country(stage, horizon, color)
        bank = knoll(stage, "far-bank", line - 24, 12, color, deep=0.3, frequency=0.4)
        tone = palette.mix(color, stage.light.near, 0.42)
        side = min(stage.w * 0.24, 520)
        with stage.layer("left-trees") as rng:
            trees(stage, rng, bank, max(3, int(side / 75)), 230, color=tone, right=side)
        with stage.layer("right-trees") as rng:
            trees(stage, rng, bank, max(3, int(side / 75)), 210, color=tone, left=stage.w - side)
        deck = _bridge(stage, line, level=crossing)
    water(stage, line, stage.h, mirrors="mirrored")
    _near_bank(stage, color)
    if crossing:
        put_subjects(stage, Spot(ground=deck, size=210, air=horizon * 0.3, shadow=False, tall=deck * 0.8))
        return
    afloat = line + (stage.h - line) * 0.5
    put_subjects(stage, Spot(ground=stage.h - 50, size=370, air=horizon * 0.45, water=afloat, tall=horizon))


def _bridge(stage: Stage, line: float, *, level: bool) -> float:
    """Arches on piers, lower towards the banks, its back slightly humped, or `level` for those who cross it.
    Returns the height of its back in the middle."""
    draw = stage.draw
    with stage.layer("bridge") as rng:
        stone = outdoors(stage, rng.pick(_STONES))
        sides = 1 if stage.w < 1300 else 2 + int(max(0.0, stage.w - 2000) / 560)
        sides = math.ceil(stage.w / (4 * _ARCH)) if level else sides
        shares = (1.0 if level else max(0.48, 0.78 ** abs(arch)) for arch in range(-sides, sides + 1))
        radii = [_ARCH * share for share in shares]
        pier = 44
        length = sum(2 * r for r in radii) + pier * (len(radii) + 1)
        x = left = stage.w / 2 - length / 2
        crown = line - _ARCH - (46 if level else 62)
        end = crown if level else line - _ARCH * 0.62 - 40
        hump = trace(
            ("L", left - 160, end),
            ("C", left + length * 0.2, end, stage.w / 2 - length * 0.2, crown, stage.w / 2, crown),
            ("C", stage.w / 2 + length * 0.2, crown, left + length * 0.8, end, left + length + 160, end),
            ("H", stage.w + 40),
        )
        deck = trace(
            ("M", -40, line + 2),
            ("V", end),
            hump,
            ("V", line + 2),
            "z",
        )
        holes = ""
        for r in radii:
            x += pier
            holes += trace(("M", x, line + 4), ("v", -4), ("a", r, r, 0, 0, 1, 2 * r, 0), ("v", 4), "z")
            x += 2 * r
        wall = draw.gradient(palette.lighter(stone, 0.12), palette.darker(stone, 0.14))
        draw.add(f'<path fill-rule="evenodd" d="{deck}{holes}" fill="{wall}"/>')
        draw.line(holes, palette.lighter(stone, 0.28), 15)
        draw.line(holes, palette.darker(stone, 0.3), 2.5, opacity=0.5)
        rail = trace(("M", -40, end), hump)
        draw.line(rail, outdoors(stage, SNOW, 0.6) if stage.has("snow") else palette.lighter(stone, 0.3), 20)
    return crown - 8


def _near_bank(stage: Stage, color: str) -> None:
    light = stage.light
    with stage.layer("near-bank") as rng:
        fill = (palette.mix(color, light.sun, 0.08), palette.mix(color, light.near, 0.4))
        ground = hill(stage, rng, stage.h - 78, 26, fill, frequency=0.6)
    edge = min(stage.w * 0.26, 420)
    tone = palette.mix(color, light.near, 0.5)
    with stage.layer("reeds") as rng:
        reeds(stage, rng, ground, -20, edge, size=190, color=tone)
        reeds(stage, rng, ground, stage.w - edge * 0.7, stage.w + 20, size=170, color=tone)
    with stage.layer("bushes") as rng:
        for x in (edge * 0.25, stage.w - edge * 0.2):
            bush(
                stage,
                rng,
                x,
                stage.h + 6,
                rng.between(70, 110),
                color=palette.mix(color, light.near, 0.35),
                bloom=10,
            )


RIVER = Place(
    name="river",
    paint=paint,
    words="river rivers riverside riverbank stream creek brook bridge stone_bridge viaduct "
    "on_a_bridge on_the_bridge across_a_bridge crossing_a_bridge crossing_the_bridge over_a_bridge "
    "over_the_bridge arch_bridge railway_bridge train_bridge",
    phrase="by a river",
    alone="a stone bridge over a river",
    times=("day", "day", "dawn", "golden"),
)
