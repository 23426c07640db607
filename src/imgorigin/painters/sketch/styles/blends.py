"""The gradients of a drawing, as its styles see them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from imgorigin.painters.sketch import palette

_GRADIENT: Final = re.compile(r"<(?:linear|radial)Gradient id=\"([^\"]+)\".*?</(?:linear|radial)Gradient>")
_USE: Final = re.compile(r"url\(#([^)]+)\)")
_STOP: Final = re.compile(r"<stop ([^>]*)/?>")
_ATTRIBUTE: Final = re.compile(r"([\w:-]+)=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Blend:
    """A gradient as a style sees it: its mean colour and opacity, and all its colours."""

    color: str
    opacity: float
    colors: tuple[str, ...]


@dataclass(slots=True)
class Glaze:
    """A gradient of light and shade, melted into the colours that it would lie on: a shape is filled once.

    `kind` and `ends` are the gradient's element and its geometry, `stops` say how much of which colour is
    where: offset, colour, share.
    """

    name: str
    kind: str
    ends: str
    stops: tuple[tuple[float, str, float], ...]
    _names: dict[str, str] = field(default_factory=dict)

    def on(self, color: str) -> str:
        """The paint for a surface of that colour."""
        return f"url(#{self._names.setdefault(color, f'{self.name}{len(self._names)}')})"

    def text(self) -> str:
        """The definitions of all that it was laid on."""
        text = ""
        for color, name in self._names.items():
            stops = "".join(
                f'<stop offset="{at}" stop-color="{palette.mix(color, light, share)}"/>'
                for at, light, share in self.stops
            )
            text += f'<{self.kind} id="{name}" {self.ends}>{stops}</{self.kind}>'
        return text


def blends_of(drawing: str) -> dict[str, Blend]:
    """The gradients of a drawing, by id."""
    found = {}
    for gradient in _GRADIENT.finditer(drawing):
        stops = [dict(_ATTRIBUTE.findall(text)) for text in _STOP.findall(gradient[0])]
        colors = [stop.get("stop-color", palette.BLACK) for stop in stops]
        if colors and all(palette.COLOR.fullmatch(color) for color in colors):
            opacity = sum(float(stop.get("stop-opacity", 1)) for stop in stops) / len(stops)
            found[gradient[1]] = Blend(_mean(colors), opacity, tuple(colors))
    return found


def _mean(colors: list[str]) -> str:
    labs = [palette.lab(color) for color in colors]
    return palette.from_lab(*(sum(values) / len(labs) for values in zip(*labs, strict=True)))


def without_unused(drawing: str) -> str:
    """The drawing without gradients that nothing is filled with any more."""
    used = set(_USE.findall(drawing))
    return _GRADIENT.sub(lambda found: found[0] if found[1] in used else "", drawing)
