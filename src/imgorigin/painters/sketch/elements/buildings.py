"""Buildings seen from some way off: houses with gables, a church, a barn, a silo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.tones import SNOW, glass, hazy, outdoors
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point, box, dome, trace

WALLS: Final = ("#f4ead8", "#efe0c4", "#f7f1e6", "#e9d2b8", "#dfe3df")
BRIGHT_WALLS: Final = ("#d9574a", "#e9a23b", "#f2d06b", "#4f8fa8", "#7fb3a0", "#e8d8c0", "#c9798b", "#5f7fa8")
ROOFS: Final = ("#b5553c", "#a2482f", "#8f4a3a", "#6d5a58")
_WOOD: Final = "#5a3f30"


@dataclass(frozen=True, slots=True)
class Look:
    """Of a building: wall and roof as they are by daylight, and how far off it stands (0 to 1)."""

    wall: str
    roof: str
    far: float = 0.0


def cottage(stage: Stage, rng: Stream, x: float, base: float, *, w: float, look: Look) -> None:
    """A house with its long side to the viewer, a chimney and a door; `x` is its left edge."""
    h, eaves = w * 0.42, w * 0.06
    rise = w * rng.between(0.30, 0.38)
    chimney, door = rng.between(0.2, 0.34), rng.pick((0.18, 0.44, 0.7))
    wall, roof = _colors(stage, look)
    draw = stage.draw
    draw.rect(x + w * chimney, base - h - rise * 1.12, w * 0.09, rise * 0.8, palette.darker(wall, 0.12))
    draw.rect(x, base - h, w, h, draw.gradient(palette.darker(wall, 0.10), wall))
    slope = [(x - eaves, base - h + 2), (x + w * 0.13, base - h - rise), (x + w * 0.87, base - h - rise)]
    roof_shape = [*slope, (x + w + eaves, base - h + 2)]
    draw.polygon(roof_shape, draw.gradient(palette.lighter(roof, 0.08), roof))
    _snow_on_roof(stage, roof_shape, look.far)
    draw.rect(x, base - h + 2, w, h * 0.09, palette.INK, opacity=0.16)
    for place in (0.18, 0.44, 0.7):
        lot = rng.between()
        if place == door:
            draw.rect(x + w * place, base - h * 0.66, w * 0.13, h * 0.66, _far(stage, _WOOD, look), corner=2)
        else:
            _window(stage, x + w * place, base - h * 0.66, w=w * 0.13, h=h * 0.34, lot=lot, look=look)


def gable(stage: Stage, rng: Stream, x: float, base: float, *, w: float, h: float, look: Look) -> None:
    """A tall narrow house with its gable to the viewer, as they stand in rows along a quay."""
    wall, roof = _colors(stage, look)
    draw, rise = stage.draw, w * rng.between(0.46, 0.62)
    sort, side = rng.between(), palette.darker(wall, 0.14)
    top = base - h
    shape = [(x, base), (x, top), (x + w / 2, top - rise), (x + w, top), (x + w, base)]
    if sort < 0.34:
        step, run = rise / 3, w / 8
        left = [(x, base)]
        for tread in range(3):
            left += [(x + tread * run, top - tread * step), (x + (tread + 1) * run, top - tread * step)]
        left[1] = (x, top)
        shape = [*left, (x + 3 * run, top - rise), *[(2 * x + w - px, py) for px, py in reversed(left)]]
        shape.insert(len(left) + 1, (x + w - 3 * run, top - rise))
    draw.polygon(shape, draw.gradient(wall, side))
    if sort >= 0.34:
        lip = w * 0.06
        edge = trace(("M", x - lip, top + lip), ("L", x + w / 2, top - rise), ("L", x + w + lip, top + lip))
        white = stage.has("snow")
        draw.line(edge, outdoors(stage, SNOW, 0.6) if white else roof, w * (0.1 if white else 0.07))
    columns, storeys = (2 if w < 120 else 3), max(2, round(h / (w * 0.62)))
    pitch = (h - w * 0.2) / storeys
    for storey in range(storeys):
        for column in range(columns):
            across = x + w * (0.16 + 0.68 * column / max(1, columns - 1)) - w * 0.08
            lot = rng.between()
            y = top + w * 0.1 + storey * pitch
            ground_floor = storey == storeys - 1
            if ground_floor and column == columns // 2:
                draw.rect(across, y, w * 0.18, base - y, _far(stage, _WOOD, look), corner=w * 0.03)
            else:
                _window(stage, across, y, w=w * 0.16, h=pitch * 0.52, lot=lot, look=look)
    lot = rng.between()
    _window(stage, x + w * 0.43, top - rise * 0.42, w=w * 0.14, h=w * 0.17, lot=lot, look=look)


def church(stage: Stage, x: float, base: float, h: float, look: Look) -> None:
    """A church with its steeple `h` tall, its tower's middle at x; the nave lies to the right."""
    wall, roof = _colors(stage, look)
    draw, w = stage.draw, h * 0.17
    nave_h, nave_w = h * 0.26, h * 0.42
    nave = [(x, base - nave_h), (x + w * 0.3, base - nave_h - h * 0.15)]
    nave += [(x + nave_w, base - nave_h - h * 0.15), (x + nave_w + h * 0.04, base - nave_h)]
    draw.rect(x, base - nave_h, nave_w, nave_h, wall)
    draw.polygon(nave, roof)
    _snow_on_roof(stage, nave, look.far)
    arches = "".join(
        _arch(x + w * 0.9 + k * h * 0.095, base - h * 0.05, h * 0.036, h * 0.15) for k in range(3)
    )
    draw.path(arches, glass(stage, 0.3))
    tower_top = base - h * 0.58
    side = draw.gradient(wall, palette.darker(wall, 0.16), towards=(1, 0))
    draw.rect(x - w / 2, tower_top, w, base - tower_top, side)
    spire = [(x - w * 0.62, tower_top + 2), (x, base - h), (x + w * 0.62, tower_top + 2)]
    draw.polygon(spire, draw.gradient(palette.lighter(roof, 0.1), roof, towards=(1, 0)))
    _snow_on_roof(stage, spire, look.far)
    draw.path(_arch(x - h * 0.022, tower_top + h * 0.15, h * 0.044, h * 0.10), glass(stage, 0.2))
    draw.path(_arch(x - h * 0.03, base, h * 0.06, h * 0.12), _far(stage, _WOOD, look))
    cross = h * 0.012
    draw.rect(x - cross / 2, base - h * 1.07, cross, h * 0.08, roof)
    draw.rect(x - cross * 2, base - h * 1.05, cross * 4, cross, roof)


