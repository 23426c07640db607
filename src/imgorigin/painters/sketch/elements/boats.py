"""Boats afloat: hulls with sails, masts or cabins. They sit on their waterline `y`, `size` long."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.tones import outdoors
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import num, trace

HULLS: Final = ("#d9574a", "#2f6f9f", "#f2efe6", "#2a8f84", "#e9a23b", "#34495e")
_SAIL: Final = "#fbf5e6"
_WOOD: Final = "#8a5a3b"


def sailing_boat(stage: Stage, x: float, y: float, size: float, color: str, *, lean: float = 0) -> None:
    """Under sail, her bow to the right."""
    draw, sail = stage.draw, outdoors(stage, _SAIL, 0.7)
    with draw.group(f'transform="rotate({num(lean)} {num(x)} {num(y)})"'):
        mast, top = x - size * 0.02, y - size * 1.35
        draw.rect(mast - size * 0.012, top, size * 0.024, size * 1.25, outdoors(stage, _WOOD))
        main = trace(
            ("M", mast - size * 0.03, top + size * 0.04),
            ("Q", mast - size * 0.40, y - size * 0.7, mast - size * 0.44, y - size * 0.22),
            ("L", mast - size * 0.03, y - size * 0.2),
            "z",
        )
        draw.path(main, draw.gradient(sail, palette.darker(sail, 0.14), towards=(1, 1)))
        jib = trace(
            ("M", mast + size * 0.03, top + size * 0.12),
            ("Q", mast + size * 0.22, y - size * 0.66, mast + size * 0.46, y - size * 0.18),
            ("L", mast + size * 0.03, y - size * 0.24),
            "z",
        )
        draw.path(jib, palette.darker(sail, 0.06))
        _hull(stage, x, y, size, color)


def moored_yacht(stage: Stage, x: float, y: float, size: float, color: str) -> None:
    """At rest: a bare mast with its stays, a low cabin."""
    draw = stage.draw
    mast, top, rope = x + size * 0.03, y - size * 1.3, outdoors(stage, "#5d6570")
    stays = trace(
        ("M", x - size * 0.46, y - size * 0.16), ("L", mast, top), ("L", x + size * 0.5, y - size * 0.2)
    )
    draw.line(stays, rope, max(1.2, size * 0.008), opacity=0.7)
    draw.rect(mast - size * 0.011, top, size * 0.022, size * 1.15, outdoors(stage, "#b9a48a"))
    draw.rect(
        mast - size * 0.4,
        y - size * 0.34,
        size * 0.4,
        size * 0.05,
        outdoors(stage, _SAIL),
        corner=size * 0.02,
    )
    cabin = outdoors(stage, "#f4efe4")
    draw.rect(x - size * 0.2, y - size * 0.27, size * 0.4, size * 0.14, cabin, corner=size * 0.03)
    _portholes(stage, x - size * 0.13, y - size * 0.2, size)
    _hull(stage, x, y, size, color)


def fishing_boat(stage: Stage, x: float, y: float, size: float, color: str) -> None:
    """A cutter with a wheelhouse aft and a short mast."""
    draw, white = stage.draw, outdoors(stage, "#f7f2e7")
    draw.rect(x + size * 0.14, y - size * 0.74, size * 0.02, size * 0.56, outdoors(stage, _WOOD))
    boom = trace(("M", x + size * 0.15, y - size * 0.66), ("L", x + size * 0.44, y - size * 0.28))
    draw.line(boom, outdoors(stage, _WOOD), size * 0.014)
    draw.rect(x - size * 0.30, y - size * 0.46, size * 0.28, size * 0.3, white, corner=size * 0.02)
    draw.rect(
        x - size * 0.33, y - size * 0.49, size * 0.34, size * 0.05, outdoors(stage, color), corner=size * 0.02
    )
    lit = "#ffe2a0" if stage.light.lamps else outdoors(stage, "#4c7a96")
    for window in (0.26, 0.14):
        draw.rect(x - size * window, y - size * 0.40, size * 0.09, size * 0.1, lit, corner=size * 0.015)
    _hull(stage, x, y, size, color)


def rowing_boat(stage: Stage, x: float, y: float, size: float, color: str) -> None:
    draw, wood = stage.draw, outdoors(stage, _WOOD)
    draw.ellipse(x, y - size * 0.13, size * 0.46, size * 0.035, palette.darker(wood, 0.25))
    draw.rect(x - size * 0.12, y - size * 0.15, size * 0.05, size * 0.05, wood)
    draw.rect(x + size * 0.12, y - size * 0.15, size * 0.05, size * 0.05, wood)
    _hull(stage, x, y, size, color, depth=0.15)


def _hull(stage: Stage, x: float, y: float, size: float, color: str, *, depth: float = 0.19) -> None:
    draw, paint = stage.draw, outdoors(stage, color)
    deck, keel = y - size * depth, y + size * 0.02
    shape = trace(
        ("M", x - size * 0.5, deck + size * 0.03),
        ("Q", x, deck + size * 0.06, x + size * 0.58, deck - size * 0.05),
        ("Q", x + size * 0.46, keel, x + size * 0.34, keel),
        ("H", x - size * 0.42),
        ("Q", x - size * 0.48, y - size * 0.05, x - size * 0.5, deck + size * 0.03),
        "z",
    )
    draw.path(shape, draw.gradient(palette.lighter(paint, 0.12), palette.darker(paint, 0.22)))
    rail = trace(
        ("M", x - size * 0.5, deck + size * 0.035),
        ("Q", x, deck + size * 0.065, x + size * 0.575, deck - size * 0.045),
    )
    draw.line(rail, outdoors(stage, "#fbf5e6"), size * 0.022)
    draw.ellipse(x - size * 0.04, keel, size * 0.46, size * 0.018, palette.INK, opacity=0.22)


def _portholes(stage: Stage, x: float, y: float, size: float) -> None:
    lit = "#ffe2a0" if stage.light.lamps else outdoors(stage, "#3f6a86")
    for index in range(3):
        stage.draw.rect(
            x + index * size * 0.1, y - size * 0.025, size * 0.055, size * 0.04, lit, corner=size * 0.01
        )
