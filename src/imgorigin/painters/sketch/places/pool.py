"""A swimming pool: clear water between tiles, parasols and loungers on the deck, palms behind."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.foliage import bush
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import polyline, trace

_WATER: Final = ("#0f9fc4", "#3fcbe0", "#8ae6ee")
_PARASOLS: Final = (
    ("#e5533d", "#fbf5e6"),
    ("#2f8fb0", "#fbf5e6"),
    ("#f0b429", "#fbf5e6"),
    ("#2a9d7a", "#fbf5e6"),
)
_TILES: Final = "#e9e2d3"
_LANES: Final = 4


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.46, deepest=640)
    depth = stage.h - horizon
    paint_sky(stage, horizon)
    _hedge(stage, horizon)
    _deck(stage, horizon, depth)
    top = horizon + depth * 0.34
    _water(stage, top)
    _loungers(stage, horizon + depth * 0.22)
    _ladder(stage, top)
    stage.attend(stage.w / 2, top)
    spot = Spot(
        ground=horizon + depth * 0.3,
        size=380,
        water=top + (stage.h - top) * 0.5,
        air=horizon * 0.5,
        tall=horizon,
        waves=False,
    )
    put_subjects(stage, spot)


def _hedge(stage: Stage, horizon: float) -> None:
    leaf = palette.mix(grass_color(stage), stage.light.near, 0.3)
    with stage.layer("palms") as rng:
        for index in range(count := max(2, round(stage.w / 430))):
            x = stage.w * (index + rng.between(0.2, 0.8)) / count
            put(stage, "palm-tree", x, horizon + 10, min(rng.between(430, 560), horizon * 0.95), shadow=False)
    with stage.layer("hedge") as rng:
        x = -40.0
        while x < stage.w + 60:
            r = rng.between(70, 110)
            bush(stage, rng, x, horizon + 26, r, color=leaf, bloom=10)
            x += r * 1.1


def _deck(stage: Stage, horizon: float, depth: float) -> None:
    draw, tile = stage.draw, outdoors(stage, _TILES, 0.8)
    tile = palette.mix(tile, snow_color(stage), 0.7) if stage.has("snow") else tile
    with stage.layer("deck"):
        draw.rect(0, horizon + 12, stage.w, depth, draw.gradient(palette.darker(tile, 0.12), tile))
        x, y = stage.w / 2, horizon - depth * 0.5
        reach = int(stage.w / 150) + 2
        seams = "".join(
            trace(
                ("M", x + index * 90, horizon + 12),
                ("L", x + index * 90 * (stage.h - y) / (horizon + 12 - y), stage.h),
            )
            for index in range(-reach, reach + 1)
        )
        seams += "".join(
            trace(("M", 0, horizon + 12 + depth * at), ("H", stage.w)) for at in (0.05, 0.12, 0.2, 0.29)
        )
        draw.line(seams, palette.darker(tile, 0.22), 2.4, opacity=0.5)


def _water(stage: Stage, top: float) -> None:
    """Down to the picture's lower edge, its far side behind a rim of stone."""
    draw, light = stage.draw, stage.light
    deep, mid, pale = (outdoors(stage, color, 0.55) for color in _WATER)
    lean = min(stage.w * 0.07, 150.0)
    left, right, low = lean * 1.1, stage.w - lean * 1.1, stage.h + 20
    rim = outdoors(stage, "#fbf7ee", 0.6)
    with stage.layer("pool"):
        draw.polygon(
            [(left - 34, top - 20), (right + 34, top - 20), (stage.w + lean + 60, low), (-lean - 60, low)],
            rim,
        )
        basin = [(left, top), (right, top), (stage.w + lean, low), (-lean, low)]
        draw.polygon(basin, draw.gradient(pale, mid, deep))
        wall = [(left, top), (right, top), (right + 12, top + 34), (left - 12, top + 34)]
        draw.polygon(wall, palette.mix(deep, palette.WHITE, 0.1), opacity=0.55)
    with stage.draw.clipped(polyline(basin) + "Z"):
        _lanes(stage, top, low)
        with stage.layer("ripples") as rng:
            _ripples(stage, rng, top)
        if light.lamps:
            with stage.layer("lights"):
                draw.glow(
                    stage.w / 2, top + (low - top) * 0.5, stage.w * 0.4, "#8af5ff", 0.5, ry=(low - top) * 0.5
                )


