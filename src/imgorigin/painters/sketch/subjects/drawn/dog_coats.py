"""The coats of dogs, by their breeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, mix, toned

INK: Final = "#2a2430"
_PALE: Final = "#fdf6ea"


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours of a dog: its fur, that of its far legs, of its ears, of chest and muzzle, of its paws.

    `spots` are those on its body, empty for none; `saddle` lies over its back. `pricked` ears stand.
    """

    fur: str
    far: str
    ear: str
    pale: str
    paw: str
    spots: str = ""
    saddle: str = ""
    pricked: bool = False


def plain(color: str) -> Coat:
    fur = _visible(color)
    return Coat(fur, darker(fur, 0.24), darker(fur, 0.2), lighter(fur, 0.4), lighter(fur, 0.22))


def spotted(color: str) -> Coat:
    """A dalmatian: spots of the colour on white, or dark ones on what is white anyway."""
    dark = color if lab(color).lightness < 0.8 else "#3a3640"
    return Coat("#f7f4ee", "#d5d0cb", dark, "#ffffff", "#ffffff", spots=dark)


def pied(color: str) -> Coat:
    """A border collie: white below, on its face and its paws."""
    fur = _visible(color)
    return Coat(fur, darker(fur, 0.3), darker(fur, 0.2), _PALE, _PALE, saddle=fur)


def husky(color: str) -> Coat:
    fur = _visible(color)
    return Coat(fur, darker(fur, 0.28), darker(fur, 0.2), "#ffffff", "#f4f5f8", pricked=True)


def corgi(color: str) -> Coat:
    fur = _visible(color)
    return Coat(fur, darker(fur, 0.22), darker(fur, 0.12), _PALE, _PALE, pricked=True)


def beagle(color: str) -> Coat:
    """Brown on its head, dark on its back, white on its legs."""
    return Coat(color, mix(_PALE, INK, 0.2), darker(color, 0.2), _PALE, _PALE, saddle="#4a3a36")


def darker(color: str, share: float) -> str:
    """Fur in its own shade stays warm."""
    return toned(color, -share * 0.55, 1.02)


def _visible(color: str) -> str:
    return lighter(color, 0.13) if lab(color).lightness < 0.36 else color


_BROWNS: Final = ("#d99a56", "#b5763f", "#e3b877")
COATS: Final = {
    "": (plain, _BROWNS),
    " spotted": (spotted, ("#3a3640", "#6b4630")),
    " pied": (pied, ("#3b3a46", "#7a4f35")),
    " husky": (husky, ("#7f8998", "#5f6675")),
    " corgi": (corgi, ("#e0923f",)),
    " beagle": (beagle, ("#b5723c",)),
}
"""How each is made from a colour, and the colours that the seed picks from."""
