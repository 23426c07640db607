"""A building site: the frame of a house going up, a tower crane above it, a fence and cones."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.skyline import WARM_WINDOWS, Skyline, skyline, stone
from imgorigin.painters.sketch.elements.tones import outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, trace

_CRANES: Final = ("#f2b632", "#e8732e", "#e5533d")
_BRICKS: Final = ("#c2795a", "#b5634a", "#cfa07a")
_BAY: Final = 150.0
_STOREY: Final = 128.0


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.72, deepest=420)
    depth = stage.h - horizon
    paint_sky(stage, horizon)
    _town(stage, horizon)
    choice = stage.stream("looks")
    yellow, brick = outdoors(stage, choice.pick(_CRANES), 0.6), outdoors(stage, choice.pick(_BRICKS), 0.8)
    side = choice.pick((-1, 1))
    with stage.layer("crane"):
        _crane(stage, stage.w / 2 + side * min(stage.w * 0.33, 560), horizon, side, yellow)
    _ground(stage, horizon, depth)
    for index, middle in enumerate(_sites(stage, side)):
        _frame(stage, f"frame-{index}", middle, horizon + 20, brick)
    _fence(stage, horizon + depth * 0.42)
    with stage.layer("cones"):
        for index in range(count := max(3, round(stage.w / 420))):
            _cone(stage, stage.w * (index + 0.5) / count, stage.h - depth * 0.08, 130)
    stage.attend(stage.w / 2, horizon - 200)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.16, size=400, air=horizon * 0.4, tall=horizon))


def _sites(stage: Stage, side: int) -> list[float]:
    """Where the frames stand: one, and another as far off as the picture has room for."""
    first = stage.w / 2 - side * min(stage.w * 0.12, 300)
    return [first] + [first - side * at for at in (1350.0, 2500.0) if 0 < first - side * at < stage.w]


def _town(stage: Stage, horizon: float) -> None:
    row = Skyline(
        name="town",
        base=horizon,
        low=110,
        high=min(340.0, horizon * 0.5),
        color=stone(stage, 0.16),
        windows=WARM_WINDOWS if stage.light.lamps else (),
        lit=0.4,
    )
    skyline(stage, row)
    haze = stage.light.horizon
    stage.draw.rect(0, horizon - 300, stage.w, 302, stage.draw.gradient((haze, 0), (haze, 0.6)))


def _ground(stage: Stage, horizon: float, depth: float) -> None:
    earth = outdoors(stage, "#c09a6b")
    earth = palette.mix(earth, snow_color(stage), 0.7) if stage.has("snow") else earth
    draw = stage.draw
    with stage.layer("earth") as rng:
        draw.rect(
            0,
            horizon,
            stage.w,
            depth,
            draw.gradient(palette.lighter(earth, 0.14), palette.darker(earth, 0.14)),
        )
        for _ in range(int(stage.w / 240) + 2):
            x, w, h = rng.between(0, stage.w), rng.between(120, 300), rng.between(24, 60)
            y = horizon + rng.between(6, 22)
            heap = trace(
                ("M", x - w, y),
                ("Q", x - w * 0.4, y - h * 1.6, x, y - h),
                ("Q", x + w * 0.5, y - h * 1.3, x + w, y),
                "z",
            )
            draw.path(heap, draw.gradient(palette.lighter(earth, 0.16), palette.darker(earth, 0.1)))
        tracks = "".join(
            trace(
                ("M", -20, horizon + depth * at),
                ("Q", stage.w / 2, horizon + depth * (at + bend), stage.w + 20, horizon + depth * at),
            )
            for at, bend in ((0.62, 0.1), (0.7, 0.12))
        )
        draw.line(tracks, palette.darker(earth, 0.34), 16, opacity=0.35, dashes="22 16", cap="butt")


def _frame(stage: Stage, name: str, middle: float, base: float, brick: str) -> None:
    """Slabs on columns; the lower storeys have their walls, the top one only its rods."""
    draw = stage.draw
    bays = 4 if stage.w > 900 else 3
    storeys = max(3, min(5, int((base - 220) / _STOREY)))
    left, wide = middle - bays * _BAY / 2, bays * _BAY
    slab, shade = outdoors(stage, "#c9ccd0", 0.8), outdoors(stage, "#5b6270", 0.8)
    with stage.layer(name) as rng:
        draw.rect(left, base - (storeys - 1) * _STOREY, wide, (storeys - 1) * _STOREY, shade, opacity=0.75)
        for storey in range(storeys):
            floor = base - storey * _STOREY
            top = floor - _STOREY
            for bay in range(bays):
                walled = rng.between() < 1.25 - storey * 0.36
                if walled and storey < storeys - 1:
                    _wall(stage, left + bay * _BAY, top, brick)
            columns = "".join(box(left + bay * _BAY - 9, top, 18, _STOREY) for bay in range(bays + 1))
            if storey < storeys - 1:
                draw.path(columns, slab)
                draw.rect(
                    left - 26,
                    top - 9,
                    wide + 52,
                    20,
                    draw.gradient(palette.lighter(slab, 0.3), palette.darker(slab, 0.1)),
                )
            else:
                rods = "".join(
                    trace(("M", left + bay * _BAY + dx, floor - 8), ("v", -64))
                    for bay in range(bays + 1)
                    for dx in (-6, 0, 6)
                )
                draw.line(rods, outdoors(stage, "#9c5b3a", 0.7), 4)
        _scaffold(stage, left + wide + 26, base, (storeys - 1) * _STOREY)


def _wall(stage: Stage, x: float, y: float, brick: str) -> None:
    draw = stage.draw
    draw.rect(x, y, _BAY, _STOREY, brick)
    courses = "".join(trace(("M", x, y + at), ("h", _BAY)) for at in range(16, int(_STOREY), 16))
    draw.line(courses, palette.lighter(brick, 0.3), 2, opacity=0.5)
    draw.rect(x + 44, y + 32, 62, 62, outdoors(stage, "#3f4a5a", 0.8))
    draw.rect(x + 40, y + 92, 70, 8, palette.lighter(brick, 0.5))


def _scaffold(stage: Stage, x: float, base: float, tall: float) -> None:
    steel, board = outdoors(stage, "#8d97a5", 0.8), outdoors(stage, "#c99a55", 0.8)
    poles = trace(("M", x, base), ("v", -tall - 60), ("M", x + 84, base), ("v", -tall - 60))
    levels = int(tall / _STOREY)
    for level in range(levels):
        y = base - level * _STOREY
        poles += trace(("M", x, y), ("l", 84, -_STOREY)) + trace(("M", x, y - _STOREY - 46), ("h", 84))
    stage.draw.line(poles, steel, 6)
    for level in range(1, levels + 1):
        stage.draw.rect(x - 8, base - level * _STOREY, 100, 10, board)


def _crane(stage: Stage, x: float, base: float, side: int, color: str) -> None:
    """A tower crane, its long arm towards the middle of the picture, a beam on its hook."""
    draw, top = stage.draw, max(96.0, base - 830)
    back, dark = 190.0, palette.darker(color, 0.35)
    reach = min(620.0, stage.w * 0.62)
    lattice, y = "", base
    while y > top + 44:
        lattice += trace(("M", x - 20, y), ("l", 40, -40), ("M", x + 20, y), ("l", -40, -40))
        y -= 40
    draw.line(lattice, color, 4)
    draw.line(trace(("M", x - 20, base), ("V", top), ("M", x + 20, base), ("V", top)), color, 9)
    tip, tail = x - side * reach, x + side * back
    braces, at = "", 0.0
    while at < reach - 40:
        braces += trace(("M", x - side * at, top), ("l", -side * 20, -28), ("l", -side * 20, 28))
        at += 40
    draw.line(braces, color, 4)
    draw.line(trace(("M", tail, top), ("H", tip), ("M", x, top - 28), ("H", tip + side * 30)), color, 8)
    draw.line(
        trace(
            ("M", x - 12, top),
            ("L", x, top - 96),
            ("L", x + 12, top),
            ("M", tip + side * 120, top - 28),
            ("L", x, top - 96),
            ("L", tail, top),
        ),
        color,
        5,
    )
    draw.rect(tail - 34, top - 4, 68, 58, outdoors(stage, "#8a8f99", 0.7), corner=5)
    draw.rect(x - 30 - side * 18, top + 6, 60, 56, color, corner=6)
    draw.rect(x - 22 - side * 30, top + 14, 40, 28, outdoors(stage, "#bfe0f0", 0.6), corner=4)
    hook = x - side * reach * 0.72
    draw.rect(hook - 24, top - 2, 48, 16, dark, corner=4)
    drop = min(190.0, (base - top) * 0.24)
    draw.line(
        trace(
            ("M", hook, top + 12), ("v", drop), ("l", -70, 50), ("M", hook, top + 12 + drop), ("l", 70, 50)
        ),
        dark,
        4,
    )
    draw.rect(hook - 100, top + drop + 60, 200, 22, outdoors(stage, "#d0643a", 0.7), corner=3)


def _fence(stage: Stage, y: float) -> None:
    """Barriers in red and white along the site."""
    draw, red, white = stage.draw, outdoors(stage, "#e0493a", 0.6), outdoors(stage, "#fbf7ee", 0.6)
    with stage.layer("fence"):
        for index in range(count := max(2, round(stage.w / 330))):
            x, w = stage.w * (index + 0.5) / count, stage.w / count * 0.8
            for dx in (-w * 0.36, w * 0.36):
                draw.line(
                    trace(("M", x + dx - 22, y), ("L", x + dx, y - 120), ("L", x + dx + 22, y)),
                    outdoors(stage, "#6d7480", 0.8),
                    8,
                )
            for top in (y - 118, y - 66):
                draw.rect(x - w / 2, top, w, 34, white, corner=4)
                stripes = "".join(
                    trace(("M", at, top), ("h", 32), ("l", -26, 34), ("h", -32), "z")
                    for at in range(int(x - w / 2) + 30, int(x + w / 2) - 36, 64)
                )
                draw.path(stripes, red)


def _cone(stage: Stage, x: float, y: float, h: float) -> None:
    draw, orange, white = stage.draw, outdoors(stage, "#f2762e", 0.6), outdoors(stage, "#fbf7ee", 0.6)
    draw.glow(x, y, h * 0.46, palette.INK, 0.36, ry=h * 0.08)
    draw.rect(x - h * 0.34, y - h * 0.09, h * 0.68, h * 0.09, palette.darker(orange, 0.2), corner=4)
    draw.polygon(
        [
            (x - h * 0.07, y - h),
            (x + h * 0.07, y - h),
            (x + h * 0.25, y - h * 0.08),
            (x - h * 0.25, y - h * 0.08),
        ],
        orange,
    )
    for low, high in ((0.3, 0.46), (0.62, 0.76)):
        near, far = (0.25 - 0.195 * (at - 0.08) for at in (low, high))
        draw.polygon(
            [
                (x - h * far, y - h * high),
                (x + h * far, y - h * high),
                (x + h * near, y - h * low),
                (x - h * near, y - h * low),
            ],
            white,
        )


BUILDING_SITE = Place(
    name="building_site",
    paint=paint,
    words="construction_site building_site construction_sites building_under_construction construction_zone "
    "construction_area house_under_construction",
    contents="crane,construction crane,tower crane",
    phrase="on a building site",
    alone="a building site with a tower crane",
    times=("day", "day", "golden"),
)
