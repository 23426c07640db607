"""Subjects as SVG markup: an icon of the pack or a drawing of our own, in the colours asked for."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.drawn import DRAWN
from imgorigin.painters.sketch.subjects.drawn.animals import HEADS, seated
from imgorigin.painters.sketch.subjects.drawn.base import moved
from imgorigin.painters.sketch.subjects.drawn.heads import hat, scarf
from imgorigin.painters.sketch.subjects.drawn.looks import complexions_of, sex_of
from imgorigin.painters.sketch.subjects.drawn.people import complexion
from imgorigin.painters.sketch.subjects.folk import figure_of, is_figure, portrait_of
from imgorigin.painters.sketch.subjects.icon import Icon
from imgorigin.painters.sketch.subjects.measures import HEADS as HATTED
from imgorigin.painters.sketch.subjects.measures import NECKS
from imgorigin.painters.sketch.subjects.traits import is_person, kind_of
from imgorigin.painters.sketch.subjects.variants import drawing_of, posed_of

_GRAY: Final = 0.04
"""Chroma below which a colour has no hue to speak of."""
_SAME_HUE: Final = 0.7
"""Radians within which colours are shades of one."""
_PATCH: Final = 0.06
"""How much lighter or darker than its coat a patch of fur is that is white in a "black and white" animal."""
_GROUND_IN_ICON: Final = {"canoe": "#00a6ed"}
"""Water or grass that is part of an icon; the picture has its own."""
_HATS: Final = {
    "hat": ("hat", "#b5835a"),
    "top-hat": ("top", "#2b2d3a"),
    "cap": ("cap", "#c8413b"),
    "beanie": ("beanie", "#c8413b"),
    "hard-hat": ("hard", "#f7c52d"),
    "crown": ("crown", "#f2c14e"),
}
"""What animals wear: the hat and its usual colour."""
_SCARF: Final = "#c8413b"
_VARIED: Final = {
    "balloon": ("#e5383b", "#f4a623", "#2f6fde", "#43aa5b", "#d6339a", "#22b8cf"),
    "egg": ("#f3ad61", "#f7dcb8", "#e9c39a", "#fbeedd", "#d9a878"),
}
"""Colours of those of a kind of which no two are the same."""

_BETTER_COLORS: Final = {"black-cat": "#34323f"}
"""What some icons are given where no word names a colour."""


def icon_of(subject: Subject, seed: int, nth: int = 0) -> Icon:
    """What a subject looks like, the `nth` of its kind in the picture.

    The seed decides what the words do not: a colour, a complexion.
    """
    icon = _icon_of(subject, seed, nth)
    worn = next((one for one in subject.wearing if one.name in _HATS), None)
    shown = posed_of(subject)
    if worn and shown in HATTED:
        icon = _with_hat(icon, shown, worn)
    if shown in NECKS and (warm := next((one for one in subject.wearing if one.name == "scarf"), None)):
        x, y, wide = NECKS[shown]
        icon = replace(icon, markup=icon.markup + moved(scarf(warm.color or _SCARF, wide), x, y))
    return icon


def _icon_of(subject: Subject, seed: int, nth: int) -> Icon:
    rng = Stream(seed, "look", subject.name)
    name, color = subject.name, subject.color or _BETTER_COLORS.get(subject.name, "")
    if is_figure(name):
        return figure_of(subject, Stream(seed, "look"), nth, lambda held: icon_of(held, seed))
    if name in DRAWN:
        drawn = DRAWN[drawing_of(subject)]
        color = color or _nth(drawn.colors, rng, nth)
        return Icon(drawn.draw(color), drawn.box, color)
    if not color and nth and _VARIED.get(name):
        color = _nth(_VARIED[name][1:], rng, nth)
    return _from_pack(subject, color, rng)


def _with_hat(icon: Icon, name: str, worn: Subject) -> Icon:
    x, y, wide = HATTED[name]
    kind, usual = _HATS[worn.name]
    scale = wide / 15
    markup = (
        f'<g transform="translate({x} {y + 5.4 * scale:.2f}) scale({scale:.3f})">'
        f"{hat(kind, worn.color or usual)}</g>"
    )
    left, top, right, foot = icon.box
    return Icon(icon.markup + markup, (left, min(top, y - 9 * scale), right, foot), icon.color)


def bust_of(subject: Subject, seed: int, nth: int = 0) -> Icon:
    """Head and shoulders of a person; those of a trade are icons of the pack, if the words
    say no more of them."""
    told = bool(subject.looks or subject.wearing or sex_of(subject))
    if is_figure(subject.name) and (told or kind_of(subject.name) != "person-role"):
        return portrait_of(subject, Stream(seed, "look"), nth)
    return _from_pack(subject, subject.color, Stream(seed, "look", subject.name, nth))


def _nth(colors: tuple[str, ...], rng: Stream, nth: int) -> str:
    """The first by chance, the others in turn."""
    return colors[(int(rng.between() * len(colors)) + nth) % len(colors)]


def _from_pack(subject: Subject, color: str, rng: Stream) -> Icon:
    name = subject.name
    ground = _GROUND_IN_ICON.get(name, "none")
    markup, box = pack().icons[name].replace(ground, "none"), pack().boxes[name]
    colors = tuple(color for color in pack().colors[name] if color != ground)
    if is_person(name):
        markup = complexion(markup, *rng.pick(complexions_of(subject)))
    elif color:
        if subject.color_name == "black and white":
            markup, colors = _pied(markup, colors)
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


def _pied(markup: str, colors: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """White where the icon's coat is not of its main colour; and the colours that remain."""
    main = palette.lab(colors[0])
    coat = {one.lower() for one in colors[1:] if _is_shade(palette.lab(one), main)}
    pale = {one for one in coat if abs(palette.lab(one).lightness - main.lightness) > _PATCH}
    white = palette.recolored(markup, lambda color: "#f6f3ee" if color in pale else color)
    return white, tuple(one for one in colors if one.lower() not in pale)


def _is_shade(color: palette.Lab, key: palette.Lab) -> bool:
    if (color.chroma < _GRAY) != (key.chroma < _GRAY):
        return False
    apart = abs((color.hue - key.hue + math.pi) % math.tau - math.pi)
    return key.chroma < _GRAY or apart < _SAME_HUE


__all__ = ["Icon", "bust_of", "icon_of", "repainted"]
