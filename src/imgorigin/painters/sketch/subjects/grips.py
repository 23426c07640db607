"""How people hold things: with what grip, how large beside them, and what of it is seen. Tables."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.traits import kind_of

_TABLE: Final = """
over    0     umbrella
string  11.5  balloon kite
side    7.5   handbag clutch-bag purse backpack shopping-bags basket bucket
side    9.5   luggage
side    8     briefcase toolbox teapot
side    12    fishing-pole broom skis
front   8     open-book books laptop package wrapped-gift teddy-bear framed-picture newspaper clipboard
front   8.5   cat black-cat rabbit hamster baby-chick
front   13    guitar banjo violin
front   9     pizza birthday-cake pot-of-food green-salad potted-plant globe-showing-europe-africa bread
hand    4.8   mobile-phone key pen pencil egg cookie candle
hand    6     mug cup teacup-without-handle camera red-apple tangerine banana ice-cream lollipop doughnut
hand    14    sword
hand    8     bouquet tulip rose sunflower blossom hibiscus
hand    7     trophy microphone magnifying-glass-tilted-left megaphone
"""
"""Grip, side of the thing's grid in units of the holder's, names."""
GRIPS: Final[dict[str, tuple[str, float]]] = {
    name: (grip, float(size))
    for grip, size, *names in map(str.split, _TABLE.strip().splitlines())
    for name in names
}
_KINDS: Final = (
    "food",
    "drink",
    "dishware",
    "book-paper",
    "phone",
    "writing",
    "light-video",
    "mail",
    "money",
    "plant-flower",
    "medical",
    "science",
    "tool",
    "award-medal",
    "sport",
    "game",
    "music",
)
"""Kinds of things of which all can be held."""


def grip_of(name: str) -> tuple[str, float]:
    """The grip on a thing, and the side of its grid in units of the holder's."""
    return GRIPS.get(name, ("hand", 6.0))


def is_handy(name: str) -> bool:
    """Whether one who is "with" it holds it; a bench or a dog stands beside."""
    return (name in GRIPS and not kind_of(name).startswith("animal")) or kind_of(name).startswith(_KINDS)
