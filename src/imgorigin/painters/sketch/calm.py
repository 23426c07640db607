"""A calm side for text: what is seen moves to the other one, and a veil lies over what is left there.

A place is painted wider than the picture, and the picture shows the part of it in which the place's middle
is beside the text. So no place needs to know of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.layers import LEADING
from imgorigin.painters.sketch.scene import Scene
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Drawing, num

_PAN: Final = 0.43
"""How much wider than the picture a place is painted, in widths of the picture."""
_UPRIGHT: Final = 1.0
"""The ratio below which there is no room for text beside anything: it goes to the top."""
_BANNER: Final = 2.3
_SPREADING: Final = frozenset({"concept", "office"})
"""Places that fill a banner from side to side, were no part of it left free."""
_VEIL: Final = {False: "#fdfbf7", True: "#0d1226"}
"""Its colour by day, and in the dark."""
_PALE: Final = 0.8
_STOPS: Final = ((0.0, 0.90), (0.30, 0.83), (0.45, 0.40), (0.58, 0.0))
"""Share of the picture from its calm side, and how dense the veil is there."""
_FROM_ABOVE: Final = ((0.0, 0.88), (0.26, 0.74), (0.42, 0.24), (0.56, 0.0))


def side_of(scene: Scene, width: int, height: int) -> str:
    """The calm side of a picture of that shape; empty for none."""
    spreads = width >= _BANNER * height and scene.place in _SPREADING
    side = scene.calm or ("left" if spreads else "")
    return "top" if side and width < _UPRIGHT * height else side


def widened(width: int, height: int, side: str) -> tuple[int, int]:
    """The size in pixels of what is painted for a picture of that size."""
    return (round(width * (1 + _PAN)), height) if side in ("left", "right") else (width, height)


def beside(stage: Stage) -> float:
    """Units from the middle of a place that is being painted to the edge of the picture across from the calm
    side."""
    seen = 1 / (1 + _PAN) if stage.calm in ("left", "right") else 1.0
    return stage.w * (seen - 0.5)


def settled(stage: Stage, side: str) -> str:
    """The drawing of a widened stage, moved so that it shows what the picture does; the stage is the picture
    from then on. The veil is not on it yet."""
    drawing = stage.draw.text()
    if side not in ("left", "right"):
        return drawing
    whole, stage.w = stage.w, round(stage.w / (1 + _PAN), 1)
    dx = whole - stage.w if side == "right" else 0.0
    stage.sights = [replace(one, left=one.left - dx, right=one.right - dx) for one in stage.sights]
    if stage.attention:
        stage.attention = (stage.attention[0] - dx, stage.attention[1])
    start = found.end() if (found := LEADING.match(drawing)) else 0
    return f'{drawing[:start]}<g transform="translate({num(-dx)} 0)">{drawing[start:]}</g>' if dx else drawing


def veil(stage: Stage, side: str, *, plain: bool) -> str:
    """Markup of the veil over the calm side; of the sky's colour, unless it is to be `plain`."""
    dark = stage.light.dark or "dark" in stage.scene.moods
    color = _VEIL[dark] if dark or plain else palette.lighter(stage.sky_at(0.95), _PALE)
    draw = Drawing("v")
    stops = [(at, (color, share)) for at, share in (_FROM_ABOVE if side == "top" else _STOPS)]
    if side == "right":
        stops = [(1 - at, stop) for at, stop in reversed(stops)]
    towards = (0.0, 1.0) if side == "top" else (1.0, 0.0)
    fill = draw.gradient(*(stop for _, stop in stops), at=[at for at, _ in stops], towards=towards)
    draw.rect(0, 0, stage.w, stage.h, fill)
    return draw.text()