def _lanes(stage: Stage, top: float, low: float) -> None:
    """Ropes with floats, from the far side towards the viewer."""
    red, white = outdoors(stage, "#e5533d", 0.5), outdoors(stage, "#fbf7ee", 0.5)
    with stage.layer("lanes"):
        for index in range(1, _LANES):
            share = index / _LANES - 0.5
            far, near = (
                (stage.w / 2 + stage.w * 0.8 * share, top + 8),
                (stage.w / 2 + stage.w * 1.24 * share, low),
            )
            rope = polyline([far, near])
            stage.draw.line(rope, red, 11)
            stage.draw.line(rope, white, 11, dashes="26 34", cap="butt")


def _ripples(stage: Stage, rng: Stream, top: float) -> None:
    shape, deep = "", stage.h - top
    for _ in range(int(stage.w / 26)):
        near = rng.between()
        y, wide = top + 30 + deep * near, (26 + 80 * near) * rng.between(0.7, 1.3)
        shape += trace(
            ("M", rng.between(0, stage.w), y), ("q", wide / 4, -8 - 8 * near, wide / 2, 0), ("t", wide / 2, 0)
        )
    stage.draw.line(shape, palette.mix(stage.light.horizon, palette.WHITE, 0.5), 4.5, opacity=0.5)


def _loungers(stage: Stage, y: float) -> None:
    """In pairs under parasols, none in the middle."""
    wood, cloth = outdoors(stage, "#b98a5e", 0.7), outdoors(stage, "#fbf7ee", 0.6)
    with stage.layer("loungers") as rng:
        colors = rng.shuffled(_PARASOLS)
        count = max(2, round(stage.w / 620))
        for index in range(count):
            x = stage.w * (index + 0.5) / count + rng.spread(30)
            pair = colors[index % len(colors)]
            _parasol(stage, x, y - 6, outdoors(stage, pair[0], 0.6), outdoors(stage, pair[1], 0.6))
            for side in (-1, 1):
                _lounger(stage, x + side * 120, y, side, wood=wood, cloth=cloth)


def _parasol(stage: Stage, x: float, y: float, color: str, other: str) -> None:
    draw, r, top = stage.draw, 165.0, y - 300
    draw.glow(x, y, 130, palette.INK, 0.3, ry=14)
    draw.rect(x - 5, top, 10, y - top, outdoors(stage, "#e9e2d3", 0.7))
    for index in range(6):
        left, right = x - r + index * r / 3, x - r + (index + 1) * r / 3
        sector = trace(
            ("M", x, top - 44),
            ("Q", (x + left) / 2 + (left - x) * 0.2, top - 30, left, top + 44),
            ("Q", (left + right) / 2, top + 30, right, top + 44),
            ("Q", (x + right) / 2 + (right - x) * 0.2, top - 30, x, top - 44),
            "z",
        )
        draw.path(sector, other if index % 2 else color)
    draw.circle(x, top - 46, 7, color)


def _lounger(stage: Stage, x: float, y: float, side: int, *, wood: str, cloth: str) -> None:
    draw = stage.draw
    draw.glow(x, y + 4, 110, palette.INK, 0.3, ry=12)
    draw.line(trace(("M", x - side * 70, y), ("v", -40), ("M", x + side * 60, y), ("v", -40)), wood, 9)
    draw.line(
        trace(("M", x + side * 90, y - 44), ("H", x - side * 40), ("L", x - side * 96, y - 96)), wood, 12
    )
    draw.line(
        trace(("M", x + side * 88, y - 56), ("H", x - side * 38), ("L", x - side * 92, y - 106)), cloth, 16
    )


def _ladder(stage: Stage, top: float) -> None:
    steel = outdoors(stage, "#dfe6ee", 0.5)
    x = stage.w * 0.82
    shape = "".join(
        trace(("M", x + dx, top + 74), ("V", top - 40), ("c", 0, -34, 44, -34, 44, 0), ("v", 16))
        for dx in (0, 62)
    )
    with stage.layer("ladder"):
        stage.draw.line(
            shape + trace(("M", x, top + 20), ("h", 62), ("M", x, top + 52), ("h", 62)),
            palette.darker(steel, 0.2),
            11,
        )
        stage.draw.line(shape, steel, 6)


POOL = Place(
    name="pool",
    paint=paint,
    words="swimming_pool swimming_pools pool poolside pool_party hotel_pool outdoor_pool infinity_pool "
    "waterpark water_park",
    contents="water,lounger,parasol,palm,palm tree",
    phrase="at a swimming pool",
    alone="a swimming pool with parasols and palms",
    times=("day", "day", "golden"),
)
