"""A jungle: leaf before leaf, lianas, and light falling into a clearing."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.foliage import broad_leaf, fern
from imgorigin.painters.sketch.elements.land import hill
from imgorigin.painters.sketch.elements.tones import outdoors, seasonal
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, smooth, trace

_GREENS = (("#1f6b45", "#4fa35a"), ("#1f6a5a", "#58a86a"), ("#2c6b35", "#74ad4a"))
_BLOOMS = ("#ff5d73", "#ff9f45", "#f24fa0", "#ffd84d")
_DEPTHS = 4


def paint(stage: Stage) -> None:
    floor = stage.h - min(stage.h * 0.26, 330)
    deep, fresh = stage.stream("greens").pick(_GREENS)
    deep, fresh = (
        seasonal(stage, outdoors(stage, tone), turned="#a9802f", share=0.35) for tone in (deep, fresh)
    )
    _air(stage, fresh)
    for depth in range(_DEPTHS):
        _trunks(stage, depth, deep, fresh, floor)
    _shafts(stage)
    _ground(stage, floor, deep, fresh)
    _undergrowth(stage, floor, deep, fresh)
    put_subjects(stage, Spot(ground=stage.h - 80, size=400, air=stage.h * 0.34, tall=stage.h * 0.7))
    _frame(stage, deep, fresh)


def _air(stage: Stage, fresh: str) -> None:
    """Bright mist behind everything: what the sun makes of the green."""
    light, draw = stage.light, stage.draw
    bright = palette.mix(palette.mix(light.horizon, light.sun, 0.4), fresh, 0.24)
    with stage.layer("air"):
        top = palette.mix(palette.mix(light.sky[1], fresh, 0.5), light.near, 0.15)
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(top, bright, palette.mix(bright, fresh, 0.5)))
        draw.glow(stage.sun_x, stage.h * 0.26, min(stage.w, 1500) * 0.5, light.sun, 0.75, ry=stage.h * 0.5)


def _trunks(stage: Stage, depth: int, deep: str, fresh: str, floor: float) -> None:
    """A row of trees and the canopy over it, darker the nearer."""
    near = depth / (_DEPTHS - 1)
    light, draw = stage.light, stage.draw
    haze = palette.mix(palette.mix(light.horizon, light.sun, 0.3), fresh, 0.42)
    tone = palette.mix(haze, palette.mix(deep, light.near, 0.25), 0.16 + 0.74 * near)
    bark = palette.mix(tone, outdoors(stage, "#4b3a2c"), 0.25 * near)
    gap = 150 + 230 * near
    with stage.layer(f"trunks-{depth}") as rng:
        base = floor + 40 * near
        for index in range(int(stage.w / gap) + 2):
            x, w = (index + rng.between(0.1, 0.9)) * gap - gap / 2, rng.between(16, 28) * (1 + 1.8 * near)
            lean = rng.spread(40)
            clear = abs(x - stage.w / 2) > min(stage.w * 0.25, 420) * near
            if clear:
                draw.path(
                    trace(
                        ("M", x - w * 1.3, base),
                        ("Q", x - w * 0.5, base - 60, x - w * 0.4 + lean, -20),
                        ("h", w * 0.8),
                        ("Q", x + w * 0.5, base - 60, x + w * 1.3, base),
                        "z",
                    ),
                    draw.gradient(tone, bark),
                )
        _canopy(stage, rng, tone, near)
        _lianas(stage, rng, palette.mix(tone, light.near, 0.2), near)


def _canopy(stage: Stage, rng: Stream, tone: str, near: float) -> None:
    """Foliage along the upper edge, hanging lower towards the sides."""
    size = 60 + 60 * near
    shape = ""
    reach = min(stage.h * 0.34, 460)
    for index in range(int(stage.w / size * 1.5) + 2):
        x = index * size / 1.5 + rng.spread(20)
        aside = min(1.0, abs(x - stage.w / 2) / min(stage.w / 2, 900))
        low = reach * (0.42 - 0.26 * near + 0.62 * aside**2 * (0.6 + 0.4 * near)) * rng.between(0.7, 1.15)
        for y in (low, low * 0.5, 0):
            shape += disc(x, y, size * rng.between(0.7, 1.1))
    stage.draw.path(shape, tone)


def _lianas(stage: Stage, rng: Stream, tone: str, near: float) -> None:
    ropes, leaves = "", ""
    for _ in range(int(stage.w / 420) + 1):
        x, span, drop = (
            rng.between(-100, stage.w),
            rng.between(160, 420),
            rng.between(130, 340) * (0.7 + near * 0.4),
        )
        ropes += trace(("M", x, -10), ("q", span / 2, drop * 2, span, 0))
        for leaf in range(1, 8):
            share = leaf / 8
            leaves += disc(x + span * share, 4 * drop * share * (1 - share) - 10, 5 + 6 * near)
    stage.draw.line(ropes, tone, 4 + 5 * near)
    stage.draw.path(leaves, tone)


def _shafts(stage: Stage) -> None:
    light, draw = stage.light, stage.draw
    if light.overcast:
        return
    fill = draw.gradient((light.sun, 0.5 if not light.dark else 0.2), (light.sun, 0))
    lean = (stage.w / 2 - stage.sun_x) * 0.5
    with stage.layer("shafts") as rng:
        for index in range(5):
            x, w = stage.sun_x + (index - 2) * 120 + rng.spread(40), rng.between(30, 90)
            low = stage.h * rng.between(0.72, 0.95)
            draw.polygon(
                [(x, -5), (x + w, -5), (x + w * 2.2 + lean, low), (x - w * 0.4 + lean, low)],
                fill,
                opacity=0.55,
            )
        motes = "".join(
            disc(stage.sun_x + rng.spread(320), rng.between(0.2, 0.85) * stage.h, rng.between(1.5, 4))
            for _ in range(36)
        )
        draw.path(motes, palette.lighter(light.sun, 0.4), opacity=0.6)


def _ground(stage: Stage, floor: float, deep: str, fresh: str) -> None:
    light = stage.light
    for index in range(2):
        tone = palette.mix(fresh, deep, 0.25 + 0.35 * index)
        with stage.layer(f"ground-{index}") as rng:
            fill = (palette.mix(tone, light.sun, 0.22 - 0.12 * index), palette.mix(tone, light.near, 0.35))
            hill(stage, rng, floor + 20 + 110 * index, 20, fill, frequency=0.7)


def _undergrowth(stage: Stage, floor: float, deep: str, fresh: str) -> None:
    """Ferns and low leaves along both sides of the clearing."""
    with stage.layer("undergrowth") as rng:
        for index in range(int(stage.w / 150) + 1):
            x = index * 150 + rng.spread(60)
            aside = min(1.0, abs(x - stage.w / 2) / min(stage.w / 2, 800))
            tone, size, down = (
                palette.mix(fresh, deep, rng.between(0.2, 0.8)),
                rng.between(90, 150),
                rng.between(0, 60),
            )
            if aside > 0.3:
                fern(stage, rng, x, floor + 50 + down, size * (0.6 + 0.7 * aside), color=tone)


def _frame(stage: Stage, deep: str, fresh: str) -> None:
    """Large leaves reach in from the corners; a few blooms among them."""
    dark = palette.mix(deep, stage.light.near, 0.55)
    size = min(stage.w * 0.30, 330)
    with stage.layer("frame") as rng:
        for side in (-1, 1):
            edge = -20.0 if side < 0 else stage.w + 20
            for turn, reach, down, cut in (
                (70, 1.1, 0.12, True),
                (38, 1.25, 0.02, False),
                (98, 0.9, 0.20, True),
                (12, 1.0, 0, True),
            ):
                tone = palette.mix(dark, fresh, rng.between(0.15, 0.75))
                x, y = edge - side * size * rng.between(0, 0.16), stage.h - size * down
                broad_leaf(
                    stage,
                    x,
                    y,
                    size * reach * rng.between(0.9, 1.1),
                    -side * (turn + rng.spread(7)),
                    color=tone,
                    cut=cut,
                )
            for turn, reach in ((122, 1.0), (150, 0.85)):
                tone = palette.mix(dark, fresh, rng.between(0.1, 0.5))
                broad_leaf(stage, edge, -30.0, size * reach, -side * (turn + rng.spread(8)), color=tone)
            bloom = outdoors(stage, rng.pick(_BLOOMS), 0.5)
            for _ in range(2):
                x, y = edge - side * size * rng.between(0.15, 0.5), stage.h - size * rng.between(0.1, 0.35)
                _flower(stage, x, y, size * 0.11, bloom)


def _flower(stage: Stage, x: float, y: float, r: float, color: str) -> None:
    """A hibiscus: five petals and a yellow heart."""
    for petal in range(5):
        stage.draw.add(f'<g transform="translate({x:.0f} {y:.0f}) rotate({72 * petal})">')
        shape = smooth(
            [
                (0, 0),
                (r * 0.55, -r * 0.5),
                (r * 0.42, -r * 1.05),
                (-r * 0.42, -r * 1.05),
                (-r * 0.55, -r * 0.5),
                (0, 0),
            ]
        )
        stage.draw.path(shape + "Z", palette.darker(color, 0.06 * (petal % 2)))
        stage.draw.add("</g>")
    stage.draw.circle(x, y, r * 0.26, outdoors(stage, "#ffd84d", 0.5))


JUNGLE = Place(
    name="jungle",
    paint=paint,
    words="jungle jungles rainforest rain_forest tropical_forest amazon tropical_rainforest",
    phrase="in the jungle",
    alone="a jungle clearing with shafts of light",
    times=("day", "day", "dawn", "golden"),
)