def barn(stage: Stage, x: float, base: float, w: float, look: Look) -> None:
    """A barn with a gambrel roof, its gable to the viewer, and its long side to the right of that."""
    wall, roof = _colors(stage, look)
    draw, h = stage.draw, w * 0.52
    white = _far(stage, "#f6efe2", look)
    ridge = base - h - w * 0.44
    flank = [(x + w / 2, ridge), (x + w * 1.55, ridge + w * 0.04), (x + w * 1.82, base - h - w * 0.02)]
    draw.rect(x + w * 0.9, base - h, w * 0.86, h, palette.darker(wall, 0.22))
    for board in range(1, 7):
        draw.rect(x + w * (1 + 0.12 * board), base - h, 2, h, palette.INK, opacity=0.12)
    long_roof = [*flank, (x + w * 0.98, base - h)]
    draw.polygon(long_roof, draw.gradient(palette.lighter(roof, 0.14), roof))
    _snow_on_roof(stage, long_roof, look.far)
    front = [
        (x, base),
        (x, base - h),
        (x + w * 0.14, base - h - w * 0.28),
        (x + w / 2, ridge),
        (x + w * 0.86, base - h - w * 0.28),
        (x + w, base - h),
        (x + w, base),
    ]
    draw.polygon(front, draw.gradient(wall, palette.darker(wall, 0.1)))
    draw.line(trace(*(("M" if i == 1 else "L", *front[i]) for i in range(1, 6))), white, w * 0.035)
    _barn_doors(stage, x, base, w=w, white=white, look=look)


def _barn_doors(stage: Stage, x: float, base: float, *, w: float, white: str, look: Look) -> None:
    draw = stage.draw
    left, top, wide, high = x + w * 0.28, base - w * 0.42, w * 0.44, w * 0.42
    draw.rect(left, top, wide, high, _far(stage, "#7d2b24", look))
    cross = trace(
        ("M", left, top),
        ("h", wide),
        ("v", high),
        ("h", -wide),
        "z",
        ("M", left, top),
        ("L", left + wide, base),
        ("M", left + wide, top),
        ("L", left, base),
        ("M", left + wide / 2, top),
        ("V", base),
    )
    draw.line(cross, white, w * 0.024)
    loft = trace(
        ("M", x + w * 0.41, base - w * 0.58), ("h", w * 0.18), ("v", -w * 0.16), ("h", -w * 0.18), "z"
    )
    draw.path(loft, glass(stage, 0.4))
    draw.line(loft, white, w * 0.02)


