"""The room that a place has for subjects, and what the shape of the picture makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.composing import Composition
from imgorigin.painters.sketch.subjects.groups import size_of
from imgorigin.painters.sketch.subjects.traits import is_being, is_person, traits

CENTRED: Final = frozenset(
    "studio room cafe office table space underwater library laboratory home_office kitchen bathroom bedroom "
    "classroom clinic church cellar shop gym stage_show data_centre gallery warehouse".split()
)
"""Places arranged about their middle."""
_ASIDE: Final = 0.3
"""Where, of the width, fliers go when someone stands below."""
_SMALLEST: Final = 0.34
"""Height of the smallest flier, in sizes of the spot."""
_DAZZLED: Final = 0.12
"""How near the sun, in widths of the picture, a flier is not well seen."""
_WIDE: Final = 2.3
"""The ratio from which a picture is a banner, and its subject leaves a calm side for text."""
_IN_BANNER: Final = 1.25
"""How much larger than elsewhere subjects are in a banner."""
_SQUARE: Final = 1.15
"""The ratio below which a picture is as high as it is wide, or higher; a square is often an icon."""
_IN_SQUARE: Final = 1.15
_UPRIGHT: Final = 1.1
_UPRIGHT_FIGURE: Final = 1.28
"""In a picture no wider than that times its height, someone alone is so much larger: it is a portrait."""
_LANDSCAPE: Final = 1.45
_IN_LANDSCAPE: Final = 1.2
"""How much larger a being is that a landscape is the picture of, so that it is not lost in it."""
_BELOW: Final = 0.62
"""Of its size and of the height of the picture, what a subject has under a calm upper part."""
_THIRDS: Final = (0.645, 0.71)
"""Where, of the width, one subject stands in a landscape and in a banner: icons face to the left."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The room a place has for subjects. `size` is the height of a dog, in units.

    `ground` is where feet stand, `air` the middle of what flies, `water` where boats float; a place that
    has none of the latter puts those subjects on the ground. `x` is a share of the width. `shadow` is that
    of a subject on the ground, `waves` break at a subject's bow. `tall` bounds a subject's height. Subjects
    that are `centred` stay in the middle of a wide picture.
    """

    ground: float
    size: float
    air: float | None = None
    water: float | None = None
    x: float = 0.5
    shadow: bool = True
    waves: bool = True
    busts: bool = True
    tall: float = 900
    centred: bool = False


def framed(stage: Stage, spot: Spot, found: Sequence[Composition]) -> Spot:
    """The spot, moved to leave a calm side in a wide picture, and larger in a tall one."""
    ratio = stage.w / stage.h
    if stage.calm:
        share = _BELOW if stage.calm == "top" and ratio > 1 else 1.0
        return replace(spot, x=0.5, size=spot.size * share, tall=min(spot.tall, stage.h * share))
    if stage.scene.place == "studio" or spot.x != 0.5 or spot.centred:
        return spot
    if ratio >= _WIDE:
        spot = replace(spot, size=spot.size * _IN_BANNER)
    if ratio < _SQUARE:
        spot = replace(spot, size=spot.size * min(1.35, _IN_SQUARE + max(0, 1 / ratio - 1) * 0.4))
    alone = len(found) == 1 and len(found[0].group.pieces) <= 3
    if alone and ratio <= _UPRIGHT and is_person(found[0].root.name):
        return replace(spot, size=spot.size * _UPRIGHT_FIGURE, tall=spot.tall * _UPRIGHT_FIGURE)
    if not alone or stage.scene.place in CENTRED:
        return spot
    if ratio >= _WIDE or (stage.has("hero") and ratio >= 1.2):
        return replace(spot, x=_THIRDS[1])
    if ratio < _LANDSCAPE:
        return spot
    lead = found[0].root.name
    larger = _IN_LANDSCAPE if is_being(lead) and traits(lead).stance != "air" else 1.0
    return replace(spot, x=_THIRDS[0], size=spot.size * larger, tall=spot.tall * larger)


def aside(spot: Spot, flying: Sequence[Composition]) -> Spot:
    """Room for fliers above those who stand: a butterfly is no eagle."""
    largest = max(size_of(one.root) for one in flying)
    return replace(spot, x=_ASIDE, tall=min(spot.tall, spot.size * max(_SMALLEST, largest)))


def off_the_sun(stage: Stage, spot: Spot) -> Spot:
    """On the other side of the middle, where the sun would be behind it."""
    hidden = abs(stage.sun_x / stage.w - spot.x) < _DAZZLED
    return replace(spot, x=1 - spot.x) if hidden and spot.x != 0.5 and not stage.light.overcast else spot
