"""A tropical beach: palms left and right, a parasol between them unless someone is there."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.land import Range, mountains
from imgorigin.painters.sketch.elements.plants import palm
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.water import water
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.drawn.things import canopy
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import num, trace

_PARASOLS = ("#e63946", "#f4a261", "#e05780", "#3d7dd8")
_NARROW = 1300
"""Units of width below which palms would stand behind the heads of those in the middle."""
_ASIDE = 0.12
"""How far outwards they stand there, in widths."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.52, deepest=820)
    shore = horizon + (stage.h - horizon) * 0.58
    light = stage.light
    paint_sky(stage, horizon)
    chain = Range(
        base=horizon + 3,
        height=100,
        step=600,
        color=palette.mix(light.far, light.ground, 0.2),
        haze=light.horizon,
        contrast=0.2,
        bottom=horizon + 3,
    )
    with stage.layer("coast") as rng:
        mountains(stage, rng, chain)
    if light.low or light.dark:
        water(stage, horizon, stage.h)
    else:
        _lagoon(stage, horizon)
    mirrored = stage.stream("side").chance(0.5)
    with stage.draw.group(f'transform="translate({num(stage.w)} 0) scale(-1 1)"' if mirrored else ""):
        _sand(stage, shore)
        _palms(stage)
    if stage.scene.subjects:
        spot = Spot(
            ground=stage.h - 60, size=330, water=horizon + (shore - horizon) * 0.55, air=horizon * 0.6
        )
        put_subjects(stage, spot)
    else:
        with stage.layer("parasol") as rng:
            _parasol(stage, rng, stage.w * (0.40 if mirrored else 0.62), stage.h - 50, 360)


def _lagoon(stage: Stage, horizon: float) -> None:
    """Shallow water by day: bluer far out, turquoise at the beach."""
    light, draw = stage.light, stage.draw
    deep, shallow = palette.mix("#1583b8", light.sky[1], 0.25), palette.mix("#6fd6cf", light.horizon, 0.25)
    depth = stage.h - horizon
    with stage.layer("lagoon") as rng:
        fill = draw.gradient(deep, palette.mix(deep, shallow, 0.5), shallow)
        draw.rect(0, horizon, stage.w, depth * 0.68, fill)
        strokes = ""
        for _ in range(int(stage.w / 26)):
            x, y = rng.between(-50, stage.w), horizon + 8 + depth * 0.44 * rng.between() ** 1.5
            strokes += f"M{x:.0f} {y:.0f}h{rng.between(30, 150):.0f}"
        draw.line(strokes, palette.WHITE, 2.4, opacity=0.4)


def _sand(stage: Stage, shore: float) -> None:
    sand = stage.lit("#f1d9a7", 1.6)
    if stage.has("snow"):
        sand = palette.mix(sand, palette.WHITE, 0.5)
    with stage.layer("sand"):
        draw = stage.draw
        draw.path(_shoreline(stage, shore - 26), palette.WHITE, opacity=0.35)
        draw.path(_shoreline(stage, shore - 10), palette.WHITE, opacity=0.8)
        draw.path(_shoreline(stage, shore), palette.mix(sand, "#8a6a45", 0.22))
        draw.path(_shoreline(stage, shore + 16), draw.gradient(sand, palette.mix(sand, "#c99a5b", 0.35)))
    with stage.layer("pebbles") as rng:
        marks = ""
        for _ in range(int(stage.w / 40)):
            x, y = rng.between(0, stage.w), rng.between(shore + 90, stage.h)
            marks += f"M{x:.0f} {y:.0f}q8 -5 {rng.between(14, 34):.0f} 0"
        stage.draw.line(marks, palette.mix(sand, "#8a6a45", 0.4), 2, opacity=0.5)


def _shoreline(stage: Stage, y: float) -> str:
    w, dip = stage.w, 60
    return trace(
        ("M", -20, y),
        ("C", w * 0.25, y - 2 * dip, w * 0.45, y + dip, w * 0.7, y),
        ("S", w * 0.95, y - 1.6 * dip, w + 20, y - 1.2 * dip),
        ("V", stage.h + 9),
        ("H", -20),
        "Z",
    )


def _palms(stage: Stage) -> None:
    light = stage.light
    dusk = light.lamps and not light.overcast
    leaf = palette.mix("#2f9e5b", light.near, 0.72 if dusk else 0.3 if light.overcast else 0.12)
    bark = palette.mix("#8a5f3c", light.near, 0.6 if dusk else 0.3 if light.overcast else 0.1)
    size = min(stage.h, stage.w * 1.25, 1150)
    with stage.layer("palms") as rng:
        first, second, third = (rng.between(0.9, 1.12) for _ in range(3))
        lean = rng.between(0.4, 0.65)
        aside = _ASIDE * stage.w if stage.scene.subjects and stage.w < _NARROW else 0
        trees = (
            (stage.w * 0.06 - aside, stage.h - 30, 0.66 * first, lean),
            (stage.w * 0.97 + aside, stage.h - 50, 0.56 * third, -0.6),
            (min(stage.w * 0.145, 330), stage.h - 70, 0.48 * second, lean + 0.2),
        )
        for x, y, share, bend in trees[:2] if aside else trees:
            palm(stage, rng, x, y, size * share, lean=bend, bark=bark, leaf=leaf)


def _parasol(stage: Stage, rng: Stream, x: float, y: float, size: float) -> None:
    """A parasol stuck in the sand, and a towel in its shade."""
    light, draw = stage.light, stage.draw
    color = rng.pick(_PARASOLS)
    dusk = light.lamps and not light.overcast
    color, pole = palette.mix(color, light.near, 0.4 if dusk else 0), palette.mix("#f3ead7", light.near, 0.2)
    draw.glow(x + size * 0.2, y - size * 0.02, size * 0.62, "#5a3d22", 0.4, ry=size * 0.09)
    towel = stage.lit("#2a9d8f", 1.5)
    draw.path(
        trace(
            ("M", x + size * 0.16, y - size * 0.02),
            ("l", size * 0.62, -size * 0.05),
            ("l", size * 0.13, size * 0.07),
            ("l", -size * 0.66, size * 0.06),
            "z",
        ),
        towel,
    )
    draw.path(
        trace(
            ("M", x + size * 0.22, y - size * 0.012),
            ("l", size * 0.62, -size * 0.05),
            ("l", size * 0.045, size * 0.024),
            ("l", -size * 0.63, size * 0.052),
            "z",
        ),
        palette.lighter(towel, 0.7),
    )
    with draw.group(f'transform="rotate(9 {num(x)} {num(y)})"'):
        draw.rect(x - size * 0.014, y - size, size * 0.028, size, pole, corner=3)
        roof = palette.recolored(canopy(color, 0, 0, 10), stage.lit)
        draw.add(
            f'<g transform="translate({num(x)} {num(y - size * 0.62)}) scale({size * 0.052:.2f})">{roof}</g>'
        )


BEACH = Place(
    name="beach",
    paint=paint,
    words="beach beaches coast coastline shore seaside palm_trees lagoon tropical_beach",
    phrase="on a beach",
    alone="a tropical beach with palm trees",
)
