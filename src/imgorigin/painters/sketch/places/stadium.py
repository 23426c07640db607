"""A stadium: mown stripes and white lines on the pitch, full stands, floodlights."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import outdoors, snow_color
from imgorigin.painters.sketch.elements.ways import strips
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, disc, num, polyline, trace

_CLUBS = (("#d9483b", "#f2efe6"), ("#2f6fbf", "#f6c95a"), ("#2a8f6f", "#f2efe6"), ("#7a3fa8", "#f6a5c9"))
_PEOPLE = ("#f1c9a5", "#5a4a52", "#e9e4da")
_TIERS = ((0.0, 150, 0.0), (168, 190, 0.22))
"""Of the stands: foot above the pitch, height, and haze."""
_SEAT = 15.0


def paint(stage: Stage) -> None:
    edge = stage.horizon(0.58, deepest=600)
    paint_sky(stage, edge)
    _floodlights(stage, edge)
    _stands(stage, edge)
    _pitch(stage, edge)
    _goal(stage, edge)
    depth = stage.h - edge
    put_subjects(stage, Spot(ground=stage.h - depth * 0.16, size=400, air=edge * 0.32, tall=edge))


def _floodlights(stage: Stage, edge: float) -> None:
    """Masts behind the stands; they burn after dark and under clouds."""
    draw, steel = stage.draw, palette.mix(outdoors(stage, "#7d8894"), stage.light.horizon, 0.25)
    high = min(edge * 0.82, 640)
    half = min(stage.w * 0.42, 1200)
    with stage.layer("floodlights"):
        for side in (-1, 1):
            x, y = stage.w / 2 + side * half, edge - high
            draw.polygon([(x - 12, edge), (x - 5, y), (x + 5, y), (x + 12, edge)], steel)
            draw.rect(x - 84, y - 62, 168, 76, palette.darker(steel, 0.35), corner=6)
            if stage.light.lamps:
                draw.glow(x, y - 24, 420, "#fff6d8", 0.75)
                aim = stage.w / 2 - side * half * 0.2
                beam = [(x - 80, y), (x + 80, y), (aim + 420, edge + 200), (aim - 420, edge + 200)]
                draw.polygon(beam, draw.gradient(("#fff6d8", 0.20), ("#fff6d8", 0)))
            bulbs = "".join(disc(x + (k % 5 - 2) * 31, y - 46 + (k // 5) * 28, 10.5) for k in range(10))
            draw.path(bulbs, "#fffbe8" if stage.light.lamps else palette.lighter(steel, 0.6))


def _stands(stage: Stage, edge: float) -> None:
    draw, light = stage.draw, stage.light
    club = stage.stream("club").pick(_CLUBS)
    concrete = outdoors(stage, "#b8bec6")
    for index, (foot, tall, haze) in enumerate(reversed(_TIERS)):
        base, top = edge - 34 - foot, edge - 34 - foot - tall
        bend = 46.0
        with stage.layer(f"stand-{index}") as rng:
            shape = trace(
                ("M", -20, base - bend),
                ("Q", stage.w / 2, base + bend * 0.4, stage.w + 20, base - bend),
                ("V", top - bend),
                ("Q", stage.w / 2, top + bend * 0.4, -20, top - bend),
                "z",
            )
            back = palette.mix(palette.mix(outdoors(stage, club[0]), light.near, 0.5), light.horizon, haze)
            draw.path(shape, draw.gradient(palette.darker(back, 0.25), back))
            _crowd(stage, rng, (top, base, bend), (*club, *_PEOPLE, club[0]), haze)
            rim = trace(
                ("M", -20, base - bend), ("Q", stage.w / 2, base + bend * 0.4, stage.w + 20, base - bend)
            )
            draw.line(rim, palette.mix(concrete, light.horizon, haze), 20)
    _roof(stage, edge)


def _crowd(
    stage: Stage, rng: Stream, span: tuple[float, float, float], tones: tuple[str, ...], haze: float
) -> None:
    """Rows of heads as dashed lines that follow the stand: thousands of people in a dozen elements."""
    top, base, bend = span
    light = stage.light
    rows = int((base - top - 20) / _SEAT)
    for row in range(rows):
        y = top + 16 + row * _SEAT
        for layer in range(3):
            tone = palette.mix(outdoors(stage, rng.pick(tones), 0.9), light.horizon, haze)
            gaps = [rng.between(16, 70) for _ in range(4)]
            dashes = " ".join(f"0.1 {num(gap)}" for gap in gaps)
            shape = trace(
                ("M", -20 - 9 * layer - 7 * (row % 2), y - bend),
                ("Q", stage.w / 2, y + bend * 0.4, stage.w + 20, y - bend),
            )
            stage.draw.line(shape, tone, 10, dashes=dashes)


def _roof(stage: Stage, edge: float) -> None:
    draw = stage.draw
    foot, tall, _ = _TIERS[1]
    y = edge - 34 - foot - tall - 8
    white = palette.mix(outdoors(stage, "#eef1f4"), stage.light.horizon, 0.2)
    if stage.has("snow"):
        white = snow_color(stage)
    shape = trace(
        ("M", -20, y - 86),
        ("Q", stage.w / 2, y - 10, stage.w + 20, y - 86),
        ("V", y - 34),
        ("Q", stage.w / 2, y + 34, -20, y - 34),
        "z",
    )
    with stage.layer("roof"):
        draw.path(shape, draw.gradient(white, palette.darker(white, 0.25)))


def _pitch(stage: Stage, edge: float) -> None:
    draw, depth = stage.draw, stage.h - edge
    club = stage.stream("club").pick(_CLUBS)
    grass = outdoors(stage, "#58a843", 0.8)
    grass = palette.mix(grass, snow_color(stage), 0.7) if stage.has("snow") else grass
    if stage.light.dark:
        grass = palette.mix(grass, "#58a843", 0.35)
    white = palette.mix("#ffffff", stage.light.ambient, stage.shade * 0.5)
    vanishing = (_middle(stage), edge - 150)
    with stage.layer("boards") as rng:
        x = -rng.between(0, 200)
        while x < stage.w:
            w, tone = rng.between(180, 320), rng.pick((*club, "#f2efe6", "#34495e"))
            draw.rect(x, edge - 38, w - 4, 42, outdoors(stage, tone))
            x += w
    with stage.layer("pitch"):
        draw.rect(0, edge, stage.w, depth, draw.gradient(palette.darker(grass, 0.1), grass))
        stripes = strips(vanishing, edge, stage.h, stage.w, pitch=520, fill=0.5)
        draw.path(stripes, palette.lighter(grass, 0.16), opacity=0.75)
    with stage.layer("lines"):
        near = edge + depth * 0.10
        draw.path(box(-10, near, stage.w + 20, 6), white, opacity=0.9)
        middle, y = _middle(stage), edge + depth * 0.74
        half = min(stage.w * 0.42, 760)
        for share, high, low in ((1.0, 0.10, 0.46), (0.52, 0.10, 0.24)):
            top, bottom = edge + depth * high, edge + depth * low
            inset = 1 + (bottom - top) / (top - vanishing[1])
            xs = half * share * 0.8
            area = [
                (middle - xs, top),
                (middle - xs * inset, bottom),
                (middle + xs * inset, bottom),
                (middle + xs, top),
            ]
            draw.line(polyline(area), white, 8, opacity=0.9)
        draw.line(
            trace(("M", middle - 190, edge + depth * 0.46), ("a", 210, 70, 0, 0, 0, 380, 0)),
            white,
            8,
            opacity=0.9,
        )
        draw.ellipse(middle, y - depth * 0.38, 9, 5, white)


def _middle(stage: Stage) -> float:
    """Where the goal stands: the seed sits the viewer somewhat left or right of it."""
    return stage.w / 2 + stage.stream("seat").spread(min(stage.w * 0.17, 420))


def _goal(stage: Stage, edge: float) -> None:
    draw, x = stage.draw, _middle(stage)
    y = edge + (stage.h - edge) * 0.10 + 4
    w, h = 200.0, 150.0
    white = palette.mix("#ffffff", stage.light.ambient, stage.shade * 0.4)
    with stage.layer("goal"):
        net = "".join(trace(("M", x - w + k * 25, y - h), ("V", y - 8)) for k in range(17))
        net += "".join(trace(("M", x - w, y - h + k * 22), ("h", 2 * w)) for k in range(7))
        draw.line(net, white, 1.6, opacity=0.5)
        draw.line(trace(("M", x - w, y), ("v", -h), ("h", 2 * w), ("v", h)), white, 10)


STADIUM = Place(
    name="stadium",
    paint=paint,
    words="stadium football_stadium soccer_stadium football_field soccer_field football_pitch playing_field "
    "sports_field soccer_pitch arena pitch",
    phrase="in a stadium",
    alone="a stadium with a goal and full stands",
    times=("day", "night", "day"),
)
