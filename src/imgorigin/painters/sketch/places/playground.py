"""A playground: swings, a slide and a seesaw on soft ground, trees behind."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.country import far_country, knoll
from imgorigin.painters.sketch.elements.plants import trees
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import smooth, trace

_PAINTS: Final = ("#e5533d", "#3d8fd8", "#f2b632", "#2a9d7a", "#8f5bb0")
_SAND: Final = "#ecd29a"
_SANDY: Final = (
    (-1.0, 0.3),
    (-0.8, 0.06),
    (-0.3, 0.0),
    (0.3, 0.03),
    (0.8, 0.05),
    (1.0, 0.32),
    (0.7, 0.56),
    (0.1, 0.62),
    (-0.6, 0.58),
    (-1.0, 0.3),
)
"""The outline of the soft ground, in shares of its reach and of the land's depth."""


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.52, deepest=640)
    depth = stage.h - horizon
    color = grass_color(stage)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    ground = knoll(
        stage, "far-lawn", horizon + depth * 0.05, 10, palette.mix(color, stage.light.horizon, 0.2)
    )
    with stage.layer("trees") as rng:
        tone = palette.mix(color, stage.light.near, 0.42)
        trees(stage, rng, ground, int(stage.w / 130) + 1, 220, color=tone)
    knoll(stage, "lawn", horizon + depth * 0.12, 8, color, deep=0.3, frequency=0.4)
    _sand(stage, horizon, depth)
    choice = stage.stream("looks")
    first, second, third = (outdoors(stage, one, 0.7) for one in choice.shuffled(_PAINTS)[:3])
    side, base = choice.pick((-1, 1)), horizon + depth * 0.42
    out = min(stage.w * 0.26, 470.0)
    with stage.layer("slide"):
        _tower(stage, stage.w / 2 + side * out, base + 20, side, tones=(first, second))
    with stage.layer("swings"):
        _swings(stage, stage.w / 2 - side * out, base, min(560.0, stage.w * 0.44), tones=(second, third))
    if stage.w > 2300:
        with stage.layer("more"):
            _swings(stage, stage.w / 2 + side * (out + 820), base, 560, tones=(third, first))
            _tower(stage, stage.w / 2 - side * (out + 860), base + 20, -side, tones=(third, first))
    with stage.layer("seesaw"):
        _seesaw(stage, stage.w / 2 + side * 60, horizon + depth * 0.72, third, first)
    stage.attend(stage.w / 2, base - 120)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.12, size=380, air=horizon * 0.45, tall=horizon))


def _sand(stage: Stage, horizon: float, depth: float) -> None:
    sand = outdoors(stage, _SAND, 0.8)
    sand = palette.mix(sand, snow_color(stage), 0.75) if stage.has("snow") else sand
    y, reach = horizon + depth * 0.28, stage.w * 0.56
    points = [(stage.w / 2 + reach * dx, y + depth * dy) for dx, dy in _SANDY]
    draw = stage.draw
    with stage.layer("sand"):
        rim = [(x, py + 9) for x, py in points]
        draw.path(smooth(rim) + "Z", palette.darker(sand, 0.2))
        draw.path(smooth(points) + "Z", draw.gradient(palette.darker(sand, 0.06), palette.lighter(sand, 0.2)))


def _swings(stage: Stage, x: float, y: float, w: float, *, tones: tuple[str, str]) -> None:
    """Two of them on a frame of poles, one in motion."""
    draw, h, (frame, seat) = stage.draw, 470.0, tones
    draw.glow(x, y + 8, w * 0.56, palette.INK, 0.3, ry=26)
    poles = "".join(
        trace(
            ("M", x + end * w / 2 - 46, y),
            ("L", x + end * (w / 2 - 40), y - h),
            ("L", x + end * w / 2 + 46, y + 14),
        )
        for end in (-1, 1)
    )
    draw.line(poles + trace(("M", x - w / 2 + 40, y - h), ("h", w - 80)), frame, 20)
    rope = outdoors(stage, "#5d6470", 0.8)
    for share, swing in ((-0.2, 0.0), (0.2, 70.0)):
        top, low = (x + share * w, y - h + 8), y - 120 - abs(swing) * 0.25
        ropes = "".join(
            trace(("M", top[0] + dx, top[1]), ("L", top[0] + dx + swing, low)) for dx in (-38, 38)
        )
        draw.line(ropes, rope, 5)
        draw.rect(top[0] + swing - 52, low - 6, 104, 20, seat, corner=8)


