"""A data centre: dark racks with rows of lamps on both sides of a shining aisle."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.aisle import Aisle, aisle_of, hall
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, polyline

_GLOWS: Final = (
    ("#2fa8ff", "#37e6c3"),
    ("#8a6bff", "#35c8ff"),
    ("#22d3a6", "#9dff8a"),
    ("#4f7bff", "#ff6fd0"),
)
_DEPTHS: Final = (1.0, 1.3, 1.7, 2.25, 3.0, 4.0, 5.4)
_HIGH: Final = 1150.0
_UNITS: Final = 9


def paint(stage: Stage) -> None:
    glow, second = stage.stream("glow").pick(_GLOWS)
    glow = stage.scene.color or glow
    aisle = aisle_of(stage, 470)
    dark = "#0d1426" if not stage.light.low else "#1d1730"
    high = max(_HIGH, (stage.h - aisle.y) * 2.1)
    hall(
        stage, aisle, floor="#18223c", ceiling="#141c33", end="#22345a", reach=1, high=high, depth=_DEPTHS[-1]
    )
    draw = stage.draw
    with stage.layer("end"):
        x, y = aisle.at(0, high * 0.42, _DEPTHS[-1])
        draw.glow(x, y, 420, glow, 0.75)
    _beyond(stage, aisle, dark, glow)
    with stage.layer("lights"):
        for near, far in pairwise(_DEPTHS):
            strip = aisle.slab(-0.5, 0.5, high * 0.97, near * 1.05, far * 0.96)
            draw.polygon(strip, palette.lighter(glow, 0.75), opacity=0.9)
            draw.polygon(aisle.slab(-0.42, 0.42, 0, near * 1.04, far * 0.97), glow, opacity=0.22)
            for side in (-1, 1):
                draw.polygon(aisle.slab(side, side * 0.93, 0, near, far), glow, opacity=0.75)
    with stage.layer("racks") as rng:
        for far, near in zip(_DEPTHS[:0:-1], _DEPTHS[-2::-1], strict=False):
            for side in (-1, 1):
                shade = palette.mix(dark, "#3a4a78", min(1.0, (near - 1) / 5))
                draw.polygon(
                    aisle.face(side, 0, high * 0.9, near, far),
                    draw.gradient(palette.lighter(shade, 0.14), shade),
                )
                lamps = [rng.whole(0, 5) for _ in range(_UNITS)]
                _units(stage, aisle, (side, near, far, high * 0.9), (glow, second), lamps)
    put_subjects(stage, Spot(ground=stage.h - 60, size=430, tall=stage.h * 0.7))


def _units(
    stage: Stage,
    aisle: Aisle,
    rack: tuple[float, float, float, float],
    colors: tuple[str, str],
    lamps: list[int],
) -> None:
    """Drawers of a rack with their lamps."""
    draw, (side, near, far, high) = stage.draw, rack
    edge = [aisle.at(side, 0, near), aisle.at(side, high, near)]
    draw.line(polyline(edge), "#05080f", 10 / near)
    pitch = high / _UNITS
    for unit, seed in enumerate(lamps):
        low = unit * pitch + pitch * 0.16
        a, b = near + (far - near) * 0.10, near + (far - near) * 0.90
        draw.polygon(aisle.face(side, low, low + pitch * 0.72, a, b), "#070b17", opacity=0.75)
        for lamp in range(4):
            start = a + (b - a) * (0.10 + 0.17 * lamp)
            end = start + (b - a) * 0.10
            color = colors[(lamp + seed) % 2] if (lamp + seed) % 3 else "#ffd166"
            draw.polygon(aisle.face(side, low + pitch * 0.42, low + pitch * 0.56, start, end), color)
        draw.polygon(
            aisle.face(side, low + pitch * 0.14, low + pitch * 0.22, a + (b - a) * 0.1, a + (b - a) * 0.8),
            colors[0],
            opacity=0.5,
        )


def _beyond(stage: Stage, aisle: Aisle, dark: str, glow: str) -> None:
    """The racks' fronts beside the aisle, where the picture is broader than that."""
    draw, edge = stage.draw, stage.w / 2 - aisle.half
    if edge <= 0:
        return
    wide, top = 300.0, max(0.0, stage.h - 1000)
    with stage.layer("fronts") as rng:
        for side in (-1, 1):
            for index in range(int(edge / wide) + 1):
                x = aisle.x + side * (aisle.half + index * wide) - (wide if side < 0 else 0)
                draw.rect(x, 0, wide - 6, stage.h, draw.gradient(palette.lighter(dark, 0.1), dark))
                shape, warm = "", ""
                for unit in range(int((stage.h - top) / 56)):
                    y = top + 18 + unit * 56
                    draw.rect(x + 18, y, wide - 42, 44, "#070b17", corner=5, opacity=0.8)
                    for lamp in range(6):
                        piece = box(x + 36 + lamp * 26, y + 12, 14, 7)
                        if rng.chance(0.62):
                            shape += piece
                        elif rng.chance(0.3):
                            warm += piece
                    draw.rect(x + 36, y + 28, 150 * rng.between(0.5, 1), 4, glow, opacity=0.45)
                draw.path(shape, glow)
                draw.path(warm, "#ffd166")


DATA_CENTRE = Place(
    name="data_centre",
    paint=paint,
    words="data_centre data_center datacenter datacentre server_room server_rack server_racks server_hall",
    phrase="in a data centre",
    alone="a data centre with rows of servers",
    indoors=True,
    shade=0.3,
)
