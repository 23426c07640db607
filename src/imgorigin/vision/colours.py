"""The colours that fill a picture, by names that people use, and whether it looks like a photograph."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import pyvips

SIDE: Final = 40
"""Pixels of the small picture that is looked at."""
SECOND: Final = 0.18
"""Part of the picture that a second colour fills, to be worth telling."""
FLAT: Final = 0.5
"""Part of the small picture that two exact colours fill, from which on it may be no photograph."""
GRAY: Final = 6.0
"""Chroma, in CIELAB, of what still counts as gray."""

_NAMES: Final = {
    "red": "#d62828", "maroon": "#6b1d2a", "coral": "#ff7f6b", "orange": "#f3842b", "rust": "#a8502a",
    "brown": "#6f4a2d", "tan": "#b98e62", "sand": "#dcc8a0", "cream": "#f6ecd6", "yellow": "#f7d433",
    "mustard": "#c79a1e", "olive": "#77803a", "lime": "#a4d43a", "green": "#3f9b4b", "dark green": "#24502f",
    "mint": "#9fdcc0", "teal": "#1f8a8a", "turquoise": "#3cc8c4", "light blue": "#a5cdec",
    "sky blue": "#5fa8e6", "blue": "#2f62d0", "navy": "#1c2a57", "purple": "#7240b0", "lavender": "#b8a4e4",
    "magenta": "#c92d93", "pink": "#f3a0bf", "white": "#f8f8f6", "light gray": "#cfd2d4", "gray": "#8b8f93",
    "charcoal": "#40444a", "black": "#141416",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Colours:
    """`names` are one or two, the fullest first. `is_gray`: nothing in it has a colour. `is_flat`:
    too few of them for a photograph."""

    names: tuple[str, ...]
    is_gray: bool
    is_flat: bool


def colours_of(picture: bytes) -> Colours:
    """By the nearest name in CIELAB (CIE 1976) of each pixel that is not transparent. Blocks. Raises
    pyvips.Error."""
    image = (
        pyvips.Image.thumbnail_buffer(picture, SIDE, height=SIDE, size="force")
        .colourspace("srgb")
        .copy_memory()
    )
    has_alpha = image.hasalpha()
    alpha = _numbers(image.extract_band(image.bands - 1)) if has_alpha else ()
    opaque = image.extract_band(0, n=3).cast("uchar")
    places = [at for at in range(SIDE * SIDE) if not has_alpha or alpha[at] > 127]
    if not places:
        return Colours(("transparent",), is_gray=False, is_flat=True)
    lab, rgb = _triples(opaque.colourspace("lab")), _triples(opaque)
    known = dict(zip(_NAMES, _triples(_swatches().colourspace("lab")), strict=True))
    counted = Counter(min(known, key=lambda name: _distance(known[name], lab[at])) for at in places)
    first, *rest = counted.most_common(2)
    names = [first[0], *(name for name, count in rest if count >= SECOND * len(places))]
    is_gray = all(lab[at][1] ** 2 + lab[at][2] ** 2 <= GRAY**2 for at in places)
    exact = sum(count for _, count in Counter(rgb[at] for at in places).most_common(2))
    is_flat = exact >= FLAT * len(places) or len(places) < SIDE * SIDE // 2
    return Colours(tuple(names), is_gray, is_flat)


def _swatches() -> pyvips.Image:
    pixels = b"".join(bytes.fromhex(colour[1:]) for colour in _NAMES.values())
    image = pyvips.Image.new_from_memory(pixels, len(_NAMES), 1, 3, "uchar")
    return image.copy(interpretation="srgb")


def _triples(image: pyvips.Image) -> list[tuple[float, float, float]]:
    numbers = iter(_numbers(image))
    return list(zip(numbers, numbers, numbers, strict=True))


def _numbers(image: pyvips.Image) -> tuple[float, ...]:
    memory: Any = image.cast("float").write_to_memory()
    return tuple(array("f", bytes(memory)))


def _distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2
