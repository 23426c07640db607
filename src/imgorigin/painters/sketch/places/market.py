"""A market: stalls under striped awnings on a square, houses behind, bunting overhead."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.buildings import BRIGHT_WALLS, ROOFS, Look, church, gable
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, dome, trace

_AWNINGS = ("#d9483b", "#2a8f84", "#e0a030", "#3d7dbf", "#7a9d3f", "#c2559b")
_WARES = (
    ("#e5533d", "#c23b2e"),
    ("#f3a33b", "#f6c95a"),
    ("#7fb84a", "#4f8f3a"),
    ("#f2d25a", "#e8b83a"),
    ("#8f5bb0", "#6a3f8f"),
    ("#f2efe6", "#e3d3b6"),
)
_FLAGS = ("#e5533d", "#f6c95a", "#2a9d8f", "#3d7dd8", "#f283b6")


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.66, deepest=430)
    depth = stage.h - horizon
    paint_sky(stage, horizon)
    _houses(stage, horizon)
    _square(stage, horizon)
    _bunting(stage, horizon)
    clear = 250 if stage.w > 1300 else 170
    for side in (-1, 1):
        with stage.layer(f"stalls-{'left' if side < 0 else 'right'}") as rng:
            colors, x, index = rng.shuffled(_AWNINGS), clear + 150.0, 0
            while x < stage.w / 2 + 160:
                size = 290 + min(120, x * 0.1)
                base = horizon + depth * (0.16 + min(0.16, x / stage.w * 0.32))
                _stall(stage, rng, stage.w / 2 + side * x, base, size=size, color=colors[index % len(colors)])
                x += size * 1.16
                index += 1
    put_subjects(stage, Spot(ground=stage.h - depth * 0.18, size=390, air=horizon * 0.36, tall=horizon))


def _houses(stage: Stage, horizon: float) -> None:
    """Gables along the far side of the square, with a gap through which a steeple shows."""
    scale = min(1.2, max(0.9, horizon / 660))
    gap = stage.w / 2 + stage.stream("gap").spread(60)
    with stage.layer("church"):
        church(stage, gap, horizon, 520 * scale, Look("#efe4d0", "#6f7f86", 0.35))
    with stage.layer("houses") as rng:
        x, last = -40.0, ""
        while x < stage.w:
            w, h = rng.between(140, 190) * scale, rng.between(250, 360) * scale
            walls = [wall for wall in BRIGHT_WALLS if wall != last]
            last = rng.pick(walls)
            if abs(x + w / 2 - gap) > 150:
                gable(
                    stage,
                    rng,
                    x,
                    horizon,
                    w=w,
                    h=h,
                    look=Look(palette.lighter(last, 0.2), rng.pick(ROOFS), 0.16),
                )
            x += w + 2
    haze = stage.light.horizon
    stage.draw.rect(0, horizon - 260, stage.w, 262, stage.draw.gradient((haze, 0), (haze, 0.3)))


def _square(stage: Stage, horizon: float) -> None:
    """Cobbles, in rows that widen towards the viewer."""
    draw, depth = stage.draw, stage.h - horizon
    stones = snow_color(stage) if stage.has("snow") else outdoors(stage, "#cbb99c")
    with stage.layer("square") as rng:
        draw.rect(0, horizon, stage.w, depth, draw.gradient(palette.darker(stones, 0.16), stones))
        arcs, y = "", horizon + 14
        while y < stage.h + 20:
            near = (y - horizon) / depth
            pitch, x = 34 + 64 * near, -60 * rng.between()
            arcs += trace(("M", x, y))
            for _ in range(int(stage.w / pitch) + 3):
                arcs += trace(("q", pitch / 2, -pitch * 0.24, pitch, 0))
            y += 9 + 22 * near
        draw.line(arcs, palette.darker(stones, 0.35), 2.2, opacity=0.35)


def _bunting(stage: Stage, horizon: float) -> None:
    """Flags on lines across the square; lamps on them after dark."""
    draw, lamps = stage.draw, stage.light.lamps
    span = max(460.0, min(stage.w / 2, 760))
    with stage.layer("bunting") as rng:
        for line in range(2):
            x, y = -rng.between(0, span * 0.6), horizon - min(horizon * 0.62, 470) + 88 * line
            while x < stage.w:
                sag = rng.between(70, 100)
                draw.line(
                    trace(("M", x, y), ("q", span / 2, sag * 2, span, 0)), outdoors(stage, "#6b5a4c"), 2.4
                )
                flags = dict.fromkeys(_FLAGS, "")
                bulbs = ""
                for flag in range(1, 14):
                    share = flag / 14
                    px, py = x + span * share, y + 4 * sag * share * (1 - share)
                    flags[_FLAGS[(flag + line) % len(_FLAGS)]] += trace(
                        ("M", px - 13, py), ("h", 26), ("l", -13, 32), "z"
                    )
                    bulbs += disc(px + span / 28, py + 8, 6)
                for color, shape in flags.items():
                    draw.path(shape, outdoors(stage, color, 0.7))
                if lamps:
                    draw.line(bulbs, "#ffc46b", 9, opacity=0.3)
                    draw.path(bulbs, "#ffe9b0")
                x += span


def _stall(stage: Stage, rng: Stream, x: float, base: float, *, size: float, color: str) -> None:
    """A stall `size` wide on `base`: two posts, a table of crates, an awning."""
    draw = stage.draw
    w, h = size, size * 0.92
    wood, dark = outdoors(stage, "#a8794c"), outdoors(stage, "#7a5233")
    draw.glow(x, base, w * 0.62, palette.INK, 0.35, ry=w * 0.06)
    draw.rect(
        x - w * 0.44,
        base - h * 0.7,
        w * 0.88,
        h * 0.4,
        palette.mix(dark, stage.light.near, 0.35),
        opacity=0.85,
    )
    if stage.light.lamps:
        draw.glow(x, base - h * 0.5, w * 0.52, "#ffcf7a", 0.75, ry=h * 0.36)
    for side in (-0.47, 0.44):
        draw.rect(x + side * w, base - h * 0.78, w * 0.03, h * 0.78, wood)
    draw.rect(x - w * 0.46, base - h * 0.34, w * 0.92, h * 0.34, draw.gradient(wood, dark))
    for board in range(1, 4):
        draw.rect(x - w * 0.46, base - h * 0.34 + h * 0.085 * board, w * 0.92, 2, palette.INK, opacity=0.2)
    for index, wares in enumerate(rng.shuffled(_WARES)[:4]):
        _crate(stage, rng, x - w * 0.44 + index * w * 0.222, base - h * 0.34, w=w * 0.205, wares=wares)
    _awning(stage, x, base - h * 0.74, w=w * 1.12, h=h * 0.27, color=color)


def _crate(stage: Stage, rng: Stream, x: float, y: float, *, w: float, wares: tuple[str, str]) -> None:
    heaps = ["", ""]
    r = w * 0.115
    for row, count in enumerate((5, 4, 3)):
        for index in range(count):
            heaps[(row + index) % 2] += disc(
                x + w * (0.5 + (index - (count - 1) / 2) * 0.19),
                y - w * 0.2 - row * r * 1.35 + rng.spread(2),
                r,
            )
    for color, heap in zip(wares, heaps, strict=True):
        stage.draw.path(heap, outdoors(stage, color, 0.6))
    stage.draw.rect(x, y - w * 0.24, w, w * 0.26, outdoors(stage, "#c99a63"), corner=3)
    stage.draw.rect(x, y - w * 0.13, w, 2.4, palette.INK, opacity=0.22)


def _awning(stage: Stage, x: float, y: float, *, w: float, h: float, color: str) -> None:
    """Striped, its scalloped edge at y + 0.3 h."""
    draw, count = stage.draw, 8
    cloth, white = outdoors(stage, color, 0.5), outdoors(stage, "#fbf5e6", 0.5)
    if stage.has("snow"):
        draw.path(dome(x, y - h * 0.92, w * 0.44, h * 0.2), snow_color(stage))
    pieces = ["", ""]
    for index in range(count):
        left, right = index / count - 0.5, (index + 1) / count - 0.5
        scallop = w / count / 2
        pieces[index % 2] += trace(
            ("M", x + left * w * 0.86, y - h),
            ("L", x + right * w * 0.86, y - h),
            ("L", x + right * w, y),
            ("v", h * 0.2),
            ("a", scallop, scallop * 0.8, 0, 0, 1, -2 * scallop, 0),
            ("V", y),
            "z",
        )
    draw.path(pieces[0], cloth)
    draw.path(pieces[1], white)
    draw.rect(x - w / 2, y - h * 0.02, w, h * 0.05, palette.INK, opacity=0.12)


MARKET = Place(
    name="market",
    paint=paint,
    words="market markets market_street farmers_market street_market market_stall market_stalls "
    "market_square bazaar flea_market food_market christmas_market town_square outdoor_market "
    "marketplace",
    contents="fruit,vegetable,food,stall,apple,produce",
    phrase="at a street market",
    alone="market stalls with striped awnings on a town square",
    times=("day", "day", "golden"),
)
