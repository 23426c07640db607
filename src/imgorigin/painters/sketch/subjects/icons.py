"""Subjects as SVG markup: an icon of the pack or a drawing of our own, in the colours asked for."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.drawn import DRAWN
from imgorigin.painters.sketch.subjects.drawn.animals import HEADS, seated
from imgorigin.painters.sketch.subjects.drawn.people import (
    BOX,
    BOX_WITH_UMBRELLA,
    COMPLEXIONS,
    FIGURES,
    complexion,
    figure,
    look_of,
)
from imgorigin.painters.sketch.subjects.traits import is_person

GRID: Final = 32
"""Side of the square that icons are drawn on."""

_GRAY: Final = 0.04
"""Chroma below which a colour has no hue to speak of."""
_SAME_HUE: Final = 0.7
"""Radians within which colours are shades of one."""
_GROUND_IN_ICON: Final = {"sailboat": "#00a6ed", "house": "#00f397", "canoe": "#00a6ed"}
"""Water or grass that is part of an icon; the picture has its own."""

_BETTER_COLORS: Final = {"black-cat": "#34323f"}
"""What some icons are given where no word names a colour."""


@dataclass(frozen=True, slots=True)
class Icon:
    """Markup on a grid of GRID x GRID units, and the left, top, right and bottom of what is drawn on it."""

    markup: str
    box: tuple[float, float, float, float]
    color: str

    @property
    def width(self) -> float:
        return self.box[2] - self.box[0]

    @property
    def middle(self) -> float:
        return (self.box[0] + self.box[2]) / 2

    @property
    def foot(self) -> float:
        return self.box[3]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


def icon_of(subject: Subject, seed: int) -> Icon:
    """What a subject looks like. The seed decides what the words do not: a colour, a complexion."""
    rng = Stream(seed, "look", subject.name)
    name, color = subject.name, subject.color or _BETTER_COLORS.get(subject.name, "")
    if name in FIGURES:
        look, roof = look_of(name, color, rng), _umbrella_of(subject)
        return Icon(figure(look, roof), BOX_WITH_UMBRELLA if roof else BOX, look.top)
    if name in DRAWN:
        drawn = DRAWN[name]
        color = color or rng.pick(drawn.colors)
        return Icon(drawn.draw(color), drawn.box, color)
    return _from_pack(name, color, rng)


def _umbrella_of(subject: Subject) -> str:
    """The colour of the umbrella a person holds; empty for none."""
    held = subject.holding
    return (held.color or DRAWN["umbrella"].colors[0]) if held and held.name == "umbrella" else ""


def _from_pack(name: str, color: str, rng: Stream) -> Icon:
    ground = _GROUND_IN_ICON.get(name, "none")
    markup, box = pack().icons[name].replace(ground, "none"), pack().boxes[name]
    colors = tuple(color for color in pack().colors[name] if color != ground)
    if is_person(name):
        markup = complexion(markup, *rng.pick(COMPLEXIONS))
    elif color:
        markup = repainted(markup, colors, color)
    if name in HEADS:
        coat = HEADS[name].dyed(color) if color else HEADS[name]
        markup, box = seated(markup, coat), coat.box
    return Icon(markup, box, color or colors[0])


def repainted(markup: str, colors: Iterable[str], color: str) -> str:
    """An icon with its main colour, and the shades of it, turned into `color` and shades of that."""
    main, *others = (other.lower() for other in colors)
    key = palette.lab(main)
    shades = (main, *(other for other in others if _is_shade(palette.lab(other), key)))
    new = {old: palette.toned(color, (palette.lab(old).lightness - key.lightness) * 0.8) for old in shades}
    return palette.recolored(markup, lambda old: new.get(old, old))


def _is_shade(color: palette.Lab, key: palette.Lab) -> bool:
    if (color.chroma < _GRAY) != (key.chroma < _GRAY):
        return False
    apart = abs((color.hue - key.hue + math.pi) % math.tau - math.pi)
    return key.chroma < _GRAY or apart < _SAME_HUE