def _tower(stage: Stage, x: float, y: float, side: int, *, tones: tuple[str, str]) -> None:
    """A small house on stilts with a ladder, and a slide down to the middle of the picture."""
    draw, wood, (color, roof) = stage.draw, outdoors(stage, "#b98a5e", 0.8), tones
    deck, half = y - 300, 100.0
    draw.glow(x - side * 120, y + 8, 340, palette.INK, 0.3, ry=28)
    for dx in (-half, half - 22):
        draw.rect(x + dx, deck - 170, 22, 170 + y - deck, wood, corner=5)
    draw.polygon(
        [(x - half - 40, deck - 150), (x, deck - 270), (x + half + 40, deck - 150)],
        draw.gradient(palette.lighter(roof, 0.15), roof),
    )
    draw.rect(x - half - 8, deck, 2 * half + 16, 24, palette.darker(wood, 0.2), corner=5)
    draw.rect(x - half + 22, deck - 72, 2 * half - 44, 72, color, corner=6)
    for dx in (-40, 0, 40):
        draw.rect(x + dx - 5, deck - 66, 10, 60, palette.lighter(color, 0.35), corner=4)
    rail = x + side * half
    ladder = trace(
        ("M", rail, deck),
        ("L", rail + side * 110, y + 10),
        ("M", rail + side * 34, deck),
        ("L", rail + side * 150, y + 10),
    )
    rungs = "".join(
        trace(("M", rail + side * 110 * at, deck + (y - deck) * at), ("h", side * 38))
        for at in (0.15, 0.32, 0.49, 0.66, 0.83)
    )
    draw.line(ladder + rungs, palette.darker(wood, 0.1), 11)
    start = x - side * half
    way = trace(
        ("M", start, deck + 2),
        ("C", start - side * 120, deck + 10, start - side * 170, y - 40, start - side * 330, y - 26),
    )
    draw.line(way, palette.darker(color, 0.25), 54)
    draw.line(way, color, 42)
    draw.line(way, palette.lighter(color, 0.4), 14, opacity=0.7)


def _seesaw(stage: Stage, x: float, y: float, board: str, foot: str) -> None:
    draw = stage.draw
    draw.glow(x, y + 6, 250, palette.INK, 0.28, ry=18)
    draw.polygon([(x - 50, y), (x, y - 92), (x + 50, y)], draw.gradient(palette.lighter(foot, 0.2), foot))
    with draw.group(f'transform="rotate(-9 {x:.1f} {y - 92:.1f})"'):
        draw.rect(x - 280, y - 104, 560, 24, draw.gradient(palette.lighter(board, 0.25), board), corner=12)
        for side in (-1, 1):
            draw.line(
                trace(("M", x + side * 190, y - 104), ("v", -52), ("m", -26, 0), ("h", 52)),
                outdoors(stage, "#5d6470", 0.8),
                9,
            )
            draw.rect(x + side * 246 - 34, y - 116, 68, 16, foot, corner=7)


PLAYGROUND = Place(
    name="playground",
    paint=paint,
    words="playground playgrounds play_area sandbox swings swing_set slide_and_swings",
    contents="slide,swing,seesaw,sandbox",
    phrase="on a playground",
    alone="a playground with swings and a slide",
    times=("day", "day", "golden"),
)
