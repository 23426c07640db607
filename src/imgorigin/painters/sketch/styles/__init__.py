"""The styles pictures are drawn in. To add one: a file like the others, its Style in this table, and its
words in the lexicon's STYLES."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.blueprint import BLUEPRINT
from imgorigin.painters.sketch.styles.cartoon import CARTOON
from imgorigin.painters.sketch.styles.chalk import CHALK
from imgorigin.painters.sketch.styles.clay import CLAY
from imgorigin.painters.sketch.styles.glass import GLASS
from imgorigin.painters.sketch.styles.isometric import ISOMETRIC
from imgorigin.painters.sketch.styles.line import LINE
from imgorigin.painters.sketch.styles.lowpoly import LOWPOLY
from imgorigin.painters.sketch.styles.neon import NEON
from imgorigin.painters.sketch.styles.oil import OIL
from imgorigin.painters.sketch.styles.papercut import PAPERCUT
from imgorigin.painters.sketch.styles.photo import PHOTO
from imgorigin.painters.sketch.styles.pixel import PIXEL
from imgorigin.painters.sketch.styles.poster import POSTER
from imgorigin.painters.sketch.styles.tones import MONOCHROME, PASTEL
from imgorigin.painters.sketch.styles.watercolor import WATERCOLOR

FLAT: Final = Style("flat")

STYLES: Final[dict[str, Style]] = {
    style.name: style
    for style in (
        FLAT,
        WATERCOLOR,
        PAPERCUT,
        CARTOON,
        CLAY,
        ISOMETRIC,
        MONOCHROME,
        PASTEL,
        PHOTO,
        GLASS,
        POSTER,
        OIL,
        LOWPOLY,
        PIXEL,
        LINE,
        BLUEPRINT,
        CHALK,
        NEON,
    )
}
"""By name. Where words name several, the first in this order is drawn."""


def style_of(names: frozenset[str]) -> Style:
    """The style that a scene's `styles` ask for."""
    return next((style for name, style in STYLES.items() if name in names), FLAT)


__all__ = ["FLAT", "STYLES", "Sheet", "Style", "style_of"]
