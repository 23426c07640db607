"""A finished drawing read back as shapes, for a style to draw each of them anew."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles import outline
from imgorigin.painters.sketch.styles.blends import Blend, blends_of, without_unused
from imgorigin.painters.sketch.styles.outline import Box, Segment
from imgorigin.painters.sketch.styles.placing import UNMOVED, Matrix, matrix

Attributes = Mapping[str, str]
Redraw = Callable[["Shape"], str]
"""What a shape becomes: SVG text, empty for nothing."""

_TAG: Final = re.compile(r"<(/?)(\w+)((?:\s+[\w:-]+=\"[^\"]*\")*)\s*(/?)>")
_ATTRIBUTE: Final = re.compile(r"([\w:-]+)=\"([^\"]*)\"")
_REPEATED: Final = re.compile(
    r"<defs>.*?</defs>|<clipPath .*?</clipPath>|<use [^>]*/>| id=\"[^\"]*\"(?=[^<]*>)"
)
_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse"})
_OPENINGS: Final = tuple(f"<{name} " for name in ("path", "rect", "circle", "ellipse"))
_UNSEEN: Final = frozenset({"defs", "clipPath", "linearGradient", "radialGradient"})
"""What is inside them is not drawn where it stands."""
_GEOMETRY: Final = frozenset(
    "d x y width height rx ry cx cy r transform fill-rule clip-rule clip-path stroke-dasharray".split()
)
_PAINT: Final = "fill stroke stroke-width stroke-opacity fill-opacity".split()
_LONG: Final = 2400
"""Characters from which a path is one too: a row of roofs, a forest's edge."""
_SPECK_OF_ICON: Final = 700
"""Square units up to which a shape is a speck: the eye of a face."""
_SPECK: Final = 2000
_CROWD: Final = 300
"""The same for others; more in a drawing of more shapes than this, of which none is looked at closely."""
_TEXTURE: Final = 9
"""Pieces from which a path is a texture: stars, windows, blades of grass."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a shape inherits from the groups it is in. `cut`: it may be seen in part only."""

    layer: str = ""
    place: Matrix = UNMOVED
    paint: Mapping[str, str] = field(default_factory=dict)
    opacity: float = 1.0
    icon: bool = False
    cut: bool = False


