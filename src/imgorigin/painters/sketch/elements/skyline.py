"""Skylines: rows of buildings seen from afar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import box, num, trace

WARM_WINDOWS: Final = ("#ffd98a", "#ffe7b3", "#ffc46b")
NEON_WINDOWS: Final = ("#ffd98a", "#8fe3ff", "#ff8fcf")
DAY_WINDOWS: Final = ("#ffffff", "#dcecf7")

_PATTERNS: Final = 6
"""Different columns of lit and dark windows in one skyline."""
_FLOORS: Final = 11
"""After which a column repeats."""


@dataclass(frozen=True, slots=True)
class Skyline:
    """Buildings on `base`, `low` to `high` tall and `narrow` to `broad` wide.

    `windows` are the colours of lit ones, `lit` the share of windows that are; empty for a mere outline.
    """

    name: str
    base: float
    low: float
    high: float
    color: str
    narrow: float = 46
    broad: float = 110
    windows: tuple[str, ...] = ()
    lit: float = 0.5
    future: bool = False
    left: float = 0
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Building:
    """Where one stands. `top` is that of its roof, antennas left out."""

    x: float
    w: float
    h: float
    base: float

    @property
    def top(self) -> float:
        return self.base - self.h

    @property
    def middle(self) -> float:
        return self.x + self.w / 2


def stone(stage: Stage, nearness: float) -> str:
    """The colour of buildings, 0 lost in the haze, 1 near by; bluer than land is by day."""
    light = stage.light
    near = light.near if light.dark or light.low else palette.mix(light.near, "#2f4f7c", 0.7)
    return palette.mix(light.far, near, nearness)


def skyline(stage: Stage, row: Skyline) -> None:
    with stage.layer(row.name) as rng:
        shape, buildings = _silhouettes(stage, rng, row)
        foot = palette.mix(row.color, "#c2307f" if stage.scene.time == "neon" else stage.light.horizon, 0.38)
        stage.draw.path(shape, stage.draw.gradient(row.color, foot))
    if row.windows:
        with stage.layer(f"{row.name}-windows") as rng:
            _windows(stage, rng, row, buildings)


def _silhouettes(stage: Stage, rng: Stream, row: Skyline) -> tuple[str, list[tuple[Building, float]]]:
    """The outline of all, and each building with the height at which its windows begin."""
    shape, buildings = "", []
    right = stage.w if row.right is None else row.right
    x = row.left - 20
    while x < right + 20:
        w, h = rng.between(row.narrow, row.broad), row.low + (row.high - row.low) * rng.between() ** 1.7
        building = Building(x, w, h, row.base)
        outline, windows_from = _roof(rng, row, w)(building, rng.between())
        shape += outline
        antenna = rng.chance(0.3)
        if antenna and h > row.low + (row.high - row.low) * 0.3:
            shape += box(building.middle - 1.6, row.base - h * 1.14, 3.2, h * 0.2)
        buildings.append((building, windows_from))
        x += w + rng.between(-2, 6)
    return shape, buildings


Roof = Callable[[Building, float], tuple[str, float]]
"""From a building and its lot (0..1) to its outline, and the height at which its windows begin."""


def _roof(rng: Stream, row: Skyline, w: float) -> Roof:
    kind = rng.between()
    if row.future and kind < 0.42 and w < row.narrow + (row.broad - row.narrow) * 0.8:
        return _needle if kind < 0.08 else _spire
    if kind < 0.24:
        return _slanted
    return _stepped if kind < 0.6 else _flat


def _flat(one: Building, _: float) -> tuple[str, float]:
    return box(one.x, one.top, one.w, one.h), one.top + 10


def _slanted(one: Building, lot: float) -> tuple[str, float]:
    slant = one.h * (0.06 + 0.08 * abs(lot - 0.5))
    left, right = (one.top + slant, one.top) if lot < 0.5 else (one.top, one.top + slant)
    outline = trace(("M", one.x, one.base), ("V", left), ("L", one.x + one.w, right), ("V", one.base), "z")
    return outline, one.top + slant + 8


def _stepped(one: Building, lot: float) -> tuple[str, float]:
    inset, step = one.w * (0.16 + 0.12 * lot), one.h * 0.12
    lower = box(one.x, one.top + step, one.w, one.h - step)
    return lower + box(one.x + inset, one.top, one.w - 2 * inset, step + 1), one.top + step + 8


def _spire(one: Building, lot: float) -> tuple[str, float]:
    waist, rise, eaves = one.w * (0.2 + 0.14 * lot), one.h * 0.2, one.top + one.h * 0.32
    outline = trace(
        ("M", one.x, one.base),
        ("V", eaves),
        ("Q", one.x + waist, one.top + rise * 1.3, one.middle - 2, one.top - rise * 0.3),
        ("h", 4),
        ("Q", one.x + one.w - waist, one.top + rise * 1.3, one.x + one.w, eaves),
        ("V", one.base),
        "z",
    )
    return outline, eaves + rise * 0.15


def _needle(one: Building, lot: float) -> tuple[str, float]:
    """A tower with a saucer near its top, and no windows below."""
    deck, w = one.top + one.h * (0.16 + 0.1 * lot), one.w
    shaft = trace(
        ("M", one.middle - w * 0.16, one.base),
        ("L", one.middle - 2, one.top - one.h * 0.2),
        ("h", 4),
        ("L", one.middle + w * 0.16, one.base),
        "z",
    )
    saucer = trace(
        ("M", one.middle - w * 0.55, deck),
        ("q", w * 0.55, -w * 0.34, w * 1.1, 0),
        ("l", -w * 0.3, w * 0.2),
        ("h", -w * 0.5),
        "z",
    )
    return shaft + saucer, one.base


def _windows(stage: Stage, rng: Stream, row: Skyline, buildings: list[tuple[Building, float]]) -> None:
    """Columns of windows as dashed lines: a few patterns of lit floors stand for thousands of rectangles."""
    across, down = (12.0, 16.0) if row.future else (15.0, 21.0)
    dashes = [_floors(rng, row.lit, down) for _ in range(_PATTERNS)]
    columns: dict[tuple[str, str], str] = {}
    for building, top in buildings:
        colors = (rng.pick(row.windows), rng.pick(row.windows), row.windows[0])
        count = int((building.w - 12) / across)
        left = building.x + (building.w - count * across) / 2 + across / 2
        for column in range(count):
            key = (rng.pick(colors), rng.pick(dashes))
            if top < row.base - 14:
                line = trace(("M", left + column * across, top), ("V", row.base - 8))
                columns[key] = columns.get(key, "") + line
    for (color, dash), lines in columns.items():
        stage.draw.line(lines, color, across * 0.5, opacity=0.85, dashes=dash, cap="butt")


def _floors(rng: Stream, lit: float, down: float) -> str:
    """A dash pattern of _FLOORS floors, at least one of them lit."""
    floors = [True] + [rng.chance(lit) for _ in range(_FLOORS - 1)]
    dashes: list[float] = []
    gap = 0.0
    for floor in floors:
        if floor:
            if dashes:
                dashes.append(gap)
            dashes.append(down * 0.5)
            gap = down * 0.5
        else:
            gap += down
    return " ".join(num(dash) for dash in [*dashes, gap])
