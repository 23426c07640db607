"""A city street between house fronts; wet, it mirrors them."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.houses import house_front, street_lamp
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.skyline import WARM_WINDOWS, Skyline, skyline, stone
from imgorigin.painters.sketch.elements.water import mirror
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, trace

_NEON = ("#ff3fa4", "#27e1ff", "#ffd23f", "#a66bff")


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.70, deepest=420)
    taller = min(1.6, stage.h / 1000)
    light = stage.light
    paint_sky(stage, horizon, clouds=not light.overcast, sun=not light.low)
    with stage.draw.group('id="mirrored"'):
        _far_end(stage, horizon, taller)
        for side in ("left", "right"):
            _houses(stage, side, horizon, taller)
        if stage.scene.time == "neon":
            _signs(stage, horizon)
    _pavement(stage, horizon)
    for x in _lamps(stage):
        with stage.layer("lamp"):
            street_lamp(stage, x, horizon + 34, 430)
    put_subjects(
        stage, Spot(ground=stage.h - (stage.h - horizon) * 0.22, size=400, air=horizon * 0.4, tall=700)
    )


def _lamps(stage: Stage) -> list[float]:
    if stage.w < 700 or stage.w > 3000:
        count = max(2, round(stage.w / 700))
        return [stage.w * (index + 0.5) / count for index in range(count)]
    return [stage.w / 2 - min(stage.w * 0.21, 400), stage.w / 2 + min(stage.w * 0.21, 400)]


def _far_end(stage: Stage, horizon: float, taller: float) -> None:
    light = stage.light
    far = Skyline(
        name="far-skyline",
        base=horizon,
        low=300,
        high=560 * taller,
        color=stone(stage, 0.15),
    )
    skyline(stage, far)
    haze = stage.draw.gradient((light.horizon, 0), (light.horizon, 0.5))
    stage.draw.rect(0, horizon - 700, stage.w, 700, haze)
    near = Skyline(
        name="near-skyline",
        base=horizon,
        low=200,
        high=420 * taller,
        color=stone(stage, 0.45),
        narrow=90,
        broad=170,
        windows=WARM_WINDOWS if light.lamps else (),
        lit=0.4,
    )
    skyline(stage, near)


def _houses(stage: Stage, side: str, horizon: float, taller: float) -> None:
    """A row from the picture's edge inwards, lower towards the far end of the street."""
    with stage.layer(f"houses-{side}") as rng:
        x, end = -20.0, min(stage.w * 0.36, stage.w / 2 - 210)
        while x < end:
            w = rng.between(200, 300)
            h = rng.between(620, 900) * min(taller, horizon / 800) * (1 - 0.5 * x / max(end, 1))
            house_front(stage, rng, x if side == "left" else stage.w - x - w, horizon, w=w, h=max(h, 260))
            x += w


def _signs(stage: Stage, horizon: float) -> None:
    """Neon signs on the houses: boards with letters that nobody can read, and arrows."""
    reach = min(stage.w * 0.36, stage.w / 2 - 170)
    with stage.layer("signs") as rng:
        for side in (-1, 1):
            colors, x = rng.shuffled(_NEON), 60.0
            index = 0
            while x < reach:
                wide, tall = (84.0, rng.between(260, 380)) if index % 2 else (rng.between(180, 250), 96.0)
                foot = horizon - rng.between(150, 190) - (0 if index % 2 else rng.between(0, 150))
                left = x if side < 0 else stage.w - x - wide
                _sign(stage, rng, (left, foot - tall, wide, tall), colors[index % len(colors)])
                x += wide + rng.between(40, 90)
                index += 1