@dataclass(frozen=True)
class Shape:
    """One shape of a drawing. Sizes and boxes are in units of the picture, whatever groups it is in."""

    tag: str
    attributes: Attributes
    around: Surroundings
    blends: Mapping[str, Blend]
    markup: str = ""
    """As it stood in the drawing."""
    speck: float = 0.0
    """Square units up to which it would be a speck, if it were no part of an icon."""

    # ------------------------------------------------------------------------------------- its paint

    @property
    def layer(self) -> str:
        """The name of the layer it is in."""
        return self.around.layer

    @property
    def is_icon(self) -> bool:
        """Whether it is part of something placed as a whole: a figure, a thing."""
        return self.around.icon

    def _paint(self, name: str, default: str = "") -> str:
        return self.attributes.get(name) or self.around.paint.get(name, default)

    @cached_property
    def fill(self) -> str:
        """Its colour (a gradient's mean), empty for none."""
        return self._color(self._paint("fill", "#000000"))

    @cached_property
    def stroke(self) -> str:
        return self._color(self._paint("stroke", "none"))

    def _color(self, paint: str) -> str:
        if paint.startswith("url(#"):
            blend = self.blends.get(paint[5:-1])
            return blend.color if blend else ""
        if palette.COLOR.fullmatch(paint):
            return paint
        return ""

    @cached_property
    def blend(self) -> Blend | None:
        """The gradient it is filled with."""
        paint = self._paint("fill")
        return self.blends.get(paint[5:-1]) if paint.startswith("url(#") else None

    @property
    def written_fill(self) -> str:
        return self._paint("fill", "#000000")

    @cached_property
    def opacity(self) -> float:
        """Of what is seen of it: its own, its gradient's and its groups' together."""
        own = float(self.attributes.get("opacity", 1)) * self.around.opacity
        if not self.fill:
            return own * float(self._paint("stroke-opacity", "1"))
        blend = self.blend.opacity if self.blend else 1.0
        return own * float(self._paint("fill-opacity", "1")) * blend

    @property
    def own_opacity(self) -> float:
        """Without its gradient's and groups': what to draw it with in the same paint and place."""
        return float(self.attributes.get("opacity", 1)) * float(self.attributes.get("fill-opacity", 1))

    @property
    def width(self) -> float:
        """Of its stroke."""
        return float(self._paint("stroke-width", "1")) * self.scale if self.stroke else 0.0

    @cached_property
    def lightness(self) -> float:
        return palette.lab(self.fill or self.stroke or palette.WHITE).lightness

    # ---------------------------------------------------------------------------------- its geometry

    @cached_property
    def place(self) -> Matrix:
        return self.around.place.after(matrix(self.attributes.get("transform", "")))

    @property
    def scale(self) -> float:
        return self.place.scale

    @property
    def is_texture(self) -> bool:
        """Whether it is many small pieces at once, or one of very many corners."""
        path = self.attributes.get("d", "")
        return len(path) > _LONG or path.count("M") + path.count("m") >= _TEXTURE

    @property
    def is_pieced(self) -> bool:
        """Whether it is put together of several pieces, which may overlap."""
        path = self.attributes.get("d", "")
        return path.count("M") + path.count("m") > 1

    @property
    def is_speck(self) -> bool:
        """Whether it is too small for more than a plain fill."""
        return self.box.area < (_SPECK_OF_ICON if self.is_icon else self.speck)

    @cached_property
    def box(self) -> Box:
        return outline.box_of(self.segments, self.place)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Its outline in its own units."""
        if self.tag == "path":
            return outline.segments(self.attributes.get("d", ""))
        x, y = self._number("cx"), self._number("cy")
        if self.tag == "circle":
            return tuple(outline.ellipse(x, y, self._number("r"), self._number("r")))
        if self.tag == "ellipse":
            return tuple(outline.ellipse(x, y, self._number("rx"), self._number("ry")))
        corner = self._number("rx") or self._number("ry")
        sides = (self._number("width"), self._number("height"))
        return tuple(outline.rectangle(self._number("x"), self._number("y"), *sides, corner))

    def _number(self, name: str) -> float:
        return float(self.attributes.get(name, 0))

    # ---------------------------------------------------------------------------------- drawn anew

    def filled(self, fill: str, *, opacity: float = 1) -> str:
        """The shape in another paint."""
        faint = f' fill-opacity="{opacity:.3g}"' if opacity < 1 else ""
        bare = ' stroke="none"' if "stroke" in self.around.paint else ""
        return f'<{self.tag} {self._geometry}fill="{fill}"{faint}{bare}/>'

    def rimmed(self, fill: str, rim: str, width: float, *, opacity: float = 1) -> str:
        """Filled, and outlined around the whole: in half of the time, where it is of one piece."""
        if self.is_pieced:
            return self.lined(rim, width * 1.5, opacity=opacity) + self.filled(fill)
        faint = f' stroke-opacity="{opacity:.3g}"' if opacity < 1 else ""
        return (
            f'<{self.tag} {self._geometry}fill="{fill}" stroke="{rim}" '
            f'stroke-width="{width / self.scale:.3g}" stroke-linejoin="round"{faint}/>'
        )

    def lined(self, stroke: str, width: float, *, opacity: float = 1, dashes: str = "") -> str:
        """Its outline (or its line) only. A line that is broken stays so; `dashes` breaks others."""
        own = "stroke-dasharray" in self.attributes
        dashed = f' stroke-dasharray="{dashes}"' if dashes and not own else ""
        faint = f' stroke-opacity="{opacity:.3g}"' if opacity < 1 else ""
        cap = self._paint("stroke-linecap", "round")
        return (
            f'<{self.tag} {self._geometry}fill="none" stroke="{stroke}" '
            f'stroke-width="{width / self.scale:.3g}" stroke-linejoin="round" stroke-linecap="{cap}"'
            f"{dashed}{faint}/>"
        )

    def moved(self, dx: float, dy: float, markup: str) -> str:
        """Markup of this shape, shifted on the picture whatever the groups it is in."""
        place = self.around.place
        x0, y0 = place.back(0, 0)
        x1, y1 = place.back(dx, dy)
        return f'<g transform="translate({x1 - x0:.3f} {y1 - y0:.3f})">{markup}</g>'

    def bent(self, bend: outline.Bend) -> Shape:
        """The shape with its outline moved point by point; `bend` is of the picture's units."""
        place, scale = self.place, self.scale
        if place == UNMOVED:
            moved = outline.bent(self.segments, bend)
        else:
            moved = outline.bent(self.segments, lambda x, y: place.back(*bend(*place.at(x, y))), 90 / scale)
        kept = {key: value for key, value in self.attributes.items() if key not in _RESHAPED}
        kept["d"] = outline.written(moved, 1 if scale < 4 else 2)
        return Shape("path", kept, self.around, self.blends, self.markup, self.speck)

    @cached_property
    def _geometry(self) -> str:
        return "".join(f'{key}="{value}" ' for key, value in self.attributes.items() if key in _GEOMETRY)


