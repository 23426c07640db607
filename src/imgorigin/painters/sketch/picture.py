"""Scene -> the text of an SVG file."""

from __future__ import annotations

from dataclasses import dataclass

from imgorigin.painters.sketch.calm import settled, side_of, veil, widened
from imgorigin.painters.sketch.describe import alt_of, title_of
from imgorigin.painters.sketch.elements.weather import paint_weather
from imgorigin.painters.sketch.focus import focus_of
from imgorigin.painters.sketch.light import graded
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.styles import Sheet, style_of
from imgorigin.painters.sketch.styles.ground import grounded
from imgorigin.painters.sketch.svg import Point, document


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG file, and the point to look at, in shares of width and height."""

    svg: str
    focus: Point


def drawn(scene: Scene, width: int, height: int) -> str:
    """The drawing of `pictured`."""
    return pictured(scene, width, height).svg


def pictured(scene: Scene, width: int, height: int) -> Picture:
    """A picture of the scene, laid out for a canvas of that many pixels (only their ratio matters)."""
    place, style = PLACES[scene.place], style_of(scene.styles)
    side = side_of(scene, width, height)
    stage = Stage(scene, widened(width, height, side), shade=place.shade, calm=side)
    if style.paint:
        style.paint(stage)
    else:
        place.paint(stage)
        if not place.indoors:
            paint_weather(stage)
    drawing = settled(stage, side)
    drawing = graded(drawing, scene)
    if style.dress:
        drawing = style.dress(Sheet(drawing, stage.w, stage.h, scene))
    drawing = grounded(drawing, stage.w, stage.h)
    if scene.calm and not style.paint:
        drawing += veil(stage, side, plain=place.indoors)
    title, about = title_of(scene), alt_of(scene)
    svg = document(drawing, stage.w, stage.h, (width, height), title=title, about=about)
    return Picture(svg, focus_of(stage))