def _sign(stage: Stage, rng: Stream, board: tuple[float, float, float, float], color: str) -> None:
    draw, (x, y, w, h) = stage.draw, board
    draw.glow(x + w / 2, y + h / 2, max(w, h) * 1.1, color, 0.6)
    draw.rect(x, y, w, h, "#150c2b", corner=12)
    ring, bright = box(x + 8, y + 8, w - 16, h - 16), palette.lighter(color, 0.6)
    letters, step = "", 38.0
    for at in range(int((max(w, h) - 40) / step)):
        cx, cy = (x + 34 + at * step, y + h / 2) if w > h else (x + w / 2, y + 36 + at * step)
        kind = rng.whole(0, 3)
        letters += (
            f"M{cx - 8:.0f} {cy + 10:.0f}v-20h14",
            f"M{cx - 8:.0f} {cy - 10:.0f}h16l-16 20h16",
            f"M{cx - 8:.0f} {cy:.0f}a8 9 0 1 0 16 0a8 9 0 1 0-16 0",
            f"M{cx - 8:.0f} {cy + 10:.0f}l8-20l8 20",
        )[kind]
    for shape, tone in ((ring, color), (letters, _NEON[rng.whole(0, 3)])):
        draw.line(shape, tone, 14, opacity=0.4)
        draw.line(shape, palette.lighter(tone, 0.55) if tone != color else bright, 5.5)


def _pavement(stage: Stage, horizon: float) -> None:
    if stage.has("rain") or stage.light.lamps:
        _wet_pavement(stage, horizon)
        return
    draw, depth = stage.draw, stage.h - horizon
    stone_color, asphalt = stage.lit("#c9c5bd"), stage.lit("#757b84")
    if stage.has("snow"):
        stone_color, asphalt = palette.lighter(stone_color, 0.6), palette.lighter(asphalt, 0.6)
    curb = horizon + depth * 0.36
    with stage.layer("pavement"):
        draw.rect(0, horizon, stage.w, depth, draw.gradient(palette.darker(stone_color, 0.12), stone_color))
        joints = "".join(
            trace(("M", x, horizon + 8), ("L", x - 30, curb)) for x in range(0, int(stage.w) + 60, 120)
        )
        draw.line(joints, palette.darker(stone_color, 0.25), 2, opacity=0.5)
        draw.rect(0, curb, stage.w, 16, palette.lighter(stone_color, 0.35))
        draw.rect(0, curb + 16, stage.w, depth, draw.gradient(palette.darker(asphalt, 0.18), asphalt))
        middle = curb + depth * 0.40
        marks = "".join(trace(("M", x, middle), ("h", 110)) for x in range(20, int(stage.w), 240))
        draw.line(marks, stage.lit("#f4efe0"), 8, opacity=0.85)


def _wet_pavement(stage: Stage, horizon: float) -> None:
    """Mirrors the street; by night even a dry one gleams."""
    light, draw = stage.light, stage.draw
    wet = stage.has("rain")
    road = palette.mix("#39434f", light.ambient, 0.1 + stage.shade * 0.6)
    if stage.has("snow"):
        road = palette.mix(road, palette.WHITE, 0.5)
    with stage.layer("pavement"):
        fill = draw.gradient(palette.mix(road, light.horizon, 0.3), road)
        draw.rect(0, horizon, stage.w, stage.h - horizon, fill)
        mirror(stage, "mirrored", horizon, stage.h, squash=0.8, opacity=0.45 if wet else 0.2)
        draw.rect(0, horizon, stage.w, 16, palette.mix(road, light.horizon, 0.45), opacity=0.8)
    with stage.layer("gleams") as rng:
        strokes = ""
        for _ in range(int(stage.w / 18)):
            x, y = rng.between(0, stage.w), horizon + 20 + (stage.h - horizon) * rng.between()
            strokes += f"M{x:.0f} {y:.0f}h{rng.between(40, 220):.0f}"
        gleam = palette.mix(light.horizon, palette.WHITE, 0.3)
        draw.line(strokes, gleam, 2.5, opacity=0.22 if wet else 0.12)


STREET = Place(
    name="street",
    paint=paint,
    words="street streets city_street alley sidewalk pavement crosswalk traffic avenue boulevard "
    "storefront shopfront bus_stop",
    phrase="on a city street",
    alone="a city street",
)