_RESHAPED: Final = frozenset("d x y width height rx ry cx cy r".split())


def redrawn(drawing: str, redraw: Redraw, *, keep: bool = False) -> str:
    """SVG text with each shape that is drawn replaced; groups and clips stay, and so do definitions that are
    used (all, to `keep` them for another part)."""
    blends = blends_of(drawing)
    speck = _SPECK * max(1.0, sum(map(drawing.count, _OPENINGS)) / _CROWD)
    stack = [Surroundings()]
    hidden, end, found = 0, 0, []
    for tag in _TAG.finditer(drawing):
        found.append(drawing[end : tag.start()])
        end = tag.end()
        closing, name, text, empty = tag.groups()
        if name in _UNSEEN:
            hidden += 0 if empty else -1 if closing else 1
        elif name == "g" and not hidden:
            if closing:
                stack.pop()
            elif not empty:
                stack.append(_inside(stack[-1], dict(_ATTRIBUTE.findall(text))))
        elif name in _SHAPES and not hidden:
            found.append(
                redraw(Shape(name, dict(_ATTRIBUTE.findall(text)), stack[-1], blends, tag[0], speck))
            )
            continue
        found.append(tag[0])
    text = "".join(found) + drawing[end:]
    return text if keep else without_unused(text)


def picked(drawing: str, redraw: Redraw) -> str:
    """As `redrawn`, to lie over a drawing of the same definitions: they are not written again."""
    return _REPEATED.sub("", redrawn(drawing, redraw))


def shapes_of(drawing: str) -> Iterator[Shape]:
    """Every shape that is drawn, in order."""
    found: list[Shape] = []

    def note(shape: Shape) -> str:
        found.append(shape)
        return ""

    redrawn(drawing, note)
    return iter(found)


def _inside(around: Surroundings, attributes: dict[str, str]) -> Surroundings:
    transform = attributes.get("transform", "")
    paint = {name: attributes[name] for name in _PAINT if name in attributes}
    return Surroundings(
        layer=attributes.get("class") or around.layer,
        place=around.place.after(matrix(transform)) if transform else around.place,
        paint={**around.paint, **paint} if paint else around.paint,
        opacity=around.opacity * float(attributes.get("opacity", 1)),
        icon=around.icon or ("scale" in transform and not math.isclose(matrix(transform).scale, 1)),
        cut=around.cut or "clip-path" in attributes,
    )