def silo(stage: Stage, x: float, base: float, *, w: float, h: float, far: float = 0.0) -> None:
    """A round tower of steel with a domed roof, its middle at x."""
    draw, steel = stage.draw, hazy(stage, outdoors(stage, "#c9d1d6"), far)
    dark = palette.mix(steel, palette.INK, 0.28)
    draw.rect(
        x - w / 2, base - h, w, h, draw.gradient(steel, palette.lighter(steel, 0.35), dark, towards=(1, 0))
    )
    for ring in range(1, 7):
        draw.rect(x - w / 2, base - h * ring / 7, w, 2.4, palette.INK, opacity=0.14)
    roof = hazy(stage, outdoors(stage, "#a9493c"), far)
    draw.path(dome(x, base - h + 2, w * 0.54, w * 0.42), draw.gradient(palette.lighter(roof, 0.2), roof))
    if stage.has("snow"):
        draw.path(dome(x, base - h - w * 0.12, w * 0.46, w * 0.3), outdoors(stage, SNOW, 0.6))


def windmill(stage: Stage, rng: Stream, x: float, base: float, *, h: float, look: Look) -> None:
    """A tower mill, its cap at `h`, with four sails."""
    wall, roof = _colors(stage, look)
    draw, w = stage.draw, h * 0.42
    tower = [(x - w / 2, base), (x - w * 0.3, base - h), (x + w * 0.3, base - h), (x + w / 2, base)]
    draw.polygon(tower, draw.gradient(palette.lighter(wall, 0.1), palette.darker(wall, 0.2), towards=(1, 0)))
    draw.path(dome(x, base - h + 2, w * 0.36, w * 0.36), roof)
    draw.path(_arch(x - w * 0.1, base, w * 0.2, h * 0.2), _far(stage, _WOOD, look))
    _window(stage, x - w * 0.07, base - h * 0.6, w=w * 0.14, h=h * 0.12, lot=0.2, look=look)
    turn, arm = rng.between(10, 80), h * 0.72
    sails = "".join(
        f'<g transform="rotate({turn + 90 * sail:.0f})">'
        f'<rect x="{-h * 0.012:.1f}" y="{-arm:.1f}" width="{h * 0.024:.1f}" height="{arm:.1f}" '
        f'fill="{_far(stage, _WOOD, look)}"/>'
        f'<rect x="{h * 0.012:.1f}" y="{-arm:.1f}" width="{h * 0.11:.1f}" height="{arm * 0.74:.1f}" '
        f'fill="{_far(stage, "#f3ead7", look)}"/></g>'
        for sail in range(4)
    )
    draw.add(f'<g transform="translate({x:.1f} {base - h * 1.02:.1f})">{sails}</g>')
    draw.circle(x, base - h * 1.02, h * 0.03, roof)


# ---------------------------------------------------------------------------------------------- parts


def _colors(stage: Stage, look: Look) -> tuple[str, str]:
    return _far(stage, look.wall, look), _far(stage, look.roof, look)


def _far(stage: Stage, color: str, look: Look) -> str:
    return hazy(stage, outdoors(stage, color), look.far)


def _snow_on_roof(stage: Stage, shape: list[Point], far: float) -> None:
    if stage.has("snow"):
        stage.draw.polygon(shape, hazy(stage, outdoors(stage, SNOW, 0.6), far), opacity=0.85)


def _window(stage: Stage, x: float, y: float, *, w: float, h: float, lot: float, look: Look) -> None:
    draw = stage.draw
    if not stage.light.lamps:
        draw.rect(
            x - w * 0.12, y - w * 0.12, w * 1.24, h + w * 0.24, _far(stage, "#ffffff", look), opacity=0.8
        )
    draw.path(box(x, y, w, h), glass(stage, lot))


def _arch(x: float, base: float, w: float, h: float) -> str:
    """A round-headed opening from its left edge."""
    return trace(("M", x, base), ("v", -h + w / 2), ("a", w / 2, w / 2, 0, 0, 1, w, 0), ("v", h - w / 2), "z")
